//! Cuts XML into tags, for a format that holds everything in attributes.
//!
//! Base64 values (`data="…"`) are measured, not kept: the bound on memory is one tag without them
//! ([`limits::BODY_BYTES`]). Damage never swallows the rest of the file: a tag, comment or value
//! that runs into the start of a record is given up there. Offsets count bytes of the decoded
//! text. XML 1.0 without entities of its own, namespaces or validation.

use crate::{
    error::{Code, Error, Result},
    limits,
};
use std::{io::Read, ops::Range};

const CHUNK: usize = 128 << 10;
/// Letters of base64 kept to tell the media type.
pub(super) const DATA_HEAD: usize = 88;
/// Where reading starts anew after damage.
const RECORD_STARTS: &[&[u8]] = &[
    b"<sms ",
    b"<sms\n",
    b"<sms\r",
    b"<sms\t",
    b"<mms ",
    b"<mms\n",
    b"<mms\r",
    b"<mms\t",
    b"<call ",
    b"<call\n",
    b"<call\r",
    b"<call\t",
    b"</mms>",
    b"</smses>",
    b"</calls>",
];
const LONGEST_START: usize = 8;
/// Bytes of a value that are looked at one by one.
const NEAR_VALUE: usize = 16;
/// Bytes of a declaration that are looked at for its opening bracket.
const DECLARATION_HEAD: usize = 1 << 10;

/// A base64 value that was not kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Data {
    pub start: u64,
    pub len: u64,
    pub head: [u8; DATA_HEAD],
    pub tail: [u8; 2],
    /// Nothing but letters of base64, as far as white space and references go.
    pub clean: bool,
}

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A tag; its text is in [`Tags::text`].
    Tag,
    /// A tag that runs into a record or is too long.
    Broken(Code),
    /// The input ended inside a tag.
    Cut,
    /// Text between tags.
    Stray,
    /// No more.
    End,
}

/// The cutter.
pub(super) struct Tags {
    input: Box<dyn Read>,
    buffer: Vec<u8>,
    at: usize,
    base: u64,
    ended: bool,
    /// Why the input ended early.
    pub failure: Option<Code>,
    /// The tag at hand without its angle brackets, base64 values left empty.
    pub text: Vec<u8>,
    /// Names and values of its attributes in `text`, where they were met on the way; else empty.
    pub attributes: Vec<(Range<usize>, Range<usize>)>,
    too_long: bool,
    /// The base64 value of the tag at hand.
    pub data: Option<Data>,
    /// Offset of the piece at hand.
    pub start: u64,
}

/// How a run ended.
enum Stop {
    Found,
    Record,
    End,
}

impl Tags {
    pub fn new(input: Box<dyn Read>) -> Self {
        Self {
            input,
            buffer: Vec::with_capacity(CHUNK),
            at: 0,
            base: 0,
            ended: false,
            failure: None,
            text: Vec::new(),
            attributes: Vec::new(),
            too_long: false,
            data: None,
            start: 0,
        }
    }

    /// Offset behind the piece at hand.
    pub fn offset(&self) -> u64 {
        self.base + self.at as u64
    }

    fn rest(&self) -> &[u8] {
        self.buffer.get(self.at..).unwrap_or_default()
    }

    /// Makes at least `wanted` bytes available where the input has them.
    fn fill(&mut self, wanted: usize) -> Result<()> {
        if self.at > 0 && !self.ended {
            self.buffer.drain(..self.at);
            self.base += self.at as u64;
            self.at = 0;
        }
        while self.rest().len() < wanted && !self.ended {
            let kept = self.buffer.len();
            self.buffer.resize(kept + CHUNK, 0);
            let read = self
                .input
                .read(self.buffer.get_mut(kept..).unwrap_or_default());
            let count = *read.as_ref().unwrap_or(&0);
            self.buffer.truncate(kept + count);
            self.ended = count == 0;
            if let Err(error) = read {
                match Error::from(error) {
                    error if error.code() == Code::Io => return Err(error),
                    error => self.failure = Some(error.code()),
                }
            }
        }
        Ok(())
    }

    /// Fills when nothing is left; false at the end.
    fn more(&mut self) -> Result<bool> {
        if self.rest().is_empty() {
            self.fill(1)?;
        }
        Ok(!self.rest().is_empty())
    }

    fn peek(&mut self, wanted: usize) -> Result<&[u8]> {
        if self.rest().len() < wanted {
            self.fill(wanted)?;
        }
        Ok(self.rest())
    }

    fn at_record(&mut self) -> Result<bool> {
        let rest = self.peek(LONGEST_START)?;
        Ok(RECORD_STARTS.iter().any(|start| rest.starts_with(start)))
    }

    /// The next piece.
    pub fn next(&mut self) -> Result<Piece> {
        self.text.clear();
        self.attributes.clear();
        self.too_long = false;
        self.data = None;
        loop {
            self.start = self.offset();
            if self.stray()? {
                return Ok(Piece::Stray);
            }
            self.start = self.offset();
            let (opening, closing): (usize, &[u8]) = match self.peek(4)? {
                [] => return Ok(Piece::End),
                [b'<', b'!', b'-', b'-', ..] => (4, b"-->"),
                [b'<', b'?', ..] => (2, b"?>"),
                [b'<', b'!', ..] => (2, self.declaration_end()?),
                _ => return self.tag(),
            };
            self.at += opening;
            match self.skip_to(closing)? {
                Stop::Found => {}
                Stop::Record => return Ok(Piece::Broken(Code::MalformedRecord)),
                Stop::End => return Ok(Piece::Cut),
            }
        }
    }

    /// What ends the declaration at hand: one with a subset in brackets holds others inside.
    fn declaration_end(&mut self) -> Result<&'static [u8]> {
        let head = self.peek(DECLARATION_HEAD)?;
        let head = head
            .get(..head.len().min(DECLARATION_HEAD))
            .unwrap_or_default();
        Ok(
            match memchr::memchr2(b'[', b'>', head).and_then(|at| head.get(at)) {
                Some(b'[') => b"]>",
                _ => b">",
            },
        )
    }

    /// Moves to the next `<`; true when something else than white space was in between.
    fn stray(&mut self) -> Result<bool> {
        let mut stray = false;
        while self.more()? {
            let rest = self.rest();
            let end = memchr::memchr(b'<', rest).unwrap_or(rest.len());
            let passed = rest.get(..end).unwrap_or_default();
            stray |= passed
                .iter()
                .any(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xef | 0xbb | 0xbf));
            let found = end < rest.len();
            self.at += end;
            if found {
                break;
            }
        }
        Ok(stray)
    }

    /// Skips a comment, instruction or declaration.
    fn skip_to(&mut self, end: &[u8]) -> Result<Stop> {
        let first = end.first().copied().unwrap_or(b'>');
        while self.more()? {
            let rest = self.rest();
            let Some(found) = memchr::memchr2(first, b'<', rest) else {
                self.at = self.buffer.len();
                continue;
            };
            self.at += found;
            if self.rest().first() == Some(&b'<') {
                if self.at_record()? {
                    return Ok(Stop::Record);
                }
            } else if self.peek(end.len())?.starts_with(end) {
                self.at += end.len();
                return Ok(Stop::Found);
            }
            self.at += 1;
        }
        Ok(Stop::End)
    }

    /// Takes the tag at hand in one piece when it lies whole in the buffer and is written as the
    /// app writes it (` name="value"` over and over, no `<`, no base64), and notes where its
    /// attributes stand; else leaves everything to the careful way.
    fn plain_tag(&mut self) -> bool {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let name = rest.iter().position(|byte| !is_name(*byte));
        let Some(mut at) = name else {
            return false;
        };
        let size = loop {
            let (from, spaces) = (at, spaces(rest, at));
            at += spaces;
            match rest.get(at) {
                Some(b'/') if rest.get(at + 1) == Some(&b'>') => break at + 1,
                Some(b'>') => break at,
                Some(_) if at > from => {}
                _ => return false,
            }
            let key = at;
            while rest.get(at).is_some_and(|byte| is_name(*byte)) {
                at += 1;
            }
            let key = key..at;
            let quoted = rest.get(at..at + 2) == Some(b"=\"");
            if key.is_empty() || !quoted || rest.get(key.clone()) == Some(b"data") {
                return false;
            }
            let value = at + 2;
            match value_end(rest, value) {
                Some(end) => at = end + 1,
                None => return false,
            }
            self.attributes.push((key, value..at - 1));
        };
        self.text
            .extend_from_slice(rest.get(..size).unwrap_or_default());
        self.at += size + 1;
        true
    }

    fn tag(&mut self) -> Result<Piece> {
        self.at += 1;
        if self.plain_tag() {
            return Ok(Piece::Tag);
        }
        self.attributes.clear();
        while self.more()? {
            let rest = self.rest();
            let end = memchr::memchr3(b'"', b'\'', b'>', rest).unwrap_or(rest.len());
            let plain = rest.get(..end).unwrap_or_default();
            // `<` cannot stand in a tag outside a value
            let next = memchr::memchr(b'<', plain);
            let found = rest.get(end).copied();
            self.keep(next.unwrap_or(end));
            if next.is_some() {
                return Ok(Piece::Broken(Code::MalformedRecord));
            }
            match found {
                None => {}
                Some(b'>') => {
                    self.at += 1;
                    return Ok(if self.too_long {
                        Piece::Broken(Code::LimitExceeded)
                    } else {
                        Piece::Tag
                    });
                }
                Some(quote) => match self.value(quote)? {
                    Stop::Found => {}
                    Stop::Record => return Ok(Piece::Broken(Code::MalformedRecord)),
                    Stop::End => return Ok(Piece::Cut),
                },
            }
        }
        Ok(Piece::Cut)
    }

    /// A quoted value, from its opening quote.
    fn value(&mut self, quote: u8) -> Result<Stop> {
        let is_data = self.text.ends_with(b" data=") && self.data.is_none();
        self.keep(1);
        let mut data = is_data.then(|| Data {
            start: self.offset(),
            len: 0,
            head: [0; DATA_HEAD],
            tail: [0; 2],
            clean: true,
        });
        while self.more()? {
            let rest = self.rest();
            let end = memchr::memchr2(quote, b'<', rest).unwrap_or(rest.len());
            let found = rest.get(end).copied();
            self.pass(end, &mut data);
            if found == Some(quote) {
                self.keep(1);
                self.data = self.data.or(data);
                return Ok(Stop::Found);
            }
            if found == Some(b'<') {
                if self.at_record()? {
                    return Ok(Stop::Record);
                }
                self.pass(1, &mut data);
            }
        }
        Ok(Stop::End)
    }

    fn pass(&mut self, count: usize, data: &mut Option<Data>) {
        match data {
            Some(data) => {
                let passed = self
                    .buffer
                    .get(self.at..self.at + count)
                    .unwrap_or_default();
                data.add(passed);
                self.at += count;
            }
            None => self.keep(count),
        }
    }

    /// Moves over `count` bytes and keeps them in the tag's text.
    fn keep(&mut self, count: usize) {
        let passed = self
            .buffer
            .get(self.at..self.at + count)
            .unwrap_or_default();
        if self.text.len() + passed.len() > limits::BODY_BYTES as usize {
            self.too_long = true;
        } else {
            self.text.extend_from_slice(passed);
        }
        self.at += count;
    }
}

/// A byte of a name as the app writes them.
fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn spaces(text: &[u8], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let end = rest.iter().position(|byte| !byte.is_ascii_whitespace());
    end.unwrap_or(rest.len())
}

/// Where the double quote ends the value that begins here; nothing where a `<` comes first.
fn value_end(text: &[u8], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    // most values are some letters long
    let near = rest.iter().take(NEAR_VALUE);
    let end = near
        .into_iter()
        .position(|byte| matches!(byte, b'"' | b'<'))
        .or_else(|| {
            let far = rest.get(NEAR_VALUE..)?;
            memchr::memchr2(b'"', b'<', far).map(|at| at + NEAR_VALUE)
        })?;
    (rest.get(end) == Some(&b'"')).then_some(from + end)
}

impl Data {
    fn add(&mut self, bytes: &[u8]) {
        let from = usize::try_from(self.len)
            .unwrap_or(DATA_HEAD)
            .min(DATA_HEAD);
        for (slot, byte) in self.head.iter_mut().skip(from).zip(bytes) {
            *slot = *byte;
        }
        self.clean &= memchr::memchr3(b'&', b'\n', b' ', bytes).is_none();
        match bytes {
            [.., before, last] => self.tail = [*before, *last],
            [last] => self.tail = [self.tail[1], *last],
            [] => {}
        }
        self.len += bytes.len() as u64;
    }

    /// The first letters.
    pub fn first(&self) -> &[u8] {
        let len = usize::try_from(self.len)
            .unwrap_or(DATA_HEAD)
            .min(DATA_HEAD);
        self.head.get(..len).unwrap_or_default()
    }

    /// Decoded bytes, where the letters stand without anything in between.
    pub fn decoded_size(&self) -> Option<u64> {
        let padding = self.tail.iter().filter(|byte| **byte == b'=').count() as u64;
        self.clean.then(|| {
            self.len.saturating_sub(padding) / 4 * 3
                + match self.len.saturating_sub(padding) % 4 {
                    2 => 1,
                    3 => 2,
                    _ => 0,
                }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::record;
    use super::*;
    use std::io::Cursor;

    /// One byte per read: borders of chunks may lie anywhere.
    struct Slow(Cursor<Vec<u8>>);
    impl Read for Slow {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            let one = out.len().min(1);
            self.0.read(&mut out[..one])
        }
    }

    fn pieces(xml: &str) -> Vec<(String, u64)> {
        let collect = |input: Box<dyn Read>| {
            let mut tags = Tags::new(input);
            let mut all = Vec::new();
            loop {
                let piece = tags.next().unwrap();
                if piece == Piece::End {
                    return all;
                }
                let text = match piece {
                    Piece::Tag => String::from_utf8(tags.text.clone()).unwrap(),
                    other => format!("{other:?}"),
                };
                all.push((text, tags.start));
            }
        };
        let fast = collect(Box::new(Cursor::new(xml.as_bytes().to_vec())));
        let slow = collect(Box::new(Slow(Cursor::new(xml.as_bytes().to_vec()))));
        assert_eq!(fast, slow);
        fast
    }

    fn names(xml: &str) -> Vec<String> {
        pieces(xml).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn whole() {
        let xml = "\u{feff}<?xml version='1.0'?><!-- v 10 <x> --><!DOCTYPE x [<!ENTITY a 'b'>]>\n<smses count=\"1\"> <sms a=\"x > y\" b='\"'/> </smses>";
        assert_eq!(
            names(xml),
            ["smses count=\"1\"", "sms a=\"x > y\" b='\"'/", "/smses"]
        );
    }

    #[test]
    fn damage_ends_at_the_next_record() {
        let xml = "<sms a=\"x><sms b=\"1\"/><!-- <sms c=\"1\"/>x<sms d=\"1\"";
        let broken = "Broken(MalformedRecord)";
        assert_eq!(
            names(xml),
            [
                broken,
                "sms b=\"1\"/",
                broken,
                "sms c=\"1\"/",
                "Stray",
                "Cut"
            ]
        );
    }

    #[test]
    fn attributes_met_on_the_way_are_those_of_the_parser() {
        let fields = |xml: &str| {
            let mut tags = Tags::new(Box::new(Cursor::new(xml.as_bytes().to_vec())));
            assert_eq!(tags.next().unwrap(), Piece::Tag, "{xml}");
            let text = std::str::from_utf8(&tags.text).unwrap().to_owned();
            let parsed = format!("{:?}", record::fields(&text, 3));
            let met = (!tags.attributes.is_empty())
                .then(|| format!("{:?}", record::fields_at(&text, &tags.attributes)));
            (parsed, met)
        };
        for met in [
            r#"<sms address="+1" body="a &amp; b > c &#128522;" date="1"/>"#,
            r#"<sms address="+1"  body="null" subject="" type="2" other="x" />"#,
            "<sms\taddress=\"+1\"\n body=\"en laengere tekst om ' og = og / og >\">",
            r#"<sms body="1" body="2" />"#,
        ] {
            let (parsed, found) = fields(met);
            assert_eq!(found, Some(parsed), "{met}");
        }
        // left to the parser, which knows what is right
        for careful in [
            r#"<sms address='+1' body="x"/>"#,
            r#"<sms address = "+1" body="x"/>"#,
            r#"<sms address="+1"body="x"/>"#,
            r#"<sms address="+1" body/>"#,
            r#"<sms address="+1" x:y="1" / >"#,
            r#"<sms address="+1" body="x" / >"#,
            r#"<sms address="+1" data="AAAA" body="x"/>"#,
        ] {
            assert_eq!(fields(careful).1, None, "{careful}");
        }
    }

    #[test]
    fn data_is_measured() {
        let xml = "<part ct=\"image/png\" data=\"aGVqIG1lZA==\" x=\"1\"/>";
        let mut tags = Tags::new(Box::new(Slow(Cursor::new(xml.into()))));
        assert_eq!(tags.next().unwrap(), Piece::Tag);
        assert_eq!(tags.text, b"part ct=\"image/png\" data=\"\" x=\"1\"/");
        let data = tags.data.unwrap();
        assert_eq!(
            (data.start, data.len, data.decoded_size()),
            (27, 12, Some(7))
        );
        assert_eq!(data.first(), b"aGVqIG1lZA==");
    }
}
