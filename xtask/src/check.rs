//! `cargo xtask check`: everything that can be said without running the program.

use crate::{
    Outcome, arch, build, demo,
    licences::{self, Checked},
    locales, names, root,
    tally::Tally,
    workspace::{cargo, output_of},
};
use std::{fs, process::Command};

/// Runs the subcommand.
pub fn run() -> Outcome<()> {
    let mut tally = Tally::default();
    all(&mut tally);
    tally.finish()
}

/// Runs every check.
pub fn all(tally: &mut Tally) {
    tally.section("check");
    tally.check("formatted (cargo fmt)", || {
        output_of(cargo().args(["fmt", "--all", "--check"])).map(|_| String::new())
    });
    tally.check("clippy, native", || {
        clippy(&["--workspace", "--all-targets", "--all-features"])
    });
    tally.check("clippy, wasm32", || {
        clippy(&[
            "--package",
            "maskera",
            "--lib",
            "--target",
            "wasm32-unknown-unknown",
        ])
    });
    tally.check("module table (check-arch)", arch::check);
    tally.check("licences", licences::licences);
    match licences::advisories() {
        Ok(Checked::Yes(note)) => tally.check("advisories", || Ok(note)),
        Ok(Checked::No(reason)) => tally.unchecked("advisories", &reason),
        Err(error) => tally.check("advisories", || Err(error)),
    }
    tally.check(
        "weights and name lists are those of SHA256SUMS",
        names::check,
    );
    tally.check("texts in five languages", locales::check);
    tally.check("www/src/protocol.gen.ts is fresh", protocol);
    tally.check("tests/fixtures/demo is fresh", demonstration);
    tally.check("TypeScript, strict", typescript);
    match size() {
        Some(size) => tally.check("size of dist/maskera.html", || size),
        None => tally.unchecked("size of dist/maskera.html", "not built; cargo xtask build"),
    }
}

fn clippy(args: &[&str]) -> Outcome<String> {
    output_of(
        cargo()
            .arg("clippy")
            .args(args)
            .args(["--quiet", "--", "-D", "warnings"]),
    )
    .map(|_| String::new())
}

/// Where the page's types lie.
const PROTOCOL: &str = "www/src/protocol.gen.ts";

fn declarations() -> Outcome<String> {
    output_of(cargo().args([
        "run",
        "--quiet",
        "--package",
        "maskera",
        "--example",
        "protocol_types",
        "--features",
        "protocol-types",
    ]))
}

/// Writes the page's types.
pub fn write_protocol() -> Outcome<()> {
    Ok(fs::write(root().join(PROTOCOL), declarations()?)?)
}

fn protocol() -> Outcome<String> {
    if fs::read_to_string(root().join(PROTOCOL))? == declarations()? {
        Ok(String::new())
    } else {
        Err("write it again with: cargo xtask gen-protocol".into())
    }
}

fn demonstration() -> Outcome<String> {
    let stale = demo::stale()?;
    if stale.is_empty() {
        Ok(String::new())
    } else {
        Err(format!(
            "{} differ; write them again with: cargo xtask gen-demo",
            stale.join(", ")
        )
        .into())
    }
}

fn typescript() -> Outcome<String> {
    build::install_packages()?;
    let www = root().join("www");
    let name = if cfg!(windows) { "tsc.cmd" } else { "tsc" };
    output_of(
        Command::new(www.join("node_modules/.bin").join(name))
            .current_dir(&www)
            .arg("--noEmit"),
    )
    .map(|_| String::new())
}

/// The page may have as many bytes as wasm-pack.toml says.
fn size() -> Option<Outcome<String>> {
    let bytes = fs::metadata(root().join("dist/maskera.html")).ok()?.len();
    Some(build::budget().and_then(|budget| {
        if bytes <= budget as u64 {
            Ok(format!("{bytes} of {budget} bytes"))
        } else {
            Err(format!("{bytes} bytes, {budget} are allowed").into())
        }
    }))
}
