//! Conversations as pages, as eDiscovery and scripts over Microsoft Graph write them.
//!
//! No specification of these pages is public, and their classes differ. A message is told by its
//! parts: an element whose class says message, post or chat item, with a sender and a time inside;
//! or a row of a table with a time, a name and a text. What a page holds besides is kept as the
//! conversation's title and, where it has text, as a notice.

use super::{holds, markup::add};
use crate::{
    container::Container,
    error::Result,
    import::{
        Answers, Batch, Input,
        files::{File, Format, Way},
        html::{Element, Pages, Pick, Piece},
        ledger::Ledger,
        written_time,
    },
    model::{
        ConversationId, ConversationKind, Detail, DetailKind, Direction, Locator, Message,
        MessageKind, SkipReason, Warning,
    },
};
use std::{io::Cursor, rc::Rc};

const MESSAGE: [&str; 7] = [
    "message",
    "msg",
    "chat-item",
    "chatitem",
    "post",
    "reply",
    "item",
];
const SENDER: [&str; 6] = ["sender", "author", "from", "user", "name", "creator"];
const TIME: [&str; 4] = ["time", "date", "sent", "created"];
const BODY: [&str; 5] = ["body", "content", "text", "html", "message"];
/// Parts of a message, and what stands around messages.
const NONE: [&str; 14] = [
    "header",
    "head",
    "body",
    "content",
    "text",
    "meta",
    "info",
    "list",
    "container",
    "wrapper",
    "thread",
    "history",
    "area",
    "count",
];
const SYSTEM: [&str; 4] = ["system", "event", "activity", "control"];
/// Letters of a sender's name that a cell of a table may have.
const NAME: usize = 120;

/// Words of an element's classes.
fn class_says(element: &Element, words: &[&str]) -> bool {
    let classes = element
        .attribute("class")
        .unwrap_or_default()
        .to_lowercase();
    words.iter().any(|word| {
        let mut parts = classes.split(|c: char| !c.is_ascii_alphanumeric());
        parts.any(|part| part.starts_with(word) || part.ends_with(word))
    })
}

/// The time of an element: `<time datetime>`, else its text.
fn time_text(element: &Element) -> Option<String> {
    let exact = ["datetime", "title", "data-time"];
    let exact = exact.iter().filter_map(|name| element.attribute(name));
    let text = element.text();
    exact
        .map(str::to_owned)
        .chain([text])
        .find(|text| written_time::read(text, None).is_some())
}

/// The parts of a message.
struct Parts<'a> {
    sender: Option<&'a Element>,
    time: (String, &'a Element),
}

fn parts(element: &Element) -> Option<Parts<'_>> {
    let inner = || element.all().skip(1);
    let time = inner()
        .filter(|one| one.tag == "time" || class_says(one, &TIME))
        .find_map(|one| Some((time_text(one)?, one)))?;
    let sender = inner().find(|one| {
        class_says(one, &SENDER) && !std::ptr::eq(*one, time.1) && !one.text().is_empty()
    });
    Some(Parts { sender, time })
}

/// Cells of a row that is a message: a time, a name and a text.
fn cells(row: &Element) -> Option<(String, Vec<(&Element, String)>)> {
    let cells: Vec<&Element> = row.elements().filter(|one| one.tag == "td").collect();
    if cells.len() < 3 {
        return None;
    }
    let at = cells
        .iter()
        .position(|cell| written_time::read(&cell.text(), None).is_some())?;
    let time = cells.get(at)?.text();
    let rest = cells.iter().enumerate().filter(|(n, _)| *n != at);
    Some((time, rest.map(|(_, cell)| (*cell, cell.text())).collect()))
}

fn pick(element: &Element) -> Pick {
    match element.tag.as_str() {
        "title" | "h1" => Pick::Part,
        "tr" if cells(element).is_some() => Pick::Record,
        "div" | "li" | "article" | "section"
            if class_says(element, &MESSAGE) && !class_says(element, &NONE) =>
        {
            match parts(element) {
                Some(_) => Pick::Record,
                None => Pick::Keep,
            }
        }
        _ => Pick::Keep,
    }
}

pub(super) fn sniff(text: &str) -> u8 {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if !start.starts_with('<') || start.starts_with("<?xml") {
        return 0;
    }
    let says = [
        "Microsoft Teams",
        "teams.microsoft.com",
        "@thread.v2",
        "@thread.tacv2",
        "@thread.skype",
        "@unq.gbl.spaces",
        "SkypeSpacesData",
    ];
    if !says.iter().any(|word| holds(text, word)) {
        return 0;
    }
    let bytes = Cursor::new(text.as_bytes().to_vec());
    let mut pages = Pages::new(Box::new(bytes), Box::new(pick));
    loop {
        match pages.next() {
            Ok(Piece::Record { .. }) => return 75,
            Ok(Piece::End { .. }) | Err(_) => return 0,
            Ok(_) => {}
        }
    }
}

/// The reader.
pub(super) struct Reader {
    container: Rc<Container>,
    ledger: Ledger,
    conversation: Option<ConversationId>,
}

impl Reader {
    pub fn new(input: &Input, answers: &Answers) -> Result<Self> {
        Ok(Self {
            container: Rc::clone(&input.container),
            ledger: Ledger::new(answers)?,
            conversation: None,
        })
    }

    fn speaker(&mut self, message: &mut Message, text: &str, batch: &mut Batch) {
        let text = text.trim().trim_end_matches(':').trim();
        if text.is_empty() {
            return;
        }
        // "Anna Ek <anna@example.org>", "Anna Ek (anna@example.org)"
        let address = text
            .split(['<', '>', '(', ')', '[', ']', ' '])
            .find(|part| part.contains('@') && part.contains('.'));
        let name = address.map_or(text, |address| text.split(address).next().unwrap_or(text));
        let name = name.trim_matches(['<', '(', '[', ' ']);
        let person = match (address, name) {
            (Some(address), "") => batch.participant_by_handle(address),
            (Some(address), name) => {
                let person = batch.participant_by_handle(address);
                batch.name(person, name);
                person
            }
            (None, name) => batch.participant_by_name(name, name),
        };
        self.ledger.speak(message, person, batch);
    }

    fn row(&mut self, message: &mut Message, row: &Element, batch: &mut Batch) {
        let Some((time, mut rest)) = cells(row) else {
            return;
        };
        self.ledger.written(message, &time, batch);
        let short = |text: &str| !text.is_empty() && text.chars().count() <= NAME;
        if let Some(at) = rest.iter().position(|(_, text)| short(text)) {
            let (_, name) = rest.remove(at);
            self.speaker(message, &name, batch);
        }
        // the longest text is what was said
        let said = rest
            .iter()
            .enumerate()
            .max_by_key(|(_, (_, text))| text.len());
        let Some((at, _)) = said else {
            return;
        };
        let (cell, text) = rest.remove(at);
        message.body = text.into();
        self.beside(message, cell);
        for (cell, text) in rest {
            add(message, DetailKind::Other, text);
            self.beside(message, cell);
        }
    }

    /// Addresses and files of a part.
    fn beside(&mut self, message: &mut Message, element: &Element) {
        for one in element.all() {
            let path = match one.tag.as_str() {
                "a" => one.attribute("href"),
                "img" => one.attribute("src"),
                _ => None,
            };
            let Some(path) = path.filter(|path| !path.is_empty() && !path.starts_with('#')) else {
                continue;
            };
            if path.contains("://") || path.starts_with("mailto:") || path.starts_with("tel:") {
                if !message.body.contains(path) {
                    add(message, DetailKind::Link, path);
                }
            } else if !path.starts_with("data:") {
                let beside = message.place.member;
                let attachment = self.ledger.file(&self.container, path, beside);
                message.extra_mut().attachments.push(attachment);
            }
            add(
                message,
                DetailKind::Description,
                one.attribute("alt").unwrap_or_default(),
            );
        }
    }

    fn block(&mut self, message: &mut Message, element: &Element, batch: &mut Batch) {
        let Some(parts) = parts(element) else {
            return;
        };
        self.ledger.written(message, &parts.time.0, batch);
        if let Some(sender) = parts.sender {
            self.speaker(message, &sender.text(), batch);
        }
        let heads: Vec<&Element> = parts.sender.into_iter().chain([parts.time.1]).collect();
        let is_head = |one: &Element| heads.iter().any(|head| std::ptr::eq(*head, one));
        let body = element.all().skip(1).find(|one| {
            class_says(one, &BODY)
                && !is_head(one)
                && !one.all().any(is_head)
                && !one.text().is_empty()
        });
        let reactions: Vec<&Element> = element
            .all()
            .skip(1)
            .filter(|one| class_says(one, &["reaction", "reactions"]))
            .collect();
        let is_reaction = |one: &Element| reactions.iter().any(|known| std::ptr::eq(*known, one));
        let said = body.unwrap_or(element);
        message.body = said
            .text_without(&|one| is_head(one) || is_reaction(one))
            .into();
        if body.is_some() {
            // what stands in the message besides
            let is_body = |one: &Element| body.is_some_and(|body| std::ptr::eq(body, one));
            let rest =
                element.text_without(&|one| is_head(one) || is_body(one) || is_reaction(one));
            for line in rest.lines().map(str::trim).filter(|line| !line.is_empty()) {
                add(message, DetailKind::Other, line);
            }
        }
        for reaction in reactions {
            let text = reaction.text();
            if !text.is_empty() && !message.details().iter().any(|one| one.text == text) {
                let detail = Detail::new(DetailKind::Reaction, text);
                message.add_detail(detail);
            }
        }
        self.beside(message, element);
        if class_says(element, &SYSTEM) {
            message.kind = MessageKind::System;
            message.direction = Direction::System;
        }
        if class_says(element, &["deleted"]) {
            message.kind = MessageKind::Deleted;
        }
        message.extra_mut().edited = class_says(element, &["edited"]);
    }
}

impl Format for Reader {
    fn open(&mut self, file: &File, batch: &mut Batch) -> Way {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        self.conversation = Some(batch.conversation(stem, ConversationKind::Direct));
        Way::Html(Box::new(pick))
    }

    fn part(&mut self, _file: &File, element: &Element, batch: &mut Batch) {
        if let Some(id) = self.conversation {
            batch.entitle(id, element.text());
        }
    }

    fn element(
        &mut self,
        _file: &File,
        element: Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        if !batch.begin(place) {
            return Ok(());
        }
        let mut message = Message {
            conversation: self.conversation.unwrap_or_default(),
            place,
            ..Message::default()
        };
        if element.tag == "tr" {
            self.row(&mut message, &element, batch);
        } else {
            self.block(&mut message, &element, batch);
        }
        if message.body.is_empty() && message.extra.is_none() {
            batch.skip(SkipReason::EmptyRow);
            return Ok(());
        }
        batch.push(message)
    }

    /// Text beside the messages: members, period, the search that found them.
    fn rest(
        &mut self,
        _file: &File,
        rest: &Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        let text = rest.text_without(&|one| one.tag == "head");
        if text.is_empty() || !batch.begin(place) {
            return Ok(());
        }
        let message = Message {
            conversation: self.conversation.unwrap_or_default(),
            place,
            kind: MessageKind::System,
            direction: Direction::System,
            body: text.into(),
            ..Message::default()
        };
        batch.push(message)
    }

    fn finish(&mut self, batch: &mut Batch) {
        batch
            .source
            .warnings
            .push(Warning::new("not-in-this-form", &[]));
        self.ledger.finish(batch);
    }
}
