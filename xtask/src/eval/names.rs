//! Person names in the development parts of the corpora beside the project: tokens joined by one
//! space, exact span, genitive ending in or out.

use super::{Scan, report::News};
use crate::Outcome;
use flate2::read::GzDecoder;
use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    path::Path,
};

struct Sentence {
    text: String,
    /// Code points.
    names: Vec<(u32, u32)>,
}

/// Scores of each file `*.dev.tsv.gz`; nothing where the folder is not there.
pub fn news(scan: &Scan, folder: &Path) -> Outcome<Vec<News>> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if let Some(stem) = name.and_then(|name| name.strip_suffix(".dev.tsv.gz")) {
            paths.push((stem.to_owned(), path.clone()));
        }
    }
    paths.sort();
    let mut out = Vec::new();
    for (stem, path) in paths {
        let sentences = read(&path)?;
        let lang = match stem.split_once('-') {
            Some(("no", "nno")) => "nn",
            Some(("no", _)) => "nb",
            Some((lang, _)) => lang,
            None => "",
        };
        let lower: Vec<Sentence> = sentences
            .iter()
            .map(|sentence| Sentence {
                // no letter of these texts changes its length
                text: sentence.text.to_lowercase(),
                names: sentence.names.clone(),
            })
            .collect();
        let (cased, covered) = score(scan, &sentences, lang);
        let (small, covered_small) = score(scan, &lower, lang);
        out.push(News {
            file: stem,
            names: cased.0,
            precision: share(cased.2, cased.1),
            recall: share(cased.2, cased.0),
            f1: share(2 * cased.2, cased.0 + cased.1),
            covered: share(covered, cased.0),
            lower_f1: share(2 * small.2, small.0 + small.1),
            lower_covered: share(covered_small, small.0),
        });
    }
    Ok(out)
}

fn share(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole.max(1))
}

fn read(path: &Path) -> Outcome<Vec<Sentence>> {
    let mut sentences = Vec::new();
    let mut tokens: Vec<(String, String)> = Vec::new();
    let lines = BufReader::new(GzDecoder::new(File::open(path)?)).lines();
    for line in lines.chain([Ok(String::new())]) {
        let line = line?;
        if let Some((token, tag)) = line.split_once('\t') {
            tokens.push((token.to_owned(), tag.trim().to_owned()));
            continue;
        }
        if tokens.is_empty() {
            continue;
        }
        let mut text = String::new();
        let mut at = 0;
        let mut names: Vec<(u32, u32)> = Vec::new();
        for (token, tag) in tokens.drain(..) {
            if !text.is_empty() {
                text.push(' ');
                at += 1;
            }
            let end = at + token.chars().count() as u32;
            match (tag.as_str(), names.last_mut()) {
                ("I-PER", Some(last)) if last.1 + 1 == at => last.1 = end,
                ("B-PER" | "I-PER", _) => names.push((at, end)),
                _ => {}
            }
            text.push_str(&token);
            at = end;
        }
        sentences.push(Sentence { text, names });
    }
    Ok(sentences)
}

/// Names expected, findings, exact ones; and the names that are covered.
fn score(scan: &Scan, sentences: &[Sentence], lang: &str) -> ((u32, u32, u32), u32) {
    let mut counts = (0, 0, 0);
    let mut covered = 0;
    for sentence in sentences {
        let found = scan.found(&sentence.text, lang);
        let found: Vec<(u32, u32)> = found
            .iter()
            .filter(|finding| finding.counts())
            .map(|finding| (finding.kind, (finding.start, finding.end)))
            .filter(|(kind, _)| *kind == "person")
            .map(|(_, span)| span)
            .collect();
        counts.0 += sentence.names.len() as u32;
        counts.1 += found.len() as u32;
        let chars: Vec<char> = sentence.text.chars().collect();
        for name in &sentence.names {
            let exact = found.iter().any(|span| {
                span.0 == name.0 && (span.1 == name.1 || is_genitive(&chars, span.1, name.1))
            });
            counts.2 += u32::from(exact);
            let under: u32 = found
                .iter()
                .map(|span| span.1.min(name.1).saturating_sub(span.0.max(name.0)))
                .sum();
            covered += u32::from(f64::from(under) >= 0.9 * f64::from(name.1 - name.0));
        }
    }
    (counts, covered)
}

/// True where the two ends differ by a genitive ending.
fn is_genitive(chars: &[char], one: u32, other: u32) -> bool {
    let (short, long) = (one.min(other) as usize, one.max(other) as usize);
    let ending: String = chars
        .get(short..long)
        .unwrap_or_default()
        .iter()
        .flat_map(|c| c.to_lowercase())
        .collect();
    matches!(ending.as_str(), "s" | "'s" | "’s" | "'" | "’" | ":s" | "n")
}
