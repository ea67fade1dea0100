//! What is searched and from which score on: a preset, categories that are left out, and an
//! authority's own profile.

use super::profile::Profile;
use crate::finding::Category;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// From which score on a finding is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// Bands A and B only.
    Strict,
    /// Bands A, B and C.
    #[default]
    Normal,
    /// Also what is below band C, shown as band C: everything that any rule proposed.
    Everything,
}

impl Preset {
    /// The preset with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "strict" => Some(Self::Strict),
            "normal" => Some(Self::Normal),
            "everything" => Some(Self::Everything),
            _ => None,
        }
    }

    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Normal => "normal",
            Self::Everything => "everything",
        }
    }

    /// Score from which a proposal takes part.
    pub(super) const fn proposed(self) -> f32 {
        match self {
            Self::Strict | Self::Normal => 0.3,
            Self::Everything => 0.05,
        }
    }

    /// Score from which a finding is shown.
    pub(super) const fn shown(self) -> f32 {
        match self {
            Self::Strict => 0.6,
            Self::Normal => 0.3,
            Self::Everything => 0.0,
        }
    }
}

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
