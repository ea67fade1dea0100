//! Tables and their columns, from the `CREATE TABLE` statements that the database keeps as text.
//! `ALTER TABLE … ADD COLUMN` rewrites that text, so added columns are in it; rows that are older
//! than a column have its default value.

use super::{Row, Value};

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Name as written.
    pub name: String,
    /// Columns in their declared order.
    pub columns: Vec<Column>,
    /// Rows are kept by primary key.
    pub without_rowid: bool,
    pub(super) root: u32,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Name as written.
    pub name: String,
    /// Position in the record; `None` for a computed column that is not stored.
    pub(super) stored: Option<usize>,
    pub(super) preset: Default,
    /// Another name of the rowid.
    pub(super) is_rowid: bool,
    /// Holds real numbers.
    pub(super) real: bool,
}

/// The value of rows that were written before the column was added.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Default {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

impl Table {
    /// The position of a column by name, in any case.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.name.eq_ignore_ascii_case(name))
    }
}

/// The table of tables.
pub(super) fn own() -> Table {
    let names = ["type", "name", "tbl_name", "rootpage", "sql"];
    let column = |(n, name): (usize, &&str)| Column {
        name: (*name).to_owned(),
        stored: Some(n),
        preset: Default::Null,
        is_rowid: false,
        real: false,
    };
    Table {
        name: "sqlite_schema".to_owned(),
        columns: names.iter().enumerate().map(column).collect(),
        without_rowid: false,
        root: 1,
    }
}

/// The table that a row of the table of tables describes.
pub(super) fn table(row: &Row) -> Option<Table> {
    let Value::Text(kind) = row.value(0) else {
        return None;
    };
    if kind != "table" {
        return None;
    }
    let root = u32::try_from(row.int(Some(3))?)
        .ok()
        .filter(|root| *root > 0)?;
    let name = row.text(Some(1))?;
    let sql = row.text(Some(4))?;
    let (columns, without_rowid) = columns(&sql)?;
    Some(Table {
        name: name.into_owned(),
        columns,
        without_rowid,
        root,
    })
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    /// A bare word: name or keyword.
    Word(String),
    /// A quoted name, or text in single quotes.
    Name(String),
    Text(String),
    Blob(String),
    Number(String),
    Sign(char),
}

impl Token {
    fn is(&self, keyword: &str) -> bool {
        matches!(self, Token::Word(word) if word.eq_ignore_ascii_case(keyword))
    }

    fn name(&self) -> Option<&str> {
        match self {
            Token::Word(name) | Token::Name(name) | Token::Text(name) => Some(name),
            _ => None,
        }
    }
}

fn tokens(sql: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = sql.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            c if c.is_whitespace() => {}
            '-' if rest.peek() == Some(&'-') => {
                for c in rest.by_ref() {
                    if c == '\n' {
                        break;
                    }
                }
            }
            '/' if rest.peek() == Some(&'*') => {
                let mut before = ' ';
                rest.next();
                for c in rest.by_ref() {
                    if before == '*' && c == '/' {
                        break;
                    }
                    before = c;
                }
            }
            '"' | '`' | '\'' | '[' => {
                let end = if c == '[' { ']' } else { c };
                let mut name = String::new();
                while let Some(c) = rest.next() {
                    if c == end {
                        // doubled quotes stand for one
                        if end == ']' || rest.peek() != Some(&end) {
                            break;
                        }
                        rest.next();
                    }
                    name.push(c);
                }
                tokens.push(if end == '\'' {
                    Token::Text(name)
                } else {
                    Token::Name(name)
                });
            }
            c if c.is_ascii_digit()
                || (c == '.' && rest.peek().is_some_and(char::is_ascii_digit)) =>
            {
                let mut number = String::from(c);
                while let Some(c) = rest.peek().copied() {
                    let exponent = number.ends_with(['e', 'E']) && !number.starts_with("0x");
                    if c.is_ascii_alphanumeric() || c == '.' || (exponent && (c == '-' || c == '+'))
                    {
                        number.push(c);
                        rest.next();
                    } else {
                        break;
                    }
                }
                tokens.push(Token::Number(number));
            }
            'x' | 'X' if rest.peek() == Some(&'\'') => {
                rest.next();
                let hex = rest.by_ref().take_while(|c| *c != '\'').collect();
                tokens.push(Token::Blob(hex));
            }
            c if c.is_alphanumeric() || c == '_' || c == '$' => {
                let mut word = String::from(c);
                while let Some(c) = rest.peek().copied() {
                    if c.is_alphanumeric() || c == '_' || c == '$' {
                        word.push(c);
                        rest.next();
                    } else {
                        break;
                    }
                }
                tokens.push(Token::Word(word));
            }
            c => tokens.push(Token::Sign(c)),
        }
    }
    tokens
}

/// Cuts the list between the statement's outer brackets at its commas; also gives what follows.
fn definitions(tokens: &[Token]) -> Option<(Vec<&[Token]>, &[Token])> {
    let open = tokens.iter().position(|token| *token == Token::Sign('('))?;
    let mut parts = Vec::new();
    let mut depth = 0usize;
    let mut start = open + 1;
    for (n, token) in tokens.iter().enumerate().skip(open) {
        match token {
            Token::Sign('(') => depth += 1,
            Token::Sign(')') => {
                depth -= 1;
                if depth == 0 {
                    parts.push(tokens.get(start..n)?);
                    return Some((parts, tokens.get(n + 1..)?));
                }
            }
            Token::Sign(',') if depth == 1 => {
                parts.push(tokens.get(start..n)?);
                start = n + 1;
            }
            _ => {}
        }
    }
    None
}

fn columns(sql: &str) -> Option<(Vec<Column>, bool)> {
    let tokens = tokens(sql);
    if !tokens.first()?.is("create") || tokens.iter().take(3).any(|token| token.is("virtual")) {
        return None;
    }
    let (parts, options) = definitions(&tokens)?;
    let without_rowid = options
        .windows(2)
        .any(|two| two.iter().zip(["without", "rowid"]).all(|(t, k)| t.is(k)));
    let mut columns: Vec<Column> = Vec::new();
    let mut whole: Vec<bool> = Vec::new();
    let mut key: Vec<String> = Vec::new();
    let mut alias: Option<usize> = None;
    for part in parts {
        let Some(first) = part.first() else {
            continue;
        };
        let constraint = ["constraint", "primary", "unique", "check", "foreign"]
            .iter()
            .any(|keyword| first.is(keyword));
        if constraint {
            if let Some(names) = table_key(part) {
                if let [one] = names.as_slice() {
                    alias = columns
                        .iter()
                        .position(|column| column.name.eq_ignore_ascii_case(one))
                        .filter(|at| whole.get(*at) == Some(&true));
                }
                key = names;
            }
            continue;
        }
        let Some(name) = first.name() else {
            continue;
        };
        let definition = Definition::read(part.get(1..).unwrap_or_default());
        if definition.key {
            key = vec![name.to_owned()];
            if definition.whole && !definition.descending {
                alias = Some(columns.len());
            }
        }
        whole.push(definition.whole);
        columns.push(Column {
            name: name.to_owned(),
            stored: (!definition.computed).then_some(0),
            preset: definition.preset,
            is_rowid: false,
            real: definition.real,
        });
    }
    if columns.is_empty() {
        return None;
    }
    let mut position = 0;
    if without_rowid {
        for name in &key {
            let column = columns
                .iter_mut()
                .find(|column| column.name.eq_ignore_ascii_case(name));
            if let Some(column) = column.filter(|column| column.stored == Some(0)) {
                position += 1;
                column.stored = Some(position);
            }
        }
    } else if let Some(column) = alias.and_then(|at| columns.get_mut(at)) {
        column.is_rowid = true;
    }
    for column in &mut columns {
        if column.stored == Some(0) {
            position += 1;
            column.stored = Some(position);
        }
    }
    for column in &mut columns {
        column.stored = column.stored.map(|position| position - 1);
    }
    Some((columns, without_rowid))
}

/// The columns of a table's `PRIMARY KEY (…)`.
fn table_key(part: &[Token]) -> Option<Vec<String>> {
    let at = part.iter().position(|token| token.is("primary"))?;
    if !part.get(at + 1)?.is("key") {
        return None;
    }
    let (parts, _) = definitions(part.get(at..)?)?;
    let names = parts.iter().filter_map(|part| part.first()?.name());
    Some(names.map(str::to_owned).collect())
}

struct Definition {
    whole: bool,
    real: bool,
    key: bool,
    descending: bool,
    computed: bool,
    preset: Default,
}

impl Definition {
    /// Reads what follows a column's name.
    fn read(tokens: &[Token]) -> Self {
        const CONSTRAINTS: [&str; 10] = [
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "generated",
        ];
        let begins =
            |token: &Token| CONSTRAINTS.iter().any(|word| token.is(word)) || token.is("as");
        let end = tokens.iter().position(begins).unwrap_or(tokens.len());
        let (kind, rest) = tokens.split_at(end);
        let words: Vec<String> = kind
            .iter()
            .take_while(|token| **token != Token::Sign('('))
            .filter_map(|token| Some(token.name()?.to_ascii_uppercase()))
            .collect();
        let kind = words.join(" ");
        let holds = |part: &str| kind.contains(part);
        let mut definition = Self {
            whole: kind == "INTEGER",
            real: (holds("REAL") || holds("FLOA") || holds("DOUB"))
                && !["INT", "CHAR", "CLOB", "TEXT", "BLOB"]
                    .iter()
                    .any(|other| holds(other)),
            key: false,
            descending: false,
            computed: false,
            preset: Default::Null,
        };
        let mut depth = 0usize;
        let mut stored = false;
        for (n, token) in rest.iter().enumerate() {
            let behind = rest.get(n + 1..).unwrap_or_default();
            match token {
                Token::Sign('(') => depth += 1,
                Token::Sign(')') => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                token if token.is("primary") => {
                    definition.key = true;
                    definition.descending = behind.get(1).is_some_and(|token| token.is("desc"));
                }
                token if token.is("default") => definition.preset = preset(behind, &kind),
                token if token.is("as") => definition.computed = true,
                token if token.is("stored") => stored = true,
                _ => {}
            }
        }
        definition.computed &= !stored;
        definition
    }
}

/// A default value; `NULL` for what must be computed, which `ALTER TABLE` does not allow.
fn preset(tokens: &[Token], kind: &str) -> Default {
    let inner = match tokens {
        [Token::Sign('('), rest @ ..] => rest,
        all => all,
    };
    let (minus, value) = match inner {
        [Token::Sign('-'), value, ..] => (true, Some(value)),
        [Token::Sign('+'), value, ..] => (false, Some(value)),
        [value, ..] => (false, Some(value)),
        [] => (false, None),
    };
    let as_text = ["CHAR", "CLOB", "TEXT"]
        .iter()
        .any(|word| kind.contains(word));
    match value {
        Some(Token::Number(digits)) if as_text => {
            Default::Text(format!("{}{digits}", if minus { "-" } else { "" }))
        }
        Some(Token::Number(digits)) => {
            let signed = format!("{}{digits}", if minus { "-" } else { "" });
            if let Some(hex) = digits.strip_prefix("0x").or(digits.strip_prefix("0X")) {
                let value = u64::from_str_radix(hex, 16).map_or(0, |value| value as i64);
                Default::Int(if minus { value.wrapping_neg() } else { value })
            } else if let Ok(value) = signed.parse() {
                Default::Int(value)
            } else {
                signed.parse().map_or(Default::Null, Default::Real)
            }
        }
        Some(Token::Text(text) | Token::Name(text)) => {
            let number = kind.contains("INT").then(|| text.trim().parse().ok());
            number
                .flatten()
                .map_or_else(|| Default::Text(text.clone()), Default::Int)
        }
        Some(Token::Blob(hex)) => Default::Blob(
            hex.as_bytes()
                .chunks_exact(2)
                .filter_map(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok())
                .collect(),
        ),
        Some(Token::Word(word)) if word.eq_ignore_ascii_case("true") => Default::Int(1),
        Some(Token::Word(word)) if word.eq_ignore_ascii_case("false") => Default::Int(0),
        Some(Token::Word(word)) if word.eq_ignore_ascii_case("null") => Default::Null,
        Some(Token::Word(word)) if !word.to_ascii_lowercase().starts_with("current_") => {
            Default::Text(word.clone())
        }
        _ => Default::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(sql: &str) -> Vec<String> {
        let (columns, _) = columns(sql).unwrap();
        columns.into_iter().map(|column| column.name).collect()
    }

    #[test]
    fn statements_as_phones_write_them() {
        let sql = "CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE \
            NOT NULL, \"text\" TEXT, replace INTEGER DEFAULT 0, -- note\n [date] INTEGER, \
            was_x INTEGER /* , y */ DEFAULT (-1), part VARCHAR(255, 3) DEFAULT 'a,''b', \
            FOREIGN KEY (handle_id) REFERENCES handle (ROWID))";
        let (columns, without) = columns(sql).unwrap();
        assert!(!without);
        let found: Vec<_> = columns.iter().map(|column| column.name.as_str()).collect();
        let wanted = ["ROWID", "guid", "text", "replace", "date", "was_x", "part"];
        assert_eq!(found, wanted);
        assert!(columns[0].is_rowid);
        assert_eq!(columns[5].preset, Default::Int(-1));
        assert_eq!(columns[6].preset, Default::Text("a,'b".to_owned()));
    }

    #[test]
    fn keys_and_computed_columns() {
        let (columns, without) = columns(
            "create table t(a text, b int, c as (a||b), d integer, primary key(d, a)) without rowid",
        )
        .unwrap();
        assert!(without);
        let stored: Vec<_> = columns.iter().map(|column| column.stored).collect();
        assert_eq!(stored, [Some(1), Some(2), None, Some(0)]);
        assert_eq!(
            names("CREATE TABLE IF NOT EXISTS x.`t`('primary' INT, b)"),
            ["primary", "b"]
        );
        assert_eq!(super::columns("CREATE VIRTUAL TABLE t USING fts4(a)"), None);
    }
}
