//! `pack`: a case into an encrypted bundle.

use crate::{
    Status, args,
    case::{self, Opened},
    files::{FileSources, FolderStore, Output, Released, Scratch},
    progress::Meter,
    say::Say,
    secret,
};
use maskera::{
    error::{Code, Error, Result},
    job::{Ctx, Step},
    locales::Lang,
    package::{Digester, Kind},
    seal::Offload,
    store::Store,
    workflow::{
        PackJob, PackOptions, PackReport, PackStep, Workspace, receipt::ReleasedAccount,
        release::ReleaseJob,
    },
};
use std::{io::Write, path::Path, rc::Rc};

/// Runs the command.
///
/// # Errors
/// When something cannot be read or written; nothing is left behind then.
pub fn run(
    args: &args::Pack,
    tool_sha256: Option<String>,
    ctx: &mut Ctx,
    meter: &mut Meter,
    say: &Say,
) -> Result<Status> {
    let recipients = secret::recipients(&args.passphrase_file, &args.recipients, ctx, say)?;
    let (output, mut out) = Output::file(&args.out, args.force)?;
    let Opened {
        workspace,
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
    let policy = workspace.policy();
    let language = policy.language.unwrap_or_else(|| say.lang());
    let released = match &args.released {
        Some(folder) => Some(proven(
            &workspace,
            &sources,
            check_released(folder)?,
            &args.out,
            language,
            ctx,
            meter,
        )?),
        None => None,
    };
    let scratch = Scratch::beside(&args.out)?;
    let store: Rc<dyn Store> = match &args.released {
        Some(folder) => Rc::new(Released::new(scratch.store(), check_released(folder)?)),
        None => Rc::new(scratch.store()),
    };
    let options = PackOptions {
        kind: if args.working_file {
            Kind::Working
        } else {
            Kind::Archive
        },
        released,
        language,
        file_sha256: tool_sha256,
    };
    let mut job = PackJob::new(
        &workspace,
        options,
        Rc::new(sources),
        Rc::clone(&store),
        recipients,
        Offload::Inline,
        ctx,
    )?;
    let report = seal(&mut job, &workspace, ctx, meter, &mut out)?;
    out.flush()?;
    drop(out);
    output.keep()?;
    say.note(
        "cli-packed",
        &[
            ("files", report.files.into()),
            ("parts", u64::from(report.seal.parts).into()),
        ],
    );
    Ok(if problems {
        Status::Problems
    } else {
        Status::Done
    })
}

/// What the receipt may say about the released copy: it is made and searched again from the
/// originals and the decisions, and only a folder with exactly these files counts as proven.
fn proven(
    workspace: &Workspace,
    sources: &FileSources,
    folder: &Path,
    out: &Path,
    language: Lang,
    ctx: &mut Ctx,
    meter: &mut Meter,
) -> Result<ReleasedAccount> {
    let scratch = Scratch::beside(out)?;
    let store = Released::writable(scratch.store());
    let mut job = ReleaseJob::new(workspace, language)?;
    let report = match meter.run(ctx, |ctx| job.step(workspace, ctx, sources, &store)) {
        Ok(report) => report,
        Err(error) if error.code() == Code::GateBlocked => return Ok(ReleasedAccount::default()),
        Err(error) => return Err(error),
    };
    let given = FolderStore::new(folder.to_path_buf());
    if !report.leaks.is_empty() || !same(&scratch.store(), &given)? {
        return Ok(ReleasedAccount::default());
    }
    Ok(ReleasedAccount {
        verified: true,
        searched_values: report.searched_values,
        attachments_withheld: report.summary.attachments_withheld,
        pictures: report.summary.attachments_given,
        files: Vec::new(),
    })
}

/// True when two stores hold the same files.
fn same(one: &FolderStore, other: &FolderStore) -> Result<bool> {
    let paths = one.list();
    if paths != other.list() {
        return Ok(false);
    }
    for path in paths {
        let (mut a, mut b) = (one.open(&path)?, other.open(&path)?);
        let (mut first, mut second) = (Digester::default(), Digester::default());
        std::io::copy(&mut a, &mut first)?;
        std::io::copy(&mut b, &mut second)?;
        if first.finish() != second.finish() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn check_released(folder: &Path) -> Result<&Path> {
    if folder.is_dir() {
        return Ok(folder);
    }
    Err(Error::new(Code::Io)
        .with("kind", "not a directory")
        .in_file(&folder.display().to_string()))
}

fn seal(
    job: &mut PackJob,
    workspace: &Workspace,
    ctx: &mut Ctx,
    meter: &mut Meter,
    out: &mut dyn Write,
) -> Result<PackReport> {
    meter.run(ctx, |ctx| match job.step(workspace, ctx, out)? {
        PackStep::Working(progress) | PackStep::Waiting(progress) => Ok(Step::Working(progress)),
        PackStep::Done(report) => Ok(Step::Done(report)),
        // Only with Offload::External.
        PackStep::Crypto(_) => Err(Error::new(Code::BadRequest)),
    })
}
