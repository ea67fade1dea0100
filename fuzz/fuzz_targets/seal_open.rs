//! Any bytes as a bundle, a part, a key file: see `targets/seal_open.rs`.
#![no_main]

#[path = "../targets/seal_open.rs"]
mod seal_open;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| seal_open::run(bytes));
