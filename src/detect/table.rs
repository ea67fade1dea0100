//! A text that is a table: rows of cells between tabs, semicolons, strokes or commas, with a header
//! row. The header of a column labels the cells below it. Quoted cells with a separator inside are
//! not looked into: such a row is cut at the wrong place.

use super::fold::is_letter;
use crate::text::ByteSpan;

/// Separators, the surest first.
const SEPARATORS: [u8; 4] = [b'\t', b';', b'|', b','];
/// Lines above the header, a title for instance.
const ABOVE: usize = 3;

/// Cells of a table.
#[derive(Debug)]
pub(super) struct Table {
    /// Places of all separators.
    cuts: Vec<u32>,
    /// Places of all line breaks.
    lines: Vec<u32>,
    /// Cells of the header row.
    headers: Vec<ByteSpan>,
}

impl Table {
    /// The table in `text`, where two neighbouring rows have the same number of cells and the first
    /// of them holds letters only.
    pub(super) fn new(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        memchr::memchr(b'\n', bytes)?;
        for separator in SEPARATORS {
            // a comma in prose is no table: three cells at least
            let least = if separator == b',' { 2 } else { 1 };
            let mut start = 0;
            let mut rows = text.split('\n');
            let mut row = rows.next().unwrap_or_default();
            for next in rows.take(ABOVE) {
                let count = |row: &str| memchr::memchr_iter(separator, row.as_bytes()).count();
                let cells = count(row);
                if cells >= least && count(next) == cells && is_header(row, separator) {
                    return Some(Self::with(text, separator, start, row));
                }
                start += row.len() + 1;
                row = next;
            }
        }
        None
    }

    fn with(text: &str, separator: u8, start: usize, header: &str) -> Self {
        let bytes = text.as_bytes();
        let mut at = start;
        let headers = header
            .split(char::from(separator))
            .map(|cell| {
                let span = ByteSpan::new(at as u32, (at + cell.len()) as u32);
                at += cell.len() + 1;
                span
            })
            .collect();
        Self {
            cuts: memchr::memchr_iter(separator, bytes)
                .map(|at| at as u32)
                .collect(),
            lines: memchr::memchr_iter(b'\n', bytes)
                .map(|at| at as u32)
                .collect(),
            headers,
        }
    }

    /// The header above `span`, where it lies in a row below the header.
    pub(super) fn header(&self, span: ByteSpan) -> Option<ByteSpan> {
        let line = self.lines.partition_point(|line| *line < span.start);
        let start = line.checked_sub(1).and_then(|at| self.lines.get(at))?;
        let first = self.headers.first()?.start;
        if *start < first {
            return None;
        }
        let before = self.cuts.partition_point(|cut| cut < start);
        let column = self.cuts.partition_point(|cut| *cut < span.start) - before;
        let end = self.lines.get(line).copied().unwrap_or(u32::MAX);
        let cells = self.cuts.partition_point(|cut| *cut < end) - before + 1;
        // a sentence below the table has no columns
        (cells > 1).then(|| self.headers.get(column).copied())?
    }
}

fn is_header(row: &str, separator: u8) -> bool {
    row.split(char::from(separator)).all(|cell| {
        let cell = cell.trim().trim_matches('"');
        cell.len() <= 40
            && cell.chars().any(is_letter)
            && cell.bytes().filter(u8::is_ascii_digit).count() < 3
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str, cell: &str) -> Option<String> {
        let at = text.rfind(cell).unwrap() as u32;
        let span = ByteSpan::new(at, at + cell.len() as u32);
        let header = Table::new(text)?.header(span)?;
        header.of(text).map(str::to_owned)
    }

    #[test]
    fn columns_have_their_header() {
        let text = "Borgere i maj\nNavn;CPR;Tlf\nBo Ek;1506881234;20123456\nIb;2402722345;31234567";
        assert_eq!(header(text, "2402722345").as_deref(), Some("CPR"));
        assert_eq!(header(text, "20123456").as_deref(), Some("Tlf"));
        let tabs = "namn\tpersonnummer\nBo\t8901019805";
        assert_eq!(header(tabs, "8901019805").as_deref(), Some("personnummer"));
    }

    #[test]
    fn prose_is_no_table() {
        assert_eq!(
            header("Hej, jeg hedder Bo\nog nr, 20123456", "20123456"),
            None
        );
        assert_eq!(header("a;b\n1;2\nring 20123456", "20123456"), None);
    }
}
