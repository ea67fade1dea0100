//! Passphrases: what counts as one, making one, and judging one's own.
//!
//! The bytes that go into the key derivation are UTF-8 in NFC, so that æ, ö and å typed on
//! different systems open the same file. Generated ones are plain ASCII words, because consoles
//! may hand over other bytes. Word list: BIP-39, English (MIT, `words.LICENSE`).

use crate::{
    error::{Code, Error, Result},
    job::Ctx,
    limits,
};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

const WORDS: &str = include_str!("words.txt");
/// Words in the list: a power of two, so that 11 random bits choose without bias.
const LIST: usize = 2_048;
/// Words of a generated passphrase: 88 bits.
const CHOSEN: usize = 8;

/// A passphrase, normalised. Wiped when dropped; has no `Debug`.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// From text that a person typed or pasted, or from a file's text: a BOM and one final line
    /// end are dropped, the rest becomes NFC.
    ///
    /// # Errors
    /// [`Code::WeakPassphrase`] when nothing is left, [`Code::LimitExceeded`].
    pub fn new(text: &str) -> Result<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = text
            .strip_suffix("\r\n")
            .or_else(|| text.strip_suffix('\n'))
            .or_else(|| text.strip_suffix('\r'))
            .unwrap_or(text);
        if text.is_empty() {
            return Err(Error::new(Code::WeakPassphrase).with("reason", "empty"));
        }
        if text.len() > limits::PASSPHRASE_BYTES {
            return Err(Error::limit(
                "PASSPHRASE_BYTES",
                text.len() as u64,
                limits::PASSPHRASE_BYTES as u64,
            ));
        }
        // Room for the longest NFC form, so that no half-wiped buffer is left by growing.
        let mut normal = Zeroizing::new(String::with_capacity(text.len() * 3));
        normal.extend(text.nfc());
        Ok(Passphrase(normal))
    }

    /// From the bytes of a passphrase file.
    ///
    /// # Errors
    /// [`Code::BadEncoding`] when they are not UTF-8, else as [`Passphrase::new`].
    pub fn from_file(bytes: &[u8]) -> Result<Self> {
        let text = std::str::from_utf8(bytes).map_err(|_| Error::new(Code::BadEncoding))?;
        Passphrase::new(text)
    }

    /// A new one: [`CHOSEN`] words out of [`LIST`] joined by hyphens.
    pub fn generate(ctx: &mut Ctx) -> Self {
        let list: Vec<&str> = WORDS.lines().collect();
        let mut text = Zeroizing::new(String::with_capacity(CHOSEN * 9));
        for n in 0..CHOSEN {
            let number = usize::from(u16::from_le_bytes(ctx.random())) % LIST;
            if n > 0 {
                text.push('-');
            }
            text.push_str(list.get(number).copied().unwrap_or_default());
        }
        Passphrase(text)
    }

    /// The text, for the key sheet and for asking words again. Do not store it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The bytes that the key is derived from.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Why a passphrase is weak; an id for the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weakness {
    /// Few characters.
    Short,
    /// One word, or few.
    FewWords,
    /// The same characters or words again.
    Repeats,
    /// Neighbours on the keyboard or in the alphabet.
    Sequence,
    /// Looks like a date, a year or a personal number.
    Digits,
}

/// A lower bound for how hard a passphrase is to guess.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Strength {
    /// Bits, rounded down.
    pub bits: u32,
    /// Whether [`limits::PASSPHRASE_BITS`] is reached.
    pub enough: bool,
    /// What makes it weak, sorted.
    pub reasons: Vec<Weakness>,
}

const ROWS: [&str; 6] = [
    "abcdefghijklmnopqrstuvwxyzåäöæø",
    "01234567890",
    "qwertyuiopå",
    "asdfghjkløæöä",
    "zxcvbnm",
    "azertyuiop",
];

fn neighbours(a: char, b: char) -> bool {
    ROWS.iter().any(|row| {
        let place = |c| row.chars().position(|other| other == c);
        matches!((place(a), place(b)), (Some(a), Some(b)) if a.abs_diff(b) == 1)
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Mark,
}

fn class(c: char) -> Class {
    if c.is_alphabetic() {
        Class::Letter
    } else if c.is_numeric() {
        Class::Digit
    } else {
        Class::Mark
    }
}

/// Bits of one run of characters of a class. A run of letters counts as a word from a list that
/// attackers have, not as random letters; case and substitutions count next to nothing.
fn run_bits(run: &[char], reasons: &mut Vec<Weakness>) -> f64 {
    let pairs = run.windows(2);
    let (mut same, mut near) = (0, 0);
    for pair in pairs {
        if let [a, b] = pair {
            same += usize::from(a == b);
            near += usize::from(neighbours(*a, *b));
        }
    }
    // Real words have a pair or two of each kind.
    if same >= 3 {
        reasons.push(Weakness::Repeats);
    } else {
        same = 0;
    }
    if near >= 4 {
        reasons.push(Weakness::Sequence);
    } else {
        near = 0;
    }
    let fresh = run.len().saturating_sub(same).saturating_sub(near) as f64;
    match run.first().copied().map(class) {
        // One or two letters between other characters are no word.
        Some(Class::Letter) if run.len() <= 2 => fresh * 3.0,
        Some(Class::Letter) => (fresh * 2.0).min(11.0 + (fresh - 8.0).max(0.0)),
        Some(Class::Digit) => {
            if matches!(run.len(), 4 | 6 | 8 | 10) {
                reasons.push(Weakness::Digits);
                (fresh * 2.0).min(15.0)
            } else {
                fresh * 3.0
            }
        }
        // Spaces and hyphens between words are what an attacker tries first.
        _ => {
            run.iter()
                .filter(|c| !matches!(c, ' ' | '-' | '.' | ','))
                .count() as f64
                * 3.0
        }
    }
}

/// A cautious estimate for a passphrase that a person chose. It knows no dictionary: words are
/// taken to be in one, so it rates long random passwords from a password manager too low rather
/// than common phrases too high. Generated passphrases need no estimate: they have 88 bits.
#[must_use]
pub fn strength(text: &str) -> Strength {
    let lower: Vec<char> = text.nfc().flat_map(char::to_lowercase).collect();
    let mut reasons = Vec::new();
    let mut seen: Vec<&[char]> = Vec::new();
    let mut bits = 0.0;
    let mut words = 0_usize;
    for run in lower.chunk_by(|a, b| class(*a) == class(*b)) {
        let worth = run_bits(run, &mut reasons);
        words += usize::from(run.first().is_some_and(|c| class(*c) == Class::Letter));
        if run.len() > 1 && seen.contains(&run) {
            reasons.push(Weakness::Repeats);
            bits += 1.0;
        } else {
            seen.push(run);
            bits += worth;
        }
    }
    // Two walks along the keyboard, woven into each other: q1w2e3r4.
    let woven = lower
        .windows(3)
        .filter(|three| matches!(three, [a, _, c] if neighbours(*a, *c)))
        .count();
    if woven >= 4 && woven * 3 >= lower.len() {
        reasons.push(Weakness::Sequence);
        bits = (bits - woven as f64 * 2.0).max(0.0);
    }
    if lower.len() < 16 {
        reasons.push(Weakness::Short);
    }
    if words < 5 {
        reasons.push(Weakness::FewWords);
    }
    reasons.sort();
    reasons.dedup();
    let bits = bits as u32;
    let enough = bits >= limits::PASSPHRASE_BITS;
    Strength {
        bits,
        enough,
        reasons: if enough { Vec::new() } else { reasons },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::fixed;

    #[test]
    fn the_list_has_2048_different_plain_words() {
        let mut words: Vec<&str> = WORDS.lines().collect();
        assert_eq!(words.len(), LIST);
        assert!(
            words
                .iter()
                .all(|w| (3..=8).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_lowercase()))
        );
        words.dedup();
        assert_eq!(words.len(), LIST);
    }

    #[test]
    fn generated_ones_have_eight_words_and_differ() {
        let mut ctx = fixed::ctx(0, 1);
        let a = Passphrase::generate(&mut ctx);
        let b = Passphrase::generate(&mut ctx);
        assert_eq!(a.text().split('-').count(), 8);
        assert!(a.text().split('-').all(|w| WORDS.lines().any(|x| x == w)));
        assert!(a.text() != b.text());
        assert!(strength(a.text()).enough, "{:?}", strength(a.text()));
    }

    #[test]
    fn files_and_keyboards_give_the_same_bytes() {
        let typed = Passphrase::new("bl\u{e5}b\u{e6}r gr\u{f6}d").unwrap();
        for bytes in [
            "bl\u{e5}b\u{e6}r gr\u{f6}d".as_bytes(),
            "bla\u{30a}b\u{e6}r gro\u{308}d\n".as_bytes(),
            "\u{feff}bl\u{e5}b\u{e6}r gr\u{f6}d\r\n".as_bytes(),
        ] {
            assert_eq!(Passphrase::from_file(bytes).unwrap().bytes(), typed.bytes());
        }
        assert_eq!(Passphrase::new("a\n\n").unwrap().text(), "a\n");
        assert_eq!(Passphrase::new(" a ").unwrap().text(), " a ");
        for empty in ["", "\n", "\u{feff}\r\n"] {
            let error = Passphrase::new(empty).err().unwrap();
            assert_eq!(error.code(), Code::WeakPassphrase);
        }
        let error = Passphrase::from_file(b"\xff").err().unwrap();
        assert_eq!(error.code(), Code::BadEncoding);
    }

    #[test]
    fn estimates_are_cautious() {
        for weak in [
            "password",
            "Sommer2026!",
            "qwertyuiopasdfghjkl",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "hejhejhejhejhej",
            "1234567890123456789012345678901234567890",
            "kommune kommune kommune kommune kommune kommune",
            "rødgrød med fløde",
            "19890101-9802",
            "q1w2e3r4t5y6u7i8o9p0",
            "a1b2c3d4e5f6g7h8i9j0k1l2",
        ] {
            let strength = strength(weak);
            assert!(!strength.enough, "{weak}: {strength:?}");
            assert!(!strength.reasons.is_empty(), "{weak}");
        }
        for strong in [
            "paraply hestevogn kaffebrygger tordenvejr gulerod snescooter",
            "k7#Vq2!xM9$wT4&zR8*bN3",
        ] {
            assert!(strength(strong).enough, "{strong}: {:?}", strength(strong));
        }
    }
}
