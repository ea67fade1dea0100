//! Builds, tests and measures Maskera: `cargo xtask <command>`.
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)
)]

mod bindgen;
mod build;
mod demo;
mod pack;
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
        Command::GenDemo => demo::write_export(&root()).map_err(Into::into),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
