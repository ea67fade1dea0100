//! See `targets::seal_open`.
#![no_main]

#[path = "../targets/mod.rs"]
#[allow(dead_code)]
mod targets;

use targets::seal_open;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| seal_open::run(bytes));
