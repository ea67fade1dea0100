//! `pack`: a case into an encrypted bundle.

use crate::{
    Status, args,
    case::{self, Opened},
    files::{Output, Released, Scratch},
    progress::Meter,
    say::Say,
    secret,
};
use maskera::{
    error::{Code, Error, Result},
    job::{Ctx, Step},
    package::Kind,
    seal::Offload,
    store::Store,
    workflow::{PackJob, PackOptions, PackReport, PackStep, receipt::ReleasedAccount},
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
        args.decisions.as_deref(),
        ctx,
        meter,
        say,
    )?;
    let scratch = Scratch::beside(&args.out)?;
    let store: Rc<dyn Store> = match &args.released {
        Some(folder) => Rc::new(Released::new(scratch.store(), check_released(folder)?)),
        None => Rc::new(scratch.store()),
    };
    let policy = workspace.policy();
    let options = PackOptions {
        kind: if args.working_file {
            Kind::Working
        } else {
            Kind::Archive
        },
        released: args.released.is_some().then(ReleasedAccount::default),
        language: policy.language.unwrap_or_else(|| say.lang()),
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
    workspace: &maskera::workflow::Workspace,
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
