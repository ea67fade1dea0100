//! The search over every text, a step per request: the page asks again until it is done.

use super::{Engine, Reply};
use crate::{
    error::Result,
    model::ConversationId,
    protocol::{SearchHit, SearchResult},
    review::Capacity,
    text::{OffsetMap, Utf16Span},
    workflow::{Hit, Query, SearchJob},
};
use std::cmp::Reverse;

/// Characters of a search snippet before and after the hit.
const SNIPPET: usize = 40;

/// The search that was asked for last, until the case changes.
pub(super) struct Searching {
    words: String,
    only: Option<ConversationId>,
    job: SearchJob,
    done: bool,
}

impl Engine {
    /// Goes on with a search, or begins another one.
    pub(super) fn search(
        &mut self,
        words: &str,
        only: Option<ConversationId>,
        capacity: Option<Capacity>,
        limit: u32,
    ) -> Result<Reply> {
        let same = |known: &Searching| known.words == words && known.only == only;
        let mut searching = match self.searching.take().filter(same) {
            Some(known) => known,
            None => Searching {
                words: words.to_owned(),
                only,
                job: SearchJob::new(&self.workspace.case, Query::new(words)?, only),
                done: false,
            },
        };
        searching.done = searching.done || searching.job.step(&self.workspace.case, &self.ctx);
        let hits = self.in_capacity(&searching.job, capacity);
        let result = SearchResult {
            done: searching.done,
            searched: searching.job.searched(),
            total: hits.len() as u32,
            hits: if searching.done {
                self.newest(searching.job.query(), &hits, limit as usize)?
            } else {
                Vec::new()
            },
        };
        self.searching = Some(searching);
        Ok(Reply::Search(result))
    }

    /// Hits in messages that were written in a capacity.
    fn in_capacity(&self, job: &SearchJob, wanted: Option<Capacity>) -> Vec<Hit> {
        let case = &self.workspace.case;
        let capacities = self.workspace.decisions.review.capacities(case);
        let fits = |hit: &&Hit| {
            wanted.is_none_or(|wanted| capacities.of_message(case, hit.message) == wanted)
        };
        job.hits().iter().filter(fits).copied().collect()
    }

    /// The newest hits as they are listed.
    fn newest(&self, query: &Query, hits: &[Hit], limit: usize) -> Result<Vec<SearchHit>> {
        let case = &self.workspace.case;
        let mut order: Vec<_> = hits
            .iter()
            .map(|hit| {
                let message = case.messages.get(hit.message.index());
                let time = message.and_then(|message| message.time.sort_ms());
                (Reverse(time), hit.message, *hit)
            })
            .collect();
        // Only what is listed is put in order.
        if limit < order.len() {
            order.select_nth_unstable_by_key(limit, |(time, id, _)| (*time, *id));
            order.truncate(limit);
        }
        order.sort_unstable_by_key(|(time, id, _)| (*time, *id));
        self.scene(|scene| {
            order
                .iter()
                .filter_map(|(_, _, hit)| {
                    let message = scene.message(hit.message, hit.index)?;
                    let text = message
                        .fields
                        .iter()
                        .map(|field| field.text.as_str())
                        .chain(message.attachments.iter().filter_map(|a| a.name.as_deref()))
                        .find(|text| query.is_in(text))
                        .or_else(|| message.fields.first().map(|field| field.text.as_str()))
                        .unwrap_or_default();
                    let (snippet, spans) = snippet(query, text);
                    Some(SearchHit {
                        message: hit.message,
                        conversation: hit.conversation,
                        index: hit.index,
                        title: scene.title(hit.conversation),
                        time: [message.day.unwrap_or_default(), message.time].join(" "),
                        sender: message.sender,
                        snippet,
                        spans,
                    })
                })
                .collect()
        })
    }
}

/// The text around the first hit, with all hits in it.
fn snippet(query: &Query, text: &str) -> (String, Vec<Utf16Span>) {
    let first = query.hits(text).next().map_or(0, |(start, _)| start);
    let start = text
        .get(..first)
        .and_then(|before| before.char_indices().rev().nth(SNIPPET - 1))
        .map_or(0, |(at, _)| at);
    let end = text
        .get(first..)
        .and_then(|behind| behind.char_indices().nth(SNIPPET * 3))
        .map_or(text.len(), |(at, _)| first + at);
    let part = text.get(start..end).unwrap_or_default().replace('\n', " ");
    let offsets = OffsetMap::new(&part);
    let spans = query
        .hits(&part)
        .map(|(start, end)| offsets.utf16(crate::text::ByteSpan::new(start as u32, end as u32)))
        .collect();
    (part, spans)
}
