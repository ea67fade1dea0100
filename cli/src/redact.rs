//! `redact`: the released copy, proven, in a folder of its own.

use crate::{
    Status, args,
    case::{self, Opened},
    files::{self, Output, Released},
    people as writers,
    progress::Meter,
    say::Say,
};
use maskera::{
    error::{Code, Error, Result},
    job::Ctx,
    model::{ConversationId, ParticipantId},
    package::Digester,
    review::{CaseScope, Event, Policy},
    store::Store,
    workflow::{
        Workspace,
        receipt::{Receipt, ReleasedAccount, ReleasedFile},
        release::{ReleaseJob, ReleaseReport, apply_policy},
    },
};
use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// Bytes of a policy.
const POLICY_LIMIT: u64 = 1 << 20;

/// Runs the command.
///
/// # Errors
/// When the copy cannot be made; nothing is left behind then.
pub fn run(
    args: &args::Redact,
    tool_sha256: Option<String>,
    ctx: &mut Ctx,
    meter: &mut Meter,
    say: &Say,
) -> Result<Status> {
    let policy = args.policy.as_deref().map(read_policy).transpose()?;
    let (output, folder) = Output::folder(&args.out, args.force)?;
    let mut extra = Vec::new();
    for path in [&args.receipt, &args.log].into_iter().flatten() {
        if lies_in(path, &args.out)? {
            let file = path.display().to_string();
            say.note("cli-internal-inside", &[("file", file.as_str().into())]);
            return Ok(Status::Failed);
        }
        extra.push(Output::file(path, args.force)?);
    }
    let Opened {
        mut workspace,
        sources,
        problems,
    } = case::open(
        &args.paths,
        &args.answers,
        &args.search,
        args.decisions.as_deref(),
        ctx,
        meter,
        say,
    )?;
    if workspace.case.sources.iter().all(|s| s.format.is_none()) {
        return Err(Error::new(Code::UnknownFormat));
    }
    if let Some(path) = &args.capacity {
        writers::capacities(&mut workspace, path, ctx)?;
    }
    set_scope(args, &mut workspace, ctx, say)?;
    decide(policy, &mut workspace, ctx)?;
    let language = workspace.policy().language.unwrap_or_else(|| say.lang());
    let store = Released::writable(folder);
    let mut job = ReleaseJob::new(&workspace, language)?;
    let report = meter.run(ctx, |ctx| job.step(&workspace, ctx, &sources, &store))?;
    if !report.leaks.is_empty() {
        for leak in &report.leaks {
            let error = Error::new(Code::LeakFound)
                .with("count", report.leaks.len() as u64)
                .with("category", leak.category.id())
                .with("where", format!("{}: {}", leak.path, leak.place));
            say.error(&error);
        }
        return Ok(Status::Failed);
    }
    let account = account(&report, &store)?;
    let files = account.files.len() as u64;
    let now = ctx.clock.now_utc_ms();
    let receipt = Receipt::new(&workspace, Some(account), tool_sha256, language, now)?;
    let mut finished = Vec::new();
    for ((place, mut file), path) in extra
        .into_iter()
        .zip([&args.receipt, &args.log].into_iter().flatten())
    {
        let text = if args.receipt.as_ref() == Some(path) {
            receipt_text(&receipt, path)?
        } else {
            workspace.decisions.log.export()
        };
        file.write_all(text.as_bytes())?;
        file.flush()?;
        finished.push(place);
    }
    output.keep()?;
    for place in finished {
        place.keep()?;
    }
    say.note(
        "cli-released",
        &[
            ("files", files.into()),
            ("values", report.searched_values.into()),
        ],
    );
    Ok(if problems {
        Status::Problems
    } else {
        Status::Done
    })
}

fn read_policy(path: &Path) -> Result<Policy> {
    let name = path.display().to_string();
    let text = String::from_utf8(files::read_small(path, POLICY_LIMIT)?)
        .map_err(|_| Error::new(Code::BadPolicy).in_file(&name))?;
    Policy::from_toml(&text).map_err(|error| error.in_file(&name))
}

/// The receipt is internal and the log names values: neither may lie in the copy.
fn lies_in(path: &Path, folder: &Path) -> Result<bool> {
    let absolute = |path: &Path| -> Result<PathBuf> {
        let path = std::path::absolute(path)?;
        Ok(path.components().collect())
    };
    Ok(absolute(path)?.starts_with(absolute(folder)?))
}

/// Conversations and days of the command line, over what a decision log chose.
fn set_scope(args: &args::Redact, workspace: &mut Workspace, ctx: &Ctx, say: &Say) -> Result<()> {
    let before = workspace.decisions.review.scope();
    let mut scope: CaseScope = before.clone();
    if !args.conversation.is_empty() {
        let mut chosen = std::collections::BTreeSet::new();
        for wanted in &args.conversation {
            chosen.insert(conversation(workspace, wanted)?);
        }
        scope.conversations = Some(chosen);
    }
    if !args.person.is_empty() {
        let mut chosen = std::collections::BTreeSet::new();
        for wanted in &args.person {
            chosen.extend(people(workspace, wanted)?);
        }
        scope.people = Some(chosen);
    }
    if args.from.is_some() || args.to.is_some() {
        scope.from.clone_from(&args.from);
        scope.to.clone_from(&args.to);
    }
    if args.answers.zone.is_some() {
        scope.zone.clone_from(&args.answers.zone);
    }
    if (scope.from.is_some() || scope.to.is_some()) && scope.zone.is_none() {
        say.note("cli-days-utc", &[]);
    }
    if scope != before {
        workspace.record(Event::Coverage { scope }, ctx.clock.now_utc_ms())?;
    }
    workspace.coverage().map(|_| ())
}

/// The stable names of everybody with this number, address or name.
fn people(workspace: &Workspace, wanted: &str) -> Result<Vec<String>> {
    let number = maskera::import::handles::normalise(wanted).0;
    let places = workspace.decisions.review.places();
    let found: Vec<String> = (0..)
        .zip(&workspace.case.participants)
        .filter(|(_, participant)| {
            let handles = participant.handles.iter();
            participant.names.iter().any(|name| name == wanted)
                || handles
                    .map(|handle| &handle.normalised)
                    .any(|known| *known == number)
        })
        .filter_map(|(at, _)| {
            places
                .participant_name(ParticipantId(at))
                .map(str::to_owned)
        })
        .collect();
    if found.is_empty() {
        return Err(Error::new(Code::UnknownTarget)
            .with("kind", "participant")
            .with("name", wanted));
    }
    Ok(found)
}

/// The stable name of the conversation that a person means: its stable name or key, its title, or
/// its number in the order of the files.
fn conversation(workspace: &Workspace, wanted: &str) -> Result<String> {
    let unknown = || {
        Error::new(Code::UnknownTarget)
            .with("kind", "conversation")
            .with("name", wanted)
    };
    let places = workspace.decisions.review.places();
    let conversations = &workspace.case.conversations;
    let titled = || {
        let mut found = (0..).zip(conversations).filter(|(_, conversation)| {
            conversation.title.as_deref() == Some(wanted) || conversation.key == wanted
        });
        let (at, _) = found.next()?;
        found.next().is_none().then_some(ConversationId(at))
    };
    let numbered = || {
        let number: u32 = wanted.parse().ok()?;
        let at = number.checked_sub(1)?;
        conversations.get(at as usize).map(|_| ConversationId(at))
    };
    let id = places
        .conversation(wanted)
        .or_else(titled)
        .or_else(numbered)
        .ok_or_else(unknown)?;
    let name = places.conversation_name(id).ok_or_else(unknown)?;
    Ok(name.to_owned())
}

/// The given policy, else that of the log, else the default one: decisions of a person stand.
fn decide(policy: Option<Policy>, workspace: &mut Workspace, ctx: &Ctx) -> Result<()> {
    let policy = policy.unwrap_or_else(|| workspace.policy());
    apply_policy(workspace, policy, ctx)?;
    workspace.record(Event::NoSecondReviewer, ctx.clock.now_utc_ms())
}

fn account(report: &ReleaseReport, store: &dyn Store) -> Result<ReleasedAccount> {
    let mut files = Vec::new();
    for path in store.list() {
        let mut digester = Digester::default();
        std::io::copy(&mut store.open(&path)?, &mut digester)?;
        let digests = digester.finish();
        files.push(ReleasedFile {
            path: path.trim_start_matches(files::RELEASED).to_owned(),
            bytes: digests.size,
            sha256: digests.sha256,
        });
    }
    Ok(ReleasedAccount {
        verified: true,
        searched_values: report.searched_values,
        attachments_withheld: report.summary.attachments_withheld,
        pictures: report.summary.attachments_given,
        files,
    })
}

fn receipt_text(receipt: &Receipt, path: &Path) -> Result<String> {
    let page = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("html"));
    if page {
        return Ok(receipt.to_html());
    }
    receipt.to_json()
}
