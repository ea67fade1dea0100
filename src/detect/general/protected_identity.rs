//! Signs of a protected identity or address. The phrase itself is proposed: that a person lives under
//! protection is what must not leak.

use crate::{
    detect::{
        Detector,
        fold::{fold, is_letter, is_word_char},
        score::Proposal,
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct ProtectedIdentity;

const MARKS: &[&str] = &[
    // sv
    "skyddad identitet",
    "skyddade identitet",
    "skyddade personuppgift",
    "skyddade uppgifter",
    "skyddad folkbokföring",
    "sekretessmarkering",
    "sekretessmarkera",
    "kvarskrivning",
    "kvarskriven",
    "fingerade personuppgift",
    "fingerad identitet",
    "skyddat boende",
    "skyddad adress",
    "hemlig adress",
    "skyddat nummer",
    "spärrmarkering",
    "spärrmarkerad",
    "sekretesskyddade personuppgift",
    "hemligt boende",
    "hemligt telefonnummer",
    "adressen är skyddad",
    "adressen är hemlig",
    "skyddad folkbokförd",
    // da
    "navne- og adressebeskyttelse",
    "adressebeskyttelse",
    "navnebeskyttelse",
    "beskyttet adresse",
    "beskyttet identitet",
    "hemmelig adresse",
    "hemmeligt telefonnummer",
    "hemmeligt nummer",
    "adressebeskyttet",
    "navne og adressebeskyttelse",
    "adressen er beskyttet",
    "adressen er hemmelig",
    "hemmeligholdt adresse",
    "hemmelig identitet",
    "hemmeligt tlf",
    "krisecenter",
    // nb, nn
    "kode 6",
    "kode 7",
    "strengt fortrolig adresse",
    "strengt fortruleg adresse",
    "fortruleg adresse",
    "kode seks",
    "kode sju",
    "gradert adresse",
    "sperra adresse",
    "hemmeleg adresse",
    "adressen er sperret",
    "adressa er sperra",
    "skjult identitet",
    "fortrolig adresse",
    "adressesperre",
    "sperret adresse",
    "skjult adresse",
    "fiktiv identitet",
    "krisesenter",
    "skjerma adresse",
    "skjermet adresse",
    // fi
    "turvakiel",
    "salainen osoite",
    "osoite on salainen",
    "osoite salainen",
    "osoitteensa on salainen",
    "suojattu osoite",
    "luovutuskielto",
    "salaisen osoitteen",
    "turvakoti",
    "salainen numero",
    // en
    "protected identity",
    "protected address",
    "address protection",
    "confidential address",
    "witness protection",
    "address is protected",
    "address is confidential",
    "protected by court order",
    "secret address",
    "address withheld",
    "anonymity order",
];

/// Phrases that also name places and so are weaker.
const WEAK: &[&str] = &[
    "skyddat boende",
    "krisecenter",
    "krisesenter",
    "turvakoti",
    "skyddade uppgifter",
    "hemmeligt nummer",
    "skyddat nummer",
    "salainen numero",
];

impl Detector for ProtectedIdentity {
    fn category(&self) -> Category {
        Category::ProtectedIdentity
    }

    fn marks(&self) -> &'static [&'static str] {
        MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        let Some(phrase) = MARKS.get(mark.index) else {
            return;
        };
        let rest = view.from(mark.span.end);
        if phrase.ends_with(|c: char| c.is_ascii_digit())
            && rest.chars().next().is_some_and(is_word_char)
        {
            return;
        }
        // endings: "sekretessmarkerad", "turvakiellon", "adressebeskyttelsen"
        let ending: usize = rest
            .chars()
            .take_while(|c| is_letter(*c))
            .map(char::len_utf8)
            .sum();
        let span = ByteSpan::new(mark.span.start, mark.span.end + ending as u32);
        let score = match *phrase {
            // shelters have addresses, events and job adverts of their own
            "krisecenter" | "krisesenter" | "turvakoti" => 0.55,
            phrase if WEAK.contains(&phrase) => 0.65,
            _ => 0.92,
        };
        out.push(
            Proposal::certain(self.category(), span, fold(view.of(span)), score)
                .why_word("phrase", phrase),
        );
    }
}
