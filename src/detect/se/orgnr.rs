//! Swedish organisation number: NNNNNN-NNNC, third digit 2 or more, Luhn over the ten (Lag
//! 1974:174; Skatteverket SKV 709). Twelve digits with "16" in front, and the VAT form
//! SE…01. A sole trader's number is the personal number: that id finds it.

use crate::{
    detect::{
        Detector,
        checksum::luhn,
        digits::{Gap, Window},
        score::Proposal,
        value::letters_before,
        view::View,
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Orgnr;

impl Detector for Orgnr {
    fn category(&self) -> Category {
        Category::SeOrgnr
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "orgnr*",
            "orgnummer*",
            "orgnumret",
            "organisationsnr*",
            "organisationsnummer*",
            "organisationsnumret",
            "organisaationumero*",
            "organisation",
            "organization",
            "org",
            "bolag*",
            "aktiebolag*",
            "foretag*",
            "momsnr",
            "momsregistreringsnummer*",
            "vat",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        let vat = digits.len() == 12
            && digits.ends_with(&[0, 1])
            && view
                .of(ByteSpan::new(
                    letters_before(view.text, window.span.start, 2),
                    window.span.start,
                ))
                .trim_end_matches([' ', '-'])
                .eq_ignore_ascii_case("SE");
        let ten = match digits.len() {
            10 => digits,
            12 if vat => digits.get(..10).unwrap_or_default(),
            12 if digits.starts_with(&[1, 6]) => digits.get(2..).unwrap_or_default(),
            _ => return,
        };
        let border = if digits.len() == 12 && !vat { 8 } else { 6 };
        let kind = ten.first().is_some_and(|first| !matches!(first, 0 | 4));
        if !kind
            || ten.get(2).is_none_or(|third| *third < 2)
            || !window.cut_only_at(&[border, 10])
            || !window.gaps_are(&[Gap::Dash, Gap::Space, Gap::Line])
        {
            return;
        }
        let right = luhn(ten);
        let sign = window.cut_at(border);
        let (prior, labelled) = match (right, sign) {
            (true, _) if vat => (0.93, 0.97),
            (true, Some(Gap::Dash)) => (0.8, 0.97),
            (true, Some(_)) if view.likely_lang() == Some("sv") => (0.64, 0.95),
            (true, Some(_)) => (0.4, 0.95),
            (true, None) if view.likely_lang() == Some("sv") => (0.62, 0.95),
            (true, None) => (0.3, 0.95),
            (false, Some(Gap::Dash)) => (0.25, 0.74),
            (false, _) => (0.0, 0.68),
        };
        let key: String = ten.iter().map(|d| (b'0' + d) as char).collect();
        let mut span = window.span;
        if vat {
            span = ByteSpan::new(letters_before(view.text, span.start, 2), span.end);
        }
        out.push(
            Proposal::number(self.category(), span, key)
                .scores(prior, labelled)
                .checked(right),
        );
    }
}
