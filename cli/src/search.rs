//! What is searched, from the command line.

use crate::{args, files};
use maskera::{
    detect::{Preset, Profile, Settings},
    error::{Code, Error, Result},
    finding::Category,
    limits,
};
use std::path::Path;

/// Preset, categories and profile.
///
/// # Errors
/// When the profile cannot be read or used, or a category does not exist.
pub fn settings(args: &args::Search) -> Result<Settings> {
    let mut settings = Settings::default();
    if let Some(path) = &args.profile {
        settings = settings.with_profile(profile(path)?);
    }
    if let Some(preset) = args.preset.as_deref().and_then(Preset::from_id) {
        settings.preset = preset;
    }
    settings = settings.only(&categories(&args.only)?);
    settings.off.extend(categories(&args.skip)?);
    Ok(settings)
}

fn profile(path: &Path) -> Result<Profile> {
    let name = path.display().to_string();
    let bytes = files::read_small(path, limits::PROFILE_BYTES as u64)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let error = Error::new(Code::BadProfile).with("entry", "UTF-8");
        error.with("why", "form").in_file(&name)
    })?;
    Profile::from_toml(&text).map_err(|error| error.in_file(&name))
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
