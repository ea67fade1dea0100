//! A Reddit account's download: posts, comments, messages, chats and the account's other lists as
//! tables with English headings (`comments.csv`, `chat_history.csv` …).
//!
//! `docs/formats/reddit-csv.md` names the sources. Tables of heads (`message_headers.csv` …) repeat
//! the rows of the full ones without their texts: they are read only where the full table is missing.

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe,
    account::sign_own,
    account_tables::{Cells, cells, dated, entry, headings},
    files::{File, Files, Format, Way},
    ledger::Ledger,
    table::rows::Row,
};
use crate::{
    error::Result,
    model::{
        ConversationKind, Detail, DetailKind, Direction, Locator, Message, MessageKind,
        ParticipantId, SkipReason,
    },
};
use std::collections::{BTreeSet, HashMap};

/// The importer.
pub struct Reddit;

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Messages,
    Chat,
    Posts,
    Comments,
    Drafts,
    /// Names and values, the account's name among them.
    Statistics,
    /// Anything else, counted as this.
    Entry(&'static str),
}

/// Headings that make a table. The first that fits wins: full tables stand before those of heads.
const TABLES: [(&[&str], Kind, u8); 12] = [
    (
        &[
            "message_id",
            "created_at",
            "username",
            "message",
            "channel_url",
        ],
        Kind::Chat,
        95,
    ),
    (
        &["id", "permalink", "date", "from", "to", "body"],
        Kind::Messages,
        95,
    ),
    (
        &["id", "permalink", "date", "subreddit", "link", "body"],
        Kind::Comments,
        95,
    ),
    (
        &["id", "permalink", "date", "subreddit", "title", "body"],
        Kind::Posts,
        95,
    ),
    (
        &["id", "permalink", "date", "ip", "from", "to"],
        Kind::Messages,
        90,
    ),
    (
        &["id", "permalink", "date", "ip", "subreddit", "link"],
        Kind::Comments,
        90,
    ),
    (
        &["id", "permalink", "date", "ip", "subreddit", "gildings"],
        Kind::Posts,
        90,
    ),
    (&["id", "permalink", "direction"], Kind::Entry("votes"), 85),
    (
        &["id", "title", "body", "kind", "created"],
        Kind::Drafts,
        85,
    ),
    (
        &["scheduled_post_id", "subreddit", "title", "body"],
        Kind::Drafts,
        85,
    ),
    (
        &["announcement_id", "from_id", "subject", "body"],
        Kind::Entry("announcements"),
        85,
    ),
    (&["post_id", "user_selection"], Kind::Entry("votes"), 85),
];

/// Tables whose few headings say little: their names decide as well.
const NAMED: [(&str, &str, Kind); 15] = [
    ("saved_posts", "permalink", Kind::Entry("saved")),
    ("saved_comments", "permalink", Kind::Entry("saved")),
    ("hidden_posts", "permalink", Kind::Entry("hidden")),
    (
        "subscribed_subreddits",
        "subreddit",
        Kind::Entry("subscriptions"),
    ),
    (
        "moderated_subreddits",
        "subreddit",
        Kind::Entry("subscriptions"),
    ),
    (
        "approved_submitter_subreddits",
        "subreddit",
        Kind::Entry("subscriptions"),
    ),
    ("multireddits", "display_name", Kind::Entry("subscriptions")),
    ("account_gender", "account_gender", Kind::Entry("profile")),
    ("twitter", "username", Kind::Entry("profile")),
    ("birthdate", "birthdate", Kind::Entry("profile")),
    (
        "linked_phone_number",
        "phone_number",
        Kind::Entry("profile"),
    ),
    ("ip_logs", "ip", Kind::Entry("log-ins")),
    ("friends", "username", Kind::Entry("friends")),
    ("user_preferences", "preference", Kind::Entry("settings")),
    ("statistics", "statistic", Kind::Statistics),
];

/// Cells that say nothing about anybody.
const TECHNICAL: [&str; 7] = [
    "id",
    "gildings",
    "channel_url",
    "conversation_type",
    "thread_parent_message_id",
    "thread_id",
    "updated_at",
];

/// What stands for a text that was removed.
const GONE: [&str; 3] = ["[deleted]", "[removed]", "[ Removed by Reddit ]"];

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn table(path: &str, found: &[String]) -> Option<(Kind, u8)> {
    let has = |name: &str| found.iter().any(|one| one == name);
    let known = TABLES
        .iter()
        .find(|(names, ..)| names.iter().all(|name| has(name)));
    if let Some((_, kind, score)) = known {
        return Some((*kind, *score));
    }
    NAMED
        .iter()
        .find(|(name, heading, _)| stem(path) == *name && has(heading))
        .map(|(.., kind)| (*kind, 60))
}

impl Importer for Reddit {
    fn id(&self) -> &'static str {
        "reddit-csv"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        table(probe.name, &headings(probe.text)).map_or(0, |(_, score)| score)
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let members = input.members.iter();
        let paths = members.filter_map(|at| input.container.members().get(*at as usize));
        let reader = Reader {
            ledger: Ledger::new(answers)?,
            tables: paths.map(|member| stem(&member.path).to_owned()).collect(),
            kind: Kind::Entry("other"),
            repeats: false,
            headings: None,
            said: HashMap::new(),
            answers: Vec::new(),
        };
        Ok(Box::new(Files::new(input, reader)))
    }
}

struct Reader {
    ledger: Ledger,
    /// Names of all tables of the source.
    tables: BTreeSet<String>,
    /// Of the table at hand.
    kind: Kind,
    /// Its rows stand in another table with their texts.
    repeats: bool,
    headings: Option<Vec<String>>,
    /// Own posts and comments by id, and which comments answer which id.
    said: HashMap<String, u32>,
    answers: Vec<(u32, String)>,
}

impl Format for Reader {
    fn open(&mut self, file: &File, _batch: &mut Batch) -> Way {
        let known = table(&file.path, &headings(&file.head));
        self.kind = known.map_or(Kind::Entry("other"), |(kind, _)| kind);
        self.headings = None;
        let full = stem(&file.path).strip_suffix("_headers").map(|name| {
            let plural = format!("{name}s");
            self.tables.contains(name) || self.tables.contains(&plural)
        });
        self.repeats = full.unwrap_or(false);
        Way::Table(b',')
    }

    fn row(&mut self, _file: &File, row: Row, place: Locator, batch: &mut Batch) -> Result<()> {
        let Some(headings) = self.headings.clone() else {
            self.headings = Some(
                row.fields
                    .iter()
                    .map(|cell| cell.trim().to_owned())
                    .collect(),
            );
            return Ok(());
        };
        if self.repeats {
            if batch.begin(place) {
                batch.skip(SkipReason::Repeated);
            }
            return Ok(());
        }
        let Some(cells) = cells(&headings, row, place, batch) else {
            return Ok(());
        };
        let message = match self.kind {
            Kind::Messages => self.message(cells, place, batch),
            Kind::Chat => self.chat(cells, place, batch),
            Kind::Posts => self.post(cells, place, batch),
            Kind::Comments => self.comment(cells, place, batch),
            Kind::Drafts => self.draft(cells, place, batch),
            Kind::Statistics => self.statistic(cells, place, batch),
            Kind::Entry(item) => self.entry(item, cells, place, batch),
        };
        batch.push(message)
    }

    fn finish(&mut self, batch: &mut Batch) {
        for (at, id) in std::mem::take(&mut self.answers) {
            let parent = self.said.get(&id);
            let parent = parent.and_then(|at| batch.messages.get(*at as usize));
            let text = parent.map(|parent| parent.body.to_string());
            if let (Some(text), Some(message)) = (
                text.filter(|text| !text.is_empty()),
                batch.messages.get_mut(at as usize),
            ) {
                message.extra_mut().quoted = Some(text);
            }
        }
        self.ledger.finish(batch);
        sign_own(batch);
    }
}

impl Reader {
    /// Keeps what was not taken.
    fn keep(&self, cells: Cells, message: &mut Message) {
        cells.keep(&TECHNICAL, message);
    }

    fn message(&mut self, mut cells: Cells, place: Locator, batch: &mut Batch) -> Message {
        let id = cells.take("id");
        let thread = cells.take("thread_id");
        let (from, to) = (cells.take("from"), cells.take("to"));
        let key = match thread.is_empty() {
            false => thread,
            true => {
                let mut pair = [from.as_str(), to.as_str()];
                pair.sort_unstable();
                pair.join(" ")
            }
        };
        let conversation = batch.conversation(&key, ConversationKind::Direct);
        let mut message = Message {
            conversation,
            place,
            ..Message::default()
        };
        dated(&["date"], &mut cells, &mut message, &mut self.ledger, batch);
        if let Some(sender) = person(&from, batch) {
            self.ledger.speak(&mut message, sender, batch);
        }
        if let Some(receiver) = person(&to, batch) {
            batch.join(conversation, receiver);
            message.extra_mut().recipients.push(receiver);
        }
        let subject = cells.take("subject");
        batch.entitle(conversation, subject.clone());
        if !subject.is_empty() {
            message.extra_mut().subject = Some(subject);
        }
        let body = cells.take("body");
        if GONE.contains(&body.trim()) {
            message.kind = MessageKind::Deleted;
        }
        message.body = body.into();
        message.extra_mut().raw.push(("id".to_owned(), id));
        self.keep(cells, &mut message);
        message
    }

    fn chat(&mut self, mut cells: Cells, place: Locator, batch: &mut Batch) -> Message {
        let channel = cells.take("channel_url");
        let conversation = batch.conversation(&channel, ConversationKind::Direct);
        batch.entitle(conversation, cells.take("channel_name"));
        let mut message = Message {
            conversation,
            place,
            ..Message::default()
        };
        let id = cells.take("message_id");
        let created = cells.take("created_at");
        self.ledger.written(&mut message, &created, batch);
        let updated = cells.take("updated_at");
        // Reddit writes 1970 where nothing was changed
        if !updated.is_empty() && updated != created && !updated.starts_with("1970-01-01") {
            message.extra_mut().edited = true;
            message
                .extra_mut()
                .raw
                .push(("updated_at".to_owned(), updated));
        }
        if let Some(sender) = person(&cells.take("username"), batch) {
            self.ledger.speak(&mut message, sender, batch);
        }
        let body = cells.take("message");
        if GONE.contains(&body.trim()) {
            message.kind = MessageKind::Deleted;
        }
        message.body = body.into();
        let parent = cells.take("thread_parent_message_id");
        let at = batch.messages.len() as u32;
        if !parent.is_empty() {
            self.answers.push((at, parent));
        }
        message
            .extra_mut()
            .raw
            .push(("message_id".to_owned(), id.clone()));
        self.said.insert(id, at);
        self.keep(cells, &mut message);
        message
    }

    fn post(&mut self, mut cells: Cells, place: Locator, batch: &mut Batch) -> Message {
        let mut message = entry(MessageKind::Post, "posts", place, batch);
        let id = cells.take("id");
        dated(&["date"], &mut cells, &mut message, &mut self.ledger, batch);
        let title = cells.take("title");
        if !title.is_empty() {
            message.extra_mut().subject = Some(title);
        }
        message.body = cells.take("body").into();
        self.said.insert(id.clone(), batch.messages.len() as u32);
        message.extra_mut().raw.push(("id".to_owned(), id));
        self.keep(cells, &mut message);
        message
    }

    fn comment(&mut self, mut cells: Cells, place: Locator, batch: &mut Batch) -> Message {
        let mut message = entry(MessageKind::Comment, "comments", place, batch);
        let id = cells.take("id");
        dated(&["date"], &mut cells, &mut message, &mut self.ledger, batch);
        message.body = cells.take("body").into();
        let at = batch.messages.len() as u32;
        let parent = cells.take("parent");
        if !parent.is_empty() {
            message
                .extra_mut()
                .raw
                .push(("parent".to_owned(), parent.clone()));
            self.answers.push((at, parent));
        }
        self.said.insert(id.clone(), at);
        message.extra_mut().raw.push(("id".to_owned(), id));
        self.keep(cells, &mut message);
        message
    }

    fn draft(&mut self, mut cells: Cells, place: Locator, batch: &mut Batch) -> Message {
        let mut message = entry(MessageKind::Post, "drafts", place, batch);
        message.direction = Direction::Draft;
        let times = ["created", "submission_time"];
        dated(&times, &mut cells, &mut message, &mut self.ledger, batch);
        let title = cells.take("title");
        if !title.is_empty() {
            message.extra_mut().subject = Some(title);
        }
        message.body = cells.take("body").into();
        self.keep(cells, &mut message);
        message
    }

    fn statistic(&mut self, mut cells: Cells, place: Locator, batch: &mut Batch) -> Message {
        let mut message = entry(MessageKind::Entry, "profile", place, batch);
        let (name, value) = (cells.take("statistic"), cells.take("value"));
        if name == "account name" && !value.is_empty() {
            let owner = batch.participant_by_name(&value, &value);
            self.ledger.stated.insert(owner);
        }
        let detail = Detail::new(DetailKind::Other, format!("{name}: {value}"));
        message.extra_mut().details.push(detail);
        self.keep(cells, &mut message);
        message
    }

    fn entry(
        &mut self,
        item: &'static str,
        mut cells: Cells,
        place: Locator,
        batch: &mut Batch,
    ) -> Message {
        let mut message = entry(MessageKind::Entry, item, place, batch);
        let times = ["date", "sent_at", "created"];
        dated(&times, &mut cells, &mut message, &mut self.ledger, batch);
        if item == "announcements" {
            message.body = cells.take("body").into();
        }
        self.keep(cells, &mut message);
        message
    }
}

/// Somebody by user name.
fn person(name: &str, batch: &mut Batch) -> Option<ParticipantId> {
    let name = name.trim();
    (!name.is_empty()).then(|| batch.participant_by_name(name, name))
}
