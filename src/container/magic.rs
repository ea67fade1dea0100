//! What bytes are, told from their first few: media types for attachments, and a plain word for
//! files that no importer reads.
//!
//! Sources: the formats' own signatures (ISO/IEC 14496-12 `ftyp`, RFC 3533, RFC 9639, PNG, JFIF,
//! GIF89a, APPNOTE.TXT and so on). Looks at no more than [`SNIFF_BYTES`]; proves nothing about the
//! rest of the file.

/// Bytes that [`sniff_media`] needs at most.
pub const SNIFF_BYTES: usize = 64;

/// Signatures at the very start.
const PREFIXES: &[(&[u8], &str)] = &[
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"#!AMR", "audio/amr"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"MThd", "audio/midi"),
    (b"caff", "audio/x-caf"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"FLV\x01", "video/x-flv"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "application/x-ole-storage",
    ),
    (b"bplist00", "application/x-plist"),
    (b"{\\rtf", "application/rtf"),
    (b"wOFF", "font/woff"),
];

/// Brands of `ftyp` boxes, by prefix.
const BRANDS: &[(&[u8], &str)] = &[
    (b"heic", "image/heic"),
    (b"heix", "image/heic"),
    (b"heim", "image/heic"),
    (b"heis", "image/heic"),
    (b"hevc", "image/heic"),
    (b"mif1", "image/heif"),
    (b"msf1", "image/heif"),
    (b"avif", "image/avif"),
    (b"3g2", "video/3gpp2"),
    (b"3g", "video/3gpp"),
    (b"M4A", "audio/mp4"),
    (b"M4B", "audio/mp4"),
    (b"qt", "video/quicktime"),
];

/// The media type of content, where its first bytes show one.
#[must_use]
pub fn sniff_media(head: &[u8]) -> Option<&'static str> {
    for (prefix, media) in PREFIXES {
        if head.starts_with(prefix) && (*prefix != b"BM" || is_bitmap(head)) {
            return Some(media);
        }
    }
    if head.get(4..8) == Some(b"ftyp") {
        let brand = head.get(8..12).unwrap_or_default();
        let known = BRANDS.iter().find(|(prefix, _)| brand.starts_with(prefix));
        return Some(known.map_or("video/mp4", |(_, media)| media));
    }
    if head.starts_with(b"RIFF") {
        return match head.get(8..12)? {
            b"WEBP" => Some("image/webp"),
            b"WAVE" => Some("audio/wav"),
            b"AVI " => Some("video/x-msvideo"),
            _ => None,
        };
    }
    if let [0xff, second, ..] = head {
        // ISO/IEC 13818-7 ADTS has layer 00, MPEG-1/2 layer III has 01
        return match second & 0xf6 {
            0xf0 => Some("audio/aac"),
            0xf2 => Some("audio/mpeg"),
            _ => None,
        };
    }
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    starts_with_ignoring_case(text, b"begin:vcard")
        .then_some("text/vcard")
        .or_else(|| starts_with_ignoring_case(text, b"begin:vcalendar").then_some("text/calendar"))
}

/// A bitmap states its reserved words as zero: two letters alone would claim any text.
fn is_bitmap(head: &[u8]) -> bool {
    head.get(6..10) == Some(&[0; 4])
}

fn starts_with_ignoring_case(head: &[u8], prefix: &[u8]) -> bool {
    head.get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// Whether a ZIP archive that starts so is a spreadsheet workbook (`.xlsx`, `.xlsm`, `.xlsb`): told
/// by the first member that lies in the main folder of an office document (ECMA-376 part 2; the
/// places are custom, not rule, and every known program keeps to it).
#[must_use]
pub fn is_workbook(head: &[u8]) -> bool {
    if !head.starts_with(b"PK\x03\x04") {
        return false;
    }
    let names = memchr::memmem::find_iter(head, b"PK\x03\x04").filter_map(|at| {
        let length = head.get(at + 26..at + 28)?;
        let length = usize::from(*length.first()?) | usize::from(*length.get(1)?) << 8;
        head.get(at + 30..(at + 30 + length).min(head.len()))
    });
    const MAIN: [&[u8]; 4] = [b"xl/", b"word/", b"ppt/", b"visio/"];
    let mut main = names.filter_map(|name| MAIN.iter().position(|folder| name.starts_with(folder)));
    main.next() == Some(0)
}

/// What a file without importer looks like: an id of `report.ftl`'s `looks-like` selector.
/// `members` are the paths of an archive, empty otherwise.
#[must_use]
pub fn looks_like(head: &[u8], text: &str, members: &[&str]) -> &'static str {
    if head.is_empty() {
        return "empty";
    }
    if !members.is_empty() || head.starts_with(b"PK") {
        // ODF 1.3 part 2, 3.3: the media type is the first member, stored without compression
        if memchr::memmem::find(head, b"opendocument.spreadsheet").is_some() {
            return "other-spreadsheet";
        }
        return archive_kind(members);
    }
    if head.starts_with(b"!BDN") {
        return "outlook-archive";
    }
    if let Some((_, closed)) = CLOSED.iter().find(|(magic, _)| head.starts_with(magic)) {
        return closed;
    }
    if is_old_signal(head) {
        return "signal-old-backup";
    }
    if head.starts_with(OLE)
        && let Some(kind) = compound_kind(head)
    {
        return kind;
    }
    match sniff_media(head) {
        Some("application/pdf") => return "pdf",
        Some("application/vnd.sqlite3") => return "sqlite",
        Some("application/x-ole-storage") => return "office-document",
        Some("application/x-plist") => return "plist",
        Some("application/rtf") => return "office-document",
        Some("application/gzip" | "application/x-7z-compressed" | "application/vnd.rar")
        | Some("application/x-bzip2" | "application/x-xz") => return "other-archive",
        Some("text/vcard") => return "contacts",
        Some("text/calendar") => return "calendar",
        Some(media) if media.starts_with("image/") => return "picture",
        Some(media) if media.starts_with("audio/") => return "sound",
        Some(media) if media.starts_with("video/") => return "video",
        _ => {}
    }
    if head.get(257..262) == Some(b"ustar") {
        return "other-archive";
    }
    if text.is_empty()
        || text.contains('\0')
        || text.chars().filter(|c| *c == '\u{fffd}').count() * 20 > text.len()
    {
        return "unknown";
    }
    text_kind(text)
}

/// Backups that nobody but their maker reads: Samsung's containers, Xiaomi's and Android's own
/// (first lines), encrypted exports of SMS Import / Export (its ENCRYPTION.md).
const CLOSED: &[(&[u8], &str)] = &[
    (b"\x6b\x39\xa4\x74", "samsung-backup"),
    (b"MIUI BACKUP\n", "xiaomi-backup"),
    (b"ANDROID BACKUP\n", "android-backup"),
    (b"SSEF\0\xff", "sms-ie-encrypted"),
];

/// Endings of Samsung's files, whose content has no common beginning.
const SAMSUNG_ENDINGS: [&str; 8] = ["sbu", "spb", "spba", "spbm", "sme", "smea", "smem", "ebk"];

/// A backup of Signal before 2025: the length of the first record in four bytes, and in it
/// (Protocol Buffers) a start block of 16 bytes and a salt of 32.
fn is_old_signal(head: &[u8]) -> bool {
    let inner = match head {
        [0, 0, 0, len, 0x0a, inner, ..] if *len == inner + 2 => head.get(6..),
        _ => None,
    };
    inner.is_some_and(|inner| {
        inner.starts_with(&[0x0a, 16]) && inner.get(18..20) == Some(&[0x12, 32])
    })
}

/// A backup that only its maker reads, told by the paths of its files. `text` gives the beginning
/// of a file.
#[must_use]
pub fn closed_backup(members: &[&str], text: &dyn Fn(usize) -> String) -> Option<&'static str> {
    let find = |wanted: &str| {
        let named = |path: &&str| path.rsplit('/').next() == Some(wanted);
        members.iter().position(named)
    };
    let samsung = |path: &&str| {
        let ending = path.rsplit('.').next().unwrap_or_default();
        SAMSUNG_ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    };
    if find("SmartSwitchBackup.json").is_some()
        || find("backupHistoryInfo.xml").is_some()
        || members.iter().any(samsung)
    {
        return Some("samsung-backup");
    }
    if find("descript.xml").is_some_and(|at| text(at).contains("<MIUI-backup")) {
        return Some("xiaomi-backup");
    }
    find("info.xml")
        .filter(|at| text(*at).contains("table=\"BackupFile"))
        .map(|_| "huawei-backup")
}

/// Where the directory of a compound file begins (MS-CFB section 2.2): names of a large one lie
/// far behind its head.
#[must_use]
pub fn compound_directory(head: &[u8]) -> Option<u64> {
    if !head.starts_with(OLE) {
        return None;
    }
    let shift = u16::from_le_bytes(head.get(30..32)?.try_into().ok()?);
    let sector = u32::from_le_bytes(head.get(48..52)?.try_into().ok()?);
    matches!(shift, 9 | 12).then_some((u64::from(sector) + 1) << shift)
}

/// What a compound file is, by the names in a part of its directory: a message of Outlook (MS-OXMSG
/// section 2), a locked document (MS-OFFCRYPTO section 2.3.4.4), an old workbook (MS-XLS section
/// 2.1.2).
#[must_use]
pub fn compound_kind(bytes: &[u8]) -> Option<&'static str> {
    let holds = |names: &[&str]| names.iter().any(|name| holds_utf16(bytes, name));
    if holds(&["__properties_version1.0", "__nameid_version1.0"]) {
        Some("outlook-message")
    } else if holds(&["EncryptedPackage"]) {
        Some("locked-document")
    } else if holds(&["WordDocument", "PowerPoint Document"]) {
        // these may have a workbook inside
        None
    } else if holds(&["Workbook\0", "Book\0"]) {
        Some("other-spreadsheet")
    } else {
        None
    }
}

/// The signature of compound files (MS-CFB section 2.2).
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether bytes hold a name as compound files write it.
fn holds_utf16(head: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(head, &wide).is_some()
}

fn archive_kind(members: &[&str]) -> &'static str {
    let holds = |name: &str| {
        members
            .iter()
            .any(|path| path.rsplit('/').next() == Some(name))
    };
    let under = |prefix: &str| members.iter().any(|path| path.starts_with(prefix));
    if members.is_empty() {
        "empty-zip"
    } else if under("word/") || under("xl/") || under("ppt/") || holds("content.xml") {
        "office-document"
    } else if holds("Manifest.db") || holds("Manifest.mbdb") {
        "iphone-backup"
    } else if holds("AndroidManifest.xml") {
        "android-app"
    } else {
        "zip"
    }
}

fn text_kind(text: &str) -> &'static str {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let lower: String = start
        .chars()
        .take(400)
        .flat_map(char::to_lowercase)
        .collect();
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        "web-page"
    } else if lower.starts_with('<') && start.contains("table=\"BackupFile") {
        "huawei-backup"
    } else if lower.starts_with('<') {
        "xml"
    } else if lower.starts_with('{') || lower.starts_with('[') {
        "json"
    } else if [
        "from ",
        "received:",
        "return-path:",
        "delivered-to:",
        "mime-version:",
    ]
    .iter()
    .any(|header| lower.starts_with(header))
        || (lower.contains("\nfrom:") && lower.contains("\nsubject:"))
    {
        "mail"
    } else if is_table(start) {
        "table"
    } else {
        "text"
    }
}

/// The first three lines hold the same number of commas, semicolons or tabs, at least two.
fn is_table(text: &str) -> bool {
    [',', ';', '\t'].iter().any(|separator| {
        let counts: Vec<usize> = text
            .lines()
            .take(3)
            .map(|line| line.matches(*separator).count())
            .collect();
        matches!(*counts, [first, ref rest @ ..]
            if first >= 2 && !rest.is_empty() && rest.iter().all(|count| *count == first))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlook_is_told_apart() {
        let name = |name: &str| {
            name.encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<u8>>()
        };
        let message = [OLE, &[0; 100], &name("__properties_version1.0")].concat();
        assert_eq!(looks_like(&message, "", &[]), "outlook-message");
        let document = [OLE, &[0; 100], &name("WordDocument")].concat();
        let old = [OLE, &[0; 100], &name("Workbook\0")].concat();
        assert_eq!(looks_like(&old, "", &[]), "other-spreadsheet");
        let locked = [OLE, &[0; 100], &name("EncryptedPackage")].concat();
        assert_eq!(looks_like(&locked, "", &[]), "locked-document");
        let mut compound = [OLE, &[0; 504]].concat();
        compound[30] = 9;
        compound[48] = 4;
        assert_eq!(compound_directory(&compound), Some(5 * 512));
        let open = b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
        assert_eq!(looks_like(open, "", &["content.xml"]), "other-spreadsheet");
        assert_eq!(looks_like(&document, "", &[]), "office-document");
        assert_eq!(looks_like(b"!BDN\0\0", "", &[]), "outlook-archive");
    }

    #[test]
    fn backups_of_makers_are_told() {
        let old = [
            b"\0\0\0\x38\x0a\x36\x0a\x10".as_slice(),
            &[7; 16],
            b"\x12\x20",
            &[9; 32],
            b"\x18\x01",
        ]
        .concat();
        assert_eq!(looks_like(&old, "", &[]), "signal-old-backup");
        assert_eq!(looks_like(b"SSEF\0\xff\0\x01", "", &[]), "sms-ie-encrypted");
        assert_eq!(
            looks_like(b"MIUI BACKUP\n2\ncom.android.mms", "", &[]),
            "xiaomi-backup"
        );
        assert_eq!(
            looks_like(b"ANDROID BACKUP\n5\n", "ANDROID BACKUP\n5\n", &[]),
            "android-backup"
        );
        let none = |_| String::new();
        assert_eq!(
            closed_backup(&["x/SmartSwitchBackup.json"], &none),
            Some("samsung-backup")
        );
        assert_eq!(
            closed_backup(&["x/Message.smem"], &none),
            Some("samsung-backup")
        );
        let huawei = |_| "<info.xml><row table=\"BackupFileModuleInfo\">".to_owned();
        assert_eq!(closed_backup(&["info.xml"], &huawei), Some("huawei-backup"));
        assert_eq!(closed_backup(&["info.xml", "a.txt"], &none), None);
    }

    #[test]
    fn workbooks_are_told_from_other_documents() {
        let member = |name: &str| {
            let mut header = b"PK\x03\x04".to_vec();
            header.resize(26, 0);
            header.extend((name.len() as u16).to_le_bytes());
            header.extend([0, 0]);
            header.extend(name.as_bytes());
            header
        };
        let zip = |names: &[&str]| {
            names
                .iter()
                .flat_map(|name| member(name))
                .collect::<Vec<u8>>()
        };
        assert!(is_workbook(&zip(&[
            "[Content_Types].xml",
            "xl/workbook.xml"
        ])));
        assert!(is_workbook(&zip(&[
            "docProps/app.xml",
            "xl/worksheets/sheet1.xml"
        ])));
        // a text document with a sheet inside
        assert!(!is_workbook(&zip(&[
            "word/document.xml",
            "xl/workbook.xml"
        ])));
        assert!(!is_workbook(&zip(&["export/xl/a.xml"])));
        assert!(!is_workbook(b"PK\x03\x04"));
    }

    #[test]
    fn signatures() {
        assert_eq!(sniff_media(b"\xff\xd8\xff\xe0"), Some("image/jpeg"));
        assert_eq!(sniff_media(b"\0\0\0\x18ftypheic"), Some("image/heic"));
        assert_eq!(sniff_media(b"\0\0\0\x18ftyp3gp4"), Some("video/3gpp"));
        assert_eq!(sniff_media(b"\0\0\0\x18ftypisom"), Some("video/mp4"));
        assert_eq!(sniff_media(b"RIFF\0\0\0\0WEBPVP8 "), Some("image/webp"));
        assert_eq!(sniff_media(b"\xff\xfb\x90\0"), Some("audio/mpeg"));
        assert_eq!(sniff_media(b"\xff\xf1\x50\x80"), Some("audio/aac"));
        assert_eq!(sniff_media(b"BEGIN:VCARD\r\n"), Some("text/vcard"));
        assert_eq!(sniff_media(b"BMW er en bil"), None);
        assert_eq!(sniff_media(b""), None);
    }

    #[test]
    fn plain_words() {
        assert_eq!(looks_like(b"", "", &[]), "empty");
        assert_eq!(looks_like(b"%PDF-1.7", "%PDF-1.7", &[]), "pdf");
        assert_eq!(
            looks_like(b"PK\x03\x04", "", &["word/document.xml"]),
            "office-document"
        );
        assert_eq!(
            looks_like(b"PK\x03\x04", "", &["x/Manifest.db"]),
            "iphone-backup"
        );
        assert_eq!(
            looks_like(b"a;b;c\n1;2;3\n", "a;b;c\n1;2;3\n", &[]),
            "table"
        );
        assert_eq!(looks_like(b"\0\x01\x02", "\0\u{1}\u{2}", &[]), "unknown");
        assert_eq!(looks_like(b"hej", "hej", &[]), "text");
    }
}
