//! A Mastodon account's archive: `outbox.json` (posts and boosts as ActivityPub activities),
//! `actor.json`, `likes.json`, `bookmarks.json` and the media that posts name.
//!
//! Sources: ActivityPub (W3C Recommendation 2018), Activity Vocabulary, and Mastodon's own writer
//! of archives; `docs/formats/mastodon.md`. Posts that were sent to people and not to an audience are
//! messages; everything else is counted by kind. Other people's posts are in an archive by address
//! only.

mod activity;

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe,
    account::{Found, sign_own},
    files::{self, Fate, File, Files, Format, Way},
    html,
    json::{self, Segment, Step},
    ledger::{self, Ledger},
};
use crate::{
    container::Container,
    error::{Code, Result},
    model::{
        Detail, DetailKind, Locator, Message, MessageKind, ParticipantId, SkipReason, Warning,
    },
};
use serde_json::{Map, Value};
use std::{collections::HashMap, rc::Rc};

/// The importer.
pub struct Mastodon;

/// Members of an actor that say nothing about the person.
const TECHNICAL: [&str; 15] = [
    "@context",
    "bookmarks",
    "devices",
    "endpoints",
    "featured",
    "featuredTags",
    "followers",
    "following",
    "id",
    "inbox",
    "likes",
    "outbox",
    "publicKey",
    "type",
    "url",
];

/// What a file of an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Actor,
    Outbox,
    /// Addresses of posts, and what they are counted as.
    List(&'static str),
}

fn holds(text: &str, word: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

fn kind(head: &str) -> Option<Kind> {
    let start = head.trim_start_matches('\u{feff}').trim_start();
    if !start.starts_with('{') || !holds(start, "www.w3.org/ns/activitystreams") {
        return None;
    }
    if holds(start, "\"preferredUsername\"") && holds(start, "\"inbox\"") {
        return Some(Kind::Actor);
    }
    if !holds(start, "\"orderedItems\"") {
        return None;
    }
    // the collections are named after their files
    for (name, kind) in [
        ("\"likes.json\"", Kind::List("likes")),
        ("\"bookmarks.json\"", Kind::List("bookmarks")),
    ] {
        if holds(start.get(..2_000).unwrap_or(start), name) {
            return Some(kind);
        }
    }
    Some(Kind::Outbox)
}

impl Importer for Mastodon {
    fn id(&self) -> &'static str {
        "mastodon"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        match kind(probe.text) {
            Some(Kind::Outbox) => 92,
            Some(_) => 85,
            None => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = Reader {
            container: Rc::clone(&input.container),
            ledger: Ledger::new(answers)?,
            kind: Kind::Outbox,
            owner: None,
            own: HashMap::new(),
            answers: Vec::new(),
            stated: None,
            found: 0,
        };
        Ok(Box::new(Files::new(input, reader)))
    }
}

struct Reader {
    container: Rc<Container>,
    ledger: Ledger,
    /// Of the file at hand.
    kind: Kind,
    owner: Option<ParticipantId>,
    /// Own posts by address, and which messages answer which address.
    own: HashMap<String, u32>,
    answers: Vec<(u32, String)>,
    /// How many items the file at hand says that it holds, and how many were met.
    stated: Option<u64>,
    found: u64,
}

impl Format for Reader {
    fn open(&mut self, file: &File, _batch: &mut Batch) -> Way {
        self.kind = kind(&file.head).unwrap_or(Kind::Outbox);
        self.stated = None;
        self.found = 0;
        match self.kind {
            Kind::Actor => Way::Json(&[&[]]),
            _ => Way::Json(&[&[Step::Key("orderedItems"), Step::Items]]),
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
        if let [Segment::Key(key)] = path {
            if key == "totalItems" {
                self.stated = json::record(bytes).ok().map(|(count, _)| count);
            }
            return Ok(Fate::Done);
        }
        self.found += 1;
        let value = match files::record::<Value>(place, bytes, batch) {
            Ok(value) => value,
            Err(fate) => return Ok(fate),
        };
        match (self.kind, value) {
            (Kind::Actor, Value::Object(actor)) => self.actor(actor, place, batch)?,
            (Kind::List(item), Value::String(address)) => {
                self.listed(item, address, place, batch)?;
            }
            (_, Value::Object(activity)) if activity.contains_key("type") => {
                self.activity(activity, place, batch)?;
            }
            (_, Value::Object(empty)) if empty.is_empty() => batch.skip(SkipReason::UnknownElement),
            _ => return Ok(Fate::Unreadable),
        }
        Ok(Fate::Done)
    }

    fn close(&mut self, _file: &File, batch: &mut Batch) {
        if let Some(stated) = self.stated.filter(|stated| *stated != self.found) {
            let args = [
                ("declared", stated.to_string()),
                ("found", self.found.to_string()),
            ];
            batch
                .source
                .warnings
                .push(Warning::new("count-differs", &args));
        }
    }

    fn finish(&mut self, batch: &mut Batch) {
        for (at, address) in std::mem::take(&mut self.answers) {
            let parent = self.own.get(&address);
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

/// The text of a piece of HTML, and the addresses behind words in it.
fn text_of(html: &str) -> (String, Vec<String>) {
    if !html.contains(['<', '&']) {
        return (html.to_owned(), Vec::new());
    }
    let page = html::fragment(html);
    let text = page.text();
    let links = page.all().filter_map(|one| one.attribute("href"));
    let hidden = links.filter(|link| !text.contains(*link));
    let hidden = hidden.map(str::to_owned).collect();
    (text, hidden)
}

fn text<'a>(map: &'a Map<String, Value>, name: &str) -> &'a str {
    map.get(name).and_then(Value::as_str).unwrap_or_default()
}

impl Reader {
    /// The account itself.
    fn actor(
        &mut self,
        mut actor: Map<String, Value>,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        let id = text(&actor, "id").to_owned();
        if id.is_empty() {
            batch.reject(Code::MalformedRecord, place);
            return Ok(());
        }
        let owner = batch.participant_by_handle(&id);
        batch.name(owner, text(&actor, "name"));
        batch.name(owner, &account_name(&id, text(&actor, "preferredUsername")));
        self.ledger.stated.insert(owner);
        self.owner = Some(owner);
        let mut message = Message {
            conversation: ledger::account_thread(batch, "profile", "profile"),
            place,
            kind: MessageKind::Entry,
            sender: Some(owner),
            ..Message::default()
        };
        batch.join(message.conversation, owner);
        if let Some(Value::String(time)) = actor.remove("published") {
            self.ledger.written(&mut message, &time, batch);
        }
        if let Some(Value::String(summary)) = actor.remove("summary") {
            self.set_body(&mut message, &summary);
        }
        for name in ["icon", "image"] {
            let url = actor.remove(name);
            let url = url.as_ref().and_then(|one| one.get("url"));
            if let Some(url) = url.and_then(Value::as_str) {
                let file = self.ledger.file(&self.container, url, place.member);
                message.extra_mut().attachments.push(file);
            }
        }
        // fields of the profile: a name and a text in HTML
        if let Some(Value::Array(fields)) = actor.remove("attachment") {
            for field in &fields {
                let part = |name: &str| field.get(name).and_then(Value::as_str).unwrap_or_default();
                let (value, links) = text_of(part("value"));
                let field = format!("{}: {value}", part("name"));
                let details = &mut message.extra_mut().details;
                details.push(Detail::new(DetailKind::Other, field));
                details.extend(
                    links
                        .into_iter()
                        .map(|link| Detail::new(DetailKind::Link, link)),
                );
            }
        }
        let mut found = Found::default();
        for name in TECHNICAL {
            if let Some(value) = actor.remove(name) {
                let text = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                found.raw.push((name.to_owned(), text));
            }
        }
        found.walk("", &Value::Object(actor), 0);
        if let Some((_, text)) = found.body.take() {
            found.details.push((DetailKind::Description, text));
        }
        found.fill(&mut message);
        *batch.source.items.entry("profile".to_owned()).or_default() += 1;
        batch.push(message)
    }

    /// A post of somebody else that the account liked or kept.
    fn listed(
        &mut self,
        item: &'static str,
        address: String,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        let mut message = Message {
            conversation: ledger::account_thread(batch, item, item),
            place,
            kind: MessageKind::Entry,
            sender: self.owner,
            ..Message::default()
        };
        let detail = Detail::new(DetailKind::Link, address);
        message.extra_mut().details.push(detail);
        *batch.source.items.entry(item.to_owned()).or_default() += 1;
        batch.push(message)
    }

    fn set_body(&self, message: &mut Message, html: &str) {
        let (text, links) = text_of(html);
        message.body = text.into();
        for link in links {
            let detail = Detail::new(DetailKind::Link, link);
            if !message.details().contains(&detail) {
                message.extra_mut().details.push(detail);
            }
        }
    }
}

/// `@anna@example.org` of an account's address.
fn account_name(id: &str, name: &str) -> String {
    let host = id
        .split("://")
        .nth(1)
        .and_then(|rest| rest.split('/').next());
    match (name, host) {
        ("", _) => String::new(),
        (name, Some(host)) => format!("@{name}@{host}"),
        (name, None) => format!("@{name}"),
    }
}
