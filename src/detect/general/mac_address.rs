//! MAC addresses: six pairs of hexadecimal digits with colons or dashes, or three groups of four
//! with dots (IEEE 802). Twelve digits without signs only next to "MAC".

use crate::{
    detect::{
        Detector,
        fold::is_word_char,
        score::Proposal,
        shape::compact,
        value,
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct MacAddress;

impl Detector for MacAddress {
    fn category(&self) -> Category {
        Category::MacAddress
    }

    fn labels(&self) -> &'static [&'static str] {
        &["mac", "macadresse*", "macadress*", "macosoite*", "bssid"]
    }

    fn marks(&self) -> &'static [&'static str] {
        &["mac", "bssid"]
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        let Some(found) = value::after(view, mark.span.end, 3) else {
            return;
        };
        let text = view.from(found.at);
        let length = text
            .bytes()
            .take(13)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        let next = text.get(length..).and_then(|rest| rest.chars().next());
        if length == 12 && !next.is_some_and(is_word_char) {
            push(view, found.at as usize, 12, 0.9, out);
        }
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        let bytes = view.text.as_bytes();
        let mut done = 0;
        for sign in memchr::memchr3_iter(b':', b'-', b'.', bytes) {
            let of = bytes.get(sign).copied().unwrap_or_default();
            let (width, groups) = if of == b'.' { (4, 3) } else { (2, 6) };
            let Some(start) = sign.checked_sub(width).filter(|start| *start >= done) else {
                continue;
            };
            let length = (width + 1) * groups - 1;
            let Some(all) = bytes.get(start..start + length) else {
                continue;
            };
            let fits = all.iter().enumerate().all(|(at, byte)| {
                if at % (width + 1) == width {
                    *byte == of
                } else {
                    byte.is_ascii_hexdigit()
                }
            });
            if !fits {
                continue;
            }
            let clean = |side: Option<char>| {
                !side.is_some_and(|c| is_word_char(c) || matches!(c, ':' | '-' | '_'))
            };
            let before = view.until(start as u32).chars().next_back();
            let after = view.from((start + length) as u32).chars().next();
            let letters = all.iter().any(u8::is_ascii_alphabetic);
            if !clean(before) && before != Some(':') || !clean(after) {
                continue;
            }
            done = start + length;
            let score = match (of, letters) {
                (_, true) => 0.96,
                (b':', false) => 0.8,
                _ => 0.4,
            };
            push(view, start, length, score, out);
        }
    }
}

fn push(view: &View<'_>, start: usize, length: usize, score: f32, out: &mut Vec<Proposal>) {
    let span = ByteSpan::new(start as u32, (start + length) as u32);
    let key = compact(view.of(span));
    out.push(Proposal::certain(Category::MacAddress, span, key, score).why("address-form"));
}
