//! Texts are complete: every id of English in all five languages with the same attributes and
//! variables, every id that the code names exists, none is left over. Ids that are put together
//! in code (`` `step-${step}` ``, `"reason-{}"`) count by their fixed beginning. Every reason that a
//! detector gives for a finding has its sentence.

use crate::{Outcome, root};
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

const LANGUAGES: [&str; 5] = ["en", "da", "sv", "nb", "fi"];

/// Id (or `id.attribute`) to the variables of its text.
type Texts = BTreeMap<String, BTreeSet<String>>;

/// Checks files and uses; the note says how many texts there are.
pub fn check() -> Outcome<String> {
    let folder = root().join("locales");
    let mut names: Vec<String> = fs::read_dir(folder.join("en"))?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Outcome<_>>()?;
    names.sort();
    let mut wrong = Vec::new();
    let mut english = Texts::new();
    for name in &names {
        let mut all = Vec::new();
        for language in LANGUAGES {
            let place = format!("locales/{language}/{name}");
            match fs::read_to_string(root().join(&place)) {
                Ok(text) => all.push((place.clone(), texts(&text, &place, &mut wrong))),
                Err(_) => wrong.push(format!("{place} is missing")),
            }
        }
        if let Some(((_, first), rest)) = all.split_first() {
            rest.iter()
                .for_each(|(place, other)| compare(first, place, other, &mut wrong));
            for (id, variables) in first {
                if english.insert(id.clone(), variables.clone()).is_some() {
                    wrong.push(format!(
                        "locales/en/{name}: {id} stands in another file too"
                    ));
                }
            }
        }
    }
    let mut uses = Uses::default();
    for folder in ["src", "cli/src", "www/src"] {
        read_sources(&root().join(folder), &mut uses)?;
    }
    wrong.extend(unknown(&english, &uses));
    wrong.extend(unused(&english, &uses));
    wrong.extend(without_sentence(&english, &uses));
    if wrong.is_empty() {
        Ok(format!(
            "{} texts in {} languages",
            english.len(),
            LANGUAGES.len()
        ))
    } else {
        Err(wrong.join("\n").into())
    }
}

fn texts(text: &str, place: &str, wrong: &mut Vec<String>) -> Texts {
    let resource = match parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            wrong.extend(errors.iter().map(|error| format!("{place}: {error:?}")));
            resource
        }
    };
    let mut out = Texts::new();
    let mut twice = Vec::new();
    let mut add = |id: String, pattern: Option<&Pattern<&str>>| {
        let mut variables = BTreeSet::new();
        if let Some(pattern) = pattern {
            in_pattern(pattern, &mut variables);
        }
        if out.insert(id.clone(), variables).is_some() {
            twice.push(format!("{place}: {id} stands there twice"));
        }
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                add(message.id.name.to_owned(), message.value.as_ref());
                for attribute in &message.attributes {
                    add(
                        format!("{}.{}", message.id.name, attribute.id.name),
                        Some(&attribute.value),
                    );
                }
            }
            Entry::Term(term) => add(format!("-{}", term.id.name), Some(&term.value)),
            Entry::Junk { content } => {
                let line = content.lines().next().unwrap_or_default();
                wrong.push(format!("{place}: not understood: {line}"));
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    wrong.append(&mut twice);
    out
}

fn in_pattern(pattern: &Pattern<&str>, out: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, out);
        }
    }
}

fn in_expression(expression: &Expression<&str>, out: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, out),
        Expression::Select { selector, variants } => {
            in_inline(selector, out);
            variants
                .iter()
                .for_each(|variant| in_pattern(&variant.value, out));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, out: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            out.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments
                .positional
                .iter()
                .for_each(|argument| in_inline(argument, out));
        }
        InlineExpression::Placeable { expression } => in_expression(expression, out),
        _ => {}
    }
}

fn compare(english: &Texts, place: &str, other: &Texts, wrong: &mut Vec<String>) {
    for (id, variables) in english {
        match other.get(id) {
            None => wrong.push(format!("{place}: {id} is missing")),
            Some(found) if found != variables => wrong.push(format!(
                "{place}: {id} has the variables {found:?}, English has {variables:?}"
            )),
            Some(_) => {}
        }
    }
    for id in other.keys().filter(|id| !english.contains_key(*id)) {
        wrong.push(format!("{place}: {id} is not in English"));
    }
}

/// What the code says.
#[derive(Default)]
struct Uses {
    /// Ids given to a function that looks up texts, with the file.
    looked_up: BTreeMap<String, String>,
    /// Every quoted text that could be an id.
    literals: BTreeSet<String>,
    /// Beginnings of ids that are put together.
    beginnings: BTreeSet<String>,
    /// Words in the detectors, and whether they are certainly ids of evidence.
    evidence: BTreeMap<String, bool>,
}

/// Functions whose first text argument is an id of evidence.
const EVIDENCE: [&str; 4] = [".why(", ".why_word(", "Evidence::plain(", "Evidence::word("];

fn read_sources(folder: &Path, uses: &mut Uses) -> Outcome<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path
            .extension()
            .map(|extension| extension.to_string_lossy().into_owned());
        if path.is_dir() {
            read_sources(&path, uses)?;
        } else if matches!(extension.as_deref(), Some("rs" | "ts")) {
            let name = path.strip_prefix(root())?.display().to_string();
            read_source(&fs::read_to_string(&path)?, &name, uses);
        }
    }
    Ok(())
}

/// Functions of page and core whose first text argument is an id.
const LOOKUPS: [&str; 7] = [
    "t(",
    "has(",
    "either(",
    ".get(",
    ".attribute(",
    "text(lang,",
    "text(",
];

fn read_source(text: &str, name: &str, uses: &mut Uses) {
    for quote in ['"', '`', '\''] {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(quote) {
            let end = after
                .find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
                .unwrap_or(after.len());
            let (word, behind) = after.split_at_checked(end).unwrap_or((after, ""));
            let is_id = word.starts_with(|c: char| c.is_ascii_lowercase());
            if is_id && behind.starts_with(quote) {
                uses.literals.insert(word.to_owned());
                let (head, more) = (before.trim_end(), behind.get(1..).unwrap_or_default());
                let given = EVIDENCE.iter().any(|call| head.ends_with(call));
                if given || name.starts_with("src/detect/") {
                    *uses.evidence.entry(word.to_owned()).or_default() |= given;
                }
                // Rust code has other functions of that name
                let page = name.ends_with(".ts");
                if looks_up(head, more) && (page || !head.ends_with("has(")) {
                    uses.looked_up.insert(word.to_owned(), name.to_owned());
                }
            } else if is_id
                && word.ends_with('-')
                && (behind.starts_with("${") || behind.starts_with('{'))
            {
                uses.beginnings.insert(word.to_owned());
            }
            rest = after;
        }
    }
}

fn looks_up(head: &str, behind: &str) -> bool {
    LOOKUPS.iter().any(|call| {
        let Some(before) = head.strip_suffix(call) else {
            return false;
        };
        let whole = call.starts_with('.')
            || !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.');
        // `get` and `attribute` belong to many types: here they have a list of arguments.
        let arguments = behind.trim_start().starts_with(", &[");
        whole
            && if call.starts_with('.') || call.starts_with("text") {
                arguments
            } else {
                true
            }
    })
}

fn unknown<'a>(english: &'a Texts, uses: &'a Uses) -> impl Iterator<Item = String> + 'a {
    uses.looked_up
        .iter()
        .filter(|(id, _)| !english.contains_key(*id))
        .map(|(id, file)| format!("{file}: {id} has no text"))
}

fn unused<'a>(english: &'a Texts, uses: &'a Uses) -> impl Iterator<Item = String> + 'a {
    english
        .keys()
        .filter(|id| !id.contains('.') && !id.starts_with('-'))
        .filter(|id| {
            !uses.literals.contains(*id)
                && !uses
                    .beginnings
                    .iter()
                    .any(|beginning| id.starts_with(beginning.as_str()))
        })
        .map(|id| format!("locales: {id} is not used"))
}

/// Ids of evidence without a sentence: those that are given as such, and words in the detectors
/// that begin as known ids do (`name-…`, `context-…`), because tables hold ids too.
fn without_sentence<'a>(english: &'a Texts, uses: &'a Uses) -> impl Iterator<Item = String> + 'a {
    let known = || english.keys().filter_map(|id| id.strip_prefix("evidence-"));
    // a kind is a beginning that several ids share: "email-address" is a label in a table
    let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
    for kind in known().filter_map(|id| id.split_once('-').map(|(kind, _)| kind)) {
        *shared.entry(kind).or_default() += 1;
    }
    let kinds: BTreeSet<&str> = shared
        .into_iter()
        .filter(|(_, ids)| *ids > 2)
        .map(|(kind, _)| kind)
        .collect();
    uses.evidence
        .iter()
        .filter(move |(id, given)| {
            let kind = id.split_once('-').map(|(kind, _)| kind);
            **given || kind.is_some_and(|kind| kinds.contains(kind))
        })
        .filter(|(id, _)| !english.contains_key(&format!("evidence-{id}")))
        .map(|(id, _)| format!("evidence-{id} has no text"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Texts {
        let mut wrong = Vec::new();
        let texts = texts(text, "x", &mut wrong);
        assert!(wrong.is_empty(), "{wrong:?}");
        texts
    }

    #[test]
    fn variables_are_found_in_plurals_and_attributes() {
        let texts = parsed(
            "a = { $n ->\n    [one] { $x }\n   *[other] { NUMBER($m) }\n }\n    .tip = { $t }\n",
        );
        assert_eq!(texts["a"], ["m", "n", "x"].map(str::to_owned).into());
        assert_eq!(texts["a.tip"], ["t".to_owned()].into());
    }

    #[test]
    fn missing_further_and_different_texts_are_named() {
        let mut wrong = Vec::new();
        compare(
            &parsed("a = x\nb = { $n }\n"),
            "da",
            &parsed("b = { $m }\nc = x\n"),
            &mut wrong,
        );
        assert_eq!(wrong.len(), 3, "{wrong:?}");
    }

    #[test]
    fn uses_are_found() {
        let mut uses = Uses::default();
        read_source(
            "t(\"one\"); t(`two-${x}`); texts.get(\"three\", &[]); map.get(\"four\");",
            "f",
            &mut uses,
        );
        let english = parsed("one = x\ntwo-a = x\nthree = x\nfive = x\n");
        assert_eq!(unknown(&english, &uses).count(), 0);
        assert_eq!(
            unused(&english, &uses).collect::<Vec<_>>(),
            ["locales: five is not used"]
        );
        assert_eq!(unknown(&parsed("one = x\n"), &uses).count(), 1);
    }

    #[test]
    fn evidence_without_a_sentence_is_named() {
        let mut uses = Uses::default();
        let detector =
            r#"claim.why("name-full").why_if(inflected, "name-odd"); ["pin-kod", "x-y"]"#;
        read_source(detector, "src/detect/known.rs", &mut uses);
        read_source(r#"Evidence::plain("by-hand")"#, "src/review.rs", &mut uses);
        let english = parsed(
            "evidence-name-full = Full name\nevidence-name-list = On a list\nevidence-name-known = Known",
        );
        let missing: Vec<String> = without_sentence(&english, &uses).collect();
        assert_eq!(
            missing,
            [
                "evidence-by-hand has no text",
                "evidence-name-odd has no text"
            ]
        );
    }
}
