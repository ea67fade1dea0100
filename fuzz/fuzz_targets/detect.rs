//! All detectors on any text: see `targets/detect.rs`.
#![no_main]

#[path = "../targets/detect.rs"]
mod detect;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| detect::run(bytes));
