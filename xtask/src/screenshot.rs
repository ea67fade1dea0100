//! `cargo xtask screenshot`: docs/review.png for README.md, from the built page in Chromium.

use crate::{
    Outcome, root,
    setup::{self, Engine},
    workspace::{run as run_tool, target_dir},
};
use std::{fs, process::Command};

/// The picture.
const PICTURE: &str = "docs/review.png";
/// Largest size of the picture in bytes.
const MOST: u64 = 256_000;

/// Draws the picture anew.
pub fn run() -> Outcome<()> {
    let page = root().join("dist/maskera.html");
    if !page.is_file() {
        return Err("build the page first: cargo xtask build".into());
    }
    println!("{}", setup::run_for(&[Engine::Chromium])?);
    let chromium = Engine::Chromium.program().ok_or("Chromium is missing")?;
    let picture = root().join(PICTURE);
    run_tool(
        Command::new("node")
            .current_dir(setup::browser_tests())
            .arg("screenshot.mjs")
            .arg("--page")
            .arg(page)
            .arg("--chromium")
            .arg(chromium)
            .arg("--work")
            .arg(target_dir()?.join("screenshot"))
            .arg("--out")
            .arg(&picture),
    )?;
    let size = fs::metadata(&picture)?.len();
    if size > MOST {
        return Err(format!("{PICTURE} has {size} bytes, more than {MOST}").into());
    }
    println!("{PICTURE}: {size} bytes");
    Ok(())
}
