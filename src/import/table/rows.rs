//! Rows of delimited text (RFC 4180 and what spreadsheets write), with their places.
//!
//! The csv-core crate parses; this adds what untrusted files need: a row is bounded by
//! [`limits::BODY_BYTES`], and a quote that is never closed costs its own line, not the rest of
//! the file.

use crate::{error::Result, limits};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::{memchr, memchr_iter};
use std::io::Read;

/// One row.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Row {
    /// First byte in the decoded text.
    pub start: u64,
    /// Length in bytes, line end included.
    pub len: u64,
    pub fields: Vec<String>,
    /// Row of the sheet, from 1; 0 in delimited text.
    pub number: u32,
    /// A quote is not closed, or the row is too long: `fields` is empty.
    pub broken: bool,
}

pub(in crate::import) struct Rows {
    input: Box<dyn Read>,
    delimiter: u8,
    chunk: Box<[u8]>,
    buffer: Vec<u8>,
    /// Start of the row at hand in `buffer`.
    at: usize,
    /// Offset in the text of `buffer`'s first byte.
    base: u64,
    ended: bool,
}

const CHUNK: usize = 128 << 10;

impl Rows {
    pub fn new(input: Box<dyn Read>, delimiter: u8) -> Self {
        Self {
            input,
            delimiter,
            chunk: vec![0; CHUNK].into_boxed_slice(),
            buffer: Vec::new(),
            at: 0,
            base: 0,
            ended: false,
        }
    }

    /// Bytes of the text taken so far.
    pub fn offset(&self) -> u64 {
        self.base + self.at as u64
    }

    /// The next row; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Row>> {
        if self.at >= CHUNK {
            self.buffer.drain(..self.at);
            self.base += self.at as u64;
            self.at = 0;
        }
        if self.offset() == 0 {
            while self.buffer.len() < 3 && self.fill()? {}
            if self.buffer.starts_with(b"\xEF\xBB\xBF") {
                self.at = 3;
            }
        }
        let mut parse = Parse::new(self.delimiter);
        let mut read = self.at;
        loop {
            let input = self.buffer.get(read..).unwrap_or_default();
            if input.is_empty() && !self.ended {
                self.fill()?;
                continue;
            }
            let (taken, whole) = parse.feed(input);
            read += taken;
            if (read - self.at) as u64 > limits::BODY_BYTES {
                return Ok(Some(self.one_line()));
            }
            if whole == Some(false) {
                return Ok(None);
            }
            if whole == Some(true) {
                let raw = self.buffer.get(self.at..read).unwrap_or_default();
                // a quote that swallowed the lines behind it up to the end of the file
                let unclosed = self.ended
                    && read == self.buffer.len()
                    && memchr_iter(b'"', raw).count() % 2 == 1
                    && memchr(b'\n', raw).is_some_and(|end| end + 1 < raw.len());
                if unclosed {
                    return Ok(Some(self.one_line()));
                }
                let row = Row {
                    start: self.offset(),
                    len: (read - self.at) as u64,
                    fields: parse.fields(),
                    ..Row::default()
                };
                self.at = read;
                return Ok(Some(row));
            }
        }
    }

    /// Takes back the row that was just read and gives up its first line only: for a quote that
    /// swallowed the rows behind it.
    pub fn first_line_of(&mut self, row: &Row) -> Row {
        self.at = self.at.saturating_sub(row.len as usize);
        self.one_line()
    }

    /// Gives up the line at hand.
    fn one_line(&mut self) -> Row {
        let start = self.offset();
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        self.at += memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        Row {
            start,
            len: self.offset() - start,
            broken: true,
            ..Row::default()
        }
    }

    fn fill(&mut self) -> Result<bool> {
        let count = self.input.read(&mut self.chunk)?;
        let read = self.chunk.get(..count).unwrap_or_default();
        self.buffer.extend_from_slice(read);
        self.ended = count == 0;
        Ok(count > 0)
    }
}

/// The parsing of one row.
struct Parse {
    reader: Reader,
    output: Vec<u8>,
    written: usize,
    ends: Vec<usize>,
    fields: usize,
}

impl Parse {
    fn new(delimiter: u8) -> Self {
        Self {
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            output: vec![0; 512],
            written: 0,
            ends: vec![0; 32],
            fields: 0,
        }
    }

    /// Takes input; whether a row is whole (`Some(true)`) or the text is over (`Some(false)`).
    fn feed(&mut self, mut input: &[u8]) -> (usize, Option<bool>) {
        let mut taken = 0;
        loop {
            let (result, read, wrote, ended) = self.reader.read_record(
                input,
                self.output.get_mut(self.written..).unwrap_or_default(),
                self.ends.get_mut(self.fields..).unwrap_or_default(),
            );
            taken += read;
            self.written += wrote;
            self.fields += ended;
            input = input.get(read..).unwrap_or_default();
            match result {
                ReadRecordResult::InputEmpty => return (taken, None),
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => return (taken, Some(true)),
                ReadRecordResult::End => return (taken, Some(false)),
            }
        }
    }

    fn fields(&self) -> Vec<String> {
        let mut start = 0;
        self.ends
            .iter()
            .take(self.fields)
            .map(|end| {
                let field = self.output.get(start..*end).unwrap_or_default();
                start = *end;
                String::from_utf8_lossy(field).into_owned()
            })
            .collect()
    }
}

/// The delimiter that cuts the first lines most evenly, with the number of columns.
///
/// Lines of one cell above the table are its title and say nothing; a first line `sep=;` (Excel's)
/// says it.
pub(in crate::import) fn delimiter(text: &str) -> Option<(u8, usize)> {
    let told = text.trim_start_matches('\u{feff}').strip_prefix("sep=");
    let told = told.and_then(|rest| rest.bytes().next());
    let mut best: Option<(u8, usize, usize)> = None;
    for delimiter in *b";,\t|" {
        let mut rows = Rows::new(
            Box::new(std::io::Cursor::new(text.as_bytes().to_vec())),
            delimiter,
        );
        let mut counts = Vec::new();
        while let Ok(Some(row)) = rows.next() {
            if !row.broken && row.fields.iter().any(|field| !field.is_empty()) {
                counts.push(row.fields.len());
            }
            if counts.len() == SAMPLE_ROWS {
                break;
            }
        }
        // the last row may be cut by the end of the probe
        if counts.len() > 3 {
            counts.pop();
        }
        let title = counts.iter().take_while(|count| **count == 1).count();
        if title < counts.len() {
            counts.drain(..title);
        }
        let Some(columns) = counts
            .iter()
            .max_by_key(|n| (counts.iter().filter(|m| m == n).count(), **n))
        else {
            continue;
        };
        if told == Some(delimiter) {
            return Some((delimiter, *columns));
        }
        let even = counts.iter().filter(|count| *count == columns).count();
        let enough = *columns >= 2 && counts.len() >= 2 && even * 10 >= counts.len() * 8;
        if enough && best.is_none_or(|(_, most, evenest)| (even, *columns) > (evenest, most)) {
            best = Some((delimiter, *columns, even));
        }
    }
    best.map(|(delimiter, columns, _)| (delimiter, columns))
}

/// Rows of a probe that are looked at.
const SAMPLE_ROWS: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn rows(text: &str) -> Vec<Row> {
        let mut rows = Rows::new(Box::new(Cursor::new(text.as_bytes().to_vec())), b';');
        std::iter::from_fn(|| rows.next().unwrap()).collect()
    }

    #[test]
    fn places_and_line_breaks_in_fields() {
        let text = "\u{feff}a;b\r\n\"x\ny\";\"q\"\"\"\n\n1;2";
        let found = rows(text);
        let fields: Vec<Vec<String>> = found.iter().map(|row| row.fields.clone()).collect();
        assert_eq!(
            fields,
            [vec!["a", "b"], vec!["x\ny", "q\""], vec!["1", "2"]]
        );
        for row in &found {
            let raw = &text.as_bytes()[row.start as usize..(row.start + row.len) as usize];
            assert!(raw.contains(&b';'), "{row:?}");
        }
    }

    #[test]
    fn an_unclosed_quote_costs_its_line() {
        let found = rows("a;b\n\"x;1\nc;d\ne;f");
        let broken: Vec<bool> = found.iter().map(|row| row.broken).collect();
        assert_eq!(broken, [false, true, false, false]);
        assert_eq!(found[3].fields, ["e", "f"]);
        assert_eq!(rows("5\" skærm;1\nc;d").len(), 2);
    }

    #[test]
    fn delimiters() {
        assert_eq!(delimiter("a;b,c;d\n1;2;3\n4;5;6\n"), Some((b';', 3)));
        assert_eq!(delimiter("a\tb\n1\t2\n"), Some((b'\t', 2)));
        assert_eq!(delimiter("bare tekst, med komma\nog mere\nog mere"), None);
    }
}
