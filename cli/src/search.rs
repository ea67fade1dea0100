//! What is searched, from the command line.

use crate::{args, files};
use maskera::{
    detect::{Preset, Profile, SearchChoice, Settings},
    error::{Code, Error, Result},
    finding::Category,
    limits,
};
use std::path::Path;

/// Preset, categories and profile; `None` where nothing of them is named.
///
/// # Errors
/// When the profile cannot be read or used, or a category does not exist.
pub fn chosen(args: &args::Search) -> Result<Option<SearchChoice>> {
    if args.is_empty() {
        return Ok(None);
    }
    let mut choice = match &args.profile {
        Some(path) => profile(path)?,
        None => SearchChoice::default(),
    };
    if let Some(preset) = args.preset.as_deref().and_then(Preset::from_id) {
        choice.preset = preset;
    }
    choice = choice.only(&categories(&args.only)?);
    choice.off.extend(categories(&args.skip)?);
    Ok(Some(choice))
}

/// Settings of a search without a case.
///
/// # Errors
/// Those of [`chosen`].
pub fn settings(args: &args::Search) -> Result<Settings> {
    Settings::of(&chosen(args)?.unwrap_or_default())
}

fn profile(path: &Path) -> Result<SearchChoice> {
    let name = path.display().to_string();
    let bytes = files::read_small(path, limits::PROFILE_BYTES as u64)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let error = Error::new(Code::BadProfile).with("entry", "UTF-8");
        error.with("why", "form").in_file(&name)
    })?;
    Profile::choose(text).map_err(|error| error.in_file(&name))
}

/// Ids in kebab-case or in capitals.
fn categories(ids: &[String]) -> Result<Vec<Category>> {
    ids.iter()
        .map(|id| {
            let plain = id.to_lowercase().replace('_', "-");
            Category::from_id(&plain)
                .ok_or_else(|| Error::new(Code::UnknownTarget).with("category", id))
        })
        .collect()
}
