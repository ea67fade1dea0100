//! Other written forms of a value: for proposing twins of a redacted value and for searching the
//! finished files for it. A list of plain strings; comparing without case is the reader's part.

use super::{fold, phone_numbers::phone_key};
use crate::{finding::Category, text::Normalised};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// Other ways to write `text`, sorted, without `text` itself.
#[must_use]
pub fn forms(category: Category, text: &str) -> Vec<String> {
    let plain = Normalised::new(text);
    let plain = plain.as_str().trim();
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let mut all = BTreeSet::new();
    match category {
        Category::SePersonnummer | Category::SeSamordningsnummer => {
            personal_number(plain, &digits, &mut all);
        }
        Category::DkCpr => split_forms(plain, 6, &["", "-", " "], &mut all),
        Category::NoFodselsnummer => split_forms(&digits, 6, &["", " ", "-"], &mut all),
        Category::FiHetu => {
            all.insert(plain.to_uppercase());
            all.insert(plain.to_lowercase());
        }
        Category::Iban | Category::PaymentCard => {
            let compact: String = plain.chars().filter(|c| c.is_alphanumeric()).collect();
            for compact in [compact.to_uppercase(), compact.to_lowercase()] {
                all.insert(in_fours(&compact, " "));
                all.insert(in_fours(&compact, "-"));
                all.insert(compact);
            }
        }
        Category::Phone => phone(plain, &digits, &mut all),
        Category::OneTimeCode => split_forms(&digits, digits.len() / 2, &["", " ", "-"], &mut all),
        Category::Email => {
            all.insert(plain.to_lowercase());
            for at in ["(at)", "[at]", " (at) ", " [at] "] {
                all.insert(plain.replacen('@', at, 1));
            }
        }
        Category::Person | Category::Manual => name(plain, &mut all),
        Category::SeOrgnr => split_forms(plain, 6, &["", "-", " "], &mut all),
        Category::FiYtunnus => split_forms(plain, 7, &["-", ""], &mut all),
        Category::IsKennitala => split_forms(plain, 6, &["", "-", " "], &mut all),
        Category::SeReservnummer => split_forms(plain, 8, &["", "-", " "], &mut all),
        Category::DkCvr | Category::DkPnummer | Category::NoOrgnr | Category::Imei => {
            all.insert(digits.clone());
            for cut in [&[2, 2, 2][..], &[4], &[3, 3], &[2, 6, 6]] {
                all.insert(grouped(&digits, cut, " "));
            }
        }
        Category::SeBankgiro | Category::SePlusgiro => {
            all.insert(digits.clone());
            split_forms(
                &digits,
                digits.len().saturating_sub(1),
                &["-", " -"],
                &mut all,
            );
            split_forms(
                &digits,
                digits.len().saturating_sub(4),
                &["-", " "],
                &mut all,
            );
        }
        Category::NoBankAccount => {
            all.insert(digits.clone());
            for sign in [".", " "] {
                all.insert(grouped(&digits, &[4, 2], sign));
            }
        }
        Category::SeBankAccount | Category::DkBankAccount => {
            all.insert(digits.clone());
            split_forms(&digits, 4, &["-", " ", "/"], &mut all);
        }
        Category::Passport
        | Category::IdCard
        | Category::DrivingLicence
        | Category::VehiclePlate
        | Category::MacAddress => {
            let compact: String = plain.chars().filter(|c| c.is_alphanumeric()).collect();
            let letters = compact.chars().take_while(|c| c.is_alphabetic()).count();
            for compact in [compact.to_uppercase(), compact.to_lowercase()] {
                for at in [letters, letters + 2] {
                    split_forms(&compact, at, &[" ", "-"], &mut all);
                }
                all.insert(compact);
            }
        }
        Category::Address
        | Category::SocialHandle
        | Category::SeFastighet
        | Category::DkMatrikel => {
            all.insert(plain.to_lowercase());
            all.insert(plain.to_uppercase());
        }
        Category::CaseNumber
        | Category::BirthDate
        | Category::Age
        | Category::UrlSecret
        | Category::Health
        | Category::Union
        | Category::Religion
        | Category::Politics
        | Category::Ethnicity
        | Category::SexLife
        | Category::GeneticBiometric
        | Category::Offence
        | Category::Supervision
        | Category::IpAddress
        | Category::Gps
        | Category::Credential
        | Category::SecrecyMarking
        | Category::ProtectedIdentity => {}
    }
    for form in all.clone() {
        all.insert(form.nfc().collect());
        all.insert(form.nfd().collect());
    }
    all.insert(text.nfc().collect());
    all.insert(text.nfd().collect());
    all.remove(text);
    all.remove("");
    all.into_iter().collect()
}

fn split_forms(text: &str, at: usize, signs: &[&str], all: &mut BTreeSet<String>) {
    let compact: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    if let Some((head, tail)) = compact.split_at_checked(at)
        && !head.is_empty()
        && !tail.is_empty()
    {
        for sign in signs {
            all.insert(format!("{head}{sign}{tail}"));
        }
    }
}

/// Ten and twelve digits, with and without sign. Both centuries that the sign allows.
fn personal_number(plain: &str, digits: &str, all: &mut BTreeSet<String>) {
    let short = match digits.len() {
        10 => digits,
        12 => digits.get(2..).unwrap_or_default(),
        _ => return,
    };
    split_forms(short, 6, &["", "-", "+", " "], all);
    let centuries: Vec<&str> = match digits.get(..2) {
        Some(century) if digits.len() == 12 => vec![century],
        _ if plain.contains('+') => vec!["18", "19"],
        _ => vec!["19", "20"],
    };
    for century in centuries {
        split_forms(&format!("{century}{short}"), 8, &["", "-", " "], all);
    }
}

fn in_fours(compact: &str, sign: &str) -> String {
    let mut out = String::with_capacity(compact.len() * 2);
    for (at, c) in compact.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            out.push_str(sign);
        }
        out.push(c);
    }
    out
}

/// Cuts `digits` into groups of these lengths, the rest in one.
fn grouped(digits: &str, lengths: &[usize], sign: &str) -> String {
    let mut parts = Vec::new();
    let mut rest = digits;
    for length in lengths {
        let Some((head, tail)) = rest.split_at_checked(*length) else {
            break;
        };
        parts.push(head);
        rest = tail;
    }
    if !rest.is_empty() {
        parts.push(rest);
    }
    parts.join(sign)
}

fn phone(plain: &str, digits: &str, all: &mut BTreeSet<String>) {
    all.insert(digits.to_owned());
    let Some(key) = phone_key(plain, None) else {
        return;
    };
    let Some(full) = key.strip_prefix('+') else {
        if digits.len() == 8 {
            eight(digits, all);
            for code in ["45", "47"] {
                abroad(code, digits, &grouped(digits, &[2, 2, 2], " "), all);
            }
        }
        return;
    };
    for code in ["45", "47"] {
        if let Some(rest) = full.strip_prefix(code).filter(|rest| rest.len() == 8) {
            eight(rest, all);
            abroad(code, rest, &grouped(rest, &[2, 2, 2], " "), all);
        }
    }
    for code in ["46", "358"] {
        if let Some(rest) = full.strip_prefix(code) {
            for cut in [
                &[2, 3, 2][..],
                &[2, 3],
                &[2],
                &[1, 3, 2],
                &[1],
                &[3],
                &[2, 2, 2, 2],
            ] {
                let spaced = grouped(rest, cut, " ");
                abroad(code, rest, &spaced, all);
                abroad(code, rest, &spaced.replacen(' ', "-", 1), all);
                all.insert(format!("0{spaced}"));
                all.insert(format!("0{}", spaced.replacen(' ', "-", 1)));
            }
            all.insert(format!("0{rest}"));
        }
    }
    all.insert(format!("+{full}"));
    all.insert(format!("00{full}"));
    all.insert(full.to_owned());
}

fn eight(digits: &str, all: &mut BTreeSet<String>) {
    all.insert(digits.to_owned());
    for sign in [" ", "-", "."] {
        for cut in [&[2, 2, 2][..], &[4], &[3, 2], &[2, 3]] {
            all.insert(grouped(digits, cut, sign));
        }
    }
}

fn abroad(code: &str, rest: &str, spaced: &str, all: &mut BTreeSet<String>) {
    for prefix in ["+", "00"] {
        all.insert(format!("{prefix}{code}{rest}"));
        all.insert(format!("{prefix}{code} {rest}"));
        all.insert(format!("{prefix}{code} {spaced}"));
        all.insert(format!("{prefix}{code} (0){spaced}"));
        all.insert(format!("{prefix}{code}(0){spaced}"));
    }
}

/// Letters and how they are written without them.
const SPELLINGS: &[(&str, &str)] = &[
    ("å", "aa"),
    ("Å", "Aa"),
    ("æ", "ae"),
    ("Æ", "Ae"),
    ("ø", "oe"),
    ("Ø", "Oe"),
    ("ä", "ae"),
    ("Ä", "Ae"),
    ("ö", "oe"),
    ("Ö", "Oe"),
    ("å", "a"),
    ("ä", "a"),
    ("ö", "o"),
    ("ø", "o"),
    ("Å", "A"),
    ("Ä", "A"),
    ("Ö", "O"),
    ("Ø", "O"),
    ("é", "e"),
    ("ä", "æ"),
    ("ö", "ø"),
    ("Ö", "Ø"),
    ("Ä", "Æ"),
    ("æ", "ä"),
    ("ø", "ö"),
    ("Ø", "Ö"),
    ("Æ", "Ä"),
    ("aa", "å"),
    ("Aa", "Å"),
    ("ae", "æ"),
    ("oe", "ø"),
    ("oe", "ö"),
    ("ae", "ä"),
    ("Oe", "Ø"),
    ("Ae", "Æ"),
];

fn name(plain: &str, all: &mut BTreeSet<String>) {
    let composed: String = plain.nfc().collect();
    let mut spelled = BTreeSet::from([composed.clone()]);
    for (from, to) in SPELLINGS {
        if composed.contains(from) {
            spelled.insert(composed.replace(from, to));
        }
    }
    // all special letters at once, in each manner
    for manner in [0, 1] {
        let whole: String = composed
            .chars()
            .map(|c| {
                let mut to = SPELLINGS.iter().filter(|(from, _)| from.chars().eq([c]));
                let first = to.next();
                let chosen = if manner == 0 {
                    first
                } else {
                    to.next().or(first)
                };
                chosen.map_or_else(|| c.to_string(), |(_, to)| (*to).to_owned())
            })
            .collect();
        spelled.insert(whole);
    }
    for form in spelled.clone() {
        spelled.insert(form.replace('-', " "));
        if form.split(' ').count() == 2 {
            spelled.insert(form.replace(' ', "-"));
        }
    }
    for form in spelled {
        let folded_end = fold::fold(&form);
        let ends_in_s = folded_end.ends_with(['s', 'x', 'z']);
        all.insert(if ends_in_s {
            format!("{form}'")
        } else {
            format!("{form}s")
        });
        all.insert(form.to_lowercase());
        all.insert(form.to_uppercase());
        all.insert(form);
    }
}
