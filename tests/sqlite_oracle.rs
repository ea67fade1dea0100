//! The SQLite reader against the sqlite3 library (Python's module, an oracle for tests only) on
//! generated databases: page sizes, encodings, deleted rows, added columns, tables without rowid,
//! overflow pages, logs with complete and incomplete transactions, and damage. `MASKERA_PYTHON`
//! names another Python. Absent: said and skipped, a failure where `CI` is `true`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

use maskera::container::sqlite::{Database, Row, Value};
use serde_json::{Value as Json, json};
use std::{
    collections::BTreeSet, env, fs, io::Cursor, path::Path, process::Command, rc::Rc,
    sync::LazyLock,
};

const DATABASES: usize = 15;

/// Made once for all tests.
fn generated() -> Option<&'static tempfile::TempDir> {
    static MADE: LazyLock<Option<tempfile::TempDir>> = LazyLock::new(make);
    MADE.as_ref()
}

fn make() -> Option<tempfile::TempDir> {
    let folder = tempfile::tempdir().unwrap();
    let python = env::var("MASKERA_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/sqlite_make.py");
    let made = Command::new(python)
        .arg(script)
        .arg(folder.path())
        .arg(DATABASES.to_string())
        .status();
    if made.is_ok_and(|status| status.success()) {
        return Some(folder);
    }
    assert_ne!(
        env::var("CI").as_deref(),
        Ok("true"),
        "no Python with sqlite3"
    );
    println!("skipped: no Python with sqlite3");
    None
}

struct Made {
    file: Vec<u8>,
    log: Option<Vec<u8>>,
    read: Json,
}

fn made(folder: &Path, n: usize) -> Made {
    Made {
        file: fs::read(folder.join(format!("{n}.db"))).unwrap(),
        log: fs::read(folder.join(format!("{n}.db-wal"))).ok(),
        read: serde_json::from_slice(&fs::read(folder.join(format!("{n}.json"))).unwrap()).unwrap(),
    }
}

fn open(file: &[u8], log: Option<&[u8]>) -> maskera::error::Result<Database> {
    let log = log.map(|log| Box::new(Cursor::new(log.to_vec())) as _);
    Database::open(Box::new(Cursor::new(file.to_vec())), log)
}

/// Exactly, as a whole number.
fn bits(value: f64) -> String {
    value.to_bits().to_string()
}

fn shown(value: &Value<'_>) -> Json {
    match value {
        Value::Null => json!(["null", ""]),
        Value::Int(value) => json!(["int", value.to_string()]),
        Value::Real(value) => json!(["real", bits(*value)]),
        Value::Text(text) => json!(["text", text]),
        Value::Blob(bytes) => {
            let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap();
            let hex = bytes
                .iter()
                .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
            json!(["blob", hex.collect::<String>()])
        }
    }
}

/// Rows, and the number of errors.
fn rows(database: &Database, table: &str) -> (Vec<Json>, usize) {
    let table = database.table(table).unwrap();
    let (mut scan, mut row) = (database.scan(&table), Row::default());
    let (mut found, mut errors) = (Vec::new(), 0);
    while let Some(read) = scan.next(&mut row) {
        match read {
            Ok(()) if row.cut() => errors += 1,
            Ok(()) => {
                let values = (0..table.columns.len()).map(|n| shown(&row.value(n)));
                found.push(values.collect());
            }
            Err(_) => errors += 1,
        }
    }
    (found, errors)
}

fn tables(made: &Made) -> impl Iterator<Item = (&str, &Vec<Json>)> {
    let tables = made.read.as_object().unwrap();
    tables
        .iter()
        .map(|(name, rows)| (name.as_str(), rows.as_array().unwrap()))
}

#[test]
fn reads_what_sqlite_reads() {
    let Some(folder) = generated() else { return };
    let mut logs = 0;
    for n in 0..DATABASES {
        let made = made(folder.path(), n);
        let database = open(&made.file, made.log.as_deref()).unwrap();
        logs += usize::from(database.log().used);
        for (name, wanted) in tables(&made) {
            let (found, errors) = rows(&database, name);
            assert_eq!(errors, 0, "{n} {name}");
            assert_eq!(found.len(), wanted.len(), "{n} {name}");
            for (found, wanted) in found.iter().zip(wanted) {
                assert_eq!(found, wanted, "{n} {name}");
            }
        }
    }
    assert!(logs > 3);
}

#[test]
fn finds_rows_by_rowid() {
    let Some(folder) = generated() else { return };
    for n in 0..DATABASES {
        let made = made(folder.path(), n);
        let database = open(&made.file, made.log.as_deref()).unwrap();
        let table: Rc<_> = database.table("keyed").unwrap();
        let mut row = Row::default();
        for wanted in made.read["keyed"].as_array().unwrap() {
            let rowid: i64 = wanted[0][1].as_str().unwrap().parse().unwrap();
            assert!(database.find(&table, rowid, &mut row).unwrap());
            assert_eq!(shown(&row.value(1)), wanted[1]);
        }
        assert!(!database.find(&table, i64::MAX - 77, &mut row).unwrap());
    }
}

#[test]
fn damage_loses_only_what_it_hits() {
    let Some(folder) = generated() else { return };
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    let mut kept = 0;
    for n in (0..DATABASES).filter(|n| n % 3 != 1) {
        let made = made(folder.path(), n);
        let size = match u16::from_be_bytes([made.file[16], made.file[17]]) {
            1 => 65_536,
            size => usize::from(size),
        };
        for _ in 0..6 {
            // a page that reads as nothing: whatever is still given is as it was
            let mut file = made.file.clone();
            let page = 1 + random(file.len() / size - 1);
            if let Some(page) = file.get_mut(page * size..(page + 1) * size) {
                page.fill(0);
            }
            let database = open(&file, None).unwrap();
            for (name, wanted) in tables(&made) {
                if database.table(name).is_none() {
                    assert!(database.damaged_schema());
                    continue;
                }
                let (found, errors) = rows(&database, name);
                let lost = wanted.len() - found.len();
                let wanted: BTreeSet<String> = wanted.iter().map(Json::to_string).collect();
                let known = |row: &&Json| wanted.contains(&row.to_string());
                let right = found.iter().filter(known).count();
                // content of an overflow page in the middle of a chain is not checked by anything
                assert!(found.len() - right <= 1, "{n} {name}");
                assert!(
                    lost == 0 || errors > 0,
                    "{n} {name}: {lost} lost without an error"
                );
                kept += right;
            }
        }
        for _ in 0..12 {
            // random bytes anywhere: an end, without a panic
            let mut file = made.file.clone();
            for _ in 0..=random(30) {
                let at = random(file.len());
                file[at] = random(256) as u8;
            }
            file.truncate(file.len() - random(2) * random(file.len()));
            let Ok(database) = open(&file, Some(&made.file)) else {
                continue;
            };
            let names: Vec<String> = database.tables().map(|table| table.name.clone()).collect();
            for name in names {
                let (found, _) = rows(&database, &name);
                assert!(found.len() <= file.len());
            }
        }
    }
    assert!(kept > 100);
}

#[test]
fn a_log_counts_up_to_its_damage() {
    let Some(folder) = generated() else { return };
    let mut seen = 0;
    for n in 0..DATABASES {
        let made = made(folder.path(), n);
        let Some(log) = made.log.filter(|log| log.len() > 2000) else {
            continue;
        };
        let whole = open(&made.file, Some(&log)).unwrap().log();
        let mut cut = log.clone();
        cut.truncate(log.len() / 2);
        let half = open(&made.file, Some(&cut)).unwrap().log();
        assert!(half.pages <= whole.pages);
        let mut foreign = log.clone();
        foreign[20] ^= 1;
        let other = open(&made.file, Some(&foreign)).unwrap().log();
        assert!(!other.used && other.damaged);
        seen += 1;
    }
    assert!(seen > 3);
}
