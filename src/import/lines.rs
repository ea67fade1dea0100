//! Lines of a text with their offsets. A line longer than [`limits::BODY_BYTES`] comes in pieces.

use crate::{
    error::{Code, Error, Result},
    limits,
};
use std::io::Read;

const CHUNK: usize = 128 << 10;

/// The reader.
pub(super) struct Lines {
    input: Box<dyn Read>,
    buffer: Vec<u8>,
    at: usize,
    base: u64,
    ended: bool,
    /// Why the input ended early.
    pub failure: Option<Code>,
    /// The line at hand, without its end.
    pub line: Vec<u8>,
    /// Offset of the line at hand.
    pub start: u64,
    /// The line at hand goes on from the one before.
    pub continued: bool,
}

impl Lines {
    pub fn new(input: Box<dyn Read>) -> Self {
        Self {
            input,
            buffer: Vec::new(),
            at: 0,
            base: 0,
            ended: false,
            failure: None,
            line: Vec::new(),
            start: 0,
            continued: false,
        }
    }

    /// Offset behind the line at hand.
    pub fn offset(&self) -> u64 {
        self.base + self.at as u64
    }

    fn fill(&mut self) -> Result<()> {
        self.base += self.at as u64;
        self.at = 0;
        self.buffer.resize(CHUNK, 0);
        let read = self.input.read(&mut self.buffer);
        let count = *read.as_ref().unwrap_or(&0);
        self.buffer.truncate(count);
        self.ended = count == 0;
        if let Err(error) = read {
            match Error::from(error) {
                error if error.code() == Code::Io => return Err(error),
                error => self.failure = Some(error.code()),
            }
        }
        Ok(())
    }

    /// Moves to the next line; false at the end.
    pub fn next(&mut self) -> Result<bool> {
        let cut = self.line.len() >= limits::BODY_BYTES as usize;
        self.line.clear();
        self.start = self.offset();
        self.continued = cut;
        loop {
            if self.at == self.buffer.len() {
                if !self.ended {
                    self.fill()?;
                }
                if self.buffer.is_empty() {
                    break;
                }
            }
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            let room = (limits::BODY_BYTES as usize).saturating_sub(self.line.len());
            let rest = rest.get(..rest.len().min(room)).unwrap_or_default();
            let end = memchr::memchr(b'\n', rest);
            self.line
                .extend_from_slice(rest.get(..end.unwrap_or(rest.len())).unwrap_or_default());
            self.at += end.map_or(rest.len(), |end| end + 1);
            if end.is_some() {
                if self.line.last() == Some(&b'\r') {
                    self.line.pop();
                }
                return Ok(true);
            }
            if self.line.len() >= limits::BODY_BYTES as usize {
                return Ok(true);
            }
        }
        Ok(self.offset() > self.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn offsets() {
        let mut lines = Lines::new(Box::new(Cursor::new(b"a\r\nbc\n\nd".to_vec())));
        let mut all = Vec::new();
        while lines.next().unwrap() {
            all.push((String::from_utf8(lines.line.clone()).unwrap(), lines.start));
        }
        let wanted = [("a", 0), ("bc", 3), ("", 6), ("d", 7)];
        assert_eq!(all, wanted.map(|(text, at)| (text.to_owned(), at)));
    }
}
