//! Names alone, with rules, on texts with expected findings: lines {id, lang, text, spans}.

use crate::Outcome;
use maskera::{
    detect::names::{Found, Names},
    text::OffsetMap,
};
use std::{collections::BTreeMap, fs, path::PathBuf};

/// Score from which a finding counts: bands A and B.
const COUNTS: f32 = 0.6;
/// Score from which a finding is shown: band C.
const SHOWN: f32 = 0.3;

#[derive(Default, Clone, Copy)]
struct Count {
    gold: u32,
    met: u32,
    found: u32,
    right: u32,
    letters: u32,
    covered: u32,
}

/// Prints recall and precision per language, and the misses where asked for.
pub fn report(files: &[PathBuf], names: &Names, show: bool) -> Outcome<()> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut bands = [(0_u32, 0_u32); 10];
    for file in files {
        for line in fs::read_to_string(file)?.lines() {
            let case: serde_json::Value = serde_json::from_str(line)?;
            let text = case["text"].as_str().unwrap_or_default();
            let lang = case["lang"].as_str().unwrap_or_default();
            let mut gold: Vec<(u32, u32)> = Vec::new();
            let mut others: Vec<(u32, u32)> = Vec::new();
            for span in case["spans"].as_array().into_iter().flatten() {
                let place = (
                    span["start"].as_u64().unwrap_or_default() as u32,
                    span["end"].as_u64().unwrap_or_default() as u32,
                );
                match span["type"].as_str() {
                    Some("person") => gold.push(place),
                    Some("address" | "email" | "social-handle" | "credential") => {
                        others.push(place)
                    }
                    _ => {}
                }
            }
            let lower = text.to_lowercase();
            for (key, text) in [
                (lang.to_owned(), text),
                (format!("{lang} lower"), lower.as_str()),
            ] {
                let map = OffsetMap::new(text);
                let found: Vec<((u32, u32), Found)> = names
                    .find(text)
                    .into_iter()
                    .map(|found| {
                        let span = map.code_points(found.span);
                        ((span.start, span.end), found)
                    })
                    .filter(|(place, _)| {
                        !others
                            .iter()
                            .any(|other| other.0 < place.1 && place.0 < other.1)
                    })
                    .collect();
                let count = counts.entry(key.clone()).or_default();
                for (place, name) in &found {
                    let right = gold.iter().any(|gold| gold.0 < place.1 && place.0 < gold.1);
                    if !key.ends_with("lower") {
                        let band = &mut bands[((name.score * 10.0) as usize).min(9)];
                        band.0 += 1;
                        band.1 += u32::from(right);
                    }
                    if show && name.score >= SHOWN && name.score < COUNTS {
                        println!(
                            "{key} maybe {} {:.2} [{}] {text:?} {:?}",
                            if right { "right" } else { "wrong" },
                            name.score,
                            name.span.of(text).unwrap_or_default(),
                            name.reasons
                        );
                    }
                    if name.score >= COUNTS {
                        count.found += 1;
                        count.right += u32::from(right);
                        if show && !right {
                            println!(
                                "{key} false {:.2} [{}] {text:?} {:?}",
                                name.score,
                                name.span.of(text).unwrap_or_default(),
                                name.reasons
                                    .iter()
                                    .map(|reason| reason.id)
                                    .collect::<Vec<_>>()
                            );
                        }
                    }
                }
                for place in &gold {
                    count.gold += 1;
                    let strong = || found.iter().filter(|(_, name)| name.score >= COUNTS);
                    let met = strong().any(|(other, _)| other.0 < place.1 && place.0 < other.1);
                    count.met += u32::from(met);
                    count.letters += place.1 - place.0;
                    let under: u32 = strong()
                        .map(|(other, _)| other.1.min(place.1).saturating_sub(other.0.max(place.0)))
                        .sum();
                    count.covered += under;
                    if show && (!met || (under + 1 < place.1 - place.0)) {
                        let name: String = text
                            .chars()
                            .skip(place.0 as usize)
                            .take((place.1 - place.0) as usize)
                            .collect();
                        let weak: Vec<String> = found
                            .iter()
                            .filter(|(other, _)| other.0 < place.1 && place.0 < other.1)
                            .map(|(_, name)| format!("{:.2} {:?}", name.score, name.span.of(text)))
                            .collect();
                        println!(
                            "{key} {} [{name}] {text:?} {weak:?}",
                            if met { "part" } else { "missed" }
                        );
                    }
                }
            }
        }
    }
    println!("lang          names  recall precision covered");
    let mut all = [Count::default(); 2];
    for (lang, count) in &counts {
        let sum = &mut all[usize::from(lang.ends_with("lower"))];
        sum.gold += count.gold;
        sum.met += count.met;
        sum.found += count.found;
        sum.right += count.right;
        sum.letters += count.letters;
        sum.covered += count.covered;
        line(lang, count);
    }
    line("all", &all[0]);
    line("all lower", &all[1]);
    for (at, (found, right)) in bands.iter().enumerate() {
        println!(
            "score {:.1}: {found} found, {:.3} right",
            at as f32 / 10.0,
            f64::from(*right) / f64::from((*found).max(1))
        );
    }
    Ok(())
}

fn line(lang: &str, count: &Count) {
    let share = |part: u32, whole: u32| f64::from(part) / f64::from(whole.max(1));
    println!(
        "{lang:12} {:6}  {:.3}  {:.3}     {:.3}",
        count.gold,
        share(count.met, count.gold),
        share(count.right, count.found),
        share(count.covered, count.letters),
    );
}
