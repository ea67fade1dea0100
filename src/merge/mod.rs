//! Joining what several sources say: exports of one account become one set of threads, a message
//! that several of them hold is shown once, and the participants that are one person are told.
//!
//! Nothing is dropped: a twin stays among the messages of the case, marked, with its own source and
//! record; only the lists of the conversations leave it out, so that search, review and release
//! count it once. The result does not depend on the order in which sources were loaded, apart from
//! ids, and doing it again changes nothing. Rules: `docs/formats/merging.md`.
//!
//! Does not join across formats (an iPhone's database and a CSV made of it), and does not join
//! threads of two accounts that happen to have the same correspondent.

mod accounts;
mod people;
mod threads;
mod twins;
mod union;

pub use people::Rulings;

use crate::model::{Case, Conversation, ConversationId, Merged, MessageId, SourceId};
use std::collections::BTreeMap;

/// A thread that several sources may hold: format and key.
type ThreadKey = (&'static str, String);

/// Joins everything that can be told, and follows what a person ruled.
pub fn join(case: &mut Case, rulings: &Rulings) {
    reset(case);
    let threads = threads(case);
    let accounts = accounts::of(case, &threads, rulings);
    threads::join(case, &threads, &accounts);
    let people = people::join(case, &accounts.groups, rulings);
    let mut merged = Merged {
        accounts: accounts.listed(),
        likely_accounts: accounts.likely.clone(),
        people: people.people,
        person_of: people.person_of,
        likely_people: people.likely,
        ..Merged::default()
    };
    let held = by_conversation(case);
    for (conversation, messages) in held {
        let joined = twins::join(case, &accounts, &merged.person_of, &messages);
        let place = (conversation, messages.as_slice());
        twins::apply(case, &accounts, place, &joined, &mut merged);
    }
    merged.twins.sort_unstable();
    merged.copies = merged
        .twins
        .iter()
        .map(|(twin, shown)| (*shown, *twin))
        .collect();
    merged.copies.sort_unstable();
    merged.changes.sort_unstable();
    merged.changes.dedup();
    case.merged = merged;
}

/// Takes an earlier joining back: every message returns to the thread of its own source.
fn reset(case: &mut Case) {
    let home: BTreeMap<(ConversationId, SourceId), ConversationId> = case
        .conversations
        .iter()
        .enumerate()
        .filter_map(|(at, taken)| {
            Some((
                (taken.joined_into?, taken.source),
                ConversationId(at as u32),
            ))
        })
        .collect();
    if home.is_empty() {
        return;
    }
    for message in &mut case.messages {
        message.twin = false;
        if let Some(own) = home.get(&(message.conversation, message.source)) {
            message.conversation = *own;
        }
    }
    for ((into, _), own) in &home {
        let members = match case.conversations.get_mut(own.index()) {
            Some(taken) => {
                taken.joined_into = None;
                taken.participants.clone()
            }
            None => Vec::new(),
        };
        if let Some(into) = case.conversations.get_mut(into.index()) {
            into.participants.retain(|member| !members.contains(member));
        }
    }
    let mut touched: BTreeMap<ConversationId, Vec<MessageId>> = home
        .iter()
        .flat_map(|((into, _), own)| [(*into, Vec::new()), (*own, Vec::new())])
        .collect();
    for (at, message) in case.messages.iter().enumerate() {
        if let Some(messages) = touched.get_mut(&message.conversation) {
            messages.push(MessageId(at as u32));
        }
    }
    for (conversation, messages) in touched {
        let ordered = in_time_order(case, messages);
        if let Some(conversation) = case.conversations.get_mut(conversation.index()) {
            conversation.messages = ordered;
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

/// Messages of each conversation that holds those of several sources, in the order of the case.
fn by_conversation(case: &Case) -> BTreeMap<ConversationId, Vec<MessageId>> {
    let mut joined: BTreeMap<ConversationId, Vec<MessageId>> = case
        .conversations
        .iter()
        .filter_map(|conversation| Some((conversation.joined_into?, Vec::new())))
        .collect();
    if joined.is_empty() {
        return joined;
    }
    for (at, message) in case.messages.iter().enumerate() {
        if let Some(messages) = joined.get_mut(&message.conversation) {
            messages.push(MessageId(at as u32));
        }
    }
    joined
}

#[cfg(test)]
mod tests;
