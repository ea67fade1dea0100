//! Which messages of one thread are the same message in several exports.
//!
//! Twins have the same sender, kind, words and number of attachments, and the same time as far as
//! the coarser export tells it: within a second, or in the same minute where an export knows only
//! minutes. Doubles inside one export stay doubles: the k-th there is a twin of the k-th here.
//! What is left over at one time from one sender is the same message with other words.

use super::{Pause, accounts::Accounts};
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
struct Slot {
    time: Option<i64>,
    /// One message of each source at most, in order of age.
    held: Vec<(SourceId, MessageId)>,
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

/// Messages of one source in a thread, and what is known of their times.
#[derive(Default)]
struct Held {
    /// With the times that they are ordered by.
    messages: Vec<(i64, MessageId)>,
    /// First and last time.
    range: Option<(i64, i64)>,
}

/// Finds the slots of a joined thread.
#[derive(Default)]
pub(super) struct Joining {
    /// The thread.
    conversation: ConversationId,
    /// Its messages in the order of the case.
    messages: Vec<MessageId>,
    clock: Clock,
    /// What was read of each source, this far.
    held: BTreeMap<SourceId, Held>,
    read: usize,
    ranges: BTreeMap<SourceId, (i64, i64)>,
    /// Messages of each source in time order, the earliest export first.
    by_age: Vec<(SourceId, Vec<(i64, MessageId)>)>,
    source: usize,
    at: usize,
    slots: Vec<Slot>,
    by_key: HashMap<(u64, i64), Vec<usize>>,
}

impl Joining {
    pub(super) fn new(conversation: ConversationId, messages: Vec<MessageId>) -> Self {
        Self {
            conversation,
            messages,
            ..Self::default()
        }
    }

    /// True when every message has its slot.
    pub(super) fn work(
        &mut self,
        case: &Case,
        accounts: &Accounts,
        person_of: &[u32],
        pause: &mut Pause<'_>,
    ) -> bool {
        while let Some(&id) = self.messages.get(self.read) {
            self.read += 1;
            if let Some(message) = case.messages.get(id.index()) {
                self.clock.see(message);
                let held = self.held.entry(message.source).or_default();
                let time = message.time.sort_ms();
                if let Some(time) = time {
                    let (first, last) = held.range.get_or_insert((time, time));
                    *first = time.min(*first);
                    *last = time.max(*last);
                }
                let before = held.messages.last().map_or(i64::MIN, |(time, _)| *time);
                held.messages.push((time.unwrap_or(before), id));
            }
            if self.read == self.messages.len() {
                self.by_age(accounts);
            }
            if pause.due() {
                return false;
            }
        }
        while let Some((source, held)) = self.by_age.get(self.source) {
            let Some(&(_, id)) = held.get(self.at) else {
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

    /// Everything is read: the sources by age, each in time order, so that the k-th double finds the
    /// k-th.
    fn by_age(&mut self, accounts: &Accounts) {
        for (source, held) in std::mem::take(&mut self.held) {
            let mut messages = held.messages;
            messages.sort_by_key(|(time, _)| *time);
            self.by_age.push((source, messages));
            self.ranges.extend(held.range.map(|range| (source, range)));
        }
        self.by_age
            .sort_by(|a, b| accounts.age(a.0).cmp(&accounts.age(b.0)));
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

    /// Everything has its slot: what follows from that.
    pub(super) fn applying(self) -> Applying {
        Applying {
            conversation: self.conversation,
            messages: self.messages,
            clock: self.clock,
            ranges: self.ranges,
            slots: self.slots,
            stage: Stage::Lacking,
            at: 0,
            open: BTreeMap::new(),
            older: BTreeMap::new(),
            newer: BTreeSet::new(),
            shown_of: Vec::new(),
            twins: BTreeMap::new(),
            marked: Vec::new(),
            listed: Vec::new(),
            left: self.by_key.into_values(),
        }
    }
}

/// What [`Applying`] is busy with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Slots that some export should hold and does not.
    Lacking,
    /// Which of them are one message with other words.
    Pairing,
    /// Which message is shown for each slot.
    Showing,
    /// Earlier words, and what is gone.
    Telling,
    /// Twins are marked.
    Marking,
    /// The thread is listed anew.
    Listing,
    /// Memory is given back.
    Freeing,
}

/// Marks twins, keeps earlier words, tells what is gone, and lists the thread anew.
pub(super) struct Applying {
    conversation: ConversationId,
    messages: Vec<MessageId>,
    clock: Clock,
    /// First and last time of each source.
    ranges: BTreeMap<SourceId, (i64, i64)>,
    slots: Vec<Slot>,
    stage: Stage,
    /// Done of what the stage goes over.
    at: usize,
    /// Slots that an export lacks, by sender and time.
    open: BTreeMap<(u64, i64), Vec<usize>>,
    /// Slots that are the same message with other words: the older, and the newer for it.
    older: BTreeMap<usize, usize>,
    newer: BTreeSet<usize>,
    shown_of: Vec<Option<MessageId>>,
    twins: BTreeMap<MessageId, MessageId>,
    marked: Vec<(MessageId, MessageId)>,
    listed: Vec<((bool, Option<i64>), MessageId)>,
    left: std::collections::hash_map::IntoValues<(u64, i64), Vec<usize>>,
}

impl Applying {
    /// True when the thread is done.
    pub(super) fn work(
        &mut self,
        case: &mut Case,
        accounts: &Accounts,
        merged: &mut Merged,
        pause: &mut Pause<'_>,
    ) -> bool {
        loop {
            let at = self.at;
            self.at += 1;
            let next = match self.stage {
                Stage::Lacking => {
                    self.lacking(case, &merged.person_of, at);
                    (at >= self.slots.len()).then_some(Stage::Pairing)
                }
                Stage::Pairing => match self.open.pop_first() {
                    Some((_, candidates)) => {
                        self.pair(case, accounts, &candidates);
                        None
                    }
                    None => Some(Stage::Showing),
                },
                Stage::Showing => match self.slots.get(at) {
                    Some(slot) => {
                        let shown = best(case, slot);
                        self.shown_of.push(shown);
                        for (_, id) in &slot.held {
                            if let Some(shown) = shown.filter(|shown| shown != id) {
                                self.twins.insert(*id, shown);
                            }
                        }
                        None
                    }
                    None => Some(Stage::Telling),
                },
                Stage::Telling if at < self.slots.len() => {
                    self.tell(case, accounts, at, merged);
                    None
                }
                Stage::Telling => {
                    self.marked = std::mem::take(&mut self.twins).into_iter().collect();
                    Some(Stage::Marking)
                }
                Stage::Marking => match self.marked.get(at) {
                    Some((twin, shown)) => {
                        if let Some(message) = case.messages.get_mut(twin.index()) {
                            message.twin = true;
                        }
                        merged.twins.push((*twin, *shown));
                        None
                    }
                    None => Some(Stage::Listing),
                },
                Stage::Listing => match self.messages.get(at) {
                    Some(id) => {
                        if let Some(message) = case.messages.get(id.index())
                            && !message.twin
                        {
                            let time = message.time.sort_ms();
                            self.listed.push(((time.is_some(), time), *id));
                        }
                        None
                    }
                    None => {
                        // Those without a time stay in the order of the case, at the front.
                        self.listed.sort_by_key(|(time, _)| *time);
                        let listed = self.listed.iter().map(|(_, id)| *id);
                        if let Some(held) = case.conversations.get_mut(self.conversation.index()) {
                            held.messages = listed.collect();
                        }
                        Some(Stage::Freeing)
                    }
                },
                // Very many small pieces: all at once would take a step of its own length.
                Stage::Freeing => {
                    let (slot, bucket) = (self.slots.pop(), self.left.next());
                    if slot.is_none() && bucket.is_none() {
                        return true;
                    }
                    None
                }
            };
            if let Some(stage) = next {
                self.stage = stage;
                self.at = 0;
            }
            if pause.due() {
                return false;
            }
        }
    }

    /// Notes a slot that an export should hold, which covers its time, and does not.
    fn lacking(&mut self, case: &Case, person_of: &[u32], at: usize) {
        let Some((slot, time)) = self.slots.get(at).and_then(|slot| Some((slot, slot.time?)))
        else {
            return;
        };
        let lacking = self.ranges.iter().any(|(source, (first, last))| {
            (*first..=*last).contains(&time) && slot.held.iter().all(|(held, _)| held != source)
        });
        let first = slot
            .held
            .first()
            .and_then(|(_, id)| case.messages.get(id.index()));
        if let Some(message) = first.filter(|_| lacking) {
            let place = (sender(message, person_of), self.clock.bucket(time));
            self.open.entry(place).or_default().push(at);
        }
    }

    /// Leftovers at one time from one sender in two exports are one message with other words.
    fn pair(&mut self, case: &Case, accounts: &Accounts, candidates: &[usize]) {
        let [one, other] = candidates else {
            return;
        };
        let (Some(a), Some(b)) = (self.slots.get(*one), self.slots.get(*other)) else {
            return;
        };
        let apart = a
            .held
            .iter()
            .all(|(source, _)| b.held.iter().all(|(other, _)| source != other));
        if !apart || !(self.clock.minutes().is_none() || alike(case, a, b)) {
            return;
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
        let (older, newer) = if age(a) <= age(b) {
            (*one, *other)
        } else {
            (*other, *one)
        };
        self.older.insert(older, newer);
        self.newer.insert(newer);
    }

    /// Earlier words of a slot, or the exports that it is gone from.
    fn tell(&mut self, case: &mut Case, accounts: &Accounts, at: usize, merged: &mut Merged) {
        let (Some(slot), Some(Some(shown))) = (self.slots.get(at), self.shown_of.get(at).copied())
        else {
            return;
        };
        if let Some(newer) = self.older.get(&at) {
            let Some(Some(target)) = self.shown_of.get(*newer).copied() else {
                return;
            };
            let held = |at: usize| self.slots.get(at).map_or(&[][..], |slot| &slot.held);
            let (old, new) = ((held(at), shown), (held(*newer), target));
            let change = replace(case, &mut self.twins, old, new, &mut merged.earlier);
            merged.changes.extend(change);
        } else if !self.newer.contains(&at) {
            for source in gone_from(&self.ranges, accounts, slot) {
                merged.changes.push((shown, Change::Gone, source));
            }
        }
    }
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
#[derive(Default)]
struct Clock {
    /// Some message has only a local clock time.
    local: bool,
    /// Per source: every time is a full minute.
    full: BTreeMap<SourceId, bool>,
}

impl Clock {
    fn of<'a>(case: &Case, messages: impl IntoIterator<Item = &'a MessageId>) -> Self {
        let mut clock = Self::default();
        for id in messages {
            if let Some(message) = case.messages.get(id.index()) {
                clock.see(message);
            }
        }
        clock
    }

    /// A message of the thread.
    fn see(&mut self, message: &Message) {
        self.local |= message.time.utc_ms.is_none() && message.time.local_ms.is_some();
        if let Some(time) = message.time.sort_ms() {
            *self.full.entry(message.source).or_insert(true) &= time % MINUTE_MS == 0;
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

    /// A minute, where an export knows no seconds.
    fn minutes(&self) -> Option<i64> {
        self.full.values().any(|full| *full).then_some(MINUTE_MS)
    }

    /// Buckets in which a twin may lie; the middle one is the message's own.
    fn buckets(&self, time: Option<i64>) -> std::ops::Range<i64> {
        let own = time.map_or(0, |time| self.bucket(time));
        own - 1..own + 2
    }

    fn bucket(&self, time: i64) -> i64 {
        time.div_euclid(self.minutes().unwrap_or(DRIFT_MS))
    }

    fn same(&self, one: Option<i64>, other: Option<i64>) -> bool {
        match (one, other) {
            (Some(a), Some(b)) => match self.minutes() {
                Some(_) => self.bucket(a) == self.bucket(b),
                None => (a - b).abs() < DRIFT_MS,
            },
            (None, None) => true,
            _ => false,
        }
    }
}
