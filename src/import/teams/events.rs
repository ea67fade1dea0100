//! What the service itself writes into a conversation, and the lengths of calls.

use super::markup::add;
use crate::{
    import::account::Found,
    model::{Call, DetailKind, Direction, Message, MessageKind},
};
use serde_json::Value;

/// Ids inside an event, which say nothing to people.
const IDS: [&str; 11] = [
    "@odata.type",
    "id",
    "tenantId",
    "userIdentityType",
    "callId",
    "callDuration",
    "teamId",
    "channelId",
    "chatId",
    "meetingOrganizer",
    "visibleHistoryStartDateTime",
];

/// `PT1H2M3.4S` in seconds (ISO 8601 durations without years and months).
pub(super) fn seconds(text: &str) -> Option<u64> {
    let mut rest = text.strip_prefix('P')?;
    let mut all = 0_u64;
    let mut clock = false;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            clock = true;
            rest = after;
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let number = rest.get(..end)?.split('.').next()?;
        let number: u64 = number.parse().ok()?;
        let unit = match (rest.as_bytes().get(end)?, clock) {
            (b'D', false) => 86_400,
            (b'H', true) => 3_600,
            (b'M', true) => 60,
            (b'S', true) => 1,
            _ => return None,
        };
        all = all.checked_add(number.checked_mul(unit)?)?;
        rest = rest.get(end + 1..)?;
    }
    Some(all)
}

/// Ids and names of the people in an event.
pub(super) fn people(value: &Value, depth: usize, out: &mut Vec<(String, String)>) {
    if depth > 12 {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|one| people(one, depth + 1, out)),
        Value::Object(map) => {
            let part = |name: &str| map.get(name).and_then(Value::as_str);
            if let (Some(id), true) = (part("id"), map.contains_key("displayName")) {
                let name = part("displayName").unwrap_or_default();
                out.push((id.to_owned(), name.to_owned()));
            }
            map.values().for_each(|one| people(one, depth + 1, out));
        }
        _ => {}
    }
}

/// Reads the details of an event into a notice or a call. The people are left to the caller.
pub(super) fn fill(message: &mut Message, event: &Value) {
    let name = event
        .get("@odata.type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let name = name.rsplit('.').next().unwrap_or(name);
    let name = name.trim_end_matches("EventMessageDetail");
    message.kind = MessageKind::System;
    message.direction = Direction::System;
    let length = event
        .get("callDuration")
        .and_then(Value::as_str)
        .and_then(seconds);
    if name == "callEnded" || length.is_some() {
        message.kind = MessageKind::Call;
        message.direction = Direction::Unknown;
        let seconds = length.unwrap_or(0);
        message.extra_mut().call = Some(Call {
            seconds,
            answered: seconds > 0,
        });
    }
    if message.body.is_empty() {
        message.body = name.into();
    } else if !name.is_empty() {
        let raw = ("eventDetail".to_owned(), name.to_owned());
        message.extra_mut().raw.push(raw);
    }
    let mut found = Found::default();
    texts(event, 0, &mut found);
    for (kind, text) in found.details {
        add(message, kind, text);
    }
    message.extra_mut().raw.extend(found.raw);
}

/// Texts of an event without people, who become participants, and without ids.
fn texts(value: &Value, depth: usize, found: &mut Found) {
    let Value::Object(map) = value else {
        return;
    };
    for (name, value) in map {
        let person = value.get("user").is_some() || value.get("displayName").is_some();
        if IDS.contains(&name.as_str()) || person || depth > 8 {
            continue;
        }
        match value {
            Value::String(text) if !text.is_empty() => {
                let kind = match text.starts_with("https://") {
                    true => DetailKind::Link,
                    false => DetailKind::Description,
                };
                let text = match kind {
                    DetailKind::Link => text.clone(),
                    _ => format!("{name}: {text}"),
                };
                found.details.push((kind, text));
            }
            Value::Object(_) => texts(value, depth + 1, found),
            Value::Bool(_) | Value::Number(_) => {
                found.raw.push((name.clone(), value.to_string()));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        assert_eq!(seconds("PT1H2M3.4S"), Some(3_723));
        assert_eq!(seconds("PT45S"), Some(45));
        assert_eq!(seconds("P1DT1S"), Some(86_401));
        for odd in ["", "1H", "PT", "PTxS", "P5M", "PT99999999999999999999S"] {
            assert!(seconds(odd).is_none_or(|all| all == 0), "{odd}");
        }
    }
}
