//! Signs of a protected identity or address. The phrase itself is proposed: that a person lives under
//! protection is what must not leak. "Must not be told" counts with a word for the address in the
//! same sentence. Not told apart: e-mail and web addresses.

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
    "confidential address scheme",
    "non-disclosure of address",
    "address confidentiality",
    "kvinnojour",
    "kvinnohus",
    "skyddad person",
    "överfallslarm",
    "vittnesskydd",
    "skyddade personnummer",
    "hemlig telefon",
    "får inte veta var",
    "får inte veta vart",
    "får inte få reda på var",
    "får inte ta reda på var",
    "skyddad hos skatteverket",
    "kvindekrisecenter",
    "kvindehjem",
    "voldsalarm",
    "overfaldsalarm",
    "vidnebeskyttelse",
    "adressespærret",
    "må ikke vide hvor",
    "må ikke få at vide hvor",
    "må ikke finde ud af hvor",
    "adressebeskyt",
    "dækadresse",
    "hemmeligt opholdssted",
    "hemmelig bopæl",
    "mobil voldsalarm",
    "vitnebeskyttelse",
    "må ikke vite hvor",
    "må ikke få vite hvor",
    "må ikke finne ut hvor",
    "må ikkje vite kvar",
    "må ikkje vite kor",
    "må ikkje få vite kvar",
    "fiktive personopplysninger",
    "kode 6-adresse",
    "sperret telefonnummer",
    "skjult bosted",
    "hemmelig bosted",
    "todistajansuojelu",
    "ei saa tietää missä",
    "ei saa saada tietää missä",
    "ei saa selvittää missä",
    "salattu osoite",
    "salaisesta osoitteesta",
    "osoitetietoja ei saa",
    "henkilötietojen turvakiel",
    "women's refuge",
    "womens refuge",
    "in a refuge",
    "in refuge",
    "safe house",
    "safe-house",
    "must not know where",
    "must not find out where",
    "mustn't find out where",
    "mustn't know where",
    "can't know where",
    "cannot know where",
    "should not know where",
    "new identity",
    "protective order in place",
    "marac",
    "ex-directory",
    // short and bracketed forms
    "hemmeligt nr",
    "hemmelig nr",
    "hemmelig telefon",
    "hemmelig tlf",
    "hemmelig mobil",
    "udeladt nummer",
    "adr. beskyttet",
    "adr.beskyttet",
    "adr beskyttet",
    "adr.beskyt",
    "navneog adressebeskyt",
    "navne-/adressebeskyt",
    "navne/adressebeskyt",
    "n/a-beskyt",
    "beskyttede personoplysninger",
    "beskyttet bopæl",
    "beskyttet opholdssted",
    "hemmelig opholdsadresse",
    "ukendt adresse af hensyn",
    "skyddad boendeadress",
    "skyddade adressuppgift",
    "skyddade kontaktuppgift",
    "skyddade pers.uppg",
    "skyddade pers.uppgifter",
    "skyddad id",
    "skyddat id",
    "skyddade id",
    "skyddad ident",
    "sekretesskydd",
    "sekretessmarkerad person",
    "hemligt nummer",
    "hemligt nr",
    "hemligt tel",
    "skyddat tel",
    "skyddat nr",
    "skyddat mobil",
    "kvarskriv",
    "hemmelig nummer",
    "hemmelig telefonnummer",
    "hemmeleg nummer",
    "hemmeleg telefonnummer",
    "sperret nummer",
    "sperra nummer",
    "sperret adr",
    "adressesperr",
    "adresse sperret",
    "adresse sperra",
    "sperrede adresseopplysninger",
    "skjermede adresseopplysninger",
    "beskyttet adr",
    "kode6",
    "kode7",
    "kode 19",
    "fortrolig adr",
    "strengt fortrolig adr",
    "adressegradering",
    "gradert adr",
    "turvakielt",
    "turva-asun",
    "turvakotiin",
    "salainen puhelinnumero",
    "salaisen numeron",
    "salainen nro",
    "osoite on salattu",
    "osoitetiedot salattu",
    "osoite salattu",
    "tiedot salattu",
    "osoite suojattu",
    "suojattu henkilö",
    "yhteystiedot salattu",
    "salatut yhteystiedot",
    "salaiset yhteystiedot",
    "address suppressed",
    "details withheld",
    "sensitive address",
    "unlisted number",
    "number withheld by request",
    "protected person",
    "protected persons",
    "identity protected",
    "identity is protected",
    "protection order",
    "living under protection",
    "lever under beskyttelse",
    "lever skyddat",
    "lever under skydd",
    "lever på skjult adresse",
    "bor på skjult adresse",
    "bor på hemmelig adresse",
    "bor på hemlig adress",
    // predicates: count with a word for the address beside them only
    "må ikke videregives",
    "må ikke udleveres",
    "må ikke oplyses",
    "må ikke fremgå",
    "må ikke deles",
    "må ikke komme ud",
    "ikke videregive",
    "ikke udlevere",
    "er beskyttet",
    "er hemmelig",
    "skal hemmeligholdes",
    "holdes hemmelig",
    "får inte lämnas ut",
    "får ej lämnas ut",
    "får inte röjas",
    "får inte spridas",
    "får inte avslöjas",
    "får inte framgå",
    "ska inte lämnas ut",
    "lämna inte ut",
    "inte lämna ut",
    "är skyddad",
    "är hemlig",
    "är sekretessbelagd",
    "omfattas av sekretess",
    "skal ikke oppgis",
    "må ikke oppgis",
    "skal ikke utleveres",
    "kan ikke utleveres",
    "må ikke utleveres",
    "skal ikke deles",
    "skal ikkje oppgjevast",
    "må ikkje delast",
    "er sperret",
    "er gradert",
    "er fortrolig",
    "er skjermet",
    "er skjult",
    "ikke utlevere",
    "ei saa luovuttaa",
    "ei saa antaa",
    "ei saa kertoa",
    "ei saa paljastaa",
    "ei saa näkyä",
    "ei luovuteta",
    "on salattu",
    "on suojattu",
    "on salainen",
    "pidettävä salassa",
    "salassa pidettäv",
    "must not be disclosed",
    "not to be disclosed",
    "must not be shared",
    "not to be shared",
    "must not be given",
    "not to be given",
    "should not be disclosed",
    "cannot be disclosed",
    "can't be disclosed",
    "not be released",
    "not be passed on",
    "is protected",
    "is confidential",
    "is withheld",
    "is secret",
    "kept secret",
    "kept confidential",
    "do not disclose",
    "not disclose",
    "don't share",
    "do not share",
    "do not give out",
    "don't give out",
    "not give out",
    "undisclosed",
];

/// The first of the phrases of [`MARKS`] that say "must not be told".
const FIRST_SAID: &str = "må ikke videregives";

/// Beginnings of words for where somebody lives, lower case.
const PLACES: &[&str] = &[
    "adress",
    "bopæl",
    "bopael",
    "bosted",
    "bostad",
    "bustad",
    "hemadress",
    "osoit",
    "kotiosoit",
    "asuinpaik",
    "address",
    "whereabouts",
    "opholdssted",
    "vistelseort",
    "oppholdssted",
    "olinpaik",
];

/// Words on each side in which the word for the place is looked for.
const NEAR: usize = 6;

/// The clause from the word for the place to the phrase, or the other way round.
fn with_place(view: &View<'_>, phrase: ByteSpan) -> Option<ByteSpan> {
    let place = |word: &str| {
        let word = word.to_lowercase();
        PLACES.iter().any(|stem| word.starts_with(stem))
    };
    let stops = |c: char| matches!(c, '\n' | '!' | '?' | ';');
    let before = view.until(phrase.start);
    let clause = before
        .rfind(stops)
        .map_or(before, |at| before.get(at + 1..).unwrap_or_default());
    let mut end = before.len();
    for word in clause.rsplit(' ').take(NEAR + 1) {
        let start = end.saturating_sub(word.len());
        if word.ends_with('.') {
            break;
        }
        if place(word) {
            return Some(ByteSpan::new(start as u32, phrase.end));
        }
        end = start.saturating_sub(1);
    }
    let mut at = phrase.end as usize;
    let after = view.from(phrase.end);
    let clause = after
        .find(stops)
        .map_or(after, |at| after.get(..at).unwrap_or_default());
    for word in clause.split(' ').take(NEAR) {
        let bare = word.trim_end_matches(|c: char| !is_letter(c));
        if place(word) {
            return Some(ByteSpan::new(phrase.start, (at + bare.len()) as u32));
        }
        if word.ends_with('.') {
            break;
        }
        at += word.len() + 1;
    }
    None
}

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
    "kode 19",
    "hemmeligt nr",
    "hemmelig nr",
    "protection order",
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
        let mut span = ByteSpan::new(mark.span.start, mark.span.end + ending as u32);
        let said = MARKS
            .iter()
            .position(|mark| *mark == FIRST_SAID)
            .is_some_and(|first| mark.index >= first);
        if said {
            match with_place(view, span) {
                Some(clause) => span = clause,
                None => return,
            }
        }
        let score = match *phrase {
            // shelters have addresses, events and job adverts of their own
            "krisecenter" | "krisesenter" | "turvakoti" => 0.55,
            phrase if WEAK.contains(&phrase) => 0.65,
            _ if said => 0.84,
            _ => 0.92,
        };
        out.push(
            Proposal::certain(self.category(), span, fold(view.of(span)), score)
                .why_word("phrase", phrase),
        );
    }
}
