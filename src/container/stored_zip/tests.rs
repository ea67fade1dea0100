use super::*;
use proptest::prelude::*;
use std::io::{Cursor, Read, SeekFrom, Write};

fn file(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = StoredZipWriter::new(Vec::new());
    for (path, data) in members {
        writer.add(path, data).unwrap();
    }
    writer.finish().unwrap()
}

fn list(bytes: &[u8]) -> Result<Vec<Entry>> {
    let reader = StoredZipReader::open(Box::new(Cursor::new(bytes.to_vec())), 10)?;
    Ok(reader.entries().to_vec())
}

fn unpack(bytes: &[u8], piece: usize) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    let mut unpacker = StoredZipUnpacker::default();
    for chunk in bytes.chunks(piece) {
        unpacker.push(chunk, &mut |event| {
            match event {
                Event::Begin { path, .. } => found.push((path.to_owned(), Vec::new())),
                Event::Data(data) => found.last_mut().unwrap().1.extend_from_slice(data),
                Event::End => {}
            }
            Ok(())
        })?;
    }
    unpacker.finish()?;
    Ok(found)
}

#[test]
fn the_directory_alone_tells_the_members() {
    let bytes = file(&[("a.txt", b"hello"), ("b/c.txt", b""), ("d.txt", b"more")]);
    let found = super::list(&mut Cursor::new(bytes.clone())).unwrap();
    assert_eq!(found, list(&bytes).unwrap());
    for cut in 1..bytes.len() {
        assert!(super::list(&mut Cursor::new(&bytes[..bytes.len() - cut])).is_err());
    }
}

#[test]
fn the_general_reader_agrees() {
    let bytes = file(&[("a.txt", b"hej"), ("data/bl\u{e5}b\u{e6}r.txt", b"")]);
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(zip.len(), 2);
    let mut text = String::new();
    zip.by_index(0).unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "hej");
    assert_eq!(
        zip.by_index(1).unwrap().name().unwrap(),
        "data/bl\u{e5}b\u{e6}r.txt"
    );
    assert_eq!(
        total_length([("a.txt", 3), ("data/bl\u{e5}b\u{e6}r.txt", 0)]).unwrap(),
        bytes.len() as u64
    );
}

/// A reader over a file with holes: members of several gigabytes that are never stored.
struct Sparse {
    pieces: Vec<(u64, Vec<u8>)>,
    length: u64,
    at: u64,
}
impl Read for Sparse {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let n = out.len().min((self.length - self.at) as usize);
        for byte in &mut out[..n] {
            *byte = self
                .pieces
                .iter()
                .find_map(|(at, data)| data.get(usize::try_from(self.at.checked_sub(*at)?).ok()?))
                .copied()
                .unwrap_or(0);
            self.at += 1;
        }
        Ok(n)
    }
}
impl std::io::Seek for Sparse {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(by) => self.length.checked_add_signed(by).unwrap(),
            SeekFrom::Current(by) => self.at.checked_add_signed(by).unwrap(),
        };
        Ok(self.at)
    }
}

#[test]
fn sizes_and_offsets_above_four_gigabytes_use_zip64() {
    let big = 5_u64 << 30;
    let mut directory = Directory::default();
    let mut pieces = Vec::new();
    for (path, size) in [("big", big), ("edge", MAX32), ("after", 3)] {
        let at = directory.position();
        pieces.push((at, directory.begin(path, size, 7).unwrap()));
    }
    let at = directory.position();
    let tail = directory.finish();
    let length = at + tail.len() as u64;
    assert_eq!(
        total_length([("big", big), ("edge", MAX32), ("after", 3)]).unwrap(),
        length
    );
    pieces.push((at, tail));
    let sparse = || Sparse {
        pieces: pieces.clone(),
        length,
        at: 0,
    };
    let reader = StoredZipReader::open(Box::new(sparse()), 10).unwrap();
    assert_eq!(reader.entries()[0].size, big);
    assert_eq!(reader.entries()[1].size, MAX32);
    assert!(reader.entries()[2].data_at > big);
    let mut zip = zip::ZipArchive::new(sparse()).unwrap();
    assert_eq!(zip.by_index(0).unwrap().size(), big);
    assert_eq!(zip.by_index(2).unwrap().size(), 3);
}

#[test]
fn more_than_65535_members_use_zip64() {
    let names: Vec<String> = (0..65_600).map(|n| format!("m{n}")).collect();
    let mut writer = StoredZipWriter::new(Vec::new());
    for name in &names {
        writer.add(name, b"").unwrap();
    }
    let bytes = writer.finish().unwrap();
    assert_eq!(
        zip::ZipArchive::new(Cursor::new(&bytes)).unwrap().len(),
        65_600
    );
    let reader = StoredZipReader::open(Box::new(Cursor::new(bytes)), 65_600).unwrap();
    assert_eq!(reader.entries().len(), 65_600);
}

#[test]
fn every_flipped_bit_outside_the_data_is_refused() {
    let bytes = file(&[("one.txt", b"12345"), ("two.txt", b"")]);
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << bit;
            assert!(unpack(&changed, 7).is_err(), "byte {at} bit {bit}");
            let in_data = (37..42).contains(&at);
            assert_eq!(list(&changed).is_err(), !in_data, "byte {at} bit {bit}");
        }
    }
}

#[test]
fn forms_that_are_not_ours_are_refused_with_the_reason() {
    use zip::write::{SimpleFileOptions, ZipWriter};
    let mut deflated = ZipWriter::new(Cursor::new(Vec::new()));
    deflated
        .start_file(
            "a.txt",
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated),
        )
        .unwrap();
    deflated.write_all(b"aaaaaaaaaaaaa").unwrap();
    let deflated = deflated.finish().unwrap().into_inner();
    let reason = |bytes: &[u8]| list(bytes).unwrap_err().args()["reason"].clone();
    assert_eq!(reason(&deflated), "compressed-member");
    let good = file(&[("a.txt", b"hej")]);
    let mut encrypted = good.clone();
    encrypted[6] |= 1;
    assert_eq!(reason(&encrypted), "encrypted-member");
    let mut longer = good.clone();
    longer.push(0);
    assert_eq!(reason(&longer), "trailing-bytes");
    let mut before = vec![0];
    before.extend_from_slice(&good);
    assert_eq!(reason(&before), "signature");
    let short = &good[..good.len() - 1];
    assert_eq!(list(short).unwrap_err().code(), Code::Truncated);
    assert_eq!(list(&good[..36]).unwrap_err().code(), Code::Truncated);
    let doubled = {
        let mut d = Directory::default();
        let mut bytes = d.begin("a", 0, 0).unwrap();
        bytes.extend_from_slice(&bytes.clone());
        bytes.extend_from_slice(&d.finish());
        bytes
    };
    assert_eq!(reason(&doubled), "duplicate-member");
}

#[test]
fn paths_that_leave_the_folder_are_refused() {
    for path in [
        "", "/etc", "../a", "a/../b", "a//b", "a/", ".", "a\\b", "C:a", "a\u{0}b", "a\nb",
    ] {
        assert!(Directory::default().begin(path, 0, 0).is_err(), "{path:?}");
    }
}

fn source(members: Vec<(String, Vec<u8>)>) -> StoredZipSource {
    let planned = members
        .iter()
        .map(|(path, data)| Planned {
            path: path.clone(),
            size: data.len() as u64,
            crc32: crc32fast::hash(data),
        })
        .collect();
    StoredZipSource::new(
        planned,
        Box::new(move |n| Ok(Box::new(Cursor::new(members[n].1.clone())))),
    )
    .unwrap()
}

#[test]
fn a_source_that_changed_after_planning_is_noticed() {
    for now in ["hey", "he", "hejs"] {
        let planned = vec![Planned {
            path: "a".into(),
            size: 3,
            crc32: crc32fast::hash(b"hej"),
        }];
        let mut source =
            StoredZipSource::new(planned, Box::new(move |_| Ok(Box::new(now.as_bytes())))).unwrap();
        let error = Error::from(source.read_to_end(&mut Vec::new()).unwrap_err());
        assert_eq!(error.code(), Code::SourceChanged, "{now}");
    }
}

proptest! {
    #[test]
    fn what_is_packed_is_unpacked(
        data in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..40), 0..6),
        piece in 1_usize..50,
    ) {
        let members: Vec<(String, Vec<u8>)> = data
            .into_iter().enumerate().map(|(n, data)| (format!("d/{n}"), data)).collect();
        let mut source = source(members.clone());
        let mut bytes = Vec::new();
        source.read_to_end(&mut bytes).unwrap();
        prop_assert_eq!(bytes.len() as u64, source.length());
        prop_assert_eq!(list(&bytes).unwrap().len(), members.len());
        prop_assert_eq!(unpack(&bytes, piece).unwrap(), members);
    }

    #[test]
    fn any_bytes_end_in_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = list(&bytes);
        let _ = unpack(&bytes, 11);
    }
}
