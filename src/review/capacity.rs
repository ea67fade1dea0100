//! In what capacity each message was written, worked out from what a person said: for the message
//! itself, else for its conversation, else for its sender, under any of the names that sources give
//! to the person.

use super::{Capacity, Places, Ruled};
use crate::model::{Case, ConversationId, MessageId, ParticipantId};
use serde::Serialize;
use std::collections::BTreeMap;

/// Capacities of one case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capacities {
    /// By participant; all of one person have the same. Empty when nobody said anything.
    people: Vec<Capacity>,
    conversations: BTreeMap<ConversationId, Capacity>,
    messages: BTreeMap<MessageId, Capacity>,
}

/// Messages by the capacity in which they were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct CapacityCounts {
    /// Staff.
    pub official: u32,
    /// Elected.
    pub elected: u32,
    /// Private.
    pub private: u32,
    /// From outside.
    pub outside: u32,
    /// Not known.
    pub unknown: u32,
}

impl CapacityCounts {
    /// Counts one more.
    pub fn add(&mut self, capacity: Capacity) {
        *match capacity {
            Capacity::Official => &mut self.official,
            Capacity::Elected => &mut self.elected,
            Capacity::Private => &mut self.private,
            Capacity::Outside => &mut self.outside,
            Capacity::Unknown => &mut self.unknown,
        } += 1;
    }
}

impl Capacities {
    /// Looks the names up; what is not in the case says nothing.
    #[must_use]
    pub fn new(case: &Case, places: &Places, ruled: &Ruled) -> Self {
        let mut all = Self::default();
        for (place, capacity) in &ruled.capacities {
            if let Some(id) = places.participant(place) {
                all.people
                    .resize(case.participants.len(), Capacity::Unknown);
                let person = match case.merged.same_person(id) {
                    [] => &[id],
                    person => person,
                };
                for id in person {
                    if let Some(slot) = all.people.get_mut(id.index()) {
                        *slot = capacity.unwrap_or_default();
                    }
                }
            } else if let Some(id) = places.message(place) {
                set(&mut all.messages, id, *capacity);
            } else if let Some(id) = places.conversation(place) {
                set(&mut all.conversations, id, *capacity);
            }
        }
        all
    }

    /// True when nobody said anything: every message is unknown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.conversations.is_empty() && self.messages.is_empty()
    }

    /// The capacity of a person, by a participant.
    #[must_use]
    pub fn of_participant(&self, id: ParticipantId) -> Capacity {
        self.people.get(id.index()).copied().unwrap_or_default()
    }

    /// What was said about a conversation itself.
    #[must_use]
    pub fn of_conversation(&self, id: ConversationId) -> Option<Capacity> {
        self.conversations.get(&id).copied()
    }

    /// What was said about a message itself.
    #[must_use]
    pub fn own_of_message(&self, id: MessageId) -> Option<Capacity> {
        self.messages.get(&id).copied()
    }

    /// The capacity in which a message was written.
    #[must_use]
    pub fn of_message(&self, case: &Case, id: MessageId) -> Capacity {
        if self.is_empty() {
            return Capacity::Unknown;
        }
        let Some(message) = case.messages.get(id.index()) else {
            return Capacity::Unknown;
        };
        self.own_of_message(id)
            .or_else(|| self.of_conversation(message.conversation))
            .unwrap_or_else(|| {
                let sender = message.sender;
                sender.map_or(Capacity::Unknown, |id| self.of_participant(id))
            })
    }

    /// Messages by capacity, each once.
    #[must_use]
    pub fn counts(&self, case: &Case) -> CapacityCounts {
        let mut counts = CapacityCounts::default();
        for (id, _) in case.shown_messages() {
            counts.add(self.of_message(case, id));
        }
        counts
    }
}

fn set<K: Ord>(map: &mut BTreeMap<K, Capacity>, key: K, capacity: Option<Capacity>) {
    match capacity {
        Some(capacity) => map.insert(key, capacity),
        None => map.remove(&key),
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Conversation, Handle, HandleKind, Message, Participant, Source},
        review::Event,
    };

    fn case() -> Case {
        let mut case = Case::default();
        case.sources.push(Source::default());
        case.participants.push(Participant {
            handles: vec![Handle {
                raw: "+46701740605".into(),
                normalised: "+46701740605".into(),
                kind: HandleKind::Phone,
            }],
            ..Participant::default()
        });
        for key in ["a", "b"] {
            case.conversations.push(Conversation {
                key: key.into(),
                ..Conversation::default()
            });
        }
        for (record, thread) in [(1, 0), (2, 1), (3, 1)] {
            case.messages.push(Message {
                record,
                conversation: ConversationId(thread),
                sender: Some(ParticipantId(0)),
                ..Message::default()
            });
        }
        case
    }

    #[test]
    fn message_before_conversation_before_person() {
        let case = case();
        let places = Places::new(&case);
        let mut ruled = Ruled::default();
        let counts = |ruled: &Ruled| Capacities::new(&case, &places, ruled).counts(&case);
        assert_eq!(counts(&ruled).unknown, 3);
        let thread = places
            .conversation_name(ConversationId(1))
            .unwrap()
            .to_owned();
        let mut say = |place: String, capacity| {
            ruled.push(Event::Capacity { place, capacity });
        };
        let message = case.stable_id(MessageId(2)).unwrap();
        say(
            "participant:+46701740605".to_owned(),
            Some(Capacity::Elected),
        );
        say(thread, Some(Capacity::Private));
        say(message.clone(), Some(Capacity::Official));
        let expected = CapacityCounts {
            official: 1,
            elected: 1,
            private: 1,
            ..CapacityCounts::default()
        };
        assert_eq!(counts(&ruled), expected);
        ruled.push(Event::Capacity {
            place: message,
            capacity: None,
        });
        assert_eq!(counts(&ruled).private, 2);
        ruled.pop();
        assert_eq!(counts(&ruled), expected);
        for _ in 0..3 {
            ruled.pop();
        }
        assert_eq!(counts(&ruled).unknown, 3);
    }
}
