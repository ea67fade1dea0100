//! Peak memory of the command, per message and for a large case.

use super::{
    Bench, Row,
    native::number,
    process::{Used, used},
    report::Goal::Most,
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
    let made = bench.measure(&["generate", "messages", &count, "200", "5", "threads.xml"])?;
    let idle = used(maskera().args(["inspect", "--json", "empty.xml"]), true)?;
    let loaded = used(maskera().args(["inspect", "--json", "threads.xml"]), true)?;
    let scanned = used(maskera().args(["scan", "--json", "threads.xml"]), true)?;
    fs::remove_file(folder.join("threads.xml"))?;
    let millions = bench.sizes.many_messages as f64 / 1e6;
    // 1 KB per message plus its text
    let most = 1000.0 + number(&made, "text_bytes")? / 1e6 / millions;
    let row = |what: &str, run: Used| Row {
        what: format!("peak memory per million messages, {what}"),
        value: (run.peak - idle.peak) / millions,
        unit: "MB",
        goal: Most(most),
        raw: format!(
            "{count} messages: {:.0} MB, empty export: {:.0} MB; {:.1} s of processor time",
            run.peak, idle.peak, run.processor
        ),
    };
    let mut rows = vec![row("loaded", loaded), row("loaded and searched", scanned)];
    rows.extend(large(bench, &maskera)?);
    Ok(rows)
}

/// How the measuring program calls a form, the importer that has to answer and the file's name.
const STREAMED: [(&str, &str, &str); 5] = [
    ("messenger", "messenger", "message_1.json"),
    ("telegram", "telegram-json", "result.json"),
    ("mbox", "mbox", "post.mbox"),
    ("xml", "sms-backup-restore", "sms.xml"),
    ("csv", "imazing-csv", "messages.csv"),
];

/// What importing a file of a gigabyte takes beyond the model that comes of it.
pub fn streaming(bench: &Bench) -> Outcome<Vec<Row>> {
    let size = bench.sizes.streamed_bytes.to_string();
    let mut rows = Vec::new();
    for (form, importer, file) in STREAMED {
        let path = match form {
            "xml" => bench.export(file, &["generate", "bytes", &size, "40", "10"])?,
            _ => bench.export(file, &["generate-chat", form, &size])?,
        };
        let found = bench.measure(&["held", file])?;
        fs::remove_file(path)?;
        let format = found.get("format").and_then(serde_json::Value::as_str);
        if format != Some(importer) {
            bench.missing(file, &format!("read as {format:?}"));
            continue;
        }
        let get = |name| number(&found, name);
        let (peak, model) = (get("peak")?, get("model")?);
        rows.push(Row {
            what: format!("peak memory beyond the model: import of {file}"),
            value: peak - model,
            unit: "MB",
            goal: Most(300.0),
            raw: format!(
                "{:.0} MB, {:.0} messages: peak {peak:.0} MB, the model's copy {model:.0} MB, of \
                 which text {:.0} MB",
                get("bytes")? / 1e6,
                get("messages")?,
                get("text")? / 1e6
            ),
        });
    }
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
