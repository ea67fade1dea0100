//! Loading the given paths into a case.

use crate::{
    args,
    files::{self, FileSources},
    progress::Meter,
};
use maskera::{
    error::Result,
    import::{Answers, DateOrder, LoadJob},
    job::Ctx,
    model::Case,
};
use std::{path::Path, path::PathBuf, rc::Rc};

/// An option that no format of this version has a use for.
pub fn unused_option(args: &args::Answers) -> Option<&'static str> {
    let given = [
        (args.password_file.is_some(), "--password-file"),
        (args.mapping.is_some(), "--mapping"),
    ];
    given
        .into_iter()
        .find(|(given, _)| *given)
        .map(|(_, option)| option)
}

/// The answers of the command line, for every file.
pub fn answers(args: &args::Answers) -> Answers {
    Answers {
        format: args.format.clone(),
        zone: args.zone.clone(),
        owners: args.owner.clone(),
        date_order: args.date_order.as_deref().and_then(DateOrder::from_id),
        poisoned: Vec::new(),
    }
}

/// Adds one file to a case. True when it became a new source: a file whose bytes are already
/// there adds nothing.
///
/// # Errors
/// When the file cannot be read.
pub fn load_one(
    case: &mut Case,
    path: &Path,
    answers: &Answers,
    ctx: &mut Ctx,
    meter: &mut Meter,
) -> Result<bool> {
    let before = case.sources.len();
    let mut job = LoadJob::new(
        &files::name(path),
        files::open(path)?,
        answers.clone(),
        Rc::default(),
    )?;
    meter.run(ctx, |ctx| job.step(case, ctx))?;
    Ok(case.sources.len() > before)
}

/// All files in one case, with the originals in the order of its sources.
///
/// # Errors
/// When a path does not exist or a file cannot be read.
pub fn load_all(
    paths: &[PathBuf],
    answers: &Answers,
    ctx: &mut Ctx,
    meter: &mut Meter,
) -> Result<(Case, FileSources)> {
    let mut case = Case::default();
    let mut originals = Vec::new();
    for path in files::expand(paths)? {
        if load_one(&mut case, &path, answers, ctx, meter)? {
            originals.push(path);
        }
    }
    Ok((case, FileSources(originals)))
}
