//! The key bag of an encrypted backup: keys of protection classes, wrapped with a key that the
//! backup's password gives. Blocks of four letters, a length in four bytes and content; the form is
//! known from the public descriptions of iphone-dataprotection and iphone_backup_decrypt.
//!
//! The password goes through PBKDF2-HMAC-SHA256 (`DPSL`, `DPIC`; since iOS 10.2) and then
//! PBKDF2-HMAC-SHA1 (`SALT`, `ITER`). Class keys are unwrapped with it (RFC 3394): a wrong password
//! fails there. Millions of iterations: derived in steps.

use crate::{job::Budget, limits};
use aes_kw::KwAes256;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::Sha256;
use std::collections::BTreeMap;
use zeroize::{Zeroize, Zeroizing};

/// A key that is wiped when it is dropped.
pub type Key = Zeroizing<[u8; 32]>;

/// Iterations between two looks at the clock.
const ROUND: u32 = 1_000;
/// `WRAP`: by the password.
const BY_PASSWORD: u32 = 2;

/// The wrapped keys.
#[derive(Debug, Default)]
pub struct KeyBag {
    salt: Vec<u8>,
    iterations: u32,
    first_salt: Vec<u8>,
    first_iterations: u32,
    classes: Vec<Class>,
}

#[derive(Debug, Default)]
struct Class {
    number: u32,
    wrap: u32,
    wrapped: Vec<u8>,
}

impl KeyBag {
    /// Reads a key bag. `None` where it is damaged or demands more work than
    /// [`limits::BACKUP_ITERATIONS`].
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut bag = Self::default();
        let mut rest = bytes;
        let mut identifiers = 0;
        while let Some((tag, behind)) = rest.split_at_checked(4) {
            let Some((len, behind)) = behind.split_at_checked(4) else {
                break;
            };
            let len = u32::from_be_bytes(len.try_into().ok()?) as usize;
            let content = behind.get(..len)?;
            rest = behind.get(len..)?;
            let number = content.try_into().map(u32::from_be_bytes);
            match tag {
                b"UUID" => {
                    identifiers += 1;
                    if identifiers > 1 {
                        bag.classes.push(Class::default());
                    }
                }
                b"SALT" => bag.salt = content.to_vec(),
                b"ITER" => bag.iterations = number.ok()?,
                b"DPSL" => bag.first_salt = content.to_vec(),
                b"DPIC" => bag.first_iterations = number.ok()?,
                _ => {
                    if let Some(class) = bag.classes.last_mut() {
                        match tag {
                            b"CLAS" => class.number = number.ok()?,
                            b"WRAP" => class.wrap = number.ok()?,
                            b"WPKY" => class.wrapped = content.to_vec(),
                            _ => {}
                        }
                    }
                }
            }
        }
        let work = bag.first_iterations.max(bag.iterations);
        (bag.iterations > 0 && work <= limits::BACKUP_ITERATIONS && !bag.classes.is_empty())
            .then_some(bag)
    }

    /// Starts deriving the key that the password gives.
    pub fn derive(&self, password: &str) -> Derivation {
        if self.first_iterations > 0 && !self.first_salt.is_empty() {
            Derivation::First(Pbkdf2::new(
                password.as_bytes(),
                &self.first_salt,
                self.first_iterations,
            ))
        } else {
            Derivation::Second(self.second(password.as_bytes()))
        }
    }

    fn second(&self, secret: &[u8]) -> Pbkdf2<Hmac<Sha1>> {
        Pbkdf2::new(secret, &self.salt, self.iterations)
    }

    /// Works on a derivation; the key when it is there.
    pub fn step(&self, derivation: &mut Derivation, budget: &mut Budget<'_>) -> Option<Key> {
        loop {
            match derivation {
                Derivation::First(first) => {
                    let secret = first.step(budget)?;
                    *derivation = Derivation::Second(self.second(secret.as_slice()));
                }
                Derivation::Second(second) => return second.step(budget),
            }
        }
    }

    /// The keys of the classes; `None` when the password is another one.
    pub fn unwrap(&self, key: &Key) -> Option<ClassKeys> {
        let mut keys = BTreeMap::new();
        for class in &self.classes {
            if class.wrap & BY_PASSWORD == 0 || class.wrapped.len() != 40 {
                continue;
            }
            keys.insert(class.number, unwrapped(key, &class.wrapped)?);
        }
        (!keys.is_empty()).then_some(ClassKeys(keys))
    }
}

/// The keys of the protection classes.
pub struct ClassKeys(BTreeMap<u32, Key>);

impl ClassKeys {
    /// The key of a file, wrapped with the key of its class.
    pub fn file_key(&self, class: u32, wrapped: &[u8]) -> Option<Key> {
        unwrapped(self.0.get(&class)?, wrapped)
    }
}

fn unwrapped(key: &Key, wrapped: &[u8]) -> Option<Key> {
    let mut out = Zeroizing::new([0; 32]);
    if wrapped.len() != 40 {
        return None;
    }
    KwAes256::new((&**key).into())
        .unwrap_key(wrapped, out.as_mut_slice())
        .ok()?;
    Some(out)
}

/// A derivation under way.
pub enum Derivation {
    /// With SHA-256.
    First(Pbkdf2<Hmac<Sha256>>),
    /// With SHA-1.
    Second(Pbkdf2<Hmac<Sha1>>),
}

/// PBKDF2 (RFC 8018 §5.2) for 32 bytes, in steps.
pub struct Pbkdf2<M> {
    mac: M,
    /// Last value and sum of each block of the result.
    blocks: Vec<(Vec<u8>, Vec<u8>)>,
    done: u32,
    iterations: u32,
}

impl<M> Drop for Pbkdf2<M> {
    fn drop(&mut self) {
        for (last, sum) in &mut self.blocks {
            last.zeroize();
            sum.zeroize();
        }
    }
}

impl<M: Mac + KeyInit + Clone> Pbkdf2<M> {
    fn new(secret: &[u8], salt: &[u8], iterations: u32) -> Self {
        let mac = <M as KeyInit>::new_from_slice(secret);
        let mac = mac.unwrap_or_else(|_| <M as KeyInit>::new(&Default::default()));
        let first = |block: u32| {
            let mut first = mac.clone();
            first.update(salt);
            first.update(&block.to_be_bytes());
            let value = first.finalize().into_bytes().to_vec();
            (value.clone(), value)
        };
        let count = 32u32.div_ceil(M::output_size().max(1) as u32);
        Self {
            blocks: (1..=count).map(first).collect(),
            mac,
            done: 1,
            iterations,
        }
    }

    fn step(&mut self, budget: &mut Budget<'_>) -> Option<Key> {
        while self.done < self.iterations {
            let round = ROUND.min(self.iterations - self.done);
            for (last, sum) in &mut self.blocks {
                for _ in 0..round {
                    let mut mac = self.mac.clone();
                    mac.update(last);
                    let value = mac.finalize().into_bytes();
                    last.copy_from_slice(&value);
                    for (to, from) in sum.iter_mut().zip(value) {
                        *to ^= from;
                    }
                }
            }
            self.done += round;
            if budget.spent_now() {
                break;
            }
        }
        if self.done < self.iterations {
            return None;
        }
        let mut key = Zeroizing::new([0; 32]);
        let bytes = self.blocks.iter().flat_map(|(_, sum)| sum);
        for (to, from) in key.iter_mut().zip(bytes) {
            *to = *from;
        }
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::fixed;

    fn derive<M: Mac + KeyInit + Clone>(salt: &[u8], iterations: u32) -> String {
        let ctx = fixed::ctx(0, 1);
        let mut derivation = Pbkdf2::<M>::new(b"password", salt, iterations);
        loop {
            if let Some(key) = derivation.step(&mut ctx.budget()) {
                return key.iter().map(|byte| format!("{byte:02x}")).collect();
            }
        }
    }

    // Expected values: Python's hashlib.pbkdf2_hmac.
    #[test]
    fn both_functions() {
        assert_eq!(
            derive::<Hmac<Sha1>>(b"salt", 4096),
            "4b007901b765489abead49d926f721d065a429c12e463f6c4cd79401085b03db"
        );
        assert_eq!(
            derive::<Hmac<Sha256>>(b"salt", 4096),
            "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a"
        );
    }
}
