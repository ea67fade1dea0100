//! An SMS Backup & Restore file from any bytes: see `targets/load.rs`.
#![no_main]

#[path = "../targets/load.rs"]
mod load;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| load::any(bytes));
