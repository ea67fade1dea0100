//! The attributes of one tag, sorted into those that have a place in the model and the rest.

use super::values::{Mended, unescape};
use crate::{
    error::Code,
    limits,
    model::RepairKind,
    time::{TimeBasis, Timestamp},
};
use quick_xml::events::attributes::Attributes;
use std::{borrow::Cow, ops::Range};

/// Raw attribute values; `null` is absent.
#[derive(Debug, Default)]
pub(super) struct Fields<'a> {
    pub address: Option<&'a str>,
    pub date: Option<&'a str>,
    pub date_sent: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub body: Option<&'a str>,
    pub subject: Option<&'a str>,
    pub contact_name: Option<&'a str>,
    pub msg_box: Option<&'a str>,
    pub duration: Option<&'a str>,
    pub count: Option<&'a str>,
    pub ct: Option<&'a str>,
    pub text: Option<&'a str>,
    pub file_names: [Option<&'a str>; 3],
    /// A text that reads `null`: absent or meant, the source does not tell.
    pub null_text: bool,
    pub other: Vec<(&'a str, &'a str)>,
}

/// Reads the attributes behind the tag's name.
pub(super) fn fields<'a>(tag: &'a str, name_len: usize) -> Result<Fields<'a>, Code> {
    let mut fields = Fields::default();
    let tag = tag.strip_suffix('/').unwrap_or(tag);
    let mut attributes = Attributes::new(tag, name_len);
    attributes.with_checks(false);
    for (n, attribute) in attributes.enumerate() {
        let attribute = attribute.map_err(|_| Code::MalformedRecord)?;
        let Cow::Borrowed(value) = attribute.value else {
            return Err(Code::MalformedRecord);
        };
        fields.add(n, attribute.key.0, value)?;
    }
    Ok(fields)
}

/// Reads attributes whose places are known.
pub(super) fn fields_at<'a>(
    tag: &'a str,
    attributes: &[(Range<usize>, Range<usize>)],
) -> Result<Fields<'a>, Code> {
    let mut fields = Fields::default();
    for (n, (key, value)) in attributes.iter().enumerate() {
        match (tag.get(key.clone()), tag.get(value.clone())) {
            (Some(key), Some(value)) => fields.add(n, key, value)?,
            _ => return Err(Code::MalformedRecord),
        }
    }
    Ok(fields)
}

impl<'a> Fields<'a> {
    /// Adds the attribute at this position.
    fn add(&mut self, at: usize, key: &'a str, value: &'a str) -> Result<(), Code> {
        if at >= limits::XML_ATTRIBUTES {
            return Err(Code::LimitExceeded);
        }
        // bytes: the compiler then looks at the length first, not at one name after the other
        let slot = match key.as_bytes() {
            b"address" | b"number" => &mut self.address,
            b"date" => &mut self.date,
            b"date_sent" => &mut self.date_sent,
            b"type" => &mut self.kind,
            b"body" => &mut self.body,
            b"subject" | b"sub" => &mut self.subject,
            b"contact_name" => &mut self.contact_name,
            b"msg_box" => &mut self.msg_box,
            b"duration" => &mut self.duration,
            b"count" => &mut self.count,
            b"ct" => &mut self.ct,
            b"text" => &mut self.text,
            b"cl" => &mut self.file_names[0],
            b"fn" => &mut self.file_names[1],
            b"name" => &mut self.file_names[2],
            b"data" => return Ok(()),
            _ => {
                if value != "null" && !value.is_empty() && !documented(key) {
                    self.other.push((key, value));
                }
                return Ok(());
            }
        };
        if slot.is_some() {
            // two texts for one field: neither may be passed over
            return Err(Code::MalformedRecord);
        }
        if value != "null" {
            *slot = Some(value);
        } else if key == "body" {
            self.null_text = true;
        }
        Ok(())
    }
}

/// Attributes that SyncTech's schema lists (fields of the phone's tables) and that say nothing
/// about people or content. They are not copied to the model: the record's place leads to them.
fn documented(key: &str) -> bool {
    matches!(
        key.as_bytes(),
        b"app_id"
            | b"backup_date"
            | b"cd"
            | b"chset"
            | b"cid"
            | b"creator"
            | b"ct_cls"
            | b"ct_l"
            | b"ct_t"
            | b"ctt_s"
            | b"ctt_t"
            | b"d_rpt"
            | b"d_tm"
            | b"error_code"
            | b"exp"
            | b"locked"
            | b"m_cls"
            | b"m_id"
            | b"m_size"
            | b"m_type"
            | b"msg_id"
            | b"name"
            | b"phone_id"
            | b"post_dial_digits"
            | b"presentation"
            | b"pri"
            | b"protocol"
            | b"read"
            | b"read_status"
            | b"readable_date"
            | b"reserved"
            | b"resp_st"
            | b"resp_txt"
            | b"retr_st"
            | b"retr_txt"
            | b"retr_txt_cs"
            | b"rpt_a"
            | b"rr"
            | b"safe_message"
            | b"sc_toa"
            | b"secret_mode"
            | b"seen"
            | b"seq"
            | b"service_center"
            | b"sim_imsi"
            | b"sim_slot"
            | b"spam_report"
            | b"st"
            | b"status"
            | b"sub_cs"
            | b"sub_id"
            | b"subscription_component_name"
            | b"subscription_id"
            | b"text_only"
            | b"toa"
            | b"tr_id"
            | b"using_mode"
            | b"v"
            | b"x_of_y"
    )
}

/// Milliseconds since 1970 in UTC, and whether the source wrote seconds. Eleven digits and fewer
/// are seconds: as milliseconds they would lie before March 1973.
pub(super) fn instant(raw: &str) -> Option<(i64, bool)> {
    let value = raw.trim().parse::<i64>().ok()?;
    let seconds = (100_000_000..100_000_000_000).contains(&value);
    let ms = if seconds {
        value.checked_mul(1000)?
    } else {
        value
    };
    jiff::Timestamp::from_millisecond(ms).ok()?;
    Some((ms, seconds))
}

/// The time of a record, and whether it is written in seconds.
pub(super) fn time(raw: Option<&str>, mended: &mut Mended) -> (Timestamp, bool) {
    let Some(raw) = raw else {
        return (Timestamp::default(), false);
    };
    match instant(raw) {
        Some((ms, seconds)) => (Timestamp::utc(raw, ms), seconds),
        None => {
            mended.0.push(RepairKind::BadDate);
            let time = Timestamp {
                original: raw.into(),
                basis: TimeBasis::Unparsed,
                ..Timestamp::default()
            };
            (time, false)
        }
    }
}

/// A contact name that says something.
pub(super) fn contact_name<'a>(raw: Option<&'a str>, mended: &mut Mended) -> Option<Cow<'a, str>> {
    raw.filter(|name| !name.is_empty() && *name != "(Unknown)")
        .map(|name| unescape(name, mended))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documented_names() {
        assert!(documented("v") && documented("subscription_component_name"));
        assert!(!documented("body2") && !documented(""));
    }

    #[test]
    fn sorted_into_places() {
        let tag = "sms address=\"+1\" body=\"null\" subject='null' zzz=\"1\" read=\"1\" /";
        let fields = fields(tag, 3).unwrap();
        assert_eq!(fields.address, Some("+1"));
        assert!(fields.null_text && fields.body.is_none() && fields.subject.is_none());
        assert_eq!(fields.other, [("zzz", "1")]);
        assert!(super::fields("sms a=\"1\" b", 3).is_err());
        assert!(super::fields("sms body=\"1\" body=\"2\"", 3).is_err());
    }

    #[test]
    fn times() {
        let mut mended = Mended::default();
        assert_eq!(
            time(Some("1609545600000"), &mut mended).0.utc_ms,
            Some(1_609_545_600_000)
        );
        assert_eq!(
            time(Some("1609545600"), &mut mended),
            (Timestamp::utc("1609545600", 1_609_545_600_000), true)
        );
        assert!(mended.0.is_empty());
        assert_eq!(
            time(Some("i går"), &mut mended).0.basis,
            TimeBasis::Unparsed
        );
        assert_eq!(
            time(Some("9223372036854775807"), &mut mended).0.utc_ms,
            None
        );
        assert_eq!(mended.0, [RepairKind::BadDate; 2]);
    }
}
