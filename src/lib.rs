//! Maskera: load message exports, find what identifies or exposes a person, let a person decide,
//! and write a released copy without the removed values and an encrypted archive bundle with
//! everything.
//!
//! The core is plain Rust without clock, randomness, file system or network: they come in through
//! [`job::Ctx`]. Long jobs are step machines ([`job::Step`]). `ARCHITECTURE.md` holds the module
//! table that `cargo xtask check-arch` enforces.
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)
)]

pub mod container;
pub mod detect;
pub mod engine;
pub mod error;
pub mod finding;
pub mod import;
pub mod job;
pub mod limits;
pub mod locales;
pub mod merge;
pub mod model;
pub mod package;
pub mod protocol;
pub mod redact;
pub mod render;
pub mod review;
pub mod seal;
pub mod store;
pub mod text;
pub mod time;
pub mod workflow;

#[cfg(target_arch = "wasm32")]
pub mod web;
