//! What a person ruled about people and accounts: who is one person, which sources are exports of
//! one account, and in what capacity somebody writes.

use super::{Capacity, Event, Places};
use crate::model::{Case, MessageId, ParticipantId};
use serde::Serialize;
use std::collections::BTreeMap;

/// Rulings in the order in which they were made; of two about the same the later counts.
#[derive(Clone, Debug, Default)]
pub struct Ruled {
    /// Sources by SHA-256, and whether they are exports of one account.
    pub accounts: Vec<(String, String, bool)>,
    /// Participants by stable name, and whether they are one person.
    pub people: Vec<(String, String, bool)>,
    /// Capacities by stable name or id.
    capacities: BTreeMap<String, Capacity>,
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

impl Ruled {
    /// Takes an event over; true when it was a ruling.
    pub(super) fn take(&mut self, event: &Event) -> bool {
        match event {
            Event::SamePerson { one, other, same } => {
                self.people.push((one.clone(), other.clone(), *same));
            }
            Event::SameAccount { one, other, same } => {
                self.accounts.push((one.clone(), other.clone(), *same));
            }
            Event::Capacity { place, capacity } => {
                self.capacities.insert(place.clone(), *capacity);
            }
            _ => return false,
        }
        true
    }

    /// The capacity of a participant, under any of the names that sources give to the person.
    #[must_use]
    pub fn of_participant(&self, case: &Case, places: &Places, id: ParticipantId) -> Capacity {
        let person = match case.merged.same_person(id) {
            [] => &[id],
            person => person,
        };
        let names = person.iter().filter_map(|id| places.participant_name(*id));
        names
            .filter_map(|name| self.capacities.get(name))
            .copied()
            .find(|capacity| *capacity != Capacity::Unknown)
            .unwrap_or_default()
    }

    /// The capacity in which a message was written: as ruled for itself, else for its
    /// conversation, else for its sender.
    #[must_use]
    pub fn of_message(&self, case: &Case, places: &Places, id: MessageId) -> Capacity {
        let Some(message) = case.messages.get(id.index()) else {
            return Capacity::Unknown;
        };
        if self.capacities.is_empty() {
            return Capacity::Unknown;
        }
        let stable = case.stable_id(id);
        let own = stable.and_then(|stable| self.capacities.get(&stable));
        let thread = places.conversation_name(message.conversation);
        let thread = thread.and_then(|name| self.capacities.get(name));
        own.or(thread).copied().unwrap_or_else(|| {
            let sender = message.sender;
            sender.map_or(Capacity::Unknown, |id| {
                self.of_participant(case, places, id)
            })
        })
    }

    /// Messages by capacity, each once.
    #[must_use]
    pub fn counts(&self, case: &Case, places: &Places) -> CapacityCounts {
        let mut counts = CapacityCounts::default();
        for (id, _) in case.shown_messages() {
            let count = match self.of_message(case, places, id) {
                Capacity::Official => &mut counts.official,
                Capacity::Elected => &mut counts.elected,
                Capacity::Private => &mut counts.private,
                Capacity::Outside => &mut counts.outside,
                Capacity::Unknown => &mut counts.unknown,
            };
            *count += 1;
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Conversation, ConversationId, Handle, HandleKind, Message, Participant, Source,
    };

    #[test]
    fn message_before_conversation_before_person() {
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
        let places = Places::new(&case);
        let mut ruled = Ruled::default();
        assert_eq!(ruled.counts(&case, &places).unknown, 3);
        let thread = places
            .conversation_name(ConversationId(1))
            .unwrap()
            .to_owned();
        for (place, capacity) in [
            ("participant:+46701740605".to_owned(), Capacity::Elected),
            (thread, Capacity::Private),
            (case.stable_id(MessageId(2)).unwrap(), Capacity::Official),
        ] {
            assert!(ruled.take(&Event::Capacity { place, capacity }));
        }
        let expected = CapacityCounts {
            official: 1,
            elected: 1,
            private: 1,
            ..CapacityCounts::default()
        };
        assert_eq!(ruled.counts(&case, &places), expected);
    }
}
