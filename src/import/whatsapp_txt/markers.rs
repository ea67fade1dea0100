//! What the app itself writes into an export, as data: placeholders for left-out media, deleted
//! and edited messages, calls, places, polls, notices, and file names, in Danish, Swedish,
//! Norwegian, Finnish and English. A phone in another language gives plain text messages: nothing
//! is lost, only not told apart.
//!
//! Words were collected from public parsers' tables and exports; `docs/formats/whatsapp-txt.md`
//! says which are unconfirmed.

use super::header::{is_invisible, visible};

/// Languages, in the order in which equal votes are settled.
pub(super) const LANGUAGES: [&str; 5] = ["da", "sv", "nb", "fi", "en"];

/// What a marker means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// Media left out by the export, with the media type where the words tell.
    Omitted(Option<&'static str>),
    Sticker,
    ViewOnce,
    Deleted,
    /// Deleted by the owner of the phone.
    DeletedByOwner,
    Missed,
    Call,
    LiveLocation,
}

use Marker::{Call, Deleted, DeletedByOwner, LiveLocation, Missed, Omitted, Sticker, ViewOnce};

const IMAGE: Marker = Omitted(Some("image/*"));
const VIDEO: Marker = Omitted(Some("video/*"));
const AUDIO: Marker = Omitted(Some("audio/*"));
const GIF: Marker = Omitted(Some("image/gif"));
const DOCUMENT: Marker = Omitted(Some("application/*"));
const CARD: Marker = Omitted(Some("text/vcard"));
const MEDIA: Marker = Omitted(None);

/// Whole texts, in lower case without invisible marks, angle brackets and final full stop.
const WHOLE: &[(&str, &str, Marker)] = &[
    ("da", "billede udeladt", IMAGE),
    ("sv", "bild utesluten", IMAGE),
    ("nb", "bilde ikke inkludert", IMAGE),
    ("nb", "bilde utelatt", IMAGE),
    ("fi", "ei kuvaa", IMAGE),
    ("fi", "kuva jätetty pois", IMAGE),
    ("en", "image omitted", IMAGE),
    ("da", "video udeladt", VIDEO),
    ("sv", "video utesluten", VIDEO),
    ("nb", "video utelatt", VIDEO),
    ("fi", "videota ei sisällytetä", VIDEO),
    ("en", "video omitted", VIDEO),
    ("en", "video note omitted", VIDEO),
    ("da", "lyd udeladt", AUDIO),
    ("sv", "ljud utelslutet", AUDIO),
    ("sv", "ljud uteslutet", AUDIO),
    ("nb", "lyd utelatt", AUDIO),
    ("fi", "äänitiedostoa ei sisällytetä", AUDIO),
    ("en", "audio omitted", AUDIO),
    ("da", "klistermærke udeladt", Sticker),
    ("sv", "sticker utesluten", Sticker),
    ("nb", "klistremerke utelatt", Sticker),
    ("fi", "tarraa ei sisällytetty", Sticker),
    ("en", "sticker omitted", Sticker),
    ("da", "gif udeladt", GIF),
    ("sv", "gif utesluten", GIF),
    ("nb", "gif utelatt", GIF),
    ("fi", "gif-animaatio jätetty pois", GIF),
    ("en", "gif omitted", GIF),
    ("da", "dokument udeladt", DOCUMENT),
    ("sv", "dokument uteslutet", DOCUMENT),
    ("nb", "utelatt dokument", DOCUMENT),
    ("nb", "dokument utelatt", DOCUMENT),
    ("fi", "dokumenttia ei sisällytetä", DOCUMENT),
    ("en", "document omitted", DOCUMENT),
    ("da", "kontaktkort udeladt", CARD),
    ("sv", "kontaktkort uteslutet", CARD),
    ("nb", "kontaktkort sløyfet", CARD),
    ("fi", "yhteystietokortti jätettiin pois", CARD),
    ("en", "contact card omitted", CARD),
    ("da", "mediefil udeladt", MEDIA),
    ("da", "medier udeladt", MEDIA),
    ("sv", "media har utelämnats", MEDIA),
    ("sv", "media utelämnat", MEDIA),
    ("sv", "media utesluten", MEDIA),
    ("nb", "uten vedlegg", MEDIA),
    ("nb", "media utelatt", MEDIA),
    ("nb", "mediefil utelatt", MEDIA),
    ("fi", "media jätetty pois", MEDIA),
    ("fi", "media jätettiin pois", MEDIA),
    ("en", "media omitted", MEDIA),
    ("en", "view once voice message omitted", ViewOnce),
    ("en", "view once photo omitted", ViewOnce),
    ("en", "view once video omitted", ViewOnce),
    ("da", "denne besked er slettet", Deleted),
    ("da", "denne besked blev slettet", Deleted),
    ("da", "beskeden blev slettet", Deleted),
    ("sv", "det här meddelandet raderades", Deleted),
    ("sv", "detta meddelande raderades", Deleted),
    ("sv", "meddelandet raderades", Deleted),
    ("nb", "denne meldingen ble slettet", Deleted),
    ("fi", "tämä viesti poistettiin", Deleted),
    ("en", "this message was deleted", Deleted),
    ("da", "du har slettet denne besked", DeletedByOwner),
    ("da", "du slettede denne besked", DeletedByOwner),
    ("sv", "du har tagit bort meddelandet", DeletedByOwner),
    ("sv", "du raderade det här meddelandet", DeletedByOwner),
    ("sv", "du raderade detta meddelande", DeletedByOwner),
    ("nb", "du slettet denne meldingen", DeletedByOwner),
    ("fi", "poistit tämän viestin", DeletedByOwner),
    ("en", "you deleted this message", DeletedByOwner),
    ("da", "live placering delt", LiveLocation),
    ("sv", "liveposition delad", LiveLocation),
    ("nb", "posisjon i sanntid delt", LiveLocation),
    ("fi", "live-sijainti jaettu", LiveLocation),
    ("en", "live location shared", LiveLocation),
    ("da", "ubesvaret taleopkald", Missed),
    ("da", "mistet opkald", Missed),
    ("da", "ubesvaret videoopkald", Missed),
    ("sv", "missat röstsamtal", Missed),
    ("sv", "missat samtal", Missed),
    ("sv", "missat videosamtal", Missed),
    ("nb", "tapt taleanrop", Missed),
    ("nb", "tapt videoanrop", Missed),
    ("nb", "tapt videosamtale", Missed),
    ("fi", "vastaamaton äänipuhelu", Missed),
    ("fi", "vastaamaton videopuhelu", Missed),
    ("en", "missed voice call", Missed),
    ("en", "missed video call", Missed),
    ("en", "missed group voice call", Missed),
    ("en", "missed group video call", Missed),
    ("da", "taleopkald", Call),
    ("da", "videoopkald", Call),
    ("sv", "röstsamtal", Call),
    ("sv", "videosamtal", Call),
    ("nb", "taleanrop", Call),
    ("nb", "videoanrop", Call),
    ("fi", "äänipuhelu", Call),
    ("fi", "videopuhelu", Call),
    ("en", "voice call", Call),
    ("en", "video call", Call),
];

/// Ends of edited texts, in angle brackets, in lower case.
const EDITED: &[(&str, &str)] = &[
    ("da", "denne besked blev redigeret"),
    ("da", "denne besked er blevet redigeret"),
    ("da", "denne besked er redigeret"),
    ("sv", "det här meddelandet redigerades"),
    ("sv", "detta meddelande redigerades"),
    ("sv", "det här meddelandet har redigerats"),
    ("nb", "denne meldingen ble redigert"),
    ("nb", "denne meldingen er redigert"),
    ("fi", "tätä viestiä muokattiin"),
    ("fi", "tätä viestiä on muokattu"),
    ("fi", "viestiä muokattiin"),
    ("en", "this message was edited"),
];

/// Parts of notices, in lower case.
const NOTICES: &[(&str, &str)] = &[
    ("en", "end-to-end encrypt"),
    ("da", "end-to-end-kryptere"),
    ("sv", "komplett krypterade"),
    ("sv", "end-to-end-krypterade"),
    ("nb", "ende-til-ende-krypter"),
    ("fi", "täysin salattu"),
    ("fi", "päästä päähän -salattu"),
    ("da", "sikkerhedskode"),
    ("sv", "säkerhetskod"),
    ("nb", "sikkerhetskode"),
    ("fi", "turvanumero"),
    ("en", "security code"),
    ("da", "oprettede gruppen"),
    ("da", "tilføjede"),
    ("da", "har forladt gruppen"),
    ("da", "ændrede"),
    ("da", "er nu administrator"),
    ("da", "fjernede"),
    ("sv", "skapade gruppen"),
    ("sv", "lade till"),
    ("sv", "har lämnat gruppen"),
    ("sv", "ändrade"),
    ("sv", "är nu administratör"),
    ("sv", "tog bort"),
    ("nb", "opprettet gruppen"),
    ("nb", "la til"),
    ("nb", "forlot gruppen"),
    ("nb", "endret"),
    ("nb", "er nå administrator"),
    ("nb", "fjernet"),
    ("fi", "loi ryhmän"),
    ("fi", "lisäsi"),
    ("fi", "poistui ryhmästä"),
    ("fi", "vaihtoi"),
    ("fi", "olet nyt ylläpitäjä"),
    ("fi", "poisti"),
    ("en", "created group"),
    ("en", "created this group"),
    ("en", " added "),
    ("en", "added you"),
    ("en", " left"),
    ("en", "changed the subject"),
    ("en", "changed the group"),
    ("en", "changed this group"),
    ("en", "changed their phone number"),
    ("en", "joined using"),
    ("en", "disappearing messages"),
    ("en", "now an admin"),
    ("en", "removed "),
    ("en", "pinned a message"),
    ("en", "is a contact"),
    ("en", "blocked this contact"),
];

/// Notices that stand out without any mark before them.
const ENCRYPTION: usize = 7;
/// Characters of a notice at most.
const NOTICE_CHARS: usize = 600;

/// Names of the word before a file name in angle brackets (iOS).
const ATTACHED: &[&str] = &[
    "attached",
    "vedhæftet",
    "vedhæftet fil",
    "bifogad",
    "bifogat",
    "bifogad fil",
    "bilaga",
    "vedlagt",
    "vedlegg",
    "liite",
    "liitetiedosto",
];

/// What stands in brackets behind a file name (Android).
const FILE_ATTACHED: &[&str] = &[
    "file attached",
    "fil vedhæftet",
    "vedhæftet fil",
    "bifogad fil",
    "fil bifogad",
    "vedlagt fil",
    "fil vedlagt",
    "liitetiedosto",
    "tiedosto liitetty",
];

/// Beginnings of shared places and polls, in lower case.
const PLACES: &[&str] = &[
    "location: http",
    "placering: http",
    "lokation: http",
    "plats: http",
    "posisjon: http",
    "sted: http",
    "sijainti: http",
];
const POLLS: &[&str] = &[
    "poll:",
    "afstemning:",
    "omröstning:",
    "avstemning:",
    "kysely:",
    "äänestys:",
];

/// Votes for the language of the phone.
#[derive(Debug, Default)]
pub(super) struct Languages([u32; LANGUAGES.len()]);

impl Languages {
    fn vote(&mut self, language: &str) {
        let votes = LANGUAGES.iter().zip(&mut self.0);
        for (_, count) in votes.filter(|(known, _)| **known == language) {
            *count += 1;
        }
    }

    /// The language with most votes.
    pub fn winner(&self) -> Option<&'static str> {
        let best = LANGUAGES
            .iter()
            .zip(&self.0)
            .rev()
            .max_by_key(|(_, votes)| **votes)?;
        (*best.1 > 0).then_some(*best.0)
    }
}

fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

/// What a whole text means, and for documents the name before the words.
pub(super) fn whole<'a>(
    body: &'a str,
    languages: &mut Languages,
) -> Option<(Marker, Option<&'a str>)> {
    if body.len() > 300 || body.contains('\n') {
        return None;
    }
    let lower = plain(body);
    let bare = lower
        .trim()
        .trim_start_matches('<')
        .trim_end_matches('>')
        .trim_end_matches('.');
    let found = WHOLE.iter().find(|(_, text, _)| *text == bare);
    if let Some((language, _, marker)) = found {
        languages.vote(language);
        return Some((*marker, None));
    }
    // "Rapport.pdf • 2 sider dokument udeladt"
    if let Some((name, rest)) = body.split_once('•') {
        let rest = plain(rest);
        let (language, ..) = WHOLE
            .iter()
            .find(|(_, text, marker)| *marker == DOCUMENT && rest.trim_end().ends_with(text))?;
        languages.vote(language);
        return Some((DOCUMENT, Some(visible(name))));
    }
    // "Missed voice call, Tap to call back": only with the app's own mark before it
    if body.starts_with(is_invisible) {
        let start = bare.split(',').next().unwrap_or_default();
        let (language, _, marker) = WHOLE
            .iter()
            .find(|(_, text, marker)| matches!(marker, Missed | Call) && start == *text)?;
        languages.vote(language);
        return Some((*marker, None));
    }
    None
}

/// The text without the app's remark that it was edited.
pub(super) fn without_edited<'a>(body: &'a str, languages: &mut Languages) -> Option<&'a str> {
    let end = visible(body).strip_suffix('>')?;
    let at = end.rfind('<')?;
    let remark = plain(end.get(at + 1..)?);
    let (language, _) = EDITED
        .iter()
        .find(|(_, text)| remark.trim_end_matches('.') == *text)?;
    languages.vote(language);
    Some(
        end.get(..at)?
            .trim_end_matches(|c: char| c.is_whitespace() || is_invisible(c)),
    )
}

/// True for a notice of the app. `marked`: the app's invisible mark stood before the text.
pub(super) fn is_notice(text: &str, marked: bool, languages: &mut Languages) -> bool {
    if text.chars().take(NOTICE_CHARS + 1).count() > NOTICE_CHARS {
        return false;
    }
    let lower = plain(text);
    let tried = if marked { NOTICES.len() } else { ENCRYPTION };
    let found = NOTICES
        .iter()
        .take(tried)
        .find(|(_, part)| lower.contains(part));
    if let Some((language, _)) = found {
        languages.vote(language);
    }
    found.is_some()
}

/// Votes for the language of a line without sender.
pub(super) fn note_language(text: &str, languages: &mut Languages) {
    let _ = is_notice(text, true, languages);
}

/// The file that a text names, and the text without it.
pub(super) fn attached(body: &str, is_member: impl Fn(&str) -> bool) -> Option<(&str, String)> {
    in_angle_brackets(body).or_else(|| in_first_line(body, is_member))
}

fn in_angle_brackets(body: &str) -> Option<(&str, String)> {
    for (open, _) in body.match_indices('<') {
        let inside = body.get(open + 1..)?;
        let Some(close) = inside.find(['>', '\n']) else {
            continue;
        };
        if inside.as_bytes().get(close) != Some(&b'>') {
            continue;
        }
        let Some((word, name)) = inside.get(..close)?.split_once(": ") else {
            continue;
        };
        let before = body.get(..open)?;
        let marked = before.ends_with(is_invisible);
        let word = plain(word);
        let known = ATTACHED.contains(&word.trim());
        let name = visible(name);
        if name.is_empty() || !(known || marked && name.contains('.')) {
            continue;
        }
        let after = inside.get(close + 1..)?;
        let rest = [visible(before), visible(after)];
        let text = rest
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("\n");
        return Some((name, text));
    }
    None
}

fn in_first_line(body: &str, is_member: impl Fn(&str) -> bool) -> Option<(&str, String)> {
    let (first, rest) = body.split_once('\n').unwrap_or((body, ""));
    let inner = visible(first).strip_suffix(')')?;
    let (name, words) = inner.rsplit_once(" (")?;
    let name = visible(name);
    let coined = ["IMG-", "VID-", "AUD-", "PTT-", "DOC-", "STK-"]
        .iter()
        .any(|prefix| name.starts_with(prefix) && name.contains("-WA"));
    let known = FILE_ATTACHED.contains(&plain(words).trim());
    if !name.contains('.') || !(known || coined || is_member(name)) {
        return None;
    }
    Some((name, visible(rest).to_owned()))
}

/// True for a file name that the app gives stickers.
pub(super) fn is_sticker(name: &str) -> bool {
    name.starts_with("STK-") || name.contains("-STICKER-")
}

/// True for the text of a shared place.
pub(super) fn is_place(body: &str) -> bool {
    let start = plain(
        body.get(..body.floor_char_boundary(200))
            .unwrap_or_default(),
    );
    let start = start.trim_start();
    PLACES.iter().any(|place| start.starts_with(place))
        || start.contains("maps.google.com/?q=")
        || start.contains("maps.google.com/maps?q=")
}

/// True for the text of a poll.
pub(super) fn is_poll(body: &str) -> bool {
    let start = plain(body.get(..body.floor_char_boundary(40)).unwrap_or_default());
    POLLS
        .iter()
        .any(|poll| start.trim_start().starts_with(poll))
}

/// The chat's name in a file name.
pub(super) fn title(file_name: &str) -> Option<String> {
    let name = file_name.rsplit('/').next().unwrap_or(file_name);
    let lower = name.to_lowercase();
    let ends = [".txt", ".zip"];
    let end = ends
        .iter()
        .find(|end| lower.ends_with(**end))
        .map_or(0, |end| end.len());
    let mut name = name.get(..name.len() - end)?.trim().to_owned();
    if !name.contains(' ') {
        name = name.replace('_', " ");
    }
    // a second download: "… (1)"
    if let Some((before, number)) = name
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once(" ("))
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        name = before.to_owned();
    }
    let beginnings = [
        "whatsapp chat with ",
        "whatsapp chat - ",
        "whatsapp chat med ",
        "whatsapp-chat med ",
        "whatsapp-chatt med ",
        "whatsapp chatt med ",
        "whatsapp-samtale med ",
        "whatsapp-keskustelu henkilön ",
        "whatsapp-keskustelu: ",
        "whatsapp-keskustelu - ",
    ];
    let lower = name.to_lowercase();
    let start = beginnings.iter().find(|start| lower.starts_with(**start))?;
    let chat = name.get(start.len()..)?;
    let chat = chat.strip_suffix(" kanssa").unwrap_or(chat).trim();
    (!chat.is_empty()).then(|| chat.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encryption_comes_first() {
        let parts = NOTICES.iter().take(ENCRYPTION);
        assert!(parts.clone().all(|(_, part)| part.contains("krypter")
            || part.contains("encrypt")
            || part.contains("salattu")));
        assert!(
            WHOLE
                .iter()
                .all(|(_, text, _)| *text == text.to_lowercase())
        );
        assert!(
            NOTICES
                .iter()
                .all(|(language, _)| LANGUAGES.contains(language))
        );
    }

    #[test]
    fn whole_texts() {
        let mut votes = Languages::default();
        let mut marker = |body| whole(body, &mut votes).map(|(marker, _)| marker);
        assert_eq!(marker("\u{200e}billede udeladt"), Some(IMAGE));
        assert_eq!(marker("<Mediefil udeladt>"), Some(MEDIA));
        assert_eq!(marker("Du slettede denne besked."), Some(DeletedByOwner));
        assert_eq!(
            marker("\u{200e}Ubesvaret taleopkald, \u{200e}Tryk for at ringe"),
            Some(Missed)
        );
        assert_eq!(marker("taleopkald, det var hyggeligt"), None);
        assert_eq!(marker("hej"), None);
        let document = "Rapport.pdf • \u{200e}2 sider \u{200e}dokument udeladt";
        assert_eq!(
            whole(document, &mut votes),
            Some((DOCUMENT, Some("Rapport.pdf")))
        );
        assert_eq!(votes.winner(), Some("da"));
    }

    #[test]
    fn files() {
        let none = |_: &str| false;
        let (name, text) =
            attached("Se her \u{200e}<vedhæftet: 00000001-PHOTO-2022.jpg>", none).unwrap();
        assert_eq!((name, text.as_str()), ("00000001-PHOTO-2022.jpg", "Se her"));
        let (name, text) =
            attached("IMG-20201212-WA0014.jpg (bifogad fil)\nFin bild", none).unwrap();
        assert_eq!(
            (name, text.as_str()),
            ("IMG-20201212-WA0014.jpg", "Fin bild")
        );
        assert!(attached("jeg siger <dette: det.>", none).is_none());
        assert!(attached("et svar (måske)", none).is_none());
        assert!(attached("Plan.pdf (xyz)", |name| name == "Plan.pdf").is_some());
    }

    #[test]
    fn titles() {
        assert_eq!(
            title("WhatsApp Chat with Ida & Bo.txt").as_deref(),
            Some("Ida & Bo")
        );
        assert_eq!(title("WhatsApp Chat - Åsa.zip").as_deref(), Some("Åsa"));
        assert_eq!(
            title("WhatsApp-chatt med Åsa (1).txt").as_deref(),
            Some("Åsa")
        );
        assert_eq!(
            title("WhatsApp-keskustelu henkilön Matti kanssa.txt").as_deref(),
            Some("Matti")
        );
        assert_eq!(
            title("WhatsApp-samtale_med_Kari.txt").as_deref(),
            Some("Kari")
        );
        assert_eq!(title("_chat.txt"), None);
    }

    #[test]
    fn edited() {
        let mut votes = Languages::default();
        assert_eq!(
            without_edited("hej \u{200e}<Denne besked blev redigeret>", &mut votes),
            Some("hej")
        );
        assert_eq!(without_edited("hej <3>", &mut votes), None);
    }
}
