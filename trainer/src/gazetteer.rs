//! Name lists: from public statistics to coarse classes for the page and to pools of names that the
//! training texts are filled with.

use crate::{
    Outcome,
    corpus::{Kind, Sample},
    rng::Rng,
};
use flate2::read::GzDecoder;
use maskera::detect::names::{
    lists::{Listed, Lists},
    token::{self, Tokens},
    word::hash_of,
};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{BufRead, BufReader, Read},
    path::Path,
};

/// All that is known of words, by lower-cased form.
#[derive(Default)]
pub struct Gazetteer {
    /// Classes.
    pub words: BTreeMap<String, Listed>,
}

/// Names to fill in, per language of [`crate::corpus::LANGS`].
#[derive(Default)]
pub struct Pools {
    /// Given names, common ones more often.
    pub given: [Vec<String>; 5],
    /// Surnames.
    pub surname: [Vec<String>; 5],
    /// Given names of other origin.
    pub given_abroad: Vec<String>,
    /// Surnames of other origin.
    pub surname_abroad: Vec<String>,
    /// Towns and countries.
    pub places: [Vec<String>; 5],
    /// Brands, shops, firms, works and ships.
    pub brands: [Vec<String>; 5],
}

fn rows(folder: &Path, list: &str) -> Outcome<Vec<(String, String)>> {
    let path = folder.join(format!("names/{list}.tsv.gz"));
    let file = File::open(&path).map_err(|why| format!("{}: {why}", path.display()))?;
    let mut out = Vec::new();
    for line in BufReader::new(GzDecoder::new(file)).lines() {
        let line = line?;
        if let Some((name, value)) = line.split_once('\t') {
            out.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }
    Ok(out)
}

/// Words of a list by frequency that count as often used.
const OFTEN: usize = 3_000;

/// Class of a number of bearers.
fn bucket(bearers: u64) -> u8 {
    match bearers {
        20_000.. => 4,
        2_000.. => 3,
        200.. => 2,
        _ => 1,
    }
}

/// Two-element Swedish surnames beyond the hundred most common ones.
const FIRST: &[&str] = &[
    "Lind", "Berg", "Ny", "Lund", "Ström", "Sjö", "Ek", "Björk", "Hed", "Dal", "Nord", "Söder",
    "Öst", "Väst", "Ceder", "Hell", "Sand", "Å", "Öhr", "Ås", "Gran", "Alm", "Holm", "Skog",
    "Blom", "Grön", "Hag", "Wall", "Norr", "Ahl", "Ham", "Rosen", "Stål", "Sten", "Engel", "Malm",
];
const SECOND: &[&str] = &[
    "berg", "ström", "gren", "qvist", "kvist", "lund", "man", "stedt", "dahl", "vall", "holm",
    "ros", "feldt", "skiöld", "blad", "fors", "mark", "blom", "dén", "ell", "én",
];

impl Gazetteer {
    /// Reads all lists below `folder` and those of the trainer.
    pub fn read(folder: &Path, own: &Path) -> Outcome<(Self, Pools)> {
        let mut all = Self::default();
        let mut pools = Pools::default();
        let given: [(&str, usize); 4] = [
            ("se-given", 1),
            ("fi-given", 3),
            ("dk-given", 0),
            ("no-given", 2),
        ];
        for (list, lang) in given {
            for (name, count) in rows(folder, list)? {
                let bearers = count.parse().unwrap_or(0);
                all.given(&name, bucket(bearers));
                // common names often, so that the pool looks like a population
                let times = match bearers {
                    20_000.. => 12,
                    5_000.. => 6,
                    1_000.. => 3,
                    50.. => 1,
                    _ => usize::from(lang == 2),
                };
                if let Some(pool) = pools.given.get_mut(lang) {
                    pool.extend(std::iter::repeat_n(name, times));
                }
            }
        }
        for (name, count) in rows(folder, "se-forename-any-position")? {
            let class = bucket(count.parse().unwrap_or(0)).saturating_sub(1);
            if class > 0 {
                all.given(&name, class.min(2));
            }
        }
        for (list, lang) in [
            ("fi-surname", 3),
            ("dk-surname", 0),
            ("no-surname-partial", 2),
        ] {
            for (name, count) in rows(folder, list)? {
                let bearers = count.parse().unwrap_or(0);
                all.surname(&name, bucket(bearers).min(3));
                let times = match bearers {
                    10_000.. => 12,
                    2_000.. => 5,
                    100.. => 1,
                    _ => usize::from(lang == 2),
                };
                if let Some(pool) = pools.surname.get_mut(lang) {
                    pool.extend(std::iter::repeat_n(name, times));
                }
            }
        }
        for (name, _) in rows(folder, "se-surname-top100")? {
            all.surname(&name, 3);
            pools.surname[1].extend(std::iter::repeat_n(name, 8));
        }
        for first in FIRST {
            for second in SECOND {
                let name = format!("{first}{second}");
                all.surname(&name, 1);
                pools.surname[1].push(name);
            }
        }
        let danish: std::collections::BTreeSet<String> = rows(folder, "dk-given")?
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        for (name, _) in rows(folder, "dk-given-muslim")? {
            all.given(&name, 2);
            if !danish.contains(&name) {
                pools.given_abroad.push(name);
            }
        }
        for (name, _) in rows(folder, "surname-muslim")? {
            all.surname(&name, 2);
            pools.surname_abroad.push(name);
        }
        for (name, country) in rows(folder, "wiki-given-cc0")? {
            let english = matches!(country.as_str(), "GB" | "US" | "CA" | "IE" | "NZ" | "AU");
            all.given(&name, if english { 3 } else { 1 });
            if english {
                pools.given[4].push(name);
            } else if is_plain(&name) {
                pools.given_abroad.push(name);
            }
        }
        for (name, country) in rows(folder, "wiki-surname-cc0")? {
            let english = matches!(country.as_str(), "GB" | "US" | "AU" | "NZ" | "IE");
            all.surname(&name, if english { 3 } else { 2 });
            if english {
                pools.surname[4].push(name);
            } else if is_plain(&name) {
                pools.surname_abroad.push(name);
            }
        }
        for name in words(&own.join("en-given.txt"))? {
            all.given(&name, 3);
            pools.given[4].extend(std::iter::repeat_n(name, 3));
        }
        for name in words(&own.join("en-surname.txt"))? {
            all.surname(&name, 3);
            pools.surname[4].extend(std::iter::repeat_n(name, 3));
        }
        for name in words(&own.join("no-surname.txt"))? {
            all.surname(&name, 3);
            pools.surname[2].extend(std::iter::repeat_n(name, 3));
        }
        for name in words(&own.join("nicknames.txt"))? {
            all.given(&name, 2);
            for pool in pools.given.iter_mut().take(3) {
                pool.push(name.clone());
            }
        }
        for name in words(&own.join("given-abroad.txt"))? {
            all.given(&name, 2);
            pools.given_abroad.extend(std::iter::repeat_n(name, 3));
        }
        for name in words(&own.join("surname-abroad.txt"))? {
            all.surname(&name, 2);
            pools.surname_abroad.extend(std::iter::repeat_n(name, 3));
        }
        all.places(folder, own, &mut pools)?;
        pools.brands(own)?;
        Ok((all, pools))
    }

    fn given(&mut self, name: &str, class: u8) {
        let name = name.to_lowercase();
        if name.chars().count() > 1 && is_plain(&name) {
            let entry = self.words.entry(name).or_default();
            entry.given = entry.given.max(class);
        }
    }

    fn surname(&mut self, name: &str, class: u8) {
        let name = name.to_lowercase();
        if name.chars().count() > 1 && is_plain(&name) {
            let entry = self.words.entry(name).or_default();
            entry.surname = entry.surname.max(class);
        }
    }

    fn places(&mut self, folder: &Path, own: &Path, pools: &mut Pools) -> Outcome<()> {
        let mut text = String::new();
        for (file, columns) in [
            ("se-ortsnamn.csv", 1),
            ("se-lan.csv", 1),
            ("se-lander.csv", 2),
            ("se-kommuner.csv", 2),
        ] {
            text.clear();
            File::open(folder.join("places-orgs").join(file))?.read_to_string(&mut text)?;
            for line in text.lines().skip(1) {
                for value in line.split(',').take(columns) {
                    let value = value
                        .trim_matches('"')
                        .trim_end_matches(" kommun")
                        .trim_end_matches(" län");
                    if !value.starts_with(|c: char| c.is_uppercase()) {
                        continue;
                    }
                    self.place(value);
                    pools.places[1].push(value.to_owned());
                }
            }
        }
        for line in fs::read_to_string(own.join("places.txt"))?.lines() {
            let Some((lang, names)) = line.split_once(':') else {
                continue;
            };
            for name in names
                .split(',')
                .map(str::trim)
                .filter(|name| !name.is_empty())
            {
                self.place(name);
                pools.places[crate::corpus::lang_of(lang)].push(name.to_owned());
            }
        }
        Ok(())
    }

    fn place(&mut self, name: &str) {
        let name = name.to_lowercase();
        if is_plain(&name) && name.chars().count() > 2 {
            self.words.entry(name).or_default().place = true;
        }
    }

    /// Adds what edited text says: which words stand in lower case outside names, and how often.
    pub fn count(&mut self, samples: &[Sample], weight: u32) {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for sample in samples {
            for token in Tokens::new(&sample.text).tokens {
                let (start, end) = (token.span.start as usize, token.span.end as usize);
                if token.kind != token::Kind::Word
                    || sample
                        .spans
                        .iter()
                        .any(|span| span.0 < end && start < span.1)
                {
                    continue;
                }
                let word = sample.text.get(start..end).unwrap_or_default();
                if word.chars().next().is_some_and(char::is_lowercase) {
                    *counts.entry(word.to_lowercase()).or_default() += weight;
                }
            }
            for (start, end, kind) in &sample.spans {
                if *kind == Kind::Place {
                    let name = sample.text.get(*start..*end).unwrap_or_default();
                    if is_plain(name)
                        && name.chars().count() > 2
                        && name.starts_with(char::is_uppercase)
                    {
                        self.words.entry(name.to_lowercase()).or_default().place = true;
                    }
                }
            }
        }
        for (word, count) in counts {
            let name = self.words.get(&word).is_some_and(|listed| listed.is_name());
            let class = match (name, count) {
                (true, 20..) | (false, 10..) => 2,
                (true, 2..) | (false, 3..) => 1,
                _ => continue,
            };
            self.common(word, class);
        }
    }

    /// Adds the ordinary words of the lists, and brands as words that are no names. English has no
    /// corpus, so that its list also tells which names are ordinary words.
    pub fn ordinary(&mut self, own: &Path, pools: &Pools) -> Outcome<()> {
        for word in words(&own.join("en-words.txt"))? {
            self.common(word.to_lowercase(), 2);
        }
        for lang in ["da", "sv", "nb", "fi", "en"] {
            let list = words(&own.join(format!("words-{lang}.txt")))?;
            for (place, word) in list.into_iter().enumerate() {
                if !self.words.get(&word).is_some_and(|listed| listed.is_name()) {
                    self.common(word, if place < OFTEN { 2 } else { 1 });
                }
            }
        }
        for brand in pools.brands.iter().flatten() {
            let word = brand.to_lowercase();
            let name = self.words.get(&word).is_some_and(|listed| listed.is_name());
            if is_plain(&word) && !name {
                self.common(word, 1);
            }
        }
        Ok(())
    }

    fn common(&mut self, word: String, class: u8) {
        let entry = self.words.entry(word).or_default();
        entry.common = entry.common.max(class);
    }

    /// Spellings without the letters of the Nordic languages, for names that are not rare.
    pub fn spell_out(&mut self) {
        let mut more: Vec<(String, Listed)> = Vec::new();
        for (name, listed) in &self.words {
            if !listed.is_name() || (listed.given < 2 && listed.surname < 2) || name.is_ascii() {
                continue;
            }
            for table in [
                [
                    ("å", "aa"),
                    ("ä", "ae"),
                    ("ö", "oe"),
                    ("æ", "ae"),
                    ("ø", "oe"),
                ],
                [("å", "a"), ("ä", "a"), ("ö", "o"), ("æ", "ae"), ("ø", "o")],
            ] {
                let plain = table
                    .iter()
                    .fold(name.clone(), |name, (from, to)| name.replace(from, to))
                    .replace(['é', 'è', 'ë'], "e")
                    .replace('ü', "u");
                if plain.is_ascii() {
                    more.push((
                        plain,
                        Listed {
                            common: 0,
                            place: false,
                            ..*listed
                        },
                    ));
                }
            }
            // Danish and Swedish spellings of one name
            let other = if name.contains(['ä', 'ö']) {
                name.replace('ä', "æ").replace('ö', "ø")
            } else {
                name.replace('æ', "ä").replace('ø', "ö")
            };
            more.push((
                other,
                Listed {
                    common: 0,
                    place: false,
                    ..*listed
                },
            ));
        }
        for (name, listed) in more {
            let entry = self.words.entry(name).or_default();
            entry.given = entry.given.max(listed.given.saturating_sub(1).min(3));
            entry.surname = entry.surname.max(listed.surname.saturating_sub(1).min(2));
        }
    }

    /// The page's form.
    pub fn lists(&self) -> Lists {
        let entries: Vec<(u64, Listed)> = self
            .words
            .iter()
            .map(|(word, listed)| (hash_of(&word.chars().collect::<Vec<_>>()), *listed))
            .collect();
        Lists::new(&entries)
    }
}

fn is_plain(name: &str) -> bool {
    name.chars()
        .all(|c| c.is_alphabetic() || c == '-' || c == '\'')
}

/// Words of a list of the trainer: separated by space or line, `#` for notes.
pub fn words(path: &Path) -> Outcome<Vec<String>> {
    let text = fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()))?;
    Ok(text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect())
}

impl Pools {
    /// Reads the brands; those of `all` belong to every language.
    fn brands(&mut self, own: &Path) -> Outcome<()> {
        for line in fs::read_to_string(own.join("../../lexicons/brands.txt"))?.lines() {
            let Some((lang, names)) = line.split_once(": ").filter(|_| !line.starts_with('#'))
            else {
                continue;
            };
            let names = || names.split(", ").map(|name| name.trim().to_owned());
            match crate::corpus::LANGS.iter().position(|known| *known == lang) {
                // those of the country are the more frequent ones
                Some(at) => {
                    for name in names() {
                        self.brands[at].extend([name.clone(), name]);
                    }
                }
                None => {
                    for pool in &mut self.brands {
                        pool.extend(names());
                    }
                }
            }
        }
        Ok(())
    }

    /// A given name; one in four is of other origin.
    pub fn a_given(&self, lang: usize, rng: &mut Rng) -> String {
        let home = self.given.get(lang).map_or(&[][..], Vec::as_slice);
        let pool = if rng.chance(250) {
            &self.given_abroad
        } else {
            home
        };
        rng.pick(pool).cloned().unwrap_or_default()
    }

    /// A surname.
    pub fn a_surname(&self, lang: usize, rng: &mut Rng) -> String {
        let home = self.surname.get(lang).map_or(&[][..], Vec::as_slice);
        let pool = if rng.chance(250) {
            &self.surname_abroad
        } else {
            home
        };
        rng.pick(pool).cloned().unwrap_or_default()
    }

    /// Given name and surname of one origin, now and then with a middle part.
    pub fn a_full(&self, lang: usize, rng: &mut Rng) -> String {
        let abroad = rng.chance(250);
        let (given, surname) = if abroad {
            (&self.given_abroad, &self.surname_abroad)
        } else {
            match (self.given.get(lang), self.surname.get(lang)) {
                (Some(given), Some(surname)) => (given, surname),
                _ => return String::new(),
            }
        };
        let mut name = rng.pick(given).cloned().unwrap_or_default();
        match rng.below(100) {
            0..6 => {
                name.push(' ');
                name.push_str(rng.pick(given).map_or("", |name| name));
            }
            6..10 => {
                name.push('-');
                name.push_str(rng.pick(given).map_or("", |name| name));
            }
            10..16 => {
                name.push(' ');
                name.push(char::from(b'A' + rng.below(26) as u8));
                name.push('.');
            }
            16..22 => {
                name.push(' ');
                name.push_str(rng.pick(surname).map_or("", |name| name));
            }
            22..24 => name.push_str(
                [" af", " av", " von", " de", " van", " el"]
                    .get(rng.below(6))
                    .unwrap_or(&""),
            ),
            _ => {}
        }
        name.push(' ');
        name.push_str(rng.pick(surname).map_or("", |name| name));
        name
    }
}
