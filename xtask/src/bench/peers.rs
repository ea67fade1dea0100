//! Two other tools over the same texts, only on request (`bench --peers`): Presidio in a Python
//! environment of its own and redact-core as a program of its own, both installed below the bench
//! folder through pip and cargo. One process per tool, set up outside the measured time; seconds of
//! processor time over all development texts once. Presidio runs with its pattern recognisers for
//! English, the language that all of them know, and without a language model, which makes it faster.

use super::{
    Bench,
    report::{Goal, Row},
};
use crate::{Outcome, root, workspace::cargo};
use serde_json::Value;
use std::{fs, path::Path, process::Command};

const PRESIDIO: &str = "presidio-analyzer==2.2.366";
const REDACT_CORE: &str = "=0.12.7";

const PYTHON: &str = r#"
import json, sys, time
from presidio_analyzer import RecognizerRegistry
registry = RecognizerRegistry()
registry.load_predefined_recognizers(languages=["en"])
recognizers = [r for r in registry.recognizers if type(r).__name__ not in ("SpacyRecognizer", "StanzaRecognizer", "TransformersRecognizer")]
texts = json.load(open(sys.argv[1]))
start = time.process_time()
found = 0
for text in texts:
    for r in recognizers:
        found += len(r.analyze(text, r.supported_entities, None) or [])
print(json.dumps({"seconds": time.process_time() - start, "found": found, "recognisers": len(recognizers)}))
"#;

const RUST: &str = r#"
use std::time::Instant;
fn main() {
    let path = std::env::args().nth(1).expect("file");
    let texts: Vec<String> = serde_json::from_str(&std::fs::read_to_string(path).expect("read")).expect("json");
    let engine = redact_core::AnalyzerEngine::new();
    let start = Instant::now();
    let mut found = 0;
    for text in &texts {
        found += engine.analyze(text, Some("en")).map(|r| r.detected_entities.len()).unwrap_or(0);
    }
    println!("{{\"seconds\": {}, \"found\": {found}}}", start.elapsed().as_secs_f64());
}
"#;

fn ran(command: &mut Command) -> Outcome<String> {
    let output = command.output()?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        let last = text.lines().last().unwrap_or_default();
        return Err(format!("{}: {last}", command.get_program().to_string_lossy()).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The development texts as one JSON list.
fn texts(bench: &Bench) -> Outcome<usize> {
    let mut texts: Vec<Value> = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(root().join("tests/fixtures/eval"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    for path in paths {
        if path.extension().is_some_and(|end| end == "jsonl") {
            for line in fs::read_to_string(&path)?.lines() {
                let mut line: Value = serde_json::from_str(line)?;
                texts.extend(line.get_mut("text").map(Value::take));
            }
        }
    }
    let bytes = texts.iter().filter_map(Value::as_str).map(str::len).sum();
    fs::write(bench.folder.join("texts.json"), serde_json::to_vec(&texts)?)?;
    Ok(bytes)
}

fn presidio(folder: &Path) -> Outcome<Value> {
    ran(Command::new("python3")
        .current_dir(folder)
        .args(["-m", "venv", "peer"]))?;
    let python = folder.join("peer/bin/python");
    ran(Command::new(&python).args(["-m", "pip", "install", "--quiet", PRESIDIO]))?;
    fs::write(folder.join("peer.py"), PYTHON)?;
    let out = ran(Command::new(&python)
        .current_dir(folder)
        .args(["peer.py", "texts.json"]))?;
    Ok(serde_json::from_str(&out)?)
}

fn redact_core(folder: &Path) -> Outcome<Value> {
    let project = folder.join("redact-core");
    fs::create_dir_all(project.join("src"))?;
    fs::write(
        project.join("Cargo.toml"),
        format!(
            "[package]\nname = \"peer\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\n\
             redact-core = \"{REDACT_CORE}\"\nserde_json = \"1\"\n[workspace]\n"
        ),
    )?;
    fs::write(project.join("src/main.rs"), RUST)?;
    ran(cargo().current_dir(&project).args([
        "build",
        "--quiet",
        "--release",
        "--target-dir",
        "target",
    ]))?;
    let out = ran(Command::new(project.join("target/release/peer"))
        .current_dir(folder)
        .arg("texts.json"))?;
    Ok(serde_json::from_str(&out)?)
}

/// How many times faster we are, with names, on the same texts.
pub fn peers(bench: &Bench) -> Outcome<Vec<Row>> {
    let bytes = texts(bench)? as f64;
    let eval = root().join("tests/fixtures/eval").display().to_string();
    let ours = bench.measure(&["texts", &eval])?;
    let number = |found: &Value, name: &str| found.get(name).and_then(Value::as_f64);
    let rate = match (number(&ours, "bytes"), number(&ours, "names")) {
        (Some(bytes), Some(seconds)) if seconds > 0.0 => bytes / 1e6 / seconds,
        _ => return Err("no figure of our own".into()),
    };
    let mut rows = Vec::new();
    type Peer = fn(&Path) -> Outcome<Value>;
    let peers: [(&str, Peer, f64); 2] = [
        ("Presidio 2.2.366", presidio, 100.0),
        ("redact-core 0.12.7", redact_core, 20.0),
    ];
    for (name, run, goal) in peers {
        match run(&bench.folder) {
            Ok(found) => {
                let seconds = number(&found, "seconds").unwrap_or(f64::INFINITY);
                let theirs = bytes / 1e6 / seconds;
                rows.push(Row {
                    what: format!("our rate with names against {name}, development texts"),
                    value: rate / theirs,
                    unit: "x",
                    goal: Goal::Least(goal),
                    raw: format!(
                        "ours {rate:.2} MB/s; theirs {theirs:.3} MB/s, {seconds:.2} s for {:.2} MB: {found}",
                        bytes / 1e6
                    ),
                });
            }
            Err(why) => bench.missing(name, &why.to_string()),
        }
    }
    Ok(rows)
}
