//! What each fuzz target does with its bytes. Shared by the fuzzer's binaries (`fuzz_targets/`) and
//! by `tests/fuzz_bounded.rs`, which runs them over mutated fixtures wherever the tests run.

pub mod container;
pub mod detect;
pub mod load;
pub mod seal_open;

/// A target: any bytes, no panic.
pub type Target = fn(&[u8]);

/// All targets by name.
pub const TARGETS: &[(&str, Target)] = &[
    ("import_sms", |bytes| {
        load::load(bytes, Some("sms-backup-restore"))
    }),
    ("import_whatsapp", |bytes| {
        load::load(bytes, Some("whatsapp-txt"))
    }),
    ("import_any", load::any),
    ("container", container::run),
    ("detect", detect::run),
    ("seal_open", seal_open::run),
];
