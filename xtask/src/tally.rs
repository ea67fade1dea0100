//! Counts what passed and what failed, and prints it: one line each, one summary at the end.

use crate::Outcome;
use std::{error::Error, time::Instant};

/// The account of a run.
#[derive(Default)]
pub struct Tally {
    passed: u64,
    failed: u64,
    failures: Vec<String>,
}

impl Tally {
    /// Begins a group.
    pub fn section(&self, name: &str) {
        println!("\n== {name}");
    }

    /// Runs one check.
    pub fn check(&mut self, name: &str, check: impl FnOnce() -> Outcome<String>) {
        let start = Instant::now();
        match check() {
            Ok(note) => {
                self.passed += 1;
                let note = if note.is_empty() {
                    note
                } else {
                    format!(": {note}")
                };
                println!(
                    "ok      {name}{note} ({:.1} s)",
                    start.elapsed().as_secs_f64()
                );
            }
            Err(error) => self.fail(name, &*error),
        }
    }

    /// Counts a failure.
    pub fn fail(&mut self, name: &str, error: &dyn Error) {
        self.failed += 1;
        self.failures.push(name.to_owned());
        println!("FAILED  {name}");
        for line in error.to_string().lines() {
            println!("        {line}");
        }
    }

    /// Says what could not be checked here. Counts as neither.
    pub fn unchecked(&self, name: &str, reason: &str) {
        println!("UNCHECKED {name}: {reason}");
    }

    /// Adds what another runner counted.
    pub fn add(&mut self, name: &str, passed: u64, failed: u64) {
        self.passed += passed;
        self.failed += failed;
        if failed > 0 {
            self.failures.push(format!("{name} ({failed})"));
        }
    }

    /// Prints the summary; an error when something failed.
    pub fn finish(&self) -> Outcome<()> {
        if !self.failures.is_empty() {
            println!("\nFailed: {}", self.failures.join("; "));
        }
        println!("\n{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 {
            Ok(())
        } else {
            Err("some checks failed".into())
        }
    }
}
