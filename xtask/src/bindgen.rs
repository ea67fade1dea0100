//! wasm-bindgen as a library, so that nobody has to install its command. Its version is the one of
//! the crate (`wasm-pack.toml`, checked by a test in `build`).

use crate::Outcome;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// The engine as the page loads it.
pub struct Engine {
    /// Glue for a classic script: defines `wasm_bindgen`.
    pub glue: String,
    /// The module.
    pub wasm: Vec<u8>,
}

/// Generates the glue; names of functions stay in the module when `names` is set.
pub fn engine(wasm: &Path, names: bool) -> Outcome<Engine> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .no_modules(true)?
        .typescript(false)
        .remove_name_section(!names)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output()?;
    Ok(Engine {
        glue: output.js().to_owned(),
        wasm: output.wasm_mut().emit_wasm(),
    })
}
