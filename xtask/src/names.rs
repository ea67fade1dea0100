//! `cargo xtask train-names`: weights and lists of the name tagger, made anew from the data beside
//! the project; and the check that what is committed is what was made.

use crate::{
    Outcome, root,
    workspace::{cargo, run},
};
use sha2::{Digest, Sha256};
use std::{fs, path::PathBuf};

/// Where weights and lists lie.
const FOLDER: &str = "src/detect/names/data";

/// Options of the command.
#[derive(clap::Args)]
pub struct Args {
    /// Folder of corpora and lists; ../shared/data without it
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Do not train: only print how the tagger that is there does on the development parts
    #[arg(long)]
    score: bool,
    /// Do not train: names alone, with rules, on texts with expected findings
    #[arg(long, value_name = "FILE")]
    texts: Vec<PathBuf>,
    /// With --texts: print every miss and every wrong finding
    #[arg(long)]
    show: bool,
}

/// Runs the trainer, optimised: it takes about a minute.
pub fn train(args: &Args) -> Outcome<()> {
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--release",
        "--package",
        "maskera-trainer",
        "--",
    ]);
    if let Some(data) = &args.data {
        command.arg("--data").arg(data);
    }
    if args.score {
        command.arg("--score");
    }
    if args.show {
        command.arg("--show");
    }
    for file in &args.texts {
        command.arg("--texts").arg(fs::canonicalize(file)?);
    }
    run(&mut command)
}

/// Checks the files against SHA256SUMS beside them.
pub fn check() -> Outcome<String> {
    let folder = root().join(FOLDER);
    let sums = fs::read_to_string(folder.join("SHA256SUMS"))?;
    let mut bytes = 0;
    for line in sums.lines() {
        let (want, name) = line
            .split_once("  ")
            .ok_or("SHA256SUMS: a line without file")?;
        let file = fs::read(folder.join(name))?;
        bytes += file.len();
        let hex: String = Sha256::digest(&file)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        if hex != want {
            return Err(format!(
                "{FOLDER}/{name} is not what SHA256SUMS says; cargo xtask train-names makes both"
            )
            .into());
        }
    }
    for name in ["ATTRIBUTION.md", "LICENSE"] {
        if !folder.join(name).is_file() {
            return Err(format!(
                "{FOLDER}/{name} is missing: the data carry a licence of their own"
            )
            .into());
        }
    }
    Ok(format!("{bytes} bytes"))
}
