//! Phone numbers and addresses as importers key them: two spellings of one number in a source are
//! one participant and one conversation.
//!
//! Cautious on purpose: a national number stays national (its country is not in the file), so
//! `+45 20 12 34 56` and `20123456` stay two. Joining those is a proposal for a person to make.

use crate::model::HandleKind;

/// The comparable form of an address and what it is: numbers without spaces, dashes, dots,
/// brackets and invisible marks, `00` as `+`; e-mail addresses in lower case; sender words
/// ("Apoteket") and short codes trimmed, in lower case for comparing.
#[must_use]
pub fn normalise(raw: &str) -> (String, HandleKind) {
    let trimmed = raw.trim_matches(|c: char| c.is_whitespace() || is_mark(c));
    if trimmed.contains('@') {
        return (trimmed.to_lowercase(), HandleKind::Email);
    }
    let mut digits = String::with_capacity(trimmed.len());
    for c in trimmed.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() => digits.push(c),
            // Android writes -1 and -2 for unknown and withheld numbers
            '-' if digits.is_empty() => return (trimmed.to_lowercase(), HandleKind::Other),
            ' '
            | '-'
            | '.'
            | '('
            | ')'
            | '/'
            | '\u{a0}'
            | '\u{202f}'
            | '\u{2007}'
            | '\u{2009}'..='\u{2015}' => {}
            c if is_mark(c) => {}
            _ => return (trimmed.to_lowercase(), HandleKind::Other),
        }
    }
    let number = match digits.strip_prefix("00") {
        Some(rest) if rest.len() >= 7 => format!("+{rest}"),
        _ => digits,
    };
    let count = number.trim_start_matches('+').len();
    if number.is_empty() || number == "+" {
        (trimmed.to_lowercase(), HandleKind::Other)
    } else if count < 5 {
        (number, HandleKind::Other)
    } else {
        (number, HandleKind::Phone)
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        let same = [
            "+46701740605",
            "+46 70-174 06 05",
            "0046701740605",
            "\u{202a}+46\u{a0}70\u{a0}174\u{a0}06\u{a0}05\u{202c}",
            "+46 (70) 174.06.05",
        ];
        for raw in same {
            assert_eq!(
                normalise(raw),
                ("+46701740605".to_owned(), HandleKind::Phone),
                "{raw}"
            );
        }
        assert_eq!(normalise("070-1740605").0, "0701740605");
    }

    #[test]
    fn words_and_codes() {
        assert_eq!(
            normalise("Apoteket"),
            ("apoteket".to_owned(), HandleKind::Other)
        );
        assert_eq!(normalise("1919"), ("1919".to_owned(), HandleKind::Other));
        assert_eq!(
            normalise(" A@Example.ORG "),
            ("a@example.org".to_owned(), HandleKind::Email)
        );
        assert_eq!(normalise("00"), ("00".to_owned(), HandleKind::Other));
        assert_eq!(normalise("-2"), ("-2".to_owned(), HandleKind::Other));
        assert_eq!(normalise("+").1, HandleKind::Other);
        assert_eq!(normalise("").0, "");
    }
}
