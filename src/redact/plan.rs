//! Works out once who appears how and which number everything gets, then redacts one message at a
//! time. Holds a few bytes per message and none of its text.

use super::{
    AttachmentKind, Redacted, ReleasedAttachment, ReleasedConversation, ReleasedDetail,
    ReleasedHead, ReleasedMessage, Segment, Sender, State,
    segments::{self, Cut},
};
use crate::{
    error::{Code, Error, Result},
    finding::{Band, Category, Field, FindingId, Target},
    locales::{Lang, Texts},
    model::{
        Case, ConversationId, Direction, HandleKind, Message, MessageId, Participant,
        ParticipantId, Presence,
    },
    review::{Action, Capacity, CaseScope, Coverage, Outcome, Review, basis_label},
    text::{ByteSpan, fold_for_match},
    time::{self, Timestamp},
};
use std::collections::{BTreeMap, BTreeSet};

/// Choices that are no decisions about content.
#[derive(Clone, Debug, Default)]
pub struct ReleaseOptions {
    /// Language of masks and labels; the policy's goes before.
    pub language: Lang,
}

/// A value that the released copy must not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Category.
    pub category: Category,
    /// Canonical form.
    pub key: Box<str>,
    /// The ways in which it is written in the case, sorted.
    pub forms: Vec<String>,
}

/// How a participant is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Shown {
    /// Sends no released message.
    #[default]
    Absent,
    Name(String),
    Owner,
    Alias(u32),
}

/// The plan of one released copy.
pub struct Plan {
    texts: Texts,
    scope: CaseScope,
    coverage: Coverage,
    /// Number of each message in its conversation, 0 outside.
    numbers: Vec<u32>,
    /// Number of each conversation, 0 without released messages.
    conversations: Vec<u32>,
    counts: Vec<u32>,
    shown: Vec<Shown>,
    members: BTreeSet<ParticipantId>,
    /// Folded bodies of wholly withheld messages: a quote of one is withheld too.
    withheld_bodies: Vec<String>,
    pictures: BTreeMap<(MessageId, u16), u32>,
    unreadable: BTreeSet<(MessageId, u16)>,
    outside: u64,
    /// Messages that another one is shown for.
    twins: u64,
}

impl Plan {
    /// Works the plan out.
    ///
    /// # Errors
    /// Those of [`Coverage::new`].
    pub fn new(case: &Case, review: &Review, options: &ReleaseOptions) -> Result<Self> {
        let language = review
            .policy()
            .and_then(|policy| policy.language)
            .unwrap_or(options.language);
        let scope = review.scope().shown(language);
        let coverage = Coverage::new(&scope, review.places())?;
        let mut plan = Plan {
            texts: Texts::new(language),
            scope,
            coverage,
            numbers: vec![0; case.messages.len()],
            conversations: vec![0; case.conversations.len()],
            counts: vec![0; case.conversations.len()],
            shown: vec![Shown::Absent; case.participants.len()],
            members: BTreeSet::new(),
            withheld_bodies: Vec::new(),
            pictures: BTreeMap::new(),
            unreadable: BTreeSet::new(),
            outside: 0,
            twins: 0,
        };
        plan.number(case, review);
        plan.twins = case.merged.twin_count() as u64;
        let unnumbered = plan.numbers.iter().filter(|number| **number == 0).count() as u64;
        plan.outside = unnumbered.saturating_sub(plan.twins);
        plan.withheld_bodies = review
            .withheld_messages()
            .filter_map(|id| case.messages.get(id.index()))
            .map(|message| fold_for_match(&message.body).trim().to_owned())
            .filter(|body| !body.is_empty())
            .collect();
        Ok(plan)
    }

    fn number(&mut self, case: &Case, review: &Review) {
        let mut conversations = 0;
        let mut aliases = 0;
        let mut pictures = 0;
        let kept: BTreeSet<(MessageId, u16)> = review.kept_attachments().collect();
        for (at, conversation) in case.conversations.iter().enumerate() {
            let mut count = 0;
            for id in &conversation.messages {
                let Some(message) = case.messages.get(id.index()) else {
                    continue;
                };
                if !self.coverage.covers(message) {
                    continue;
                }
                count += 1;
                if let Some(number) = self.numbers.get_mut(id.index()) {
                    *number = count;
                }
                if let Some(sender) = message.sender
                    && self.shown.get(sender.index()) == Some(&Shown::Absent)
                {
                    let person = match case.merged.same_person(sender) {
                        [] => &[sender],
                        person => person,
                    };
                    let shown = shown(case, review, person, &mut aliases);
                    for participant in person {
                        if let Some(slot) = self.shown.get_mut(participant.index()) {
                            *slot = shown.clone();
                        }
                    }
                }
                for (n, attachment) in message.attachments().iter().enumerate() {
                    let place = (*id, n as u16);
                    let releasable = matches!(attachment.sniffed, Some("image/jpeg" | "image/png"));
                    if releasable && kept.contains(&place) && review.withheld(*id).is_none() {
                        pictures += 1;
                        self.pictures.insert(place, pictures);
                    }
                }
            }
            if count > 0 {
                conversations += 1;
                if let Some(number) = self.conversations.get_mut(at) {
                    *number = conversations;
                }
                if let Some(slot) = self.counts.get_mut(at) {
                    *slot = count;
                }
                self.members
                    .extend(conversation.participants.iter().copied());
            }
        }
    }

    /// Texts of the copy's language.
    #[must_use]
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Messages that the case does not cover.
    #[must_use]
    pub fn outside(&self) -> u64 {
        self.outside
    }

    /// Number of messages in the copy.
    #[must_use]
    pub fn messages(&self) -> u64 {
        self.numbers.len() as u64 - self.outside - self.twins
    }

    /// Conversations in the copy, in order.
    pub fn conversation_ids(&self) -> impl Iterator<Item = ConversationId> + '_ {
        self.conversations
            .iter()
            .enumerate()
            .filter(|(_, number)| **number > 0)
            .map(|(at, _)| ConversationId(at as u32))
    }

    /// True when a message is in the copy.
    #[must_use]
    pub fn covers(&self, id: MessageId) -> bool {
        self.numbers
            .get(id.index())
            .is_some_and(|number| *number > 0)
    }

    /// Number of the conversation and of the message in the copy.
    #[must_use]
    pub fn position(&self, case: &Case, id: MessageId) -> Option<(u32, u32)> {
        let message = case.messages.get(id.index())?;
        let conversation = *self.conversations.get(message.conversation.index())?;
        let number = *self.numbers.get(id.index())?;
        (number > 0).then_some((conversation, number))
    }

    /// Kept pictures with the number of their file, in order.
    #[must_use]
    pub fn pictures(&self) -> &BTreeMap<(MessageId, u16), u32> {
        &self.pictures
    }

    /// Path of a kept picture in the copy, without its ending.
    #[must_use]
    pub fn picture_path(number: u32) -> String {
        format!("pictures/picture-{number:04}.jpg")
    }

    /// A kept picture could not be decoded: it is withheld instead.
    pub fn picture_unreadable(&mut self, message: MessageId, n: u16) {
        self.unreadable.insert((message, n));
    }

    /// True when a finding is masked. Undecided ones of bands A and B are: a preview must not
    /// show more than a release would.
    #[must_use]
    pub fn hides(review: &Review, id: FindingId) -> bool {
        match review.outcome(id) {
            Outcome::Redact { .. } | Outcome::Unsure => true,
            Outcome::Keep => false,
            Outcome::Open => review.finding(id).is_some_and(|f| f.band != Band::C),
        }
    }

    /// True when the text of a target can have an effect on the copy.
    #[must_use]
    pub fn concerns(&self, target: Target) -> bool {
        match target {
            Target::Message(id, _) => self.covers(id),
            Target::ConversationTitle(id) => self
                .conversations
                .get(id.index())
                .is_some_and(|number| *number > 0),
            Target::ParticipantName(id, _) | Target::ParticipantHandle(id, _) => {
                self.members.contains(&id)
                    || self
                        .shown
                        .get(id.index())
                        .is_some_and(|shown| *shown != Shown::Absent)
            }
        }
    }

    /// The label in place of a finding.
    #[must_use]
    pub fn label(&self, review: &Review, id: FindingId) -> String {
        let basis = match review.outcome(id) {
            Outcome::Redact { basis } => basis,
            _ => None,
        };
        let category = review.finding(id).map_or(Category::Manual, |f| f.category);
        let reason = self.reason(basis, category.id());
        self.texts
            .get("mask-part", &[("basis", reason.as_str().into())])
    }

    fn reason(&self, basis: Option<&str>, else_id: &str) -> String {
        match basis {
            Some(basis) => basis_label(basis).to_owned(),
            None => self.texts.get(&format!("reason-{else_id}"), &[]),
        }
    }

    /// The head.
    #[must_use]
    pub fn head(&self, review: &Review) -> Redacted<ReleasedHead> {
        let policy = review.policy();
        Redacted::new(ReleasedHead {
            language: self.texts.lang(),
            authority: policy.and_then(|policy| policy.authority.clone()),
            case_number: policy.and_then(|policy| policy.case_number.clone()),
            from: self.scope.from.clone(),
            to: self.scope.to.clone(),
            zone: self.scope.zone.clone(),
            capacities: policy.is_some_and(|policy| policy.show_capacity),
        })
    }

    /// A conversation.
    ///
    /// # Errors
    /// [`Code::UnknownTarget`] for one without released messages.
    pub fn conversation(
        &self,
        case: &Case,
        review: &Review,
        id: ConversationId,
    ) -> Result<Redacted<ReleasedConversation>> {
        let unknown = || Error::new(Code::UnknownTarget);
        let conversation = case.conversations.get(id.index()).ok_or_else(unknown)?;
        let number = *self.conversations.get(id.index()).ok_or_else(unknown)?;
        if number == 0 {
            return Err(unknown());
        }
        let hidden = review
            .of_target(Target::ConversationTitle(id))
            .any(|finding| Self::hides(review, finding));
        let title = conversation
            .title
            .as_deref()
            .filter(|title| !hidden && !title.trim().is_empty());
        Ok(Redacted::new(ReleasedConversation {
            conversation: number,
            neutral: title.is_none(),
            title: title.map_or_else(
                || {
                    let n = u64::from(number);
                    self.texts.get("alias-conversation", &[("n", n.into())])
                },
                str::to_owned,
            ),
            messages: self.counts.get(id.index()).copied().unwrap_or_default(),
        }))
    }

    /// A message.
    ///
    /// # Errors
    /// [`Code::UnknownTarget`] for one that the case does not cover.
    pub fn message(
        &self,
        case: &Case,
        review: &Review,
        id: MessageId,
    ) -> Result<Redacted<ReleasedMessage>> {
        let unknown = || Error::new(Code::UnknownTarget);
        let message = case.messages.get(id.index()).ok_or_else(unknown)?;
        let (conversation, number) = self.position(case, id).ok_or_else(unknown)?;
        let withheld = review.withheld(id).map(|basis| match basis {
            Some(basis) => {
                let basis = basis_label(basis);
                self.texts.get("mask-message", &[("basis", basis.into())])
            }
            None => self.texts.get("mask-message-plain", &[]),
        });
        let mut out = ReleasedMessage {
            conversation,
            message: number,
            time: self.time(&message.time),
            sender: match message.sender {
                Some(sender) => self.sender(sender),
                None => self.unnamed(message.direction),
            },
            capacity: self.capacity(case, review, id),
            direction: message.direction,
            kind: message.kind,
            state: State::Withheld,
            withheld,
            subject: Vec::new(),
            quoted: Vec::new(),
            body: Vec::new(),
            link_preview: Vec::new(),
            details: Vec::new(),
            call_seconds: None,
            edited: false,
            attachments: Vec::new(),
        };
        if out.withheld.is_none() {
            self.fill(case, review, id, message, &mut out);
        }
        Ok(Redacted::new(out))
    }

    fn capacity(&self, case: &Case, review: &Review, id: MessageId) -> Option<Capacity> {
        let shown = review.policy().is_some_and(|policy| policy.show_capacity);
        let capacity = shown.then(|| review.capacities(case).of_message(case, id))?;
        (capacity != Capacity::Unknown).then_some(capacity)
    }

    fn fill(
        &self,
        case: &Case,
        review: &Review,
        id: MessageId,
        message: &Message,
        out: &mut ReleasedMessage,
    ) {
        let text = |field| self.segments(case, review, Target::Message(id, field));
        out.body = text(Field::Body);
        if let Some(extra) = message.extra.as_deref() {
            out.subject = text(Field::Subject);
            out.link_preview = text(Field::LinkPreview);
            out.quoted = match &extra.quoted {
                Some(quoted) if self.quotes_withheld(quoted) => {
                    vec![Segment::Mask(self.texts.get("mask-message-plain", &[]))]
                }
                _ => text(Field::Quoted),
            };
            out.details = extra
                .details
                .iter()
                .enumerate()
                .map(|(n, detail)| ReleasedDetail {
                    detail: detail.kind,
                    by: detail.by.and_then(|by| self.sender(by)),
                    time: detail.time.as_ref().and_then(|time| self.time(time)),
                    content: text(Field::Detail(n as u16)),
                })
                .collect();
            out.call_seconds = extra.call.map(|call| call.answered.then_some(call.seconds));
            out.edited = extra.edited;
            out.attachments = (0..extra.attachments.len())
                .filter_map(|n| self.attachment(review, message, id, n as u16))
                .collect();
        }
        let masked = [&out.subject, &out.quoted, &out.body, &out.link_preview]
            .into_iter()
            .chain(out.details.iter().map(|detail| &detail.content))
            .flatten()
            .any(|segment| matches!(segment, Segment::Mask(_)));
        let missing = out.attachments.iter().any(|a| a.withheld.is_some());
        out.state = if masked || missing {
            State::Part
        } else {
            State::Given
        };
    }

    /// Kept pieces of a text, for searching: nothing is searched across a mask.
    pub(super) fn visible(&self, case: &Case, review: &Review, target: Target) -> Vec<ByteSpan> {
        let Some(text) = case.text(target) else {
            return Vec::new();
        };
        match target {
            Target::Message(id, field) => {
                if review.withheld(id).is_some()
                    || matches!(field, Field::AttachmentName(_))
                    || (field == Field::Quoted && self.quotes_withheld(text))
                {
                    return Vec::new();
                }
                segments::pieces(text, self.cuts(review, target))
                    .into_iter()
                    .filter(|(_, label)| label.is_none())
                    .map(|(span, _)| span)
                    .collect()
            }
            Target::ConversationTitle(_) => {
                let hidden = review.of_target(target).any(|id| Self::hides(review, id));
                whole(text, !hidden)
            }
            Target::ParticipantName(id, _) | Target::ParticipantHandle(id, _) => {
                let shown = self.shown.get(id.index());
                whole(
                    text,
                    matches!(shown, Some(Shown::Name(name)) if name == text),
                )
            }
        }
    }

    fn cuts(&self, review: &Review, target: Target) -> Vec<Cut> {
        review
            .of_target(target)
            .filter(|id| Self::hides(review, *id))
            .filter_map(|id| {
                Some(Cut {
                    span: review.finding(id)?.span,
                    label: self.label(review, id),
                })
            })
            .collect()
    }

    fn segments(&self, case: &Case, review: &Review, target: Target) -> Vec<Segment> {
        match case.text(target) {
            Some(text) if !text.is_empty() => segments::cut(text, self.cuts(review, target)),
            _ => Vec::new(),
        }
    }

    fn quotes_withheld(&self, quoted: &str) -> bool {
        if self.withheld_bodies.is_empty() {
            return false;
        }
        let quoted = fold_for_match(quoted);
        let quoted = quoted.trim().trim_end_matches(['…', '.']);
        !quoted.is_empty()
            && self
                .withheld_bodies
                .iter()
                .any(|body| body.starts_with(quoted) || quoted.contains(body.as_str()))
    }

    fn time(&self, time: &Timestamp) -> Option<String> {
        match (time.utc_ms, time.local_ms) {
            (Some(utc), _) => Some(match &self.coverage.zone {
                Some(zone) => zone.format(utc).replacen(' ', "T", 1),
                None => {
                    let iso = time::iso_utc(utc);
                    format!("{}Z", iso.split('.').next().unwrap_or_default())
                }
            }),
            (None, Some(local)) => Some(time::iso_local(local)),
            (None, None) => None,
        }
    }

    /// Who sent a message that names no sender: the owner of the phone, where it was written there.
    fn unnamed(&self, direction: Direction) -> Option<Sender> {
        match direction {
            Direction::Out | Direction::Draft | Direction::Failed => Some(Sender {
                name: self.texts.get("alias-owner", &[]),
                alias: false,
            }),
            Direction::In | Direction::System | Direction::Unknown => None,
        }
    }

    fn sender(&self, id: ParticipantId) -> Option<Sender> {
        Some(match self.shown.get(id.index())? {
            Shown::Absent => return None,
            Shown::Name(name) => Sender {
                name: name.clone(),
                alias: false,
            },
            Shown::Owner => Sender {
                name: self.texts.get("alias-owner", &[]),
                alias: true,
            },
            Shown::Alias(n) => Sender {
                name: self
                    .texts
                    .get("alias-person", &[("n", u64::from(*n).into())]),
                alias: true,
            },
        })
    }

    fn attachment(
        &self,
        review: &Review,
        message: &Message,
        id: MessageId,
        n: u16,
    ) -> Option<ReleasedAttachment> {
        let attachment = message.attachments().get(n as usize)?;
        let media = attachment
            .sniffed
            .or(attachment.declared.as_deref())
            .unwrap_or_default();
        let kind = match media.split('/').next().unwrap_or_default() {
            "image" => AttachmentKind::Picture,
            "video" => AttachmentKind::Video,
            "audio" => AttachmentKind::Sound,
            _ => AttachmentKind::Document,
        };
        let place = (id, n);
        let unreadable = self.unreadable.contains(&place);
        if let Some(number) = self.pictures.get(&place)
            && !unreadable
        {
            return Some(ReleasedAttachment {
                kind,
                file: Some(Self::picture_path(*number)),
                withheld: None,
            });
        }
        let policy_basis = || review.policy()?.default_basis.as_deref();
        let reason = match review.attachment(id, n) {
            _ if attachment.presence != Presence::Present => {
                self.reason(None, "attachment-missing")
            }
            Some(Action::Keep) if unreadable => self.reason(None, "attachment-unreadable"),
            Some(Action::Keep) => self.reason(None, "attachment-kind"),
            Some(Action::Redact { basis }) => {
                self.reason(basis.as_deref().or_else(policy_basis), "attachment")
            }
            Some(Action::Unsure) | None => self.reason(policy_basis(), "attachment"),
        };
        let label = self.texts.get(
            &format!("mask-{}", kind.id()),
            &[("basis", reason.as_str().into())],
        );
        Some(ReleasedAttachment {
            kind,
            file: None,
            withheld: Some(label),
        })
    }

    /// Everything that the copy must not hold: values with a hidden finding in what the case
    /// covers. A value that is hidden only because a whole message is withheld, and that a person
    /// keeps elsewhere, is not among them.
    #[must_use]
    pub fn removed(&self, case: &Case, review: &Review) -> Vec<Removed> {
        let mut removed = Vec::new();
        for group in review.values() {
            let mut forms = BTreeSet::new();
            let (mut hidden, mut kept) = (false, false);
            for id in group.findings.iter().filter(|id| review.is_active(**id)) {
                let Some(finding) = review.finding(*id) else {
                    continue;
                };
                if !self.concerns(finding.target) {
                    continue;
                }
                if !Self::hides(review, *id) {
                    kept = true;
                    continue;
                }
                let whole_message = matches!(finding.target,
                    Target::Message(message, _) if review.withheld(message).is_some());
                hidden |= !whole_message;
                if let Some(text) = case.text(finding.target).and_then(|t| finding.span.of(t)) {
                    forms.insert(text.to_owned());
                }
            }
            if !forms.is_empty() && (hidden || !kept) {
                removed.push(Removed {
                    category: group.category,
                    key: group.key.clone(),
                    forms: forms.into_iter().collect(),
                });
            }
        }
        removed
    }
}

fn whole(text: &str, visible: bool) -> Vec<ByteSpan> {
    if visible && !text.is_empty() {
        vec![ByteSpan::new(0, text.len() as u32)]
    } else {
        Vec::new()
    }
}

/// How a person is shown: the first name that is not hidden; without any name a number or sender
/// text that is expressly kept (or that nothing flags and that is no number); else an alias. One
/// person has one, whatever sources name them.
fn shown(case: &Case, review: &Review, person: &[ParticipantId], aliases: &mut u32) -> Shown {
    let known: Vec<(ParticipantId, &Participant)> = person
        .iter()
        .filter_map(|id| Some((*id, case.participants.get(id.index())?)))
        .collect();
    if known.is_empty() {
        return Shown::Absent;
    }
    for (id, participant) in &known {
        for (n, name) in participant.names.iter().enumerate() {
            let target = Target::ParticipantName(*id, n as u16);
            let hidden = review.of_target(target).any(|f| Plan::hides(review, f));
            if !name.trim().is_empty() && !hidden {
                return Shown::Name(name.clone());
            }
        }
    }
    if known
        .iter()
        .all(|(_, participant)| participant.names.is_empty())
    {
        for (id, participant) in &known {
            for (n, handle) in participant.handles.iter().enumerate() {
                let target = Target::ParticipantHandle(*id, n as u16);
                let mut findings = review.of_target(target).peekable();
                let flagged = findings.peek().is_some();
                let kept = findings.all(|f| matches!(review.outcome(f), Outcome::Keep));
                if kept && (flagged || handle.kind == HandleKind::Other) && !handle.raw.is_empty() {
                    return Shown::Name(handle.raw.clone());
                }
            }
        }
    }
    if known.iter().any(|(_, participant)| participant.owner) {
        return Shown::Owner;
    }
    *aliases += 1;
    Shown::Alias(*aliases)
}
