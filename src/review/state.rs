//! The state that decisions add up to.

use super::{
    Action, Capacities, CaseScope, Event, FindingKey, Outcome, Places, Policy, Rule, Ruled,
    steps::Slot,
};
use crate::{
    finding::{Band, Category, Field, Finding, FindingId, SearchChoice, Target},
    model::{Case, MessageId},
    text::{CodePointSpan, OffsetMap},
};
use serde::{Deserialize, Serialize};
use std::{
    cell::OnceCell,
    collections::{BTreeMap, HashMap},
};

/// Position of a value group; stable only within one scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct ValueId(pub u32);

/// All findings of one value.
#[derive(Clone, Debug)]
pub struct ValueGroup {
    /// Category.
    pub category: Category,
    /// Canonical form.
    pub key: Box<str>,
    /// Band of its surest finding.
    pub best: Band,
    /// Its findings, in the order of the case.
    pub findings: Vec<FindingId>,
}

/// Numbers of findings by outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Open findings of bands A and B: they block the release.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub open: u64,
    /// Open findings of band C.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub open_possible: u64,
    /// Redacted.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub redacted: u64,
    /// Kept.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub kept: u64,
    /// Unsure.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub unsure: u64,
}

/// A removed value that stays visible at one place on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptOccurrence {
    /// Stable place, or a place of the finished files.
    pub place: String,
    /// Category of the value.
    pub category: Category,
    /// Canonical form of the value.
    pub key: String,
    /// Why.
    pub reason: String,
}

pub(super) type Stack = Vec<(u64, Action)>;

/// Findings, decisions and what they amount to.
#[derive(Debug)]
pub struct Review {
    pub(super) findings: Vec<Finding>,
    /// Findings of the scan; those after it were marked by hand.
    pub(super) scanned: usize,
    /// For each mark: how many steps hold it up.
    pub(super) held: Vec<u32>,
    /// Scan findings by target and start.
    pub(super) order: Vec<FindingId>,
    pub(super) marked: BTreeMap<Target, Vec<FindingId>>,
    pub(super) value_of: Vec<ValueId>,
    pub(super) values: Vec<ValueGroup>,
    pub(super) value_index: HashMap<(Category, Box<str>), ValueId>,
    pub(super) by_finding: HashMap<FindingId, Stack>,
    pub(super) by_value: HashMap<ValueId, Stack>,
    pub(super) by_message: BTreeMap<MessageId, Stack>,
    pub(super) by_attachment: BTreeMap<(MessageId, u16), Stack>,
    pub(super) policies: Vec<Policy>,
    pub(super) coverage: Vec<CaseScope>,
    pub(super) kept: Vec<KeptOccurrence>,
    pub(super) done: Vec<(Event, Slot)>,
    pub(super) undone: Vec<Event>,
    pub(super) seq: u64,
    pub(super) no_second_reviewer: bool,
    pub(super) ruled: Ruled,
    pub(super) search: SearchChoice,
    pub(super) capacities: OnceCell<Capacities>,
    pub(super) places: Places,
}

impl Review {
    /// A review without decisions. `FindingId` is the position in `findings`.
    #[must_use]
    pub fn new(case: &Case, findings: Vec<Finding>) -> Self {
        let mut review = Review {
            scanned: findings.len(),
            held: Vec::new(),
            order: (0..findings.len() as u32).map(FindingId).collect(),
            marked: BTreeMap::new(),
            value_of: Vec::with_capacity(findings.len()),
            values: Vec::new(),
            value_index: HashMap::new(),
            by_finding: HashMap::new(),
            by_value: HashMap::new(),
            by_message: BTreeMap::new(),
            by_attachment: BTreeMap::new(),
            policies: Vec::new(),
            coverage: Vec::new(),
            kept: Vec::new(),
            done: Vec::new(),
            undone: Vec::new(),
            seq: 0,
            no_second_reviewer: false,
            ruled: Ruled::default(),
            search: SearchChoice::default(),
            capacities: OnceCell::new(),
            places: Places::new(case),
            findings,
        };
        for at in 0..review.findings.len() {
            review.group(FindingId(at as u32));
        }
        let findings = &review.findings;
        review.order.sort_by_key(|id| {
            findings
                .get(id.0 as usize)
                .map(|finding| (finding.target, finding.span, finding.category))
        });
        review
    }

    pub(super) fn group(&mut self, id: FindingId) {
        let Some(finding) = self.findings.get(id.0 as usize) else {
            return;
        };
        let next = ValueId(self.values.len() as u32);
        let value = *self
            .value_index
            .entry((finding.category, finding.key.clone()))
            .or_insert(next);
        if value == next {
            self.values.push(ValueGroup {
                category: finding.category,
                key: finding.key.clone(),
                best: finding.band,
                findings: Vec::new(),
            });
        }
        if let Some(group) = self.values.get_mut(value.0 as usize) {
            group.findings.push(id);
            if (id.0 as usize) < self.scanned {
                group.best = group.best.min(finding.band);
            }
        }
        self.value_of.push(value);
    }

    /// All findings, those marked by hand at the end. Some marks may be taken back
    /// ([`Review::is_active`]).
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The findings of the scan, without marks.
    #[must_use]
    pub fn scanned_findings(&self) -> &[Finding] {
        self.findings.get(..self.scanned).unwrap_or_default()
    }

    /// A finding.
    #[must_use]
    pub fn finding(&self, id: FindingId) -> Option<&Finding> {
        self.findings.get(id.0 as usize)
    }

    /// Ids of all findings that count.
    pub fn ids(&self) -> impl Iterator<Item = FindingId> + '_ {
        (0..self.findings.len() as u32)
            .map(FindingId)
            .filter(|id| self.is_active(*id))
    }

    /// False for a mark that was taken back.
    #[must_use]
    pub fn is_active(&self, id: FindingId) -> bool {
        match (id.0 as usize).checked_sub(self.scanned) {
            None => true,
            Some(mark) => self.held.get(mark).is_some_and(|held| *held > 0),
        }
    }

    /// Findings of one text, by start (marks after the scan's).
    pub fn of_target(&self, target: Target) -> impl Iterator<Item = FindingId> + '_ {
        self.between(target, target)
            .chain(self.marked.get(&target).into_iter().flatten().copied())
            .filter(|id| self.is_active(*id))
    }

    /// Findings in all texts of a message.
    pub fn of_message(&self, id: MessageId) -> impl Iterator<Item = FindingId> + '_ {
        let first = Target::Message(id, Field::Body);
        let last = Target::Message(id, Field::AttachmentName(u16::MAX));
        self.between(first, last)
            .chain(
                self.marked
                    .range(first..=last)
                    .flat_map(|(_, ids)| ids.iter().copied()),
            )
            .filter(|id| self.is_active(*id))
    }

    fn between(&self, first: Target, last: Target) -> impl Iterator<Item = FindingId> + '_ {
        let target = |id: &FindingId| self.findings.get(id.0 as usize).map(|f| f.target);
        let start = self.order.partition_point(|id| target(id) < Some(first));
        let end = self.order.partition_point(|id| target(id) <= Some(last));
        self.order
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .copied()
    }

    /// All values, in order of first appearance.
    #[must_use]
    pub fn values(&self) -> &[ValueGroup] {
        &self.values
    }

    /// The value of a finding.
    #[must_use]
    pub fn value_of(&self, id: FindingId) -> Option<(ValueId, &ValueGroup)> {
        let value = *self.value_of.get(id.0 as usize)?;
        Some((value, self.values.get(value.0 as usize)?))
    }

    /// The group of a category and canonical form.
    #[must_use]
    pub fn value(&self, category: Category, key: &str) -> Option<(ValueId, &ValueGroup)> {
        let value = *self.value_index.get(&(category, key.into()))?;
        Some((value, self.values.get(value.0 as usize)?))
    }

    /// Stable names.
    #[must_use]
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The stable key of a finding.
    #[must_use]
    pub fn key(&self, case: &Case, id: FindingId) -> Option<FindingKey> {
        self.places.key(case, self.finding(id)?)
    }

    /// The finding of a stable key; also one that was marked and taken back.
    #[must_use]
    pub fn find(&self, case: &Case, key: &FindingKey) -> Option<FindingId> {
        let target = self.places.target(&key.place, &key.field)?;
        let span = OffsetMap::new(case.text(target)?)
            .bytes_of_code_points(CodePointSpan::new(key.start, key.end));
        self.between(target, target)
            .chain(self.marked.get(&target).into_iter().flatten().copied())
            .find(|id| {
                self.finding(*id)
                    .is_some_and(|f| f.span == span && f.category == key.category)
            })
    }

    /// The policy in force.
    #[must_use]
    pub fn policy(&self) -> Option<&Policy> {
        self.policies.last()
    }

    /// What the case covers.
    #[must_use]
    pub fn scope(&self) -> CaseScope {
        self.coverage.last().cloned().unwrap_or_default()
    }

    /// What was ruled about people and accounts.
    #[must_use]
    pub fn ruled(&self) -> &Ruled {
        &self.ruled
    }

    /// What is searched, as it was chosen last.
    #[must_use]
    pub fn search(&self) -> &SearchChoice {
        &self.search
    }

    /// In what capacity everybody writes; worked out once after each ruling.
    pub fn capacities(&self, case: &Case) -> &Capacities {
        self.capacities
            .get_or_init(|| Capacities::new(case, &self.places, &self.ruled))
    }

    /// Values that stay visible somewhere on purpose.
    #[must_use]
    pub fn kept_occurrences(&self) -> &[KeptOccurrence] {
        &self.kept
    }

    /// True when the reviewer went on without a second one.
    #[must_use]
    pub fn no_second_reviewer(&self) -> bool {
        self.no_second_reviewer
    }

    /// What becomes of a finding: the youngest decision of a person that touches it, else the
    /// policy. A redacted message takes all its findings along.
    #[must_use]
    pub fn outcome(&self, id: FindingId) -> Outcome<'_> {
        let Some(finding) = self.finding(id) else {
            return Outcome::Open;
        };
        if let Target::Message(message, _) = finding.target
            && let Some(basis) = self.withheld(message)
        {
            return Outcome::Redact {
                basis: basis.or_else(|| self.policy_basis(finding.category)),
            };
        }
        let value = self.value_of.get(id.0 as usize);
        let message = match finding.target {
            Target::Message(message, _) => self.by_message.get(&message),
            _ => None,
        };
        let decided = [
            self.by_finding.get(&id),
            value.and_then(|value| self.by_value.get(value)),
            message,
        ]
        .into_iter()
        .flatten()
        .filter_map(|stack| stack.last())
        .max_by_key(|(seq, _)| *seq);
        match decided {
            Some((_, Action::Redact { basis })) => Outcome::Redact {
                basis: basis
                    .as_deref()
                    .or_else(|| self.policy_basis(finding.category)),
            },
            Some((_, Action::Keep)) => Outcome::Keep,
            Some((_, Action::Unsure)) => Outcome::Unsure,
            None => self.by_policy(finding, value.copied()),
        }
    }

    fn policy_basis(&self, category: Category) -> Option<&str> {
        self.policy().and_then(|policy| policy.basis(category))
    }

    fn by_policy(&self, finding: &Finding, value: Option<ValueId>) -> Outcome<'_> {
        let Some(policy) = self.policy() else {
            return Outcome::Open;
        };
        // The value's surest finding decides for all of them: a number that is certain in one
        // message must not stay readable in another where only its context was missing.
        let best = value
            .and_then(|value| self.values.get(value.0 as usize))
            .map_or(finding.band, |group| group.best);
        match policy.rule(finding.category, best) {
            Rule::Redact => Outcome::Redact {
                basis: policy.basis(finding.category),
            },
            Rule::Keep => Outcome::Keep,
            Rule::Review => Outcome::Open,
        }
    }

    /// Whether a whole message is taken out, and its basis.
    #[must_use]
    pub fn withheld(&self, message: MessageId) -> Option<Option<&str>> {
        match self.by_message.get(&message)?.last()? {
            (_, Action::Redact { basis }) => Some(
                basis
                    .as_deref()
                    .or_else(|| self.policy().and_then(|p| p.default_basis.as_deref())),
            ),
            _ => None,
        }
    }

    /// The decision about a message itself.
    #[must_use]
    pub fn message_action(&self, message: MessageId) -> Option<&Action> {
        Some(&self.by_message.get(&message)?.last()?.1)
    }

    /// The decision about an attachment.
    #[must_use]
    pub fn attachment(&self, message: MessageId, n: u16) -> Option<&Action> {
        Some(&self.by_attachment.get(&(message, n))?.last()?.1)
    }

    /// Attachments that somebody decided to keep, in message order.
    pub fn kept_attachments(&self) -> impl Iterator<Item = (MessageId, u16)> + '_ {
        self.by_attachment
            .iter()
            .filter(|(_, stack)| matches!(stack.last(), Some((_, Action::Keep))))
            .map(|(at, _)| *at)
    }

    /// Messages that are taken out as a whole, in order.
    pub fn withheld_messages(&self) -> impl Iterator<Item = MessageId> + '_ {
        self.by_message
            .iter()
            .filter(|(_, stack)| matches!(stack.last(), Some((_, Action::Redact { .. }))))
            .map(|(id, _)| *id)
    }

    /// Numbers by outcome.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for id in self.ids() {
            let sure = self.finding(id).is_some_and(|f| f.band != Band::C);
            match self.outcome(id) {
                Outcome::Open if sure => counts.open += 1,
                Outcome::Open => counts.open_possible += 1,
                Outcome::Redact { .. } => counts.redacted += 1,
                Outcome::Keep => counts.kept += 1,
                Outcome::Unsure => counts.unsure += 1,
            }
        }
        counts
    }
}
