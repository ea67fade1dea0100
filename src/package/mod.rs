//! The package inside a bundle: a BagIt 1.0 bag (RFC 8493) as a stored ZIP, and its checker.
//! Layout and tag files: `docs/formats/package.md`.
//!
//! It knows files by path, digests and how to open them ([`Artifact`]); it does not know what a
//! message or a finding is, and it does not encrypt.

mod bag;
mod check;
mod digest;
mod names;
mod tags;

pub use bag::{Artifact, BASE, Bag, BagInfo, Kind, Open};
pub use check::{BagCheck, BagReport};
pub use digest::{Digester, Digests, hex};
pub use names::{original_path, original_paths, safe_name};
