//! Settles overlaps: of all claims that exclude each other the heaviest set stays (weighted
//! interval choice), where weight grows with score and length, so that a longer checked
//! identifier wins over its part. The loser's category stays as evidence of the winner.

use crate::finding::{Category, Claim, Evidence};

/// Reasons kept per claim.
const LOSERS: usize = 3;

fn weight(claim: &Claim) -> f64 {
    let score = f64::from(claim.score);
    score * score * (f64::from(claim.span.len()) + 2.0)
}

/// The claims that stay, in text order. What scores less than `least` is dropped first. Clauses
/// and values are settled apart: a clause about somebody's health may hold a name. The words of a
/// protected identity are a value here: "kode 6" is no code.
pub(super) fn settle(mut claims: Vec<Claim>, least: f32) -> Vec<Claim> {
    claims.retain(|claim| claim.score >= least && !claim.span.is_empty());
    let (clauses, values): (Vec<Claim>, Vec<Claim>) = claims.into_iter().partition(|claim| {
        claim.category.is_clause() && claim.category != Category::ProtectedIdentity
    });
    let mut settled = layer(values);
    if !clauses.is_empty() {
        settled.extend(layer(clauses));
        settled.sort_by_key(|claim| (claim.span.start, claim.span.end, claim.category));
    }
    settled
}

fn layer(mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.sort_by(|a, b| {
        (a.span.end, a.span.start, a.category)
            .cmp(&(b.span.end, b.span.start, b.category))
            .then(b.score.total_cmp(&a.score))
    });
    claims.dedup_by(|later, kept| later.span == kept.span && later.category == kept.category);
    // best[n]: weight of the best choice among the first n claims; take[n]: claim n-1 is in it
    let mut best = vec![0.0_f64];
    let mut take = Vec::with_capacity(claims.len());
    let mut rest = Vec::with_capacity(claims.len());
    for (at, claim) in claims.iter().enumerate() {
        let free = claims.partition_point(|other| other.span.end <= claim.span.start);
        let with = best.get(free).copied().unwrap_or_default() + weight(claim);
        let without = best.get(at).copied().unwrap_or_default();
        take.push(with > without);
        rest.push(free);
        best.push(with.max(without));
    }
    let mut kept = Vec::new();
    let mut upto = claims.len();
    while let Some(at) = upto.checked_sub(1) {
        if take.get(at) == Some(&true) {
            kept.push(at);
            upto = rest.get(at).copied().unwrap_or_default().min(at);
        } else {
            upto = at;
        }
    }
    kept.reverse();
    let mut winners: Vec<Claim> = kept
        .iter()
        .filter_map(|at| claims.get(*at).cloned())
        .collect();
    let mut losers: Vec<&Claim> = claims
        .iter()
        .enumerate()
        .filter(|(at, _)| kept.binary_search(at).is_err())
        .map(|(_, claim)| claim)
        .collect();
    losers.sort_by_key(|claim| claim.span);
    for loser in losers {
        let from = winners.partition_point(|winner| winner.span.end <= loser.span.start);
        if let Some(winner) = winners.get_mut(from)
            && winner.span.overlaps(loser.span)
            && winner.category != loser.category
        {
            let evidence = Evidence::word("competing", loser.category.id());
            let known = winner.evidence.iter().filter(|e| e.id == "competing");
            if known.count() < LOSERS && !winner.evidence.contains(&evidence) {
                winner.evidence.push(evidence);
            }
        }
    }
    winners
}
