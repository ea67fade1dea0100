//! The page's engine in node and the page itself in Chromium.

use super::{
    Bench, Row,
    native::number,
    report::Goal::{self, Least, Most},
};
use crate::{
    Outcome, bindgen, root,
    setup::{self, Engine},
    workspace::{output_of, target_dir},
};
use serde_json::Value;
use std::{fs, process::Command};

/// Times of the engine are the best of so many runs.
const RUNS: &str = "3";

/// The engine as the page has it, in node, against the same work natively.
pub fn engine(bench: &Bench) -> Outcome<Vec<Row>> {
    let wasm = target_dir()?.join("wasm32-unknown-unknown/wasm-release/maskera.wasm");
    let built = bindgen::engine(&wasm, false)?;
    let (glue, module) = (
        bench.folder.join("glue.js"),
        bench.folder.join("engine.wasm"),
    );
    fs::write(&glue, built.glue)?;
    fs::write(&module, built.wasm)?;
    let size = bench.sizes.export_bytes.to_string();
    let export = bench.export("export.xml", &["generate", "bytes", &size, "40", "10"])?;
    let native = bench.measure(&["scan", "export.xml"])?;
    let script = root().join("tests/browser/bench-engine.mjs");
    let said = output_of(
        Command::new("node")
            .arg(script)
            .args([&glue, &module, &export])
            .arg(RUNS),
    )?;
    let wasm: Value = serde_json::from_str(&said)?;
    let get =
        |name| Ok::<_, Box<dyn std::error::Error>>((number(&wasm, name)?, number(&native, name)?));
    let (import, scan) = (get("import")?, get("scan")?);
    let row = |what: &str, (wasm, native): (f64, f64), goal| Row {
        what: format!("{what}, wasm against native"),
        value: wasm / native,
        unit: "x",
        goal,
        raw: format!("processor time: node {wasm:.3} s, native {native:.3} s"),
    };
    let both = (import.0 + scan.0, import.1 + scan.1);
    let (text, messages) = (
        number(&native, "text_bytes")? / 1e6,
        number(&wasm, "messages")?,
    );
    let rate = |what: &str, seconds: f64, goal| Row {
        what: format!("scan in wasm, {what}, one message in ten with a finding"),
        value: text / seconds,
        unit: "MB/s",
        goal: Least(goal),
        raw: format!("{text:.1} MB of text, {messages:.0} messages, {seconds:.3} s in node"),
    };
    Ok(vec![
        row("import and scan", both, Most(2.5)),
        row("import", import, Goal::None),
        row("scan", scan, Goal::None),
        rate("all rules without names", number(&wasm, "rules")?, 30.0),
        rate("with names", scan.0, 4.0),
        Row {
            what: "a million messages searched in wasm, at the same rate".into(),
            value: scan.0 / messages * 1e6,
            unit: "s",
            goal: Most(40.0),
            raw: "from the line above; with names and the second pass".into(),
        },
    ])
}

/// Rows of one part of what the page's script says.
type Part = fn(&Value) -> Outcome<Vec<Row>>;

/// Bytes of the case that the page collects in memory: below the limit that it keeps to there.
const MEMORY_CASE: u64 = 320 << 20;

/// The page in Chromium.
pub fn page(bench: &Bench) -> Outcome<Vec<Row>> {
    setup::run_for(&[Engine::Chromium])?;
    let chromium = Engine::Chromium.program().ok_or("there is no Chromium")?;
    let count = bench.sizes.many_messages.to_string();
    let hundred = bench.export(
        "hundred.xml",
        &["generate", "messages", "100000", "40", "10"],
    )?;
    let million = bench.export("million.xml", &["generate", "messages", &count, "1", "5"])?;
    let size = bench.sizes.sealed_bytes.min(MEMORY_CASE).to_string();
    let media = bench.export("in-memory.xml", &["generate-media", &size])?;
    let said = output_of(
        Command::new("node")
            .current_dir(setup::browser_tests())
            .arg("bench.mjs")
            .arg("--chromium")
            .arg(chromium)
            .arg("--page")
            .arg(root().join("dist/maskera.html"))
            .arg("--test-page")
            .arg(root().join("dist/maskera-test.html"))
            .arg("--hundred")
            .arg(hundred)
            .arg("--million")
            .arg(million)
            .arg("--media")
            .arg(media)
            .args(["--sealed", &size, "--work"])
            .arg(bench.folder.join("browser")),
    )?;
    let found: Value = serde_json::from_str(said.lines().last().unwrap_or_default())?;
    let mut rows = Vec::new();
    let parts: [(&str, Part); 4] = [
        ("opening", opening),
        ("importing", importing),
        ("million", million_messages),
        ("sealing", sealing),
    ];
    for (name, part) in parts {
        match part(&found) {
            Ok(part) => rows.extend(part),
            Err(error) => {
                let said = found
                    .get(format!("{name}_failed"))
                    .and_then(Value::as_str)
                    .map_or_else(|| error.to_string(), str::to_owned);
                bench.missing(&format!("page, {name}"), &said);
            }
        }
    }
    Ok(rows)
}

fn opening(found: &Value) -> Outcome<Vec<Row>> {
    let get = |name| number(found, name);
    let version = found
        .get("version")
        .and_then(Value::as_str)
        .unwrap_or_default();
    Ok(vec![Row {
        what: "page from file://, navigation to usable".into(),
        value: get("open")?,
        unit: "s",
        goal: Most(1.0),
        raw: format!(
            "{version}, median of 5; first {:.3} s, slowest {:.3} s",
            get("open_first")?,
            get("open_worst")?
        ),
    }])
}

fn importing(found: &Value) -> Outcome<Vec<Row>> {
    let get = |name| number(found, name);
    Ok(vec![Row {
        what: "longest main-thread task while 100,000 messages are imported and searched".into(),
        value: get("load_task")?.max(get("scan_task")?) * 1000.0,
        unit: "ms",
        goal: Most(200.0),
        raw: format!(
            "import {:.2} s (longest task {:.0} ms), search and review screen {:.2} s ({:.0} ms); \
             tasks under 50 ms count as 0",
            get("load")?,
            get("load_task")? * 1000.0,
            get("scan")?,
            get("scan_task")? * 1000.0
        ),
    }])
}

fn million_messages(found: &Value) -> Outcome<Vec<Row>> {
    let get = |name| number(found, name);
    Ok(vec![Row {
        what: format!("jump in a thread of {:.0} messages", get("messages")?),
        value: get("jump")? * 1000.0,
        unit: "ms",
        goal: Most(50.0),
        raw: format!(
            "median of 20 until the rows stand there with their text; slowest {:.0} ms; import \
             {:.1} s, search {:.1} s, longest main-thread task of all {:.0} ms",
            get("jump_worst")? * 1000.0,
            get("million_load")?,
            get("million_scan")?,
            get("million_task")? * 1000.0
        ),
    }])
}

fn sealing(found: &Value) -> Outcome<Vec<Row>> {
    let get = |name| number(found, name);
    let (raw, bytes) = (get("raw_rate")? / 1e6, get("seal_bytes")? / 1e6);
    let crypto = get("seal_rate")? / 1e6;
    let whole = bytes / get("seal_seconds")?;
    Ok(vec![
        Row {
            what: "encryption of parts in the page against raw WebCrypto".into(),
            value: crypto / raw,
            unit: "x",
            goal: Least(0.8),
            raw: format!(
                "{bytes:.0} MB, best of 3 in turn: {crypto:.0} MB/s while at least one part is in \
                 WebCrypto's hands, raw loop over 16 MiB pieces in the same frame {raw:.0} MB/s"
            ),
        },
        Row {
            what: "saving a working file, everything included, against raw WebCrypto".into(),
            value: whole / raw,
            unit: "x",
            goal: Goal::None,
            raw: format!(
                "{whole:.0} MB/s with key derivation, reading, checksums, packing and writing the download"
            ),
        },
    ])
}
