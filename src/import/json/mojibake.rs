//! UTF-8 that was read as Latin-1 and encoded again, as Meta's downloads do ("Ã¦" for "æ").

use std::borrow::Cow;

/// The text as it was meant, where every character is below U+0100 and their bytes are UTF-8 with
/// at least one sequence of several bytes; otherwise the text itself. Reversible: encoding the
/// result's bytes as Latin-1 characters gives the original again.
#[must_use]
pub fn undo_double_encoding(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let bytes: Option<Vec<u8>> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).ok())
        .collect();
    match bytes.map(String::from_utf8) {
        Some(Ok(meant)) => Cow::Owned(meant),
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_encoded_twice_changes() {
        for meant in ["Kære Bjørn", "räksmörgås 🙂", "Жанна"] {
            let twice: String = meant.bytes().map(char::from).collect();
            assert_eq!(undo_double_encoding(&twice), meant);
            let again: String = undo_double_encoding(&twice)
                .bytes()
                .map(char::from)
                .collect();
            assert_eq!(again, twice);
        }
        for kept in ["plain", "Kære Bjørn", "Жанна", "Ã", "blandet Ã¦ og 🙂"] {
            assert_eq!(undo_double_encoding(kept), kept);
        }
    }
}
