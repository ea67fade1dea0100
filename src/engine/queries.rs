//! Requests that change nothing, and the decisions that a person makes on what they show.

use super::{Engine, Reply, serde_name, sizes, thumbnail};
use crate::{
    error::{Code, Error, Result},
    finding::{Category, FindingId, Target},
    model::{ConversationId, MessageId},
    protocol::{
        BasisView, CertificateView, DecideAction, DecideScope, OutcomeView, PassphraseView,
        Request, ScopeView, ValuePage,
    },
    review::{Action, BASES, Event, FindingKey, Mark, Outcome, Scope, field_id},
    seal::{Certificate, KeyKind, Validity, strength},
    text::{OffsetMap, Utf16Span, fold_for_match},
    time::iso_utc,
};
use std::collections::BTreeSet;

/// Messages in one answer; the page asks for windows.
const WINDOW: u32 = 500;

impl Engine {
    pub(super) fn query(&self, request: Request) -> Result<Reply> {
        match request {
            Request::Overview => Ok(Reply::Overview(Box::new(self.overview()?))),
            Request::FoundSoFar { rows } => Ok(Reply::FoundSoFar(self.found_so_far(rows)?)),
            Request::FoundIn {
                conversation,
                start,
                count,
            } => Ok(Reply::FoundPlaces(self.found_in(
                conversation,
                start,
                count,
            )?)),
            Request::Conversations => {
                let excluded = self.excluded();
                Ok(Reply::Conversations(
                    self.scene(|scene| scene.conversations(&excluded))?,
                ))
            }
            Request::ThreadIndex { conversation } => {
                let index = sizes::thread_index(&self.workspace.case, conversation, &self.zone()?);
                Ok(Reply::ThreadIndex(index))
            }
            Request::Thread {
                conversation,
                start,
                count,
            } => {
                let window = self.window(conversation, start, count);
                self.scene(|scene| {
                    Reply::Thread(
                        window
                            .iter()
                            .filter_map(|(index, id)| scene.message(*id, *index))
                            .collect(),
                    )
                })
            }
            Request::Preview {
                conversation,
                start,
                count,
            } => Ok(Reply::Preview(self.preview(&self.window(
                conversation,
                start,
                count,
            ))?)),
            Request::Locate { message } => Ok(Reply::Place(self.scene(|s| s.place(message))?)),
            Request::Values {
                conversation,
                only_open,
                start,
                count,
            } => self.values(conversation, only_open, start, count),
            Request::Card { finding } => {
                let card = self.scene(|scene| scene.card(finding))?;
                Ok(Reply::Card(Box::new(card)))
            }
            Request::NextOpen {
                after,
                conversation,
                backwards,
            } => {
                let next = self.next_open(after, conversation, backwards)?;
                let card = match next {
                    Some(id) => self.scene(|scene| scene.card(id))?,
                    None => None,
                };
                Ok(Reply::Card(Box::new(card)))
            }
            Request::Scope => Ok(Reply::Scope(self.scope_view()?)),
            Request::Bases => Ok(Reply::Bases(self.bases())),
            Request::Thumbnail {
                message,
                attachment,
            } => Ok(Reply::Picture(thumbnail::of(self, message, attachment)?)),
            Request::Strength { passphrase } => {
                let strength = strength(&passphrase);
                Ok(Reply::Passphrase(PassphraseView {
                    text: None,
                    bits: strength.bits,
                    accepted: strength.enough,
                    reasons: strength.reasons.iter().filter_map(serde_name).collect(),
                }))
            }
            Request::Coverage { days } => self.coverage_view(days),
            Request::People {
                query,
                capacity,
                start,
                count,
            } => {
                let page = self.people_page(&query, capacity, start, count);
                Ok(Reply::People(Box::new(page)))
            }
            Request::Register => Ok(Reply::Register(self.register_view())),
            Request::RegisterCsv => Ok(Reply::Text(self.register_csv())),
            Request::Certificate { bytes } => Ok(Reply::Certificate(self.certificate(&bytes)?)),
            _ => Err(Error::new(Code::BadRequest)),
        }
    }

    fn window(
        &self,
        conversation: ConversationId,
        start: u32,
        count: u32,
    ) -> Vec<(u32, MessageId)> {
        let thread = self
            .workspace
            .case
            .conversations
            .get(conversation.index())
            .and_then(|conversation| conversation.messages.get(start as usize..))
            .unwrap_or_default();
        (start..)
            .zip(thread.iter().copied())
            .take(count.min(WINDOW) as usize)
            .collect()
    }

    pub(super) fn excluded(&self) -> BTreeSet<ConversationId> {
        let review = &self.workspace.decisions.review;
        let Some(included) = review.scope().conversations else {
            return BTreeSet::new();
        };
        (0..self.workspace.case.conversations.len() as u32)
            .map(ConversationId)
            .filter(|id| {
                let conversation = self.workspace.case.conversations.get(id.index());
                conversation.is_some_and(|one| one.joined_into.is_none())
            })
            .filter(|id| {
                review
                    .places()
                    .conversation_name(*id)
                    .is_none_or(|name| !included.contains(name))
            })
            .collect()
    }

    fn scope_view(&self) -> Result<ScopeView> {
        let case = &self.workspace.case;
        let scope = self.workspace.decisions.review.scope();
        let excluded = self.excluded();
        let coverage = self.workspace.coverage()?;
        let places = self.workspace.decisions.review.places();
        let named = |names: BTreeSet<String>| -> Vec<_> {
            names
                .iter()
                .filter_map(|name| places.participant(name))
                .collect()
        };
        let people = scope.people.map(named);
        let theirs: Option<BTreeSet<ConversationId>> = people.as_ref().map(|people| {
            let all = people.iter().map(|id| places.conversations_with(*id));
            all.flatten().collect()
        });
        let mut view = ScopeView {
            excluded: excluded.iter().copied().collect(),
            people,
            from: scope.from,
            to: scope.to,
            zone: self.zone_name(),
            ..ScopeView::default()
        };
        for (_, message) in case.shown_messages() {
            view.undated += u32::from(message.time.sort_ms().is_none());
            if coverage.covers(message) {
                view.inside += 1;
            } else if excluded.contains(&message.conversation) {
                view.outside_conversation += 1;
            } else if theirs
                .as_ref()
                .is_some_and(|theirs| !theirs.contains(&message.conversation))
            {
                view.outside_people += 1;
            } else {
                view.outside_period += 1;
            }
        }
        Ok(view)
    }

    fn values(
        &self,
        conversation: Option<ConversationId>,
        only_open: bool,
        start: u32,
        count: u32,
    ) -> Result<Reply> {
        self.scene(|scene| {
            let mut rows: Vec<_> = self
                .workspace
                .decisions
                .review
                .values()
                .iter()
                .filter_map(|group| scene.value(group, conversation))
                .filter(|row| {
                    !only_open || matches!(row.outcome, OutcomeView::Open | OutcomeView::Unsure)
                })
                .collect();
            rows.sort_by_key(|row| {
                let state = match row.outcome {
                    OutcomeView::Open => 0,
                    OutcomeView::Unsure => 1,
                    OutcomeView::Redact | OutcomeView::Keep => 2,
                };
                (row.band == crate::finding::Band::C, state, row.finding)
            });
            let total = rows.len() as u32;
            let values = rows
                .into_iter()
                .skip(start as usize)
                .take(count.min(WINDOW) as usize)
                .collect();
            Reply::Values(ValuePage { total, values })
        })
    }

    fn next_open(
        &self,
        after: Option<FindingId>,
        only: Option<ConversationId>,
        backwards: bool,
    ) -> Result<Option<FindingId>> {
        let review = &self.workspace.decisions.review;
        let at = after.and_then(|after| self.reading.iter().position(|id| *id == after));
        self.scene(|scene| {
            let waits = |id: &FindingId| {
                review.finding(*id).is_some_and(|finding| {
                    (only.is_none() || scene.conversation_of(finding.target) == only)
                        && scene.in_scope(finding.target)
                        && matches!(review.outcome(*id), Outcome::Open | Outcome::Unsure)
                })
            };
            let (before, behind) = match at {
                Some(at) => (
                    self.reading.get(..at).unwrap_or_default(),
                    self.reading.get(at + 1..).unwrap_or_default(),
                ),
                None => (<&[FindingId]>::default(), self.reading.as_slice()),
            };
            // Past the end the search goes on from the start, so that nothing stays behind.
            if backwards {
                before
                    .iter()
                    .rev()
                    .chain(behind.iter().rev())
                    .copied()
                    .find(|id| waits(id))
            } else {
                behind.iter().chain(before).copied().find(|id| waits(id))
            }
        })
    }

    /// Reading order of all findings that a person must decide.
    pub(super) fn order_findings(&mut self) {
        let case = &self.workspace.case;
        let review = &self.workspace.decisions.review;
        let mut position = vec![0u32; case.messages.len()];
        let mut next = 0;
        for conversation in &case.conversations {
            for id in &conversation.messages {
                if let Some(place) = position.get_mut(id.index()) {
                    *place = next;
                    next += 1;
                }
            }
        }
        let mut order: Vec<((u32, u32), FindingId)> = review
            .ids()
            .filter_map(|id| {
                let finding = review.finding(id)?;
                (finding.band != crate::finding::Band::C).then_some(())?;
                let at = match finding.target {
                    Target::Message(message, _) => position.get(message.index())? + 1,
                    _ => 0,
                };
                Some(((at, finding.span.start), id))
            })
            .collect();
        order.sort_unstable();
        self.reading = order.into_iter().map(|(_, id)| id).collect();
    }

    fn bases(&self) -> Vec<BasisView> {
        let country = match self.texts.lang() {
            crate::locales::Lang::Da => "dk.",
            crate::locales::Lang::Sv => "se.",
            crate::locales::Lang::Nb => "no.",
            crate::locales::Lang::Fi => "fi.",
            crate::locales::Lang::En => "",
        };
        let mut bases: Vec<BasisView> = BASES
            .iter()
            .map(|(key, label)| BasisView {
                key: (*key).to_owned(),
                label: (*label).to_owned(),
                title: String::new(),
            })
            .collect();
        // The reader's own country first.
        bases.sort_by_key(|basis| !basis.key.starts_with(country));
        bases
    }

    fn certificate(&self, bytes: &[u8]) -> Result<CertificateView> {
        let certificate = Certificate::parse(bytes, self.ctx.clock.now_utc_ms())?;
        let (from, to) = certificate.period_ms();
        let day = |ms| iso_utc(ms).chars().take(10).collect();
        Ok(CertificateView {
            subject: certificate.subject().to_owned(),
            issuer: certificate.issuer().to_owned(),
            valid_from: day(from),
            valid_to: day(to),
            key: match certificate.kind() {
                KeyKind::Rsa { bits } => format!("RSA {bits}"),
                KeyKind::EcP256 => "EC P-256".to_owned(),
                KeyKind::EcP384 => "EC P-384".to_owned(),
            },
            fingerprint: certificate.fingerprint().to_owned(),
            expired: certificate.validity() != Validity::Valid,
        })
    }

    pub(super) fn decide(
        &mut self,
        scope: &DecideScope,
        action: DecideAction,
        basis: Option<String>,
        note: Option<String>,
    ) -> Result<Reply> {
        let unknown = || Error::new(Code::UnknownTarget);
        let action = match action {
            DecideAction::Redact => Action::Redact { basis },
            DecideAction::Keep => Action::Keep,
            DecideAction::Unsure => Action::Unsure,
        };
        let case = &self.workspace.case;
        let review = &self.workspace.decisions.review;
        let (scope, message) = match *scope {
            DecideScope::Finding { finding } => {
                let at = review.key(case, finding).ok_or_else(unknown)?;
                let target = review.finding(finding).map(|finding| finding.target);
                (Scope::Finding { at }, target)
            }
            DecideScope::Value { finding } => {
                let (_, group) = review.value_of(finding).ok_or_else(unknown)?;
                let scope = Scope::Value {
                    category: group.category,
                    key: group.key.to_string(),
                };
                (scope, review.finding(finding).map(|finding| finding.target))
            }
            DecideScope::Message { message } => {
                let id = case.stable_id(message).ok_or_else(unknown)?;
                (Scope::Message { message: id }, None)
            }
            DecideScope::Attachment {
                message,
                attachment,
            } => {
                let id = case.stable_id(message).ok_or_else(unknown)?;
                (
                    Scope::Attachment {
                        message: id,
                        n: attachment,
                    },
                    None,
                )
            }
        };
        let message = match message {
            Some(target) => self.scene(|scene| scene.message_of(target))?,
            None => None,
        };
        self.record(
            Event::Decide {
                scope,
                action,
                note,
            },
            message,
        )
    }

    pub(super) fn mark(
        &mut self,
        target: Target,
        span: Utf16Span,
        basis: Option<String>,
    ) -> Result<Reply> {
        let unknown = || Error::new(Code::UnknownTarget);
        let text = self.workspace.case.text(target).ok_or_else(unknown)?;
        let offsets = OffsetMap::new(text);
        let bytes = offsets.bytes_of_utf16(span);
        let value = bytes
            .of(text)
            .filter(|value| !value.trim().is_empty())
            .ok_or_else(unknown)?;
        let points = offsets.code_points(bytes);
        let place = self
            .workspace
            .decisions
            .review
            .places()
            .place(&self.workspace.case, target)
            .ok_or_else(unknown)?;
        let mark = Mark {
            at: FindingKey {
                place,
                field: field_id(target),
                start: points.start,
                end: points.end,
                category: Category::Manual,
            },
            key: fold_for_match(value),
        };
        let message = self.scene(|scene| scene.message_of(target))?;
        self.record(
            Event::Mark {
                marks: vec![mark],
                action: Action::Redact { basis },
            },
            message,
        )
    }
}
