//! Meta's downloads as pages: conversations and records of an account.
//!
//! Class names change with every generation; two of them are known (`_a6-g`, `uiBoxWhite`). Where
//! neither occurs, a record is the innermost element with several texts of which the last is a
//! time. In a conversation the first text is the sender.

use super::{Meta, account};
use crate::{
    error::Result,
    import::{
        Batch,
        files::File,
        html::{Element, Pages, Pick, Piece},
        ledger, written_time,
    },
    model::{Detail, DetailKind, Locator, Message, MessageKind, SkipReason},
};
use std::io::Cursor;

/// Classes of records, newest first.
const CLASSES: [&str; 2] = ["_a6-g", "uiBoxWhite"];
/// "Participants" before the list of names.
const MEMBERS: [&str; 6] = [
    "participants",
    "deltagere",
    "deltagare",
    "deltakere",
    "osallistujat",
    "teilnehmer",
];

/// The zone that the language of a page points to.
pub(super) fn zone_of(head: &str) -> Option<&'static str> {
    let lower = head.to_lowercase();
    let zones = [
        ("deltagere:", "Europe/Copenhagen"),
        ("deltagare:", "Europe/Stockholm"),
        ("deltakere:", "Europe/Oslo"),
        ("osallistujat:", "Europe/Helsinki"),
        (" klo ", "Europe/Helsinki"),
    ];
    zones
        .into_iter()
        .find(|(word, _)| lower.contains(word))
        .map(|(_, zone)| zone)
}

/// How the records of a page are told.
pub(super) fn picker(head: &str) -> Box<dyn Fn(&Element) -> Pick> {
    let class = CLASSES.into_iter().find(|class| head.contains(class));
    Box::new(move |element| match (element.tag.as_str(), class) {
        ("title", _) => Pick::Part,
        ("div" | "section" | "article" | "li", Some(class)) if element.has_class(class) => {
            Pick::Record
        }
        ("div", None) if is_record(element) => Pick::Record,
        _ => Pick::Keep,
    })
}

fn is_record(element: &Element) -> bool {
    let last = element.last_text();
    last.is_some_and(|text| written_time::read(text, None).is_some())
        && element.text_blocks().len() > 1
}

/// Whether a page looks like one of these downloads: 0, or how sure.
pub(super) fn sniff(head: &str) -> u8 {
    let start = head.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if !start.starts_with('<') || start.starts_with("<?xml") {
        return 0;
    }
    if CLASSES.iter().any(|class| head.contains(class)) && head.contains("_3-9") {
        return 90;
    }
    let lower = head.to_lowercase();
    if !MEMBERS
        .iter()
        .any(|word| lower.contains(&format!("{word}:")))
    {
        return 0;
    }
    let bytes = Cursor::new(head.as_bytes().to_vec());
    let mut pages = Pages::new(Box::new(bytes), picker(head));
    loop {
        match pages.next() {
            Ok(Piece::Record { .. }) => return 70,
            Ok(Piece::End { .. }) | Err(_) => return 0,
            Ok(_) => {}
        }
    }
}

impl Meta {
    /// One record of a conversation's page.
    pub(super) fn page_message(
        &mut self,
        element: &Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        let Some(conversation) = self.thread.as_ref().map(|thread| thread.conversation) else {
            return Ok(());
        };
        if !batch.begin(place) {
            return Ok(());
        }
        let mut message = Message {
            conversation,
            place,
            ..Message::default()
        };
        let mut parts = Parts::of(element, self, &mut message, batch);
        self.time_of(&mut parts, &mut message, batch);
        if parts.blocks.is_empty() && message.attachments().is_empty() {
            batch.skip(SkipReason::UnknownElement);
            return Ok(());
        }
        if !parts.blocks.is_empty() {
            let sender = parts.blocks.remove(0);
            let person = batch.participant_by_name(&sender, &sender);
            self.ledger.speak(&mut message, person, batch);
        }
        for text in parts.reactions {
            let at = text.find(char::is_alphanumeric).unwrap_or(text.len());
            let (reaction, name) = text.split_at(at);
            let mut detail = Detail::new(DetailKind::Reaction, reaction.trim());
            if reaction.trim().is_empty() {
                detail.text = name.to_owned();
            } else if !name.trim().is_empty() {
                let person = batch.participant_by_name(name.trim(), name.trim());
                batch.join(conversation, person);
                detail.by = Some(person);
            }
            message.extra_mut().details.push(detail);
        }
        message.body = parts.blocks.join("\n").into();
        if message.body.is_empty() && !message.attachments().is_empty() {
            message.kind = MessageKind::Media;
        }
        batch.push(message)
    }

    /// One record of any other page.
    pub(super) fn page_record(
        &mut self,
        file: &File,
        element: &Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        if !batch.begin(place) {
            return Ok(());
        }
        let (kind, item) = account::kind_of(account::stem(&file.path))
            .or_else(|| account::kind_of(&file.path))
            .unwrap_or((MessageKind::Entry, "other"));
        let key = format!("account/{item}");
        let title = self.title.clone().unwrap_or_default();
        let mut message = Message {
            conversation: ledger::account_thread(batch, &key, &title),
            place,
            kind,
            ..Message::default()
        };
        let mut parts = Parts::of(element, self, &mut message, batch);
        self.time_of(&mut parts, &mut message, batch);
        parts.blocks.append(&mut parts.reactions);
        if parts.blocks.is_empty() && message.extra.is_none() {
            batch.skip(SkipReason::UnknownElement);
            return Ok(());
        }
        self.signs.posts |= kind == MessageKind::Post;
        self.signs.comments |= kind == MessageKind::Comment;
        message.body = parts.blocks.join("\n").into();
        *batch.source.items.entry(item.to_owned()).or_default() += 1;
        batch.push(message)
    }

    /// What stands around the messages: the members.
    pub(super) fn page_rest(
        &mut self,
        file: &File,
        rest: &Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        let Some(thread) = &self.thread else {
            // a page without any record that we know: its text is one
            if !self.page_had_records && rest.last_text().is_some() {
                return self.page_record(file, rest, place, batch);
            }
            return Ok(());
        };
        let conversation = thread.conversation;
        for (_, text) in rest.text_blocks() {
            let Some((word, names)) = text.split_once(':') else {
                continue;
            };
            if MEMBERS.contains(&word.trim().to_lowercase().as_str()) {
                for name in names
                    .split(',')
                    .map(str::trim)
                    .filter(|name| !name.is_empty())
                {
                    let person = batch.participant_by_name(name, name);
                    batch.join(conversation, person);
                }
            }
        }
        Ok(())
    }

    /// The last text that is a time.
    fn time_of(&mut self, parts: &mut Parts, message: &mut Message, batch: &mut Batch) {
        let found = parts
            .blocks
            .iter()
            .rposition(|text| written_time::read(text, None).is_some());
        if let Some(at) = found {
            let text = parts.blocks.remove(at);
            self.ledger.written(message, &text, batch);
        }
    }
}

/// The texts of a record; links and files are in the message.
struct Parts {
    blocks: Vec<String>,
    reactions: Vec<String>,
}

impl Parts {
    fn of(element: &Element, meta: &mut Meta, message: &mut Message, batch: &mut Batch) -> Self {
        let mut parts = Self {
            blocks: Vec::new(),
            reactions: Vec::new(),
        };
        for (block, text) in element.text_blocks() {
            let text = meta.texts.meant(&text, message.place, batch);
            if block.tag == "li" {
                parts.reactions.push(text);
            } else {
                parts.blocks.push(text);
            }
        }
        if parts.blocks.is_empty() {
            let text = element.text();
            if !text.is_empty() {
                parts.blocks.push(text);
            }
        }
        let mut files: Vec<String> = Vec::new();
        for inner in element.all() {
            for name in ["href", "src"] {
                let Some(address) = inner.attribute(name).filter(|one| !one.is_empty()) else {
                    continue;
                };
                if address.starts_with("http") || address.starts_with("mailto:") {
                    let detail = Detail::new(DetailKind::Link, address);
                    let shown = message.details().contains(&detail);
                    if !shown && inner.text() != address {
                        message.extra_mut().details.push(detail);
                    }
                } else if !address.starts_with(['#', '?'])
                    && !address.starts_with("data:")
                    && !address.starts_with("javascript:")
                {
                    let path = address.trim_start_matches("../").to_owned();
                    if !files.contains(&path) {
                        files.push(path);
                    }
                }
            }
        }
        for path in files {
            let attachment = meta
                .ledger
                .file(&meta.container, &path, message.place.member);
            message.extra_mut().attachments.push(attachment);
        }
        parts
    }
}
