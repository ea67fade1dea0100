//! AES-256-GCM (NIST SP 800-38D) with 12-byte nonces and 16-byte tags, cut into slices: a part of
//! 16 MiB takes a third of a second in wasm, longer than one step of a job may. Made of the same
//! crates as `aes-gcm`, which is the oracle of the tests.

use aes::{
    Aes256,
    cipher::{BlockCipherEncrypt, KeyInit, KeyIvInit, StreamCipher},
};
use ctr::Ctr32BE;
use ghash::{GHash, universal_hash::UniversalHash};

/// Bytes of the tag.
pub const TAG: usize = 16;
/// Bytes of the nonce.
pub const NONCE: usize = 12;

/// One message being encrypted or decrypted. Decrypted bytes are not authentic before
/// [`Gcm::tag`] was compared.
pub struct Gcm {
    stream: Ctr32BE<Aes256>,
    hash: GHash,
    mask: [u8; TAG],
    bytes: u64,
}

fn counter(nonce: &[u8; NONCE], count: u32) -> [u8; 16] {
    let mut block = [0; 16];
    let bytes = nonce.iter().copied().chain(count.to_be_bytes());
    for (to, from) in block.iter_mut().zip(bytes) {
        *to = from;
    }
    block
}

impl Gcm {
    /// Starts a message.
    pub fn new(key: &[u8; 32], nonce: &[u8; NONCE]) -> Self {
        let cipher = Aes256::new(key.into());
        let mut hash_key = ghash::Key::default();
        cipher.encrypt_block(&mut hash_key);
        let mut mask = counter(nonce, 1).into();
        cipher.encrypt_block(&mut mask);
        Gcm {
            stream: Ctr32BE::new(key.into(), &counter(nonce, 2).into()),
            hash: GHash::new(&hash_key),
            mask: mask.into(),
            bytes: 0,
        }
    }

    /// Encrypts the next slice in place. Every slice but the last has a multiple of 16 bytes.
    pub fn encrypt(&mut self, slice: &mut [u8]) {
        self.stream.apply_keystream(slice);
        self.absorb(slice);
    }

    /// Decrypts the next slice in place. Every slice but the last has a multiple of 16 bytes.
    pub fn decrypt(&mut self, slice: &mut [u8]) {
        self.absorb(slice);
        self.stream.apply_keystream(slice);
    }

    fn absorb(&mut self, ciphertext: &[u8]) {
        debug_assert_eq!(self.bytes % 16, 0);
        self.hash.update_padded(ciphertext);
        self.bytes += ciphertext.len() as u64;
    }

    /// The tag of the whole message.
    pub fn tag(mut self) -> [u8; TAG] {
        let mut lengths = [0; 16];
        for (to, from) in lengths
            .iter_mut()
            .skip(8)
            .zip((self.bytes * 8).to_be_bytes())
        {
            *to = from;
        }
        self.hash.update(&[lengths.into()]);
        let mut tag: [u8; TAG] = self.hash.finalize().into();
        for (to, from) in tag.iter_mut().zip(self.mask) {
            *to ^= from;
        }
        tag
    }
}

/// Compares tags without telling by its time where they differ.
pub fn same_tag(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use aes_gcm::{Aes256Gcm, aead::Aead};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_the_aes_gcm_crate(
            key in any::<[u8; 32]>(),
            nonce in any::<[u8; 12]>(),
            plain in proptest::collection::vec(any::<u8>(), 0..400),
            slice in 1_usize..8,
        ) {
            let oracle = <Aes256Gcm as aes_gcm::KeyInit>::new(&key.into());
            let expected = oracle.encrypt(&nonce.into(), plain.as_slice()).unwrap();
            let mut ours = plain.clone();
            let mut gcm = Gcm::new(&key, &nonce);
            for slice in ours.chunks_mut(slice * 16) {
                gcm.encrypt(slice);
            }
            ours.extend_from_slice(&gcm.tag());
            prop_assert_eq!(&ours, &expected);
            let (body, tag) = ours.split_at_mut(plain.len());
            let mut gcm = Gcm::new(&key, &nonce);
            for slice in body.chunks_mut(slice * 16) {
                gcm.decrypt(slice);
            }
            prop_assert!(same_tag(&gcm.tag(), tag));
            prop_assert_eq!(&*body, &plain);
        }
    }
}
