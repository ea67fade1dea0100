//! Tag files of a bag (RFC 8493 §2): declaration, `bag-info.txt`, manifests. Written and read in
//! UTF-8 with LF. Paths have CR, LF and % percent-encoded (§2.1.3).

use std::collections::BTreeMap;

/// The declaration, the only content that is accepted.
pub(super) const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Algorithms of the manifests.
pub(super) const ALGORITHMS: [&str; 2] = ["sha256", "sha512"];

/// A path as it stands in a manifest.
pub(super) fn encode_path(path: &str) -> String {
    path.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A path of a manifest as it is. Other percent signs stay: writers before BagIt 1.0 left them.
fn decode_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let code = after.get(..2).map(str::to_ascii_uppercase);
        let decoded = match code.as_deref() {
            Some("25") => Some('%'),
            Some("0D") => Some('\r'),
            Some("0A") => Some('\n'),
            _ => None,
        };
        out.push(decoded.unwrap_or('%'));
        rest = if decoded.is_some() {
            after.get(2..).unwrap_or_default()
        } else {
            after
        };
    }
    out.push_str(rest);
    out
}

/// One manifest line.
pub(super) fn manifest_line(digest: &str, path: &str) -> String {
    format!("{digest}  {}\n", encode_path(path))
}

/// Path to lower-case digest; a bad or doubled line is given by its number (from 1).
pub(super) fn parse_manifest(text: &str) -> Result<BTreeMap<String, String>, usize> {
    let mut entries = BTreeMap::new();
    for (at, line) in text.lines().enumerate() {
        if line.is_empty() {
            continue;
        }
        let (digest, path) = line.split_once([' ', '\t']).ok_or(at + 1)?;
        let path = decode_path(path.trim_start_matches([' ', '\t']));
        let hex = !digest.is_empty() && digest.bytes().all(|b| b.is_ascii_hexdigit());
        if !hex || path.is_empty() {
            return Err(at + 1);
        }
        if entries.insert(path, digest.to_ascii_lowercase()).is_some() {
            return Err(at + 1);
        }
    }
    Ok(entries)
}

/// One line of `bag-info.txt`; line breaks in values become spaces.
pub(super) fn info_line(label: &str, value: &str) -> String {
    let value: String = value
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    format!("{label}: {}\n", value.trim())
}

/// Label to value; continuation lines are joined. Labels compare without case.
pub(super) fn parse_info(text: &str) -> BTreeMap<String, String> {
    let mut entries: BTreeMap<String, String> = BTreeMap::new();
    let mut last = None;
    for line in text.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some(value) = last.as_ref().and_then(|label| entries.get_mut(label)) {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((label, value)) = line.split_once(':') {
            let label = label.trim().to_ascii_lowercase();
            entries.insert(label.clone(), value.trim().to_owned());
            last = Some(label);
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn info_lines_fold_and_cannot_be_injected() {
        assert_eq!(
            info_line("External-Identifier", "A\r\nPayload-Oxum: 0.0"),
            "External-Identifier: A  Payload-Oxum: 0.0\n"
        );
        let info = parse_info("Payload-Oxum: 1.2\nContact: a\n  b\n");
        assert_eq!(info["payload-oxum"], "1.2");
        assert_eq!(info["contact"], "a b");
    }

    #[test]
    fn bad_manifest_lines_are_named() {
        assert_eq!(parse_manifest("00  data/a\nxyz  data/b\n"), Err(2));
        assert_eq!(parse_manifest("00  data/a\n00  data/a\n"), Err(2));
        assert_eq!(parse_manifest("00\n"), Err(1));
    }

    proptest! {
        #[test]
        fn paths_survive_a_manifest(path in "data/[ -~æøå\r\n%]{1,40}[a-z]") {
            let entries = parse_manifest(&manifest_line("00", &path)).unwrap();
            prop_assert_eq!(entries.keys().next(), Some(&path));
        }
    }
}
