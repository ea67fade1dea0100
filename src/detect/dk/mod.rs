//! Denmark.

pub(super) mod cpr;
