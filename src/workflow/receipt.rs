//! The receipt: what was loaded, what was done with it and what was not searched, as JSON and as
//! a script-free page (`docs/formats/receipt.md`). Internal, but without values: sources are named
//! by number and checksum, because a file's name may name a person.

use super::Workspace;
use crate::{
    error::{Code, Error, Result},
    finding::Band,
    locales::{Lang, Texts},
    model::{RepairKind, SkipReason, Source, SourceDigests},
    review::{KeptOccurrence, Log, Outcome},
    seal::SlotLabel,
    time::{TimeBasis, iso_utc},
};
use serde::Serialize;
use std::{collections::BTreeMap, fmt::Write as _};

/// Name in outputs.
pub const TOOL: &str = "Maskera";
/// Version in outputs.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What no detector of this version looks for, or misses by its nature; texts `not-searched-<id>`.
pub const NOT_SEARCHED: [&str; 6] = [
    "some-names",
    "places",
    "other-identifiers",
    "sensitive",
    "pictures-and-sound",
    "circumstances",
];

/// The whole receipt. Field names are those of the JSON form.
#[derive(Clone, Debug, Serialize)]
pub struct Receipt {
    /// Version of this form.
    pub receipt: u32,
    /// Instant, UTC.
    pub made_utc: String,
    /// Language of the page.
    pub language: Lang,
    /// The tool.
    pub tool: Tool,
    /// Case number.
    pub case_number: Option<String>,
    /// Authority.
    pub authority: Option<String>,
    /// Loaded files in order.
    pub sources: Vec<ReceiptSource>,
    /// What the case covers.
    pub coverage: CoverageAccount,
    /// Findings by category id.
    pub findings: BTreeMap<&'static str, FindingAccount>,
    /// Messages withheld whole.
    pub whole_messages: u64,
    /// Places where a removed value stays visible on purpose.
    pub kept_on_purpose: Vec<KeptAccount>,
    /// The released copy, if one was made.
    pub released: Option<ReleasedAccount>,
    /// Ids of what was not searched.
    pub not_searched: Vec<&'static str>,
    /// Always false: this version has no second review.
    pub second_reviewer: bool,
    /// The decision log.
    pub log: LogAccount,
    /// Who can open the bundle; empty outside a bundle.
    pub slots: Vec<SlotLabel>,
}

/// The tool itself.
#[derive(Clone, Debug, Serialize)]
pub struct Tool {
    /// Name.
    pub name: &'static str,
    /// Version.
    pub version: &'static str,
    /// SHA-256 of the tool's file (the page or the command), where the caller knows it.
    pub file_sha256: Option<String>,
}

/// One source.
#[derive(Clone, Debug, Serialize)]
pub struct ReceiptSource {
    /// From 1.
    pub number: usize,
    /// Importer id, `None` when not recognised.
    pub format: Option<&'static str>,
    /// Its reading was built from documentation and never seen on a real file.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub from_documentation: bool,
    /// Bytes.
    pub bytes: u64,
    /// Hex.
    pub sha256: String,
    /// Hex.
    pub sha512: String,
    /// Records seen.
    pub seen: u64,
    /// Records read.
    pub parsed: u64,
    /// Records left out, by reason.
    pub skipped: BTreeMap<SkipReason, u64>,
    /// Damaged records.
    pub errors: u64,
    /// Mended strings by kind.
    pub repairs: BTreeMap<RepairKind, u64>,
    /// Reading ended early.
    pub partial: bool,
    /// Questions that nobody answered.
    pub open_questions: usize,
    /// Basis of its times.
    pub time_basis: TimeBasis,
    /// Zone that a person named.
    pub zone: Option<String>,
    /// Its files, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<ReceiptFile>,
}

/// A file of a source of several.
#[derive(Clone, Debug, Serialize)]
pub struct ReceiptFile {
    /// Bytes.
    pub bytes: u64,
    /// Hex.
    pub sha256: String,
    /// Hex.
    pub sha512: String,
}

impl ReceiptSource {
    fn new(at: usize, source: &Source) -> Self {
        let several = source.files.len() > 1;
        let files = source.files.iter().filter(|_| several);
        let files = files.filter_map(|file| file.digests.as_ref());
        ReceiptSource {
            number: at + 1,
            format: source.format,
            from_documentation: source.format.is_some_and(crate::import::documentation_only),
            bytes: source.digests.size,
            sha256: source.digests.sha256.clone(),
            sha512: source.digests.sha512.clone(),
            seen: source.accounting.seen,
            parsed: source.accounting.parsed,
            skipped: source.accounting.skipped.clone(),
            errors: source.accounting.error_count,
            repairs: source.accounting.repair_counts.clone(),
            partial: source.accounting.partial,
            open_questions: source.questions.len(),
            time_basis: source.time_basis,
            zone: source.zone.clone(),
            files: files.cloned().map(ReceiptFile::from).collect(),
        }
    }
}

impl From<SourceDigests> for ReceiptFile {
    fn from(digests: SourceDigests) -> Self {
        ReceiptFile {
            bytes: digests.size,
            sha256: digests.sha256,
            sha512: digests.sha512,
        }
    }
}

/// What the case covers.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageAccount {
    /// Conversations loaded.
    pub conversations: usize,
    /// Conversations chosen, `None` for all.
    pub chosen: Option<usize>,
    /// First day, included.
    pub from: Option<String>,
    /// Last day, included.
    pub to: Option<String>,
    /// Zone of the days.
    pub zone: String,
    /// Messages inside.
    pub messages: u64,
    /// Messages left out.
    pub outside: u64,
    /// First instant of the messages inside, where known.
    pub first_utc: Option<String>,
    /// Last instant.
    pub last_utc: Option<String>,
}

/// Findings of one category.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct FindingAccount {
    /// Band A.
    pub sure: u64,
    /// Band B.
    pub likely: u64,
    /// Band C.
    pub possible: u64,
    /// Redacted.
    pub redacted: u64,
    /// Kept.
    pub kept: u64,
    /// Unsure.
    pub unsure: u64,
    /// Not decided.
    pub open: u64,
}

/// A place where a removed value stays visible on purpose.
#[derive(Clone, Debug, Serialize)]
pub struct KeptAccount {
    /// Category of the value.
    pub category: &'static str,
    /// Stable id of the message or place in the finished files; only `participant` or
    /// `conversation` where the place is a name.
    pub place: String,
    /// Why, in the reviewer's words.
    pub reason: String,
}

/// The released copy.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ReleasedAccount {
    /// True when this run searched the finished files for every removed value and found none.
    pub verified: bool,
    /// Values searched for.
    pub searched_values: u64,
    /// Attachments withheld.
    pub attachments_withheld: u64,
    /// Pictures given.
    pub pictures: u64,
    /// Its files.
    pub files: Vec<ReleasedFile>,
}

/// A file of the released copy.
#[derive(Clone, Debug, Serialize)]
pub struct ReleasedFile {
    /// Path in the released copy.
    pub path: String,
    /// Bytes.
    pub bytes: u64,
    /// Hex.
    pub sha256: String,
}

/// The decision log.
#[derive(Clone, Debug, Serialize)]
pub struct LogAccount {
    /// Lines.
    pub entries: usize,
    /// SHA-256 of the last line.
    pub head: String,
}

impl From<&Log> for LogAccount {
    fn from(log: &Log) -> Self {
        LogAccount {
            entries: log.lines().len(),
            head: log.head().to_owned(),
        }
    }
}

impl Receipt {
    /// The account of a case. `file_sha256` is the tool's own file, where the caller knows it.
    ///
    /// # Errors
    /// When the coverage names something that does not exist.
    pub fn new(
        workspace: &Workspace,
        released: Option<ReleasedAccount>,
        file_sha256: Option<String>,
        language: Lang,
        now_utc_ms: i64,
    ) -> Result<Self> {
        let policy = workspace.policy();
        let review = &workspace.decisions.review;
        Ok(Receipt {
            receipt: 1,
            made_utc: iso_utc(now_utc_ms),
            language,
            tool: Tool {
                name: TOOL,
                version: VERSION,
                file_sha256,
            },
            case_number: policy.case_number,
            authority: policy.authority,
            sources: workspace
                .case
                .sources
                .iter()
                .enumerate()
                .map(|(at, source)| ReceiptSource::new(at, source))
                .collect(),
            coverage: coverage(workspace, language)?,
            findings: findings(workspace),
            whole_messages: review.withheld_messages().count() as u64,
            kept_on_purpose: review.kept_occurrences().iter().map(kept).collect(),
            released,
            not_searched: NOT_SEARCHED.to_vec(),
            second_reviewer: false,
            log: LogAccount::from(&workspace.decisions.log),
            slots: Vec::new(),
        })
    }

    /// The JSON form, indented, with a line end.
    ///
    /// # Errors
    /// None for the types used; the signature is that of the JSON writer.
    pub fn to_json(&self) -> Result<String> {
        serde_json::to_string_pretty(self)
            .map(|text| text + "\n")
            .map_err(|_| Error::new(Code::BadRequest))
    }

    /// The page, in the receipt's language.
    #[must_use]
    pub fn to_html(&self) -> String {
        Page::new(self).write()
    }
}

fn kept(kept: &KeptOccurrence) -> KeptAccount {
    // The stable name of a participant or conversation is made of names and numbers.
    let place = match kept.place.split_once(':') {
        Some((kind @ ("participant" | "conversation"), _)) => kind,
        _ => &kept.place,
    };
    KeptAccount {
        category: kept.category.id(),
        place: place.to_owned(),
        reason: kept.reason.clone(),
    }
}

fn coverage(workspace: &Workspace, language: Lang) -> Result<CoverageAccount> {
    let scope = workspace.decisions.review.scope().shown(language);
    let coverage = workspace.coverage()?;
    let mut account = CoverageAccount {
        conversations: workspace.case.conversations.len(),
        chosen: scope.conversations.as_ref().map(|chosen| chosen.len()),
        from: scope.from,
        to: scope.to,
        zone: scope.zone.unwrap_or_else(|| "UTC".to_owned()),
        messages: 0,
        outside: 0,
        first_utc: None,
        last_utc: None,
    };
    let mut period: Option<(i64, i64)> = None;
    for (_, message) in workspace.case.shown_messages() {
        if !coverage.covers(message) {
            account.outside += 1;
            continue;
        }
        account.messages += 1;
        if let Some(at) = message.time.utc_ms {
            let (first, last) = period.unwrap_or((at, at));
            period = Some((first.min(at), last.max(at)));
        }
    }
    account.first_utc = period.map(|(first, _)| iso_utc(first));
    account.last_utc = period.map(|(_, last)| iso_utc(last));
    Ok(account)
}

fn findings(workspace: &Workspace) -> BTreeMap<&'static str, FindingAccount> {
    let review = &workspace.decisions.review;
    let mut accounts: BTreeMap<&'static str, FindingAccount> = BTreeMap::new();
    for id in review.ids() {
        let Some(finding) = review.finding(id) else {
            continue;
        };
        let account = accounts.entry(finding.category.id()).or_default();
        match finding.band {
            Band::A => account.sure += 1,
            Band::B => account.likely += 1,
            Band::C => account.possible += 1,
        }
        match review.outcome(id) {
            Outcome::Open => account.open += 1,
            Outcome::Redact { .. } => account.redacted += 1,
            Outcome::Keep => account.kept += 1,
            Outcome::Unsure => account.unsure += 1,
        }
    }
    accounts
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;\
padding:0 1rem;color:#1a1a1a;background:#fff}h1{margin:0}h2{margin:2rem 0 .5rem}\
.mark{font-weight:700}table{border-collapse:collapse;width:100%}\
th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #bbb;\
vertical-align:top}td.n,th.n{text-align:right}code{overflow-wrap:anywhere}\
.scroll{overflow-x:auto}@media print{body{margin:0;max-width:none}}";

/// Writes the page.
struct Page<'a> {
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
    fn new(receipt: &'a Receipt) -> Self {
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

    fn write(mut self) -> String {
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
        ]);
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
                crate::seal::SlotKind::Passphrase => "receipt-slot-passphrase",
                _ => "receipt-slot-certificate",
            };
            let (kind, fingerprint) = (self.text(id), escape(&slot.fingerprint));
            self.put(format_args!("<li>{kind} <code>{fingerprint}</code></li>"));
        }
        self.put(format_args!("</ul>"));
    }
}
