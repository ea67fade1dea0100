//! An entry of the account register: the list of an authority's accounts in social media and other
//! channels, as archive rules ask for it. All texts are a person's own words.

use serde::{Deserialize, Serialize};

/// One account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct AccountEntry {
    /// Platform or medium.
    pub platform: String,
    /// Handle, number or address.
    pub handle: String,
    /// Responsible unit.
    pub unit: String,
    /// Responsible person.
    pub responsible: String,
    /// Who stands in for them.
    pub deputy: String,
    /// What it is for.
    pub purpose: String,
    /// Where users are told so.
    pub stated_at: String,
    /// Who may write there.
    pub writers: String,
    /// Posts of others can be removed.
    pub removable: Option<bool>,
    /// Reading needs a login.
    pub login: Option<bool>,
    /// Day on which it was opened, `YYYY-MM-DD`.
    pub opened: String,
    /// Day on which it was closed.
    pub closed: String,
    /// Day on which the terms of the platform were read.
    pub terms_read: String,
    /// Reference of the risk assessment.
    pub risk_ref: String,
    /// Reference of the disposal decision.
    pub disposal_ref: String,
    /// What it was captured from.
    pub captured_from: String,
    /// Day of the last capture.
    pub captured: String,
    /// Months between two captures; not stated when 0.
    pub interval_months: u32,
}

impl AccountEntry {
    /// All texts.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        [
            &self.platform,
            &self.handle,
            &self.unit,
            &self.responsible,
            &self.deputy,
            &self.purpose,
            &self.stated_at,
            &self.writers,
            &self.opened,
            &self.closed,
            &self.terms_read,
            &self.risk_ref,
            &self.disposal_ref,
            &self.captured_from,
            &self.captured,
        ]
        .into_iter()
    }
}
