//! Swedish property designations: municipality, tract and block:unit ("Uppsala Vaksala 1:23"), or a
//! block by name and number ("Kv. Musslan 4"); Lantmäteriet, fastighetsregistret. Public, but they
//! point to an owner. What is also a time of day, a result or a bible verse ("Brynäs 3:12")
//! needs a word for property near.

use crate::{
    detect::{
        Detector,
        fold::{fold, is_letter},
        score::Proposal,
        shape::compact,
        value::word_near,
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Fastighet;

/// Words of municipality and tract.
const WORDS: usize = 4;
const LABELS: &[&str] = &[
    "fastighet*",
    "grannfastighet*",
    "granne",
    "agarbyte*",
    "grans*",
    "fastbet",
    "tomt",
    "tomten",
    "tomtmark",
    "avstyckning*",
    "lagfart*",
    "servitut*",
    "lantmateri*",
    "taxering*",
    "bygglov*",
    "grannfastighet*",
    "arrende*",
    "skogsskifte*",
    "kiinteisto*",
    "ejendom*",
    "eiendom*",
    "property",
    "beteckning*",
    "gard",
    "garden",
    "hemman",
    "stuguplats",
    "detaljplan*",
    "planomrade*",
    "kommun",
    "strandskydd*",
    "brunn",
    "avlopp*",
    "kopebrev",
    "pantbrev",
    "samfallighet*",
    "jordbruk*",
    "marken",
    "stamfastighet*",
];
/// Words before block and unit that are no place.
const NO_PLACE: &[&str] = &[
    "kl",
    "klockan",
    "skala",
    "scale",
    "resultat",
    "kapitel",
    "kap",
    "vers",
    "matteus",
    "mark",
    "johannes",
    "lukas",
    "markus",
    "mose",
    "mosebok",
    "psaltaren",
    "psalm",
    "romarbrevet",
    "sfs",
    "prop",
    "dir",
    "lag",
    "lagen",
    "den",
    "mandag",
    "tisdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lordag",
    "sondag",
    "fran",
    "till",
    "kvart",
    "tid",
    "start",
    "stopp",
    "avgar",
    "ratio",
    "version",
    "vi",
    "ses",
    "mote",
    "lunch",
    "klo",
    "kello",
];

impl Detector for Fastighet {
    fn category(&self) -> Category {
        Category::SeFastighet
    }

    fn marks(&self) -> &'static [&'static str] {
        &["kv", "kvarteret", "kvarter"]
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        let rest = view.from(mark.span.end);
        let body = rest.trim_start_matches(['.', ' ']);
        let word: usize = body
            .chars()
            .take_while(|c| is_letter(*c))
            .map(char::len_utf8)
            .sum();
        let name = body.get(..word).unwrap_or_default();
        let digits = body
            .get(word..)
            .unwrap_or_default()
            .strip_prefix(' ')
            .unwrap_or_default()
            .bytes()
            .take(4)
            .take_while(u8::is_ascii_digit)
            .count();
        if rest.len() == body.len()
            || rest.starts_with('\n')
            || !name.starts_with(char::is_uppercase)
            || name.chars().count() < 3
            || !(1..=3).contains(&digits)
        {
            return;
        }
        let end = mark.span.end as usize + (rest.len() - body.len()) + word + 1 + digits;
        if view
            .from(end as u32)
            .starts_with(|c: char| c.is_alphanumeric() || c == ':')
        {
            return;
        }
        // "Kv." is part of the name of a quarter
        let span = ByteSpan::new(mark.span.start, end as u32);
        let near = word_near(view, span, LABELS, 6, 5).is_some();
        let score = if near { 0.92 } else { 0.84 };
        out.push(
            Proposal::certain(self.category(), span, compact(view.of(span)), score)
                .why("property-form"),
        );
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        for pair in view.groups.windows(2) {
            let [block, unit] = pair else { continue };
            if unit.span.start != block.span.end + 1
                || view.from(block.span.end).as_bytes().first() != Some(&b':')
            {
                continue;
            }
            designation(view, block.span, unit.span, out);
        }
        // "Lindö S:4": a shared unit
        for group in &view.groups {
            let before = view.until(group.span.start);
            if before.ends_with("S:") || before.ends_with("s:") {
                let block = ByteSpan::new(group.span.start - 2, group.span.start - 1);
                designation(view, block, group.span, out);
            }
        }
    }
}

fn designation(view: &View<'_>, block: ByteSpan, unit: ByteSpan, out: &mut Vec<Proposal>) {
    let after = view.from(unit.end);
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || c == ':')
        || after
            .strip_prefix(['.', ',', '-'])
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if block.len() > 3 || unit.len() > 4 || goes_on || !view.until(block.start).ends_with(' ') {
        return;
    }
    let mut start = block.start;
    let mut words = 0;
    while words < WORDS {
        let head = view.until(start);
        let Some(bare) = head.strip_suffix([' ', '-']) else {
            break;
        };
        let length: usize = bare
            .chars()
            .rev()
            .take(40)
            .take_while(|c| is_letter(*c) || *c == '-')
            .map(char::len_utf8)
            .sum();
        let word = bare.get(bare.len() - length..).unwrap_or_default();
        let letters = word.chars().filter(|c| is_letter(*c)).count();
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let shouted = (2..=3).contains(&letters) && word.chars().all(char::is_uppercase);
        let law = word.chars().skip(1).any(char::is_uppercase) && letters <= 4;
        let label = LABELS.iter().any(|label| {
            label
                .strip_suffix('*')
                .map_or(fold(word) == *label, |stem| fold(word).starts_with(stem))
        });
        if letters < 2
            || label
            || !capital
            || shouted
            || law
            || NO_PLACE.contains(&fold(word).as_str())
        {
            break;
        }
        start = (bare.len() - length) as u32;
        words += 1;
    }
    if words == 0 {
        return;
    }
    let span = ByteSpan::new(start, unit.end);
    let number = |span: ByteSpan| view.of(span).parse::<u32>().unwrap_or(u32::MAX);
    let clock = number(block) < 24 && unit.len() == 2 && number(unit) < 60;
    let first = view.until(span.start).trim_end_matches(' ').is_empty();
    // "MÖTET BÖRJAR 13:15": capitals tell nothing
    let shouting = view
        .of(ByteSpan::new(start, block.start))
        .chars()
        .all(|c| !c.is_lowercase());
    let verse = unit.len() == 1 && block.len() == 1;
    let near = word_near(view, span, LABELS, 6, 5);
    let swedish = match view.likely_lang() {
        Some("sv" | "fi") | None => 1.0,
        _ => 0.75,
    };
    let score = match (&near, clock, verse) {
        (Some(_), ..) => 0.94,
        // times of day are rarely written "5:20", and never behind two names
        (None, true, _) if shouting => 0.35,
        (None, true, _) if words >= 2 => 0.7 * swedish,
        (None, true, _) if block.len() == 1 && !first => 0.68 * swedish,
        (None, true, _) => 0.35,
        (None, _, true) => 0.4 * swedish,
        (None, ..) => 0.82 * swedish,
    };
    let mut proposal =
        Proposal::certain(Category::SeFastighet, span, compact(view.of(span)), score)
            .why("property-form");
    if let Some(word) = near {
        proposal = proposal.why_word("context-before", &word);
    }
    out.push(proposal);
}
