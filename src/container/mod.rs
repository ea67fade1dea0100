//! See ARCHITECTURE.md.

pub mod stored_zip;
