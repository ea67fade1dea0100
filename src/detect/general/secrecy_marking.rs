//! Secrecy and classification markings of Denmark, Sweden, Norway, Finland, NATO and the EU. In
//! capitals or as a heading of their own: band A. In running lower-case text: band C, and nothing
//! at all for words that mostly mean something else ("begrenset", "secret").

use crate::{
    detect::{
        Detector,
        fold::{fold, is_word_char},
        score::Proposal,
        view::{Mark, View},
    },
    finding::Category,
};

/// See the module.
pub struct SecrecyMarking;

/// Markings that are no everyday words in lower case.
const CLEAR: &[&str] = &[
    "til tjenestebrug",
    "yderst hemmeligt",
    "ytterst hemmeligt",
    "nato restricted",
    "nato confidential",
    "nato secret",
    "cosmic top secret",
    "restreint ue",
    "confidentiel ue",
    "secret ue",
    "tres secret ue",
    "eu restricted",
    "eu confidential",
    "eu secret",
    "begränsat hemlig",
    "kvalificerat hemlig",
    "strengt hemmelig",
    "strengt fortrolig",
    "unntatt offentlighet",
    "unnateke offentlegheit",
    "salassa pidettävä",
    "salassapidettävä",
    "turvallisuusluokka",
    "käyttö rajoitettu",
    "top secret",
    "undtaget fra aktindsigt",
    "undtages fra aktindsigt",
    "undtaget aktindsigt",
    "unntatt fra offentlighet",
    "unntatt offentleg innsyn",
    "unntatt innsyn",
    "unntas offentlighet",
    "unntatt fra innsyn",
    "unntatt frå offentlegheit",
    "unnateke frå offentlegheit",
    "unnateke innsyn",
    "salassa pidettäviä",
    "salassa pidettävät",
    "salainen asiakirja",
    "kun til tjenestebrug",
    "official-sensitive",
    "official sensitive",
    "commercial in confidence",
    "private and confidential",
    "strictly confidential",
    "strictly private and confidential",
    "not for publication",
    "not for onward sharing",
    "exempt from disclosure",
    "exempt from publication",
    "exempt information",
    "eyes only",
    "for internal use only",
    "ikke til offentliggørelse",
    "må ikke offentliggøres",
    "kun til internt brug",
    "strengt fortroligt",
    "strengt fortroleg",
    "undtaget offentlighed",
    "ikke til aktindsigt",
    "personfølsomt indhold",
    "lukket dagsordenspunkt",
    "endast för internt bruk",
    "endast internt bruk",
    "får ej spridas",
    "får ej kopieras",
    "ej för spridning",
    "strängt förtroligt",
    "strängt konfidentiellt",
    "sekretessmarkerad handling",
    "ej offentlig handling",
    "kvalificerat hemligt",
    "begränsat hemligt",
    "kun til internt bruk",
    "kun for internt bruk",
    "ikke for offentliggjøring",
    "ikke til offentliggjøring",
    "ikke for videreformidling",
    "ikkje for offentleggjering",
    "u. off",
    "u.off",
    "unnt. off",
    "ei julkaistavaksi",
    "vain sisäiseen käyttöön",
    "vain viranomaiskäyttöön",
    "viranomaiskäyttöön",
    "ei-julkinen",
    "erittäin luottamuksellinen",
    "kun for tjenstlig bruk",
    "til tjenstligt brug",
    "til tjenestlig brug",
    "kun til tjenstligt brug",
    "fortroligt dokument",
    "fortroligt bilag",
    "fortrolige oplysninger",
    "strengt personligt og fortroligt",
    "personligt og fortroligt",
    "får inte spridas vidare",
    "sekretessbelagd handling",
    "hemlig handling",
    "hemlig uppgift",
    "begränsat hemliga",
    "konfidentiell handling",
    "omfattas av sekretess enligt",
    "omfattas av sekretess enl",
    "sekretess enligt",
    "sekretess enl",
    "sekretess jml",
    "sekretess gäller",
    "sikkerhetsgradert",
    "sikkerhedsklassificeret",
    "säkerhetsskyddsklassificerad",
    "gradert fortrolig",
    "gradert begrenset",
    "unntatt off",
    "unntatt etter offl",
    "unntatt iht offl",
    "unntatt jf offl",
    "skjermet etter offl",
    "undtaget fra aktindsigt jf",
    "ikke offentlig",
    "ikke offentligt",
    "ikkje offentleg",
    "turvaluokiteltu",
    "turvallisuusluokiteltu",
    "salassapidettävää",
    "salassa pidettävää",
    "salassa pidettävää tietoa",
    "sis. salassa pidettävää",
    "sisältää salassa pidettävää",
    "salaista",
    "luottamuksellista tietoa",
    "eu confidentiel",
    "nato unclassified",
    "nato classified",
    "eu classified",
    "ue restricted",
    "limité",
    "restricted distribution",
    "official secret",
    "uk eyes",
    "not for disclosure",
    "not for release",
    "not for distribution",
    "private & confidential",
    "in strict confidence",
    "strictly in confidence",
    "tlp:red",
    "tlp:amber",
    "tlp red",
    "tlp amber",
];

/// Markings that are everyday words in lower case too.
const EVERYDAY: &[&str] = &[
    "fortroligt",
    "fortrolig",
    "hemmeligt",
    "hemmelig",
    "hemlig",
    "hemligt",
    "konfidentiell",
    "konfidentiellt",
    "konfidensielt",
    "begrenset",
    "sekretess",
    "sekretessbelagd",
    "sekretessmarkerad",
    "sekretessmarkerat",
    "sekretessbelagt",
    "luottamuksellinen",
    "salainen",
    "erittäin salainen",
    "confidential",
    "restricted",
    "secret",
    "fortroleg",
    "konfidensiell",
    "luottamuksellista",
    "luottamuksellisesti",
    "i fortrolighed",
    "hemmelegt",
    "hemmeleg",
    "lukket punkt",
    "lukket sag",
    "fortrolige",
    "hemlighetsstämplad",
    "sekretessklassad",
    "classified",
    "in confidence",
    "limited distribution",
];

/// Characters looked at to see whether a marking stands alone on its line.
const TRAIL: usize = 16;

/// All marks: the clear ones first.
const MARKS: [&str; CLEAR.len() + EVERYDAY.len()] = {
    let mut all = [""; CLEAR.len() + EVERYDAY.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = if at < CLEAR.len() {
            CLEAR[at]
        } else {
            EVERYDAY[at - CLEAR.len()]
        };
        at += 1;
    }
    all
};

/// Bytes of the second name of a marking in two languages: "RESTREINT UE/EU RESTRICTED".
fn second_name(after: &str) -> Option<usize> {
    let name = after.strip_prefix('/')?;
    let words = name
        .char_indices()
        .take_while(|(_, c)| c.is_uppercase() || *c == ' ')
        .map(|(at, c)| at + c.len_utf8())
        .last()?;
    let name = name.get(..words)?.trim_end();
    MARKS
        .iter()
        .any(|mark| fold(mark) == fold(name))
        .then_some(1 + name.len())
}

/// Words of a citation of a law, besides numbers and signs.
const CITING: &[&str] = &[
    "enl",
    "enligt",
    "jf",
    "jfr",
    "jmf",
    "cf",
    "ifølge",
    "iht",
    "henhold",
    "til",
    "i",
    "etter",
    "efter",
    "kap",
    "kapitel",
    "nr",
    "stk",
    "ledd",
    "mom",
    "momentti",
    "momentin",
    "kohta",
    "kohdan",
    "k",
    "p",
    "st",
    "punkt",
    "pkt",
    "bokstav",
    "første",
    "andre",
    "första",
    "andra",
    "osl",
    "offl",
    "ofl",
    "offentleglova",
    "offentleglovas",
    "offentliglova",
    "offentlighetsloven",
    "offentlighedsloven",
    "offentlighedslovens",
    "offentlighets",
    "och",
    "sekretesslagen",
    "sekretesslag",
    "julkl",
    "julkisuuslain",
    "julkisuuslaki",
    "julkisuuslakia",
    "laki",
    "lain",
    "fvl",
    "forvaltningsloven",
    "forvaltningslova",
    "forvaltningslovens",
    "sikkerhetsloven",
    "sikkerhedscirkulæret",
    "beskyttelsesinstruksen",
    "sundhedsloven",
    "jml",
    "og",
    "ja",
    "§",
    "§§",
    "tfl",
    "tf",
    "a",
    "b",
];
/// Short names of laws that need no "§": "OSL 26:1".
const LAWS: &[&str] = &["osl", "offl", "julkl"];
/// Bytes of the longest citation.
const CITATION: usize = 100;

/// Bytes of a citation of a law right behind a marking.
fn citation(after: &str) -> Option<usize> {
    // the section may stand on the line below the marking
    let below = after
        .strip_prefix('\n')
        .or_else(|| after.strip_prefix(":\n"))
        .map_or(0, |rest| after.len() - rest.len());
    let after = after.get(below..).unwrap_or_default();
    let line = after.split('\n').next().unwrap_or_default();
    let (mut end, mut section, mut number) = (0, false, false);
    let mut at = 0;
    for piece in line.split_inclusive([' ', ',', '(', ')', '.', ':', '-', '–']) {
        if at > CITATION {
            break;
        }
        let word = piece.trim_end_matches([' ', ',', '(', ')', '.', ':', '-', '–']);
        let small = word.to_lowercase();
        let digits = small
            .trim_start_matches('§')
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_digit());
        if !word.is_empty() && !digits && !CITING.contains(&small.as_str()) {
            break;
        }
        section |= small.starts_with('§') || LAWS.contains(&small.as_str());
        number |= digits;
        if !word.is_empty() && (digits || small.starts_with('§') || section || number) {
            end = at + word.len();
        }
        at += piece.len();
    }
    (section && number).then_some(below + end)
}

impl Detector for SecrecyMarking {
    fn category(&self) -> Category {
        Category::SecrecyMarking
    }

    fn marks(&self) -> &'static [&'static str] {
        &MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        let span = mark.span;
        if view.from(span.end).chars().next().is_some_and(is_word_char) {
            return;
        }
        let text = view.of(span);
        let clear = mark.index < CLEAR.len();
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let upper = letters().all(char::is_uppercase);
        let capital = letters().next().is_some_and(char::is_uppercase);
        let before = view.until(span.start);
        let after = view.from(span.end);
        let line_start = before.trim_end_matches([' ', '*', '[', '(', '-']);
        let line_start = line_start.is_empty() || line_start.ends_with('\n');
        let alone = line_start
            && after
                .chars()
                .take(TRAIL)
                .find(|c| !matches!(c, ' ' | '.' | '!' | '*' | ']' | ')' | ':' | '-'))
                .is_none_or(|c| c == '\n');
        // "Emne: [Fortroligt] …"
        let boxed = before.ends_with('[') && after.starts_with(']') && capital;
        let headed = boxed || line_start && capital && after.starts_with(':');
        let (score, why) = match (upper, alone || headed, capital, clear) {
            (true, ..) => (0.94, "upper-case"),
            (_, true, true, _) => (0.92, "line-start"),
            (_, true, _, true) => (0.75, "line-start"),
            (_, _, true, true) => (0.62, "marking"),
            (_, _, _, true) => (0.5, "marking"),
            (_, true, ..) => (0.4, "line-start"),
            // "fortroligt talt", "en hemlig plats": everyday use
            (..) if matches!(
                fold(text).as_str(),
                "begrenset" | "secret" | "restricted" | "salainen"
            ) =>
            {
                return;
            }
            (..) => (0.35, "marking"),
        };
        let mut span = span;
        if let Some(pair) = second_name(after) {
            span.end += pair as u32;
        }
        let cited = citation(view.from(span.end));
        let mut score: f32 = score;
        if let Some(cited) = cited {
            span.end += cited as u32;
            // who cites the section means the marking
            score = score.max(if clear || upper { 0.93 } else { 0.75 });
        }
        out.push(
            Proposal::certain(self.category(), span, fold(view.of(span)), score)
                .why(why)
                .why_if(cited.is_some(), "law-cited"),
        );
    }
}
