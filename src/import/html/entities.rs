//! Character references of HTML: numbers, and the names that machine-made pages use. Others stay
//! as they are written.

use std::borrow::Cow;

const NAMED: [(&str, &str); 130] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("ensp", "\u{2002}"),
    ("emsp", "\u{2003}"),
    ("thinsp", "\u{2009}"),
    ("zwnj", "\u{200c}"),
    ("zwj", "\u{200d}"),
    ("lrm", "\u{200e}"),
    ("rlm", "\u{200f}"),
    ("shy", "\u{ad}"),
    ("hellip", "…"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("bull", "•"),
    ("middot", "·"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("euro", "€"),
    ("sect", "§"),
    ("deg", "°"),
    ("times", "×"),
    ("aring", "å"),
    ("Aring", "Å"),
    ("auml", "ä"),
    ("Auml", "Ä"),
    ("ouml", "ö"),
    ("Ouml", "Ö"),
    ("oslash", "ø"),
    ("Oslash", "Ø"),
    ("aelig", "æ"),
    ("AElig", "Æ"),
    ("eacute", "é"),
    ("uuml", "ü"),
    ("iexcl", "¡"),
    ("cent", "¢"),
    ("pound", "£"),
    ("curren", "¤"),
    ("yen", "¥"),
    ("brvbar", "¦"),
    ("uml", "¨"),
    ("ordf", "ª"),
    ("not", "¬"),
    ("macr", "¯"),
    ("plusmn", "±"),
    ("sup2", "²"),
    ("sup3", "³"),
    ("acute", "´"),
    ("micro", "µ"),
    ("para", "¶"),
    ("cedil", "¸"),
    ("sup1", "¹"),
    ("ordm", "º"),
    ("frac14", "¼"),
    ("frac12", "½"),
    ("frac34", "¾"),
    ("iquest", "¿"),
    ("Agrave", "À"),
    ("Aacute", "Á"),
    ("Acirc", "Â"),
    ("Atilde", "Ã"),
    ("Ccedil", "Ç"),
    ("Egrave", "È"),
    ("Eacute", "É"),
    ("Ecirc", "Ê"),
    ("Euml", "Ë"),
    ("Igrave", "Ì"),
    ("Iacute", "Í"),
    ("Icirc", "Î"),
    ("Iuml", "Ï"),
    ("ETH", "Ð"),
    ("Ntilde", "Ñ"),
    ("Ograve", "Ò"),
    ("Oacute", "Ó"),
    ("Ocirc", "Ô"),
    ("Otilde", "Õ"),
    ("Ugrave", "Ù"),
    ("Uacute", "Ú"),
    ("Ucirc", "Û"),
    ("Uuml", "Ü"),
    ("Yacute", "Ý"),
    ("THORN", "Þ"),
    ("szlig", "ß"),
    ("agrave", "à"),
    ("aacute", "á"),
    ("acirc", "â"),
    ("atilde", "ã"),
    ("ccedil", "ç"),
    ("egrave", "è"),
    ("ecirc", "ê"),
    ("euml", "ë"),
    ("igrave", "ì"),
    ("iacute", "í"),
    ("icirc", "î"),
    ("iuml", "ï"),
    ("eth", "ð"),
    ("ntilde", "ñ"),
    ("ograve", "ò"),
    ("oacute", "ó"),
    ("ocirc", "ô"),
    ("otilde", "õ"),
    ("divide", "÷"),
    ("ugrave", "ù"),
    ("uacute", "ú"),
    ("ucirc", "û"),
    ("yacute", "ý"),
    ("thorn", "þ"),
    ("yuml", "ÿ"),
    ("sbquo", "‚"),
    ("bdquo", "„"),
    ("lsaquo", "‹"),
    ("rsaquo", "›"),
    ("minus", "−"),
    ("oelig", "œ"),
    ("OElig", "Œ"),
    ("scaron", "š"),
    ("Scaron", "Š"),
    ("larr", "←"),
    ("rarr", "→"),
    ("hearts", "♥"),
];
/// Bytes between `&` and `;` that are looked at.
const LONGEST: usize = 12;

/// The text that is meant.
pub(in crate::import) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let name = from.get(1..).unwrap_or_default();
        let end = name.bytes().take(LONGEST).position(|byte| byte == b';');
        let meant = end.and_then(|end| Some((reference(name.get(..end)?)?, end + 2)));
        match meant {
            Some((meant, len)) => {
                out.push_str(&meant);
                rest = from.get(len..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = name;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The same text with every known name written as a number, and other names as plain text.
///
/// For the mail reader's text out of HTML: its own table of names finds nothing where an address
/// has 32 bits (`hashify` 0.2.9 cuts its 64-bit hash down before the remainder), as in the page.
pub(in crate::import) fn numbered(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        rest = from.get(1..).unwrap_or_default();
        let end = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric());
        let name = end.filter(|end| *end > 0 && rest.as_bytes().get(*end) == Some(&b';'));
        let Some(name) = name.and_then(|end| rest.get(..end)) else {
            out.push('&');
            continue;
        };
        match NAMED.iter().find(|(known, _)| *known == name) {
            Some((_, meant)) => {
                for character in meant.chars() {
                    out.push_str(&format!("&#{};", u32::from(character)));
                }
                rest = rest.get(name.len() + 1..).unwrap_or_default();
            }
            None => out.push_str("&#38;"),
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn reference(name: &str) -> Option<Cow<'static, str>> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, meant)| Cow::Borrowed(*meant));
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    let character = match code {
        0 => '\u{fffd}',
        // HTML Standard 13.2.5.80: these are Windows-1252
        0x80..=0x9f => {
            let byte = [u8::try_from(code).ok()?];
            let (text, ..) = encoding_rs::WINDOWS_1252.decode(&byte);
            text.chars().next()?
        }
        _ => char::from_u32(code).unwrap_or('\u{fffd}'),
    };
    Some(Cow::Owned(character.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_numbers_everywhere() {
        assert_eq!(
            numbered("K&aelig;re &Ouml;st &amp; co &#230; &fjlig; A&B; x & y"),
            "K&#230;re &#214;st &#38; co &#230; &#38;fjlig; A&#38;B; x & y"
        );
        assert_eq!(
            mail_parser::decoders::html::html_to_text(&numbered(
                "<p>K&aelig;re &eth;r &amp;aelig; &fjlig;</p>"
            )),
            "Kære ðr &aelig; &fjlig;\n"
        );
    }

    #[test]
    fn known_and_unknown() {
        assert_eq!(
            decode("a &amp;&lt;b&gt; &#039;&#x1F642;&#150;"),
            "a &<b> '🙂–"
        );
        assert_eq!(decode("S&oslash;ren &nbsp;"), "Søren \u{a0}");
        assert_eq!(decode("a & b &nope; &#xD83D; &"), "a & b &nope; \u{fffd} &");
    }
}
