//! Renditions: the released copy as accessible HTML without scripts, as JSON lines and as CSV, and
//! the list of what is withheld. Public renditions take only `redact::Redacted` material; the
//! internal ones ([`internal`]) take a type of their own and begin with a heading that says so.
//! A rendition writes while it goes and holds no messages. Formats: `docs/formats/released-json.md`.

mod csv;
mod escape;
mod html;
pub mod internal;
mod json;

pub use csv::{CsvRendition, WithheldRendition};
pub use escape::csv_record;
pub use html::HtmlRendition;
pub use json::{JsonRendition, preview_json};

use crate::{
    error::Result,
    locales::Texts,
    redact::{Redacted, ReleasedConversation, ReleasedHead, ReleasedMessage, ReleasedSummary},
};

/// Messages of one HTML file.
pub const MESSAGES_PER_FILE: u32 = 5_000;

/// Where a rendition writes: one file at a time.
pub trait Output {
    /// Completes the file before and begins another.
    ///
    /// # Errors
    /// Those of the place that is written to.
    fn file(&mut self, path: &str) -> Result<()>;
    /// Writes to the file.
    ///
    /// # Errors
    /// Those of the place that is written to.
    fn write(&mut self, text: &str) -> Result<()>;
}

/// A way to write a released copy.
pub trait Rendition {
    /// Stable id.
    fn id(&self) -> &'static str;
    /// Begins the copy.
    ///
    /// # Errors
    /// Those of [`Output`].
    fn begin(
        &mut self,
        out: &mut dyn Output,
        texts: &Texts,
        head: &Redacted<ReleasedHead>,
    ) -> Result<()>;
    /// Begins a conversation.
    ///
    /// # Errors
    /// Those of [`Output`].
    fn conversation(
        &mut self,
        out: &mut dyn Output,
        texts: &Texts,
        conversation: &Redacted<ReleasedConversation>,
    ) -> Result<()>;
    /// Writes a message of the conversation.
    ///
    /// # Errors
    /// Those of [`Output`].
    fn message(
        &mut self,
        out: &mut dyn Output,
        texts: &Texts,
        message: &Redacted<ReleasedMessage>,
    ) -> Result<()>;
    /// Ends the copy.
    ///
    /// # Errors
    /// Those of [`Output`].
    fn end(
        &mut self,
        out: &mut dyn Output,
        texts: &Texts,
        summary: &Redacted<ReleasedSummary>,
    ) -> Result<()>;
}

/// Texts of the format itself that the proof need not search when they stand unchanged.
#[must_use]
pub fn fixed_texts() -> [&'static str; 3] {
    [html::STYLE, html::POLICY, html::VIEWPORT]
}

/// All public renditions, in the order in which they are written.
pub const RENDITIONS: &[fn() -> Box<dyn Rendition>] = &[
    || Box::<HtmlRendition>::default(),
    || Box::<JsonRendition>::default(),
    || Box::<CsvRendition>::default(),
    || Box::<WithheldRendition>::default(),
];
