//! Sources as the load screen shows them.

use crate::{
    error::Error,
    locales::{self, Lang},
    model::{Case, Presence, Source, SourceId},
    protocol::{RecordErrorView, SourceAnswers, SourceView},
    time::{Zone, iso_local},
};

/// One source with its account in the configured language.
#[must_use]
pub fn source_view(
    case: &Case,
    id: SourceId,
    source: &Source,
    answers: &SourceAnswers,
    zone: &Zone,
    lang: Lang,
) -> SourceView {
    let mut first: Option<String> = None;
    let mut last: Option<String> = None;
    let mut messages = 0;
    let mut attachments = 0;
    let mut missing = 0;
    for message in case.messages.iter().filter(|message| message.source == id) {
        messages += 1;
        for attachment in message.attachments() {
            attachments += 1;
            missing += u32::from(attachment.presence != Presence::Present);
        }
        let day = match (message.time.utc_ms, message.time.local_ms) {
            (Some(utc), _) => zone.format(utc),
            (None, Some(local)) => iso_local(local),
            (None, None) => continue,
        };
        let Some(day) = day.get(..10).map(str::to_owned) else {
            continue;
        };
        if first.as_ref().is_none_or(|first| day < *first) {
            first = Some(day.clone());
        }
        if last.as_ref().is_none_or(|last| day > *last) {
            last = Some(day);
        }
    }
    let account = &source.accounting;
    SourceView {
        id,
        name: source.name.clone(),
        size: source.digests.size,
        sha256: source.digests.sha256.clone(),
        format: source.format.map(str::to_owned),
        variant: source.variant.clone(),
        seen: account.seen,
        parsed: account.parsed,
        skipped: named(account.skipped.iter()),
        error_count: account.error_count,
        errors: account
            .errors
            .iter()
            .map(|error| RecordErrorView {
                record: error.record,
                message: locales::error_text(lang, &Error::new(error.reason)).0,
                byte: error.place.start,
                member: source
                    .members
                    .get(error.place.member as usize)
                    .filter(|member| !member.is_empty())
                    .cloned(),
            })
            .collect(),
        repairs: named(account.repair_counts.iter()),
        partial: account.partial,
        first,
        last,
        attachments,
        attachments_missing: missing,
        messages,
        questions: source
            .questions
            .iter()
            .filter(|question| !answers.unknown.iter().any(|kind| kind == question.kind()))
            .cloned()
            .collect(),
        warnings: source.warnings.clone(),
        answers: answers.clone(),
    }
}

/// Serialised enum names as keys.
fn named<'a, K: serde::Serialize + 'a>(
    counts: impl Iterator<Item = (&'a K, &'a u64)>,
) -> std::collections::BTreeMap<String, u64> {
    counts
        .filter_map(|(kind, count)| Some((super::serde_name(kind)?, *count)))
        .collect()
}
