//! The core as an optimised program: import, scan, requests of the page, sealing.

use super::{
    Bench, Row,
    report::Goal::{self, Least, Most},
};
use crate::{Outcome, workspace::output_of};
use serde_json::Value;
use std::{path::Path, process::Command, process::Stdio, time::Instant};

/// A number of a measurement.
pub fn number(value: &Value, name: &str) -> Outcome<f64> {
    let found = value.get(name).and_then(Value::as_f64);
    found.ok_or_else(|| format!("the measurement holds no {name}").into())
}

/// The export that import and scan are measured with: one message in ten holds something.
fn export(bench: &Bench) -> Outcome<String> {
    let size = bench.sizes.export_bytes.to_string();
    bench.export("export.xml", &["generate", "bytes", &size, "40", "10"])?;
    Ok("export.xml".to_owned())
}

/// Import against bare passes of the same parser.
pub fn import(bench: &Bench) -> Outcome<Vec<Row>> {
    let found = bench.measure(&["import", &export(bench)?])?;
    let get = |name| number(&found, name);
    let (import, values, events, hashing) = (
        get("import")?,
        get("attributes")?,
        get("events")?,
        get("hashing")?,
    );
    let megabytes = get("bytes")? / 1e6;
    let raw = format!(
        "{megabytes:.0} MB, {:.0} messages: import {import:.3} s, of which SHA-256, SHA-512 and \
         CRC-32 {hashing:.3} s; quick-xml reading all values {values:.3} s, events only \
         {events:.3} s",
        get("messages")?
    );
    Ok(vec![
        Row {
            what: "import against a quick-xml pass over all values".into(),
            value: import / values,
            unit: "x",
            goal: Most(2.5),
            raw: raw.clone(),
        },
        Row {
            what: "import without checksums against the same pass".into(),
            value: (import - hashing) / values,
            unit: "x",
            goal: Goal::None,
            raw: "from the line above".into(),
        },
        Row {
            what: "import against quick-xml events only".into(),
            value: import / events,
            unit: "x",
            goal: Goal::None,
            raw: "from the line above".into(),
        },
    ])
}

/// Scan over message texts with and without anything to find.
pub fn scan(bench: &Bench) -> Outcome<Vec<Row>> {
    let size = (bench.sizes.export_bytes / 2).to_string();
    let mut rows = Vec::new();
    for (name, share, what, goal) in [
        (
            "plain.xml",
            "0",
            "scan of texts without findings",
            Least(20.0),
        ),
        (
            "tenth.xml",
            "10",
            "scan, one message in ten with a finding",
            Goal::None,
        ),
        (
            "all.xml",
            "100",
            "scan, every message with a finding",
            Goal::None,
        ),
    ] {
        bench.export(name, &["generate", "bytes", &size, "40", share])?;
        let found = bench.measure(&["scan", name])?;
        let (text, seconds) = (number(&found, "text_bytes")?, number(&found, "scan")?);
        rows.push(Row {
            what: what.into(),
            value: text / 1e6 / seconds,
            unit: "MB/s",
            goal,
            raw: format!(
                "{:.1} MB of text, {:.0} findings, {seconds:.3} s",
                text / 1e6,
                number(&found, "findings")?
            ),
        });
    }
    Ok(rows)
}

/// Requests of the page on a case of many messages in one conversation.
pub fn engine(bench: &Bench) -> Outcome<Vec<Row>> {
    let count = bench.sizes.many_messages.to_string();
    bench.export("million.xml", &["generate", "messages", &count, "1", "5"])?;
    let found = bench.measure(&["engine", "million.xml"])?;
    let messages = number(&found, "messages")?;
    let requests = found.get("requests").and_then(Value::as_object);
    let mut times: Vec<(String, f64)> = requests
        .into_iter()
        .flatten()
        .filter_map(|(name, seconds)| Some((name.clone(), seconds.as_f64()? * 1000.0)))
        .collect();
    times.sort_by(|a, b| b.1.total_cmp(&a.1));
    let all = times
        .iter()
        .map(|(name, ms)| format!("{name} {ms:.0}"))
        .collect::<Vec<_>>()
        .join(", ");
    Ok(vec![
        Row {
            what: format!("slowest request on {messages:.0} messages, natively"),
            value: times.first().map_or(0.0, |(_, ms)| *ms),
            unit: "ms",
            goal: Most(200.0),
            raw: format!("ms, once each: {all}"),
        },
        Row {
            what: "longest step of a job on the same case".into(),
            value: number(&found, "load_step")?.max(number(&found, "scan_step")?) * 1000.0,
            unit: "ms",
            goal: Goal::None,
            raw: format!(
                "load {:.2} s, scan {:.2} s in all",
                number(&found, "load")?,
                number(&found, "scan")?
            ),
        },
    ])
}

/// Seconds that a tool takes; its output goes nowhere.
fn seconds(command: &mut Command) -> Outcome<f64> {
    let begun = Instant::now();
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    if status.success() {
        Ok(begun.elapsed().as_secs_f64())
    } else {
        Err(format!("{name} failed ({status})").into())
    }
}

/// The best of three.
fn best(mut work: impl FnMut() -> Outcome<f64>) -> Outcome<f64> {
    let mut least = f64::INFINITY;
    for _ in 0..3 {
        least = least.min(work()?);
    }
    Ok(least)
}

fn remove(path: &Path) -> Outcome<()> {
    if path.exists() {
        std::fs::remove_file(path)?;
    }
    Ok(())
}

/// Sealing against openssl and 7-Zip over the same file.
pub fn seal(bench: &Bench) -> Outcome<Vec<Row>> {
    let folder = &bench.folder;
    let size = bench.sizes.sealed_bytes.to_string();
    bench.export("media.xml", &["generate-media", &size])?;
    let certificate = [
        "req", "-x509", "-newkey", "rsa:3072", "-nodes", "-keyout", "key.pem",
    ];
    output_of(
        Command::new("openssl")
            .current_dir(folder)
            .args(certificate)
            .args(["-out", "cert.pem", "-days", "365", "-subj", "/CN=Bench"]),
    )?;
    let mut bytes = 0.0;
    let ours = best(|| {
        let found = bench.measure(&["seal", "media.xml", "cert.pem", "sealed.zip"])?;
        bytes = number(&found, "bytes")?;
        number(&found, "seconds")
    })?;
    let opening = best(|| {
        number(
            &bench.measure(&["open", "sealed.zip", "key.pem"])?,
            "seconds",
        )
    })?;
    let openssl = best(|| {
        remove(&folder.join("media.cms"))?;
        seconds(Command::new("openssl").current_dir(folder).args([
            "cms",
            "-encrypt",
            "-aes-256-gcm",
            "-stream",
            "-binary",
            "-outform",
            "DER",
            "-in",
            "media.xml",
            "-out",
            "media.cms",
            "cert.pem",
        ]))
    })?;
    let zip = best(|| {
        remove(&folder.join("media.zip"))?;
        seconds(Command::new("7z").current_dir(folder).args([
            "a",
            "-tzip",
            "-mem=AES256",
            "-mx0",
            "-pbench",
            "media.zip",
            "media.xml",
        ]))
    })?;
    let megabytes = bytes / 1e6;
    let raw = format!(
        "{megabytes:.0} MB: ours {ours:.2} s (with CRC-32 and SHA-256 of every part), openssl \
         {openssl:.2} s, 7-Zip {zip:.2} s"
    );
    let row = |what: &str, value: f64, unit, raw: &str| Row {
        what: what.into(),
        value,
        unit,
        goal: Goal::None,
        raw: raw.to_owned(),
    };
    Ok(vec![
        row(
            "seal (certificate) against openssl cms",
            ours / openssl,
            "x",
            &raw,
        ),
        row(
            "seal against 7-Zip AES, stored",
            ours / zip,
            "x",
            "from the line above",
        ),
        row("seal", megabytes / ours, "MB/s", "from the line above"),
        row(
            "open",
            megabytes / opening,
            "MB/s",
            &format!("{megabytes:.0} MB in {opening:.2} s"),
        ),
    ])
}
