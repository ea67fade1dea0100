//! Reads JSON lines back. Strings and keys are pieces; numbers are structural.

use super::{Piece, Reader, check_size};
use crate::error::{Code, Error, Result};
use serde_json::Value;

/// Keys and ids of the format; any other key is searched like content.
const KNOWN: &[&str] = &[
    "type",
    "format",
    "version",
    "language",
    "authority",
    "caseNumber",
    "from",
    "to",
    "zone",
    "conversation",
    "title",
    "neutral",
    "messages",
    "message",
    "time",
    "sender",
    "name",
    "alias",
    "direction",
    "kind",
    "state",
    "withheld",
    "subject",
    "quoted",
    "body",
    "linkPreview",
    "details",
    "detail",
    "by",
    "content",
    "callSeconds",
    "edited",
    "attachments",
    "file",
    "text",
    "mask",
    "conversations",
    "given",
    "part",
    "outside",
    "attachmentsGiven",
    "attachmentsWithheld",
    "masks",
];

#[derive(Default)]
pub(super) struct JsonLines {
    line: Vec<u8>,
    number: u64,
}

impl Reader for JsonLines {
    fn feed(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Piece<'_>)) -> Result<()> {
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(part);
            check_size(self.line.len())?;
            if part.ends_with(b"\n") {
                self.take(sink)?;
            }
        }
        Ok(())
    }

    fn end(&mut self, sink: &mut dyn FnMut(Piece<'_>)) -> Result<()> {
        self.take(sink)
    }
}

impl JsonLines {
    fn take(&mut self, sink: &mut dyn FnMut(Piece<'_>)) -> Result<()> {
        let line = std::mem::take(&mut self.line);
        if line.is_empty() {
            return Ok(());
        }
        self.number += 1;
        let value: Value = serde_json::from_slice(&line)
            .map_err(|_| Error::new(Code::MalformedRecord).at_record(self.number))?;
        let number = |key: &str| value.get(key)?.as_u64()?.try_into().ok();
        let at = number("conversation").zip(number("message"));
        walk(&value, "line", at, true, sink);
        Ok(())
    }
}

fn walk(
    value: &Value,
    field: &str,
    at: Option<(u32, u32)>,
    structural: bool,
    sink: &mut dyn FnMut(Piece<'_>),
) {
    match value {
        Value::Null | Value::Bool(_) => {}
        Value::Number(number) => sink(Piece {
            field,
            text: &number.to_string(),
            at,
            structural: true,
        }),
        Value::String(text) => sink(Piece {
            field,
            text,
            at,
            structural,
        }),
        Value::Array(items) => {
            for item in items {
                walk(item, field, at, structural, sink);
            }
        }
        Value::Object(members) => {
            for (key, value) in members {
                if !KNOWN.contains(&key.as_str()) {
                    sink(Piece {
                        field: "key",
                        text: key,
                        at,
                        structural: false,
                    });
                }
                let inner = if matches!(key.as_str(), "text" | "mask") {
                    field
                } else {
                    key
                };
                let content = matches!(
                    key.as_str(),
                    "body" | "subject" | "quoted" | "linkPreview" | "content"
                ) || (!structural && matches!(key.as_str(), "text" | "mask"))
                    || !KNOWN.contains(&key.as_str());
                walk(value, inner, at, !content, sink);
            }
        }
    }
}
