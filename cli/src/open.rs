//! `open`: a bundle into a folder.

use crate::{
    Status, args,
    files::{self, Output},
    progress::Meter,
    say::Say,
    secret,
};
use maskera::{
    error::{Code, Error, Result},
    job::{Ctx, Step},
    package::Kind,
    seal::{Offload, Secret},
    store::Store,
    workflow::{OpenBundleJob, OpenBundleStep, OpenedBundle},
};
use std::{path::Path, rc::Rc};

/// Opens or, without a store, checks.
///
/// # Errors
/// Everything but damaged parts and files, which the result names.
pub fn open_bundle(
    bundle: &Path,
    secret: Secret,
    out: Option<Rc<dyn Store>>,
    ctx: &mut Ctx,
    meter: &mut Meter,
) -> Result<Box<OpenedBundle>> {
    let name = files::name(bundle);
    let opened = OpenBundleJob::new(files::open(bundle)?, secret, Offload::Inline, out);
    let mut job = opened.map_err(|error| error.in_file(&name))?;
    meter
        .run(ctx, |ctx| match job.step(ctx)? {
            OpenBundleStep::Working(progress) | OpenBundleStep::Waiting(progress) => {
                Ok(Step::Working(progress))
            }
            OpenBundleStep::Done(opened) => Ok(Step::Done(opened)),
            // Only with Offload::External.
            OpenBundleStep::Crypto(_) => Err(Error::new(Code::BadRequest)),
        })
        .map_err(|error| error.in_file(&name))
}

/// Runs the command.
///
/// # Errors
/// When the bundle cannot be opened; nothing is left behind then.
pub fn run(args: &args::Open, ctx: &mut Ctx, meter: &mut Meter, say: &Say) -> Result<Status> {
    let secret = secret::secret(&args.secret)?.ok_or_else(|| Error::new(Code::WrongSecret))?;
    let (output, store) = Output::private_folder(&args.out, args.force)?;
    let opened = open_bundle(&args.bundle, secret, Some(Rc::new(store)), ctx, meter)?;
    if !opened.files.is_empty() {
        output.keep()?;
        say.note("cli-opened", &[("files", opened.payload().into())]);
    }
    if opened.kind == Some(Kind::Working) {
        say.note("cli-working-file", &[]);
    }
    Ok(say.problems(&opened.problems))
}
