//! How complete the material is: first and last day, days without messages, placeholders for
//! deleted messages, signs of automatic deletion, weekdays and hours that are empty, attachments
//! that are missing, and what the exports themselves say. Signs, not proof: a chosen period looks
//! like automatic deletion.
//!
//! Days are those of one zone; messages that know only a local clock are taken by it, messages
//! without a time are counted. A message that several exports hold counts once.

use crate::{
    model::{
        Case, Change, Conversation, ConversationId, Message, MessageId, MessageKind, Presence,
        SourceId, Warning,
    },
    time::{Zone, iso_local},
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Days without a message from which on a gap is named, unless somebody says otherwise.
pub const GAP_DAYS: u32 = 14;
/// Spans that phones and services delete by.
const AUTO_DELETE_DAYS: [i64; 6] = [1, 7, 30, 90, 180, 365];
/// Messages below which a pattern means nothing.
const PATTERN_MESSAGES: usize = 10;
/// Messages below which empty weekdays and hours mean nothing.
const HOLE_MESSAGES: usize = 200;
/// Hours of the day that are looked at for holes: from eight to ten in the evening.
const HOLE_HOURS: std::ops::Range<usize> = 8..22;
/// A weekday or hour with less than one in this many of what the others have is a hole.
const HOLE_SHARE: usize = 20;
const DAY_MS: i64 = 86_400_000;
const HOUR_MS: i64 = 3_600_000;

/// The report. Field names are those of the JSON form (`docs/cli.md`).
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct CoverageReport {
    /// Zone of the days.
    pub zone: String,
    /// Days from which on a gap is named.
    pub gap_days: u32,
    /// Messages, each once.
    pub messages: u32,
    /// Records that another export's message is shown for.
    pub twins: u32,
    /// Messages without a time.
    pub undated: u32,
    /// First day, `YYYY-MM-DD`.
    pub first: Option<String>,
    /// Last day.
    pub last: Option<String>,
    /// Conversations with messages.
    pub conversations_all: u32,
    /// Accounts: sources that are exports of one account together, every other alone.
    pub accounts: Vec<AccountCoverage>,
    /// Conversations with something to tell, in the order of the case.
    pub conversations: Vec<ConversationCoverage>,
}

/// One account.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct AccountCoverage {
    /// Names of its sources.
    pub sources: Vec<String>,
    /// Importer ids.
    pub formats: Vec<String>,
    /// Messages, each once.
    pub messages: u32,
    /// First day.
    pub first: Option<String>,
    /// Last day.
    pub last: Option<String>,
    /// Days without messages between them.
    pub gaps: Vec<Gap>,
    /// Days after which messages seem to be deleted.
    pub auto_delete_days: Option<u32>,
    /// Weekdays without messages, 1 for Monday.
    pub empty_weekdays: Vec<u8>,
    /// Hours of the day without messages.
    pub empty_hours: Vec<u8>,
    /// Placeholders for deleted messages.
    pub deleted: u32,
    /// Messages about which two exports say different things.
    pub changed: u32,
    /// Files that messages name.
    pub attachments: u32,
    /// Of them not there.
    pub attachments_missing: u32,
    /// Of them left out by the export.
    pub attachments_omitted: u32,
    /// Some source ended early.
    pub partial: bool,
    /// What the sources say about themselves.
    pub signs: Vec<Sign>,
    /// Where to look.
    #[serde(skip)]
    pub places: CoveragePlaces,
}

/// The first message of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoveragePlaces {
    /// The earliest message.
    pub first: Option<MessageId>,
    /// A placeholder for a deleted message.
    pub deleted: Option<MessageId>,
    /// A message about which two exports say different things.
    pub changed: Option<MessageId>,
    /// A message with a file that is missing.
    pub missing: Option<MessageId>,
    /// A message with a file that the export left out.
    pub omitted: Option<MessageId>,
}

/// A sign of an incomplete export.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct Sign {
    /// Name of the source.
    pub source: String,
    /// What.
    pub warning: Warning,
}

/// Days without messages, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct Gap {
    /// First day without.
    pub from: String,
    /// Last day without.
    pub to: String,
    /// Number of days.
    pub days: u32,
    /// The first message after it.
    #[serde(skip)]
    pub after: Option<MessageId>,
}

/// One conversation with something to tell.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct ConversationCoverage {
    /// Id.
    pub conversation: ConversationId,
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: Option<String>,
    /// Messages.
    pub messages: u32,
    /// First day.
    pub first: Option<String>,
    /// Last day.
    pub last: Option<String>,
    /// Days without messages in a conversation that otherwise has some nearly every day.
    pub gaps: Vec<Gap>,
    /// Days after which messages seem to be deleted, where the account goes further back.
    pub auto_delete_days: Option<u32>,
    /// Placeholders for deleted messages.
    pub deleted: u32,
    /// Attachments that are missing or left out.
    pub attachments_missing: u32,
    /// Where to look.
    #[serde(skip)]
    pub places: CoveragePlaces,
}

/// Local days and hours of some messages.
#[derive(Default)]
struct Days {
    /// Days with the time and id of their first message.
    days: BTreeMap<i64, (i64, MessageId)>,
    places: CoveragePlaces,
    weekdays: [usize; 7],
    hours: [usize; 24],
    dated: usize,
    messages: u32,
    undated: u32,
    deleted: u32,
    changed: u32,
    attachments: u32,
    missing: u32,
    omitted: u32,
}

impl Days {
    fn add(&mut self, id: MessageId, message: &Message, changes: &[Change], zone: &Zone) {
        self.messages += 1;
        let places = &mut self.places;
        if message.kind == MessageKind::Deleted || changes.contains(&Change::Deleted) {
            self.deleted += 1;
            places.deleted.get_or_insert(id);
        }
        if !changes.is_empty() {
            self.changed += 1;
            places.changed.get_or_insert(id);
        }
        for attachment in message.attachments() {
            self.attachments += 1;
            match attachment.presence {
                Presence::Present => {}
                Presence::Missing => {
                    self.missing += 1;
                    places.missing.get_or_insert(id);
                }
                Presence::Omitted => {
                    self.omitted += 1;
                    places.omitted.get_or_insert(id);
                }
            }
        }
        let local = match (message.time.utc_ms, message.time.local_ms) {
            (Some(utc), _) => utc + zone.offset_ms(utc),
            (None, Some(local)) => local,
            (None, None) => {
                self.undated += 1;
                return;
            }
        };
        let day = local.div_euclid(DAY_MS);
        self.dated += 1;
        let first = self.days.entry(day).or_insert((local, id));
        *first = (*first).min((local, id));
        // 1970-01-01 was a Thursday.
        let weekday = (day + 3).rem_euclid(7) as usize;
        let hour = (local.rem_euclid(DAY_MS) / HOUR_MS) as usize;
        if let Some(count) = self.weekdays.get_mut(weekday) {
            *count += 1;
        }
        if let Some(count) = self.hours.get_mut(hour) {
            *count += 1;
        }
    }

    fn first(&self) -> Option<i64> {
        self.days.keys().next().copied()
    }

    fn places(&self) -> CoveragePlaces {
        CoveragePlaces {
            first: self.days.values().next().map(|(_, id)| *id),
            ..self.places
        }
    }

    fn last(&self) -> Option<i64> {
        self.days.keys().next_back().copied()
    }

    fn gaps(&self, least: u32) -> Vec<Gap> {
        let days: Vec<(i64, MessageId)> =
            self.days.iter().map(|(day, (_, id))| (*day, *id)).collect();
        days.windows(2)
            .filter_map(|pair| {
                let [(before, _), (after, next)] = pair else {
                    return None;
                };
                let days = u32::try_from(after - before - 1).ok()?;
                (days >= least.max(1)).then(|| Gap {
                    from: shown(before + 1),
                    to: shown(after - 1),
                    days,
                    after: Some(*next),
                })
            })
            .collect()
    }

    /// The span up to `end`, where it is one that is deleted by, messages lie close to its
    /// beginning, and at least one day in four has some.
    fn auto_delete(&self, end: i64) -> Option<u32> {
        let first = self.first()?;
        let span = end - first;
        let near = |days: &&i64| (span - **days).abs() <= 1 && span > 0;
        let days = AUTO_DELETE_DAYS.iter().find(near)?;
        let early = self.days.range(first..=first + (days / 10).max(1)).count();
        let regular = self.days.len() as i64 * 4 >= *days;
        (self.dated >= PATTERN_MESSAGES && early > 1 && regular).then_some(*days as u32)
    }

    fn empty_weekdays(&self) -> Vec<u8> {
        let weeks = match (self.first(), self.last()) {
            (Some(first), Some(last)) => (last - first) / 7,
            _ => 0,
        };
        if self.dated < HOLE_MESSAGES || weeks < 4 {
            return Vec::new();
        }
        holes(&self.weekdays, 0..7)
            .map(|day| day as u8 + 1)
            .collect()
    }

    fn empty_hours(&self) -> Vec<u8> {
        if self.dated < HOLE_MESSAGES {
            return Vec::new();
        }
        holes(&self.hours, HOLE_HOURS)
            .map(|hour| hour as u8)
            .collect()
    }
}

fn holes(counts: &[usize], among: std::ops::Range<usize>) -> impl Iterator<Item = usize> + use<> {
    let counts: Vec<(usize, usize)> = among
        .filter_map(|at| Some((at, *counts.get(at)?)))
        .collect();
    let sum: usize = counts.iter().map(|(_, count)| count).sum();
    let number = counts.len().max(1);
    counts
        .into_iter()
        .filter(move |(_, count)| count * number * HOLE_SHARE < sum)
        .map(|(at, _)| at)
}

fn shown(day: i64) -> String {
    iso_local(day * DAY_MS).chars().take(10).collect()
}

impl CoverageReport {
    /// Looks at the messages that `covers` lets through.
    #[must_use]
    pub fn new(
        case: &Case,
        zone_name: &str,
        zone: &Zone,
        gap_days: u32,
        covers: &dyn Fn(&Message) -> bool,
    ) -> Self {
        let account_of = accounts(case);
        let mut all = Days::default();
        let mut accounts: BTreeMap<usize, Days> = BTreeMap::new();
        let mut threads: BTreeMap<ConversationId, Days> = BTreeMap::new();
        for (id, message) in case.shown_messages().filter(|(_, message)| covers(message)) {
            let account = account_of.get(message.source.index()).copied();
            let changes: Vec<Change> = case
                .merged
                .changes_of(id)
                .map(|(change, _)| change)
                .collect();
            let account = accounts.entry(account.unwrap_or_default()).or_default();
            let thread = threads.entry(message.conversation).or_default();
            for days in [&mut all, account, thread] {
                days.add(id, message, &changes, zone);
            }
        }
        let conversations = threads
            .iter()
            .filter_map(|(id, days)| {
                let conversation = case.conversations.get(id.index())?;
                let account = account_of.get(conversation.source.index())?;
                conversation_coverage(*id, conversation, days, accounts.get(account), gap_days)
            })
            .collect();
        let mut groups: BTreeMap<usize, Vec<SourceId>> = BTreeMap::new();
        for (at, account) in account_of.iter().enumerate() {
            groups
                .entry(*account)
                .or_default()
                .push(SourceId(at as u32));
        }
        let none = Days::default();
        Self {
            zone: zone_name.to_owned(),
            gap_days,
            messages: all.messages,
            twins: case.merged.twin_count() as u32,
            undated: all.undated,
            first: all.first().map(shown),
            last: all.last().map(shown),
            conversations_all: threads.len() as u32,
            accounts: groups
                .iter()
                .map(|(account, sources)| {
                    let days = accounts.get(account).unwrap_or(&none);
                    account_coverage(case, sources, days, gap_days)
                })
                .collect(),
            conversations,
        }
    }
}

/// Account of each source: its first source.
fn accounts(case: &Case) -> Vec<usize> {
    let mut of: Vec<usize> = (0..case.sources.len()).collect();
    for account in &case.merged.accounts {
        let Some(first) = account.first() else {
            continue;
        };
        for source in account {
            if let Some(slot) = of.get_mut(source.index()) {
                *slot = first.index();
            }
        }
    }
    of
}

fn account_coverage(
    case: &Case,
    sources: &[SourceId],
    days: &Days,
    gap_days: u32,
) -> AccountCoverage {
    let sources: Vec<_> = sources
        .iter()
        .filter_map(|source| case.sources.get(source.index()))
        .collect();
    let formats: BTreeSet<&str> = sources.iter().filter_map(|source| source.format).collect();
    AccountCoverage {
        sources: sources.iter().map(|source| source.name.clone()).collect(),
        formats: formats.into_iter().map(str::to_owned).collect(),
        messages: days.messages,
        first: days.first().map(shown),
        last: days.last().map(shown),
        gaps: days.gaps(gap_days),
        auto_delete_days: days.last().and_then(|last| days.auto_delete(last)),
        empty_weekdays: days.empty_weekdays(),
        empty_hours: days.empty_hours(),
        deleted: days.deleted,
        changed: days.changed,
        attachments: days.attachments,
        attachments_missing: days.missing,
        attachments_omitted: days.omitted,
        partial: sources.iter().any(|source| source.accounting.partial),
        signs: sources
            .iter()
            .flat_map(|source| {
                source.warnings.iter().map(|warning| Sign {
                    source: source.name.clone(),
                    warning: warning.clone(),
                })
            })
            .collect(),
        places: days.places(),
    }
}

fn conversation_coverage(
    id: ConversationId,
    conversation: &Conversation,
    days: &Days,
    account: Option<&Days>,
    gap_days: u32,
) -> Option<ConversationCoverage> {
    // A gap tells something only where silence is unusual: three days in four with messages,
    // not counting the gaps themselves.
    let gaps = days.gaps(gap_days);
    let silent: i64 = gaps.iter().map(|gap| i64::from(gap.days)).sum();
    let span = days.last().unwrap_or_default() - days.first().unwrap_or_default() + 1 - silent;
    let busy = days.dated >= PATTERN_MESSAGES && days.days.len() as i64 * 4 >= span * 3;
    let gaps = if busy { gaps } else { Vec::new() };
    let auto_delete_days = account.and_then(|account| {
        let found = days.auto_delete(account.last()?)?;
        let further = days.first()? - account.first()? > i64::from(found);
        further.then_some(found)
    });
    let missing = days.missing + days.omitted;
    let telling = !gaps.is_empty() || auto_delete_days.is_some() || days.deleted > 0 || missing > 0;
    telling.then(|| ConversationCoverage {
        conversation: id,
        key: conversation.key.clone(),
        title: conversation.title.clone(),
        messages: days.messages,
        first: days.first().map(shown),
        last: days.last().map(shown),
        gaps,
        auto_delete_days,
        deleted: days.deleted,
        attachments_missing: missing,
        places: days.places(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::Source, time::Timestamp};

    const START: i64 = 19_723; // 2024-01-01

    fn case(threads: &[&[(i64, i64)]]) -> Case {
        let mut case = Case::default();
        case.sources.push(Source {
            name: "sms.xml".into(),
            format: Some("sms-backup-restore"),
            ..Source::default()
        });
        for (n, spans) in threads.iter().enumerate() {
            case.conversations.push(Conversation {
                key: n.to_string(),
                ..Conversation::default()
            });
            for (from, to) in *spans {
                for day in *from..=*to {
                    for hour in [9, 13, 20] {
                        case.messages.push(Message {
                            conversation: ConversationId(n as u32),
                            time: Timestamp::utc("", (START + day) * DAY_MS + hour * HOUR_MS),
                            ..Message::default()
                        });
                    }
                }
            }
        }
        case
    }

    fn report(case: &Case, gap_days: u32) -> CoverageReport {
        let zone = Zone::named("Europe/Copenhagen").unwrap();
        CoverageReport::new(case, "Europe/Copenhagen", &zone, gap_days, &|_| true)
    }

    #[test]
    fn planted_gaps_are_found_and_no_others() {
        let case = case(&[&[(0, 20), (35, 60), (66, 90)]]);
        let found = report(&case, 14);
        assert_eq!(
            found.accounts[0].gaps,
            [Gap {
                from: "2024-01-22".into(),
                to: "2024-02-04".into(),
                days: 14,
                after: found.accounts[0].gaps[0].after,
            }]
        );
        assert_eq!(found.conversations[0].gaps.len(), 1);
        let after = found.accounts[0].gaps[0].after.unwrap();
        let day = case.messages[after.index()].time.utc_ms.unwrap();
        assert_eq!(shown(day.div_euclid(DAY_MS)), "2024-02-05");
        assert_eq!(report(&case, 15).accounts[0].gaps, []);
        assert_eq!(report(&case, 5).accounts[0].gaps.len(), 2);
        assert_eq!(found.first.as_deref(), Some("2024-01-01"));
        assert_eq!(found.last.as_deref(), Some("2024-03-31"));
    }

    #[test]
    fn thirty_days_and_no_more_look_like_automatic_deletion() {
        let one = case(&[&[(0, 400)], &[(370, 400)]]);
        let found = report(&one, 14);
        assert_eq!(found.accounts[0].auto_delete_days, None);
        assert_eq!(found.conversations.len(), 1);
        assert_eq!(found.conversations[0].key, "1");
        assert_eq!(found.conversations[0].auto_delete_days, Some(30));
        let whole = case(&[&[(0, 30)]]);
        assert_eq!(report(&whole, 14).accounts[0].auto_delete_days, Some(30));
        let other = case(&[&[(0, 50)]]);
        assert_eq!(report(&other, 14).accounts[0].auto_delete_days, None);
    }

    #[test]
    fn empty_weekdays_and_hours() {
        let mut case = case(&[&[(0, 120)]]);
        // no Sundays: 2024-01-07 is one
        case.messages.retain(|message| {
            let day = message.time.utc_ms.unwrap().div_euclid(DAY_MS) - START;
            day.rem_euclid(7) != 6
        });
        let found = report(&case, 14);
        assert_eq!(found.accounts[0].empty_weekdays, [7]);
        // messages at 10, 14 and 21 local time (11, 15 and 22 in summer)
        assert!(found.accounts[0].empty_hours.contains(&12));
        assert!(!found.accounts[0].empty_hours.contains(&10));
    }
}
