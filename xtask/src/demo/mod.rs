//! The demonstration: an embedded made-up export, taken through the whole main job.

pub mod export;
mod picture;
mod run;
mod survivors;

pub use run::{Args, run};

use crate::{Outcome, root};
use std::fs;

/// Writes the export and the list of planted values.
pub fn write_export() -> Outcome<()> {
    let demo = export::generate()?;
    let dir = root().join(DIR);
    fs::create_dir_all(&dir)?;
    for (name, text) in [("sms-demo.xml", &demo.xml), ("planted.json", &demo.planted)] {
        fs::write(dir.join(name), text).map_err(|e| format!("{name}: {e}"))?;
        println!("{DIR}/{name}: {} bytes", text.len());
    }
    Ok(())
}

/// Names of checked-in demonstration files that differ from what the generator writes.
pub fn stale() -> Outcome<Vec<String>> {
    let demo = export::generate()?;
    let dir = root().join(DIR);
    Ok(
        [("sms-demo.xml", &demo.xml), ("planted.json", &demo.planted)]
            .into_iter()
            .filter(|(name, text)| {
                fs::read(dir.join(name)).ok().as_deref() != Some(text.as_bytes())
            })
            .map(|(name, _)| format!("{DIR}/{name}"))
            .collect(),
    )
}

/// Where the checked-in files lie.
const DIR: &str = "tests/fixtures/demo";
