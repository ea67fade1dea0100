//! Clock and randomness of the operating system, and the wish to stop (Ctrl-C).

use maskera::{
    error::{Code, Error, Result},
    job::{Clock, Ctx, Entropy, fixed},
};
use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Instant, SystemTime, UNIX_EPOCH},
};

static STOP: AtomicBool = AtomicBool::new(false);

struct SystemClock(Instant);

impl Clock for SystemClock {
    fn now_utc_ms(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        })
    }
    fn monotonic_ms(&self) -> f64 {
        self.0.elapsed().as_secs_f64() * 1000.0
    }
}

struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, out: &mut [u8]) {
        if getrandom::fill(out).is_err() {
            // Going on with predictable keys would be worse than stopping.
            eprintln!("maskera: the operating system gives no random bytes");
            std::process::abort();
        }
    }
}

/// The context of this run.
pub fn ctx(fixed_clock: Option<i64>, fixed_seed: Option<u64>) -> Ctx {
    match (fixed_clock, fixed_seed) {
        (Some(now), Some(seed)) => fixed::ctx(now, seed),
        _ => Ctx {
            clock: Box::new(SystemClock(Instant::now())),
            entropy: Box::new(SystemEntropy),
        },
    }
}

/// SHA-256 of the running command's own file; `None` where it cannot be read.
pub fn own_sha256() -> Option<String> {
    let mut file = std::fs::File::open(std::env::current_exe().ok()?).ok()?;
    let mut digester = maskera::package::Digester::default();
    std::io::copy(&mut file, &mut digester).ok()?;
    Some(digester.finish().sha256)
}

/// From now on Ctrl-C asks for a stop, so that unfinished output is removed; the second one ends
/// at once.
pub fn catch_ctrl_c() {
    // Where no handler can be set, Ctrl-C ends the process as usual.
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
    });
}

/// # Errors
/// [`Code::Cancelled`] after Ctrl-C.
pub fn check_stop() -> Result<()> {
    if STOP.load(Ordering::SeqCst) {
        return Err(Error::new(Code::Cancelled));
    }
    Ok(())
}
