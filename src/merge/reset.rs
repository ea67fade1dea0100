//! Takes a joining back: every message returns to the thread of its own source, with the texts and
//! directions that its source gave.

use super::in_time_order;
use crate::model::{Case, ConversationId, Merged, MessageId, SourceId};
use std::collections::BTreeMap;

/// Takes an earlier joining back, also one that was stopped half-way.
pub fn reset(case: &mut Case) {
    let merged = std::mem::take(&mut case.merged);
    take_back_texts(case, &merged);
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

/// Earlier words that another export gave, owners and directions that a person ruled.
fn take_back_texts(case: &mut Case, merged: &Merged) {
    for id in merged.earlier.iter().rev() {
        if let Some(extra) = case
            .messages
            .get_mut(id.index())
            .and_then(|message| message.extra.as_mut())
        {
            extra.details.pop();
        }
    }
    for (id, owner) in &merged.owners {
        if let Some(participant) = case.participants.get_mut(id.index()) {
            participant.owner = *owner;
        }
    }
    for (id, direction) in &merged.directions {
        if let Some(message) = case.messages.get_mut(id.index()) {
            message.direction = *direction;
        }
    }
}
