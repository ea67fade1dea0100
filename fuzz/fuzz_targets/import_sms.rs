//! See `targets::load`.
#![no_main]

#[path = "../targets/mod.rs"]
#[allow(dead_code)]
mod targets;

use targets::load;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| load::load(bytes, Some("sms-backup-restore")));
