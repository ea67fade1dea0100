//! An SMS Backup & Restore file from any bytes.
#![no_main]

mod load;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| load::load(bytes, Some("sms-backup-restore")));
