//! Dates of birth: a date within three words of a word for birth, before or behind, or as the answer to
//! a question for it. All orders, month names, six and eight bare digits. A birthday without its year is
//! band C unless "born" stands next to it. A plain date is no finding.

use crate::{
    detect::{
        Detector, dates,
        digits::{Edge, Gap, Window, edge_after, edge_before},
        fold::fold,
        score::Proposal,
        view::View,
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct BirthDate;

/// Words for birth, folded; `*` matches any ending.
const BORN: &[&str] = &[
    "fodt",
    "fodd",
    "fodda",
    "foddes",
    "fodte",
    "fodde",
    "fodselsdato*",
    "fodselsdata",
    "fodelsedatum*",
    "fodelsedag*",
    "fodelsetid*",
    "fodselsdag*",
    "fodelsdag*",
    "fodselstid*",
    "bursdag*",
    "fodselsdatoen",
    "syntynyt",
    "syntyneen",
    "syntyneelle",
    "syntymaika*",
    "syntymajan",
    "syntymapaiva*",
    "syntyi",
    "synt",
    "synttar*",
    "born",
    "birth",
    "birthdate",
    "birthday*",
    "dob",
    "bday",
    "fodsdato",
    "foddato",
    "fdato",
    "fdat",
    "fodelsedat",
    "fodelsedata",
    "syntaika",
    "fodsdag",
    "fodd:",
    "foddes",
    "fodelsear",
    "fodselsar",
];
/// Words for a birthday: the year is often left out, and a party may be meant.
const DAYS: &[&str] = &[
    "fodelsedag",
    "fodselsdag",
    "bursdag",
    "birthday",
    "syntymapaiva",
    "synttar",
    "fodelsdag",
    "bday",
    "fodsdag",
];
/// Words between the word and the date.
const BETWEEN: usize = 3;
/// Words of a message that answers a question.
const ANSWER_WORDS: usize = 6;
/// Words of the question.
const ASKED_WORDS: usize = 25;

fn is_born(key: &str) -> bool {
    BORN.iter().any(|word| match word.strip_suffix('*') {
        Some(stem) => key.starts_with(stem),
        None => key == *word,
    })
}

impl Detector for BirthDate {
    fn category(&self) -> Category {
        Category::BirthDate
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "fodselsdag*",
            "fodelsedag*",
            "syntymapaiva*",
            "birthday*",
            "fodselsdato*",
            "fodelsedatum*",
            "fodelsetid*",
            "syntymaika*",
            "dob",
            "birthdate",
            "fodsdato",
            "foddato",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        // a table may carry the label
        let digits = window.digits().len();
        if !(6..=8).contains(&digits) || !window.gaps_are(&[Gap::Dash, Gap::Dot, Gap::Slash]) {
            return;
        }
        let Some(date) = dates::read(view.of(window.span)) else {
            return;
        };
        if date.length == window.span.len() as usize && date.year.is_some() {
            let clean = edge_before(view.text, window.span.start) == Edge::Clean
                && edge_after(view.text, window.span.end) == Edge::Clean;
            let mut proposal = Proposal::number(self.category(), window.span, key(&date));
            proposal.edges_seen = clean;
            out.push(
                proposal
                    .scores(0.0, if clean { 0.9 } else { 0.2 })
                    .why("date-real"),
            );
        }
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        let mut done = 0;
        for group in &view.groups {
            if group.span.start < done {
                continue;
            }
            if let Some(proposal) = dated(view, group.span) {
                done = proposal.span.end;
                out.push(proposal);
            }
        }
    }
}

fn key(date: &dates::Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        date.year.unwrap_or_default(),
        date.month,
        date.day
    )
}

fn dated(view: &View<'_>, group: ByteSpan) -> Option<Proposal> {
    if edge_before(view.text, group.start) == Edge::Joined {
        return None;
    }
    let mut start = group.start;
    let mut date = dates::read(view.from(group.start));
    // "March 12, 1985"
    if let Some(month) = month_before(view, group.start) {
        date = month_first(view, group, month.1).or(date);
        if date.is_some_and(|date| {
            date.month == month.1 && !starts_with_month(view, group.start, &date)
        }) {
            start = month.0;
        }
    }
    let date = date?;
    let length = date.length as u32;
    let span = ByteSpan::new(start, group.start + length);
    let after = view.from(span.end);
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric())
        || after
            .strip_prefix(['-', '.', '/', ':', '+'])
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    if goes_on || (date.bare && (after.starts_with(" -") || personal_tail(after))) {
        return None;
    }
    let Some((place, word, day)) = context(view, span) else {
        // "Sanne Kok (14/02/1979)"
        let named = behind_name(view, span) && date.year.is_some_and(|year| year < 2024);
        return (named && !date.bare).then(|| {
            Proposal::certain(Category::BirthDate, span, key(&date), 0.66).why("date-real")
        });
    };
    let score: f32 = match (date.year, date.bare, day) {
        (Some(_), false, _) => 0.94,
        (Some(_), true, false) => 0.9,
        (Some(_), true, true) => 0.7,
        (None, _, false) => 0.68,
        (None, _, true) => 0.48,
    };
    let score = if place == "context-message" {
        score * 0.9
    } else {
        score
    };
    Some(
        Proposal::certain(Category::BirthDate, span, key(&date), score)
            .why("date-real")
            .why_word(place, &word),
    )
}

/// True in brackets behind two capitalised words of small letters.
fn behind_name(view: &View<'_>, span: ByteSpan) -> bool {
    let Some(head) = view.until(span.start).strip_suffix(" (") else {
        return false;
    };
    let named = |word: &str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().skip(1).all(|c| c.is_lowercase() || c == '-')
            && word.chars().count() >= 3
    };
    let mut words = head.split([' ', '\n']).rev();
    view.from(span.end).starts_with(')')
        && words.next().is_some_and(named)
        && words.next().is_some_and(named)
}

/// Four digits behind a space: the rest of a personal number.
fn personal_tail(text: &str) -> bool {
    let rest = text.trim_start_matches(' ');
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    text.len() - rest.len() == 1 && digits == 4
}

fn starts_with_month(view: &View<'_>, at: u32, date: &dates::Date) -> bool {
    view.from(at)
        .get(..date.length)
        .is_some_and(|text| text.chars().any(char::is_alphabetic))
}

/// Start and number of a month's name right before `at`.
fn month_before(view: &View<'_>, at: u32) -> Option<(u32, u32)> {
    let word = view.words().before(at).next()?;
    let gap = view.between(word.span.end, at)?;
    (matches!(gap, " " | ". ")).then_some(())?;
    Some((word.span.start, dates::month(&word.key)?))
}

/// "12, 1985", "12th 1985" behind a month's name.
fn month_first(view: &View<'_>, group: ByteSpan, month: u32) -> Option<dates::Date> {
    let text = view.from(group.start);
    let digits = group.len() as usize;
    let day: u32 = view
        .of(group)
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    let mut at = digits;
    for ending in ["st", "nd", "rd", "th"] {
        if text.get(at..)?.starts_with(ending) {
            at += 2;
            break;
        }
    }
    let rest = text.get(at..)?;
    let body = rest.trim_start_matches([',', ' ']);
    let count = body.bytes().take_while(u8::is_ascii_digit).count();
    let year = (count == 4 && rest.len() > body.len())
        .then(|| body.get(..4)?.parse::<u32>().ok())
        .flatten()
        .filter(|year| (1880..=2040).contains(year));
    Some(dates::Date {
        length: if year.is_some() {
            at + (rest.len() - body.len()) + 4
        } else {
            at
        },
        year,
        month,
        day,
        bare: false,
    })
}

/// Evidence id, word, and whether it is a word for a birthday.
fn context(view: &View<'_>, span: ByteSpan) -> Option<(&'static str, String, bool)> {
    let words = view.words();
    let line = words.line(span.start);
    let is_day = |key: &str| DAYS.iter().any(|day| key.starts_with(day));
    for (distance, word) in words.before(span.start).take(BETWEEN + 2).enumerate() {
        if line - words.line(word.span.start).min(line) > 1 {
            break;
        }
        let Some(between) = view.between(word.span.end, span.start) else {
            break;
        };
        // another number owns the word, another sentence starts
        if between.bytes().any(|byte| byte.is_ascii_digit())
            || between.contains("! ")
            || between.contains("? ") && distance > 2
        {
            break;
        }
        if is_born(&word.key) {
            return Some((
                "context-before",
                view.of(word.span).to_owned(),
                is_day(&word.key),
            ));
        }
        if distance == 0 && word.key == "b" && between.len() <= 3 {
            let head = view.until(word.span.end);
            let spelled = head.len().checked_sub(5).and_then(|at| head.get(at..));
            if spelled.is_some_and(|text| text.eq_ignore_ascii_case("d.o.b")) {
                return Some(("context-before", "d.o.b.".to_owned(), false));
            }
        }
        // "f. 12.3.85", "s. 12.3.1985", "f.d. 850312", "fd 850312"
        let short = matches!(word.key.as_str(), "f" | "fd" | "fodt" | "d")
            || word.key == "s"
                && between.starts_with('.')
                && matches!(view.likely_lang(), Some("fi") | None);
        if distance == 0 && short && between.len() <= 3 {
            let alone = word.key != "d"
                || words
                    .before(word.span.start)
                    .next()
                    .is_some_and(|first| first.key == "f" && word.span.start - first.span.end <= 1);
            let first = view.until(word.span.start).chars().next_back();
            let free = !first.is_some_and(|c| c.is_alphanumeric() || matches!(c, '§' | '/'));
            if alone && free {
                return Some(("context-before", view.of(word.span).to_owned(), false));
            }
        }
    }
    for word in words.after(span.end).take(BETWEEN + 1) {
        let Some(between) = view.between(span.end, word.span.start) else {
            break;
        };
        if words.line(word.span.start) > words.line(span.end)
            || between.bytes().any(|byte| byte.is_ascii_digit())
            || between.contains(". ")
        {
            break;
        }
        if is_born(&word.key) {
            return Some((
                "context-after",
                view.of(word.span).to_owned(),
                is_day(&word.key),
            ));
        }
    }
    // the answer to "when were you born?"
    if words.words.len() <= ANSWER_WORDS {
        let asked = view.words_before();
        let found = asked
            .words
            .iter()
            .take(ASKED_WORDS)
            .find(|word| is_born(&word.key))?;
        let text = found.span.of(view.near_before()).unwrap_or_default();
        return Some(("context-message", text.to_owned(), is_day(&fold(text))));
    }
    None
}
