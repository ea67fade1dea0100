//! Entries as patterns of the scanner's automaton, and the check of a hit against the letters of
//! the text: endings, compounds, case, and the vowels that folding melts together.

use super::{
    clause,
    data::{self, Class, Lang},
    people::People,
    sentence::Sentences,
    supervision, weigh,
};
use crate::{
    detect::{
        fold::{Folded, fold, is_letter},
        score::Proposal,
        view::View,
    },
    finding::{Category, Claim},
    text::ByteSpan,
};
use std::collections::BTreeMap;

/// Endings of nouns, adjectives and verbs in Danish, Swedish and Norwegian.
const SCANDINAVIAN: &[&str] = &[
    "s", "n", "t", "en", "et", "er", "r", "e", "a", "ne", "ens", "ets", "ns", "ts", "ers", "ene",
    "erne", "enes", "ernes", "or", "ar", "orna", "arna", "na", "ornas", "arnas", "nas", "d", "de",
    "ede", "ade", "at", "te", "ere", "eren", "erens", "are", "aren", "arens", "ande", "ende",
    "rna", "rnas", "ar", "ane", "ad", "an", "i",
];
/// Endings in English.
const ENGLISH: &[&str] = &["s", "es", "ed", "ing", "'s", "d", "ly"];
/// Letters of the longest Finnish ending that a plain entry takes.
const FINNISH: usize = 7;
/// Letters from which a word without its dots and rings is hardly another word.
const BARE: usize = 8;

/// Statements behind a clause that are looked at: one of another kind can end it.
const OTHERS: usize = 4;

/// Hits looked back over for the same words in another language of the family.
const SHARED: usize = 8;
/// Words of a text that vote for its family.
const SMALL_WORDS: usize = 40;

/// Letters of hits that the guess at the language outweighs.
const GUESS: usize = 9;

/// How a word may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Exact,
    Inflected,
    Open,
}

/// One entry.
#[derive(Debug)]
pub(crate) struct Term {
    pub(super) category: Category,
    pub(super) class: Class,
    pub(super) lang: Lang,
    /// As written in the file, in lower case unless its case counts.
    pub text: String,
    cased: bool,
    end: End,
    glue: bool,
    /// Endings are those of a phrase's last word.
    letters: usize,
}

/// A checked hit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'t> {
    pub term: &'t Term,
    /// The whole word or words.
    pub span: ByteSpan,
}

/// Terms that share a folded form.
#[derive(Debug)]
struct Shared {
    form: String,
    terms: Vec<u32>,
    /// One of them is reason enough to look at a text.
    wakes: bool,
    /// None of them takes an ending.
    exact: bool,
}

/// All lexicons.
#[derive(Debug)]
pub struct Lexicons {
    terms: Vec<Term>,
    patterns: Vec<Shared>,
    pub(super) people: People,
}

impl Lexicons {
    pub(crate) fn new() -> Self {
        let mut terms = Vec::new();
        let mut by_form: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (category, lang, file) in data::FILES {
            for (class, entry) in data::classed(file) {
                let Some(term) = Term::new(*category, class, *lang, entry) else {
                    continue;
                };
                let same = by_form.entry(fold(&term.text)).or_default();
                same.push(terms.len() as u32);
                terms.push(term);
            }
        }
        let patterns = by_form
            .into_iter()
            .map(|(form, same)| {
                let all = || same.iter().filter_map(|at| terms.get(*at as usize));
                Shared {
                    wakes: all().any(Term::wakes),
                    exact: all().all(|term| term.end == End::Exact),
                    form,
                    terms: same,
                }
            })
            .collect();
        Self {
            terms,
            patterns,
            people: People::new(),
        }
    }

    /// Folded forms for the automaton; true where one may begin inside a word.
    pub(crate) fn patterns(&self) -> impl Iterator<Item = (&str, bool)> {
        self.patterns.iter().map(|shared| {
            let glue = shared
                .terms
                .iter()
                .any(|at| self.terms.get(*at as usize).is_some_and(|term| term.glue));
            (shared.form.as_str(), glue)
        })
    }

    /// True where a pattern may stand before `rest` of the folded text: a letter behind a word
    /// without endings makes it another.
    pub(crate) fn may_end(&self, pattern: usize, rest: &str) -> bool {
        let exact = self.patterns.get(pattern).is_some_and(|of| of.exact);
        !exact || !rest.chars().next().is_some_and(is_letter)
    }

    /// The hits whose letters, case and endings fit, where one of them is reason to look at a
    /// text; else nothing. `hits` are patterns with their place in the folded text.
    pub(crate) fn check(
        &self,
        text: &str,
        folded: &Folded,
        hits: &[(usize, usize, usize)],
    ) -> Vec<Found<'_>> {
        let wakes = |(pattern, ..): &(usize, usize, usize)| {
            self.patterns.get(*pattern).is_some_and(|of| of.wakes)
        };
        let mut found = Vec::new();
        if !hits.iter().any(wakes) {
            return found;
        }
        for (pattern, start, end) in hits {
            let span = folded.back(*start, *end);
            let same = self.patterns.get(*pattern).map(|of| &of.terms);
            for at in same.into_iter().flatten() {
                if let Some(term) = self.terms.get(*at as usize)
                    && let Some(span) = term.check(text, span)
                {
                    found.push(Found { term, span });
                }
            }
        }
        if !found.iter().any(|hit| hit.term.wakes()) {
            found.clear();
        }
        found
    }

    /// Proposes clauses; tells the family of languages of the text, where it was looked for.
    pub(crate) fn propose<'t>(
        &'t self,
        view: &View<'_>,
        mut found: Vec<Found<'t>>,
        out: &mut Vec<Proposal>,
    ) -> Option<u8> {
        if found.is_empty() {
            return None;
        }
        let family = family(view, &self.people, &found);
        found.retain(|hit| hit.term.lang.family() == family || hit.term.letters >= BARE);
        // the others say nothing without one that wakes
        if !found.iter().any(|hit| hit.term.wakes()) {
            return Some(family);
        }
        let found = sift(found);
        let named: Vec<ByteSpan> = out
            .iter()
            .filter(|proposal| names_somebody(proposal))
            .map(|proposal| proposal.span)
            .collect();
        let sentences = Sentences::new(view.text);
        let mut from = 0;
        while let Some(first) = found.get(from) {
            let sentence = sentences.around(first.span.start);
            let upto = from
                + found
                    .get(from..)
                    .unwrap_or_default()
                    .iter()
                    .take_while(|found| found.span.start < sentence.end)
                    .count()
                    .max(1);
            let here = found.get(from..upto).unwrap_or_default();
            let ends = here.iter().map(|hit| hit.span.end).max();
            let core = ByteSpan::new(first.span.start, ends.unwrap_or(first.span.end));
            let words = self.people.words(view.text, sentence, core, family);
            weigh::clauses(view, &words, here, &named, out);
            supervision::clauses(view, sentence, &words, here, out);
            from = upto;
        }
        Some(family)
    }

    /// Widens findings that state something about somebody to the whole clause. Done when overlaps
    /// are settled: the words that state it decide there, and not how long the clause is.
    pub(crate) fn widen(&self, view: &View<'_>, known: Option<u8>, claims: &mut [Claim]) {
        let text = view.text;
        let states =
            |claim: &Claim| claim.category.is_clause() && claim.category != Category::Supervision;
        let said: Vec<(Category, ByteSpan)> = claims
            .iter()
            .filter(|claim| states(claim))
            .map(|claim| (claim.category, claim.span))
            .collect();
        if said.is_empty() {
            return;
        }
        let family = known.unwrap_or_else(|| family(view, &self.people, &[]));
        let sentences = Sentences::new(text);
        for claim in claims.iter_mut().filter(|claim| states(claim)) {
            let sentence = sentences.around(claim.span.start);
            let words = self.people.words(text, sentence, claim.span, family);
            let behind = said.partition_point(|(_, span)| span.start < claim.span.end);
            let others: Vec<ByteSpan> = said
                .iter()
                .skip(behind)
                .take(OTHERS)
                .filter(|(category, _)| *category != claim.category)
                .map(|(_, span)| *span)
                .collect();
            claim.span = clause::whole(text, &words, claim.span, &others);
            claim.key = fold(claim.span.of(text).unwrap_or_default());
        }
    }
}

/// The family of languages that most of the hits and the guess at the language speak for.
fn family(view: &View<'_>, people: &People, found: &[Found<'_>]) -> u8 {
    let mut votes = [0_usize; 3];
    let guess = view.likely_lang().map(|lang| match lang {
        "fi" => 1,
        "en" => 2,
        _ => 0_u8,
    });
    if let Some(vote) = guess.and_then(|family| votes.get_mut(usize::from(family))) {
        *vote += GUESS;
    }
    // a word that three languages share is one word
    let mut counted: Vec<(ByteSpan, u8)> = Vec::with_capacity(found.len());
    for hit in found {
        let family = hit.term.lang.family();
        if counted
            .iter()
            .rev()
            .take(SHARED)
            .any(|seen| *seen == (hit.span, family))
        {
            continue;
        }
        counted.push((hit.span, family));
        if let Some(vote) = votes.get_mut(usize::from(family)) {
            *vote += hit.term.letters;
        }
    }
    // a word that all languages share says nothing: the small words around it do
    for word in view.words().words.iter().take(SMALL_WORDS) {
        let small = view.of(word.span).to_lowercase();
        for (family, vote) in votes.iter_mut().enumerate() {
            if people.knows(&small, family as u8) {
                *vote += 2;
            }
        }
    }
    let best = votes.iter().copied().max().unwrap_or_default();
    votes
        .iter()
        .position(|vote| *vote == best)
        .map_or(0, |family| family as u8)
}

/// True for a proposal that names a person or gives their number.
fn names_somebody(proposal: &Proposal) -> bool {
    use crate::finding::Group;
    match proposal.category.group() {
        Group::Person => proposal.prior >= 0.6 && proposal.category == Category::Person,
        Group::Id => proposal.labelled >= 0.85 && is_persons(proposal.category),
        _ => false,
    }
}

fn is_persons(category: Category) -> bool {
    matches!(
        category,
        Category::SePersonnummer
            | Category::SeSamordningsnummer
            | Category::SeReservnummer
            | Category::DkCpr
            | Category::NoFodselsnummer
            | Category::FiHetu
            | Category::IsKennitala
    )
}

/// Takes away what stands inside a phrase that means something else, and of hits of one category
/// that overlap the shorter.
fn sift(mut found: Vec<Found<'_>>) -> Vec<Found<'_>> {
    let not: Vec<(Category, ByteSpan)> = found
        .iter()
        .filter(|found| found.term.class == Class::Not)
        .map(|found| (found.term.category, found.span))
        .collect();
    found.retain(|hit| {
        hit.term.class != Class::Not
            && !not
                .iter()
                .any(|(of, span)| *of == hit.term.category && span.overlaps(hit.span))
    });
    found.sort_by_key(|hit| {
        (
            hit.term.category,
            hit.span.start,
            std::cmp::Reverse(hit.span.end),
            hit.term.class,
        )
    });
    let mut kept: Vec<Found<'_>> = Vec::with_capacity(found.len());
    for hit in found {
        let inside = kept.last().is_some_and(|last| {
            last.term.category == hit.term.category
                && hit.span.start < last.span.end
                && (hit.term.category != Category::Supervision
                    || hit.span == last.span && hit.term.class == last.term.class)
        });
        if inside {
            if let Some(last) = kept.last_mut()
                && hit.term.class < last.term.class
                && hit.term.category != Category::Supervision
            {
                // the stronger reading of the same words
                last.term = hit.term;
            }
            continue;
        }
        kept.push(hit);
    }
    kept.sort_by_key(|hit| (hit.span.start, hit.span.end, hit.term.category));
    kept
}

impl Term {
    fn new(category: Category, class: Class, lang: Lang, entry: &str) -> Option<Self> {
        let (glue, entry) = match entry.strip_prefix('*') {
            Some(rest) => (true, rest),
            None => (false, entry),
        };
        let (end, text) = match (entry.strip_suffix('*'), entry.strip_suffix('!')) {
            (Some(stem), _) => (End::Open, stem),
            (_, Some(word)) => (End::Exact, word),
            _ => (End::Inflected, entry),
        };
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        // endings make another word of a short one: "nav", "navn"
        let end = match end {
            End::Inflected if letters <= 3 && lang != Lang::Fi => End::Exact,
            end => end,
        };
        (letters >= 2).then(|| Self {
            category,
            class,
            lang,
            text: text.to_owned(),
            cased: text.chars().any(char::is_uppercase),
            end,
            glue,
            letters,
        })
    }

    /// True where the entry alone is reason to look at a text.
    fn wakes(&self) -> bool {
        !matches!(
            self.class,
            Class::Cue
                | Class::Not
                | Class::Target
                | Class::Intent
                | Class::Call
                | Class::Place
                | Class::Game
        )
    }

    /// The whole words of a hit where its letters, its case and its ending fit.
    fn check(&self, text: &str, span: ByteSpan) -> Option<ByteSpan> {
        let from = |at: u32| text.get(at as usize..).unwrap_or_default();
        let before = text.get(..span.start as usize).unwrap_or_default();
        let glued: usize = before
            .chars()
            .rev()
            .take_while(|c| is_letter(*c))
            .map(char::len_utf8)
            .sum();
        if glued > 0 && !self.glue {
            return None;
        }
        if before
            .chars()
            .next_back()
            .is_some_and(|c| c.is_ascii_digit())
            || before.ends_with(['@', '#']) && glued == 0
        {
            return None;
        }
        let used = self.letters_fit(from(span.start))?;
        let end = span.start + used as u32;
        let tail = from(end);
        let ending: usize = tail
            .chars()
            .take_while(|c| is_letter(*c))
            .map(char::len_utf8)
            .sum();
        let fits = match (self.end, tail.get(..ending).unwrap_or_default()) {
            (_, "") | (End::Open, _) => true,
            (End::Exact, _) => false,
            (End::Inflected, ending) => {
                let ending = ending.to_lowercase();
                match self.lang.family() {
                    1 => ending.chars().count() <= FINNISH,
                    2 => ENGLISH.contains(&ending.as_str()),
                    _ => SCANDINAVIAN.contains(&ending.as_str()),
                }
            }
        };
        if !fits
            || tail
                .get(ending..)
                .is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()))
        {
            return None;
        }
        Some(ByteSpan::new(
            span.start - glued as u32,
            end + ending as u32,
        ))
    }

    /// Bytes of `text` that are this entry, letter by letter: "æ" is "æ", "ä" or "ae", and in
    /// long words also "a".
    fn letters_fit(&self, text: &str) -> Option<usize> {
        let bare = self.letters >= BARE;
        let mut rest = text.chars().peekable();
        let mut used = 0;
        let mut wanted = self.text.chars().peekable();
        while let Some(want) = wanted.next() {
            let got = rest.next()?;
            used += got.len_utf8();
            if want == ' ' || want == '-' {
                if !matches!(got, ' ' | '-' | '\n' | '\t' | '\u{a0}') {
                    return None;
                }
                while let Some(more) = rest.peek().copied()
                    && matches!(more, ' ' | '-' | '\n' | '\t' | '\u{a0}')
                {
                    rest.next();
                    used += more.len_utf8();
                }
                continue;
            }
            if self.cased {
                if want != got {
                    return None;
                }
                continue;
            }
            let small = got.to_lowercase().next().unwrap_or(got);
            let second = match want {
                _ if small == want => None,
                'æ' | 'ä' if matches!(small, 'æ' | 'ä') => None,
                'ø' | 'ö' if matches!(small, 'ø' | 'ö') => None,
                'æ' | 'ä' if small == 'a' => Some('e'),
                'ø' | 'ö' if small == 'o' => Some('e'),
                'å' if small == 'a' => Some('a'),
                'e' if matches!(small, 'é' | 'è' | 'ê') => None,
                'é' if small == 'e' && bare => None,
                'u' if small == 'ü' => None,
                _ => return None,
            };
            if let Some(second) = second {
                if rest.peek().is_some_and(|c| c.eq_ignore_ascii_case(&second))
                    && wanted.peek() != Some(&second)
                {
                    rest.next();
                    used += 1;
                } else if !bare {
                    return None;
                }
            }
        }
        Some(used)
    }
}
