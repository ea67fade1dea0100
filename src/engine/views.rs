//! Messages, findings and values as the page draws them.

use super::{
    clock_text::{ClockText, clock_text},
    sizes::is_picture,
};
use crate::{
    finding::{Band, Category, Evidence, Field, FindingId, Target},
    locales::Texts,
    model::{
        Case, Conversation, ConversationId, Direction, Message, MessageId, Participant,
        ParticipantId, SourceId,
    },
    protocol::{
        AttachmentView, CapacityFrom, Card, ChangeView, ConversationRow, FieldView, Mark,
        MessageView, OutcomeView, Place, ReviewCounts, ValueRow,
    },
    review::{Action, Capacity, Coverage, Outcome, Review, ValueGroup, basis_label},
    text::OffsetMap,
    time::Zone,
    workflow::Workspace,
};
use std::collections::BTreeSet;

/// What every view needs.
pub struct Scene<'a> {
    /// The case.
    pub workspace: &'a Workspace,
    /// What it covers.
    pub coverage: &'a Coverage,
    /// Zone of shown times.
    pub zone: &'a Zone,
    /// Generated texts.
    pub texts: &'a Texts,
}

impl Scene<'_> {
    fn case(&self) -> &Case {
        &self.workspace.case
    }

    fn review(&self) -> &Review {
        &self.workspace.decisions.review
    }

    /// One message.
    #[must_use]
    pub fn message(&self, id: MessageId, index: u32) -> Option<MessageView> {
        let message = self.case().messages.get(id.index())?;
        let clock = clock_text(message, self.zone);
        let extra = message.extra.as_deref();
        let fields = [
            Field::Subject,
            Field::Body,
            Field::Quoted,
            Field::LinkPreview,
        ]
        .into_iter()
        .chain((0..message.details().len()).map(|n| Field::Detail(n as u16)))
        .filter_map(|field| self.field(id, message, field))
        .collect();
        let sender = message.sender.map(|sender| self.sender(sender));
        let (sender, sender_marks) = match sender {
            Some((name, marks)) => (Some(name), marks),
            None if message.direction == Direction::Out => {
                (Some(self.texts.get("alias-owner", &[])), Vec::new())
            }
            None => (None, Vec::new()),
        };
        Some(MessageView {
            id,
            index,
            day: clock.day,
            time: clock.time,
            time_full: clock.full,
            clock_change: extra.is_some_and(|extra| extra.clock_change),
            sender,
            sender_marks,
            direction: message.direction,
            kind: message.kind,
            fields,
            attachments: self.attachments(id, message),
            in_scope: self.coverage.covers(message),
            withheld: self.review().withheld(id).map(|basis| match basis {
                Some(basis) => self
                    .texts
                    .get("mask-message", &[("basis", basis_label(basis).into())]),
                None => self.texts.get("mask-message-plain", &[]),
            }),
            edited: extra.is_some_and(|extra| extra.edited),
            call_seconds: extra
                .and_then(|extra| extra.call)
                .map(|call| call.seconds as u32),
            sender_id: message.sender,
            capacity: self
                .review()
                .capacities(self.case())
                .of_message(self.case(), id),
            capacity_from: self.capacity_from(id, message),
            held_by: self.held_by(id, message),
            changes: self
                .case()
                .merged
                .changes_of(id)
                .map(|(change, source)| ChangeView {
                    change,
                    source: self.source_name(source),
                })
                .collect(),
        })
    }

    fn capacity_from(&self, id: MessageId, message: &Message) -> CapacityFrom {
        let capacities = self.review().capacities(self.case());
        let of_sender = message.sender.map(|id| capacities.of_participant(id));
        if capacities.own_of_message(id).is_some() {
            CapacityFrom::Message
        } else if capacities.of_conversation(message.conversation).is_some() {
            CapacityFrom::Conversation
        } else if of_sender.is_some_and(|capacity| capacity != Capacity::Unknown) {
            CapacityFrom::Person
        } else {
            CapacityFrom::Nobody
        }
    }

    fn source_name(&self, id: SourceId) -> String {
        let source = self.case().sources.get(id.index());
        source.map(|source| source.name.clone()).unwrap_or_default()
    }

    /// Names of all sources that hold a message; empty where it is one.
    fn held_by(&self, id: MessageId, message: &Message) -> Vec<String> {
        let mut sources: BTreeSet<SourceId> = self
            .case()
            .merged
            .copies(id)
            .filter_map(|copy| Some(self.case().messages.get(copy.index())?.source))
            .collect();
        if sources.is_empty() {
            return Vec::new();
        }
        sources.insert(message.source);
        sources.into_iter().map(|id| self.source_name(id)).collect()
    }

    fn field(&self, id: MessageId, message: &Message, field: Field) -> Option<FieldView> {
        let text = message.text(field).filter(|text| !text.is_empty())?;
        let detail = match field {
            Field::Detail(n) => message.details().get(n as usize),
            _ => None,
        };
        let (by, by_marks) = detail
            .and_then(|detail| detail.by)
            .map(|by| self.sender(by))
            .map_or((None, Vec::new()), |(name, marks)| (Some(name), marks));
        Some(FieldView {
            field,
            detail: detail.map(|detail| detail.kind),
            by,
            by_marks,
            text: text.to_owned(),
            marks: self.marks(Target::Message(id, field), text),
        })
    }

    fn marks(&self, target: Target, text: &str) -> Vec<Mark> {
        let offsets = OffsetMap::new(text);
        let review = self.review();
        let mut marks: Vec<Mark> = review
            .of_target(target)
            .filter_map(|id| {
                let finding = review.finding(id)?;
                let outcome = review.outcome(id);
                Some(Mark {
                    finding: id,
                    span: offsets.utf16(finding.span),
                    category: finding.category,
                    group: finding.category.group(),
                    band: finding.band,
                    outcome: outcome_view(outcome),
                    mask: match outcome {
                        Outcome::Redact { basis } => Some(self.mask(finding.category, basis)),
                        _ => None,
                    },
                })
            })
            .collect();
        marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
        marks
    }

    /// What stands in place of a value.
    fn mask(&self, category: Category, basis: Option<&str>) -> String {
        let reason = match basis {
            Some(basis) => basis_label(basis).to_owned(),
            None => self.texts.get(&format!("reason-{}", category.id()), &[]),
        };
        self.texts
            .get("mask-part", &[("basis", reason.as_str().into())])
    }

    fn sender(&self, id: ParticipantId) -> (String, Vec<Mark>) {
        let Some(participant) = self.case().participants.get(id.index()) else {
            return (String::new(), Vec::new());
        };
        if let Some(name) = participant.names.first() {
            (
                name.clone(),
                self.marks(Target::ParticipantName(id, 0), name),
            )
        } else if let Some(handle) = participant.handles.first() {
            (
                handle.raw.clone(),
                self.marks(Target::ParticipantHandle(id, 0), &handle.raw),
            )
        } else {
            (self.texts.get("message-sender-none", &[]), Vec::new())
        }
    }

    fn attachments(&self, id: MessageId, message: &Message) -> Vec<AttachmentView> {
        message
            .attachments()
            .iter()
            .enumerate()
            .map(|(n, attachment)| {
                let n = n as u16;
                let target = Target::Message(id, Field::AttachmentName(n));
                AttachmentView {
                    index: n,
                    name: attachment.name.clone(),
                    marks: attachment
                        .name
                        .as_deref()
                        .map(|name| self.marks(target, name))
                        .unwrap_or_default(),
                    media_type: attachment
                        .sniffed
                        .map(str::to_owned)
                        .or_else(|| attachment.declared.clone()),
                    size: attachment.size,
                    presence: attachment.presence,
                    picture: is_picture(attachment),
                    kept: matches!(self.review().attachment(id, n), Some(Action::Keep)),
                }
            })
            .collect()
    }

    /// True when a finding counts for the release.
    #[must_use]
    pub fn in_scope(&self, target: Target) -> bool {
        let covers = |id: &MessageId| {
            self.case()
                .messages
                .get(id.index())
                .is_some_and(|m| self.coverage.covers(m))
        };
        match target {
            Target::Message(id, _) => covers(&id),
            Target::ConversationTitle(id) => self
                .case()
                .conversations
                .get(id.index())
                .is_some_and(|conversation| conversation.messages.iter().any(covers)),
            // A person of the case is covered with any conversation; the release shows only those
            // who wrote or received something inside.
            Target::ParticipantName(..) | Target::ParticipantHandle(..) => true,
        }
    }

    /// Rows of the conversation list, newest conversation first.
    #[must_use]
    pub fn conversations(&self, excluded: &BTreeSet<ConversationId>) -> Vec<ConversationRow> {
        let case = self.case();
        let mut open = vec![0u32; case.conversations.len()];
        let mut places = vec![0u32; case.conversations.len()];
        let review = self.review();
        for id in review.ids() {
            let Some(finding) = review.finding(id) else {
                continue;
            };
            let Target::Message(message, _) = finding.target else {
                continue;
            };
            if finding.band == Band::C || !self.in_scope(finding.target) {
                continue;
            }
            let Some(message) = case.messages.get(message.index()) else {
                continue;
            };
            let at = message.conversation.index();
            if let Some(count) = places.get_mut(at) {
                *count += 1;
            }
            if matches!(review.outcome(id), Outcome::Open | Outcome::Unsure)
                && let Some(count) = open.get_mut(at)
            {
                *count += 1;
            }
        }
        let capacities = review.capacities(case);
        let mut rows: Vec<(Option<i64>, ConversationRow)> = Vec::new();
        // What another one took in is shown there.
        let listed = case.conversations.iter().enumerate();
        for (n, conversation) in listed.filter(|(_, one)| one.joined_into.is_none()) {
            let id = ConversationId(n as u32);
            let at = |id: Option<&MessageId>| case.messages.get(id?.index());
            let first = at(conversation.messages.first());
            let last = at(conversation.messages.last());
            let day =
                |message: Option<&Message>| message.and_then(|m| clock_text(m, self.zone).day);
            let in_scope = conversation
                .messages
                .iter()
                .filter_map(|id| case.messages.get(id.index()))
                .filter(|message| self.coverage.covers(message))
                .count();
            let row = ConversationRow {
                id,
                source: conversation.source,
                title: self.title(id),
                kind: conversation.kind,
                format: case
                    .sources
                    .get(conversation.source.index())
                    .and_then(|source| source.format)
                    .map(str::to_owned),
                members: self.members(conversation).len() as u32,
                messages: conversation.messages.len() as u32,
                in_scope: in_scope as u32,
                open: open.get(n).copied().unwrap_or_default(),
                places: places.get(n).copied().unwrap_or_default(),
                excluded: excluded.contains(&id),
                capacity: capacities.of_conversation(id),
                capacities: self.capacities_in(&conversation.messages),
                first: day(first),
                last: day(last),
            };
            rows.push((last.and_then(|message| message.time.sort_ms()), row));
        }
        rows.sort_by_key(|(last, row)| (std::cmp::Reverse(*last), row.id));
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// Capacities in which these messages were written, in the order of lists.
    fn capacities_in(&self, messages: &[MessageId]) -> Vec<Capacity> {
        let capacities = self.review().capacities(self.case());
        if capacities.is_empty() {
            return vec![Capacity::Unknown];
        }
        let messages = messages.iter();
        let all: BTreeSet<Capacity> = messages
            .map(|id| capacities.of_message(self.case(), *id))
            .collect();
        all.into_iter().collect()
    }

    /// Title of a conversation, else the names of its members.
    #[must_use]
    pub fn title(&self, id: ConversationId) -> String {
        let Some(conversation) = self.case().conversations.get(id.index()) else {
            return String::new();
        };
        if let Some(title) = &conversation.title {
            return title.clone();
        }
        let names: Vec<&str> = self
            .members(conversation)
            .iter()
            .filter_map(|id| self.case().participants.get(id.index()))
            .filter_map(display_name)
            .collect();
        if names.is_empty() {
            self.texts
                .get("alias-conversation", &[("n", (u64::from(id.0) + 1).into())])
        } else {
            names.join(", ")
        }
    }

    /// Participants of a conversation, one for each person.
    fn members(&self, conversation: &Conversation) -> Vec<ParticipantId> {
        let mut seen = BTreeSet::new();
        let members = conversation.participants.iter().copied();
        members
            .filter(|id| match self.case().merged.person(*id) {
                Some(person) => seen.insert(person),
                None => true,
            })
            .collect()
    }

    /// Counts within the scope.
    #[must_use]
    pub fn counts(&self) -> ReviewCounts {
        let review = self.review();
        let mut counts = ReviewCounts::default();
        for group in review.values() {
            let mut seen = false;
            let mut waiting = false;
            for &id in &group.findings {
                let Some(finding) = review.finding(id) else {
                    continue;
                };
                if !review.is_active(id) || !self.in_scope(finding.target) {
                    continue;
                }
                let sure = finding.band != Band::C;
                seen |= sure;
                counts.places += u32::from(sure);
                match review.outcome(id) {
                    Outcome::Open if sure => {
                        counts.open += 1;
                        waiting = true;
                    }
                    Outcome::Open => counts.open_c += 1,
                    Outcome::Unsure => {
                        counts.unsure += 1;
                        waiting = true;
                    }
                    Outcome::Redact { .. } => counts.redacted += 1,
                    Outcome::Keep => counts.kept += 1,
                }
            }
            counts.values += u32::from(seen);
            counts.values_decided += u32::from(seen && !waiting);
        }
        counts.whole_messages = review.withheld_messages().count() as u32;
        counts
    }

    /// One value of the list; `None` when no place of it counts.
    #[must_use]
    pub fn value(&self, group: &ValueGroup, only: Option<ConversationId>) -> Option<ValueRow> {
        let review = self.review();
        let mut first: Option<(FindingId, bool)> = None;
        let mut band = Band::C;
        let (mut places, mut open, mut unsure, mut redacted, mut kept) = (0, 0, 0, 0, 0);
        for &id in &group.findings {
            let Some(finding) = review.finding(id) else {
                continue;
            };
            let here = only.is_none_or(|only| self.conversation_of(finding.target) == Some(only));
            if !here || !review.is_active(id) || !self.in_scope(finding.target) {
                continue;
            }
            places += 1;
            band = band.min(finding.band);
            let waiting = match review.outcome(id) {
                Outcome::Open => {
                    open += 1;
                    true
                }
                Outcome::Unsure => {
                    unsure += 1;
                    true
                }
                Outcome::Redact { .. } => {
                    redacted += 1;
                    false
                }
                Outcome::Keep => {
                    kept += 1;
                    false
                }
            };
            if first.is_none_or(|(_, first_waits)| waiting && !first_waits) {
                first = Some((id, waiting));
            }
        }
        let (finding, _) = first?;
        let (target, span) = review.finding(finding).map(|f| (f.target, f.span))?;
        Some(ValueRow {
            finding,
            category: group.category,
            group: group.category.group(),
            text: self
                .case()
                .text(target)
                .and_then(|text| span.of(text))
                .unwrap_or_default()
                .to_owned(),
            band,
            places,
            outcome: match (open, unsure, redacted) {
                (1.., _, _) => OutcomeView::Open,
                (_, 1.., _) => OutcomeView::Unsure,
                (_, _, 1..) => OutcomeView::Redact,
                _ => OutcomeView::Keep,
            },
            mixed: redacted > 0 && kept > 0,
        })
    }

    /// Conversation of a target, `None` for people (they belong to many).
    #[must_use]
    pub fn conversation_of(&self, target: Target) -> Option<ConversationId> {
        match target {
            Target::Message(id, _) => self.case().messages.get(id.index()).map(|m| m.conversation),
            Target::ConversationTitle(id) => Some(id),
            Target::ParticipantName(..) | Target::ParticipantHandle(..) => None,
        }
    }

    /// Where a message stands.
    #[must_use]
    pub fn place(&self, id: MessageId) -> Option<Place> {
        let message = self.case().messages.get(id.index())?;
        let thread = &self
            .case()
            .conversations
            .get(message.conversation.index())?
            .messages;
        // Threads are in time order, ids in source order: no search is possible, but one thread
        // is short to walk.
        let index = thread.iter().position(|other| *other == id)?;
        Some(Place {
            conversation: message.conversation,
            index: index as u32,
        })
    }

    /// When the message of a target was written.
    #[must_use]
    pub fn clock_of(&self, target: Target) -> ClockText {
        let message = self
            .message_of(target)
            .and_then(|id| self.case().messages.get(id.index()));
        message.map_or_else(ClockText::default, |message| clock_text(message, self.zone))
    }

    /// The message to show for a target.
    #[must_use]
    pub fn message_of(&self, target: Target) -> Option<MessageId> {
        match target {
            Target::Message(id, _) => Some(id),
            Target::ConversationTitle(id) => self
                .case()
                .conversations
                .get(id.index())?
                .messages
                .first()
                .copied(),
            Target::ParticipantName(id, _) | Target::ParticipantHandle(id, _) => self
                .case()
                .messages
                .iter()
                .position(|message| message.sender == Some(id))
                .map(|at| MessageId(at as u32)),
        }
    }

    /// Everything about one finding.
    #[must_use]
    pub fn card(&self, id: FindingId) -> Option<Card> {
        let review = self.review();
        let finding = review.finding(id)?;
        let (_, group) = review.value_of(id)?;
        let mut conversations = BTreeSet::new();
        let mut forms = BTreeSet::new();
        let mut places = 0;
        for other in group.findings.iter().filter_map(|id| review.finding(*id)) {
            if !self.in_scope(other.target) {
                continue;
            }
            places += 1;
            conversations.extend(self.conversation_of(other.target));
            if forms.len() < 5
                && let Some(text) = self
                    .case()
                    .text(other.target)
                    .and_then(|t| other.span.of(t))
            {
                forms.insert(text.to_owned());
            }
        }
        let message = self.message_of(finding.target);
        let outcome = review.outcome(id);
        Some(Card {
            finding: id,
            target: finding.target,
            message,
            place: message.and_then(|message| self.place(message)),
            category: finding.category,
            group: finding.category.group(),
            text: self
                .case()
                .text(finding.target)
                .and_then(|text| finding.span.of(text))
                .unwrap_or_default()
                .to_owned(),
            score: finding.score,
            band: finding.band,
            evidence: finding.evidence.iter().map(shown).collect(),
            outcome: outcome_view(outcome),
            basis: match outcome {
                Outcome::Redact { basis } => basis.map(str::to_owned),
                _ => self
                    .workspace
                    .policy()
                    .basis(finding.category)
                    .map(str::to_owned)
                    .or_else(|| hinted(&finding.evidence)),
            },
            places,
            conversations: conversations.len() as u32,
            forms: forms.into_iter().collect(),
        })
    }
}

/// A name, else a number.
#[must_use]
pub fn display_name(participant: &Participant) -> Option<&str> {
    participant.names.first().map(String::as_str).or_else(|| {
        participant
            .handles
            .first()
            .map(|handle| handle.raw.as_str())
    })
}

/// The state as the page names it.
#[must_use]
pub fn outcome_view(outcome: Outcome<'_>) -> OutcomeView {
    match outcome {
        Outcome::Open => OutcomeView::Open,
        Outcome::Redact { .. } => OutcomeView::Redact,
        Outcome::Keep => OutcomeView::Keep,
        Outcome::Unsure => OutcomeView::Unsure,
    }
}

/// Evidence with a legal basis in its short form instead of its key.
fn shown(evidence: &Evidence) -> Evidence {
    let mut evidence = evidence.clone();
    if evidence.id == BASIS_HINT {
        evidence.word = evidence.word.map(|key| basis_label(&key).to_owned());
    }
    evidence
}

/// The basis that a finding's evidence points to, where it is one: offered, not decided.
fn hinted(evidence: &[Evidence]) -> Option<String> {
    let mut hints = evidence.iter().filter(|e| e.id == BASIS_HINT);
    let first = hints.next()?;
    hints.next().is_none().then(|| first.word.clone())?
}

/// Evidence that names a basis by its key.
const BASIS_HINT: &str = "basis-hint";
