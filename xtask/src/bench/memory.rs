//! Peak memory of the command: the kernel's high-water mark (`VmHWM`), read until the process ends.

use super::{
    Bench, Row,
    native::number,
    report::Goal::{self, Most},
};
use crate::Outcome;
use std::{
    fs,
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

struct Run {
    peak_mb: f64,
    seconds: f64,
}

/// Runs the command; peak in MB (10^6 bytes).
fn peak(command: &mut Command) -> Outcome<Run> {
    let begun = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0f64;
    let ended = loop {
        if let Ok(text) = fs::read_to_string(&status) {
            let kib = text
                .lines()
                .find_map(|line| line.strip_prefix("VmHWM:"))
                .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
            peak = peak.max(kib.unwrap_or(0.0) * 1024.0 / 1e6);
        }
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        sleep(Duration::from_millis(2));
    };
    if peak == 0.0 {
        return Err("this system does not tell a process's peak memory".into());
    }
    // Status 1: done with problems that were said (an unrecognised file is one).
    if !matches!(ended.code(), Some(0 | 1)) {
        return Err(format!("maskera failed ({ended})").into());
    }
    Ok(Run {
        peak_mb: peak,
        seconds: begun.elapsed().as_secs_f64(),
    })
}

/// Memory per million messages, and of a large case sealed and opened.
pub fn memory(bench: &Bench) -> Outcome<Vec<Row>> {
    let folder = &bench.folder;
    let maskera = || {
        let mut command = Command::new(&bench.command);
        command.current_dir(folder);
        command
    };
    let count = bench.sizes.many_messages.to_string();
    fs::write(
        folder.join("empty.xml"),
        "<?xml version='1.0'?><smses></smses>",
    )?;
    bench.export("threads.xml", &["generate", "messages", &count, "200", "5"])?;
    let idle = peak(maskera().args(["inspect", "--json", "empty.xml"]))?;
    let loaded = peak(maskera().args(["inspect", "--json", "threads.xml"]))?;
    let scanned = peak(maskera().args(["scan", "--json", "threads.xml"]))?;
    let millions = bench.sizes.many_messages as f64 / 1e6;
    let raw = format!(
        "{count} messages: peak {:.0} MB, empty export {:.0} MB, {:.1} s",
        loaded.peak_mb, idle.peak_mb, loaded.seconds
    );
    let mut rows = vec![
        Row {
            what: "memory per million messages, loaded".into(),
            value: (loaded.peak_mb - idle.peak_mb) / millions,
            unit: "MB",
            goal: Goal::None,
            raw,
        },
        Row {
            what: "memory per million messages, scanned".into(),
            value: (scanned.peak_mb - idle.peak_mb) / millions,
            unit: "MB",
            goal: Goal::None,
            raw: format!("peak {:.0} MB, {:.1} s", scanned.peak_mb, scanned.seconds),
        },
    ];
    fs::remove_file(folder.join("threads.xml"))?;
    rows.extend(large(bench, &maskera)?);
    Ok(rows)
}

fn large(bench: &Bench, maskera: &dyn Fn() -> Command) -> Outcome<Vec<Row>> {
    let folder = &bench.folder;
    let size = bench.sizes.large_case_bytes.to_string();
    let made = bench.measure(&["generate-media", &size, "large.xml"])?;
    let gigabytes = number(&made, "bytes")? / 1e9;
    fs::write(
        folder.join("words.txt"),
        "made-up words only for this bench\n",
    )?;
    let secret = ["--passphrase-file", "words.txt"];
    let pack = peak(
        maskera()
            .args(["pack", "large.xml", "--out", "large.zip"])
            .args(secret),
    )?;
    fs::remove_file(folder.join("large.xml"))?;
    let open = peak(
        maskera()
            .args(["open", "large.zip", "--out", "opened"])
            .args(secret),
    )?;
    fs::remove_file(folder.join("large.zip"))?;
    fs::remove_dir_all(folder.join("opened"))?;
    let row = |what: &str, run: &Run| Row {
        what: format!("peak memory: {what} a case of {gigabytes:.1} GB"),
        value: run.peak_mb,
        unit: "MB",
        goal: Most(400.0),
        raw: format!("{:.1} s", run.seconds),
    };
    Ok(vec![row("load, scan and seal", &pack), row("open", &open)])
}
