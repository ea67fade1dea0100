//! Sources as the load screen shows them.

use crate::{
    error::Error,
    import, limits,
    locales::{self, Lang},
    model::{Case, MessageId, Presence, Source, SourceId},
    protocol::{RecordErrorView, SourceAnswers, SourceFileView, SourceView},
    time::{Zone, iso_local},
    workflow::accounting_text,
};

/// What the messages of one source say about it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    messages: u32,
    shared: u32,
    attachments: u32,
    missing: u32,
    instants: Option<(i64, i64)>,
    clocks: Option<(i64, i64)>,
}

/// One pass over all messages, by source.
#[must_use]
pub fn facts(case: &Case) -> Vec<Facts> {
    let mut all = vec![Facts::default(); case.sources.len()];
    let joined = case.merged.twin_count() > 0;
    for (at, message) in case.messages.iter().enumerate() {
        let Some(facts) = all.get_mut(message.source.index()) else {
            continue;
        };
        facts.messages += 1;
        let copied = || case.merged.copies(MessageId(at as u32)).next().is_some();
        facts.shared += u32::from(message.twin || joined && copied());
        for attachment in message.attachments() {
            facts.attachments += 1;
            facts.missing += u32::from(attachment.presence != Presence::Present);
        }
        match (message.time.utc_ms, message.time.local_ms) {
            (Some(utc), _) => widen(&mut facts.instants, utc),
            (None, Some(local)) => widen(&mut facts.clocks, local),
            (None, None) => {}
        }
    }
    all
}

/// One source with its account in the configured language.
#[must_use]
pub fn source_view(
    id: SourceId,
    source: &Source,
    facts: Facts,
    answers: &SourceAnswers,
    zone: &Zone,
    lang: Lang,
) -> SourceView {
    let (first, last) = days(facts.instants, facts.clocks, zone);
    let account = &source.accounting;
    let files = || {
        source.files.iter().filter_map(|file| {
            Some(SourceFileView {
                path: file.path.clone(),
                size: file.size,
                sha256: file.digests.as_ref()?.sha256.clone(),
            })
        })
    };
    SourceView {
        id,
        name: source.name.clone(),
        size: source.digests.size,
        sha256: source.digests.sha256.clone(),
        files: files().take(limits::FILES_SHOWN).collect(),
        file_count: files().count() as u32,
        files_listed: (source.files.len() - files().count()) as u32,
        format: source.format.map(str::to_owned),
        from_documentation: source.format.is_some_and(import::documentation_only),
        variant: source.variant.clone(),
        account: accounting_text(lang, account),
        shared: facts.shared,
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
        attachments: facts.attachments,
        attachments_missing: facts.missing,
        messages: facts.messages,
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

fn widen(span: &mut Option<(i64, i64)>, at: i64) {
    let (first, last) = span.get_or_insert((at, at));
    *first = at.min(*first);
    *last = at.max(*last);
}

/// First and last local day of instants and local clock times: only the outermost are formatted,
/// a million messages would take most of a second.
fn days(
    instants: Option<(i64, i64)>,
    clocks: Option<(i64, i64)>,
    zone: &Zone,
) -> (Option<String>, Option<String>) {
    let day = |text: String| text.get(..10).map(str::to_owned);
    let instants = instants.map(|(first, last)| (zone.format(first), zone.format(last)));
    let clocks = clocks.map(|(first, last)| (iso_local(first), iso_local(last)));
    let both = || instants.iter().chain(&clocks);
    let firsts = both().filter_map(|(first, _)| day(first.clone()));
    let lasts = both().filter_map(|(_, last)| day(last.clone()));
    (firsts.min(), lasts.max())
}

/// Serialised enum names as keys.
fn named<'a, K: serde::Serialize + 'a>(
    counts: impl Iterator<Item = (&'a K, &'a u64)>,
) -> std::collections::BTreeMap<String, u64> {
    counts
        .filter_map(|(kind, count)| Some((super::serde_name(kind)?, *count)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_and_last_day_over_instants_and_clocks() {
        let zone = Zone::named("Europe/Copenhagen").unwrap();
        // 2020-01-01T23:30Z is the second of January in Copenhagen.
        let instants = Some((1_577_921_400_000, 1_577_921_400_000));
        let clock = Some((1_577_836_800_000, 1_577_836_800_000));
        let some = |day: &str| Some(day.to_owned());
        assert_eq!(
            days(instants, clock, &zone),
            (some("2020-01-01"), some("2020-01-02"))
        );
        assert_eq!(
            days(instants, None, &zone),
            (some("2020-01-02"), some("2020-01-02"))
        );
        assert_eq!(days(None, None, &zone), (None, None));
        let mut span = None;
        for at in [3, 1, 2] {
            widen(&mut span, at);
        }
        assert_eq!(span, Some((1, 3)));
    }
}
