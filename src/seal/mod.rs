//! The encrypted bundle: bytes in, one ZIP file of authenticated CMS parts out, and back.
//!
//! Specification: `docs/formats/bundle.md`. Each part is a CMS AuthEnvelopedData (RFC 5083) of at
//! most 16 MiB with AES-256-GCM (RFC 5084); its nonce holds its number and the mark of the last
//! part. Jobs are step machines; with [`Offload::External`] the caller encrypts and decrypts parts
//! elsewhere (WebCrypto), with the same bytes as result.
//!
//! Knows nothing about what the bytes are. Does not sign: whoever has a secret can make a new
//! bundle with it. Does not hide sizes, the number of slots or certificate issuers.

mod bundle;
mod certificate;
mod der;
mod envelope;
mod form_check;
mod gcm;
mod kdf;
mod keys;
mod oid;
mod open_job;
mod passphrase;
mod pem;
mod private_key;
mod readme;
mod seal_job;
mod slots;
mod small;
mod stream;
mod unlock;

pub use certificate::{Certificate, KeyKind, Validity};
pub use form_check::{FormCheckJob, FormReport};
pub use keys::{KeyJob, Keys, Profile};
pub use open_job::{OpenJob, OpenReport, OpenStep};
pub use passphrase::{Passphrase, Strength, Weakness, strength};
pub use private_key::PrivateKey;
pub use seal_job::{Recipient, SealJob, SealReport, SealStep};
pub use slots::{SlotKind, SlotLabel};
pub use small::{Envelope, EnvelopeJob};
pub use stream::{Stream, Window};
pub use unlock::Secret;

use zeroize::{Zeroize, ZeroizeOnDrop};

/// Who encrypts and decrypts the parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offload {
    /// The job itself.
    Inline,
    /// The caller, who gets each part as [`CryptoPart`] and supplies the result.
    External,
}

/// A part for the caller to encrypt or decrypt with AES-256-GCM, tag of 16 bytes behind the
/// ciphertext. Key and data are wiped when it is dropped.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct CryptoPart {
    /// Number of the part, from 1: the name under which the result is supplied.
    pub index: u32,
    /// The content key.
    pub key: [u8; 32],
    /// The nonce.
    pub nonce: [u8; 12],
    /// Plaintext to encrypt, or ciphertext with tag to decrypt.
    pub data: Vec<u8>,
}
