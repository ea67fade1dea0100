//! The page's engine for a worker: turns JavaScript values into [`crate::protocol`] types and back,
//! and brings files, outputs, clock and randomness. Every rule lies in [`crate::engine`].

mod blobs;
mod context;

pub use context::position;

use crate::{
    engine::{Engine as Core, streamed},
    error::{Code, Error},
};
use blobs::{BlobStore, ChosenFiles};
use context::{Options, record, set_panic_hook};
use js_sys::{Array, Reflect, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use std::{fmt::Write, rc::Rc};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, File};

/// The engine of one case.
#[wasm_bindgen]
pub struct Engine {
    core: Core,
    files: ChosenFiles,
    store: BlobStore,
    options: Options,
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
        let mut options: Options = serde_wasm_bindgen::from_value(options)?;
        let files = ChosenFiles::default();
        let store = BlobStore::default();
        // Left out in tests, which compare page and command byte for byte.
        let page = options.page.take().filter(|_| options.fixed().is_none());
        let core = Core::new(
            options.ctx(),
            Rc::new(files.clone()),
            Rc::new(store.clone()),
            record(),
            page.map(|page| hex(&Sha256::digest(page))),
        );
        Ok(Engine {
            core,
            files,
            store,
            options,
        })
    }

    /// Makes a file known, with the folders that it was given with; returns its number.
    #[wasm_bindgen(js_name = addFile)]
    pub fn add_file(&mut self, file: File, path: String) -> usize {
        self.files.add(file, path)
    }

    /// Answers a request of the protocol.
    ///
    /// # Errors
    /// An `ErrorView`.
    pub fn call(&mut self, request: JsValue) -> Result<JsValue, JsValue> {
        let reply = self
            .read(request)
            .and_then(|request| self.core.call(request));
        js(&reply.map_err(|error| self.thrown(&error))?)
    }

    /// Starts a job of the protocol; with `stream` a bundle is handed out by `takeChunks` instead
    /// of being kept.
    ///
    /// # Errors
    /// An `ErrorView`.
    pub fn start(&mut self, job: JsValue, stream: bool) -> Result<(), JsValue> {
        // The command begins every run with the same context.
        if let Some(ctx) = self.options.fixed() {
            self.core.set_ctx(ctx);
        }
        let started = self.read(job).and_then(|job| {
            self.store.stream(streamed(&job).filter(|_| stream));
            self.core.start(job)
        });
        started.map_err(|error| self.thrown(&error))
    }

    /// Advances the job: a `StepView`, with `key`, `nonce` and `data` beside a part.
    ///
    /// # Errors
    /// An `ErrorView`; the job is over then.
    pub fn step(&mut self) -> Result<JsValue, JsValue> {
        let step = self.core.step().map_err(|error| self.thrown(&error))?;
        let view = js(&step.view)?;
        if let Some(crypto) = step.crypto {
            let part = crypto.part;
            for (name, bytes) in [
                ("key", &part.key[..]),
                ("nonce", &part.nonce),
                ("data", &part.data),
            ] {
                Reflect::set(&view, &name.into(), &Uint8Array::from(bytes))?;
            }
        }
        Ok(view)
    }

    /// Gives back a part; nothing means that its tag did not fit.
    ///
    /// # Errors
    /// An `ErrorView`.
    pub fn supply(&mut self, index: u32, bytes: Option<Vec<u8>>) -> Result<(), JsValue> {
        let taken = match bytes {
            Some(bytes) => self.core.supply(index, bytes),
            None => self.core.refuse(index),
        };
        taken.map_err(|error| self.thrown(&error))
    }

    /// What a streamed bundle has written since the last call: `Uint8Array[]`.
    #[wasm_bindgen(js_name = takeChunks)]
    pub fn take_chunks(&mut self) -> Array {
        self.store
            .take_chunks()
            .into_iter()
            .map(JsValue::from)
            .collect()
    }

    /// Stops the job and takes back what it did.
    pub fn cancel(&mut self) {
        self.core.cancel();
    }

    /// A finished output.
    ///
    /// # Errors
    /// An `ErrorView` when there is none of that path.
    #[wasm_bindgen(js_name = takeFile)]
    pub fn take_file(&self, path: &str) -> Result<Blob, JsValue> {
        let found = self.store.blob(path);
        found.ok_or_else(|| self.thrown(&Error::new(Code::Io).in_file(path)))
    }
}

impl Engine {
    fn read<T: DeserializeOwned>(&self, value: JsValue) -> crate::error::Result<T> {
        serde_wasm_bindgen::from_value(value)
            .map_err(|_| Error::new(Code::BadRequest).with("request", "form"))
    }

    fn thrown(&self, error: &Error) -> JsValue {
        js(&self.core.error_view(error)).unwrap_or(JsValue::NULL)
    }
}

/// To JavaScript: maps as objects, `None` as null, bytes as `Uint8Array`, integers as numbers.
fn js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new()
        .serialize_maps_as_objects(true)
        .serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
