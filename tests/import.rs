//! Importers against fixture folders, the shared samples, damage and step cutting.
//!
//! A fixture is a folder under `tests/fixtures/import/<importer>/` with one input (a file, or a
//! folder `input` whose files are one source), an optional `answers.json` and `expected.json`; set
//! `MASKERA_BLESS=1` to write the latter anew and read the difference before committing it.
// Tests read fixtures and run programs; only the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "import/closed.rs"]
mod closed;
#[path = "import/dump.rs"]
mod dump;
#[path = "import/signal.rs"]
mod signal;

use maskera::{
    container::{FileSet, SetFile},
    error::{Code, Result},
    import::{Answers, IMPORTERS, LoadJob, attachment, grouping},
    job::{Clock, Ctx, Step, fixed},
    model::{Case, Content, SourceId},
};
use std::{
    cell::Cell,
    fs,
    io::{Cursor, Read},
    path::{Path, PathBuf},
    rc::Rc,
};

type Files = Vec<(String, Vec<u8>)>;

fn set(files: &Files) -> FileSet {
    let listed = files.iter().map(|(path, bytes)| SetFile {
        path: path.clone(),
        size: bytes.len() as u64,
    });
    let bytes: Vec<Vec<u8>> = files.iter().map(|(_, bytes)| bytes.clone()).collect();
    FileSet::new(
        listed.collect(),
        Rc::new(move |file| Ok(Box::new(Cursor::new(bytes[file].clone())))),
    )
}

fn run(
    case: &mut Case,
    name: &str,
    files: &Files,
    answers: &Answers,
    ctx: &mut Ctx,
) -> Result<SourceId> {
    let mut job = LoadJob::of_files(name, set(files), answers.clone(), Rc::new(Cell::new(0)))?;
    loop {
        if let Step::Done(id) = job.step(case, ctx)? {
            return Ok(id);
        }
    }
}

fn load(name: &str, files: &Files, answers: &Answers) -> Case {
    let mut case = Case::default();
    run(&mut case, name, files, answers, &mut fixed::ctx(0, 1)).unwrap();
    case
}

fn one(name: &str, bytes: Vec<u8>) -> Files {
    vec![(name.to_owned(), bytes)]
}

/// A clock that says at every look that the step is over.
struct Hasty(Cell<f64>);
impl Clock for Hasty {
    fn now_utc_ms(&self) -> i64 {
        0
    }
    fn monotonic_ms(&self) -> f64 {
        self.0.set(self.0.get() + 1000.0);
        self.0.get()
    }
}

fn hasty() -> Ctx {
    Ctx {
        clock: Box::new(Hasty(Cell::new(0.0))),
        ..fixed::ctx(0, 1)
    }
}

struct Fixture {
    folder: PathBuf,
    name: String,
    files: Files,
    answers: Answers,
}

fn fixtures() -> Vec<Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    let mut all = Vec::new();
    let sorted = |folder: &Path| {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        paths
    };
    for importer in sorted(&root) {
        for folder in sorted(&importer) {
            let answers = fs::read(folder.join("answers.json"))
                .map(|json| serde_json::from_slice(&json).unwrap())
                .unwrap_or_default();
            let ours = ["answers.json", "expected.json", "README.md"];
            let input = sorted(&folder)
                .into_iter()
                .find(|path| !ours.iter().any(|name| path.ends_with(name)))
                .unwrap_or_else(|| panic!("no input in {}", folder.display()));
            let name = input.file_name().unwrap().to_str().unwrap().to_owned();
            let files = if input.is_dir() {
                below(&input)
            } else {
                one(&name, fs::read(&input).unwrap())
            };
            all.push(Fixture {
                name,
                files,
                folder,
                answers,
            });
        }
    }
    assert!(!all.is_empty());
    all
}

/// The files of a folder that is one source.
fn below(input: &Path) -> Files {
    let mut waiting = vec![input.to_path_buf()];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).unwrap().map(|e| e.unwrap().path()));
        } else {
            let inner = path.strip_prefix(input.parent().unwrap()).unwrap();
            found.push((inner.to_str().unwrap().replace('\\', "/"), path));
        }
    }
    found.sort();
    let paths: Vec<String> = found.iter().map(|(path, _)| path.clone()).collect();
    let group = grouping::joined(&paths).unwrap();
    let files = group.files.iter().zip(group.paths);
    files
        .map(|(at, path)| (path, fs::read(&found[*at].1).unwrap()))
        .collect()
}

fn assert_closes(case: &Case) {
    for source in &case.sources {
        let account = &source.accounting;
        assert!(account.closes(), "{}: {account:?}", source.name);
    }
    let parsed: u64 = case
        .sources
        .iter()
        .map(|source| source.accounting.parsed)
        .sum();
    let items: u64 = case
        .sources
        .iter()
        .flat_map(|source| source.items.values())
        .sum();
    // an item is a record of its own (a contact) or a part of a message (a sticker)
    let messages = case.messages.len() as u64;
    assert!((messages..=messages + items).contains(&parsed));
    let listed: usize = case.conversations.iter().map(|c| c.messages.len()).sum();
    assert_eq!(listed, case.messages.len());
}

#[test]
fn fixtures_give_what_they_should() {
    let bless = std::env::var_os("MASKERA_BLESS").is_some();
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let case = load(&fixture.name, &fixture.files, &fixture.answers);
        assert_closes(&case);
        let found = serde_json::to_string_pretty(&dump::case(&case)).unwrap() + "\n";
        let path = fixture.folder.join("expected.json");
        if bless {
            fs::write(&path, &found).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != found {
            eprintln!("--- {}\n{found}", path.display());
            wrong.push(path);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_format_has_a_name() {
    // All languages hold the ids of the English texts (`cargo xtask check`).
    let texts = include_str!("../locales/en/ui.ftl");
    let long = IMPORTERS.iter().map(|one| ("format", one.id()));
    // contacts alone make no conversation that could carry the short name
    let talking = IMPORTERS.iter().filter(|one| !one.accompanies());
    let short = talking.map(|one| ("format-short", one.id()));
    let missing: Vec<String> = long
        .chain(short)
        .map(|(kind, id)| format!("{kind}-{id}"))
        .filter(|id| !texts.contains(&format!("\n{id} = ")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn steps_do_not_matter() {
    for fixture in fixtures() {
        let whole = load(&fixture.name, &fixture.files, &fixture.answers);
        let mut cut = Case::default();
        let (name, files) = (&fixture.name, &fixture.files);
        run(&mut cut, name, files, &fixture.answers, &mut hasty()).unwrap();
        let place = fixture.folder.display();
        assert_eq!(dump::case(&whole), dump::case(&cut), "{place}");
    }
}

#[test]
fn truncation_keeps_the_account() {
    for fixture in fixtures() {
        for percent in 0..100 {
            let mut files = fixture.files.clone();
            let count = files.len();
            let (_, bytes) = &mut files[percent % count];
            bytes.truncate(bytes.len() * percent / 100);
            let case = load(&fixture.name, &files, &fixture.answers);
            assert_closes(&case);
        }
    }
}

#[test]
fn damage_keeps_the_account() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    for fixture in fixtures() {
        for _ in 0..60 {
            let mut files = fixture.files.clone();
            for _ in 0..=random(4) {
                let file = random(files.len());
                let (_, bytes) = &mut files[file];
                let (at, bit) = (random(bytes.len()), random(8));
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            let case = load(&fixture.name, &files, &fixture.answers);
            assert_closes(&case);
        }
    }
}

#[test]
fn the_same_file_adds_nothing() {
    for fixture in fixtures() {
        let mut case = load(&fixture.name, &fixture.files, &fixture.answers);
        let before = dump::case(&case);
        let ctx = &mut fixed::ctx(0, 1);
        let id = run(&mut case, "again", &fixture.files, &fixture.answers, ctx);
        assert_eq!(id.unwrap(), SourceId(0));
        assert_eq!(dump::case(&case), before);
    }
}

fn attachment_bytes(case: &Case, files: &Files, content: &Content) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let open = |file: usize| Ok(Box::new(Cursor::new(files[file].1.clone())) as _);
    attachment(case, SourceId(0), content, open)?.read_to_end(&mut out)?;
    Ok(out)
}

#[test]
fn attachments_are_what_they_say() {
    for fixture in fixtures() {
        let case = load(&fixture.name, &fixture.files, &fixture.answers);
        for attached in case
            .messages
            .iter()
            .flat_map(|message| message.attachments())
        {
            if attached.content == Content::Absent {
                continue;
            }
            let bytes = match attachment_bytes(&case, &fixture.files, &attached.content) {
                Err(_) if case.sources[0].accounting.partial => continue,
                read => read.unwrap(),
            };
            if let Some(size) = attached.size {
                assert_eq!(bytes.len() as u64, size, "{}", fixture.folder.display());
            }
            assert_eq!(maskera::container::sniff_media(&bytes), attached.sniffed);
        }
    }
}

#[test]
fn a_record_that_stopped_the_engine_becomes_an_error() {
    for fixture in fixtures() {
        let whole = load(&fixture.name, &fixture.files, &fixture.answers);
        let Some(second) = whole.messages.get(1) else {
            continue;
        };
        let answers = Answers {
            poisoned: vec![second.record],
            ..fixture.answers.clone()
        };
        let case = load(&fixture.name, &fixture.files, &answers);
        assert_closes(&case);
        assert_eq!(
            case.messages.len() + 1,
            whole.messages.len(),
            "{}",
            fixture.folder.display()
        );
        let reasons = case.sources[0].accounting.errors.iter();
        let stopped = reasons.filter(|error| error.reason == Code::EngineStopped);
        assert_eq!(
            stopped.map(|error| error.record).collect::<Vec<_>>(),
            [u64::from(second.record)]
        );
    }
}

#[test]
fn shared_samples_give_their_counts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples");
    for format in maskera::import::IMPORTERS
        .iter()
        .map(|importer| importer.id())
    {
        let Ok(expected) = fs::read(root.join(format).join("expected.json")) else {
            println!("skipped: no shared samples");
            continue;
        };
        let expected: serde_json::Value = serde_json::from_slice(&expected).unwrap();
        for (path, wanted) in expected["files"].as_object().unwrap() {
            let bytes = fs::read(root.join(path)).unwrap();
            let name = path.rsplit('/').next().unwrap();
            let case = load(name, &one(name, bytes), &Answers::default());
            assert_closes(&case);
            let found = dump::counts(&case);
            for (key, value) in found.as_object().unwrap() {
                // null: the expectation says nothing, but of times that there is none
                if wanted[key].is_null() && !key.ends_with("_utc") {
                    continue;
                }
                // the samples count the parts of a mail there, we the mails
                if key == "records" && format == "eml" {
                    continue;
                }
                assert_eq!(*value, wanted[key], "{path}: {key}");
            }
        }
    }
}
