//! The embedded made-up export: an Android "SMS Backup & Restore" file, written from
//! `dialogue.txt` the same way every time, and the list of values planted in it. The pictures are
//! painted here; one of them carries a camera's place, to show that it is not passed on.
//!
//! Everything in it is invented: numbers come from series that are never given to a person
//! (docs/testing.md), addresses end in example.org.

use crate::demo::picture;
use jiff::{civil::DateTime, tz::TimeZone};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// The dialogue, in the notation that its head explains.
const DIALOGUE: &str = include_str!("dialogue.txt");
/// Whose phone it is.
pub const OWNER: &str = "+46701740605";
/// Where the phone was.
pub const ZONE: &str = "Europe/Copenhagen";

/// A value that must not survive in the released copy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Planted {
    /// The value as written.
    pub value: String,
    /// Category id of the finding.
    pub category: String,
    /// Position of the record in the export, from 1.
    pub message: usize,
    /// `body`, `subject`, `name`, `address` or `exif`.
    pub place: String,
}

/// What `planted.json` holds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Account {
    /// The owner's number, the answer to the load screen's question.
    pub owner: String,
    /// The phone's time zone.
    pub zone: String,
    /// Records in the export.
    pub messages: usize,
    /// Conversations in the export.
    pub conversations: usize,
    /// Every planted value, in the order of the export.
    pub planted: Vec<Planted>,
}

/// The two files of `tests/fixtures/demo`.
pub struct Demo {
    /// `sms-demo.xml`
    pub xml: String,
    /// `planted.json`
    pub planted: String,
}

#[derive(Clone)]
struct Member {
    name: String,
    address: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Received(usize),
    Sent,
    Draft,
}

struct Record {
    at_ms: i64,
    readable: String,
    members: Vec<Member>,
    kind: Kind,
    subject: Option<String>,
    body: String,
    surrogates: bool,
    picture: Option<String>,
    planted: Vec<(String, String)>,
}

/// Writes the export and its list.
pub fn generate() -> Result<Demo, String> {
    let (mut records, conversations) = parse(DIALOGUE)?;
    // The app writes texts first and multimedia messages after them, each by time.
    records.sort_by_key(|record| (is_mms(record), record.at_ms));
    let mut xml = String::from("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n");
    xml.push_str("<!--File Created By SMS Backup & Restore v10.20.002 on 23/04/2024 09:00:00-->\n");
    let _ = writeln!(
        xml,
        "<smses count=\"{}\" backup_set=\"7f0c1d4e-0000-4000-8000-000000000001\" backup_date=\"1713855600000\" type=\"full\">",
        records.len()
    );
    let mut planted = Vec::new();
    for (index, record) in records.iter().enumerate() {
        list_planted(record, index + 1, &mut planted);
        if is_mms(record) {
            write_mms(&mut xml, record, index + 1)?;
        } else {
            write_sms(&mut xml, record);
        }
    }
    xml.push_str("</smses>\n");
    let account = Account {
        owner: OWNER.to_owned(),
        zone: ZONE.to_owned(),
        messages: records.len(),
        conversations,
        planted,
    };
    let mut planted = serde_json::to_string_pretty(&account).map_err(|e| e.to_string())?;
    planted.push('\n');
    Ok(Demo { xml, planted })
}

fn is_mms(record: &Record) -> bool {
    record.picture.is_some() || record.members.len() > 1
}

fn parse(text: &str) -> Result<(Vec<Record>, usize), String> {
    let zone = TimeZone::get(ZONE).map_err(|e| e.to_string())?;
    let mut records = Vec::new();
    let mut members: Vec<Member> = Vec::new();
    let mut conversations = 0;
    let mut now = DateTime::constant(2024, 3, 4, 8, 0, 0, 0);
    for (number, line) in text.lines().enumerate() {
        let fail = |what: &str| format!("dialogue.txt line {}: {what}", number + 1);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(rest) = line.strip_prefix("thread ") {
            conversations += 1;
            let rest = rest.strip_prefix("Ledningsgruppen: ").unwrap_or(rest);
            members = rest
                .split("; ")
                .map(|member| {
                    let (name, address) = member.split_once(" | ").ok_or(fail("no address"))?;
                    Ok(Member {
                        name: name.to_owned(),
                        address: address.to_owned(),
                    })
                })
                .collect::<Result<_, String>>()?;
        } else if let Some(rest) = line.strip_prefix("at ") {
            now = rest.replace(' ', "T").parse().map_err(|_| fail("time"))?;
        } else if let Some(rest) = line.strip_prefix('+') {
            let minutes: i64 = rest.parse().map_err(|_| fail("minutes"))?;
            now = now
                .checked_add(jiff::Span::new().minutes(minutes))
                .map_err(|e| fail(&e.to_string()))?;
        } else {
            // A minute or two passes between two messages; the seconds look like a clock's.
            let step = 40 + (records.len() as i64 * 37) % 110;
            now = now
                .checked_add(jiff::Span::new().seconds(step))
                .map_err(|e| fail(&e.to_string()))?;
            let instant = zone.to_timestamp(now).map_err(|e| fail(&e.to_string()))?;
            let (kind, rest) = split_kind(line).ok_or(fail("unknown line"))?;
            let mut record = Record {
                at_ms: instant.as_millisecond() + (records.len() as i64 * 271) % 1000,
                readable: readable(now),
                members: members.clone(),
                kind,
                subject: None,
                body: String::new(),
                surrogates: rest.contains("\\s"),
                picture: None,
                planted: Vec::new(),
            };
            let mut rest = rest.replace("\\s", "").replace("\\n", "\n");
            if let Some(subject) = rest.strip_prefix("[subject: ") {
                let (subject, body) = subject.split_once("] ").ok_or(fail("subject"))?;
                record.subject = Some(subject.to_owned());
                rest = body.to_owned();
            }
            if let Some((body, picture)) = rest
                .strip_suffix(']')
                .and_then(|rest| rest.rsplit_once(" ["))
                .filter(|(_, name)| name.ends_with(".jpg") || name.ends_with(".png"))
            {
                record.picture = Some(picture.to_owned());
                rest = body.to_owned();
            }
            take_planted(&rest, &mut record).ok_or(fail("unclosed value"))?;
            records.push(record);
        }
    }
    Ok((records, conversations))
}

fn split_kind(line: &str) -> Option<(Kind, &str)> {
    let mut chars = line.chars();
    let kind = match chars.next()? {
        '>' => Kind::Sent,
        '~' => Kind::Draft,
        '<' => Kind::Received(0),
        _ => return None,
    };
    let rest = chars.as_str();
    match rest.chars().next().and_then(|c| c.to_digit(10)) {
        Some(n) if kind == Kind::Received(0) => {
            let member = (n as usize).checked_sub(1)?;
            Some((Kind::Received(member), rest.get(2..)?))
        }
        _ => Some((kind, rest.strip_prefix(' ').unwrap_or(rest))),
    }
}

/// Takes the marks off a text and remembers what they held.
fn take_planted(mut rest: &str, record: &mut Record) -> Option<()> {
    while let Some((before, after)) = rest.split_once('{') {
        let (mark, after) = after.split_once('}')?;
        let (category, value) = mark.split_once('|')?;
        record.body.push_str(before);
        record.body.push_str(value);
        record.planted.push((category.to_owned(), value.to_owned()));
        rest = after;
    }
    record.body.push_str(rest);
    Some(())
}

fn list_planted(record: &Record, message: usize, out: &mut Vec<Planted>) {
    let mut add = |value: &str, category: &str, place: &str| {
        let known = out
            .iter()
            .any(|p| p.value == value && p.category == category && p.place == place);
        // A contact stands at each of their messages: once is enough.
        if place != "body" && known {
            return;
        }
        out.push(Planted {
            value: value.to_owned(),
            category: category.to_owned(),
            message,
            place: place.to_owned(),
        });
    };
    for member in &record.members {
        if member.name != "(Unknown)" && member.name.contains(' ') && member.address.len() > 8 {
            add(&member.name, "person", "name");
        }
        if member.address.starts_with('+') {
            add(&member.address, "phone", "address");
        }
    }
    for (category, value) in &record.planted {
        add(value, category, "body");
    }
    if record.picture.as_deref() == Some(picture::WITH_PLACE) {
        add(picture::CAMERA, "gps", "exif");
    }
}

fn readable(at: DateTime) -> String {
    const MONTHS: [&str; 12] = [
        "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.",
        "dec.",
    ];
    let month = MONTHS
        .get(usize::from(at.month().unsigned_abs()) - 1)
        .copied()
        .unwrap_or_default();
    format!(
        "{}. {month} {} {:02}.{:02}.{:02}",
        at.day(),
        at.year(),
        at.hour(),
        at.minute(),
        at.second()
    )
}

fn escape(text: &str, surrogates: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            c if surrogates && u32::from(c) > 0xffff => {
                // What old versions of the app wrote: two halves that are no characters in XML.
                for half in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "&#{half};");
                }
            }
            c => out.push(c),
        }
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    let _ = write!(out, " {name}=\"");
    escape(value, false, out);
    out.push('"');
}

fn write_sms(out: &mut String, record: &Record) {
    let Some(member) = record.members.first() else {
        return;
    };
    let (kind, sent) = match record.kind {
        Kind::Received(_) => ("1", (record.at_ms - 2_000).to_string()),
        Kind::Sent => ("2", "0".to_owned()),
        Kind::Draft => ("3", "0".to_owned()),
    };
    out.push_str("  <sms");
    attribute(out, "protocol", "0");
    attribute(out, "address", &member.address);
    attribute(out, "date", &record.at_ms.to_string());
    attribute(out, "type", kind);
    attribute(out, "subject", record.subject.as_deref().unwrap_or("null"));
    out.push_str(" body=\"");
    escape(&record.body, record.surrogates, out);
    out.push('"');
    for (name, value) in [
        ("toa", "null"),
        ("sc_toa", "null"),
        ("service_center", "null"),
    ] {
        attribute(out, name, value);
    }
    attribute(out, "read", "1");
    attribute(out, "status", "-1");
    attribute(out, "locked", "0");
    attribute(out, "date_sent", &sent);
    attribute(out, "sub_id", "1");
    attribute(out, "readable_date", &record.readable);
    attribute(out, "contact_name", &member.name);
    out.push_str(" />\n");
}

fn write_mms(out: &mut String, record: &Record, number: usize) -> Result<(), String> {
    let join = |sep: &str, of: fn(&Member) -> &str| -> String {
        record.members.iter().map(of).collect::<Vec<_>>().join(sep)
    };
    let received = matches!(record.kind, Kind::Received(_));
    out.push_str("  <mms");
    attribute(out, "date", &record.at_ms.to_string());
    attribute(out, "rr", "129");
    attribute(out, "sub", record.subject.as_deref().unwrap_or("null"));
    attribute(out, "ct_t", "application/vnd.wap.multipart.related");
    attribute(out, "read_status", "null");
    attribute(out, "seen", "1");
    attribute(out, "msg_box", if received { "1" } else { "2" });
    attribute(out, "address", &join("~", |member| &member.address));
    attribute(out, "sub_cs", "null");
    attribute(
        out,
        "text_only",
        if record.picture.is_some() { "0" } else { "1" },
    );
    attribute(out, "m_type", if received { "132" } else { "128" });
    attribute(out, "m_id", &format!("demo{number:05}"));
    attribute(out, "v", "18");
    attribute(out, "read", "1");
    attribute(out, "locked", "0");
    attribute(out, "date_sent", &(record.at_ms / 1000 * 1000).to_string());
    attribute(out, "sub_id", "1");
    attribute(out, "readable_date", &record.readable);
    attribute(out, "contact_name", &join(", ", |member| &member.name));
    out.push_str(">\n    <parts>\n");
    let smil = "<smil><body><par dur=\"5000ms\"><text src=\"text.txt\"/></par></body></smil>";
    write_part(
        out,
        -1,
        "application/smil",
        "smil.xml",
        Some((smil, false)),
        None,
    );
    write_part(
        out,
        0,
        "text/plain",
        "text.txt",
        Some((&record.body, record.surrogates)),
        None,
    );
    if let Some(name) = &record.picture {
        let (media_type, bytes) = picture::paint(name)?;
        write_part(out, 1, media_type, name, None, Some(&bytes));
    }
    out.push_str("    </parts>\n    <addrs>\n");
    let sender = match record.kind {
        Kind::Received(n) => record
            .members
            .get(n)
            .map(|member| member.address.as_str())
            .ok_or("dialogue.txt: no such member of the group")?,
        Kind::Sent | Kind::Draft => OWNER,
    };
    let everyone = record
        .members
        .iter()
        .map(|member| member.address.as_str())
        .chain([OWNER]);
    for (address, kind) in std::iter::once((sender, "137"))
        .chain(everyone.filter(|a| *a != sender).map(|a| (a, "151")))
    {
        out.push_str("      <addr");
        attribute(out, "address", address);
        attribute(out, "type", kind);
        attribute(out, "charset", "106");
        out.push_str(" />\n");
    }
    out.push_str("    </addrs>\n  </mms>\n");
    Ok(())
}

fn write_part(
    out: &mut String,
    seq: i32,
    media_type: &str,
    name: &str,
    text: Option<(&str, bool)>,
    bytes: Option<&[u8]>,
) {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    out.push_str("      <part");
    attribute(out, "seq", &seq.to_string());
    attribute(out, "ct", media_type);
    attribute(out, "name", name);
    attribute(
        out,
        "chset",
        if media_type == "text/plain" {
            "106"
        } else {
            "null"
        },
    );
    attribute(out, "cd", "null");
    attribute(out, "fn", "null");
    attribute(
        out,
        "cid",
        &format!("<{}>", name.split('.').next().unwrap_or(name)),
    );
    attribute(out, "cl", name);
    attribute(out, "ctt_s", "null");
    attribute(out, "ctt_t", "null");
    out.push_str(" text=\"");
    match text {
        Some((text, surrogates)) => escape(text, surrogates, out),
        None => out.push_str("null"),
    }
    out.push('"');
    if let Some(bytes) = bytes {
        attribute(out, "data", &STANDARD.encode(bytes));
    }
    out.push_str(" />\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_runs_give_the_same_bytes() {
        let (one, two) = (generate().unwrap(), generate().unwrap());
        assert!(one.xml == two.xml && one.planted == two.planted);
        assert!(one.xml.len() < 400_000, "{} bytes", one.xml.len());
    }

    #[test]
    fn every_category_is_planted() {
        let account: Account = serde_json::from_str(&generate().unwrap().planted).unwrap();
        for category in maskera::finding::Category::ALL {
            let planted = account.planted.iter().any(|p| p.category == category.id());
            assert!(
                planted || *category == maskera::finding::Category::Manual,
                "{}",
                category.id()
            );
        }
    }

    #[test]
    fn surrogate_pairs_are_written_as_references() {
        let mut out = String::new();
        escape("a😀\n", true, &mut out);
        assert_eq!(out, "a&#55357;&#56832;&#10;");
    }
}
