//! Guesses which column of a table holds what: by its header's words in five languages, else by
//! its content.

use super::clock;
use crate::{
    limits,
    model::{MappedColumn, Mapping, Role},
};

/// Rows shown with the question about the columns.
const SHOWN_ROWS: usize = 5;
/// Characters of a shown cell.
const SHOWN_CHARS: usize = 80;

/// Words of headers in five languages, folded; the first role with a word wins.
const fn words(role: Role) -> &'static [&'static str] {
    match role {
        Role::Time => &[
            "message date",
            "date",
            "timestamp",
            "datetime",
            "sent at",
            "time sent",
            "dato",
            "datum",
            "tidspunkt",
            "tidpunkt",
            "tidsstempel",
            "tidsstämpel",
            "päivämäärä",
            "pvm",
            "aikaleima",
            "sent",
            "sendt",
            "skickat",
            "lähetetty",
            "created_at",
            "created",
            "date/time",
            "dato/tid",
        ],
        Role::Clock => &[
            "time",
            "tid",
            "klokkeslæt",
            "klokkeslett",
            "klockslag",
            "kl",
            "klo",
            "aika",
            "kello",
        ],
        Role::SenderHandle => &[
            "sender id",
            "phone number",
            "phone",
            "number",
            "telefon",
            "telefonnummer",
            "nummer",
            "mobil",
            "puhelinnumero",
            "numero",
            "from number",
            "address",
            "afsender-id",
            "avsändar-id",
            "avsender-id",
            "email",
            "e-mail",
        ],
        Role::Sender => &[
            "sender name",
            "sender",
            "from",
            "author",
            "name",
            "user",
            "afsender",
            "fra",
            "navn",
            "avsändare",
            "från",
            "namn",
            "avsender",
            "lähettäjä",
            "nimi",
            "contact",
            "kontakt",
            "forfatter",
            "författare",
            "username",
            "bruger",
            "användare",
        ],
        Role::Receiver => &[
            "to",
            "recipient",
            "recipients",
            "receiver",
            "til",
            "modtager",
            "till",
            "mottagare",
            "mottaker",
            "vastaanottaja",
        ],
        Role::Conversation => &[
            "chat session",
            "conversation",
            "conversation id",
            "chat",
            "thread",
            "thread id",
            "samtale",
            "tråd",
            "konversation",
            "keskustelu",
            "chat name",
            "group",
            "gruppe",
            "grupp",
            "ryhmä",
            "channel",
            "kanal",
        ],
        Role::Text => &[
            "text",
            "message",
            "body",
            "content",
            "message text",
            "besked",
            "tekst",
            "meddelelse",
            "indhold",
            "meddelande",
            "innehåll",
            "melding",
            "innhold",
            "viesti",
            "teksti",
            "sisältö",
            "comment",
            "kommentar",
            "kommentti",
            "message body",
        ],
        Role::Subject => &[
            "subject", "emne", "ämne", "aihe", "otsikko", "title", "titel", "tittel",
        ],
        Role::Direction => &[
            "type",
            "direction",
            "message type",
            "retning",
            "riktning",
            "suunta",
            "in/out",
            "incoming/outgoing",
            "sent/received",
        ],
        Role::Attachment => &[
            "attachment",
            "attachments",
            "file",
            "filename",
            "media",
            "vedhæftet fil",
            "vedhæftning",
            "fil",
            "bilag",
            "bilaga",
            "bifogad fil",
            "vedlegg",
            "liite",
            "tiedosto",
        ],
        Role::Quoted => &[
            "replying to",
            "reply to",
            "quoted",
            "svar på",
            "svar til",
            "vastaus",
        ],
        Role::Reactions => &[
            "reactions",
            "reaction",
            "reaktioner",
            "reaksjoner",
            "reaktiot",
        ],
        Role::Other => &[],
    }
}

/// A guess with how well headers support it.
pub(super) struct Guess {
    pub mapping: Mapping,
    /// Columns whose header names their role.
    pub named: usize,
    /// Which of the rows holds the headers.
    header_at: Option<usize>,
}

/// How a table is read.
pub(super) struct Settled {
    pub mapping: Mapping,
    /// The mapping that was given fits this table; else its columns are guessed.
    pub fits: bool,
    pub named: usize,
    /// Rows above the first message, headers included.
    pub above: usize,
    pub headers: Vec<String>,
    /// Rows for the question about the columns.
    pub shown: Vec<Vec<String>>,
}

impl Settled {
    /// Texts with times.
    pub fn looks_like_messages(&self) -> bool {
        self.mapping.is_usable() && self.mapping.column(Role::Time).is_some()
    }
}

/// Decides how to read a table by its first rows: with the mapping that was given, or with a guess
/// where that one makes no messages of it.
pub(super) fn settle(given: Option<&Mapping>, rows: &[Vec<String>]) -> Settled {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let fitted = given.map(|given| {
        let at = given.header.then(|| header_of(given, rows)).flatten();
        let headers = at.and_then(|at| rows.get(at)).map(Vec::as_slice);
        (given.fitted(headers, columns), at)
    });
    let guess = guess(rows);
    let named = guess.as_ref().map_or(0, |guess| guess.named);
    let fits = fitted.as_ref().is_some_and(|(one, _)| one.is_usable());
    let guess = guess.map(|guess| (guess.mapping, guess.header_at));
    let better = guess.as_ref().is_some_and(|(one, _)| one.is_usable());
    let (mapping, header_at) = match fitted {
        Some(fitted) if fits || !better => fitted,
        _ => guess.unwrap_or_default(),
    };
    let above = header_at.map_or(0, |at| at + 1);
    let short = |cell: &String| cell.chars().take(SHOWN_CHARS).collect();
    let shown = rows.iter().skip(above).take(SHOWN_ROWS);
    Settled {
        mapping,
        fits,
        named,
        above,
        headers: header_at
            .and_then(|at| rows.get(at))
            .cloned()
            .unwrap_or_default(),
        shown: shown.map(|row| row.iter().map(short).collect()).collect(),
    }
}

/// The row that holds most of a mapping's headers; the first where none holds any.
fn header_of(given: &Mapping, rows: &[Vec<String>]) -> Option<usize> {
    let known = |cell: &&String| {
        let word = Mapping::fold(cell);
        !word.is_empty()
            && given
                .columns
                .iter()
                .any(|column| Mapping::fold(&column.header) == word)
    };
    let first = rows.iter().take(limits::TABLE_PREAMBLE_ROWS + 1);
    let found = first.map(|row| row.iter().filter(known).count());
    let best = found
        .enumerate()
        .max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at)));
    best.map(|(at, _)| at)
}

fn filled(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Where the headers stand: in the first row, or below a title and other lines that hold less than
/// they do.
fn header_row(rows: &[Vec<String>]) -> Option<usize> {
    let named = |row: &[String]| row.iter().filter(|cell| named_role(cell).is_some()).count();
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut fullest = 0;
    for (at, row) in rows
        .iter()
        .enumerate()
        .take(limits::TABLE_PREAMBLE_ROWS + 1)
    {
        let rest = rows.get(at + 1..).unwrap_or_default();
        let enough = if at == 0 {
            filled(row) > 1 || columns == 1
        } else {
            named(row) >= 2 && filled(row) > fullest
        };
        if enough && is_header(row, rest) {
            return Some(at);
        }
        fullest = fullest.max(filled(row));
    }
    None
}

/// The role that a header names.
fn named_role(header: &str) -> Option<Role> {
    let header = Mapping::fold(header);
    Role::ALL
        .iter()
        .copied()
        .find(|role| words(*role).contains(&header.as_str()))
}

fn is_header(first: &[String], rows: &[Vec<String>]) -> bool {
    let plain = |cell: &String| {
        clock::orders(cell).is_empty() && !looks_like_handle(cell) && cell.chars().count() < 60
    };
    if first.is_empty() || !first.iter().all(plain) {
        return false;
    }
    let named = first
        .iter()
        .filter(|cell| named_role(cell).is_some())
        .count();
    let distinct = first.iter().filter(|cell| !cell.trim().is_empty()).count() * 2 >= first.len();
    let unlike = rows
        .iter()
        .any(|row| row.iter().any(|cell| !clock::orders(cell).is_empty()));
    named >= 2 || (named >= 1 && distinct) || (distinct && unlike)
}

fn looks_like_handle(cell: &str) -> bool {
    use crate::model::HandleKind;
    !cell.trim().is_empty()
        && matches!(
            crate::import::handles::normalise(cell).1,
            HandleKind::Phone | HandleKind::Email
        )
}

/// Guesses roles from headers and content. `rows` are the first rows, headers included.
pub(super) fn guess(rows: &[Vec<String>]) -> Option<Guess> {
    let columns = rows.iter().map(Vec::len).max()?;
    let header_at = header_row(rows);
    let header = header_at.is_some();
    let first = header_at.and_then(|at| rows.get(at));
    let first = first.map(Vec::as_slice).unwrap_or_default();
    let body = rows.get(header_at.map_or(0, |at| at + 1)..)?;
    let mut mapped: Vec<MappedColumn> = (0..columns)
        .map(|at| MappedColumn {
            header: if header {
                first.get(at).cloned().unwrap_or_default()
            } else {
                String::new()
            },
            role: Role::Other,
        })
        .collect();
    let mut taken = Vec::new();
    let mut named = 0;
    if header {
        // more exact words stand earlier in each list, so every role takes its best column
        for role in Role::ALL
            .iter()
            .copied()
            .filter(|role| *role != Role::Other)
        {
            let best = mapped
                .iter()
                .enumerate()
                .filter(|(at, _)| !taken.contains(at))
                .filter_map(|(at, column)| {
                    let word = Mapping::fold(&column.header);
                    let rank = words(role).iter().position(|known| *known == word)?;
                    fits(role, body, at).then_some((rank, at))
                })
                .min();
            if let Some((_, at)) = best {
                taken.push(at);
                named += 1;
                if let Some(column) = mapped.get_mut(at) {
                    column.role = role;
                }
            }
        }
    }
    for role in [
        Role::Time,
        Role::Clock,
        Role::SenderHandle,
        Role::Text,
        Role::Sender,
    ] {
        if mapped.iter().any(|column| column.role == role) {
            continue;
        }
        let best = (0..columns)
            .filter(|at| !taken.contains(at))
            .filter_map(|at| Some((score(role, body, at)?, std::cmp::Reverse(at))))
            .max();
        if let Some((_, std::cmp::Reverse(at))) = best {
            taken.push(at);
            if let Some(column) = mapped.get_mut(at) {
                column.role = role;
            }
        }
    }
    Some(Guess {
        mapping: Mapping {
            name: String::new(),
            header,
            columns: mapped,
        },
        named,
        header_at,
    })
}

fn cells(rows: &[Vec<String>], at: usize) -> impl Iterator<Item = &str> {
    rows.iter()
        .filter_map(move |row| row.get(at))
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
}

/// A header may promise what the cells do not hold.
fn fits(role: Role, rows: &[Vec<String>], at: usize) -> bool {
    match role {
        Role::Time => {
            let count = cells(rows, at).count();
            count == 0
                || cells(rows, at)
                    .filter(|cell| !clock::orders(cell).is_empty())
                    .count()
                    * 2
                    > count
        }
        Role::Clock => cells(rows, at).all(|cell| clock::orders(cell).is_empty()),
        _ => true,
    }
}

/// How well a column's content suits a role, in hundredths; `None` when it does not.
fn score(role: Role, rows: &[Vec<String>], at: usize) -> Option<usize> {
    let all: Vec<&str> = cells(rows, at).collect();
    let share = |test: &dyn Fn(&str) -> bool| {
        all.iter().filter(|cell| test(cell)).count() * 100 / all.len().max(1)
    };
    let is_time = |cell: &str| !clock::orders(cell).is_empty();
    let points = match role {
        Role::Time => Some(share(&is_time)).filter(|share| *share >= 80),
        // only beside dates that lack it
        Role::Clock => Some(share(&clock::is_clock)).filter(|share| *share >= 80),
        Role::SenderHandle => {
            Some(share(&|cell| looks_like_handle(cell) && !is_time(cell))).filter(|s| *s >= 60)
        }
        Role::Text => {
            let words = |cell: &str| cell.split_whitespace().count() >= 3;
            let length: usize = all.iter().map(|cell| cell.chars().count()).sum();
            (share(&words) >= 25 && share(&is_time) < 20).then(|| length / all.len().max(1))
        }
        Role::Sender => {
            let mut distinct: Vec<&str> = all.clone();
            distinct.sort_unstable();
            distinct.dedup();
            let name = |cell: &str| {
                cell.chars().count() < 60
                    && cell.chars().next().is_some_and(char::is_alphabetic)
                    && cell.split_whitespace().count() <= 5
                    && !is_time(cell)
            };
            let repeated = all.len() >= 3 && distinct.len() * 3 <= all.len() * 2;
            (share(&name) >= 90 && repeated).then_some(100)
        }
        _ => None,
    };
    points.filter(|_| !all.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Vec<Vec<String>> {
        text.lines()
            .map(|line| line.split(';').map(str::to_owned).collect())
            .collect()
    }

    fn roles(text: &str) -> Vec<Role> {
        let guess = guess(&table(text)).unwrap();
        guess
            .mapping
            .columns
            .iter()
            .map(|column| column.role)
            .collect()
    }

    #[test]
    fn headers_in_several_languages() {
        assert_eq!(
            roles("Dato;Tid;Afsender;Besked;Bilag\n01.02.2024;14:00;Mette;Hej med dig her;"),
            [
                Role::Time,
                Role::Clock,
                Role::Sender,
                Role::Text,
                Role::Attachment
            ]
        );
        assert_eq!(
            roles(
                "Chat Session;Message Date;Type;Sender ID;Sender Name;Text\nMette;2024-02-01 14:00:00;Incoming;+4520123456;Mette;Hej"
            ),
            [
                Role::Conversation,
                Role::Time,
                Role::Direction,
                Role::SenderHandle,
                Role::Sender,
                Role::Text
            ]
        );
    }

    #[test]
    fn content_without_headers() {
        let text = "1;01-02-2024 14:00;Mette;Kan du ringe til mig\n2;01-02-2024 14:01;Jens;Ja det kan jeg godt\n3;01-02-2024 14:02;Mette;Tak skal du have\n4;01-02-2024 14:03;Jens;Selv tak min ven";
        assert_eq!(
            roles(text),
            [Role::Other, Role::Time, Role::Sender, Role::Text]
        );
        assert!(!guess(&table("a;b\nc;d\ne;f")).unwrap().mapping.is_usable());
    }

    #[test]
    fn headers_below_a_title() {
        let rows = table(
            "Udtræk fra telefon;;\nHentet;05.03.2024;\nDato;Afsender;Besked\n05.03.2024;Mette;Hej med dig her",
        );
        let settled = settle(None, &rows);
        assert_eq!(settled.above, 3);
        assert_eq!(settled.headers, ["Dato", "Afsender", "Besked"]);
        assert!(settled.looks_like_messages() && !settled.fits);
        // a mapping finds its headers below the title, too, and is not forced on another table
        let saved = settled.mapping;
        assert!(settle(Some(&saved), &rows).fits);
        assert_eq!(settle(Some(&saved), &rows).above, 3);
        let other = table("Tid;Från;Text\n2024-03-05 10:00;Åsa;Hej på dig du");
        let settled = settle(Some(&saved), &other);
        assert!(!settled.fits && settled.looks_like_messages());
    }

    #[test]
    fn a_saved_mapping_follows_the_headers() {
        let saved = guess(&table("Dato;Besked\n01.02.2024;Hej med dig"))
            .unwrap()
            .mapping;
        let headers = ["Besked".to_owned(), "Nr".to_owned(), "Dato".to_owned()];
        let fitted = saved.fitted(Some(&headers), 3);
        let roles: Vec<Role> = fitted.columns.iter().map(|column| column.role).collect();
        assert_eq!(roles, [Role::Text, Role::Other, Role::Time]);
    }
}
