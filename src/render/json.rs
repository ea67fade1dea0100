//! JSON lines: one object per line, told apart by `type` (`docs/formats/released-json.md`).

use super::{Output, Rendition};
use crate::{
    error::{Code, Error, Result},
    locales::Texts,
    redact::{Redacted, ReleasedConversation, ReleasedHead, ReleasedMessage, ReleasedSummary},
};
use serde::Serialize;

/// Version of the line format.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Head<'a> {
    r#type: &'static str,
    format: &'static str,
    version: u32,
    #[serde(flatten)]
    head: &'a ReleasedHead,
}

#[derive(Serialize)]
struct Line<'a, T> {
    r#type: &'static str,
    #[serde(flatten)]
    inner: &'a T,
}

fn line<T: Serialize>(kind: &'static str, inner: &T) -> Result<String> {
    json(&Line {
        r#type: kind,
        inner,
    })
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::new(Code::BadRequest))
}

/// Exactly the line of a message in `released.jsonl`, without its line end: what the page shows as
/// "as released" is drawn from these bytes.
///
/// # Errors
/// [`Code::BadRequest`] when the message cannot be written as JSON.
pub fn preview_json(message: &Redacted<ReleasedMessage>) -> Result<String> {
    line("message", message.get())
}

/// Writes `released.jsonl`.
#[derive(Debug, Default)]
pub struct JsonRendition;

impl Rendition for JsonRendition {
    fn id(&self) -> &'static str {
        "json"
    }
    fn begin(
        &mut self,
        out: &mut dyn Output,
        _: &Texts,
        head: &Redacted<ReleasedHead>,
    ) -> Result<()> {
        out.file("released.jsonl")?;
        out.write(&json(&Head {
            r#type: "head",
            format: "maskera-released",
            version: VERSION,
            head: head.get(),
        })?)?;
        out.write("\n")
    }
    fn conversation(
        &mut self,
        out: &mut dyn Output,
        _: &Texts,
        conversation: &Redacted<ReleasedConversation>,
    ) -> Result<()> {
        out.write(&line("conversation", conversation.get())?)?;
        out.write("\n")
    }
    fn message(
        &mut self,
        out: &mut dyn Output,
        _: &Texts,
        message: &Redacted<ReleasedMessage>,
    ) -> Result<()> {
        out.write(&preview_json(message)?)?;
        out.write("\n")
    }
    fn end(
        &mut self,
        out: &mut dyn Output,
        _: &Texts,
        summary: &Redacted<ReleasedSummary>,
    ) -> Result<()> {
        out.write(&line("summary", summary.get())?)?;
        out.write("\n")
    }
}
