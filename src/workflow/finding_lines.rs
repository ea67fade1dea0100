//! Findings as JSON lines, as `maskera scan --json` and the package write them. Internal: they
//! hold the values. Offsets are code points, end exclusive.

use super::Workspace;
use crate::{
    error::{Code, Error, Result},
    finding::{Band, Category, Evidence, FindingId, Target},
    model::{Case, ParticipantId, SourceId},
    review::{Capacity, Outcome, field_id},
};
use serde::Serialize;

/// One finding.
#[derive(Clone, Debug, Serialize)]
pub struct FindingLine<'a> {
    /// Name of the file.
    pub source: Option<&'a str>,
    /// Stable id of the message; `None` for names, numbers and titles.
    pub message: Option<String>,
    /// Stable name of the participant or conversation, for findings outside messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// `body`, `subject`, `quoted`, `link-preview`, `detail-N`, `attachment-N`, `name-N`, `handle-N`, `title`.
    pub field: String,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// Category.
    pub category: Category,
    /// The value as written.
    pub text: &'a str,
    /// 0 to 1.
    pub score: f32,
    /// Band.
    pub band: Band,
    /// Why.
    pub evidence: &'a [Evidence],
    /// In what capacity its message was written, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// `open`, `redact`, `keep`, `unsure`; not in a bare scan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<&'static str>,
    /// Reason of a redaction, where one is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<&'a str>,
}

impl FindingLine<'_> {
    /// The line with its end.
    ///
    /// # Errors
    /// None for the types used; the signature is that of the JSON writer.
    pub fn to_line(&self) -> Result<String> {
        serde_json::to_string(self)
            .map(|line| line + "\n")
            .map_err(|_| Error::new(Code::BadRequest))
    }
}

/// Makes lines for the findings of one case.
pub struct FindingLines {
    /// Source of each participant.
    participants: Vec<Option<SourceId>>,
    with_outcome: bool,
}

impl FindingLines {
    /// Prepares; `with_outcome` adds what was decided.
    #[must_use]
    pub fn new(case: &Case, with_outcome: bool) -> Self {
        let mut participants = vec![None; case.participants.len()];
        let mut belongs = |id: ParticipantId, source: SourceId| {
            if let Some(slot) = participants.get_mut(id.index()) {
                *slot = Some(source);
            }
        };
        for conversation in &case.conversations {
            for id in &conversation.participants {
                belongs(*id, conversation.source);
            }
        }
        for message in &case.messages {
            if let Some(sender) = message.sender {
                belongs(sender, message.source);
            }
        }
        FindingLines {
            participants,
            with_outcome,
        }
    }

    /// The line of a finding, if it exists.
    #[must_use]
    pub fn line<'a>(&self, workspace: &'a Workspace, id: FindingId) -> Option<FindingLine<'a>> {
        let (case, review) = (&workspace.case, &workspace.decisions.review);
        let finding = review.finding(id)?;
        let key = review.key(case, id)?;
        let source = match finding.target {
            Target::Message(id, _) => Some(case.messages.get(id.index())?.source),
            Target::ConversationTitle(id) => Some(case.conversations.get(id.index())?.source),
            Target::ParticipantName(id, _) | Target::ParticipantHandle(id, _) => {
                *self.participants.get(id.index())?
            }
        };
        let source = source.and_then(|source| case.sources.get(source.index()));
        let in_message = matches!(finding.target, Target::Message(..));
        let (outcome, basis) = match review.outcome(id) {
            Outcome::Open => ("open", None),
            Outcome::Redact { basis } => ("redact", basis),
            Outcome::Keep => ("keep", None),
            Outcome::Unsure => ("unsure", None),
        };
        Some(FindingLine {
            source: source.map(|source| source.name.as_str()),
            message: in_message.then(|| key.place.clone()),
            place: (!in_message).then_some(key.place),
            field: field_id(finding.target),
            start: key.start,
            end: key.end,
            category: finding.category,
            text: finding.span.of(case.text(finding.target)?)?,
            score: finding.score,
            band: finding.band,
            evidence: &finding.evidence,
            capacity: match finding.target {
                Target::Message(id, _) => known(review.capacities(case).of_message(case, id)),
                _ => None,
            },
            outcome: self.with_outcome.then_some(outcome),
            basis: basis.filter(|_| self.with_outcome),
        })
    }
}

fn known(capacity: Capacity) -> Option<Capacity> {
    (capacity != Capacity::Unknown).then_some(capacity)
}
