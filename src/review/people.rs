//! What a person ruled about people and accounts: who is one person, which sources are exports of
//! one account, who is the owner, and what stands in the account register.

use super::{AccountEntry, Capacity, Event};
use std::collections::BTreeMap;

/// Rulings in the order in which they were made; of two about the same the later counts.
#[derive(Clone, Debug, Default)]
pub struct Ruled {
    /// Sources by SHA-256, and whether they are exports of one account.
    pub accounts: Vec<(String, String, bool)>,
    /// Participants by stable name, and whether they are one person.
    pub people: Vec<(String, String, bool)>,
    /// Participants by stable name, and whether they are the owner of the account.
    pub own: Vec<(String, bool)>,
    /// Capacities by stable name or id, the latest last.
    pub(super) capacities: Vec<(String, Option<Capacity>)>,
    /// Entries of the account register by id; those that were taken out are `None`.
    pub register: BTreeMap<String, Option<AccountEntry>>,
    made: Vec<Event>,
}

impl Ruled {
    /// True when nobody ruled anything about how sources and people are joined.
    #[must_use]
    pub fn leaves_joining(&self) -> bool {
        self.accounts.is_empty() && self.people.is_empty() && self.own.is_empty()
    }

    /// Takes a ruling over.
    pub(super) fn push(&mut self, event: Event) {
        self.take(&event);
        self.made.push(event);
    }

    /// Takes the last ruling back.
    pub(super) fn pop(&mut self) {
        let mut made = std::mem::take(&mut self.made);
        made.pop();
        *self = Self::default();
        for event in made {
            self.push(event);
        }
    }

    fn take(&mut self, event: &Event) {
        match event {
            Event::SamePerson { one, other, same } => {
                self.people.push((one.clone(), other.clone(), *same));
            }
            Event::SameAccount { one, other, same } => {
                self.accounts.push((one.clone(), other.clone(), *same));
            }
            Event::Own { participant, own } => self.own.push((participant.clone(), *own)),
            Event::Capacity { place, capacity } => {
                self.capacities.push((place.clone(), *capacity));
            }
            Event::Account { id, entry } => {
                self.register.insert(id.clone(), entry.as_deref().cloned());
            }
            _ => {}
        }
    }
}
