//! Meta's downloads: Messenger (classic, end-to-end encrypted, pages), Instagram, Facebook profiles
//! and Pages, Threads. One reader; which importer answers depends on what a source holds.
//!
//! Sources and what real files do beside them: `docs/formats/messenger.md`, `facebook.md`,
//! `instagram.md`, `threads.md`. Texts are UTF-8 that was encoded a second time; newer files are
//! right. That is decided string by string and counted. Senders are names without identities:
//! two people of one name are one participant. Does not read secret chats of the old kind.

mod account;
mod page;
mod thread;

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe,
    account::sign_own,
    files::{Fate, File, Files, Format, Way},
    html::Element,
    json::Segment,
    ledger::Ledger,
};
use crate::{
    container::Container,
    error::Result,
    model::{Locator, Warning},
};
use std::rc::Rc;
use thread::Thread;

/// Messenger conversations alone.
pub struct Messenger;
/// An Instagram download in JSON.
pub struct InstagramJson;
/// An Instagram download as pages.
pub struct InstagramHtml;
/// A Facebook download in JSON.
pub struct FacebookJson;
/// A Facebook download as pages.
pub struct FacebookHtml;
/// A Threads download.
pub struct Threads;

/// What a file is, by its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Thread,
    Account,
    ThreadPage,
    AccountPage,
}

fn kind(path: &str, head: &str) -> Kind {
    let start = head.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('<') {
        let name = path.rsplit('/').next().unwrap_or(path);
        let named = path.contains("/messages/") || name.starts_with("message_");
        return if named || page::sniff(head) == 70 {
            Kind::ThreadPage
        } else {
            Kind::AccountPage
        };
    }
    if is_thread(head) {
        Kind::Thread
    } else {
        Kind::Account
    }
}

fn holds(text: &str, word: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

fn is_thread(head: &str) -> bool {
    holds(head, "\"sender_name\"") && holds(head, "\"timestamp_ms\"")
        || holds(head, "\"senderName\"")
            && (holds(head, "\"timestamp\"") || holds(head, "\"isUnsent\""))
        || holds(head, "\"participants\"")
            && (holds(head, "\"thread_path\"") || holds(head, "\"threadName\""))
}

fn is_json(head: &str) -> bool {
    let start = head.trim_start_matches('\u{feff}').trim_start();
    start.starts_with(['{', '['])
}

/// Signs of an Instagram download, in names or content.
fn says_instagram(probe: &Probe<'_>) -> bool {
    holds(probe.name, "instagram")
        || [
            "instagram.com/",
            "://ig.me/",
            "\"ig_",
            "\"string_map_data\"",
            "\"string_list_data\"",
            "\"media_list_data\"",
            "\"relationships_",
        ]
        .iter()
        .any(|word| holds(probe.text, word))
}

/// Records as only Facebook writes them.
fn says_facebook(probe: &Probe<'_>) -> bool {
    let versioned = [
        "_v2\":",
        "_v3\":",
        "_v2\" :",
        "\"activity_log_data\"",
        "\"label_values\"",
    ]
    .iter()
    .any(|word| holds(probe.text, word));
    let profile = holds(probe.name, "profile_information") && holds(probe.text, "\"profile");
    let dated = holds(probe.text, "\"timestamp\"")
        && (holds(probe.text, "\"data\"")
            || holds(probe.text, "\"attachments\"")
            || holds(probe.text, "\"title\""));
    let folder = [
        "facebook",
        "posts/",
        "comments",
        "groups/",
        "friends",
        "profile_information/",
        "personal_information/",
        "security_and_login",
        "pages/",
    ]
    .iter()
    .any(|word| holds(probe.name, word));
    versioned || profile || dated && folder || folder && holds(probe.name, "your_facebook_activity")
}

impl Importer for Messenger {
    fn id(&self) -> &'static str {
        "messenger"
    }

    fn documentation_only(&self) -> bool {
        false
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        if is_json(probe.text) {
            return if is_thread(probe.text) { 90 } else { 0 };
        }
        match page::sniff(probe.text) {
            0 => 0,
            score if kind(probe.name, probe.text) == Kind::ThreadPage => score,
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        start(input, answers)
    }
}

impl Importer for InstagramJson {
    fn id(&self) -> &'static str {
        "instagram-json"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        if !is_json(probe.text) {
            return 0;
        }
        let text_post = holds(probe.text, "\"text_post_app_");
        let media = holds(probe.text, "\"creation_timestamp\"")
            && (holds(probe.text, "\"media/") || holds(probe.text, "\"media\""));
        if is_thread(probe.text) {
            return match says_instagram(probe) {
                true => 95,
                // claimed beside files that only Instagram writes
                false => 60,
            };
        }
        match (says_instagram(probe), text_post || media) {
            (true, _) if !text_post => 95,
            (_, true) => 60,
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        start(input, answers)
    }
}

impl Importer for FacebookJson {
    fn id(&self) -> &'static str {
        "facebook-json"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        if !is_json(probe.text) || says_instagram(probe) && !holds(probe.name, "facebook") {
            return 0;
        }
        if is_thread(probe.text) {
            return 60;
        }
        if says_facebook(probe) {
            return 94;
        }
        u8::from(holds(probe.name, "facebook")) * 60
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        start(input, answers)
    }
}

impl Importer for Threads {
    fn id(&self) -> &'static str {
        "threads"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        if is_json(probe.text) && holds(probe.text, "\"text_post_app_") {
            93
        } else {
            0
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        start(input, answers)
    }
}

impl Importer for InstagramHtml {
    fn id(&self) -> &'static str {
        "instagram-html"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let page = page::sniff(probe.text);
        if page > 0 && (holds(probe.name, "instagram") || holds(probe.text, "instagram.com/")) {
            96
        } else {
            0
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        start(input, answers)
    }
}

impl Importer for FacebookHtml {
    fn id(&self) -> &'static str {
        "facebook-html"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        match (page::sniff(probe.text), kind(probe.name, probe.text)) {
            (90, Kind::AccountPage) => 94,
            (90, _) => 60,
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        start(input, answers)
    }
}

fn start(input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
    let meta = Meta {
        container: Rc::clone(&input.container),
        ledger: Ledger::new(answers)?,
        texts: Texts,
        signs: Signs::default(),
        thread: None,
        kind: Kind::Account,
        title: None,
        page_had_records: false,
    };
    Ok(Box::new(Files::new(input, meta)))
}

/// Texts of these downloads.
struct Texts;

/// What the source turned out to hold.
#[derive(Default)]
struct Signs {
    classic: bool,
    encrypted: bool,
    cutover: bool,
    pages: bool,
    posts: bool,
    comments: bool,
}

/// The reader.
struct Meta {
    container: Rc<Container>,
    ledger: Ledger,
    texts: Texts,
    signs: Signs,
    thread: Option<Thread>,
    kind: Kind,
    /// Title of the page at hand.
    title: Option<String>,
    page_had_records: bool,
}

impl Format for Meta {
    fn open(&mut self, file: &File, batch: &mut Batch) -> Way {
        self.thread = None;
        self.title = None;
        self.page_had_records = false;
        self.kind = kind(&file.path, &file.head);
        if matches!(self.kind, Kind::Thread | Kind::ThreadPage) {
            self.open_thread(file, batch);
        }
        match self.kind {
            Kind::Thread => Way::Json(thread::MESSAGES),
            Kind::Account if holds(&file.head, "\"activity_log_data\"") => {
                Way::Json(account::DEEPER)
            }
            Kind::Account => Way::Json(account::RECORDS),
            Kind::ThreadPage | Kind::AccountPage => {
                self.signs.pages = true;
                if self.ledger.suggested.is_none() {
                    self.ledger.suggested = page::zone_of(&file.head);
                }
                Way::Html(page::picker(&file.head))
            }
        }
    }

    fn value(
        &mut self,
        file: &File,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        match self.kind {
            Kind::Thread => self.thread_value(path, place, bytes, batch),
            _ => self.account_value(file, path, place, bytes, batch),
        }
    }

    fn element(
        &mut self,
        file: &File,
        element: Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        self.page_had_records = true;
        match self.kind {
            Kind::ThreadPage => self.page_message(&element, place, batch),
            _ => self.page_record(file, &element, place, batch),
        }
    }

    fn part(&mut self, _file: &File, element: &Element, batch: &mut Batch) {
        let title = element.text();
        if title.is_empty() || self.title.is_some() {
            return;
        }
        let thread = self.thread.as_ref().map(|thread| thread.conversation);
        if let Some(conversation) = thread.and_then(|id| batch.conversations.get_mut(id.index())) {
            conversation.title = Some(title.clone());
        }
        self.title = Some(title);
    }

    fn rest(
        &mut self,
        file: &File,
        rest: &Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        self.page_rest(file, rest, place, batch)
    }

    fn finish(&mut self, batch: &mut Batch) {
        let signs = &self.signs;
        let mut forms = Vec::new();
        for (there, form) in [
            (signs.classic, "classic"),
            (signs.encrypted, "e2ee"),
            (signs.pages, "html"),
        ] {
            if there {
                forms.push(form);
            }
        }
        batch.source.variant = Some(forms.join("+")).filter(|forms| !forms.is_empty());
        for (id, said) in [
            ("e2ee-part-missing", signs.cutover && !signs.encrypted),
            ("classic-part-missing", signs.encrypted && !signs.classic),
            ("comments-not-in-export", signs.posts),
        ] {
            if said {
                batch.source.warnings.push(Warning::new(id, &[]));
            }
        }
        self.ledger.finish(batch);
        sign_own(batch);
    }
}
