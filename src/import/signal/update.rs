//! Notices in a conversation: calls, members who come and go, names, timers. The body is the
//! notice's own name in words; who and what it is about stand among the details.

use super::{item::tag, reader::Reader, tree::Node};
use crate::{
    import::Batch,
    model::{Call, Detail, DetailKind, Direction, Message, MessageKind},
};

/// Fields that name an account.
const ACCOUNTS: [&str; 13] = [
    "updaterAci",
    "memberAci",
    "newMemberAci",
    "aci",
    "removerAci",
    "removedAci",
    "inviterAci",
    "inviteeAci",
    "inviteePni",
    "inviteeServiceId",
    "requestorAci",
    "revokerAci",
    "mentionAci",
];
/// Fields with a text that somebody wrote or a name.
const TEXTS: [&str; 6] = [
    "newGroupName",
    "newDescription",
    "previousName",
    "newName",
    "username",
    "question",
];
/// Fields with a telephone number.
const NUMBERS: [&str; 2] = ["previousE164", "e164"];

/// Reads a notice.
pub fn read(mut update: Node, message: &mut Message, reader: &mut Reader, batch: &mut Batch) {
    message.kind = MessageKind::System;
    if let Some(call) = update.node("individualCall") {
        individual_call(call, message);
    } else if let Some(call) = update.node("groupCall") {
        group_call(call, message, reader, batch);
    } else if let Some(mut simple) = update.node("simpleUpdate") {
        message.body = sentence(&simple.word("type")).into();
    } else if let Some(mut change) = update.node("groupChange") {
        let mut names = Vec::new();
        for step in change.nodes("updates") {
            for (name, value) in step.0 {
                names.push(sentence(&name));
                about(Node::of(value), &name, message, reader, batch);
            }
        }
        message.body = names.join("; ").into();
    } else {
        let mut names = Vec::new();
        for (name, value) in std::mem::take(&mut update.0) {
            names.push(sentence(&name));
            about(Node::of(value), &name, message, reader, batch);
        }
        message.body = names.join("; ").into();
    }
    update.rest("updateMessage", &mut message.extra_mut().raw);
}

/// Who and what a notice is about.
fn about(
    mut update: Node,
    path: &str,
    message: &mut Message,
    reader: &mut Reader,
    batch: &mut Batch,
) {
    for name in ACCOUNTS {
        if let Some(account) = update.bytes(name) {
            // a service id may begin with its kind
            let bytes = match account.as_slice() {
                [_, rest @ ..] if rest.len() == 16 => rest,
                whole => whole,
            };
            let person = reader.people.by_account(bytes, batch);
            tag(Some(person), message, batch);
        }
    }
    for name in TEXTS {
        if let Some(text) = update.text(name) {
            let kind = match name {
                "question" => DetailKind::PollQuestion,
                _ => DetailKind::Description,
            };
            message.extra_mut().details.push(Detail::new(kind, text));
        }
    }
    for name in NUMBERS {
        if let Some(number) = update.int(name) {
            let number = Detail::new(DetailKind::Other, format!("+{number}"));
            message.extra_mut().details.push(number);
        }
    }
    if let Some(author) = update.int("authorId") {
        tag(reader.people.person(author), message, batch);
    }
    if let Some(ms) = update.int("expiresInMs") {
        let seconds = Detail::new(DetailKind::Other, format!("{} s", ms / 1000));
        message.extra_mut().details.push(seconds);
    }
    for inner in update.nodes("invitees") {
        about(inner, path, message, reader, batch);
    }
    update.rest(path, &mut message.extra_mut().raw);
}

fn individual_call(mut call: Node, message: &mut Message) {
    message.kind = MessageKind::Call;
    let state = call.word("state");
    message.direction = match call.word("direction").as_str() {
        "OUTGOING" => Direction::Out,
        _ => Direction::In,
    };
    message.extra_mut().call = Some(Call {
        // the backup does not say how long people spoke
        seconds: 0,
        // what has no state was answered
        answered: matches!(state.as_str(), "" | "UNKNOWN_STATE" | "ACCEPTED"),
    });
    let raw = &mut message.extra_mut().raw;
    raw.push(("individualCall.state".to_owned(), state));
    call.rest("individualCall", raw);
}

fn group_call(mut call: Node, message: &mut Message, reader: &Reader, batch: &Batch) {
    message.kind = MessageKind::Call;
    let state = call.word("state");
    let started = call.int("startedCallTimestamp").unwrap_or_default();
    let ended = call.int("endedCallTimestamp").unwrap_or_default();
    let by = call
        .int("ringerRecipientId")
        .or(call.int("startedCallRecipientId"))
        .and_then(|id| reader.people.person(id));
    if message.sender.is_none() {
        message.sender = by;
    }
    tag(by, message, batch);
    message.direction = match (by, reader.people.owner) {
        _ if state == "OUTGOING_RING" => Direction::Out,
        (Some(by), Some(owner)) if by == owner => Direction::Out,
        (Some(_), _) => Direction::In,
        _ => Direction::Unknown,
    };
    let extra = message.extra_mut();
    extra.call = Some(Call {
        seconds: ended.saturating_sub(started) / 1000 * u64::from(started > 0),
        answered: matches!(state.as_str(), "JOINED" | "ACCEPTED" | "OUTGOING_RING"),
    });
    let times = [
        ("groupCall.state", state),
        ("groupCall.startedCallTimestamp", started.to_string()),
    ];
    for (name, value) in times {
        extra.raw.push((name.to_owned(), value));
    }
    call.rest("groupCall", &mut extra.raw);
}

/// A name of the source in words: `groupMemberLeftUpdate` and `JOINED_SIGNAL` as "Group member
/// left update" and "Joined signal".
fn sentence(name: &str) -> String {
    let shouted = !name.chars().any(|c| c.is_ascii_lowercase());
    let mut out = String::with_capacity(name.len() + 8);
    for c in name.chars() {
        if c == '_' {
            out.push(' ');
        } else if out.is_empty() {
            out.push(c.to_ascii_uppercase());
        } else if c.is_ascii_uppercase() {
            if !shouted && !out.ends_with(' ') {
                out.push(' ');
            }
            out.push(c.to_ascii_lowercase());
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_words() {
        assert_eq!(
            sentence("groupMemberLeftUpdate"),
            "Group member left update"
        );
        assert_eq!(sentence("JOINED_SIGNAL"), "Joined signal");
        assert_eq!(sentence(""), "");
    }
}
