//! What is named after a person and is none: works and their makers, museums and prizes, streets,
//! illnesses, parcels of land; persons of history and of books (`lexicons/namesakes.txt`); animals,
//! songs and courses that are "called" something; peoples and faiths with an English capital.
//!
//! A person may still bear such a name: what announces a person outweighs the list of persons of
//! history. A school that a child goes to ("Ebbas skola") stays the child's name.

use super::{
    context::{self, is},
    things,
    token::{Kind, Token},
    word::{Shape, Word},
};
use std::{collections::BTreeSet, ops::Range, sync::LazyLock};

/// Ends of nouns that make a thing of the full name in the genitive before them: "Ludvig Holbergs
/// komedier", "Sven Harrys konstmuseum".
const OWNED: &[&str] = &[
    "museum",
    "museet",
    "stiftelse",
    "stiftelsen",
    "fonden",
    "mindefond",
    "legat",
    "stipendium",
    "stipendiet",
    "stipend",
    "sällskapet",
    "sällskap",
    "selskabet",
    "selskap",
    "selskapet",
    "priset",
    "prisen",
    "komedie",
    "komedier",
    "komedi",
    "roman",
    "romaner",
    "noveller",
    "novelle",
    "drama",
    "dramaer",
    "dramatik",
    "dikter",
    "digte",
    "dikt",
    "sonetter",
    "sonater",
    "visor",
    "eventyr",
    "sagor",
    "saga",
    "symfoni",
    "symfonier",
    "opera",
    "operaer",
    "malerier",
    "målningar",
    "tavlor",
    "skulpturer",
    "utställning",
    "udstilling",
    "utstilling",
    "forfatterskab",
    "författarskap",
    "skuespil",
    "skuespill",
    "pjäser",
    "deckare",
    "syndrom",
    "syndromet",
    "sygdom",
    "sjukdom",
    "sykdom",
    "sjuka",
    "gata",
    "gatan",
    "gade",
    "allé",
    "minde",
    "mindesmærke",
    "mausoleum",
    "novels",
    "plays",
    "paintings",
    "poems",
    "sonnets",
    "symphony",
    "symphonies",
    "syndrome",
    "disease",
    "theorem",
    "award",
    "prize",
    "museums",
];

/// Beginnings of Finnish nouns that do the same.
const OWNED_FINNISH: &[&str] = &[
    "romaani",
    "novelli",
    "näytelm",
    "runo",
    "museo",
    "säätiö",
    "palkinto",
    "palkinno",
    "katu",
    "kadu",
    "aukio",
    "puisto",
    "patsa",
    "sinfonia",
    "ooppera",
    "oireyhtym",
    "tauti",
    "taudi",
    "elokuv",
];

/// Nouns of illness and method behind a single name: "Lynchin oireyhtymä", "Downs syndrom".
const ILLNESS: &[&str] = &[
    "syndrom",
    "syndromet",
    "syndrome",
    "sygdom",
    "sjukdom",
    "sykdom",
    "sjuka",
    "disease",
    "demens",
    "dementia",
    "lymfom",
    "lymphoma",
    "palsy",
    "testet",
    "score",
];

/// Beginnings of the Finnish ones.
const ILLNESS_FINNISH: &[&str] = &["oireyhtym", "taudi", "tauti", "syndrooma", "lymfooma"];

/// Illnesses that bear the name of a doctor, without an ending.
const ILLNESSES: &[&str] = &[
    "parkinson",
    "alzheimer",
    "asperger",
    "tourette",
    "crohn",
    "bechterew",
    "huntington",
    "hodgkin",
    "ménière",
    "meniere",
    "sjögren",
    "raynaud",
    "kawasaki",
    "creutzfeldt",
    "guillain",
    "basedow",
    "hashimoto",
    "korsakoff",
    "korsakov",
    "marfan",
    "munchausen",
    "münchausen",
    "dupuytren",
    "scheuermann",
    "lewy",
    "rett",
    "ehlers",
    "perthes",
    "barrett",
    "cushing",
    "addison",
    "duchenne",
    "klinefelter",
    "wernicke",
    "capgras",
    "apgar",
    "borrelia",
];

/// Nouns of things that are "called" something, beside those of [`things`].
const CALLED: &[&str] = &[
    "sangen",
    "låta",
    "visan",
    "visen",
    "kursen",
    "kurset",
    "kurssi",
    "hunden",
    "hund",
    "hunder",
    "katten",
    "katt",
    "kat",
    "hesten",
    "hest",
    "häst",
    "hästen",
    "kaninen",
    "kanin",
    "båden",
    "båten",
    "båd",
    "båt",
    "spillet",
    "spelet",
    "peli",
    "dog",
    "cat",
    "horse",
    "rabbit",
    "puppy",
    "kitten",
    "pony",
    "song",
    "game",
    "course",
    "app",
    "book",
    "film",
    "movie",
    "play",
    "team",
    "band",
    "bandet",
    "orkestret",
    "orkestern",
    "kampagne",
    "kampanj",
    "projektet",
    "stormen",
    "vinden",
    "koira",
    "kissa",
    "hevonen",
    "laulu",
    "koiran",
    "kissan",
    "hevosen",
    "laivan",
    "veneen",
    "elokuvan",
    "kirjan",
    "laulun",
    "pelin",
    "kurssin",
    "marsvinet",
    "hamsteren",
    "hamstern",
    "undulaten",
    "papegojan",
    "papegøjen",
    "skildpadden",
    "kalven",
    "koen",
    "kon",
    "kon",
    "bilen",
    "bil",
    "holdet",
    "laget",
    "roboten",
    "robot",
];

/// Words for being called.
const CALLS: &[&str] = &[
    "hedder",
    "hed",
    "heter",
    "heiter",
    "hette",
    "het",
    "heitte",
    "kaldes",
    "kallas",
    "kalles",
    "called",
    "named",
    "kaldet",
    "kallad",
    "nimi",
    "nimeltään",
];

/// Peoples, languages and faiths with a capital in English.
const PEOPLES: &[&str] = &[
    "muslim",
    "muslims",
    "islam",
    "islamic",
    "jewish",
    "jew",
    "jews",
    "hindu",
    "sikh",
    "sikhs",
    "buddhist",
    "catholic",
    "protestant",
    "lutheran",
    "orthodox",
    "evangelical",
    "baptist",
    "methodist",
    "quaker",
    "mormon",
    "kurdish",
    "kurd",
    "romany",
    "romani",
    "gypsy",
    "traveller",
    "sami",
    "arab",
    "arabic",
    "somali",
    "ghanaian",
    "nigerian",
    "kenyan",
    "ethiopian",
    "eritrean",
    "syrian",
    "iraqi",
    "iranian",
    "afghan",
    "turkish",
    "polish",
    "danish",
    "swedish",
    "norwegian",
    "finnish",
    "icelandic",
    "faroese",
    "greenlandic",
    "german",
    "french",
    "dutch",
    "british",
    "english",
    "welsh",
    "irish",
    "scottish",
    "spanish",
    "portuguese",
    "italian",
    "greek",
    "russian",
    "ukrainian",
    "romanian",
    "bulgarian",
    "serbian",
    "bosnian",
    "albanian",
    "croatian",
    "hungarian",
    "chinese",
    "japanese",
    "korean",
    "vietnamese",
    "thai",
    "indian",
    "pakistani",
    "bangladeshi",
    "filipino",
    "tamil",
    "american",
    "canadian",
    "mexican",
    "brazilian",
    "african",
    "asian",
    "european",
    "nordic",
    "palestinian",
    "israeli",
    "lebanese",
    "moroccan",
    "tunisian",
    "egyptian",
    "sudanese",
    "congolese",
    "latvian",
    "lithuanian",
    "estonian",
];

/// Persons of history and of books, lower case.
static FAMOUS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    include_str!("../../../lexicons/namesakes.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(", "))
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect()
});

/// Endings that a name in a text may have more than the listed one.
const ENDINGS: &[&str] = &[
    "", "s", "'s", "n", "in", "lle", "lta", "ltä", "lla", "llä", "sta", "stä", "ssa", "ssä", "a",
    "ä", "ia", "iä", "en", "ista", "illa",
];

/// The doubt about a span of tokens, as the id of its evidence. `told` is true where a word before
/// announces a person.
pub fn doubt(
    text: &str,
    words: &[Word],
    tokens: &[Token],
    span: &Range<usize>,
    told: bool,
) -> Option<&'static str> {
    let last = words.get(span.end.checked_sub(1)?)?;
    let next = words.get(span.end);
    let full = span.len() > 1;
    if let Some(next) = next {
        if full && genitive(last) && ends_in(next, OWNED) {
            return Some("looks-like-namesake");
        }
        if full && last.lower.ends_with(&['n']) && begins_with(next, OWNED_FINNISH) {
            return Some("looks-like-namesake");
        }
        if !full && (ends_in(next, ILLNESS) || begins_with(next, ILLNESS_FINNISH)) {
            return Some("looks-like-namesake");
        }
        // "Oscar Jacobson-rea", "Hjalmar Söderberg-sällskapet"
        if next.shape == Shape::Capital && tokens.get(span.end).is_some_and(|next| !next.glued) {
            let raw = tokens.get(span.end)?.span.of(text).unwrap_or_default();
            if let Some((_, tail)) = raw.split_once('-')
                && tail.len() > 2
                && tail.starts_with(char::is_lowercase)
            {
                return Some("looks-like-namesake");
            }
        }
    }
    let announced = context::before(words, span.start).is_some();
    if !full && !announced && ILLNESSES.iter().any(|name| extends(last, name)) {
        return Some("looks-like-namesake");
    }
    if parcel(words, span) {
        return Some("looks-like-thing");
    }
    if called(words, span.start) {
        return Some("looks-like-thing");
    }
    let peoples = words
        .get(span.clone())?
        .iter()
        .all(|word| word.shape == Shape::Capital && PEOPLES.iter().any(|people| is(word, people)));
    if peoples && !told {
        return Some("common-word");
    }
    (full && !told && !speaks(words, span) && famous(text, tokens, span))
        .then_some("looks-like-namesake")
}

/// Verbs of somebody who is there and speaks.
const SPEAKS: &[&str] = &[
    "siger",
    "sagde",
    "säger",
    "sade",
    "sier",
    "sa",
    "seier",
    "sanoo",
    "sanoi",
    "says",
    "said",
    "fortæller",
    "berättar",
    "forteller",
    "fortel",
    "kertoo",
    "kertoi",
    "skriver",
    "mener",
    "mente",
    "forklarer",
    "förklarar",
    "ringer",
    "ringde",
    "ringede",
    "spør",
    "spørger",
    "frågar",
    "soitti",
    "kysyi",
    "asks",
    "called",
    "rang",
    "wrote",
    "svarer",
    "svarar",
];

/// True where a verb of speech stands beside the name.
fn speaks(words: &[Word], span: &Range<usize>) -> bool {
    let beside = [span.start.checked_sub(1), Some(span.end)];
    beside.into_iter().flatten().any(|at| {
        words
            .get(at)
            .is_some_and(|word| SPEAKS.iter().any(|verb| is(word, verb)))
    })
}

fn genitive(word: &Word) -> bool {
    word.lower.ends_with(&['s']) || word.lower.ends_with(&['\'']) || word.lower.ends_with(&['x'])
}

fn ends_in(word: &Word, nouns: &[&str]) -> bool {
    nouns.iter().any(|noun| {
        let length = noun.chars().count();
        word.lower
            .len()
            .checked_sub(length)
            .and_then(|from| word.lower.get(from..))
            .is_some_and(|end| noun.chars().eq(end.iter().copied()))
    })
}

fn begins_with(word: &Word, nouns: &[&str]) -> bool {
    nouns.iter().any(|noun| {
        let length = noun.chars().count();
        word.lower
            .get(..length)
            .is_some_and(|start| noun.chars().eq(start.iter().copied()))
    })
}

/// True for `name`, also with an ending.
fn extends(word: &Word, name: &str) -> bool {
    let length = name.chars().count();
    begins_with(word, &[name])
        && word.lower.get(length..).is_some_and(|rest| {
            ENDINGS
                .iter()
                .any(|ending| ending.chars().eq(rest.iter().copied()))
        })
}

/// A Danish district of the land register: "Torslev By", "7a, Torslev Mark".
fn parcel(words: &[Word], span: &Range<usize>) -> bool {
    let at = |at: usize| words.get(at);
    let capital_by = |word: Option<&Word>| {
        word.is_some_and(|word| word.shape == Shape::Capital && is(word, "by"))
    };
    if capital_by(at(span.end)) || span.len() > 1 && capital_by(at(span.end - 1)) {
        return true;
    }
    // a parcel number before a comma
    let numbered = span.start >= 2
        && at(span.start - 1).is_some_and(|word| is(word, ","))
        && at(span.start - 2).is_some_and(|word| {
            let digits = word.lower.iter().filter(|c| c.is_ascii_digit()).count();
            let letters = word.lower.iter().filter(|c| c.is_ascii_lowercase()).count();
            let apart = word.kind == Kind::Word
                && digits == 0
                && word.lower.len() <= 2
                && span
                    .start
                    .checked_sub(3)
                    .and_then(at)
                    .is_some_and(|word| word.kind == Kind::Number);
            apart || digits > 0 && letters > 0 && letters <= 2 && word.lower.len() <= 6
        });
    numbered
        && span.len() > 1
        && at(span.end - 1).is_some_and(|word| {
            [
                "mark",
                "overmark",
                "sogn",
                "hovedgård",
                "ejerlav",
                "hede",
                "strand",
                "mose",
                "skov",
            ]
            .iter()
            .any(|noun| is(word, noun))
        })
}

/// "Sangen hedder X", "our dog is called X".
fn called(words: &[Word], start: usize) -> bool {
    let back = |steps: usize| start.checked_sub(steps).and_then(|at| words.get(at));
    let among = |word: Option<&Word>, list: &[&str]| {
        word.is_some_and(|word| list.iter().any(|entry| is(word, entry)))
    };
    let mut steps = 1;
    while among(back(steps), &["on", "\"", "”", "“", "«", "»", "är", "er"]) && steps < 3 {
        steps += 1;
    }
    if !among(back(steps), CALLS) {
        return false;
    }
    steps += 1;
    while among(back(steps), &["is", "was", "er", "är", "on"]) && steps < 5 {
        steps += 1;
    }
    among(back(steps), CALLED) || back(steps).is_some_and(things::names_things)
}

/// True for the full name of a person of history or of a book.
fn famous(text: &str, tokens: &[Token], span: &Range<usize>) -> bool {
    let (Some(first), Some(last)) = (tokens.get(span.start), tokens.get(span.end - 1)) else {
        return false;
    };
    let phrase = text
        .get(first.span.start as usize..last.span.end as usize)
        .unwrap_or_default()
        .to_lowercase()
        .replace('’', "'");
    ENDINGS.iter().any(|ending| {
        phrase
            .strip_suffix(ending)
            .is_some_and(|name| FAMOUS.contains(name))
    })
}
