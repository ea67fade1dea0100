//! Registration plates of the Nordic countries and the United Kingdom, and chassis numbers (VIN, ISO
//! 3779) as a kind of the same id. A plate in capitals of a form that little else has is found alone;
//! the others need a word for a vehicle near, since "ABC 123" is also a course code. Lower case is
//! found next to such a word only. Personal plates are not found.

use crate::{
    detect::{
        Detector,
        fold::fold,
        score::Proposal,
        shape::{self, compact, is_upper},
        value::{self, word_near},
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct VehiclePlate;

/// Form, score alone, score in the language of its country, that language.
const PLATES: &[(&str, f32, f32, &str)] = &[
    ("AAA 99A", 0.72, 0.8, "sv"),
    ("AAA99A", 0.68, 0.76, "sv"),
    ("AAA-99A", 0.6, 0.62, "sv"),
    ("AAA 999", 0.48, 0.58, "sv"),
    ("AAA999", 0.45, 0.56, "sv"),
    ("AAA-999", 0.45, 0.66, "fi"),
    ("AA 99 999", 0.84, 0.88, "da"),
    ("AA99 999", 0.62, 0.7, "da"),
    ("AA 99999", 0.55, 0.68, "nb"),
    ("AA99999", 0.42, 0.56, "nb"),
    ("AA-99999", 0.35, 0.5, "nb"),
    ("AA99 AAA", 0.74, 0.78, "en"),
    ("AA99AAA", 0.62, 0.66, "en"),
    ("AA-999", 0.2, 0.4, "fi"),
    ("AAA-99", 0.2, 0.45, "fi"),
    ("AA 9999", 0.1, 0.3, "nb"),
    ("AA9999", 0.05, 0.25, "nb"),
    ("AAA 99", 0.1, 0.3, "fi"),
    ("AA 999", 0.05, 0.1, "is"),
    ("AA999", 0.05, 0.1, "is"),
    ("AA A99", 0.1, 0.1, "is"),
    ("AAA-9", 0.05, 0.2, "fi"),
];

/// Words for the plate itself.
const STRONG: &[&str] = &[
    "nummerplade*",
    "nrplade*",
    "plade",
    "pladen",
    "regnr",
    "regnumret",
    "regnumr*",
    "regnummer*",
    "registreringsn*",
    "registreringsskylt*",
    "nummerskilt*",
    "nummerskylt*",
    "skiltnummer*",
    "bilskilt*",
    "skiltnr",
    "regskylt*",
    "skylt",
    "skylten",
    "skyltar",
    "bilnummer*",
    "bilnr",
    "kjennemerke*",
    "kjenneteikn*",
    "rekisterinumero*",
    "rekisteritunnu*",
    "rekisterikilpi*",
    "rekkari*",
    "kilpi",
    "kilvet",
    "plate",
    "plates",
    "numberplate*",
    "registration",
    "reg",
];
/// Words for vehicles.
const VEHICLES: &[&str] = &[
    "bil",
    "bilen",
    "bilens",
    "biler",
    "bilar",
    "bilarna",
    "personbil*",
    "firmabil*",
    "elbil*",
    "hyrbil*",
    "lejebil*",
    "leiebil*",
    "leasingbil*",
    "tjenestebil*",
    "tjanstebil*",
    "privatbil*",
    "bobil*",
    "tilhenger*",
    "tilhanger*",
    "slapvagn*",
    "vogn",
    "vognen",
    "scooter*",
    "skuter*",
    "rekka",
    "perakarry*",
    "skilt",
    "skiltet",
    "varebil*",
    "lastbil*",
    "varevogn*",
    "kassevogn*",
    "køretøj*",
    "koretoj*",
    "fordon*",
    "kjoretoy*",
    "motorcykel*",
    "motorsykkel*",
    "mc",
    "knallert*",
    "moped*",
    "trailer*",
    "anhænger*",
    "anhanger*",
    "slap",
    "slapet",
    "henger*",
    "husbil*",
    "autocamper*",
    "skåpbil*",
    "taxi*",
    "drosje*",
    "bus",
    "bussen",
    "parker*",
    "parkera*",
    "pysako*",
    "volvo*",
    "saab*",
    "vw",
    "volkswagen*",
    "golf*",
    "toyota*",
    "audi*",
    "bmw*",
    "mercedes*",
    "ford*",
    "opel*",
    "skoda*",
    "octavia*",
    "corolla*",
    "yaris*",
    "leaf",
    "omistaja*",
    "agare*",
    "agaren",
    "ejer",
    "ejeren",
    "eier",
    "eieren",
    "owner",
    "transportstyrelse*",
    "motorstyrelse*",
    "vegvesen*",
    "traficom*",
    "trafi",
    "rekisteri",
    "kia*",
    "tesla*",
    "peugeot*",
    "renault*",
    "citroen*",
    "fiat*",
    "mazda*",
    "nissan*",
    "hyundai*",
    "seat",
    "suzuki*",
    "honda*",
    "polo",
    "passat*",
    "auto",
    "auton",
    "autoni",
    "autossa",
    "autolla",
    "autosta",
    "autoa",
    "pakettiauto*",
    "henkiloauto*",
    "kuorma*",
    "moottoripyora*",
    "ajoneuvo*",
    "mopo*",
    "car",
    "cars",
    "van",
    "vehicle*",
    "truck",
    "lorry",
    "motorbike*",
    "driver",
    "forer",
    "forare",
    "forer",
    "kørte",
    "korte",
    "korde",
    "kjorte",
    "stulen",
    "stjalet",
    "stjalen",
    "bärgad",
    "slæbt",
    "synet",
    "besiktig*",
    "katsast*",
    "syn",
];
/// Letters in capitals that are no plate.
const OTHER: &[&str] = &[
    "NO", "DK", "SE", "FI", "IS", "KR", "ID", "NR", "EU", "PO", "PB", "TV", "IT", "HR", "EN", "IP",
    "PC", "BG", "PG", "GB", "KB", "MB", "TB", "KL", "CA", "OM", "PÅ", "AF", "AV", "TL", "PL",
    "SMS", "USD", "EUR", "DKK", "SEK", "NOK", "ISK", "GBP", "ISO", "DIN", "OSL", "RUM", "SAL",
    "BUS", "KAP", "ART", "VER", "LVU", "LSS", "SOL", "HSL", "PBL", "REG", "BIL", "CAR", "VAN",
    "KTO", "ENS", "AND", "THE", "FOR", "MED", "OCH", "ELE", "MAX", "MIN", "TLF", "TEL", "TFN",
    "MOB", "PUH", "PIN", "PUK", "CVR", "CPR", "ORG", "EAN", "KID", "OCR", "IKT", "UTC", "GMT",
    "ICD", "DSM", "SFS", "BEK", "LOV", "LBK", "CVV", "CVC", "MAT", "HF", "UK", "US", "VG", "IB",
    "JA",
];
/// Ordinary words of three and two letters that stand before a number, in any case.
const WORDS: &[&str] = &[
    "og", "er", "pa", "til", "nr", "kl", "ca", "den", "det", "med", "for", "ved", "fra", "om",
    "av", "af", "i", "on", "ja", "ei", "bil", "bus", "tog", "gang", "ar", "kr", "rum", "sal",
    "dag", "uge", "tel", "tlf", "mob", "pin", "kod", "var", "har", "min", "din", "hun", "han",
    "hon", "ett", "en", "et", "to", "tre", "fem", "som", "der", "kun", "max", "min", "top", "lag",
    "lov", "the", "and", "was", "has", "her", "his", "our", "for", "of", "at", "by", "in", "is",
    "it", "no", "id", "or", "an", "as", "be", "we", "he", "me", "my", "us", "so", "do", "go", "up",
    "car", "van", "reg", "own", "fra", "och", "men", "vid", "ur", "inn", "ut", "ny", "nya", "auto",
    "kello", "klo", "noin", "yli", "vai", "tai", "eli", "kun", "jos", "niin", "kpl", "ned", "op",
];

const MARKS: &[&str] = &[
    "stelnr",
    "stelnummer",
    "stel nr",
    "chassinummer",
    "chassinr",
    "chassi",
    "vin",
    "vin-nr",
    "vin-nummer",
    "vin-kode",
    "understellsnummer",
    "understellsnr",
    "valmistenumero",
    "alustanumero",
    "runkonumero",
    "chassis",
    "rammenummer",
    "stelnummeret",
];
/// Makers of most cars in the Nordic countries (ISO 3780).
const MAKERS: &[&str] = &[
    "YV", "YS", "YK", "VF", "WV", "WB", "WD", "WA", "W0", "W1", "WM", "TM", "KN", "KM", "JT", "JM",
    "JN", "JH", "JF", "SB", "SA", "SJ", "SH", "VS", "VN", "VR", "ZF", "5Y", "LR", "UU", "NM", "XP",
    "7S", "1G", "1F", "1H", "2H", "3V", "VB", "WF", "WP", "TR", "LS", "LV", "LY", "L6",
];

impl Detector for VehiclePlate {
    fn category(&self) -> Category {
        Category::VehiclePlate
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "nummerplade*",
            "registreringsnummer*",
            "rekisterinumero*",
            "rekisteritunnus*",
            "regnummer*",
            "nummerskilt*",
            "skiltnummer*",
            "bilnummer*",
            "numberplate*",
        ]
    }

    fn marks(&self) -> &'static [&'static str] {
        MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        let Some(end) = value::label_end(view, mark.span.end) else {
            return;
        };
        let Some(found) = value::after(view, end, 4) else {
            return;
        };
        let text = view.from(found.at);
        let length = text
            .bytes()
            .take(24)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let span = ByteSpan::new(found.at, found.at + length as u32);
        let digits = view.of(span).bytes().filter(u8::is_ascii_digit).count();
        // older frames have shorter numbers
        let score = match length {
            17 => 0.95,
            8..=16 if digits >= 4 => 0.78,
            _ => return,
        };
        let key = compact(view.of(span));
        out.push(
            Proposal::certain(self.category(), span, key, score)
                .why("kind-vin")
                .why_word("context-before", view.of(mark.span)),
        );
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        for group in &view.groups {
            plate(view, group.span, out);
            vin(view, group.span, out);
        }
    }
}

fn plate(view: &View<'_>, group: ByteSpan, out: &mut Vec<Proposal>) {
    let digits = group.len();
    if !(1..=5).contains(&digits) {
        return;
    }
    let start = value::letters_before(view.text, group.start, 3);
    let letters = view
        .of(ByteSpan::new(start, group.start))
        .trim_end_matches([' ', '-']);
    if letters.len() < 2 {
        return;
    }
    let text = view.from(start);
    let found = PLATES
        .iter()
        .filter_map(|plate| shape::fit(text, plate.0).map(|length| (length, plate)))
        .max_by_key(|(length, _)| *length);
    let Some((length, (form, alone, home, lang))) = found else {
        return;
    };
    let span = ByteSpan::new(start, start + length as u32);
    let written = view.of(span);
    let upper = is_upper(written);
    let after = view.from(span.end);
    let goes_on = after
        .strip_prefix(['-', '/', '.', ',', ':'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || after.starts_with(['%', '@', '_'])
        || view
            .until(start)
            .ends_with(['@', '/', '-', '_', '.', '=', '#']);
    if goes_on || (upper && OTHER.contains(&letters)) {
        return;
    }
    if !upper && WORDS.contains(&fold(letters).as_str()) {
        return;
    }
    // a capital and small letters: "Rum 123"
    let mixed = !upper && letters.starts_with(|c: char| c.is_ascii_uppercase());
    if mixed && form.contains([' ', '-']) {
        return;
    }
    if view.covers().in_link(span) {
        return;
    }
    let strong = word_near(view, span, STRONG, 4, 3);
    let weak = || word_near(view, span, VEHICLES, 6, 4);
    let spaced = form.contains(' ');
    let (score, word) = match (upper, strong) {
        (true, Some(word)) => (0.94, Some(word)),
        (false, Some(word)) => (if spaced { 0.8 } else { 0.86 }, Some(word)),
        (true, None) => {
            let home = match view.likely_lang() {
                Some(spoken)
                    if spoken == *lang
                        || (*lang == "da" || *lang == "nb")
                            && matches!(spoken, "da" | "nb" | "nn" | "no") =>
                {
                    *home
                }
                _ => *alone,
            };
            match weak() {
                Some(word) => (0.9_f32.max(home), Some(word)),
                None => (home, None),
            }
        }
        (false, None)
            if (spaced && *form != "AA 99 999" && *form != "AAA 99A") || form.len() < 6 =>
        {
            return;
        }
        (false, None) => match weak() {
            Some(word) => (0.72, Some(word)),
            None => return,
        },
    };
    let mut proposal =
        Proposal::certain(Category::VehiclePlate, span, compact(written), score).why("plate-form");
    if let Some(word) = word {
        proposal = proposal.why_word("context-before", &word);
    }
    out.push(proposal);
}

/// Seventeen capitals and digits without I, O and Q that end in digits.
fn vin(view: &View<'_>, group: ByteSpan, out: &mut Vec<Proposal>) {
    if group.len() < 4 || group.len() > 12 {
        return;
    }
    let head = view.until(group.end);
    let start = head.len()
        - head
            .bytes()
            .rev()
            .take(18)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
    let written = head.get(start..).unwrap_or_default();
    let next = view.from(group.end).chars().next();
    let clean = !next.is_some_and(char::is_alphanumeric)
        && !view
            .until(start as u32)
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '=' | '_' | '-'));
    if written.len() != 17
        || !clean
        || !written.bytes().all(|byte| {
            (byte.is_ascii_uppercase() || byte.is_ascii_digit()) && !b"IOQ".contains(&byte)
        })
    {
        return;
    }
    let maker = MAKERS.iter().any(|maker| written.starts_with(maker));
    let letters = written.bytes().filter(u8::is_ascii_uppercase).count();
    if letters < 4 {
        return;
    }
    let score = if maker { 0.84 } else { 0.45 };
    let span = ByteSpan::new(start as u32, group.end);
    out.push(
        Proposal::certain(Category::VehiclePlate, span, written.to_owned(), score).why("kind-vin"),
    );
}
