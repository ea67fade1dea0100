//! Contact cards: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), one after another in one text.
//!
//! Folded lines, quoted-printable with its own folding, `CHARSET` of version 2.1, groups
//! (`item1.TEL`) and quoted parameters are read; pictures and sounds are passed over. A logical
//! line is cut at [`limits::BODY_BYTES`]. Cards inside cards (`AGENT`) are passed over.

use super::lines::Lines;
use crate::{
    error::{Code, Result},
    limits,
    model::{Detail, DetailKind},
};
use std::io::Read;

/// Properties whose values are no text.
const BINARY: [&str; 4] = ["PHOTO", "LOGO", "SOUND", "KEY"];

/// One card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Display name, else the parts of the name.
    pub name: Option<String>,
    /// Phone numbers as written.
    pub phones: Vec<String>,
    /// Mail addresses.
    pub emails: Vec<String>,
    /// Every other text by property: organisation, address, birthday, note …
    pub others: Vec<(String, String)>,
    /// First byte of the card in the decoded text.
    pub start: u64,
    /// One past its last byte.
    pub end: u64,
}

impl Card {
    /// True for a card that names nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.name.is_none() && self.phones.is_empty() && self.emails.is_empty()
    }

    /// Everything that the card says, for a message that it is attached to.
    #[must_use]
    pub fn details(&self) -> Vec<Detail> {
        let values = self.name.iter().chain(&self.phones).chain(&self.emails);
        let others = self.others.iter().map(|(_, value)| value);
        values
            .chain(others)
            .filter(|value| !value.trim().is_empty())
            .map(|value| Detail::new(DetailKind::ContactCard, value.as_str()))
            .collect()
    }
}

/// What comes next.
#[derive(Debug)]
pub enum Piece {
    /// A whole card.
    Card(Card),
    /// A card that ends early or is begun twice.
    Broken(Code, u64, u64),
    /// Text outside of cards.
    Stray,
    /// Part of a card.
    Line,
    /// The end.
    End,
}

/// Reads cards.
pub struct Cards {
    lines: Lines,
    /// The logical line, unfolded.
    logical: Vec<u8>,
    pending: bool,
    open: Option<Card>,
    /// Name parts of the card at hand, for one without a display name.
    parts: Option<String>,
    /// Depth of cards inside the card at hand.
    agents: u32,
    agent_follows: bool,
    stray: bool,
    ended: bool,
}

impl Cards {
    /// Over decoded text.
    #[must_use]
    pub fn new(text: Box<dyn Read>) -> Self {
        Self {
            lines: Lines::new(text),
            logical: Vec::new(),
            pending: false,
            open: None,
            parts: None,
            agents: 0,
            agent_follows: false,
            stray: false,
            ended: false,
        }
    }

    /// Bytes read.
    #[must_use]
    pub fn offset(&self) -> u64 {
        self.lines.offset()
    }

    /// Why the text ended early.
    #[must_use]
    pub fn failure(&self) -> Option<Code> {
        self.lines.failure
    }

    /// The next piece: at most one logical line is read.
    ///
    /// # Errors
    /// [`Code::Io`].
    pub fn piece(&mut self) -> Result<Piece> {
        let Some(start) = self.unfold()? else {
            let failure = self.lines.failure.unwrap_or(Code::Truncated);
            let open = self.open.take();
            return Ok(open.map_or(Piece::End, |card| {
                Piece::Broken(failure, card.start, self.lines.offset())
            }));
        };
        let end = if self.pending {
            self.lines.start
        } else {
            self.lines.offset()
        };
        let text = String::from_utf8_lossy(&self.logical).into_owned();
        let Some(line) = Property::read(&text) else {
            if !text.trim().is_empty() && self.open.is_none() {
                return Ok(self.outside());
            }
            return Ok(Piece::Line);
        };
        let is_card = line.value.trim().eq_ignore_ascii_case("vcard");
        match line.name.as_str() {
            "BEGIN" if is_card && (self.agents > 0 || self.agent_follows) => {
                self.agents += 1;
                self.agent_follows = false;
            }
            "BEGIN" if is_card => {
                self.stray = false;
                self.parts = None;
                let begun = Card {
                    start,
                    ..Card::default()
                };
                if let Some(card) = self.open.replace(begun) {
                    return Ok(Piece::Broken(Code::MalformedRecord, card.start, start));
                }
            }
            "END" if is_card && self.agents > 0 => self.agents -= 1,
            "END" if is_card => {
                if let Some(mut card) = self.open.take() {
                    card.end = end;
                    card.name = card.name.take().or(self.parts.take());
                    return Ok(Piece::Card(card));
                }
                return Ok(self.outside());
            }
            _ if self.agents > 0 => {}
            _ => match &mut self.open {
                Some(card) => {
                    // Version 2.1 writes a card in place of the value, from the next line on.
                    self.agent_follows = line.name == "AGENT" && line.value.trim().is_empty();
                    if !self.agent_follows {
                        line.put(card, &mut self.parts);
                    }
                }
                None => return Ok(self.outside()),
            },
        }
        Ok(Piece::Line)
    }

    /// Text outside of cards is told once for each run.
    fn outside(&mut self) -> Piece {
        if std::mem::replace(&mut self.stray, true) {
            Piece::Line
        } else {
            Piece::Stray
        }
    }

    fn advance(&mut self) -> Result<bool> {
        if self.pending {
            self.pending = false;
            return Ok(true);
        }
        if self.ended {
            return Ok(false);
        }
        let more = self.lines.next()?;
        self.ended = !more;
        Ok(more)
    }

    /// Reads one logical line; gives its start.
    fn unfold(&mut self) -> Result<Option<u64>> {
        if !self.advance()? {
            return Ok(None);
        }
        let start = self.lines.start;
        self.logical.clear();
        self.logical.extend_from_slice(&self.lines.line);
        let quoted = is_quoted_printable(&self.logical);
        let binary = is_binary(&self.logical);
        while self.advance()? {
            let next = &self.lines.line;
            let room = (limits::BODY_BYTES as usize).saturating_sub(self.logical.len());
            if quoted && self.logical.last() == Some(&b'=') {
                self.logical.pop();
                self.logical.extend(next.iter().take(room));
            } else if let Some((b' ' | b'\t', rest)) = next.split_first() {
                if !binary {
                    self.logical.extend(rest.iter().take(room));
                }
            } else if self.lines.continued {
                // A line that is too long: its rest is passed over.
            } else {
                self.pending = true;
                break;
            }
        }
        Ok(Some(start))
    }
}

fn head_of(line: &[u8]) -> String {
    let end = memchr::memchr(b':', line).unwrap_or(line.len());
    String::from_utf8_lossy(line.get(..end).unwrap_or_default()).to_ascii_uppercase()
}

fn is_quoted_printable(line: &[u8]) -> bool {
    head_of(line).contains("QUOTED-PRINTABLE")
}

fn is_binary(line: &[u8]) -> bool {
    let head = head_of(line);
    let name = head.split([';', ':']).next().unwrap_or_default();
    let name = name.rsplit('.').next().unwrap_or_default();
    BINARY.contains(&name)
}

/// One property.
struct Property {
    name: String,
    value: String,
}

impl Property {
    fn read(line: &str) -> Option<Self> {
        let mut quoted = false;
        let colon = line.char_indices().find(|(_, c)| {
            quoted ^= *c == '"';
            *c == ':' && !quoted
        })?;
        let (head, value) = line.split_at(colon.0);
        let value = value.get(1..).unwrap_or_default();
        let mut parts = head.split(';');
        let name = parts.next().unwrap_or_default().trim();
        let name = name
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase();
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if name.is_empty() || !name.chars().all(plain) {
            return None;
        }
        let mut encoding = "";
        let mut charset = None;
        for part in parts {
            let (key, value) = part.split_once('=').unwrap_or(("", part));
            match (key.trim().to_ascii_uppercase().as_str(), value.trim()) {
                ("ENCODING" | "", value) if value.eq_ignore_ascii_case("quoted-printable") => {
                    encoding = "q";
                }
                ("ENCODING", value)
                    if matches!(value.to_ascii_lowercase().as_str(), "b" | "base64") =>
                {
                    encoding = "b";
                }
                ("", value) if value.eq_ignore_ascii_case("base64") => encoding = "b",
                ("CHARSET", value) => charset = Some(value.trim_matches('"').to_owned()),
                _ => {}
            }
        }
        let value = match encoding {
            "q" => decoded(&quoted_printable(value), charset.as_deref()),
            "b" => String::new(),
            _ => value.to_owned(),
        };
        Some(Self { name, value })
    }

    fn put(self, card: &mut Card, parts: &mut Option<String>) {
        let Self { name, value } = self;
        match name.as_str() {
            "FN" => {
                let text = unescaped(&value);
                if card.name.is_none() && !text.is_empty() {
                    card.name = Some(text);
                } else {
                    card.others.push((name, text));
                }
            }
            "N" => {
                // family; given; additional; prefix; suffix
                let fields = split(&value, ';');
                let order = [3, 1, 2, 0, 4];
                let words: Vec<&str> = order
                    .iter()
                    .filter_map(|at| fields.get(*at))
                    .map(|field| field.trim())
                    .filter(|field| !field.is_empty())
                    .collect();
                *parts = (!words.is_empty()).then(|| words.join(" "));
            }
            "TEL" => push(&mut card.phones, uri(&unescaped(&value), "tel:")),
            "EMAIL" => push(&mut card.emails, uri(&unescaped(&value), "mailto:")),
            "VERSION" | "PRODID" | "REV" | "UID" | "CATEGORIES" | "CLASS" | "SORT-STRING" => {}
            _ if BINARY.contains(&name.as_str()) => {}
            _ => {
                let fields = split(&value, ';');
                let words: Vec<&str> = fields
                    .iter()
                    .map(|field| field.trim())
                    .filter(|field| !field.is_empty())
                    .collect();
                if !words.is_empty() {
                    card.others.push((name, words.join(", ")));
                }
            }
        }
    }
}

fn push(list: &mut Vec<String>, value: String) {
    if !value.is_empty() && !list.contains(&value) {
        list.push(value);
    }
}

/// The value of an address that may be written as a URI (version 4.0).
fn uri(value: &str, scheme: &str) -> String {
    let value = value.trim();
    match value.get(..scheme.len()) {
        Some(head) if head.eq_ignore_ascii_case(scheme) => {
            let rest = value.get(scheme.len()..).unwrap_or_default();
            rest.split(';').next().unwrap_or_default().to_owned()
        }
        _ => value.to_owned(),
    }
}

/// Fields of a structured value, unescaped.
fn split(value: &str, separator: char) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut escaped = false;
    for c in value.chars() {
        let field = match fields.last_mut() {
            Some(field) => field,
            None => continue,
        };
        match c {
            _ if escaped => {
                field.push(if matches!(c, 'n' | 'N') { '\n' } else { c });
                escaped = false;
            }
            '\\' => escaped = true,
            c if c == separator => fields.push(String::new()),
            c => field.push(c),
        }
    }
    fields
}

fn unescaped(value: &str) -> String {
    // No separator: the whole value is one field.
    split(value, '\0').concat().trim().to_owned()
}

/// RFC 2045 section 6.7; what is no code stays as it is.
fn quoted_printable(value: &str) -> Vec<u8> {
    let bytes = value.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at).copied() {
        let code = bytes.get(at + 1..at + 3).and_then(|code| {
            let code = std::str::from_utf8(code).ok()?;
            u8::from_str_radix(code, 16).ok()
        });
        match code {
            Some(code) if byte == b'=' => {
                out.push(code);
                at += 3;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

fn decoded(bytes: &[u8], charset: Option<&str>) -> String {
    let named = charset.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    let encoding = match (named, std::str::from_utf8(bytes)) {
        (Some(encoding), _) => encoding,
        (None, Ok(text)) => return text.to_owned(),
        (None, Err(_)) => encoding_rs::WINDOWS_1252,
    };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// All cards of a small text, for cards that a message carries.
///
/// # Errors
/// [`Code::Io`].
pub fn cards(text: Box<dyn Read>) -> Result<Vec<Card>> {
    let mut reader = Cards::new(text);
    let mut found = Vec::new();
    loop {
        match reader.piece()? {
            Piece::Card(card) => found.push(card),
            Piece::End => return Ok(found),
            Piece::Broken(..) | Piece::Stray | Piece::Line => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Cursor;

    fn read(text: &str) -> Vec<Card> {
        cards(Box::new(Cursor::new(text.as_bytes().to_vec()))).unwrap()
    }

    #[test]
    fn version_2_1_with_quoted_printable() {
        let found = read(
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96berg;=C3=85sa;;;\r\n\
             FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85sa =\r\n=C3=96berg\r\nTEL;CELL;PREF:070-174 06 05\r\n\
             TEL;WORK:+46 31 390 06 00\r\nEMAIL;INTERNET:asa@example.org\r\n\
             NOTE;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:bl=E5 b=E4r\r\n\
             PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n SkZJRg==\r\n\r\nEND:VCARD\r\n",
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name.as_deref(), Some("Åsa Öberg"));
        assert_eq!(found[0].phones, ["070-174 06 05", "+46 31 390 06 00"]);
        assert_eq!(found[0].emails, ["asa@example.org"]);
        assert_eq!(found[0].others, [("NOTE".to_owned(), "blå bär".to_owned())]);
    }

    #[test]
    fn versions_3_and_4() {
        let found = read(
            "BEGIN:VCARD\nVERSION:3.0\nN:Ærø;Søren;;Dr.;\nitem1.TEL;TYPE=\"cell,voice\":+45 20 12\n  34 56\n\
             item1.X-ABLabel:Privat\nORG:Kommunen\\, Vej\\;Park;Drift\nADR;TYPE=home:;;Gade 1\\n2. sal;By;;1000;\nEND:VCARD\n\
             begin:vcard\nVERSION:4.0\nFN:Bo Test\nTEL;VALUE=uri;TYPE=cell:tel:+46-70-174-06-06;ext=5\n\
             EMAIL:mailto:bo@example.org\nBDAY:19900230\nend:vcard\n",
        );
        assert_eq!(found[0].name.as_deref(), Some("Dr. Søren Ærø"));
        assert_eq!(found[0].phones, ["+45 20 12 34 56"]);
        let org = found[0]
            .others
            .iter()
            .find(|(name, _)| name == "ORG")
            .unwrap();
        assert_eq!(org.1, "Kommunen, Vej;Park, Drift");
        let address = found[0]
            .others
            .iter()
            .find(|(name, _)| name == "ADR")
            .unwrap();
        assert_eq!(address.1, "Gade 1\n2. sal, By, 1000");
        assert_eq!(found[1].phones, ["+46-70-174-06-06"]);
        assert_eq!(found[1].emails, ["bo@example.org"]);
        assert!(
            found[1]
                .details()
                .iter()
                .any(|detail| detail.text == "19900230")
        );
    }

    #[test]
    fn damage_costs_one_card() {
        let text =
            "x\nBEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nTEL:1\nEND:VCARD\ny\nz\nBEGIN:VCARD\nFN:C\n";
        let mut reader = Cards::new(Box::new(Cursor::new(text)));
        let mut seen = Vec::new();
        loop {
            match reader.piece().unwrap() {
                Piece::Card(card) => seen.push(card.name.unwrap()),
                Piece::Broken(code, ..) => seen.push(code.id().to_owned()),
                Piece::Stray => seen.push("stray".to_owned()),
                Piece::Line => {}
                Piece::End => break,
            }
        }
        assert_eq!(
            seen,
            ["stray", "malformed-record", "B", "stray", "truncated"]
        );
    }

    #[test]
    fn an_agent_is_no_card_of_its_own() {
        let found = read(
            "BEGIN:VCARD\nVERSION:2.1\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nTEL:12345\nEND:VCARD\nTEL:54321\nEND:VCARD\n",
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name.as_deref(), Some("A"));
        assert_eq!(found[0].phones, ["54321"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_its_end(text in "(BEGIN:VCARD\n|END:VCARD\n|FN:|TEL;|AGENT:\n|=\n| |;ENCODING=QUOTED-PRINTABLE:|=C3|\\PC{0,4}|\n){0,30}") {
            let _ = read(&text);
        }
    }
}
