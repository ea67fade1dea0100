//! Material for the internal copy: the full text with marks, categories and decisions. A type of
//! its own, so that it can never go where released material goes.

use super::Plan;
use crate::{
    error::{Code, Error, Result},
    finding::{Band, Category, Target},
    model::{Case, ConversationId, DetailKind, Direction, MessageId, MessageKind},
    review::{Capacity, Outcome, Review, basis_label, field_id},
    text::ByteSpan,
    time,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// Material that must not be released.
#[derive(Clone, Debug, PartialEq)]
pub struct Internal<T>(T);

impl<T> Internal<T> {
    /// The material.
    pub fn get(&self) -> &T {
        &self.0
    }
}

/// What was decided about a marked piece.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InternalMark {
    /// Category.
    pub category: Category,
    /// Band.
    pub band: Band,
    /// `redact`, `keep`, `unsure` or `open`.
    pub decision: &'static str,
    /// Basis as shown, where one is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

/// A piece of text, marked or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InternalPiece {
    /// The original text.
    pub text: String,
    /// The mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<InternalMark>,
}

/// A conversation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InternalConversation {
    /// Number in the case, from 1.
    pub conversation: u32,
    /// Stable name, as decisions use it.
    pub id: String,
    /// Title.
    pub title: Option<String>,
    /// Number of messages.
    pub messages: u32,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InternalMessage {
    /// Number of the conversation.
    pub conversation: u32,
    /// Number in the conversation, from 1.
    pub message: u32,
    /// Stable id, as decisions use it.
    pub id: String,
    /// Instant or clock time.
    pub time: Option<String>,
    /// Time as the source wrote it.
    pub original_time: String,
    /// Names and numbers of the sender.
    pub sender: Vec<String>,
    /// In what capacity it was written, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// Direction.
    pub direction: Direction,
    /// Kind.
    pub kind: MessageKind,
    /// The case covers it.
    pub covered: bool,
    /// Withheld as a whole.
    pub withheld: bool,
    /// Texts by field id.
    pub fields: BTreeMap<String, Vec<InternalPiece>>,
    /// Kinds of the texts `detail-0`, `detail-1` … of `fields`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<DetailKind>,
}

/// A conversation of the internal copy.
///
/// # Errors
/// [`Code::UnknownTarget`] when there is none.
pub fn conversation(
    case: &Case,
    review: &Review,
    id: ConversationId,
) -> Result<Internal<InternalConversation>> {
    let unknown = || Error::new(Code::UnknownTarget);
    let conversation = case.conversations.get(id.index()).ok_or_else(unknown)?;
    Ok(Internal(InternalConversation {
        conversation: id.0 + 1,
        id: review
            .places()
            .conversation_name(id)
            .unwrap_or_default()
            .to_owned(),
        title: conversation.title.clone(),
        messages: conversation.messages.len() as u32,
    }))
}

/// A message of the internal copy; `number` is its place in the conversation, from 1.
///
/// # Errors
/// [`Code::UnknownTarget`] when there is none.
pub fn message(
    case: &Case,
    review: &Review,
    plan: &Plan,
    id: MessageId,
    number: u32,
) -> Result<Internal<InternalMessage>> {
    let unknown = || Error::new(Code::UnknownTarget);
    let message = case.messages.get(id.index()).ok_or_else(unknown)?;
    let sender = message
        .sender
        .and_then(|sender| case.participants.get(sender.index()));
    let fields = message
        .fields()
        .map(|(field, text)| {
            let target = Target::Message(id, field);
            (field_id(target), pieces(review, target, text))
        })
        .collect();
    let details = message.details().iter().map(|detail| detail.kind).collect();
    Ok(Internal(InternalMessage {
        conversation: message.conversation.0 + 1,
        message: number,
        id: case.stable_id(id).unwrap_or_default(),
        time: message
            .time
            .utc_ms
            .map(time::iso_utc)
            .or_else(|| message.time.local_ms.map(time::iso_local)),
        original_time: message.time.original.to_string(),
        sender: sender
            .map(|sender| {
                let handles = sender.handles.iter().map(|handle| handle.raw.clone());
                sender.names.iter().cloned().chain(handles).collect()
            })
            .unwrap_or_default(),
        capacity: Some(review.capacities(case).of_message(case, id))
            .filter(|capacity| *capacity != Capacity::Unknown),
        direction: message.direction,
        kind: message.kind,
        covered: plan.covers(id),
        withheld: review.withheld(id).is_some(),
        fields,
        details,
    }))
}

fn pieces(review: &Review, target: Target, text: &str) -> Vec<InternalPiece> {
    let mut marks: Vec<(ByteSpan, InternalMark)> = review
        .of_target(target)
        .filter_map(|id| {
            let finding = review.finding(id)?;
            let (decision, basis) = match review.outcome(id) {
                Outcome::Redact { basis } => ("redact", basis),
                Outcome::Keep => ("keep", None),
                Outcome::Unsure => ("unsure", None),
                Outcome::Open => ("open", None),
            };
            let mark = InternalMark {
                category: finding.category,
                band: finding.band,
                decision,
                basis: basis.map(|basis| basis_label(basis).to_owned()),
            };
            Some((finding.span, mark))
        })
        .collect();
    marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |start: u32, end: u32, mark: Option<InternalMark>| {
        if let Some(text) = ByteSpan::new(start, end).of(text).filter(|t| !t.is_empty()) {
            pieces.push(InternalPiece {
                text: text.to_owned(),
                mark,
            });
        }
    };
    for (span, mark) in marks {
        // Where two marks overlap, the later one shows from where the earlier ends.
        let start = span.start.max(at);
        if start >= span.end {
            continue;
        }
        push(at, start, None);
        push(start, span.end, Some(mark));
        at = span.end;
    }
    push(at, text.len() as u32, None);
    pieces
}
