//! People, capacities, the account register and how complete the material is.

use super::{Engine, Reply};
use crate::{
    error::{Code, Error, Result},
    model::ParticipantId,
    protocol::{
        AccountRow, CapacityAbout, CoverageLine, CoveragePart, CoverageView, LikelyAccountRow,
        LikelyPersonRow, PeoplePage, PersonPart, PersonRow, RegisterView,
    },
    review::{AccountEntry, Capacity, Event},
    workflow::{
        CoverageReport, CoverageText, PersonRecord, coverage_text, label, people, register,
        register_csv, unused_id,
    },
};

/// People in one answer.
const WINDOW: u32 = 500;
/// Proposed pairs in one answer.
const LIKELY: usize = 100;
/// Conversations with something to tell in one answer.
const CONVERSATIONS: usize = 200;
/// Bytes of one text of the register.
const TEXT: usize = 2_000;
/// Days of a gap that can be asked for.
const MOST_DAYS: u32 = 3_660;

impl Engine {
    pub(super) fn coverage_view(&self, days: u32) -> Result<Reply> {
        let days = days.clamp(1, MOST_DAYS);
        let zone = self.zone_name();
        let case = &self.workspace.case;
        let report = CoverageReport::new(case, &zone, &self.zone()?, days, &|_| true);
        let fixed = 1 + report.accounts.len();
        let texts = coverage_text(&self.texts, &report);
        let more = texts.len().saturating_sub(fixed + CONVERSATIONS);
        let parts = texts.into_iter().take(fixed + CONVERSATIONS);
        Ok(Reply::Coverage(CoverageView {
            days,
            zone,
            parts: parts.map(|part| self.coverage_part(part)).collect(),
            more: more as u32,
        }))
    }

    fn coverage_part(&self, part: CoverageText) -> CoveragePart {
        let title = match part.conversation {
            Some(id) => self.scene(|scene| scene.title(id)).unwrap_or(part.title),
            None => part.title,
        };
        CoveragePart {
            title,
            conversation: part.conversation,
            lines: part
                .sentences
                .into_iter()
                .map(|line| CoverageLine {
                    kind: line.id.to_owned(),
                    text: line.text,
                    message: line.message,
                    warn: line.warn,
                })
                .collect(),
            signs: part.signs,
        }
    }

    pub(super) fn people_page(
        &self,
        query: &str,
        capacity: Option<Capacity>,
        start: u32,
        count: u32,
    ) -> PeoplePage {
        let case = &self.workspace.case;
        let review = &self.workspace.decisions.review;
        let everybody = people(&self.workspace);
        let wanted = query.trim().to_lowercase();
        let fits = |person: &&PersonRecord| {
            let mut texts = person.names.iter().chain(&person.handles);
            capacity.is_none_or(|capacity| person.capacity == capacity)
                && (wanted.is_empty() || texts.any(|text| text.to_lowercase().contains(&wanted)))
        };
        let fitting: Vec<&PersonRecord> = everybody.iter().filter(fits).collect();
        let shown = fitting.iter().skip(start as usize);
        let name = |id: ParticipantId| {
            let participant = case.participants.get(id.index());
            let text = participant.map(label).unwrap_or_default();
            self.named(text)
        };
        let source = |at: usize| {
            let source = case.sources.get(at);
            source.map(|source| source.name.clone()).unwrap_or_default()
        };
        let likely = &case.merged.likely_people;
        PeoplePage {
            total: fitting.len() as u32,
            all: everybody.len() as u32,
            people: shown
                .take(count.min(WINDOW) as usize)
                .map(|person| self.person_row(person))
                .collect(),
            likely: likely
                .iter()
                .take(LIKELY)
                .map(|pair| LikelyPersonRow {
                    one: pair.one,
                    one_label: name(pair.one),
                    other: pair.other,
                    other_label: name(pair.other),
                    reason: pair.reason,
                })
                .collect(),
            likely_more: likely.len().saturating_sub(LIKELY) as u32,
            likely_accounts: case
                .merged
                .likely_accounts
                .iter()
                .map(|(one, other)| LikelyAccountRow {
                    one: *one,
                    one_name: source(one.index()),
                    other: *other,
                    other_name: source(other.index()),
                })
                .collect(),
            capacities: review.capacities(case).counts(case),
            can_undo: review.can_undo(),
            can_redo: review.can_redo(),
        }
    }

    fn person_row(&self, person: &PersonRecord) -> PersonRow {
        let name = person.names.first().or(person.handles.first());
        let several = person.sources.len() > 1;
        PersonRow {
            id: person.id,
            name: self.named(name.cloned().unwrap_or_default()),
            names: person.names.iter().skip(1).cloned().collect(),
            handles: person.handles.clone(),
            messages: person.messages,
            conversations: person.conversations,
            owner: person.owner,
            capacity: person.capacity,
            parts: person
                .sources
                .iter()
                .filter(|_| several)
                .map(|part| PersonPart {
                    id: part.id,
                    label: self.named(part.label.clone()),
                    source: part.source.clone(),
                })
                .collect(),
        }
    }

    /// A neutral word where the source gives neither name nor number.
    fn named(&self, text: String) -> String {
        if text.trim().is_empty() {
            self.texts.get("message-sender-none", &[])
        } else {
            text
        }
    }

    fn stable(&self, id: ParticipantId) -> Result<String> {
        let places = self.workspace.decisions.review.places();
        let name = places.participant_name(id);
        name.map(str::to_owned)
            .ok_or_else(|| Error::new(Code::UnknownTarget).with("kind", "participant"))
    }

    pub(super) fn same_person(
        &mut self,
        one: ParticipantId,
        other: ParticipantId,
        same: bool,
    ) -> Result<Reply> {
        let (one, other) = (self.stable(one)?, self.stable(other)?);
        self.record(Event::SamePerson { one, other, same }, None)
    }

    pub(super) fn same_account(
        &mut self,
        one: crate::model::SourceId,
        other: crate::model::SourceId,
        same: bool,
    ) -> Result<Reply> {
        let digest = |id: crate::model::SourceId| {
            let source = self.workspace.case.sources.get(id.index());
            source
                .map(|source| source.digests.sha256.clone())
                .ok_or_else(|| Error::new(Code::UnknownTarget).with("kind", "source"))
        };
        let (one, other) = (digest(one)?, digest(other)?);
        self.record(Event::SameAccount { one, other, same }, None)
    }

    pub(super) fn set_own(&mut self, participant: ParticipantId, own: bool) -> Result<Reply> {
        let participant = self.stable(participant)?;
        self.record(Event::Own { participant, own }, None)
    }

    pub(super) fn set_capacity(
        &mut self,
        about: CapacityAbout,
        capacity: Option<Capacity>,
    ) -> Result<Reply> {
        let unknown = || Error::new(Code::UnknownTarget);
        let case = &self.workspace.case;
        let places = self.workspace.decisions.review.places();
        let (place, message) = match about {
            CapacityAbout::Person { participant } => (self.stable(participant)?, None),
            CapacityAbout::Conversation { conversation } => {
                let name = places.conversation_name(conversation).ok_or_else(unknown)?;
                (name.to_owned(), None)
            }
            CapacityAbout::Message { message } => {
                let id = case.stable_id(message).ok_or_else(unknown)?;
                (id, Some(message))
            }
        };
        self.record(Event::Capacity { place, capacity }, message)
    }

    pub(super) fn register_view(&self) -> RegisterView {
        let review = &self.workspace.decisions.review;
        RegisterView {
            accounts: register(&self.workspace, self.ctx.clock.now_utc_ms())
                .into_iter()
                .map(|account| AccountRow {
                    id: account.id,
                    proposed: account.proposed,
                    entry: account.entry,
                    due: account.due,
                    overdue: account.overdue,
                })
                .collect(),
            can_undo: review.can_undo(),
            can_redo: review.can_redo(),
        }
    }

    pub(super) fn register_csv(&self) -> String {
        register_csv(&register(&self.workspace, self.ctx.clock.now_utc_ms()))
    }

    pub(super) fn set_account(
        &mut self,
        id: Option<String>,
        entry: Option<AccountEntry>,
    ) -> Result<Reply> {
        let id = id.unwrap_or_else(|| unused_id(&self.workspace));
        let too_long = |text: &String| text.len() > TEXT;
        if too_long(&id)
            || entry
                .as_ref()
                .is_some_and(|entry| entry.texts().any(too_long))
        {
            return Err(Error::new(Code::BadRequest).with("account", "too-long"));
        }
        let ruled = &self.workspace.decisions.review.ruled().register;
        if ruled.get(&id) != Some(&entry) {
            let entry = entry.map(Box::new);
            self.record(Event::Account { id, entry }, None)?;
        }
        Ok(Reply::Register(self.register_view()))
    }
}
