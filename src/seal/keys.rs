//! The content key of a new bundle and the recipient slots that hold it.

use super::{
    certificate::Certificate,
    kdf::Derivation,
    passphrase::Passphrase,
    seal_job::Recipient,
    slots::{self, Key, PasswordPlan, SlotLabel},
};
use crate::{
    error::{Code, Error, Result},
    job::{Budget, Ctx, Phase, Progress, Step},
    limits,
};
use zeroize::Zeroizing;

/// What may differ between bundles of this form. The default is what the product writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Plaintext bytes of every part but the last.
    pub part_bytes: usize,
    /// PBKDF2 iterations of passphrase slots.
    pub iterations: u32,
}

impl Default for Profile {
    fn default() -> Self {
        Profile {
            part_bytes: limits::PART_BYTES,
            iterations: limits::PBKDF2_ITERATIONS,
        }
    }
}

impl Profile {
    fn check(self) -> Result<()> {
        if !limits::PBKDF2_ACCEPTED.contains(&self.iterations) {
            return Err(Error::new(Code::BadIterations)
                .with("required", self.iterations)
                .with("allowed", limits::PBKDF2_ACCEPTED.end()));
        }
        if self.part_bytes == 0 || self.part_bytes > limits::PART_BYTES {
            return Err(Error::limit(
                "PART_BYTES",
                self.part_bytes as u64,
                limits::PART_BYTES as u64,
            ));
        }
        Ok(())
    }
}

/// Content key, nonce prefix and slots of one bundle. Used for one bundle only: sealing takes it
/// by value, and it cannot be copied.
pub struct Keys {
    pub(super) key: Key,
    pub(super) prefix: [u8; 7],
    /// The slots as a DER SET OF.
    pub(super) recipients: Vec<u8>,
    pub(super) profile: Profile,
    labels: Vec<SlotLabel>,
}

impl Keys {
    /// How the slots are named, in the order of the bundle: for the list inside the package, where
    /// it is authenticated.
    #[must_use]
    pub fn labels(&self) -> &[SlotLabel] {
        &self.labels
    }

    pub(super) fn passphrases(&self) -> usize {
        let is = |label: &&SlotLabel| label.kind == slots::SlotKind::Passphrase;
        self.labels.iter().filter(is).count()
    }
}

struct Pending {
    plan: PasswordPlan,
    derivation: Derivation,
}

/// Makes the keys of a bundle, in steps because of the key derivation.
pub struct KeyJob {
    key: Key,
    prefix: [u8; 7],
    infos: Vec<Vec<u8>>,
    pending: Vec<Pending>,
    next: usize,
    profile: Profile,
}

impl KeyJob {
    /// Draws all random values; certificate slots are made at once.
    ///
    /// # Errors
    /// [`Code::NoRecipient`], [`Code::LimitExceeded`], [`Code::BadIterations`],
    /// [`Code::BadCertificate`].
    pub fn new(recipients: Vec<Recipient>, profile: Profile, ctx: &mut Ctx) -> Result<Self> {
        profile.check()?;
        if recipients.is_empty() {
            return Err(Error::new(Code::NoRecipient));
        }
        if recipients.len() > limits::SLOTS {
            return Err(Error::limit(
                "SLOTS",
                recipients.len() as u64,
                limits::SLOTS as u64,
            ));
        }
        let mut job = KeyJob {
            key: Zeroizing::new(ctx.random()),
            prefix: ctx.random(),
            infos: Vec::new(),
            pending: Vec::new(),
            next: 0,
            profile,
        };
        for recipient in &recipients {
            match recipient {
                Recipient::Passphrase(passphrase) => job.add_passphrase(passphrase, ctx),
                Recipient::Certificate(certificate) => job.add_certificate(certificate, ctx)?,
            }
        }
        Ok(job)
    }

    fn add_passphrase(&mut self, passphrase: &Passphrase, ctx: &mut Ctx) {
        let plan = PasswordPlan::new(self.profile.iterations, ctx);
        let derivation = Derivation::new(passphrase.bytes(), &plan.salt, plan.iterations);
        self.pending.push(Pending { plan, derivation });
    }

    fn add_certificate(&mut self, certificate: &Certificate, ctx: &mut Ctx) -> Result<()> {
        self.infos
            .push(slots::write_certificate(certificate, &self.key, ctx)?);
        Ok(())
    }

    fn progress(&self) -> Progress {
        let all = self.pending.iter();
        Progress {
            phase: Phase::Deriving,
            done: all.clone().map(|p| u64::from(p.derivation.done())).sum(),
            total: all.map(|p| u64::from(p.plan.iterations)).sum(),
            records: 0,
        }
    }

    /// Works until the budget is spent.
    pub fn step(&mut self, budget: &mut Budget<'_>) -> Step<Keys> {
        while let Some(pending) = self.pending.get_mut(self.next) {
            let Some(kek) = pending.derivation.step(budget) else {
                return Step::Working(self.progress());
            };
            self.infos
                .push(slots::write_password(&kek, &pending.plan, &self.key));
            self.next += 1;
        }
        let recipients = slots::set_of(std::mem::take(&mut self.infos));
        Step::Done(Keys {
            key: self.key.clone(),
            prefix: self.prefix,
            labels: slots::labels(&recipients),
            recipients,
            profile: self.profile,
        })
    }
}
