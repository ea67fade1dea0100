//! A LinkedIn account's download: messages, posts, comments, reactions, connections, invitations and
//! the account's other lists as tables (`messages.csv`, `Shares.csv`, `Comments.csv` …).
//!
//! Headings are English in every language of the account; tables are told by them.
//! `docs/formats/linkedin-csv.md` names the sources. `Connections.csv` has notes before its headings.

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe,
    account::sign_own,
    account_tables::{Cells, cells, dated, entry, headings},
    files::{File, Files, Format, Way},
    html,
    ledger::Ledger,
    table::rows::Row,
};
use crate::{
    container::Container,
    error::Result,
    model::{
        ConversationKind, Detail, DetailKind, Direction, Locator, Message, MessageKind,
        ParticipantId, SkipReason,
    },
};
use std::rc::Rc;

/// The importer.
pub struct LinkedIn;

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Messages,
    Shares,
    Comments,
    Profile,
    /// Anything else, counted as this.
    Entry(&'static str),
}

/// Headings that make a table, what it holds, and how sure that is: 90 decides on LinkedIn, 52 is
/// read along with what decides.
const TABLES: [(&[&str], Kind, u8); 24] = [
    (
        &["conversation id", "from", "date", "content"],
        Kind::Messages,
        95,
    ),
    (&["date", "sharelink", "sharecommentary"], Kind::Shares, 93),
    (
        &["first name", "last name", "connected on"],
        Kind::Entry("connections"),
        93,
    ),
    (
        &["first name", "last name", "maiden name", "headline"],
        Kind::Profile,
        93,
    ),
    (
        &["from", "to", "sent at", "message", "direction"],
        Kind::Entry("invitations"),
        92,
    ),
    (
        &["endorsement date", "skill name"],
        Kind::Entry("endorsements"),
        90,
    ),
    (
        &["company name", "title", "started on", "finished on"],
        Kind::Entry("profile"),
        60,
    ),
    (&["school name", "degree name"], Kind::Entry("profile"), 60),
    (
        &["email address", "confirmed", "primary"],
        Kind::Entry("profile"),
        60,
    ),
    (&["date", "link", "message"], Kind::Comments, 55),
    (&["date", "type", "link"], Kind::Entry("reactions"), 55),
    (&["date", "link", "optiontext"], Kind::Entry("votes"), 60),
    (
        &["date/time", "link", "media description"],
        Kind::Entry("media"),
        60,
    ),
    (
        &["date/time", "media description", "media link"],
        Kind::Entry("media"),
        60,
    ),
    (&["organization", "followed on"], Kind::Entry("follows"), 60),
    (&["date", "fullname", "status"], Kind::Entry("follows"), 60),
    (&["time", "search query"], Kind::Entry("searches"), 60),
    (
        &["login date", "ip address", "user agent"],
        Kind::Entry("log-ins"),
        60,
    ),
    (
        &["first name", "last name", "job title", "text"],
        Kind::Entry("recommendations"),
        60,
    ),
    (
        &["first name", "last name", "title", "body"],
        Kind::Entry("recommendations"),
        52,
    ),
    (&["name", "url", "authority"], Kind::Entry("profile"), 60),
    (
        &["source", "first name", "last name", "emails"],
        Kind::Entry("contacts"),
        60,
    ),
    (
        &["registered at", "registration ip"],
        Kind::Entry("profile"),
        60,
    ),
    (&["extension", "number", "type"], Kind::Entry("profile"), 52),
];

/// Tables of this score have headings that others have too.
const LOOSE: u8 = 55;
/// Names of such tables.
const NAMES: [&str; 4] = [
    "comments.csv",
    "reactions.csv",
    "phonenumbers.csv",
    "recommendations_received.csv",
];

/// The table that these headings make.
fn table(found: &[String]) -> Option<(Kind, u8)> {
    let holds = |names: &[&str]| names.iter().all(|name| found.iter().any(|one| one == name));
    TABLES
        .iter()
        .find(|(names, ..)| holds(names))
        .map(|(_, kind, score)| (*kind, *score))
}

/// The table that a text begins with; notes may stand before the headings.
fn table_of(text: &str) -> Option<(Kind, u8)> {
    let text = text.trim_start_matches('\u{feff}');
    if text.starts_with("Notes:") || text.starts_with("\"Notes:") {
        let mut lines = text.lines().skip(1).take(8);
        return lines.find_map(|line| table(&headings(line)));
    }
    table(&headings(text))
}

impl Importer for LinkedIn {
    fn id(&self) -> &'static str {
        "linkedin-csv"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let Some((_, score)) = table_of(probe.text) else {
            return 0;
        };
        if score > LOOSE {
            return score;
        }
        // words that any table may have: the addresses or the name say whose it is
        let name = probe.name.rsplit('/').next().unwrap_or_default();
        match (
            probe.text.contains("linkedin.com/"),
            NAMES.iter().any(|known| name.eq_ignore_ascii_case(known)),
        ) {
            (true, _) => 92,
            (_, true) => score,
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = Reader {
            container: Rc::clone(&input.container),
            ledger: Ledger::new(answers)?,
            kind: Kind::Entry("other"),
            headings: None,
            preamble: false,
            owner: None,
        };
        Ok(Box::new(Files::new(input, reader)))
    }
}

struct Reader {
    container: Rc<Container>,
    ledger: Ledger,
    /// Of the table at hand.
    kind: Kind,
    headings: Option<Vec<String>>,
    /// The table at hand begins with notes.
    preamble: bool,
    /// Name on the profile.
    owner: Option<String>,
}

impl Format for Reader {
    fn open(&mut self, file: &File, _batch: &mut Batch) -> Way {
        self.kind = table_of(&file.head).map_or(Kind::Entry("other"), |(kind, _)| kind);
        self.headings = None;
        let start = file.head.trim_start_matches('\u{feff}');
        self.preamble = start.starts_with("Notes:") || start.starts_with("\"Notes:");
        Way::Table(b',')
    }

    fn row(&mut self, _file: &File, row: Row, place: Locator, batch: &mut Batch) -> Result<()> {
        let Some(headings) = self.headings.clone() else {
            let small: Vec<String> = row
                .fields
                .iter()
                .map(|cell| cell.trim().to_lowercase())
                .collect();
            if self.preamble && table(&small).is_none() {
                if batch.begin(place) {
                    batch.skip(SkipReason::Preamble);
                }
                return Ok(());
            }
            self.headings = Some(
                row.fields
                    .iter()
                    .map(|cell| cell.trim().to_owned())
                    .collect(),
            );
            return Ok(());
        };
        let Some(cells) = cells(&headings, row, place, batch) else {
            return Ok(());
        };
        let message = match self.kind {
            Kind::Messages => self.message(cells, place, batch),
            Kind::Shares => self.share(cells, place, batch),
            Kind::Comments => self.comment(cells, place, batch),
            Kind::Profile => self.profile(cells, place, batch),
            Kind::Entry(item) => self.entry(item, cells, place, batch),
        };
        batch.push(message)
    }

    fn finish(&mut self, batch: &mut Batch) {
        if let Some(name) = self.owner.take() {
            let owner = owner(&name, batch);
            self.ledger.stated.insert(owner);
        }
        self.ledger.finish(batch);
        sign_own(batch);
    }
}

/// The owner, whom the profile knows by name and messages by address: of several people of the name
/// the one in most conversations.
fn owner(name: &str, batch: &mut Batch) -> ParticipantId {
    let threads = |id: ParticipantId| {
        let all = batch.conversations.iter();
        all.filter(|one| one.participants.contains(&id)).count()
    };
    let people = batch.participants.iter().enumerate();
    let named = people.filter(|(_, one)| one.names.iter().any(|known| known == name));
    let ids = named.map(|(at, _)| ParticipantId(at as u32));
    let found = ids.max_by_key(|id| (threads(*id), std::cmp::Reverse(*id)));
    found.unwrap_or_else(|| batch.participant_by_name(name, name))
}

/// Somebody by the address of their profile, else by name.
fn person(name: &str, url: &str, batch: &mut Batch) -> Option<ParticipantId> {
    let (name, url) = (name.trim(), url.trim());
    match (name, url) {
        ("", "") => None,
        (name, "") => Some(batch.participant_by_name(name, name)),
        (name, url) => {
            let id = batch.participant_by_handle(url);
            batch.name(id, name);
            Some(id)
        }
    }
}

/// Text that may be HTML; the original is kept where they differ.
fn set_body(message: &mut Message, text: String) {
    if !text.contains("</") && !text.contains("<br") && !text.contains("<p") {
        let plain = html::decoded(&text).into_owned();
        if plain != text {
            message.extra_mut().raw.push(("CONTENT".to_owned(), text));
        }
        message.body = plain.into();
        return;
    }
    let page = html::fragment(&text);
    message.body = page.text().into();
    for link in page.all().filter_map(|one| one.attribute("href")) {
        let detail = Detail::new(DetailKind::Link, link);
        if !message.body.contains(link) && !message.details().contains(&detail) {
            message.extra_mut().details.push(detail);
        }
    }
    message.extra_mut().raw.push(("CONTENT".to_owned(), text));
}

impl Reader {
    fn message(&mut self, mut cells: Cells, place: Locator, batch: &mut Batch) -> Message {
        let key = cells.take("CONVERSATION ID");
        let title = cells.take("CONVERSATION TITLE");
        let conversation = batch.conversation(&key, ConversationKind::Direct);
        batch.entitle(conversation, title);
        let mut message = Message {
            conversation,
            place,
            ..Message::default()
        };
        dated(&["DATE"], &mut cells, &mut message, &mut self.ledger, batch);
        let sender = person(
            &cells.take("FROM"),
            &cells.take("SENDER PROFILE URL"),
            batch,
        );
        if let Some(sender) = sender {
            self.ledger.speak(&mut message, sender, batch);
        }
        let (to, urls) = (cells.take("TO"), cells.take("RECIPIENT PROFILE URLS"));
        let names: Vec<&str> = to.split(',').collect();
        let addresses: Vec<&str> = urls
            .split(',')
            .filter(|url| !url.trim().is_empty())
            .collect();
        // names hold commas too: they belong to addresses only where there are as many
        let paired = names.len() == addresses.len();
        if paired || addresses.is_empty() {
            for (at, name) in names.iter().enumerate() {
                let url = addresses.get(at).copied().unwrap_or_default();
                self.receiver(&mut message, person(name, url, batch), batch);
            }
        } else {
            for url in &addresses {
                self.receiver(&mut message, person("", url, batch), batch);
            }
            let detail = Detail::new(DetailKind::Other, format!("TO: {to}"));
            message.extra_mut().details.push(detail);
        }
        let subject = cells.take("SUBJECT");
        if !subject.is_empty() {
            message.extra_mut().subject = Some(subject);
        }
        set_body(&mut message, cells.take("CONTENT"));
        let folder = cells.take("FOLDER");
        if folder.eq_ignore_ascii_case("drafts")
            || cells.take("IS MESSAGE DRAFT").eq_ignore_ascii_case("yes")
        {
            message.direction = Direction::Draft;
        }
        if !folder.is_empty() {
            message.extra_mut().raw.push(("FOLDER".to_owned(), folder));
        }
        let files = cells.take("ATTACHMENTS");
        for name in files
            .split([',', '\n'])
            .map(str::trim)
            .filter(|name| !name.is_empty())
        {
            let file = self.ledger.file(&self.container, name, place.member);
            message.extra_mut().attachments.push(file);
        }
        if message.body.is_empty() && !message.attachments().is_empty() {
            message.kind = MessageKind::Media;
        }
        cells.keep(&["IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"], &mut message);
        message
    }

    fn receiver(&self, message: &mut Message, person: Option<ParticipantId>, batch: &mut Batch) {
        let Some(person) = person.filter(|person| Some(*person) != message.sender) else {
            return;
        };
        batch.join(message.conversation, person);
        if !message.extra_mut().recipients.contains(&person) {
            message.extra_mut().recipients.push(person);
        }
    }

    fn share(&mut self, mut cells: Cells, place: Locator, batch: &mut Batch) -> Message {
        let mut message = entry(MessageKind::Post, "posts", place, batch);
        dated(&["Date"], &mut cells, &mut message, &mut self.ledger, batch);
        // every line of a post stands in quotes of its own
        let text = cells.take("ShareCommentary");
        let joined = text.replace("\"\n\"", "\n");
        if joined != text {
            let raw = ("ShareCommentary".to_owned(), text);
            message.extra_mut().raw.push(raw);
        }
        set_body(&mut message, joined);
        cells.keep(&["Visibility"], &mut message);
        message
    }

    fn comment(&mut self, mut cells: Cells, place: Locator, batch: &mut Batch) -> Message {
        let mut message = entry(MessageKind::Comment, "comments", place, batch);
        dated(&["Date"], &mut cells, &mut message, &mut self.ledger, batch);
        set_body(&mut message, cells.take("Message"));
        cells.keep(&[], &mut message);
        message
    }

    fn profile(&mut self, mut cells: Cells, place: Locator, batch: &mut Batch) -> Message {
        let mut message = entry(MessageKind::Entry, "profile", place, batch);
        let name = format!("{} {}", cells.take("First Name"), cells.take("Last Name"));
        let name = name.trim();
        if !name.is_empty() {
            self.owner = Some(name.to_owned());
        }
        message.body = cells.take("Summary").into();
        let detail = Detail::new(DetailKind::Tag, name);
        message.extra_mut().details.push(detail);
        cells.keep(&[], &mut message);
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
        let times = [
            "Date",
            "Sent At",
            "Connected On",
            "Time",
            "Login Date",
            "Endorsement Date",
            "Creation Date",
            "Created Date",
            "Followed On",
            "Date/Time",
            "Registered At",
        ];
        dated(&times, &mut cells, &mut message, &mut self.ledger, batch);
        if item == "invitations" || item == "recommendations" {
            let texts = ["Message", "Text", "Body"].map(|heading| cells.take(heading));
            let text = texts.into_iter().find(|text| !text.is_empty());
            set_body(&mut message, text.unwrap_or_default());
        }
        if item == "connections" {
            let name = format!("{} {}", cells.take("First Name"), cells.take("Last Name"));
            for text in [name.trim(), &cells.take("Email Address")] {
                if !text.is_empty() {
                    let detail = Detail::new(DetailKind::ContactCard, text);
                    message.extra_mut().details.push(detail);
                }
            }
        }
        cells.keep(&[], &mut message);
        message
    }
}
