//! PBKDF2-HMAC-SHA256 (RFC 8018 §5.2) for 32-byte keys, in steps: one derivation of 600,000
//! iterations takes a tenth to half a second, longer than one step of a job may.

use crate::job::Budget;
use sha2::{Digest, Sha256, block_api::compress256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Initial state of SHA-256 (FIPS 180-4 §5.3.3).
const INITIAL: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];
/// Iterations between two looks at the clock.
const ROUND: u32 = 512;

/// A derivation under way. Keeps the two HMAC states that depend on the passphrase only.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Derivation {
    inner: [u32; 8],
    outer: [u32; 8],
    last: [u32; 8],
    sum: [u32; 8],
    done: u32,
    iterations: u32,
}

fn block_of(bytes: &[u8], xor: u8) -> [u8; 64] {
    let mut block = [xor; 64];
    for (to, from) in block.iter_mut().zip(bytes) {
        *to ^= from;
    }
    block
}

/// One HMAC over at most 32 bytes of message, from the two prepared states. The message block
/// already holds padding and length.
fn hmac(inner: &[u32; 8], outer: &[u32; 8], message: &[u8; 64]) -> [u32; 8] {
    let mut state = *inner;
    compress256(&mut state, std::slice::from_ref(message));
    let second = padded(&bytes_of(&state));
    state = *outer;
    compress256(&mut state, std::slice::from_ref(&second));
    state
}

/// The second and last block of a hash whose first block was the HMAC key.
fn padded(message: &[u8]) -> [u8; 64] {
    let mut block = block_of(message, 0);
    if let Some(end) = block.get_mut(message.len()) {
        *end = 0x80;
    }
    let bits = (64 + message.len() as u64) * 8;
    for (to, from) in block.iter_mut().skip(56).zip(bits.to_be_bytes()) {
        *to = from;
    }
    block
}

fn bytes_of(state: &[u32; 8]) -> [u8; 32] {
    let mut out = [0; 32];
    for (to, word) in out.chunks_exact_mut(4).zip(state) {
        to.copy_from_slice(&word.to_be_bytes());
    }
    out
}

impl Derivation {
    /// Starts a derivation.
    pub fn new(passphrase: &[u8], salt: &[u8; 16], iterations: u32) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        let bytes = if passphrase.len() > 64 {
            key.copy_from_slice(&Sha256::digest(passphrase));
            key.as_slice()
        } else {
            passphrase
        };
        let (mut inner, mut outer) = (INITIAL, INITIAL);
        for (state, xor) in [(&mut inner, 0x36), (&mut outer, 0x5c)] {
            let block = Zeroizing::new(block_of(bytes, xor));
            compress256(state, std::slice::from_ref(&*block));
        }
        let mut first = [0; 20];
        for (to, from) in first.iter_mut().zip(salt.iter().chain(&[0, 0, 0, 1])) {
            *to = *from;
        }
        let last = hmac(&inner, &outer, &padded(&first));
        Derivation {
            inner,
            outer,
            last,
            sum: last,
            done: 1,
            iterations,
        }
    }

    /// Iterations done so far.
    pub fn done(&self) -> u32 {
        self.done
    }

    /// Works until the budget is spent; the key when it is derived.
    pub fn step(&mut self, budget: &mut Budget<'_>) -> Option<Zeroizing<[u8; 32]>> {
        while self.done < self.iterations {
            for _ in 0..ROUND.min(self.iterations - self.done) {
                let message = padded(&bytes_of(&self.last));
                self.last = hmac(&self.inner, &self.outer, &message);
                for (sum, word) in self.sum.iter_mut().zip(self.last) {
                    *sum ^= word;
                }
                self.done += 1;
            }
            if budget.spent_now() {
                break;
            }
        }
        (self.done >= self.iterations).then(|| Zeroizing::new(bytes_of(&self.sum)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::fixed;

    fn derive(passphrase: &[u8], salt: &[u8; 16], iterations: u32) -> ([u8; 32], u32) {
        let ctx = fixed::ctx(0, 1);
        let mut derivation = Derivation::new(passphrase, salt, iterations);
        let mut steps = 0;
        loop {
            steps += 1;
            if let Some(key) = derivation.step(&mut ctx.budget()) {
                return (*key, steps);
            }
        }
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|b| format!("{b:02x}")).collect()
    }

    // Expected values: Python's hashlib.pbkdf2_hmac.
    #[test]
    fn agrees_with_an_independent_implementation() {
        assert_eq!(
            hex(&derive(b"password", b"saltsaltsaltsalt", 1).0),
            EXPECTED[0]
        );
        assert_eq!(
            hex(&derive(b"password", b"saltsaltsaltsalt", 4096).0),
            EXPECTED[1]
        );
        assert_eq!(
            hex(&derive(&[b'x'; 100], b"0123456789abcdef", 1000).0),
            EXPECTED[2]
        );
        assert_eq!(
            hex(&derive(&[b'y'; 64], b"0123456789abcdef", 513).0),
            EXPECTED[3]
        );
    }

    #[test]
    fn comes_back_between_rounds() {
        assert!(derive(b"password", b"saltsaltsaltsalt", 100_000).1 > 1);
    }

    const EXPECTED: [&str; 4] = [
        "b13d6697e99cd6d1745da097ee03e4be501341e76fe9161a788de3d4cd0be219",
        "16e35b12b41f465ca64d069578d750059775ccad5df3ad53d6b204acb122d1ee",
        "15d47c0768c0818b8f6d0160b7a5f0f697256000890573df3df8a6de1060fe51",
        "2963dc3f604d5086a74fc83a4a752f5045161718ae2dda2d2da250983a89f468",
    ];
}
