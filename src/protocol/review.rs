//! Findings, values and decisions about them.

use super::{OutcomeView, Place, ReviewCounts};
use crate::{
    finding::{Band, Category, Evidence, FindingId, Group, Target},
    model::MessageId,
};
use serde::{Deserialize, Serialize};

/// A page of the value list.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ValuePage {
    /// All values that fit.
    pub total: u32,
    /// This page.
    pub values: Vec<ValueRow>,
}

/// One value with all its places.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ValueRow {
    /// First place (open ones first).
    pub finding: FindingId,
    /// Kind.
    pub category: Category,
    /// Group.
    pub group: Group,
    /// As written at the first place.
    pub text: String,
    /// Best band of its places.
    pub band: Band,
    /// Number of places in the scope.
    pub places: u32,
    /// State: open if any place is open, else unsure, else what all have (redact when mixed).
    pub outcome: OutcomeView,
    /// Some places are redacted and some kept.
    pub mixed: bool,
}

/// Everything about one finding.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// Finding.
    pub finding: FindingId,
    /// Where.
    pub target: Target,
    /// Message to jump to (for names and numbers of a participant: their first message).
    pub message: Option<MessageId>,
    /// Its place.
    pub place: Option<Place>,
    /// Kind.
    pub category: Category,
    /// Group.
    pub group: Group,
    /// The value as written here.
    pub text: String,
    /// Score, 0 to 1.
    pub score: f32,
    /// Band.
    pub band: Band,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// State.
    pub outcome: OutcomeView,
    /// Chosen or suggested reason.
    pub basis: Option<String>,
    /// Places with the same value in the scope.
    pub places: u32,
    /// Conversations with the same value.
    pub conversations: u32,
    /// Different ways in which it is written, at most five.
    pub forms: Vec<String>,
}

/// What a decision is for.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum DecideScope {
    /// This place.
    Finding { finding: FindingId },
    /// The same value everywhere, twins included.
    Value { finding: FindingId },
    /// The whole message.
    Message { message: MessageId },
    /// An attachment.
    Attachment { message: MessageId, attachment: u16 },
}

/// What is decided.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DecideAction {
    /// Mask or withhold.
    Redact,
    /// Show or give.
    Keep,
    /// Look again later.
    Unsure,
}

/// What a decision changed.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Decided {
    /// Places that changed.
    pub changed: u32,
    /// The counts afterwards.
    pub review: ReviewCounts,
    /// Undo and redo can be pressed.
    pub can_undo: bool,
    /// See `can_undo`.
    pub can_redo: bool,
    /// The message where the change (or the undone one) is seen.
    pub message: Option<MessageId>,
    /// False when other messages are shown than were searched: everything is to be searched again.
    pub scanned: bool,
}

/// A reason that can be chosen.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct BasisView {
    /// Stable key (`se.osl.21.7`).
    pub key: String,
    /// As shown in the mask.
    pub label: String,
    /// What it is for.
    pub title: String,
}
