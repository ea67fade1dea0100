//! A Snapchat account's "My Data" in JSON: saved chats and snaps (`chat_history.json`,
//! `snap_history.json`) and the account's other files (`account.json`, `friends.json`,
//! `memories_history.json`, `location_history.json` …).
//!
//! Two generations: lists by direction ("Received Saved Chat History", `From`, `To`, `Text`) and, since
//! 2023, lists by conversation (`Content`, `IsSender`, `Media IDs`). Times state UTC.
//! `docs/formats/snapchat-json.md` names the sources. The pages (`html/`) hold the same and are not
//! read.

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe,
    account::{Found, sign_own},
    files::{Fate, File, Files, Format, Way},
    html,
    json::{self, Flag, Number, Segment, Step, Text},
    ledger::{self, Ledger},
};
use crate::{
    container::Container,
    error::Result,
    json_record,
    model::{
        ConversationKind, Locator, Message, MessageKind, ParticipantId, RepairKind, SkipReason,
    },
};
use serde_json::{Map, Value};
use std::{collections::HashMap, rc::Rc};

/// The importer.
pub struct Snapchat;

/// Milliseconds by which the exact time of a message may differ from the written one.
const SAME_SECOND_MS: i64 = 1_000;

json_record! {
    struct Line {
        often {
            "From" => from: Text,
            "To" => to: Text,
            "Media Type" => media: Text,
            "Created" => created: Text,
            "Content" | "Text" => text: Text,
            "Conversation Title" => title: Text,
            "IsSender" => sent: Flag,
            "Created(microseconds)" => exact: Number,
            "Media IDs" => files: Text,
        }
        rare {}
    }
}

fn holds(text: &str, word: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

/// Whether the beginning of a file is one of chats or snaps.
fn is_history(head: &str) -> bool {
    let line = holds(head, "\"Media Type\"") && holds(head, "\"Created\"");
    line && (holds(head, "\"From\"") || holds(head, "\"To\""))
}

impl Importer for Snapchat {
    fn id(&self) -> &'static str {
        "snapchat-json"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let start = probe.text.trim_start_matches('\u{feff}').trim_start();
        if !start.starts_with('{') {
            return 0;
        }
        if is_history(start) {
            return 93;
        }
        let lists = [
            "\"Received Saved Chat History\"",
            "\"Received Snap History\"",
            "\"Sent Snap History\"",
            "\"Saved Media\"",
            "\"Memories History\"",
            "\"Friend Requests Sent\"",
            "\"Deleted Friends\"",
            "\"Hidden Friend Suggestions\"",
            "\"Your Story Views\"",
            "\"Friend and Public Story Views\"",
            "\"Areas you may have visited in the last two years\"",
            "\"Daily Top Locations\"",
            "\"Snapchat Account\"",
            "\"Bitmoji\"",
        ];
        if lists.iter().any(|name| holds(start, name)) {
            return 85;
        }
        let basic = holds(start, "\"Basic Information\"") && holds(start, "\"Username\"");
        u8::from(basic) * 80
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = Reader {
            media: media(&input.container),
            container: Rc::clone(&input.container),
            ledger: Ledger::new(answers)?,
            history: false,
            snaps: false,
            owner: None,
            old: false,
            file: String::new(),
        };
        Ok(Box::new(Files::new(input, reader)))
    }
}

/// Files by the number that messages name: `2019-02-12_b~EiQ….jpg` is `b~EiQ…`.
fn media(container: &Container) -> HashMap<String, String> {
    let named = container.members().iter().filter_map(|member| {
        let name = member.path.rsplit('/').next()?;
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let (date, id) = stem.split_once('_')?;
        (date.len() == 10 && id.contains('~')).then(|| (id.to_owned(), name.to_owned()))
    });
    named.collect()
}

struct Reader {
    container: Rc<Container>,
    ledger: Ledger,
    media: HashMap<String, String>,
    /// The file at hand holds chats or snaps; snaps.
    history: bool,
    snaps: bool,
    owner: Option<ParticipantId>,
    /// Lists by direction.
    old: bool,
    /// Name of the file at hand.
    file: String,
}

impl Reader {
    /// The owner, who has no name in old files.
    fn owner(&mut self, name: &str, batch: &mut Batch) -> ParticipantId {
        let owner = match self.owner {
            Some(owner) => owner,
            None => batch.participant_by_name(name, name),
        };
        self.owner = Some(owner);
        self.ledger.stated.insert(owner);
        owner
    }

    fn line(
        &mut self,
        list: &str,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let Ok((line, mended)) = json::record::<Line>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        if line.created.0.is_empty() && line.media.0.is_empty() {
            if bytes == b"{}" {
                batch.skip(SkipReason::UnknownElement);
                return Ok(Fate::Done);
            }
            return Ok(Fate::Unreadable);
        }
        batch.mended(&mended, place);
        // "Sent Saved Chat History", "Received Snap History"
        let received = list.starts_with("Received ");
        let by_direction = list.ends_with(" History") && (received || list.starts_with("Sent "));
        self.old |= by_direction;
        let sent = match by_direction {
            true => !received,
            false => line.sent.0,
        };
        let partner = match (by_direction, received) {
            (true, true) => line.from.0.as_str(),
            (true, false) => line.to.0.as_str(),
            _ => list,
        };
        let conversation = batch.conversation(partner, ConversationKind::Direct);
        let title = match line.title.0.as_str() {
            "" => partner,
            title => title,
        };
        batch.entitle(conversation, title.to_owned());
        let mut message = Message {
            conversation,
            place,
            kind: self.kind(&line),
            ..Message::default()
        };
        self.time(&mut message, &line, batch);
        let sender = match sent {
            true => Some(self.owner(&line.from.0, batch)),
            false if line.from.0.is_empty() => None,
            false => Some(batch.participant_by_name(&line.from.0, &line.from.0)),
        };
        if by_direction && sent && !line.to.0.is_empty() {
            let receiver = batch.participant_by_name(&line.to.0, &line.to.0);
            batch.join(conversation, receiver);
        }
        if let Some(sender) = sender {
            self.ledger.speak(&mut message, sender, batch);
        }
        self.body(&mut message, &line.text.0, by_direction);
        for id in line
            .files
            .0
            .split('|')
            .map(str::trim)
            .filter(|id| !id.is_empty())
        {
            let name = self.media.get(id).map_or(id, String::as_str).to_owned();
            let file = self.ledger.file(&self.container, &name, place.member);
            message.extra_mut().attachments.push(file);
        }
        let raw = ("Media Type".to_owned(), line.media.0);
        message.extra_mut().raw.push(raw);
        message.extra_mut().raw.extend(line.others);
        batch.push(message)?;
        Ok(Fate::Done)
    }

    /// Old files write `&#39;` where people wrote an apostrophe.
    fn body(&self, message: &mut Message, text: &str, old: bool) {
        let escaped = old && text.contains('&') && text.contains(';') && !text.contains('<');
        let meant = match escaped {
            true => html::decoded(text),
            false => text.into(),
        };
        if meant != text {
            message
                .extra_mut()
                .raw
                .push(("Text".to_owned(), text.to_owned()));
        }
        message.body = meant.into_owned().into();
    }

    fn kind(&self, line: &Line) -> MessageKind {
        match line.media.0.as_str() {
            "STATUSERASEDMESSAGE" => MessageKind::Deleted,
            status if status.starts_with("STATUS") => MessageKind::System,
            "LOCATION" => MessageKind::Location,
            // a snap is gone once it is seen
            "IMAGE" | "VIDEO" if self.snaps => MessageKind::ViewOnce,
            "TEXT" => MessageKind::Text,
            _ if line.text.0.is_empty() => MessageKind::Media,
            _ => MessageKind::Text,
        }
    }

    /// The written second, made exact where the file has milliseconds beside it (under a name that
    /// says microseconds).
    fn time(&mut self, message: &mut Message, line: &Line, batch: &mut Batch) {
        self.ledger.written(message, &line.created.0, batch);
        let Some(count) = line.exact.0.filter(|count| *count > 0) else {
            return;
        };
        let exact = ledger::instant(count).utc_ms;
        match (message.time.utc_ms, exact) {
            (Some(written), Some(exact)) if (exact - written).abs() <= SAME_SECOND_MS => {
                message.time.utc_ms = Some(exact);
            }
            (None, Some(_)) if line.created.0.is_empty() => message.time = ledger::instant(count),
            _ => {
                let raw = ("Created(microseconds)".to_owned(), count.to_string());
                message.extra_mut().raw.push(raw);
                batch
                    .source
                    .accounting
                    .repair(RepairKind::BadDate, message.place);
            }
        }
    }

    /// Anything of the account's other files.
    fn entry(&mut self, list: &str, value: Value, place: Locator, batch: &mut Batch) -> Result<()> {
        let item = self.item(list);
        let mut message = Message {
            conversation: ledger::account_thread(batch, &format!("account/{item}"), item),
            place,
            kind: MessageKind::Entry,
            ..Message::default()
        };
        let mut found = Found::default();
        match value {
            Value::Object(mut map) => {
                if list == "Basic Information" {
                    self.account(&map, batch);
                }
                friend(&map, batch);
                self.dated(&mut message, &mut map, batch);
                if let Some(Value::String(url)) = map.remove("Media Download Url") {
                    found.raw.push(("Media Download Url".to_owned(), url));
                }
                found.walk("", &Value::Object(map), 0);
            }
            // ["2024-03-02 14:00:00 UTC", "55.6, 12.5"]
            Value::Array(mut parts) => {
                if let Some(Value::String(first)) = parts.first()
                    && super::written_time::read(first, None).is_some()
                {
                    self.ledger.written(&mut message, first, batch);
                    parts.remove(0);
                }
                found.walk(list, &Value::Array(parts), 0);
            }
            value => found.walk(list, &value, 0),
        }
        found.fill(&mut message);
        *batch.source.items.entry(item.to_owned()).or_default() += 1;
        batch.push(message)
    }

    /// The first of the members that hold times is the record's own.
    fn dated(&mut self, message: &mut Message, map: &mut Map<String, Value>, batch: &mut Batch) {
        for name in [
            "Date",
            "Created",
            "Creation Timestamp",
            "Creation Date",
            "Time",
            "Story Date",
        ] {
            let known = map.get(name).and_then(Value::as_str);
            let Some(text) = known.filter(|text| super::written_time::read(text, None).is_some())
            else {
                continue;
            };
            let text = text.to_owned();
            map.remove(name);
            self.ledger.written(message, &text, batch);
            return;
        }
    }

    fn account(&mut self, map: &Map<String, Value>, batch: &mut Batch) {
        let text = |name: &str| map.get(name).and_then(Value::as_str).unwrap_or_default();
        let (user, name) = (text("Username"), text("Name"));
        if !user.is_empty() {
            let owner = self.owner(user, batch);
            batch.name(owner, user);
            batch.name(owner, name);
        }
    }

    fn item(&self, list: &str) -> &'static str {
        let words = [
            ("memories", "memories"),
            ("friends", "friends"),
            ("location", "places"),
            ("story", "stories"),
            ("stories", "stories"),
            ("account", "profile"),
            ("search", "searches"),
            ("talk", "calls"),
            ("login", "log-ins"),
            ("shop", "shop"),
            ("bitmoji", "profile"),
        ];
        let list = list.to_lowercase();
        let known = words
            .iter()
            .find(|(word, _)| self.file.contains(word) || list.contains(word));
        known.map_or("other", |(_, item)| item)
    }
}

/// The name of somebody who wrote or is written to.
fn friend(map: &Map<String, Value>, batch: &mut Batch) {
    let text = |name: &str| map.get(name).and_then(Value::as_str).unwrap_or_default();
    if let Some(person) = batch.known(text("Username")) {
        batch.name(person, text("Display Name"));
    }
}

impl Format for Reader {
    fn open(&mut self, file: &File, _batch: &mut Batch) -> Way {
        self.history = is_history(&file.head);
        self.file = file
            .path
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_lowercase();
        self.snaps = self.history && !holds(&file.head, "Chat History") && {
            let lines = holds(&file.head, "\"Content\"") || holds(&file.head, "\"Text\"");
            !lines && !holds(&file.head, "\"Media IDs\"")
        };
        Way::Json(&[&[Step::AnyKey, Step::Items]])
    }

    fn value(
        &mut self,
        _file: &File,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let list = path.iter().find_map(|segment| match segment {
            Segment::Key(key) => Some(key.clone()),
            Segment::Index(_) => None,
        });
        let list = list.unwrap_or_default();
        let in_list = matches!(path, [Segment::Key(_), Segment::Index(_)]);
        // after damage nothing says where a line stood
        let lost = path.is_empty() && bytes.first() == Some(&b'{');
        if self.history && (in_list || lost) {
            return self.line(&list, place, bytes, batch);
        }
        let Ok((value, mended)) = json::record::<Value>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        let nothing = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            Value::Object(map) => map.is_empty(),
            _ => false,
        };
        if nothing {
            batch.skip(SkipReason::UnknownElement);
            return Ok(Fate::Done);
        }
        batch.mended(&mended, place);
        self.entry(&list, value, place, batch)?;
        Ok(Fate::Done)
    }

    fn finish(&mut self, batch: &mut Batch) {
        let generation = if self.old {
            "by-direction"
        } else {
            "by-conversation"
        };
        batch.source.variant = Some(generation.to_owned());
        self.ledger.finish(batch);
        sign_own(batch);
    }
}
