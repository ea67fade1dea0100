//! Finland.

pub(super) mod hetu;
