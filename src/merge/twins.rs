//! Which messages of one thread are the same message in several exports.
//!
//! Twins have the same sender, kind, words and number of attachments, and the same time as far as
//! the coarser export tells it: within a second, or in the same minute where an export knows only
//! minutes. Doubles inside one export stay doubles: the k-th there is a twin of the k-th here.
//! What is left over at one time from one sender is the same message with other words.

use super::{Pause, accounts::Accounts, in_time_order};
use crate::model::{
    Attachment, Case, Change, ConversationId, Detail, DetailKind, Merged, Message, MessageId,
    MessageKind, Presence, SourceId,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
};

/// Milliseconds that two exports of one message may differ: one may have dropped the fraction.
const DRIFT_MS: i64 = 1_000;
const MINUTE_MS: i64 = 60_000;

/// One message with all exports that hold it.
pub(super) struct Slot {
    time: Option<i64>,
    /// One message of each source at most, in order of age.
    held: Vec<(SourceId, MessageId)>,
}

/// What the joining of a thread gave.
pub(super) struct Joined {
    slots: Vec<Slot>,
    /// Slots that are the same message with other words: the older, the newer.
    reworded: Vec<(usize, usize)>,
}

/// Counts the twins of two sources in one thread, before anything is joined.
pub(super) struct Counting {
    threads: (ConversationId, ConversationId),
    clock: Clock,
    found: HashMap<(u64, i64), Vec<Option<i64>>>,
    second: bool,
    at: usize,
    twins: usize,
}

impl Counting {
    pub(super) fn new(case: &Case, threads: (ConversationId, ConversationId)) -> Self {
        let (one, other) = (listed(case, threads.0), listed(case, threads.1));
        Self {
            threads,
            clock: Clock::of(case, one.iter().chain(other)),
            found: HashMap::new(),
            second: false,
            at: 0,
            twins: 0,
        }
    }

    /// The number, when everything was looked at.
    pub(super) fn work(&mut self, case: &Case, pause: &mut Pause<'_>) -> Option<usize> {
        loop {
            let thread = if self.second {
                self.threads.1
            } else {
                self.threads.0
            };
            let Some(id) = listed(case, thread).get(self.at) else {
                if self.second {
                    return Some(self.twins);
                }
                self.second = true;
                self.at = 0;
                continue;
            };
            self.at += 1;
            if let Some(message) = case.messages.get(id.index()) {
                self.take(case, message);
            }
            if pause.due() {
                return None;
            }
        }
    }

    fn take(&mut self, case: &Case, message: &Message) {
        let time = self.clock.time(message);
        let key = key(message, sender_by_text(case, message), time);
        let near = self.clock.buckets(time);
        if !self.second {
            let place = (key, near.start + 1);
            self.found.entry(place).or_default().push(time);
            return;
        }
        for bucket in near {
            let Some(free) = self.found.get_mut(&(key, bucket)) else {
                continue;
            };
            if let Some(at) = free.iter().position(|at| self.clock.same(*at, time)) {
                free.swap_remove(at);
                self.twins += 1;
                break;
            }
        }
    }
}

fn listed(case: &Case, id: ConversationId) -> &[MessageId] {
    let conversation = case.conversations.get(id.index());
    conversation.map_or(&[], |conversation| &conversation.messages)
}

/// Finds the slots of a joined thread.
pub(super) struct Joining {
    /// The thread.
    pub conversation: ConversationId,
    /// Its messages in the order of the case.
    pub messages: Vec<MessageId>,
    clock: Clock,
    /// Messages of each source in time order, the earliest export first.
    by_age: Vec<(SourceId, Vec<MessageId>)>,
    source: usize,
    at: usize,
    slots: Vec<Slot>,
    by_key: HashMap<(u64, i64), Vec<usize>>,
}

impl Joining {
    pub(super) fn new(
        case: &Case,
        accounts: &Accounts,
        conversation: ConversationId,
        messages: Vec<MessageId>,
    ) -> Self {
        let mut sources: BTreeMap<SourceId, Vec<MessageId>> = BTreeMap::new();
        for id in &messages {
            if let Some(message) = case.messages.get(id.index()) {
                sources.entry(message.source).or_default().push(*id);
            }
        }
        let mut by_age: Vec<(SourceId, Vec<MessageId>)> = sources
            .into_iter()
            // In time order, so that the k-th double finds the k-th.
            .map(|(source, held)| (source, in_time_order(case, held)))
            .collect();
        by_age.sort_by(|a, b| accounts.age(a.0).cmp(&accounts.age(b.0)));
        Self {
            conversation,
            clock: Clock::of(case, &messages),
            messages,
            by_age,
            source: 0,
            at: 0,
            slots: Vec::new(),
            by_key: HashMap::new(),
        }
    }

    /// True when every message has its slot.
    pub(super) fn work(&mut self, case: &Case, person_of: &[u32], pause: &mut Pause<'_>) -> bool {
        while let Some((source, held)) = self.by_age.get(self.source) {
            let Some(&id) = held.get(self.at) else {
                self.source += 1;
                self.at = 0;
                continue;
            };
            self.at += 1;
            let source = *source;
            if let Some(message) = case.messages.get(id.index()) {
                self.take(case, person_of, source, (id, message));
            }
            if pause.due() {
                return false;
            }
        }
        true
    }

    fn take(
        &mut self,
        case: &Case,
        person_of: &[u32],
        source: SourceId,
        (id, message): (MessageId, &Message),
    ) {
        let time = self.clock.time(message);
        let key = key(message, sender(message, person_of), time);
        let near = self.clock.buckets(time);
        let mut listed = near
            .clone()
            .filter_map(|bucket| self.by_key.get(&(key, bucket)))
            .flatten()
            .copied();
        let free = listed.find(|at| {
            self.slots.get(*at).is_some_and(|slot| {
                self.clock.same(slot.time, time)
                    && slot.held.iter().all(|(other, _)| *other != source)
                    && slot.held.first().is_some_and(|(_, first)| {
                        case.messages
                            .get(first.index())
                            .is_some_and(|first| same_words(&first.body, &message.body))
                    })
            })
        });
        match free.and_then(|at| self.slots.get_mut(at)) {
            Some(slot) => slot.held.push((source, id)),
            None => {
                let place = (key, near.start + 1);
                self.by_key.entry(place).or_default().push(self.slots.len());
                self.slots.push(Slot {
                    time,
                    held: vec![(source, id)],
                });
            }
        }
    }

    /// The slots, and which of them are one message with other words.
    pub(super) fn joined(&mut self, case: &Case, accounts: &Accounts, person_of: &[u32]) -> Joined {
        let slots = std::mem::take(&mut self.slots);
        let reworded = reworded(case, accounts, person_of, &self.clock, &slots);
        Joined { slots, reworded }
    }
}

/// Marks twins, keeps earlier words, tells what is gone, and lists the thread anew.
pub(super) fn apply(
    case: &mut Case,
    accounts: &Accounts,
    (conversation, messages): (ConversationId, &[MessageId]),
    joined: &Joined,
    merged: &mut Merged,
) {
    let mut twins: BTreeMap<MessageId, MessageId> = BTreeMap::new();
    let older: BTreeMap<usize, usize> = joined.reworded.iter().copied().collect();
    let newer: BTreeSet<usize> = older.values().copied().collect();
    let mut shown_of: Vec<Option<MessageId>> = Vec::with_capacity(joined.slots.len());
    for slot in &joined.slots {
        let shown = best(case, slot);
        shown_of.push(shown);
        for (_, id) in &slot.held {
            if let Some(shown) = shown.filter(|shown| shown != id) {
                twins.insert(*id, shown);
            }
        }
    }
    let ranges = ranges(case, messages);
    for (at, slot) in joined.slots.iter().enumerate() {
        let Some(Some(shown)) = shown_of.get(at).copied() else {
            continue;
        };
        if let Some(newer) = older.get(&at) {
            let Some(Some(target)) = shown_of.get(*newer).copied() else {
                continue;
            };
            let held = |at: usize| joined.slots.get(at).map_or(&[][..], |slot| &slot.held);
            let (old, new) = ((held(at), shown), (held(*newer), target));
            let change = replace(case, &mut twins, old, new, &mut merged.earlier);
            merged.changes.extend(change);
        } else if !newer.contains(&at) {
            for source in gone_from(&ranges, accounts, slot) {
                merged.changes.push((shown, Change::Gone, source));
            }
        }
    }
    for twin in twins.keys() {
        if let Some(message) = case.messages.get_mut(twin.index()) {
            message.twin = true;
        }
    }
    let listed = messages.iter().copied().filter(|id| {
        let message = case.messages.get(id.index());
        message.is_some_and(|message| !message.twin)
    });
    let listed = in_time_order(case, by_source_time(case, listed.collect()));
    if let Some(conversation) = case.conversations.get_mut(conversation.index()) {
        conversation.messages = listed;
    }
    merged.twins.extend(twins);
}

/// Records of a message, and the one that is shown for them.
type Records<'a> = (&'a [(SourceId, MessageId)], MessageId);

/// Two slots of one message with other words: the newer is shown with the older words among its
/// details; for a placeholder what was deleted stays to be seen.
fn replace(
    case: &mut Case,
    twins: &mut BTreeMap<MessageId, MessageId>,
    (old, old_shown): Records<'_>,
    (new, new_shown): Records<'_>,
    added: &mut Vec<MessageId>,
) -> Option<(MessageId, Change, SourceId)> {
    let deleted = case
        .messages
        .get(new_shown.index())
        .is_some_and(|message| message.kind == MessageKind::Deleted);
    let kept = if deleted { old_shown } else { new_shown };
    for (_, id) in old.iter().chain(new) {
        if *id == kept {
            twins.remove(id);
        } else {
            twins.insert(*id, kept);
        }
    }
    if deleted {
        let (source, _) = new.last()?;
        return Some((kept, Change::Deleted, *source));
    }
    let earlier = case.messages.get(old_shown.index())?.body.to_string();
    if !earlier.trim().is_empty()
        && let Some(message) = case.messages.get_mut(kept.index())
    {
        let details = &mut message.extra_mut().details;
        let known = |detail: &Detail| {
            detail.kind == DetailKind::EarlierText && same_words(&detail.text, &earlier)
        };
        if !details.iter().any(known) {
            details.push(Detail::new(DetailKind::EarlierText, earlier));
            added.push(kept);
        }
    }
    let (source, _) = old.last()?;
    Some((kept, Change::Reworded, *source))
}

/// Leftovers at one time from one sender in two exports.
fn reworded(
    case: &Case,
    accounts: &Accounts,
    person_of: &[u32],
    clock: &Clock,
    slots: &[Slot],
) -> Vec<(usize, usize)> {
    let ids: Vec<MessageId> = slots
        .iter()
        .flat_map(|slot| slot.held.iter().map(|(_, id)| *id))
        .collect();
    let ranges = ranges(case, &ids);
    let sources: BTreeSet<SourceId> = ranges.keys().copied().collect();
    let covers = |source: &SourceId, time: i64| {
        ranges
            .get(source)
            .is_some_and(|(first, last)| (*first..=*last).contains(&time))
    };
    let mut open: BTreeMap<(u64, i64), Vec<usize>> = BTreeMap::new();
    for (at, slot) in slots.iter().enumerate() {
        let Some(time) = slot.time else {
            continue;
        };
        let lacking = sources
            .iter()
            .any(|source| covers(source, time) && slot.held.iter().all(|(held, _)| held != source));
        let first = slot
            .held
            .first()
            .and_then(|(_, id)| case.messages.get(id.index()));
        if let Some(message) = first.filter(|_| lacking) {
            let place = (sender(message, person_of), clock.bucket(time));
            open.entry(place).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for candidates in open.into_values() {
        let [one, other] = candidates.as_slice() else {
            continue;
        };
        let (Some(a), Some(b)) = (slots.get(*one), slots.get(*other)) else {
            continue;
        };
        let apart = a
            .held
            .iter()
            .all(|(source, _)| b.held.iter().all(|(other, _)| source != other));
        if !apart || !(clock.minutes_only().is_none() || alike(case, a, b)) {
            continue;
        }
        let age = |slot: &Slot| {
            let deleted = slot.held.first().is_some_and(|(_, id)| {
                let message = case.messages.get(id.index());
                message.is_some_and(|message| message.kind == MessageKind::Deleted)
            });
            let last = slot
                .held
                .iter()
                .map(|(source, _)| accounts.age(*source))
                .max();
            let (last, digest) = last.unwrap_or((i64::MIN, ""));
            (deleted, last, digest.to_owned())
        };
        pairs.push(if age(a) <= age(b) {
            (*one, *other)
        } else {
            (*other, *one)
        });
    }
    pairs
}

/// Where times are coarse: a placeholder, an edited mark, or mostly the same words.
fn alike(case: &Case, a: &Slot, b: &Slot) -> bool {
    let message = |slot: &Slot| {
        let (_, id) = slot.held.first()?;
        case.messages.get(id.index())
    };
    let (Some(a), Some(b)) = (message(a), message(b)) else {
        return false;
    };
    let marked = |message: &Message| {
        message.kind == MessageKind::Deleted
            || message.extra.as_ref().is_some_and(|extra| extra.edited)
    };
    if marked(a) || marked(b) {
        return true;
    }
    let words = |message: &Message| -> BTreeSet<String> {
        let words = message.body.split_whitespace();
        words.map(str::to_lowercase).collect()
    };
    let (a, b) = (words(a), words(b));
    let common = a.intersection(&b).count();
    common > 0 && common * 2 >= a.len().max(b.len())
}

/// First and last time of each source in the thread.
fn ranges(case: &Case, messages: &[MessageId]) -> BTreeMap<SourceId, (i64, i64)> {
    let mut ranges: BTreeMap<SourceId, (i64, i64)> = BTreeMap::new();
    for message in messages
        .iter()
        .filter_map(|id| case.messages.get(id.index()))
    {
        if let Some(time) = message.time.sort_ms() {
            let (first, last) = ranges.entry(message.source).or_insert((time, time));
            *first = time.min(*first);
            *last = time.max(*last);
        }
    }
    ranges
}

/// Exports that are not older, cover the time of a message and do not hold it.
fn gone_from(
    ranges: &BTreeMap<SourceId, (i64, i64)>,
    accounts: &Accounts,
    slot: &Slot,
) -> Vec<SourceId> {
    let Some(time) = slot.time else {
        return Vec::new();
    };
    let latest = slot
        .held
        .iter()
        .map(|(source, _)| accounts.age(*source).0)
        .max();
    let lacks = |source: &SourceId| slot.held.iter().all(|(held, _)| held != source);
    ranges
        .iter()
        .filter(|(source, (from, to))| {
            (*from..=*to).contains(&time)
                && Some(accounts.age(**source).0) >= latest
                && lacks(source)
        })
        .map(|(source, _)| *source)
        .collect()
}

/// The message that is shown for a slot: the one with the most attachments that are there, then
/// with the most to tell, then of the latest export.
fn best(case: &Case, slot: &Slot) -> Option<MessageId> {
    let worth = |id: &MessageId| {
        let Some(message) = case.messages.get(id.index()) else {
            return (0, 0);
        };
        let there = |attachment: &&Attachment| attachment.presence == Presence::Present;
        let present = message.attachments().iter().filter(there).count();
        let told = message.extra.as_ref().map_or(0, |extra| {
            extra
                .details
                .iter()
                .filter(|detail| detail.kind != DetailKind::EarlierText)
                .count()
                + usize::from(extra.quoted.is_some())
                + usize::from(extra.subject.is_some())
        });
        (present, told)
    };
    let ids = slot.held.iter().map(|(_, id)| id).enumerate();
    ids.max_by_key(|(age, id)| (worth(id), *age))
        .map(|(_, id)| *id)
}

fn by_source_time(case: &Case, mut messages: Vec<MessageId>) -> Vec<MessageId> {
    let place = |id: &MessageId| {
        let message = case.messages.get(id.index());
        message.map(|message| (message.time.sort_ms().is_some(), message.time.sort_ms()))
    };
    // Those without a time stay in the order of the case, at the front of what follows.
    messages.sort_by_key(place);
    messages
}

// ---- keys --------------------------------------------------------------------------------

fn key(message: &Message, sender: u64, time: Option<i64>) -> u64 {
    let mut hasher = DefaultHasher::new();
    sender.hash(&mut hasher);
    message.attachments().len().hash(&mut hasher);
    matches!(message.kind, MessageKind::Deleted).hash(&mut hasher);
    let call = message.extra.as_ref().and_then(|extra| extra.call);
    call.map(|call| (call.seconds, call.answered))
        .hash(&mut hasher);
    for word in message.body.split_whitespace() {
        word.hash(&mut hasher);
    }
    if time.is_none() {
        message.time.original.hash(&mut hasher);
    }
    hasher.finish()
}

/// Line ends and spaces may differ.
fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

fn sender(message: &Message, person_of: &[u32]) -> u64 {
    match message
        .sender
        .and_then(|sender| person_of.get(sender.index()))
    {
        Some(person) => u64::from(*person) + 16,
        None => message.direction as u64,
    }
}

/// Before people are joined: by number, else by name.
fn sender_by_text(case: &Case, message: &Message) -> u64 {
    let Some(sender) = message
        .sender
        .and_then(|sender| case.participants.get(sender.index()))
    else {
        return message.direction as u64;
    };
    let mut hasher = DefaultHasher::new();
    match sender.handles.first() {
        Some(handle) => handle.normalised.hash(&mut hasher),
        None => sender.names.first().hash(&mut hasher),
    }
    hasher.finish() | 1 << 63
}

/// How the times of a thread are compared.
struct Clock {
    /// Some message has only a local clock time.
    local: bool,
    minutes: Option<i64>,
}

impl Clock {
    fn of<'a>(case: &Case, messages: impl IntoIterator<Item = &'a MessageId>) -> Self {
        let mut local = false;
        // per source: every time so far was a full minute
        let mut full: BTreeMap<SourceId, bool> = BTreeMap::new();
        for id in messages {
            let Some(message) = case.messages.get(id.index()) else {
                continue;
            };
            local |= message.time.utc_ms.is_none() && message.time.local_ms.is_some();
            if let Some(time) = message.time.sort_ms() {
                *full.entry(message.source).or_insert(true) &= time % MINUTE_MS == 0;
            }
        }
        Clock {
            local,
            minutes: full.values().any(|full| *full).then_some(MINUTE_MS),
        }
    }

    /// `None` for a message without a time that can be compared.
    fn time(&self, message: &Message) -> Option<i64> {
        if self.local {
            message.time.local_ms
        } else {
            message.time.utc_ms
        }
    }

    fn minutes_only(&self) -> Option<i64> {
        self.minutes
    }

    /// Buckets in which a twin may lie; the middle one is the message's own.
    fn buckets(&self, time: Option<i64>) -> std::ops::Range<i64> {
        let own = time.map_or(0, |time| self.bucket(time));
        own - 1..own + 2
    }

    fn bucket(&self, time: i64) -> i64 {
        time.div_euclid(self.minutes.unwrap_or(DRIFT_MS))
    }

    fn same(&self, one: Option<i64>, other: Option<i64>) -> bool {
        match (one, other) {
            (Some(a), Some(b)) => match self.minutes {
                Some(_) => self.bucket(a) == self.bucket(b),
                None => (a - b).abs() < DRIFT_MS,
            },
            (None, None) => true,
            _ => false,
        }
    }
}
