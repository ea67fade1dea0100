//! The scanner: built once per case from the participants' own values, used for every text.

use super::{
    DETECTORS, KnownValue, Near, arbiter,
    context::Lexicon,
    digits,
    fold::{Folded, fold, is_word_char},
    known::{Known, Name},
    memory::Memory,
    protect::{protects, raise},
    score::{self, Proposal},
    view::{Mark, View},
};
use crate::{
    finding::{Category, Claim},
    text::{ByteSpan, Normalised},
};
use aho_corasick::{AhoCorasick, AhoCorasickBuilder};

/// Score below which a finding is not shown: that of the lowest band.
const LEAST: f32 = 0.3;

/// What a pattern of the automaton stands for.
#[derive(Clone, Copy, Debug)]
enum Pattern {
    /// A mark of a detector; true where it may end a compound.
    Mark(usize, usize, bool),
    /// A written form of a participant's name.
    Name(usize),
}

/// Finds everything in a text. Reuse it: building costs, scanning does not.
#[derive(Debug)]
pub struct Scanner {
    lexicon: Lexicon,
    known: Known,
    automaton: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
    /// Score below which nothing is shown.
    least: f32,
}

impl Scanner {
    /// A scanner that also knows the participants' own names, numbers and addresses.
    #[must_use]
    pub fn new(known: &[KnownValue]) -> Self {
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
        for (index, name) in known.names().iter().enumerate() {
            words.push(name.folded.clone());
            patterns.push(Pattern::Name(index));
        }
        Self {
            lexicon: Lexicon::new(),
            known,
            // fails only beyond the automaton's own size limits, that is with gigabytes of names
            automaton: AhoCorasickBuilder::new().build(&words).ok(),
            patterns,
            least: LEAST,
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
        let hits = self.hits(&folded);
        let speaks = plain
            .bytes()
            .any(|byte| byte.is_ascii_digit() || matches!(byte, b'@' | b'='))
            || memchr::memmem::find(plain.as_bytes(), b"::").is_some();
        if hits.is_empty() && !speaks {
            return Vec::new();
        }
        let view = View::new(plain, near, &self.lexicon, &self.known);
        let mut proposals = Vec::new();
        for (pattern, start, end) in hits {
            let span = folded.back(start, end);
            match pattern {
                Pattern::Mark(detector, index, _) => {
                    if let Some(detector) = DETECTORS.get(detector) {
                        detector.marked(&view, &Mark { span, index }, &mut proposals);
                    }
                }
                Pattern::Name(index) => {
                    if let Some(name) = self.known.names().get(index) {
                        propose_name(&view, name, span, &mut proposals);
                    }
                }
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
        let claims = proposals
            .into_iter()
            .map(|mut proposal| {
                let score = score::weigh(&view, &mut proposal).clamp(0.0, 1.0);
                Claim {
                    span: proposal.span,
                    category: proposal.category,
                    score,
                    evidence: proposal.evidence,
                    key: proposal.key,
                }
            })
            .collect();
        let mut claims = join_names(plain, arbiter::settle(claims, self.least));
        for claim in &mut claims {
            claim.span = normal.original(claim.span);
        }
        claims
    }

    /// Places of all patterns that begin a word; names also have to end one, or to be followed by
    /// an ending.
    fn hits(&self, folded: &Folded) -> Vec<(Pattern, usize, usize)> {
        let text = folded.as_str();
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        automaton
            .find_overlapping_iter(text)
            .filter_map(|hit| {
                let pattern = self.patterns.get(hit.pattern().as_usize())?;
                let (before, from) = text.split_at_checked(hit.start())?;
                let inside = from.chars().next().is_some_and(is_word_char)
                    && before.chars().next_back().is_some_and(is_word_char);
                let compound = matches!(pattern, Pattern::Mark(_, _, true));
                (compound || !inside).then_some((*pattern, hit.start(), hit.end()))
            })
            .collect()
    }
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
