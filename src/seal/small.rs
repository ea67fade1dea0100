//! Small sealed pieces, for the journal of an unfinished case: each is one part of the bundle's
//! form with one passphrase slot, so that openssl opens it too. The key derivation is done once;
//! content key, nonce and wrap are fresh for every piece. Pieces say nothing about each other's
//! order: who writes a journal numbers its entries inside.

use super::{
    envelope::{self, TAIL},
    gcm::{Gcm, TAG, same_tag},
    kdf::Derivation,
    passphrase::Passphrase,
    slots::{self, Key, PasswordPlan, Slot},
};
use crate::{
    error::{Code, Error, Result},
    job::{Ctx, Phase, Progress, Step},
    limits,
};
use zeroize::Zeroizing;

/// A passphrase's key with the salt it was derived with.
pub struct Envelope {
    kek: Key,
    salt: [u8; 16],
    iterations: u32,
}

/// Derives the key of an [`Envelope`], in steps.
pub struct EnvelopeJob {
    derivation: Derivation,
    salt: [u8; 16],
    iterations: u32,
}

impl EnvelopeJob {
    /// For new pieces: a new salt.
    pub fn create(passphrase: &Passphrase, ctx: &mut Ctx) -> Self {
        EnvelopeJob::start(passphrase, ctx.random(), limits::PBKDF2_ITERATIONS)
    }

    /// For pieces that exist: the salt of this one.
    ///
    /// # Errors
    /// [`Code::ForbiddenForm`], [`Code::BadIterations`].
    pub fn reopen(passphrase: &Passphrase, piece: &[u8]) -> Result<Self> {
        let read = Piece::read(piece)?;
        for slot in &read.slots {
            if let Slot::Password(slot) = &slot.slot {
                return Ok(EnvelopeJob::start(passphrase, slot.salt, slot.iterations));
            }
        }
        Err(Error::new(Code::WrongSecret))
    }

    fn start(passphrase: &Passphrase, salt: [u8; 16], iterations: u32) -> Self {
        EnvelopeJob {
            derivation: Derivation::new(passphrase.bytes(), &salt, iterations),
            salt,
            iterations,
        }
    }

    /// Works until the budget is spent.
    pub fn step(&mut self, ctx: &Ctx) -> Step<Envelope> {
        match self.derivation.step(&mut ctx.budget()) {
            Some(kek) => Step::Done(Envelope {
                kek,
                salt: self.salt,
                iterations: self.iterations,
            }),
            None => Step::Working(Progress {
                phase: Phase::Deriving,
                done: u64::from(self.derivation.done()),
                total: u64::from(self.iterations),
                records: 0,
            }),
        }
    }
}

struct Piece<'a> {
    head: envelope::Head,
    slots: Vec<slots::Labelled>,
    ciphertext: &'a [u8],
    mac: [u8; TAG],
}

impl<'a> Piece<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self> {
        let start = bytes.get(..limits::PART_HEAD_BYTES).unwrap_or(bytes);
        let head = envelope::read_head(start, bytes.len() as u64)?;
        let end = head.length + head.content;
        let ciphertext = bytes.get(head.length..end).unwrap_or_default();
        let mac = envelope::read_tail(bytes.get(end..end + TAIL).unwrap_or_default())?;
        let slots = slots::read(&head.recipients)?;
        Ok(Piece {
            head,
            slots,
            ciphertext,
            mac,
        })
    }
}

impl Envelope {
    /// Seals a piece of at most [`limits::PART_BYTES`].
    ///
    /// # Errors
    /// [`Code::LimitExceeded`].
    pub fn seal(&self, ctx: &mut Ctx, bytes: &[u8]) -> Result<Vec<u8>> {
        if bytes.len() > limits::PART_BYTES {
            return Err(Error::limit(
                "PART_BYTES",
                bytes.len() as u64,
                limits::PART_BYTES as u64,
            ));
        }
        let key: Key = Zeroizing::new(ctx.random());
        let nonce = envelope::nonce(&ctx.random(), 1, true);
        let plan = PasswordPlan {
            salt: self.salt,
            ..PasswordPlan::new(self.iterations, ctx)
        };
        let slot = slots::write_password(&self.kek, &plan, &key);
        let mut out = envelope::head(&slots::set_of(vec![slot]), &nonce, bytes.len());
        let start = out.len();
        out.extend_from_slice(bytes);
        let mut gcm = Gcm::new(&key, &nonce);
        gcm.encrypt(out.get_mut(start..).unwrap_or_default());
        out.extend_from_slice(&envelope::tail(&gcm.tag()));
        Ok(out)
    }

    /// Opens a piece that was sealed with the same passphrase and salt.
    ///
    /// # Errors
    /// [`Code::WrongSecret`] when passphrase or salt differ, [`Code::PartDamaged`],
    /// [`Code::ForbiddenForm`].
    pub fn open(&self, piece: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let piece = Piece::read(piece)?;
        let key = piece
            .slots
            .iter()
            .find_map(|slot| match &slot.slot {
                Slot::Password(slot)
                    if slot.salt == self.salt && slot.iterations == self.iterations =>
                {
                    slot.unwrap(&self.kek)
                }
                _ => None,
            })
            .ok_or_else(|| Error::new(Code::WrongSecret))?;
        let mut plain = Zeroizing::new(piece.ciphertext.to_vec());
        let mut gcm = Gcm::new(&key, &piece.head.nonce);
        gcm.decrypt(&mut plain);
        if same_tag(&gcm.tag(), &piece.mac) {
            Ok(plain)
        } else {
            Err(super::bundle::damaged(1))
        }
    }
}
