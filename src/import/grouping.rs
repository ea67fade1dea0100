//! Which of the files that a person gave form one source: the parts of a split download, an
//! unpacked export or a phone's backup, a database with its write-ahead log. Everything else is a
//! source of its own.
//!
//! Told by paths, and where a name alone is not enough by the first bytes. The rules are listed in
//! `docs/formats/README.md`. A person can always put sources together or take them apart.

use super::{Importer, Probe, whatsapp_txt::WhatsAppTxt};
use crate::{
    container::{encoding, natural, sniff_media},
    limits,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
};

/// The folder that holds a download from Google.
const TAKEOUT: &str = "Takeout";

/// Files that are one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Name of the source: its folder, else its first file.
    pub name: String,
    /// Positions in what was given, in the order of the source.
    pub files: Vec<usize>,
    /// Paths of these files within the source.
    pub paths: Vec<String>,
}

/// Puts files together. `given` are their paths, with the folders that were given; `head` reads the
/// first bytes of a file, at most [`limits::PROBE_BYTES`]. Groups come in the order of their first
/// file in `given`.
#[must_use]
pub fn group(given: &[String], head: &dyn Fn(usize) -> Vec<u8>) -> Vec<Group> {
    let given: Vec<String> = given
        .iter()
        .map(|path| {
            path.replace('\\', "/")
                .trim_start_matches(['.', '/'])
                .to_owned()
        })
        .collect();
    let roots = roots(&given, head);
    let mut keys: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    for (at, path) in given.iter().enumerate() {
        let key = match root_of(path, &roots) {
            Some(root) => Key::Root(root),
            None => loose(at, path, head),
        };
        keys.entry(key).or_default().push(at);
    }
    let mut groups = Vec::new();
    for (key, files) in keys {
        match key {
            Key::Download(..) if !numbered_apart(&files, &given) => {
                groups.extend(files.into_iter().map(|at| alone(at, &given)));
            }
            Key::Root(root) => groups.push(within(root, files, &given)),
            Key::Alone(at) => groups.push(alone(at, &given)),
            Key::Download(folder, _) | Key::Parts(folder) | Key::Database(folder, _) => {
                groups.push(beside(folder, files, &given));
            }
        }
    }
    groups.sort_by_key(|group| group.files.iter().min().copied());
    groups
}

/// Every file as a source of its own.
#[must_use]
pub fn separate(given: &[String]) -> Vec<Group> {
    (0..given.len()).map(|at| alone(at, given)).collect()
}

/// Chosen files as one source, whatever they are.
#[must_use]
pub fn joined(given: &[String]) -> Option<Group> {
    let folder = shared_folder(given);
    match given {
        [] => None,
        [_] => Some(alone(0, given)),
        _ => Some(within(folder, (0..given.len()).collect(), given)),
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    /// Everything below a folder.
    Root(&'a str),
    /// Numbered archives of one download: folder and name without the number.
    Download(&'a str, &'a str),
    /// `message_1.json`, `message_2.json` … of one folder.
    Parts(&'a str),
    /// A database and what stands beside it: folder and name.
    Database(&'a str, &'a str),
    Alone(usize),
}

fn loose<'a>(at: usize, path: &'a str, head: &dyn Fn(usize) -> Vec<u8>) -> Key<'a> {
    let (folder, name) = split(path);
    if let Some((stem, _)) = part_number(name)
        && !holds_one_chat(&head(at))
    {
        return Key::Download(folder, stem);
    }
    if is_message_part(name) {
        return Key::Parts(folder);
    }
    for ending in ["-wal", "-shm", "-journal"] {
        if let Some(database) = name.strip_suffix(ending) {
            return Key::Database(folder, database);
        }
    }
    if [".db", ".sqlite", ".sqlite3", ".sqlitedb", ".storedata"]
        .iter()
        .any(|ending| name.to_ascii_lowercase().ends_with(ending))
    {
        return Key::Database(folder, name);
    }
    Key::Alone(at)
}

fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

// ---- folders that are one export ---------------------------------------------------------

/// Folders whose whole content is one source, without those inside others.
fn roots(given: &[String], head: &dyn Fn(usize) -> Vec<u8>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in given {
        if let Some(root) = marked(path) {
            found.insert(root.to_owned());
        }
    }
    let mut folders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, path) in given.iter().enumerate() {
        folders.entry(split(path).0).or_default().push(at);
    }
    for (folder, files) in &folders {
        if folder.is_empty() && !given.iter().any(|path| path.contains('/')) {
            // Files chosen one by one: nothing says that they lay in one folder.
            if !chat_with_media(files, given, head) {
                continue;
            }
            found.insert(String::new());
            continue;
        }
        let names: BTreeSet<&str> = files
            .iter()
            .filter_map(|at| given.get(*at))
            .map(|path| split(path).1)
            .collect();
        let has = |name: &str| names.contains(name);
        let below = |sub: &str| {
            let prefix = join(folder, sub);
            folders
                .keys()
                .any(|other| *other == prefix || inside(other, &prefix))
        };
        let whole = has("Manifest.db")
            || has("Manifest.mbdb")
            || has("channels.json") && has("users.json")
            || has("outbox.json") && has("actor.json")
            || has("Profile.csv") && (has("messages.csv") || has("Connections.csv"))
            || has("messages.ndjson")
            || names.iter().any(|name| name.ends_with(".car"))
                && (below("blobs") || names.iter().any(|name| name.starts_with("bafkrei")))
            || has("comments.csv") && has("posts.csv") && has("statistics.csv")
            || has("main") && has("metadata")
            || has("messages.json")
                && (has("endpoints.json") || has("chats.json") || below("media"))
            || below("media") && holds_encrypted_chats(files, given, head)
            || has("tweets.csv") && below("data")
            || (has("chat.db") || has("sms.db")) && below("Attachments")
            || has("ChatStorage.sqlite") && (below("Message") || below("Media"))
            || has("mmssms.db") && below("app_parts")
            || has("SmartSwitchBackup.json")
            || has("backupHistoryInfo.xml")
            || has("info.xml") && is_huawei(files, given, head)
            || has("descript.xml") && names.iter().any(|name| name.ends_with(".bak"))
            || has("main.jsonl") && has("metadata.json")
            || has("chat.md") && (below("media") || has("data.json"))
            || (has("result.json") || has("messages.html"))
                && [
                    "photos",
                    "files",
                    "chats",
                    "stickers",
                    "voice_messages",
                    "video_files",
                    "images",
                    "css",
                ]
                .iter()
                .any(|sub| below(sub))
            || chat_with_media(files, given, head);
        if whole {
            // Signal keeps the attachments of all its backups in a folder beside them.
            let beside = split(folder).0;
            let attachments = join(beside, "files");
            let shared = has("main")
                && has("metadata")
                && folders
                    .keys()
                    .any(|other| *other == attachments || inside(other, &attachments));
            found.insert(if shared { beside } else { folder }.to_owned());
        }
        if let Some(parent) = inner_of(folder, &names) {
            found.insert(parent.to_owned());
        }
    }
    let outermost = |root: &String| {
        !found
            .iter()
            .any(|other| other != root && inside(root, other))
    };
    found
        .iter()
        .filter(|root| outermost(root))
        .cloned()
        .collect()
}

/// The list of a backup of Huawei's.
fn is_huawei(files: &[usize], given: &[String], head: &dyn Fn(usize) -> Vec<u8>) -> bool {
    let list = |at: &&usize| {
        given
            .get(**at)
            .is_some_and(|path| split(path).1 == "info.xml")
    };
    let found = files.iter().find(list);
    found.is_some_and(|at| memchr::memmem::find(&head(*at), b"table=\"BackupFile").is_some())
}

/// Messenger's download of end-to-end encrypted chats: one `.json` for each, beside `media`.
fn holds_encrypted_chats(
    files: &[usize],
    given: &[String],
    head: &dyn Fn(usize) -> Vec<u8>,
) -> bool {
    let named = |at: &&usize| given.get(**at).is_some_and(|path| path.ends_with(".json"));
    let first = files.iter().find(named);
    first.is_some_and(|at| memchr::memmem::find(&head(*at), b"\"threadName\"").is_some())
}

/// The folder above a platform's own folder names.
fn marked(path: &str) -> Option<&str> {
    let mut at = 0_usize;
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        let next = segments.peek().copied();
        let above = path.get(..at.saturating_sub(1)).unwrap_or_default();
        if segment == TAKEOUT && next.is_some() {
            return path.get(..at + segment.len());
        }
        let marks = next.is_some()
            && (segment.starts_with("your_activity_across_")
                || segment == "your_facebook_activity"
                || segment == "your_instagram_activity")
            || segment == "messages" && next == Some("inbox");
        if marks {
            return Some(above);
        }
        at += segment.len() + 1;
    }
    None
}

/// The export above a folder that always lies inside one.
fn inner_of<'a>(folder: &'a str, names: &BTreeSet<&str>) -> Option<&'a str> {
    let (above, name) = split(folder);
    let inside = match name {
        "data" => names.contains("account.js") || names.contains("tweets.js"),
        "json" => names.contains("chat_history.json"),
        // Facebook's downloads of 2018 to 2020 have no folder of a name of its own.
        "profile_information" => names.contains("profile_information.json"),
        _ => false,
    };
    inside.then_some(above)
}

/// An unpacked WhatsApp export: exactly one chat and the files that it names, side by side.
fn chat_with_media(files: &[usize], given: &[String], head: &dyn Fn(usize) -> Vec<u8>) -> bool {
    let name = |at: &usize| given.get(*at).map_or("", |path| split(path).1);
    let texts: Vec<usize> = files
        .iter()
        .copied()
        .filter(|at| name(at).to_ascii_lowercase().ends_with(".txt"))
        .collect();
    let [chat] = texts.as_slice() else {
        return false;
    };
    let named_by_app = |at: &usize| is_chat_media(name(at));
    if files.len() < 2 || !files.iter().filter(|at| *at != chat).all(named_by_app) {
        return false;
    }
    let head = head(*chat);
    if sniff_media(&head).is_some() {
        return false;
    }
    let text = encoding::decode_head(&head, encoding::sniff(&head));
    let probe = Probe {
        name: name(chat),
        head: &head,
        text: &text,
        tables: &[],
    };
    WhatsAppTxt.sniff(&probe) > 0
}

/// Names that WhatsApp gives: `IMG-20240101-WA0001.jpg`, `00000012-PHOTO-2024-01-01-10-00-00.jpg`,
/// `Anna.vcf`, documents with any name.
fn is_chat_media(name: &str) -> bool {
    let Some((_, ending)) = name.rsplit_once('.') else {
        return false;
    };
    matches!(
        ending.to_ascii_lowercase().as_str(),
        "jpg"
            | "jpeg"
            | "png"
            | "webp"
            | "gif"
            | "mp4"
            | "mov"
            | "3gp"
            | "opus"
            | "m4a"
            | "mp3"
            | "aac"
            | "ogg"
            | "amr"
            | "pdf"
            | "vcf"
            | "docx"
            | "xlsx"
            | "pptx"
            | "thumb"
    )
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}

fn inside(path: &str, folder: &str) -> bool {
    folder.is_empty()
        || path
            .strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
}

fn root_of<'a>(path: &str, roots: &'a BTreeSet<String>) -> Option<&'a str> {
    let holds = |root: &&String| inside(path, root);
    roots.iter().find(holds).map(String::as_str)
}

// ---- numbered parts ----------------------------------------------------------------------

/// Name without the number, and the number: `x-1.zip`, `x_002.zip`, `x.part3.zip`. Not `x (1).zip`,
/// which is the same download again.
fn part_number(name: &str) -> Option<(&str, u32)> {
    let end = name.len().checked_sub(4)?;
    let (stem, ending) = (name.get(..end)?, name.get(end..)?);
    if !ending.eq_ignore_ascii_case(".zip") {
        return None;
    }
    let digits = stem.len() - stem.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 || digits > 3 {
        return None;
    }
    let (before, number) = stem.split_at(stem.len() - digits);
    let before = before.strip_suffix("part").unwrap_or(before);
    let bare = before.strip_suffix(['-', '_', '.', ' '])?;
    (!bare.is_empty()).then_some((bare, number.parse().ok()?))
}

/// True when the numbers of at least two archives differ: parts of one download.
fn numbered_apart(files: &[usize], given: &[String]) -> bool {
    let numbers: BTreeSet<u32> = files
        .iter()
        .filter_map(|at| part_number(split(given.get(*at)?).1))
        .map(|(_, number)| number)
        .collect();
    files.len() > 1 && numbers.len() == files.len()
}

/// Numbers that are missing between the first and the last part of a split download, as a list to
/// show; downloads are numbered from 1, some from 0.
#[must_use]
pub fn missing_parts(files: &[crate::container::SetFile]) -> Option<String> {
    let names = files.iter().map(|file| split(&file.path).1);
    let parts: Option<Vec<(&str, u32)>> = names.map(part_number).collect();
    let parts = parts.filter(|parts| parts.len() > 1)?;
    let (stem, _) = parts.first()?;
    if parts.iter().any(|(other, _)| other != stem) {
        return None;
    }
    let numbers: BTreeSet<u32> = parts.iter().map(|(_, number)| *number).collect();
    let last = *numbers.last()?;
    let missing: Vec<String> = (1..last)
        .filter(|number| !numbers.contains(number))
        .map(|number| number.to_string())
        .collect();
    (!missing.is_empty()).then(|| missing.join(", "))
}

/// A numbered archive may also be a chat of its own, as `chat-1.zip` and `chat-2.zip`: its first
/// member is a text at the top.
fn holds_one_chat(head: &[u8]) -> bool {
    if !head.starts_with(b"PK\x03\x04") {
        return false;
    }
    let len = match (head.get(26), head.get(27)) {
        (Some(low), Some(high)) => usize::from(u16::from_le_bytes([*low, *high])),
        _ => return false,
    };
    let name = head.get(30..30 + len).unwrap_or_default();
    !name.contains(&b'/') && name.to_ascii_lowercase().ends_with(b".txt")
}

fn is_message_part(name: &str) -> bool {
    let number = name.strip_prefix("message_").and_then(|rest| {
        rest.strip_suffix(".json")
            .or_else(|| rest.strip_suffix(".html"))
    });
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

// ---- groups ------------------------------------------------------------------------------

fn alone(at: usize, given: &[String]) -> Group {
    let path = given.get(at).map_or("", |path| split(path).1);
    Group {
        name: path.to_owned(),
        files: vec![at],
        paths: vec![path.to_owned()],
    }
}

/// Everything below a folder, with paths below it.
fn within(root: &str, files: Vec<usize>, given: &[String]) -> Group {
    if let [only] = files.as_slice() {
        return alone(*only, given);
    }
    // Google's own paths begin with this folder, as they do inside its archives.
    let kept = match split(root) {
        (above, TAKEOUT) => above,
        _ => root,
    };
    let cut = if kept.is_empty() { 0 } else { kept.len() + 1 };
    let mut listed: Vec<(String, usize)> = files
        .into_iter()
        .filter_map(|at| Some((given.get(at)?.get(cut..)?.to_owned(), at)))
        .collect();
    listed.sort_by(|a, b| natural(&a.0, &b.0).then(a.1.cmp(&b.1)));
    let first = listed.first().map(|(path, _)| split(path).1.to_owned());
    let (paths, files) = listed.into_iter().unzip();
    Group {
        name: match split(root).1 {
            "" => first.unwrap_or_default(),
            name => name.to_owned(),
        },
        files,
        paths,
    }
}

/// Files side by side, named after the first.
fn beside(folder: &str, files: Vec<usize>, given: &[String]) -> Group {
    let group = within(folder, files, given);
    Group {
        name: group.paths.first().cloned().unwrap_or_default(),
        ..group
    }
}

fn shared_folder(given: &[String]) -> &str {
    let Some(first) = given.first() else {
        return "";
    };
    let mut folder = split(first).0;
    while !given.iter().all(|path| inside(path, folder)) {
        folder = split(folder).0;
    }
    folder
}

/// The first bytes of a file, for [`group`].
#[must_use]
pub fn read_head(reader: impl Read) -> Vec<u8> {
    let mut head = Vec::new();
    // What cannot be read is no reason to put files together; the load says so.
    let _ = reader
        .take(limits::PROBE_BYTES as u64)
        .read_to_end(&mut head);
    head
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::container::SetFile;
    use proptest::prelude::*;

    fn grouped(given: &[&str]) -> Vec<(String, Vec<String>)> {
        let given: Vec<String> = given.iter().map(|path| (*path).to_owned()).collect();
        group(&given, &|at| {
            if given[at].ends_with("Anna_3.json") {
                br#"{"participants":["Anna"],"threadName":"Anna_3","messages":[]}"#.to_vec()
            } else if given[at].ends_with("chat.txt") {
                b"12.03.24, 10:00 - Anna: hej\n12.03.24, 10:01 - Bo: hej\n".to_vec()
            } else {
                Vec::new()
            }
        })
        .into_iter()
        .map(|group| (group.name, group.paths))
        .collect()
    }

    fn one(name: &str, paths: &[&str]) -> (String, Vec<String>) {
        let paths = paths.iter().map(|path| (*path).to_owned()).collect();
        (name.to_owned(), paths)
    }

    #[test]
    fn files_chosen_one_by_one() {
        assert_eq!(
            grouped(&[
                "b.xml",
                "facebook-2.zip",
                "a.xml",
                "facebook-1.zip",
                "chat 2.zip",
                "x (1).zip"
            ]),
            [
                one("b.xml", &["b.xml"]),
                one("facebook-1.zip", &["facebook-1.zip", "facebook-2.zip"]),
                one("a.xml", &["a.xml"]),
                one("chat 2.zip", &["chat 2.zip"]),
                one("x (1).zip", &["x (1).zip"]),
            ]
        );
        assert_eq!(
            grouped(&["message_10.json", "message_2.json", "message_1.json"]),
            [one(
                "message_1.json",
                &["message_1.json", "message_2.json", "message_10.json"]
            )]
        );
        assert_eq!(
            grouped(&["sms.db-wal", "sms.db", "call.db", "sms.db-shm"]),
            [
                one("sms.db", &["sms.db", "sms.db-shm", "sms.db-wal"]),
                one("call.db", &["call.db"]),
            ]
        );
        assert_eq!(
            grouped(&["sms-20240101.xml", "sms-20240201.xml", "contacts.vcf"]).len(),
            3
        );
    }

    #[test]
    fn folders() {
        let export = [
            "in/fb/your_activity_across_facebook/messages/inbox/x_1/message_1.json",
            "in/fb/your_activity_across_facebook/messages/inbox/x_1/photos/1.jpg",
            "in/fb/profile/profile.json",
            "in/other.xml",
        ];
        let groups = grouped(&export);
        assert_eq!(groups.len(), 2);
        assert_eq!(groups[0].0, "fb");
        assert_eq!(groups[0].1.len(), 3);
        assert_eq!(groups[1], one("other.xml", &["other.xml"]));
        assert_eq!(
            grouped(&["phone/Manifest.db", "phone/Info.plist", "phone/3d/3d0d7e5f"]).len(),
            1
        );
        assert_eq!(
            grouped(&[
                "a/Takeout/Chat/x.json",
                "a/Takeout/archive_browser.html",
                "a/b.txt"
            ])
            .len(),
            2
        );
        assert_eq!(
            grouped(&[
                "x/data/account.js",
                "x/data/tweets.js",
                "x/Your archive.html"
            ]),
            [one(
                "x",
                &["Your archive.html", "data/account.js", "data/tweets.js"]
            )]
        );
        let encrypted = ["e/Anna_3.json", "e/Bo_4.json", "e/media/1.jpg"];
        assert_eq!(
            grouped(&encrypted),
            [one("e", &["Anna_3.json", "Bo_4.json", "media/1.jpg"])]
        );
        let older = [
            "f/posts/your_posts_1.json",
            "f/profile_information/profile_information.json",
        ];
        assert_eq!(grouped(&older).len(), 1);
        let others = ["o/Bo_4.json", "o/media/1.jpg"];
        assert_eq!(grouped(&others).len(), 2);
        assert_eq!(
            grouped(&["g/chats.json", "g/messages.json", "g/kort.png"]).len(),
            1
        );
        let two = ["s/sms/1.xml", "s/sms/2.xml", "s/wa/chat.txt"];
        assert_eq!(grouped(&two).len(), 3);
    }

    #[test]
    fn an_unpacked_chat_keeps_its_pictures() {
        assert_eq!(
            grouped(&["wa/chat.txt", "wa/IMG-20240312-WA0000.jpg", "b.xml"]),
            [
                one("wa", &["IMG-20240312-WA0000.jpg", "chat.txt"]),
                one("b.xml", &["b.xml"])
            ]
        );
        assert_eq!(grouped(&["chat.txt", "IMG-20240312-WA0000.jpg"]).len(), 1);
        assert_eq!(grouped(&["chat.txt", "b.xml"]).len(), 2);
    }

    #[test]
    fn archives_of_one_chat_each_stay_apart() {
        let given = ["chat-1.zip".to_owned(), "chat-2.zip".to_owned()];
        let mut head = b"PK\x03\x04".to_vec();
        head.resize(30, 0);
        head[26] = 9;
        head.extend_from_slice(b"_chat.txt");
        assert_eq!(group(&given, &|_| head.clone()).len(), 2);
    }

    #[test]
    fn missing_parts_are_named() {
        let files = |names: &[&str]| -> Vec<SetFile> {
            let file = |name: &&str| SetFile {
                path: (*name).to_owned(),
                size: 0,
            };
            names.iter().map(file).collect()
        };
        assert_eq!(missing_parts(&files(&["x-1.zip", "x-2.zip"])), None);
        assert_eq!(
            missing_parts(&files(&["x-002.zip", "x-5.zip"])),
            Some("1, 3, 4".to_owned())
        );
        assert_eq!(missing_parts(&files(&["a.json", "x-5.zip"])), None);
    }

    proptest! {
        /// Every file lands in exactly one group, whatever the order in which files were given.
        #[test]
        fn nothing_is_lost(mut given in proptest::collection::vec("(a/|b/|)(x-[0-3].zip|message_[0-9].json|s.db(-wal|)|Manifest.db|c.txt)", 0..12)) {
            given.sort();
            given.dedup();
            let named = |given: &[String]| -> BTreeSet<(String, Vec<String>)> {
                group(given, &|_| Vec::new())
                    .into_iter()
                    .map(|group| (group.name, group.paths))
                    .collect()
            };
            let groups = group(&given, &|_| Vec::new());
            let mut all: Vec<usize> = groups.iter().flat_map(|group| group.files.clone()).collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..given.len()).collect::<Vec<_>>());
            let mut turned = given.clone();
            turned.reverse();
            prop_assert_eq!(named(&given), named(&turned));
        }
    }
}
