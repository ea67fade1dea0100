//! Accessible HTML without scripts and without anything from outside: `index.html` (account, how
//! it was checked, conversations) and one file per conversation, split at
//! [`MESSAGES_PER_FILE`] messages. Masks are real text; pictures carry a neutral text.

use super::{
    MESSAGES_PER_FILE, Output, Rendition,
    escape::{html, id},
};
use crate::{
    error::Result,
    locales::Texts,
    model::MessageKind,
    redact::{
        Redacted, ReleasedConversation, ReleasedHead, ReleasedMessage, ReleasedSummary, Segment,
    },
};

/// Style of all pages of a copy, internal ones included.
pub(super) const STYLE: &str = include_str!("copy.css");
/// The page runs nothing.
pub(super) const POLICY: &str = "script-src 'none'; object-src 'none'";
/// For small screens.
pub(super) const VIEWPORT: &str = "width=device-width, initial-scale=1";

struct Listed {
    title: String,
    messages: u32,
    file: String,
}

/// Writes the HTML files.
#[derive(Default)]
pub struct HtmlRendition {
    head: Option<ReleasedHead>,
    listed: Vec<Listed>,
    current: Option<ReleasedConversation>,
    part: u32,
    in_part: u32,
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    html(&mut out, text);
    out
}

/// Opening of a page up to and including `<main>`.
pub(super) fn page_start(lang: &str, title: &str) -> String {
    let title = escaped(title);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"{VIEWPORT}\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )
}

/// Closing of a page.
pub(super) const PAGE_END: &str = "</main>\n</body>\n</html>\n";

/// File of a part of a conversation.
pub(super) fn file_name(conversation: u32, part: u32) -> String {
    if part == 1 {
        format!("conversation-{conversation:04}.html")
    } else {
        format!("conversation-{conversation:04}-{part}.html")
    }
}

fn segments(out: &mut String, class: &str, label: Option<&str>, segments: &[Segment]) {
    if segments.is_empty() {
        return;
    }
    out.push_str(&format!("<p class=\"{class}\" dir=\"auto\">"));
    if let Some(label) = label {
        out.push_str("<span class=\"label\">");
        html(out, label);
        out.push_str("</span> ");
    }
    inline(out, segments);
    out.push_str("</p>\n");
}

fn inline(out: &mut String, segments: &[Segment]) {
    for segment in segments {
        match segment {
            Segment::Text(text) => html(out, text),
            Segment::Mask(mask) => mask_span(out, mask),
        }
    }
}

fn mask_span(out: &mut String, mask: &str) {
    out.push_str("<span class=\"mask\">");
    html(out, mask);
    out.push_str("</span>");
}

impl HtmlRendition {
    fn open_part(&mut self, out: &mut dyn Output, texts: &Texts) -> Result<()> {
        let Some(conversation) = &self.current else {
            return Ok(());
        };
        self.part += 1;
        self.in_part = 0;
        let number = conversation.conversation;
        out.file(&file_name(number, self.part))?;
        let mut title = conversation.title.clone();
        if conversation.messages > MESSAGES_PER_FILE {
            let part = texts.get("released-part", &[("n", u64::from(self.part).into())]);
            title = format!("{title} – {part}");
        }
        let released = texts.get("released-title", &[]);
        let mut page = page_start(texts.lang().tag(), &format!("{title} – {released}"));
        page.push_str("<header>\n");
        self.links(&mut page, texts);
        page.push_str(&format!("<h1 dir=\"auto\">{}</h1>\n", escaped(&title)));
        let count = texts.get(
            "released-messages",
            &[("n", u64::from(conversation.messages).into())],
        );
        page.push_str(&format!("<p>{}</p>\n</header>\n<main>\n", escaped(&count)));
        let start = (self.part - 1) * MESSAGES_PER_FILE + 1;
        page.push_str(&format!("<ol class=\"messages\" start=\"{start}\">\n"));
        out.write(&page)
    }

    fn links(&self, page: &mut String, texts: &Texts) {
        let Some(conversation) = &self.current else {
            return;
        };
        page.push_str("<nav>");
        let mut link = |href: &str, id: &str, rel: &str| {
            page.push_str(&format!(
                "<a href=\"{href}\"{rel}>{}</a> ",
                escaped(&texts.get(id, &[]))
            ));
        };
        link("index.html", "released-front", "");
        let number = conversation.conversation;
        if self.part > 1 {
            let file = file_name(number, self.part - 1);
            link(&file, "released-previous", " rel=\"prev\"");
        }
        if self.part * MESSAGES_PER_FILE < conversation.messages {
            let file = file_name(number, self.part + 1);
            link(&file, "released-next", " rel=\"next\"");
        }
        page.push_str("</nav>\n");
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

impl Rendition for HtmlRendition {
    fn id(&self) -> &'static str {
        "html"
    }

    fn begin(
        &mut self,
        _: &mut dyn Output,
        _: &Texts,
        head: &Redacted<ReleasedHead>,
    ) -> Result<()> {
        self.head = Some(head.get().clone());
        Ok(())
    }

    fn conversation(
        &mut self,
        out: &mut dyn Output,
        texts: &Texts,
        conversation: &Redacted<ReleasedConversation>,
    ) -> Result<()> {
        self.close_part(out, texts)?;
        let conversation = conversation.get().clone();
        self.listed.push(Listed {
            title: conversation.title.clone(),
            messages: conversation.messages,
            file: file_name(conversation.conversation, 1),
        });
        self.current = Some(conversation);
        self.part = 0;
        self.open_part(out, texts)
    }

    fn message(
        &mut self,
        out: &mut dyn Output,
        texts: &Texts,
        message: &Redacted<ReleasedMessage>,
    ) -> Result<()> {
        if self.in_part == MESSAGES_PER_FILE {
            self.close_part(out, texts)?;
            self.open_part(out, texts)?;
        }
        self.in_part += 1;
        let m = message.get();
        let mut page = String::new();
        let direction = id(m.direction);
        page.push_str(&format!(
            "<li id=\"m{}-{}\" class=\"message {direction}\">\n<p class=\"meta\">",
            m.conversation, m.message
        ));
        match &m.sender {
            Some(sender) => {
                let class = if sender.alias {
                    "sender mask"
                } else {
                    "sender"
                };
                page.push_str(&format!("<span class=\"{class}\">"));
                html(&mut page, &sender.name);
            }
            None => {
                page.push_str("<span class=\"sender\">");
                html(&mut page, &texts.get("message-sender-none", &[]));
            }
        }
        page.push_str("</span> ");
        if let Some(capacity) = m.capacity {
            let capacity = texts.get(&format!("capacity-{}", capacity.id()), &[]);
            page.push_str(&format!(
                "<span class=\"capacity\">{}</span> ",
                escaped(&capacity)
            ));
        }
        match &m.time {
            Some(time) => {
                let shown = time.replacen('T', " ", 1);
                let (time, shown) = (escaped(time), escaped(&shown));
                page.push_str(&format!("<time datetime=\"{time}\">{shown}</time>"));
            }
            None => html(&mut page, &texts.get("message-time-unknown", &[])),
        }
        let direction = texts.get(&format!("message-direction-{direction}"), &[]);
        page.push_str(&format!(
            " <span class=\"direction\">{}</span>",
            escaped(&direction)
        ));
        if m.edited {
            let edited = texts.get("message-edited", &[]);
            page.push_str(&format!(
                " <span class=\"edited\">{}</span>",
                escaped(&edited)
            ));
        }
        page.push_str("</p>\n");
        if let Some(mask) = &m.withheld {
            page.push_str("<p class=\"body\">");
            mask_span(&mut page, mask);
            page.push_str("</p>\n");
        } else if m.kind == MessageKind::Deleted && m.body.is_empty() {
            let deleted = texts.get("message-deleted", &[]);
            page.push_str(&format!("<p class=\"note\">{}</p>\n", escaped(&deleted)));
        }
        let label = |id: &str| texts.get(id, &[]);
        segments(
            &mut page,
            "subject",
            Some(&label("message-subject")),
            &m.subject,
        );
        segments(
            &mut page,
            "quoted",
            Some(&label("message-quoted")),
            &m.quoted,
        );
        segments(&mut page, "body", None, &m.body);
        segments(
            &mut page,
            "preview",
            Some(&label("message-link")),
            &m.link_preview,
        );
        for detail in &m.details {
            page.push_str("<p class=\"detail\" dir=\"auto\">");
            page.push_str(&format!(
                "<span class=\"label\">{}</span> ",
                escaped(&label(&format!("message-detail-{}", detail.detail.id())))
            ));
            if let Some(by) = &detail.by {
                page.push_str(&format!(
                    "<span class=\"sender\" dir=\"auto\">{}</span> ",
                    escaped(&by.name)
                ));
            }
            if let Some(time) = &detail.time {
                page.push_str(&format!(
                    "<time datetime=\"{time}\">{}</time> ",
                    time.replacen('T', " ", 1)
                ));
            }
            inline(&mut page, &detail.content);
            page.push_str("</p>\n");
        }
        if let Some(seconds) = m.call_seconds {
            let call = match seconds {
                Some(n) => texts.get("message-call", &[("n", n.into())]),
                None => label("message-call-missed"),
            };
            page.push_str(&format!("<p class=\"note\">{}</p>\n", escaped(&call)));
        }
        for attachment in &m.attachments {
            match (&attachment.file, &attachment.withheld) {
                (Some(file), _) => {
                    let digits: String = file.chars().filter(char::is_ascii_digit).collect();
                    let n: u64 = digits.parse().unwrap_or_default();
                    let alt = escaped(&texts.get("message-picture", &[("n", n.into())]));
                    page.push_str(&format!(
                        "<figure><img src=\"{file}\" alt=\"{alt}\" loading=\"lazy\"></figure>\n"
                    ));
                }
                (None, Some(mask)) => {
                    page.push_str("<p class=\"attachment\">");
                    mask_span(&mut page, mask);
                    page.push_str("</p>\n");
                }
                (None, None) => {}
            }
        }
        page.push_str("</li>\n");
        out.write(&page)
    }

    fn end(
        &mut self,
        out: &mut dyn Output,
        texts: &Texts,
        summary: &Redacted<ReleasedSummary>,
    ) -> Result<()> {
        self.close_part(out, texts)?;
        self.part = 0;
        let summary = summary.get();
        let text = |id: &str| escaped(&texts.get(id, &[]));
        out.file("index.html")?;
        let mut page = page_start(texts.lang().tag(), &texts.get("released-title", &[]));
        page.push_str(&format!(
            "<header>\n<h1>{}</h1>\n<p>{}</p>\n</header>\n<main>\n",
            text("released-title"),
            text("released-intro")
        ));
        if let Some(head) = &self.head {
            let rows = [
                ("released-authority", &head.authority),
                ("released-case-number", &head.case_number),
                ("released-from", &head.from),
                ("released-to", &head.to),
                ("released-zone", &head.zone),
            ];
            let mut list = String::new();
            for (id, value) in rows {
                if let Some(value) = value {
                    list.push_str(&format!(
                        "<dt>{}</dt><dd>{}</dd>\n",
                        text(id),
                        escaped(value)
                    ));
                }
            }
            if !list.is_empty() {
                page.push_str(&format!("<dl>\n{list}</dl>\n"));
            }
        }
        page.push_str(&format!(
            "<section aria-labelledby=\"account\">\n<h2 id=\"account\">{}</h2>\n<table>\n",
            text("released-account")
        ));
        let rows = [
            ("count-given", summary.given),
            ("count-part", summary.part),
            ("count-withheld", summary.withheld),
            ("count-outside", summary.outside),
            ("count-attachments-given", summary.attachments_given),
            ("count-attachments-withheld", summary.attachments_withheld),
        ];
        for (id, n) in rows {
            let row = format!("<tr><th scope=\"row\">{}</th><td>{n}</td></tr>\n", text(id));
            page.push_str(&row);
        }
        page.push_str("</table>\n</section>\n");
        if !summary.masks.is_empty() {
            page.push_str(&format!(
                "<section aria-labelledby=\"masks\">\n<h2 id=\"masks\">{}</h2>\n<table>\n",
                text("released-masks")
            ));
            for (mask, n) in &summary.masks {
                let mask = escaped(mask);
                page.push_str(&format!(
                    "<tr><th scope=\"row\"><span class=\"mask\">{mask}</span></th><td>{n}</td></tr>\n"
                ));
            }
            page.push_str("</table>\n</section>\n");
        }
        page.push_str(&format!(
            "<section aria-labelledby=\"checked\">\n<h2 id=\"checked\">{}</h2>\n<p>{}</p>\n<p>{}</p>\n\
             <h3>{}</h3>\n<p>{}</p>\n</section>\n",
            text("released-checked"),
            text("released-checked-text"),
            text("released-one-reviewer"),
            text("released-not-searched"),
            text("released-not-searched-text"),
        ));
        page.push_str(&format!(
            "<section aria-labelledby=\"conversations\">\n<h2 id=\"conversations\">{}</h2>\n<ol>\n",
            text("released-conversations")
        ));
        for listed in &self.listed {
            let n = u64::from(listed.messages);
            let count = texts.get("released-messages", &[("n", n.into())]);
            page.push_str(&format!(
                "<li><a href=\"{}\" dir=\"auto\">{}</a> <span class=\"count\">{}</span></li>\n",
                listed.file,
                escaped(&listed.title),
                escaped(&count)
            ));
        }
        page.push_str("</ol>\n</section>\n");
        page.push_str(PAGE_END);
        out.write(&page)
    }
}
