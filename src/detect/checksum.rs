//! Check digits and calendar dates of the Nordic numbers (guide section 6). Digits are values
//! 0 to 9, not characters.

/// Luhn over all digits, the last one being the check digit.
pub(super) fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let doubled = u32::from(*digit) * if at % 2 == 1 { 2 } else { 1 };
            if doubled > 9 { doubled - 9 } else { doubled }
        })
        .sum();
    !digits.is_empty() && sum.is_multiple_of(10)
}

/// Sum of digits times weights, modulo 11.
pub(super) fn mod11(digits: &[u8], weights: &[u8]) -> u32 {
    digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| u32::from(*digit) * u32::from(*weight))
        .sum::<u32>()
        % 11
}

/// ISO 7064 mod 97-10 over ASCII letters and digits in the given order.
pub(super) fn mod97(text: impl Iterator<Item = char>) -> u32 {
    text.fold(0, |rest, c| match c.to_digit(36) {
        Some(value) if value >= 10 => (rest * 100 + value) % 97,
        Some(value) => (rest * 10 + value) % 97,
        None => rest,
    })
}

/// EAN-13 and ISBN-13.
pub(super) fn ean13(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| u32::from(*digit) * if at % 2 == 1 { 3 } else { 1 })
        .sum();
    digits.len() == 13 && sum.is_multiple_of(10)
}

/// True when the day exists in the proleptic Gregorian calendar.
pub(super) fn is_date(year: u32, month: u32, day: u32) -> bool {
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&day)
}

/// The number that two or four digits write.
pub(super) fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |sum, digit| {
        sum.saturating_mul(10).saturating_add(u32::from(*digit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<u8> {
        text.bytes().map(|b| b - b'0').collect()
    }

    #[test]
    fn known_numbers() {
        assert!(luhn(&digits("9001019802")));
        assert!(luhn(&digits("4111111111111111")));
        assert!(!luhn(&digits("4111111111111112")));
        assert!(ean13(&digits("9780306406157")));
        assert!(!ean13(&digits("9780306406158")));
        assert_eq!(mod97("WEST12345698765432GB82".chars()), 1);
        assert!(is_date(2000, 2, 29) && !is_date(1900, 2, 29) && !is_date(2001, 13, 1));
    }
}
