//! Norwegian organisation number: nine digits beginning with 8 or 9, weights 3 2 7 6 5 4 3 2, mod
//! 11 (Brønnøysundregistrene). "MVA" behind it and "NO" before it count as labels.

use crate::{
    detect::{
        Detector,
        checksum::mod11,
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

const WEIGHTS: [u8; 9] = [3, 2, 7, 6, 5, 4, 3, 2, 1];

impl Detector for Orgnr {
    fn category(&self) -> Category {
        Category::NoOrgnr
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "orgnr*",
            "orgnummer*",
            "orgnummeret",
            "organisasjonsnr*",
            "organisasjonsnummer*",
            "organisationsnummer*",
            "organisationsnr*",
            "organisaationumero*",
            "organisation",
            "organization",
            "foretaksnummer*",
            "foretaksnr*",
            "foretaket",
            "foretak",
            "selskapet",
            "enk",
            "enkeltpersonforetak*",
            "bedriftsnummer*",
            "org",
            "mva",
            "vat",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        if digits.len() != 9
            || !matches!(digits.first(), Some(8 | 9))
            || !window.cut_only_at(&[3, 6])
            || !window.gaps_are(&[Gap::Space, Gap::Dot, Gap::Line])
        {
            return;
        }
        let right = mod11(digits, &WEIGHTS) == 0;
        let grouped = window.cuts().len() == 2;
        let tail = view.from(window.span.end).trim_start_matches(' ');
        let taxed = tail
            .get(..3)
            .is_some_and(|word| word.eq_ignore_ascii_case("mva"));
        let country = ByteSpan::new(
            letters_before(view.text, window.span.start, 2),
            window.span.start,
        );
        let vat = view.of(country).trim_end_matches([' ', '-']) == "NO";
        let norwegian = matches!(view.likely_lang(), Some("nb" | "nn" | "no"));
        let (prior, labelled) = match (right, grouped) {
            (true, _) if taxed || vat => (0.93, 0.97),
            (true, true) if norwegian => (0.66, 0.97),
            (true, true) => (0.55, 0.97),
            (true, false) if norwegian => (0.62, 0.96),
            (true, false) => (0.4, 0.96),
            (false, _) if taxed => (0.62, 0.74),
            (false, _) => (0.05, 0.72),
        };
        let mut proposal = Proposal::number(self.category(), window.span, window.text())
            .scores(prior, labelled)
            .checked(right)
            .why_if(taxed || vat, "country-prefix");
        proposal.edges_seen = taxed || vat;
        out.push(proposal);
    }
}
