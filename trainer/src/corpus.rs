//! Corpora with marked names: gzip TSV, `token<TAB>tag`, a blank line between sentences. Tokens are
//! joined by one space and cut again as the page cuts text.

use crate::Outcome;
use flate2::read::GzDecoder;
use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

/// What a span is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organisation,
}

/// A sentence or message with its names.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The text.
    pub text: String,
    /// Byte ranges in text order.
    pub spans: Vec<(usize, usize, Kind)>,
    /// Index of the language's names in [`crate::gazetteer::Pools`].
    pub lang: usize,
}

/// Languages by the index that samples carry.
pub const LANGS: [&str; 5] = ["da", "sv", "no", "fi", "en"];

/// Index of the language of a corpus or template file.
pub fn lang_of(stem: &str) -> usize {
    LANGS
        .iter()
        .position(|lang| stem.starts_with(lang))
        .unwrap_or(2)
}

/// Reads one part of a corpus.
pub fn read(folder: &Path, stem: &str, part: &str) -> Outcome<Vec<Sample>> {
    let path = folder.join(format!("ner/{stem}.{part}.tsv.gz"));
    let file = File::open(&path).map_err(|why| format!("{}: {why}", path.display()))?;
    let mut samples = Vec::new();
    let mut tokens: Vec<(String, String)> = Vec::new();
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    for line in lines.chain([Ok(String::new())]) {
        let line = line?;
        if let Some((token, tag)) = line.split_once('\t') {
            tokens.push((token.to_owned(), tag.trim().to_owned()));
        } else if !tokens.is_empty() {
            samples.push(join(&tokens, lang_of(stem)));
            tokens.clear();
        }
    }
    Ok(samples)
}

fn join(tokens: &[(String, String)], lang: usize) -> Sample {
    let mut text = String::new();
    let mut spans: Vec<(usize, usize, Kind)> = Vec::new();
    for (token, tag) in tokens {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(token);
        let (place, what) = tag.split_once('-').unwrap_or(("O", ""));
        let kind = match what {
            "PER" => Kind::Person,
            "LOC" | "GPE_LOC" => Kind::Place,
            "ORG" | "GPE_ORG" => Kind::Organisation,
            _ => continue,
        };
        match spans.last_mut() {
            Some(last) if place == "I" && last.2 == kind && last.1 + 1 == start => {
                last.1 = text.len()
            }
            _ => spans.push((start, text.len(), kind)),
        }
    }
    Sample { text, spans, lang }
}
