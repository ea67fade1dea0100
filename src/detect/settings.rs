//! What is searched and from which score on: a preset, categories that are left out, and an
//! authority's own profile.

use super::profile::Profile;
pub use crate::finding::Preset;
use crate::{error::Result, finding::Category};
use serde::{Deserialize, Serialize};
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
    /// Takes a profile with its preset and categories.
    #[must_use]
    pub fn with_profile(mut self, profile: Profile) -> Self {
        self.preset = profile.preset();
        self.off.extend(profile.off());
        self.profile = Some(profile);
        self
    }

    /// Leaves only these categories on; nothing changes for an empty list.
    #[must_use]
    pub fn only(mut self, categories: &[Category]) -> Self {
        if !categories.is_empty() {
            let others = Category::ALL.iter().filter(|c| !categories.contains(c));
            self.off.extend(others);
        }
        self
    }
}

/// What a person chose to be searched, as it is kept with a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchChoice {
    /// From which score on.
    #[serde(default)]
    pub preset: Preset,
    /// Categories that are not shown.
    #[serde(default)]
    pub off: BTreeSet<Category>,
    /// The profile's file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
}

impl SearchChoice {
    /// True where nothing was chosen.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Takes a profile with its preset and categories, or none any more.
    ///
    /// # Errors
    /// Those of [`Profile::from_toml`]; nothing changes then.
    pub fn set_profile(&mut self, text: Option<String>) -> Result<()> {
        if let Some(text) = &text {
            let profile = Profile::from_toml(text)?;
            self.preset = profile.preset();
            self.off = profile.off().collect();
        }
        self.profile = text;
        Ok(())
    }

    /// The settings of a scan.
    ///
    /// # Errors
    /// Those of [`Profile::from_toml`].
    pub fn settings(&self) -> Result<Settings> {
        Ok(Settings {
            preset: self.preset,
            off: self.off.clone(),
            profile: match &self.profile {
                Some(text) => Some(Profile::from_toml(text)?),
                None => None,
            },
        })
    }
}
