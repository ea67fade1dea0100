//! What is searched and from which score on: a preset, categories that are left out, and an
//! authority's own profile.

use super::profile::Profile;
pub use crate::finding::{Preset, SearchChoice};
use crate::{error::Result, finding::Category};
use std::collections::BTreeSet;

/// How a case is searched.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// From which score on.
    pub preset: Preset,
    /// Categories that are not shown.
    pub off: BTreeSet<Category>,
    /// The authority's own lists and patterns.
    pub profile: Option<Profile>,
}

impl Settings {
    /// The settings of a choice.
    ///
    /// # Errors
    /// Those of [`Profile::from_toml`].
    pub fn of(choice: &SearchChoice) -> Result<Self> {
        Ok(Self {
            preset: choice.preset,
            off: choice.off.clone(),
            profile: match &choice.profile {
                Some(text) => Some(Profile::from_toml(text)?),
                None => None,
            },
        })
    }
}
