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

/// Seconds that this thread has had a processor, from the kernel's scheduler (Linux): other work on
/// the machine then counts less. `None` elsewhere.
fn processor_seconds() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    (nanoseconds > 0.0).then_some(nanoseconds / 1e9)
}

/// Runs `work` and says how many seconds of processor time it took; of the wall clock where that is
/// not known.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let clock = Instant::now();
    let start = processor_seconds();
    let value = work();
    let seconds = match (start, processor_seconds()) {
        (Some(start), Some(end)) => end - start,
        _ => clock.elapsed().as_secs_f64(),
    };
    (value, seconds)
}
