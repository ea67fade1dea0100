//! The readable export of the app: one record a line, first the backup's own.
//!
//! The app leaves out messages that delete themselves and the files of view-once messages.

use super::{reader::Reader, tree::Node};
use crate::{
    error::Result,
    import::{
        Batch, Input,
        files::{self, Fate, File, Format, Way},
        json::{Segment, Step},
    },
    model::Locator,
};
use serde_json::Value;

/// One record after the other.
const LINES: &[&[Step]] = &[&[]];
/// The records in a list.
const LIST: &[&[Step]] = &[&[Step::Items]];

/// The reading.
pub struct Lines {
    reader: Reader,
}

impl Lines {
    pub fn new(input: &Input) -> Self {
        Self {
            reader: Reader::new(&input.container, true),
        }
    }
}

impl Format for Lines {
    fn open(&mut self, file: &File, _batch: &mut Batch) -> Way {
        let start = file.head.trim_start_matches('\u{feff}').trim_start();
        Way::Json(if start.starts_with('[') { LIST } else { LINES })
    }

    fn value(
        &mut self,
        _file: &File,
        _path: &[Segment],
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        let value = match files::record::<Value>(place, bytes, batch) {
            Ok(value) => value,
            Err(fate) => return Ok(fate),
        };
        self.reader.record(Node::of(value), place, batch)?;
        Ok(Fate::Done)
    }

    fn finish(&mut self, batch: &mut Batch) {
        self.reader.finish(batch);
    }
}
