//! All detectors on any text, with its halves as neighbours; the spans have to fit.

use maskera::{
    detect::{KnownValue, Near, Scanner, forms, phone_key},
    finding::Category,
};

/// Runs the target; bytes that are no text are taken as far as they are.
pub fn run(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    let known = |text: &str, category| KnownValue {
        text: text.to_owned(),
        category,
        key: text.to_owned(),
    };
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let scanner = Scanner::new(&[
        known(first, Category::Person),
        known(first, Category::Phone),
        known(first, Category::Email),
        known("Åse-Marie Virtanen", Category::Person),
    ]);
    let near = Near {
        before: Some(first),
        after: Some(rest),
        lang: None,
        ..Near::default()
    };
    let mut end = 0;
    for claim in scanner.scan(text, &near) {
        assert!(claim.span.end > claim.span.start);
        // a clause may hold values
        if !claim.category.is_clause() {
            assert!(claim.span.start >= end);
            end = claim.span.end;
        }
        if let Some(value) = claim.span.of(text) {
            let _ = forms(claim.category, value);
        } else {
            unreachable!("a span off the character borders");
        }
    }
    let _ = phone_key(first, Some("DK"));
}
