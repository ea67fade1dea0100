//! Arguments of the command. The contract is `docs/cli.md`; names and meanings are stable.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  maskera inspect --json sms-20240101.xml
  maskera scan --json sms-20240101.xml \"WhatsApp Chat with Anna.zip\"
  maskera redact sms-20240101.xml --out released --log decisions.jsonl
  maskera pack sms-20240101.xml --released released --decisions decisions.jsonl \
      --passphrase-file secret.txt --out case.zip
  maskera verify case.zip --passphrase-file secret.txt
  maskera open case.zip --passphrase-file secret.txt --out opened

Exit status: 0 done; 1 done, with problems that are reported; 2 could not be done.
Nothing is ever sent anywhere. Existing output is not overwritten without --force.";

/// Redact message exports and seal them for the archive.
///
/// Reads exports of phones, messengers and accounts (SMS, WhatsApp, iPhone backups, Messenger,
/// Telegram, mail and others; `maskera inspect FILE` says as what), finds personal data, writes a
/// released copy without it, and packs everything into an encrypted bundle.
#[derive(Debug, Parser)]
#[command(name = "maskera", version, after_help = EXAMPLES, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Language of messages and generated texts [default: from the environment, else en].
    #[arg(long, global = true, value_enum, help_heading = "General")]
    pub lang: Option<Lang>,
    /// No progress on standard error.
    #[arg(long, global = true, help_heading = "General")]
    pub quiet: bool,
    /// Fixed time in milliseconds since 1970 (tests only).
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "MS",
        requires = "fixed_seed"
    )]
    pub fixed_clock: Option<i64>,
    /// Fixed randomness (tests only: bundles made with it are not secret).
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        requires = "fixed_clock"
    )]
    pub fixed_seed: Option<u64>,
}

/// Languages of the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Danish
    Da,
    /// Swedish
    Sv,
    /// Norwegian (bokmål)
    Nb,
    /// Finnish
    Fi,
    /// English
    En,
}

impl Lang {
    /// The language tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Da => "da",
            Lang::Sv => "sv",
            Lang::Nb => "nb",
            Lang::Fi => "fi",
            Lang::En => "en",
        }
    }
}

/// Subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what a file is, what it holds and what could not be read
    #[command(after_help = "\
Examples:
  maskera inspect sms-20240101.xml
  maskera inspect --json --zone Europe/Copenhagen chat.txt | jq .messages

One line per file. With --json one object per file: source, format, conversations, messages,
participants, attachments, items, first_utc, last_utc, time_basis, accounting, repairs, questions,
warnings; null where not knowable. Open questions do not change the exit status; records that
could not be read do (1).")]
    Inspect(Inspect),
    /// Say how complete the material is: gaps, deletions, missing files
    #[command(after_help = "\
Examples:
  maskera coverage --zone Europe/Copenhagen sms-2022.xml sms-2023.xml
  maskera coverage --json --days 7 exports/ | jq .accounts[].gaps

Signs, not proof: a period that somebody chose looks like automatic deletion. Days are those of
--zone, else of UTC.")]
    Coverage(Coverage),
    /// Join several exports of one account and write what they hold, each message once
    #[command(after_help = "\
Examples:
  maskera merge sms-2022.xml sms-2023.xml --out merged

DIR gets internal/ (the conversations to read, with everything), merge.json (what was joined),
twins.jsonl (every record of each message), coverage.json. It holds everything in plain text.")]
    Merge(Merge),
    /// List who writes in the material, with every name and number
    #[command(after_help = "\
Examples:
  maskera people --csv sms-20240101.xml > people.csv
  maskera people --json --decisions decisions.jsonl exports/ | jq .person

One person per block or line, those with the most messages first; then people that may be one.
With --decisions joined and marked as in the review.")]
    People(People),
    /// List the accounts that the material comes from, as CSV
    #[command(after_help = "\
Examples:
  maskera register facebook.zip instagram.zip > accounts.csv
  maskera register --decisions decisions.jsonl exports/ > accounts.csv

One line per account: what the sources say, and what was written in the review.")]
    Register(Register),
    /// Search for personal data and list the findings
    #[command(after_help = "\
Examples:
  maskera scan --json sms-20240101.xml > findings.jsonl
  maskera scan --texts texts.jsonl        # lines {\"id\": 1, \"text\": \"…\", \"lang\": \"da\"}
  maskera scan --texts - < texts.jsonl

Offsets are Unicode code points, end exclusive. Bands: A sure, B likely, C possible.")]
    Scan(Scan),
    /// Say what would be found in a text and why
    #[command(after_help = "\
Examples:
  maskera explain \"mit cpr er 150688-1234\"
  maskera --lang da explain --before \"hvad er dit cpr?\" 0906551234

Band, score, category and value of each finding, then its reasons: form, check digit, words around
it with their distance, lists, other readings. Nothing is stored.")]
    Explain(Explain),
    /// Write a released copy without the values that are to be withheld, and check it
    #[command(after_help = "\
Examples:
  maskera redact sms-20240101.xml --out released
  maskera redact chat.zip --policy policy.toml --from 2024-01-01 --to 2024-03-31 \\
      --zone Europe/Stockholm --receipt receipt.json --out released

Without decisions the default policy redacts bands A and B and keeps C. The folder holds nothing
that may not be released; the receipt is internal and goes elsewhere. The finished files are
opened again and searched for every removed value before anything is kept.")]
    Redact(Redact),
    /// Pack originals, released copy, findings, decisions and receipt into an encrypted bundle
    #[command(after_help = "\
Examples:
  maskera pack sms-20240101.xml --released released --passphrase-file secret.txt --out case.zip
  maskera pack chat.zip --recipient archive.pem --passphrase-file secret.txt --out case.zip

Every passphrase file and every certificate opens the bundle alone. Without one of them it cannot
be opened again by anybody.")]
    Pack(Pack),
    /// Open an encrypted bundle into a folder and check every file
    #[command(after_help = "\
Examples:
  maskera open case.zip --passphrase-file secret.txt --out opened
  maskera open case.zip --key archive-key.pem --out opened

Every file is compared with the package's manifests. A damaged part or file is named and the exit
status is 1; every file that no damaged part touches is kept, also those behind it.")]
    Open(Open),
    /// Check a bundle, an opened bundle or a released copy without writing anything
    #[command(after_help = "\
Examples:
  maskera verify case.zip --passphrase-file secret.txt
  maskera verify case.zip              # form and checksums only, and says so
  maskera verify opened
  maskera verify released")]
    Verify(Verify),
    /// Write shell completions
    #[command(hide = true)]
    Completions {
        /// Shell
        shell: clap_complete::Shell,
    },
    /// Write the man page
    #[command(hide = true)]
    Man,
}

/// Answers to questions that exports leave open.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Answers")]
pub struct Answers {
    /// Zone that the phone was set to, for exports without one
    #[arg(long, value_name = "ZONE")]
    pub zone: Option<String>,
    /// Number or name of the phone's owner (may be repeated)
    #[arg(long, value_name = "NUMBER")]
    pub owner: Vec<String>,
    /// Order of day and month in dates like 03/04/24
    #[arg(long, value_name = "ORDER", value_parser = ["dmy", "mdy", "ymd"])]
    pub date_order: Option<String>,
    /// Read the files as this format instead of the recognised one
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Every file is a source of its own: split downloads and folders are not put together
    #[arg(long)]
    pub separate: bool,
    /// File with the password of an encrypted export (an iPhone backup)
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// What the columns of a table hold (JSON, as the page saves it)
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
}

/// What is searched.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Search")]
pub struct Search {
    /// The authority's own lists, patterns and words (docs/detectors/profile.md)
    #[arg(long, value_name = "PROFILE.toml")]
    pub profile: Option<PathBuf>,
    /// From which band on findings are shown: A and B; A, B and C; also what is below C
    #[arg(long, value_name = "PRESET", value_parser = ["strict", "normal", "everything"])]
    pub preset: Option<String>,
    /// Only this category (may be repeated)
    #[arg(long, value_name = "CATEGORY")]
    pub only: Vec<String>,
    /// Not this category (may be repeated)
    #[arg(long, value_name = "CATEGORY")]
    pub skip: Vec<String>,
}

impl Search {
    /// Nothing is named.
    pub fn is_empty(&self) -> bool {
        self.profile.is_none()
            && self.preset.is_none()
            && self.only.is_empty()
            && self.skip.is_empty()
    }
}

/// `explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// The text
    #[arg(value_name = "TEXT")]
    pub text: String,
    /// Its language, where known
    #[arg(long, value_name = "LANG")]
    pub text_lang: Option<String>,
    /// The message before it
    #[arg(long, value_name = "TEXT")]
    pub before: Option<String>,
    /// One JSON object per finding
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub search: Search,
}

/// `inspect`
#[derive(Debug, Args)]
pub struct Inspect {
    /// Export files; a folder is one export or stands for the files in it
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// One JSON object per file
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub answers: Answers,
}

/// `scan`
#[derive(Debug, Args)]
pub struct Scan {
    /// Export files; a folder is one export or stands for the files in it
    #[arg(value_name = "PATH", required_unless_present = "texts")]
    pub paths: Vec<PathBuf>,
    /// One JSON object per finding
    #[arg(long)]
    pub json: bool,
    /// Search single texts: a file of JSON lines {id, text, lang?}, - for standard input
    #[arg(long, value_name = "FILE.jsonl", conflicts_with = "paths")]
    pub texts: Option<PathBuf>,
    #[command(flatten)]
    pub search: Search,
    #[command(flatten)]
    pub answers: Answers,
}

/// `coverage`
#[derive(Debug, Args)]
pub struct Coverage {
    /// Export files; a folder is one export or stands for the files in it
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// One JSON object
    #[arg(long)]
    pub json: bool,
    /// Days without a message from which on a gap is named
    #[arg(long, value_name = "N", default_value_t = maskera::workflow::GAP_DAYS)]
    pub days: u32,
    #[command(flatten)]
    pub answers: Answers,
}

/// `merge`
#[derive(Debug, Args)]
pub struct Merge {
    /// Export files; a folder is one export or stands for the files in it
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Folder for the result
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Replace DIR if it exists
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub answers: Answers,
}

/// Sources of a list, and the log of a review.
#[derive(Debug, Args)]
pub struct Listed {
    /// Export files; a folder is one export or stands for the files in it
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Decision log of a review (decisions.jsonl of a bundle or working file)
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
    #[command(flatten)]
    pub answers: Answers,
}

/// `people`
#[derive(Debug, Args)]
pub struct People {
    #[command(flatten)]
    pub listed: Listed,
    /// One JSON object per person
    #[arg(long)]
    pub json: bool,
    /// A table
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
}

/// `register`
#[derive(Debug, Args)]
pub struct Register {
    #[command(flatten)]
    pub listed: Listed,
}

/// `redact`
#[derive(Debug, Args)]
pub struct Redact {
    /// Export files; a folder is one export or stands for the files in it
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Policy: which bands are redacted, reasons, language, case number
    #[arg(long, value_name = "POLICY.toml")]
    pub policy: Option<PathBuf>,
    /// Decision log of a review (decisions.jsonl of a bundle or working file)
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
    /// In what capacity people write: lines WHO,CAPACITY (official, elected, private, outside,
    /// unknown); WHO is a person, conversation or message
    #[arg(long, value_name = "FILE")]
    pub capacity: Option<PathBuf>,
    /// Only this conversation: its key, title or number from 1 (may be repeated)
    #[arg(long, value_name = "ID")]
    pub conversation: Vec<String>,
    /// Only conversations with this person: number, address or name (may be repeated)
    #[arg(long, value_name = "WHO")]
    pub person: Vec<String>,
    /// First day, included (YYYY-MM-DD, in --zone or UTC)
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// Last day, included
    #[arg(long, value_name = "DAY")]
    pub to: Option<String>,
    /// Write the decision log of this run here, for pack
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// Write the internal receipt here (.json or .html); never inside DIR
    #[arg(long, value_name = "FILE")]
    pub receipt: Option<PathBuf>,
    /// Folder for the released copy
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Replace DIR and the receipt if they exist
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub search: Search,
    #[command(flatten)]
    pub answers: Answers,
}

/// `pack`
#[derive(Debug, Args)]
pub struct Pack {
    /// Export files; a folder is one export or stands for the files in it
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Decision log of a review
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
    /// Folder with the released copy that `redact` wrote
    #[arg(long, value_name = "DIR")]
    pub released: Option<PathBuf>,
    /// File with a passphrase that opens the bundle (may be repeated)
    #[arg(long, value_name = "FILE", required_unless_present = "recipients")]
    pub passphrase_file: Vec<PathBuf>,
    /// Certificate (PEM or DER) whose private key opens the bundle (may be repeated)
    #[arg(long = "recipient", value_name = "CERT")]
    pub recipients: Vec<PathBuf>,
    /// Working file: originals and decisions only, to go on with in the page
    #[arg(long, conflicts_with = "released")]
    pub working_file: bool,
    /// The bundle
    #[arg(long, value_name = "BUNDLE")]
    pub out: PathBuf,
    /// Replace BUNDLE if it exists
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub search: Search,
    #[command(flatten)]
    pub answers: Answers,
}

/// The secret that opens a bundle.
#[derive(Debug, Args)]
pub struct Secret {
    /// File with the passphrase
    #[arg(long, value_name = "FILE", conflicts_with = "key")]
    pub passphrase_file: Option<PathBuf>,
    /// Private key (PEM) of a recipient
    #[arg(long, value_name = "KEY.pem")]
    pub key: Option<PathBuf>,
}

/// `open`
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("secret").required(true).args(["passphrase_file", "key"]))]
pub struct Open {
    /// The bundle
    #[arg(value_name = "BUNDLE")]
    pub bundle: PathBuf,
    #[command(flatten)]
    pub secret: Secret,
    /// Folder for its files
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Replace DIR if it exists
    #[arg(long)]
    pub force: bool,
}

/// `verify`
#[derive(Debug, Args)]
pub struct Verify {
    /// A bundle, the folder of an opened bundle, or a released copy
    #[arg(value_name = "BUNDLE|DIR")]
    pub path: PathBuf,
    #[command(flatten)]
    pub secret: Secret,
}
