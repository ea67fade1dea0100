//! Conversations of one account that are the same thread become one: the first in the order of the
//! case takes the others' messages and members in.

use super::{Pause, ThreadKey, accounts::Accounts};
use crate::model::{Case, ConversationId, ConversationKind};
use std::collections::BTreeMap;

/// Marks the threads that others take in; gives which into which.
pub(super) fn join(
    case: &mut Case,
    threads: &BTreeMap<ThreadKey, Vec<ConversationId>>,
    accounts: &Accounts,
) -> BTreeMap<ConversationId, ConversationId> {
    let mut moved: BTreeMap<ConversationId, ConversationId> = BTreeMap::new();
    for same in threads.values().filter(|same| same.len() > 1) {
        let mut first: BTreeMap<usize, ConversationId> = BTreeMap::new();
        for id in same {
            let Some(conversation) = case.conversations.get(id.index()) else {
                continue;
            };
            let account = accounts.of(conversation.source);
            match first.get(&account) {
                Some(into) => {
                    moved.insert(*id, *into);
                }
                None => {
                    first.insert(account, *id);
                }
            }
        }
    }
    for (from, into) in &moved {
        let Some(taken) = case.conversations.get_mut(from.index()) else {
            continue;
        };
        taken.joined_into = Some(*into);
        taken.messages.clear();
        let (participants, kind) = (taken.participants.clone(), taken.kind);
        let title = taken.title.clone();
        if let Some(into) = case.conversations.get_mut(into.index()) {
            for participant in participants {
                if !into.participants.contains(&participant) {
                    into.participants.push(participant);
                }
            }
            if kind == ConversationKind::Group {
                into.kind = kind;
            }
            into.title = into.title.take().or(title);
        }
    }
    moved
}

/// Moves messages to the threads that took theirs in; true when all have moved.
pub(super) fn move_messages(
    case: &mut Case,
    moved: &BTreeMap<ConversationId, ConversationId>,
    at: &mut usize,
    pause: &mut Pause<'_>,
) -> bool {
    if moved.is_empty() {
        return true;
    }
    while let Some(message) = case.messages.get_mut(*at) {
        *at += 1;
        if let Some(into) = moved.get(&message.conversation) {
            message.conversation = *into;
        }
        if pause.due() {
            return false;
        }
    }
    true
}
