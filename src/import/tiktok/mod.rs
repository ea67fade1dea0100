//! A TikTok account's download in JSON (`user_data.json`, `user_data_tiktok.json`).
//!
//! One object of sections of lists, whose names change from year to year ("Activity" and "Your
//! Activity", "Video" and "Post", "Direct Messages" and "Direct Message") and whose members are written
//! large or small. So nothing but the shape and the last names of a path are looked at:
//! `docs/formats/tiktok-json.md`. Empty sections are null, "" or {}. Videos are not in a download.

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe,
    account::{Found, sign_own},
    files::{self, Fate, File, Files, Format, Way},
    json::{Segment, Step},
    ledger::{self, Ledger},
};
use crate::{
    error::Result,
    model::{ConversationKind, DetailKind, Locator, Message, MessageKind, SkipReason},
    time::TimeBasis,
};
use serde_json::{Map, Value};

/// The importer.
pub struct TikTok;

/// Where records stand. Everything else is handed out whole.
const RECORDS: &[&[Step]] = &[
    &[Step::AnyKey, Step::AnyKey, Step::AnyKey, Step::Items],
    &[Step::AnyKey, Step::AnyKey, Step::Items],
    &[
        Step::AnyKey,
        Step::AnyKey,
        Step::Key("ChatHistory"),
        Step::AnyKey,
        Step::Items,
    ],
    &[
        Step::AnyKey,
        Step::AnyKey,
        Step::Key("GroupChat"),
        Step::AnyKey,
        Step::Items,
    ],
];

/// What a list holds, by words in the names on the way to it. The first that fits wins.
const KINDS: [(&str, MessageKind, &str); 26] = [
    ("commentslist", MessageKind::Comment, "comments"),
    ("browsinghistor", MessageKind::Entry, "shop"),
    ("watch history", MessageKind::Entry, "watched"),
    ("browsing history", MessageKind::Entry, "watched"),
    ("watch live", MessageKind::Entry, "watched"),
    ("recently deleted", MessageKind::Post, "posts"),
    ("posts", MessageKind::Post, "posts"),
    ("videos/videolist", MessageKind::Post, "posts"),
    ("like list", MessageKind::Entry, "likes"),
    ("favorite", MessageKind::Entry, "favorites"),
    ("like", MessageKind::Entry, "likes"),
    ("fanslist", MessageKind::Entry, "followers"),
    ("follower", MessageKind::Entry, "followers"),
    ("following", MessageKind::Entry, "follows"),
    ("block", MessageKind::Entry, "blocks"),
    ("login", MessageKind::Entry, "log-ins"),
    ("search", MessageKind::Entry, "searches"),
    ("share history", MessageKind::Entry, "shares"),
    ("hashtag", MessageKind::Entry, "tags"),
    ("profile", MessageKind::Entry, "profile"),
    ("setting", MessageKind::Entry, "settings"),
    ("shop", MessageKind::Entry, "shop"),
    ("purchase", MessageKind::Entry, "purchases"),
    ("location", MessageKind::Entry, "places"),
    ("off tiktok", MessageKind::Entry, "advertising"),
    ("ads", MessageKind::Entry, "advertising"),
];

fn holds(text: &str, word: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

impl Importer for TikTok {
    fn id(&self) -> &'static str {
        "tiktok-json"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let start = probe.text.trim_start_matches('\u{feff}').trim_start();
        if !start.starts_with('{') {
            return 0;
        }
        let sections = [
            "\"Chat History\"",
            "\"ChatHistory\"",
            "\"CommentsList\"",
            "\"Login History\"",
            "\"LoginHistoryList\"",
            "\"Video Browsing History\"",
            "\"Watch History\"",
            "\"Favorite Videos\"",
            "\"FavoriteVideoList\"",
            "\"ItemFavoriteList\"",
            "\"ProfileMap\"",
            "\"Profile Information\"",
            "\"Profile Info\"",
            "\"SearchList\"",
            "\"FansList\"",
            "\"Tiktok Live\"",
            "\"TikTok Shopping\"",
            "\"TikTok Shop\"",
            "\"App Settings\"",
            "\"Ads and data\"",
            "\"Share History\"",
        ];
        let found = sections.iter().filter(|name| holds(start, name)).count();
        let named =
            holds(start, "tiktok") || holds(start, "TikTok") || holds(start, "Chat History with ");
        match (found, named) {
            (3.., _) | (2, true) => 92,
            (1, true) => 75,
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = Reader {
            ledger: Ledger::new(answers)?,
            marked: false,
        };
        Ok(Box::new(Files::new(input, reader)))
    }
}

struct Reader {
    ledger: Ledger,
    /// Some time of the source says that it is UTC.
    marked: bool,
}

/// The names on the way to a value, in small letters.
fn names(path: &[Segment]) -> String {
    let keys = path.iter().filter_map(|segment| match segment {
        Segment::Key(key) => Some(key.to_lowercase()),
        Segment::Index(_) => None,
    });
    keys.collect::<Vec<_>>().join("/")
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.iter().all(is_empty),
        Value::Object(map) => map.values().all(is_empty),
        _ => false,
    }
}

/// Takes a member whose name may be written large or small.
fn take(map: &mut Map<String, Value>, names: &[&str]) -> String {
    for name in names {
        let key = map.keys().find(|key| key.eq_ignore_ascii_case(name));
        let Some(key) = key.cloned() else { continue };
        if let Some(Value::String(_)) = map.get(&key)
            && let Some(Value::String(text)) = map.remove(&key)
        {
            return text;
        }
    }
    String::new()
}

impl Reader {
    fn time(&mut self, message: &mut Message, text: &str, batch: &mut Batch) {
        self.ledger.written(message, text, batch);
        self.marked |= message.time.basis == TimeBasis::Utc;
    }

    /// "N/A" stands for nothing.
    fn dated(&mut self, message: &mut Message, map: &mut Map<String, Value>, batch: &mut Batch) {
        let text = take(
            map,
            &["date", "timestamp", "send_time", "time", "watchtime"],
        );
        if !text.is_empty() && !text.eq_ignore_ascii_case("n/a") {
            self.time(message, &text, batch);
        }
    }

    fn chat(
        &mut self,
        partner: &str,
        mut line: Map<String, Value>,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        // "Chat History with anna:"
        let name = partner.trim_end_matches(':');
        let name = name
            .strip_prefix("Chat History with ")
            .unwrap_or(name)
            .trim();
        let conversation = batch.conversation(name, ConversationKind::Direct);
        batch.entitle(conversation, name.to_owned());
        let mut message = Message {
            conversation,
            place,
            ..Message::default()
        };
        self.dated(&mut message, &mut line, batch);
        let sender = take(&mut line, &["from", "sender"]);
        if !sender.is_empty() {
            let person = batch.participant_by_name(&sender, &sender);
            self.ledger.speak(&mut message, person, batch);
        }
        let body = take(&mut line, &["content", "comment", "message", "text"]);
        message.body = body.into();
        let mut found = Found::default();
        found.walk("", &Value::Object(line), 0);
        found.fill(&mut message);
        let linked = message
            .details()
            .iter()
            .any(|one| one.kind == DetailKind::Link);
        if message.body.is_empty() && linked {
            message.kind = MessageKind::Media;
        }
        batch.push(message)
    }

    fn entry(
        &mut self,
        names: &str,
        value: Value,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        let known = KINDS.iter().find(|(word, ..)| names.contains(word));
        let (kind, item) = known.map_or((MessageKind::Entry, "other"), |(_, kind, item)| {
            (*kind, *item)
        });
        let mut message = Message {
            conversation: ledger::account_thread(batch, &format!("account/{item}"), item),
            place,
            kind,
            ..Message::default()
        };
        let mut found = Found::default();
        let last = names.rsplit('/').next().unwrap_or_default();
        match value {
            Value::Object(mut map) => {
                self.dated(&mut message, &mut map, batch);
                let says = kind == MessageKind::Comment || kind == MessageKind::Post;
                if says {
                    let body = take(&mut map, &["comment", "title", "text"]);
                    message.body = body.into();
                }
                if last == "profilemap" {
                    self.profile(&map, batch);
                }
                // "Likes": "17" of a post counts, and says nothing about anybody
                for name in ["Likes", "likes"] {
                    if let Some(Value::String(count)) = map.remove(name) {
                        found.raw.push((name.to_owned(), count));
                    }
                }
                found.walk("", &Value::Object(map), 0);
            }
            value => found.walk(last, &value, 0),
        }
        if !message.body.is_empty()
            && let Some((_, text)) = found.body.take()
        {
            found.details.push((DetailKind::Description, text));
        }
        found.fill(&mut message);
        let details = &mut message.extra_mut().details;
        details.retain(|detail| {
            let (_, text) = detail.text.rsplit_once(": ").unwrap_or(("", &detail.text));
            !text.eq_ignore_ascii_case("n/a")
        });
        *batch.source.items.entry(item.to_owned()).or_default() += 1;
        batch.push(message)
    }

    /// The owner's name.
    fn profile(&mut self, map: &Map<String, Value>, batch: &mut Batch) {
        let text = |name: &str| map.get(name).and_then(Value::as_str).unwrap_or_default();
        let name = text("userName");
        if !name.is_empty() {
            let owner = batch.participant_by_name(name, name);
            self.ledger.stated.insert(owner);
        }
    }
}

impl Format for Reader {
    fn open(&mut self, _file: &File, _batch: &mut Batch) -> Way {
        Way::Json(RECORDS)
    }

    fn value(
        &mut self,
        _file: &File,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let value = match files::record::<Value>(place, bytes, batch) {
            Ok(value) => value,
            Err(fate) => return Ok(fate),
        };
        if is_empty(&value) {
            batch.skip(SkipReason::UnknownElement);
            return Ok(Fate::Done);
        }
        let partner = match path {
            [.., Segment::Key(partner), Segment::Index(_)] if path.len() == 5 => Some(partner),
            _ => None,
        };
        match (partner, value) {
            (Some(partner), Value::Object(line)) => {
                let partner = partner.clone();
                self.chat(&partner, line, place, batch)?;
            }
            (_, value) => self.entry(&names(path), value, place, batch)?,
        }
        Ok(Fate::Done)
    }

    fn finish(&mut self, batch: &mut Batch) {
        // one list of the file says "UTC" behind its times: so are the others
        for message in &mut batch.messages {
            if self.marked && message.time.basis == TimeBasis::LocalUnknown {
                message.time.utc_ms = message.time.local_ms.take();
                message.time.basis = TimeBasis::Utc;
            }
        }
        self.ledger.finish(batch);
        sign_own(batch);
    }
}
