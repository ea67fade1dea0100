//! What the JSON formats share: cutting a file of any size into records ([`Walker`]), reading one
//! record in spite of broken escapes ([`record`]), and undoing double encoding ([`mojibake`]).
//!
//! RFC 8259 text, also several values after each other or one per line. Memory is bounded by
//! [`crate::limits::JSON_RECORD_BYTES`].

mod fields;
mod mojibake;
mod record;
mod walker;

pub use fields::{Flag, Number, Others, Text, keep, rare};
pub use mojibake::undo_double_encoding;
pub use record::{Mended, record};
pub use walker::{Event, Segment, Step, Walker};
