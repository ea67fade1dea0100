//! Google Takeout: My Activity (pages and JSON), Google Chat, Google Voice, YouTube comments.
//!
//! Folders and files have names in the account's language: everything is told by content. One
//! reader for all of them; which importer answers depends on what a source holds.
//! `docs/formats/google-takeout.md` names where the knowledge comes from.

mod activity;
mod chat;
mod voice;
mod youtube;

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe,
    files::{Fate, File, Files, Format, Way},
    html::{Element, Pick},
    json::{Segment, Step},
    ledger::Ledger,
    table::rows::Row,
};
use crate::{
    container::Container,
    error::Result,
    model::{ConversationId, Locator, ParticipantId},
};
use std::rc::Rc;

/// My Activity as pages.
pub struct TakeoutHtml;
/// My Activity as JSON.
pub struct TakeoutJson;
/// Google Chat.
pub struct GoogleChat;
/// Google Voice.
pub struct GoogleVoice;
/// YouTube's tables of comments and live chats.
pub struct YouTube;

/// What a file of a Takeout is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    ActivityPage,
    ActivityJson,
    Chat,
    /// Members of a chat, or the owner.
    ChatAbout,
    Voice,
    /// Comments or live chats.
    Table,
    /// The same as a page.
    CommentPage,
}

fn holds(text: &str, word: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

fn kind(text: &str) -> Option<Kind> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('<') {
        if holds(text, "outer-cell") && holds(text, "mdl-cell") {
            return Some(Kind::ActivityPage);
        }
        if youtube::is_page(text) {
            return Some(Kind::CommentPage);
        }
        let log = holds(text, "hChatLog") || holds(text, "class=\"haudio\"");
        let card = holds(text, "class=\"tel\"") || holds(text, "vcard");
        return (log && card).then_some(Kind::Voice);
    }
    if start.starts_with('[') {
        let activity = holds(text, "\"header\"")
            && holds(text, "\"title\"")
            && (holds(text, "\"products\"") || holds(text, "\"titleUrl\""));
        return activity.then_some(Kind::ActivityJson);
    }
    if !start.starts_with('{') {
        return youtube::is_table(text).then_some(Kind::Table);
    }
    if holds(text, "\"messages\"") && holds(text, "\"creator\"") && holds(text, "\"created_date\"")
    {
        return Some(Kind::Chat);
    }
    let about = holds(text, "\"user_type\"")
        && (holds(text, "\"members\"") || holds(text, "\"membership_info\""));
    about.then_some(Kind::ChatAbout)
}

fn sniff(probe: &Probe<'_>, own: &[Kind]) -> u8 {
    match kind(probe.text) {
        Some(Kind::ChatAbout) if own.contains(&Kind::Chat) => 55,
        Some(kind) if own.contains(&kind) => 92,
        // read along with what decides
        Some(_) => 52,
        None => 0,
    }
}

fn start(input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
    let reader = Takeout {
        container: Rc::clone(&input.container),
        ledger: Ledger::new(answers)?,
        kind: Kind::ActivityJson,
        conversation: None,
        owner: None,
        replies: chat::Replies::default(),
        headings: None,
        item: "comments",
    };
    Ok(Box::new(Files::new(input, reader)))
}

macro_rules! importer {
    ($name:ident, $id:literal, $kinds:expr, $from_documentation:literal) => {
        impl Importer for $name {
            fn id(&self) -> &'static str {
                $id
            }
            fn documentation_only(&self) -> bool {
                $from_documentation
            }
            fn sniff(&self, probe: &Probe<'_>) -> u8 {
                sniff(probe, &$kinds)
            }
            fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
                start(input, answers)
            }
        }
    };
}

importer!(
    TakeoutHtml,
    "google-takeout-html",
    [Kind::ActivityPage],
    false
);
importer!(
    TakeoutJson,
    "google-takeout-json",
    [Kind::ActivityJson],
    true
);
importer!(GoogleChat, "google-chat", [Kind::Chat], true);
importer!(GoogleVoice, "google-voice", [Kind::Voice], true);
importer!(YouTube, "youtube", [Kind::Table, Kind::CommentPage], true);

/// The reader.
struct Takeout {
    container: Rc<Container>,
    ledger: Ledger,
    kind: Kind,
    /// Of the file at hand.
    conversation: Option<ConversationId>,
    /// The owner, who is not named in activities.
    owner: Option<ParticipantId>,
    replies: chat::Replies,
    /// Of the table at hand.
    headings: Option<Vec<String>>,
    /// What the rows of the table at hand are counted as.
    item: &'static str,
}

impl Takeout {
    /// The owner of the account.
    fn owner(&mut self, batch: &mut Batch) -> ParticipantId {
        let owner = *self
            .owner
            .get_or_insert_with(|| batch.participant_by_name("", ""));
        self.ledger.stated.insert(owner);
        owner
    }
}

impl Format for Takeout {
    fn open(&mut self, file: &File, batch: &mut Batch) -> Way {
        self.kind = kind(&file.head).unwrap_or(Kind::ActivityJson);
        self.conversation = None;
        match self.kind {
            Kind::ActivityPage => {
                self.open_activity(file, batch);
                Way::Html(Box::new(|element| {
                    if element.has_class("outer-cell") {
                        Pick::Record
                    } else if element.tag == "title" {
                        Pick::Part
                    } else {
                        Pick::Keep
                    }
                }))
            }
            Kind::Voice => {
                self.open_voice(file, batch);
                Way::Html(Box::new(voice::pick))
            }
            Kind::CommentPage => {
                self.open_comments(file, batch);
                Way::Html(Box::new(|element| match element.tag.as_str() {
                    "li" => Pick::Record,
                    "h1" => Pick::Part,
                    _ => Pick::Keep,
                }))
            }
            Kind::Table => {
                self.open_table(file, batch);
                Way::Table(b',')
            }
            Kind::ActivityJson => {
                self.open_activity(file, batch);
                Way::Json(&[&[Step::Items]])
            }
            Kind::Chat => {
                self.open_chat(file, batch);
                Way::Json(&[&[Step::Key("messages"), Step::Items]])
            }
            Kind::ChatAbout => {
                self.open_chat_about(file, batch);
                Way::Json(&[&[Step::Key("members"), Step::Items]])
            }
        }
    }

    fn value(
        &mut self,
        _file: &File,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        match self.kind {
            Kind::Chat => self.chat_value(path, place, bytes, batch),
            Kind::ChatAbout => self.chat_about(path, place, bytes, batch),
            _ => self.activity_value(place, bytes, batch),
        }
    }

    fn row(&mut self, _file: &File, row: Row, place: Locator, batch: &mut Batch) -> Result<()> {
        self.table_row(row, place, batch)
    }

    fn element(
        &mut self,
        _file: &File,
        element: Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        match self.kind {
            Kind::Voice => self.voice_message(&element, place, batch),
            Kind::CommentPage => self.comment_item(&element, place, batch),
            _ => self.activity_cell(&element, place, batch),
        }
    }

    fn part(&mut self, _file: &File, element: &Element, batch: &mut Batch) {
        let title = element.text();
        if let Some(id) = self.conversation {
            batch.entitle(id, title);
        }
    }

    fn rest(
        &mut self,
        _file: &File,
        rest: &Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        match self.kind {
            Kind::Voice => self.voice_rest(rest, place, batch),
            _ => Ok(()),
        }
    }

    fn close(&mut self, _file: &File, batch: &mut Batch) {
        self.settle_replies(batch);
    }

    fn finish(&mut self, batch: &mut Batch) {
        self.ledger.finish(batch);
    }
}
