//! Signal's backups: the two forms of one backup, which Google's protobuf package wrote
//! (`tests/oracle/signal_make.py`), give the same case; a changed file is said to be changed.

use super::dump;
use maskera::{
    container::{FileSet, SetFile},
    import::{Answers, LoadJob, Password},
    job::{Step, fixed},
    model::{Case, Presence},
};
use serde_json::Value;
use std::{cell::Cell, fs, io::Cursor, path::Path, rc::Rc};

const SECRET: &str = "maskera0maskera1maskera2maskera3maskera4maskera5maskera6maskera7";

fn fixture(path: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    fs::read(root.join(path)).unwrap()
}

fn load(files: Vec<(&str, Vec<u8>)>, password: Option<&str>) -> Case {
    let listed = files.iter().map(|(path, bytes)| SetFile {
        path: (*path).to_owned(),
        size: bytes.len() as u64,
    });
    let bytes: Vec<Vec<u8>> = files.iter().map(|(_, bytes)| bytes.clone()).collect();
    let set = FileSet::new(
        listed.collect(),
        Rc::new(move |file| Ok(Box::new(Cursor::new(bytes[file].clone())))),
    );
    let answers = Answers {
        password: password.map(Password::new),
        ..Answers::default()
    };
    let mut job = LoadJob::of_files("test", set, answers, Rc::new(Cell::new(0))).unwrap();
    let mut case = Case::default();
    let mut ctx = fixed::ctx(0, 1);
    while !matches!(job.step(&mut case, &mut ctx).unwrap(), Step::Done(_)) {}
    assert!(case.sources[0].accounting.closes());
    case
}

/// What does not depend on the form of the backup.
fn told(case: &Case) -> Vec<Value> {
    let dumped = dump::case(case);
    let mut messages = dumped["messages"].as_array().unwrap().clone();
    for message in &mut messages {
        let fields = message.as_object_mut().unwrap();
        fields.remove("place");
        // a field that the schema does not name has a number in one form and a name in the other
        if let Some(raw) = fields.get_mut("raw") {
            let raw = raw.as_array_mut().unwrap();
            raw.retain(|pair| !["field-99", "fromTomorrow"].contains(&pair[0].as_str().unwrap()));
            raw.sort_by_key(|pair| pair.to_string());
        }
    }
    messages.push(dumped["participants"].clone());
    messages.push(dumped["conversations"].clone());
    messages.push(dumped["sources"][0]["items"].clone());
    messages
}

#[test]
fn both_forms_of_a_backup_say_the_same() {
    let frames = fixture("signal-backup-v2/danish-frames/backup.binproto");
    let lines = fixture("signal-json/danish/main.jsonl");
    let frames = told(&load(vec![("backup.binproto", frames)], None));
    let lines = told(&load(vec![("main.jsonl", lines)], None));
    assert!(frames.len() > 30);
    for (one, other) in frames.iter().zip(&lines) {
        assert_eq!(one, other);
    }
    assert_eq!(frames.len(), lines.len());
}

const FOLDER: &str = "signal-backup-2026-01-06-08-00-00";

fn folder(change: impl Fn(&mut Vec<u8>)) -> Vec<(&'static str, Vec<u8>)> {
    let part = |name: &str| {
        fixture(&format!(
            "signal-backup-v2/swedish-folder/input/{FOLDER}/{name}"
        ))
    };
    let mut main = part("main");
    change(&mut main);
    vec![
        ("signal-backup-2026-01-06-08-00-00/main", main),
        (
            "signal-backup-2026-01-06-08-00-00/metadata",
            part("metadata"),
        ),
    ]
}

fn warned(case: &Case, id: &str) -> bool {
    let warnings = &case.sources[0].warnings;
    warnings.iter().any(|warning| warning.id == id)
}

#[test]
fn a_changed_backup_is_read_and_said_to_be_changed() {
    let whole = load(folder(|_| {}), Some(SECRET));
    assert!(!warned(&whole, "signal-changed"));
    assert_eq!(whole.messages.len(), 3);
    // the last byte of the check: the content is as it was
    let flipped = load(folder(|main| *main.last_mut().unwrap() ^= 1), Some(SECRET));
    assert!(warned(&flipped, "signal-changed"));
    assert!(flipped.sources[0].accounting.partial);
    assert_eq!(flipped.messages.len(), 3);
    // files that are not there are missing, and the messages stay
    let picture = &whole.messages[1].attachments()[0];
    assert_eq!(picture.presence, Presence::Missing);
    // broken off: what came before is kept, and the end is said to be missing
    let cut = load(folder(|main| main.truncate(main.len() / 2)), Some(SECRET));
    assert!(warned(&cut, "signal-changed"));
    assert!(warned(&cut, "ends-suddenly"));
    assert!(cut.sources[0].accounting.error_count > 0);
}

#[test]
fn several_backups_in_one_folder_are_told() {
    let mut files = folder(|_| {});
    let (_, main) = files[0].clone();
    let (_, metadata) = files[1].clone();
    files.insert(0, ("signal-backup-2025-01-06-08-00-00/main", main));
    files.insert(1, ("signal-backup-2025-01-06-08-00-00/metadata", metadata));
    let case = load(files, Some(SECRET));
    assert_eq!(case.messages.len(), 3);
    assert!(warned(&case, "signal-older-backups"));
}
