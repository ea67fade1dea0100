//! Archives, encodings and detection from any bytes: see `targets/container.rs`.
#![no_main]

#[path = "../targets/container.rs"]
mod container;
#[path = "../targets/load.rs"]
mod load;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| container::run(bytes));
