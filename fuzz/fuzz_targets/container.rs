//! See `targets::container`.
#![no_main]

#[path = "../targets/mod.rs"]
#[allow(dead_code)]
mod targets;

use targets::container;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| container::run(bytes));
