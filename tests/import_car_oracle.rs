//! Bluesky repositories against libipld (or, where it is not installed, a reader in Python): keys in
//! the tree's order, texts and times. Without Python: said and skipped, a failure where `CI` is
//! `true`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

use maskera::{
    import::{Answers, LoadJob},
    job::{Step, fixed},
    model::Case,
};
use serde_json::{Value, json};
use std::{
    cell::Cell,
    collections::BTreeSet,
    env, fs,
    io::Cursor,
    path::{Path, PathBuf},
    process::Command,
    rc::Rc,
};

fn python(path: &Path) -> Option<Vec<Value>> {
    let program = env::var_os("MASKERA_PYTHON").map_or_else(|| "python3".into(), PathBuf::from);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/car.py");
    let command = Command::new(program)
        .arg(script)
        .arg("read")
        .arg(path)
        .output();
    let Ok(output) = command else {
        assert_ne!(env::var("CI").as_deref(), Ok("true"), "no Python");
        println!("skipped: no Python");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {said}", path.display());
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    Some(lines.collect())
}

/// Address, text, time and further texts of the records that the tree names.
fn ours(path: &Path) -> Vec<(Value, BTreeSet<String>)> {
    let reader = Box::new(Cursor::new(fs::read(path).unwrap()));
    let answers = Answers::default();
    let mut job = LoadJob::new("repo.car", reader, answers, Rc::new(Cell::new(0))).unwrap();
    let mut case = Case::default();
    while let Step::Working(_) = job.step(&mut case, &mut fixed::ctx(0, 1)).unwrap() {}
    let in_tree = case.messages.iter().filter_map(|message| {
        let mut raw = message.extra.as_ref()?.raw.iter();
        let (_, uri) = raw.find(|(name, _)| name == "uri")?;
        let at = &message.time.original;
        let line = json!({"uri": uri, "text": message.body, "createdAt": at});
        let details = message.details().iter();
        Some((line, details.map(|detail| detail.text.clone()).collect()))
    });
    in_tree.collect()
}

fn compare(path: &Path) {
    let Some(expected) = python(path) else {
        return;
    };
    let found = ours(path);
    assert_eq!(found.len(), expected.len(), "{}", path.display());
    for ((line, details), mut wanted) in found.into_iter().zip(expected) {
        let alternatives = wanted.as_object_mut().unwrap().remove("alt").unwrap();
        // only posts have their text as body
        if !wanted["uri"]
            .as_str()
            .unwrap()
            .contains("app.bsky.feed.post")
        {
            wanted["text"] = line["text"].clone();
        }
        assert_eq!(line, wanted);
        for text in alternatives.as_array().unwrap() {
            assert!(details.contains(text.as_str().unwrap()), "{line}: {text}");
        }
    }
}

#[test]
fn python_reads_the_same_repository() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    compare(&fixtures.join("bluesky-car/danish/input/repo.car"));
}

#[test]
fn python_reads_the_shared_repository_the_same() {
    let sample = "../shared/samples/bluesky-car/repo_slice.car";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
    if !path.exists() {
        println!("skipped: no shared samples");
        return;
    }
    compare(&path);
}
