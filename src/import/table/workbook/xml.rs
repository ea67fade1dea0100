//! XML of a workbook's parts, event by event. One event may have [`limits::BODY_BYTES`], elements
//! nest [`limits::XML_DEPTH`] deep; entities beside the five of XML stay as they are written, so
//! that nothing expands.

use crate::{
    error::{Code, Error, Result},
    limits,
};
use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event},
};
use std::io::{BufRead, BufReader, Read};

const BUFFER: usize = 64 << 10;

/// Counts what one event takes, and keeps why the input failed.
struct Bounded {
    inner: BufReader<Box<dyn Read>>,
    taken: u64,
    failure: Option<Error>,
}

impl Read for Bounded {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        self.inner.read(out)
    }
}

impl BufRead for Bounded {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.taken > limits::BODY_BYTES {
            let error = Error::limit("body-bytes", self.taken, limits::BODY_BYTES);
            self.failure = Some(error.clone());
            return Err(error.into());
        }
        match self.inner.fill_buf() {
            Ok(bytes) => Ok(bytes),
            Err(error) => {
                let error = Error::from(error);
                self.failure = Some(error.clone());
                Err(error.into())
            }
        }
    }

    fn consume(&mut self, count: usize) {
        self.taken += count as u64;
        self.inner.consume(count);
    }
}

/// The reader of one part.
pub(super) struct Xml {
    reader: Reader<Bounded>,
    buffer: Vec<u8>,
    depth: usize,
    /// First byte of the event at hand.
    pub start: u64,
}

impl Xml {
    pub fn new(input: Box<dyn Read>) -> Self {
        let mut reader = Reader::from_reader(Bounded {
            inner: BufReader::with_capacity(BUFFER, input),
            taken: 0,
            failure: None,
        });
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            buffer: Vec::new(),
            depth: 0,
            start: 0,
        }
    }

    /// Bytes read so far.
    pub fn offset(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// The next event. The end inside an element is an error.
    pub fn next(&mut self) -> Result<Event<'_>> {
        self.buffer.clear();
        self.start = self.reader.buffer_position();
        self.reader.get_mut().taken = 0;
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => {
                match &event {
                    Event::Start(_) => self.depth += 1,
                    Event::End(_) => self.depth = self.depth.saturating_sub(1),
                    Event::Eof if self.depth > 0 => return Err(Error::new(Code::Truncated)),
                    _ => {}
                }
                if self.depth > limits::XML_DEPTH {
                    let most = limits::XML_DEPTH as u64;
                    return Err(Error::limit("xml-depth", self.depth as u64, most));
                }
                Ok(event)
            }
            Err(quick_xml::Error::Io(_)) => {
                let failure = self.reader.get_mut().failure.take();
                Err(failure.unwrap_or_else(|| Error::new(Code::MalformedRecord)))
            }
            Err(quick_xml::Error::Syntax(_)) => Err(Error::new(Code::Truncated)),
            Err(_) => Err(Error::new(Code::MalformedRecord)),
        }
    }
}

/// An attribute's value, told by its local name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes();
    let found = all
        .with_checks(false)
        .flatten()
        .find(|one| one.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(&found.value);
    Some(value.map_or_else(|_| found.value.to_string(), |value| value.into_owned()))
}

/// Whether a yes-or-no attribute says yes.
pub(super) fn is_set(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
}

/// What a reference stands for: a character, one of XML's five, else itself.
pub(super) fn push_reference(text: &mut String, name: &BytesRef<'_>) {
    if let Ok(Some(character)) = name.resolve_char_ref() {
        text.push(character);
        return;
    }
    match quick_xml::escape::resolve_xml_entity(name) {
        Some(known) => text.push_str(known),
        None => {
            text.push('&');
            text.push_str(name);
            text.push(';');
        }
    }
}

/// Undoes `_x000D_`: how strings hold characters that XML has no room for (ECMA-376 part 1,
/// 22.9.2.19).
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from
            .get(2..6)
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
            .filter(|_| from.get(6..7) == Some("_"))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        match code {
            Some(character) => {
                if character != '\r' && character != '\0' {
                    out.push(character);
                }
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        assert_eq!(unescaped("a_x000D_\nb".to_owned()), "a\nb");
        assert_eq!(unescaped("_x005F_x0041_".to_owned()), "_x0041_");
        assert_eq!(unescaped("max_x og _xø000_".to_owned()), "max_x og _xø000_");
    }

    fn ends(text: String) -> Result<()> {
        let mut xml = Xml::new(Box::new(std::io::Cursor::new(text.into_bytes())));
        while xml.next()? != Event::Eof {}
        Ok(())
    }

    #[test]
    fn bounds() {
        assert_eq!(
            ends("<a>".repeat(40)).unwrap_err().code(),
            Code::LimitExceeded
        );
        assert_eq!(
            ends("<a><b>".to_owned()).unwrap_err().code(),
            Code::Truncated
        );
        let long = "x".repeat(limits::BODY_BYTES as usize + (1 << 20));
        let code = ends(format!("<a>{long}</a>")).unwrap_err().code();
        assert_eq!(code, Code::LimitExceeded);
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        let mut xml = Xml::new(Box::new(std::io::Cursor::new(bomb.as_bytes())));
        let mut text = String::new();
        loop {
            match xml.next().unwrap() {
                Event::GeneralRef(name) => push_reference(&mut text, &name),
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(text, "&c;");
    }
}
