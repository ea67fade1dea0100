//! Cuts a mailbox into mails at its "From " lines (RFC 4155 appendix A).
//!
//! A line that begins with `From ` opens a mail only after an empty line (or at the start) and
//! with the shape `From <sender> <something with a clock time>`: bodies hold such lines too.
//! Quoted ones (`>From `) stay as they are in the text. Content-Length is not believed: programs
//! that rewrite mails leave it wrong.

use crate::{error::Result, job::Budget, limits};
use memchr::memchr;
use std::io::Read;

/// One mail of a file.
pub(super) struct Mail {
    /// First byte in the file, behind the "From " line.
    pub start: u64,
    /// Length in bytes.
    pub len: u64,
    /// Its bytes; `None` beyond [`limits::MAIL_BYTES`].
    pub bytes: Option<Vec<u8>>,
}

pub(super) enum Found {
    Mail(Mail),
    /// The step is over; call again.
    Pause,
    End,
}

/// The cutting of one file.
pub(super) struct Splitter {
    input: Box<dyn Read>,
    mailbox: bool,
    chunk: Box<[u8]>,
    /// Read, but not yet given to a mail.
    buffer: Vec<u8>,
    at: usize,
    /// Offset in the file of `buffer[at]`.
    offset: u64,
    ended: bool,
    /// The mail at hand.
    mail: Vec<u8>,
    mail_start: u64,
    mail_len: u64,
    /// Anything of a mail was seen.
    inside: bool,
    after_empty_line: bool,
}

const CHUNK: usize = 128 << 10;
/// A "From " line is shorter than this.
const FROM_LINE_BYTES: usize = 1_000;

impl Splitter {
    pub fn new(input: Box<dyn Read>, mailbox: bool) -> Self {
        Self {
            input,
            mailbox,
            chunk: vec![0; CHUNK].into_boxed_slice(),
            buffer: Vec::new(),
            at: 0,
            offset: 0,
            ended: false,
            mail: Vec::new(),
            mail_start: 0,
            mail_len: 0,
            inside: false,
            after_empty_line: true,
        }
    }

    /// Bytes of the file taken so far.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    pub fn next(&mut self, budget: &mut Budget<'_>) -> Result<Found> {
        loop {
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            let line_end = memchr(b'\n', rest).map(|end| end + 1);
            // a line longer than a chunk cannot be a head of anything: it is taken in pieces
            let piece = match line_end {
                Some(end) => end,
                None if self.ended || rest.len() >= CHUNK => rest.len(),
                None => {
                    self.fill()?;
                    if budget.spent() {
                        return Ok(Found::Pause);
                    }
                    continue;
                }
            };
            if piece == 0 {
                return Ok(match self.take_mail() {
                    Some(mail) => Found::Mail(mail),
                    None => Found::End,
                });
            }
            let line = rest.get(..piece).unwrap_or_default();
            if self.mailbox && self.after_empty_line && is_from_line(line) {
                let mail = self.take_mail();
                self.advance(piece);
                self.mail_start = self.offset;
                self.inside = true;
                self.after_empty_line = false;
                if let Some(mail) = mail {
                    return Ok(Found::Mail(mail));
                }
                continue;
            }
            self.after_empty_line = matches!(line, b"\n" | b"\r\n");
            if !self.inside {
                self.inside = true;
                self.mail_start = self.offset;
            }
            self.mail_len += piece as u64;
            if self.mail_len <= limits::MAIL_BYTES {
                self.mail.extend_from_slice(line);
            } else {
                self.mail = Vec::new();
            }
            self.advance(piece);
        }
    }

    fn advance(&mut self, count: usize) {
        self.at += count;
        self.offset += count as u64;
    }

    /// Ends the mail at hand; nothing when there is only white space.
    fn take_mail(&mut self) -> Option<Mail> {
        let (start, len) = (self.mail_start, self.mail_len);
        let bytes = std::mem::take(&mut self.mail);
        self.inside = false;
        self.mail_len = 0;
        let kept = len <= limits::MAIL_BYTES;
        if kept && bytes.iter().all(u8::is_ascii_whitespace) {
            return None;
        }
        Some(Mail {
            start,
            len,
            bytes: kept.then_some(bytes),
        })
    }

    fn fill(&mut self) -> Result<()> {
        self.buffer.drain(..self.at);
        self.at = 0;
        let count = self.input.read(&mut self.chunk)?;
        let read = self.chunk.get(..count).unwrap_or_default();
        self.buffer.extend_from_slice(read);
        self.ended = count == 0;
        Ok(())
    }
}

/// `From `, a sender, and a clock time further on.
pub(super) fn is_from_line(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let clock = |w: &[u8]| matches!(w, [a, b':', b] if a.is_ascii_digit() && b.is_ascii_digit());
    rest.len() < FROM_LINE_BYTES
        && rest.first().is_some_and(|byte| !byte.is_ascii_whitespace())
        && rest.windows(3).any(clock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::fixed;
    use std::io::Cursor;

    fn mails(text: &str) -> Vec<(u64, String)> {
        let mut splitter = Splitter::new(Box::new(Cursor::new(text.as_bytes().to_vec())), true);
        let ctx = fixed::ctx(0, 1);
        let mut all = Vec::new();
        loop {
            match splitter.next(&mut ctx.budget()).unwrap() {
                Found::Mail(mail) => {
                    let bytes = mail.bytes.unwrap();
                    let start = mail.start as usize;
                    assert_eq!(&text.as_bytes()[start..start + bytes.len()], bytes);
                    all.push((mail.start, String::from_utf8(bytes).unwrap()));
                }
                Found::Pause => {}
                Found::End => return all,
            }
        }
    }

    #[test]
    fn only_real_from_lines_cut() {
        let text = "From a@example.org Mon Jan  1 10:00:00 2024\nSubject: 1\n\nFrom here on 10 people\n>From b\n\nFrom b@example.org Mon Jan  1 10:00:00 2024\r\nSubject: 2\r\n\r\nno empty line before\nFrom c@example.org Mon Jan  1 10:00:00 2024\nx";
        let found = mails(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].1.ends_with(">From b\n\n"));
        assert!(found[1].1.ends_with("2024\nx"));
        assert!(mails("\n \n").is_empty());
    }
}
