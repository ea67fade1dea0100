//! Text and its offsets. An offset carries its unit in its type: bytes inside the core, Unicode
//! code points on the command line and in stored decisions, UTF-16 units in the page.

mod normalise;
mod offsets;

pub use normalise::{Normalised, fold_for_match};
pub use offsets::{ByteSpan, CodePointSpan, OffsetMap, Utf16Span};
