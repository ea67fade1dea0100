//! A case of some gigabytes in the page (`--large`): memory above the idle page in Chromium, with
//! the save picker over a file of the private disk area, and in Firefox, through that area.

use super::{Bench, Row, native::number, report::Goal::Most};
use crate::{
    Outcome, root,
    setup::{self, Engine},
    workspace::output_of,
};
use serde_json::Value;
use std::{fs, process::Command};

const WORDS: &str = "made-up words only for this bench";
/// What the script measures, in its order, and how a row calls it.
const STAGES: [(&str, &str); 5] = [
    ("load", "load"),
    ("scan", "search"),
    ("seal", "write copy and bundle of"),
    ("open", "open the bundle of"),
    ("extract", "save the original out of the bundle of"),
];

/// Loads, seals, opens and takes out, in each browser that is here.
pub fn large(bench: &Bench) -> Outcome<Vec<Row>> {
    let browsers = [("chromium", Engine::Chromium), ("firefox", Engine::Firefox)];
    setup::run_for(&browsers.map(|(_, engine)| engine))?;
    let size = bench.sizes.large_case_bytes.to_string();
    let media = bench.export("large.xml", &["generate-media", &size])?;
    let bundle = bench.folder.join("large.zip");
    fs::write(bench.folder.join("words.txt"), WORDS)?;
    output_of(
        Command::new(&bench.command)
            .current_dir(&bench.folder)
            .args(["pack", "large.xml", "--out", "large.zip"])
            .args(["--passphrase-file", "words.txt"]),
    )?;
    let mut rows = Vec::new();
    for (name, engine) in browsers {
        let program = engine
            .program()
            .ok_or_else(|| format!("there is no {name}"))?;
        let said = output_of(
            Command::new("node")
                .current_dir(setup::browser_tests())
                .args(["bench-large.mjs", "--engine", name, "--program"])
                .arg(program)
                .arg("--page")
                .arg(root().join("dist/maskera-test.html"))
                .arg("--media")
                .arg(&media)
                .arg("--bundle")
                .arg(&bundle)
                .args(["--words", WORDS, "--work"])
                .arg(bench.folder.join("large")),
        )?;
        let found: Value = serde_json::from_str(said.lines().last().unwrap_or_default())?;
        if let Some(failed) = found.get("failed").and_then(Value::as_str) {
            bench.missing(&format!("large case in {name}"), failed);
            continue;
        }
        let gigabytes = number(&found, "bytes")? / 1e9;
        let version = found.get("version").and_then(Value::as_str);
        for (id, does) in STAGES {
            rows.push(Row {
                what: format!("{name}: memory above idle, {does} {gigabytes:.1} GB"),
                value: number(&found, id)?,
                unit: "MB",
                goal: Most(700.0),
                raw: format!(
                    "{}; {:.0} s; idle {:.0} MB; PSS of all its processes",
                    version.unwrap_or_default(),
                    number(&found, &format!("{id}_seconds"))?,
                    number(&found, "idle")?
                ),
            });
        }
    }
    Ok(rows)
}
