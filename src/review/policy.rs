//! A policy: rules that decide findings at once, as one undo step. Read from `POLICY.toml`
//! (`docs/formats/policy.md`).

use crate::{
    error::{Code, Error, Result},
    finding::{Band, Category},
    locales::Lang,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a policy does with findings of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rule {
    /// Redact them.
    Redact,
    /// Keep them visible.
    Keep,
    /// Leave them to a person.
    Review,
}

/// Rules by band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandRule {
    /// Sure findings.
    #[serde(rename = "A", default = "redact")]
    pub a: Rule,
    /// Likely findings.
    #[serde(rename = "B", default = "redact")]
    pub b: Rule,
    /// Possible findings.
    #[serde(rename = "C", default = "keep")]
    pub c: Rule,
}

const fn redact() -> Rule {
    Rule::Redact
}
const fn keep() -> Rule {
    Rule::Keep
}

impl Default for BandRule {
    fn default() -> Self {
        Self {
            a: Rule::Redact,
            b: Rule::Redact,
            c: Rule::Keep,
        }
    }
}

/// The whole policy. The default redacts bands A and B, keeps C, and demands no legal basis.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Policy {
    /// Language of the released copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
    /// Authority, for the front page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Case number, for the front page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_number: Option<String>,
    /// Release is blocked while a redaction has no basis.
    pub require_basis: bool,
    /// Basis key or text for everything that has none of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_basis: Option<String>,
    /// The released copy says in what capacity messages were written.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub show_capacity: bool,
    /// Rules by band.
    pub bands: BandRule,
    /// Rules by category id, before the bands.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub categories: BTreeMap<Category, Rule>,
    /// Basis key or text by category id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub basis: BTreeMap<Category, String>,
}

impl Policy {
    /// Reads `POLICY.toml`.
    ///
    /// # Errors
    /// [`Code::BadPolicy`] with the byte where reading stopped.
    pub fn from_toml(text: &str) -> Result<Self> {
        toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start as u64);
            Error::new(Code::BadPolicy).at_byte(at)
        })
    }

    /// The rule for a value of this category whose surest finding has this band.
    #[must_use]
    pub fn rule(&self, category: Category, best: Band) -> Rule {
        self.categories
            .get(&category)
            .copied()
            .unwrap_or(match best {
                Band::A => self.bands.a,
                Band::B => self.bands.b,
                Band::C => self.bands.c,
            })
    }

    /// The basis for a category, if the policy names one.
    #[must_use]
    pub fn basis(&self, category: Category) -> Option<&str> {
        self.basis
            .get(&category)
            .or(self.default_basis.as_ref())
            .map(String::as_str)
    }
}
