//! Ages of people: "34-årig", "5 år gammel", "on 8-vuotias", "aged 34", "hun er 12", "Anna Berg (34)".
//! A length of time ("i 5 år", "for 3 år siden"), an age limit ("under 18 år") and the age of a thing
//! ("3-årig uddannelse") are none.

mod words;

use words::{
    ADVERBS, AND, BACK, LABELS, PEOPLE, PRONOUNS, SPANS, THINGS, TURNED, TURNS, UNITS, VERBS,
};

use crate::{
    detect::{
        Detector,
        fold::{fold, is_letter},
        score::Proposal,
        view::View,
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Age;

/// The oldest age.
const OLDEST: u32 = 115;

impl Detector for Age {
    fn category(&self) -> Category {
        Category::Age
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        for group in &view.groups {
            if let Some(proposal) = age(view, group.span) {
                out.push(proposal);
            }
        }
    }
}

fn listed(list: &[&str], key: &str) -> bool {
    list.iter().any(|word| match word.strip_suffix('*') {
        Some(stem) => key.starts_with(stem),
        None => key == *word,
    })
}

/// The word at the start of `text` in folded form, and its bytes.
fn word(text: &str) -> (String, usize) {
    let length: usize = text
        .chars()
        .take(32)
        .take_while(|c| is_letter(*c))
        .map(char::len_utf8)
        .sum();
    (fold(text.get(..length).unwrap_or_default()), length)
}

fn age(view: &View<'_>, group: ByteSpan) -> Option<Proposal> {
    let value: u32 = view.of(group).parse().ok().filter(|_| group.len() <= 3)?;
    if value > OLDEST || group.len() > 1 && view.of(group).starts_with('0') {
        return None;
    }
    let before = view.until(group.start);
    if before.ends_with(|c: char| {
        c.is_alphanumeric() || matches!(c, '.' | ',' | ':' | '/' | '+' | '§' | '#' | '_')
    }) {
        return None;
    }
    // "30–65-vuotiaina": two ages of anybody
    let spread = before
        .strip_suffix('-')
        .is_some_and(|left| left.ends_with(|c: char| c.is_ascii_digit()));
    if spread {
        return None;
    }
    // "Hamlet, 14. august"
    let dated = view.from(group.end).strip_prefix('.').is_some_and(|rest| {
        let rest = rest.trim_start();
        MONTHS.iter().any(|month| rest.starts_with(month))
    });
    if dated {
        return None;
    }
    let found = behind(view, group)
        .or_else(|| in_front(view, group, value))
        .or_else(|| bracket(view, group, value))
        .or_else(|| second(view, group))?;
    let (end, score, why) = found;
    let span = ByteSpan::new(group.start, end);
    Some(Proposal::certain(Category::Age, span, value.to_string(), score).why(why))
}

type Found = (u32, f32, &'static str);

/// "7 v" of "Lapset 3 v ja 7 v": the second of two ages that an "and" joins.
fn second(view: &View<'_>, group: ByteSpan) -> Option<Found> {
    let words = view.words();
    let mut back = words.before(group.start);
    let and = back
        .next()
        .filter(|word| AND.contains(&word.key.as_str()))?;
    let unit = back
        .next()
        .filter(|word| UNITS.contains(&word.key.as_str()));
    let at = view
        .groups
        .partition_point(|other| other.span.start < group.start);
    let first = at.checked_sub(1).and_then(|at| view.groups.get(at))?.span;
    // "3 v ja 7 v", "3 og 7 år"
    let left = unit.map_or(and.span.start, |unit| unit.span.start);
    let joined = |start: u32, end: u32| {
        view.between(start, end)
            .is_some_and(|text| text.trim_matches([' ', '.', ',']).is_empty())
    };
    let near = joined(first.end, left)
        && unit.is_none_or(|unit| joined(unit.span.end, and.span.start))
        && joined(and.span.end, group.start);
    let rest = view.from(group.end);
    let (key, length) = word(rest.trim_start_matches(' '));
    let gap = rest.len() - rest.trim_start_matches(' ').len();
    if !near || !UNITS.contains(&key.as_str()) || gap > 1 {
        return None;
    }
    let whose = subject(view, first.start);
    (unit.is_some() && behind(view, first).is_some() || whose == Subject::Person).then_some((
        group.end + (gap + length) as u32,
        0.66,
        "age-word",
    ))
}

/// How the months begin.
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "maj", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    "des",
];

/// Forms whose word follows the number.
fn behind(view: &View<'_>, group: ByteSpan) -> Option<Found> {
    let rest = view.from(group.end);
    let body = rest.trim_start_matches([' ', '-']);
    let gap = rest.len() - body.len();
    if gap > 3 || rest.starts_with("  ") {
        return None;
    }
    let (key, length) = word(body);
    let end = group.end + (gap + length) as u32;
    if length == 0 {
        return None;
    }
    if key.starts_with("aring") && !key.starts_with("aringar")
        || key == "aringer"
        || key == "aringen"
        || key == "aringens"
    {
        return Some((end, 0.92, "age-word"));
    }
    if key.starts_with("arig") || key == "ariga" {
        return adjective(view, end, 0.86);
    }
    if key.starts_with("vuotia") || key.starts_with("vuotiaa") || key == "vee" {
        return adjective(view, end, 0.9);
    }
    // Finnish and Swedish short forms: "8v", "7 v."
    if matches!(
        key.as_str(),
        "v" | "ar"
            | "vuotta"
            | "ars"
            | "yo"
            | "yrs"
            | "years"
            | "year"
            | "vuoden"
            | "mdr"
            | "maneder"
            | "manader"
            | "mnd"
            | "kk"
            | "months"
            | "month"
            | "man"
            | "uger"
            | "veckor"
            | "uker"
            | "weeks"
            | "y"
            | "vuosi"
    ) {
        return years(view, group, end, &key);
    }
    None
}

/// "34-årig kvinde" but not "3-årig uddannelse".
fn adjective(view: &View<'_>, end: u32, score: f32) -> Option<Found> {
    let mut next = view.words().after(end);
    let things = next
        .by_ref()
        .take(2)
        .take_while(|word| {
            view.between(end, word.span.start)
                .is_some_and(|text| !text.contains(['.', ',', '\n']))
        })
        .any(|word| listed(THINGS, &word.key));
    if things {
        None
    } else {
        Some((end, score, "age-word"))
    }
}

/// "5 år gammel", "hun er 34 år", "dreng på 8 år", "34 years old".
fn years(view: &View<'_>, group: ByteSpan, end: u32, key: &str) -> Option<Found> {
    let after: Vec<(&str, u32)> = view
        .words()
        .after(end)
        .take(2)
        .take_while(|word| {
            let Some(between) = view.between(end, word.span.start) else {
                return false;
            };
            between.len() <= 12 && !between.contains(['.', '\n', ','])
        })
        .map(|word| (word.key.as_str(), word.span.end))
        .collect();
    let first = after.first().map_or("", |(word, _)| *word);
    let old = matches!(
        first,
        "gammel"
            | "gammal"
            | "gamal"
            | "gamle"
            | "gamla"
            | "gammelt"
            | "gammalt"
            | "vanha"
            | "vanhan"
            | "vanhoja"
            | "old"
            | "ung"
            | "ikainen"
            | "vanhempi"
            | "alder"
            | "aldern"
    );
    let subject = subject(view, group.start);
    let thing = thing_before(view, group.start);
    if matches!(key, "yo") || key == "y" {
        let slash = key == "y" && view.from(end).starts_with("/o");
        let stop = if slash { end + 2 } else { end };
        return (key == "yo" || slash).then_some((stop, 0.85, "age-word"));
    }
    if old {
        let stop = after.first().map_or(end, |(_, stop)| *stop);
        let joined = view.of(ByteSpan::new(end, stop)).len() <= 14;
        let things = thing || after.get(1).is_some_and(|(word, _)| listed(THINGS, word));
        return match (things, joined) {
            (false, true) => Some((stop, 0.9, "age-word")),
            _ => None,
        };
    }
    if matches!(
        key,
        "mdr"
            | "maneder"
            | "manader"
            | "mnd"
            | "kk"
            | "months"
            | "month"
            | "man"
            | "uger"
            | "veckor"
            | "uker"
            | "weeks"
            | "vuoden"
            | "ars"
            | "year"
            | "vuosi"
    ) {
        // "på 7 måneder" of a baby
        return (matches!(subject, Subject::Person)
            && key != "ars"
            && key != "man"
            && key != "year"
            && !listed(BACK, first))
        .then_some((end, 0.64, "age-word"));
    }
    if key == "v" && matches!(subject, Subject::None | Subject::Name) {
        return None;
    }
    if thing
        || listed(BACK, first)
            && !matches!(
                first,
                "i" | "med" | "som" | "for" | "efter" | "etter" | "til" | "till"
            )
    {
        return None;
    }
    // "79 v.)": the stop belongs to the short word
    let stop = view.from(end).starts_with(".)") || view.from(end).starts_with(".,");
    let end = if key == "v" && stop { end + 1 } else { end };
    match subject {
        Subject::Label => Some((end, 0.92, "age-word")),
        Subject::Turns => Some((end, 0.88, "age-word")),
        Subject::Verb => Some((end, 0.86, "age-word")),
        Subject::Person => Some((end, 0.84, "age-word")),
        Subject::Comma => Some((end, if key == "v" { 0.66 } else { 0.8 }, "age-word")),
        Subject::Bracket
            if view
                .from(end)
                .trim_start_matches('.')
                .starts_with([')', ',', ';']) =>
        {
            Some((end, 0.8, "age-word"))
        }
        Subject::Name if key == "bast" => Some((end, 0.7, "age-word")),
        Subject::Name if view.from(end).starts_with([',', '.', ')', '\n', '!']) => {
            Some((end, 0.68, "age-word"))
        }
        _ => None,
    }
}

/// What stands before the number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    /// "alder:", "aged".
    Label,
    /// "fyller".
    Turns,
    /// "hun er", "Emma är".
    Verb,
    /// "dreng på", "kvinna, ".
    Person,
    /// "Anna Berg, ".
    Comma,
    /// "(" behind any word.
    Bracket,
    /// "Iben ".
    Name,
    None,
}

fn capital(view: &View<'_>, span: ByteSpan) -> bool {
    let text = view.of(span);
    text.chars().next().is_some_and(char::is_uppercase) && text.chars().count() >= 2
}

fn subject(view: &View<'_>, at: u32) -> Subject {
    let words = view.words();
    let mut back = words.before(at);
    let Some(first) = back.next() else {
        return Subject::None;
    };
    let line = words.line(at);
    if words.line(first.span.start) < line {
        return Subject::None;
    }
    let Some(gap) = view.between(first.span.end, at) else {
        return Subject::None;
    };
    if gap.bytes().any(|byte| byte.is_ascii_digit())
        || gap.contains(['!', '?'])
        || gap.contains(". ") && first.key.len() > 2
    {
        return Subject::None;
    }
    let second = back
        .next()
        .filter(|word| words.line(word.span.start) == line);
    let third = back
        .next()
        .filter(|word| words.line(word.span.start) == line);
    let key = first.key.as_str();
    if LABELS.contains(&key) {
        return Subject::Label;
    }
    if TURNS.contains(&key) {
        return Subject::Turns;
    }
    let person = |word: Option<&crate::detect::view::Word>| {
        word.is_some_and(|word| listed(PEOPLE, &word.key))
    };
    if let Some(verb) = governed(view, at) {
        return verb;
    }
    // "datter på 9 år", "datter Sille på 9 år"
    let called = second.is_some_and(|word| capital(view, word.span)) && person(third);
    if matches!(key, "pa" | "of" | "aged") && (person(second) || called) {
        return Subject::Person;
    }
    if listed(PEOPLE, key) && gap.len() <= 3 {
        return Subject::Person;
    }
    // "okänd man, ca 40 år"
    if matches!(
        key,
        "ca" | "cirka" | "omkring" | "runt" | "noin" | "about" | "ungefar" | "rundt"
    ) && person(second)
    {
        return Subject::Person;
    }
    if SPANS.contains(&key) {
        return Subject::None;
    }
    let named = capital(view, first.span) && key.len() >= 3;
    if named && matches!(gap, ", " | " (" | " , ") {
        return Subject::Comma;
    }
    // "Oliver N. (14 år)"
    if gap.ends_with('(') && gap.len() <= 3 {
        return Subject::Bracket;
    }
    if named && gap == " " {
        return Subject::Name;
    }
    Subject::None
}

/// "er nu 34", "er blevet 82", "er ordblind og er 14": a verb that an age can follow, with
/// somebody before it. `None` where no such verb stands there.
fn governed(view: &View<'_>, at: u32) -> Option<Subject> {
    let words = view.words();
    let line = words.line(at);
    let mut start = at;
    let mut back = words
        .before(at)
        .take(REACH)
        .take_while(|word| {
            let gap = view.between(word.span.end, start);
            start = word.span.start;
            words.line(word.span.start) == line
                && gap.is_some_and(|gap| {
                    !gap.contains(['.', '!', '?', ';', '(', ')']) && !gap.contains(", ")
                })
        })
        .skip_while(|word| ADVERBS.contains(&word.key.as_str()))
        .peekable();
    let turned = back.next_if(|word| TURNED.contains(&word.key.as_str()));
    if turned.is_some() {
        while back
            .next_if(|word| ADVERBS.contains(&word.key.as_str()))
            .is_some()
        {}
    }
    let verb = back.next_if(|word| {
        VERBS.contains(&word.key.as_str()) || turned.is_some() && HAS.contains(&word.key.as_str())
    });
    if verb.is_none() && turned.is_none() {
        return None;
    }
    let somebody = |word: &crate::detect::view::Word| {
        listed(PEOPLE, &word.key)
            || PRONOUNS.contains(&word.key.as_str())
            || capital(view, word.span) && word.key.len() >= 3
    };
    let Some(first) = back.find(|word| !ADVERBS.contains(&word.key.as_str())) else {
        // "er 8 år" begins a note
        return Some(if turned.is_some() {
            Subject::Verb
        } else {
            Subject::None
        });
    };
    let found = if AND.contains(&first.key.as_str()) {
        // the subject stands before the "and"
        back.any(somebody)
    } else {
        somebody(first) || back.next().is_some_and(|word| listed(PEOPLE, &word.key))
    };
    Some(if found { Subject::Verb } else { Subject::None })
}

/// Words looked back over for the subject of an age.
const REACH: usize = 8;
/// Verbs that help a participle.
const HAS: &[&str] = &[
    "har", "has", "have", "had", "hadde", "hade", "havde", "er", "is",
];

/// A thing within the words before: "bilen er 5 år gammel".
fn thing_before(view: &View<'_>, at: u32) -> bool {
    view.words()
        .before(at)
        .take(3)
        .take_while(|word| {
            view.between(word.span.end, at)
                .is_some_and(|text| !text.contains(['.', '\n']))
        })
        .any(|word| listed(THINGS, &word.key))
}

/// Forms whose word stands before the number alone: "alder: 34", "fyller 40", "hun er 12".
fn in_front(view: &View<'_>, group: ByteSpan, value: u32) -> Option<Found> {
    let rest = view.from(group.end);
    let mut next = rest.trim_start_matches(' ').chars();
    let first = next.next();
    let (follows, _) = word(rest.trim_start_matches(' '));
    let digit_behind = first.is_some_and(|c| matches!(c, '.' | ',' | ':' | '/' | '-'))
        && next.next().is_some_and(|c| c.is_ascii_digit());
    if digit_behind || first.is_some_and(|c| matches!(c, '%' | '°' | '€' | '$' | ':' | '-' | '/'))
    {
        return None;
    }
    if first.is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let closes = rest.is_empty()
        || rest.starts_with(['.', ',', '!', '?', '\n', ')', ';'])
        || matches!(
            follows.as_str(),
            "og" | "och"
                | "and"
                | "ja"
                | "men"
                | "but"
                | "mutta"
                | "nu"
                | "now"
                | "nyt"
                | "i"
                | "in"
                | "den"
                | "til"
                | "snart"
                | "idag"
                | "today"
                | "tanaan"
                | "imorgon"
                | "imorgen"
                | "pa"
        );
    match subject(view, group.start) {
        // "Callum, 15, told"
        Subject::Comma | Subject::Person
            if (5..=100).contains(&value)
                && rest.starts_with([',', '.'])
                && view.until(group.start).ends_with(", ")
                && !rest.starts_with(", 0") =>
        {
            Some((group.end, 0.62, "age-word"))
        }
        Subject::Label if closes && value > 0 => Some((group.end, 0.88, "age-word")),
        Subject::Turns if closes && value > 0 => Some((group.end, 0.78, "age-word")),
        Subject::Verb
            if closes
                && value >= 3
                && view.words().before(group.start).take(4).any(|word| {
                    matches!(
                        word.key.as_str(),
                        "jeg"
                            | "jag"
                            | "eg"
                            | "hun"
                            | "hon"
                            | "han"
                            | "hen"
                            | "she"
                            | "he"
                            | "i"
                            | "mina"
                            | "hanen"
                            | "olen"
                            | "im"
                            | "shes"
                            | "hes"
                    ) || listed(PEOPLE, &word.key)
                })
                && !matches!(follows.as_str(), "i" | "in" | "til" | "pa" | "den" | "ja") =>
        {
            Some((group.end, 0.68, "age-word"))
        }
        _ => None,
    }
}

/// "Anna Berg (34)".
fn bracket(view: &View<'_>, group: ByteSpan, value: u32) -> Option<Found> {
    let head = view.until(group.start).strip_suffix(" (")?;
    if !view.from(group.end).starts_with(')') || value < 10 {
        return None;
    }
    let mut words = head.split(' ').rev();
    let named = |word: Option<&str>| {
        word.is_some_and(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                && word.chars().skip(1).all(|c| c.is_lowercase() || c == '-')
                && word.chars().count() >= 3
        })
    };
    (named(words.next()) && named(words.next())).then_some((group.end, 0.66, "age-word"))
}
