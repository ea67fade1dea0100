//! Tables of messages, one message per row: CSV, TSV and other delimited text, and the sheets of
//! spreadsheet workbooks (`message-table`); and iMazing's message export as the one kind that is
//! told by its headers (`imazing-csv`).
//!
//! Two passes: the first looks at every row's time, so that the order of day and month is voted
//! over the whole file or sheet; the second reads. Columns are guessed and shown with sample rows,
//! and a person corrects them ([`Mapping`]). Memory is bounded by one row, and by the texts that a
//! workbook's cells share ([`crate::limits::WORKBOOK_TEXT_BYTES`]). Computes no formulas and reads
//! no workbook in another form than `.xlsx`.

mod clock;
mod job;
mod mapping;
mod reading;
pub(super) mod rows;
mod senders;
mod workbook;

use super::{Answers, ImportJob, Importer, Input, Probe};
use crate::{
    container::is_workbook,
    error::{Code, Error, Result},
    model::{Mapping, Role},
};
use job::Job;
use rows::Rows;

/// Any table with one message per row.
pub struct MessageTable;

/// The message export of iMazing.
pub struct ImazingCsv;

/// Headers of iMazing in English; one that has most of them is its export.
const IMAZING: &[&str] = &[
    "chat session",
    "message date",
    "delivered date",
    "read date",
    "edited date",
    "service",
    "type",
    "sender id",
    "sender name",
    "status",
    "replying to",
    "subject",
    "text",
    "reactions",
    "attachment",
    "attachment type",
];
/// Rows that a guess looks at.
const SAMPLE_ROWS: usize = 200;
/// Bytes of a text that recognising looks at.
const SNIFFED_BYTES: usize = 8 << 10;

/// Enough of a text to recognise a table by; an archive may hold very many texts.
fn start_of(text: &str) -> &str {
    let end = text.floor_char_boundary(SNIFFED_BYTES.min(text.len()));
    text.get(..end).unwrap_or_default()
}

/// The first rows of a text, without one that its end may have cut.
fn sample(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let input = std::io::Cursor::new(text.as_bytes().to_vec());
    let mut rows = Rows::new(Box::new(input), delimiter);
    let mut all = Vec::new();
    while let Ok(Some(row)) = rows.next() {
        if !row.broken && all.len() < SAMPLE_ROWS {
            all.push(row.fields);
        }
    }
    if all.len() > 3 {
        all.pop();
    }
    all
}

fn imazing_headers(rows: &[Vec<String>]) -> usize {
    let header = rows.first();
    let known = |cell: &&String| IMAZING.contains(&cell.trim().to_lowercase().as_str());
    header.map_or(0, |cells| cells.iter().filter(known).count())
}

impl Importer for MessageTable {
    fn id(&self) -> &'static str {
        "message-table"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        // whether its sheets hold messages is asked with the question about the columns
        if is_workbook(probe.head) {
            return 50;
        }
        // web pages and program text are full of commas
        if probe.text.trim_start().starts_with(['<', '{', '[']) {
            return 0;
        }
        let text = start_of(probe.text);
        let Some((delimiter, _)) = rows::delimiter(text) else {
            return 0;
        };
        match mapping::guess(&sample(text, delimiter)) {
            Some(guess) if guess.mapping.is_usable() && guess.named >= 3 => 65,
            Some(guess)
                if guess.mapping.is_usable() && guess.mapping.column(Role::Time).is_some() =>
            {
                55
            }
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        Ok(Box::new(Job::new(input, answers, true)?))
    }
}

impl Importer for ImazingCsv {
    fn id(&self) -> &'static str {
        "imazing-csv"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let text = start_of(probe.text);
        let header = text.lines().next().unwrap_or_default().to_lowercase();
        if !header.contains("chat session") && !header.contains("sender id") {
            return 0;
        }
        let Some((delimiter, _)) = rows::delimiter(text) else {
            return 0;
        };
        if imazing_headers(&sample(text, delimiter)) >= 6 {
            85
        } else {
            0
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        Ok(Box::new(Job::new(input, answers, false)?))
    }
}

/// Reads a saved mapping (JSON, `docs/formats/message-table.md`).
///
/// # Errors
/// [`Code::BadMapping`] when it is no such file or makes no messages.
pub fn read_mapping(text: &str) -> Result<Mapping> {
    let mapping: Mapping = serde_json::from_str(text).map_err(|error| {
        Error::new(Code::BadMapping)
            .with("line", error.line())
            .with("column", error.column())
    })?;
    if mapping.is_usable() {
        Ok(mapping)
    } else {
        Err(Error::new(Code::BadMapping)
            .with("line", 1)
            .with("column", 1))
    }
}
