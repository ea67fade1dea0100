//! Slack exports: a folder per conversation with one file a day, beside `users.json`,
//! `channels.json`, `groups.json`, `dms.json` and `mpims.json`.
//!
//! Files are told by content. Senders are ids that `users.json` resolves; so are mentions in
//! texts. Exports of the kind that keeps edits and deletions hold these as rows of their own, which
//! become parts of the messages that they change. Files lie at Slack behind addresses with a secret
//! in them, not in the export. `docs/formats/slack.md` names where the knowledge comes from.
//! Memory: one record (`limits::JSON_RECORD_BYTES`), the users and conversations, and the time of
//! every message. Does not read the export of one user's conversations as text files.

mod extras;
mod message;
mod people;
mod text;

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe,
    files::{Fate, File, Files, Format, Way},
    json::{Segment, Step},
    ledger::Ledger,
};
use crate::{
    container::Container,
    error::Result,
    model::{ConversationId, Locator, ParticipantId},
};
use people::{Channel, Person};
use std::{
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

/// The export.
pub struct Slack;

/// Bytes that tell what a file is.
const LOOK: usize = 8 << 10;

const LIST: &[&[Step]] = &[&[Step::Items]];

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `users.json`, `org_users.json`.
    Users,
    /// `channels.json`, `groups.json`, `dms.json`, `mpims.json`.
    Channels,
    /// One day of a conversation.
    Day,
    /// `integration_logs.json`.
    Log,
}

fn holds(text: &str, word: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

/// Whether a field has this value, however the file is spaced.
fn says(text: &str, name: &str, value: &str) -> bool {
    holds(text, &format!("\"{name}\":\"{value}")) || holds(text, &format!("\"{name}\": \"{value}"))
}

fn kind(head: &str) -> Option<Kind> {
    let start = head.trim_start_matches('\u{feff}').trim_start();
    if !start.starts_with('[') {
        return None;
    }
    if says(start, "type", "message") && holds(start, "\"ts\"") {
        let sender = ["\"user\"", "\"bot_id\"", "\"subtype\"", "\"username\""];
        return sender
            .iter()
            .any(|name| holds(start, name))
            .then_some(Kind::Day);
    }
    if holds(start, "\"profile\"") && holds(start, "\"team_id\"") && holds(start, "\"name\"") {
        return Some(Kind::Users);
    }
    let id = ["C", "G", "D"]
        .iter()
        .any(|letter| says(start, "id", letter));
    if id && holds(start, "\"members\"") && holds(start, "\"created\"") {
        return Some(Kind::Channels);
    }
    let log = holds(start, "\"change_type\"") && holds(start, "\"user_id\"");
    (log && (holds(start, "\"app_type\"") || holds(start, "\"service_type\""))).then_some(Kind::Log)
}

impl Importer for Slack {
    fn id(&self) -> &'static str {
        "slack"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        match kind(probe.text) {
            Some(Kind::Day) => 95,
            Some(Kind::Users) => 88,
            Some(Kind::Channels) => 80,
            Some(Kind::Log) => 55,
            None => 0,
        }
    }

    fn start(&self, mut input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = Reader {
            container: Rc::clone(&input.container),
            ledger: Ledger::new(answers)?,
            kind: None,
            users: HashMap::new(),
            people: BTreeMap::new(),
            channels: Vec::new(),
            conversation: None,
            channel: None,
            by_time: HashMap::new(),
            replies: Vec::new(),
        };
        // names before the messages that need them
        let container = Rc::clone(&input.container);
        input.members.sort_by_cached_key(|member| {
            let head = container.head(*member, LOOK).unwrap_or_default();
            match kind(&String::from_utf8_lossy(&head)) {
                Some(Kind::Users) => 0,
                Some(Kind::Channels) => 1,
                Some(Kind::Day) | None => 2,
                Some(Kind::Log) => 3,
            }
        });
        Ok(Box::new(Files::new(input, reader)))
    }
}

/// The reader.
struct Reader {
    container: Rc<Container>,
    ledger: Ledger,
    kind: Option<Kind>,
    /// What `users.json` says, by id.
    users: HashMap<String, Person>,
    people: BTreeMap<ParticipantId, String>,
    channels: Vec<Channel>,
    /// Of the day at hand.
    conversation: Option<ConversationId>,
    /// Position in `channels` of the day at hand.
    channel: Option<usize>,
    /// Conversation and time of a message, in microseconds, and its place in the batch.
    by_time: HashMap<(u32, i64), u32>,
    /// Replies whose beginning was not read yet.
    replies: Vec<(u32, (u32, i64))>,
}

impl Format for Reader {
    fn open(&mut self, file: &File, batch: &mut Batch) -> Way {
        let kind = kind(&file.head).unwrap_or(Kind::Day);
        self.kind = Some(kind);
        self.conversation = None;
        self.channel = None;
        if kind == Kind::Day {
            self.open_day(&file.path, batch);
        }
        Way::Json(LIST)
    }

    fn value(
        &mut self,
        file: &File,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        if !matches!(path, [Segment::Index(_)]) {
            return Ok(Fate::Unreadable);
        }
        match self.kind {
            Some(Kind::Users) => self.user(place, bytes, batch),
            Some(Kind::Channels) => self.listed_channel(&file.path, place, bytes, batch),
            Some(Kind::Log) => self.log_entry(place, bytes, batch),
            Some(Kind::Day) | None => self.message(place, bytes, batch),
        }
    }

    fn finish(&mut self, batch: &mut Batch) {
        self.settle_replies(batch);
        self.title_direct(batch);
        self.ledger.finish(batch);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_content() {
        let day =
            r#"[ { "type": "message", "user": "U1", "text": "hej", "ts": "1700000000.000100" } ]"#;
        assert_eq!(kind(day), Some(Kind::Day));
        let users = r#"[{"id":"U1","team_id":"T1","name":"anna","profile":{"real_name":"Anna"}}]"#;
        assert_eq!(kind(users), Some(Kind::Users));
        let dms = r#"[{"id":"D1","created":1700000000,"members":["U1","U2"]}]"#;
        assert_eq!(kind(dms), Some(Kind::Channels));
        for other in [
            "[]",
            "{}",
            r#"[{"type":"message","text":"x"}]"#,
            r#"[{"id":"C1"}]"#,
        ] {
            assert_eq!(kind(other), None, "{other}");
        }
    }
}
