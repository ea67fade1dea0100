//! The texts that a workbook's cells share (ECMA-376 part 1, 18.4): held in one piece, at most
//! [`limits::WORKBOOK_TEXT_BYTES`]. Formatted runs are joined, phonetic guides left out.

use super::xml::{Xml, push_reference, unescaped};
use crate::{
    error::{Error, Result},
    limits,
};
use quick_xml::events::Event;

/// Texts by number.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)? as usize;
        let start = match at.checked_sub(1) {
            Some(before) => *self.ends.get(before)? as usize,
            None => 0,
        };
        self.text.get(start..end)
    }

    fn push(&mut self, text: &str) -> Result<()> {
        let needed = (self.text.len() + text.len() + 4 * self.ends.len()) as u64;
        if needed > limits::WORKBOOK_TEXT_BYTES {
            return Err(Error::limit(
                "workbook-text-bytes",
                needed,
                limits::WORKBOOK_TEXT_BYTES,
            ));
        }
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        Ok(())
    }
}

/// Their reading.
pub(super) struct Loading {
    xml: Xml,
    strings: Strings,
}

/// Texts read between two looks at the clock.
const AT_ONCE: usize = 1_000;

impl Loading {
    pub fn new(xml: Xml) -> Self {
        Self {
            xml,
            strings: Strings::default(),
        }
    }

    pub fn offset(&self) -> u64 {
        self.xml.offset()
    }

    /// Reads some; true at the end.
    pub fn work(&mut self) -> Result<bool> {
        for _ in 0..AT_ONCE {
            if !self.one()? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What was read.
    pub fn done(self) -> Strings {
        self.strings
    }

    fn one(&mut self) -> Result<bool> {
        let mut text = String::new();
        let (mut inside, mut phonetic) = (false, false);
        loop {
            match self.xml.next()? {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "t" => inside = !phonetic,
                    "rPh" => phonetic = true,
                    _ => {}
                },
                Event::Empty(tag) if tag.local_name().as_ref() == "si" => {
                    self.strings.push("")?;
                    return Ok(true);
                }
                Event::End(tag) => match tag.local_name().as_ref() {
                    "t" => inside = false,
                    "rPh" => phonetic = false,
                    "si" => {
                        self.strings.push(&unescaped(text))?;
                        return Ok(true);
                    }
                    _ => {}
                },
                Event::Text(part) if inside => text.push_str(&part.xml10_content()),
                Event::CData(part) if inside => text.push_str(&part),
                Event::GeneralRef(name) if inside => push_reference(&mut text, &name),
                Event::Eof => return Ok(false),
                _ => {}
            }
            if text.len() as u64 > limits::BODY_BYTES {
                let length = text.len() as u64;
                return Err(Error::limit("body-bytes", length, limits::BODY_BYTES));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_rich_and_phonetic() {
        let xml = "<sst><si><t>hej</t></si><si/><si><r><rPr><b/></rPr><t xml:space=\"preserve\">fed </t></r>\
                   <r><t>&amp; skrå &#230;</t></r><rPh sb=\"0\" eb=\"1\"><t>læs</t></rPh></si></sst>";
        let mut loading = Loading::new(Xml::new(Box::new(std::io::Cursor::new(xml.as_bytes()))));
        assert!(loading.work().unwrap());
        let strings = loading.done();
        assert_eq!(strings.get(0), Some("hej"));
        assert_eq!(strings.get(1), Some(""));
        assert_eq!(strings.get(2), Some("fed & skrå æ"));
        assert_eq!(strings.get(3), None);
    }
}
