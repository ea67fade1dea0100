//! Which sources are exports of one account: the same messages stand in both for the time that
//! both cover.

use super::{ThreadKey, people::Rulings, twins, union::Union};
use crate::model::{Case, ConversationId, MessageId, SourceId};
use std::collections::BTreeMap;

/// Of the messages in the time that two sources have in common, one in this many must be in both.
const COMMON_SHARE: usize = 2;

/// What is known about accounts.
pub(super) struct Accounts {
    /// Account of each source: the position of its first source.
    pub groups: Vec<usize>,
    /// Pairs that a person may rule on.
    pub likely: Vec<(SourceId, SourceId)>,
    /// Last time that each source holds, and its digest: which export is the later one.
    ages: Vec<(i64, String)>,
}

impl Accounts {
    pub(super) fn of(&self, source: SourceId) -> usize {
        self.groups
            .get(source.index())
            .copied()
            .unwrap_or(source.index())
    }

    /// Orders sources by age: the earlier export first, whatever the order of loading.
    pub(super) fn age(&self, source: SourceId) -> (i64, &str) {
        self.ages
            .get(source.index())
            .map_or((i64::MIN, ""), |(last, digest)| (*last, digest))
    }

    /// Accounts with several exports.
    pub(super) fn listed(&self) -> Vec<Vec<SourceId>> {
        let mut groups: BTreeMap<usize, Vec<SourceId>> = BTreeMap::new();
        for (at, group) in self.groups.iter().enumerate() {
            groups.entry(*group).or_default().push(SourceId(at as u32));
        }
        groups
            .into_values()
            .filter(|group| group.len() > 1)
            .collect()
    }
}

struct Span {
    first: i64,
    last: i64,
}

pub(super) fn of(
    case: &Case,
    threads: &BTreeMap<ThreadKey, Vec<ConversationId>>,
    rulings: &Rulings,
) -> Accounts {
    let mut spans: Vec<Option<Span>> = case.sources.iter().map(|_| None).collect();
    let mut times: Vec<Vec<i64>> = vec![Vec::new(); case.sources.len()];
    for message in &case.messages {
        let at = message.source.index();
        if let (Some(time), Some(span), Some(list)) =
            (message.time.sort_ms(), spans.get_mut(at), times.get_mut(at))
        {
            let span = span.get_or_insert(Span {
                first: time,
                last: time,
            });
            span.first = span.first.min(time);
            span.last = span.last.max(time);
            list.push(time);
        }
    }
    let ages = case
        .sources
        .iter()
        .zip(&spans)
        .map(|(source, span)| {
            let last = span.as_ref().map_or(i64::MIN, |span| span.last);
            (last, source.digests.sha256.clone())
        })
        .collect();
    let mut accounts = Accounts {
        groups: (0..case.sources.len()).collect(),
        likely: Vec::new(),
        ages,
    };
    let pairs = common_threads(case, threads);
    let mut union = Union::new(case.sources.len());
    for ((one, other), common) in &pairs {
        match rulings.same_account(case, *one, *other) {
            Some(true) => {
                union.join(one.index(), other.index());
                continue;
            }
            Some(false) => continue,
            None => {}
        }
        let both = |at: SourceId| spans.get(at.index()).and_then(Option::as_ref);
        let (Some(a), Some(b)) = (both(*one), both(*other)) else {
            continue;
        };
        let (from, to) = (a.first.max(b.first), a.last.min(b.last));
        let within = |source: SourceId| {
            let times = times.get(source.index());
            times.map_or(0, |times| {
                times.iter().filter(|at| (from..=to).contains(*at)).count()
            })
        };
        let least = within(*one).min(within(*other));
        let twins: usize = common.iter().map(|(a, b)| twins::count(case, a, b)).sum();
        if twins > 0 && twins * COMMON_SHARE >= least {
            union.join(one.index(), other.index());
        } else if least == 0 {
            accounts.likely.push((*one, *other));
        }
    }
    for at in 0..accounts.groups.len() {
        let root = union.root(at);
        if let Some(group) = accounts.groups.get_mut(at) {
            *group = root;
        }
    }
    let groups = accounts.groups.clone();
    let apart =
        |(one, other): &(SourceId, SourceId)| groups.get(one.index()) != groups.get(other.index());
    accounts.likely.retain(apart);
    accounts
}

/// Messages of two sources in one thread.
type Common<'a> = (&'a [MessageId], &'a [MessageId]);

/// For every two sources of one format with a common thread: the messages of both in it.
fn common_threads<'a>(
    case: &'a Case,
    threads: &BTreeMap<ThreadKey, Vec<ConversationId>>,
) -> BTreeMap<(SourceId, SourceId), Vec<Common<'a>>> {
    let mut pairs: BTreeMap<(SourceId, SourceId), Vec<Common<'a>>> = BTreeMap::new();
    for same in threads.values() {
        let conversations: Vec<_> = same
            .iter()
            .filter_map(|id| case.conversations.get(id.index()))
            .collect();
        for (n, one) in conversations.iter().enumerate() {
            for other in conversations.iter().skip(n + 1) {
                if one.source != other.source {
                    pairs
                        .entry((one.source, other.source))
                        .or_default()
                        .push((&one.messages, &other.messages));
                }
            }
        }
    }
    pairs
}
