//! Context words: which words announce which category, which announce something else (an order,
//! an invoice, an account), and which of them stands nearest to a span. Whole words, both
//! directions, same line first, then the line above, then the neighbour messages.

use super::{
    DETECTORS,
    fold::fold,
    view::{View, Word, Words},
    wordmap::WordMap,
};
use crate::{finding::Category, text::ByteSpan};

/// Words looked at before a span.
const WORDS_BACK: usize = 6;
/// Words looked at after a span, on the same line.
const WORDS_AHEAD: usize = 6;
/// Distance added for a word on the line above.
const LINE_COST: usize = 2;
/// Bytes of the longest word that is looked up.
const LONGEST_WORD: usize = 48;
/// A neighbour message with more words than this says nothing about this one.
const NEAR_WORDS: usize = 25;

/// Words that announce a number which is nobody's personal one; `*` matches any ending.
const OTHERS: &[&str] = &[
    // orders, invoices, goods
    "ordre*",
    "order*",
    "bestilling*",
    "beställning*",
    "tilaus*",
    "faktura*",
    "invoice*",
    "lasku*",
    "parcel*",
    "pakke",
    "pakken",
    "pakkenummer*",
    "pakkelabel*",
    "fragtbrev*",
    "fraktsedel*",
    "fraktseddel*",
    "følgeseddel*",
    "följesedel*",
    "plukliste*",
    "rahtikirja*",
    "pakkenr*",
    "paketnr*",
    "paketnummer*",
    "artnr*",
    "batch*",
    "lotnr*",
    "stelnr*",
    "stelnummer*",
    "chassi*",
    "målernr*",
    "målernummer*",
    "mätarnr*",
    "mätarnummer*",
    "skadenr*",
    "skadenummer*",
    "skadeanmäl*",
    "forsikringsnr*",
    "försäkringsnr*",
    "försäkringsnummer*",
    "vakuutusnumero*",
    "sopimusnumero*",
    "avtalsnr*",
    "avtalsnummer*",
    "aftalenr*",
    "aftalenummer*",
    "avtalenr*",
    "avtalenummer*",
    "leverandørnr*",
    "leverantörsnr*",
    "medarbejdernr*",
    "medarbejdernummer*",
    "anställningsnr*",
    "anställningsnummer*",
    "ansattnr*",
    "ansattnummer*",
    "lønnr*",
    "matrikel*",
    "husnr*",
    "rekvisition*",
    "pakettinumero*",
    "lähetys*",
    "paket",
    "paketet",
    "paketti*",
    "kolli*",
    "sending*",
    "forsendelse*",
    "försändelse*",
    "shipment*",
    "tracking*",
    "sporing*",
    "spårning*",
    "seuranta*",
    "varenr*",
    "varenummer*",
    "artikel*",
    "artikkel*",
    "article*",
    "tuote*",
    "serie*",
    "serial*",
    "sarjanumero*",
    "stregkode*",
    "ean",
    "isbn",
    "issn",
    "sku",
    "model",
    "modell*",
    "version*",
    "versjon*",
    "versio*",
    "build",
    "kundenr*",
    "kundenummer*",
    "kundnr*",
    "kundnummer*",
    "asiakasnumero*",
    "medlemsnr*",
    "medlemsnummer*",
    "jäsennumero*",
    "abonnement*",
    "policenr*",
    "policenummer*",
    "kvittering*",
    "kvitto*",
    "kuitti*",
    "receipt*",
    "ref",
    "betalings*",
    "billet*",
    "biljett*",
    "bokning*",
    "booking*",
    "varaus*",
    "reservation*",
    "ticket*",
    // money
    "ocr",
    "kid",
    "kidnr",
    "kidnummer",
    "viite*",
    "viitenumero*",
    "referens*",
    "referanse*",
    "reference*",
    "betalingsid",
    "konto",
    "kontonr*",
    "kontonummer*",
    "konton*",
    "kontoen",
    "tilinumero*",
    "account*",
    "bankgiro*",
    "bg",
    "plusgiro*",
    "pg",
    "giro*",
    "reg",
    "beløb*",
    "belopp*",
    "summa*",
    "beløp*",
    "amount*",
    "saldo*",
    "kr",
    "dkk",
    "sek",
    "nok",
    "eur",
    // organisations, cases, law
    "cvr*",
    "orgnr*",
    "orgnummer*",
    "organisationsnummer*",
    "organisasjonsnummer*",
    "org",
    "ytunnus",
    "tunnus",
    "momsnr",
    "vat",
    "mva",
    "pnummer",
    "sagsnr*",
    "sagsnummer*",
    "dnr",
    "diarienr*",
    "diarienummer*",
    "ärende*",
    "ärendenummer*",
    "saksnr*",
    "saksnummer*",
    "asianumero*",
    "diaarinumero*",
    "journalnr*",
    "journalnummer*",
    "case",
    "kap",
    "stk",
    "lov",
    "lag",
    "lagen",
    "loven",
    "imei",
    "postnr*",
    "postnummer*",
    "postinumero*",
    "kl",
    "klo",
    "kello",
    "klokken",
    "klockan",
    "uge",
    "vecka",
    "viikko",
    "timestamp",
    "epoch",
    "unix",
    "uuid",
    "guid",
    "error",
    "logg",
    "loggid",
    "log",
    "logid",
    "logfil*",
    "loggfil*",
    "lokitunnus*",
    "fejlkode*",
    "felkod*",
    "feilkode*",
    "virhekoodi*",
    "zip",
];

/// Signs of a switchboard: its number is nobody's own.
pub(super) const SWITCHBOARD: &[&str] = &[
    "vaxel",
    "vaxeln",
    "vaxelnummer",
    "omstilling",
    "omstillingen",
    "hovednummer",
    "hovednummeret",
    "sentralbord",
    "sentralbordet",
    "vaihde",
    "vaihteen",
    "vaihteeseen",
    "switchboard",
    "reception",
    "receptionen",
    "resepsjonen",
    "kundeservice",
    "kundservice",
    "kundetjänst",
    "kundtjanst",
    "kundtjansten",
    "asiakaspalvelu",
    "asiakaspalvelun",
    "borgerservice",
    "kontaktcenter",
    "helpdesk",
    "hotline",
    "vagttelefon",
    "servicedesk",
    "lagevagten",
    "legevakt",
    "legevakten",
    "sjukvardsradgivningen",
    "vagtlagen",
];

/// Labels that also stand next to everything else: they raise their own category and lower none.
const GENERIC: &[&str] = &[
    "nr",
    "nummer",
    "numret",
    "nummeret",
    "numero",
    "number",
    "ring",
    "ringe",
    "ringa",
    "ringer",
    "call",
    "text",
    "sms",
    "smsa",
    "texta",
    "kontakt",
    "kontakta",
    "signal",
    "whatsapp",
    "vipps",
    "mobilepay",
    "direkte",
    "soita",
    "identity",
    "tunnus",
    "kort",
    "adresse",
    "server",
    "host",
    "fodt",
    "visa",
    "exp",
    "verification",
    "organisation",
    "organization",
    "business",
    "fo",
    "person",
    "pers",
    "foretaket",
    "foretak",
    "foretag*",
    "enk",
    "enkeltpersonforetak*",
    "bolag*",
    "aktiebolag*",
    "yritys",
    "yrityksen",
    "toiminimi*",
    "selskapet",
    "swedbank",
    "handelsbanken",
    "nordea",
    "seb",
    "skandia",
    "lansforsakringar",
    "p",
    "verify",
    "bekrafta",
    "bekrafte",
    "bekrefte",
    "vahvista",
    "iceland",
    "island",
    "id",
    "norwegian",
    "national",
    "patient",
    "y",
    "ly",
    "alv",
    "sim",
    "mac",
    "hsa",
    "islandsk",
    "islandska",
    "icelandic",
    "korekort",
    "korkort",
    "forerkort",
    "ajokortti",
    "autogiro",
    "giro",
    "kontot",
    "kto",
];

/// Words for "number": what stands right before them says of what.
const NUMBER: &[&str] = &[
    "nr", "nummer", "numret", "nummeret", "numero", "number", "no", "id", "tunnus",
];
/// Words that say so only there: "kunde nr", "Y-tunnus".
const BEFORE_NUMBER: &[&str] = &[
    "kunde", "kund", "asiakas", "customer", "client", "medlem", "member", "sag", "sags", "sak",
    "saks", "elev", "student", "y", "bruker", "bruger", "anvandar", "user",
];
/// Bytes between such a word and the word before it.
const JOINT: u32 = 2;

/// What a word announces, of all categories at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Says {
    /// One bit per category.
    own: u64,
    /// Something that is nobody's personal number.
    other: bool,
    /// Raises its own category and lowers none.
    generic: bool,
}

const _: () = assert!(Category::ALL.len() <= u64::BITS as usize);

const fn bit(category: Category) -> u64 {
    1 << category as u32
}

impl Says {
    fn join(self, more: Self) -> Self {
        Self {
            own: self.own | more.own,
            other: self.other || more.other,
            generic: self.generic || more.generic,
        }
    }

    /// True for a label of anything.
    fn any(self) -> bool {
        self.own != 0 || self.other
    }

    /// `Some(true)` for a label of `category`, `Some(false)` for a label of something else.
    fn of(self, category: Category) -> Option<bool> {
        if self.own & bit(category) != 0 {
            return Some(true);
        }
        (self.any() && !self.generic).then_some(false)
    }

    /// True where a personal number is announced, whatever the country.
    fn of_person(self) -> bool {
        self.own & PERSON_NUMBERS != 0
    }
}

/// All context words.
#[derive(Debug, Default)]
pub struct Lexicon {
    exact: WordMap<Says>,
    prefix: WordMap<Says>,
    heads: Heads,
}

/// Letters by which most words are told apart from all labels.
const HEAD: usize = 3;

/// The first letters of all labels: a word that begins with others is none. Letters whose bytes
/// differ in the upper bits only count as one.
#[derive(Debug, Default)]
struct Heads(Vec<u64>);

impl Heads {
    fn place(head: [u8; HEAD]) -> (usize, u64) {
        let at = head
            .iter()
            .fold(0, |at, byte| at << 5 | usize::from(byte & 31));
        (at >> 6, 1 << (at & 63))
    }

    fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut heads = vec![0; 1 << (5 * HEAD - 6)];
        for word in words {
            // a shorter one goes on in all ways
            let mut open = vec![[0; HEAD]];
            for at in 0..HEAD {
                let byte = word.as_bytes().get(at).copied();
                let next = open.into_iter().flat_map(|head: [u8; HEAD]| {
                    let bytes = byte.map_or(0..=31, |byte| byte..=byte);
                    bytes.map(move |byte| {
                        let mut head = head;
                        if let Some(slot) = head.get_mut(at) {
                            *slot = byte;
                        }
                        head
                    })
                });
                open = next.collect();
            }
            for head in open {
                let (slot, bit) = Self::place(head);
                if let Some(slot) = heads.get_mut(slot) {
                    *slot |= bit;
                }
            }
        }
        Self(heads)
    }

    /// False for a word that is surely no label and begins with none.
    fn may_be(&self, word: &str) -> bool {
        let Some(head) = word.as_bytes().first_chunk() else {
            return true;
        };
        let (slot, bit) = Self::place(*head);
        self.0.get(slot).is_some_and(|slot| slot & bit != 0)
    }
}

/// The words that decide a span's score.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Cues {
    /// Own label, with the place: evidence id, word and distance.
    pub own: Option<(&'static str, String, usize)>,
    /// How much of the label's raise counts, 0 to 1.
    pub weight: f32,
    /// A word that announces something else and stands nearer, with its distance.
    pub other: Option<(String, usize)>,
    /// True where that word announces a personal number of another country.
    pub kin: bool,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        let own = DETECTORS.iter().flat_map(|detector| {
            let says = Says {
                own: bit(detector.category()),
                ..Says::default()
            };
            detector.labels().iter().map(move |label| (*label, says))
        });
        let other = Says {
            other: true,
            ..Says::default()
        };
        let generic = Says {
            generic: true,
            ..Says::default()
        };
        let all = own
            .chain(OTHERS.iter().map(|word| (*word, other)))
            .chain(GENERIC.iter().map(|word| (*word, generic)));
        let (stems, words): (Vec<_>, Vec<_>) = all.partition(|(word, _)| word.ends_with('*'));
        let folded = |words: Vec<(&'static str, Says)>| -> Vec<(String, Says)> {
            let words = words.into_iter();
            let words = words.map(|(word, says)| (fold(word.trim_end_matches('*')), says));
            words.collect()
        };
        let (words, stems) = (folded(words), folded(stems));
        // shorter words are looked up without the heads
        let all = words.iter().filter(|(word, _)| word.len() >= HEAD);
        let all = all.chain(&stems);
        Self {
            heads: Heads::new(all.map(|(word, _)| word.as_str())),
            exact: WordMap::new(words, Says::join),
            prefix: WordMap::new(stems, Says::join),
        }
    }

    /// What a folded word announces.
    fn look_up(&self, word: &str) -> Says {
        // no label is longer; a text without spaces must not cost more
        let word = if word.len() > LONGEST_WORD { "" } else { word };
        if !self.heads.may_be(word) {
            return Says::default();
        }
        let exact = self.exact.get(word).unwrap_or_default();
        self.prefix.beginnings(word).fold(exact, Says::join)
    }

    /// The same for a word of a text, looked up once.
    fn says(&self, word: &Word) -> Says {
        *word.says.get_or_init(|| self.look_up(&word.key))
    }

    /// True where some word announces `category`.
    fn announced(&self, words: &Words, category: Category) -> bool {
        let all = words.own.get_or_init(|| {
            let says = words.words.iter().map(|word| self.says(word));
            says.fold(0, |all, says| all | says.own)
        });
        all & bit(category) != 0
    }

    /// True where the word is a label of anything.
    pub(super) fn knows(&self, word: &Word) -> bool {
        self.says(word).any()
    }
}

const PERSON_NUMBERS: u64 = bit(Category::SePersonnummer)
    | bit(Category::SeSamordningsnummer)
    | bit(Category::DkCpr)
    | bit(Category::NoFodselsnummer)
    | bit(Category::FiHetu)
    | bit(Category::SeReservnummer)
    | bit(Category::IsKennitala);

fn is_person_number(category: Category) -> bool {
    bit(category) & PERSON_NUMBERS != 0
}

/// The context of `span` for `category`.
pub(super) fn cues(view: &View<'_>, span: ByteSpan, category: Category) -> Cues {
    if let Some(cues) = column_cues(view, span, category) {
        return cues;
    }
    let words = view.words();
    let line = words.line(span.start);
    let last_line = words.line(span.end);
    let mut own: Option<(usize, &'static str, &str)> = None;
    let mut other: Option<(usize, &str)> = None;
    let announces = |word: &Word| view.lexicon.says(word).of(category);
    let mut see = |distance: usize, place: &'static str, word: &Word, says| match says {
        Some(true) if own.is_none_or(|(nearest, ..)| distance < nearest) => {
            own = Some((distance, place, view.of(word.span)));
        }
        Some(false) if other.is_none_or(|(nearest, _)| distance < nearest) => {
            other = Some((distance, view.of(word.span)));
        }
        _ => {}
    };
    let mut back = words.before(span.start).take(WORDS_BACK).peekable();
    let mut distance = 0;
    while let Some(word) = back.next() {
        // "cvr-nr.", "ordre nr": the pair is one label
        let joined = back
            .peek()
            .filter(|first| {
                NUMBER.contains(&word.key.as_str()) && word.span.start - first.span.end <= JOINT
            })
            .and_then(|first| {
                if announces(first) == Some(true) {
                    return Some(true);
                }
                let one_letter = category == Category::Phone && first.key == "p";
                if one_letter || BEFORE_NUMBER.contains(&first.key.as_str()) {
                    return Some(false);
                }
                announces(first)
            });
        let says = match joined {
            Some(says) => Some(says),
            None => announces(word),
        };
        match line - words.line(word.span.start).min(line) {
            _ if says == Some(false)
                && (taken(view, word.span.end, span.start)
                    || served(view, word.span.end, span.start)) => {}
            0 => see(distance, "context-before", word, says),
            1 => see(distance + LINE_COST, "context-before", word, says),
            _ => break,
        }
        distance += 1;
    }
    for (distance, word) in words.after(span.end).take(WORDS_AHEAD).enumerate() {
        if words.line(word.span.start) > last_line {
            break;
        }
        // "… efter kl 17": the word belongs to the number behind it
        if digits_follow(view.from(word.span.end)) {
            continue;
        }
        let says = announces(word);
        // "…, nås på 073-…": the label is that of the next number
        if says == Some(false) && number_near(view, word.span.end) {
            continue;
        }
        see(distance + 1, "context-after", word, says);
    }
    match (own, other) {
        (Some((distance, place, word)), other) if other.is_none_or(|(d, _)| distance <= d) => {
            Cues {
                own: Some((place, word.to_owned(), distance)),
                weight: 1.0,
                ..Cues::default()
            }
        }
        (Some((distance, place, word)), Some((nearer, against))) => Cues {
            own: Some((place, word.to_owned(), distance)),
            weight: 0.3,
            other: Some((against.to_owned(), nearer)),
            kin: false,
        },
        (None, Some((distance, against))) if distance <= 4 => Cues {
            kin: is_person_number(category) && view.lexicon.look_up(&fold(against)).of_person(),
            other: Some((against.to_owned(), distance)),
            ..Cues::default()
        },
        _ => neighbour_cues(view, category),
    }
}

/// Bytes from a label to the number that it belongs to.
const NEXT: u32 = 12;

/// True where a number of some length begins shortly behind a word.
fn number_near(view: &View<'_>, at: u32) -> bool {
    let next = view.groups.partition_point(|group| group.span.start < at);
    view.groups
        .get(next)
        .is_some_and(|group| group.span.start - at <= NEXT && group.span.len() >= 2)
}

/// Digits of the shortest number that takes a label for itself.
const TAKES: u32 = 5;

/// True where another number stands between a label and a span: the label is that number's.
fn taken(view: &View<'_>, from: u32, to: u32) -> bool {
    let Some(between) = view.between(from, to) else {
        return true;
    };
    let first = view.groups.partition_point(|group| group.span.start < from);
    let digits: u32 = view
        .groups
        .iter()
        .skip(first)
        .take_while(|group| group.span.end <= to)
        .map(|group| group.span.len())
        .sum();
    digits >= TAKES && between.contains([',', '.', ';', '\n'])
}

/// True where a word has a number of its own right behind it, and more than a gap stands between
/// that and the span: "kl 13. Pt. 191162-2067".
fn served(view: &View<'_>, from: u32, to: u32) -> bool {
    if !digits_follow(view.from(from)) {
        return false;
    }
    let first = view.groups.partition_point(|group| group.span.start < from);
    let Some(group) = view.groups.get(first).filter(|group| group.span.end < to) else {
        return false;
    };
    let Some(between) = view.between(group.span.end, to) else {
        return true;
    };
    between.contains(|c: char| c.is_alphabetic() || matches!(c, ';' | '!' | '?' | '\n'))
        || between.contains(". ")
        || between.contains(", ")
}

/// True where digits stand right behind, over a space and a sign at most.
fn digits_follow(text: &str) -> bool {
    text.trim_start_matches(['.', ':'])
        .trim_start_matches(' ')
        .starts_with(|c: char| c.is_ascii_digit() || c == '+')
}

/// In a table the header of the column is the label, and no word of another cell.
fn column_cues(view: &View<'_>, span: ByteSpan, category: Category) -> Option<Cues> {
    let header = view.table()?.header(span)?;
    let words = view.words();
    let mut other = None;
    for word in words.after(header.start) {
        if word.span.end > header.end {
            break;
        }
        match view.lexicon.says(word).of(category) {
            Some(true) => {
                return Some(Cues {
                    own: Some(("context-column", view.of(word.span).to_owned(), 0)),
                    weight: 1.0,
                    ..Cues::default()
                });
            }
            Some(false) if other.is_none() => {
                other = Some((view.of(word.span).to_owned(), 0));
            }
            _ => {}
        }
    }
    // a header that says nothing leaves the words of the row
    other.as_ref()?;
    Some(Cues {
        kin: other.as_ref().is_some_and(|(word, _)| {
            is_person_number(category) && view.lexicon.look_up(&fold(word)).of_person()
        }),
        other,
        ..Cues::default()
    })
}

/// What a label counts in the message before, in that before it, and so on.
const BEFORE: [f32; 3] = [0.9, 0.7, 0.5];
/// What a label counts in the message after.
const AFTER: f32 = 0.6;

fn neighbour_cues(view: &View<'_>, category: Category) -> Cues {
    let mut sides = vec![(view.words_before(), view.near_before(), BEFORE[0])];
    // a question that has its answer already asks for nothing here
    let mut answered = digits_in(view.near_before());
    for ((words, text), weight) in view.earlier().zip(BEFORE.into_iter().skip(1)) {
        if answered {
            break;
        }
        sides.push((words, text, weight));
        answered = digits_in(text);
    }
    sides.insert(1, (view.words_after(), view.near_after(), AFTER));
    for (words, text, weight) in sides {
        if words.words.len() > NEAR_WORDS || !view.lexicon.announced(words, category) {
            continue;
        }
        let label = words
            .words
            .iter()
            .find(|word| view.lexicon.says(word).of(category) == Some(true));
        if let Some(word) = label {
            let word = word.span.of(text).unwrap_or_default().to_owned();
            let asked = if asks(text) { QUESTION } else { 0.0 };
            return Cues {
                own: Some(("context-message", word, 0)),
                weight: weight + asked,
                ..Cues::default()
            };
        }
    }
    // "and the order number?"
    let words = &view.words_before().words;
    if words.len() <= NEAR_WORDS && asks(view.near_before()) {
        let other = words
            .iter()
            .rev()
            .find(|word| view.lexicon.says(word).of(category) == Some(false));
        if let Some(word) = other {
            let text = word.span.of(view.near_before()).unwrap_or_default();
            return Cues {
                other: Some((text.to_owned(), 0)),
                ..Cues::default()
            };
        }
    }
    Cues::default()
}

/// What a question adds to the weight of its label.
const QUESTION: f32 = 0.1;

fn asks(text: &str) -> bool {
    text.trim_end().ends_with('?')
}

/// Digits from which a message may be an answer.
const ANSWER: usize = 4;

fn digits_in(text: &str) -> bool {
    text.bytes()
        .filter(u8::is_ascii_digit)
        .nth(ANSWER - 1)
        .is_some()
}
