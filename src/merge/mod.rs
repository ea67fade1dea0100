//! Joining what several sources say: exports of one account become one set of threads, a message
//! that several of them hold is shown once, and the participants that are one person are told.
//!
//! Nothing is dropped: a twin stays among the messages of the case, marked, with its own source and
//! record; only the lists of the conversations leave it out, so that search, review and release
//! count it once. The result does not depend on the order in which sources were loaded, apart from
//! ids, nor on how the work is cut into steps, and doing it again changes nothing. Rules:
//! `docs/formats/merging.md`.
//!
//! Does not join across formats (an iPhone's database and a CSV made of it), and does not join
//! threads of two accounts that happen to have the same correspondent.

mod accounts;
mod own;
mod people;
mod reset;
mod steps;
mod threads;
mod twins;
mod union;

pub use people::Rulings;
pub use reset::reset;
pub use steps::JoinJob;

use crate::{
    job::Budget,
    model::{Case, Conversation, ConversationId, MessageId},
};
use std::collections::BTreeMap;

/// A thread that several sources may hold: format and key.
type ThreadKey = (&'static str, String);

/// Joins everything that can be told, and follows what a person ruled.
pub fn join(case: &mut Case, rulings: &Rulings) {
    JoinJob::new(rulings.clone()).finish(case);
}

/// Says when a step has worked long enough, and counts what was looked at.
struct Pause<'a> {
    until: Until<'a>,
    looked: u64,
}

enum Until<'a> {
    /// Never.
    End,
    /// The budget of a step.
    Spent(Budget<'a>),
    #[cfg(test)]
    Each,
}

impl Pause<'_> {
    fn due(&mut self) -> bool {
        self.looked += 1;
        match &mut self.until {
            Until::End => false,
            Until::Spent(budget) => budget.spent(),
            #[cfg(test)]
            Until::Each => true,
        }
    }
}

/// Messages by time; those without one stay behind the one they follow.
fn in_time_order(case: &Case, messages: Vec<MessageId>) -> Vec<MessageId> {
    let mut before = i64::MIN;
    let mut timed: Vec<(i64, MessageId)> = messages
        .into_iter()
        .map(|id| {
            let message = case.messages.get(id.index());
            before = message
                .and_then(|message| message.time.sort_ms())
                .unwrap_or(before);
            (before, id)
        })
        .collect();
    timed.sort_by_key(|(time, _)| *time);
    timed.into_iter().map(|(_, id)| id).collect()
}

/// Conversations by thread, in the order of the case; joined ones stand for what they took in.
fn threads(case: &Case) -> BTreeMap<ThreadKey, Vec<ConversationId>> {
    let mut threads: BTreeMap<ThreadKey, Vec<ConversationId>> = BTreeMap::new();
    for (at, conversation) in case.conversations.iter().enumerate() {
        if conversation.joined_into.is_some() {
            continue;
        }
        if let Some(format) = format(case, conversation) {
            let key = (format, conversation.key.clone());
            threads
                .entry(key)
                .or_default()
                .push(ConversationId(at as u32));
        }
    }
    threads
}

fn format(case: &Case, conversation: &Conversation) -> Option<&'static str> {
    case.sources.get(conversation.source.index())?.format
}

#[cfg(test)]
mod tests;
