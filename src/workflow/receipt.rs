//! The receipt: what was loaded, what was done with it and what was not searched, as JSON and as
//! a script-free page (`docs/formats/receipt.md`). Internal, but without values: sources are named
//! by number and checksum, because a file's name may name a person.

mod page;

use super::Workspace;
use crate::{
    detect::Profile,
    error::{Code, Error, Result},
    finding::{Band, Category, Preset, SearchChoice},
    locales::Lang,
    model::{RepairKind, SkipReason, Source, SourceDigests},
    package,
    review::{CapacityCounts, KeptOccurrence, Log, Outcome},
    seal::SlotLabel,
    time::{TimeBasis, iso_utc},
};
use page::Page;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

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
    /// What was searched.
    pub search: SearchAccount,
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
    /// Stable names chosen by person: their number, `None` for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<usize>,
    /// Messages inside by capacity, where a person said something about any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacities: Option<CapacityCounts>,
}

/// What was searched.
#[derive(Clone, Debug, Serialize)]
pub struct SearchAccount {
    /// From which score on findings were shown.
    pub preset: Preset,
    /// Categories that a person or the profile switched off.
    pub off: BTreeSet<Category>,
    /// The authority's own profile.
    pub profile: Option<ProfileAccount>,
}

/// The profile in force.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileAccount {
    /// The authority's name for it; may be empty.
    pub name: String,
    /// SHA-256 of its text, in hex.
    pub sha256: String,
}

impl SearchAccount {
    fn new(search: &SearchChoice) -> Result<Self> {
        let profile = match &search.profile {
            Some(text) => Some(ProfileAccount {
                name: Profile::from_toml(text)?.name().to_owned(),
                sha256: package::hex(&Sha256::digest(text)),
            }),
            None => None,
        };
        Ok(SearchAccount {
            preset: search.preset,
            off: search.off.clone(),
            profile,
        })
    }
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
            search: SearchAccount::new(review.search())?,
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
        conversations: workspace
            .case
            .conversations
            .iter()
            .filter(|conversation| conversation.joined_into.is_none())
            .count(),
        chosen: scope.conversations.as_ref().map(|chosen| chosen.len()),
        from: scope.from,
        to: scope.to,
        zone: scope.zone.unwrap_or_else(|| "UTC".to_owned()),
        messages: 0,
        outside: 0,
        first_utc: None,
        last_utc: None,
        people: scope.people.as_ref().map(|chosen| chosen.len()),
        capacities: None,
    };
    let capacities = workspace.decisions.review.capacities(&workspace.case);
    let mut counts = CapacityCounts::default();
    let mut period: Option<(i64, i64)> = None;
    for (id, message) in workspace.case.shown_messages() {
        if !coverage.covers(message) {
            account.outside += 1;
            continue;
        }
        account.messages += 1;
        counts.add(capacities.of_message(&workspace.case, id));
        if let Some(at) = message.time.utc_ms {
            let (first, last) = period.unwrap_or((at, at));
            period = Some((first.min(at), last.max(at)));
        }
    }
    account.capacities = (!capacities.is_empty()).then_some(counts);
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
