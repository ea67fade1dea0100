//! Comments that need supervision: pairs of words that stand near each other in one sentence.
//! Kinds are those of the Swedish act 1998:112 § 5: `threat`, `incitement`, `group-hate`,
//! `violence`, `privacy`, `child-abuse`, `copyright`. A hint with the words that caused it, never
//! a verdict: band B at most. Guide section 7.4.

use super::{
    data::Class,
    people::{Kind, Word},
    terms::Found,
};
use crate::{
    detect::{fold::fold, score::Proposal, view::View},
    finding::Category,
    text::ByteSpan,
};

/// Words between the two words of a pair.
const NEAR: usize = 9;

/// A pair of classes, its kind and its score.
struct Pair(Class, Class, &'static str, f32);

const PAIRS: &[Pair] = &[
    Pair(Class::Group, Class::Dehuman, "group-hate", 0.8),
    Pair(Class::Group, Class::Violent, "group-hate", 0.76),
    Pair(Class::Slur, Class::Dehuman, "group-hate", 0.85),
    Pair(Class::Slur, Class::Violent, "group-hate", 0.85),
    Pair(Class::Call, Class::Violent, "incitement", 0.72),
    Pair(Class::Violent, Class::Place, "incitement", 0.68),
    Pair(Class::Praise, Class::Violent, "violence", 0.66),
];

/// Words before a verb of hurting in which the writer says "I".
const LEAD: usize = 4;
/// Score at most of a threat in a game: band C.
const PLAY: f32 = 0.45;

/// Threats that are built and not listed: "you" with an idiom of death, "when I get hold of you"
/// with what follows, "I" with a verb that has "you" for its object.
fn constructed(
    words: &[Word],
    hits: &[&Found<'_>],
    near: impl Fn(ByteSpan, ByteSpan) -> bool,
) -> Vec<(f32, Vec<ByteSpan>)> {
    let of = |class: Class| hits.iter().filter(move |hit| hit.term.class == class);
    let mut made = Vec::new();
    for fate in of(Class::Fate) {
        let said_to = words.iter().any(|word| {
            word.kind.is(Kind::SECOND)
                && (fate.span.overlaps(word.span) || near(word.span, fate.span))
        });
        let meant = of(Class::Grip)
            .chain(of(Class::Intent))
            .find(|hit| near(hit.span, fate.span));
        match (said_to, meant) {
            (true, Some(meant)) => made.push((0.82, vec![meant.span, fate.span])),
            (true, None) => made.push((0.74, vec![fate.span])),
            (false, Some(meant)) if meant.term.class == Class::Grip => {
                made.push((0.72, vec![meant.span, fate.span]));
            }
            _ => {}
        }
    }
    for grip in of(Class::Grip) {
        let meant = of(Class::Intent).find(|hit| near(hit.span, grip.span));
        made.push(match meant {
            Some(meant) => (0.66, vec![grip.span, meant.span]),
            None => (0.5, vec![grip.span]),
        });
    }
    for verb in of(Class::Harm).chain(of(Class::Violent)) {
        let next = words.partition_point(|word| word.span.start < verb.span.end);
        let object = words
            .get(next)
            .filter(|word| word.kind.is(Kind::SECOND) && !word.apart);
        let lead = words.partition_point(|word| word.span.end <= verb.span.start);
        let writer = words
            .get(lead.saturating_sub(LEAD)..lead)
            .unwrap_or_default()
            .iter()
            .any(|word| word.kind.is(Kind::FIRST));
        let intent = of(Class::Intent)
            .find(|hit| hit.span.start < verb.span.start && near(hit.span, verb.span));
        if let Some(object) = object
            && (writer || intent.is_some())
        {
            made.push((0.66, vec![verb.span, object.span]));
        }
    }
    made
}

/// Proposes the sentence where its words make a pair.
pub(super) fn clauses(
    view: &View<'_>,
    sentence: ByteSpan,
    words: &[Word],
    found: &[Found<'_>],
    out: &mut Vec<Proposal>,
) {
    let hits: Vec<&Found<'_>> = found
        .iter()
        .filter(|hit| hit.term.category == Category::Supervision)
        .collect();
    if hits.is_empty() {
        return;
    }
    let of = |class: Class| hits.iter().filter(move |hit| hit.term.class == class);
    let near = |a: ByteSpan, b: ByteSpan| {
        let (first, last) = if a.start <= b.start { (a, b) } else { (b, a) };
        !a.overlaps(b)
            && words
                .iter()
                .filter(|w| w.span.start >= first.end && w.span.end <= last.start)
                .count()
                <= NEAR
    };
    // score, kind and the words that caused it
    let mut best: Option<(f32, &'static str, Vec<ByteSpan>)> = None;
    let mut offer = |score: f32, kind: &'static str, causes: Vec<ByteSpan>| {
        if best.as_ref().is_none_or(|(known, ..)| score > *known) {
            best = Some((score, kind, causes));
        }
    };
    for (class, kind, score) in [
        (Class::Threat, "threat", 0.78),
        (Class::Privacy, "privacy", 0.66),
        (Class::Abuse, "child-abuse", 0.78),
        (Class::Copyright, "copyright", 0.62),
        (Class::Slur, "group-hate", 0.56),
    ] {
        for hit in of(class) {
            offer(score, kind, vec![hit.span]);
        }
    }
    for Pair(one, other, kind, score) in PAIRS {
        for a in of(*one) {
            if let Some(b) = of(*other).find(|b| near(a.span, b.span)) {
                offer(*score, kind, vec![a.span, b.span]);
            }
        }
    }
    // "I will … kill … you": all three, and in running order
    for violent in of(Class::Violent) {
        let target = of(Class::Target).find(|target| near(target.span, violent.span));
        let intent = of(Class::Intent).find(|intent| {
            intent.span.start < violent.span.start && near(intent.span, violent.span)
        });
        match (intent, target) {
            (Some(intent), Some(target)) => {
                offer(0.82, "threat", vec![intent.span, violent.span, target.span]);
            }
            (None, Some(target)) => offer(0.5, "threat", vec![violent.span, target.span]),
            (Some(intent), None) => offer(0.45, "threat", vec![intent.span, violent.span]),
            (None, None) => {}
        }
    }
    for (score, causes) in constructed(words, &hits, near) {
        offer(score, "threat", causes);
    }
    let Some((mut score, kind, causes)) = best else {
        return;
    };
    // "I'll kill you" over a board game; laughter takes nothing away
    if kind == "threat" && of(Class::Game).next().is_some() {
        score = score.min(PLAY);
    }
    let text = view.of(sentence);
    let lead = text.len() - text.trim_start().len();
    let kept = text.trim_end().trim_end_matches(['.', '\n']).len();
    let span = ByteSpan::new(
        sentence.start + lead as u32,
        sentence.start + kept.max(lead) as u32,
    );
    let mut proposal = Proposal::certain(Category::Supervision, span, fold(view.of(span)), score)
        .why(match kind {
            "threat" => "supervision-threat",
            "incitement" => "supervision-incitement",
            "violence" => "supervision-violence",
            "privacy" => "supervision-privacy",
            "child-abuse" => "supervision-child-abuse",
            "copyright" => "supervision-copyright",
            _ => "supervision-group-hate",
        });
    for cause in causes {
        proposal = proposal.why_word("lexicon-word", view.of(cause));
    }
    out.push(proposal);
}
