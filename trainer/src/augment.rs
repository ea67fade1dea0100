//! Other forms of a training text: lower case, capitals, other names, letters spelled out.

use crate::{
    corpus::{Kind, Sample},
    gazetteer::Pools,
    rng::Rng,
};

/// Rebuilds a sample with every piece of text changed by `piece(text, inside a span of this kind)`.
fn rebuild(sample: &Sample, mut piece: impl FnMut(&str, Option<Kind>) -> String) -> Sample {
    let mut text = String::with_capacity(sample.text.len());
    let mut spans = Vec::with_capacity(sample.spans.len());
    let mut at = 0;
    for (start, end, kind) in &sample.spans {
        text.push_str(&piece(
            sample.text.get(at..*start).unwrap_or_default(),
            None,
        ));
        let first = text.len();
        text.push_str(&piece(
            sample.text.get(*start..*end).unwrap_or_default(),
            Some(*kind),
        ));
        spans.push((first, text.len(), *kind));
        at = *end;
    }
    text.push_str(&piece(sample.text.get(at..).unwrap_or_default(), None));
    Sample {
        text,
        spans,
        lang: sample.lang,
    }
}

/// Now and then puts other names in the place of those of a corpus.
pub fn rename(sample: &Sample, pools: &Pools, thousandths: u64, rng: &mut Rng) -> Sample {
    rebuild(sample, |text, kind| {
        if kind != Some(Kind::Person) || !rng.chance(thousandths) {
            return text.to_owned();
        }
        let words = text.split(' ').count();
        let plain = text.split(' ').all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                && word.chars().skip(1).all(|c| c.is_lowercase())
                && word.chars().count() > 2
        });
        let genitive = text.ends_with('s') || sample.lang == 3;
        match (plain && !genitive, words) {
            (true, 2) => pools.a_full(sample.lang, rng),
            _ => text.to_owned(),
        }
    })
}

/// Changes the casing or spelling of some samples.
pub fn restyle(sample: &Sample, rng: &mut Rng, message: bool) -> Sample {
    let lower = if message { 300 } else { 180 };
    let dice = rng.next() % 1000;
    if dice < lower {
        return rebuild(sample, |text, _| text.to_lowercase());
    }
    if dice < lower + 25 {
        return rebuild(sample, |text, _| text.to_uppercase());
    }
    if dice < lower + 55 {
        // only the names of persons small
        return rebuild(sample, |text, kind| match kind {
            Some(Kind::Person) if message => text.to_lowercase(),
            _ => text.to_owned(),
        });
    }
    if dice < lower + 95 {
        return rebuild(sample, |text, _| {
            [
                ("å", "aa"),
                ("ä", "ae"),
                ("ö", "oe"),
                ("æ", "ae"),
                ("ø", "oe"),
                ("Å", "Aa"),
                ("Ø", "Oe"),
                ("Æ", "Ae"),
            ]
            .iter()
            .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
        });
    }
    if dice < lower + 195 {
        let mut short = sample.clone();
        let cut = short.text.trim_end_matches(['.', '!', '?', ' ']).len();
        if short.spans.last().is_none_or(|span| span.1 <= cut) {
            short.text.truncate(cut);
        }
        return short;
    }
    sample.clone()
}

/// Joins two messages, as people write several sentences without much between them.
pub fn join(first: &Sample, second: &Sample, rng: &mut Rng) -> Sample {
    let between = [" ", ". ", "\n", ", ", "! ", " - "]
        .get(rng.below(6))
        .copied()
        .unwrap_or(" ");
    let mut text = first.text.clone();
    text.push_str(between);
    let shift = text.len();
    text.push_str(&second.text);
    let mut spans = first.spans.clone();
    spans.extend(
        second
            .spans
            .iter()
            .map(|(start, end, kind)| (start + shift, end + shift, *kind)),
    );
    Sample {
        text,
        spans,
        lang: first.lang,
    }
}
