//! Builds, tests and measures Maskera: `cargo xtask <command>`.
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)
)]
// Tasks read files, look at the clock and start programs; the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]

mod arch;
mod bench;
mod bindgen;
mod build;
mod check;
mod command;
mod demo;
mod eval;
mod gzip;
mod licences;
mod locales;
mod names;
mod pack;
mod screenshot;
mod setup;
mod tally;
mod test;
mod workspace;

use clap::{Parser, Subcommand};
use std::{
    error::Error,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Result of a task; the message is for the person at the terminal.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

#[derive(Parser)]
#[command(bin_name = "cargo xtask", version, about, max_term_width = 100)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the page: dist/maskera.html
    Build(build::Args),
    /// Build everything and take made-up messages through the whole job
    Demo(demo::Args),
    /// Check what can be checked without running: form, lints, walls, licences, texts, types, size
    Check,
    /// Check that modules use each other as the table in ARCHITECTURE.md allows
    CheckArch,
    /// Run everything: check, native and wasm tests, the whole job in three browser engines
    Test(test::Args),
    /// Measure against what the same work costs at least: ratios with their raw numbers
    Bench(bench::Args),
    /// Count what detection finds, misses and flags for nothing on texts with expected findings
    Eval(eval::Args),
    /// Train the name tagger and build the name lists from the data beside the project
    TrainNames(names::Args),
    /// Draw docs/review.png, the picture in README.md, from the built page
    Screenshot,
    /// Write www/src/protocol.gen.ts, the page's types of what the engine says
    GenProtocol,
    /// Write the made-up export of the demonstration and its list of planted values
    GenDemo,
}

/// The folder that holds the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map_or_else(PathBuf::new, Path::to_path_buf)
}

fn main() -> ExitCode {
    let outcome = match Args::parse().command {
        Command::Build(args) => build::run(&args),
        Command::Demo(args) => demo::run(&args),
        Command::Check => check::run(),
        Command::CheckArch => arch::check().map(|note| println!("{note}")),
        Command::Test(args) => test::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::TrainNames(args) => names::train(&args),
        Command::Screenshot => screenshot::run(),
        Command::GenProtocol => check::write_protocol(),
        Command::GenDemo => demo::write_export(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
