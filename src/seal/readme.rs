//! README.txt and open.py of a bundle: how to open it when this tool is gone.

use super::{keys::Keys, slots::SlotKind};

/// The Python opener, the same in every bundle.
pub const OPENER: &str = include_str!("open.py");
const TEXT: &str = include_str!("readme.txt");

/// README.txt. Names no person, no case and no time.
pub fn text(parts: u32, plain_bytes: u64, keys: &Keys) -> String {
    let mut slots = String::new();
    for (number, label) in keys.labels().iter().enumerate() {
        let kind = match label.kind {
            SlotKind::Passphrase => "passphrase / adgangss\u{e6}tning / l\u{f6}senfras",
            SlotKind::CertificateRsa => "certificate / certifikat (RSA)",
            SlotKind::CertificateEc => "certificate / certifikat (EC)",
        };
        slots.push_str(&format!(
            "  {}  {}  {kind}\n",
            number + 1,
            label.fingerprint
        ));
    }
    let iterations = match keys.passphrases() {
        0 => "-".to_owned(),
        _ => keys.profile.iterations.to_string(),
    };
    TEXT.replace("{parts}", &parts.to_string())
        .replace("{bytes}", &plain_bytes.to_string())
        .replace("{iterations}", &iterations)
        .replace("{slots}", slots.trim_end())
}
