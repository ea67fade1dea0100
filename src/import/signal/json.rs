//! The readable export of the app: one record a line, first the backup's own.
//!
//! The app leaves out messages that delete themselves and the files of view-once messages.

use super::{reader::Reader, tree::Node};
use crate::{
    error::Result,
    import::{
        Batch, Input,
        files::{Fate, File, Format, Way},
        json::{self, Segment, Step},
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
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((value, mended)) = json::record::<Value>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        for kind in mended.kinds() {
            batch.source.accounting.repair(*kind, place);
        }
        self.reader.record(Node::of(value), place, batch)?;
        Ok(Fate::Done)
    }

    fn finish(&mut self, batch: &mut Batch) {
        self.reader.finish(batch);
    }
}
