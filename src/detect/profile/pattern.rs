//! The pattern language of profiles: small enough to explain in a table, and matched in time linear
//! in the text whatever the pattern. `docs/detectors/profile.md` is its description.
//!
//! A pattern is a row of items, at most [`limits::PATTERN_POSITIONS`] characters long in all:
//! `#` a digit, `@` a letter, `&` a letter or digit, `~` one sign between parts or none, a space one
//! to three blanks, `{n}` or `{n,m}` repeats the item before it, `\` takes the next character as it
//! is; every other character is itself, large or small. It matches whole words only.

use crate::limits;

/// What one character of the text must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    LetterOrDigit,
    Sign,
    Blank,
    Is(char),
}

impl Class {
    fn holds(self, c: char) -> bool {
        match self {
            Class::Digit => c.is_ascii_digit(),
            Class::Letter => c.is_alphabetic(),
            Class::LetterOrDigit => c.is_alphanumeric(),
            Class::Sign => matches!(c, ' ' | '-' | '.' | '/' | ':' | '_'),
            Class::Blank => c == ' ',
            Class::Is(own) => c == own || c.to_lowercase().next() == own.to_lowercase().next(),
        }
    }
}

/// Why a pattern cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing in it.
    Empty,
    /// Longer than the limit.
    TooLong,
    /// `{…}` without an item before it, or not numbers.
    Repeat,
    /// It matches without a single fixed character or digit.
    TooLoose,
}

impl Fault {
    /// Its id in messages.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Fault::Empty => "pattern-empty",
            Fault::TooLong => "pattern-too-long",
            Fault::Repeat => "pattern-repeat",
            Fault::TooLoose => "pattern-too-loose",
        }
    }
}

/// A pattern, ready: positions, and which of them may be left out. Bit n of a state says that
/// position n is the next to be matched.
#[derive(Clone, Debug)]
pub(in crate::detect) struct Pattern {
    positions: Vec<Class>,
    optional: u64,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(text: &str) -> Result<Self, Fault> {
        let mut items: Vec<(Class, usize, usize)> = Vec::new();
        let mut chars = text.trim().chars();
        while let Some(c) = chars.next() {
            let class = match c {
                '#' => Class::Digit,
                '@' => Class::Letter,
                '&' => Class::LetterOrDigit,
                '~' => {
                    items.push((Class::Sign, 0, 1));
                    continue;
                }
                ' ' => {
                    items.push((Class::Blank, 1, 3));
                    continue;
                }
                '{' => {
                    let inside: String = chars.by_ref().take_while(|c| *c != '}').collect();
                    let (least, most) = repeat(&inside).ok_or(Fault::Repeat)?;
                    let last = items.last_mut().ok_or(Fault::Repeat)?;
                    (last.1, last.2) = (least, most);
                    continue;
                }
                '\\' => Class::Is(chars.next().ok_or(Fault::Empty)?),
                other => Class::Is(other),
            };
            items.push((class, 1, 1));
        }
        let mut positions = Vec::new();
        let mut optional = 0_u64;
        let mut fixed = false;
        for (class, least, most) in items {
            for n in 0..most {
                if positions.len() >= limits::PATTERN_POSITIONS {
                    return Err(Fault::TooLong);
                }
                if n >= least {
                    optional |= 1 << positions.len();
                } else {
                    fixed |= matches!(class, Class::Digit | Class::Is(_));
                }
                positions.push(class);
            }
        }
        match (positions.is_empty(), fixed) {
            (true, _) => Err(Fault::Empty),
            (_, false) => Err(Fault::TooLoose),
            _ => Ok(Self {
                positions,
                optional,
            }),
        }
    }

    /// Adds the positions that can be reached by leaving optional ones out.
    fn closure(&self, mut state: u64) -> u64 {
        loop {
            let next = state | ((state & self.optional) << 1);
            if next == state {
                return state;
            }
            state = next;
        }
    }

    /// True where the pattern may begin with `c`.
    pub fn may_begin(&self, c: char) -> bool {
        let start = self.closure(1);
        let mut classes = self.positions.iter().enumerate();
        classes.any(|(at, class)| start & (1 << at) != 0 && class.holds(c))
    }

    /// Bytes of the longest match at the beginning of `text` that ends a word.
    pub fn match_at(&self, text: &str) -> Option<usize> {
        let done = 1_u64.checked_shl(self.positions.len() as u32).unwrap_or(0);
        let mut state = self.closure(1);
        let mut longest = None;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let mut next = 0_u64;
            let mut rest = state & !done;
            while rest != 0 {
                let position = rest.trailing_zeros();
                rest &= rest - 1;
                let class = self.positions.get(position as usize);
                if class.is_some_and(|class| class.holds(c)) {
                    next |= 1 << (position + 1);
                }
            }
            if next == 0 {
                break;
            }
            state = self.closure(next);
            let inside =
                c.is_alphanumeric() && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            if state & done != 0 && !inside {
                longest = Some(at + c.len_utf8());
            }
        }
        longest
    }
}

fn repeat(inside: &str) -> Option<(usize, usize)> {
    let (least, most) = match inside.split_once(',') {
        Some((least, most)) => (least.trim().parse().ok()?, most.trim().parse().ok()?),
        None => {
            let exact = inside.trim().parse().ok()?;
            (exact, exact)
        }
    };
    (least <= most && most > 0).then_some((least, most))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched<'t>(pattern: &str, text: &'t str) -> Option<&'t str> {
        let end = Pattern::new(pattern).unwrap().match_at(text)?;
        text.get(..end)
    }

    #[test]
    fn items_mean_what_the_table_says() {
        assert_eq!(
            matched("BØ-####/##", "bø-1234/26 er åben"),
            Some("bø-1234/26")
        );
        assert_eq!(matched("BØ-####/##", "BØ-1234/267"), None);
        assert_eq!(matched("K~#{4,6}", "K 12345."), Some("K 12345"));
        assert_eq!(matched("K~#{4,6}", "K12345"), Some("K12345"));
        assert_eq!(matched("K~#{4,6}", "K123"), None);
        assert_eq!(matched("@{2}#{3}@{0,1}", "ab123c,"), Some("ab123c"));
        assert_eq!(matched("@{2}#{3}@{0,1}", "ab123"), Some("ab123"));
        assert_eq!(matched(r"\#&{3}", "#a1b"), Some("#a1b"));
        assert_eq!(matched("sag nr ##", "Sag  nr 12"), Some("Sag  nr 12"));
    }

    #[test]
    fn faults_are_named() {
        let fault = |pattern: &str| Pattern::new(pattern).unwrap_err();
        assert_eq!(fault(" "), Fault::Empty);
        assert_eq!(fault("{3}"), Fault::Repeat);
        assert_eq!(fault("#{3,2}"), Fault::Repeat);
        assert_eq!(fault("#{x}"), Fault::Repeat);
        assert_eq!(fault("@@@"), Fault::TooLoose);
        assert_eq!(fault("#{65}"), Fault::TooLong);
        assert!(Pattern::new("#{63}").is_ok());
    }
}
