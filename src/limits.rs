//! Every ceiling of the crate, once, with its unit. Counting happens while reading, never from
//! declared sizes; the error says required and allowed ([`crate::error::Error::limit`]).

/// Bytes of one record or attribute that may be held in memory (a base64 video of an MMS).
pub const RECORD_BYTES: u64 = 256 << 20;
/// Bytes of text that one message body may have.
pub const BODY_BYTES: u64 = 8 << 20;
/// Bytes of one mail; a longer one is an error with its place and is stepped over.
pub const MAIL_BYTES: u64 = 192 << 20;
/// Mails inside one mail.
pub const MAIL_ENCLOSED: usize = 64;
/// Bytes of head lines kept of one mail.
pub const MAIL_HEAD_BYTES: usize = 16 << 10;
/// Addresses kept that only the HTML form of a mail holds.
pub const MAIL_LINKS: usize = 500;
/// Bytes of one JSON record; a longer one is an error with its place and is stepped over.
pub const JSON_RECORD_BYTES: u64 = 64 << 20;
/// Bytes of one record of a page, with its markup; a longer one is an error with its place.
pub const HTML_RECORD_BYTES: u64 = 16 << 20;
/// Depth of a CBOR value.
pub const CBOR_DEPTH: usize = 64;
/// Keys of a CBOR map that is not sorted as it should be.
pub const CBOR_UNSORTED_KEYS: usize = 256;
/// Bytes of one block of a CAR file (AT Protocol allows 1 MB); a larger one is an error with its
/// place and is stepped over.
pub const CAR_BLOCK_BYTES: u64 = 2 << 20;
/// Blocks of one CAR file.
pub const CAR_BLOCKS: usize = 3_000_000;
/// Bytes of a record's key in a repository (AT Protocol: 317 for the collection, 512 behind it).
pub const CAR_KEY_BYTES: usize = 1_024;
/// Bytes of keys that wait while a repository's tree is walked.
pub const CAR_WAITING_BYTES: usize = 64 << 20;
/// Depth of elements of a page; deeper ones lie in the one above them.
pub const HTML_DEPTH: usize = 256;
/// Texts of one record of an account beside its body; further ones are left out of the record.
pub const RECORD_TEXTS: usize = 20_000;
/// Bytes of the texts that the cells of a workbook share.
pub const WORKBOOK_TEXT_BYTES: u64 = 256 << 20;
/// Sheets of one workbook that are read.
pub const WORKBOOK_SHEETS: usize = 1_000;
/// Columns of a sheet (what spreadsheet programs allow).
pub const WORKBOOK_COLUMNS: usize = 16_384;
/// Cell styles of one workbook.
pub const WORKBOOK_STYLES: usize = 100_000;
/// Notes, and links, of one sheet.
pub const WORKBOOK_NOTES: usize = 200_000;
/// Ranges of merged cells of one sheet that are looked at.
pub const WORKBOOK_MERGED: usize = 200_000;
/// Merged cells whose text is carried into one row.
pub const WORKBOOK_MERGED_AT_ONCE: usize = 64;
/// Rows above the headers of a table.
pub const TABLE_PREAMBLE_ROWS: usize = 30;
/// Texts of one message among which doubles are looked for; further ones are kept without looking.
pub const DETAILS_COMPARED: usize = 1_000;
/// Attributes on one XML tag.
pub const XML_ATTRIBUTES: usize = 256;
/// Depth of XML elements.
pub const XML_DEPTH: usize = 32;
/// Members of one archive.
pub const ARCHIVE_MEMBERS: usize = 200_000;
/// Inflated bytes of one archive member per compressed byte, above [`ARCHIVE_RATIO_FLOOR`].
pub const ARCHIVE_RATIO: u64 = 1_100;
/// Inflated bytes below which the ratio is not looked at.
pub const ARCHIVE_RATIO_FLOOR: u64 = 64 << 20;
/// Bytes of first bytes of members that are kept from listing a packed TAR archive.
pub const TAR_HEADS_BYTES: usize = 16 << 20;
/// Bytes of a header with long names in a TAR archive.
pub const TAR_NAMES_BYTES: u64 = 64 << 10;
/// Inflated bytes of a whole archive.
pub const ARCHIVE_TOTAL: u64 = 64 << 30;
/// Bytes of one archive member's path.
pub const MEMBER_PATH_BYTES: usize = 4_096;
/// Bytes of a compressed member that is held in memory because it is read here and there (a
/// database inside a ZIP).
pub const INFLATED_BYTES: u64 = 512 << 20;
/// Bytes of a database's pages that are held in memory.
pub const SQLITE_CACHE_BYTES: usize = 8 << 20;
/// Objects of one property list, copies of shared ones included.
pub const PLIST_OBJECTS: usize = 500_000;
/// Bytes of text and data in one property list.
pub const PLIST_BYTES: usize = 64 << 20;
/// Depth of a property list.
pub const PLIST_DEPTH: usize = 64;
/// Rounds of key derivation that an iPhone backup may ask for (10 million are usual).
pub const BACKUP_ITERATIONS: u32 = 40_000_000;
/// Bytes of one record of a Signal backup; a longer one is an error with its place and is stepped
/// over.
pub const SIGNAL_FRAME_BYTES: u64 = 64 << 20;
/// Depth of messages inside a record of a Signal backup.
pub const SIGNAL_DEPTH: usize = 16;
/// Bytes of `metadata` of a Signal backup that are looked at (36 are usual).
pub const SIGNAL_METADATA_BYTES: usize = 256;
/// Archives inside archives.
pub const ARCHIVE_DEPTH: usize = 2;
/// Errors with a place kept in one source's list; further ones are counted.
pub const ERRORS_LISTED: usize = 1_000;
/// Repairs with a place kept in one source's list; further ones are counted.
pub const REPAIRS_LISTED: usize = 1_000;
/// Files of one source that the page lists.
pub const FILES_SHOWN: usize = 200;
/// Messages in one case.
pub const MESSAGES: u64 = 20_000_000;
/// Bytes looked at to recognise a format.
pub const PROBE_BYTES: usize = 64 << 10;
/// Pixels of a picture that is decoded (width times height).
pub const PICTURE_PIXELS: u64 = 100_000_000;
/// Plaintext bytes of one bundle part (docs/formats/bundle.md).
pub const PART_BYTES: usize = 16 << 20;
/// Parts of one bundle: the index is a u32, the file name has six digits.
pub const PARTS: u32 = 999_999;
/// Recipient slots of one bundle.
pub const SLOTS: usize = 8;
/// PBKDF2 iterations that we write.
pub const PBKDF2_ITERATIONS: u32 = 600_000;
/// PBKDF2 iterations that we accept.
pub const PBKDF2_ACCEPTED: std::ops::RangeInclusive<u32> = 100_000..=10_000_000;
/// Milliseconds that one step of a job may work. What is cut no further comes on top: together no step
/// should take more than 50.
pub const STEP_MS: f64 = 40.0;
/// Bytes of the file name that an original keeps inside a package.
pub const SAFE_NAME_BYTES: usize = 120;
/// Bytes of the path that a file keeps below its source's folder inside a package.
pub const ORIGINAL_PATH_BYTES: usize = 1_000;
/// Bytes of one tag file of a package (a manifest of [`ARCHIVE_MEMBERS`] files fits).
pub const TAG_FILE_BYTES: u64 = 128 << 20;
/// Bytes of a part before its ciphertext: slots and algorithm fields.
pub const PART_HEAD_BYTES: usize = 64 << 10;
/// Bytes of README.txt, open.py or SHA256SUMS of a bundle that are read.
pub const BUNDLE_TEXT_BYTES: usize = 128 << 20;
/// Bytes of a passphrase.
pub const PASSPHRASE_BYTES: usize = 1_024;
/// Bits below which an own passphrase is refused.
pub const PASSPHRASE_BITS: u32 = 60;
/// Bytes of a certificate or key file.
pub const KEY_FILE_BYTES: usize = 1 << 20;
/// Bits of an RSA modulus that we encrypt to.
pub const RSA_BITS: std::ops::RangeInclusive<u32> = 2_048..=8_192;
/// Bytes of a bundle or part that are worked on between two looks at the clock; a multiple of 16.
pub const CRYPTO_SLICE: usize = 64 << 10;
/// Parts that a sealing or opening job holds in memory at most.
pub const PARTS_IN_MEMORY: usize = 3;
/// Bytes of a file of an opened bundle above which the page leaves it inside.
pub const OPENED_FILE_BYTES: u64 = 32 << 20;
/// Bytes of files that the page takes out of an opened bundle, all together.
pub const OPENED_BYTES: u64 = 128 << 20;
/// Bytes of an authority's profile.
pub const PROFILE_BYTES: usize = 4 << 20;
/// Entries of a profile.
pub const PROFILE_ENTRIES: usize = 2_000;
/// Characters that one pattern of a profile may match.
pub const PATTERN_POSITIONS: usize = 63;
/// Conversations named while a search still runs.
pub const FOUND_SO_FAR_ROWS: usize = 500;
/// Findings of one of them in one answer.
pub const FOUND_IN_PLACES: usize = 200;
/// Tokens that the name tagger reads in one piece.
pub const NAME_SEGMENT_TOKENS: usize = 160;
/// Words that the name tagger keeps ready; some 300 bytes each.
pub const NAME_WORDS_KEPT: usize = 20_000;
/// Bytes of the longest of them.
pub const NAME_WORD_BYTES: usize = 64;
/// Bytes in which the end of a link is looked for.
pub const NAME_LINK_BYTES: usize = 512;
