//! Words that were met before, with all that the tagger needs of each: a text repeats the words of
//! the one before. Holds a limited number and forgets all of them then; what is found does not
//! depend on it.

use super::{
    features,
    lists::Lists,
    model::{LANES, Model, Room, Tagged},
    token::Token,
    word::{Shape, Word},
};
use crate::{detect::wordmap::WordMap, limits};

/// What one word adds to the scores of tokens, and the hashes of its coarse forms.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Of its own.
    pub own: [i32; LANES],
    /// Of the word right behind it, right before it, and of those one word further.
    pub beside: [[i32; LANES]; 4],
    /// For what depends on two words and more.
    pub traits: features::Traits,
}

/// A word and its part.
#[derive(Clone, Debug)]
pub struct Known {
    /// The word.
    pub word: Word,
    /// Its part in the scores.
    pub part: Part,
    /// May be a name at the start of a segment.
    pub opens: bool,
    /// May be a name elsewhere.
    pub follows: bool,
}

impl Known {
    fn new(word: Word, model: &Model) -> Self {
        let mut rows = Vec::new();
        features::own(&word, &mut rows);
        let part = Part {
            own: model.sum(&rows),
            beside: [0, 1, 2, 3].map(|place| model.sum(&[features::beside(place, word.hash)])),
            traits: features::Traits::new(&word),
        };
        let listed = word.listed;
        let (opens, follows) = match word.shape {
            Shape::Other => (false, false),
            Shape::Lower => {
                let may = word.lower.len() > 2
                    && (listed.is_name() && listed.common < 2 || listed.common == 0);
                (may, may)
            }
            _ => (listed.is_name() || listed.common < 2, true),
        };
        Self {
            word,
            part,
            opens,
            follows,
        }
    }
}

/// The words met so far, and memory that is used again and again.
#[derive(Debug, Default)]
pub struct Seen {
    /// Position in `known`, by kind of token and letters.
    places: [WordMap<u32>; 4],
    known: Vec<Known>,
    pub(super) room: Room,
    pub(super) tagged: Vec<Tagged>,
    pub(super) words: Vec<Word>,
    /// The words of one segment, as positions.
    pub(super) segment: Vec<u32>,
}

impl Seen {
    /// Reads the words of a segment.
    pub(super) fn read(&mut self, text: &str, tokens: &[Token], lists: &Lists, model: &Model) {
        if self.known.len() >= limits::NAME_WORDS_KEPT {
            self.places = Default::default();
            self.known.clear();
        }
        self.segment.clear();
        for token in tokens {
            let raw = token.span.of(text).unwrap_or_default();
            let places = self.places.get_mut(token.kind as usize);
            let found = places.as_ref().and_then(|places| places.get(raw));
            let at = found.unwrap_or_else(|| {
                let at = self.known.len() as u32;
                self.known
                    .push(Known::new(Word::new(text, token, lists), model));
                if let Some(places) = places.filter(|_| raw.len() <= limits::NAME_WORD_BYTES) {
                    places.insert(raw, at);
                }
                at
            });
            self.segment.push(at);
        }
    }

    /// False for a segment of ordinary words only.
    pub(super) fn may_hold_name(&self) -> bool {
        let mut words = self.segment.iter().filter_map(|at| self.known(*at));
        words.next().is_some_and(|word| word.opens) || words.any(|word| word.follows)
    }

    fn known(&self, at: u32) -> Option<&Known> {
        self.known.get(at as usize)
    }

    /// Tags the segment and lays out its words.
    pub(super) fn tag(&mut self, model: &Model) {
        let Self {
            known,
            room,
            tagged,
            words,
            segment,
            ..
        } = self;
        let of = |at: &u32| known.get(*at as usize);
        words.clear();
        words.extend(
            segment
                .iter()
                .filter_map(of)
                .map(|known| known.word.clone()),
        );
        let manner = features::Manner::new(words);
        let parts = segment.iter().filter_map(of).map(|known| &known.part);
        model.tag(words, parts, manner, room, tagged);
    }
}
