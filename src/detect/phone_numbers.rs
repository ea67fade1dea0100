//! Keys of phone numbers: E.164 with plus where the country is known, else the bare digits.
//! Own numbering tables (guide section 6.6); validity is judged by length and first digits only.

/// Calling codes with known lengths of the rest: code, shortest, longest.
const PLANS: &[(&str, usize, usize)] = &[
    ("358", 5, 11),
    ("354", 7, 9),
    ("298", 6, 6),
    ("299", 6, 6),
    ("372", 7, 8),
    ("371", 8, 8),
    ("370", 8, 8),
    ("45", 8, 8),
    ("46", 7, 9),
    ("47", 8, 8),
    ("49", 6, 11),
    ("48", 9, 9),
    ("44", 9, 10),
    ("33", 9, 9),
    ("31", 9, 9),
    ("32", 8, 9),
    ("34", 9, 9),
    ("39", 8, 11),
    ("41", 9, 9),
    ("43", 7, 12),
    ("380", 9, 9),
    ("90", 10, 10),
    ("1", 10, 10),
    ("7", 10, 10),
];

/// How sure the length of an international number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// A known country and a length that it uses.
    Plan,
    /// An unknown country and a length between 8 and 15.
    Length,
}

/// Splits digits with a calling code into canonical digits (without trunk zero).
pub(super) fn international(digits: &str) -> Option<(String, Fit)> {
    for (code, shortest, longest) in PLANS {
        if let Some(rest) = digits.strip_prefix(code) {
            let rest = match *code {
                "39" => rest,
                _ => rest.strip_prefix('0').unwrap_or(rest),
            };
            let fits = (*shortest..=*longest).contains(&rest.len())
                && !(*code == "46" && rest.starts_with('7') && rest.len() != 9);
            return fits.then(|| (format!("{code}{rest}"), Fit::Plan));
        }
    }
    ((9..=15).contains(&digits.len()) && !digits.starts_with('0'))
        .then(|| (digits.to_owned(), Fit::Length))
}

/// The calling code of a country given as ISO code, calling code or language.
pub(super) fn calling_code(country: &str) -> Option<&'static str> {
    Some(match country.to_ascii_uppercase().trim_start_matches('+') {
        "DK" | "45" | "DA" => "45",
        "SE" | "46" | "SV" => "46",
        "NO" | "47" | "NB" | "NN" => "47",
        "FI" | "AX" | "358" => "358",
        "IS" | "354" => "354",
        _ => return None,
    })
}

/// The Nordic calling code of a key with plus.
pub(super) fn code_of(key: &str) -> Option<&'static str> {
    let digits = key.strip_prefix('+')?;
    ["45", "46", "47", "358", "354"]
        .into_iter()
        .find(|code| digits.starts_with(code))
}

/// Canonical digits of a national number in a country; `None` where it does not fit.
pub(super) fn national(digits: &str, code: &str) -> Option<String> {
    match code {
        "45" | "47" => (digits.len() == 8 && !digits.starts_with(['0', '1']))
            .then(|| format!("{code}{digits}")),
        "46" => (8..=10)
            .contains(&digits.len())
            .then(|| digits.strip_prefix('0'))
            .flatten()
            .filter(|rest| !rest.starts_with('0'))
            .map(|rest| format!("46{rest}")),
        "358" => (6..=12)
            .contains(&digits.len())
            .then(|| digits.strip_prefix('0'))
            .flatten()
            .filter(|rest| !rest.starts_with('0'))
            .map(|rest| format!("358{rest}")),
        "354" => (digits.len() == 7).then(|| format!("354{digits}")),
        _ => None,
    }
}

/// The country that a national number without any hint most probably belongs to.
pub(super) fn likely_code(digits: &str) -> Option<&'static str> {
    match digits.as_bytes() {
        [b'0', b'7', b'0' | b'2' | b'3' | b'6' | b'9', ..] if digits.len() == 10 => Some("46"),
        [b'0', b'5', b'0', ..] | [b'0', b'4', b'1' | b'5', ..] if digits.len() == 10 => Some("358"),
        [b'0', b'1'..=b'9', ..] if (8..=10).contains(&digits.len()) => Some("46"),
        [b'2' | b'3' | b'5' | b'6' | b'7' | b'8', ..] if digits.len() == 8 => Some("45"),
        _ => None,
    }
}

/// The canonical key of a phone number as people and exports write it: `+4520123456` where the
/// country is known or likely, the bare digits otherwise, `None` for anything that is no number.
/// `default_country` is an ISO code (`DK`) or a calling code (`45`).
#[must_use]
pub fn phone_key(raw: &str, default_country: Option<&str>) -> Option<String> {
    let plain = crate::text::Normalised::new(raw);
    let mut text = plain.as_str().trim();
    for scheme in ["tel:", "sms:", "smsto:"] {
        text = text.strip_prefix(scheme).unwrap_or(text);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let sign = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '+');
    if !text.chars().all(sign) || !(3..=17).contains(&digits.len()) {
        return None;
    }
    if text.starts_with('+') || text.starts_with("(+") {
        let known = international(&digits).map_or(digits, |(known, _)| known);
        return Some(format!("+{known}"));
    }
    if let Some(rest) = digits.strip_prefix("00")
        && let Some((known, _)) = international(rest)
    {
        return Some(format!("+{known}"));
    }
    let given = default_country.and_then(calling_code);
    if let Some(code) = given
        && let Some(known) = national(&digits, code)
    {
        return Some(format!("+{known}"));
    }
    if given.is_none()
        && let Some(code) = likely_code(&digits)
        && let Some(known) = national(&digits, code)
    {
        return Some(format!("+{known}"));
    }
    // 4520123456: some exports drop the plus
    if digits.len() > 9
        && ["45", "46", "47", "358"]
            .iter()
            .any(|code| digits.starts_with(code))
        && let Some((known, Fit::Plan)) = international(&digits)
    {
        return Some(format!("+{known}"));
    }
    Some(digits)
}

/// Every reading of digits as canonical digits (without plus), for comparing with known numbers.
pub(super) fn readings(digits: &str, plus: bool) -> Vec<String> {
    let mut all = vec![digits.to_owned()];
    if let Some((known, _)) = international(digits) {
        all.extend(known.strip_prefix("45").map(str::to_owned));
        all.extend(known.strip_prefix("47").map(str::to_owned));
        all.push(known);
    }
    if plus {
        return all;
    }
    if let Some((known, _)) = digits.strip_prefix("00").and_then(international) {
        all.push(known);
    }
    for code in ["45", "46", "47", "358", "354"] {
        all.extend(national(digits, code));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_for_all_forms() {
        for (raw, country, key) in [
            ("+46 70 174 06 05", None, "+46701740605"),
            ("070-1740605", None, "+46701740605"),
            ("0046701740605", None, "+46701740605"),
            ("+46 (0)70-174 06 05", None, "+46701740605"),
            ("20 12 34 56", Some("DK"), "+4520123456"),
            ("+4520123456", None, "+4520123456"),
            ("4520123456", None, "+4520123456"),
            ("412 34 567", Some("NO"), "+4741234567"),
            ("040 123 4567", Some("FI"), "+358401234567"),
            ("1177", None, "1177"),
        ] {
            assert_eq!(phone_key(raw, country).as_deref(), Some(key), "{raw}");
        }
        assert_eq!(phone_key("Anna", None), None);
        assert_eq!(phone_key("", None), None);
    }
}
