//! A protected identity anywhere in a thread raises what tells where its people are by one band.

use crate::finding::{Band, Category, Evidence};

/// Evidence of the raise.
pub(super) const WHY: &str = "protected-thread";

/// True for a finding that raises its thread.
#[must_use]
pub fn protects(category: Category, score: f32) -> bool {
    category == Category::ProtectedIdentity
        && matches!(Band::of_score(score), Some(Band::A | Band::B))
}

/// True for what tells where somebody can be found.
fn tells_where(category: Category) -> bool {
    matches!(
        category,
        Category::Address
            | Category::Phone
            | Category::VehiclePlate
            | Category::SeFastighet
            | Category::DkMatrikel
            | Category::Gps
    )
}

/// Raises a finding of a protected thread by one band. A switchboard stays what it is.
pub fn raise(category: Category, score: &mut f32, evidence: &mut Vec<Evidence>) {
    let stays = |e: &Evidence| matches!(e.id.as_str(), "switchboard" | "listed-keep" | WHY);
    if !tells_where(category) || evidence.iter().any(stays) {
        return;
    }
    let raised = match Band::of_score(*score) {
        Some(Band::C) => 0.6,
        Some(Band::B) => 0.9,
        _ => return,
    };
    *score = raised;
    evidence.push(Evidence::plain(WHY));
}
