//! The scanner: built once per case from the participants' own values, used for every text.

use super::{
    DETECTORS, KnownValue, Near, arbiter,
    basis::{BasisHints, basis_of, country_of, may_have_basis},
    context::Lexicon,
    digits,
    fold::{Folded, fold, is_word_char},
    known::{Known, Name},
    lexicon::Lexicons,
    memory::Memory,
    names::{Names, Seen},
    phrases::Phrases,
    profile::{Own, starts},
    protect::{protects, raise},
    score::{self, Proposal},
    settings::Settings,
    spelled,
    view::{Mark, View},
};
use crate::{
    finding::{Category, Claim, Evidence},
    text::{ByteSpan, Normalised},
};
use std::cell::RefCell;

/// Score of the lowest band.
const LOWEST: f32 = 0.3;

/// What a pattern stands for.
#[derive(Clone, Copy, Debug)]
enum Pattern {
    /// A mark of a detector; true where it may end a compound.
    Mark(usize, usize, bool),
    /// A written form of a participant's name.
    Name(usize),
    /// A word of the profile.
    Listed(usize),
    /// An entry of the lexicons; true where it may end a compound.
    Term(usize, bool),
    /// A number word.
    Number,
}

/// Finds everything in a text. Reuse it: building costs, scanning does not.
#[derive(Debug)]
pub struct Scanner {
    lexicon: Lexicon,
    known: Known,
    lexicons: Lexicons,
    bases: BasisHints,
    phrases: Phrases,
    patterns: Vec<Pattern>,
    settings: Settings,
    /// Patterns of the profile that may begin with an ASCII character.
    begins: Vec<Vec<usize>>,
    /// Words of the texts before; saves work, changes nothing.
    seen: RefCell<Seen>,
}

impl Scanner {
    /// A scanner that also knows the participants' own names, numbers and addresses.
    #[must_use]
    pub fn new(known: &[KnownValue]) -> Self {
        Self::with_settings(known, Settings::default())
    }

    /// The same with a preset, categories that are left out, and an authority's profile.
    #[must_use]
    pub fn with_settings(known: &[KnownValue], settings: Settings) -> Self {
        let known = Known::new(known);
        let mut words = Vec::new();
        let mut patterns = Vec::new();
        for (detector, of) in DETECTORS.iter().enumerate() {
            for (index, mark) in of.marks().iter().enumerate() {
                let plain = mark.trim_start_matches('*');
                words.push(fold(plain));
                patterns.push(Pattern::Mark(detector, index, plain.len() < mark.len()));
            }
        }
        for word in spelled::WAKE {
            words.push((*word).to_owned());
            patterns.push(Pattern::Number);
        }
        for (index, name) in known.names().iter().enumerate() {
            words.push(name.folded.clone());
            patterns.push(Pattern::Name(index));
        }
        let mut begins = Vec::new();
        if let Some(profile) = &settings.profile {
            for (index, word) in profile.words.iter().enumerate() {
                words.push(word.folded.clone());
                patterns.push(Pattern::Listed(index));
            }
            begins = (0..128_u8)
                .map(|c| {
                    let own = profile.own.iter().enumerate();
                    let own = own.filter(|(_, own)| own.pattern.may_begin(char::from(c)));
                    own.map(|(index, _)| index).collect()
                })
                .collect();
        }
        let lexicons = Lexicons::new();
        for (index, (form, glue)) in lexicons.patterns().enumerate() {
            words.push(form.to_owned());
            patterns.push(Pattern::Term(index, glue));
        }
        let glued = |pattern: &Pattern| {
            matches!(pattern, Pattern::Mark(_, _, true) | Pattern::Term(_, true))
        };
        let phrases = Phrases::new(
            words
                .iter()
                .map(String::as_str)
                .zip(patterns.iter().map(glued)),
        );
        Self {
            lexicon: Lexicon::new(),
            known,
            lexicons,
            bases: BasisHints::new(),
            phrases,
            patterns,
            settings,
            begins,
            seen: RefCell::default(),
        }
    }

    /// All findings of a text that is a case of its own: with its own memory, and with what a
    /// protected identity in it raises.
    #[must_use]
    pub fn scan_alone(&self, text: &str, near: &Near<'_>) -> Vec<Claim> {
        let mut claims = self.scan(text, near);
        let mut memory = Memory::default();
        for claim in &claims {
            memory.note(claim, text);
        }
        let recall = memory.recall();
        if !recall.is_empty() {
            claims = recall.add(text, claims);
        }
        if claims.iter().any(|c| protects(c.category, c.score)) {
            for claim in &mut claims {
                raise(claim.category, &mut claim.score, &mut claim.evidence);
            }
        }
        claims
    }

    /// All findings of one text, in order, without overlaps. Never fails, never panics; the work
    /// is linear in the text.
    #[must_use]
    pub fn scan(&self, text: &str, near: &Near<'_>) -> Vec<Claim> {
        if text.is_empty() || u32::try_from(text.len()).is_err() {
            return Vec::new();
        }
        let normal = Normalised::new(text);
        let plain = normal.as_str();
        let folded = Folded::new(plain);
        let (hits, terms) = self.hits(&folded);
        let found = self.lexicons.check(plain, &folded, &terms);
        let speaks = speaks(plain.as_bytes());
        let own = self.settings.profile.as_ref().map(|profile| &profile.own);
        let own = own.filter(|own| !own.is_empty());
        let woken = !hits.is_empty() || !found.is_empty();
        // the tagger is most of the work: it rests where names are not searched
        let names = if self.settings.off.contains(&Category::Person) {
            Vec::new()
        } else {
            Names::embedded().find_again(plain, &mut self.seen.borrow_mut())
        };
        if !woken && names.is_empty() && !speaks && own.is_none() {
            return Vec::new();
        }
        let view = View::new(plain, near, &self.lexicon, &self.known);
        let mut proposals = Vec::new();
        let mut number_words = Vec::new();
        for (pattern, start, end) in hits {
            let span = folded.back(start, end);
            match pattern {
                Pattern::Mark(detector, index, _) => {
                    if let Some(detector) = DETECTORS.get(detector) {
                        detector.marked(&view, &Mark { span, index }, &mut proposals);
                    }
                }
                Pattern::Listed(index) => {
                    let word = self
                        .settings
                        .profile
                        .as_ref()
                        .and_then(|profile| profile.words.get(index));
                    let rest = folded.as_str().get(end..).unwrap_or_default();
                    if let Some(word) = word
                        && let Some(ending) = word.ending(rest)
                    {
                        let span = folded.back(start, end + ending);
                        out_of_profile(
                            span,
                            word.category,
                            word.score,
                            (word.evidence, &word.name),
                            &word.folded,
                            &mut proposals,
                        );
                    }
                }
                Pattern::Term(..) => {}
                Pattern::Name(index) => {
                    if let Some(name) = self.known.names().get(index) {
                        propose_name(&view, name, span, &mut proposals);
                    }
                }
                Pattern::Number => {
                    if number_words.last() != Some(&span.start) {
                        number_words.push(span.start);
                    }
                }
            }
        }
        let mut done = 0;
        for start in spelled::chains(&number_words) {
            if start < done {
                continue;
            }
            if let Some((window, end)) = spelled::read(plain, start) {
                done = end;
                let from = proposals.len();
                for detector in DETECTORS {
                    detector.window(&view, &window, &mut proposals);
                }
                for proposal in proposals.iter_mut().skip(from) {
                    proposal.evidence.push(Evidence::plain("spelled-out"));
                }
            }
        }
        let known: Vec<ByteSpan> = proposals
            .iter()
            .filter(|proposal| proposal.category == Category::Person)
            .map(|proposal| proposal.span)
            .collect();
        for name in names {
            // what a participant's own name says is said with that participant's key
            if !is_covered(plain, name.span, &known) {
                proposals.push(Proposal::from(name));
            }
        }
        if speaks {
            digits::windows(plain, &view.groups, |window| {
                for detector in DETECTORS {
                    detector.window(&view, window, &mut proposals);
                }
            });
            for detector in DETECTORS {
                detector.whole(&view, &mut proposals);
            }
        }
        if let Some(own) = own {
            self.own_patterns(plain, own, &mut proposals);
        }
        let family = self.lexicons.propose(&view, found, &mut proposals);
        let preset = self.settings.preset;
        let least = preset.proposed();
        let claims = proposals
            .into_iter()
            .filter_map(|mut proposal| {
                let score = score::weigh(&view, &mut proposal, least)?.clamp(0.0, 1.0);
                Some(Claim {
                    span: proposal.span,
                    category: proposal.category,
                    score,
                    evidence: proposal.evidence,
                    key: proposal.key,
                })
            })
            .collect();
        let mut claims = join_names(plain, arbiter::settle(claims, least));
        if let Some(profile) = &self.settings.profile {
            profile.keep.lower(plain, &mut claims);
        }
        claims.retain_mut(|claim| {
            if claim.score < LOWEST {
                claim.score = LOWEST;
                claim.evidence.push(Evidence::plain("below-bands"));
            }
            claim.score >= preset.shown() && !self.settings.off.contains(&claim.category)
        });
        self.suggest(&view, &mut claims);
        self.lexicons.widen(&view, family, &mut claims);
        claims.sort_by_key(|claim| (claim.span.start, claim.span.end, claim.category));
        for claim in &mut claims {
            claim.span = normal.original(claim.span);
        }
        claims
    }

    /// Names the legal basis that a finding's kind, or the words around a marking, point to.
    fn suggest(&self, view: &View<'_>, claims: &mut [Claim]) {
        // most values have none, and the guess at the language is spared
        if !claims.iter().any(|claim| may_have_basis(claim.category)) {
            return;
        }
        let Some(country) = view.likely_lang().and_then(country_of) else {
            return;
        };
        let mut of_text: Option<Vec<&'static str>> = None;
        for claim in claims {
            let keys = match claim.category {
                // the words of the whole text: looked for once, however many markings there are
                Category::SecrecyMarking => of_text
                    .get_or_insert_with(|| self.bases.of_text(view.text, Some(country)))
                    .clone(),
                category => basis_of(category, country).into_iter().collect(),
            };
            for key in keys {
                claim.evidence.push(Evidence::word("basis-hint", key));
            }
        }
    }

    /// Proposes what the profile's own patterns match.
    fn own_patterns(&self, plain: &str, own: &[Own], out: &mut Vec<Proposal>) {
        let all: Vec<usize> = (0..own.len()).collect();
        for at in starts(plain) {
            let Some(rest) = plain.get(at..) else {
                continue;
            };
            let first = rest.bytes().next().unwrap_or_default();
            let likely = self.begins.get(usize::from(first)).unwrap_or(&all);
            for own in likely.iter().filter_map(|index| own.get(*index)) {
                let Some(length) = own.pattern.match_at(rest) else {
                    continue;
                };
                let span = ByteSpan::new(at as u32, (at + length) as u32);
                let Some(word) = own.asked_word(plain, span) else {
                    continue;
                };
                let key = fold(span.of(plain).unwrap_or_default());
                out_of_profile(
                    span,
                    own.category,
                    own.score,
                    ("own-pattern", &own.name),
                    &key,
                    out,
                );
                if let (Some(word), Some(last)) = (word, out.last_mut()) {
                    last.evidence.push(Evidence::word("context-line", &word));
                }
            }
        }
    }

    /// Places of all patterns that begin a word, those of the lexicons apart.
    fn hits(&self, folded: &Folded) -> (Vec<Place>, Vec<(usize, usize, usize)>) {
        let text = folded.as_str();
        let (mut hits, mut terms) = (Vec::new(), Vec::new());
        for hit in self.phrases.find(text) {
            let (start, end) = (hit.start as usize, hit.end as usize);
            match self.patterns.get(hit.pattern as usize) {
                Some(Pattern::Term(index, _)) => {
                    let rest = text.get(end..).unwrap_or_default();
                    if self.lexicons.may_end(*index, rest) {
                        terms.push((*index, start, end));
                    }
                }
                Some(pattern) => hits.push((*pattern, start, end)),
                None => {}
            }
        }
        (hits, terms)
    }
}

/// True for a text with a digit or sign that some detector looks at; most have none.
fn speaks(text: &[u8]) -> bool {
    // all of it, without a branch: a few vector operations
    let (signs, colons) = text.iter().fold((false, false), |(signs, colons), byte| {
        let sign = byte.is_ascii_digit() | (*byte == b'@') | (*byte == b'=');
        (signs | sign, colons | (*byte == b':'))
    });
    signs || colons && text.windows(2).any(|pair| pair == b"::")
}

/// A pattern with its start and end in the folded text.
type Place = (Pattern, usize, usize);

/// Proposes a match of the profile.
fn out_of_profile(
    span: ByteSpan,
    category: Category,
    score: f32,
    (evidence, name): (&str, &str),
    key: &str,
    out: &mut Vec<Proposal>,
) {
    let proposal = Proposal::certain(category, span, key.to_owned(), score);
    out.push(proposal.why_word(evidence, name));
}

/// True where every letter of `span` lies under one of `covers`.
fn is_covered(text: &str, span: ByteSpan, covers: &[ByteSpan]) -> bool {
    let inside = span.of(text).unwrap_or_default();
    inside.char_indices().all(|(at, c)| {
        let at = span.start + at as u32;
        !is_word_char(c)
            || covers
                .iter()
                .any(|cover| cover.start <= at && at < cover.end)
    })
}

/// Makes one finding of neighbouring parts of one person's name.
fn join_names(text: &str, claims: Vec<Claim>) -> Vec<Claim> {
    let mut joined: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        if let Some(last) = joined.last_mut()
            && claim.category == Category::Person
            && last.category == Category::Person
            && last.key == claim.key
            && matches!(
                ByteSpan::new(last.span.end, claim.span.start).of(text),
                Some(" " | "-" | "_" | "." | "," | ", " | ". ")
            )
        {
            last.span.end = claim.span.end;
            last.score = last.score.max(claim.score);
            for evidence in claim.evidence {
                if !last.evidence.contains(&evidence) {
                    last.evidence.push(evidence);
                }
            }
            continue;
        }
        joined.push(claim);
    }
    joined
}

/// Letters from which a name with an ending is hardly another word.
const LONG_NAME: usize = 6;

/// Case endings of names in Finnish; longest first.
const ENDINGS: &[&str] = &[
    "lle", "lta", "ltä", "lla", "llä", "ssa", "ssä", "sta", "stä", "ksi", "tta", "ttä", "an", "en",
    "in", "on", "un", "yn", "än", "ön", "ia", "iä", "ta", "tä", "n", "a", "ä",
];

/// Proposes a name where it stands as a whole word, with its genitive or case ending.
pub(super) fn propose_name(view: &View<'_>, name: &Name, span: ByteSpan, out: &mut Vec<Proposal>) {
    let rest = view.from(span.end);
    let word: String = rest.chars().take_while(|c| is_word_char(*c)).collect();
    let mut inflected = false;
    let end = match word.as_str() {
        "" if name.stem => return,
        "" => {
            let genitive = rest.strip_prefix('\'').is_some_and(|after| {
                after.starts_with(['s', 'S'])
                    && !after
                        .get(1..)
                        .and_then(|more| more.chars().next())
                        .is_some_and(is_word_char)
            });
            span.end + if genitive { 2 } else { 0 }
        }
        "s" | "S" if !name.stem => {
            inflected = true;
            span.end + 1
        }
        ending if name.folded.len() >= 4 && ENDINGS.contains(&ending.to_lowercase().as_str()) => {
            inflected = true;
            span.end + ending.len() as u32
        }
        _ => return,
    };
    if !name.can_be(view.of(span)) {
        return;
    }
    let span = ByteSpan::new(span.start, end);
    let cased = view.of(span).chars().next().is_some_and(char::is_uppercase);
    if !cased && name.cased_only {
        return;
    }
    let mut score = if cased { name.score } else { name.lower_score };
    // an ending other than the genitive can also make another word
    if inflected && name.evidence != "name-full" && word.to_lowercase() != "s" {
        let long = name.folded.len() >= LONG_NAME;
        score = match (cased, long) {
            (true, _) => score.min(0.85),
            (_, true) => score.min(0.62),
            _ => score.min(0.4),
        };
    }
    out.push(
        Proposal::certain(Category::Person, span, name.key.clone(), score)
            .why("known-participant")
            .why(name.evidence)
            .why_if(inflected, "inflected")
            .why_if(!cased, "lower-case")
            .why_if(name.common, "common-word"),
    );
}
