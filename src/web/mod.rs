//! The page's engine: a thin layer of wasm-bindgen around the workflow, for a worker. Every rule
//! lies behind [`crate::protocol`]; here are only files, clock, randomness and conversions.

mod blobs;
mod context;

pub use blobs::{BlobStore, Files};
pub use context::{Options, note_position, position, set_panic_hook};

use crate::{
    error::{Code, Error, Result},
    job::Ctx,
};
use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, File};

/// The engine of one case.
#[wasm_bindgen]
pub struct Engine {
    files: Files,
    store: BlobStore,
    #[allow(dead_code)]
    ctx: Ctx,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without files.
    ///
    /// # Errors
    /// When the options cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue) -> Result<Engine, JsValue> {
        set_panic_hook();
        let options: Options = serde_wasm_bindgen::from_value(options)?;
        Ok(Engine {
            files: Files::default(),
            store: BlobStore::default(),
            ctx: options.ctx(),
        })
    }

    /// Makes a file known; returns its number.
    #[wasm_bindgen(js_name = addFile)]
    pub fn add_file(&mut self, file: File) -> usize {
        self.files.add(file)
    }

    /// Answers a question or does a command of the protocol.
    ///
    /// # Errors
    /// An `ErrorView`.
    pub fn call(&mut self, _request: JsValue) -> Result<JsValue, JsValue> {
        Err(thrown(&Error::new(Code::BadRequest)))
    }

    /// Starts a job of the protocol.
    ///
    /// # Errors
    /// An `ErrorView`.
    pub fn start(&mut self, _job: JsValue, stream: bool) -> Result<(), JsValue> {
        let _ = stream;
        Err(thrown(&Error::new(Code::BadRequest)))
    }

    /// What streamed outputs have written since the last call: `{path, data}[]`.
    ///
    /// # Errors
    /// When an object cannot be made.
    #[wasm_bindgen(js_name = takeChunks)]
    pub fn take_chunks(&mut self) -> Result<Array, JsValue> {
        let chunks = Array::new();
        Ok(chunks)
    }

    /// A finished output.
    ///
    /// # Errors
    /// An `ErrorView` when there is none of that path.
    #[wasm_bindgen(js_name = takeFile)]
    pub fn take_file(&self, path: &str) -> Result<Blob, JsValue> {
        self.store
            .blob(path)
            .ok_or_else(|| thrown(&Error::new(Code::Io).in_file(path)))
    }
}

fn thrown(error: &Error) -> JsValue {
    let view = serde_json::json!({ "code": error.code().id() });
    js(&view).unwrap_or(JsValue::NULL)
}

/// To JavaScript: maps as objects, `None` as null, bytes as `Uint8Array`, integers as numbers.
fn js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new()
        .serialize_maps_as_objects(true)
        .serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}
