//! The context of a measurement: the real monotonic clock, so that jobs are cut into steps as they
//! are in use, and the fixed randomness of tests.

use maskera::job::{Clock, Ctx, Step, fixed};
use std::time::Instant;

struct Running(Instant);

impl Clock for Running {
    fn now_utc_ms(&self) -> i64 {
        1_795_000_000_000
    }
    fn monotonic_ms(&self) -> f64 {
        self.0.elapsed().as_secs_f64() * 1000.0
    }
}

/// A fresh context.
pub fn ctx() -> Ctx {
    Ctx {
        clock: Box::new(Running(Instant::now())),
        ..fixed::ctx(0, 7)
    }
}

/// Steps until done.
pub fn run<T>(
    mut step: impl FnMut() -> maskera::error::Result<Step<T>>,
) -> maskera::error::Result<T> {
    loop {
        if let Step::Done(value) = step()? {
            return Ok(value);
        }
    }
}

/// Runs `work` and says how many seconds it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed().as_secs_f64())
}
