//! Memory of an import: its peak, and what the model alone takes. The model is copied when the
//! import is over and only the growth by that copy counts, so what the import may still hold, or has
//! given back to the allocator and not to the system, counts as the import's.

use crate::{Outcome, import::load};
use serde_json::{Value, json};
use std::{fs, hint::black_box, path::Path};

/// MB (10^6 bytes) of a line of the process's account (proc(5), Linux).
fn account(name: &str) -> Outcome<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kib: f64 = line
        .and_then(|line| line.split_whitespace().nth(1))
        .ok_or("this system does not tell the memory of a process")?
        .parse()?;
    Ok(kib * 1024.0 / 1e6)
}

/// Imports a file and says what that took.
pub fn held(path: &Path) -> Outcome<Value> {
    let case = load(path)?;
    let peak = account("VmHWM")?;
    let before = account("VmRSS")?;
    let copy = (
        black_box(case.messages.clone()),
        black_box(case.conversations.clone()),
        black_box(case.participants.clone()),
        black_box(case.sources.clone()),
    );
    let model = account("VmRSS")? - before;
    drop(black_box(copy));
    let text: usize = case.messages.iter().map(|message| message.body.len()).sum();
    Ok(json!({
        "bytes": fs::metadata(path)?.len(), "messages": case.messages.len(), "text": text,
        "format": case.sources.first().and_then(|source| source.format),
        "peak": peak, "model": model,
    }))
}
