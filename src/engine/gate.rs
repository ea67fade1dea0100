//! The checklist before a release, proposed twins and the "as released" view.

use super::{Engine, args};
use crate::{
    error::{Code, Error, Result},
    finding::{Category, FindingId, Target},
    job::{Phase, Progress, Step},
    model::MessageId,
    protocol::{GateLine, GatePlace, GateView, OccurrenceView, Request},
    redact::{
        Plan, ReleaseOptions,
        gate::{self, Block, BlockKind, GateJob, redact_twins},
    },
    review::{Event, Outcome},
    text::ByteSpan,
    workflow::release::RELEASED,
};
use std::{collections::BTreeMap, rc::Rc};

/// Places listed on one line of the checklist.
const PLACES: usize = 50;
/// Characters shown on each side of a place.
const AROUND: usize = 24;

/// What was worked out for one state of the log.
pub(super) struct Planned {
    state: String,
    plan: Rc<Plan>,
    /// Made when the checklist is asked for: it reads every text.
    blocks: Option<Rc<Vec<Block>>>,
}

/// The reading of every text for the checklist.
pub(super) struct Checking {
    /// Of the log when it began.
    state: String,
    job: GateJob,
}

impl Engine {
    /// The case or its findings may have changed: what was worked out from them goes.
    pub(super) fn forget_work(&mut self) {
        self.forget_plan();
        self.searching = None;
        self.facts.take();
    }

    /// The findings or the language changed: the log alone does not tell.
    pub(super) fn forget_plan(&self) {
        self.planned.take();
    }

    /// Whether the plan for the present decisions is worked out.
    fn is_planned(&self) -> bool {
        let planned = self.planned.borrow();
        let head = self.workspace.decisions.log.head();
        planned
            .as_ref()
            .is_some_and(|planned| planned.state == head)
    }

    /// The plan for the present decisions; worked out once per state of the log.
    pub(super) fn plan(&self) -> Result<Rc<Plan>> {
        let state = self.workspace.decisions.log.head().to_owned();
        if let Some(planned) = &*self.planned.borrow()
            && planned.state == state
        {
            return Ok(Rc::clone(&planned.plan));
        }
        let options = ReleaseOptions {
            language: self.texts.lang(),
        };
        let review = &self.workspace.decisions.review;
        let plan = Rc::new(Plan::new(&self.workspace.case, review, &options)?);
        *self.planned.borrow_mut() = Some(Planned {
            state,
            plan: Rc::clone(&plan),
            blocks: None,
        });
        Ok(plan)
    }

    /// Lines of the released copy for a window, `None` outside the scope.
    pub(super) fn preview(&self, window: &[(u32, MessageId)]) -> Result<Vec<Option<String>>> {
        let plan = self.plan()?;
        let review = &self.workspace.decisions.review;
        let mut lines = Vec::with_capacity(window.len());
        for (_, id) in window {
            if !plan.covers(*id) {
                lines.push(None);
                continue;
            }
            let message = plan.message(&self.workspace.case, review, *id)?;
            lines.push(Some(crate::render::preview_json(&message)?));
        }
        Ok(lines)
    }

    /// What blocks at the present state, where [`Self::check`] has found it out.
    fn blocks(&self) -> Result<Rc<Vec<Block>>> {
        let plan = self.planned.borrow();
        let present = plan
            .as_ref()
            .filter(|planned| planned.state == self.workspace.decisions.log.head());
        present
            .and_then(|planned| planned.blocks.clone())
            .ok_or_else(|| Error::new(Code::BadRequest).with("gate", "not-checked"))
    }

    /// One step of reading every text for the checklist. Decisions may come in between: then it
    /// begins again.
    pub(super) fn check(&self, checking: &mut Option<Box<Checking>>) -> Result<Step<()>> {
        if self.blocks().is_ok() {
            return Ok(Step::Done(()));
        }
        let case = &self.workspace.case;
        let begun = Step::Working(Progress {
            phase: Phase::Checking,
            total: case.messages.len() as u64,
            ..Progress::default()
        });
        // The plan, the search's preparation and the answer take a step each.
        let known = self.is_planned();
        let plan = self.plan()?;
        if !known {
            return Ok(begun);
        }
        let review = &self.workspace.decisions.review;
        let state = self.workspace.decisions.log.head();
        let Some(checking) = checking.as_mut().filter(|checking| checking.state == state) else {
            *checking = Some(Box::new(Checking {
                state: state.to_owned(),
                job: GateJob::new(case, review, &plan),
            }));
            return Ok(begun);
        };
        match checking.job.step(case, review, &plan, &self.ctx) {
            Step::Working(progress) => Ok(Step::Working(progress)),
            Step::Done(blocks) => {
                if let Some(planned) = &mut *self.planned.borrow_mut() {
                    planned.blocks = Some(Rc::new(blocks));
                }
                let messages = case.messages.len() as u64;
                Ok(Step::Working(Progress {
                    phase: Phase::Checking,
                    done: messages,
                    total: messages,
                    records: messages,
                }))
            }
        }
    }

    /// Redacts one removed value where it is visible in one place.
    pub(super) fn redact_occurrence(
        &mut self,
        place: &str,
        category: Category,
        key: &str,
    ) -> Result<super::Reply> {
        let case = &self.workspace.case;
        let review = &self.workspace.decisions.review;
        let blocks = gate::visible_in(case, review, &*self.plan()?, place, category, key);
        let event =
            redact_twins(case, review, &blocks).ok_or_else(|| Error::new(Code::UnknownTarget))?;
        let message = review.places().message(place);
        self.record(event, message)
    }

    /// Leaves a removed value visible in one place, for a reason.
    pub(super) fn keep_occurrence(
        &mut self,
        place: String,
        category: Category,
        key: String,
        reason: &str,
    ) -> Result<super::Reply> {
        let review = &self.workspace.decisions.review;
        let places = review.places();
        let message = places.message(&place);
        let known = message.is_some()
            || places.participant(&place).is_some()
            || places.conversation(&place).is_some()
            || place.starts_with(RELEASED);
        if !known || review.value(category, &key).is_none() {
            return Err(Error::new(Code::UnknownTarget));
        }
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Error::new(Code::BadRequest).with("reason", "empty"));
        }
        let event = Event::KeepOccurrence {
            place,
            category,
            key,
            reason,
        };
        self.record(event, message)
    }

    /// Redacts every visible place of values that are removed elsewhere: one undo step.
    pub(super) fn accept_twins(&mut self) -> Result<super::Reply> {
        let blocks = self.blocks()?;
        let case = &self.workspace.case;
        match redact_twins(case, &self.workspace.decisions.review, &blocks) {
            Some(event) => self.record(event, None),
            None => self.query(Request::Overview),
        }
    }

    pub(super) fn gate(&self) -> Result<GateView> {
        let blocks = self.blocks()?;
        let plan = self.plan()?;
        let case = &self.workspace.case;
        let review = &self.workspace.decisions.review;
        let counts = self.scene(|scene| scene.counts())?;
        let mut lines = Vec::new();
        for (kind, id) in [
            (BlockKind::Open, "open"),
            (BlockKind::Unsure, "unsure"),
            (BlockKind::MissingBasis, "missing-basis"),
            (BlockKind::Inconsistent, "inconsistent"),
        ] {
            let of_kind: Vec<&Block> = blocks.iter().filter(|block| block.kind == kind).collect();
            let places: usize = of_kind.iter().map(|block| block.count()).sum();
            lines.push(GateLine {
                id: id.to_owned(),
                state: if of_kind.is_empty() { "ok" } else { "block" }.to_owned(),
                args: args(&[
                    ("values", of_kind.len().to_string()),
                    ("places", places.to_string()),
                    ("redacted", counts.redacted.to_string()),
                    ("kept", counts.kept.to_string()),
                    ("whole", counts.whole_messages.to_string()),
                ]),
                places: self.gate_places(&of_kind),
            });
        }
        let kept = self.kept_places();
        if !kept.is_empty() {
            lines.push(GateLine {
                id: "kept-on-purpose".to_owned(),
                state: "info".to_owned(),
                args: args(&[("places", kept.len().to_string())]),
                places: kept,
            });
        }
        let questions: usize = case
            .sources
            .iter()
            .map(|source| source.questions.len())
            .sum();
        let damaged: u64 = case
            .sources
            .iter()
            .map(|source| source.accounting.error_count)
            .sum();
        let unread = case
            .sources
            .iter()
            .filter(|source| source.format.is_none())
            .count();
        let partial = case
            .sources
            .iter()
            .filter(|source| source.accounting.partial)
            .count();
        let (mut withheld, mut pictures) = (0usize, 0usize);
        for (at, message) in case.messages.iter().enumerate() {
            let id = MessageId(at as u32);
            if message.attachments().is_empty() || !plan.covers(id) {
                continue;
            }
            for n in 0..message.attachments().len() {
                if plan.pictures().contains_key(&(id, n as u16)) {
                    pictures += 1;
                } else {
                    withheld += 1;
                }
            }
        }
        let info = |id: &str, pairs: &[(&str, String)]| GateLine {
            id: id.to_owned(),
            state: "info".to_owned(),
            args: args(pairs),
            places: Vec::new(),
        };
        lines.push(info(
            "not-searched",
            &[(
                "count",
                crate::workflow::receipt::NOT_SEARCHED.len().to_string(),
            )],
        ));
        lines.push(info(
            "attachments-withheld",
            &[
                ("withheld", withheld.to_string()),
                ("given", pictures.to_string()),
            ],
        ));
        lines.push(info(
            "left-out",
            &[("messages", plan.outside().to_string())],
        ));
        if counts.open_c > 0 {
            lines.push(info("possible", &[("places", counts.open_c.to_string())]));
        }
        if damaged > 0 || partial > 0 || unread > 0 {
            lines.push(info(
                "damaged",
                &[
                    ("records", damaged.to_string()),
                    ("partial", partial.to_string()),
                    ("unread", unread.to_string()),
                ],
            ));
        }
        if questions > 0 {
            lines.push(info("questions", &[("count", questions.to_string())]));
        }
        let mut per_basis = BTreeMap::new();
        for id in review.ids() {
            let concerned = review.finding(id).is_some_and(|f| plan.concerns(f.target));
            if concerned && matches!(review.outcome(id), Outcome::Redact { .. }) {
                *per_basis.entry(plan.label(review, id)).or_insert(0) += 1;
            }
        }
        Ok(GateView {
            ready: blocks.is_empty() && self.workspace.scanned && plan.messages() > 0,
            lines,
            review: counts,
            per_basis,
        })
    }

    /// Places of removed values that stay visible on purpose, with the reasons.
    fn kept_places(&self) -> Vec<GatePlace> {
        let review = &self.workspace.decisions.review;
        let kept = review.kept_occurrences().iter();
        kept.map(|kept| GatePlace {
            message: review.places().message(&kept.place),
            text: kept.reason.clone(),
            ..GatePlace::default()
        })
        .collect()
    }

    fn gate_places(&self, blocks: &[&Block]) -> Vec<GatePlace> {
        let mut places: Vec<GatePlace> = Vec::new();
        for block in blocks {
            let review = &self.workspace.decisions.review;
            let of_findings = block.findings.iter().filter_map(|id| {
                let finding = review.finding(*id)?;
                Some(self.gate_place(block, Some(*id), finding.target, finding.span))
            });
            let of_occurrences = block
                .occurrences
                .iter()
                .map(|found| self.gate_place(block, None, found.target, found.span));
            for place in of_findings.chain(of_occurrences) {
                // A value is redacted or kept in the whole message: one line for it.
                let listed =
                    |other: &GatePlace| other.value.is_some() && other.value == place.value;
                if !places.iter().any(listed) {
                    places.push(place);
                }
            }
            places.extend(block.messages.iter().map(|id| GatePlace {
                message: Some(*id),
                ..GatePlace::default()
            }));
            if places.len() >= PLACES {
                places.truncate(PLACES);
                break;
            }
        }
        places
    }

    fn gate_place(
        &self,
        block: &Block,
        finding: Option<FindingId>,
        target: Target,
        span: ByteSpan,
    ) -> GatePlace {
        let case = &self.workspace.case;
        let text = case.text(target).unwrap_or_default();
        let (before, shown, after) = around(text, span);
        let value = (block.kind == BlockKind::Inconsistent)
            .then(|| self.workspace.decisions.review.places().place(case, target))
            .flatten()
            .map(|place| OccurrenceView {
                place,
                category: block.category,
                key: block.key.to_string(),
            });
        GatePlace {
            finding,
            message: self.scene(|scene| scene.message_of(target)).ok().flatten(),
            text: shown,
            before,
            after,
            value,
        }
    }
}

/// A value with a few words before and after it.
pub(super) fn around(text: &str, span: ByteSpan) -> (String, String, String) {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let from = before.char_indices().rev().nth(AROUND - 1);
    let to = after.char_indices().nth(AROUND);
    (
        cut(before, from.map_or(0, |(at, _)| at), before.len()),
        span.of(text).unwrap_or_default().to_owned(),
        cut(after, 0, to.map_or(after.len(), |(at, _)| at)),
    )
}

/// A part of a text, with a mark where something was cut off.
fn cut(text: &str, from: usize, to: usize) -> String {
    let part = text.get(from..to).unwrap_or_default().replace('\n', " ");
    let (first, last) = (from > 0, to < text.len());
    format!(
        "{}{part}{}",
        if first { "…" } else { "" },
        if last { "…" } else { "" }
    )
}
