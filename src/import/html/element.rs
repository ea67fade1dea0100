//! Elements of a page and their text as people read it.

/// Elements that begin a line of their own.
const BLOCKS: [&str; 35] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// An element with what it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Element {
    /// Name in lower case.
    pub tag: String,
    /// Attributes, values decoded.
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum Node {
    Element(Element),
    /// Decoded.
    Text(String),
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.attribute("class")
            .is_some_and(|all| all.split_ascii_whitespace().any(|one| one == class))
    }

    pub fn is_block(&self) -> bool {
        BLOCKS.contains(&self.tag.as_str())
    }

    /// Elements directly inside.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// This element and all inside it, in the order of the page.
    pub fn all(&self) -> All<'_> {
        All(vec![self])
    }

    /// The first element inside with a class.
    pub fn by_class(&self, class: &str) -> Option<&Element> {
        self.all().skip(1).find(|element| element.has_class(class))
    }

    /// The text as it is read: white space joined, one line per block and `<br>`.
    pub fn text(&self) -> String {
        self.text_without(&|_| false)
    }

    /// [`Element::text`] without some elements.
    pub fn text_without(&self, left_out: &dyn Fn(&Element) -> bool) -> String {
        let mut out = Written::default();
        out.element(self, left_out);
        out.text.truncate(out.text.trim_end().len());
        out.text
    }

    /// The last text of the element that is not blank.
    pub fn last_text(&self) -> Option<&str> {
        self.children.iter().rev().find_map(|node| match node {
            Node::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            Node::Element(element) => element.last_text(),
        })
    }

    /// The texts of the element block by block, each with the block that holds it: all text, once.
    pub fn text_blocks(&self) -> Vec<(&Element, String)> {
        let mut found = Vec::new();
        for block in self
            .all()
            .filter(|one| one.is_block() || std::ptr::eq(*one, self))
        {
            let inner = |one: &Element| one.is_block() && !std::ptr::eq(one, block);
            let text = block.text_without(&inner);
            if !text.is_empty() {
                found.push((block, text));
            }
        }
        found
    }
}

/// Walk over an element and all inside it.
pub(in crate::import) struct All<'a>(Vec<&'a Element>);

impl<'a> Iterator for All<'a> {
    type Item = &'a Element;
    fn next(&mut self) -> Option<&'a Element> {
        let next = self.0.pop()?;
        self.0.extend(next.elements().rev());
        Some(next)
    }
}

#[derive(Default)]
struct Written {
    text: String,
    preformatted: u32,
}

impl Written {
    fn element(&mut self, element: &Element, left_out: &dyn Fn(&Element) -> bool) {
        if left_out(element) {
            return;
        }
        match element.tag.as_str() {
            "br" => {
                self.trim_blank();
                self.text.push('\n');
                return;
            }
            "script" | "style" | "template" => return,
            _ => {}
        }
        let block = element.is_block();
        if block {
            self.line();
        }
        self.preformatted += u32::from(element.tag == "pre");
        for node in &element.children {
            match node {
                Node::Text(text) => self.run(text),
                Node::Element(inner) => self.element(inner, left_out),
            }
        }
        self.preformatted -= u32::from(element.tag == "pre");
        if block {
            self.line();
        }
    }

    fn trim_blank(&mut self) {
        let end = self.text.trim_end_matches(' ').len();
        self.text.truncate(end);
    }

    fn line(&mut self) {
        self.trim_blank();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn run(&mut self, text: &str) {
        if self.preformatted > 0 {
            self.text.push_str(text);
            return;
        }
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
            } else {
                self.text.push(c);
            }
        }
    }
}
