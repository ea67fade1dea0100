//! Norway.

pub(super) mod fodselsnummer;
