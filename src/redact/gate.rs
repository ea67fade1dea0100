//! What blocks a release before it is written: open findings of bands A and B, unsure ones,
//! redactions without the basis that the policy demands, and values that are hidden in one place
//! and visible in another. Each with everything to jump to, in the order of the case.

use super::{
    Plan, Removed,
    matching::{Hit, Searcher},
};
use crate::{
    finding::{Band, Category, Field, FindingId, Target},
    job::{Ctx, Phase, Progress, Step},
    model::{Case, ConversationId, MessageId, ParticipantId},
    review::{Event, FindingKey, Mark, Outcome, Review, field_id},
    text::{ByteSpan, OffsetMap},
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Why something blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// Nobody decided on a finding of band A or B.
    Open,
    /// A person is unsure.
    Unsure,
    /// The policy demands a basis and there is none.
    MissingBasis,
    /// Hidden in one place, visible in another.
    Inconsistent,
}

/// A visible place of a removed value that no finding covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// In which text.
    pub target: Target,
    /// In bytes of it.
    pub span: ByteSpan,
}

/// One block: one value and one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Why.
    pub kind: BlockKind,
    /// Category of the value.
    pub category: Category,
    /// Canonical form of the value.
    pub key: Box<str>,
    /// Findings to jump to.
    pub findings: Vec<FindingId>,
    /// Visible places without a finding.
    pub occurrences: Vec<Occurrence>,
    /// Wholly withheld messages without a basis.
    pub messages: Vec<MessageId>,
}

impl Block {
    /// Number of places.
    #[must_use]
    pub fn count(&self) -> usize {
        self.findings.len() + self.occurrences.len() + self.messages.len()
    }
}

/// Looks through the case in steps.
pub struct GateJob {
    searcher: Searcher,
    removed: Vec<Removed>,
    next: u32,
    /// Names and titles are done.
    named: bool,
    occurrences: BTreeMap<usize, BTreeSet<Occurrence>>,
}

impl GateJob {
    /// Starts with the values that the plan removes.
    #[must_use]
    pub fn new(case: &Case, review: &Review, plan: &Plan) -> Self {
        let removed = plan.removed(case, review);
        Self {
            searcher: Searcher::new(&removed),
            removed,
            next: 0,
            named: false,
            occurrences: BTreeMap::new(),
        }
    }

    /// Works for one step.
    pub fn step(
        &mut self,
        case: &Case,
        review: &Review,
        plan: &Plan,
        ctx: &Ctx,
    ) -> Step<Vec<Block>> {
        let total = case.messages.len() as u32;
        let mut budget = ctx.budget();
        let progress = |done: u32| Progress {
            phase: Phase::Checking,
            done: u64::from(done),
            total: u64::from(total),
            records: u64::from(done),
        };
        while self.next < total && !self.searcher.is_empty() {
            let id = MessageId(self.next);
            self.next += 1;
            if plan.covers(id) {
                self.search_message(case, review, plan, id);
            }
            if budget.spent() {
                return Step::Working(progress(self.next));
            }
        }
        if !self.named {
            self.search_names(case, review, plan);
            self.named = true;
            return Step::Working(progress(total));
        }
        Step::Done(self.blocks(review, plan))
    }

    fn search_message(&mut self, case: &Case, review: &Review, plan: &Plan, id: MessageId) {
        let Some(message) = case.messages.get(id.index()) else {
            return;
        };
        for (field, _) in message.fields() {
            if !matches!(field, Field::AttachmentName(_)) {
                self.search(case, review, plan, Target::Message(id, field));
            }
        }
    }

    fn search_names(&mut self, case: &Case, review: &Review, plan: &Plan) {
        for at in 0..case.conversations.len() as u32 {
            self.search_title(case, review, plan, ConversationId(at));
        }
        for at in 0..case.participants.len() as u32 {
            self.search_participant(case, review, plan, ParticipantId(at));
        }
    }

    fn search_title(&mut self, case: &Case, review: &Review, plan: &Plan, id: ConversationId) {
        let target = Target::ConversationTitle(id);
        if plan.concerns(target) {
            self.search(case, review, plan, target);
        }
    }

    fn search_participant(&mut self, case: &Case, review: &Review, plan: &Plan, id: ParticipantId) {
        let Some(participant) = case.participants.get(id.index()) else {
            return;
        };
        for n in 0..participant.names.len() as u16 {
            self.search(case, review, plan, Target::ParticipantName(id, n));
        }
        for n in 0..participant.handles.len() as u16 {
            self.search(case, review, plan, Target::ParticipantHandle(id, n));
        }
    }

    fn search(&mut self, case: &Case, review: &Review, plan: &Plan, target: Target) {
        let Some(text) = case.text(target) else {
            return;
        };
        for visible in plan.visible(case, review, target) {
            let Some(piece) = visible.of(text) else {
                continue;
            };
            for Hit { value, span } in self.searcher.find(piece) {
                let span = ByteSpan::new(span.start + visible.start, span.end + visible.start);
                let Some(removed) = self.removed.get(value) else {
                    continue;
                };
                if !kept_on_purpose(case, review, target, removed) {
                    self.occurrences
                        .entry(value)
                        .or_default()
                        .insert(Occurrence { target, span });
                }
            }
        }
    }

    fn blocks(&self, review: &Review, plan: &Plan) -> Vec<Block> {
        let mut blocks = Blocks::new();
        let must_have_basis = review.policy().is_some_and(|policy| policy.require_basis);
        let mut missing_messages = BTreeSet::new();
        for id in review.ids() {
            let (Some(finding), Some((value, group))) = (review.finding(id), review.value_of(id))
            else {
                continue;
            };
            if !plan.concerns(finding.target) {
                continue;
            }
            let withheld = match finding.target {
                Target::Message(message, _) => review.withheld(message).is_some(),
                _ => false,
            };
            let kind = match review.outcome(id) {
                Outcome::Open if finding.band != Band::C => BlockKind::Open,
                Outcome::Unsure => BlockKind::Unsure,
                Outcome::Redact { basis: None } if must_have_basis && !withheld => {
                    BlockKind::MissingBasis
                }
                _ => continue,
            };
            block(&mut blocks, kind, value.0, group.category, &group.key)
                .findings
                .push(id);
        }
        if must_have_basis {
            missing_messages.extend(
                review
                    .withheld_messages()
                    .filter(|id| plan.covers(*id) && review.withheld(*id) == Some(None)),
            );
        }
        self.inconsistent(review, &mut blocks);
        if !missing_messages.is_empty() {
            let block = block(
                &mut blocks,
                BlockKind::MissingBasis,
                u32::MAX,
                Category::Manual,
                "",
            );
            block.messages = missing_messages.into_iter().collect();
        }
        blocks.into_values().collect()
    }

    fn inconsistent(&self, review: &Review, blocks: &mut Blocks) {
        for (at, places) in &self.occurrences {
            let Some(removed) = self.removed.get(*at) else {
                continue;
            };
            let Some((value, _)) = review.value(removed.category, &removed.key) else {
                continue;
            };
            let block = block(
                blocks,
                BlockKind::Inconsistent,
                value.0,
                removed.category,
                &removed.key,
            );
            for place in places {
                match finding_at(review, *place, removed.category) {
                    Some(id) if !block.findings.contains(&id) => block.findings.push(id),
                    Some(_) => {}
                    None => block.occurrences.push(*place),
                }
            }
        }
    }
}

type Blocks = BTreeMap<(BlockKind, u32), Block>;

fn block<'a>(
    blocks: &'a mut Blocks,
    kind: BlockKind,
    value: u32,
    category: Category,
    key: &str,
) -> &'a mut Block {
    blocks.entry((kind, value)).or_insert_with(|| Block {
        kind,
        category,
        key: key.into(),
        findings: Vec::new(),
        occurrences: Vec::new(),
        messages: Vec::new(),
    })
}

/// A visible finding of the same category at this place.
fn finding_at(review: &Review, place: Occurrence, category: Category) -> Option<FindingId> {
    review.of_target(place.target).find(|id| {
        review.finding(*id).is_some_and(|finding| {
            finding.category == category && finding.span.overlaps(place.span)
        })
    })
}

/// True when a person keeps this value at this place and said why.
#[must_use]
pub fn kept_on_purpose(case: &Case, review: &Review, target: Target, removed: &Removed) -> bool {
    let kept = review.kept_occurrences();
    if kept.is_empty() {
        return false;
    }
    let Some(place) = review.places().place(case, target) else {
        return false;
    };
    kept.iter().any(|kept| {
        kept.place == place && kept.category == removed.category && *kept.key == *removed.key
    })
}

/// Where one removed value is visible in one stable place (a message, a person, a title).
#[must_use]
pub fn visible_in(
    case: &Case,
    review: &Review,
    plan: &Plan,
    place: &str,
    category: Category,
    key: &str,
) -> Vec<Block> {
    let mut removed = plan.removed(case, review);
    removed.retain(|removed| removed.category == category && *removed.key == *key);
    let mut job = GateJob {
        searcher: Searcher::new(&removed),
        removed,
        next: 0,
        named: false,
        occurrences: BTreeMap::new(),
    };
    let places = review.places();
    if let Some(id) = places.message(place).filter(|id| plan.covers(*id)) {
        job.search_message(case, review, plan, id);
    } else if let Some(id) = places.participant(place) {
        job.search_participant(case, review, plan, id);
    } else if let Some(id) = places.conversation(place) {
        job.search_title(case, review, plan, id);
    }
    let mut blocks = Blocks::new();
    job.inconsistent(review, &mut blocks);
    blocks.into_values().collect()
}

/// The whole gate at once (command line, tests).
#[must_use]
pub fn gate(case: &Case, review: &Review, plan: &Plan, ctx: &Ctx) -> Vec<Block> {
    let mut job = GateJob::new(case, review, plan);
    loop {
        if let Step::Done(blocks) = job.step(case, review, plan, ctx) {
            return blocks;
        }
    }
}

/// A step that redacts everything that [`BlockKind::Inconsistent`] blocks list: findings that
/// were visible and occurrences that nothing had flagged. `None` when there is nothing.
#[must_use]
pub fn redact_twins(case: &Case, review: &Review, blocks: &[Block]) -> Option<Event> {
    let mut marks = Vec::new();
    for block in blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Inconsistent)
    {
        let of_findings = block
            .findings
            .iter()
            .filter_map(|id| review.finding(*id))
            .map(|finding| Occurrence {
                target: finding.target,
                span: finding.span,
            });
        for place in of_findings.chain(block.occurrences.iter().copied()) {
            let Some(text) = case.text(place.target) else {
                continue;
            };
            let Some(stable) = review.places().place(case, place.target) else {
                continue;
            };
            let span = OffsetMap::new(text).code_points(place.span);
            marks.push(Mark {
                at: FindingKey {
                    place: stable,
                    field: field_id(place.target),
                    start: span.start,
                    end: span.end,
                    category: block.category,
                },
                key: block.key.to_string(),
            });
        }
    }
    (!marks.is_empty()).then_some(Event::Mark {
        marks,
        action: crate::review::Action::Redact { basis: None },
    })
}
