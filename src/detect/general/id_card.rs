//! Numbers of identity cards and of staff in health care: national cards (eight or nine characters) next
//! to a word for the card, machine-readable zones of three lines (ICAO 9303), the Swedish HSA-id
//! (SE, organisation number, dash, serial) and the Norwegian HPR number.

use super::passport::{read_by_machine, zone_check, zone_line};
use crate::{
    detect::{
        Detector,
        digits::{Gap, Window},
        score::Proposal,
        shape, value,
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct IdCard;

const SHAPES: &[&str] = &[
    "999999999",
    "99999999",
    "9999999",
    "99999999999",
    "999~999~999",
    "99~99~99~99",
    "AA~9999999",
    "AAA~999999",
    "A~99999999",
    "A~9999999",
    "9999999XX",
    "X99999999",
    "999999999A",
    "99999999~99",
    "9999~9999",
    "9999999999",
];
/// HPR numbers.
const HPR: &[&str] = &[
    "9999999",
    "99999999",
    "999999999",
    "999999",
    "999~99~99",
    "9~999~999",
];

/// First mark of machine-readable zones, and of HSA-id and HPR.
const CARDS: usize = 26;
const MARKS: &[&str] = &[
    "id-kort",
    "id-kortnr",
    "id-kortnummer",
    "id kort",
    "idkort",
    "idkortet",
    "idkortsnummer",
    "legitimation",
    "legitimationskort",
    "legitimationsnummer",
    "leg.nr",
    "legnr",
    "id-handling",
    "identitetskort",
    "identitetskortet",
    "henkilökortti",
    "henkilökortin",
    "henkilökorttini",
    "identity card",
    "id card",
    "id-card",
    "national id",
    "tjänstekort",
    "tjenestekort",
    "siths",
    "id-nummer på kortet",
    // zones of three lines
    "i<",
    "id<",
    "ac<",
    "c<",
    // staff
    "hsa-id",
    "hsaid",
    "hsa",
    "hpr",
    "hpr-nr",
    "hpr-nummer",
    "helsepersonellnummer",
    "se2321",
    "se162",
    "se55",
];

impl Detector for IdCard {
    fn category(&self) -> Category {
        Category::IdCard
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "idkort*",
            "legitimationsnummer*",
            "legnr",
            "identitetskort*",
            "henkilökortti*",
            "henkilökortin*",
            "hpr",
            "hprnr*",
            "hprnummer*",
            "helsepersonellnummer*",
            "hsa",
            "hsaid*",
        ]
    }

    fn marks(&self) -> &'static [&'static str] {
        MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        let Some(word) = MARKS.get(mark.index) else {
            return;
        };
        if word.ends_with('<') {
            return zone(view, mark.span.start, out);
        }
        if word.starts_with("se") {
            return hsa(view, mark.span.start, out);
        }
        let staff = mark.index >= CARDS;
        let Some(end) = value::label_end(view, mark.span.end) else {
            return;
        };
        let shapes = if word.starts_with("hpr") || word.starts_with("helse") {
            HPR
        } else {
            SHAPES
        };
        let label = view.of(ByteSpan::new(mark.span.start, end));
        let kind = if word.starts_with("hs") {
            "kind-hsa-id"
        } else {
            "kind-hpr"
        };
        if let Some(found) = value::after(view, end, 4) {
            let text = view.from(found.at);
            if kind == "kind-hsa-id" && staff {
                if text
                    .get(..2)
                    .is_some_and(|two| two.eq_ignore_ascii_case("se"))
                {
                    return hsa(view, found.at, out);
                }
                return;
            }
            if let Some(length) = shape::longest(text, shapes) {
                let span = ByteSpan::new(found.at, found.at + length as u32);
                let key = shape::compact(view.of(span));
                let score = if found.words <= 2 { 0.96 } else { 0.8 };
                out.push(
                    Proposal::certain(self.category(), span, key, score)
                        .why_if(staff, kind)
                        .why_word("context-before", label),
                );
            }
        }
        if let Some(span) = value::before(view, mark.span.start, shapes) {
            let key = shape::compact(view.of(span));
            out.push(
                Proposal::certain(self.category(), span, key, 0.72)
                    .why_if(staff, kind)
                    .why_word("context-after", label),
            );
        }
    }

    fn window(&self, _view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        // a table or a neighbour message may carry the label
        if matches!(window.digits().len(), 8 | 9)
            && window.gaps_are(&[Gap::Space])
            && window.cuts().len() < 3
        {
            out.push(
                Proposal::number(self.category(), window.span, window.text()).scores(0.0, 0.86),
            );
        }
    }
}

/// SE, ten digits, a dash, one to thirty letters and digits.
fn hsa(view: &View<'_>, start: u32, out: &mut Vec<Proposal>) {
    let text = view.from(start);
    let digits = text
        .get(2..)
        .unwrap_or_default()
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    let tail = text.get(2 + digits..).unwrap_or_default();
    let serial = tail
        .strip_prefix('-')
        .unwrap_or_default()
        .bytes()
        .take(30)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    if !matches!(digits, 10 | 12) || serial == 0 {
        return;
    }
    let span = ByteSpan::new(start, start + (3 + digits + serial) as u32);
    out.push(
        Proposal::certain(Category::IdCard, span, shape::compact(view.of(span)), 0.93)
            .why("kind-hsa-id"),
    );
}

/// Three lines of thirty characters.
fn zone(view: &View<'_>, start: u32, out: &mut Vec<Proposal>) {
    let text = view.from(start);
    let mut end = 0;
    let mut lines = 0;
    while lines < 3 {
        let rest = text.get(end..).unwrap_or_default();
        let body = rest.trim_start_matches([' ', '\n']);
        let gap = rest.len() - body.len();
        let length = zone_line(body);
        if !(28..=32).contains(&length) || gap > 3 {
            break;
        }
        end += gap + length;
        lines += 1;
    }
    if lines < 2 {
        return;
    }
    let right = text.get(5..15).is_some_and(zone_check);
    let key = text.get(5..14).unwrap_or_default();
    let span = ByteSpan::new(start, start + end as u32);
    out.push(read_by_machine(Category::IdCard, span, key, right));
}
