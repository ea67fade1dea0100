//! `verify`: checks without writing.

use crate::{
    Status, args,
    files::{self, FolderStore},
    open::open_bundle,
    progress::Meter,
    say::{Say, is_damage},
    secret,
};
use maskera::{
    error::{Code, Error, Result},
    job::Ctx,
    package::Kind,
    seal::{FormCheckJob, Secret},
    store::Store,
    workflow::{PackageCheckJob, package_root},
};
use std::{path::Path, rc::Rc};

/// Runs the command.
///
/// # Errors
/// When the check cannot be made; damage is no error but a result.
pub fn run(args: &args::Verify, ctx: &mut Ctx, meter: &mut Meter, say: &Say) -> Result<Status> {
    let checked = if args.path.is_dir() {
        folder(&args.path, ctx, meter, say)
    } else {
        match secret::secret(&args.secret)? {
            Some(secret) => with_secret(&args.path, secret, ctx, meter, say),
            None => form(&args.path, ctx, meter, say),
        }
    };
    match checked {
        Err(error) if is_damage(&error) => Ok(say.problems(&[error])),
        other => other,
    }
}

fn with_secret(
    path: &Path,
    secret: Secret,
    ctx: &mut Ctx,
    meter: &mut Meter,
    say: &Say,
) -> Result<Status> {
    let opened = open_bundle(path, secret, None, ctx, meter)?;
    let status = say.problems(&opened.problems);
    if let (Status::Done, Some(seal)) = (status, &opened.seal) {
        say.result(
            "cli-verified-bundle",
            &[
                ("parts", u64::from(seal.parts).into()),
                ("files", opened.payload().into()),
            ],
        )?;
    }
    if opened.kind == Some(Kind::Working) {
        say.note("cli-working-file", &[]);
    }
    Ok(status)
}

fn form(path: &Path, ctx: &mut Ctx, meter: &mut Meter, say: &Say) -> Result<Status> {
    let name = files::name(path);
    let mut job = FormCheckJob::new(files::open(path)?).map_err(|e| e.in_file(&name))?;
    let report = meter
        .run(ctx, |ctx| job.step(ctx))
        .map_err(|error| error.in_file(&name))?;
    let status = say.problems(&report.problems);
    if status == Status::Done {
        say.result("cli-verified-form", &[])?;
    }
    Ok(status)
}

fn folder(path: &Path, ctx: &mut Ctx, meter: &mut Meter, say: &Say) -> Result<Status> {
    let store: Rc<dyn Store> = Rc::new(FolderStore::new(path.to_path_buf()));
    let Some(root) = package_root(&*store) else {
        return released(path, &*store, say);
    };
    let mut job = PackageCheckJob::new(store, root)?;
    let report = meter.run(ctx, |ctx| job.step(ctx))?;
    let status = say.problems(&report.problems);
    if status == Status::Done {
        let payload = |path: &&String| path.starts_with("data/");
        let files = report.files.keys().filter(payload).count() as u64;
        say.result("cli-verified-package", &[("files", files.into())])?;
    }
    Ok(status)
}

/// A released copy: every file can be read. What is in it only the case can tell.
fn released(path: &Path, store: &dyn Store, say: &Say) -> Result<Status> {
    let name = path.display().to_string();
    let paths = store.list();
    if paths.is_empty() {
        return Err(Error::new(Code::EmptyFile).in_file(&name));
    }
    for path in &paths {
        std::io::copy(&mut store.open(path)?, &mut std::io::sink())?;
    }
    let files = paths.len() as u64;
    say.result("cli-verified-released", &[("files", files.into())])?;
    Ok(Status::Done)
}
