//! How events change a review: each step goes on the stack of its scope, and undo takes it off again.

use super::{Event, FindingKey, KeptOccurrence, Review, Scope, ValueId, state::Stack};
use crate::{
    error::{Code, Error, Result},
    finding::{Band, Finding, FindingId},
    model::{Case, MessageId},
    text::{CodePointSpan, OffsetMap},
};
use std::{cell::OnceCell, collections::HashMap};

/// Which stack a step went on.
#[derive(Debug)]
pub(super) enum Slot {
    Finding(FindingId),
    Value(ValueId),
    Message(MessageId),
    Attachment(MessageId, u16),
    Policy,
    Coverage,
    Marks(Vec<FindingId>),
    Kept,
    Ruled,
    /// The target is not in this case; the step only keeps its turn in the order of undo.
    Nothing,
}

impl Review {
    /// True when there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// True when there is a step to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn last_step(&self) -> Option<&Event> {
        self.done.last().map(|(event, _)| event)
    }

    /// The step that redo would make again.
    #[must_use]
    pub fn next_step(&self) -> Option<&Event> {
        self.undone.last()
    }

    /// Applies an event. A step that names something which is not in the case changes nothing.
    ///
    /// # Errors
    /// [`Code::UnknownTarget`] for such a step, [`Code::BadRequest`] when there is nothing to undo
    /// or redo.
    pub fn apply(&mut self, case: &Case, event: &Event) -> Result<()> {
        match event {
            Event::Undo => self.undo(),
            Event::Redo => {
                let event = self
                    .undone
                    .pop()
                    .ok_or_else(|| Error::new(Code::BadRequest))?;
                self.step(case, event)
            }
            Event::Answers(_) => Ok(()),
            Event::Search { preset, off } => {
                self.search.preset = *preset;
                self.search.off.clone_from(off);
                Ok(())
            }
            Event::Profile { profile } => {
                self.search.profile.clone_from(profile);
                Ok(())
            }
            Event::NoSecondReviewer => {
                self.no_second_reviewer = true;
                Ok(())
            }
            step => {
                self.undone.clear();
                self.step(case, step.clone())
            }
        }
    }

    fn step(&mut self, case: &Case, event: Event) -> Result<()> {
        self.seq += 1;
        let slot = self.place_step(case, &event);
        let known = !matches!(slot, Slot::Nothing);
        self.done.push((event, slot));
        if known {
            Ok(())
        } else {
            Err(Error::new(Code::UnknownTarget))
        }
    }

    fn place_step(&mut self, case: &Case, event: &Event) -> Slot {
        let seq = self.seq;
        match event {
            Event::Decide { scope, action, .. } => {
                let entry = (seq, action.clone());
                match scope {
                    Scope::Finding { at } => match self.find(case, at) {
                        Some(id) if self.is_active(id) => {
                            self.by_finding.entry(id).or_default().push(entry);
                            Slot::Finding(id)
                        }
                        _ => Slot::Nothing,
                    },
                    Scope::Value { category, key } => match self.value(*category, key) {
                        Some((value, _)) => {
                            self.by_value.entry(value).or_default().push(entry);
                            Slot::Value(value)
                        }
                        None => Slot::Nothing,
                    },
                    Scope::Message { message } => match self.places.message(message) {
                        Some(id) => {
                            self.by_message.entry(id).or_default().push(entry);
                            Slot::Message(id)
                        }
                        None => Slot::Nothing,
                    },
                    Scope::Attachment { message, n } => match self.places.message(message) {
                        Some(id)
                            if case
                                .messages
                                .get(id.index())
                                .is_some_and(|m| m.attachments().len() > *n as usize) =>
                        {
                            self.by_attachment.entry((id, *n)).or_default().push(entry);
                            Slot::Attachment(id, *n)
                        }
                        _ => Slot::Nothing,
                    },
                }
            }
            Event::ApplyPolicy { policy } => {
                self.policies.push(policy.clone());
                Slot::Policy
            }
            Event::Coverage { scope } => {
                self.coverage.push(scope.clone());
                Slot::Coverage
            }
            Event::KeepOccurrence {
                place,
                category,
                key,
                reason,
            } => {
                self.kept.push(KeptOccurrence {
                    place: place.clone(),
                    category: *category,
                    key: key.clone(),
                    reason: reason.clone(),
                });
                Slot::Kept
            }
            Event::Mark { marks, action } => {
                let ids: Vec<FindingId> = marks
                    .iter()
                    .filter_map(|mark| self.mark(case, &mark.at, &mark.key))
                    .collect();
                if ids.is_empty() {
                    return Slot::Nothing;
                }
                for id in &ids {
                    if let Some(mark) = (id.0 as usize).checked_sub(self.scanned)
                        && let Some(held) = self.held.get_mut(mark)
                    {
                        *held += 1;
                    }
                    self.by_finding
                        .entry(*id)
                        .or_default()
                        .push((seq, action.clone()));
                }
                Slot::Marks(ids)
            }
            Event::SamePerson { .. }
            | Event::SameAccount { .. }
            | Event::Own { .. }
            | Event::Capacity { .. }
            | Event::Account { .. } => {
                self.ruled.push(event.clone());
                self.capacities = OnceCell::new();
                Slot::Ruled
            }
            Event::Undo
            | Event::Redo
            | Event::Answers(_)
            | Event::Search { .. }
            | Event::Profile { .. }
            | Event::NoSecondReviewer => Slot::Nothing,
        }
    }

    /// The finding at a place, made when there is none.
    fn mark(&mut self, case: &Case, at: &FindingKey, key: &str) -> Option<FindingId> {
        if let Some(id) = self.find(case, at) {
            return Some(id);
        }
        let target = self.places.target(&at.place, &at.field)?;
        let text = case.text(target)?;
        let span = OffsetMap::new(text).bytes_of_code_points(CodePointSpan::new(at.start, at.end));
        if span.is_empty() || span.of(text).is_none() {
            return None;
        }
        let id = FindingId(self.findings.len() as u32);
        self.findings.push(Finding {
            target,
            span,
            category: at.category,
            score: 1.0,
            band: Band::A,
            evidence: vec![crate::finding::Evidence::plain("marked-by-hand")],
            key: key.into(),
        });
        self.held.push(0);
        self.marked.entry(target).or_default().push(id);
        self.group(id);
        Some(id)
    }

    fn undo(&mut self) -> Result<()> {
        let (event, slot) = self
            .done
            .pop()
            .ok_or_else(|| Error::new(Code::BadRequest))?;
        match slot {
            Slot::Finding(id) => pop(&mut self.by_finding, id),
            Slot::Value(value) => pop(&mut self.by_value, value),
            Slot::Message(id) => {
                self.by_message.get_mut(&id).map(Vec::pop);
            }
            Slot::Attachment(id, n) => {
                self.by_attachment.get_mut(&(id, n)).map(Vec::pop);
            }
            Slot::Policy => {
                self.policies.pop();
            }
            Slot::Coverage => {
                self.coverage.pop();
            }
            Slot::Kept => {
                self.kept.pop();
            }
            Slot::Marks(ids) => {
                for id in ids {
                    pop(&mut self.by_finding, id);
                    if let Some(mark) = (id.0 as usize).checked_sub(self.scanned)
                        && let Some(held) = self.held.get_mut(mark)
                    {
                        *held = held.saturating_sub(1);
                    }
                }
            }
            Slot::Ruled => {
                self.ruled.pop();
                self.capacities = OnceCell::new();
            }
            Slot::Nothing => {}
        }
        self.undone.push(event);
        Ok(())
    }
}

fn pop<K: std::hash::Hash + Eq>(stacks: &mut HashMap<K, Stack>, key: K) {
    if let Some(stack) = stacks.get_mut(&key) {
        stack.pop();
    }
}
