//! Finding the content key: the secret is tried on one slot after the other.

use super::{
    kdf::Derivation,
    passphrase::Passphrase,
    private_key::PrivateKey,
    slots::{self, Key, Labelled, PasswordSlot, Slot, SlotLabel},
};
use crate::job::{Ctx, Phase, Progress};

/// What opens a bundle.
pub enum Secret {
    /// A passphrase.
    Passphrase(Passphrase),
    /// The private key of a certificate.
    PrivateKey(PrivateKey),
}

/// The slots that are not tried yet.
pub struct Unlock {
    slots: Vec<Labelled>,
    next: usize,
    derivation: Option<Derivation>,
    iterations_done: u64,
}

/// The outcome of one step.
pub enum Found {
    /// More to do.
    Working(Progress),
    /// A key that the slot's own check accepts. Only a part's tag proves it.
    Candidate(Key, SlotLabel),
    /// No slot is left.
    Nothing,
}

impl Unlock {
    pub fn new(slots: Vec<Labelled>) -> Self {
        Unlock {
            slots,
            next: 0,
            derivation: None,
            iterations_done: 0,
        }
    }

    fn progress(&self) -> Progress {
        let iterations = |slot: &Labelled| match &slot.slot {
            Slot::Password(password) => u64::from(password.iterations),
            _ => 0,
        };
        let current = self.derivation.as_ref().map_or(0, |d| u64::from(d.done()));
        Progress {
            phase: Phase::Deriving,
            done: self.iterations_done + current,
            total: self.slots.iter().map(iterations).sum(),
            records: 0,
        }
    }

    fn try_passphrase(
        &mut self,
        passphrase: &Passphrase,
        slot: &PasswordSlot,
        ctx: &Ctx,
    ) -> Option<Option<Key>> {
        let derivation = self.derivation.get_or_insert_with(|| {
            Derivation::new(passphrase.bytes(), &slot.salt, slot.iterations)
        });
        let kek = derivation.step(&mut ctx.budget())?;
        self.derivation = None;
        self.iterations_done += u64::from(slot.iterations);
        Some(slot.unwrap(&kek))
    }

    /// Tries one slot, or a step of it.
    pub fn step(&mut self, secret: &Secret, ctx: &mut Ctx) -> Found {
        let Some(labelled) = self.slots.get(self.next).cloned() else {
            return Found::Nothing;
        };
        let key = match (secret, &labelled.slot) {
            (Secret::Passphrase(passphrase), Slot::Password(slot)) => {
                match self.try_passphrase(passphrase, slot, ctx) {
                    None => return Found::Working(self.progress()),
                    Some(key) => key,
                }
            }
            (Secret::PrivateKey(key), slot) => slots::open_with_key(slot, key, ctx),
            _ => None,
        };
        self.next += 1;
        match key {
            Some(key) => Found::Candidate(key, labelled.label),
            None => Found::Working(self.progress()),
        }
    }
}
