//! Mails against Python's own `email` and `mailbox` packages: subjects, addresses, attachments'
//! names and bytes. Without Python: said and skipped, a failure where `CI` is `true`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

use maskera::{
    import::{Answers, LoadJob, attachment},
    job::{Step, fixed},
    model::{Case, SourceId},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    cell::Cell,
    collections::BTreeSet,
    env, fs,
    io::{Cursor, Read},
    path::{Path, PathBuf},
    process::Command,
    rc::Rc,
};

fn python(path: &Path) -> Option<Vec<Value>> {
    let program = env::var_os("MASKERA_PYTHON").map_or_else(|| "python3".into(), PathBuf::from);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/mail.py");
    let Ok(output) = Command::new(program).arg(script).arg(path).output() else {
        assert_ne!(env::var("CI").as_deref(), Ok("true"), "no Python");
        println!("skipped: no Python");
        return None;
    };
    assert!(
        output.status.success(),
        "{}: {}",
        path.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    let lines = String::from_utf8(output.stdout).unwrap();
    Some(
        lines
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
    )
}

fn ours(path: &Path) -> Vec<Value> {
    let bytes = fs::read(path).unwrap();
    let mut case = Case::default();
    let reader = Box::new(Cursor::new(bytes.clone()));
    let mut job = LoadJob::new("mail", reader, Answers::default(), Rc::new(Cell::new(0))).unwrap();
    while let Step::Working(_) = job.step(&mut case, &mut fixed::ctx(0, 1)).unwrap() {}
    let address = |id: maskera::model::ParticipantId| {
        case.participants[id.index()].handles[0].normalised.clone()
    };
    let mail = |message: &maskera::model::Message| {
        let extra = message.extra.as_deref();
        let people: BTreeSet<String> = message
            .sender
            .into_iter()
            .chain(
                extra
                    .into_iter()
                    .flat_map(|extra| extra.recipients.iter().copied()),
            )
            .map(address)
            .collect();
        let files: Vec<Value> = message
            .attachments()
            .iter()
            .filter(|one| !one.embedded)
            .map(|one| {
                let original = Box::new(Cursor::new(bytes.clone()));
                let mut content =
                    attachment(&case, SourceId(0), &one.content, |_| Ok(original)).unwrap();
                let mut decoded = Vec::new();
                content.read_to_end(&mut decoded).unwrap();
                let hash: String = Sha256::digest(&decoded)
                    .iter()
                    .map(|byte| format!("{byte:02x}"))
                    .collect();
                json!([one.name, hash])
            })
            .collect();
        json!({
            "subject": extra.and_then(|extra| extra.subject.as_deref()).unwrap_or_default(),
            "addresses": people,
            "attachments": files,
        })
    };
    case.messages.iter().map(mail).collect()
}

#[test]
fn python_reads_the_same() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    for file in [
        "mbox/danish-thread/postkasse.mbox",
        "eml/swedish-forward/vidarebefordrat.eml",
    ] {
        let path = fixtures.join(file);
        let Some(expected) = python(&path) else {
            return;
        };
        assert_eq!(ours(&path), expected, "{file}");
    }
}

#[test]
fn python_reads_the_shared_samples_the_same() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples/eml");
    // the others are broken in ways that every reader mends differently
    for file in [
        "cpython/msg_01.txt",
        "mail-parser/legacy/002.eml",
        "mail-parser/legacy/003.eml",
        "mail-parser/rfc/003.eml",
    ] {
        let path = samples.join(file);
        if !path.exists() {
            println!("skipped: no shared samples");
            return;
        }
        let Some(expected) = python(&path) else {
            return;
        };
        assert_eq!(ours(&path), expected, "{file}");
    }
}
