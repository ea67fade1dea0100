//! Things that bear the name of a person: ships, storms, schools, churches, brands, months. What
//! stands right before or after the name tells, or the whole is a known brand or work
//! (`lexicons/brands.txt`). A brand may still be somebody's name: it becomes doubtful, no more.

use super::{
    context::is,
    token::{Kind, Token},
    word::{Shape, Word},
};
use std::{collections::BTreeSet, ops::Range, sync::LazyLock};

/// Nouns after which a name is that of a thing. Lower case, the forms that stand before a name.
const BEFORE: &[&str] = &[
    // ships, trains and lines
    "færgen",
    "færge",
    "skibet",
    "båden",
    "fregatten",
    "färjan",
    "fartyget",
    "skeppet",
    "båten",
    "ferja",
    "ferjen",
    "ferga",
    "skipet",
    "skuta",
    "skib",
    "skip",
    "fartyg",
    "skepp",
    "uss",
    "hurtigruten",
    "laiva",
    "lautta",
    "alus",
    "ferry",
    "ship",
    "boat",
    "vessel",
    "hms",
    "kdm",
    "mv",
    "rms",
    "knm",
    "linje",
    "linjen",
    "togsættet",
    "satellitten",
    "satelliten",
    // weather
    "stormen",
    "storm",
    "orkanen",
    "orkan",
    "uværet",
    "uvejret",
    "ovädret",
    "myrsky",
    "hurricane",
    "typhoon",
    "cyclone",
    "ekstremværet",
    "snestormen",
    // houses and places
    "hotel",
    "hotell",
    "hotellet",
    "hotelli",
    "restaurant",
    "restauranten",
    "restaurang",
    "restaurangen",
    "ravintola",
    "café",
    "cafe",
    "cafeen",
    "cafét",
    "kafé",
    "kafe",
    "kahvila",
    "kaféet",
    "pub",
    "puben",
    "butikken",
    "butik",
    "butiken",
    "kauppa",
    "kiosken",
    "baren",
    "børnehaven",
    "vuggestuen",
    "børnehuset",
    "plejehjemmet",
    "plejecentret",
    "bostedet",
    "hospice",
    "friskolen",
    "efterskolen",
    "förskolan",
    "äldreboendet",
    "vårdboendet",
    "friskolan",
    "barnehagen",
    "sykehjemmet",
    "omsorgssenteret",
    "päiväkoti",
    "hoivakoti",
    "palvelutalo",
    "kvarteret",
    "bydelen",
    "lokal",
    "lokale",
    "lokalet",
    "mødelokale",
    "mødelokalet",
    "mötesrum",
    "konferensrum",
    "sammanträdesrum",
    "møterom",
    "neuvotteluhuone",
    "kokoushuone",
    "asunto-osakeyhtiö",
    "kolonihaven",
    "slottet",
    "fortet",
    "fästningen",
    "festningen",
    "gården",
    "torpet",
    "villa",
    "ejendommen",
    "bygningen",
    "brf",
    "bostadsrättsföreningen",
    "sameiet",
    "borettslaget",
    "andelsforeningen",
    "ejerforeningen",
    "grundejerforeningen",
    "taloyhtiö",
    "foreningen",
    "föreningen",
    "stiftelsen",
    "fonden",
    "legatet",
    "yhdistys",
    "sankt",
    "sanct",
    "saint",
    "sct",
    "skt",
    "lake",
    "mount",
    "fort",
    "port",
    "camp",
    "planet",
    "kap",
    "cape",
    // works and products
    "filmen",
    "romanen",
    "bogen",
    "boka",
    "serien",
    "tv-serien",
    "musicalen",
    "musikalen",
    "operaen",
    "operan",
    "teaterstykket",
    "pjäsen",
    "stykket",
    "albummet",
    "låten",
    "sangen",
    "maleriet",
    "elokuva",
    "romaani",
    "sarja",
    "kirja",
    "musikaali",
    "ooppera",
    "musical",
    "opera",
    "novel",
    "projekt",
    "projektet",
    "prosjektet",
    "prosjekt",
    "hanke",
    "project",
    "systemet",
    "järjestelmä",
    "programmet",
    "appen",
    "sovellus",
    "modellen",
    "model",
    "kampagnen",
    "kampanjen",
    "mærket",
    "märket",
    "merket",
    "brand",
    "tuotemerkki",
    "rosen",
    "tulipanen",
    "kartoflen",
    "äpplet",
    // animals
    "hesten",
    "hästen",
    "hevonen",
    "hoppen",
    "hingsten",
    "travhesten",
    "hunden",
    "hund",
    "hvalpen",
    "valpen",
    "koira",
    "koiramme",
    "katten",
    "kat",
    "katt",
    "kissa",
    "kissamme",
    "killingen",
    "kattungen",
    "ponyen",
    "racehorse",
];

/// Nouns that make a thing of the name before them, beside those of firms and streets.
const AFTER: &[&str] = &[
    "hospice",
    "plejehjem",
    "plejecenter",
    "børnehave",
    "vuggestue",
    "efterskole",
    "friskole",
    "gymnasium",
    "gymnasiet",
    "gymnas",
    "förskola",
    "vårdcentral",
    "äldreboende",
    "kyrkogård",
    "kirkegård",
    "sogn",
    "församling",
    "bibliotek",
    "sykehus",
    "sjukhus",
    "sykehjem",
    "barnehage",
    "senter",
    "senteret",
    "centret",
    "center",
    "centre",
    "tårn",
    "slot",
    "slott",
    "station",
    "stasjon",
    "festival",
    "festivalen",
    "marathon",
    "maraton",
    "line",
    "arms",
    "court",
    "lodge",
    "nursery",
    "academy",
    "airport",
    "lufthavn",
    "flygplats",
    "lentoasema",
    "päiväkoti",
    "seniorit",
    "residents",
    "øl",
    "öl",
    "kaffe",
    "ketchup",
    "sponge",
    "stolen",
    "lampen",
    "award",
    "memorial",
    "bistro",
    "grill",
    "pizza",
    "burger",
    "museo",
    "sairaala",
    "seura",
    "säätiö",
    "fonden",
    "värld",
    "verden",
    "coffee",
    "sauce",
    "trainers",
    "tartan",
    "vaccine",
    "snus",
    "korv",
    "kaviar",
    "senap",
    "sennep",
    "glass",
    "gavekort",
    "presentkort",
];

const MONTHS: &[&str] = &[
    "januar",
    "februar",
    "marts",
    "mars",
    "april",
    "maj",
    "mai",
    "juni",
    "juli",
    "august",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
    "desember",
    "januari",
    "februari",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "october",
    "tammikuu",
    "helmikuu",
    "helmi",
    "maaliskuu",
    "huhtikuu",
    "toukokuu",
    "kesäkuu",
    "heinäkuu",
    "elokuu",
    "syyskuu",
    "lokakuu",
    "marraskuu",
    "joulukuu",
];

/// Small words after which the word for a month is one.
const UNTIL: &[&str] = &[
    "i", "in", "until", "till", "by", "since", "during", "før", "efter", "inden", "innan", "fra",
    "från", "after", "before", "from", "mid", "late", "early", "sidst", "primo", "ultimo", "medio",
    "hele", "hela", "slutet", "utgangen", "this", "last", "next", "to", "til",
];

/// Works behind the full name of who made them.
const WORKS: &[&str] = &[
    "roman",
    "romaner",
    "novell",
    "noveller",
    "novelle",
    "bog",
    "bøger",
    "bok",
    "böcker",
    "bøker",
    "digte",
    "dikter",
    "dikt",
    "musik",
    "musikk",
    "utställning",
    "udstilling",
    "utstilling",
    "malerier",
    "målningar",
    "romaani",
    "romaanit",
    "kirjat",
    "runot",
    "novel",
    "novels",
    "books",
    "paintings",
    "poems",
    "exhibition",
    "stadion",
    "stadium",
    "byste",
    "statue",
    "staty",
    "patsas",
];

/// Brands and works, lower case.
static BRANDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    include_str!("../../../lexicons/brands.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(": "))
        .flat_map(|(_, names)| names.split(", "))
        .map(|name| name.trim().to_lowercase())
        .collect()
});

/// Tokens beside a span that may belong to the name of a brand.
const BESIDE: usize = 3;

/// The doubt about a span of tokens, as the id of its evidence.
pub fn doubt(words: &[Word], span: &Range<usize>) -> Option<&'static str> {
    let before = preceding(words, span.start);
    let among = |word: Option<&Word>, list: &[&str]| {
        word.is_some_and(|word| list.iter().any(|entry| is(word, entry)))
    };
    if among(before, BEFORE) {
        return Some("looks-like-thing");
    }
    // "MS Richard With", "M/F Isefjord", "St. Mary", "S:t Göran"
    let capitals = before.is_some_and(|word| word.shape == Shape::Upper);
    if capitals && among(before, &["ms", "mf", "mt", "ss"]) && !all_capitals(words) {
        return Some("looks-like-thing");
    }
    let back = |steps: usize| span.start.checked_sub(steps).and_then(|at| words.get(at));
    let pair = |sign: &str, first: &[&str], last: &[&str]| {
        among(back(1), last) && back(2).is_some_and(|word| is(word, sign)) && among(back(3), first)
    };
    if pair("/", &["m", "e", "a"], &["s", "f", "b", "v"]) && before_is_capital(back(1))
        || pair(":", &["s"], &["t", "ta"])
    {
        return Some("looks-like-thing");
    }
    if before.is_some_and(|word| word.shape == Shape::Capital && is(word, "st")) {
        return Some("looks-like-thing");
    }
    if among(words.get(span.end), AFTER) {
        return Some("looks-like-thing");
    }
    if span.len() > 1 && among(words.get(span.end), WORKS) {
        return Some("looks-like-thing");
    }
    // "Taloyhtiö Kuusikko", "Hotel Anna", where the noun is no name itself
    let first = words.get(span.start).filter(|word| !word.listed.is_name());
    if span.len() > 1 && among(first, BEFORE) {
        return Some("looks-like-thing");
    }
    let last = words.get(span.end.checked_sub(1)?);
    if span.len() > 1 && among(last, AFTER) {
        return Some("looks-like-thing");
    }
    if span.len() == 1 && among(last, MONTHS) {
        let near = words
            .get(span.start.saturating_sub(2)..(span.end + 3).min(words.len()))
            .unwrap_or_default()
            .iter()
            .filter(|word| among(Some(word), MONTHS))
            .count();
        let number = |word: Option<&Word>| word.is_some_and(|word| word.kind == Kind::Number);
        let dated = number(before) || number(words.get(span.end));
        if near > 1 || dated || among(before, UNTIL) {
            return Some("looks-like-month");
        }
    }
    // "May I ask"
    if span.len() == 2
        && among(words.get(span.start), &["may"])
        && among(last, &["i", "we", "you", "they", "he", "she"])
    {
        return Some("looks-like-month");
    }
    None
}

/// True for a noun after which a name is that of a thing.
pub fn names_things(word: &Word) -> bool {
    BEFORE.iter().any(|noun| is(word, noun))
}

fn before_is_capital(word: Option<&Word>) -> bool {
    word.is_some_and(|word| matches!(word.shape, Shape::Initial | Shape::Upper))
}

/// The word before, past a quote or the dot of an abbreviation.
fn preceding(words: &[Word], start: usize) -> Option<&Word> {
    let mut at = start.checked_sub(1)?;
    while words.get(at).is_some_and(|word| {
        ["\"", "”", "“", "«", "»", "'", "."]
            .iter()
            .any(|sign| is(word, sign))
    }) {
        at = at.checked_sub(1)?;
    }
    words.get(at)
}

/// True for a line in capitals, where they tell nothing.
pub fn all_capitals(words: &[Word]) -> bool {
    let (mut upper, mut others) = (0, 0);
    for word in words.iter().filter(|word| word.kind == Kind::Word) {
        match word.shape {
            Shape::Upper => upper += 1,
            Shape::Initial => {}
            _ => others += 1,
        }
    }
    upper > 2 && others == 0
}

/// True for a known brand or work of one word, also with a genitive or a Finnish ending.
pub fn is_brand(word: &Word) -> bool {
    let word: String = word.lower.iter().collect();
    [
        "", "s", "'s", "n", "in", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle",
    ]
    .iter()
    .filter_map(|ending| word.strip_suffix(ending))
    .any(|stem| stem.len() > 2 && BRANDS.contains(stem))
}

/// True where the span lies in a known brand or work of several words.
pub fn branded(text: &str, tokens: &[Token], span: &Range<usize>) -> bool {
    for first in span.start.saturating_sub(BESIDE)..=span.start {
        for upto in span.end..=(span.end + BESIDE).min(tokens.len()) {
            let (Some(start), Some(last)) = (tokens.get(first), tokens.get(upto - 1)) else {
                continue;
            };
            let phrase = text
                .get(start.span.start as usize..last.span.end as usize)
                .unwrap_or_default();
            if phrase.contains([' ', '&', '\'', '’']) {
                let phrase = phrase.to_lowercase().replace('’', "'");
                if BRANDS.contains(phrase.as_str())
                    || phrase
                        .strip_suffix('s')
                        .is_some_and(|phrase| BRANDS.contains(phrase))
                {
                    return true;
                }
            }
        }
    }
    false
}
