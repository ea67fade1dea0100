//! A case as JSON, for comparing.

use maskera::{
    model::{Accounting, Attachment, Case, Content, Handle, Message, ParticipantId, Source},
    time::iso_utc,
};
use serde_json::{Map, Value, json};

fn without_empty(value: Value) -> Value {
    let Value::Object(map) = value else {
        return value;
    };
    let kept = |value: &Value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::Array(list) => !list.is_empty(),
        Value::Object(map) => !map.is_empty(),
        _ => true,
    };
    Value::Object(
        map.into_iter()
            .filter(|(_, value)| kept(value))
            .collect::<Map<_, _>>(),
    )
}

/// Everything.
pub fn case(case: &Case) -> Value {
    let participants = case.participants.iter().map(|participant| {
        let handles = participant.handles.iter().map(|handle: &Handle| {
            if handle.raw == handle.normalised {
                handle.raw.clone()
            } else {
                format!("{} = {}", handle.raw, handle.normalised)
            }
        });
        without_empty(json!({
            "names": participant.names,
            "handles": handles.collect::<Vec<_>>(),
            "owner": participant.owner,
        }))
    });
    let conversations = case.conversations.iter().map(|conversation| {
        without_empty(json!({
            "key": conversation.key,
            "kind": format!("{:?}", conversation.kind),
            "title": conversation.title,
            "participants": conversation.participants.iter().map(|id| who(case, *id)).collect::<Vec<_>>(),
            "messages": conversation.messages.iter().map(|id| case.messages[id.index()].record).collect::<Vec<_>>(),
        }))
    });
    json!({
        "sources": case.sources.iter().map(source).collect::<Vec<_>>(),
        "participants": participants.collect::<Vec<_>>(),
        "conversations": conversations.collect::<Vec<_>>(),
        "messages": case.messages.iter().map(|one| message(case, one)).collect::<Vec<_>>(),
    })
}

fn who(case: &Case, id: ParticipantId) -> String {
    let participant = &case.participants[id.index()];
    participant
        .names
        .first()
        .or(participant.handles.first().map(|handle| &handle.raw))
        .cloned()
        .unwrap_or_default()
}

fn source(source: &Source) -> Value {
    let Accounting {
        seen,
        parsed,
        skipped,
        errors,
        repair_counts,
        partial,
        ..
    } = &source.accounting;
    let errors = errors.iter().map(|error| {
        json!({"reason": error.reason, "record": error.record, "member": error.place.member, "start": error.place.start, "len": error.place.len})
    });
    without_empty(json!({
        "name": source.name,
        "format": source.format,
        "variant": source.variant,
        "size": source.digests.size,
        "members": source.members,
        "seen": seen,
        "parsed": parsed,
        "skipped": skipped,
        "errors": errors.collect::<Vec<_>>(),
        "repairs": repair_counts,
        "partial": partial,
        "time_basis": source.time_basis,
        "zone": source.zone,
        "items": source.items,
        "questions": source.questions,
        "warnings": source.warnings,
    }))
}

fn attachment(one: &Attachment) -> Value {
    let content = match &one.content {
        Content::Absent => Value::Null,
        Content::Base64(place) => json!([place.member, place.start, place.len]),
        Content::Encoded(place, transfer) => json!([
            place.member,
            place.start,
            place.len,
            format!("{transfer:?}"),
        ]),
        Content::Member(index) => json!(index),
        Content::Encrypted(part) => json!(["encrypted", part.member, part.size]),
    };
    without_empty(json!({
        "name": one.name,
        "declared": one.declared,
        "sniffed": one.sniffed,
        "size": one.size,
        "presence": one.presence,
        "content": content,
    }))
}

fn message(case: &Case, one: &Message) -> Value {
    let time = &one.time;
    let mut fields = json!({
        "record": one.record,
        "conversation": case.conversations[one.conversation.index()].key,
        "sender": one.sender.map(|id| who(case, id)),
        "direction": one.direction,
        "kind": one.kind,
        "time": [json!(time.original), json!(time.basis), json!(time.utc_ms.map(iso_utc)), json!(time.local_ms)],
        "body": one.body,
        "place": [one.place.member as u64, one.place.start, one.place.len],
    });
    if let Some(extra) = &one.extra {
        let rare = json!({
            "subject": extra.subject,
            "recipients": extra.recipients.iter().map(|id| who(case, *id)).collect::<Vec<_>>(),
            "sent": extra.sent.as_ref().and_then(|sent| sent.utc_ms),
            "quoted": extra.quoted,
            "link_preview": extra.link_preview,
            "details": extra.details.iter().map(|detail| without_empty(json!({
                "kind": detail.kind,
                "text": detail.text,
                "by": detail.by.map(|id| who(case, id)),
                "time": detail.time.as_ref().map(|time| time.original.clone()),
            }))).collect::<Vec<_>>(),
            "attachments": extra.attachments.iter().map(attachment).collect::<Vec<_>>(),
            "call": extra.call.map(|call| json!([call.seconds, call.answered])),
            "edited": extra.edited,
            "clock_change": extra.clock_change,
            "address_conflict": extra.address_conflict,
            "raw": extra.raw,
        });
        if let (Value::Object(fields), Value::Object(rare)) = (&mut fields, rare) {
            fields.extend(rare);
        }
    }
    without_empty(fields)
}

/// What `inspect` would count.
pub fn counts(case: &Case) -> Value {
    let source = &case.sources[0];
    let loose = source.format == Some("imessage-typedstream");
    let wordings = |one: &Message| -> Vec<i64> {
        let details = one.details().iter().filter(|_| loose);
        let times = details.filter_map(|detail| detail.time.as_ref()?.utc_ms);
        times.chain(one.time.utc_ms).collect()
    };
    let times: Vec<i64> = case.messages.iter().flat_map(wordings).collect();
    let stickers = source.items.get("stickers").copied().unwrap_or(0);
    let attachments: usize = case
        .messages
        .iter()
        .map(|one| one.attachments().iter().filter(|one| !one.embedded).count())
        .sum();
    json!({
        "format": source.format,
        "conversations": case.conversations.len(),
        "messages": case.messages.len(),
        "participants": case.participants.len(),
        "attachments": attachments as u64 - stickers,
        "time_basis": source.time_basis,
        "first_utc": times.iter().min().map(|ms| iso_utc(*ms)),
        "last_utc": times.iter().max().map(|ms| iso_utc(*ms)),
        "records": source.accounting.seen,
    })
}
