//! Which participants are one person.
//!
//! Joined by rule: the same number with its country's code, the same mail address; the same number
//! or platform's id within one format; the same name within one account where neither has a
//! number. Only proposed: a number with and without the country's code, and the same name anywhere
//! else. Both together are enough: that is how a contact list names a number.

use super::union::Union;
use crate::model::{
    Case, HandleKind, LikelyPerson, LikelyReason, Participant, ParticipantId, Person, SourceId,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Digits from the end in which numbers with and without the country's code agree.
const TAIL: usize = 7;
/// People of one name or number tail that are proposed to each other; more are a common word.
const LIKELY_EACH: usize = 8;

/// What a person ruled about joining.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rulings {
    /// Sources, by SHA-256, that are exports of one account, or are not.
    pub accounts: Vec<(String, String, bool)>,
    /// Participants by id: one person, or two.
    pub people: Vec<(ParticipantId, ParticipantId, bool)>,
    /// Participants that are the owner of the account, or are not.
    pub own: Vec<(ParticipantId, bool)>,
}

impl Rulings {
    /// Of two rulings about the same pair the later counts.
    fn latest(&self) -> BTreeMap<(ParticipantId, ParticipantId), bool> {
        let pairs = self.people.iter();
        pairs
            .map(|(one, other, same)| (ordered(*one, *other), *same))
            .collect()
    }

    pub(super) fn same_account(&self, case: &Case, one: SourceId, other: SourceId) -> Option<bool> {
        let digest = |id: SourceId| {
            let source = case.sources.get(id.index());
            source.map_or("", |source| source.digests.sha256.as_str())
        };
        let (one, other) = (digest(one), digest(other));
        self.accounts
            .iter()
            .rev()
            .find(|(a, b, _)| (a == one && b == other) || (a == other && b == one))
            .map(|(.., same)| *same)
    }
}

pub(super) struct People {
    pub people: Vec<Person>,
    pub person_of: Vec<u32>,
    pub likely: Vec<LikelyPerson>,
}

/// Why two participants are joined for certain.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Sure<'a> {
    /// A number with country's code or a mail address.
    Everywhere(&'a str),
    /// Any other number or id, within a format.
    InFormat(&'static str, &'a str),
    /// A name without a number, within an account.
    InAccount(usize, &'a str),
}

pub(super) fn join(case: &Case, accounts: &[usize], rulings: &Rulings) -> People {
    let sources = sources(case);
    let ruled = rulings.latest();
    let apart: BTreeSet<(ParticipantId, ParticipantId)> = ruled
        .iter()
        .filter(|(_, same)| !**same)
        .map(|(pair, _)| *pair)
        .collect();
    let mut union = Union::new(case.participants.len());
    let mut first: BTreeMap<Sure<'_>, usize> = BTreeMap::new();
    for (at, participant) in case.participants.iter().enumerate() {
        let source = sources.get(at).copied().flatten();
        for sure in sure(case, participant, source, accounts) {
            match first.get(&sure) {
                Some(other) if !apart.contains(&ids(*other, at)) => union.join(*other, at),
                Some(_) => {}
                None => {
                    first.insert(sure, at);
                }
            }
        }
    }
    let likely = likely(case, &mut union, &apart);
    for ((one, other), same) in &ruled {
        if *same {
            union.join(one.index(), other.index());
        }
    }
    let mut people: Vec<Person> = Vec::new();
    let mut by_root: HashMap<usize, u32> = HashMap::new();
    let mut person_of = Vec::with_capacity(case.participants.len());
    for at in 0..case.participants.len() {
        let root = union.root(at);
        let person = *by_root.entry(root).or_insert_with(|| {
            people.push(Person::default());
            people.len() as u32 - 1
        });
        person_of.push(person);
        if let Some(person) = people.get_mut(person as usize) {
            person.participants.push(ParticipantId(at as u32));
        }
    }
    let likely = proposed(likely, &person_of, &apart);
    People {
        people,
        person_of,
        likely,
    }
}

/// Each pair of people once, without those that are one by now and those that a person keeps apart.
fn proposed(
    likely: Vec<LikelyPerson>,
    person_of: &[u32],
    apart: &BTreeSet<(ParticipantId, ParticipantId)>,
) -> Vec<LikelyPerson> {
    let people = |one: ParticipantId, other: ParticipantId| {
        let one = person_of.get(one.index()).copied().unwrap_or_default();
        let other = person_of.get(other.index()).copied().unwrap_or_default();
        (one.min(other), one.max(other))
    };
    let mut told: BTreeSet<(u32, u32)> = apart
        .iter()
        .map(|(one, other)| people(*one, *other))
        .collect();
    let likely = likely.into_iter();
    likely
        .filter(|pair| {
            let (one, other) = people(pair.one, pair.other);
            one != other && told.insert((one, other))
        })
        .collect()
}

fn ordered(one: ParticipantId, other: ParticipantId) -> (ParticipantId, ParticipantId) {
    (one.min(other), one.max(other))
}

fn ids(one: usize, other: usize) -> (ParticipantId, ParticipantId) {
    ordered(ParticipantId(one as u32), ParticipantId(other as u32))
}

/// The source of each participant: sources share none, and each adds its own in one piece.
fn sources(case: &Case) -> Vec<Option<SourceId>> {
    let mut sources = vec![None; case.participants.len()];
    let mut note = |participant: ParticipantId, source: SourceId| {
        if let Some(slot) = sources.get_mut(participant.index()) {
            *slot = Some(source);
        }
    };
    for (at, source) in case.sources.iter().enumerate() {
        for participant in source.participants.clone() {
            note(ParticipantId(participant), SourceId(at as u32));
        }
    }
    sources
}

fn sure<'a>(
    case: &Case,
    participant: &'a Participant,
    source: Option<SourceId>,
    accounts: &[usize],
) -> Vec<Sure<'a>> {
    let format = source
        .and_then(|source| case.sources.get(source.index()))
        .and_then(|source| source.format);
    let mut found = Vec::new();
    for handle in &participant.handles {
        let text = handle.normalised.as_str();
        match handle.kind {
            HandleKind::Email => found.push(Sure::Everywhere(text)),
            HandleKind::Phone if text.starts_with('+') => found.push(Sure::Everywhere(text)),
            // Android writes -1 and -2 for unknown and withheld numbers.
            _ if text.starts_with('-') || text.is_empty() => {}
            _ => {
                if let Some(format) = format {
                    found.push(Sure::InFormat(format, text));
                }
            }
        }
    }
    if participant.handles.is_empty()
        && let Some(source) = source
    {
        let account = accounts
            .get(source.index())
            .copied()
            .unwrap_or(source.index());
        let names = participant.names.iter();
        found.extend(names.map(|name| Sure::InAccount(account, name)));
    }
    found
}

/// Joins where name and number agree, and gives what is only likely.
fn likely(
    case: &Case,
    union: &mut Union,
    apart: &BTreeSet<(ParticipantId, ParticipantId)>,
) -> Vec<LikelyPerson> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_tail: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, participant) in case.participants.iter().enumerate() {
        for name in &participant.names {
            let name = plain(name);
            // One word alone is a first name or a place.
            if name.contains(' ') {
                by_name.entry(name).or_default().push(at);
            }
        }
        for handle in participant
            .handles
            .iter()
            .filter(|handle| handle.kind == HandleKind::Phone)
        {
            let digits = handle.normalised.trim_start_matches('+');
            if let Some(tail) = digits
                .len()
                .checked_sub(TAIL)
                .and_then(|at| digits.get(at..))
            {
                by_tail.entry(tail).or_default().push(at);
            }
        }
    }
    let mut pairs: BTreeSet<LikelyPerson> = BTreeSet::new();
    for same in by_tail.values().filter(|same| same.len() > 1) {
        for (one, other) in each_pair(same) {
            let (Some(a), Some(b)) = (case.participants.get(one), case.participants.get(other))
            else {
                continue;
            };
            if union.root(one) == union.root(other)
                || !numbers_agree(a, b)
                || apart.contains(&ids(one, other))
            {
                continue;
            }
            let named = a
                .names
                .iter()
                .any(|x| b.names.iter().any(|y| plain(x) == plain(y)));
            if named {
                union.join(one, other);
            } else {
                let (one, other) = ids(one, other);
                pairs.insert(LikelyPerson {
                    one,
                    other,
                    reason: LikelyReason::Number,
                });
            }
        }
    }
    for same in by_name.values().filter(|same| same.len() > 1) {
        for (one, other) in each_pair(same) {
            if union.root(one) == union.root(other) || apart.contains(&ids(one, other)) {
                continue;
            }
            let (one, other) = ids(one, other);
            let number = LikelyPerson {
                one,
                other,
                reason: LikelyReason::Number,
            };
            if !pairs.contains(&number) {
                pairs.insert(LikelyPerson {
                    one,
                    other,
                    reason: LikelyReason::Name,
                });
            }
        }
    }
    pairs.into_iter().collect()
}

fn each_pair(same: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    let same = same.get(..same.len().min(LIKELY_EACH)).unwrap_or_default();
    same.iter()
        .enumerate()
        .flat_map(|(n, one)| same.iter().skip(n + 1).map(|other| (*one, *other)))
        .filter(|(one, other)| one != other)
}

fn plain(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// One number has the country's code, the other has not: without its leading zero it is the
/// other's end.
fn numbers_agree(one: &Participant, other: &Participant) -> bool {
    let numbers = |participant: &Participant| -> Vec<String> {
        participant
            .handles
            .iter()
            .filter(|handle| handle.kind == HandleKind::Phone)
            .map(|handle| handle.normalised.clone())
            .collect()
    };
    let agree = |full: &str, national: &str| {
        let bare = national.trim_start_matches('0');
        full.strip_prefix('+').is_some_and(|full| {
            !national.starts_with('+')
                && bare.len() >= TAIL
                && full.ends_with(bare)
                && (1..=4).contains(&(full.len() - bare.len()))
        })
    };
    let (ones, others) = (numbers(one), numbers(other));
    ones.iter()
        .any(|a| others.iter().any(|b| agree(a, b) || agree(b, a)))
}
