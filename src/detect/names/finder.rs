//! From a text to names with scores: tagger, rules around it, repetition within the text.

use super::{
    context::{self, Cue},
    features, guard,
    lists::{How, Lists},
    model::{FIRST, LAST, MIDDLE, Model, ONLY, Tagged},
    namesakes, scripts,
    seen::Seen,
    things,
    token::{Kind, Token, Tokens},
    word::{Shape, Word},
};
use crate::text::ByteSpan;
use std::{io::Read, ops::Range, sync::LazyLock};

/// Deflated weights and lists; made by `cargo xtask train-names`.
const TAGGER: &[u8] = include_bytes!("data/tagger.bin");
const LISTS: &[u8] = include_bytes!("data/lists.bin");

/// The embedded constants in the form that is searched; unpacked on first use.
static EMBEDDED: LazyLock<Names> = LazyLock::new(|| Names {
    lists: inflate(LISTS)
        .and_then(|bytes| Lists::from_bytes(&bytes))
        .unwrap_or_default(),
    model: inflate(TAGGER)
        .and_then(|bytes| Model::from_bytes(&bytes))
        .unwrap_or_default(),
});

fn inflate(packed: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    flate2::read::ZlibDecoder::new(packed)
        .read_to_end(&mut out)
        .ok()?;
    Some(out)
}

/// Why a span is taken for a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Id of the evidence.
    pub id: &'static str,
    /// A word of the text around the name, or a grade; never the name.
    pub word: Option<String>,
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// In the text given.
    pub span: ByteSpan,
    /// 0 to 1, in the scale of the bands.
    pub score: f32,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The name without the ending of its last word.
    pub base: String,
}

/// Lists and weights.
#[derive(Debug, Default)]
pub struct Names {
    lists: Lists,
    model: Model,
}

/// A span of tokens within its segment.
struct Candidate {
    tokens: Range<usize>,
    /// Probability of the least certain token.
    least: f32,
    /// Mean probability.
    mean: f32,
}

impl Names {
    /// Lists and weights of this version.
    #[must_use]
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// From other lists and weights, for measuring.
    #[must_use]
    pub fn new(lists: Lists, model: Model) -> Self {
        Self { lists, model }
    }

    /// All names of a text, in order, without overlaps. Linear in the text.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Found> {
        self.find_again(text, &mut Seen::default())
    }

    /// The same with the words of texts before, always of these names.
    #[must_use]
    pub fn find_again(&self, text: &str, seen: &mut Seen) -> Vec<Found> {
        let cut = Tokens::new(text);
        let mut found = Vec::new();
        for segment in &cut.segments {
            let tokens = cut.tokens.get(segment.clone()).unwrap_or_default();
            seen.read(text, tokens, &self.lists, &self.model);
            if !seen.may_hold_name() {
                continue;
            }
            seen.tag(&self.model);
            let piece = Piece {
                text,
                words: &seen.words,
                tokens,
                tagged: &seen.tagged,
                finnish: features::is_finnish(&seen.words),
            };
            for candidate in piece.candidates() {
                found.extend(piece.weigh(&candidate));
            }
        }
        if scripts::any(text) {
            for run in scripts::runs(text) {
                found.retain(|other| !other.span.overlaps(run.span));
                found.push(Found {
                    span: run.span,
                    score: run.score,
                    reasons: vec![Reason {
                        id: "name-other-script",
                        word: None,
                    }],
                    base: run.span.of(text).unwrap_or_default().to_owned(),
                });
            }
            found.sort_by_key(|name| name.span);
        }
        repeated(&mut found);
        found
    }
}

struct Piece<'a> {
    text: &'a str,
    words: &'a [Word],
    tokens: &'a [Token],
    tagged: &'a [Tagged],
    /// The segment reads as Finnish.
    finnish: bool,
}

/// Probability from which a name with a capital counts in a Finnish sentence. Its names are harder
/// to tell, so the tagger is less sure of right ones too.
const FINNISH: f32 = 0.38;

/// Words from which a segment is a long sentence.
const LONG: usize = 8;
/// The same in Finnish, which says more with a word.
const LONG_FINNISH: usize = 6;

/// "dr.phil."
const DEGREES: &[&str] = &[
    "phil", "med", "jur", "theol", "odont", "polit", "scient", "techn", "vet", "ped", "agro",
];

/// Capitals behind a slash that are an office.
const OFFICES: &[&str] = &[
    "hr", "it", "sms", "tv", "adm", "bup", "ppr", "ksk", "id", "eu", "fn",
];

/// Probability from which a token outside the best sequence is looked at.
const NOTED: f32 = 0.2;

impl Piece<'_> {
    fn tag(&self, at: usize) -> usize {
        self.tagged.get(at).map_or(0, |tagged| tagged.tag)
    }

    fn person(&self, at: usize) -> f32 {
        self.tagged.get(at).map_or(0.0, |tagged| tagged.person)
    }

    fn candidates(&self) -> Vec<Candidate> {
        let mut spans: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        let mut at = 0;
        while at < self.words.len() {
            match self.tag(at) {
                FIRST => start = at,
                MIDDLE => {}
                LAST => spans.push(start..at + 1),
                ONLY => spans.push(at..at + 1),
                _ if self.noted(at) => {
                    let from = at;
                    while self.tag(at + 1) == 0 && at + 1 < self.words.len() && self.noted(at + 1) {
                        at += 1;
                    }
                    spans.push(from..at + 1);
                }
                _ => {}
            }
            at += 1;
        }
        let mut joined: Vec<Range<usize>> = Vec::new();
        for span in spans {
            let span = self.extended(span);
            match joined.last_mut() {
                Some(last) if span.start < last.end => last.end = last.end.max(span.end),
                Some(last) if self.belongs(last, &span) => last.end = span.end,
                _ => joined.push(span),
            }
        }
        joined
            .into_iter()
            .map(|tokens| self.without_tail(tokens))
            .map(|tokens| {
                let values = tokens
                    .clone()
                    .filter(|at| self.is_word(*at))
                    .map(|at| self.person(at));
                let (mut least, mut sum, mut count) = (1.0_f32, 0.0, 0.0_f32);
                for value in values {
                    least = least.min(value);
                    sum += value;
                    count += 1.0;
                }
                Candidate {
                    tokens,
                    least,
                    mean: sum / count.max(1.0),
                }
            })
            .collect()
    }

    /// "alberte hun": the ordinary word behind a small given name is none of it; a letter is one.
    fn without_tail(&self, span: Range<usize>) -> Range<usize> {
        let Range { start, mut end } = span;
        let lower = |at: usize| {
            self.words
                .get(at)
                .filter(|word| word.shape == Shape::Lower && word.lower.len() > 1)
                .map(|word| word.listed)
        };
        while end > start + 1
            && lower(start).is_some_and(|first| first.given >= 2)
            && lower(end - 1).is_some_and(|last| last.common >= 2 && last.given < 2)
        {
            end -= 1;
        }
        Range { start, end }
    }

    fn is_word(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.kind == Kind::Word)
    }

    /// A word outside the best sequence that may still be a name.
    fn noted(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        if word.kind != Kind::Word || word.lower.len() < 2 {
            return false;
        }
        if self.person(at) >= NOTED || self.signs_with_initials(&(at..at + 1)) {
            return true;
        }
        // after a title or "is called" hardly anything but a name has a capital
        word.shape == Shape::Capital
            && word.listed.common < 2
            && matches!(
                context::before(self.words, at),
                Some((Cue::Title | Cue::Introduced, _))
            )
            && !context::is_cue(word)
    }

    /// Takes in a surname, an initial or a nickname that the tagger left out.
    fn extended(&self, span: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = span;
        // "T. Brightwell"
        while let Some(initial) = start.checked_sub(2)
            && self
                .words
                .get(initial)
                .is_some_and(|word| word.shape == Shape::Initial)
            && self
                .words
                .get(initial + 1)
                .is_some_and(|word| context::is(word, "."))
            && self
                .words
                .get(start)
                .is_some_and(|word| word.shape == Shape::Capital)
        {
            start = initial;
        }
        // "T Okonkwo" where a sentence begins
        if let Some(initial) = start.checked_sub(1)
            && self.words.get(initial).is_some_and(|word| {
                word.shape == Shape::Initial
                    && !["i", "a", "å", "ö", "x"]
                        .iter()
                        .any(|own| context::is(word, own))
            })
            && self.tag(initial) == 0
            && self.tokens.get(start).is_some_and(|token| !token.glued)
            && self
                .words
                .get(start)
                .is_some_and(|word| word.shape == Shape::Capital && word.listed.surname > 0)
            && initial.checked_sub(1).is_none_or(|at| {
                self.words
                    .get(at)
                    .is_some_and(|word| word.kind == Kind::Sign)
            })
        {
            start = initial;
        }
        let cased = self
            .words
            .get(start)
            .is_some_and(|word| word.shape != Shape::Lower);
        if let Some(next) = self.words.get(end)
            && self.tokens.get(end).is_some_and(|token| !token.glued)
            && next.kind == Kind::Word
            && cased
            && matches!(next.shape, Shape::Capital | Shape::Mixed)
            && self.tag(end) == 0
            && (next.listed.surname > 0 || next.listed.how == How::Ending)
            && next.listed.common < 2
            && !context::is_cue(next)
        {
            end += 1;
        } else if let Some(next) = self.words.get(end)
            && next.shape == Shape::Initial
            && cased
            && self.tag(end) == 0
            && self.tokens.get(end).is_some_and(|token| !token.glued)
            && self
                .words
                .get(end - 1)
                .is_some_and(|word| word.shape == Shape::Capital)
            && self
                .words
                .get(end + 1)
                .is_none_or(|word| word.kind == Kind::Sign)
            && !context::is(next, "i")
        {
            end += 1;
        }
        // "Karen Riis f. Lund", "Maria Ek född Berg"
        let capital = |at: usize| {
            self.words
                .get(at)
                .is_some_and(|word| word.shape == Shape::Capital)
        };
        let born = |at: usize, words: &[&str]| {
            self.words
                .get(at)
                .is_some_and(|word| words.iter().any(|born| context::is(word, born)))
        };
        if cased && born(end, &["f", "o.s", "os"]) && born(end + 1, &["."]) && capital(end + 2) {
            end += 3;
        } else if cased && born(end, &["född", "født", "née"]) && capital(end + 1) {
            end += 2;
        }
        // "lone h"
        if let Some(next) = self.words.get(end)
            && next.shape == Shape::Lower
            && matches!(next.lower[..], [c] if "bcdfghjklmnpqrstvwz".contains(c))
            && !cased
            && self.tag(end) == 0
            && self.tokens.get(end).is_some_and(|token| !token.glued)
            && self
                .words
                .get(end + 1)
                .is_none_or(|word| matches!(word.kind, Kind::Word | Kind::Sign))
            && self
                .words
                .get(end - 1)
                .is_some_and(|word| word.listed.given >= 1)
        {
            end += 1;
        }
        // the dot of an initial
        if self
            .words
            .get(end - 1)
            .is_some_and(|word| word.shape == Shape::Initial)
            && self
                .words
                .get(end)
                .is_some_and(|word| context::is(word, "."))
            && self.tokens.get(end).is_some_and(|token| token.glued)
            && self.tag(end) == 0
        {
            end += 1;
        }
        Range { start, end }
    }

    /// True for two spans that are one name: given name and surname, a nickname in quotes.
    fn belongs(&self, first: &Range<usize>, second: &Range<usize>) -> bool {
        let gap = first.end..second.start;
        let quoted = |at: usize| {
            self.words.get(at).is_some_and(|word| {
                word.kind == Kind::Sign
                    && ["\"", "“", "”", "'", "«", "»", "(", ")"]
                        .iter()
                        .any(|sign| context::is(word, sign))
            })
        };
        let same_case = self
            .words
            .get(first.start)
            .map(|word| word.shape == Shape::Lower)
            == self
                .words
                .get(second.start)
                .map(|word| word.shape == Shape::Lower);
        match gap.len() {
            0 => {
                let listed = |at: usize| {
                    self.words
                        .get(at)
                        .map(|word| word.listed)
                        .unwrap_or_default()
                };
                let last = listed(first.end - 1);
                let next = listed(second.start);
                same_case
                    && self
                        .tokens
                        .get(second.start)
                        .is_some_and(|token| !token.glued)
                    && last.how != How::Genitive
                    && last.how != How::Finnish
                    && (next.surname > 0 || next.how == How::Ending || next.given == 0)
            }
            1 => quoted(first.end),
            3 => quoted(first.end) && quoted(second.start - 1),
            _ => false,
        }
    }

    fn weigh(&self, candidate: &Candidate) -> Option<Found> {
        let tokens = self.trimmed(candidate.tokens.clone())?;
        let first = self.words.get(tokens.start)?;
        let last = self.words.get(tokens.end - 1)?;
        let span = ByteSpan::new(
            self.tokens.get(tokens.start)?.span.start,
            self.tokens.get(tokens.end - 1)?.span.end,
        );
        let mut reasons = Vec::new();
        let raw = 0.5 * candidate.least + 0.5 * candidate.mean;
        let mut score = grade(raw);
        let prose = self.finnish && self.words.len() >= LONG_FINNISH;
        if prose && raw >= FINNISH && first.shape != Shape::Lower {
            score = score.max(0.6);
        }
        reasons.push(Reason {
            id: "name-tagger",
            word: Some(format!("{:.0} %", raw * 100.0)),
        });
        let words = || tokens.clone().filter_map(|at| self.words.get(at));
        let given = words().any(|word| word.listed.given >= 2);
        let surname = words()
            .skip(1)
            .any(|word| word.listed.surname > 0 || word.listed.how == How::Ending);
        let clear = words().any(|word| {
            let listed = word.listed;
            (listed.given >= 2 || listed.surname >= 2) && listed.common == 0
        });
        let cased = !matches!(first.shape, Shape::Lower) && !things::all_capitals(self.words);
        if given {
            reasons.push(Reason {
                id: "name-list-given",
                word: None,
            });
        }
        if surname {
            reasons.push(Reason {
                id: "name-list-surname",
                word: None,
            });
        }
        if words().any(|word| word.listed.common > 0) {
            reasons.push(Reason {
                id: "common-word",
                word: None,
            });
        }
        if !cased {
            reasons.push(Reason {
                id: "lower-case",
                word: None,
            });
        }
        // the tagger takes it for a place or a firm: what lists say does not lift it
        let elsewhere = tokens.clone().all(|at| {
            self.tagged
                .get(at)
                .is_none_or(|tagged| tagged.other > tagged.person)
        });
        if given && surname && cased && clear && !elsewhere {
            score = score.clamp(0.62, 1.0) + 0.04;
        }
        if let Some((cue, place)) = context::before(self.words, tokens.start) {
            let word = self
                .tokens
                .get(place)
                .and_then(|token| token.span.of(self.text));
            reasons.push(Reason {
                id: cue.id(),
                word: word.map(str::to_lowercase),
            });
            let capital = matches!(first.shape, Shape::Capital | Shape::Mixed);
            score = match cue {
                Cue::Title | Cue::Introduced if capital && (raw > 0.1 || !elsewhere || clear) => {
                    score.max(0.8)
                }
                _ if clear && capital => score.max(0.75),
                _ if clear => score.max(0.62),
                _ => score,
            };
        } else if clear
            && cased
            && first.shape == Shape::Capital
            && last.listed.common == 0
            && given
            && !elsewhere
        {
            score = score.max(0.45);
        }
        // a name that tens of thousands bear and that is no other word, amid a sentence
        if first.listed.given == 4
            && first.listed.common == 0
            && first.shape == Shape::Capital
            && cased
            && tokens.start > 0
            && raw > if elsewhere { 0.3 } else { 0.25 }
        {
            score = score.max(0.61);
        }
        let initial = words().skip(1).any(|word| word.shape == Shape::Initial);
        if initial && first.listed.given > 0 && first.shape == Shape::Capital && !elsewhere {
            score = score.max(0.7);
        }
        let certain = first.listed.given >= 2 && first.listed.common == 0;
        // who writes whole sentences writes names large
        let edited = self.words.len() >= 2 * LONG
            && self
                .words
                .first()
                .is_some_and(|word| word.shape == Shape::Capital)
            && self.words.last().is_some_and(|word| context::is(word, "."));
        let cue = context::before(self.words, tokens.start).is_some();
        if !cased
            && certain
            && raw
                > if edited || first.listed.given < 3 && !cue {
                    0.5
                } else {
                    0.25
                }
            && first.lower.len() > 3
            && first.listed.how != How::Finnish
        {
            score = score.max(0.61);
        }
        // a small word that no list knows, without anything that announces it
        let listed = words().any(|word| word.listed.is_name());
        if !cased && (!listed || (!cue && first.lower.len() < 3)) {
            let single = tokens.len() == 1 && !cue;
            let short = first.lower.len() < 4 || raw < 0.6;
            score = score.min(match (single, single && short, raw > 0.85) {
                (_, true, _) => 0.25,
                (true, _, false) => 0.28,
                _ => 0.75,
            });
        }
        // "Tilbud B", "2 tim": one letter, or three small ones, say too little alone
        let letters = first.lower.len();
        if tokens.len() == 1 && (letters == 1 || (!cased && letters < 4 && !cue)) {
            score = score.min(0.5);
        }
        // "klara" is a name and a verb: small letters and nothing beside it leave that open
        let common = words().any(|word| word.listed.common > 0);
        if !cased && tokens.len() == 1 && !cue && common && raw < 0.85 {
            score = score.min(if first.listed.given == 4 { 0.58 } else { 0.28 });
        }
        // one word that nothing announces: what the tagger must say of it, as measured
        let alone = tokens.len() == 1 && !cue;
        let opening = tokens.start == 0 && self.words.len() > 1;
        let unsure = self.unsure(&tokens, first, raw, alone, cased);
        if unsure {
            // what begins a sentence has its capital anyway, and small letters need a list
            let hopeless = if cased {
                opening && !listed
            } else {
                first.listed.given < 3 || first.listed.common > 0
            };
            score = score.min(if hopeless { 0.28 } else { 0.55 });
        }
        if alone && first.listed.given < 3 && things::is_brand(first) && raw < 0.85 {
            reasons.push(Reason {
                id: "looks-like-brand",
                word: None,
            });
            score = score.min(0.28);
        }
        let office = tokens.len() == 1
            && (!listed && context::is_cue(first) && first.listed.given == 0
                || !cased && DEGREES.iter().any(|degree| context::is(first, degree)));
        if office || self.is_label(&tokens, listed) {
            score = score.min(0.28);
        }
        if self.signs_with_initials(&tokens) {
            score = score.max(0.62);
        }
        let told = context::before(self.words, tokens.start)
            .is_some_and(|(cue, _)| cue != Cue::Bond && cue != Cue::Title);
        if let Some(id) = guard::doubt(self.text, self.words, self.tokens, &tokens)
            .or_else(|| things::doubt(self.words, &tokens))
            .or_else(|| namesakes::doubt(self.text, self.words, self.tokens, &tokens, told))
        {
            reasons.push(Reason { id, word: None });
            score *= 0.3;
        } else if things::branded(self.text, self.tokens, &tokens) {
            reasons.push(Reason {
                id: "looks-like-brand",
                word: None,
            });
            if !told {
                score = score.min(0.28);
            }
        }
        let name = span.of(self.text).unwrap_or_default();
        Some(Found {
            span,
            score: score.clamp(0.0, 0.99),
            reasons,
            base: base(name, last),
        })
    }

    /// True where the tagger is not sure enough of a name that little speaks for.
    fn unsure(
        &self,
        tokens: &Range<usize>,
        first: &Word,
        raw: f32,
        alone: bool,
        cased: bool,
    ) -> bool {
        let words = || tokens.clone().filter_map(|at| self.words.get(at));
        let listed = words().any(|word| word.listed.is_name());
        let common = words().any(|word| word.listed.common > 0);
        let place = words().any(|word| word.listed.place);
        let opening = tokens.start == 0 && self.words.len() > 1;
        let plain = first.listed.given >= 3 && !common && !(place && opening);
        let cue = context::before(self.words, tokens.start).is_some();
        // a long sentence has its capitals for a reason
        let long = self.words.len() >= LONG;
        let needed = match (alone && cased, listed) {
            (true, _) if self.finnish && self.words.len() >= LONG_FINNISH => 0.0,
            (true, false) if opening && common => 0.85,
            (true, false) if long => 0.5,
            (true, false) if opening => 0.75,
            (true, false) => 0.62,
            (true, true) if plain => 0.0,
            (true, true) if opening && place => 0.8,
            (true, true) if opening => 0.6,
            (true, true) => 0.5,
            _ if !cased && alone && first.listed.given < 2 => 0.6,
            _ if first.listed.given == 4 && first.listed.common == 0 => 0.0,
            _ if !cased && !cue && common && tokens.len() > 1 => 0.65,
            _ => 0.0,
        };
        raw < needed
    }

    /// "Mentor: Göran Åkerblom": a word in no list before a colon and a name says who follows.
    fn is_label(&self, tokens: &Range<usize>, listed: bool) -> bool {
        tokens.len() == 1
            && !listed
            && self
                .words
                .get(tokens.end)
                .is_some_and(|word| context::is(word, ":"))
            && (1..=2).all(|ahead| {
                self.words
                    .get(tokens.end + ahead)
                    .is_some_and(|word| word.shape == Shape::Capital)
            })
            && self.person(tokens.end + 1) > 0.5
    }

    /// "/SKJ" at the end of a message: the initials of a clerk.
    fn signs_with_initials(&self, tokens: &Range<usize>) -> bool {
        let slash = tokens.start == 1
            && self
                .words
                .first()
                .is_some_and(|word| context::is(word, "/"));
        slash
            && tokens.end == self.words.len()
            && tokens.len() == 1
            && self.words.get(1).is_some_and(|word| {
                word.shape == Shape::Upper
                    && word.lower.len() <= 4
                    && !OFFICES.iter().any(|office| context::is(word, office))
            })
    }

    /// Cuts greetings and titles that a span begins with, and signs at its edges.
    fn trimmed(&self, span: Range<usize>) -> Option<Range<usize>> {
        let Range { mut start, mut end } = span;
        // "T. Sari-Anne" signs a Finnish message
        if start == 0
            && end == 3
            && self
                .words
                .first()
                .is_some_and(|word| context::is(word, "t"))
            && self.words.get(2).is_some_and(|word| word.listed.given >= 2)
            && self.words.len() == 3
        {
            start = 2;
        }
        while start < end
            && end - start > 1
            && self.words.get(start).is_some_and(|word| {
                word.kind != Kind::Word || (context::is_cue(word) && !word.listed.is_name())
            })
        {
            start += 1;
        }
        while end > start
            && self.words.get(end - 1).is_some_and(|word| {
                word.kind == Kind::Sign && !context::is(word, ".") && !context::is(word, ")")
            })
        {
            end -= 1;
        }
        let dot = self
            .words
            .get(end.checked_sub(1)?)
            .is_some_and(|word| context::is(word, "."));
        if dot
            && !(end >= start + 2
                && self
                    .words
                    .get(end - 2)
                    .is_some_and(|word| word.shape == Shape::Initial))
        {
            end -= 1;
        }
        (start < end && self.is_word(start)).then_some(start..end)
    }
}

/// From the tagger's probability to the scale of the bands, as measured on development texts.
fn grade(raw: f32) -> f32 {
    const STEPS: &[(f32, f32)] = &[
        (0.0, 0.05),
        (0.4, 0.25),
        (0.43, 0.3),
        (0.47, 0.6),
        (0.8, 0.75),
        (0.95, 0.88),
        (0.985, 0.93),
        (1.0, 0.99),
    ];
    let upper = STEPS
        .partition_point(|step| step.0 < raw)
        .clamp(1, STEPS.len() - 1);
    match (STEPS.get(upper - 1), STEPS.get(upper)) {
        (Some(low), Some(high)) => low.1 + (raw - low.0) / (high.0 - low.0) * (high.1 - low.1),
        _ => raw,
    }
}

fn base(name: &str, last: &Word) -> String {
    let stripped = match last.listed.how {
        How::Genitive => name
            .strip_suffix("'s")
            .or_else(|| name.strip_suffix("’s"))
            .or_else(|| name.strip_suffix(['s', 'S'])),
        _ => None,
    };
    stripped.unwrap_or(name).to_owned()
}

/// True for a part of a name, also with a Finnish case ending.
fn is_form_of(part: &str, name: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "", "n", "in", "lle", "ille", "lta", "ltä", "ilta", "lla", "llä", "illa", "sta", "stä",
        "ista", "ssa", "ssä", "a", "ä", "ia", "iä",
    ];
    part.strip_prefix(name)
        .is_some_and(|rest| ENDINGS.contains(&rest) && (rest.is_empty() || name.len() > 3))
}

/// A name that stands for certain once makes its parts certain elsewhere in the text.
fn repeated(found: &mut [Found]) {
    let sure: Vec<(String, f32)> = found
        .iter()
        .filter(|name| name.score >= 0.75)
        .flat_map(|name| {
            let parts: Vec<String> = name
                .base
                .split([' ', '-'])
                .filter(|part| part.chars().count() > 2)
                .map(str::to_lowercase)
                .collect();
            parts
                .into_iter()
                .map(|part| (part, name.score))
                .collect::<Vec<_>>()
        })
        .collect();
    if sure.is_empty() {
        return;
    }
    for name in found.iter_mut().filter(|name| name.score < 0.75) {
        let again = name.base.split([' ', '-']).any(|part| {
            let part = part.to_lowercase();
            sure.iter().any(|(other, _)| is_form_of(&part, other))
        });
        if again
            && !name
                .reasons
                .iter()
                .any(|reason| reason.id.starts_with("looks-like"))
        {
            name.score = name.score.max(0.72);
            name.reasons.push(Reason {
                id: "name-repeated",
                word: None,
            });
        }
    }
}
