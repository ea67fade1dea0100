//! The core as an optimised program: import, scan, requests of the page, sealing.

use super::{
    Bench, Row,
    process::{Used, used},
    report::Goal::{self, Least, Most},
};
use crate::Outcome;
use serde_json::Value;
use std::{fs, path::Path, process::Command};

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

/// Tables of an iPhone's messages as the importer needs them, filled by the sqlite3 program.
const MESSAGES: &str = "PRAGMA page_size=4096;
CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INTEGER,
service TEXT, account TEXT, date INTEGER, is_from_me INTEGER);
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT, service TEXT);
CREATE TABLE chat (ROWID INTEGER PRIMARY KEY, guid TEXT, style INTEGER);
CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER);
INSERT INTO handle VALUES (1, '+4520990001', 'iMessage');
INSERT INTO chat VALUES (1, 'iMessage;-;+4520990001', 45);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT COUNT)
INSERT INTO message SELECT i, printf('00000000-0000-4000-8000-%012X', i),
'Hej, kan vi mødes om planen på rådhuset kl. ' || i, 1, 'iMessage', 'E:a@example.org',
736246800000000000 + i * 1000000000, i % 2 FROM n;
INSERT INTO chat_message_join SELECT 1, ROWID FROM message;";

/// An iPhone's messages against the sqlite3 program reading the same rows.
pub fn sqlite(bench: &Bench) -> Outcome<Vec<Row>> {
    let count = bench.sizes.many_messages / 4;
    let program = |sql: &str| {
        let mut command = Command::new("sqlite3");
        command.current_dir(&bench.folder).args(["sms.db", sql]);
        used(&mut command, false)
    };
    program(&MESSAGES.replace("COUNT", &count.to_string()))?;
    let found = bench.measure(&["load", "sms.db"])?;
    let get = |name| number(&found, name);
    let (import, hashing) = (get("import")?, get("hashing")?);
    let reading = best(|| program("SELECT * FROM message; SELECT * FROM chat_message_join;"))?;
    Ok(vec![Row {
        what: "sms.db without checksums against the sqlite3 program reading the same rows".into(),
        value: (import - hashing) / reading.processor,
        unit: "x",
        goal: Most(2.0),
        raw: format!(
            "{:.0} messages: import {import:.3} s, of which checksums {hashing:.3} s; sqlite3 \
             {:.3} s",
            get("messages")?,
            reading.processor
        ),
    }])
}

/// Scan over message texts with and without anything to find, with all rules and without names;
/// then the development texts, which hold more than any case does.
pub fn scan(bench: &Bench) -> Outcome<Vec<Row>> {
    let size = (bench.sizes.export_bytes / 2).to_string();
    let mut rows = Vec::new();
    for (name, share, what, rules, all) in [
        (
            "plain.xml",
            "0",
            "texts without findings",
            Goal::None,
            Goal::None,
        ),
        (
            "tenth.xml",
            "10",
            "one message in ten with a finding",
            Least(60.0),
            Least(8.0),
        ),
        (
            "all.xml",
            "100",
            "every message with a finding",
            Goal::None,
            Goal::None,
        ),
    ] {
        bench.export(name, &["generate", "bytes", &size, "40", share])?;
        for (kind, args, goal) in [
            (
                "all rules without names",
                &["scan", name, "rules"][..],
                rules,
            ),
            ("with names", &["scan", name][..], all),
        ] {
            let found = bench.measure(args)?;
            let (text, seconds) = (number(&found, "text_bytes")?, number(&found, "scan")?);
            rows.push(Row {
                what: format!("scan, {kind}, {what}"),
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
    }
    rows.extend(texts(bench)?);
    Ok(rows)
}

/// The development texts, one by one.
fn texts(bench: &Bench) -> Outcome<Vec<Row>> {
    let folder = crate::root().join("tests/fixtures/eval");
    let folder = folder.display().to_string();
    let found = bench.measure(&["texts", &folder])?;
    let megabytes = number(&found, "bytes")? / 1e6;
    let (rules, names, own) = (
        number(&found, "rules")?,
        number(&found, "names")?,
        number(&found, "own")?,
    );
    let patterns = number(&found, "patterns")?;
    let raw = format!(
        "{:.0} texts over and over, {megabytes:.1} MB, {:.0} findings: {rules:.3} s without names, \
         {names:.3} s with names, {own:.3} s without names and with {patterns:.0} own patterns",
        number(&found, "texts")?,
        number(&found, "findings")?
    );
    let row = |what: &str, value: f64, unit, goal| Row {
        what: what.into(),
        value,
        unit,
        goal,
        raw: raw.clone(),
    };
    Ok(vec![
        row(
            "development texts, all rules without names",
            megabytes / rules,
            "MB/s",
            Goal::None,
        ),
        row(
            "development texts, with names",
            megabytes / names,
            "MB/s",
            Goal::None,
        ),
        row(
            "development texts, each a case of its own, against the search alone",
            number(&found, "alone")? / number(&found, "not_alone")?,
            "x",
            Most(1.5),
        ),
        row(
            "cost of one own pattern",
            (own / rules - 1.0) * 100.0 / patterns,
            "%",
            Most(2.0),
        ),
        row(
            "time per byte, one text of 4 MB against one of 64 KB",
            number(&found, "growth")?,
            "x",
            Most(1.5),
        ),
    ])
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
    let mut steps = Vec::new();
    for job in ["load", "scan", "gate"] {
        let step = number(&found, &format!("{job}_step"))?;
        steps.push((job.to_owned(), number(&found, job)?, step));
    }
    let searches = found.get("searches").and_then(Value::as_object);
    for (words, times) in searches.into_iter().flatten() {
        let time = |at| times.get(at).and_then(Value::as_f64).unwrap_or_default();
        steps.push((format!("search for {words}"), time(0), time(1)));
    }
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
            goal: Most(50.0),
            raw: format!("ms, once each: {all}"),
        },
        Row {
            what: "longest step of a job or search on the same case".into(),
            value: steps.iter().map(|(_, _, step)| *step).fold(0.0, f64::max) * 1000.0,
            unit: "ms",
            goal: Goal::None,
            raw: format!(
                "seconds in all and longest step in ms: {}",
                steps
                    .iter()
                    .map(|(name, whole, step)| format!("{name} {whole:.2} ({:.0})", step * 1000.0))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        },
    ])
}

/// The run of three with the least processor time.
fn best(mut work: impl FnMut() -> Outcome<Used>) -> Outcome<Used> {
    let mut best: Option<Used> = None;
    for _ in 0..3 {
        let run = work()?;
        if best.is_none_or(|best| run.processor < best.processor) {
            best = Some(run);
        }
    }
    best.ok_or_else(|| "no run".into())
}

/// Sealing against openssl and 7-Zip over the same file.
pub fn seal(bench: &Bench) -> Outcome<Vec<Row>> {
    let size = bench.sizes.sealed_bytes.to_string();
    let media = bench.export("media.xml", &["generate-media", &size])?;
    let megabytes = fs::metadata(media)?.len() as f64 / 1e6;
    let run = |program: &Path, args: &str| {
        let mut command = Command::new(program);
        command
            .current_dir(&bench.folder)
            .args(args.split_whitespace());
        used(&mut command, false)
    };
    let (openssl, zip) = (Path::new("openssl"), Path::new("7z"));
    let certificate = "req -x509 -newkey rsa:3072 -nodes -days 365 -subj /CN=Bench -keyout key.pem";
    run(openssl, &format!("{certificate} -out cert.pem"))?;
    let ours = best(|| run(&bench.measure, "seal media.xml cert.pem sealed.zip"))?;
    let opening = best(|| run(&bench.measure, "open sealed.zip key.pem"))?;
    let cms = "cms -encrypt -aes-256-gcm -stream -binary -outform DER -in media.xml";
    let openssl = best(|| run(openssl, &format!("{cms} -out media.cms cert.pem")))?;
    let zip = best(|| {
        let archive = bench.folder.join("media.zip");
        if archive.exists() {
            fs::remove_file(archive)?;
        }
        run(zip, "a -tzip -mem=AES256 -mx0 -pbench media.zip media.xml")
    })?;
    let hashing = number(&bench.measure(&["hash", "media.xml"])?, "seconds")?;
    let raw = format!(
        "{megabytes:.0} MB, processor time: ours {:.2} s, of which CRC-32 and SHA-256 \
         {hashing:.2} s; openssl {:.2} s; 7-Zip {:.2} s (wall clock {:.2}, {:.2}, {:.2} s)",
        ours.processor, openssl.processor, zip.processor, ours.wall, openssl.wall, zip.wall
    );
    let ratio = |what: &str, value: f64, raw: &str| Row {
        what: what.into(),
        value,
        unit: "x",
        goal: Goal::None,
        raw: raw.to_owned(),
    };
    let above = "from the line above";
    Ok(vec![
        ratio(
            "seal (certificate) against openssl cms, hashing excluded",
            (ours.processor - hashing) / openssl.processor,
            &raw,
        ),
        ratio(
            "seal against openssl cms",
            ours.processor / openssl.processor,
            above,
        ),
        ratio(
            "seal against 7-Zip AES, stored",
            ours.processor / zip.processor,
            above,
        ),
        Row {
            what: "open (certificate)".into(),
            value: megabytes / opening.processor,
            unit: "MB/s",
            goal: Goal::None,
            raw: format!(
                "{megabytes:.0} MB, {:.2} s of processor time, {:.2} s wall clock",
                opening.processor, opening.wall
            ),
        },
    ])
}
