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
    "krisecenter",
    // nb, nn
    "kode 6",
    "kode 7",
    "strengt fortrolig adresse",
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
    "salaisen osoitteen",
    "turvakoti",
    "salainen numero",
    // en
    "protected identity",
    "protected address",
    "address protection",
    "confidential address",
    "witness protection",
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
        let score = if WEAK.contains(phrase) { 0.65 } else { 0.92 };
        out.push(
            Proposal::certain(self.category(), span, fold(view.of(span)), score)
                .why_word("phrase", phrase),
        );
    }
}
