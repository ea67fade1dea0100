//! Review, redaction, release and its proof, over cases made by hand.
// Tests read fixtures and run programs; only the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod redact_support;

use maskera::{
    error::Code,
    finding::Category,
    job::Ctx,
    model::{Attachment, Content, MessageId, Presence},
    redact::{
        Plan, ReleaseOptions, Removed,
        gate::{BlockKind, gate, redact_twins},
        picture,
        verify::{Allowances, VerifyJob, verify},
    },
    render,
    review::{Action, CaseScope, Decisions, Event, Outcome, Policy, Scope},
    store::{MemorySources, MemoryStore, Store},
    workflow::release::{RELEASED, apply_policy},
};
use proptest::prelude::*;
use redact_support::*;
use std::io::Write;

fn blocks(workspace: &maskera::workflow::Workspace, ctx: &Ctx) -> Vec<(BlockKind, usize)> {
    let review = &workspace.decisions.review;
    let plan = Plan::new(&workspace.case, review, &ReleaseOptions::default()).unwrap();
    gate(&workspace.case, review, &plan, ctx)
        .iter()
        .map(|block| (block.kind, block.count()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_removed_value_is_nowhere(
        name in "[A-ZÆØÅ][a-zæøå<&'\"%]{3,12} [A-ZÖÄ][a-zäö]{4,9}",
        number in "07[0-9]{8}",
    ) {
        let mut workspace = workspace(&name, &number);
        redact_both(&mut workspace);
        let (store, report) = release(&workspace);
        let report = report.unwrap();
        prop_assert!(report.leaks.is_empty(), "{:?}", report.leaks);
        prop_assert_eq!(report.searched_values, 2);
        for (path, bytes) in files(&store) {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            prop_assert!(!text.contains(&name.to_lowercase()), "{path}");
            prop_assert!(!text.contains(&number), "{path}");
        }
    }

    #[test]
    fn two_inputs_that_differ_in_the_removed_value_give_one_output(
        a in "[A-ZÆØÅ][a-zæøå]{1,12}",
        b in "[A-ZÆØÅ][a-zæøå]{2,9}-[A-ZÆØÅ][a-zæøå]{3,9} [A-Z][a-z]{2,20}",
        number_a in "07017406[0-9]{2}",
        number_b in "\\+45 [2-9][0-9] [0-9]{2} [0-9]{2} [0-9]{2}",
    ) {
        let mut first = workspace(&a, &number_a);
        let mut second = workspace(&b, &number_b);
        redact_both(&mut first);
        redact_both(&mut second);
        let ((first, a), (second, b)) = (release(&first), release(&second));
        // A made-up name can be a word of the copy itself ("Sendt"): then nothing is released.
        prop_assume!(a.is_ok_and(|r| r.leaks.is_empty()) && b.is_ok_and(|r| r.leaks.is_empty()));
        prop_assert_eq!(files(&first), files(&second));
    }
}

#[test]
fn open_unsure_missing_and_inconsistent_block() {
    let ctx = ctx();
    let mut workspace = workspace("Åse Östergård", "0701740605");
    let kinds = |list: Vec<(BlockKind, usize)>| list.into_iter().map(|b| b.0).collect::<Vec<_>>();
    assert_eq!(
        kinds(blocks(&workspace, &ctx)),
        [BlockKind::Open, BlockKind::Open]
    );
    let (store, error) = release(&workspace);
    assert_eq!(error.unwrap_err().code(), Code::GateBlocked);
    assert!(store.list().is_empty());

    redact_both(&mut workspace);
    assert!(blocks(&workspace, &ctx).is_empty());

    let first = workspace.decisions.review.ids().next().unwrap();
    let key = workspace
        .decisions
        .review
        .key(&workspace.case, first)
        .unwrap();
    let decide = |action| Event::Decide {
        scope: Scope::Finding { at: key.clone() },
        action,
        note: None,
    };
    record(&mut workspace, decide(Action::Unsure));
    assert_eq!(kinds(blocks(&workspace, &ctx)), [BlockKind::Unsure]);
    record(&mut workspace, decide(Action::Keep));
    assert_eq!(blocks(&workspace, &ctx), [(BlockKind::Inconsistent, 1)]);
    record(
        &mut workspace,
        Event::KeepOccurrence {
            place: key.place.clone(),
            category: Category::Person,
            key: "the-name".into(),
            reason: "public role".into(),
        },
    );
    assert!(blocks(&workspace, &ctx).is_empty());
    let (_, report) = release(&workspace);
    let report = report.unwrap();
    assert!(report.leaks.is_empty(), "{:?}", report.leaks);

    let policy = Policy {
        require_basis: true,
        ..Policy::default()
    };
    record(&mut workspace, Event::ApplyPolicy { policy });
    assert_eq!(
        kinds(blocks(&workspace, &ctx)),
        [BlockKind::MissingBasis, BlockKind::MissingBasis]
    );
}

#[test]
fn an_occurrence_that_nothing_flagged_blocks_and_can_be_taken_along() {
    let ctx = ctx();
    let mut workspace = workspace("Åse Östergård", "0701740605");
    workspace.case.messages[4].body =
        "ÅSE  ÖSTERGÅRD? A\u{30a}se Östergård! tel +46 70-174 06 05".into();
    workspace.decisions = Decisions::new(
        &workspace.case,
        workspace.decisions.review.findings().to_vec(),
    );
    redact_both(&mut workspace);
    assert_eq!(
        blocks(&workspace, &ctx),
        [(BlockKind::Inconsistent, 1), (BlockKind::Inconsistent, 1)]
    );
    let review = &workspace.decisions.review;
    let plan = Plan::new(&workspace.case, review, &ReleaseOptions::default()).unwrap();
    let list = gate(&workspace.case, review, &plan, &ctx);
    let event = redact_twins(&workspace.case, review, &list).unwrap();
    record(&mut workspace, event);
    assert!(blocks(&workspace, &ctx).is_empty());
    record(&mut workspace, Event::Undo);
    assert_eq!(blocks(&workspace, &ctx).len(), 2);
    record(&mut workspace, Event::Redo);
    assert!(release(&workspace).1.unwrap().leaks.is_empty());
}

#[test]
fn a_title_or_a_senders_name_that_nothing_flagged_blocks() {
    let ctx = ctx();
    for title in [true, false] {
        let mut workspace = workspace("Åse Östergård", "0701740605");
        if title {
            workspace.case.conversations[1].title = Some("Om ÅSE ÖSTERGÅRD".into());
        } else {
            workspace.case.participants[2].names = vec!["ÅSE ÖSTERGÅRD".into()];
        }
        workspace.decisions = Decisions::new(
            &workspace.case,
            workspace.decisions.review.findings().to_vec(),
        );
        redact_both(&mut workspace);
        assert_eq!(
            blocks(&workspace, &ctx),
            [(BlockKind::Inconsistent, 1)],
            "title: {title}"
        );
        let (store, refused) = release(&workspace);
        assert_eq!(refused.unwrap_err().code(), Code::GateBlocked);
        assert!(store.list().is_empty());
    }
}

#[test]
fn undo_and_redo_without_end_and_replay() {
    let mut workspace = workspace("Åse Östergård", "0701740605");
    let states = |w: &maskera::workflow::Workspace| -> Vec<String> {
        let review = &w.decisions.review;
        review
            .ids()
            .map(|id| format!("{:?}", review.outcome(id)))
            .collect()
    };
    let mut seen = vec![states(&workspace)];
    apply_policy(&mut workspace, Policy::default(), &ctx()).unwrap();
    seen.push(states(&workspace));
    for n in 0..50 {
        let ids: Vec<_> = workspace.decisions.review.ids().collect();
        let at = workspace
            .decisions
            .review
            .key(&workspace.case, ids[n % ids.len()])
            .unwrap();
        let action = match n % 3 {
            0 => Action::Keep,
            1 => Action::Unsure,
            _ => Action::Redact {
                basis: Some("dk.ofl.30.1".into()),
            },
        };
        record(
            &mut workspace,
            Event::Decide {
                scope: Scope::Finding { at },
                action,
                note: None,
            },
        );
        seen.push(states(&workspace));
    }
    for expected in seen.iter().rev().skip(1) {
        record(&mut workspace, Event::Undo);
        assert_eq!(&states(&workspace), expected);
    }
    assert!(!workspace.decisions.review.can_undo());
    for expected in seen.iter().skip(1) {
        record(&mut workspace, Event::Redo);
        assert_eq!(&states(&workspace), expected);
    }
    let file = workspace.decisions.log.export();
    let findings = workspace.decisions.review.findings().to_vec();
    let (replayed, unknown) = Decisions::replay(&workspace.case, findings, &file).unwrap();
    assert!(unknown.is_empty());
    assert_eq!(replayed.log.head(), workspace.decisions.log.head());
    workspace.decisions = replayed;
    assert_eq!(&states(&workspace), seen.last().unwrap());

    let tampered = file.replacen("\"keep\"", "\"unsure\"", 1);
    let error = maskera::review::Log::import(&tampered).unwrap_err();
    assert_eq!(error.code(), Code::BadDecisions);
}

#[test]
fn a_withheld_message_takes_its_quotes_along() {
    let mut workspace = workspace("Åse Östergård", "0701740605");
    workspace.case.messages[4].body = "Hemmelig plan om torsdag".into();
    workspace.case.messages[3].extra_mut().quoted = Some("Hemmelig plan…".into());
    redact_both(&mut workspace);
    let message = workspace.case.stable_id(MessageId(4)).unwrap();
    record(
        &mut workspace,
        Event::Decide {
            scope: Scope::Message { message },
            action: Action::Redact {
                basis: Some("dk.ofl.31".into()),
            },
            note: None,
        },
    );
    let (store, report) = release(&workspace);
    assert_eq!(report.unwrap().summary.withheld, 1);
    for (path, bytes) in files(&store) {
        assert!(
            !String::from_utf8_lossy(&bytes).contains("Hemmelig"),
            "{path}"
        );
    }
    let json = String::from_utf8(store.bytes("released/released.jsonl").unwrap().to_vec()).unwrap();
    assert!(json.contains("[Beskeden er undtaget: OFL § 31]"));
}

#[test]
fn coverage_leaves_the_rest_out_and_counts_it() {
    let mut workspace = workspace("Åse Östergård", "0701740605");
    redact_both(&mut workspace);
    record(
        &mut workspace,
        Event::Coverage {
            scope: CaseScope {
                people: None,
                conversations: Some([format!("conversation:{}:two", "ab".repeat(6))].into()),
                zone: Some("Europe/Copenhagen".into()),
                from: Some("2023-11-14".into()),
                to: Some("2023-11-14".into()),
            },
        },
    );
    let (store, report) = release(&workspace);
    let summary = report.unwrap().summary;
    assert_eq!((summary.outside, summary.conversations), (2, 1));
    let json = String::from_utf8(store.bytes("released/released.jsonl").unwrap().to_vec()).unwrap();
    assert!(
        json.contains("\"time\":\"2023-11-14T23:15:22+01:00\""),
        "{json}"
    );
    assert!(json.contains("\"title\":\"Vagten\""), "{json}");
}

#[test]
fn no_spreadsheet_formula() {
    let mut workspace = workspace("Åse Östergård", "0701740605");
    redact_both(&mut workspace);
    let (store, _) = release(&workspace);
    let csv = String::from_utf8(store.bytes("released/released.csv").unwrap().to_vec()).unwrap();
    assert!(csv.starts_with('\u{feff}'));
    assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{csv}");
    assert!(!csv.contains("\"="), "{csv}");
}

#[test]
fn every_layer_is_searched() {
    let mut workspace = workspace("Åse Östergård", "0701740605");
    redact_both(&mut workspace);
    let name = "Åse Östergård";
    let html = |inner: &str| ("released/x.html", inner.as_bytes().to_vec());
    use base64::{Engine, engine::general_purpose::STANDARD};
    let json_escaped: String = name.encode_utf16().map(|u| format!("\\u{u:04x}")).collect();
    let percent: String = name.bytes().map(|b| format!("%{b:02x}")).collect();
    let hex: String = name.bytes().map(|b| format!("{b:02x}")).collect();
    let utf16: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let nfd = "A\u{30a}se O\u{308}sterga\u{30a}rd";
    let mut picture = picture::reencode(&mut &png()[..]).unwrap();
    picture.extend_from_slice(name.as_bytes());
    let layers: Vec<(&str, Vec<u8>)> = vec![
        html(&format!("<p>{name}</p>")),
        html(&format!("<p>{}</p>", name.to_uppercase())),
        html(&format!("<p>{nfd}</p>")),
        html("<p>&Aring;se &#214;sterg&#xe5;rd</p>"),
        html(&format!("<p title=\"{name}\">x</p>")),
        html(&format!("<p title='{name}'>x</p>")),
        html(&format!("<p data-x={percent}>x</p>")),
        html(&format!("<!-- {name} -->")),
        html(&format!("<style>/* {name} */</style>")),
        html(&format!("<script>var x='{json_escaped}'</script>")),
        html(&format!("<a href=\"x?q={percent}\">x</a>")),
        html(&format!(
            "<img src=\"data:x;base64,{}\">",
            STANDARD.encode(format!("x{name}"))
        )),
        html(&format!("<p>{hex}</p>")),
        html(&format!(
            "<p>{}</p>",
            name.chars().rev().collect::<String>()
        )),
        html("<p>070-174 06 05</p>"),
        html("<p>+46701740605</p>"),
        (
            "released/x.jsonl",
            format!("{{\"body\":[{{\"text\":\"{json_escaped}\"}}]}}\n").into(),
        ),
        ("released/x.jsonl", format!("{{\"{name}\":1}}").into()),
        ("released/x.jsonl", b"{\"n\":701740605}\n".to_vec()),
        (
            "released/x.csv",
            format!("\"a\"\r\n\"x {name}\"\r\n").into(),
        ),
        ("released/x.csv", format!("{name}\r\n1\r\n").into()),
        ("released/x.csv", utf16),
        ("released/Åse Östergård.csv", b"a\r\n".to_vec()),
        ("released/pictures/picture-0001.jpg", picture),
        ("released/pictures/picture-0001.jpg", jpeg_with_exif()),
    ];
    let review = &workspace.decisions.review;
    let plan = Plan::new(&workspace.case, review, &ReleaseOptions::default()).unwrap();
    let mut removed = plan.removed(&workspace.case, review);
    for value in &mut removed {
        if value.category == Category::Phone {
            value.key = "+46701740605".into();
        }
    }
    for (path, bytes) in layers {
        let (store, _) = release(&workspace);
        assert!(check(&store, &removed).is_empty());
        let mut writer = store.create(path).unwrap();
        writer.write_all(&bytes).unwrap();
        writer.finish().unwrap();
        let leaks = check(&store, &removed);
        assert!(
            !leaks.is_empty(),
            "{path} {}",
            String::from_utf8_lossy(&bytes)
        );
        assert!(leaks.iter().all(|leak| leak.path == path));
    }
}

fn check(store: &MemoryStore, removed: &[Removed]) -> Vec<maskera::redact::verify::Leak> {
    let fixed = render::fixed_texts();
    let job = VerifyJob::new(
        store,
        RELEASED,
        removed.to_vec(),
        Allowances::default(),
        &fixed,
    );
    verify(job, store, &ctx()).unwrap()
}

fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    image::RgbImage::from_fn(4, 2, |x, _| image::Rgb([x as u8 * 60, 10, 20]))
        .write_to(
            &mut std::io::Cursor::new(&mut bytes),
            image::ImageFormat::Png,
        )
        .unwrap();
    bytes
}

/// A JPEG with an APP1 segment that says "turned by 90 degrees" and holds a text.
fn jpeg_with_exif() -> Vec<u8> {
    let plain = picture::reencode(&mut &png()[..]).unwrap();
    let mut exif =
        b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend_from_slice("GPS 55.6761 12.5683 hemmelig".as_bytes());
    let mut out = plain[..2].to_vec();
    out.extend_from_slice(&[0xff, 0xe1]);
    out.extend_from_slice(&(exif.len() as u16 + 2).to_be_bytes());
    out.extend_from_slice(&exif);
    out.extend_from_slice(&plain[2..]);
    out.extend_from_slice(b"MOTIONPHOTO hemmelig");
    out
}

#[test]
fn kept_pictures_lose_their_metadata_and_keep_their_turn() {
    let mut workspace = workspace("Åse Östergård", "0701740605");
    let mut original = b"....".to_vec();
    let encoded = {
        use base64::{Engine, engine::general_purpose::STANDARD};
        STANDARD.encode(jpeg_with_exif())
    };
    original.extend_from_slice(encoded.as_bytes());
    let attach = |sniffed, start: u64, len: u64| Attachment {
        name: Some("IMG-20250312-WA0001.jpg".into()),
        declared: None,
        sniffed: Some(sniffed),
        size: None,
        presence: Presence::Present,
        embedded: false,
        content: Content::Base64(maskera::model::Locator {
            member: 0,
            start,
            len,
        }),
    };
    let extra = workspace.case.messages[4].extra_mut();
    extra.attachments = vec![
        attach("image/jpeg", 4, encoded.len() as u64),
        attach("image/png", 4, 40),
        attach("image/gif", 4, 40),
        attach("image/jpeg", 4, encoded.len() as u64),
    ];
    redact_both(&mut workspace);
    let message = workspace.case.stable_id(MessageId(4)).unwrap();
    for n in 0..3 {
        record(
            &mut workspace,
            Event::Decide {
                scope: Scope::Attachment {
                    message: message.clone(),
                    n,
                },
                action: Action::Keep,
                note: None,
            },
        );
    }
    let sources = MemorySources(vec![original.into()]);
    let (store, report) = release_from(&workspace, &sources);
    let report = report.unwrap();
    assert!(report.leaks.is_empty(), "{:?}", report.leaks);
    assert_eq!(report.summary.attachments_given, 1);
    assert_eq!(report.summary.attachments_withheld, 4);
    let picture = store.bytes("released/pictures/picture-0001.jpg").unwrap();
    let decoded = image::load_from_memory(&picture).unwrap();
    assert_eq!((decoded.width(), decoded.height()), (2, 4));
    assert!(!String::from_utf8_lossy(&picture).contains("hemmelig"));
    let all: String = files(&store)
        .into_values()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .collect();
    assert!(!all.contains("IMG-2025"));
}

#[test]
fn the_default_policy_takes_weak_twins_along() {
    let mut workspace = workspace("Åse Östergård", "0701740605");
    let mut findings = workspace.decisions.review.findings().to_vec();
    findings[0].band = maskera::finding::Band::C;
    workspace.case.messages[4].body = "Åse Östergård igen".into();
    workspace.decisions = Decisions::new(&workspace.case, findings);
    let marked = apply_policy(&mut workspace, Policy::default(), &ctx()).unwrap();
    assert_eq!(marked, 1);
    let review = &workspace.decisions.review;
    assert!(
        review
            .ids()
            .all(|id| matches!(review.outcome(id), Outcome::Redact { .. }))
    );
    assert!(release(&workspace).1.unwrap().leaks.is_empty());
}

#[test]
fn the_preview_is_the_line_of_the_file() {
    let mut workspace = workspace("Åse Östergård", "0701740605");
    redact_both(&mut workspace);
    let (store, _) = release(&workspace);
    let json = String::from_utf8(store.bytes("released/released.jsonl").unwrap().to_vec()).unwrap();
    let options = ReleaseOptions {
        language: maskera::locales::Lang::Da,
    };
    let review = &workspace.decisions.review;
    let plan = Plan::new(&workspace.case, review, &options).unwrap();
    for n in 0..5 {
        let message = plan.message(&workspace.case, review, MessageId(n)).unwrap();
        let line = render::preview_json(&message).unwrap();
        assert!(json.lines().any(|found| found == line), "{line}");
    }
}

/// Golden files: `tests/fixtures/redact/released/`. After a wanted change run the test with
/// `UPDATE_FIXTURES=1` and read the difference.
#[test]
fn renditions_are_as_recorded() {
    let mut workspace = workspace("Åse Östergård", "0701740605");
    let policy = Policy::from_toml(
        "language = \"da\"\nauthority = \"Eksempel Kommune\"\ncase-number = \"2023-0001\"\n\
         [basis]\nphone = \"dk.ofl.30.1\"\n",
    )
    .unwrap();
    apply_policy(&mut workspace, policy, &ctx()).unwrap();
    let (store, report) = release(&workspace);
    assert!(report.unwrap().leaks.is_empty());
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/redact");
    let update = std::env::var_os("UPDATE_FIXTURES").is_some();
    for (path, bytes) in files(&store) {
        let file = folder.join(&path);
        if update {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, &bytes).unwrap();
        }
        let expected = std::fs::read(&file).unwrap();
        assert!(expected == bytes, "{path} differs from its fixture");
    }
}

#[test]
fn policies_are_read_strictly() {
    let policy =
        Policy::from_toml("[bands]\nC = \"redact\"\n[categories]\nphone = \"keep\"\n").unwrap();
    assert_eq!(policy.bands.c, maskera::review::Rule::Redact);
    assert_eq!(policy.bands.a, maskera::review::Rule::Redact);
    for bad in [
        "colour = 1",
        "[categories]\nfone = \"keep\"",
        "[bands]\nA = \"burn\"",
    ] {
        assert_eq!(
            Policy::from_toml(bad).unwrap_err().code(),
            Code::BadPolicy,
            "{bad}"
        );
    }
}

#[test]
fn the_internal_copy_says_so_and_stays_apart() {
    let mut workspace = workspace("Åse Östergård", "0701740605");
    redact_both(&mut workspace);
    let store = MemoryStore::default();
    let language = maskera::locales::Lang::Da;
    let mut job = maskera::workflow::release::InternalJob::new(&workspace, language).unwrap();
    let ctx = ctx();
    while matches!(
        job.step(&workspace, &ctx, &store).unwrap(),
        maskera::job::Step::Working(_)
    ) {}
    let files = files(&store);
    assert_eq!(files.len(), 5);
    for (path, bytes) in files {
        assert!(path.starts_with("internal/"), "{path}");
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("INTERN – må ikke udleveres"), "{path}");
        assert!(
            path.ends_with("index.html") || text.contains("Åse Östergård"),
            "{path}"
        );
    }
}
