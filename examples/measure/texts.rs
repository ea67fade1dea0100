//! Detection over single texts: with and without names, what a pattern of a profile costs, and how
//! the time grows with the length of a text.

use crate::{Outcome, ctx::timed};
use maskera::{
    detect::{Near, Profile, Scanner, Settings},
    finding::Category,
};
use serde_json::{Value, json};
use std::{fmt::Write, fs, path::Path};

/// Bytes that one measurement goes over at least.
const BYTES: usize = 4_000_000;
/// Own patterns that are added.
const PATTERNS: usize = 100;

/// The texts of all files of lines in `folder`.
fn texts(folder: &Path) -> Outcome<Vec<String>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "jsonl"));
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        for line in fs::read_to_string(path)?.lines() {
            let line: Value = serde_json::from_str(line)?;
            texts.extend(line.get("text").and_then(Value::as_str).map(str::to_owned));
        }
    }
    Ok(texts)
}

fn without_names() -> Settings {
    let mut settings = Settings::default();
    settings.off.insert(Category::Person);
    settings
}

/// A profile with patterns that begin in many ways and match nothing here.
fn patterns() -> Outcome<Profile> {
    let mut toml = String::from("format = \"maskera-profile\"\nversion = 1\n");
    for n in 0..PATTERNS {
        let first = char::from(b'A' + (n % 26) as u8);
        let last = char::from(b'A' + (n / 26) as u8);
        writeln!(
            toml,
            "[[pattern]]\nname = \"p{n}\"\ncategory = \"case-number\"\n\
             pattern = \"{first}{last}Q~####~##\"\nfind = [\"{first}{last}Q-1234-12\"]\nignore = [\"x\"]"
        )?;
    }
    Ok(Profile::from_toml(&toml)?)
}

/// Seconds for `BYTES` of these texts, the best of three.
fn rate(scanner: &Scanner, texts: &[String]) -> (f64, usize, usize) {
    let mut best = (f64::MAX, 0, 0);
    for _ in 0..3 {
        let ((bytes, findings), seconds) = timed(|| {
            let (mut bytes, mut findings) = (0, 0);
            for text in texts.iter().cycle() {
                if bytes >= BYTES {
                    break;
                }
                bytes += text.len();
                findings += scanner.scan(text, &Near::default()).len();
            }
            (bytes, findings)
        });
        if seconds < best.0 {
            best = (seconds, bytes, findings);
        }
    }
    best
}

/// Seconds for every text once, each a case of its own, and those of the search alone, the best of
/// three.
fn alone(scanner: &Scanner, texts: &[String]) -> (f64, f64) {
    let near = Near::default();
    let mut best = (f64::MAX, f64::MAX);
    for _ in 0..3 {
        let all = |scan: &dyn Fn(&str) -> usize| {
            let (_, seconds) = timed(|| texts.iter().map(|text| scan(text)).sum::<usize>());
            seconds
        };
        best.0 = best
            .0
            .min(all(&|text| scanner.scan_alone(text, &near).len()));
        best.1 = best.1.min(all(&|text| scanner.scan(text, &near).len()));
    }
    best
}

/// All of it.
pub fn texts_of(folder: &Path) -> Outcome<Value> {
    let texts = texts(folder)?;
    let rules = Scanner::with_settings(&[], without_names());
    let names = Scanner::new(&[]);
    let mut with = without_names();
    with.profile = Some(patterns()?);
    with.off.insert(Category::Person);
    let own = Scanner::with_settings(&[], with);
    let (rules_seconds, bytes, _) = rate(&rules, &texts);
    let (own_seconds, ..) = rate(&own, &texts);
    let (names_seconds, _, findings) = rate(&names, &texts);
    let (alone_seconds, plain_seconds) = alone(&names, &texts);
    let long = |scanner: &Scanner, size: usize| {
        let mut text = String::new();
        for part in texts.iter().cycle() {
            if text.len() >= size {
                break;
            }
            text.push_str(part);
            text.push('\n');
        }
        let (_, seconds) = timed(|| scanner.scan(&text, &Near::default()).len());
        seconds / text.len() as f64
    };
    let short = long(&names, 64 << 10);
    Ok(json!({
        "texts": texts.len(), "bytes": bytes, "findings": findings, "rules": rules_seconds,
        "alone": alone_seconds, "not_alone": plain_seconds, "names": names_seconds, "own": own_seconds, "patterns": PATTERNS,
        "growth": long(&names, 4 << 20) / short,
    }))
}
