//! Trains the name tagger and builds the name lists: `cargo xtask train-names`. The same data give
//! the same files bit for bit: fixed seed, sorted maps, plain arithmetic, one thread.
#![allow(clippy::disallowed_methods)]

mod augment;
mod corpus;
mod crf;
mod gazetteer;
mod inflect;
mod messages;
mod rng;
mod score;
mod templates;

use corpus::{Kind, Sample};
use flate2::{Compression, write::ZlibEncoder};
use gazetteer::Gazetteer;
use maskera::detect::names::{
    Names,
    lists::Lists,
    model::{FIRST, LAST, MIDDLE, Model, ONLY, ORGANISATION, OUTSIDE, PLACE},
    token::Tokens,
    word::Word,
};
use rng::Rng;
use sha2::{Digest, Sha256};
use std::{
    error::Error,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Result of a task; the message is for the person at the terminal.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// Corpora and how often each is read per round.
const CORPORA: &[(&str, usize)] = &[
    ("da-ddt", 2),
    ("sv-talbanken", 1),
    ("sv-web", 2),
    ("no-nob", 1),
    ("no-nno", 1),
    ("fi-turku", 2),
];
/// Rounds over all texts.
const ROUNDS: usize = 9;
/// Rounds at the end whose weights are averaged.
const AVERAGED: usize = 6;
/// Fillings of each pattern per round.
const FILLINGS: usize = 12;
/// Weights below this are dropped.
const FLOOR: f32 = 0.12;
/// Share of each weight that is left after a round.
const LEFT: f32 = 0.9;
/// Thousandths of names in corpora that are replaced by others.
const RENAMED: u64 = 250;
/// Thousandths of words that are learned by their surroundings and form alone.
const SKIPPED: u64 = 120;
/// Start of all choices.
const SEED: u64 = 20_261_123;

/// The options: where the data lie, where the result goes, whether to train or only to score.
struct Args {
    data: PathBuf,
    out: PathBuf,
    own: PathBuf,
    score_only: bool,
    texts: Vec<PathBuf>,
    show: bool,
}

fn args() -> Outcome<Args> {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = own.parent().unwrap_or(&own).to_owned();
    let mut args = Args {
        data: root.join("../shared/data"),
        out: root.join("src/detect/names/data"),
        own,
        score_only: false,
        texts: Vec::new(),
        show: false,
    };
    let mut given = std::env::args().skip(1);
    while let Some(option) = given.next() {
        let mut value = || {
            given
                .next()
                .ok_or_else(|| format!("{option} needs a value"))
        };
        match option.as_str() {
            "--data" => args.data = value()?.into(),
            "--out" => args.out = value()?.into(),
            "--texts" => args.texts.push(value()?.into()),
            "--show" => args.show = true,
            "--score" => args.score_only = true,
            _ => return Err(format!("unknown option {option}").into()),
        }
    }
    Ok(args)
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome<()> {
    let args = args()?;
    if !args.texts.is_empty() {
        let names = Names::new(lists(&args)?, tagger(&args)?);
        return messages::report(&args.texts, &names, args.show);
    }
    if !args.data.join("ner").is_dir() {
        return Err(format!("no corpora in {}; give --data", args.data.display()).into());
    }
    if !args.score_only {
        train(&args)?;
    }
    score::report(&args.data, &Names::new(lists(&args)?, tagger(&args)?))
}

fn lists(args: &Args) -> Outcome<Lists> {
    let bytes = inflate(&args.out.join("lists.bin"))?;
    Ok(Lists::from_bytes(&bytes).ok_or("lists.bin is damaged")?)
}

fn tagger(args: &Args) -> Outcome<Model> {
    let bytes = inflate(&args.out.join("tagger.bin"))?;
    Ok(Model::from_bytes(&bytes).ok_or("tagger.bin is damaged")?)
}

fn train(args: &Args) -> Outcome<()> {
    let (mut gazetteer, pools) = Gazetteer::read(&args.data, &args.own.join("lists"))?;
    let mut texts = Vec::new();
    for (stem, times) in CORPORA {
        let samples = corpus::read(&args.data, stem, "train")?;
        gazetteer.count(&samples, 1);
        for _ in 0..*times {
            texts.extend(samples.iter().cloned());
        }
    }
    let templates = templates::read(&args.own.join("templates"))?;
    let plain: Vec<Sample> = templates.iter().map(templates::Template::plain).collect();
    gazetteer.count(&plain, 3);
    gazetteer.ordinary(&args.own.join("lists"), &pools)?;
    gazetteer.spell_out();
    let lists = gazetteer.lists();
    write(&args.out, "lists.bin", &lists.to_bytes())?;

    let mut rng = Rng(SEED);
    let mut crf = crf::Crf::new();
    let mut rows = crf::Rows::default();
    for sample in &texts {
        for (words, _) in read(sample, &lists) {
            crf::rows(&words, &mut rows, || false);
            crf.see(&rows);
        }
    }
    for round in 0..=ROUNDS {
        let mut order: Vec<Sample> = Vec::new();
        if round > 0 {
            for sample in &texts {
                let renamed = augment::rename(sample, &pools, RENAMED, &mut rng);
                order.push(augment::restyle(&renamed, &mut rng, false));
            }
        }
        let mut messages = Vec::new();
        for template in &templates {
            let times = if template.has_slots() {
                FILLINGS
            } else {
                FILLINGS / 2
            };
            for _ in 0..times {
                messages.push(template.fill(&pools, &mut rng));
            }
        }
        rng.shuffle(&mut messages);
        for pair in messages.chunks(2) {
            match pair {
                [one, two] if one.lang == two.lang || rng.chance(200) => {
                    let both = augment::join(one, two, &mut rng);
                    order.push(augment::restyle(&both, &mut rng, true));
                }
                _ => order.extend(
                    pair.iter()
                        .map(|sample| augment::restyle(sample, &mut rng, true)),
                ),
            }
        }
        rng.shuffle(&mut order);
        for sample in &order {
            for (words, gold) in read(sample, &lists) {
                crf::rows(&words, &mut rows, || rng.chance(SKIPPED));
                // the first pass over messages only counts
                if round == 0 {
                    crf.see(&rows);
                } else {
                    crf.learn(&words, &rows, &gold);
                }
            }
        }
        if round > 0 {
            if round < ROUNDS {
                crf.shrink(LEFT);
            }
            if round + AVERAGED > ROUNDS {
                crf.keep();
            }
            eprintln!("round {round} of {ROUNDS}");
        }
    }
    write(&args.out, "tagger.bin", &crf.to_bytes(FLOOR))?;
    manifest(&args.out)
}

/// Words and tags of each segment of a sample.
fn read(sample: &Sample, lists: &Lists) -> Vec<(Vec<Word>, Vec<usize>)> {
    let cut = Tokens::new(&sample.text);
    let mut out = Vec::new();
    for segment in &cut.segments {
        let tokens = cut.tokens.get(segment.clone()).unwrap_or_default();
        let words: Vec<Word> = tokens
            .iter()
            .map(|token| Word::new(&sample.text, token, lists))
            .collect();
        // position of the span that holds the first letter of each token
        let owner: Vec<Option<usize>> = tokens
            .iter()
            .map(|token| {
                let at = token.span.start as usize;
                sample
                    .spans
                    .iter()
                    .position(|span| span.0 <= at && at < span.1)
            })
            .collect();
        let tags = (0..tokens.len())
            .map(|at| {
                let Some(span) = owner[at] else {
                    return OUTSIDE;
                };
                let first = at == 0 || owner[at - 1] != Some(span);
                let last = owner.get(at + 1) != Some(&Some(span));
                match (sample.spans[span].2, first, last) {
                    (Kind::Place, _, _) => PLACE,
                    (Kind::Organisation, _, _) => ORGANISATION,
                    (_, true, true) => ONLY,
                    (_, true, false) => FIRST,
                    (_, false, true) => LAST,
                    _ => MIDDLE,
                }
            })
            .collect();
        out.push((words, tags));
    }
    out
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Outcome<()> {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
    zlib.write_all(bytes)?;
    let packed = zlib.finish()?;
    eprintln!("{name}: {} bytes, {} packed", bytes.len(), packed.len());
    fs::create_dir_all(folder)?;
    fs::write(folder.join(name), packed)?;
    Ok(())
}

fn inflate(path: &Path) -> Outcome<Vec<u8>> {
    let packed = fs::read(path).map_err(|why| format!("{}: {why}", path.display()))?;
    let mut out = Vec::new();
    std::io::Read::read_to_end(
        &mut flate2::read::ZlibDecoder::new(packed.as_slice()),
        &mut out,
    )?;
    Ok(out)
}

/// SHA-256 of each file of data, in the form of sha256sum.
fn manifest(folder: &Path) -> Outcome<()> {
    let mut lines = String::new();
    for name in ["lists.bin", "tagger.bin"] {
        let digest = Sha256::digest(fs::read(folder.join(name))?);
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        lines.push_str(&format!("{hex}  {name}\n"));
    }
    fs::write(folder.join("SHA256SUMS"), lines)?;
    Ok(())
}
