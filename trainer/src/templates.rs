//! Messages for training, filled from patterns of our own (`trainer/templates`): the corpora are
//! edited news, records offices get short messages.
//!
//! Slots: `{G}` given name, `{F}` full name, `{S}` surname, `{I}` given name with an initial, `{IS}`
//! initials with surname, `{P}` place, `{O}` firm, `{R}` street, `{B}` brand, `{X}` a name that a
//! thing bears (a ship, a storm, a school); `{G:s}` with genitive, `{G:lle}` with a Finnish case
//! ending.

use crate::{
    Outcome,
    corpus::{Kind, Sample, lang_of},
    gazetteer::Pools,
    inflect,
    rng::Rng,
};
use std::{fs, path::Path};

/// A pattern and the index of its language.
pub struct Template {
    text: String,
    lang: usize,
}

/// Reads all patterns.
pub fn read(folder: &Path) -> Outcome<Vec<Template>> {
    let mut all = Vec::new();
    for stem in ["da", "sv", "no", "fi", "en"] {
        let path = folder.join(format!("{stem}.txt"));
        let text = fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))?;
        all.extend(
            text.lines()
                .filter(|line| !line.is_empty())
                .map(|line| Template {
                    text: line.to_owned(),
                    lang: lang_of(stem),
                }),
        );
    }
    Ok(all)
}

impl Template {
    /// True for a pattern that can come out in more than one way.
    pub fn has_slots(&self) -> bool {
        self.text.contains('{')
    }

    /// The pattern as it stands, for counting words.
    pub fn plain(&self) -> Sample {
        let mut text = String::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            rest = after.split_once('}').map_or("", |(_, after)| after);
        }
        text.push_str(rest);
        Sample {
            text,
            spans: Vec::new(),
            lang: self.lang,
        }
    }

    /// One filling.
    pub fn fill(&self, pools: &Pools, rng: &mut Rng) -> Sample {
        let mut text = String::new();
        let mut spans = Vec::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((slot, after)) = after.split_once('}') else {
                break;
            };
            let (slot, case) = slot.split_once(':').unwrap_or((slot, ""));
            let (mut name, kind) = self.value(slot, pools, rng);
            match (case, self.lang) {
                ("", _) => {}
                ("s", 4) => name.push_str("'s"),
                ("s", _) if name.ends_with(['s', 'x', 'z']) => name.push('\''),
                ("s", _) => name.push('s'),
                (case, _) => name = inflect::finnish(&name, case),
            }
            let start = text.len();
            text.push_str(&name);
            spans.push((start, text.len(), kind));
            rest = after;
        }
        text.push_str(rest);
        Sample {
            text,
            spans,
            lang: self.lang,
        }
    }

    fn value(&self, slot: &str, pools: &Pools, rng: &mut Rng) -> (String, Kind) {
        let lang = self.lang;
        let initial = |rng: &mut Rng| char::from(b'A' + rng.below(26) as u8);
        match slot {
            "G" if rng.chance(60) => {
                let name = format!("{}-{}", pools.a_given(lang, rng), pools.a_given(lang, rng));
                (name, Kind::Person)
            }
            "G" if rng.chance(80) => (pools.a_full(lang, rng), Kind::Person),
            "G" => (pools.a_given(lang, rng), Kind::Person),
            "F" if rng.chance(100) => (pools.a_given(lang, rng), Kind::Person),
            "F" => (pools.a_full(lang, rng), Kind::Person),
            "S" => (pools.a_surname(lang, rng), Kind::Person),
            "I" => {
                let dot = if rng.chance(500) { "." } else { "" };
                (
                    format!("{} {}{dot}", pools.a_given(lang, rng), initial(rng)),
                    Kind::Person,
                )
            }
            "IS" => {
                let name = if rng.chance(500) {
                    format!("{}. {}", initial(rng), pools.a_surname(lang, rng))
                } else {
                    format!(
                        "{}.{}. {}",
                        initial(rng),
                        initial(rng),
                        pools.a_surname(lang, rng)
                    )
                };
                (name, Kind::Person)
            }
            "P" => {
                let place = pools.places.get(lang).and_then(|places| rng.pick(places));
                (place.cloned().unwrap_or_default(), Kind::Place)
            }
            "R" => (self.street(pools, rng), Kind::Place),
            "B" => {
                let brand = pools.brands.get(lang).and_then(|brands| rng.pick(brands));
                (brand.cloned().unwrap_or_default(), Kind::Organisation)
            }
            "X" => {
                let name = match rng.below(10) {
                    0..3 => pools.a_full(lang, rng),
                    3..5 => pools.a_surname(lang, rng),
                    _ => pools.a_given(lang, rng),
                };
                (name, Kind::Organisation)
            }
            _ => (self.firm(pools, rng), Kind::Organisation),
        }
    }

    fn street(&self, pools: &Pools, rng: &mut Rng) -> String {
        let lang = self.lang;
        let ways: &[&str] = match lang {
            0 => &[
                "svej",
                "sgade",
                "s Allé",
                "s Plads",
                " Jensens Vej",
                "s Torv",
                "parken",
            ],
            1 => &[
                "svägen", "sgatan", "s gata", "s väg", "s torg", "s plats", "gränd",
            ],
            2 => &["s gate", "s vei", "sgata", "vegen", "s plass", "s veg"],
            3 => &["nkatu", "nkuja", "n polku", "ntie", "n aukio"],
            _ => &[
                " Street",
                " Road",
                " Lane",
                " Avenue",
                " Close",
                "'s Square",
            ],
        };
        let name = match rng.below(3) {
            0 => pools.a_surname(lang, rng),
            1 => pools.a_given(lang, rng),
            _ if lang == 3 => pools.a_surname(lang, rng),
            _ => pools.a_full(lang, rng),
        };
        let number = if rng.chance(500) {
            format!(" {}", rng.below(120) + 1)
        } else {
            String::new()
        };
        format!("{name}{}{number}", rng.pick(ways).unwrap_or(&""))
    }

    fn firm(&self, pools: &Pools, rng: &mut Rng) -> String {
        let lang = self.lang;
        let ends: &[&str] = match lang {
            0 => &[
                " A/S",
                " ApS",
                "s Bøfhus",
                "s Auto",
                "s Bageri",
                " & Søn",
                " VVS",
                "s Tømrerforretning",
                "s Begravelsesforretning",
                " Advokater",
                " Gruppen",
                "s Køreskole",
                "s Frisør",
                " Fonden",
            ],
            1 => &[
                " AB",
                "s Bil",
                "s Rör",
                " & Söner",
                "s Bageri",
                " Bygg AB",
                "s El",
                "s Konditori",
                " Advokatbyrå",
                "s Taxi",
                " Fastigheter",
                "s Begravningsbyrå",
                "s stiftelse",
            ],
            2 => &[
                " AS",
                " ASA",
                "s Bakeri",
                " & Sønner",
                "s Bil",
                " Bygg AS",
                " Rørleggerservice",
                "s Blomster",
                " Eiendom",
                "s Transport",
                "s Legat",
            ],
            3 => &[
                " Oy",
                " Ky",
                " Tmi",
                " Oyj",
                "n Leipomo",
                " & Pojat",
                "n Auto",
                " Yhtiöt",
                "n Kukka",
            ],
            _ => &[
                " Ltd",
                " & Sons",
                "'s Bakery",
                " Inc",
                " LLP",
                " & Co",
                "'s Garage",
                " Plumbing",
                " Solicitors",
                "'s Cafe",
                " Foundation",
            ],
        };
        let name = match rng.below(4) {
            0 => pools.a_given(lang, rng),
            1 => format!(
                "{} & {}",
                pools.a_surname(lang, rng),
                pools.a_surname(lang, rng)
            ),
            _ => pools.a_surname(lang, rng),
        };
        let before = match (lang, rng.below(12)) {
            (0, 0) => "Advokatfirmaet ",
            (1, 0) => "Advokatfirman ",
            (2, 0) => "Advokatfirmaet ",
            (0, 1) => "Restaurant ",
            (1, 1) => "Restaurang ",
            (2, 1) => "Frisør ",
            (3, 0) => "Asianajotoimisto ",
            (3, 1) => "Ravintola ",
            _ => return format!("{name}{}", rng.pick(ends).unwrap_or(&"")),
        };
        format!("{before}{name}")
    }
}
