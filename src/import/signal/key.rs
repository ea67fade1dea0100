//! The keys of a backup folder, from the recovery key of 64 letters and digits that the app shows.
//!
//! Written from public descriptions: HKDF-SHA256 (RFC 5869) without salt, under labels that name
//! what each key is for. `metadata` holds the backup's id, encrypted with AES-256 in counter mode
//! under a key of its own; the id and the backup key give the keys of `main`.

use super::wire::{Fields, Wire};
use aes::{
    Aes256,
    cipher::{BlockCipherEncrypt, KeyInit},
};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

const BACKUP_KEY: &[u8] = b"20240801_SIGNAL_BACKUP_KEY";
const METADATA_KEY: &[u8] = b"20241011_SIGNAL_LOCAL_BACKUP_METADATA_KEY";
const MESSAGE_KEY: &[u8] = b"20241007_SIGNAL_BACKUP_ENCRYPT_MESSAGE_BACKUP:";

/// Letters of a recovery key.
const KEY_LETTERS: usize = 64;
/// Highest version of `metadata` that is known.
const VERSION: u64 = 1;

/// Keys of `main`.
pub struct Keys {
    /// Tells whether it is whole.
    pub mac: Zeroizing<[u8; 32]>,
    /// Opens it.
    pub cipher: Zeroizing<[u8; 32]>,
}

/// What `metadata` holds.
#[derive(Debug, PartialEq, Eq)]
pub struct Metadata {
    start: [u8; 12],
    id: [u8; 16],
    /// Of the folder's form.
    pub version: u64,
}

impl Metadata {
    /// Reads `metadata`: nothing but a version and the encrypted id.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (mut version, mut inner) = (0, None);
        for field in Fields::new(bytes) {
            match field.ok()? {
                (1, Wire::Varint(number)) => version = number,
                (2, Wire::Bytes(bytes)) => inner = Some(bytes),
                _ => return None,
            }
        }
        let (mut start, mut id) = (None, None);
        for field in Fields::new(inner?) {
            match field.ok()? {
                (1, Wire::Bytes(bytes)) => start = bytes.try_into().ok(),
                (2, Wire::Bytes(bytes)) => id = bytes.try_into().ok(),
                _ => return None,
            }
        }
        Some(Self {
            start: start?,
            id: id?,
            version,
        })
    }

    /// Whether a later version of the app wrote it in another form.
    pub fn is_newer(&self) -> bool {
        self.version > VERSION
    }

    /// The keys that a recovery key gives; `None` where it is none.
    pub fn keys(&self, recovery_key: &str) -> Option<Keys> {
        let secret = letters(recovery_key)?;
        let backup_key = expand::<32>(secret.as_bytes(), &[BACKUP_KEY])?;
        let metadata_key = expand::<32>(&*backup_key, &[METADATA_KEY])?;
        // one block of counter mode: nonce, then the counter at 0
        let mut block = [0; 16];
        for (to, from) in block.iter_mut().zip(self.start) {
            *to = from;
        }
        Aes256::new((&*metadata_key).into()).encrypt_block((&mut block).into());
        for (to, from) in block.iter_mut().zip(self.id) {
            *to ^= from;
        }
        let both = expand::<64>(&*backup_key, &[MESSAGE_KEY, &block])?;
        let (mac, cipher) = both.split_at(32);
        Some(Keys {
            mac: Zeroizing::new(mac.try_into().ok()?),
            cipher: Zeroizing::new(cipher.try_into().ok()?),
        })
    }
}

fn expand<const N: usize>(secret: &[u8], label: &[&[u8]]) -> Option<Zeroizing<[u8; N]>> {
    let mut out = Zeroizing::new([0; N]);
    let derived = Hkdf::<Sha256>::new(None, secret);
    derived.expand_multi_info(label, out.as_mut_slice()).ok()?;
    Some(out)
}

/// A recovery key without the spaces in which it is shown. The app shows `#` for `o` and `=` for
/// `0`, which are easily mixed up.
fn letters(text: &str) -> Option<Zeroizing<String>> {
    let mut out = Zeroizing::new(String::with_capacity(KEY_LETTERS));
    for c in text.chars() {
        match c {
            '#' => out.push('o'),
            '=' => out.push('0'),
            'a'..='z' | '0'..='9' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            _ if c.is_whitespace() || c == '-' => {}
            _ => return None,
        }
        if out.len() > KEY_LETTERS {
            return None;
        }
    }
    (out.len() == KEY_LETTERS).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    const SECRET: &str = "maskera0maskera1maskera2maskera3maskera4maskera5maskera6maskera7";

    fn metadata() -> Metadata {
        Metadata {
            start: *b"nonce-nonce-",
            id: *b"encrypted-id-16-",
            version: 1,
        }
    }

    // Expected values: Python's hmac, hashlib and cryptography (tests/oracle/signal_make.py keys).
    #[test]
    fn the_keys_of_a_recovery_key() {
        let keys = metadata().keys(SECRET).unwrap();
        assert_eq!(hex(&*keys.mac), MAC);
        assert_eq!(hex(&*keys.cipher), CIPHER);
        // as the app shows it
        let shown = SECRET.to_uppercase().replace('0', "=");
        let spaced: Vec<String> = shown
            .as_bytes()
            .chunks(4)
            .map(|four| String::from_utf8(four.to_vec()).unwrap())
            .collect();
        let again = metadata().keys(&spaced.join(" ")).unwrap();
        assert_eq!(again.mac, keys.mac);
        assert!(metadata().keys(&SECRET[1..]).is_none());
        assert!(metadata().keys(&format!("{SECRET}a")).is_none());
    }

    const MAC: &str = "c3feb8da366201de63d241aca772243421e4059d439b2ea7ffb9ee45e65cbb80";
    const CIPHER: &str = "6bf96ebc8769630641818f5f1dd1b1508617b368eda6042783ccff5d13be5050";

    #[test]
    fn metadata_is_exactly_that() {
        let mut bytes = b"\x08\x01\x12\x20\x0a\x0cnonce-nonce-\x12\x10encrypted-id-16-".to_vec();
        assert_eq!(Metadata::read(&bytes), Some(metadata()));
        bytes.push(0);
        assert_eq!(Metadata::read(&bytes), None);
        assert_eq!(Metadata::read(b""), None);
    }
}
