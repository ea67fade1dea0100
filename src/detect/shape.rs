//! Shapes of identifiers as short patterns: `A` an ASCII letter, `9` a digit, `X` either, `~` one
//! space or dash or nothing, anything else itself (letters in either case). Linear and bounded by
//! the pattern.

/// Bytes at the start of `text` that `shape` fits; no letter or digit may follow.
pub(super) fn fit(text: &str, shape: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    for want in shape.bytes() {
        let byte = bytes.get(at).copied();
        let fits = match want {
            b'~' => {
                at += usize::from(matches!(byte, Some(b' ' | b'-')));
                continue;
            }
            b'A' => byte.is_some_and(|byte| byte.is_ascii_alphabetic()),
            b'9' => byte.is_some_and(|byte| byte.is_ascii_digit()),
            b'X' => byte.is_some_and(|byte| byte.is_ascii_alphanumeric()),
            other => byte.is_some_and(|byte| byte.eq_ignore_ascii_case(&other)),
        };
        if !fits {
            return None;
        }
        at += 1;
    }
    let next = text.get(at..)?.chars().next();
    (!next.is_some_and(char::is_alphanumeric)).then_some(at)
}

/// The longest of `shapes` that fits at the start of `text`.
pub(super) fn longest(text: &str, shapes: &[&str]) -> Option<usize> {
    shapes.iter().filter_map(|shape| fit(text, shape)).max()
}

/// Letters and digits in upper case: the key of an identifier.
pub(super) fn compact(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

/// True when all letters are capitals.
pub(super) fn is_upper(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        assert_eq!(fit("ABC 12D kom", "AAA~99A"), Some(7));
        assert_eq!(fit("abc123", "AAA~999"), Some(6));
        assert_eq!(fit("ABC1234", "AAA~999"), None);
        assert_eq!(longest("AB 12 345", &["AA~99~999", "AA~99"]), Some(9));
    }
}
