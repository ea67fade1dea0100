//! Tables of an account's download: a row of headings, then one record per row. What the formats
//! that are made of such tables share: cells by heading, and records whose every cell is kept.

use super::{Batch, ledger, ledger::Ledger, table::rows::Row};
use crate::{
    error::Code,
    model::{Detail, DetailKind, Locator, Message, MessageKind, SkipReason},
};

/// One row under its headings. Cells are taken; what is left goes into the record's texts.
pub(super) struct Cells(Vec<(String, String)>);

impl Cells {
    /// The cells that are not empty.
    pub fn of(headings: &[String], row: Row) -> Self {
        let cells = row.fields.into_iter().enumerate();
        let named = cells.map(|(at, cell)| (headings.get(at).cloned().unwrap_or_default(), cell));
        Self(named.filter(|(_, cell)| !cell.trim().is_empty()).collect())
    }

    /// True without content.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the cell under a heading, in large or small letters; empty without one.
    pub fn take(&mut self, heading: &str) -> String {
        let at = self
            .0
            .iter()
            .position(|(known, _)| known.eq_ignore_ascii_case(heading));
        at.map_or_else(String::new, |at| self.0.remove(at).1)
    }

    /// What was not taken, as texts. Headings in `technical` are raw.
    pub fn keep(self, technical: &[&str], message: &mut Message) {
        for (heading, cell) in self.0 {
            let extra = message.extra_mut();
            if technical
                .iter()
                .any(|name| name.eq_ignore_ascii_case(&heading))
            {
                extra.raw.push((heading, cell));
                continue;
            }
            let address = cell.starts_with("http://") || cell.starts_with("https://");
            let detail = match (address, heading.is_empty()) {
                (true, _) => Detail::new(DetailKind::Link, cell),
                (_, true) => Detail::new(DetailKind::Other, cell),
                _ => Detail::new(DetailKind::Other, format!("{heading}: {cell}")),
            };
            extra.details.push(detail);
        }
    }
}

/// The row as cells, when it is one; else it is counted.
pub(super) fn cells(
    headings: &[String],
    row: Row,
    place: Locator,
    batch: &mut Batch,
) -> Option<Cells> {
    if !batch.begin(place) {
        return None;
    }
    if row.broken || row.fields.len() > headings.len() + 1 {
        batch.reject(Code::MalformedRecord, place);
        return None;
    }
    let cells = Cells::of(headings, row);
    if cells.is_empty() {
        batch.skip(SkipReason::EmptyRow);
        return None;
    }
    Some(cells)
}

/// A record of the account that is no message.
pub(super) fn entry(kind: MessageKind, item: &str, place: Locator, batch: &mut Batch) -> Message {
    *batch.source.items.entry(item.to_owned()).or_default() += 1;
    Message {
        conversation: ledger::account_thread(batch, &format!("account/{item}"), item),
        place,
        kind,
        ..Message::default()
    }
}

/// Sets the time of the first of these headings that has one.
pub(super) fn dated(
    headings: &[&str],
    cells: &mut Cells,
    message: &mut Message,
    ledger: &mut Ledger,
    batch: &mut Batch,
) {
    for heading in headings {
        let text = cells.take(heading);
        if !text.is_empty() {
            ledger.written(message, &text, batch);
            return;
        }
    }
}

/// Headings of a table's first line, in small letters, when its text begins with them.
pub(super) fn headings(text: &str) -> Vec<String> {
    let line = text
        .trim_start_matches('\u{feff}')
        .lines()
        .next()
        .unwrap_or_default();
    let cells = line.split(',');
    cells
        .map(|cell| cell.trim().trim_matches('"').to_lowercase())
        .collect()
}
