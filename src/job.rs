//! Step machines. A job works for at most about [`limits::STEP_MS`] per step and then returns, so
//! that the caller (the worker's event loop, or the command's loop) can draw, cancel and hand
//! parts to asynchronous WebCrypto. Clock and randomness come in through [`Ctx`].

use crate::limits;

/// Time, as the caller knows it.
pub trait Clock {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    fn now_utc_ms(&self) -> i64;
    /// Milliseconds on a clock that never goes back.
    fn monotonic_ms(&self) -> f64;
}

/// Cryptographically secure random bytes.
pub trait Entropy {
    /// Fills the buffer.
    fn fill(&mut self, out: &mut [u8]);
}

/// What the core cannot have by itself.
pub struct Ctx {
    /// The clock.
    pub clock: Box<dyn Clock>,
    /// The random source.
    pub entropy: Box<dyn Entropy>,
}

impl Ctx {
    /// A budget for one step, from now.
    #[must_use]
    pub fn budget(&self) -> Budget<'_> {
        Budget {
            clock: &*self.clock,
            until: self.clock.monotonic_ms() + limits::STEP_MS,
            calls: 0,
        }
    }

    /// `N` random bytes.
    pub fn random<const N: usize>(&mut self) -> [u8; N] {
        let mut out = [0; N];
        self.entropy.fill(&mut out);
        out
    }
}

/// Says when a step has worked long enough.
pub struct Budget<'a> {
    clock: &'a dyn Clock,
    until: f64,
    calls: u32,
}

impl Budget<'_> {
    /// True when the step should return. Cheap: looks at the clock every 32nd call.
    pub fn spent(&mut self) -> bool {
        self.calls = self.calls.wrapping_add(1);
        self.calls.is_multiple_of(32) && self.clock.monotonic_ms() >= self.until
    }

    /// True when the step should return; looks at the clock at every call (for coarse work).
    pub fn spent_now(&mut self) -> bool {
        self.clock.monotonic_ms() >= self.until
    }
}

/// What a job is busy with, for the progress line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Reading and hashing the sources.
    #[default]
    Reading,
    /// Joining what several sources hold.
    Joining,
    /// Looking for findings.
    Scanning,
    /// Looking for what blocks a release.
    Checking,
    /// Writing the released copy.
    Releasing,
    /// Searching the finished files for removed values.
    Verifying,
    /// Deriving a key from a passphrase.
    Deriving,
    /// Packing and encrypting.
    Sealing,
    /// Decrypting and unpacking.
    Opening,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// Bytes (or iterations while deriving) done.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub done: u64,
    /// Total of the same unit, 0 when unknown.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub total: u64,
    /// Records handled so far.
    #[cfg_attr(feature = "protocol-types", ts(type = "number"))]
    pub records: u64,
}

/// The outcome of one step.
#[derive(Debug)]
pub enum Step<T> {
    /// More to do.
    Working(Progress),
    /// Finished.
    Done(T),
}

/// A clock that stands still and a counter-based random source: for tests, the demonstration and
/// byte-for-byte comparisons between page and command. Never for real cases.
pub mod fixed {
    use super::{Clock, Ctx, Entropy};
    use sha2::{Digest, Sha256};
    use std::cell::Cell;

    /// Always the same wall time; the monotonic clock advances by a little at each call.
    pub struct FixedClock {
        now: i64,
        ticks: Cell<f64>,
    }

    impl Clock for FixedClock {
        fn now_utc_ms(&self) -> i64 {
            self.now
        }
        fn monotonic_ms(&self) -> f64 {
            let ticks = self.ticks.get() + 1.0;
            self.ticks.set(ticks);
            ticks
        }
    }

    /// SHA-256 of seed and counter, byte by byte.
    pub struct SeededEntropy {
        seed: u64,
        block: u64,
        rest: Vec<u8>,
    }

    impl Entropy for SeededEntropy {
        fn fill(&mut self, out: &mut [u8]) {
            for byte in out {
                if self.rest.is_empty() {
                    let mut hash = Sha256::new();
                    hash.update(self.seed.to_be_bytes());
                    hash.update(self.block.to_be_bytes());
                    self.block += 1;
                    self.rest = hash.finalize().to_vec();
                }
                *byte = self.rest.pop().unwrap_or_default();
            }
        }
    }

    /// A context with fixed clock and fixed randomness.
    #[must_use]
    pub fn ctx(now_utc_ms: i64, seed: u64) -> Ctx {
        Ctx {
            clock: Box::new(FixedClock {
                now: now_utc_ms,
                ticks: Cell::new(0.0),
            }),
            entropy: Box::new(SeededEntropy {
                seed,
                block: 0,
                rest: Vec::new(),
            }),
        }
    }
}
