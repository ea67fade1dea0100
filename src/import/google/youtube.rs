//! YouTube's tables and, before 2023, pages of own comments and live-chat messages.
//!
//! Headings, sentences and file names stand in the account's language. Columns are told by what
//! they hold: times in ISO 8601, ids, and the text as plain words or as JSON segments
//! (`{"takeoutSegments": [{"text": …}]}`). A page has one list item per comment: a sentence with the
//! time and addresses of video and comment, a line break, the text.

use super::Takeout;
use crate::{
    error::{Code, Result},
    import::{
        Batch,
        files::File,
        html::{Element, decode},
        ledger,
        table::rows::Row,
        written_time::{self, Written},
    },
    model::{Detail, DetailKind, Locator, Message, MessageKind},
};
use serde_json::Value;

/// Digits and letters of a channel's id, which begins with `UC`.
const CHANNEL: usize = 24;
/// Bytes of a list item in which its time stands.
const SENTENCE: usize = 2 << 10;
/// Bytes of a time.
const LONGEST_TIME: usize = 32;

/// Whether the beginning of a table is one of these: a row with a channel's id and a time, and
/// either JSON text or YouTube's own headings.
pub(super) fn is_table(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    if text.starts_with(['<', '{', '[']) {
        return false;
    }
    let heading = text.lines().next().unwrap_or_default();
    let mut rows = text.lines().skip(1).take(20);
    let dated = rows.any(|row| {
        let mut cells = row.split(',').map(|cell| cell.trim_matches('"'));
        cells.clone().any(is_channel) && cells.any(is_time)
    });
    let ids = text.lines().skip(1).take(20).any(|row| {
        let mut cells = row.split(',').map(|cell| cell.trim_matches('"'));
        cells.any(is_comment)
    });
    let segments = text.contains("\"\"text\"\":") || text.contains("takeoutSegments");
    let named = [
        "Comment ID",
        "Live Chat ID",
        "Comment Text",
        "Live Chat Text",
    ];
    dated && (segments || ids || named.iter().any(|name| heading.contains(name)))
}

/// Whether a page lists comments or live-chat messages.
pub(super) fn is_page(text: &str) -> bool {
    let video = text.contains("youtube.com/watch?v=") || text.contains("youtube.com/post/");
    let item = text.find("<li").and_then(|at| text.get(at..));
    video && item.is_some_and(|item| time_in(&decode(item)).is_some() && item.contains("<br"))
}

/// The time in a sentence, in whatever language the sentence is, and where it stands.
fn time_in(text: &str) -> Option<(&str, Written)> {
    let line = text
        .get(..text.floor_char_boundary(SENTENCE))
        .unwrap_or(text);
    for (at, _) in line.match_indices("-") {
        let Some(from) = at.checked_sub(4).and_then(|start| line.get(start..)) else {
            continue;
        };
        // "2020-05-24 20:10:05 UTC" before the end or further words
        let ends = from.match_indices([' ', '<', ',', ')']).map(|(end, _)| end);
        let ends: Vec<usize> = ends.take(3).chain([from.len()]).collect();
        for end in ends.into_iter().rev() {
            let part = from
                .get(..end)
                .unwrap_or_default()
                .trim_end_matches(['.', ' ']);
            if part.len() <= LONGEST_TIME
                && let Some(written) =
                    written_time::read(part, None).filter(|one| one.time.is_some())
            {
                return Some((part, written));
            }
        }
    }
    None
}

/// A comment's id begins with `Ug`.
fn is_comment(cell: &str) -> bool {
    let letters = cell
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    cell.len() >= 20 && cell.starts_with("Ug") && letters
}

fn is_channel(cell: &str) -> bool {
    cell.len() == CHANNEL
        && cell.starts_with("UC")
        && cell
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn is_time(cell: &str) -> bool {
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && cell.contains(':') && written_time::read(cell, None).is_some()
}

/// The words of a cell: JSON segments joined, anything else as it is. Addresses of links beside.
fn words(cell: &str) -> (String, Vec<String>) {
    let mut links = Vec::new();
    let start = cell.trim_start();
    if !start.starts_with(['{', '[']) {
        return (cell.to_owned(), links);
    }
    // several objects may stand one after another, divided by commas
    let listed = format!("[{start}]");
    let Ok(value) = serde_json::from_str::<Value>(&listed) else {
        return (cell.to_owned(), links);
    };
    let mut text = String::new();
    collect(&value, &mut text, &mut links, 0);
    (text, links)
}

fn collect(value: &Value, text: &mut String, links: &mut Vec<String>, depth: usize) {
    if depth > 16 {
        return;
    }
    match value {
        Value::Array(list) => {
            for one in list {
                collect(one, text, links, depth + 1);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(part) if key == "text" => text.push_str(part),
                    Value::String(part) => links.push(part.clone()),
                    value => collect(value, text, links, depth + 1),
                }
            }
        }
        _ => {}
    }
}

impl Takeout {
    pub(super) fn open_comments(&mut self, file: &File, batch: &mut Batch) {
        let comments = file.head.contains("&lc=") || file.head.contains("&amp;lc=");
        let key = if comments { "comments" } else { "live-chats" };
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let title = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        self.conversation = Some(ledger::account_thread(batch, key, title));
        self.item = key;
    }

    /// One list item of a page.
    pub(super) fn comment_item(
        &mut self,
        item: &Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        if !batch.begin(place) {
            return Ok(());
        }
        let text = item.text();
        let (sentence, said) = text.split_once('\n').unwrap_or((text.as_str(), ""));
        let mut message = Message {
            conversation: self.conversation.unwrap_or_default(),
            place,
            kind: MessageKind::Comment,
            body: said.trim().into(),
            ..Message::default()
        };
        message.sender = Some(self.owner(batch));
        if let Some((original, written)) = time_in(sentence) {
            message.time = written.timestamp(original);
        }
        if !sentence.is_empty() {
            let detail = Detail::new(DetailKind::Description, sentence);
            message.add_detail(detail);
        }
        for link in item.all().filter_map(|one| one.attribute("href")) {
            let detail = Detail::new(DetailKind::Link, link);
            message.add_detail(detail);
        }
        *batch.source.items.entry(self.item.to_owned()).or_default() += 1;
        batch.push(message)
    }

    pub(super) fn open_table(&mut self, file: &File, batch: &mut Batch) {
        let live = file.head.contains("Live Chat") || file.head.contains("live chat");
        let key = if live { "live-chats" } else { "comments" };
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let title = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        self.conversation = Some(ledger::account_thread(batch, key, title));
        self.headings = None;
        self.item = key;
    }

    pub(super) fn table_row(&mut self, row: Row, place: Locator, batch: &mut Batch) -> Result<()> {
        let Some(headings) = self.headings.clone() else {
            // the headings describe the rows and are no record
            self.headings = Some(row.fields);
            return Ok(());
        };
        if !batch.begin(place) {
            return Ok(());
        }
        if row.broken || row.fields.len() < 2 {
            batch.reject(Code::MalformedRecord, place);
            return Ok(());
        }
        let mut message = Message {
            conversation: self.conversation.unwrap_or_default(),
            place,
            kind: MessageKind::Comment,
            ..Message::default()
        };
        message.sender = Some(self.owner(batch));
        let time = row.fields.iter().position(|cell| is_time(cell));
        // the text: the cell with segments, else the one under a heading that says so, else the longest
        let named = |heading: &String| heading.contains("Text") || heading.contains("text");
        let said = row
            .fields
            .iter()
            .position(|cell| cell.contains("\"text\""))
            .or_else(|| headings.iter().position(named))
            .or_else(|| {
                let cells = row.fields.iter().enumerate();
                let free = cells.filter(|(at, _)| Some(*at) != time);
                free.max_by_key(|(_, cell)| cell.len()).map(|(at, _)| at)
            });
        for (at, cell) in row.fields.iter().enumerate() {
            if cell.is_empty() {
                continue;
            }
            if Some(at) == time {
                self.ledger.written(&mut message, cell, batch);
                continue;
            }
            if Some(at) == said {
                let (text, links) = words(cell);
                message.body = text.into();
                for link in links {
                    let detail = Detail::new(DetailKind::Link, link);
                    message.add_detail(detail);
                }
                continue;
            }
            let heading = headings.get(at).cloned().unwrap_or_default();
            if cell.contains(' ') {
                let detail = Detail::new(DetailKind::Other, format!("{heading}: {cell}"));
                message.add_detail(detail);
            } else {
                message.extra_mut().raw.push((heading, cell.clone()));
            }
        }
        *batch.source.items.entry(self.item.to_owned()).or_default() += 1;
        batch.push(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_segments() {
        let (text, links) =
            words(r#"{"text":"Tak "},{"text":"Åse","link":{"linkUrl":"https://example.org/"}}"#);
        assert_eq!(text, "Tak Åse");
        assert_eq!(links, ["https://example.org/"]);
        assert_eq!(words("{not json").0, "{not json");
        assert!(!is_table("a,b\n1,2\n"));
        let plain = "Kommentar-id,Kanal-id,Oprettet,Kommentar\nUgx0123456789012345678,UCabcdefghijklmnopqrstuv,2024-01-02T03:04:05+00:00,Hej\n";
        assert!(is_table(plain));
    }

    #[test]
    fn times_in_sentences() {
        for sentence in [
            "You added a comment on a video at 2020-05-24 20:10:05 UTC.",
            "Du hast am 2020-05-24 20:10:05 UTC einen Kommentar zu einem Video hinzugefügt.",
            "Du tilføjede en kommentar til x-y den 2020-05-24 20:10:05 UTC",
        ] {
            let (original, written) = time_in(sentence).unwrap();
            assert_eq!(original, "2020-05-24 20:10:05 UTC", "{sentence}");
            assert_eq!(written.offset, Some(0));
        }
        assert!(time_in("å-ø 2020 - æ").is_none());
    }
}
