//! The internal copy: HTML, JSON lines and CSV with the full text, marks and decisions. Every file
//! begins with the words that it must not be released.

use super::{
    MESSAGES_PER_FILE, Output,
    escape::{csv_record, id},
    html::{PAGE_END, escaped, file_name, page_start},
};
use crate::{
    error::{Code, Error, Result},
    locales::Texts,
    redact::internal::{Internal, InternalConversation, InternalMessage, InternalPiece},
    review::Capacity,
};
use serde::Serialize;

/// A way to write the internal copy.
pub trait InternalRendition {
    /// Begins the copy.
    ///
    /// # Errors
    /// Those of [`Output`].
    fn begin(&mut self, out: &mut dyn Output, texts: &Texts) -> Result<()>;
    /// Begins a conversation.
    ///
    /// # Errors
    /// Those of [`Output`].
    fn conversation(
        &mut self,
        out: &mut dyn Output,
        texts: &Texts,
        conversation: &Internal<InternalConversation>,
    ) -> Result<()>;
    /// Writes a message.
    ///
    /// # Errors
    /// Those of [`Output`].
    fn message(
        &mut self,
        out: &mut dyn Output,
        texts: &Texts,
        message: &Internal<InternalMessage>,
    ) -> Result<()>;
    /// Ends the copy.
    ///
    /// # Errors
    /// Those of [`Output`].
    fn end(&mut self, out: &mut dyn Output, texts: &Texts) -> Result<()>;
}

/// All internal renditions.
pub const INTERNAL_RENDITIONS: &[fn() -> Box<dyn InternalRendition>] = &[
    || Box::<Html>::default(),
    || Box::<JsonLines>::default(),
    || Box::<Csv>::default(),
];

#[derive(Default)]
struct JsonLines;

#[derive(Serialize)]
struct Head<'a> {
    r#type: &'static str,
    format: &'static str,
    version: u32,
    notice: &'a str,
}

#[derive(Serialize)]
struct Line<'a, T> {
    r#type: &'static str,
    #[serde(flatten)]
    inner: &'a T,
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    let mut line = serde_json::to_string(value).map_err(|_| Error::new(Code::BadRequest))?;
    line.push('\n');
    Ok(line)
}

impl InternalRendition for JsonLines {
    fn begin(&mut self, out: &mut dyn Output, texts: &Texts) -> Result<()> {
        out.file("internal.jsonl")?;
        out.write(&json(&Head {
            r#type: "head",
            format: "maskera-internal",
            version: 1,
            notice: &texts.get("internal-title", &[]),
        })?)
    }
    fn conversation(
        &mut self,
        out: &mut dyn Output,
        _: &Texts,
        conversation: &Internal<InternalConversation>,
    ) -> Result<()> {
        out.write(&json(&Line {
            r#type: "conversation",
            inner: conversation.get(),
        })?)
    }
    fn message(
        &mut self,
        out: &mut dyn Output,
        _: &Texts,
        message: &Internal<InternalMessage>,
    ) -> Result<()> {
        out.write(&json(&Line {
            r#type: "message",
            inner: message.get(),
        })?)
    }
    fn end(&mut self, _: &mut dyn Output, _: &Texts) -> Result<()> {
        Ok(())
    }
}

#[derive(Default)]
struct Csv {
    title: String,
}

impl InternalRendition for Csv {
    fn begin(&mut self, out: &mut dyn Output, texts: &Texts) -> Result<()> {
        out.file("internal.csv")?;
        let mut lines = String::from("\u{feff}");
        csv_record(&mut lines, [texts.get("internal-title", &[]).as_str()]);
        csv_record(
            &mut lines,
            [
                "conversation",
                "title",
                "message",
                "id",
                "time",
                "original_time",
                "sender",
                "direction",
                "kind",
                "covered",
                "withheld",
                "field",
                "text",
                "marks",
                "capacity",
            ],
        );
        out.write(&lines)
    }
    fn conversation(
        &mut self,
        _: &mut dyn Output,
        _: &Texts,
        conversation: &Internal<InternalConversation>,
    ) -> Result<()> {
        self.title = conversation.get().title.clone().unwrap_or_default();
        Ok(())
    }
    fn message(
        &mut self,
        out: &mut dyn Output,
        _: &Texts,
        message: &Internal<InternalMessage>,
    ) -> Result<()> {
        let m = message.get();
        let flag = |flag| if flag { "1" } else { "0" };
        let mut lines = String::new();
        let empty = (String::from("body"), Vec::new());
        let empty = m.fields.is_empty().then_some((&empty.0, &empty.1));
        for (field, pieces) in m.fields.iter().chain(empty) {
            let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let marks: Vec<String> = pieces
                .iter()
                .filter_map(|piece| {
                    let mark = piece.mark.as_ref()?;
                    let basis = mark.basis.as_deref().unwrap_or_default();
                    let (category, decision) = (mark.category.id(), mark.decision);
                    Some(
                        format!("{category} {decision} {basis}")
                            .trim_end()
                            .to_owned(),
                    )
                })
                .collect();
            csv_record(
                &mut lines,
                [
                    m.conversation.to_string().as_str(),
                    &self.title,
                    &m.message.to_string(),
                    &m.id,
                    m.time.as_deref().unwrap_or_default(),
                    &m.original_time,
                    &m.sender.join("\n"),
                    &id(m.direction),
                    &id(m.kind),
                    flag(m.covered),
                    flag(m.withheld),
                    field,
                    &text,
                    &marks.join("\n"),
                    m.capacity.map(Capacity::id).unwrap_or_default(),
                ],
            );
        }
        out.write(&lines)
    }
    fn end(&mut self, _: &mut dyn Output, _: &Texts) -> Result<()> {
        Ok(())
    }
}

#[derive(Default)]
struct Html {
    current: Option<InternalConversation>,
    listed: Vec<(String, String, u32)>,
    part: u32,
    in_part: u32,
}

fn warning(texts: &Texts) -> String {
    let title = texts.get("internal-title", &[]);
    format!("<p class=\"warning\">{}</p>\n", escaped(&title))
}

fn marked(out: &mut String, texts: &Texts, pieces: &[InternalPiece]) {
    for piece in pieces {
        let text = escaped(&piece.text);
        match &piece.mark {
            None => out.push_str(&text),
            Some(mark) => {
                let reason = texts.get(&format!("reason-{}", mark.category.id()), &[]);
                let decision = texts.get(&format!("internal-{}", mark.decision), &[]);
                let note = match &mark.basis {
                    Some(basis) => format!("{reason}, {decision}, {basis}"),
                    None => format!("{reason}, {decision}"),
                };
                out.push_str(&format!(
                    "<mark class=\"{}\">{text}</mark> <small>({})</small>",
                    mark.decision,
                    escaped(&note)
                ));
            }
        }
    }
}

impl Html {
    fn open_part(&mut self, out: &mut dyn Output, texts: &Texts) -> Result<()> {
        let Some(conversation) = &self.current else {
            return Ok(());
        };
        self.part += 1;
        self.in_part = 0;
        out.file(&file_name(conversation.conversation, self.part))?;
        let title = conversation.title.clone().unwrap_or_else(|| {
            let n = u64::from(conversation.conversation);
            texts.get("alias-conversation", &[("n", n.into())])
        });
        let mut page = page_start(texts.lang().tag(), &texts.get("internal-title", &[]));
        let warning = warning(texts);
        page.push_str(&format!(
            "<header>\n{warning}<h1 dir=\"auto\">{}</h1>\n",
            escaped(&title)
        ));
        self.links(&mut page, texts);
        let start = (self.part - 1) * MESSAGES_PER_FILE + 1;
        page.push_str(&format!(
            "</header>\n<main>\n<ol class=\"messages\" start=\"{start}\">\n"
        ));
        out.write(&page)
    }

    fn links(&self, page: &mut String, texts: &Texts) {
        let Some(conversation) = &self.current else {
            return;
        };
        let mut link = |href: &str, id: &str| {
            let text = escaped(&texts.get(id, &[]));
            page.push_str(&format!("<a href=\"{href}\">{text}</a> "));
        };
        link("index.html", "released-front");
        if self.part > 1 {
            link(
                &file_name(conversation.conversation, self.part - 1),
                "released-previous",
            );
        }
        if self.part * MESSAGES_PER_FILE < conversation.messages {
            link(
                &file_name(conversation.conversation, self.part + 1),
                "released-next",
            );
        }
        page.push('\n');
    }

    fn close_part(&mut self, out: &mut dyn Output, texts: &Texts) -> Result<()> {
        if self.part == 0 {
            return Ok(());
        }
        let mut page = String::from("</ol>\n");
        self.links(&mut page, texts);
        page.push_str(PAGE_END);
        out.write(&page)
    }
}

impl InternalRendition for Html {
    fn begin(&mut self, _: &mut dyn Output, _: &Texts) -> Result<()> {
        Ok(())
    }

    fn conversation(
        &mut self,
        out: &mut dyn Output,
        texts: &Texts,
        conversation: &Internal<InternalConversation>,
    ) -> Result<()> {
        self.close_part(out, texts)?;
        let conversation = conversation.get().clone();
        self.listed.push((
            conversation
                .title
                .clone()
                .unwrap_or_else(|| conversation.id.clone()),
            file_name(conversation.conversation, 1),
            conversation.messages,
        ));
        self.current = Some(conversation);
        self.part = 0;
        self.open_part(out, texts)
    }

    fn message(
        &mut self,
        out: &mut dyn Output,
        texts: &Texts,
        message: &Internal<InternalMessage>,
    ) -> Result<()> {
        if self.in_part == MESSAGES_PER_FILE {
            self.close_part(out, texts)?;
            self.open_part(out, texts)?;
        }
        self.in_part += 1;
        let m = message.get();
        let direction = id(m.direction);
        let mut page = format!(
            "<li id=\"m{}-{}\" class=\"message {direction}\">\n<p class=\"meta\"><span class=\"sender\">{}</span> {} <span class=\"direction\">{}</span> {}",
            m.conversation,
            m.message,
            escaped(&m.sender.join(", ")),
            escaped(m.time.as_deref().unwrap_or(&m.original_time)),
            escaped(&texts.get(&format!("message-direction-{direction}"), &[])),
            escaped(&m.id),
        );
        for (yes, id) in [
            (!m.covered, "internal-outside"),
            (m.withheld, "internal-withheld"),
        ] {
            if yes {
                page.push_str(&format!(
                    " <strong>{}</strong>",
                    escaped(&texts.get(id, &[]))
                ));
            }
        }
        if let Some(capacity) = m.capacity {
            let text = texts.get(&format!("capacity-{}", capacity.id()), &[]);
            page.push_str(&format!(
                " <span class=\"capacity\">{}</span>",
                escaped(&text)
            ));
        }
        page.push_str("</p>\n");
        for (field, pieces) in &m.fields {
            let label = match field.as_str() {
                "subject" => texts.get("message-subject", &[]),
                "quoted" => texts.get("message-quoted", &[]),
                "link-preview" => texts.get("message-link", &[]),
                "body" => String::new(),
                detail if detail.starts_with("detail-") => detail
                    .strip_prefix("detail-")
                    .and_then(|n| m.details.get(n.parse::<usize>().ok()?))
                    .map(|kind| texts.get(&format!("message-detail-{}", kind.id()), &[]))
                    .unwrap_or_default(),
                _ => texts.get("internal-attachment", &[]),
            };
            page.push_str("<p class=\"body\" dir=\"auto\">");
            if !label.is_empty() {
                page.push_str(&format!(
                    "<span class=\"label\">{}</span> ",
                    escaped(&label)
                ));
            }
            marked(&mut page, texts, pieces);
            page.push_str("</p>\n");
        }
        page.push_str("</li>\n");
        out.write(&page)
    }

    fn end(&mut self, out: &mut dyn Output, texts: &Texts) -> Result<()> {
        self.close_part(out, texts)?;
        self.part = 0;
        out.file("index.html")?;
        let mut page = page_start(texts.lang().tag(), &texts.get("internal-title", &[]));
        page.push_str(&format!(
            "<header>\n{}<h1>{}</h1>\n<p>{}</p>\n</header>\n<main>\n<ol>\n",
            warning(texts),
            escaped(&texts.get("released-conversations", &[])),
            escaped(&texts.get("internal-intro", &[]))
        ));
        for (title, file, messages) in &self.listed {
            let n = u64::from(*messages);
            page.push_str(&format!(
                "<li><a href=\"{file}\" dir=\"auto\">{}</a> {}</li>\n",
                escaped(title),
                escaped(&texts.get("released-messages", &[("n", n.into())]))
            ));
        }
        page.push_str("</ol>\n");
        page.push_str(PAGE_END);
        out.write(&page)
    }
}
