//! Loading the given paths into a case.

use crate::{
    args,
    files::{self, FileSources},
    progress::Meter,
};
use maskera::{
    container::{FileSet, SetFile},
    error::{Code, Error, Result},
    import::{Answers, DateOrder, LoadJob, Password, grouping, table},
    job::Ctx,
    model::{Case, Mapping},
};
use std::{
    path::{Path, PathBuf},
    rc::Rc,
};
use zeroize::Zeroizing;

/// Bytes of a file with a password.
const PASSWORD_LIMIT: u64 = 4 << 10;

/// The answers of the command line, for every file.
///
/// # Errors
/// When the file with the mapping makes no messages or the one with the password is no text, or
/// either cannot be read.
pub fn answers(args: &args::Answers) -> Result<Answers> {
    let mapping = args.mapping.as_deref().map(mapping).transpose()?;
    let password = match &args.password_file {
        Some(path) => {
            let bytes = Zeroizing::new(files::read_small(path, PASSWORD_LIMIT)?);
            let text = std::str::from_utf8(&bytes).map_err(|_| Error::new(Code::BadEncoding))?;
            Some(Password::new(text))
        }
        None => None,
    };
    Ok(Answers {
        format: args.format.clone(),
        zone: args.zone.clone(),
        owners: args.owner.clone(),
        date_order: args.date_order.as_deref().and_then(DateOrder::from_id),
        mapping,
        password,
        poisoned: Vec::new(),
    })
}

fn mapping(path: &Path) -> Result<Mapping> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| Error::from(error).in_file(&name))?;
    table::read_mapping(&text).map_err(|error| error.in_file(&name))
}

/// Files that are one source.
pub struct Given {
    /// Name of the source.
    pub name: String,
    /// Where its files are.
    pub places: Vec<PathBuf>,
    files: FileSet,
}

/// The sources that the given paths form.
///
/// # Errors
/// When a path does not exist or a folder cannot be read.
pub fn sources(paths: &[PathBuf], separate: bool) -> Result<Vec<Given>> {
    let mut given = Vec::new();
    for batch in files::expand(paths)? {
        let head = |at: usize| match batch.files.get(at).map(|path| files::open(path)) {
            Some(Ok(reader)) => grouping::read_head(reader),
            _ => Vec::new(),
        };
        let groups = if separate {
            grouping::separate(&batch.paths)
        } else {
            grouping::group(&batch.paths, &head)
        };
        for group in groups {
            let places: Vec<PathBuf> = group
                .files
                .iter()
                .filter_map(|at| batch.files.get(*at).cloned())
                .collect();
            let mut listed = Vec::new();
            for (place, path) in places.iter().zip(group.paths) {
                let size = files::size(place)?;
                listed.push(SetFile { path, size });
            }
            let opened = places.clone();
            let open = move |file: usize| match opened.get(file) {
                Some(path) => files::open(path),
                None => Err(Error::new(Code::BadRequest)),
            };
            given.push(Given {
                name: group.name,
                files: FileSet::new(listed, Rc::new(open)),
                places,
            });
        }
    }
    Ok(given)
}

/// Adds one source to a case. True when it became a new one: files whose bytes are already there
/// add nothing.
///
/// # Errors
/// When a file cannot be read.
pub fn load_one(
    case: &mut Case,
    given: &Given,
    answers: &Answers,
    ctx: &mut Ctx,
    meter: &mut Meter,
) -> Result<bool> {
    let before = case.sources.len();
    let files = given.files.clone();
    let mut job = LoadJob::of_files(&given.name, files, answers.clone(), Rc::default())?;
    meter.run(ctx, |ctx| job.step(case, ctx))?;
    Ok(case.sources.len() > before)
}

/// Everything in one case, with the originals in the order of its sources.
///
/// # Errors
/// When a path does not exist or a file cannot be read.
pub fn load_all(
    paths: &[PathBuf],
    args: &args::Answers,
    ctx: &mut Ctx,
    meter: &mut Meter,
) -> Result<(Case, FileSources)> {
    let answers = answers(args)?;
    let mut case = Case::default();
    let mut originals = Vec::new();
    for given in sources(paths, args.separate)? {
        if load_one(&mut case, &given, &answers, ctx, meter)? {
            originals.push(given.places);
        }
    }
    Ok((case, FileSources(originals)))
}
