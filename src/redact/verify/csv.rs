//! Reads CSV back (RFC 4180) as a byte machine. The first record names the columns.

use super::{Piece, Reader, check_size};
use crate::error::Result;

/// Columns whose numbers the copy itself gives.
const STRUCTURAL: &[&str] = &[
    "number",
    "conversation",
    "title",
    "message",
    "time",
    "sender",
    "sender_alias",
    "direction",
    "kind",
    "state",
    "call_seconds",
    "edited",
    "attachments",
    "capacity",
    "field",
    "extent",
    "mask",
];
/// Columns with content.
const CONTENT: &[&str] = &["subject", "quoted", "text", "link_preview", "details"];

#[derive(Default)]
pub(super) struct Csv {
    field: Vec<u8>,
    quoted: bool,
    /// A quote was read inside a quoted field: its end, or half of an escaped one.
    quote: bool,
    record: Vec<String>,
    header: Option<Vec<String>>,
}

impl Reader for Csv {
    fn feed(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Piece<'_>)) -> Result<()> {
        for byte in bytes {
            self.byte(*byte, sink);
        }
        check_size(self.field.len())
    }

    fn end(&mut self, sink: &mut dyn FnMut(Piece<'_>)) -> Result<()> {
        if !self.field.is_empty() || !self.record.is_empty() {
            self.end_field();
            self.end_record(sink);
        }
        Ok(())
    }
}

impl Csv {
    fn byte(&mut self, byte: u8, sink: &mut dyn FnMut(Piece<'_>)) {
        if self.quoted && !self.quote {
            if byte == b'"' {
                self.quote = true;
            } else {
                self.field.push(byte);
            }
            return;
        }
        match byte {
            b'"' if self.quote => {
                self.quote = false;
                self.field.push(b'"');
            }
            b'"' if self.field.is_empty() || self.field == "\u{feff}".as_bytes() => {
                self.quoted = true;
            }
            b',' => self.end_field(),
            b'\n' => {
                self.end_field();
                self.end_record(sink);
            }
            b'\r' => {}
            other => self.field.push(other),
        }
    }

    fn end_field(&mut self) {
        let text = String::from_utf8_lossy(&self.field);
        self.record
            .push(text.trim_start_matches('\u{feff}').to_owned());
        self.field.clear();
        self.quoted = false;
        self.quote = false;
    }

    fn end_record(&mut self, sink: &mut dyn FnMut(Piece<'_>)) {
        let record = std::mem::take(&mut self.record);
        let Some(header) = &self.header else {
            for name in &record {
                if !STRUCTURAL.contains(&name.as_str()) && !CONTENT.contains(&name.as_str()) {
                    sink(Piece {
                        field: "header",
                        text: name,
                        at: None,
                        structural: false,
                    });
                }
            }
            self.header = Some(record);
            return;
        };
        let number = |name: &str| {
            let at = header.iter().position(|column| column == name)?;
            record.get(at)?.parse().ok()
        };
        let at = number("conversation").zip(number("message"));
        for (n, text) in record.iter().enumerate() {
            let field = header.get(n).map_or("column", String::as_str);
            sink(Piece {
                field,
                text,
                at,
                structural: STRUCTURAL.contains(&field),
            });
        }
    }
}
