//! The account register of a case: entries proposed from the sources, those that a person wrote,
//! when the next capture is due, and the list as CSV (`docs/formats/account-register.md`).

use super::Workspace;
use crate::{
    model::{Case, SourceId},
    render::csv_record,
    review::AccountEntry,
    time::{Zone, iso_local, iso_utc},
};
use std::collections::BTreeMap;

/// Digits of a source's SHA-256 in the id of its entry.
const DIGITS: usize = 12;

/// One account of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredAccount {
    /// Id.
    pub id: String,
    /// Made from a source; nobody has looked at it yet.
    pub proposed: bool,
    /// The entry.
    pub entry: AccountEntry,
    /// Day on which the next capture is due.
    pub due: Option<String>,
    /// That day is over.
    pub overdue: bool,
}

/// The register: accounts of the sources first, then those that a person added.
#[must_use]
pub fn register(workspace: &Workspace, now_utc_ms: i64) -> Vec<RegisteredAccount> {
    let ruled = &workspace.decisions.review.ruled().register;
    let today: String = iso_utc(now_utc_ms).chars().take(10).collect();
    let account = |id: &str, proposed: bool, entry: &AccountEntry| {
        let due = next_due(entry);
        RegisteredAccount {
            id: id.to_owned(),
            proposed,
            entry: entry.clone(),
            overdue: entry.closed.is_empty() && due.as_ref().is_some_and(|due| *due < today),
            due,
        }
    };
    let proposed = proposals(&workspace.case);
    let mut accounts: Vec<RegisteredAccount> = proposed
        .iter()
        .filter_map(|(id, entry)| match ruled.get(id) {
            None => Some(account(id, true, entry)),
            Some(entry) => Some(account(id, false, entry.as_ref()?)),
        })
        .collect();
    let added = ruled
        .iter()
        .filter(|(id, _)| proposed.iter().all(|(other, _)| other != *id));
    accounts.extend(added.filter_map(|(id, entry)| Some(account(id, false, entry.as_ref()?))));
    accounts
}

/// An id that no entry has.
#[must_use]
pub fn unused_id(workspace: &Workspace) -> String {
    let ruled = &workspace.decisions.review.ruled().register;
    let mut number = ruled.len() + 1;
    while ruled.contains_key(&format!("account:{number}")) {
        number += 1;
    }
    format!("account:{number}")
}

/// The list with a BOM, one account per line, in the order of the register.
#[must_use]
pub fn register_csv(accounts: &[RegisteredAccount]) -> String {
    let mut lines = String::from("\u{feff}");
    csv_record(
        &mut lines,
        [
            "id",
            "platform",
            "handle",
            "unit",
            "responsible",
            "deputy",
            "purpose",
            "stated_at",
            "writers",
            "removable",
            "login",
            "opened",
            "closed",
            "terms_read",
            "risk_ref",
            "disposal_ref",
            "captured_from",
            "captured",
            "interval_months",
            "due",
            "overdue",
            "proposed",
        ],
    );
    let yes_no = |answer: Option<bool>| match answer {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    for account in accounts {
        let entry = &account.entry;
        let interval = match entry.interval_months {
            0 => String::new(),
            months => months.to_string(),
        };
        csv_record(
            &mut lines,
            [
                &account.id,
                &entry.platform,
                &entry.handle,
                &entry.unit,
                &entry.responsible,
                &entry.deputy,
                &entry.purpose,
                &entry.stated_at,
                &entry.writers,
                yes_no(entry.removable),
                yes_no(entry.login),
                &entry.opened,
                &entry.closed,
                &entry.terms_read,
                &entry.risk_ref,
                &entry.disposal_ref,
                &entry.captured_from,
                &entry.captured,
                &interval,
                account.due.as_deref().unwrap_or_default(),
                yes_no(Some(account.overdue)),
                yes_no(Some(account.proposed)),
            ],
        );
    }
    lines
}

/// One entry for each account of the sources that holds messages or posts.
fn proposals(case: &Case) -> Vec<(String, AccountEntry)> {
    let mut last: BTreeMap<SourceId, i64> = BTreeMap::new();
    for message in &case.messages {
        let at = message.time.utc_ms.or(message.time.local_ms);
        let slot = last.entry(message.source).or_insert(i64::MIN);
        *slot = (*slot).max(at.unwrap_or(i64::MIN));
    }
    let mut entries = Vec::new();
    for (at, source) in case.sources.iter().enumerate() {
        let id = SourceId(at as u32);
        let account = case
            .merged
            .accounts
            .iter()
            .find(|account| account.contains(&id));
        let sources: &[SourceId] = account.map_or(std::slice::from_ref(&id), Vec::as_slice);
        let first = sources.first() == Some(&id);
        let Some(format) = source.format.filter(|_| first && last.contains_key(&id)) else {
            continue;
        };
        let captured = sources.iter().filter_map(|id| last.get(id)).max();
        let owner = source.participants.clone().find_map(|participant| {
            let participant = case.participants.get(participant as usize)?;
            let handle = participant.handles.first().map(|handle| handle.raw.clone());
            let name = || participant.names.first().cloned();
            participant.owner.then(|| handle.or_else(name))?
        });
        let digits: String = source.digests.sha256.chars().take(DIGITS).collect();
        let names: Vec<&str> = sources
            .iter()
            .filter_map(|id| Some(case.sources.get(id.index())?.name.as_str()))
            .collect();
        let entry = AccountEntry {
            platform: platform(format).to_owned(),
            handle: owner.unwrap_or_default(),
            captured_from: names.join(", "),
            captured: captured
                .filter(|at| **at > i64::MIN)
                .map(|at| iso_local(*at).chars().take(10).collect())
                .unwrap_or_default(),
            ..AccountEntry::default()
        };
        entries.push((format!("source:{digits}"), entry));
    }
    entries
}

/// The platform that an importer reads, as its own name; names of products are the same in all
/// languages.
fn platform(format: &'static str) -> &'static str {
    const PLATFORMS: [(&str, &str); 22] = [
        ("sms", "SMS"),
        ("android", "SMS"),
        ("whatsapp", "WhatsApp"),
        ("imessage", "iMessage"),
        ("iphone", "iPhone"),
        ("imazing", "iMessage"),
        ("messenger", "Messenger"),
        ("facebook", "Facebook"),
        ("instagram", "Instagram"),
        ("threads", "Threads"),
        ("telegram", "Telegram"),
        ("signal", "Signal"),
        ("google-chat", "Google Chat"),
        ("google-voice", "Google Voice"),
        ("youtube", "YouTube"),
        ("google", "Google"),
        ("slack", "Slack"),
        ("teams", "Microsoft Teams"),
        ("linkedin", "LinkedIn"),
        ("tiktok", "TikTok"),
        ("mastodon", "Mastodon"),
        ("bluesky", "Bluesky"),
    ];
    let known = PLATFORMS
        .iter()
        .find(|(start, _)| format.starts_with(start));
    known.map_or(format, |(_, name)| *name)
}

/// The last capture and the interval, by months; the end of a shorter month stands for days that
/// it lacks.
fn next_due(entry: &AccountEntry) -> Option<String> {
    if entry.interval_months == 0 {
        return None;
    }
    let mut parts = entry.captured.splitn(3, '-');
    let year: i64 = parts.next()?.parse().ok()?;
    let month: i64 = parts.next()?.parse().ok()?;
    let day: u32 = parts.next()?.parse().ok()?;
    let months = year.checked_mul(12)? + month - 1 + i64::from(entry.interval_months);
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    let utc = Zone::named("UTC").ok()?;
    (28..=day.max(28)).rev().find_map(|last| {
        let due = format!("{year:04}-{month:02}-{:02}", day.min(last));
        utc.day(&due).ok().map(|_| due)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(captured: &str, interval_months: u32) -> Option<String> {
        next_due(&AccountEntry {
            captured: captured.into(),
            interval_months,
            ..AccountEntry::default()
        })
    }

    #[test]
    fn due_dates_over_ends_of_months_and_years() {
        let some = |day: &str| Some(day.to_owned());
        assert_eq!(due("2024-01-31", 1), some("2024-02-29"));
        assert_eq!(due("2023-08-31", 6), some("2024-02-29"));
        assert_eq!(due("2023-11-15", 12), some("2024-11-15"));
        assert_eq!(due("2024-12-01", 1), some("2025-01-01"));
        assert_eq!(due("2024-12-01", 0), None);
        assert_eq!(due("soon", 6), None);
    }

    #[test]
    fn a_field_that_a_table_program_would_compute_stays_text() {
        let csv = register_csv(&[RegisteredAccount {
            id: "account:1".into(),
            proposed: false,
            entry: AccountEntry {
                platform: "Facebook".into(),
                purpose: "=1+1".into(),
                unit: "a \"b\"".into(),
                ..AccountEntry::default()
            },
            due: None,
            overdue: false,
        }]);
        assert!(csv.contains("\"a \"\"b\"\"\""), "{csv}");
        assert!(!csv.contains(",=1+1"), "{csv}");
    }
}
