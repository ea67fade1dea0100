//! What is recognised and not read: it says what it is and what to do instead, in five languages.

use super::{Answers, Case, Files, load, one};
use maskera::locales::{Arg, Lang, Texts};
use std::{fs, path::Path};

fn looks(case: &Case, id: &str) -> Option<String> {
    let warnings = &case.sources[0].warnings;
    let found = warnings.iter().find(|warning| warning.id == id)?;
    found.args.get("looks-like").cloned()
}

fn of(name: &str, bytes: Vec<u8>) -> Option<String> {
    let case = load(name, &one(name, bytes), &Answers::default());
    assert_eq!(case.sources[0].format, None);
    looks(&case, "not-recognised")
}

/// A compound file whose directory lies behind everything that is looked at first.
fn message(sectors: u32) -> Vec<u8> {
    let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    file.resize(512, 0);
    file[30..32].copy_from_slice(&9_u16.to_le_bytes());
    file[48..52].copy_from_slice(&sectors.to_le_bytes());
    file.resize((sectors as usize + 1) * 512, 1);
    let name = "__properties_version1.0".encode_utf16();
    file.extend(name.flat_map(u16::to_le_bytes));
    file.resize(file.len() + 512, 0);
    file
}

#[test]
fn mail_of_outlook() {
    assert_eq!(of("a.bin", message(1)).unwrap(), "outlook-message");
    assert_eq!(of("a.bin", message(900)).unwrap(), "outlook-message");
    let archive = [b"!BDN".as_slice(), &[0; 600]].concat();
    assert_eq!(of("mail.dat", archive).unwrap(), "outlook-archive");
}

#[test]
fn backups_of_phone_makers() {
    let noise: Vec<u8> = (0..4000_u32).map(|n| (n * n + n * 7) as u8).collect();
    assert_eq!(of("Contact.spbm", noise.clone()).unwrap(), "samsung-backup");
    assert_eq!(of("contact.bin", noise.clone()).unwrap(), "unknown");
    // a text is a text, whatever its name
    let text = of("note.sme", b"hej med dig, vi ses".to_vec());
    assert_eq!(text.unwrap(), "text");
    let files = |names: &[(&str, &[u8])]| -> Files {
        let file = |(path, bytes): &(&str, &[u8])| ((*path).to_owned(), bytes.to_vec());
        names.iter().map(file).collect()
    };
    let samsung = files(&[
        ("SmartSwitchBackup.json", b"{\"Brand\": \"samsung\"}"),
        ("MESSAGE/Message.smem", &noise),
    ]);
    let case = load("phone", &samsung, &Answers::default());
    assert_eq!(looks(&case, "not-recognised").unwrap(), "samsung-backup");
    let huawei = files(&[
        (
            "info.xml",
            b"<info.xml><row table=\"BackupFileModuleInfo\"/></info.xml>",
        ),
        ("sms.db", &noise),
    ]);
    let case = load("phone", &huawei, &Answers::default());
    assert_eq!(looks(&case, "not-recognised").unwrap(), "huawei-backup");
    // an export that lies inside is read, and the rest is told
    let both = files(&[
        ("SmartSwitchBackup.json", b"{}"),
        (
            "CONTACT/Contact.vcf",
            b"BEGIN:VCARD\r\nFN:Anna Testsson\r\nTEL:+46701740605\r\nEND:VCARD\r\n",
        ),
    ]);
    let case = load("phone", &both, &Answers::default());
    assert_eq!(case.sources[0].format, Some("vcf"));
    assert_eq!(looks(&case, "closed-backup").unwrap(), "samsung-backup");
}

#[test]
fn every_language_says_what_to_do() {
    for lang in Lang::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let command = fs::read_to_string(folder.join(lang.tag()).join("cli.ftl")).unwrap();
        let texts = Texts::with(lang, &[command.as_str()]);
        for (looks, word) in [
            ("samsung-backup", "SMS Backup & Restore"),
            ("huawei-backup", "HiSuite"),
            ("xiaomi-backup", "MIUI"),
            ("android-backup", "adb"),
            ("signal-old-backup", "JSON"),
            ("sms-ie-encrypted", "SMS Import / Export"),
            ("outlook-message", ".eml"),
            ("outlook-archive", "mbox"),
        ] {
            let args = [("file", Arg::Text("a.bin")), ("looks-like", looks.into())];
            let text = texts.get("cli-source-looks", &args);
            assert!(text.contains(word) && text.contains("a.bin"), "{text}");
        }
    }
}
