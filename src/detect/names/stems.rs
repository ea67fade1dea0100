//! From an inflected name to the listed one: genitives of five languages, Finnish case endings with
//! consonant gradation (Mikolle: Mikko, Virtasen: Virtanen, Lahden: Lahti), double names by their
//! parts. Wrong stems do little harm: they count only where a list holds them.

use super::{
    lists::{How, Listed, Lists},
    word::hash_of,
};

/// What the lists say about a word, by its own form first.
#[must_use]
pub fn look_up(lower: &[char], lists: &Lists) -> Listed {
    let whole = lists.get(hash_of(lower));
    if whole.is_name() || lower.len() < 3 {
        return whole;
    }
    if let Some(at) = lower.iter().position(|c| *c == '-')
        && at > 1
        && at + 2 < lower.len()
    {
        let first = lists.get(hash_of(lower.get(..at).unwrap_or_default()));
        let rest = look_up(lower.get(at + 1..).unwrap_or_default(), lists);
        return if first.is_name() && rest.is_name() {
            Listed {
                how: How::Parts,
                common: 0,
                place: false,
                ..rest
            }
        } else {
            whole
        };
    }
    if whole.common >= 2 {
        return whole;
    }
    if let Some(found) = genitive(lower, lists) {
        return Listed {
            common: whole.common,
            ..found
        };
    }
    if lower.len() > 3
        && let Some(found) = finnish(lower, lists)
    {
        return Listed {
            common: whole.common,
            ..found
        };
    }
    if has_surname_ending(lower) {
        return Listed {
            how: How::Ending,
            ..whole
        };
    }
    whole
}

fn known(stem: &[char], lists: &Lists, how: How) -> Option<Listed> {
    let found = lists.get(hash_of(stem));
    found.is_name().then_some(Listed { how, ..found })
}

fn genitive(lower: &[char], lists: &Lists) -> Option<Listed> {
    let mut stem = lower.strip_suffix(&['s'])?;
    if let Some(before) = stem.strip_suffix(&['\'']) {
        stem = before;
    }
    (stem.len() >= 2)
        .then(|| known(stem, lists, How::Genitive))
        .flatten()
}

/// Case endings, longest first, without vowel harmony.
const CASES: &[&[char]] = &[
    &['l', 'l', 'e'],
    &['l', 't', 'a'],
    &['l', 't', 'ä'],
    &['l', 'l', 'a'],
    &['l', 'l', 'ä'],
    &['s', 's', 'a'],
    &['s', 's', 'ä'],
    &['s', 't', 'a'],
    &['s', 't', 'ä'],
    &['k', 's', 'i'],
    &['h', 'i', 'n'],
    &['t', 'a'],
    &['t', 'ä'],
    &['n'],
    &['a'],
    &['ä'],
];

fn finnish(lower: &[char], lists: &Lists) -> Option<Listed> {
    for case in CASES {
        let Some(stem) = lower.strip_suffix(*case) else {
            continue;
        };
        let [.., before, last] = stem else { continue };
        let try_all = |found: &mut dyn FnMut(&[char]) -> Option<Listed>| -> Option<Listed> {
            if stem.len() >= 3
                && let Some(hit) = found(stem)
            {
                return Some(hit);
            }
            // Virtase-n, Virtas-ta: Virtanen
            let nen = |base: &[char]| {
                let mut word = base.to_vec();
                word.extend(['n', 'e', 'n']);
                word
            };
            if let Some(base) = stem
                .strip_suffix(&['s', 'e'])
                .or_else(|| stem.strip_suffix(&['s']))
                && let Some(hit) = found(&nen(base))
            {
                return Some(hit);
            }
            // Mohamedi-n: Mohamed; Lahde-n: Lahti; Niko-n, Miko-n: Mikko
            if *last == 'i'
                && let Some(base) = stem.get(..stem.len() - 1)
                && base.len() >= 3
                && let Some(hit) = found(base)
            {
                return Some(hit);
            }
            let mut swapped = stem.to_vec();
            if *last == 'e' {
                if let Some(end) = swapped.last_mut() {
                    *end = 'i';
                }
                if let Some(hit) = found(&swapped) {
                    return Some(hit);
                }
            }
            strengthen(&swapped, *before)
                .into_iter()
                .find_map(|word| found(&word))
        };
        let mut found = |word: &[char]| known(word, lists, How::Finnish);
        if let Some(hit) = try_all(&mut found) {
            return Some(hit);
        }
    }
    None
}

/// The strong grades that the consonant before the last vowel may stand for.
fn strengthen(stem: &[char], before: char) -> Vec<Vec<char>> {
    let at = stem.len().saturating_sub(2);
    let two = at
        .checked_sub(1)
        .and_then(|at| stem.get(at))
        .copied()
        .unwrap_or(' ');
    let mut all = Vec::new();
    let mut with = |cut: usize, letters: &[char]| {
        let mut word = stem.get(..cut).unwrap_or_default().to_vec();
        word.extend_from_slice(letters);
        word.extend(stem.last());
        all.push(word);
    };
    match before {
        'k' | 'p' | 't' => with(at, &[before, before]),
        'd' => with(at, &['t']),
        'v' => with(at, &['p']),
        'n' if two == 'n' => with(at, &['t']),
        'l' if two == 'l' => with(at, &['t']),
        'r' if two == 'r' => with(at, &['t']),
        'm' if two == 'm' => with(at, &['p']),
        'g' if two == 'n' => with(at, &['k']),
        'ä' | 'e' | 'a' | 'o' | 'u' | 'y' | 'ö' | 'i' => with(at + 1, &['k']),
        _ => {}
    }
    all
}

/// Small words of Finnish that no other of the languages has.
const FINNISH: &[&str] = &[
    "ja", "on", "ei", "että", "se", "oli", "ovat", "mutta", "myös", "tai", "olen", "mä", "sä",
    "kun", "niin", "hän", "minä", "sinä", "mun", "sun", "joka", "jos", "kanssa", "onko", "ole",
    "nyt", "vielä", "vain", "sitten", "eli", "kuin", "ollut", "olla", "tämä", "siitä", "ne", "he",
    "jo", "voi", "ettei", "eikä", "mukaan", "jälkeen", "kello", "klo",
];

/// Endings of Finnish words.
const FINNISH_ENDINGS: &[&str] = &[
    "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "nen", "sen", "ään",
    "aan", "een", "iin", "uun", "oon", "yyn", "ttu", "tty", "uut", "yyt", "vat", "vät", "isi",
    "kin", "uus", "yys", "nut", "nyt", "tta", "ttä", "jen", "den", "ien", "ut", "ää", "aa", "iä",
    "ia", "mme", "nsa", "nsä", "ko", "kö", "ii", "ee", "uu", "oi", "ui",
];

/// Above 0 for a word in small letters that looks Finnish, below for one that does not.
pub fn looks_finnish(lower: &[char]) -> i8 {
    let is = |word: &&str| word.chars().eq(lower.iter().copied());
    if FINNISH.iter().any(is) {
        return 2;
    }
    if lower.iter().any(|c| "åæøbcfqwxz".contains(*c)) {
        return -2;
    }
    let ends = |ending: &&str| {
        let length = ending.chars().count();
        lower.len() > length + 1
            && lower
                .get(lower.len() - length..)
                .is_some_and(|end| ending.chars().eq(end.iter().copied()))
    };
    if FINNISH_ENDINGS.iter().any(ends) {
        return 1;
    }
    match lower.last() {
        Some(last) if lower.len() > 2 && !"aeinostuyäö".contains(*last) => -1,
        _ => 0,
    }
}

/// Endings that make a word a surname in the Nordic languages, for names in no list.
const ENDINGS: &[&str] = &[
    "sson", "ssen", "nsen", "rsen", "lsen", "ksen", "dsen", "tsen", "gsen", "esen", "ström",
    "strøm", "gren", "qvist", "kvist", "stedt", "stedt", "feldt", "skiöld", "sköld", "fors",
    "gaard", "gård", "strup", "bjerg", "heim", "haug", "mäki", "niemi", "järvi", "nen", "lahti",
    "koski", "lampi", "ander", "elius", "berg", "lund", "holm", "dahl", "quist", "sdottir",
    "sdóttir", "dottir", "dóttir", "bakken", "moen", "chenko", "enko", "ski", "ska", "wicz",
    "vich", "ova", "zade", "yan", "oğlu", "oglu",
];

fn has_surname_ending(lower: &[char]) -> bool {
    let ends = |word: &[char]| {
        ENDINGS.iter().any(|ending| {
            let length = ending.chars().count();
            word.len() > length + 1
                && word
                    .get(word.len() - length..)
                    .is_some_and(|end| ending.chars().eq(end.iter().copied()))
        })
    };
    ends(lower) || lower.strip_suffix(&['s']).is_some_and(ends)
}
