//! Archives, encodings and detection from any bytes.

use super::load;
use maskera::container::Container;
use std::io::{Cursor, Read};

/// Runs the target.
pub fn run(bytes: &[u8]) {
    load::load(bytes, None);
    if let Ok(container) = Container::open(Box::new(Cursor::new(bytes.to_vec()))) {
        for index in 0..container.members().len().min(16) as u32 {
            if let Ok(text) = container.open_text(index) {
                let _ = std::io::copy(&mut text.take(1 << 20), &mut std::io::sink());
            }
        }
    }
}
