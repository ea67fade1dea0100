//! What one source holds, built up outside the case and added to it in one piece.
//!
//! Ids inside a batch count from 0 and are moved up when the batch is added. Participants are one
//! per normalised handle (or name, where a source has only names); conversations one per key;
//! neither is shared between sources.

use crate::{
    error::{Code, Error, Result},
    import::json::Mended,
    job::Budget,
    limits,
    model::{
        Case, Conversation, ConversationId, ConversationKind, Handle, HandleKind, Locator, Message,
        MessageId, Participant, ParticipantId, SkipReason, Source, SourceId,
    },
};
use std::{
    cell::Cell,
    collections::{BTreeSet, HashMap, HashSet},
    rc::Rc,
};

/// Members that are looked through one by one.
const FEW: usize = 64;
/// Messages that are put in order between two looks at the clock.
const SORTED_AT_ONCE: usize = 32 << 10;

/// One source's share of the case.
pub struct Batch {
    /// The source: digests, accounting, warnings and so on.
    pub source: Source,
    /// Participants in order of first appearance.
    pub participants: Vec<Participant>,
    /// Conversations in order of first appearance; message lists are made when it is added.
    pub conversations: Vec<Conversation>,
    /// Messages in source order.
    pub messages: Vec<Message>,
    by_handle: HashMap<String, ParticipantId>,
    by_key: HashMap<String, ConversationId>,
    /// Members of the conversations that have many.
    members: HashMap<ConversationId, HashSet<ParticipantId>>,
    position: Rc<Cell<u64>>,
    poisoned: BTreeSet<u32>,
}

impl Batch {
    /// An empty batch. `position` always holds the number of the record at hand, so that a caller
    /// whose engine stopped knows where; `poisoned` records are not read again.
    #[must_use]
    pub fn new(source: Source, position: Rc<Cell<u64>>, poisoned: &[u32]) -> Self {
        Self {
            source,
            participants: Vec::new(),
            conversations: Vec::new(),
            messages: Vec::new(),
            by_handle: HashMap::new(),
            by_key: HashMap::new(),
            members: HashMap::new(),
            position,
            poisoned: poisoned.iter().copied().collect(),
        }
    }

    /// Announces the next record before it is parsed. False: it is already counted as an error,
    /// because the engine stopped at it before.
    pub fn begin(&mut self, place: Locator) -> bool {
        let number = self.source.accounting.seen + 1;
        self.position.set(number);
        let poisoned = u32::try_from(number).is_ok_and(|n| self.poisoned.contains(&n));
        if poisoned {
            self.source.accounting.error(Code::EngineStopped, place);
        }
        !poisoned
    }

    /// Counts what had to be mended before the record at `place` could be read.
    pub(super) fn mended(&mut self, mended: &Mended, place: Locator) {
        for kind in mended.kinds() {
            self.source.accounting.repair(*kind, place);
        }
    }

    /// Adds a record that was read; fills in source and record number.
    ///
    /// # Errors
    /// [`Code::LimitExceeded`] beyond [`limits::MESSAGES`].
    pub fn push(&mut self, mut message: Message) -> Result<()> {
        let count = self.messages.len() as u64 + 1;
        if count > limits::MESSAGES {
            return Err(Error::limit("messages", count, limits::MESSAGES));
        }
        if let Some(extra) = &mut message.extra {
            extra.keep_numbered();
        }
        self.source.accounting.parsed();
        message.record = u32::try_from(self.source.accounting.seen)
            .map_err(|_| Error::limit("messages", self.source.accounting.seen, limits::MESSAGES))?;
        self.messages.push(message);
        Ok(())
    }

    /// Counts a record that could not be read.
    pub fn reject(&mut self, reason: Code, place: Locator) {
        self.source.accounting.error(reason, place);
    }

    /// Counts a record that was left out.
    pub fn skip(&mut self, reason: SkipReason) {
        self.source.accounting.skip(reason);
    }

    /// The participant of a raw address, made on first sight.
    pub fn participant_by_handle(&mut self, raw: &str) -> ParticipantId {
        let (normalised, kind) = super::handles::normalise(raw);
        let id = self.intern(&normalised);
        if let Some(participant) = self.participants.get_mut(id.index())
            && !participant.handles.iter().any(|handle| handle.raw == raw)
        {
            participant.handles.push(Handle {
                raw: raw.to_owned(),
                normalised,
                kind,
            });
        }
        id
    }

    /// The participant of an address, where there is one.
    #[must_use]
    pub fn known(&self, raw: &str) -> Option<ParticipantId> {
        self.by_handle
            .get(&super::handles::normalise(raw).0)
            .copied()
    }

    /// Adds a further address to a participant; one that somebody has already stays there.
    pub fn handle(&mut self, id: ParticipantId, raw: &str) {
        let (normalised, kind) = super::handles::normalise(raw);
        if self.by_handle.contains_key(&normalised) {
            return;
        }
        self.by_handle.insert(normalised.clone(), id);
        if let Some(participant) = self.participants.get_mut(id.index()) {
            participant.handles.push(Handle {
                raw: raw.to_owned(),
                normalised,
                kind,
            });
        }
    }

    /// Counts a record that was read and is no message: a contact, a like …
    pub fn item(&mut self, kind: &str) {
        self.source.accounting.parsed();
        *self.source.items.entry(kind.to_owned()).or_default() += 1;
    }

    /// The participant of a display name, for sources without addresses. A name that is a phone
    /// number becomes a handle.
    pub fn participant_by_name(&mut self, raw: &str, shown: &str) -> ParticipantId {
        let (normalised, kind) = super::handles::normalise(shown);
        if kind == HandleKind::Phone {
            return self.participant_by_handle(shown);
        }
        drop(normalised);
        let id = self.intern(raw);
        self.name(id, shown);
        id
    }

    fn intern(&mut self, key: &str) -> ParticipantId {
        if let Some(id) = self.by_handle.get(key) {
            return *id;
        }
        let id = ParticipantId(self.participants.len() as u32);
        self.participants.push(Participant::default());
        self.by_handle.insert(key.to_owned(), id);
        id
    }

    /// Adds a display name.
    pub fn name(&mut self, id: ParticipantId, name: &str) {
        if let Some(participant) = self.participants.get_mut(id.index())
            && !name.is_empty()
            && !participant.names.iter().any(|known| known == name)
        {
            participant.names.push(name.to_owned());
        }
    }

    /// The conversation of a key, made on first sight.
    pub fn conversation(&mut self, key: &str, kind: ConversationKind) -> ConversationId {
        if let Some(id) = self.by_key.get(key) {
            return *id;
        }
        let id = ConversationId(self.conversations.len() as u32);
        self.conversations.push(Conversation {
            key: key.to_owned(),
            kind,
            ..Conversation::default()
        });
        self.by_key.insert(key.to_owned(), id);
        id
    }

    /// Names a conversation that has no title yet.
    pub fn entitle(&mut self, conversation: ConversationId, title: String) {
        if let Some(conversation) = self.conversations.get_mut(conversation.index())
            && conversation.title.is_none()
            && !title.is_empty()
        {
            conversation.title = Some(title);
        }
    }

    /// Adds a member to a conversation.
    pub fn join(&mut self, conversation: ConversationId, participant: ParticipantId) {
        let Some(listed) = self.conversations.get_mut(conversation.index()) else {
            return;
        };
        let members = &mut listed.participants;
        if members.len() < FEW {
            if !members.contains(&participant) {
                members.push(participant);
            }
            return;
        }
        let known = self.members.entry(conversation).or_default();
        if known.len() != members.len() {
            *known = members.iter().copied().collect();
        }
        if known.insert(participant) {
            members.push(participant);
        }
    }

    /// The ids of everything, and each conversation's list in time order, worked out for this case.
    /// Messages without a time stay behind the one they follow in the source.
    pub(super) fn adding(self: Box<Self>, case: &Case) -> Adding {
        Adding {
            source: SourceId(case.sources.len() as u32),
            participants: case.participants.len() as u32,
            conversations: case.conversations.len() as u32,
            messages: case.messages.len() as u32,
            threads: vec![Vec::new(); self.conversations.len()],
            next: 0,
            thread: 0,
            sorted: 0,
            batch: self,
        }
    }
}

/// A batch on its way into a case, in steps. The case may not change before the end.
pub(super) struct Adding {
    batch: Box<Batch>,
    /// The batch's own id, and how far other ids move up.
    source: SourceId,
    participants: u32,
    conversations: u32,
    messages: u32,
    /// Times and messages of each conversation.
    threads: Vec<Vec<(i64, MessageId)>>,
    /// Messages done.
    next: usize,
    /// Conversations in time order, and messages of the one at hand in pieces that are.
    thread: usize,
    sorted: usize,
}

impl Adding {
    /// Works until the budget is spent; true when only [`Adding::finish`] is left.
    pub(super) fn work(&mut self, budget: &mut Budget<'_>) -> bool {
        while let Some(message) = self.batch.messages.get_mut(self.next) {
            if let Some(thread) = self.threads.get_mut(message.conversation.index()) {
                let before = thread.last().map_or(i64::MIN, |(time, _)| *time);
                let time = message.time.sort_ms().unwrap_or(before);
                thread.push((time, MessageId(self.messages + self.next as u32)));
            }
            message.source = self.source;
            message.conversation.0 += self.conversations;
            if let Some(sender) = &mut message.sender {
                sender.0 += self.participants;
            }
            if let Some(extra) = &mut message.extra {
                let by = extra
                    .details
                    .iter_mut()
                    .filter_map(|detail| detail.by.as_mut());
                for participant in extra.recipients.iter_mut().chain(by) {
                    participant.0 += self.participants;
                }
            }
            self.next += 1;
            if budget.spent() {
                return false;
            }
        }
        let places = self.threads.iter_mut().zip(&mut self.batch.conversations);
        for (thread, conversation) in places.skip(self.thread) {
            // sorted pieces are joined much faster than the whole is sorted
            for piece in thread.chunks_mut(SORTED_AT_ONCE).skip(self.sorted) {
                piece.sort_by_key(|(time, _)| *time);
                self.sorted += 1;
                if budget.spent_now() {
                    return false;
                }
            }
            thread.sort_by_key(|(time, _)| *time);
            conversation.source = self.source;
            conversation.messages = thread.iter().map(|(_, id)| *id).collect();
            for participant in &mut conversation.participants {
                participant.0 += self.participants;
            }
            *thread = Vec::new();
            self.thread += 1;
            self.sorted = 0;
            if budget.spent() {
                return false;
            }
        }
        true
    }

    /// Puts everything into the case.
    pub(super) fn finish(self, case: &mut Case) -> SourceId {
        let mut batch = *self.batch;
        batch.source.participants =
            self.participants..self.participants + batch.participants.len() as u32;
        case.sources.push(batch.source);
        if case.messages.is_empty() {
            case.messages = batch.messages;
        } else {
            case.messages.append(&mut batch.messages);
        }
        case.participants.append(&mut batch.participants);
        case.conversations.append(&mut batch.conversations);
        self.source
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        job::{Clock, Ctx, fixed},
        time::Timestamp,
    };

    /// So many milliseconds pass between two looks at it.
    struct Passing(Cell<f64>, f64);
    impl Clock for Passing {
        fn now_utc_ms(&self) -> i64 {
            0
        }
        fn monotonic_ms(&self) -> f64 {
            self.0.set(self.0.get() + self.1);
            self.0.get()
        }
    }

    /// Messages of three conversations out of order, some without a time.
    fn added(passing: f64) -> (Vec<Vec<MessageId>>, u32) {
        let mut batch = Batch::new(Source::default(), Rc::default(), &[]);
        for n in 0..100_000_i64 {
            let key = ["a", "b", "c"][(n % 7 % 3) as usize];
            let conversation = batch.conversation(key, ConversationKind::Direct);
            let person = batch.participant_by_name(key, key);
            let time = match n % 11 {
                0 => Timestamp::default(),
                _ => Timestamp::utc("", n * 7_919 % 100_003 / 3),
            };
            batch
                .push(Message {
                    conversation,
                    sender: Some(person),
                    time,
                    ..Message::default()
                })
                .unwrap();
        }
        let ctx = Ctx {
            clock: Box::new(Passing(Cell::new(0.0), passing)),
            ..fixed::ctx(0, 1)
        };
        let mut case = Case::default();
        case.conversations.push(Conversation::default());
        case.participants.push(Participant::default());
        case.messages.push(Message::default());
        let mut adding = Box::new(batch).adding(&case);
        let mut steps = 1;
        while !adding.work(&mut ctx.budget()) {
            steps += 1;
        }
        assert_eq!(adding.finish(&mut case), SourceId(0));
        assert_eq!(case.sources[0].participants, 1..4);
        assert_eq!(case.messages.len(), 100_001);
        for (n, conversation) in case.conversations.iter().enumerate().skip(1) {
            for id in &conversation.messages {
                let message = &case.messages[id.index()];
                assert_eq!(message.conversation.index(), n);
                assert_eq!(message.sender, Some(ParticipantId(n as u32)));
            }
        }
        let lists = case.conversations.into_iter().map(|held| held.messages);
        (lists.collect(), steps)
    }

    #[test]
    fn order_does_not_depend_on_the_steps() {
        let (whole, once) = added(0.0);
        let (cut, steps) = added(1_000.0);
        assert_eq!(once, 1);
        assert!(steps > 1_000, "{steps}");
        assert_eq!(cut, whole);
        assert_eq!(whole.iter().map(Vec::len).sum::<usize>(), 100_000);
        // the message without a time stays behind the one that it follows
        let a = &whole[1];
        let at = a.iter().position(|id| *id == MessageId(1 + 77)).unwrap();
        assert_eq!(a[at - 1], MessageId(1 + 76));
    }
}
