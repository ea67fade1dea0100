//! Texts of fixtures in which ⟦ ⟧ stand around what is expected.

/// The text without brackets and the spans they mark, in bytes.
pub fn unmark(marked: &str) -> (String, Vec<(u32, u32)>) {
    let (mut text, mut spans, mut start) = (String::new(), Vec::new(), 0);
    for c in marked.chars() {
        match c {
            '⟦' => start = text.len() as u32,
            '⟧' => spans.push((start, text.len() as u32)),
            c => text.push(c),
        }
    }
    (text, spans)
}
