//! The owner's own identities, as a person ruled them: who is the owner of the account, and what
//! that says about the direction of messages where the export leaves it open.

use super::{Pause, people::Rulings};
use crate::model::{Case, Direction, Merged, MessageId, ParticipantId, Source, SourceId};
use std::collections::{BTreeMap, BTreeSet};

/// Marks owners, then walks over the messages.
pub(super) struct Owning {
    own: BTreeMap<ParticipantId, bool>,
    sources: BTreeSet<SourceId>,
    at: usize,
}

impl Owning {
    /// A ruling about a participant is one about everybody who is the same person.
    pub(super) fn new(case: &mut Case, merged: &mut Merged, rulings: &Rulings) -> Self {
        let mut own = BTreeMap::new();
        for (id, is) in &rulings.own {
            for same in merged.same_person(*id) {
                own.insert(*same, *is);
            }
        }
        for (id, is) in &own {
            if let Some(participant) = case.participants.get_mut(id.index())
                && participant.owner != *is
            {
                merged.owners.push((*id, participant.owner));
                participant.owner = *is;
            }
        }
        let holds = |source: &Source| own.keys().any(|id| source.participants.contains(&id.0));
        let sources = case.sources.iter().enumerate();
        let sources = sources
            .filter(|(_, source)| holds(source))
            .map(|(at, _)| SourceId(at as u32))
            .collect();
        Self {
            own,
            sources,
            at: 0,
        }
    }

    /// True when every message was looked at.
    pub(super) fn work(
        &mut self,
        case: &mut Case,
        merged: &mut Merged,
        pause: &mut Pause<'_>,
    ) -> bool {
        if self.own.is_empty() {
            return true;
        }
        while let Some(message) = case.messages.get_mut(self.at) {
            let id = MessageId(self.at as u32);
            self.at += 1;
            let ruled = message.sender.map(|sender| self.own.get(&sender));
            let direction = match (ruled, message.direction) {
                (Some(Some(true)), Direction::In | Direction::Unknown) => Direction::Out,
                (Some(Some(false)), Direction::Out | Direction::Unknown) => Direction::In,
                // Where the owner is known, everybody else writes to them.
                (Some(None), Direction::Unknown) if self.sources.contains(&message.source) => {
                    Direction::In
                }
                (_, as_it_is) => as_it_is,
            };
            if direction != message.direction {
                merged.directions.push((id, message.direction));
                message.direction = direction;
            }
            if pause.due() {
                return false;
            }
        }
        true
    }
}
