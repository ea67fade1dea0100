//! Made-up chats, mails and tables in the forms of services, the same for the same arguments.
//! Numbers, names and addresses belong to nobody.

use crate::{
    Outcome,
    generate::{Dice, FOUND, NAMES, SENTENCES},
};
use serde_json::{Value, json};
use std::{
    fmt::Write as _,
    fs::File,
    io::{BufWriter, Write},
    path::Path,
};

/// First message, seconds since 1970.
const START: i64 = 1_577_836_800;
/// Of so many messages one holds something to find, and one has a reaction.
const RARE: u64 = 10;

/// One message before it is written in a form.
struct Said<'a> {
    number: u64,
    /// Whose it is, and whose it is not.
    who: usize,
    other: usize,
    at: jiff::ZonedDateTime,
    text: &'a str,
    reaction: bool,
}

impl Said<'_> {
    fn name(&self) -> &'static str {
        NAMES.get(self.who).copied().unwrap_or_default()
    }

    fn friend(&self) -> &'static str {
        NAMES.get(self.other).copied().unwrap_or_default()
    }
}

/// A form: what stands before, between and behind the messages, and one message.
struct Form {
    head: &'static str,
    between: &'static str,
    tail: &'static str,
    message: fn(&Said<'_>) -> String,
}

fn form(name: &str) -> Option<Form> {
    Some(match name {
        "messenger" => Form {
            head: "{\n  \"participants\": [\n    {\"name\": \"Mette Pr\\u00c3\\u00b8vesen\"}\n  ],\n  \"messages\": [\n",
            between: ",\n",
            tail: "\n  ],\n  \"title\": \"Opdigtet\",\n  \"is_still_participant\": true,\n  \"thread_path\": \"inbox/opdigtet_1\"\n}\n",
            message: messenger,
        },
        "telegram" => Form {
            head: "{\n \"name\": \"Opdigtet\",\n \"type\": \"personal_chat\",\n \"id\": 4711,\n \"messages\": [\n",
            between: ",\n",
            tail: "\n ]\n}\n",
            message: telegram,
        },
        "slack" => Form {
            head: "[\n",
            between: ",\n",
            tail: "\n]\n",
            message: slack,
        },
        "teams" => Form {
            head: "{\"@odata.context\": \"https://graph.example.org/v1.0/$metadata#messages\", \"value\": [\n",
            between: ",\n",
            tail: "\n]}\n",
            message: teams,
        },
        "google-chat" => Form {
            head: "{\n  \"messages\": [\n",
            between: ",\n",
            tail: "\n  ]\n}\n",
            message: google_chat,
        },
        "mbox" => Form {
            head: "",
            between: "",
            tail: "",
            message: mail,
        },
        "csv" => Form {
            head: "Chat Session,Message Date,Delivered Date,Read Date,Edited Date,Service,Type,Sender ID,Sender Name,Status,Replying to,Subject,Text,Reactions,Attachment,Attachment type\r\n",
            between: "",
            tail: "",
            message: row,
        },
        _ => return None,
    })
}

/// Writes messages in this form until the file has so many bytes.
pub fn chat(name: &str, bytes: u64, path: &Path) -> Outcome<Value> {
    let form = form(name).ok_or("no such form")?;
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let mut dice = Dice(3);
    let (mut written, mut number) = (0u64, 0u64);
    let mut text = String::new();
    out.write_all(form.head.as_bytes())?;
    while written < bytes {
        text.clear();
        for n in 0..=dice.below(3) {
            if n > 0 {
                text.push(' ');
            }
            text.push_str(dice.choose(SENTENCES));
        }
        if dice.below(RARE) == 0 {
            text.push(' ');
            text.push_str(dice.choose(FOUND));
        }
        // the list is written for XML
        let plain = text.replace("&amp;", "&").replace("&#128522;", "😊");
        let at = jiff::Timestamp::from_second(START + number as i64 * 60)?;
        let who = dice.below(NAMES.len() as u64) as usize;
        let message = (form.message)(&Said {
            number,
            who,
            other: (who + 1) % NAMES.len(),
            at: at.to_zoned_datetime(jiff::tz::TimeZone::UTC),
            text: &plain,
            reaction: dice.below(RARE) == 0,
        });
        if number > 0 {
            out.write_all(form.between.as_bytes())?;
        }
        out.write_all(message.as_bytes())?;
        written += (message.len() + form.between.len()) as u64;
        number += 1;
    }
    out.write_all(form.tail.as_bytes())?;
    out.flush()?;
    Ok(json!({ "messages": number, "bytes": written }))
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// As Meta writes it: UTF-8 taken for Latin-1, and all of that escaped.
fn doubled(text: &str) -> String {
    let mut out = String::from("\"");
    for byte in text.bytes() {
        match byte {
            b'"' | b'\\' => {
                out.push('\\');
                out.push(char::from(byte));
            }
            0x20..0x7f => out.push(char::from(byte)),
            _ => _ = write!(out, "\\u00{byte:02x}"),
        }
    }
    out.push('"');
    out
}

fn messenger(said: &Said<'_>) -> String {
    let reactions = if said.reaction {
        format!(
            "      \"reactions\": [\n        {{\n          \"reaction\": {},\n          \"actor\": {}\n        }}\n      ],\n",
            doubled("👍"),
            doubled(said.friend())
        )
    } else {
        String::new()
    };
    format!(
        "    {{\n      \"sender_name\": {},\n      \"timestamp_ms\": {},\n      \"content\": {},\n{reactions}      \"is_geoblocked_for_viewer\": false,\n      \"is_unsent_image_by_messenger_kid_parent\": false\n    }}",
        doubled(said.name()),
        said.at.timestamp().as_millisecond(),
        doubled(said.text),
    )
}

fn telegram(said: &Said<'_>) -> String {
    let (text, name) = (quoted(said.text), quoted(said.name()));
    let reactions = if said.reaction {
        format!(
            ",\n   \"reactions\": [\n    {{\n     \"type\": \"emoji\",\n     \"count\": 1,\n     \"emoji\": \"👍\",\n     \"recent\": [\n      {{\n       \"from\": {},\n       \"from_id\": \"user{}\",\n       \"date\": \"{}\"\n      }}\n     ]\n    }}\n   ]",
            quoted(said.friend()),
            said.other,
            said.at.strftime("%Y-%m-%dT%H:%M:%S"),
        )
    } else {
        String::new()
    };
    format!(
        "  {{\n   \"id\": {},\n   \"type\": \"message\",\n   \"date\": \"{}\",\n   \"date_unixtime\": \"{}\",\n   \"from\": {name},\n   \"from_id\": \"user{}\",\n   \"text\": {text},\n   \"text_entities\": [\n    {{\n     \"type\": \"plain\",\n     \"text\": {text}\n    }}\n   ]{reactions}\n  }}",
        said.number + 1,
        said.at.strftime("%Y-%m-%dT%H:%M:%S"),
        said.at.timestamp().as_second(),
        said.who,
    )
}

fn slack(said: &Said<'_>) -> String {
    let reactions = if said.reaction {
        format!(
            ",\n        \"reactions\": [\n            {{\n                \"name\": \"+1\",\n                \"users\": [\n                    \"U0{}\"\n                ],\n                \"count\": 1\n            }}\n        ]",
            said.other
        )
    } else {
        String::new()
    };
    let text = quoted(said.text);
    format!(
        "    {{\n        \"client_msg_id\": \"00000000-0000-4000-8000-{:012x}\",\n        \"type\": \"message\",\n        \"text\": {text},\n        \"user\": \"U0{}\",\n        \"ts\": \"{}.000100\",\n        \"team\": \"T01\",\n        \"blocks\": [{{\"type\": \"rich_text\", \"block_id\": \"b{}\", \"elements\": [{{\"type\": \"rich_text_section\", \"elements\": [{{\"type\": \"text\", \"text\": {text}}}]}}]}}]{reactions}\n    }}",
        said.number,
        said.who,
        said.at.timestamp().as_second(),
        said.number,
    )
}

fn teams(said: &Said<'_>) -> String {
    let identity = |n: usize, name: &str| {
        format!(
            "{{\"application\": null, \"device\": null, \"user\": {{\"@odata.type\": \"#microsoft.graph.teamworkUserIdentity\", \"id\": \"00000000-0000-4000-8000-00000000000{n}\", \"displayName\": {}, \"userIdentityType\": \"aadUser\"}}}}",
            quoted(name)
        )
    };
    let at = said.at.strftime("%Y-%m-%dT%H:%M:%S.000Z");
    let reactions = if said.reaction {
        format!(
            "{{\"reactionType\": \"like\", \"displayName\": \"Like\", \"createdDateTime\": \"{at}\", \"user\": {}}}",
            identity(said.other, said.friend())
        )
    } else {
        String::new()
    };
    format!(
        "{{\"id\": \"{}\", \"replyToId\": null, \"etag\": \"{}\", \"messageType\": \"message\", \"createdDateTime\": \"{at}\", \"lastModifiedDateTime\": \"{at}\", \"lastEditedDateTime\": null, \"deletedDateTime\": null, \"subject\": null, \"summary\": null, \"chatId\": \"19:opdigtet@thread.v2\", \"importance\": \"normal\", \"locale\": \"en-us\", \"webUrl\": null, \"channelIdentity\": null, \"policyViolation\": null, \"eventDetail\": null, \"from\": {}, \"body\": {{\"contentType\": \"text\", \"content\": {}}}, \"attachments\": [], \"mentions\": [], \"reactions\": [{reactions}]}}",
        said.at.timestamp().as_millisecond(),
        said.number,
        identity(said.who, said.name()),
        quoted(said.text),
    )
}

fn google_chat(said: &Said<'_>) -> String {
    let reactions = if said.reaction {
        format!(
            ",\n      \"reactions\": [\n        {{\n          \"emoji\": {{\n            \"unicode\": \"👍\"\n          }},\n          \"reactor_emails\": [\n            \"person{}@example.org\"\n          ]\n        }}\n      ]",
            said.other
        )
    } else {
        String::new()
    };
    format!(
        "    {{\n      \"creator\": {{\n        \"name\": {},\n        \"email\": \"person{}@example.org\",\n        \"user_type\": \"Human\"\n      }},\n      \"created_date\": \"{}\",\n      \"text\": {},\n      \"topic_id\": \"t{}\",\n      \"message_id\": \"m{}\"{reactions}\n    }}",
        quoted(said.name()),
        said.who,
        said.at.strftime("%A, %B %-d, %Y at %-I:%M:%S %p UTC"),
        quoted(said.text),
        said.number / 4,
        said.number,
    )
}

fn mail(said: &Said<'_>) -> String {
    format!(
        "From person{}@example.org {}\nFrom: {} <person{}@example.org>\nTo: {} <person{}@example.org>\nDate: {}\nMessage-ID: <{}@example.org>\nSubject: Opdigtet\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{}\n\n",
        said.who,
        said.at.strftime("%a %b %e %H:%M:%S %Y"),
        said.name(),
        said.who,
        said.friend(),
        said.other,
        said.at.strftime("%a, %d %b %Y %H:%M:%S +0000"),
        said.number,
        said.text,
    )
}

fn row(said: &Said<'_>) -> String {
    let at = said.at.strftime("%Y-%m-%d %H:%M:%S");
    let way = if said.who == 0 {
        "Outgoing"
    } else {
        "Incoming"
    };
    format!(
        "Opdigtet,{at},{at},,,iMessage,{way},+467017406{:02},{},Read,,,\"{}\",,,\r\n",
        said.who + 5,
        said.name(),
        said.text.replace('"', "\"\""),
    )
}
