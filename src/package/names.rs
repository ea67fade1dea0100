//! File names that every system can hold, for originals that come with any name at all.

use crate::limits;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// Marks that are invisible or change the direction of what follows.
fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The name in NFC, without characters that a file system or a manifest treats specially, at most
/// [`limits::SAFE_NAME_BYTES`] long with its extension kept. Never empty.
#[must_use]
pub fn safe_name(name: &str) -> String {
    let clean: String = name
        .nfc()
        .map(|c| {
            let special = matches!(
                c,
                '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | '%'
            );
            if special || c.is_control() || invisible(c) {
                '_'
            } else {
                c
            }
        })
        .collect();
    let clean = clean.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let (stem, extension) = match clean.rsplit_once('.') {
        Some((stem, extension)) if extension.len() <= 16 => (stem, Some(extension)),
        _ => (clean, None),
    };
    let room = limits::SAFE_NAME_BYTES - extension.map_or(0, |e| e.len() + 1);
    let mut cut = stem.len().min(room);
    while !stem.is_char_boundary(cut) {
        cut -= 1;
    }
    let stem = match stem.get(..cut).unwrap_or_default() {
        "" => "file",
        stem => stem,
    };
    match extension {
        Some(extension) => format!("{stem}.{extension}"),
        None => stem.to_owned(),
    }
}

/// Where the original number `n` (from 1) lies below the payload folder. The number keeps equal
/// names apart.
#[must_use]
pub fn original_path(n: usize, name: &str) -> String {
    format!("original/{n}-{}", safe_name(name))
}

/// Where the files of the original number `n` lie. A source of one file lies at
/// [`original_path`]; of several each keeps its folders below `original/N-NAME/`. Files whose safe
/// paths are equal, capitals aside, are kept apart by a number.
#[must_use]
pub fn original_paths(n: usize, name: &str, files: &[&str]) -> Vec<String> {
    if files.len() < 2 {
        return files.iter().map(|_| original_path(n, name)).collect();
    }
    let folder = original_path(n, name);
    let mut taken = BTreeSet::new();
    files
        .iter()
        .map(|file| {
            let steps: Vec<String> = file.split('/').map(safe_name).collect();
            let mut inner = steps.join("/");
            if inner.len() > limits::ORIGINAL_PATH_BYTES {
                inner = steps.last().cloned().unwrap_or_default();
            }
            let mut unique = inner.clone();
            let mut count = 1;
            while !taken.insert(unique.to_lowercase()) {
                count += 1;
                unique = match inner.rsplit_once('/') {
                    Some((above, last)) => format!("{above}/{count}-{last}"),
                    None => format!("{count}-{inner}"),
                };
            }
            format!("{folder}/{unique}")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_stay_readable() {
        assert_eq!(safe_name("sms-20240101.xml"), "sms-20240101.xml");
        assert_eq!(safe_name("Chatt med A\u{30a}sa.txt"), "Chatt med Åsa.txt");
        assert_eq!(safe_name("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(safe_name("50% rabat?.zip"), "50_ rabat_.zip");
        assert_eq!(safe_name("evil\u{202e}txt.exe"), "evil_txt.exe");
        assert_eq!(safe_name(" .. "), "file");
        assert_eq!(safe_name(""), "file");
        assert_eq!(original_path(3, "a.xml"), "original/3-a.xml");
    }

    #[test]
    fn several_files_keep_their_folders() {
        assert_eq!(original_paths(1, "a.xml", &["a.xml"]), ["original/1-a.xml"]);
        assert_eq!(
            original_paths(
                2,
                "fb",
                &["in/a.json", "IN/A.json", "b?.json", "b*.json", "../x"]
            ),
            [
                "original/2-fb/in/a.json",
                "original/2-fb/IN/2-A.json",
                "original/2-fb/b_.json",
                "original/2-fb/2-b_.json",
                "original/2-fb/file/x",
            ]
        );
    }

    #[test]
    fn long_names_keep_their_extension() {
        let name = safe_name(&format!("{}.xml", "æ".repeat(400)));
        assert!(name.len() <= limits::SAFE_NAME_BYTES && name.ends_with(".xml"));
    }

    proptest! {
        #[test]
        fn any_name_becomes_one_safe_step(name in any::<String>()) {
            let safe = safe_name(&name);
            prop_assert!(!safe.is_empty() && safe.len() <= limits::SAFE_NAME_BYTES);
            prop_assert!(!safe.contains(['/', '\\', '%', '\r', '\n', ':']));
            prop_assert!(safe != "." && safe != "..");
        }
    }
}
