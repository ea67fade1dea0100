//! `cargo xtask check-arch`: the walls between the library's modules, as the table in
//! ARCHITECTURE.md draws them. Looks at every path that starts with `crate::`, or with so many
//! `super::` that it reaches the root. Does not expand macros and does not look at code compiled
//! for tests only.

use crate::{Outcome, root};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Module to the modules that it may use.
type Table = BTreeMap<String, BTreeSet<String>>;

/// Checks the source tree; the note says how much was looked at.
pub fn check() -> Outcome<String> {
    let table = table(&fs::read_to_string(root().join("ARCHITECTURE.md"))?)?;
    let src = root().join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files)?;
    let mut wrong = Vec::new();
    let mut uses = 0;
    for file in &files {
        let place = file.strip_prefix(&src)?;
        let text = fs::read_to_string(file)?;
        let found = imports(&text, &module_path(place));
        uses += found.len();
        wrong.extend(violations(&table, place, &found));
    }
    if wrong.is_empty() {
        Ok(format!("{uses} paths in {} files", files.len()))
    } else {
        Err(wrong.join("\n").into())
    }
}

/// Reads the table: the rows under the heading "Modules".
fn table(text: &str) -> Outcome<Table> {
    let rows = text
        .split("\n## ")
        .find(|section| section.starts_with("Modules"))
        .ok_or("ARCHITECTURE.md has no section Modules")?
        .lines()
        .filter_map(|line| line.strip_prefix("| "))
        .skip(1);
    let mut table = Table::new();
    for row in rows {
        let mut cells = row.split('|').map(str::trim);
        let (Some(module), Some(uses)) = (cells.next(), cells.next()) else {
            return Err(format!("ARCHITECTURE.md: row without two cells: {row}").into());
        };
        let uses = uses
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        let known = table.insert(module.to_owned(), uses.map(str::to_owned).collect());
        if known.is_some() {
            return Err(format!("ARCHITECTURE.md: {module} has two rows").into());
        }
    }
    let names: BTreeSet<&str> = table.keys().map(String::as_str).collect();
    for (module, uses) in &table {
        if let Some(unknown) = uses
            .iter()
            .find(|name| *name != "all" && !names.contains(name.as_str()))
        {
            return Err(
                format!("ARCHITECTURE.md: {module} may use {unknown}, which has no row").into(),
            );
        }
    }
    Ok(table)
}

fn rust_files(folder: &Path, out: &mut Vec<PathBuf>) -> Outcome<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            rust_files(&path, out)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
    Ok(())
}

/// `seal/cms/mod.rs` is `[seal, cms]`; `lib.rs` is the root, `[]`.
fn module_path(file: &Path) -> Vec<String> {
    let mut path: Vec<String> = file
        .with_extension("")
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if path
        .last()
        .is_some_and(|last| last == "mod" || last == "lib")
    {
        path.pop();
    }
    path
}

/// A path into a module of the library, with its line.
#[derive(Debug, PartialEq)]
struct Import {
    line: usize,
    module: String,
}

fn violations(table: &Table, file: &Path, found: &[Import]) -> Vec<String> {
    let Some(own) = module_path(file).into_iter().next() else {
        return Vec::new();
    };
    let Some(allowed) = table.get(&own) else {
        return vec![format!(
            "src/{}: {own} has no row in ARCHITECTURE.md",
            file.display()
        )];
    };
    found
        .iter()
        .filter(|import| {
            // What is no module (a macro, a re-export of the root) has no row and no wall.
            table.contains_key(&import.module)
                && import.module != own
                && !allowed.contains("all")
                && !allowed.contains(&import.module)
        })
        .map(|import| {
            let Import { line, module } = import;
            format!("src/{}:{line}: {own} may not use {module}", file.display())
        })
        .collect()
}

#[derive(Debug, PartialEq)]
enum Token<'a> {
    Word(&'a str),
    Path,
    Mark(char),
}

/// Words and marks of a source text with their lines; comments, strings and character literals
/// are left out.
fn tokens(text: &str) -> Vec<(usize, Token<'_>)> {
    let mut out = Vec::new();
    let mut line = 1;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = raw_string(rest) {
            length
        } else if c == '"' {
            string(rest)
        } else if c == '\'' {
            quote(rest)
        } else if c.is_alphabetic() || c == '_' {
            let end = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            out.push((line, Token::Word(rest.get(..end).unwrap_or_default())));
            end
        } else if rest.starts_with("::") {
            out.push((line, Token::Path));
            2
        } else {
            if !c.is_whitespace() {
                out.push((line, Token::Mark(c)));
            }
            c.len_utf8()
        };
        let (passed, next) = rest.split_at_checked(length).unwrap_or((rest, ""));
        line += passed.matches('\n').count();
        rest = next;
    }
    out
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn raw_string(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
    let body = rest.get(hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let head = text.len() - body.len();
    Some(
        body.find(&end)
            .map_or(text.len(), |at| head + at + end.len()),
    )
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// A character literal, or the mark of a lifetime.
fn quote(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => text
            .char_indices()
            .skip(3)
            .find(|(_, c)| *c == '\'')
            .map_or(1, |(at, _)| at + 1),
        Some(_) => match chars.next() {
            Some((at, '\'')) => at + 1,
            _ => 1,
        },
        None => 1,
    }
}

/// Every path into a module of the library, outside of code for tests.
fn imports(text: &str, own: &[String]) -> Vec<Import> {
    let tokens = tokens(text);
    let word = |at: usize| match tokens.get(at) {
        Some((_, Token::Word(word))) => Some(*word),
        _ => None,
    };
    let is = |at: usize, token: &Token<'_>| tokens.get(at).is_some_and(|(_, found)| found == token);
    let mut out = Vec::new();
    let mut depth = 0usize;
    // Depth of braces at which inline modules began.
    let mut inline: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(end) = test_item(&tokens, at) {
            at = end;
            continue;
        }
        if is(at, &Token::Mark('{')) {
            depth += 1;
        } else if is(at, &Token::Mark('}')) {
            depth = depth.saturating_sub(1);
            if inline.last() == Some(&depth) {
                inline.pop();
            }
        } else if word(at) == Some("mod") && is(at + 2, &Token::Mark('{')) {
            inline.push(depth);
        } else if word(at) == Some("crate") && is(at + 1, &Token::Path) {
            roots(&tokens, at + 2, &mut out);
        } else if word(at) == Some("super") && !(at > 0 && is(at - 1, &Token::Path)) {
            let mut ups = 1;
            while word(at + 2 * ups) == Some("super") && is(at + 2 * ups - 1, &Token::Path) {
                ups += 1;
            }
            if ups == own.len() + inline.len() {
                roots(&tokens, at + 2 * ups, &mut out);
            }
            at += 2 * ups - 2;
        }
        at += 1;
    }
    out
}

/// The names right behind `crate::`: one, or those of a group.
fn roots(tokens: &[(usize, Token<'_>)], at: usize, out: &mut Vec<Import>) {
    match tokens.get(at) {
        Some((line, Token::Word(word))) => out.push(Import {
            line: *line,
            module: (*word).to_owned(),
        }),
        Some((_, Token::Mark('{'))) => {
            let mut depth = 0;
            let mut first = true;
            for (line, token) in tokens.get(at..).unwrap_or_default() {
                match token {
                    Token::Mark('{') => depth += 1,
                    Token::Mark('}') => {
                        depth -= 1;
                        if depth == 0 {
                            return;
                        }
                    }
                    Token::Mark(',') if depth == 1 => first = true,
                    Token::Word(word) if depth == 1 && first => {
                        first = false;
                        out.push(Import {
                            line: *line,
                            module: (*word).to_owned(),
                        });
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// The end of an item under `#[cfg(test)]` or `#[test]` that begins here.
fn test_item(tokens: &[(usize, Token<'_>)], at: usize) -> Option<usize> {
    let head: Vec<&Token<'_>> = tokens
        .get(at..)?
        .iter()
        .take(7)
        .map(|(_, token)| token)
        .collect();
    let attribute = match head.as_slice() {
        [
            Token::Mark('#'),
            Token::Mark('['),
            Token::Word("cfg"),
            Token::Mark('('),
            Token::Word("test"),
            Token::Mark(')'),
            Token::Mark(']'),
            ..,
        ] => 7,
        [
            Token::Mark('#'),
            Token::Mark('['),
            Token::Word("test"),
            Token::Mark(']'),
            ..,
        ] => 4,
        _ => return None,
    };
    let mut depth = 0usize;
    for (offset, (_, token)) in tokens.get(at + attribute..)?.iter().enumerate() {
        match token {
            Token::Mark('{') => depth += 1,
            Token::Mark('}') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + attribute + offset + 1);
                }
            }
            Token::Mark(';') if depth == 0 => return Some(at + attribute + offset + 1),
            _ => {}
        }
    }
    Some(tokens.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# A\n\n## Modules\n\n| module | may use | holds |\n|---|---|---|\n\
        | error | | e |\n| text | error | t |\n| seal | error | s |\n| workflow | all | w |\n\n## B\n| x | y |\n";

    fn wrong(file: &str, text: &str) -> Vec<String> {
        let path = Path::new(file);
        violations(
            &table(TABLE).unwrap(),
            path,
            &imports(text, &module_path(path)),
        )
    }

    #[test]
    fn an_import_outside_the_table_fails() {
        assert_eq!(
            wrong("seal/mod.rs", "use std::io;\nuse crate::text::ByteSpan;\n"),
            ["src/seal/mod.rs:2: seal may not use text"]
        );
        assert_eq!(
            wrong("seal/open.rs", "use crate::{error::{Error, Result}, text};").len(),
            1
        );
        assert_eq!(
            wrong("seal.rs", "fn f() -> crate::text::X { crate::error::e() }").len(),
            1
        );
        assert_eq!(wrong("seal/mod.rs", "use super::text::X;").len(), 1);
        assert_eq!(
            wrong(
                "seal/open.rs",
                "mod a { use super::super::super::text::X; }"
            )
            .len(),
            1
        );
        assert_eq!(wrong("new.rs", "").len(), 1);
    }

    #[test]
    fn allowed_paths_pass() {
        assert!(
            wrong(
                "seal/mod.rs",
                "use crate::{error::Error, seal::cms}; use super::error::E;"
            )
            .is_empty()
        );
        assert!(
            wrong(
                "seal/open.rs",
                "use super::text; mod a { use super::super::text; }"
            )
            .is_empty()
        );
        assert!(wrong("workflow/mod.rs", "use crate::{text, seal};").is_empty());
        assert!(wrong("lib.rs", "pub use crate::text::X;").is_empty());
    }

    #[test]
    fn comments_strings_and_tests_are_left_out() {
        let text = "// crate::text\n/* crate::text /* */ */ const A: &str = \"crate::text \\\" crate::text\";\n\
            const B: &str = r#\"crate::text \"# ; const C: char = '\"'; const D: char = '\\''; fn f<'a>() {}\n\
            #[cfg(test)]\nmod tests { use crate::text; }\n";
        assert!(wrong("seal/mod.rs", text).is_empty());
        let after = format!("{text}use crate::text::X;");
        assert_eq!(
            wrong("seal/mod.rs", &after),
            ["src/seal/mod.rs:6: seal may not use text"]
        );
    }

    #[test]
    fn a_table_with_unknown_names_is_refused() {
        assert!(table("## x\n").is_err());
        assert!(table("\n## Modules\n\n| module | may use |\n|---|---|\n| a | b | c |\n").is_err());
    }
}
