//! Archives, encodings and detection from any bytes.
#![no_main]

mod load;

use maskera::container::Container;
use std::io::{Cursor, Read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    load::load(bytes, None);
    if let Ok(container) = Container::open(Box::new(Cursor::new(bytes.to_vec()))) {
        for index in 0..container.members().len().min(16) as u32 {
            if let Ok(text) = container.open_text(index) {
                let _ = std::io::copy(&mut text.take(1 << 20), &mut std::io::sink());
            }
        }
    }
});
