//! Post boxes: "Postboks 45, 0150 Oslo", "PL 12, 00100 Helsinki".

use super::{key, starts_upper, town::place};
use crate::{
    detect::{
        fold::fold,
        score::Proposal,
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// "Postboks 45, 0150 Oslo", "Box 123, 111 22 Stockholm", "PL 12, 00100 Helsinki".
pub(super) fn post_box(view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
    let rest = view.from(mark.span.end);
    let body = rest.trim_start_matches(['.', ' ', ':']);
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let gap = rest.len() - body.len();
    if gap == 0 || gap > 3 || !(1..=5).contains(&digits) {
        return;
    }
    let word = view.of(mark.span);
    let end = gap + digits;
    let after = rest.get(end..).unwrap_or_default();
    if after.starts_with(|c: char| c.is_alphanumeric()) {
        return;
    }
    let (more, postcode, town) = place(after, !starts_upper(word));
    let clear = matches!(
        fold(word).as_str(),
        "postboks" | "postbox" | "p.o. box" | "po box" | "p.o.box" | "postilokero"
    );
    let score = match (clear, postcode && town, starts_upper(word)) {
        (_, true, true) => 0.93,
        (true, true, false) => 0.9,
        (false, true, false) => 0.7,
        (true, false, _) => 0.8,
        _ => 0.35,
    };
    let span = ByteSpan::new(mark.span.start, mark.span.end + (end + more) as u32);
    out.push(
        Proposal::certain(Category::Address, span, key(view.of(span)), score)
            .why("street-form")
            .why_if(postcode, "postcode"),
    );
}
