//! Sources of several files behind the page: put together by rule, packed whole, continued, taken
//! apart, and found again when saved work goes on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine_support;

use engine_support::Session;
use maskera::protocol::JobResult;
use serde_json::Value;

const SECRET: &str = r#"{"type":"passphrase","passphrase":"blåbær-orkan-fjord-tistel-sommer"}"#;
const PARTS: [(&str, &[u8]); 3] = [
    (
        "backup-1.zip",
        include_bytes!("fixtures/import/sms-backup-restore/split-download/input/backup-1.zip"),
    ),
    (
        "backup-2.zip",
        include_bytes!("fixtures/import/sms-backup-restore/split-download/input/backup-2.zip"),
    ),
    (
        "backup-4.zip",
        include_bytes!("fixtures/import/sms-backup-restore/split-download/input/backup-4.zip"),
    ),
];
const OTHER: &[u8] = br#"<smses><sms address="+46701740699" date="1704067200000" type="1" body="ring 070-1740605"/></smses>"#;

/// Files by name, in the given order, as one drop.
fn load(session: &mut Session, files: &[(&str, &[u8])]) {
    let numbers: Vec<u32> = files
        .iter()
        .map(|(name, bytes)| session.add(name, bytes))
        .collect();
    session.overview(&format!(r#"{{"type":"load","files":{numbers:?}}}"#));
}

fn overview(session: &mut Session) -> Value {
    session.call(r#"{"type":"overview"}"#)
}

fn names(overview: &Value) -> Vec<(String, u64, u64)> {
    let sources = overview["sources"].as_array().unwrap().iter();
    sources
        .map(|source| {
            (
                source["name"].as_str().unwrap().to_owned(),
                source["fileCount"].as_u64().unwrap(),
                source["messages"].as_u64().unwrap(),
            )
        })
        .collect()
}

fn one(name: &str, files: u64, messages: u64) -> (String, u64, u64) {
    (name.to_owned(), files, messages)
}

#[test]
fn parts_are_one_source_in_any_order() {
    let mut session = Session::new();
    let [first, second, third] = PARTS;
    load(&mut session, &[third, ("other.xml", OTHER), first, second]);
    let whole = overview(&mut session);
    assert_eq!(
        names(&whole),
        [one("backup-1.zip", 3, 4), one("other.xml", 1, 1)]
    );
    let mut again = Session::new();
    load(&mut again, &[first, second, third]);
    let sha256 = |overview: &Value| overview["sources"][0]["sha256"].clone();
    assert_eq!(sha256(&whole), sha256(&overview(&mut again)));
}

#[test]
fn the_same_files_again_add_nothing_and_what_follows_keeps_its_place() {
    let mut session = Session::new();
    load(&mut session, &PARTS);
    load(
        &mut session,
        &[PARTS[0], PARTS[1], PARTS[2], ("other.xml", OTHER)],
    );
    let after = overview(&mut session);
    assert_eq!(
        names(&after),
        [one("backup-1.zip", 3, 4), one("other.xml", 1, 1)]
    );
    // Sources and originals still fit: packing reads and compares every file.
    packed(&mut session);
}

fn packed(session: &mut Session) -> Vec<u8> {
    session.overview(r#"{"type":"scan"}"#);
    session.call(r#"{"type":"accept-suggestions"}"#);
    let gate = session.gate();
    assert!(gate["lines"].to_string().contains("partial"), "{gate}");
    let secrets = r#"{"passphrases":["blåbær-orkan-fjord-tistel-sommer"],"certificates":[]}"#;
    let sealed = session
        .run(&format!(
            r#"{{"type":"seal","secrets":{secrets},"workingFile":true}}"#
        ))
        .unwrap();
    let JobResult::Seal(seal) = sealed else {
        panic!("no working file")
    };
    session.store.bytes(&seal.file.path).unwrap().to_vec()
}

#[test]
fn a_working_file_holds_every_part_and_goes_on_with_it() {
    let mut session = Session::new();
    let in_folder: Vec<(String, &[u8])> = PARTS
        .iter()
        .map(|(name, bytes)| (format!("Hämtat: maj/{name}"), *bytes))
        .collect();
    let files: Vec<(&str, &[u8])> = in_folder.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    load(&mut session, &files);
    let bundle = packed(&mut session);
    let before = overview(&mut session);

    let mut other = Session::new();
    let file = other.add("working.zip", &bundle);
    let opened = other
        .run(&format!(
            r#"{{"type":"open","file":{file},"secret":{SECRET}}}"#
        ))
        .unwrap();
    let JobResult::Open(opened) = opened else {
        panic!("not opened")
    };
    for (name, bytes) in PARTS {
        let path = format!("data/original/1-backup-1.zip/{name}");
        assert!(opened.files.iter().any(|file| file.path == path), "{path}");
        assert_eq!(&*other.store.bytes(&path).unwrap(), bytes);
    }
    other.overview(r#"{"type":"continue"}"#);
    other.overview(r#"{"type":"scan"}"#);
    let after = overview(&mut other);
    assert_eq!(before["review"], after["review"]);
    assert_eq!(before["sources"], after["sources"]);
}

#[test]
fn a_person_takes_apart_and_puts_together() {
    let mut session = Session::new();
    load(&mut session, &PARTS);
    session.call(r#"{"type":"split-source","source":0}"#);
    session.overview(r#"{"type":"reload"}"#);
    let apart = overview(&mut session);
    assert_eq!(
        names(&apart),
        [
            one("backup-1.zip", 1, 2),
            one("backup-2.zip", 1, 1),
            one("backup-4.zip", 1, 1)
        ]
    );
    session.call(r#"{"type":"join-sources","sources":[2,0]}"#);
    session.overview(r#"{"type":"reload"}"#);
    let joined = overview(&mut session);
    assert_eq!(
        names(&joined),
        [one("backup-1.zip", 2, 3), one("backup-2.zip", 1, 1)]
    );
    assert!(
        session
            .try_call(r#"{"type":"split-source","source":1}"#)
            .is_err()
    );
    assert!(
        session
            .try_call(r#"{"type":"join-sources","sources":[0,7]}"#)
            .is_err()
    );
}

#[test]
fn saved_work_finds_its_files_in_other_company() {
    let mut session = Session::new();
    load(&mut session, &PARTS);
    load(&mut session, &[("other.xml", OTHER)]);
    session.overview(r#"{"type":"scan"}"#);
    session.call(r#"{"type":"accept-suggestions"}"#);
    let snapshot = session.call(r#"{"type":"snapshot"}"#);
    let before = overview(&mut session);

    let mut later = Session::new();
    load(&mut later, &[("other.xml", OTHER)]);
    for part in PARTS {
        load(&mut later, &[part]);
    }
    let restore = format!(r#"{{"type":"restore-snapshot","snapshot":{snapshot},"poisoned":[]}}"#);
    later.call(&restore);
    later.overview(r#"{"type":"reload"}"#);
    later.overview(r#"{"type":"scan"}"#);
    let after = overview(&mut later);
    assert_eq!(before["sources"], after["sources"]);
    assert_eq!(before["review"], after["review"]);

    let mut lacking = Session::new();
    load(&mut lacking, &[PARTS[0], ("other.xml", OTHER)]);
    let refused = lacking.try_call(&restore).unwrap_err();
    assert_eq!(refused.code().id(), "source-changed");
    assert_eq!(refused.location().file.as_deref(), Some("backup-2.zip"));
}
