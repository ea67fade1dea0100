//! Looks for planted values in a released copy, without the product's own search: as written and
//! as HTML and JSON write it, in every file and file name; short values and numbers as whole words.

use super::export::{Account, Planted};
use crate::Outcome;
use std::{fs, path::Path};

/// Every planted value that is still there, with the file.
pub fn in_folder(folder: &Path, account: &Account) -> Outcome<Vec<String>> {
    let mut left = Vec::new();
    search(folder, folder, account, &mut left)?;
    Ok(left)
}

fn search(top: &Path, folder: &Path, account: &Account, left: &mut Vec<String>) -> Outcome<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            search(top, &path, account, left)?;
            continue;
        }
        let name = path.strip_prefix(top)?.display().to_string();
        let bytes = fs::read(&path)?;
        let text = decoded(&String::from_utf8_lossy(&bytes));
        for planted in &account.planted {
            if stands_in(&text, planted) || stands_in(&name, planted) {
                left.push(format!(
                    "{name}: {} of message {}",
                    planted.category, planted.message
                ));
            }
        }
    }
    Ok(())
}

/// HTML's references and JSON's escapes that the renditions use, taken back.
fn decoded(text: &str) -> String {
    [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("\\\"", "\""),
        ("\\n", "\n"),
        ("\\/", "/"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn stands_in(text: &str, planted: &Planted) -> bool {
    let value = planted.value.as_str();
    let whole_words = value.chars().count() < 8 || value.chars().all(|c| c.is_ascii_digit());
    text.match_indices(value).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text
            .get(at + value.len()..)
            .and_then(|text| text.chars().next());
        let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !(whole_words && (inside(before) || inside(after)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planted(value: &str) -> Planted {
        Planted {
            value: value.to_owned(),
            category: String::new(),
            message: 1,
            place: String::new(),
        }
    }

    #[test]
    fn values_are_found_as_written_and_short_ones_as_words() {
        assert!(stands_in("x 251248-9996 y", &planted("251248-9996")));
        assert!(stands_in(&decoded("a &quot;b&quot;"), &planted("\"b\"")));
        assert!(stands_in("Line er her", &planted("Line")));
        assert!(!stands_in("Linetape 130557", &planted("Line")));
        assert!(!stands_in("130557", &planted("30557")));
    }
}
