//! What is decided, about what, and what becomes of a finding.

use super::FindingKey;
use crate::finding::Category;
use serde::{Deserialize, Serialize};

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "do")]
pub enum Action {
    /// Take it out of the released copy.
    Redact {
        /// Basis key or text; else the policy's, else the category's label.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<String>,
    },
    /// Leave it visible.
    Keep,
    /// A person has looked and cannot tell: blocks the release.
    Unsure,
}

/// What a decision is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "about")]
pub enum Scope {
    /// One finding.
    Finding {
        /// Which.
        at: FindingKey,
    },
    /// The same value everywhere.
    Value {
        /// Category.
        category: Category,
        /// Canonical form.
        key: String,
    },
    /// A whole message with its attachments.
    Message {
        /// Stable id.
        message: String,
    },
    /// One attachment.
    Attachment {
        /// Stable id.
        message: String,
        /// Position.
        n: u16,
    },
}

/// What becomes of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// Nobody has decided.
    Open,
    /// Taken out.
    Redact {
        /// Basis key or text, where one is named.
        basis: Option<&'a str>,
    },
    /// Visible.
    Keep,
    /// Undecided on purpose.
    Unsure,
}
