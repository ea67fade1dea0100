//! Machine-made pages (exports of chat programs and platforms) cut into records as they stream.
//!
//! Tokens after the HTML Standard, section 13.2.5, as far as such pages need them: tags,
//! attributes, comments, text, raw text of `script`, `style`, `textarea` and `title`, character
//! references ([`entities`]). End tags close what stands open inside; `li`, `p`, `tr` and `td`
//! close their like. No tree repair, no scripts, no styles. Memory is bounded by
//! [`limits::HTML_RECORD_BYTES`]. Offsets are bytes of the text as it was read.

mod element;
mod entities;

pub(super) use element::{Element, Node};
pub(super) use entities::{decode, numbered};

use crate::{
    error::{Code, Result},
    limits,
};
use std::{
    borrow::Cow,
    io::{Cursor, Read},
};

/// A piece of markup as one element, for texts that other formats hold as HTML. What is cut off
/// counts as ended.
pub(super) fn fragment(text: &str) -> Element {
    let bytes = Cursor::new(text.as_bytes().to_vec());
    let mut pages = Pages::with_chunk(Box::new(bytes), Box::new(|_| Pick::Keep), text.len());
    loop {
        match pages.next() {
            Ok(Piece::End { rest, .. }) => return rest,
            Ok(_) => {}
            Err(_) => return Element::default(),
        }
    }
}

const CHUNK: usize = 128 << 10;
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// What to do with an element that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    /// It stays a part of the element around it.
    Keep,
    /// It is a record: handed out, and gone from the element around it.
    Record,
    /// As a record, but none: a title, a heading.
    Part,
}

/// What comes next in a page.
#[derive(Debug)]
pub(super) enum Piece {
    /// A record and its place.
    Record {
        element: Element,
        start: u64,
        len: u64,
    },
    /// Something beside the records.
    Part(Element),
    /// Text that cannot be read; the walk goes on behind it.
    Broken { code: Code, start: u64, len: u64 },
    /// The end. Holds what was neither record nor part, and whether the page ends inside an
    /// element.
    End { rest: Element, cut: bool },
    /// A part of the page was read without a result.
    More,
}

struct Open {
    element: Element,
    start: u64,
    /// Bytes of text and attributes inside.
    held: u64,
}

/// A text with its character references as characters.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    entities::decode(text)
}

/// The walk over one page.
pub(super) struct Pages {
    input: Box<dyn Read>,
    chunk: Box<[u8]>,
    buffer: Vec<u8>,
    at: usize,
    base: u64,
    ended: bool,
    open: Vec<Open>,
    held: u64,
    pick: Box<dyn Fn(&Element) -> Pick>,
    /// Pieces of text with bytes that are no text.
    pub bad_bytes: u64,
}

impl Pages {
    pub fn new(input: Box<dyn Read>, pick: Box<dyn Fn(&Element) -> Pick>) -> Self {
        Self::with_chunk(input, pick, CHUNK)
    }

    /// Reads at most `chunk` bytes at a time.
    fn with_chunk(input: Box<dyn Read>, pick: Box<dyn Fn(&Element) -> Pick>, chunk: usize) -> Self {
        Self {
            input,
            chunk: vec![0; chunk.clamp(1, CHUNK)].into_boxed_slice(),
            buffer: Vec::new(),
            at: 0,
            base: 0,
            ended: false,
            open: vec![Open {
                element: Element::default(),
                start: 0,
                held: 0,
            }],
            held: 0,
            pick,
            bad_bytes: 0,
        }
    }

    /// Bytes of the text walked over so far.
    pub fn offset(&self) -> u64 {
        self.base + self.at as u64
    }

    /// The next piece.
    pub fn next(&mut self) -> Result<Piece> {
        if self.at >= CHUNK {
            self.buffer.drain(..self.at);
            self.base += self.at as u64;
            self.at = 0;
        }
        if self.held > limits::HTML_RECORD_BYTES {
            return Ok(self.give_up());
        }
        let found = self.find(self.at, |rest| memchr::memchr(b'<', rest).map(|at| at + 1))?;
        let text_end = found.map_or(self.buffer.len(), |end| end - 1);
        if text_end > self.at {
            let text = self.decoded(self.at, text_end);
            self.at = text_end;
            self.push_text(text);
            return Ok(Piece::More);
        }
        if found.is_none() {
            return Ok(self.end());
        }
        self.markup()
    }

    fn markup(&mut self) -> Result<Piece> {
        let start = self.at;
        self.need(start + 4)?;
        let head = self.buffer.get(start..).unwrap_or_default();
        if head.starts_with(b"<!--") {
            let end = self.find(start + 4, |rest| {
                memchr::memmem::find(rest, b"-->").map(|at| at + 3)
            })?;
            self.at = end.unwrap_or(self.buffer.len());
            return Ok(Piece::More);
        }
        match head.get(1) {
            Some(b'!' | b'?') => {
                let end = self.find(start + 1, |rest| {
                    memchr::memchr(b'>', rest).map(|at| at + 1)
                })?;
                self.at = end.unwrap_or(self.buffer.len());
                Ok(Piece::More)
            }
            Some(byte) if byte.is_ascii_alphabetic() || *byte == b'/' => self.tag(start),
            // a bracket in the text
            _ => {
                self.at += 1;
                self.push_text("<".to_owned());
                Ok(Piece::More)
            }
        }
    }

    fn tag(&mut self, start: usize) -> Result<Piece> {
        let Some(end) = self.tag_end(start)? else {
            let code =
                if self.ended && self.buffer.len() - start < limits::HTML_RECORD_BYTES as usize {
                    Code::Truncated
                } else {
                    Code::LimitExceeded
                };
            let place = self.base + start as u64;
            self.at = self.buffer.len();
            return Ok(Piece::Broken {
                code,
                start: place,
                len: self.offset().saturating_sub(place),
            });
        };
        let inside = self.text_of(start + 1, end - 1);
        self.at = end;
        if let Some(name) = inside.strip_prefix('/') {
            let name = name.trim().to_ascii_lowercase();
            return Ok(self.close(&name));
        }
        let (element, empty) = read_tag(&inside);
        let mut out = Piece::More;
        if matches!(element.tag.as_str(), "li" | "p" | "tr" | "td" | "dt" | "dd")
            && let Some(open) = self.open.last()
            && open.element.tag == element.tag
        {
            out = self.close(&element.tag.clone());
        }
        let name = element.tag.clone();
        let held = inside.len() as u64;
        self.held += held;
        if VOID.contains(&name.as_str()) || empty || self.open.len() > limits::HTML_DEPTH {
            if let Some(open) = self.open.last_mut() {
                open.held += held;
                open.element.children.push(Node::Element(element));
            }
            return Ok(out);
        }
        self.open.push(Open {
            element,
            start: self.base + start as u64,
            held,
        });
        if matches!(name.as_str(), "script" | "style" | "textarea" | "title") {
            self.raw_text(&name)?;
            let closed = self.close(&name);
            if matches!(out, Piece::More) {
                out = closed;
            }
        }
        Ok(out)
    }

    /// The position behind the `>` that ends a tag.
    fn tag_end(&mut self, start: usize) -> Result<Option<usize>> {
        let mut at = start + 1;
        let mut quote = None;
        let mut value = false;
        loop {
            if at - start > limits::HTML_RECORD_BYTES as usize {
                return Ok(None);
            }
            let Some(byte) = self.buffer.get(at).copied() else {
                if self.fill()? {
                    continue;
                }
                return Ok(None);
            };
            at += 1;
            match (quote, byte) {
                (None, b'>') => return Ok(Some(at)),
                (None, b'"' | b'\'') if value => quote = Some(byte),
                (Some(open), byte) if open == byte => {
                    quote = None;
                    value = false;
                }
                (None, b'=') => value = true,
                (None, byte) if !byte.is_ascii_whitespace() => value = false,
                _ => {}
            }
        }
    }

    /// The text of `script` and its like, up to behind the end tag.
    fn raw_text(&mut self, name: &str) -> Result<()> {
        let start = self.at;
        let mut from = start;
        let end = loop {
            let found = self.find(from, |rest| {
                memchr::memmem::find(rest, b"</").map(|at| at + 2)
            })?;
            let Some(after) = found else {
                self.at = self.buffer.len();
                return Ok(());
            };
            self.need(after + name.len())?;
            let word = self.buffer.get(after..after + name.len());
            if word.is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes())) {
                break after - 2;
            }
            from = after;
        };
        if matches!(name, "textarea" | "title") {
            let text = self.decoded(start, end);
            self.push_text(text);
        }
        let close = self.find(end, |rest| memchr::memchr(b'>', rest).map(|at| at + 1))?;
        self.at = close.unwrap_or(self.buffer.len());
        Ok(())
    }

    fn close(&mut self, name: &str) -> Piece {
        let depth = self
            .open
            .iter()
            .rposition(|open| open.element.tag == name)
            .unwrap_or(0);
        if depth == 0 {
            return Piece::More;
        }
        // what stands open inside ends here too, and is no record of its own then
        while self.open.len() > depth + 1 {
            self.fold();
        }
        let Some(open) = self.open.last() else {
            return Piece::More;
        };
        let pick = (self.pick)(&open.element);
        if pick == Pick::Keep {
            self.fold();
            return Piece::More;
        }
        let Some(open) = self.open.pop() else {
            return Piece::More;
        };
        self.held = self.held.saturating_sub(open.held);
        if pick == Pick::Part {
            return Piece::Part(open.element);
        }
        Piece::Record {
            len: self.offset().saturating_sub(open.start),
            start: open.start,
            element: open.element,
        }
    }

    /// The innermost element becomes a part of the one around it.
    fn fold(&mut self) {
        if let Some(open) = self.open.pop()
            && let Some(parent) = self.open.last_mut()
        {
            parent.held += open.held;
            parent.element.children.push(Node::Element(open.element));
        }
    }

    fn push_text(&mut self, text: String) {
        if let Some(open) = self.open.last_mut() {
            open.held += text.len() as u64;
            self.held += text.len() as u64;
            match open.element.children.last_mut() {
                Some(Node::Text(before)) => before.push_str(&text),
                _ => open.element.children.push(Node::Text(text)),
            }
        }
    }

    /// Lets go of what is held: it grew beyond the bound.
    fn give_up(&mut self) -> Piece {
        let start = self.open.get(1).map_or(0, |open| open.start);
        self.held = 0;
        for open in &mut self.open {
            open.element.children.clear();
            open.held = 0;
        }
        Piece::Broken {
            code: Code::LimitExceeded,
            start,
            len: self.offset().saturating_sub(start),
        }
    }

    fn end(&mut self) -> Piece {
        // pages without end tags for html and body are whole
        let cut = self.open.iter().skip(1).any(|open| {
            !matches!(
                open.element.tag.as_str(),
                "html" | "body" | "head" | "p" | "li"
            )
        });
        while self.open.len() > 1 {
            self.fold();
        }
        let rest = self
            .open
            .first_mut()
            .map(|open| std::mem::take(&mut open.element))
            .unwrap_or_default();
        Piece::End { rest, cut }
    }

    /// Looks for something from a position on, reading as needed: the position behind it. Gives
    /// up beyond the size of a record, so that memory stays bounded.
    fn find(
        &mut self,
        from: usize,
        found: impl Fn(&[u8]) -> Option<usize>,
    ) -> Result<Option<usize>> {
        let mut at = from;
        loop {
            let rest = self.buffer.get(at..).unwrap_or_default();
            if let Some(end) = found(rest) {
                return Ok(Some(at + end));
            }
            if self.buffer.len().saturating_sub(from) as u64 > limits::HTML_RECORD_BYTES {
                return Ok(None);
            }
            // what is looked for is at most three bytes long
            at = self.buffer.len().saturating_sub(2).max(from);
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    fn need(&mut self, end: usize) -> Result<()> {
        while self.buffer.len() < end && self.fill()? {}
        Ok(())
    }

    fn fill(&mut self) -> Result<bool> {
        if self.ended {
            return Ok(false);
        }
        let count = self.input.read(&mut self.chunk)?;
        self.buffer
            .extend_from_slice(self.chunk.get(..count).unwrap_or_default());
        self.ended = count == 0;
        Ok(count > 0)
    }

    fn text_of(&mut self, start: usize, end: usize) -> String {
        let bytes = self.buffer.get(start..end).unwrap_or_default();
        let text = String::from_utf8_lossy(bytes);
        self.bad_bytes += u64::from(matches!(text, Cow::Owned(_)));
        text.into_owned()
    }

    fn decoded(&mut self, start: usize, end: usize) -> String {
        let text = self.text_of(start, end);
        match entities::decode(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(decoded) => decoded,
        }
    }
}

/// Name and attributes of a start tag, and whether it closes itself.
fn read_tag(inside: &str) -> (Element, bool) {
    let empty = inside.ends_with('/');
    let inside = inside.strip_suffix('/').unwrap_or(inside);
    let space = |c: char| c.is_ascii_whitespace() || c == '/';
    let (name, mut rest) = inside.split_at(inside.find(space).unwrap_or(inside.len()));
    let mut attributes = Vec::new();
    while attributes.len() < limits::XML_ATTRIBUTES {
        rest = rest.trim_start_matches(space);
        let Some(first) = rest.chars().next() else {
            break;
        };
        let after_first = rest.get(first.len_utf8()..).unwrap_or_default();
        let end = after_first
            .find(|c: char| c.is_ascii_whitespace() || c == '=')
            .unwrap_or(after_first.len());
        let (key, after) = rest.split_at(first.len_utf8() + end);
        let after = after.trim_start();
        let Some(value) = after.strip_prefix('=') else {
            attributes.push((key.to_ascii_lowercase(), String::new()));
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let value = value.get(1..).unwrap_or_default();
                value.split_once(quote).unwrap_or((value, ""))
            }
            _ => {
                let end = value.find(|c: char| c.is_ascii_whitespace());
                value.split_at(end.unwrap_or(value.len()))
            }
        };
        let value = entities::decode(value).into_owned();
        attributes.push((key.to_ascii_lowercase(), value));
        rest = after;
    }
    let element = Element {
        tag: name.to_ascii_lowercase(),
        attributes,
        children: Vec::new(),
    };
    (element, empty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn read(text: &str) -> (Vec<String>, Vec<String>, bool) {
        let bytes = Cursor::new(text.as_bytes().to_vec());
        let pick = |element: &Element| match element.tag.as_str() {
            "title" => Pick::Part,
            _ if element.has_class("m") => Pick::Record,
            _ => Pick::Keep,
        };
        let mut pages = Pages::new(Box::new(bytes), Box::new(pick));
        let (mut records, mut parts) = (Vec::new(), Vec::new());
        for _ in 0..10_000 {
            match pages.next().unwrap() {
                Piece::Record {
                    element,
                    start,
                    len,
                } => {
                    let place = &text[start as usize..(start + len) as usize];
                    assert!(place.starts_with('<'), "{place}");
                    records.push(element.text());
                }
                Piece::Part(element) => parts.push(element.text()),
                Piece::End { cut, .. } => return (records, parts, cut),
                _ => {}
            }
        }
        panic!("no end");
    }

    #[test]
    fn records_and_parts() {
        let (records, parts, cut) = read(
            "<!DOCTYPE html><html><head><title>A &amp; B</title><style>a<b{}</style></head><body>\
             <!-- <div class=m>no</div> --><div class='x m' title=\"a>b\">Hej <b>du</b>,<br>  linje\n 2\
             <p>afsnit</p></div><script>if (a</b/.test(x)) \"</div>\"</script>\
             <ul><li class=m>et<li class=m>to</ul><div class=m>1 < 2</div></body></html>",
        );
        assert_eq!(parts, ["A & B"]);
        assert_eq!(records, ["Hej du,\nlinje 2\nafsnit", "et", "1 < 2"]);
        assert!(!cut);
    }

    #[test]
    fn every_cut_ends() {
        let text =
            "<title>t</title><div class=\"m\" x='&quot;'>a<br/>b</div><div class=m><i>c</i></div>";
        for end in 0..text.len() {
            read(&text[..end]);
        }
        assert!(read("<div><div class=m>a").2);
    }

    #[test]
    fn blocks_hold_every_text_once() {
        let text = b"<div class=m><div>A</div><div>x<div></div><div>b <i>c</i></div></div>\
            <a><div>d</div></a></div>";
        let pick = |element: &Element| {
            if element.has_class("m") {
                Pick::Record
            } else {
                Pick::Keep
            }
        };
        let mut pages = Pages::new(Box::new(Cursor::new(text.to_vec())), Box::new(pick));
        loop {
            if let Piece::Record { element, .. } = pages.next().unwrap() {
                let blocks = element.text_blocks().into_iter();
                let texts: Vec<String> = blocks.map(|(_, text)| text).collect();
                assert_eq!(texts, ["A", "x", "b c", "d"]);
                assert_eq!(element.last_text(), Some("d"));
                break;
            }
        }
    }
}
