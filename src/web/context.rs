//! Clock, randomness and the panic hook of the worker.

use crate::{
    job::{Clock, Ctx, Entropy, fixed},
    workflow::Position,
};
use js_sys::{Date, Uint8Array};
use serde::Deserialize;
use std::{cell::Cell, panic, rc::Rc};
use wasm_bindgen::{JsCast, prelude::*, throw_str};
use web_sys::WorkerGlobalScope;

/// Bytes that `getRandomValues` gives at once (Web Cryptography §10.1.1).
const RANDOM_BYTES: usize = 65_536;

/// What the page says when it starts the engine.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Options {
    /// The page's own file, byte for byte as far as it can tell, for the receipt.
    pub page: Option<serde_bytes::ByteBuf>,
    /// Test builds of the page only: a clock that stands still.
    pub now: Option<i64>,
    /// Test builds of the page only: a counter-based random source.
    pub seed: Option<u64>,
}

impl Options {
    /// The context; fixed only when both clock and seed are given.
    #[must_use]
    pub fn ctx(&self) -> Ctx {
        self.fixed().unwrap_or_else(|| Ctx {
            clock: Box::new(PageClock),
            entropy: Box::new(PageEntropy),
        })
    }

    /// The context of tests, at its beginning.
    #[must_use]
    pub fn fixed(&self) -> Option<Ctx> {
        let (now, seed) = (self.now?, self.seed?);
        Some(Ctx {
            // Steps still need a clock that runs.
            clock: Box::new(StandingClock {
                now,
                clock: PageClock,
            }),
            entropy: fixed::ctx(now, seed).entropy,
        })
    }
}

fn scope() -> WorkerGlobalScope {
    js_sys::global().unchecked_into()
}

struct PageClock;

impl Clock for PageClock {
    fn now_utc_ms(&self) -> i64 {
        Date::now() as i64
    }
    fn monotonic_ms(&self) -> f64 {
        scope()
            .performance()
            .map_or_else(Date::now, |clock| clock.now())
    }
}

struct StandingClock {
    now: i64,
    clock: PageClock,
}

impl Clock for StandingClock {
    fn now_utc_ms(&self) -> i64 {
        self.now
    }
    fn monotonic_ms(&self) -> f64 {
        self.clock.monotonic_ms()
    }
}

struct PageEntropy;

impl Entropy for PageEntropy {
    fn fill(&mut self, out: &mut [u8]) {
        for piece in out.chunks_mut(RANDOM_BYTES) {
            let values = Uint8Array::new_with_length(piece.len() as u32);
            let filled = scope()
                .crypto()
                .and_then(|crypto| crypto.get_random_values_with_array_buffer_view(&values));
            if filled.is_err() {
                // Going on with bytes that are not random would be worse than stopping.
                throw_str("no random values");
            }
            values.copy_to(piece);
        }
    }
}

thread_local! {
    /// Number of the file that is being worked on.
    static FILE: Cell<i32> = const { Cell::new(-1) };
    /// The record that is being read, shared with the engine.
    static RECORD: Position = Position::default();
}

/// Notes the file that is being worked on: what a crash is blamed on.
pub fn note_file(file: Option<u32>) {
    FILE.set(file.map_or(-1, u32::cast_signed));
}

/// Where the engine notes the record that it reads.
#[must_use]
pub fn record() -> Position {
    RECORD.with(Rc::clone)
}

#[wasm_bindgen]
extern "C" {
    /// Set by `worker.ts`.
    #[wasm_bindgen(js_name = maskeraStopped, catch)]
    fn stopped(at: &str) -> Result<(), JsValue>;
}

/// Tells the worker where in the code a panic happened; never its message, which may hold content.
pub fn set_panic_hook() {
    panic::set_hook(Box::new(|info| {
        let at = info.location().map_or_else(String::new, |place| {
            format!("{}:{}", place.file(), place.line())
        });
        let told = stopped(&at);
        drop(told);
    }));
}

/// File number (-1: none) and record (0: none) that were being read when the engine stopped.
#[wasm_bindgen]
#[must_use]
pub fn position() -> Vec<f64> {
    vec![f64::from(FILE.get()), record().get() as f64]
}
