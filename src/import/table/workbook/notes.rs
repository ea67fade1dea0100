//! Notes and comments on cells: `comments*.xml` (ECMA-376 part 1, 18.7) and threaded comments with
//! the people who wrote them ([MS-XLSX] 2.1.24). The old form repeats threaded comments for old
//! programs: those copies are left out. A note begins with its author's name where the text does
//! not; times of threaded comments are not read.

use super::cell::place;
use super::xml::{Xml, attribute, push_reference};
use crate::{error::Result, limits};
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// Notes by row of the sheet, in the order of the columns.
#[derive(Debug, Default)]
pub(super) struct Notes {
    rows: BTreeMap<u32, Vec<(usize, String)>>,
    count: usize,
    bytes: u64,
    /// Some were left out, because there are too many.
    pub cut: bool,
}

impl Notes {
    fn push(&mut self, reference: &str, author: &str, text: &str) {
        let Some((column, row)) = place(reference) else {
            return;
        };
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let text = if author.is_empty() || text.starts_with(author) {
            text.to_owned()
        } else {
            format!("{author}: {text}")
        };
        self.count += 1;
        self.bytes += text.len() as u64;
        if self.count > limits::WORKBOOK_NOTES || self.bytes > limits::WORKBOOK_TEXT_BYTES / 4 {
            self.cut = true;
            return;
        }
        let notes = self.rows.entry(row).or_default();
        notes.push((column, text));
        // answers follow what they answer: the order within a column stays
        notes.sort_by_key(|(column, _)| *column);
    }

    /// Takes the notes of a row.
    pub fn take(&mut self, row: u32) -> Vec<String> {
        let notes = self.rows.remove(&row).unwrap_or_default();
        notes.into_iter().map(|(_, text)| text).collect()
    }

    /// Takes all that are left.
    pub fn rest(&mut self) -> Vec<String> {
        let rows = std::mem::take(&mut self.rows);
        rows.into_values().flatten().map(|(_, text)| text).collect()
    }

    /// Reads `comments*.xml`.
    pub fn read_comments(&mut self, mut xml: Xml) -> Result<()> {
        let mut authors: Vec<String> = Vec::new();
        let (mut reference, mut author) = (String::new(), 0);
        let mut text = String::new();
        let mut inside = false;
        loop {
            match xml.next()? {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "author" => {
                        text.clear();
                        inside = true;
                    }
                    "comment" => {
                        reference = attribute(&tag, "ref").unwrap_or_default();
                        let id = attribute(&tag, "authorId");
                        author = id.and_then(|id| id.parse().ok()).unwrap_or(usize::MAX);
                        text.clear();
                    }
                    "t" => inside = true,
                    _ => {}
                },
                Event::Empty(tag) if tag.local_name().as_ref() == "author" => {
                    authors.push(String::new());
                }
                Event::End(tag) => match tag.local_name().as_ref() {
                    "author" => {
                        inside = false;
                        if authors.len() < limits::WORKBOOK_NOTES {
                            authors.push(std::mem::take(&mut text));
                        }
                    }
                    "t" => inside = false,
                    "comment" => {
                        let author = authors.get(author).map_or("", String::as_str);
                        // the copy of a threaded comment
                        if !author.starts_with("tc={") {
                            self.push(&reference, author, &text);
                        }
                        text.clear();
                    }
                    _ => {}
                },
                Event::Eof => return Ok(()),
                part if inside => push(&mut text, part),
                _ => {}
            }
        }
    }

    /// Reads `threadedComment*.xml`.
    pub fn read_threads(&mut self, mut xml: Xml, people: &BTreeMap<String, String>) -> Result<()> {
        let (mut reference, mut person) = (String::new(), String::new());
        let mut text = String::new();
        let mut inside = false;
        loop {
            match xml.next()? {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "threadedComment" => {
                        reference = attribute(&tag, "ref").unwrap_or_default();
                        person = attribute(&tag, "personId").unwrap_or_default();
                        text.clear();
                    }
                    "text" => inside = true,
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "text" => inside = false,
                    "threadedComment" => {
                        let name = people.get(&person).map_or("", String::as_str);
                        self.push(&reference, name, &text);
                        text.clear();
                    }
                    _ => {}
                },
                Event::Eof => return Ok(()),
                part if inside => push(&mut text, part),
                _ => {}
            }
        }
    }
}

/// Names of the people who wrote threaded comments, by id.
pub(super) fn people(mut xml: Xml) -> BTreeMap<String, String> {
    let mut people = BTreeMap::new();
    while let Ok(event) = xml.next() {
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "person" => {
                if let (Some(id), Some(name)) =
                    (attribute(&tag, "id"), attribute(&tag, "displayName"))
                    && people.len() < limits::WORKBOOK_NOTES
                {
                    people.insert(id, name);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    people
}

fn push(text: &mut String, part: Event<'_>) {
    if text.len() as u64 > limits::BODY_BYTES {
        return;
    }
    match part {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part),
        Event::GeneralRef(name) => push_reference(text, &name),
        _ => {}
    }
}
