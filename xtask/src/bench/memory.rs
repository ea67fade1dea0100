//! Peak memory of the command, per message and for a large case.

use super::{
    Bench, Row,
    native::number,
    process::{Used, used},
    report::Goal::{self, Most},
};
use crate::Outcome;
use std::{fs, process::Command};

/// Memory per million messages, and of a large case sealed and opened.
pub fn memory(bench: &Bench) -> Outcome<Vec<Row>> {
    let folder = &bench.folder;
    let maskera = || {
        let mut command = Command::new(&bench.command);
        command.current_dir(folder);
        command
    };
    let count = bench.sizes.many_messages.to_string();
    let empty = "<?xml version='1.0'?><smses></smses>";
    fs::write(folder.join("empty.xml"), empty)?;
    bench.export("threads.xml", &["generate", "messages", &count, "200", "5"])?;
    let idle = used(maskera().args(["inspect", "--json", "empty.xml"]), true)?;
    let loaded = used(maskera().args(["inspect", "--json", "threads.xml"]), true)?;
    let scanned = used(maskera().args(["scan", "--json", "threads.xml"]), true)?;
    fs::remove_file(folder.join("threads.xml"))?;
    let millions = bench.sizes.many_messages as f64 / 1e6;
    let row = |what: &str, run: Used| Row {
        what: format!("peak memory per million messages, {what}"),
        value: (run.peak - idle.peak) / millions,
        unit: "MB",
        goal: Goal::None,
        raw: format!(
            "{count} messages: {:.0} MB, empty export: {:.0} MB; {:.1} s of processor time",
            run.peak, idle.peak, run.processor
        ),
    };
    let mut rows = vec![row("loaded", loaded), row("loaded and searched", scanned)];
    rows.extend(large(bench, &maskera)?);
    Ok(rows)
}

fn large(bench: &Bench, maskera: &dyn Fn() -> Command) -> Outcome<Vec<Row>> {
    let folder = &bench.folder;
    let size = bench.sizes.large_case_bytes.to_string();
    let made = bench.measure(&["generate-media", &size, "large.xml"])?;
    let gigabytes = number(&made, "bytes")? / 1e9;
    let words = "made-up words only for this bench\n";
    fs::write(folder.join("words.txt"), words)?;
    let secret = ["--passphrase-file", "words.txt"];
    let mut pack = maskera();
    pack.args(["pack", "large.xml", "--out", "large.zip"]);
    let pack = used(pack.args(secret), true)?;
    fs::remove_file(folder.join("large.xml"))?;
    let mut open = maskera();
    open.args(["open", "large.zip", "--out", "opened"]);
    let open = used(open.args(secret), true)?;
    fs::remove_file(folder.join("large.zip"))?;
    fs::remove_dir_all(folder.join("opened"))?;
    let row = |what: &str, run: Used| Row {
        what: format!("peak memory: {what} a case of {gigabytes:.1} GB"),
        value: run.peak,
        unit: "MB",
        goal: Most(400.0),
        raw: format!(
            "{:.1} s, of which {:.1} s of processor time",
            run.wall, run.processor
        ),
    };
    Ok(vec![row("load, search and seal", pack), row("open", open)])
}
