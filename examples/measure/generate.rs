//! Made-up exports in the form of "SMS Backup & Restore", the same for the same arguments. Numbers
//! and names belong to nobody.

use crate::Outcome;
use serde_json::{Value, json};
use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
};

/// What to write.
pub struct Shape {
    /// Bytes or messages.
    pub limit: u64,
    /// The limit counts messages.
    pub messages: bool,
    /// Conversations.
    pub threads: u64,
    /// Messages of a hundred that hold something to find.
    pub findings: u64,
}

/// Made-up texts and names.
pub const SENTENCES: &[&str] = &[
    "Hej, kan vi flytte mødet til i morgen tidlig?",
    "Jeg har lagt papirerne i mappen på kontoret, så du kan se dem før frokost.",
    "Det passer fint, vi ses ved indgangen &#128522;",
    "Kan du ringe, når du er færdig med den anden sag?",
    "Jag är lite sen, bussen har inte kommit ännu.",
    "Tack för i går, det var ett bra möte och alla verkade nöjda med förslaget.",
    "Skicka gärna bilden igen, den gick inte att öppna på min telefon.",
    "Vi borde prata om det här med resten av gruppen innan vi bestämmer något.",
    "Ok!",
    "Ja, det gør jeg &amp; jeg tager kaffe med.",
    "Har du hørt noget fra kommunen endnu? De lovede svar inden fredag.",
    "Nej, inte än, men jag frågar igen på måndag om ingen har hört av sig.",
];

/// Made-up texts and names.
pub const FOUND: &[&str] = &[
    "Mit nummer er +46 70 174 06 21, ring gerne efter kl. 16.",
    "Skriv til mig på britta.berg@example.org i stedet.",
    "Personnumret är 890101-9802, står det i beslutet.",
    "Din engangskode er 482913. Del den ikke med nogen.",
    "Kontot är SE35 5000 0000 0549 1000 0003 om du vill betala nu.",
    "Adgangskoden er Blaabaer-Grod7! til den delte mappe.",
];

/// Made-up texts and names.
pub const NAMES: &[&str] = &[
    "Mette Prøvesen",
    "Åsa Exempelsson",
    "Jørgen Testgaard",
    "Birgitta Påhittad",
    "Søren Opdigtet",
    "Linnéa Provström",
];

/// A generator of numbers that is good enough to choose sentences (Knuth's MMIX constants).
pub struct Dice(pub u64);

impl Dice {
    /// A number below the limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }

    /// One of the list.
    pub fn choose<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let at = self.below(list.len() as u64) as usize;
        list.get(at).copied().unwrap_or_default()
    }
}

/// Text messages, one element each, with all attributes that the app writes.
pub fn messages(shape: &Shape, path: &Path) -> Outcome<Value> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let mut dice = Dice(1);
    let mut text_bytes = 0;
    let mut written = 0u64;
    let mut messages = 0u64;
    let head = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses>\n";
    out.write_all(head.as_bytes())?;
    while (if shape.messages { messages } else { written }) < shape.limit {
        let thread = dice.below(shape.threads);
        let mut body = String::new();
        for n in 0..=dice.below(3) {
            if n > 0 {
                body.push(' ');
            }
            body.push_str(dice.choose(SENTENCES));
        }
        if dice.below(100) < shape.findings {
            body.push(' ');
            body.push_str(dice.choose(FOUND));
        }
        let name = NAMES
            .get(thread as usize % NAMES.len())
            .copied()
            .unwrap_or_default();
        let date = 1_577_836_800_000 + messages * 60_000 + dice.below(50_000);
        let line = format!(
            "  <sms protocol=\"0\" address=\"+4670{:07}\" date=\"{date}\" type=\"{}\" subject=\"null\" body=\"{body}\" toa=\"null\" sc_toa=\"null\" service_center=\"null\" read=\"1\" status=\"-1\" locked=\"0\" date_sent=\"{}\" sub_id=\"1\" readable_date=\"1. jan. 2020 01.00.00\" contact_name=\"{name} {thread}\" />\n",
            1_740_605 + thread,
            1 + dice.below(2),
            date - 1_000,
        );
        text_bytes += body.len() as u64;
        written += line.len() as u64;
        messages += 1;
        out.write_all(line.as_bytes())?;
    }
    out.write_all(b"</smses>\n")?;
    out.flush()?;
    Ok(json!({ "messages": messages, "bytes": written, "text_bytes": text_bytes }))
}

/// Messages with a large picture each: base64 of noise under a JPEG's first bytes.
pub fn media(bytes: u64, path: &Path) -> Outcome<Value> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const PART: usize = 3 << 20;
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let mut dice = Dice(2);
    let data: Vec<u8> = (0..PART)
        .filter_map(|_| LETTERS.get(dice.below(64) as usize).copied())
        .collect();
    out.write_all(b"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses>\n")?;
    let (mut written, mut messages) = (0u64, 0u64);
    while written < bytes {
        let date = 1_577_836_800_000 + messages * 60_000;
        let head = format!(
            "<mms date=\"{date}\" msg_box=\"1\" address=\"+46701740605\" contact_name=\"Mette Prøvesen\" m_type=\"132\"><parts><part seq=\"0\" ct=\"image/jpeg\" name=\"billede.jpg\" cl=\"billede{messages}.jpg\" text=\"null\" data=\"/9j/4AAQSkZJ"
        );
        let tail =
            "\" /></parts><addrs><addr address=\"+46701740605\" type=\"137\" /></addrs></mms>\n";
        // A different piece each time: equal ones would say nothing about a real file.
        let from = dice.below(PART as u64 / 8) as usize * 4;
        let piece = data.get(from..).unwrap_or_default();
        out.write_all(head.as_bytes())?;
        out.write_all(piece)?;
        out.write_all(tail.as_bytes())?;
        written += (head.len() + piece.len() + tail.len()) as u64;
        messages += 1;
    }
    out.write_all(b"</smses>\n")?;
    out.flush()?;
    Ok(json!({ "messages": messages, "bytes": written }))
}
