//! What the reading of one source collects besides messages: who speaks and whose export it is,
//! local times and the zone they need, files that are named but not there.

use super::{Answers, Batch, DateOrder, handles, written_time};
use crate::{
    container::{Container, magic::SNIFF_BYTES, sniff_media},
    error::Result,
    model::{
        Attachment, Content, ConversationId, ConversationKind, Direction, Message, ParticipantId,
        Presence, Question, RepairKind, Warning,
    },
    time::{TimeBasis, Timestamp, Zone},
};
use std::collections::{BTreeMap, BTreeSet};

/// Instants beyond are in milliseconds, microseconds or nanoseconds.
const SECONDS: u64 = 100_000_000_000;

/// Collected while reading.
#[derive(Default)]
pub(super) struct Ledger {
    owners: BTreeSet<String>,
    zone: Option<Zone>,
    zone_name: Option<String>,
    order: Option<DateOrder>,
    /// IANA name that the language of the export points to.
    pub suggested: Option<&'static str>,
    /// Participants that the export itself calls its owner.
    pub stated: BTreeSet<ParticipantId>,
    spoken: BTreeMap<ParticipantId, u64>,
    open_dates: bool,
    missing: u64,
    omitted: u64,
}

impl Ledger {
    /// With what the user said.
    pub fn new(answers: &Answers) -> Result<Self> {
        Ok(Self {
            owners: answers
                .owners
                .iter()
                .flat_map(|raw| [handles::normalise(raw).0, raw.trim().to_lowercase()])
                .collect(),
            zone: answers.zone.as_deref().map(Zone::named).transpose()?,
            zone_name: answers.zone.clone(),
            order: answers.date_order,
            ..Self::default()
        })
    }

    /// The participant of a message, who thereby belongs to its conversation.
    pub fn speak(&mut self, message: &mut Message, person: ParticipantId, batch: &mut Batch) {
        message.sender = Some(person);
        *self.spoken.entry(person).or_default() += 1;
        batch.join(message.conversation, person);
    }

    /// Sets the time that a page states for people; false when the text is none.
    pub fn written(&mut self, message: &mut Message, text: &str, batch: &mut Batch) -> bool {
        let text = text.trim();
        let Some(written) = written_time::read(text, self.order) else {
            if !text.is_empty() {
                message.time = Timestamp {
                    original: text.into(),
                    basis: TimeBasis::Unparsed,
                    ..Timestamp::default()
                };
                let repairs = &mut batch.source.accounting;
                repairs.repair(RepairKind::BadDate, message.place);
            }
            return false;
        };
        if written.open {
            self.open_dates = true;
            message.time = Timestamp {
                original: text.into(),
                basis: TimeBasis::Unparsed,
                ..Timestamp::default()
            };
            return true;
        }
        message.time = written.timestamp(text);
        self.settle_zone(message);
        true
    }

    /// Under an answered zone a local time becomes an instant.
    fn settle_zone(&self, message: &mut Message) {
        if message.time.basis != TimeBasis::LocalUnknown {
            return;
        }
        let zone = self.zone.as_ref().zip(message.time.local_ms);
        if let Some(resolved) = zone.and_then(|(zone, local)| zone.resolve(local)) {
            message.time.utc_ms = Some(resolved.utc_ms);
            if resolved.clock_change {
                message.extra_mut().clock_change = true;
            }
        }
    }

    /// The file that a message names by a path within the export.
    pub fn file(&mut self, container: &Container, path: &str, beside: u32) -> Attachment {
        let remote = path.starts_with("http://") || path.starts_with("https://");
        let found = find(container, path, beside).filter(|index| *index != beside && !remote);
        let member = found
            .and_then(|index| container.members().get(index as usize))
            .filter(|member| member.fault.is_none());
        let head = found
            .filter(|_| member.is_some())
            .and_then(|index| container.head(index, SNIFF_BYTES).ok());
        if member.is_none() {
            self.missing += 1;
        }
        let name = path.rsplit('/').next().unwrap_or(path);
        Attachment {
            name: Some(name.to_owned()).filter(|name| !name.is_empty()),
            declared: None,
            sniffed: head.and_then(|head| sniff_media(&head)),
            size: member.map(|member| member.size),
            presence: if member.is_some() {
                Presence::Present
            } else {
                Presence::Missing
            },
            embedded: false,
            content: found
                .filter(|_| member.is_some())
                .map_or(Content::Absent, Content::Member),
        }
    }

    /// Counts a file that the export names but never holds.
    pub fn named_only(&mut self) {
        self.missing += 1;
    }

    /// A file that the export says it left out.
    pub fn omitted(&mut self, name: Option<&str>) -> Attachment {
        self.omitted += 1;
        Attachment {
            name: name.map(str::to_owned),
            declared: None,
            sniffed: None,
            size: None,
            presence: Presence::Omitted,
            embedded: false,
            content: Content::Absent,
        }
    }

    /// Kinds of conversations, owners with directions, the basis of times, warnings, questions.
    pub fn finish(&mut self, batch: &mut Batch) {
        for (id, count) in [
            ("media-omitted", self.omitted),
            ("media-missing", self.missing),
        ] {
            if count > 0 {
                let args = [("count", count.to_string())];
                batch.source.warnings.push(Warning::new(id, &args));
            }
        }
        for conversation in &mut batch.conversations {
            if conversation.participants.len() > 2 {
                conversation.kind = ConversationKind::Group;
            }
        }
        self.directions(batch);
        self.times(batch);
    }

    fn directions(&self, batch: &mut Batch) {
        for (at, participant) in batch.participants.iter_mut().enumerate() {
            let known = |text: &str| self.owners.contains(&text.trim().to_lowercase());
            participant.owner |= self.stated.contains(&ParticipantId(at as u32))
                || participant.names.iter().any(|name| known(name))
                || participant
                    .handles
                    .iter()
                    .any(|handle| self.owners.contains(&handle.normalised));
        }
        let known = batch.participants.iter().any(|one| one.owner);
        if known {
            for message in &mut batch.messages {
                if message.direction == Direction::Unknown
                    && let Some(sender) = message.sender
                {
                    let owner = batch.participants.get(sender.index());
                    message.direction = match owner.is_some_and(|one| one.owner) {
                        true => Direction::Out,
                        false => Direction::In,
                    };
                }
            }
        } else if self.owners.is_empty() && !self.spoken.is_empty() {
            let candidates = self.candidates(batch);
            batch.source.questions.push(Question::Owner { candidates });
        }
    }

    /// Who takes part in most conversations comes first, then who speaks most.
    fn candidates(&self, batch: &Batch) -> Vec<String> {
        let mut threads: BTreeMap<ParticipantId, usize> = BTreeMap::new();
        for conversation in &batch.conversations {
            for person in &conversation.participants {
                *threads.entry(*person).or_default() += 1;
            }
        }
        let mut people: Vec<_> = self.spoken.iter().collect();
        people.sort_by_key(|(person, count)| {
            let threads = threads.get(person).copied().unwrap_or(0);
            (
                std::cmp::Reverse(threads),
                std::cmp::Reverse(**count),
                **person,
            )
        });
        people
            .into_iter()
            .filter_map(|(person, _)| {
                let participant = batch.participants.get(person.index())?;
                let handle = participant.handles.first().map(|handle| handle.raw.clone());
                participant.names.first().cloned().or(handle)
            })
            .collect()
    }

    fn times(&self, batch: &mut Batch) {
        let mut found = BTreeSet::new();
        let zone = self
            .suggested
            .filter(|_| self.zone.is_none())
            .and_then(|name| Zone::named(name).ok());
        let mut clock_changes = 0;
        for message in &batch.messages {
            let time = &message.time;
            found.insert(time.basis as u8);
            if time.basis == TimeBasis::LocalUnknown
                && let Some((zone, local)) = zone.as_ref().zip(time.local_ms)
            {
                let resolved = zone.resolve(local);
                clock_changes += u32::from(resolved.is_some_and(|one| one.clock_change));
            }
        }
        batch.source.time_basis = [
            TimeBasis::LocalUnknown,
            TimeBasis::Utc,
            TimeBasis::Offset,
            TimeBasis::DateOnly,
            TimeBasis::Unparsed,
        ]
        .into_iter()
        .find(|basis| found.contains(&(*basis as u8)))
        .unwrap_or(TimeBasis::None);
        batch.source.zone = self.zone_name.clone();
        if self.open_dates {
            batch.source.questions.push(Question::DateOrder {
                fitting: vec![
                    DateOrder::Dmy.id().to_owned(),
                    DateOrder::Mdy.id().to_owned(),
                ],
            });
        }
        if self.zone.is_none() && batch.source.time_basis == TimeBasis::LocalUnknown {
            batch.source.questions.push(Question::TimeZone {
                suggested: self.suggested.map(str::to_owned),
                clock_changes,
            });
        }
    }
}

/// The member of a path within the export. Where only a part of the export was given, the path's
/// first folders are not there: then what is left must be the whole path, or lie beside the file
/// that names it.
fn find(container: &Container, path: &str, beside: u32) -> Option<u32> {
    let near = container.members().get(beside as usize)?.tree_path();
    let near = near.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut rest = path.trim_start_matches(['.', '/']);
    let mut whole = true;
    loop {
        if let Some(index) = container.named(rest, beside) {
            let tree = container.members().get(index as usize)?.tree_path();
            let inside = !near.is_empty()
                && tree
                    .strip_prefix(near)
                    .is_some_and(|tail| tail.starts_with('/'));
            if whole || tree == rest || inside {
                return Some(index);
            }
        }
        whole = false;
        rest = rest.split_once('/')?.1;
        if !rest.contains('/') {
            return None;
        }
    }
}

/// A count since 1970 in seconds, milliseconds, microseconds or nanoseconds, told by its size.
/// Zero is no time.
pub(super) fn instant(count: i64) -> Timestamp {
    let original = count.to_string();
    let ms = match count.unsigned_abs() {
        0 => None,
        size if size < SECONDS => count.checked_mul(1_000),
        size if size < SECONDS * 1_000 => Some(count),
        size if size < SECONDS * 1_000_000 => Some(count / 1_000),
        _ => Some(count / 1_000_000),
    };
    match ms {
        Some(ms) => Timestamp::utc(&original, ms),
        None => Timestamp::default(),
    }
}

/// The kind of a conversation that is no exchange: posts, comments, activities of an account.
pub(super) fn account_thread(batch: &mut Batch, key: &str, title: &str) -> ConversationId {
    let id = batch.conversation(key, ConversationKind::Group);
    if let Some(conversation) = batch.conversations.get_mut(id.index())
        && conversation.title.is_none()
        && !title.is_empty()
    {
        conversation.title = Some(title.to_owned());
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_by_magnitude() {
        let ms = Some(1_700_000_000_000);
        for count in [
            1_700_000_000,
            1_700_000_000_000,
            1_700_000_000_000_000,
            1_700_000_000_000_000_000,
        ] {
            assert_eq!(instant(count).utc_ms, ms, "{count}");
        }
        assert_eq!(instant(0).basis, TimeBasis::None);
        assert_eq!(instant(i64::MIN).basis, TimeBasis::Utc);
    }
}
