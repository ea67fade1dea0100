//! My Activity: what the account searched, watched and visited, one cell or object per entry.

use super::Takeout;
use crate::{
    error::Result,
    import::{
        Batch,
        account::Found,
        files::{Fate, File},
        html::Element,
        json, ledger, written_time,
    },
    model::{Detail, DetailKind, Locator, Message},
};
use serde_json::Value;

impl Takeout {
    pub(super) fn open_activity(&mut self, file: &File, batch: &mut Batch) {
        let folder = file.path.rsplit('/').nth(1).unwrap_or_default();
        let key = if folder.is_empty() {
            "activity"
        } else {
            folder
        };
        self.conversation = Some(ledger::account_thread(batch, key, folder));
    }

    fn entry(&mut self, place: Locator, batch: &mut Batch) -> Message {
        let mut message = Message {
            conversation: self.conversation.unwrap_or_default(),
            place,
            ..Message::default()
        };
        message.sender = Some(self.owner(batch));
        if let Some(owner) = message.sender {
            batch.join(message.conversation, owner);
        }
        message
    }

    pub(super) fn activity_cell(
        &mut self,
        cell: &Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        if !batch.begin(place) {
            return Ok(());
        }
        let mut message = self.entry(place, batch);
        let cells = cell.all().filter(|one| one.has_class("content-cell"));
        let mut body = String::new();
        for content in cells {
            let caption = content.has_class("mdl-typography--caption");
            let text = content.text();
            if caption {
                caption_lines(content, &text, &mut message);
            } else {
                let mut lines: Vec<&str> = text.lines().collect();
                let date = lines
                    .iter()
                    .rposition(|line| written_time::read(line, None).is_some());
                if let Some(at) = date {
                    let date = lines.remove(at);
                    self.ledger.written(&mut message, date, batch);
                }
                for line in lines {
                    if !body.is_empty() {
                        body.push('\n');
                    }
                    body.push_str(line.trim());
                }
                links(content, DetailKind::Link, &mut message);
            }
        }
        message.body = body.into();
        if let Some(product) = cell.by_class("header-cell") {
            let raw = ("header".to_owned(), product.text());
            message.extra_mut().raw.push(raw);
        }
        for picture in cell
            .all()
            .filter(|one| matches!(one.tag.as_str(), "img" | "audio" | "video"))
        {
            let Some(path) = picture
                .attribute("src")
                .filter(|path| !path.contains("://"))
            else {
                continue;
            };
            let attachment = self.ledger.file(&self.container, path, place.member);
            message.extra_mut().attachments.push(attachment);
        }
        batch.push(message)
    }

    pub(super) fn activity_value(
        &mut self,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((value, mended)) = json::record::<Value>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        let Some(entry) = value
            .as_object()
            .filter(|entry| entry.contains_key("title") || entry.contains_key("time"))
        else {
            return Ok(Fate::Unreadable);
        };
        batch.mended(&mended, place);
        let mut message = self.entry(place, batch);
        let mut found = Found::default();
        for (key, value) in entry {
            match (key.as_str(), value) {
                ("time", Value::String(time)) => {
                    self.ledger.written(&mut message, time, batch);
                }
                ("title", Value::String(title)) => message.body = title.as_str().into(),
                ("header", Value::String(header)) => {
                    found.raw.push((key.clone(), header.clone()));
                }
                ("products", value) => found.raw.push((key.clone(), value.to_string())),
                ("locationInfos", value) => places(value, &mut found),
                (key, value) => found.walk(key, value, 0),
            }
        }
        if let Some((_, text)) = found.body.take() {
            found.details.push((DetailKind::Description, text));
        }
        found.fill(&mut message);
        batch.push(message)?;
        Ok(Fate::Done)
    }
}

/// Where the account was: names and map addresses.
fn places(value: &Value, found: &mut Found) {
    for place in value.as_array().into_iter().flatten() {
        for text in place.as_object().into_iter().flat_map(|map| map.values()) {
            if let Some(text) = text.as_str() {
                found.details.push((DetailKind::Location, text.to_owned()));
            }
        }
    }
}

/// Products and places below an entry. A place is a line with an address of a map.
fn caption_lines(content: &Element, text: &str, message: &mut Message) {
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let kind = if line.contains("/maps") || line.contains("maps?") {
            DetailKind::Location
        } else {
            DetailKind::Other
        };
        message.extra_mut().details.push(Detail::new(kind, line));
    }
    links(content, DetailKind::Location, message);
}

fn links(content: &Element, kind: DetailKind, message: &mut Message) {
    for link in content.all().filter_map(|one| one.attribute("href")) {
        let detail = Detail::new(kind, link);
        let shown = content.text().contains(link);
        if !shown && !message.details().contains(&detail) {
            message.extra_mut().details.push(detail);
        }
    }
}
