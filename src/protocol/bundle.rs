//! Secrets, sealed and opened bundles.

use super::FileView;
use serde::{Deserialize, Serialize};

/// Who can open a bundle.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(default)]
pub struct Secrets {
    /// Passphrases, each opens alone.
    pub passphrases: Vec<String>,
    /// Certificates, PEM or DER.
    pub certificates: Vec<Vec<u8>>,
}

/// How to open a bundle.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum OpenSecret {
    /// Passphrase.
    Passphrase {
        /// Text.
        passphrase: String,
    },
    /// Private key, PEM.
    PrivateKey {
        /// Bytes.
        bytes: Vec<u8>,
    },
    /// None: only form and checksums are checked.
    Nothing,
}

/// A finished bundle.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SealView {
    /// The bundle file.
    pub file: FileView,
    /// The receipt (HTML), also inside the bundle.
    pub receipt: FileView,
    /// Parts.
    pub parts: u32,
    /// Slots: fingerprint and role.
    pub slots: Vec<SlotView>,
}

/// A recipient slot.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct SlotView {
    /// First 8 bytes of the SHA-256 of the RecipientInfo, hex.
    pub fingerprint: String,
    /// `passphrase` or `certificate`.
    pub role: String,
}

/// An opened or checked bundle.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OpenView {
    /// Everything fits.
    pub intact: bool,
    /// Opened with a secret (else only form and checksums were looked at).
    pub opened: bool,
    /// A working file that can be continued.
    pub working_file: bool,
    /// Files inside.
    pub files: Vec<FileView>,
    /// Those of them that are too large to be taken out at once: [`super::Job::Extract`].
    pub inside: Vec<String>,
    /// Damaged entries by name.
    pub damaged: Vec<String>,
    /// Parts.
    pub parts: u32,
}

/// A strength estimate, with the words when they were generated.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct PassphraseView {
    /// Generated text.
    pub text: Option<String>,
    /// Bits of guessing work, rounded down.
    pub bits: u32,
    /// Good enough to be used.
    pub accepted: bool,
    /// Why not better: `strength-<id>` in ui.ftl.
    pub reasons: Vec<String>,
}

/// A certificate that can be used.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CertificateView {
    /// Subject.
    pub subject: String,
    /// Issuer.
    pub issuer: String,
    /// Days, `YYYY-MM-DD`.
    pub valid_from: String,
    /// See `valid_from`.
    pub valid_to: String,
    /// `RSA 3072`, `EC P-256`.
    pub key: String,
    /// SHA-256 of the certificate, hex.
    pub fingerprint: String,
    /// Outside its validity now: use only on purpose.
    pub expired: bool,
}
