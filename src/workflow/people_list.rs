//! The people of a case with every name and number that sources give them, who is the owner, and in
//! what capacity they write. Internal: it holds names and numbers.

use super::Workspace;
use crate::{
    model::{Case, Participant, ParticipantId, SourceId},
    render::csv_record,
    review::Capacity,
};
use serde::Serialize;

/// One person. Field names are those of the JSON form (`docs/cli.md`).
#[derive(Clone, Debug, Serialize)]
pub struct PersonRecord {
    /// A participant that stands for the person.
    #[serde(skip)]
    pub id: ParticipantId,
    /// Its stable name, as decisions and `--capacity` use it.
    pub person: String,
    /// Names, without doubles.
    pub names: Vec<String>,
    /// Numbers and addresses.
    pub handles: Vec<String>,
    /// The owner of the account.
    pub owner: bool,
    /// Capacity.
    pub capacity: Capacity,
    /// Messages that they sent, each once.
    pub messages: u32,
    /// Conversations that they take part in.
    pub conversations: u32,
    /// The participants of the sources that are this person.
    pub sources: Vec<PersonSource>,
}

/// A participant of a source.
#[derive(Clone, Debug, Serialize)]
pub struct PersonSource {
    /// Participant.
    #[serde(skip)]
    pub id: ParticipantId,
    /// Its stable name.
    pub participant: String,
    /// Names and numbers.
    pub label: String,
    /// Name of the source.
    pub source: String,
}

/// All people, those with the most messages first.
#[must_use]
pub fn people(workspace: &Workspace) -> Vec<PersonRecord> {
    let case = &workspace.case;
    let review = &workspace.decisions.review;
    let (places, capacities) = (review.places(), review.capacities(case));
    let sources = sources(case);
    let mut sent = vec![0u32; case.participants.len()];
    for (_, message) in case.shown_messages() {
        if let Some(count) = message.sender.and_then(|id| sent.get_mut(id.index())) {
            *count += 1;
        }
    }
    let name = |id: ParticipantId| places.participant_name(id).unwrap_or_default().to_owned();
    let mut people: Vec<PersonRecord> = Vec::with_capacity(case.merged.people.len());
    for person in &case.merged.people {
        let Some(&first) = person.participants.first() else {
            continue;
        };
        let mut record = PersonRecord {
            id: first,
            person: name(first),
            names: Vec::new(),
            handles: Vec::new(),
            owner: false,
            capacity: capacities.of_participant(first),
            messages: 0,
            conversations: places.conversations_with(first).len() as u32,
            sources: Vec::new(),
        };
        for &id in &person.participants {
            let Some(participant) = case.participants.get(id.index()) else {
                continue;
            };
            record.owner |= participant.owner;
            record.messages += sent.get(id.index()).copied().unwrap_or_default();
            for name in &participant.names {
                if !record.names.contains(name) {
                    record.names.push(name.clone());
                }
            }
            for handle in &participant.handles {
                if !record.handles.contains(&handle.normalised) {
                    record.handles.push(handle.normalised.clone());
                }
            }
            let source = sources.get(id.index()).copied().flatten();
            let source = source.and_then(|source| case.sources.get(source.index()));
            record.sources.push(PersonSource {
                id,
                participant: name(id),
                label: label(participant),
                source: source.map(|source| source.name.clone()).unwrap_or_default(),
            });
        }
        people.push(record);
    }
    people.sort_by_key(|person| (std::cmp::Reverse(person.messages), person.id));
    people
}

/// Names and numbers of a participant, as a list.
#[must_use]
pub fn label(participant: &Participant) -> String {
    let handles = participant.handles.iter().map(|handle| handle.raw.as_str());
    let names = participant.names.iter().map(String::as_str);
    let all: Vec<&str> = names.chain(handles).collect();
    all.join(", ")
}

/// The list with a BOM, one person per line.
#[must_use]
pub fn people_csv(people: &[PersonRecord]) -> String {
    let mut lines = String::from("\u{feff}");
    csv_record(
        &mut lines,
        [
            "person",
            "names",
            "handles",
            "owner",
            "capacity",
            "messages",
            "conversations",
            "sources",
        ],
    );
    for person in people {
        let mut sources: Vec<&str> = person
            .sources
            .iter()
            .map(|one| one.source.as_str())
            .collect();
        sources.dedup();
        csv_record(
            &mut lines,
            [
                person.person.as_str(),
                &person.names.join("\n"),
                &person.handles.join("\n"),
                if person.owner { "yes" } else { "no" },
                person.capacity.id(),
                &person.messages.to_string(),
                &person.conversations.to_string(),
                &sources.join("\n"),
            ],
        );
    }
    lines
}

/// The source of each participant: sources share none.
fn sources(case: &Case) -> Vec<Option<SourceId>> {
    let mut sources = vec![None; case.participants.len()];
    for (at, source) in case.sources.iter().enumerate() {
        for participant in source.participants.clone() {
            if let Some(slot) = sources.get_mut(participant as usize) {
                *slot = Some(SourceId(at as u32));
            }
        }
    }
    sources
}
