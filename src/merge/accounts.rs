//! Which sources are exports of one account: the same messages stand in both for the time that
//! both cover.

use super::{Pause, ThreadKey, people::Rulings, twins, union::Union};
use crate::model::{Case, ConversationId, SourceId};
use std::collections::BTreeMap;

/// Of the messages in the time that two sources have in common, one in this many must be in both.
const COMMON_SHARE: usize = 2;

/// What is known about accounts.
#[derive(Default)]
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

/// Reads the times of every source.
pub(super) struct Spanning {
    spans: Vec<Option<Span>>,
    times: Vec<Vec<i64>>,
    at: usize,
}

impl Spanning {
    pub(super) fn new(case: &Case) -> Self {
        Self {
            spans: case.sources.iter().map(|_| None).collect(),
            times: vec![Vec::new(); case.sources.len()],
            at: 0,
        }
    }

    /// True when all messages were read.
    pub(super) fn work(&mut self, case: &Case, pause: &mut Pause<'_>) -> bool {
        while let Some(message) = case.messages.get(self.at) {
            self.at += 1;
            let of = message.source.index();
            if let (Some(time), Some(span), Some(list)) = (
                message.time.sort_ms(),
                self.spans.get_mut(of),
                self.times.get_mut(of),
            ) {
                let span = span.get_or_insert(Span {
                    first: time,
                    last: time,
                });
                span.first = span.first.min(time);
                span.last = span.last.max(time);
                list.push(time);
            }
            if pause.due() {
                return false;
            }
        }
        true
    }

    /// Goes on with the pairs of sources that have threads in common.
    pub(super) fn pairing(
        self,
        case: &Case,
        threads: &BTreeMap<ThreadKey, Vec<ConversationId>>,
    ) -> Pairing {
        let ages = case
            .sources
            .iter()
            .zip(&self.spans)
            .map(|(source, span)| {
                let last = span.as_ref().map_or(i64::MIN, |span| span.last);
                (last, source.digests.sha256.clone())
            })
            .collect();
        Pairing {
            pairs: common_threads(case, threads).into_iter().collect(),
            at: 0,
            thread: 0,
            twins: 0,
            counting: None,
            union: Union::new(case.sources.len()),
            accounts: Accounts {
                groups: (0..case.sources.len()).collect(),
                likely: Vec::new(),
                ages,
            },
            spans: self.spans,
            times: self.times,
        }
    }
}

/// Looks at two sources at a time.
pub(super) struct Pairing {
    pairs: Vec<((SourceId, SourceId), Vec<Common>)>,
    at: usize,
    thread: usize,
    twins: usize,
    counting: Option<twins::Counting>,
    union: Union,
    accounts: Accounts,
    spans: Vec<Option<Span>>,
    times: Vec<Vec<i64>>,
}

impl Pairing {
    /// What is known about accounts, when all pairs were looked at.
    pub(super) fn work(
        &mut self,
        case: &Case,
        rulings: &Rulings,
        pause: &mut Pause<'_>,
    ) -> Option<Accounts> {
        while let Some(((one, other), common)) = self.pairs.get(self.at) {
            let (one, other) = (*one, *other);
            let ruled = rulings.same_account(case, one, other);
            if ruled.is_none()
                && let Some(threads) = common.get(self.thread)
            {
                let counting = self
                    .counting
                    .get_or_insert_with(|| twins::Counting::new(case, *threads));
                let twins = counting.work(case, pause)?;
                self.twins += twins;
                self.counting = None;
                self.thread += 1;
                continue;
            }
            self.judge(one, other, ruled);
            self.at += 1;
            self.thread = 0;
            self.twins = 0;
        }
        Some(self.finished())
    }

    fn judge(&mut self, one: SourceId, other: SourceId, ruled: Option<bool>) {
        if ruled == Some(true) {
            self.union.join(one.index(), other.index());
        }
        if ruled.is_some() {
            return;
        }
        let span = |at: SourceId| self.spans.get(at.index()).and_then(Option::as_ref);
        let (Some(a), Some(b)) = (span(one), span(other)) else {
            return;
        };
        let (from, to) = (a.first.max(b.first), a.last.min(b.last));
        let within = |source: SourceId| {
            let times = self.times.get(source.index());
            times.map_or(0, |times| {
                times.iter().filter(|at| (from..=to).contains(*at)).count()
            })
        };
        let least = within(one).min(within(other));
        if self.twins > 0 && self.twins * COMMON_SHARE >= least {
            self.union.join(one.index(), other.index());
        } else if least == 0 {
            self.accounts.likely.push((one, other));
        }
    }

    fn finished(&mut self) -> Accounts {
        let mut accounts = std::mem::take(&mut self.accounts);
        for at in 0..accounts.groups.len() {
            let root = self.union.root(at);
            if let Some(group) = accounts.groups.get_mut(at) {
                *group = root;
            }
        }
        let groups = accounts.groups.clone();
        let apart = |(one, other): &(SourceId, SourceId)| {
            groups.get(one.index()) != groups.get(other.index())
        };
        accounts.likely.retain(apart);
        accounts
    }
}

/// One thread of two sources.
type Common = (ConversationId, ConversationId);

/// For every two sources of one format with a common thread: that thread in both.
fn common_threads(
    case: &Case,
    threads: &BTreeMap<ThreadKey, Vec<ConversationId>>,
) -> BTreeMap<(SourceId, SourceId), Vec<Common>> {
    let mut pairs: BTreeMap<(SourceId, SourceId), Vec<Common>> = BTreeMap::new();
    for same in threads.values() {
        let conversations: Vec<_> = same
            .iter()
            .filter_map(|id| Some((*id, case.conversations.get(id.index())?.source)))
            .collect();
        for (n, (one, a)) in conversations.iter().enumerate() {
            for (other, b) in conversations.iter().skip(n + 1) {
                if a != b {
                    pairs.entry((*a, *b)).or_default().push((*one, *other));
                }
            }
        }
    }
    pairs
}
