//! Finland.

pub(super) mod hetu;
pub(super) mod ytunnus;
