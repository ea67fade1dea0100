//! The receipt as a page: one file without scripts, in the receipt's language.

use super::{FindingAccount, KeptAccount, Receipt, TOOL, VERSION};
use crate::{locales::Texts, seal::SlotKind};
use std::fmt::Write as _;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;\
padding:0 1rem;color:#1a1a1a;background:#fff}h1{margin:0}h2{margin:2rem 0 .5rem}\
.mark{font-weight:700}table{border-collapse:collapse;width:100%}\
th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #bbb;\
vertical-align:top}td.n,th.n{text-align:right}code{overflow-wrap:anywhere}\
.scroll{overflow-x:auto}@media print{body{margin:0;max-width:none}}";

/// Writes the page.
pub(super) struct Page<'a> {
    receipt: &'a Receipt,
    texts: Texts,
    out: String,
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// One cell of a table.
enum Cell<'a> {
    Text(&'a str),
    Number(u64),
    Code(&'a str),
}

impl<'a> Page<'a> {
    pub(super) fn new(receipt: &'a Receipt) -> Self {
        Page {
            receipt,
            texts: Texts::new(receipt.language),
            out: String::new(),
        }
    }

    fn text(&self, id: &str) -> String {
        escape(&self.texts.get(id, &[]))
    }

    /// Markup; writing to a String cannot fail.
    fn put(&mut self, markup: std::fmt::Arguments<'_>) {
        let _ = self.out.write_fmt(markup);
        self.out.push('\n');
    }

    fn heading(&mut self, id: &str) {
        let text = self.text(id);
        self.put(format_args!("<h2>{text}</h2>"));
    }

    fn paragraph(&mut self, text: &str) {
        let text = escape(text);
        self.put(format_args!("<p>{text}</p>"));
    }

    fn table(&mut self, heads: &[&str], rows: &[Vec<Cell<'_>>]) {
        let class = |column: usize| {
            let numeric = rows.first().and_then(|row| row.get(column));
            matches!(numeric, Some(Cell::Number(_)))
        };
        let heads: String = heads
            .iter()
            .enumerate()
            .map(|(column, id)| {
                let class = if class(column) { " class=\"n\"" } else { "" };
                format!("<th scope=\"col\"{class}>{}</th>", self.text(id))
            })
            .collect();
        self.put(format_args!(
            "<div class=\"scroll\"><table><thead><tr>{heads}</tr></thead><tbody>"
        ));
        for row in rows {
            let cells: String = row
                .iter()
                .map(|cell| match cell {
                    Cell::Text(text) => format!("<td>{}</td>", escape(text)),
                    Cell::Number(number) => format!("<td class=\"n\">{number}</td>"),
                    Cell::Code(text) => format!("<td><code>{}</code></td>", escape(text)),
                })
                .collect();
            self.put(format_args!("<tr>{cells}</tr>"));
        }
        self.put(format_args!("</tbody></table></div>"));
    }

    /// Name and value, without those that have no value.
    fn facts(&mut self, facts: &[(&str, Option<String>)]) {
        self.put(format_args!("<table><tbody>"));
        for (id, value) in facts {
            if let Some(value) = value {
                let (name, value) = (self.text(id), escape(value));
                self.put(format_args!(
                    "<tr><th scope=\"row\">{name}</th><td><code>{value}</code></td></tr>"
                ));
            }
        }
        self.put(format_args!("</tbody></table>"));
    }

    pub(super) fn write(mut self) -> String {
        let receipt = self.receipt;
        let (lang, title) = (receipt.language.tag(), self.text("receipt-title"));
        self.put(format_args!(
            "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>{title}</title><style>{STYLE}</style></head><body><main>\n<h1>{title}</h1>"
        ));
        let internal = self.text("receipt-internal");
        self.put(format_args!("<p class=\"mark\">{internal}</p>"));
        self.paragraph(&self.texts.get("receipt-intro", &[]));
        let unknown = self.texts.get("receipt-unknown", &[]);
        self.facts(&[
            ("receipt-case-number", receipt.case_number.clone()),
            ("receipt-made", Some(receipt.made_utc.clone())),
            ("receipt-tool", Some(format!("{TOOL} {VERSION}"))),
            (
                "receipt-tool-file",
                Some(receipt.tool.file_sha256.clone().unwrap_or(unknown)),
            ),
        ]);
        self.sources();
        self.coverage();
        self.findings();
        self.kept_on_purpose();
        self.released();
        self.searched();
        self.heading("receipt-not-searched");
        self.paragraph(&self.texts.get("receipt-not-searched-intro", &[]));
        self.put(format_args!("<ul>"));
        for id in &receipt.not_searched {
            let text = self.text(&format!("not-searched-{id}"));
            self.put(format_args!("<li>{text}</li>"));
        }
        self.put(format_args!("</ul>"));
        self.heading("receipt-review");
        self.paragraph(&self.texts.get("receipt-no-second-reviewer", &[]));
        self.heading("receipt-log");
        let entries = self.texts.get(
            "receipt-log-entries",
            &[("entries", (receipt.log.entries as u64).into())],
        );
        self.paragraph(&entries);
        let head = &receipt.log.head;
        self.put(format_args!("<p><code>{head}</code></p>"));
        self.slots();
        self.put(format_args!("</main></body></html>"));
        self.out
    }

    fn sources(&mut self) {
        let receipt = self.receipt;
        self.heading("receipt-sources");
        let unknown = self.texts.get("receipt-unknown", &[]);
        let rows: Vec<Vec<Cell<'_>>> = receipt
            .sources
            .iter()
            .map(|source| {
                vec![
                    Cell::Number(source.number as u64),
                    Cell::Text(source.format.unwrap_or(&unknown)),
                    Cell::Number(source.bytes),
                    Cell::Number(source.seen),
                    Cell::Number(source.parsed),
                    Cell::Number(source.skipped.values().sum()),
                    Cell::Number(source.errors),
                    Cell::Code(&source.sha256),
                ]
            })
            .collect();
        let heads = [
            "receipt-source-number",
            "receipt-source-format",
            "receipt-source-size",
            "receipt-source-seen",
            "receipt-source-parsed",
            "receipt-source-skipped",
            "receipt-source-errors",
            "receipt-source-checksum",
        ];
        self.table(&heads, &rows);
        for source in &receipt.sources {
            let notes = [
                (source.partial, "receipt-source-partial"),
                (source.format.is_none(), "receipt-source-unrecognised"),
                (
                    source.from_documentation,
                    "receipt-source-from-documentation",
                ),
                (source.open_questions > 0, "receipt-source-questions"),
            ];
            for (_, id) in notes.iter().filter(|(applies, _)| *applies) {
                let number = (source.number as u64).into();
                self.paragraph(&self.texts.get(id, &[("number", number)]));
            }
        }
    }

    fn coverage(&mut self) {
        let coverage = &self.receipt.coverage;
        self.heading("receipt-coverage");
        let chosen = coverage.chosen.unwrap_or(coverage.conversations);
        self.facts(&[
            (
                "receipt-conversations",
                Some(format!("{chosen} / {}", coverage.conversations)),
            ),
            ("receipt-inside", Some(coverage.messages.to_string())),
            ("receipt-outside", Some(coverage.outside.to_string())),
            ("receipt-first", coverage.first_utc.clone()),
            ("receipt-last", coverage.last_utc.clone()),
            (
                "receipt-people",
                coverage.people.map(|people| people.to_string()),
            ),
        ]);
        if let Some(counts) = &coverage.capacities {
            self.paragraph(&self.texts.get("receipt-capacities", &[]));
            let count = |count: u32| Some(count.to_string());
            self.facts(&[
                ("capacity-official", count(counts.official)),
                ("capacity-elected", count(counts.elected)),
                ("capacity-private", count(counts.private)),
                ("capacity-outside", count(counts.outside)),
                ("capacity-unknown", count(counts.unknown)),
            ]);
        }
        let all = self.texts.get("receipt-days-open", &[]);
        let days = self.texts.get(
            "receipt-days",
            &[
                ("from", coverage.from.as_deref().unwrap_or(&all).into()),
                ("to", coverage.to.as_deref().unwrap_or(&all).into()),
                ("zone", coverage.zone.as_str().into()),
            ],
        );
        if coverage.from.is_some() || coverage.to.is_some() {
            self.paragraph(&days);
        }
    }

    fn findings(&mut self) {
        let receipt = self.receipt;
        self.heading("receipt-findings");
        let names: Vec<(String, &FindingAccount)> = receipt
            .findings
            .iter()
            .map(|(id, account)| (self.texts.get(&format!("reason-{id}"), &[]), account))
            .collect();
        let rows: Vec<Vec<Cell<'_>>> = names
            .iter()
            .map(|(name, account)| {
                vec![
                    Cell::Text(name),
                    Cell::Number(account.sure),
                    Cell::Number(account.likely),
                    Cell::Number(account.possible),
                    Cell::Number(account.redacted),
                    Cell::Number(account.kept),
                    Cell::Number(account.unsure),
                    Cell::Number(account.open),
                ]
            })
            .collect();
        let heads = [
            "receipt-category",
            "receipt-band-a",
            "receipt-band-b",
            "receipt-band-c",
            "receipt-redacted",
            "receipt-kept",
            "receipt-unsure",
            "receipt-open",
        ];
        self.table(&heads, &rows);
        let whole = receipt.whole_messages.to_string();
        self.facts(&[("receipt-whole-messages", Some(whole))]);
    }

    fn searched(&mut self) {
        let search = &self.receipt.search;
        self.heading("receipt-searched");
        let preset = self
            .texts
            .get(&format!("receipt-preset-{}", search.preset.id()), &[]);
        self.paragraph(&preset);
        if let Some(profile) = &search.profile {
            let unknown = self.texts.get("receipt-unknown", &[]);
            let name = Some(profile.name.as_str()).filter(|name| !name.is_empty());
            let (name, sha256) = (name.unwrap_or(&unknown), profile.sha256.as_str());
            let text = self.texts.get(
                "receipt-profile",
                &[("name", name.into()), ("sha256", sha256.into())],
            );
            self.paragraph(&text);
        }
        if search.off.is_empty() {
            self.paragraph(&self.texts.get("receipt-off-none", &[]));
            return;
        }
        self.paragraph(&self.texts.get("receipt-off", &[]));
        self.put(format_args!("<ul>"));
        for category in &search.off {
            let name = self.text(&format!("reason-{}", category.id()));
            self.put(format_args!("<li>{name}</li>"));
        }
        self.put(format_args!("</ul>"));
    }

    fn kept_on_purpose(&mut self) {
        let receipt = self.receipt;
        if receipt.kept_on_purpose.is_empty() {
            return;
        }
        self.heading("receipt-kept-on-purpose");
        self.paragraph(&self.texts.get("receipt-kept-on-purpose-intro", &[]));
        let names: Vec<(String, &KeptAccount)> = receipt
            .kept_on_purpose
            .iter()
            .map(|kept| {
                let name = self.texts.get(&format!("reason-{}", kept.category), &[]);
                (name, kept)
            })
            .collect();
        let rows: Vec<Vec<Cell<'_>>> = names
            .iter()
            .map(|(name, kept)| {
                vec![
                    Cell::Text(name),
                    Cell::Code(&kept.place),
                    Cell::Text(&kept.reason),
                ]
            })
            .collect();
        let heads = [
            "receipt-category",
            "receipt-kept-place",
            "receipt-kept-reason",
        ];
        self.table(&heads, &rows);
    }

    fn released(&mut self) {
        self.heading("receipt-released");
        let Some(released) = &self.receipt.released else {
            self.paragraph(&self.texts.get("receipt-released-none", &[]));
            return;
        };
        if released.verified {
            let values = released.searched_values.into();
            let text = self.texts.get("receipt-verified", &[("values", values)]);
            self.paragraph(&text);
            self.facts(&[
                (
                    "receipt-attachments-withheld",
                    Some(released.attachments_withheld.to_string()),
                ),
                ("receipt-pictures", Some(released.pictures.to_string())),
            ]);
        } else {
            self.paragraph(&self.texts.get("receipt-not-verified", &[]));
        }
        let rows: Vec<Vec<Cell<'_>>> = released
            .files
            .iter()
            .map(|file| {
                vec![
                    Cell::Code(&file.path),
                    Cell::Number(file.bytes),
                    Cell::Code(&file.sha256),
                ]
            })
            .collect();
        let heads = [
            "receipt-file",
            "receipt-source-size",
            "receipt-source-checksum",
        ];
        self.table(&heads, &rows);
    }

    fn slots(&mut self) {
        let receipt = self.receipt;
        if receipt.slots.is_empty() {
            return;
        }
        self.heading("receipt-slots");
        self.put(format_args!("<ul>"));
        for slot in &receipt.slots {
            let id = match slot.kind {
                SlotKind::Passphrase => "receipt-slot-passphrase",
                _ => "receipt-slot-certificate",
            };
            let (kind, fingerprint) = (self.text(id), escape(&slot.fingerprint));
            self.put(format_args!("<li>{kind} <code>{fingerprint}</code></li>"));
        }
        self.put(format_args!("</ul>"));
    }
}
