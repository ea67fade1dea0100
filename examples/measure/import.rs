//! Import and scan against the least that any program must do with the same bytes.

use crate::{
    Outcome,
    ctx::{ctx, run, timed},
};
use maskera::{
    detect::Settings,
    finding::Category,
    import::{Answers, LoadJob},
    model::Case,
    workflow::ScanJob,
};
use quick_xml::{Reader, events::Event};
use serde_json::{Value, json};
use std::{
    fs::File,
    io::{BufReader, Read},
    path::Path,
    rc::Rc,
};

/// Runs of which the best counts.
const RUNS: usize = 3;
const BUFFER: usize = 256 << 10;

/// The buffered reader of every measurement.
pub fn open(path: &Path) -> Outcome<BufReader<File>> {
    Ok(BufReader::with_capacity(BUFFER, File::open(path)?))
}

/// Best of some runs.
pub fn best<T>(mut work: impl FnMut() -> Outcome<T>) -> Outcome<(T, f64)> {
    let mut best: Option<(T, f64)> = None;
    for _ in 0..RUNS {
        let (value, seconds) = timed(&mut work);
        let value = value?;
        if best.as_ref().is_none_or(|(_, least)| seconds < *least) {
            best = Some((value, seconds));
        }
    }
    best.ok_or_else(|| "no run".into())
}

/// quick-xml over the file; with `attributes` every attribute is looked at and its value unescaped.
fn bare(path: &Path, attributes: bool) -> Outcome<u64> {
    let mut reader = Reader::from_reader(open(path)?);
    let mut buffer = Vec::new();
    let mut seen = 0;
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Eof => return Ok(seen),
            Event::Start(tag) | Event::Empty(tag) => {
                seen += 1;
                if attributes {
                    for attribute in tag.attributes().with_checks(false) {
                        let value =
                            attribute?.normalized_value(quick_xml::XmlVersion::Implicit1_0)?;
                        seen += u64::from(value.is_empty());
                    }
                }
            }
            _ => {}
        }
        buffer.clear();
    }
}

/// Only the checksums that an import makes.
pub fn hashes(path: &Path) -> Outcome<u64> {
    let mut digester = maskera::package::Digester::default();
    Ok(std::io::copy(&mut open(path)?, &mut digester)?)
}

/// Import of one file.
pub fn load(path: &Path) -> Outcome<Case> {
    let mut case = Case::default();
    let mut ctx = ctx();
    let mut job = LoadJob::new(
        &path.to_string_lossy(),
        Box::new(open(path)?),
        Answers::default(),
        Rc::default(),
    )?;
    run(|| job.step(&mut case, &mut ctx))?;
    Ok(case)
}

/// The case, and the best time of some imports. A case is freed before the next import begins, and
/// when nobody measures.
pub fn best_load(path: &Path) -> Outcome<(Case, f64)> {
    let (mut case, mut least) = (Case::default(), f64::INFINITY);
    for _ in 0..RUNS {
        drop(std::mem::take(&mut case));
        let (loaded, seconds) = timed(|| load(path));
        case = loaded?;
        least = least.min(seconds);
    }
    Ok((case, least))
}

/// Import of one file and what it consists of.
pub fn import(path: &Path) -> Outcome<Value> {
    let mut bytes = Vec::new();
    File::open(path)?.read_to_end(&mut bytes)?;
    let size = bytes.len();
    drop(bytes);
    let (_, events) = best(|| bare(path, false))?;
    let (_, attributes) = best(|| bare(path, true))?;
    let (_, hashing) = best(|| hashes(path))?;
    let (case, import) = best_load(path)?;
    let messages = case.messages.len();
    Ok(json!({
        "bytes": size, "messages": messages, "events": events, "attributes": attributes,
        "hashing": hashing, "import": import,
    }))
}

/// Import of one file of any format, and its hashing alone.
pub fn plain(path: &Path) -> Outcome<Value> {
    let (_, hashing) = best(|| hashes(path))?;
    let (case, import) = best_load(path)?;
    let messages = case.messages.len();
    Ok(json!({ "messages": messages, "hashing": hashing, "import": import }))
}

/// Import and scan of one file, and the scan alone.
pub fn scan(path: &Path, names: bool) -> Outcome<Value> {
    let mut settings = Settings::default();
    if !names {
        settings.off.insert(Category::Person);
    }
    let mut text_bytes = 0;
    let ((findings, import, scan), _) = best(|| {
        let (case, import) = timed(|| load(path));
        let case = case?;
        text_bytes = case.messages.iter().map(|message| message.body.len()).sum();
        let ctx = ctx();
        let mut job = ScanJob::with_settings(&case, settings.clone());
        let (findings, scan) = timed(|| run(|| job.step(&case, &ctx)));
        Ok((findings?.len(), import, scan))
    })?;
    Ok(json!({
        "text_bytes": text_bytes, "findings": findings, "import": import, "scan": scan,
    }))
}
