//! Iceland.

pub(super) mod kennitala;
