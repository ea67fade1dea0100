//! From a proposal to a score: prior and check digit come from the recogniser; context words,
//! edges and look-alikes are weighed here. A wrong check digit lowers, it never deletes; a number
//! next to its own label is never hidden.

use super::{
    context,
    digits::{Edge, edge_after, edge_before},
    lookalike,
    view::View,
};
use crate::{
    finding::{Category, Evidence},
    text::ByteSpan,
};

/// A span that a recogniser proposes.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// In the normalised text.
    pub(super) span: ByteSpan,
    pub(super) category: Category,
    /// Score without context.
    pub(super) prior: f32,
    /// Score next to a label of its own.
    pub(super) labelled: f32,
    /// True for numbers: context, edges and look-alikes count.
    pub(super) number: bool,
    /// True where a sign and a digit behind the span are normal: a port.
    pub(super) joined_after: bool,
    /// True where the form proves itself: a word for something else says little.
    pub(super) firm: bool,
    /// True where the recogniser itself looked at what touches the span.
    pub(super) edges_seen: bool,
    pub(super) key: String,
    pub(super) evidence: Vec<Evidence>,
}

impl Proposal {
    /// A number whose score depends on its surroundings.
    pub(super) fn number(category: Category, span: ByteSpan, key: String) -> Self {
        Self {
            span,
            category,
            prior: 0.0,
            labelled: 0.0,
            number: true,
            joined_after: false,
            firm: false,
            edges_seen: false,
            key,
            evidence: Vec::new(),
        }
    }

    /// A text that speaks for itself.
    pub(super) fn certain(category: Category, span: ByteSpan, key: String, score: f32) -> Self {
        Self {
            span,
            category,
            prior: score,
            labelled: score,
            number: false,
            joined_after: false,
            firm: false,
            edges_seen: false,
            key,
            evidence: Vec::new(),
        }
    }

    /// Sets the scores without and with a label.
    pub(super) fn scores(mut self, prior: f32, labelled: f32) -> Self {
        self.prior = prior;
        self.labelled = labelled;
        self
    }

    /// Adds evidence.
    pub(super) fn why(mut self, id: &str) -> Self {
        self.evidence.push(Evidence::plain(id));
        self
    }

    /// Adds evidence with a word.
    pub(super) fn why_word(mut self, id: &str, word: &str) -> Self {
        self.evidence.push(Evidence::word(id, word));
        self
    }

    /// Whether its check digit is right.
    pub(super) fn checked(self, right: bool) -> Self {
        self.why(if right {
            "checksum-right"
        } else {
            "checksum-wrong"
        })
    }

    /// Adds evidence where `holds`.
    pub(super) fn why_if(self, holds: bool, id: &str) -> Self {
        if holds { self.why(id) } else { self }
    }
}

/// Share of the score that is left next to a word that announces something else.
const OTHER_LABEL: f32 = 0.45;
/// Share that is left of a strong form where that word stands further off.
const FAR_LABEL: f32 = 0.75;
/// Score without context from which a form is strong.
const STRONG: f32 = 0.8;
/// Words between a number and a word that stands right beside it.
const BESIDE: usize = 1;
/// Share that is left next to a word for the personal number of another country.
const KIN_LABEL: f32 = 0.8;
/// Share that is left of a form that proves itself.
const FIRM: f32 = 0.95;
/// Share that is left where a letter touches the number and is no label.
const GLUED: f32 = 0.3;
/// Share that is left where the number goes on behind a sign.
const JOINED: f32 = 0.15;

/// Weighs one proposal; returns its score and completes its evidence. `None` where the score is
/// below `least`, as soon as that is certain: edges and look-alikes raise nothing.
pub(super) fn weigh(view: &View<'_>, proposal: &mut Proposal, least: f32) -> Option<f32> {
    if !proposal.number {
        return Some(proposal.prior);
    }
    if proposal.prior.max(proposal.labelled) < least {
        return None;
    }
    let cues = context::cues(view, proposal.span, proposal.category);
    let mut score = proposal.prior;
    let own = cues.own.is_some() && cues.other.is_none();
    if let Some((place, word, distance)) = &cues.own {
        score += (proposal.labelled - proposal.prior).max(0.0) * cues.weight;
        proposal
            .evidence
            .push(Evidence::word(place, word).at(*distance));
    }
    if let Some((word, distance)) = &cues.other {
        if cues.own.is_none() {
            let far = *distance > BESIDE && proposal.prior >= STRONG;
            score *= match (proposal.firm, cues.kin) {
                (true, _) => FIRM,
                (_, true) => KIN_LABEL,
                _ if far => FAR_LABEL,
                _ => OTHER_LABEL,
            };
        }
        proposal
            .evidence
            .push(Evidence::word("context-other", word).at(*distance));
    }
    if score < least {
        return None;
    }
    if !proposal.edges_seen {
        score *= edges(view, proposal, own);
    }
    if let Some((id, factor)) = lookalike::doubt(view, proposal) {
        score *= if own { factor.max(0.7) } else { factor };
        proposal.evidence.push(Evidence::plain(id));
    }
    Some(score)
}

/// What the characters that touch the number leave of its score.
fn edges(view: &View<'_>, proposal: &mut Proposal, own: bool) -> f32 {
    let span = proposal.span;
    let before = match edge_before(view.text, span.start) {
        Edge::Clean => 1.0,
        Edge::Joined if own => 0.7,
        Edge::Joined => JOINED,
        Edge::Glued => {
            let label = view.words().before(span.start).next();
            let known =
                label.is_some_and(|word| word.span.end == span.start && view.lexicon.knows(word));
            if known { 1.0 } else { GLUED }
        }
    };
    let after = match edge_after(view.text, span.end) {
        Edge::Clean => 1.0,
        Edge::Joined if proposal.joined_after => 1.0,
        Edge::Joined if own => 0.7,
        Edge::Joined => JOINED,
        Edge::Glued => {
            // "…5555skal" is a missing space, "…5555A" a code
            let word = view.words().after(span.end).next();
            let lower = word.is_some_and(|word| {
                word.span.start == span.end
                    && word.key.len() >= 2
                    && view.of(word.span).chars().all(|c| !c.is_uppercase())
            });
            match (lower, own) {
                (true, _) => 1.0,
                // "PNR0512169996KLASS7C"
                (_, true) => 0.8,
                _ => GLUED,
            }
        }
    };
    if before < 1.0 || after < 1.0 {
        proposal.evidence.push(Evidence::plain("edge-doubtful"));
    }
    before * after
}
