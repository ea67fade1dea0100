//! What several sources say about the same messages and the same people: which records are twins,
//! what changed between two exports, who is one person. Worked out by [`crate::merge`]; the records
//! themselves stay as they were read.

use super::{Direction, MessageId, ParticipantId, SourceId};
use serde::Serialize;

/// What two exports of one account say differently about a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// An earlier export has other words; they stand among the details of the message.
    Reworded,
    /// A later export has a placeholder for a deleted message in its place.
    Deleted,
    /// A later export that covers its time does not hold it.
    Gone,
}

impl Change {
    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Change::Reworded => "reworded",
            Change::Deleted => "deleted",
            Change::Gone => "gone",
        }
    }
}

/// One person of the case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Participants, in the order of the case; at least one.
    pub participants: Vec<ParticipantId>,
}

/// What was joined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Sources that are exports of one account, at least two each.
    pub accounts: Vec<Vec<SourceId>>,
    /// Sources that may be exports of one account: they know the same threads, but hold no common
    /// time that could show it.
    pub likely_accounts: Vec<(SourceId, SourceId)>,
    /// Twins with the message that is shown for them; by twin.
    pub(crate) twins: Vec<(MessageId, MessageId)>,
    /// The same, by shown message.
    pub(crate) copies: Vec<(MessageId, MessageId)>,
    /// What changed between exports, with the export that says so; by message.
    pub changes: Vec<(MessageId, Change, SourceId)>,
    /// People in order of their first participant.
    pub people: Vec<Person>,
    /// Position in [`Merged::people`] for each participant.
    pub(crate) person_of: Vec<u32>,
    /// Participants that may be one person, each pair once.
    pub likely_people: Vec<LikelyPerson>,
    /// Messages that got the words of another export as their last detail.
    pub(crate) earlier: Vec<MessageId>,
    /// Participants that a person ruled to be the owner or not, with what the source says.
    pub(crate) owners: Vec<(ParticipantId, bool)>,
    /// Messages whose direction follows from that, with what the source says.
    pub(crate) directions: Vec<(MessageId, Direction)>,
}

/// Two people that may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LikelyPerson {
    /// The first, by a participant.
    pub one: ParticipantId,
    /// The other.
    pub other: ParticipantId,
    /// Why.
    pub reason: LikelyReason,
}

/// Why two people may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum LikelyReason {
    /// A number with and without the country's code.
    Number,
    /// The same name.
    Name,
}

impl Merged {
    /// The message that is shown for a record: itself, or the one that it is a twin of.
    #[must_use]
    pub fn shown(&self, id: MessageId) -> MessageId {
        match self.twins.binary_search_by_key(&id, |(twin, _)| *twin) {
            Ok(at) => self.twins.get(at).map_or(id, |(_, shown)| *shown),
            Err(_) => id,
        }
    }

    /// The twins of a shown message, in the order of the case.
    pub fn copies(&self, id: MessageId) -> impl Iterator<Item = MessageId> + '_ {
        let start = self.copies.partition_point(|(shown, _)| *shown < id);
        let rest = self.copies.get(start..).unwrap_or_default().iter();
        rest.take_while(move |(shown, _)| *shown == id)
            .map(|(_, twin)| *twin)
    }

    /// What changed about a message, with the export that says so.
    pub fn changes_of(&self, id: MessageId) -> impl Iterator<Item = (Change, SourceId)> + '_ {
        let start = self.changes.partition_point(|(of, ..)| *of < id);
        let rest = self.changes.get(start..).unwrap_or_default().iter();
        rest.take_while(move |(of, ..)| *of == id)
            .map(|(_, change, source)| (*change, *source))
    }

    /// True when both joinings show the same messages with the same texts: what was searched in
    /// one is searched in the other.
    #[must_use]
    pub fn shows_the_same(&self, other: &Merged) -> bool {
        self.twins == other.twins && self.earlier == other.earlier
    }

    /// Number of twins.
    #[must_use]
    pub fn twin_count(&self) -> usize {
        self.twins.len()
    }

    /// The person of a participant, as a position in [`Merged::people`].
    #[must_use]
    pub fn person(&self, id: ParticipantId) -> Option<usize> {
        self.person_of.get(id.index()).map(|at| *at as usize)
    }

    /// All participants that are one person with this one.
    #[must_use]
    pub fn same_person(&self, id: ParticipantId) -> &[ParticipantId] {
        self.person(id)
            .and_then(|at| self.people.get(at))
            .map_or(&[], |person| &person.participants)
    }
}
