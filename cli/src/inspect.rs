//! `inspect`: what each source is and holds. Sources do not see each other, so that each line
//! stands for itself.

use crate::{Status, args, load, progress::Meter, say::Say};
use maskera::{
    error::Result,
    job::Ctx,
    model::{Case, Locator, Message, MessageKind, Question, Source, Warning},
    time::{TimeBasis, iso_utc},
    workflow::accounting_text,
};
use serde::Serialize;
use std::{collections::BTreeMap, io::Write};

/// One line. Field names are part of the contract (`docs/cli.md`).
#[derive(Serialize)]
struct Line<'a> {
    source: &'a str,
    files: usize,
    format: Option<&'static str>,
    conversations: Option<usize>,
    messages: Option<usize>,
    participants: Option<usize>,
    attachments: Option<usize>,
    items: &'a BTreeMap<String, u64>,
    first_utc: Option<String>,
    last_utc: Option<String>,
    time_basis: TimeBasis,
    accounting: Account<'a>,
    repairs: Vec<Repairs>,
    questions: &'a [Question],
    warnings: &'a [Warning],
}

#[derive(Serialize)]
struct Account<'a> {
    seen: u64,
    parsed: u64,
    skipped: Vec<Skipped>,
    errors: Vec<Damaged<'a>>,
    /// The list above ends at a limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    errors_total: Option<u64>,
    partial: bool,
}

#[derive(Serialize)]
struct Skipped {
    reason: maskera::model::SkipReason,
    count: u64,
}

#[derive(Serialize)]
struct Damaged<'a> {
    reason: maskera::error::Code,
    place: Place<'a>,
}

/// Where a damaged record lies.
#[derive(Serialize)]
struct Place<'a> {
    record: u64,
    #[serde(skip_serializing_if = "str::is_empty")]
    member: &'a str,
    byte: u64,
    length: u64,
}

#[derive(Serialize)]
struct Repairs {
    kind: maskera::model::RepairKind,
    count: u64,
}

impl<'a> Place<'a> {
    fn new(source: &'a Source, record: u64, place: &Locator) -> Self {
        let member = source.members.get(place.member as usize);
        Place {
            record,
            member: member.map(String::as_str).unwrap_or_default(),
            byte: place.start,
            length: place.len,
        }
    }
}

/// What counts as a message: posts and comments do only where the source holds nothing else.
struct Counted {
    posts: bool,
}

fn counted(case: &Case) -> Counted {
    Counted {
        posts: !case
            .messages
            .iter()
            .any(|message| message.kind.is_message()),
    }
}

impl Counted {
    fn includes(&self, kind: MessageKind) -> bool {
        kind.is_message() || (self.posts && kind == MessageKind::Post)
    }
}

fn line<'a>(case: &'a Case, source: &'a Source) -> Line<'a> {
    let account = &source.accounting;
    let known = source.format.is_some();
    let conflict = case
        .messages
        .iter()
        .any(|message| message.extra.as_ref().is_some_and(|e| e.address_conflict));
    let attachments = case
        .messages
        .iter()
        .flat_map(|message| message.attachments())
        .filter(|attachment| !attachment.embedded)
        .count();
    // a loose part, or an archive without an account, is no conversation; the part's own times are those of its wordings
    let loose = source.format == Some("imessage-typedstream")
        || source.variant.as_deref() == Some("no-repository");
    let wordings = |message: &'a Message| {
        let details = message.details().iter().filter(move |_| loose);
        details.filter_map(|detail| detail.time.as_ref()?.utc_ms)
    };
    let instants = || {
        let messages = case.messages.iter();
        messages.flat_map(|m| m.time.utc_ms.into_iter().chain(wordings(m)))
    };
    let counted = counted(case);
    let threads = case.conversations.iter().filter(|c| {
        let mut messages = c
            .messages
            .iter()
            .filter_map(|id| case.messages.get(id.index()));
        messages.any(|message| counted.includes(message.kind))
    });
    Line {
        source: &source.name,
        files: source.files.len(),
        format: source.format,
        conversations: (known && !loose).then(|| threads.count()),
        messages: known.then(|| {
            let kinds = case.messages.iter().map(|message| message.kind);
            kinds.filter(|kind| counted.includes(*kind)).count()
        }),
        participants: (known && !conflict && !loose).then_some(case.participants.len()),
        attachments: known.then_some(attachments),
        items: &source.items,
        first_utc: instants().min().map(iso_utc),
        last_utc: instants().max().map(iso_utc),
        time_basis: source.time_basis,
        accounting: Account {
            seen: account.seen,
            parsed: account.parsed,
            skipped: account
                .skipped
                .iter()
                .map(|(reason, count)| Skipped {
                    reason: *reason,
                    count: *count,
                })
                .collect(),
            errors: account
                .errors
                .iter()
                .map(|error| Damaged {
                    reason: error.reason,
                    place: Place::new(source, error.record, &error.place),
                })
                .collect(),
            errors_total: (account.error_count > account.errors.len() as u64)
                .then_some(account.error_count),
            partial: account.partial,
        },
        repairs: account
            .repair_counts
            .iter()
            .map(|(kind, count)| Repairs {
                kind: *kind,
                count: *count,
            })
            .collect(),
        questions: &source.questions,
        warnings: &source.warnings,
    }
}

/// For people: a few aligned lines per file.
fn plain(
    (line, source): (&Line<'_>, &Source),
    given: &load::Given,
    say: &Say,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let number = |n: Option<usize>| n.map_or_else(|| "?".to_owned(), |n| n.to_string());
    let time = |t: &Option<String>| t.clone().unwrap_or_else(|| "?".to_owned());
    match given.places.as_slice() {
        [path] => writeln!(out, "{}", path.display())?,
        places => {
            let count = ("count", (places.len() as u64).into());
            let files = say.text("cli-inspect-files", &[count]);
            writeln!(out, "{} ({files})", given.name)?;
        }
    }
    let records = accounting_text(say.lang(), &source.accounting);
    let (first, last) = (time(&line.first_utc), time(&line.last_utc));
    let mut rows = vec![
        ("format", line.format.unwrap_or("?").to_owned()),
        ("messages", number(line.messages)),
        ("conversations", number(line.conversations)),
        ("participants", number(line.participants)),
        ("attachments", number(line.attachments)),
        ("period", format!("{first} – {last}")),
        ("records", records),
    ];
    for repair in &line.repairs {
        let kind = serde_json::to_string(&repair.kind).unwrap_or_default();
        let kind = kind.trim_matches('"');
        rows.push(("mended", format!("{} × {kind}", repair.count)));
    }
    for question in line.questions {
        let question = serde_json::to_string(question).unwrap_or_default();
        rows.push(("question", question));
    }
    for warning in line.warnings {
        let arguments = warning.args.iter();
        let arguments: Vec<String> = arguments
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        rows.push(("warning", format!("{} {}", warning.id, arguments.join(" "))));
    }
    let rows: Vec<(String, String)> = rows
        .into_iter()
        .map(|(id, value)| (say.text(&format!("cli-inspect-{id}"), &[]), value))
        .collect();
    let width = rows.iter().map(|(label, _)| label.chars().count()).max();
    for (label, value) in &rows {
        let width = width.unwrap_or_default();
        writeln!(out, "  {label:<width$}  {}", value.trim_end())?;
    }
    Ok(())
}

/// Runs the command.
///
/// # Errors
/// When a path cannot be read at all.
pub fn run(args: &args::Inspect, ctx: &mut Ctx, meter: &mut Meter, say: &Say) -> Result<Status> {
    let answers = load::answers(&args.answers)?;
    let mut status = Status::Done;
    for given in load::sources(&args.paths, args.answers.separate)? {
        let mut case = Case::default();
        load::load_one(&mut case, &given, &answers, ctx, meter)?;
        let mut out = std::io::stdout().lock();
        for source in &case.sources {
            let line = line(&case, source);
            if args.json {
                serde_json::to_writer(&mut out, &line).map_err(std::io::Error::from)?;
                writeln!(out)?;
            } else {
                plain((&line, source), &given, say, &mut out)?;
            }
            if say.source(source) {
                status = Status::Problems;
            }
        }
    }
    Ok(status)
}
