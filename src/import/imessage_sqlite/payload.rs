//! `payload_data`: what an app or a link preview put into a message, a keyed archive. Its texts
//! are kept with what they are; pictures inside it are not read.

use crate::{
    import::apple::{keyed_archive, plist::Plist},
    limits,
    model::{Detail, DetailKind},
};

/// Names whose texts are for machines: identifiers, types and layouts.
const TECHNICAL: &[&str] = &[
    "appid",
    "sessionIdentifier",
    "liveLayoutInfo",
    "layoutClass",
    "MIMEType",
    "type",
    "identifier",
    "bid",
    "ai",
    "$classname",
];
/// Texts of one payload that are kept.
const TEXTS: usize = 200;

/// What a payload says.
#[derive(Debug, Default, PartialEq)]
pub struct Payload {
    /// Name of the app.
    pub app: Option<String>,
    /// What stands for the whole where the app is not there.
    pub text: Option<String>,
    /// Title, summary and site of a link.
    pub preview: Option<String>,
    /// Everything else.
    pub details: Vec<Detail>,
}

impl Payload {
    /// Reads a payload out of its archive.
    pub fn of(list: Plist) -> Self {
        let tree = keyed_archive::unarchive(list);
        let text = |tree: &Plist, name: &str| tree.get(name)?.text().map(str::to_owned);
        let mut payload = Self {
            app: text(&tree, "an"),
            text: text(&tree, "ldtext"),
            ..Self::default()
        };
        if let Some(link) = tree.get("richLinkMetadata") {
            let lines: Vec<String> = ["title", "summary", "siteName"]
                .iter()
                .filter_map(|name| text(link, name))
                .filter(|line| !line.is_empty())
                .collect();
            payload.preview = (!lines.is_empty()).then(|| lines.join("\n"));
        }
        let mut texts = Vec::new();
        keyed_archive::texts(&tree, "", &mut texts);
        let known = |payload: &Payload, text: &str| {
            payload.app.as_deref() == Some(text)
                || payload.text.as_deref() == Some(text)
                || payload
                    .preview
                    .as_deref()
                    .is_some_and(|preview| preview.lines().any(|line| line == text))
                || payload.details.iter().any(|detail| detail.text == text)
        };
        for (name, text) in texts {
            if TECHNICAL.contains(&name)
                || text.len() > limits::BODY_BYTES as usize
                || payload.details.len() >= TEXTS
                || known(&payload, text)
            {
                continue;
            }
            let link = name.to_ascii_lowercase().ends_with("url") || text.contains("://");
            let kind = if link {
                DetailKind::Link
            } else {
                DetailKind::Other
            };
            payload.details.push(Detail::new(kind, text));
        }
        payload
    }
}
