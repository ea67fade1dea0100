//! Every importer: what the bytes look like, and the one that the first byte picks: see `targets/load.rs`.
#![no_main]

#[path = "../targets/load.rs"]
mod load;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| load::any(bytes));
