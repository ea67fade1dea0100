//! CSV (RFC 4180, UTF-8 with BOM, CRLF, every field quoted): the messages, and the list of what is
//! withheld. Column names are English and stable. A field that begins with `=`, `+`, `-`, `@`, a
//! tab or a line end gets an apostrophe in front, so that no spreadsheet runs it.

use super::{
    Output, Rendition,
    escape::{csv_record, id},
};
use crate::{
    error::Result,
    locales::Texts,
    redact::{
        Redacted, ReleasedConversation, ReleasedHead, ReleasedMessage, ReleasedSummary, Segment,
    },
    review::Capacity,
};

const BOM: &str = "\u{feff}";

/// Writes `released.csv`.
#[derive(Debug, Default)]
pub struct CsvRendition {
    title: String,
    capacities: bool,
}

fn plain(segments: &[Segment]) -> String {
    segments
        .iter()
        .map(|segment| match segment {
            Segment::Text(text) | Segment::Mask(text) => text.as_str(),
        })
        .collect()
}

impl Rendition for CsvRendition {
    fn id(&self) -> &'static str {
        "csv"
    }
    fn begin(
        &mut self,
        out: &mut dyn Output,
        _: &Texts,
        head: &Redacted<ReleasedHead>,
    ) -> Result<()> {
        out.file("released.csv")?;
        self.capacities = head.get().capacities;
        let mut line = String::from(BOM);
        let last = self.capacities.then_some("capacity");
        csv_record(
            &mut line,
            [
                "conversation",
                "title",
                "message",
                "time",
                "sender",
                "sender_alias",
                "direction",
                "kind",
                "state",
                "subject",
                "quoted",
                "text",
                "link_preview",
                "details",
                "call_seconds",
                "edited",
                "attachments",
            ]
            .into_iter()
            .chain(last),
        );
        out.write(&line)
    }
    fn conversation(
        &mut self,
        _: &mut dyn Output,
        _: &Texts,
        conversation: &Redacted<ReleasedConversation>,
    ) -> Result<()> {
        self.title.clone_from(&conversation.get().title);
        Ok(())
    }
    fn message(
        &mut self,
        out: &mut dyn Output,
        _: &Texts,
        message: &Redacted<ReleasedMessage>,
    ) -> Result<()> {
        let m = message.get();
        let (name, alias) = m.sender.as_ref().map_or(("", ""), |sender| {
            (sender.name.as_str(), if sender.alias { "1" } else { "0" })
        });
        let text = m.withheld.clone().unwrap_or_else(|| plain(&m.body));
        let seconds = m
            .call_seconds
            .flatten()
            .map(|seconds| seconds.to_string())
            .unwrap_or_default();
        let attachments: Vec<&str> = m
            .attachments
            .iter()
            .filter_map(|a| a.file.as_deref().or(a.withheld.as_deref()))
            .collect();
        let details: Vec<String> = m
            .details
            .iter()
            .map(|detail| format!("{}: {}", detail.detail.id(), plain(&detail.content)))
            .collect();
        let mut line = String::new();
        let capacity = m.capacity.map(Capacity::id).unwrap_or_default();
        let last = self.capacities.then_some(capacity);
        csv_record(
            &mut line,
            [
                m.conversation.to_string().as_str(),
                &self.title,
                &m.message.to_string(),
                m.time.as_deref().unwrap_or_default(),
                name,
                alias,
                &id(m.direction),
                &id(m.kind),
                &id(m.state),
                &plain(&m.subject),
                &plain(&m.quoted),
                &text,
                &plain(&m.link_preview),
                &details.join("\n"),
                &seconds,
                if m.edited { "1" } else { "0" },
                &attachments.join("\n"),
            ]
            .into_iter()
            .chain(last),
        );
        out.write(&line)
    }
    fn end(&mut self, _: &mut dyn Output, _: &Texts, _: &Redacted<ReleasedSummary>) -> Result<()> {
        Ok(())
    }
}

/// Writes `withheld.csv`: each masked place with its reason, without values.
#[derive(Debug, Default)]
pub struct WithheldRendition;

impl Rendition for WithheldRendition {
    fn id(&self) -> &'static str {
        "withheld"
    }
    fn begin(&mut self, out: &mut dyn Output, _: &Texts, _: &Redacted<ReleasedHead>) -> Result<()> {
        out.file("withheld.csv")?;
        let mut line = String::from(BOM);
        csv_record(
            &mut line,
            [
                "number",
                "conversation",
                "message",
                "field",
                "extent",
                "mask",
            ],
        );
        out.write(&line)?;
        Ok(())
    }
    fn conversation(
        &mut self,
        _: &mut dyn Output,
        _: &Texts,
        _: &Redacted<ReleasedConversation>,
    ) -> Result<()> {
        Ok(())
    }
    fn message(
        &mut self,
        out: &mut dyn Output,
        _: &Texts,
        message: &Redacted<ReleasedMessage>,
    ) -> Result<()> {
        let m = message.get();
        let mut lines = String::new();
        let mut number = 0u32;
        let mut add = |field: &str, extent: &str, mask: &str| {
            number += 1;
            csv_record(
                &mut lines,
                [
                    format!("{}.{}.{number}", m.conversation, m.message).as_str(),
                    &m.conversation.to_string(),
                    &m.message.to_string(),
                    field,
                    extent,
                    mask,
                ],
            );
        };
        if let Some(mask) = &m.withheld {
            add("message", "whole", mask);
        }
        let fields = [
            ("subject", &m.subject),
            ("quoted", &m.quoted),
            ("text", &m.body),
            ("link_preview", &m.link_preview),
        ];
        let details = m.details.iter().map(|detail| ("details", &detail.content));
        for (field, segments) in fields.into_iter().chain(details) {
            let extent = if segments.iter().all(|s| matches!(s, Segment::Mask(_))) {
                "whole"
            } else {
                "part"
            };
            for segment in segments {
                if let Segment::Mask(mask) = segment {
                    add(field, extent, mask);
                }
            }
        }
        for attachment in &m.attachments {
            if let Some(mask) = &attachment.withheld {
                add("attachment", "whole", mask);
            }
        }
        out.write(&lines)
    }
    fn end(&mut self, _: &mut dyn Output, _: &Texts, _: &Redacted<ReleasedSummary>) -> Result<()> {
        Ok(())
    }
}
