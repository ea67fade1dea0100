//! The `maskera` command as people get it: `dist/maskera` with its man page and the completions of
//! the usual shells.

use crate::{
    Outcome, root,
    workspace::{cargo, run as run_tool, target_dir},
};
use std::{fs, path::PathBuf, process::Command};

/// Completions by shell: where they lie below `dist/`, by the names that the shells look for.
const COMPLETIONS: [(&str, &str); 4] = [
    ("bash", "completions/maskera.bash"),
    ("zsh", "completions/_maskera"),
    ("fish", "completions/maskera.fish"),
    ("powershell", "completions/_maskera.ps1"),
];

/// Builds the command; returns `dist/maskera`.
pub fn build() -> Outcome<PathBuf> {
    run_tool(cargo().args(["build", "--release", "--quiet", "--package", "maskera-cli"]))?;
    let name = format!("maskera{}", std::env::consts::EXE_SUFFIX);
    let dist = root().join("dist");
    fs::create_dir_all(dist.join("completions"))?;
    fs::create_dir_all(dist.join("man"))?;
    let program = dist.join(&name);
    // A running copy cannot be written over, but it can be replaced.
    if program.exists() {
        fs::remove_file(&program)?;
    }
    fs::copy(target_dir()?.join("release").join(&name), &program)?;
    let say = |args: &[&str]| -> Outcome<Vec<u8>> {
        let output = Command::new(&program).args(args).output()?;
        if !output.status.success() || output.stdout.is_empty() {
            return Err(format!("maskera {} failed", args.join(" ")).into());
        }
        Ok(output.stdout)
    };
    fs::write(dist.join("man/maskera.1"), say(&["man"])?)?;
    for (shell, path) in COMPLETIONS {
        fs::write(dist.join(path), say(&["completions", shell])?)?;
    }
    Ok(program)
}
