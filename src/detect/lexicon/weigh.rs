//! From the hits of a sentence to clauses with a score: what the words say, whom they are said of
//! and whether a verb says it. Guide section 7: a term alone is band C, with a person and a verb
//! band B, with a name or number beside it band A.

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

/// Words between two hits of one clause.
const GAP: usize = 6;
/// Words before a clause in which its person is looked for.
const BACK: usize = 14;
/// Words after a clause in which its person is looked for.
const AHEAD: usize = 6;
/// Words before a hit in which its verb is looked for.
const VERB_BACK: usize = 5;
/// Words after the last hit that still belong to the clause, where the clause ends with them.
const REST: usize = 5;
/// Words between a clause and a code of ICD-10 that belongs to it.
const CODE: usize = 3;
/// Score at most where the words are said of an animal: band C.
const ANIMALS: f32 = 0.45;
/// Score at most where the words are said of nobody: of a number that grows, of many groups at
/// once. Band C.
const NOBODY: f32 = 0.5;
/// Groups named beside each other that make talk of everybody.
const GROUPS: usize = 2;
/// Letters of the longest abbreviation in capitals.
const SHORTENED: usize = 5;
/// Words of a text that can leave its subject out.
const SHORT: usize = 12;

/// Endings of nouns that a sentence begins with more often than a name does.
const NOUNS: &[&str] = &[
    "en", "et", "ne", "na", "ing", "ion", "het", "hed", "else", "ment", "ness", "ity", "gen",
    "rna", "nen", "us", "ys",
];

/// Words that stand before places and not before people.
const PLACED: &[&str] = &[
    "i", "på", "fra", "från", "frå", "in", "at", "from", "near", "ved", "vid",
];

/// Whom a clause is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Link {
    None,
    /// A short note without a subject.
    Elliptic,
    /// A pronoun, a relative, a role or a word written like a name.
    Person,
    /// A possessive right before the words.
    Own,
    /// A name or personal number in the sentence.
    Named,
}

/// Proposes the clauses of one sentence.
pub(super) fn clauses(
    view: &View<'_>,
    words: &[Word],
    found: &[Found<'_>],
    named: &[ByteSpan],
    out: &mut Vec<Proposal>,
) {
    let mut categories: Vec<Category> = found.iter().map(|hit| hit.term.category).collect();
    categories.sort_unstable();
    categories.dedup();
    for category in categories {
        if category == Category::Supervision {
            continue;
        }
        let own: Vec<Found<'_>> = found
            .iter()
            .filter(|hit| hit.term.category == category)
            .copied()
            .collect();
        let mut from = 0;
        while from < own.len() {
            let mut upto = from + 1;
            while let (Some(last), Some(next)) = (own.get(upto - 1), own.get(upto)) {
                let between = words
                    .iter()
                    .filter(|w| w.span.start >= last.span.end && w.span.end <= next.span.start);
                if between.count() > GAP {
                    break;
                }
                upto += 1;
            }
            let cluster = own.get(from..upto).unwrap_or_default();
            propose(view, words, category, cluster, named, out);
            from = upto;
        }
    }
}

fn propose(
    view: &View<'_>,
    words: &[Word],
    category: Category,
    hits: &[Found<'_>],
    named: &[ByteSpan],
    out: &mut Vec<Proposal>,
) {
    // a cue says something beside a name only
    let named_here = hits.iter().any(|hit| hit.term.class == Class::Name);
    let hits: Vec<&Found<'_>> = hits
        .iter()
        .filter(|hit| named_here || hit.term.class != Class::Cue)
        .collect();
    let (Some(first), Some(last)) = (hits.first(), hits.iter().max_by_key(|hit| hit.span.end))
    else {
        return;
    };
    let core = ByteSpan::new(first.span.start, last.span.end);
    let has = |class: Class| hits.iter().any(|hit| hit.term.class == class);
    let distinct = {
        let mut of: Vec<ByteSpan> = hits.iter().map(|hit| hit.span).collect();
        of.dedup();
        of.len()
    };
    let before: Vec<&Word> = words
        .iter()
        .filter(|word| word.span.end <= core.start)
        .rev()
        .take(BACK)
        .collect();
    let after: Vec<&Word> = words
        .iter()
        .filter(|word| word.span.start >= core.end)
        .take(AHEAD)
        .collect();
    let inside: Vec<&Word> = words
        .iter()
        .filter(|word| word.span.start >= core.start && word.span.end <= core.end)
        .collect();
    let verb = before
        .iter()
        .take(VERB_BACK)
        .chain(inside.iter())
        .chain(after.iter().take(2))
        .any(|word| word.kind.is(Kind::VERB));
    let general = before
        .iter()
        .chain(inside.iter())
        .chain(after.iter())
        .filter(|word| word.kind.is(Kind::GENERAL))
        .count()
        + usize::from(cites_law(view, words));
    let link = link(view, words, core, &before, &inside, &after, named);
    // a small number of words and their strength
    let joined = has(Class::Cue) && has(Class::Name);
    let stated = has(Class::State) || joined && link >= Link::Person;
    let term = has(Class::Term) || has(Class::Name);
    let mut score: f32 = match (stated, term) {
        (true, _) => match link {
            Link::Named if verb => 0.91,
            Link::Named => 0.86,
            Link::Own => 0.84,
            Link::Person if verb => 0.82,
            Link::Person => 0.76,
            Link::Elliptic => 0.7,
            Link::None => 0.62,
        },
        (_, true) => match (link, verb) {
            (Link::Named, true) => 0.85,
            (Link::Named, false) => 0.66,
            (Link::Own, _) => 0.75,
            (Link::Person, true) => 0.72,
            (Link::Person, false) if distinct > 1 => 0.62,
            (Link::Person, false) => 0.5,
            (Link::Elliptic, _) if joined => 0.68,
            (Link::Elliptic, true) => 0.62,
            (Link::Elliptic, false) => 0.5,
            (Link::None, _) if joined && general == 0 => 0.6,
            (Link::None, true) => 0.45,
            (Link::None, false) => 0.36,
        },
        _ => {
            let many = if distinct > 1 { 0.14 } else { 0.0 };
            match link {
                Link::Named | Link::Own | Link::Person if verb => 0.48 + many,
                Link::None => 0.32,
                _ => 0.4 + many,
            }
        }
    };
    // child welfare, debt and the like have no category of their own: shown, band C at most
    let social = hits
        .iter()
        .all(|hit| matches!(hit.term.class, Class::Social | Class::Weak));
    if social {
        score = if link > Link::Elliptic && verb {
            0.5
        } else {
            0.34
        };
    }
    // a name alone is talk about a party or a faith
    if !stated && !joined && has(Class::Name) && !has(Class::Term) && !has(Class::State) {
        score = score.min(0.5);
    }
    if general > 0 && link < Link::Named {
        score -= if general > 1 || link < Link::Person {
            0.3
        } else {
            0.14
        };
    }
    let animal = category == Category::Health && of_animal(&before, &after);
    if animal {
        score = score.min(ANIMALS);
    }
    // "diabetes is on the rise": said of nobody, unless somebody stands there
    let people = Kind(Kind::FIRST.0 | Kind::THIRD.0 | Kind::KIN.0 | Kind::ROLE.0);
    let around = || before.iter().chain(inside.iter()).chain(after.iter());
    let trend = around().any(|word| word.kind.is(Kind::TREND));
    let somebody = around().any(|word| word.kind.is(people));
    // "Christians, Muslims and Jews may use the room"
    let listed = hits
        .iter()
        .filter(|hit| hit.term.class == Class::Name)
        .count()
        >= GROUPS;
    let many = listed && !stated && !has(Class::Cue) && !has(Class::Term);
    if link < Link::Named && (trend && !somebody && link < Link::Own || many) {
        score = score.min(NOBODY);
    }
    if score < 0.3 {
        return;
    }
    let mut span = extent(words, core);
    if category == Category::Health {
        span = with_code(view, words, span);
    }
    let negated = before
        .iter()
        .take(VERB_BACK)
        .chain(inside.iter())
        .any(|word| word.kind.is(Kind::NEGATION));
    let mut proposal = Proposal::certain(category, span, fold(view.of(span)), score);
    for hit in hits.iter().take(3) {
        proposal = proposal.why_word("lexicon-word", view.of(hit.span));
    }
    proposal = match link {
        Link::Named => proposal.why("clause-named"),
        Link::Person | Link::Own => proposal.why("clause-person"),
        Link::Elliptic | Link::None => proposal.why("clause-nobody"),
    };
    out.push(
        proposal
            .why_if(social && has(Class::Social), "clause-social")
            .why_if(verb, "clause-verb")
            .why_if(general > 0, "clause-general")
            .why_if(negated, "clause-negated"),
    );
}

/// The clause with a code of ICD-10 right before or after it: "F32.1 enligt läkarutlåtandet".
fn with_code(view: &View<'_>, words: &[Word], span: ByteSpan) -> ByteSpan {
    let coded = |word: &&Word| {
        let text = view.of(word.span);
        let mut chars = text.chars();
        chars.next().is_some_and(|c| c.is_ascii_uppercase())
            && (3..=4).contains(&text.len())
            && chars.all(|c| c.is_ascii_digit())
    };
    let lead = words.partition_point(|word| word.span.end <= span.start);
    let tail = words.partition_point(|word| word.span.start < span.end);
    let before = words
        .get(lead.saturating_sub(CODE)..lead)
        .unwrap_or_default();
    let start = before
        .iter()
        .find(coded)
        .map_or(span.start, |word| word.span.start);
    let after = words.get(tail..).unwrap_or_default();
    let end = after
        .iter()
        .take(CODE)
        .position(|word| coded(&word))
        .map_or(span.end, |at| {
            let code = after.get(at).map_or(span.end, |word| word.span.end);
            // ".1" of the code is a word of its own
            match after.get(at + 1) {
                Some(part) if view.between(code, part.span.start) == Some(".") => part.span.end,
                _ => code,
            }
        });
    ByteSpan::new(start, end)
}

/// True where the subject of the clause is an animal: nobody is named between it and the words,
/// and nobody stands before it in the clause ("she was bitten by a dog and is ill").
fn of_animal(before: &[&Word], after: &[&Word]) -> bool {
    let people = Kind(Kind::FIRST.0 | Kind::THIRD.0 | Kind::KIN.0 | Kind::ROLE.0);
    let somebody = before
        .iter()
        .any(|word| word.kind.is(people) && !word.kind.is(Kind::OWN));
    // "the vet at four" may follow
    let animal = |word: &&Word| word.kind.is(Kind::ANIMAL);
    !somebody && (before.iter().any(animal) || after.iter().any(animal))
}

/// Whom the clause is about.
fn link(
    view: &View<'_>,
    words: &[Word],
    core: ByteSpan,
    before: &[&Word],
    inside: &[&Word],
    after: &[&Word],
    named: &[ByteSpan],
) -> Link {
    let start = words.first().map_or(core.start, |word| word.span.start);
    let end = words.last().map_or(core.end, |word| word.span.end);
    if named
        .iter()
        .any(|span| span.start >= start && span.end <= end)
    {
        return Link::Named;
    }
    let people = Kind(Kind::FIRST.0 | Kind::THIRD.0 | Kind::KIN.0 | Kind::ROLE.0);
    if before.iter().take(2).any(|word| word.kind.is(Kind::OWN)) {
        return Link::Own;
    }
    let around = || before.iter().chain(inside.iter()).chain(after.iter());
    if around().any(|word| word.kind.is(people)) || name_like(view, words, core) {
        return Link::Person;
    }
    let all = view.text.split_whitespace().take(SHORT + 1).count();
    let light = Kind(Kind::VERB.0 | Kind::INNER.0 | Kind::NEGATION.0);
    let governed = before.iter().any(|word| word.kind.is(Kind::VERB));
    let goes_on = after.iter().take(2).any(|word| word.kind.is(Kind::VERB));
    let leads = before.iter().all(|word| word.kind.is(light)) && (governed || !goes_on);
    let second = around().any(|word| word.kind.is(Kind::SECOND));
    if leads && before.len() <= 4 && all <= SHORT && !second {
        Link::Elliptic
    } else {
        Link::None
    }
}

/// True where the sentence cites a section of a law.
fn cites_law(view: &View<'_>, words: &[Word]) -> bool {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => view
            .of(ByteSpan::new(first.span.start, last.span.end))
            .contains('§'),
        _ => false,
    }
}

/// True where a word of the sentence is written like somebody's name.
fn name_like(view: &View<'_>, words: &[Word], core: ByteSpan) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        if !word.capital || word.kind != Kind::default() || word.span.overlaps(core) {
            return false;
        }
        if word.span.len() < 3 {
            return false;
        }
        let text = word.span.of(view.text).unwrap_or_default();
        // "NHS", "THL": an office
        if text.chars().count() <= SHORTENED && text.chars().all(char::is_uppercase) {
            return false;
        }
        // "in Gävle", "på Södermalm": a place
        let placed = at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .filter(|_| !word.apart)
            .and_then(|before| before.span.of(view.text))
            .is_some_and(|before| PLACED.contains(&before.to_lowercase().as_str()));
        if placed {
            return false;
        }
        if at > 0 && !word.first {
            return true;
        }
        let noun = NOUNS.iter().any(|ending| text.ends_with(ending));
        words.get(at + 1).is_some_and(|next| {
            next.kind.is(Kind::VERB) && !noun
                || next.capital && !next.apart && next.kind == Kind::default()
        })
    })
}

/// The clause around the hits: from the verb that governs them to the end of what it says.
fn extent(words: &[Word], core: ByteSpan) -> ByteSpan {
    let lead = words.partition_point(|word| word.span.end <= core.start);
    let mut start = core.start;
    let mut at = lead;
    let mut seen = 0;
    // a word that touches the hit begins apart: nothing before it belongs to it
    let apart = |index: usize| words.get(index).is_some_and(|word| word.apart);
    while at > 0 && seen < VERB_BACK + 1 && !apart(at) {
        let Some(word) = words.get(at - 1) else { break };
        let people = Kind(Kind::FIRST.0 | Kind::THIRD.0 | Kind::KIN.0 | Kind::ROLE.0);
        if word.kind.is(Kind::VERB) {
            start = word.span.start;
        } else if word.kind.is(Kind::BREAK)
            || word.kind.is(people) && !word.kind.is(Kind::OWN) && !word.kind.is(Kind::INNER)
        {
            break;
        }
        at -= 1;
        seen += 1;
    }
    let tail = words.partition_point(|word| word.span.start < core.end);
    let mut end = core.end;
    let mut last = None;
    for (seen, word) in words.iter().skip(tail).enumerate() {
        if word.apart || word.kind.is(Kind::BREAK) {
            if let Some(last) = last {
                end = last;
            }
            return ByteSpan::new(start, end);
        }
        if seen == REST {
            return ByteSpan::new(start, end);
        }
        last = Some(word.span.end);
    }
    ByteSpan::new(start, last.unwrap_or(end))
}
