//! What joining found: which sources are exports of one account, which records are twins, what
//! changed between exports, who is one person (`docs/formats/merging.md`). Internal: it holds names
//! and numbers.

use crate::model::{Case, Change, LikelyReason, MessageId, ParticipantId, SourceId};
use serde::Serialize;

/// The report, as `merge.json` holds it. Sources are named by number from 1, messages by stable id.
#[derive(Clone, Debug, Serialize)]
pub struct MergeReport {
    /// Version of this form.
    pub version: u32,
    /// Sources in order.
    pub sources: Vec<MergedSource>,
    /// Sources that are exports of one account.
    pub accounts: Vec<Vec<usize>>,
    /// Sources that may be.
    pub likely_accounts: Vec<[usize; 2]>,
    /// Messages, each once.
    pub messages: usize,
    /// Records that another message is shown for.
    pub twins: usize,
    /// What changed between exports.
    pub changes: Vec<ChangeLine>,
    /// People with several names or numbers, or in several sources.
    pub people: Vec<PersonLine>,
    /// People that may be one.
    pub likely_people: Vec<LikelyLine>,
}

/// One source.
#[derive(Clone, Debug, Serialize)]
pub struct MergedSource {
    /// From 1.
    pub number: usize,
    /// Name.
    pub name: String,
    /// Importer id.
    pub format: Option<&'static str>,
    /// Hex.
    pub sha256: String,
    /// Messages that it holds.
    pub messages: usize,
    /// Of them shown; the others are twins of messages of other sources.
    pub shown: usize,
}

/// One change.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeLine {
    /// The message that is shown.
    pub message: String,
    /// What.
    pub change: Change,
    /// The export that says so.
    pub source: usize,
}

/// One person.
#[derive(Clone, Debug, Serialize)]
pub struct PersonLine {
    /// Names in the order of the sources.
    pub names: Vec<String>,
    /// Numbers and addresses.
    pub handles: Vec<String>,
    /// Participants of the sources that are this person.
    pub participants: usize,
    /// Is the owner of an account.
    pub owner: bool,
}

/// Two people that may be one.
#[derive(Clone, Debug, Serialize)]
pub struct LikelyLine {
    /// Name or number.
    pub one: String,
    /// Name or number.
    pub other: String,
    /// Why.
    pub reason: LikelyReason,
}

/// A message with every record that holds it.
#[derive(Clone, Debug, Serialize)]
pub struct TwinLine {
    /// The message that is shown.
    pub message: String,
    /// All records, itself first.
    pub held: Vec<String>,
}

impl MergeReport {
    /// Of a joined case.
    #[must_use]
    pub fn new(case: &Case) -> Self {
        let merged = &case.merged;
        let number = |source: SourceId| source.index() + 1;
        let mut counts = vec![(0, 0); case.sources.len()];
        for message in &case.messages {
            if let Some((all, shown)) = counts.get_mut(message.source.index()) {
                *all += 1;
                *shown += usize::from(!message.twin);
            }
        }
        Self {
            version: 1,
            sources: case
                .sources
                .iter()
                .zip(counts)
                .enumerate()
                .map(|(at, (source, (messages, shown)))| MergedSource {
                    number: at + 1,
                    name: source.name.clone(),
                    format: source.format,
                    sha256: source.digests.sha256.clone(),
                    messages,
                    shown,
                })
                .collect(),
            accounts: merged
                .accounts
                .iter()
                .map(|account| account.iter().map(|source| number(*source)).collect())
                .collect(),
            likely_accounts: merged
                .likely_accounts
                .iter()
                .map(|(one, other)| [number(*one), number(*other)])
                .collect(),
            messages: case.messages.len() - merged.twin_count(),
            twins: merged.twin_count(),
            changes: merged
                .changes
                .iter()
                .map(|(message, change, source)| ChangeLine {
                    message: case.stable_id(*message).unwrap_or_default(),
                    change: *change,
                    source: number(*source),
                })
                .collect(),
            people: people(case),
            likely_people: merged
                .likely_people
                .iter()
                .map(|pair| LikelyLine {
                    one: label(case, pair.one),
                    other: label(case, pair.other),
                    reason: pair.reason,
                })
                .collect(),
        }
    }
}

fn people(case: &Case) -> Vec<PersonLine> {
    let mut lines = Vec::new();
    for person in &case.merged.people {
        let mut line = PersonLine {
            names: Vec::new(),
            handles: Vec::new(),
            participants: person.participants.len(),
            owner: false,
        };
        for id in &person.participants {
            let Some(participant) = case.participants.get(id.index()) else {
                continue;
            };
            line.owner |= participant.owner;
            for name in &participant.names {
                if !line.names.contains(name) {
                    line.names.push(name.clone());
                }
            }
            for handle in &participant.handles {
                if !line.handles.contains(&handle.normalised) {
                    line.handles.push(handle.normalised.clone());
                }
            }
        }
        if line.participants > 1 || line.names.len() + line.handles.len() > 2 {
            lines.push(line);
        }
    }
    lines
}

fn label(case: &Case, id: ParticipantId) -> String {
    let participant = case.participants.get(id.index());
    let handle = participant.and_then(|participant| participant.handles.first());
    let name = participant.and_then(|participant| participant.names.first());
    name.cloned()
        .or_else(|| handle.map(|handle| handle.raw.clone()))
        .unwrap_or_default()
}

/// Messages that several records hold, in the order of the case.
pub fn twin_lines(case: &Case) -> impl Iterator<Item = TwinLine> + '_ {
    case.shown_messages().filter_map(|(id, _)| {
        let copies: Vec<MessageId> = case.merged.copies(id).collect();
        if copies.is_empty() {
            return None;
        }
        Some(TwinLine {
            message: case.stable_id(id)?,
            held: [id]
                .into_iter()
                .chain(copies)
                .filter_map(|id| case.stable_id(id))
                .collect(),
        })
    })
}
