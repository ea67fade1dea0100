//! One-time codes: four to eight digits, also 3-3 and 2-2-2, next to a word for code. Expired codes still
//! reveal accounts: band B at most. Codes without such a word near are not found.

use crate::{
    detect::{
        Detector,
        checksum::number,
        digits::{Gap, Window, row},
        score::Proposal,
        value::word_near,
        view::View,
    },
    finding::Category,
};

/// See the module.
pub struct OneTimeCode;

/// Words that make the code next to them a public one: "zip code 12345".
const PUBLIC: &[&str] = &[
    "zip",
    "post",
    "area",
    "country",
    "promo",
    "discount",
    "voucher",
    "rabat",
    "rabatt",
    "error",
    "source",
    "qr",
    "dress",
    "bar",
    "stregkode",
    "exit",
    "status",
    "landekode",
    "kampagne",
    "kampanj",
    "morse",
];

/// Bytes of a longer message, where a door may be another matter.
const LONG: usize = 400;

impl Detector for OneTimeCode {
    fn category(&self) -> Category {
        Category::OneTimeCode
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "kode",
            "koden",
            "koder",
            "kod",
            "koda",
            "koderna",
            "code",
            "codes",
            "passcode",
            "otp",
            "koodi",
            "koodin",
            "koodisi",
            "koodia",
            "koodilla",
            "engangskode*",
            "engångskod*",
            "engangskod*",
            "kertakoodi*",
            "verifieringskod*",
            "verifikationskode*",
            "verifiseringskode*",
            "vahvistuskoodi*",
            "varmennuskoodi*",
            "tunnistuskoodi*",
            "bekreftelseskode*",
            "bekræftelseskode*",
            "bekräftelsekod*",
            "sikkerhedskode*",
            "sikkerhetskode*",
            "säkerhetskod*",
            "aktiveringskod*",
            "godkendelseskode*",
            "loginkode*",
            "inloggningskod*",
            "innloggingskode*",
            "turvakoodi*",
            "kirjautumiskoodi*",
            "smskode*",
            "smskod*",
            "engangspassord*",
            "engångslösenord*",
            "kertakäyttö*",
            "kertakäyttösalasana*",
            "verification",
            "verify",
            "verifiera",
            "bekrafta",
            "bekrafte",
            "bekrefte",
            "vahvista",
            "hamtkod*",
            "hentekode*",
            "afhentningskode*",
            "noutokoodi*",
            "utlamningskod*",
            "identifieringskod*",
            "pinkode*",
            "pinkod*",
            "pin",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        let cuts = window.cuts();
        let fits = matches!(
            (digits.len(), cuts),
            (4..=8, [])
                | (6, [(3, Gap::Space | Gap::Dash)])
                | (6, [(2, Gap::Space), (4, Gap::Space)])
                | (8, [(4, Gap::Space | Gap::Dash)])
        );
        if !fits {
            return;
        }
        // "8841 2290" is one code, not two
        if cuts.is_empty() && digits.len() == 4 {
            let (before, after) = row(view.text, window.span);
            if before + after == 4 {
                return;
            }
        }
        // the door, the safe and the service with four digits keep no one-time codes
        let words = [
            "dor*",
            "port*",
            "gate",
            "safe",
            "larm*",
            "alarm*",
            "las*",
            "lock*",
            "skab*",
            "skap*",
            "kassaskap*",
            "pengeskab*",
            "ovi*",
            "oven",
            "halytys*",
            "entre*",
            "nogle*",
            "nyckel*",
            "garage*",
            "bom",
            "bommen",
            "cykel*",
            "sykkel*",
            "hissen",
            "trapp*",
            "uppgang*",
            "opgang*",
            "boks*",
            "lada*",
            "door*",
            "keypad",
            "front",
        ];
        let lasting =
            view.text.len() < LONG && word_near(view, window.span, &words, 4, 3).is_some();
        if window.digits() == [1, 1, 7, 7] || lasting && digits.len() <= 6 {
            return;
        }
        let public = view
            .words()
            .before(window.span.start)
            .take(2)
            .any(|word| PUBLIC.contains(&word.key.as_str()));
        if public {
            return;
        }
        let year = digits.len() == 4 && (1900..2100).contains(&number(digits));
        let labelled = if year { 0.45 } else { 0.86 };
        out.push(
            Proposal::number(self.category(), window.span, window.text())
                .scores(0.0, labelled)
                .why("code-length"),
        );
    }
}
