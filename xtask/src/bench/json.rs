//! Chats in JSON: import against a pass that only reads the same records.

use super::{
    Bench, Row,
    native::number,
    report::Goal::{self, Most},
};
use crate::Outcome;
use std::fs;

/// How the measuring program calls a form, what a row calls it, the importer that has to answer and
/// the file's name.
const FORMS: [(&str, &str, &str, &str); 5] = [
    (
        "messenger",
        "Messenger message_1.json",
        "messenger",
        "message_1.json",
    ),
    (
        "telegram",
        "Telegram result.json",
        "telegram-json",
        "result.json",
    ),
    ("slack", "Slack day file", "slack", "2020-01-01.json"),
    (
        "teams",
        "Teams (Graph) messages",
        "teams-json",
        "graph.json",
    ),
    (
        "google-chat",
        "Google Chat messages.json",
        "google-chat",
        "messages.json",
    ),
];

/// Each format against serde_json over the same records, with and without our checksums.
pub fn json(bench: &Bench) -> Outcome<Vec<Row>> {
    let size = bench.sizes.export_bytes.to_string();
    let mut rows = Vec::new();
    for (form, name, importer, file) in FORMS {
        let path = bench.export(file, &["generate-chat", form, &size])?;
        let found = bench.measure(&["json", form, file])?;
        fs::remove_file(path)?;
        let format = found.get("format").and_then(serde_json::Value::as_str);
        if format != Some(importer) {
            bench.missing(name, &format!("read as {format:?}"));
            continue;
        }
        let get = |name| number(&found, name);
        let (import, hashing, reading) = (get("import")?, get("hashing")?, get("reading")?);
        let row = |what: &str, seconds: f64, goal, raw| Row {
            what: format!("{name}{what} against serde_json reading the same records"),
            value: seconds / reading,
            unit: "x",
            goal,
            raw,
        };
        let raw = format!(
            "{:.0} MB, {:.0} messages: import {import:.3} s, of which checksums {hashing:.3} s; \
             serde_json, unknown fields kept, {reading:.3} s",
            get("bytes")? / 1e6,
            get("messages")?,
        );
        rows.push(row(" without checksums", import - hashing, Most(2.0), raw));
        let above = "from the line above".to_owned();
        rows.push(row(" with checksums", import, Goal::None, above));
    }
    Ok(rows)
}
