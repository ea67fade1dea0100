//! Cuts JSON text of any size into values without reading it whole.
//!
//! The caller names the paths at which its records stand, such as `messages[]`. Containers on the
//! way to a record are entered; every other value is handed out as bytes, with its path. After
//! damage the walk goes on at the next `}, {` (in an array), `, "` (in an object) or line that opens
//! with `{` (outside of both), so that one bad byte costs about one record. What it finds there
//! may be a part of a record: callers ask for the fields that make one.

use crate::{
    error::{Code, Result},
    limits,
};
use memchr::memchr2;
use std::{io::Read, ops::Range};

/// One step of a path to records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The member of an object with this name.
    Key(&'static str),
    /// Every member of an object.
    AnyKey,
    /// Every element of an array.
    Items,
}

/// One step of the path to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Member of an object.
    Key(String),
    /// Element of an array, from 0.
    Index(u64),
}

/// What comes next in the text. Offsets are bytes of the text as it was read.
#[derive(Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A whole value. Its bytes are balanced, but not checked otherwise.
    Value {
        /// Where it stands.
        path: &'a [Segment],
        /// Its first byte.
        start: u64,
        /// Its text.
        bytes: &'a [u8],
    },
    /// The end of an object or array that was entered; `path` is its own.
    Leave {
        /// Where it stood.
        path: &'a [Segment],
    },
    /// Text that cannot be read; the walk goes on behind it.
    Broken {
        /// `Truncated`, `LimitExceeded` or `MalformedRecord`.
        code: Code,
        /// First byte.
        start: u64,
        /// Length in bytes.
        len: u64,
    },
    /// The text is over.
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Object,
    Array,
}

/// A container that was entered.
#[derive(Debug)]
struct Level {
    kind: Kind,
    /// Elements met so far.
    count: u64,
}

/// The walk over one text.
pub struct Walker {
    input: Box<dyn Read>,
    records: &'static [&'static [Step]],
    /// Where the reader writes.
    chunk: Box<[u8]>,
    buffer: Vec<u8>,
    /// Position in `buffer` of the next unread byte.
    at: usize,
    /// Offset in the text of `buffer`'s first byte.
    base: u64,
    ended: bool,
    levels: Vec<Level>,
    /// Place of the value at hand: one segment per level.
    path: Vec<Segment>,
    /// The value handed out last, in `buffer`.
    last: Range<usize>,
}

/// An [`Event`] before it borrows.
enum Found {
    Value(Range<usize>),
    Leave,
    Broken { code: Code, start: u64 },
    End,
}

enum Scan {
    Whole(usize),
    Cut,
    TooLarge,
}

const CHUNK: usize = 256 << 10;
/// White space that may stand inside a resume mark before it is given up.
const MARK_BYTES: usize = 64;

impl Walker {
    /// A walk that finds records at any of the paths; an empty path means every top-level value.
    #[must_use]
    pub fn new(input: Box<dyn Read>, records: &'static [&'static [Step]]) -> Self {
        Self {
            input,
            records,
            chunk: vec![0; CHUNK].into_boxed_slice(),
            buffer: Vec::new(),
            at: 0,
            base: 0,
            ended: false,
            levels: Vec::new(),
            path: Vec::new(),
            last: 0..0,
        }
    }

    /// Bytes of the text walked over so far.
    #[must_use]
    pub fn offset(&self) -> u64 {
        self.base + self.at as u64
    }

    /// The next event.
    ///
    /// # Errors
    /// Those of the reader.
    // A borrowing iterator, which the trait of that name cannot be.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Result<Event<'_>> {
        let found = self.find()?;
        let depth = self.levels.len();
        let path = self.path.get(..depth).unwrap_or_default();
        Ok(match found {
            Found::Value(range) => {
                self.last = range.clone();
                Event::Value {
                    path,
                    start: self.base + range.start as u64,
                    bytes: self.buffer.get(range).unwrap_or_default(),
                }
            }
            Found::Leave => Event::Leave { path },
            Found::Broken { code, start } => Event::Broken {
                code,
                start,
                len: self.offset().saturating_sub(start),
            },
            Found::End => Event::End,
        })
    }

    /// After a value that turned out to be unreadable: goes on inside it where another record
    /// may begin. False when there is no such place.
    pub fn look_inside(&mut self) -> bool {
        let from = self.last.start + 1;
        let value = self.buffer.get(from..self.last.end).unwrap_or_default();
        let found = resume_mark(value, self.levels.last().map(|level| level.kind));
        self.last = 0..0;
        if let Some(found) = found {
            self.at = from + found;
        }
        found.is_some()
    }

    fn find(&mut self) -> Result<Found> {
        self.compact();
        loop {
            let Some(byte) = self.skip_filler()? else {
                return Ok(self.end());
            };
            let kind = self.levels.last().map(|level| level.kind);
            match (kind, byte) {
                (Some(Kind::Object), b'}') | (Some(Kind::Array), b']') => {
                    self.at += 1;
                    self.levels.pop();
                    self.path.truncate(self.levels.len());
                    return Ok(Found::Leave);
                }
                (Some(Kind::Object), b'"') => {
                    if let Some(broken) = self.read_key()? {
                        return Ok(broken);
                    }
                    if self.skip_filler()?.is_none() {
                        return Ok(self.end());
                    }
                }
                (Some(Kind::Object), _) | (_, b'}' | b']') => {
                    return self.broken(self.at, Code::MalformedRecord);
                }
                (Some(Kind::Array), _) => {
                    if let (Some(level), Some(segment)) =
                        (self.levels.last_mut(), self.path.last_mut())
                    {
                        *segment = Segment::Index(level.count);
                        level.count += 1;
                    }
                }
                (None, _) => {}
            }
            match self.buffer.get(self.at) {
                Some(b'{') if self.leads_to_records(Kind::Object) => {
                    self.enter(Kind::Object, Segment::Key(String::new()));
                }
                Some(b'[') if self.leads_to_records(Kind::Array) => {
                    self.enter(Kind::Array, Segment::Index(0));
                }
                _ => return self.value(),
            }
        }
    }

    fn enter(&mut self, kind: Kind, segment: Segment) {
        self.at += 1;
        self.levels.push(Level { kind, count: 0 });
        self.path.push(segment);
    }

    /// Whether a container at the current path lies on the way to records.
    fn leads_to_records(&self, kind: Kind) -> bool {
        self.records.iter().any(|record| {
            let Some((way, [next, ..])) = record.split_at_checked(self.path.len()) else {
                return false;
            };
            let wanted = match next {
                Step::Items => Kind::Array,
                Step::Key(_) | Step::AnyKey => Kind::Object,
            };
            wanted == kind
                && way
                    .iter()
                    .zip(&self.path)
                    .all(|(step, segment)| match (step, segment) {
                        (Step::Items, Segment::Index(_)) | (Step::AnyKey, Segment::Key(_)) => true,
                        (Step::Key(name), Segment::Key(key)) => name == key,
                        _ => false,
                    })
        })
    }

    /// White space, commas and colons; the first other byte.
    fn skip_filler(&mut self) -> Result<Option<u8>> {
        loop {
            match self.buffer.get(self.at).copied() {
                Some(b' ' | b'\n' | b'\r' | b'\t' | b',' | b':') => self.at += 1,
                // byte order mark; record separator of RFC 7464
                Some(0xEF | 0xBB | 0xBF | 0x1E) if self.levels.is_empty() => self.at += 1,
                Some(byte) => return Ok(Some(byte)),
                None if self.fill()? => self.compact(),
                None => return Ok(None),
            }
        }
    }

    /// Reads a member's name into the path.
    fn read_key(&mut self) -> Result<Option<Found>> {
        let start = self.at;
        let end = match self.scan(start)? {
            Scan::Whole(end) => end,
            Scan::Cut => return self.broken(start, Code::Truncated).map(Some),
            Scan::TooLarge => return self.broken(start, Code::LimitExceeded).map(Some),
        };
        let text = self.buffer.get(start..end).unwrap_or_default();
        let Ok((key, _)) = super::record::<String>(text) else {
            return self.broken(start, Code::MalformedRecord).map(Some);
        };
        if let Some(segment) = self.path.last_mut() {
            *segment = Segment::Key(key);
        }
        self.at = end;
        Ok(None)
    }

    fn value(&mut self) -> Result<Found> {
        let start = self.at;
        match self.scan(start)? {
            Scan::Whole(end) => {
                self.at = end;
                Ok(Found::Value(start..end))
            }
            Scan::Cut => self.broken(start, Code::Truncated),
            Scan::TooLarge => self.broken(start, Code::LimitExceeded),
        }
    }

    /// Finds the end of the value that begins at `start`.
    fn scan(&mut self, start: usize) -> Result<Scan> {
        let mut at = start;
        let mut depth = 0u64;
        let mut in_string = false;
        loop {
            if (at - start) as u64 > limits::JSON_RECORD_BYTES {
                return Ok(Scan::TooLarge);
            }
            let Some(rest) = self.buffer.get(at..).filter(|rest| !rest.is_empty()) else {
                if self.fill()? {
                    continue;
                }
                // only a bare number or word may end with the text
                let scalar = depth == 0 && !in_string && at > start;
                return Ok(if scalar { Scan::Whole(at) } else { Scan::Cut });
            };
            if in_string {
                match memchr2(b'"', b'\\', rest) {
                    Some(found) if rest.get(found) == Some(&b'"') => {
                        at += found + 1;
                        in_string = false;
                        if depth == 0 {
                            return Ok(Scan::Whole(at));
                        }
                    }
                    Some(found) if rest.len() > found + 1 => at += found + 2,
                    Some(found) => {
                        at += found;
                        if !self.fill()? {
                            return Ok(Scan::Cut);
                        }
                    }
                    None => at += rest.len(),
                }
                continue;
            }
            for byte in rest {
                at += 1;
                match byte {
                    b'"' => {
                        in_string = true;
                        break;
                    }
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' if depth <= 1 => {
                        // the closing bracket of an outer level ends a bare number or word
                        return Ok(Scan::Whole(if depth == 1 { at } else { at - 1 }));
                    }
                    b'}' | b']' => depth -= 1,
                    b',' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => {
                        return Ok(Scan::Whole(at - 1));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Leaves out what begins at `start` and goes on at the next resume mark.
    fn broken(&mut self, start: usize, code: Code) -> Result<Found> {
        let place = self.base + start as u64;
        let kind = self.levels.last().map(|level| level.kind);
        self.at = start + 1;
        loop {
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            if let Some(found) = resume_mark(rest, kind) {
                self.at += found;
                break;
            }
            // a mark may begin in the last bytes
            self.at = self.at.max(self.buffer.len().saturating_sub(MARK_BYTES));
            self.compact();
            if !self.fill()? {
                self.at = self.buffer.len();
                self.levels.clear();
                self.path.clear();
                break;
            }
        }
        Ok(Found::Broken { code, start: place })
    }

    /// The end of the text: sound only outside of all containers.
    fn end(&mut self) -> Found {
        if self.levels.is_empty() {
            return Found::End;
        }
        self.levels.clear();
        self.path.clear();
        Found::Broken {
            code: Code::Truncated,
            start: self.offset(),
        }
    }

    /// Reads on; false at the end of the input.
    fn fill(&mut self) -> Result<bool> {
        if self.ended {
            return Ok(false);
        }
        let count = self.input.read(&mut self.chunk)?;
        let read = self.chunk.get(..count).unwrap_or_default();
        self.buffer.extend_from_slice(read);
        self.ended = count == 0;
        Ok(count > 0)
    }

    /// Drops what was walked over.
    fn compact(&mut self) {
        if self.at >= CHUNK {
            self.buffer.drain(..self.at);
            self.base += self.at as u64;
            self.at = 0;
            self.last = 0..0;
        }
    }
}

/// Where reading can go on inside a container of this kind: in an array at an object behind
/// another object, in an object at the next name, outside at a line that opens an object.
fn resume_mark(text: &[u8], kind: Option<Kind>) -> Option<usize> {
    let (first, then, last): (u8, &[u8], u8) = match kind {
        Some(Kind::Array) => (b'}', b",", b'{'),
        Some(Kind::Object) => (b',', b"", b'"'),
        None => (b'\n', b"", b'{'),
    };
    memchr::memchr_iter(first, text).find_map(|at| {
        let mut wanted = then.iter();
        let mut next = wanted.next().copied();
        for (n, byte) in text.get(at + 1..)?.iter().take(MARK_BYTES).enumerate() {
            match byte {
                b' ' | b'\n' | b'\r' | b'\t' => {}
                byte if Some(*byte) == next => next = wanted.next().copied(),
                byte if *byte == last && next.is_none() => return Some(at + 1 + n),
                _ => return None,
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    const MESSAGES: &[&[Step]] = &[&[Step::Key("messages"), Step::Items]];
    const CHATS: &[&[Step]] = &[&[
        Step::Key("chats"),
        Step::Key("list"),
        Step::Items,
        Step::Key("messages"),
        Step::Items,
    ]];

    /// Gives one byte at a time.
    struct Slow(Cursor<Vec<u8>>);
    impl Read for Slow {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let end = buffer.len().min(1);
            self.0.read(&mut buffer[..end])
        }
    }

    fn events(text: &str, records: &'static [&'static [Step]], slow: bool) -> Vec<String> {
        let bytes = Cursor::new(text.as_bytes().to_vec());
        let input: Box<dyn Read> = if slow {
            Box::new(Slow(bytes))
        } else {
            Box::new(bytes)
        };
        let mut walker = Walker::new(input, records);
        let mut all = Vec::new();
        loop {
            let shown = match walker.next().unwrap() {
                Event::Value { path, start, bytes } => {
                    let found = &text.as_bytes()[start as usize..][..bytes.len()];
                    assert_eq!(found, bytes);
                    format!("{} {}", show(path), String::from_utf8_lossy(bytes))
                }
                Event::Leave { path } => format!("{} leave", show(path)),
                Event::Broken { code, start, len } => format!("{code:?} {start}+{len}"),
                Event::End => return all,
            };
            all.push(shown);
            assert!(all.len() < 1_000);
        }
    }

    fn show(path: &[Segment]) -> String {
        let one = |segment: &Segment| match segment {
            Segment::Key(key) => format!(".{key}"),
            Segment::Index(n) => format!("[{n}]"),
        };
        path.iter().map(one).collect()
    }

    fn both(text: &str, records: &'static [&'static [Step]]) -> Vec<String> {
        let fast = events(text, records, false);
        assert_eq!(fast, events(text, records, true));
        fast
    }

    #[test]
    fn records_and_what_stands_around_them() {
        assert_eq!(
            both(
                r#" {"a": [1,{"b":"}\""}], "messages": [ {"x":1}, 2.5 ,"y"], "t":null}"#,
                MESSAGES
            ),
            [
                r#".a [1,{"b":"}\""}]"#,
                r#".messages[0] {"x":1}"#,
                ".messages[1] 2.5",
                r#".messages[2] "y""#,
                ".messages leave",
                ".t null",
                " leave"
            ]
        );
        assert_eq!(
            both(
                r#"{"chats":{"about":"","list":[{"id":1,"messages":[{}]},{"messages":[],"id":2}]}}"#,
                CHATS
            ),
            [
                ".chats.about \"\"",
                ".chats.list[0].id 1",
                ".chats.list[0].messages[0] {}",
                ".chats.list[0].messages leave",
                ".chats.list[0] leave",
                ".chats.list[1].messages leave",
                ".chats.list[1].id 2",
                ".chats.list[1] leave",
                ".chats.list leave",
                ".chats leave",
                " leave"
            ]
        );
    }

    #[test]
    fn lines_are_values() {
        assert_eq!(
            both("{\"a\":1}\n{}\r\n7", &[&[]]),
            [" {\"a\":1}", " {}", " 7"]
        );
        assert_eq!(
            both("{\"a\": \n{\"b\":1}\n", &[&[]]),
            ["Truncated 0+7", " {\"b\":1}"]
        );
    }

    #[test]
    fn damage_costs_one_record() {
        // the quote of "x" is gone: the string runs on to the next one
        let text = r#"{"messages":[{"a":"x},{"a":"y"},{"a":"z"}]}"#;
        let mut walker = Walker::new(Box::new(Cursor::new(text.as_bytes().to_vec())), MESSAGES);
        let mut read = Vec::new();
        loop {
            match walker.next().unwrap() {
                Event::Value { bytes, .. } => {
                    match super::super::record::<serde_json::Value>(bytes) {
                        Ok((value, _)) => read.push(value["a"].to_string()),
                        Err(_) => {
                            walker.look_inside();
                        }
                    }
                }
                Event::End => break,
                _ => {}
            }
        }
        assert_eq!(read, ["\"y\"", "\"z\""]);
    }

    #[test]
    fn cut_and_stray_text() {
        assert_eq!(
            both(r#"{"messages":[{"a":1},{"a":"#, MESSAGES),
            [r#".messages[0] {"a":1}"#, "Truncated 21+5"]
        );
        assert_eq!(
            both(r#"{"messages":[{"a":1},"#, MESSAGES),
            [r#".messages[0] {"a":1}"#, "Truncated 21+0"]
        );
        assert_eq!(
            both(r#"{"a" 5 , ! "b", "messages":[1]}"#, MESSAGES),
            [
                ".a 5",
                "MalformedRecord 9+7",
                ".messages[0] 1",
                ".messages leave",
                " leave"
            ]
        );
        assert_eq!(both("", MESSAGES), Vec::<String>::new());
        assert_eq!(both("}]", MESSAGES), ["MalformedRecord 0+2"]);
    }

    #[test]
    fn every_cut_ends() {
        let text =
            r#"{"chats":{"list":[{"messages":[{"a":"\u00e6 \" }"},{"b":[{},{}]}]}]},"x":[tru]}"#;
        for end in 0..text.len() {
            both(&text[..end], CHATS);
            let mut bytes = text.to_owned();
            bytes.replace_range(end..=end, "\"");
            both(&bytes, CHATS);
        }
    }
}
