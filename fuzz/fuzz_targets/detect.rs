//! See `targets::detect`.
#![no_main]

#[path = "../targets/mod.rs"]
#[allow(dead_code)]
mod targets;

use targets::detect;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| detect::run(bytes));
