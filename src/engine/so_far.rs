//! What a search has found while it runs, and which conversations it searches first: those at the
//! top of the list that a person sees.

use super::{Engine, gate::around, jobs::Running};
use crate::{
    error::Result,
    finding::{Category, Finding},
    limits,
    model::ConversationId,
    protocol::{FoundIn, FoundKind, FoundPlace, FoundPlaces, FoundSoFar},
};
use std::{cmp::Reverse, collections::BTreeMap};

impl Engine {
    /// Conversations in the order of the list: the newest first, those left out at the end.
    pub(super) fn as_listed(&self) -> Vec<ConversationId> {
        let case = &self.workspace.case;
        let excluded = self.excluded();
        let last = |id: &ConversationId| {
            let conversation = case.conversations.get(id.index())?;
            let message = case.messages.get(conversation.messages.last()?.index())?;
            message.time.sort_ms()
        };
        let mut all: Vec<ConversationId> = (0..case.conversations.len() as u32)
            .map(ConversationId)
            .collect();
        all.sort_by_key(|id| (excluded.contains(id), Reverse(last(id)), *id));
        all
    }

    /// Findings of the conversations that are searched already; nothing where no search runs.
    pub(super) fn found_so_far(&self, rows: u32) -> Result<FoundSoFar> {
        let Some(Running::Scan(job)) = &self.running else {
            return Ok(FoundSoFar::default());
        };
        let finished = job.so_far();
        let mut counts: BTreeMap<Category, u32> = BTreeMap::new();
        for (category, places) in finished.iter().flat_map(|done| &done.places) {
            *counts.entry(*category).or_default() += places;
        }
        let mut kinds: Vec<FoundKind> = counts
            .into_iter()
            .map(|(category, places)| FoundKind { category, places })
            .collect();
        kinds.sort_by_key(|kind| (Reverse(kind.places), kind.category));
        let rows = self.scene(|scene| {
            let found = finished.iter().filter(|done| !done.places.is_empty());
            found
                .take((rows as usize).min(limits::FOUND_SO_FAR_ROWS))
                .map(|done| FoundIn {
                    conversation: done.conversation,
                    title: scene.title(done.conversation),
                    places: done.places.values().sum(),
                })
                .collect()
        })?;
        Ok(FoundSoFar {
            finished: finished.len() as u32,
            conversations: self.workspace.case.conversations.len() as u32,
            kinds,
            rows,
        })
    }
    /// A window of the likely findings of one of them.
    pub(super) fn found_in(
        &self,
        conversation: ConversationId,
        start: u32,
        count: u32,
    ) -> Result<FoundPlaces> {
        let Some(Running::Scan(job)) = &self.running else {
            return Ok(FoundPlaces::default());
        };
        let case = &self.workspace.case;
        let found: Vec<&Finding> = job.found_in(case, conversation).collect();
        let count = (count as usize).min(limits::FOUND_IN_PLACES);
        let window = found.iter().skip(start as usize).take(count);
        let places = self.scene(|scene| {
            window
                .map(|finding| {
                    let text = case.text(finding.target).unwrap_or_default();
                    let (before, value, after) = around(text, finding.span);
                    let clock = scene.clock_of(finding.target);
                    FoundPlace {
                        category: finding.category,
                        day: clock.day,
                        time: clock.time,
                        before,
                        text: value,
                        after,
                    }
                })
                .collect()
        })?;
        Ok(FoundPlaces {
            total: found.len() as u32,
            places,
        })
    }
}
