//! Workbooks against openpyxl: every cell of generated sheets, as text. Without Python or openpyxl:
//! said and skipped, a failure where `CI` is `true`.
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
    model::{Case, MappedColumn, Mapping, Message, Role},
};
use std::{
    cell::Cell,
    env, fs,
    io::Cursor,
    path::{Path, PathBuf},
    process::Command,
    rc::Rc,
};

fn made(folder: &Path) -> bool {
    let program = env::var_os("MASKERA_PYTHON").map_or_else(|| "python3".into(), PathBuf::from);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/workbook.py");
    let run = Command::new(&program)
        .args(["-c", "import openpyxl"])
        .output();
    if !run.is_ok_and(|output| output.status.success()) {
        assert_ne!(env::var("CI").as_deref(), Ok("true"), "no openpyxl");
        println!("skipped: no Python with openpyxl");
        return false;
    }
    let output = Command::new(program)
        .arg(script)
        .arg("oracle")
        .arg(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    true
}

fn load(path: &Path) -> Case {
    let mut case = Case::default();
    let reader = Box::new(Cursor::new(fs::read(path).unwrap()));
    let position = Rc::new(Cell::new(0));
    let column = |(header, role): &(&str, Role)| MappedColumn {
        header: (*header).to_owned(),
        role: *role,
    };
    let roles = [
        ("Dato", Role::Time),
        ("Afsender", Role::Sender),
        ("Besked", Role::Text),
    ];
    let answers = Answers {
        mapping: Some(Mapping {
            name: String::new(),
            header: true,
            columns: roles.iter().map(column).collect(),
        }),
        ..Answers::default()
    };
    let mut job = LoadJob::new("t.xlsx", reader, answers, position).unwrap();
    while let Step::Working(_) = job.step(&mut case, &mut fixed::ctx(0, 1)).unwrap() {}
    case
}

/// Time, sender, text and the other columns of a message.
fn cells(case: &Case, message: &Message) -> Vec<String> {
    let raw = message.extra.as_ref().map(|extra| extra.raw.clone());
    let raw = raw.unwrap_or_default();
    let other = |header: &str| {
        let found = raw.iter().find(|(name, _)| name == header);
        found.map_or(String::new(), |(_, text)| text.clone())
    };
    let sender = message.sender.map_or(String::new(), |id| {
        let person = &case.participants[id.index()];
        let handle = || person.handles[0].raw.clone();
        person.names.first().cloned().unwrap_or_else(handle)
    });
    let time = message.time.original.to_string();
    let body = message.body.to_string();
    let mut cells = vec![time, sender, body];
    cells.extend(["Tal", "Andet", "Løb"].map(other));
    cells
}

#[test]
fn every_cell_is_what_openpyxl_reads() {
    let folder = tempfile::tempdir().unwrap();
    if !made(folder.path()) {
        return;
    }
    for seed in 0..6 {
        let case = load(&folder.path().join(format!("{seed}.xlsx")));
        let json = fs::read(folder.path().join(format!("{seed}.json"))).unwrap();
        let sheets: Vec<Vec<Vec<String>>> = serde_json::from_slice(&json).unwrap();
        assert_eq!(case.conversations.len(), sheets.len());
        let wanted: Vec<Vec<String>> = sheets
            .into_iter()
            .flatten()
            .map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect())
            .collect();
        let found: Vec<Vec<String>> = case
            .messages
            .iter()
            .map(|message| {
                cells(&case, message)
                    .iter()
                    .map(|cell| cell.trim().to_owned())
                    .collect()
            })
            .collect();
        assert_eq!(found.len(), wanted.len(), "{seed}");
        for (found, wanted) in found.iter().zip(&wanted) {
            assert_eq!(found, wanted, "{seed}");
        }
        assert!(case.sources[0].accounting.closes());
    }
}
