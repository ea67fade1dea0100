//! `cargo xtask eval`: what detection finds, misses and flags for nothing on texts with expected
//! findings. Each text is a case of its own, preset normal; bands A and B count.

mod cases;
mod groups;
mod names;
mod origin;
mod print;
mod report;
mod tally;

use crate::{Outcome, root};
use cases::Case;
use maskera::{
    detect::{Near, Scanner},
    finding::Band,
    text::OffsetMap,
};
use std::{fs, path::PathBuf};
use tally::{Found, Tally};

/// Options of the command.
#[derive(clap::Args)]
pub struct Args {
    /// File of lines {id, lang, text, spans: [{start, end, type}]}; without it, every file in
    /// tests/fixtures/eval
    #[arg(long = "data", value_name = "FILE")]
    data: Vec<PathBuf>,
    /// Only texts of this language
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// Only what is expected and found of this category, for reading misses
    #[arg(long, value_name = "CATEGORY")]
    only: Option<String>,
    /// Print all misses and all wrong findings instead of the first ones
    #[arg(long)]
    all: bool,
    /// Do not tell the language of a text
    #[arg(long)]
    no_lang: bool,
    /// Names in the development parts of the corpora beside the project as well
    #[arg(long)]
    ner: bool,
    /// Print everything as JSON
    #[arg(long)]
    json: bool,
    /// Write the tables into this Markdown file
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
}

/// Misses and wrong findings that are printed unless all are asked for.
const SHOWN: usize = 40;

/// Runs the command.
pub fn run(args: &Args) -> Outcome<()> {
    let files = files(args)?;
    let mut cases = Vec::new();
    for file in &files {
        cases.extend(cases::read(file)?);
    }
    if let Some(lang) = &args.lang {
        cases.retain(|case| case.lang == *lang);
    }
    if cases.is_empty() {
        return Err("no texts to evaluate".into());
    }
    let scan = Scan::new(!args.no_lang);
    let tallies = scan.tallies(&cases);
    let names: Vec<String> = files
        .iter()
        .map(|file| {
            let shown = file.strip_prefix(root()).unwrap_or(file);
            shown.display().to_string()
        })
        .collect();
    let shared = root().join("../shared/data");
    let origin = origin::Origin::read(&shared.join("names"));
    let mut report = report::Report::new(&names, &cases, &tallies);
    report.subgroups = report::subgroups(&scan, &cases, &tallies, origin.as_ref());
    if args.ner {
        report.news = names::news(&scan, &shared.join("ner"))?;
    }
    if args.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        let shown = if args.all { usize::MAX } else { SHOWN };
        print!("{}", print::text(&report, args.only.as_deref(), shown));
    }
    if let Some(path) = &args.write {
        fs::write(path, print::markdown(&report)?)?;
    }
    Ok(())
}

fn files(args: &Args) -> Outcome<Vec<PathBuf>> {
    if !args.data.is_empty() {
        return Ok(args.data.clone());
    }
    let folder = root().join("tests/fixtures/eval");
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).map_err(|why| format!("{}: {why}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "jsonl") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The scanner as every text meets it.
pub struct Scan {
    scanner: Scanner,
    tell_language: bool,
}

impl Scan {
    fn new(tell_language: bool) -> Self {
        Self {
            scanner: Scanner::new(&[]),
            tell_language,
        }
    }

    /// All findings of one text.
    pub fn found(&self, text: &str, lang: &str) -> Vec<Found> {
        let near = Near {
            lang: (self.tell_language && !lang.is_empty()).then_some(lang),
            ..Near::default()
        };
        let offsets = OffsetMap::new(text);
        self.scanner
            .scan_alone(text, &near)
            .into_iter()
            .filter_map(|claim| {
                let span = offsets.code_points(claim.span);
                Some(Found {
                    start: span.start,
                    end: span.end,
                    kind: claim.category.id(),
                    band: Band::of_score(claim.score)?,
                    nobodys: claim.evidence.iter().any(|e| e.id == "switchboard"),
                })
            })
            .collect()
    }

    /// Counts of every text.
    pub fn tallies(&self, cases: &[Case]) -> Vec<Tally> {
        cases
            .iter()
            .map(|case| tally::tally(case, &self.found(&case.text, &case.lang)))
            .collect()
    }
}
