//! X (Twitter) archives: `data/*.js` as downloaded since 2018 (posts, long posts, deleted posts,
//! direct messages of two and of groups, likes and every other list of the account), and the older
//! download with `data/js/tweets/*.js` and `tweets.csv`.
//!
//! Files are told by the assignment at their beginning (`window.YTD.tweets.part0 =`), not by name.
//! `docs/formats/x-archive.md` names where the knowledge comes from. Memory: one record
//! (`limits::JSON_RECORD_BYTES`), the numbers of all posts and messages while they are read. Does
//! not read encrypted conversations, which are not in the archive.

mod classic;
mod entries;
mod loose;
mod messages;
mod posts;
mod time;
mod tweets;

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe,
    account::sign_own,
    files::{Fate, File, Files, Format, Way},
    json::{Segment, Step},
    ledger::Ledger,
    table::rows::Row,
};
use crate::{
    container::Container,
    error::Result,
    model::{DetailKind, Handle, HandleKind, Locator, ParticipantId, Warning},
};
use messages::Talk;
use std::{
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

/// The archive.
pub struct XArchive;

/// Address under which X shows an account, before its number.
const USER: &str = "x.com/i/user/";
/// Bytes that tell what a file is.
const LOOK: usize = 4 << 10;

const LIST: &[&[Step]] = &[&[Step::Items]];
const EVENTS: &[&[Step]] = &[&[
    Step::Items,
    Step::Key("dmConversation"),
    Step::Key("messages"),
    Step::Items,
]];
const WHOLE: &[&[Step]] = &[&[]];

/// What a file of the archive is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// `tweets`, `tweet`, `deleted_tweets`, `community_tweet`, headers of posts, months of the
    /// older download. The word is the list's name.
    Posts(String),
    /// `note_tweet`.
    Notes,
    /// `direct_messages` and its like.
    Messages(String),
    /// Any other list.
    Entries(String),
    /// `manifest.js`: what the archive should hold.
    Manifest,
    /// `user_details.js` and its like of the older download.
    Details,
    /// `tweets.csv` of the older download.
    Csv,
}

fn holds(text: &str, word: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

fn kind(head: &str) -> Option<Kind> {
    let start = head.trim_start_matches('\u{feff}').trim_start();
    let word = |prefix: &str| {
        let rest = start.strip_prefix(prefix)?;
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
        rest.get(..end)
    };
    if let Some(name) = word("window.YTD.") {
        return Some(named(name));
    }
    if word("Grailbird.data.").is_some() {
        return Some(Kind::Posts("tweets".to_owned()));
    }
    if start.starts_with("window.__THAR_CONFIG") {
        return Some(Kind::Manifest);
    }
    if let Some(name) = word("var ") {
        let about = ["user_details", "payload_details", "tweet_index"];
        return about.contains(&name).then_some(Kind::Details);
    }
    let line = start.lines().next().unwrap_or_default();
    if holds(line, "tweet_id") && holds(line, "in_reply_to_status_id") && holds(line, "text") {
        return Some(Kind::Csv);
    }
    // lists whose assignment somebody took away
    let list = start.get(..LOOK.min(start.len())).unwrap_or(start);
    if start.starts_with('[') && holds(list, "\"dmConversation\"") {
        return Some(Kind::Messages("direct_messages".to_owned()));
    }
    if start.starts_with('[') && holds(list, "\"tweet\"") && holds(list, "\"full_text\"") {
        return Some(Kind::Posts("tweets".to_owned()));
    }
    None
}

fn named(name: &str) -> Kind {
    if name.starts_with("note_tweet") {
        Kind::Notes
    } else if name.contains("direct_message") {
        Kind::Messages(name.to_owned())
    } else if matches!(
        name,
        "tweet"
            | "tweets"
            | "deleted_tweet"
            | "deleted_tweets"
            | "community_tweet"
            | "community_tweets"
            | "tweet_headers"
            | "deleted_tweet_headers"
    ) {
        Kind::Posts(name.to_owned())
    } else {
        Kind::Entries(name.to_owned())
    }
}

/// The owner first, long posts before the posts that cut them, lists without texts behind those
/// with texts, what repeats or counts others last.
fn rank(kind: Option<&Kind>) -> u8 {
    match kind {
        Some(Kind::Details) => 0,
        Some(Kind::Entries(name)) if name == "account" || name == "profile" => 0,
        Some(Kind::Entries(_)) | None => 5,
        Some(Kind::Notes) => 1,
        Some(Kind::Posts(name) | Kind::Messages(name)) if name.contains("header") => 6,
        Some(Kind::Posts(name)) if name.contains("deleted") => 3,
        Some(Kind::Posts(_)) => 2,
        Some(Kind::Messages(_)) => 4,
        Some(Kind::Csv) => 7,
        Some(Kind::Manifest) => 8,
    }
}

impl Importer for XArchive {
    fn id(&self) -> &'static str {
        "x-archive"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        match kind(probe.text) {
            Some(Kind::Details) => 70,
            Some(_) => 93,
            None => 0,
        }
    }

    fn start(&self, mut input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = Reader::new(&input, answers)?;
        let container = Rc::clone(&input.container);
        input.members.sort_by_cached_key(|member| {
            let head = container.head(*member, LOOK).unwrap_or_default();
            rank(kind(&String::from_utf8_lossy(&head)).as_ref())
        });
        Ok(Box::new(Files::new(input, reader)))
    }
}

/// What the archive says about one of its files.
struct Listed {
    name: String,
    count: u64,
}

/// The reader.
struct Reader {
    container: Rc<Container>,
    ledger: Ledger,
    kind: Option<Kind>,
    owner: Option<ParticipantId>,
    /// Account numbers of participants.
    people: BTreeMap<ParticipantId, String>,
    /// Names of accounts, learned wherever one is named: number, handle, name.
    names: HashMap<String, (String, String)>,
    posts: tweets::Posts,
    talk: Talk,
    /// Columns of the table at hand.
    headings: Option<Vec<String>>,
    listed: Vec<Listed>,
    /// Elements of each file's list.
    found: Vec<(String, u64)>,
    /// A file went through a code formatter.
    reformatted: bool,
}

impl Reader {
    fn new(input: &Input, answers: &Answers) -> Result<Self> {
        Ok(Self {
            container: Rc::clone(&input.container),
            ledger: Ledger::new(answers)?,
            kind: None,
            owner: None,
            people: BTreeMap::new(),
            names: HashMap::new(),
            posts: tweets::Posts::default(),
            talk: Talk::default(),
            headings: None,
            listed: Vec::new(),
            found: Vec::new(),
            reformatted: false,
        })
    }

    /// The participant of an account number. Archives hold numbers, hardly names: until one is
    /// learned, the address under which X shows the account.
    fn person(&mut self, number: &str, batch: &mut Batch) -> ParticipantId {
        let shown = format!("{USER}{number}");
        let id = batch.participant_by_name(&format!("x:{number}"), &shown);
        if self.people.insert(id, number.to_owned()).is_none()
            && let Some(participant) = batch.participants.get_mut(id.index())
        {
            participant.handles.push(Handle {
                raw: number.to_owned(),
                normalised: format!("x:{number}"),
                kind: HandleKind::Other,
            });
        }
        id
    }

    /// Remembers what an account is called.
    fn learn(&mut self, number: &str, handle: &str, name: &str) {
        if number.is_empty() || handle.is_empty() {
            return;
        }
        let known = self.names.entry(number.to_owned()).or_default();
        if known.0.is_empty() {
            handle.clone_into(&mut known.0);
        }
        if known.1.is_empty() {
            name.clone_into(&mut known.1);
        }
    }

    /// The owner, as the archive itself names the account.
    fn own(&mut self, number: &str, handle: &str, name: &str, batch: &mut Batch) {
        if number.is_empty() {
            return;
        }
        self.learn(number, handle, name);
        let owner = self.person(number, batch);
        self.ledger.stated.insert(owner);
        self.owner = Some(owner);
    }

    /// A file of the archive: `data/<folder>/<name>`, in the folder that has it.
    fn media(
        &mut self,
        folders: &[&str],
        name: &str,
        beside: u32,
    ) -> Option<crate::model::Attachment> {
        let held = folders.iter().find_map(|folder| {
            let path = format!("data/{folder}/{name}");
            let short = format!("{folder}/{name}");
            let named = |path: &str| self.container.named(path, beside);
            named(&path).or_else(|| named(&short)).map(|_| path)
        })?;
        Some(self.ledger.file(&self.container, &held, beside))
    }

    /// The same for a file that may be missing.
    fn media_or_missing(
        &mut self,
        folders: &[&str],
        name: &str,
        beside: u32,
    ) -> crate::model::Attachment {
        if let Some(found) = self.media(folders, name, beside) {
            return found;
        }
        let folder = folders.first().copied().unwrap_or_default();
        let path = format!("data/{folder}/{name}");
        self.ledger.file(&self.container, &path, beside)
    }

    /// Gives learned names to participants.
    fn name_people(&self, batch: &mut Batch) {
        for (person, number) in &self.people {
            let Some((handle, name)) = self.names.get(number) else {
                continue;
            };
            if let Some(participant) = batch.participants.get_mut(person.index()) {
                participant.names = [name.clone(), format!("@{handle}")]
                    .into_iter()
                    .filter(|name| !name.is_empty())
                    .collect();
            }
        }
        let named = batch
            .messages
            .iter_mut()
            .filter_map(|one| one.extra.as_mut());
        for detail in named.flat_map(|extra| &mut extra.details) {
            let numbered = detail.kind == DetailKind::Tag && detail.text.starts_with(USER);
            let person = detail.by.filter(|_| numbered);
            let person = person.and_then(|person| batch.participants.get(person.index()));
            if let Some(name) = person.and_then(|person| person.names.first()) {
                detail.text.clone_from(name);
            }
        }
        for conversation in &mut batch.conversations {
            if conversation.title.is_some() || !conversation.key.starts_with("dm ") {
                continue;
            }
            let others = conversation.participants.iter();
            let others: Vec<&str> = others
                .filter(|person| Some(**person) != self.owner)
                .filter_map(|person| batch.participants.get(person.index()))
                .filter_map(|one| one.names.first().map(String::as_str))
                .collect();
            if !others.is_empty() {
                conversation.title = Some(others.join(", "));
            }
        }
    }

    /// Compares the archive with its own list.
    fn compare(&self, batch: &mut Batch) {
        let file = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let read: BTreeMap<String, u64> = self
            .found
            .iter()
            .map(|(path, count)| (file(path), *count))
            .collect();
        let (mut declared, mut found, mut missing) = (0, 0, 0);
        for listed in &self.listed {
            match read.get(&file(&listed.name)) {
                Some(count) => {
                    declared += listed.count;
                    found += count;
                }
                None if listed.count > 0 => missing += 1,
                None => {}
            }
        }
        let warnings = &mut batch.source.warnings;
        if declared != found {
            let args = [
                ("declared", declared.to_string()),
                ("found", found.to_string()),
            ];
            warnings.push(Warning::new("count-differs", &args));
        }
        if missing > 0 {
            let args = [("count", missing.to_string())];
            warnings.push(Warning::new("listed-files-missing", &args));
        }
    }

    /// One record of the file at hand.
    fn record(
        &mut self,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        match self.kind.clone() {
            Some(Kind::Posts(name)) => self.post(&name, place, bytes, batch),
            Some(Kind::Notes) => self.note(place, bytes, batch),
            Some(Kind::Messages(_)) => self.event(path, place, bytes, batch),
            Some(Kind::Manifest) => self.manifest(place, bytes, batch),
            Some(Kind::Details) => self.details(bytes, batch),
            Some(Kind::Entries(name)) => self.entry(&name, place, bytes, batch),
            Some(Kind::Csv) | None => Ok(Fate::Done),
        }
    }
}

/// Whether a list of conversations went through a code formatter.
fn without_quotes(head: &str) -> bool {
    !holds(head, "\"dmConversation\"") && holds(head, "dmConversation")
}

impl Format for Reader {
    fn open(&mut self, file: &File, batch: &mut Batch) -> Way {
        let kind = kind(&file.head).unwrap_or(Kind::Entries("other".to_owned()));
        let way = match &kind {
            Kind::Messages(_) if !without_quotes(&file.head) => Way::Script(EVENTS),
            Kind::Manifest => Way::Script(WHOLE),
            Kind::Details if file.head.contains("tweet_index") => Way::Script(LIST),
            Kind::Details => Way::Script(WHOLE),
            Kind::Csv => Way::Table(b','),
            Kind::Posts(_) | Kind::Notes | Kind::Entries(_) | Kind::Messages(_) => {
                Way::Script(LIST)
            }
        };
        match &kind {
            Kind::Posts(_) | Kind::Notes | Kind::Csv => self.open_posts(&kind, batch),
            Kind::Messages(name) => self.talk.open(name),
            _ => {}
        }
        self.headings = None;
        self.kind = Some(kind);
        self.found.push((file.path.clone(), 0));
        way
    }

    fn value(
        &mut self,
        _file: &File,
        path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        // what ends the assignment
        if bytes == b";" {
            return Ok(Fate::Done);
        }
        if let (Some(Segment::Index(at)), Some((_, count))) = (path.first(), self.found.last_mut())
        {
            *count = (*count).max(at + 1);
        }
        if path.len() == 1
            && let Some(json) = loose::as_json(bytes)
        {
            self.reformatted = true;
            return self.record(path, place, json.as_bytes(), batch);
        }
        self.record(path, place, bytes, batch)
    }

    fn row(&mut self, _file: &File, row: Row, place: Locator, batch: &mut Batch) -> Result<()> {
        self.csv_row(row, place, batch)
    }

    fn leave(&mut self, path: &[Segment], _batch: &mut Batch) {
        if let [Segment::Index(_)] = path {
            self.talk.end();
        }
    }

    fn close(&mut self, _file: &File, _batch: &mut Batch) {
        self.talk.end();
    }

    fn finish(&mut self, batch: &mut Batch) {
        self.settle_posts(batch);
        self.name_people(batch);
        self.compare(batch);
        if self.reformatted {
            batch.source.warnings.push(Warning::new("reformatted", &[]));
        }
        if self.posts.any() {
            let warning = Warning::new("comments-not-in-export", &[]);
            batch.source.warnings.push(warning);
        }
        self.ledger.finish(batch);
        sign_own(batch);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_beginning() {
        let posts = |name: &str| Some(Kind::Posts(name.to_owned()));
        assert_eq!(kind("window.YTD.tweets.part0 = [ {"), posts("tweets"));
        assert_eq!(kind("\u{feff}window.YTD.tweet.part12 = ["), posts("tweet"));
        assert_eq!(kind("Grailbird.data.tweets_2012_05 = \n["), posts("tweets"));
        assert_eq!(kind("window.YTD.note_tweet.part0 = ["), Some(Kind::Notes));
        assert_eq!(
            kind("window.YTD.ip_audit.part0 = ["),
            Some(Kind::Entries("ip_audit".to_owned()))
        );
        assert_eq!(kind("window.__THAR_CONFIG = {"), Some(Kind::Manifest));
        assert_eq!(kind("var user_details =  {"), Some(Kind::Details));
        for other in [
            "var x = 1",
            "window.location = 1",
            "[{\"id\":1}]",
            "",
            "<html>",
        ] {
            assert_eq!(kind(other), None, "{other}");
        }
    }
}
