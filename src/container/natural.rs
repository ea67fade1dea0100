//! The order of file names as people count: `message_2` before `message_10`.

use std::cmp::Ordering;

/// Compares runs of digits as numbers and everything else by character; equal numbers written
/// with more zeros come later. Total: only equal texts are equal.
#[must_use]
pub fn natural(one: &str, other: &str) -> Ordering {
    let (mut a, mut b) = (one, other);
    loop {
        let (Some(x), Some(y)) = (a.chars().next(), b.chars().next()) else {
            return a.len().cmp(&b.len()).then_with(|| one.cmp(other));
        };
        if x.is_ascii_digit() && y.is_ascii_digit() {
            let (first, rest_a) = digits(a);
            let (second, rest_b) = digits(b);
            let order = first
                .len()
                .cmp(&second.len())
                .then_with(|| first.cmp(second));
            if order.is_ne() {
                return order;
            }
            (a, b) = (rest_a, rest_b);
        } else if x == y {
            (a, b) = (
                a.get(x.len_utf8()..).unwrap_or_default(),
                b.get(y.len_utf8()..).unwrap_or_default(),
            );
        } else {
            return x.cmp(&y);
        }
    }
}

/// The number at the start without its leading zeros, and what follows it.
fn digits(text: &str) -> (&str, &str) {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    (number.trim_start_matches('0'), rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_as_people_do() {
        let mut names = vec![
            "message_10.json",
            "message_2.json",
            "message_1.json",
            "b/message_1.json",
            "x-010.zip",
            "x-9.zip",
            "x-09.zip",
        ];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(
            names,
            [
                "b/message_1.json",
                "message_1.json",
                "message_2.json",
                "message_10.json",
                "x-09.zip",
                "x-9.zip",
                "x-010.zip",
            ]
        );
    }

    proptest! {
        #[test]
        fn is_an_order(a in "[a0-9/]{0,8}", b in "[a0-9/]{0,8}", c in "[a0-9/]{0,8}") {
            prop_assert_eq!(natural(&a, &b), natural(&b, &a).reverse());
            prop_assert_eq!(natural(&a, &b).is_eq(), a == b);
            if natural(&a, &b).is_le() && natural(&b, &c).is_le() {
                prop_assert!(natural(&a, &c).is_le());
            }
        }
    }
}
