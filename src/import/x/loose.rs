//! Records whose file went through a code formatter: keys without quotes, texts in single quotes,
//! commas before a closing bracket. Made JSON again; what a text holds stays as it is.

/// The record as JSON; `None` when it is none of these, or JSON already.
pub(super) fn as_json(bytes: &[u8]) -> Option<String> {
    // formatters that take quotes away take them from the first name too
    let mut start = bytes.iter().filter(|byte| !byte.is_ascii_whitespace());
    if start.next() != Some(&b'{') || matches!(start.next(), None | Some(b'"' | b'}')) {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut changed = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '"' | '\'' => {
                let len = quoted(rest, first)?;
                let inside = rest.get(1..len - 1)?;
                out.push('"');
                if first == '"' {
                    out.push_str(inside);
                } else {
                    changed = true;
                    out.push_str(&inside.replace("\\'", "'").replace('"', "\\\""));
                }
                out.push('"');
                len
            }
            ',' => {
                let after = rest.get(1..)?.trim_start();
                if after.starts_with(['}', ']']) {
                    changed = true;
                } else {
                    out.push(',');
                }
                1
            }
            c if c.is_ascii_alphabetic() || c == '_' || c == '$' => {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$');
                let word = rest.get(..end.unwrap_or(rest.len()))?;
                let key = rest.get(word.len()..)?.trim_start().starts_with(':');
                if key {
                    changed = true;
                    out.push('"');
                    out.push_str(word);
                    out.push('"');
                } else {
                    out.push_str(word);
                }
                word.len()
            }
            c => {
                out.push(c);
                c.len_utf8()
            }
        };
        rest = rest.get(taken..)?;
    }
    changed.then_some(out)
}

/// Length of a text in quotes, with them.
fn quoted(text: &str, mark: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn formatters_are_undone() {
        let text = r#"{ tweet: { id_str: "1", full_text: 'Åse: "hej" og {a: b}', n: [1, 2,], ok: true, },
        }"#;
        let read: Value = serde_json::from_str(&as_json(text.as_bytes()).unwrap()).unwrap();
        let meant = json!({"tweet": {"id_str": "1", "full_text": "Åse: \"hej\" og {a: b}", "n": [1, 2], "ok": true}});
        assert_eq!(read, meant);
        assert_eq!(as_json(br#"{"a": "b: c,}"}"#), None);
        for odd in ["{a: 'b", "'", "\"", "{,}", "\\"] {
            let _ = as_json(odd.as_bytes());
        }
    }
}
