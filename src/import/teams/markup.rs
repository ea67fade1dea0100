//! Texts in Teams' and Skype's HTML: text, addresses, quotes, people that are addressed, signs.

use crate::{
    import::html::{Element, Node, fragment},
    model::{Detail, DetailKind, Message},
};

/// What a text holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub text: String,
    pub quoted: Option<String>,
    pub links: Vec<String>,
    /// Ids of pictures that are kept beside the text.
    pub hosted: Vec<String>,
    /// Alternative texts of pictures.
    pub pictures: Vec<String>,
    /// Id (where the text has one) and name of people that are addressed.
    pub people: Vec<(Option<String>, String)>,
    /// The mark of an edit.
    pub edited: bool,
}

/// Elements whose text is not the sender's.
fn is_quote(element: &Element) -> bool {
    let reply = element
        .attribute("itemtype")
        .is_some_and(|kind| kind.contains("Reply"));
    element.tag == "quote" || element.tag == "blockquote" && reply
}

/// Reads a text.
pub(super) fn read(html: &str) -> Said {
    if !html.contains(['<', '&']) {
        return Said {
            text: html.trim().to_owned(),
            ..Said::default()
        };
    }
    let mut element = fragment(html);
    signs(&mut element);
    let mut said = Said {
        text: element.text_without(&|one| is_quote(one) || one.tag == "legacyquote"),
        ..Said::default()
    };
    for one in element.all() {
        match one.tag.as_str() {
            _ if is_quote(one) && said.quoted.is_none() => {
                let text = one.text_without(&|inner| inner.tag == "legacyquote");
                said.quoted = Some(text).filter(|text| !text.is_empty());
            }
            "a" => said.links.extend(
                one.attribute("href")
                    .filter(|href| !href.is_empty() && !said.text.contains(href))
                    .map(str::to_owned),
            ),
            "img" => {
                let alt = one.attribute("alt").unwrap_or_default();
                if !alt.is_empty() && alt != "image" {
                    said.pictures.push(alt.to_owned());
                }
                let source = one.attribute("src").unwrap_or_default();
                let id = source.split("hostedContents/").nth(1);
                let id = id.and_then(|rest| rest.split('/').next());
                said.hosted.extend(id.map(str::to_owned));
            }
            "at" => said
                .people
                .push((one.attribute("id").map(str::to_owned), one.text())),
            "e_m" => said.edited = true,
            _ => {}
        }
    }
    said
}

/// Signs are elements with the sign in an attribute, in newer texts; the sign becomes text.
fn signs(element: &mut Element) {
    for node in &mut element.children {
        let Node::Element(inner) = node else {
            continue;
        };
        let sign = match inner.tag.as_str() {
            "emoji" => inner.attribute("alt"),
            "img"
                if inner
                    .attribute("itemtype")
                    .is_some_and(|kind| kind.contains("Emoji")) =>
            {
                inner.attribute("alt")
            }
            _ => None,
        };
        match sign.map(str::to_owned) {
            Some(sign) => *node = Node::Text(sign),
            None => signs(inner),
        }
    }
}

/// Puts a text into a message; a body that is there already stays.
pub(super) fn fill(message: &mut Message, said: Said) {
    if message.body.is_empty() {
        message.body = said.text.into();
    }
    for link in said.links {
        add(message, DetailKind::Link, link);
    }
    for picture in said.pictures {
        add(message, DetailKind::Description, picture);
    }
    if said.quoted.is_some() {
        message.extra_mut().quoted = said.quoted;
    }
    if said.edited {
        message.extra_mut().edited = true;
    }
}

/// Adds a text beside the body, once.
pub(super) fn add(message: &mut Message, kind: DetailKind, text: impl Into<String>) {
    let detail = Detail::new(kind, text);
    message.add_detail(detail);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts() {
        let said = read(
            r#"<p>Hej <at id="0">Åsa Ek</at>,</p><p>se <a href="https://example.org/x">listan</a> <emoji id="smile" alt="🙂"></emoji> &amp; ring</p><attachment id="1"></attachment>"#,
        );
        assert_eq!(said.text, "Hej Åsa Ek,\nse listan 🙂 & ring");
        assert_eq!(said.links, ["https://example.org/x"]);
        assert_eq!(said.people, [(Some("0".to_owned()), "Åsa Ek".to_owned())]);
        let said = read(
            r#"<quote author="bo" timestamp="1"><legacyquote>[1] Bo: </legacyquote>Kommer du?<legacyquote>
&lt;&lt;&lt; </legacyquote></quote>Ja<e_m a="bo" ts="1"></e_m>"#,
        );
        assert_eq!(said.text, "Ja");
        assert_eq!(said.quoted.as_deref(), Some("Kommer du?"));
        assert!(said.edited);
        assert_eq!(read("a < b").text, "a < b");
    }
}
