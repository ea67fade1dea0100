//! A whole case from the command line: files, findings, decisions.

use crate::{
    args,
    files::{self, FileSources},
    load,
    progress::Meter,
    say::Say,
    search,
};
use maskera::{
    detect::Settings,
    error::{Code, Error, Result},
    job::Ctx,
    workflow::{ScanJob, Workspace},
};
use std::path::{Path, PathBuf};

/// Bytes of a decision log.
const LOG_LIMIT: u64 = 1 << 30;

/// A case with its originals.
pub struct Opened {
    /// The case.
    pub workspace: Workspace,
    /// The originals in its order.
    pub sources: FileSources,
    /// Some source is damaged or was not recognised; it was said.
    pub problems: bool,
}

/// Loads and searches all files and replays a decision log over the findings. The log says what is
/// searched, unless the command line does.
///
/// # Errors
/// When a file cannot be read, or the log is damaged.
pub fn open(
    paths: &[PathBuf],
    answers: &args::Answers,
    search: &args::Search,
    decisions: Option<&Path>,
    ctx: &mut Ctx,
    meter: &mut Meter,
    say: &Say,
) -> Result<Opened> {
    let search = search::chosen(search)?;
    let log = decisions.map(read_log).transpose()?;
    let (case, sources) = load::load_all(paths, answers, ctx, meter)?;
    let mut problems = false;
    for source in &case.sources {
        problems |= say.source(source);
    }
    let mut workspace = Workspace {
        case,
        ..Workspace::default()
    };
    if let Some(log) = &log {
        workspace.take_log(log)?;
    }
    join(&mut workspace, ctx, meter)?;
    if let Some(search) = search {
        workspace.choose_search(search, ctx.clock.now_utc_ms())?;
    }
    let settings = Settings::of(workspace.decisions.review.search())?;
    let mut scan = ScanJob::with_settings(&workspace.case, settings);
    let findings = meter.run(ctx, |ctx| scan.step(&workspace.case, ctx))?;
    let lost = workspace.set_findings(findings)?;
    if !lost.is_empty() {
        say.note(
            "cli-decisions-lost",
            &[("count", (lost.len() as u64).into())],
        );
        problems = true;
    }
    Ok(Opened {
        workspace,
        sources,
        problems,
    })
}

/// Joins exports of one account and the participants that are one person.
///
/// # Errors
/// When the log of the workspace cannot be read.
pub fn join(workspace: &mut Workspace, ctx: &mut Ctx, meter: &mut Meter) -> Result<()> {
    let mut job = workspace.joining();
    meter.run(ctx, |ctx| Ok(job.step(&mut workspace.case, ctx)))?;
    workspace.joined()
}

/// The text of a decision log.
///
/// # Errors
/// When it cannot be read.
pub fn read_log(path: &Path) -> Result<String> {
    let name = path.display().to_string();
    String::from_utf8(files::read_small(path, LOG_LIMIT)?).map_err(|_| {
        Error::new(Code::BadDecisions)
            .with("line", 1)
            .in_file(&name)
    })
}
