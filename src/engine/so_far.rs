//! What a search has found while it runs, and which conversations it searches first: those at the
//! top of the list that a person sees.

use super::{Engine, jobs::Running};
use crate::{
    error::Result,
    finding::Category,
    limits,
    model::ConversationId,
    protocol::{FoundIn, FoundKind, FoundSoFar},
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
    pub(super) fn found_so_far(&self) -> Result<FoundSoFar> {
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
                .take(limits::FOUND_SO_FAR_ROWS)
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
}
