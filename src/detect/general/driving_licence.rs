//! Driving licence numbers next to a word for the licence: Denmark eight digits, Norway eleven
//! characters ("97 01 123456 7"), United Kingdom sixteen, others six to ten. In Sweden and Finland the
//! number is the personal number, which its own id finds.

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
pub struct DrivingLicence;

const SHAPES: &[&str] = &[
    "999999-9999",
    "99999999-9999",
    "99~999~999",
    "99999999",
    "99~99~99~99",
    "9999~9999",
    "99~99~999999~9",
    "99~99~9999999",
    "99999999999",
    "9999999",
    "999999999",
    "AA~9999999",
    "A~9999999",
    "A~99999999",
    "AA~999999",
    "AAA~999999",
    "XXXXX999999XXXAA",
    "XXXXX~999999~XXXAA",
    "999999999999",
];

const MARKS: &[&str] = &[
    "kørekort",
    "kørekortnr",
    "kørekortnummer",
    "kørekortet",
    "kørekorts",
    "körkort",
    "körkortsnr",
    "körkortsnummer",
    "körkortet",
    "førerkort",
    "førerkortnr",
    "førerkortnummer",
    "førerkortet",
    "førarkort",
    "ajokortti",
    "ajokortin",
    "ajokorttini",
    "ajokortinnumero",
    "driving licence",
    "driving license",
    "driver's licence",
    "driver's license",
    "drivers licence",
    "drivers license",
    "driver licence",
    "licence number",
    "license number",
    "lappen",
    "licence no",
];
/// Marks that mean other licences and papers too.
const VAGUE: &[&str] = &["lappen", "licence number", "license number", "licence no"];

impl Detector for DrivingLicence {
    fn category(&self) -> Category {
        Category::DrivingLicence
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "kørekortnr*",
            "kørekortnummer*",
            "körkortsnr*",
            "körkortsnummer*",
            "førerkortnr*",
            "førerkortnummer*",
            "ajokortinnumero*",
            "kørekort",
            "körkort",
            "førerkort",
            "ajokortti",
        ]
    }

    fn marks(&self) -> &'static [&'static str] {
        MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        let Some(end) = value::label_end(view, mark.span.end) else {
            return;
        };
        let vague = MARKS
            .get(mark.index)
            .is_some_and(|word| VAGUE.contains(word));
        let label = view.of(ByteSpan::new(mark.span.start, end));
        if let Some(found) = value::after(view, end, 5)
            && let Some(length) = shape::longest(view.from(found.at), SHAPES)
        {
            let span = ByteSpan::new(found.at, found.at + length as u32);
            let score = match (vague, found.words) {
                (true, 0..=1) => 0.72,
                (true, _) => 0.62,
                (_, 0..=2) => 0.96,
                _ => 0.88,
            };
            let key = shape::compact(view.of(span));
            out.push(
                Proposal::certain(self.category(), span, key, score)
                    .why_word("context-before", label),
            );
        }
        if let Some(span) = value::before(view, mark.span.start, SHAPES) {
            let key = shape::compact(view.of(span));
            out.push(
                Proposal::certain(self.category(), span, key, if vague { 0.5 } else { 0.85 })
                    .why_word("context-after", label),
            );
        }
    }

    fn window(&self, _view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        // a table or a neighbour message may carry the label
        if window.digits().len() == 8
            && window.cut_only_at(&[2, 4, 6])
            && window.gaps_are(&[Gap::Space])
        {
            out.push(
                Proposal::number(self.category(), window.span, window.text()).scores(0.0, 0.86),
            );
        }
    }
}
