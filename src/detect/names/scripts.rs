//! Names in other scripts amid Latin text, and after "my name is" in the languages that use them.
//! Without a tagger for these languages: a short run of another script in a Latin text is mostly a
//! name, a whole message in it is a message.

use crate::text::ByteSpan;

/// A writing other than Latin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    /// Capitals tell names: Cyrillic, Greek, Armenian.
    Cased,
    /// No capitals: Arabic, Hebrew, Thai, Indic, Georgian, Ethiopic, Chinese, Japanese, Korean.
    Plain,
}

fn script(c: char) -> Option<Script> {
    match c {
        '\u{370}'..='\u{3ff}'
        | '\u{400}'..='\u{52f}'
        | '\u{530}'..='\u{58f}'
        | '\u{1f00}'..='\u{1fff}' => Some(Script::Cased),
        '\u{590}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{900}'..='\u{dff}'
        | '\u{e00}'..='\u{eff}'
        | '\u{10a0}'..='\u{10ff}'
        | '\u{1100}'..='\u{11ff}'
        | '\u{1200}'..='\u{137f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' => Some(Script::Plain),
        _ => None,
    }
}

/// Words that announce a name.
const INTRODUCED: &[&str] = &[
    "зовут",
    "звати",
    "зовуть",
    "имя",
    "ім'я",
    "ім’я",
    "اسمي",
    "اسمه",
    "اسمها",
    "الاسم",
    "שמי",
    "שם",
    "λένε",
    "όνομα",
    "我叫",
    "我是",
    "名字",
    "姓名",
    "ชื่อ",
    "이름은",
    "নাম",
    "नाम",
    "ስሜ",
    "نام",
    "ناوم",
    "пан",
    "пані",
    "господин",
    "госпожа",
    "السيد",
    "السيدة",
    "คุณ",
    "นาย",
    "นาง",
    "นางสาว",
];

/// Ordinary words that stand alone in Latin messages.
const ORDINARY: &[&str] = &[
    "спасибо",
    "дякую",
    "привет",
    "привіт",
    "да",
    "нет",
    "так",
    "ні",
    "пожалуйста",
    "ура",
    "شكرا",
    "شكراً",
    "مرحبا",
    "السلام",
    "عليكم",
    "نعم",
    "لا",
    "الله",
    "إن",
    "شاء",
    "الحمد",
    "لله",
    "والله",
    "يا",
    "אני",
    "תודה",
    "שלום",
    "谢谢",
    "你好",
    "好",
    "是",
    "ขอบคุณ",
    "สวัสดี",
    "ครับ",
    "ค่ะ",
    "감사합니다",
    "안녕하세요",
    "ありがとう",
    "こんにちは",
    "γεια",
    "ευχαριστώ",
    "ναι",
];

/// Given names of the written languages that Nordic offices meet most.
const GIVEN: &[&str] = &[
    "محمد",
    "أحمد",
    "احمد",
    "علي",
    "حسن",
    "حسين",
    "فاطمة",
    "فاطمه",
    "عائشة",
    "مريم",
    "عمر",
    "خالد",
    "يوسف",
    "إبراهيم",
    "ابراهيم",
    "محمود",
    "مصطفى",
    "عبدالله",
    "سارة",
    "زينب",
    "نور",
    "ليلى",
    "خديجة",
    "سامي",
    "سمير",
    "كريم",
    "أمينة",
    "هدى",
    "رنا",
    "عثمان",
    "олександр",
    "наталія",
    "іван",
    "марія",
    "олена",
    "оксана",
    "андрій",
    "сергій",
    "ірина",
    "тетяна",
    "юлія",
    "володимир",
    "михайло",
    "дмитро",
    "катерина",
    "світлана",
    "анна",
    "ганна",
    "петро",
    "богдан",
    "тарас",
    "александр",
    "наталья",
    "иван",
    "мария",
    "елена",
    "сергей",
    "ирина",
    "татьяна",
    "юлия",
    "владимир",
    "михаил",
    "дмитрий",
    "екатерина",
    "светлана",
    "ольга",
    "алексей",
    "андрей",
    "анастасия",
    "дарья",
    "полина",
    "максим",
    "никита",
    "игорь",
    "олег",
    "виктор",
    "людмила",
    "галина",
    "γιώργος",
    "μαρία",
    "ελένη",
    "νίκος",
    "γιάννης",
    "κώστας",
    "δημήτρης",
    "דוד",
    "משה",
    "שרה",
    "יוסף",
    "רחל",
    "אברהם",
    "מרים",
    "สมชาย",
    "สมหญิง",
    "สุดา",
    "มาลี",
    "ประเสริฐ",
    "王",
    "李",
    "张",
    "陈",
    "김",
    "이",
    "박",
];

/// A run of words in one other script, and how likely it names a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// Where.
    pub span: ByteSpan,
    /// 0 to 1.
    pub score: f32,
}

/// True where some letter is in another script; cheap for Latin text.
pub fn any(text: &str) -> bool {
    text.bytes().any(|byte| byte >= 0xcd) && text.chars().any(|c| script(c).is_some())
}

/// All runs of one to four words.
pub fn runs(text: &str) -> Vec<Run> {
    let (mut latin, mut other) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if script(c).is_some() {
            other += 1
        } else {
            latin += 1
        }
    }
    let foreign = other > latin;
    let mut found = Vec::new();
    for line in lines(text) {
        let words = words(text, line);
        let mut at = 0;
        while let Some(word) = words.get(at) {
            if !is_part(text, *word, foreign && at == 0) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while let Some(next) = words.get(end)
                && text
                    .get(words[end - 1].end as usize..next.start as usize)
                    .is_some_and(|gap| gap == " " || gap == "-")
                && is_part(text, *next, false)
            {
                end += 1;
            }
            let span = ByteSpan::new(word.start, words[end - 1].end);
            let introduced = at
                .checked_sub(1)
                .and_then(|before| words.get(before))
                .is_some_and(|before| {
                    let said = before.of(text).unwrap_or_default().to_lowercase();
                    INTRODUCED.contains(&said.as_str())
                });
            let listed = words.get(at..end).unwrap_or_default().iter().any(|word| {
                let said = word.of(text).unwrap_or_default().to_lowercase();
                GIVEN.contains(&said.as_str())
            });
            let count = end - at;
            let score = match (introduced, listed, foreign) {
                (true, _, _) if count <= 4 => 0.86,
                (_, true, false) if count <= 4 => 0.92,
                (_, true, true) if count <= 3 => 0.75,
                (_, _, false) if (2..=4).contains(&count) => 0.72,
                (_, _, false) if count == 1 => 0.62,
                _ => 0.0,
            };
            if score > 0.0 {
                found.push(Run { span, score });
            }
            at = end;
        }
    }
    found
}

fn lines(text: &str) -> impl Iterator<Item = ByteSpan> {
    let mut at = 0_u32;
    text.split_inclusive(['\n', '.', '!', '?', '؟', '。', ',', '،', ';', ':', '(', ')'])
        .map(move |line| {
            let span = ByteSpan::new(at, at + line.len() as u32);
            at = span.end;
            span
        })
}

fn words(text: &str, line: ByteSpan) -> Vec<ByteSpan> {
    let mut found = Vec::new();
    let mut start = None;
    let inside = line.of(text).unwrap_or_default();
    for (at, c) in inside.char_indices() {
        let mark = matches!(c, '\u{300}'..='\u{36f}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{64b}'..='\u{65f}' | '\u{93e}'..='\u{94d}');
        if c.is_alphanumeric() || mark || matches!(c, '\'' | '’') {
            start.get_or_insert(at);
        } else if let Some(first) = start.take() {
            found.push(ByteSpan::new(
                line.start + first as u32,
                line.start + at as u32,
            ));
        }
    }
    if let Some(first) = start {
        found.push(ByteSpan::new(line.start + first as u32, line.end));
    }
    found
}

/// True for a word that can be part of a name; a sentence's first word in a foreign text is not
/// told by its capital.
fn is_part(text: &str, word: ByteSpan, first: bool) -> bool {
    let word = word.of(text).unwrap_or_default();
    let Some(kind) = word.chars().next().and_then(script) else {
        return false;
    };
    let lower = word.to_lowercase();
    if ORDINARY.contains(&lower.as_str()) || INTRODUCED.contains(&lower.as_str()) {
        return false;
    }
    if GIVEN.contains(&lower.as_str()) {
        return true;
    }
    match kind {
        Script::Cased => word.chars().next().is_some_and(char::is_uppercase) && !first,
        Script::Plain => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        runs(text)
            .iter()
            .map(|run| run.span.of(text).unwrap())
            .collect()
    }

    #[test]
    fn runs_amid_latin_text() {
        assert_eq!(found("Borgeren محمد علي ringede"), ["محمد علي"]);
        assert_eq!(
            found("underskrevet Олександр Коваль i går"),
            ["Олександр Коваль"]
        );
        assert_eq!(found("tak спасибо"), Vec::<&str>::new());
        assert!(!any("Åse Ærø ñandú"));
    }
}
