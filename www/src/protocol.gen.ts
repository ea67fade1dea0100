// Written by `cargo xtask gen-protocol` from src/protocol. Do not edit.

export type AccountEntry = { 
/**
 * Platform or medium.
 */
platform: string, 
/**
 * Handle, number or address.
 */
handle: string, 
/**
 * Responsible unit.
 */
unit: string, 
/**
 * Responsible person.
 */
responsible: string, 
/**
 * Who stands in for them.
 */
deputy: string, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * Where users are told so.
 */
statedAt: string, 
/**
 * Who may write there.
 */
writers: string, 
/**
 * Posts of others can be removed.
 */
removable: boolean | null, 
/**
 * Reading needs a login.
 */
login: boolean | null, 
/**
 * Day on which it was opened, `YYYY-MM-DD`.
 */
opened: string, 
/**
 * Day on which it was closed.
 */
closed: string, 
/**
 * Day on which the terms of the platform were read.
 */
termsRead: string, 
/**
 * Reference of the risk assessment.
 */
riskRef: string, 
/**
 * Reference of the disposal decision.
 */
disposalRef: string, 
/**
 * What it was captured from.
 */
capturedFrom: string, 
/**
 * Day of the last capture.
 */
captured: string, 
/**
 * Months between two captures; not stated when 0.
 */
intervalMonths: number, };

export type AccountRow = { 
/**
 * Id.
 */
id: string, 
/**
 * Made from a source; nobody has looked at it yet.
 */
proposed: boolean, 
/**
 * The entry.
 */
entry: AccountEntry, 
/**
 * Day on which the next capture is due.
 */
due: string | null, 
/**
 * That day is over.
 */
overdue: boolean, };

export type Ack = { 
/**
 * Always true.
 */
ok: boolean, };

export type AttachmentView = { 
/**
 * Position in the message.
 */
index: number, 
/**
 * File name.
 */
name: string | null, 
/**
 * Findings in the file name.
 */
marks: Array<Mark>, 
/**
 * Media type by content, else declared.
 */
mediaType: string | null, 
/**
 * Bytes.
 */
size: number | null, 
/**
 * In the export or not.
 */
presence: Presence, 
/**
 * Can be shown and kept (JPEG, PNG).
 */
picture: boolean, 
/**
 * Will be in the released copy.
 */
kept: boolean, };

export type Band = "A" | "B" | "C";

export type BasisView = { 
/**
 * Stable key (`se.osl.21.7`).
 */
key: string, 
/**
 * As shown in the mask.
 */
label: string, 
/**
 * What it is for.
 */
title: string, };

export type Capacity = "official" | "elected" | "private" | "outside" | "unknown";

export type CapacityAbout = { "type": "person", 
/**
 * Participant.
 */
participant: ParticipantId, } | { "type": "conversation", 
/**
 * Conversation.
 */
conversation: ConversationId, } | { "type": "message", 
/**
 * Message.
 */
message: MessageId, };

export type CapacityCounts = { 
/**
 * Staff.
 */
official: number, 
/**
 * Elected.
 */
elected: number, 
/**
 * Private.
 */
private: number, 
/**
 * From outside.
 */
outside: number, 
/**
 * Not known.
 */
unknown: number, };

export type CapacityFrom = "message" | "conversation" | "person" | "nobody";

export type Card = { 
/**
 * Finding.
 */
finding: FindingId, 
/**
 * Where.
 */
target: Target, 
/**
 * Message to jump to (for names and numbers of a participant: their first message).
 */
message: MessageId | null, 
/**
 * Its place.
 */
place: Place | null, 
/**
 * Kind.
 */
category: Category, 
/**
 * Group.
 */
group: Group, 
/**
 * The value as written here.
 */
text: string, 
/**
 * Score, 0 to 1.
 */
score: number, 
/**
 * Band.
 */
band: Band, 
/**
 * Why.
 */
evidence: Array<Evidence>, 
/**
 * State.
 */
outcome: OutcomeView, 
/**
 * Chosen or suggested reason.
 */
basis: string | null, 
/**
 * Places with the same value in the scope.
 */
places: number, 
/**
 * Conversations with the same value.
 */
conversations: number, 
/**
 * Different ways in which it is written, at most five.
 */
forms: Array<string>, };

export type Category = "person" | "se-personnummer" | "se-samordningsnummer" | "dk-cpr" | "no-fodselsnummer" | "fi-hetu" | "iban" | "payment-card" | "phone" | "email" | "ip-address" | "gps" | "one-time-code" | "credential" | "secrecy-marking" | "protected-identity" | "se-reservnummer" | "is-kennitala" | "passport" | "id-card" | "driving-licence" | "vehicle-plate" | "se-orgnr" | "dk-cvr" | "dk-pnummer" | "no-orgnr" | "fi-ytunnus" | "se-bankgiro" | "se-plusgiro" | "se-bank-account" | "dk-bank-account" | "no-bank-account" | "se-fastighet" | "dk-matrikel" | "case-number" | "address" | "social-handle" | "mac-address" | "imei" | "birth-date" | "age" | "url-secret" | "health" | "union" | "religion" | "politics" | "ethnicity" | "sex-life" | "genetic-biometric" | "offence" | "supervision" | "manual";

export type CertificateView = { 
/**
 * Subject.
 */
subject: string, 
/**
 * Issuer.
 */
issuer: string, 
/**
 * Days, `YYYY-MM-DD`.
 */
validFrom: string, 
/**
 * See `valid_from`.
 */
validTo: string, 
/**
 * `RSA 3072`, `EC P-256`.
 */
key: string, 
/**
 * SHA-256 of the certificate, hex.
 */
fingerprint: string, 
/**
 * Outside its validity now: use only on purpose.
 */
expired: boolean, };

export type Change = "reworded" | "deleted" | "gone";

export type ChangeView = { 
/**
 * What.
 */
change: Change, 
/**
 * Name of the source that says so.
 */
source: string, };

export type ConversationId = number;

export type ConversationKind = "direct" | "group";

export type ConversationRow = { 
/**
 * Id.
 */
id: ConversationId, 
/**
 * Source.
 */
source: SourceId, 
/**
 * Title or names of the members.
 */
title: string, 
/**
 * Kind.
 */
kind: ConversationKind, 
/**
 * Importer id of the source.
 */
format: string | null, 
/**
 * Members.
 */
members: number, 
/**
 * Messages.
 */
messages: number, 
/**
 * Messages inside the scope.
 */
inScope: number, 
/**
 * Open places of band A and B, unsure ones included.
 */
open: number, 
/**
 * Places of band A and B.
 */
places: number, 
/**
 * Left out by the person.
 */
excluded: boolean, 
/**
 * Capacity that was said of the conversation itself.
 */
capacity: Capacity | null, 
/**
 * Capacities in which its messages were written.
 */
capacities: Array<Capacity>, 
/**
 * First and last day.
 */
first: string | null, 
/**
 * See `first`.
 */
last: string | null, };

export type CoverageLine = { 
/**
 * Id of its text.
 */
kind: string, 
/**
 * The sentence.
 */
text: string, 
/**
 * The message to look at.
 */
message: MessageId | null, 
/**
 * Something may be missing.
 */
warn: boolean, };

export type CoveragePart = { 
/**
 * Names of the sources or title of the conversation; empty for everything together.
 */
title: string, 
/**
 * The conversation that it is about.
 */
conversation: ConversationId | null, 
/**
 * Sentences.
 */
lines: Array<CoverageLine>, 
/**
 * What the sources say about themselves.
 */
signs: Array<Warning>, };

export type CoverageView = { 
/**
 * Days without a message from which on a gap is named.
 */
days: number, 
/**
 * Zone of the days.
 */
zone: string, 
/**
 * All together, each account, then each conversation with something to tell.
 */
parts: Array<CoveragePart>, 
/**
 * Conversations with something to tell that are not shown.
 */
more: number, };

export type DecideAction = "redact" | "keep" | "unsure";

export type DecideScope = { "type": "finding", finding: FindingId, } | { "type": "value", finding: FindingId, } | { "type": "message", message: MessageId, } | { "type": "attachment", message: MessageId, attachment: number, };

export type Decided = { 
/**
 * Places that changed.
 */
changed: number, 
/**
 * The counts afterwards.
 */
review: ReviewCounts, 
/**
 * Undo and redo can be pressed.
 */
canUndo: boolean, 
/**
 * See `can_undo`.
 */
canRedo: boolean, 
/**
 * The message where the change (or the undone one) is seen.
 */
message: MessageId | null, 
/**
 * False when other messages are shown than were searched: everything is to be searched again.
 */
scanned: boolean, };

export type DetailKind = "earlier-text" | "reaction" | "poll-question" | "poll-option" | "contact-card" | "location" | "forwarded-from" | "link" | "description" | "transcript" | "tag" | "header" | "other";

export type Direction = "in" | "out" | "draft" | "failed" | "system" | "unknown";

export type ErrorView = { 
/**
 * `error-<code>`.
 */
code: string, 
/**
 * What happened, in the configured language.
 */
message: string, 
/**
 * What it means for the material and what to do.
 */
advice: string, 
/**
 * Arguments.
 */
args: { [key in string]: string }, 
/**
 * Place, ready to show.
 */
place: string | null, };

export type Evidence = { 
/**
 * `checksum-right`, `checksum-wrong`, `date-real`, `context-before`, `known-participant` …
 */
id: string, 
/**
 * Context word, variant name or losing category; never the value itself.
 */
word?: string | null, 
/**
 * Words between the span and the context word.
 */
distance?: number | null, };

export type Field = { "kind": "body" } | { "kind": "subject" } | { "kind": "quoted" } | { "kind": "link-preview" } | { "kind": "detail", "of": number } | { "kind": "attachment-name", "of": number };

export type FieldView = { 
/**
 * Which.
 */
field: Field, 
/**
 * Kind of a further text.
 */
detail: DetailKind | null, 
/**
 * Who reacted, voted or edited.
 */
by: string | null, 
/**
 * Findings in that name.
 */
byMarks: Array<Mark>, 
/**
 * The original text.
 */
text: string, 
/**
 * Findings, by start; clause findings may contain others.
 */
marks: Array<Mark>, };

export type FileView = { 
/**
 * Path in the job's store.
 */
path: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * SHA-256, hex; empty where it was not computed.
 */
sha256: string, };

export type FindingId = number;

export type FoundIn = { 
/**
 * The conversation.
 */
conversation: ConversationId, 
/**
 * Title or names of the members.
 */
title: string, 
/**
 * Number.
 */
places: number, };

export type FoundKind = { 
/**
 * Kind.
 */
category: Category, 
/**
 * Number.
 */
places: number, };

export type FoundPlace = { 
/**
 * Kind.
 */
category: Category, 
/**
 * Day of the message, `YYYY-MM-DD`, where known.
 */
day: string | null, 
/**
 * Its clock time, or the source's own text.
 */
time: string, 
/**
 * A few words before the value.
 */
before: string, 
/**
 * The value.
 */
text: string, 
/**
 * A few words after it.
 */
after: string, };

export type FoundPlaces = { 
/**
 * All of them.
 */
total: number, 
/**
 * Those of the window, in reading order.
 */
places: Array<FoundPlace>, };

export type FoundSoFar = { 
/**
 * Conversations that are searched.
 */
finished: number, 
/**
 * All conversations.
 */
conversations: number, 
/**
 * Likely findings in them by kind, most first.
 */
kinds: Array<FoundKind>, 
/**
 * Some of the conversations, in the order of the search.
 */
rows: Array<FoundIn>, };

export type GateLine = { 
/**
 * `open`, `unsure`, `missing-basis`, `inconsistent`, `kept-on-purpose`, `not-searched`,
 * `left-out`, `attachments-withheld`, `possible`, `damaged`, `questions`.
 */
id: string, 
/**
 * `ok`, `block`, `info`.
 */
state: string, 
/**
 * Arguments of the sentence.
 */
args: { [key in string]: string }, 
/**
 * First places to jump to.
 */
places: Array<GatePlace>, };

export type GatePlace = { 
/**
 * Finding, where there is one.
 */
finding: FindingId | null, 
/**
 * Message.
 */
message: MessageId | null, 
/**
 * Text of the place, for the list; the reason where a value is kept on purpose.
 */
text: string, 
/**
 * A few words before it.
 */
before: string, 
/**
 * A few words behind it.
 */
after: string, 
/**
 * What to redact or keep here, on the line `inconsistent`.
 */
value: OccurrenceView | null, };

export type GateView = { 
/**
 * True when nothing blocks.
 */
ready: boolean, 
/**
 * Lines: `gate-<id>` in ui.ftl with the arguments.
 */
lines: Array<GateLine>, 
/**
 * The counts.
 */
review: ReviewCounts, 
/**
 * Redacted places per reason label.
 */
perBasis: { [key in string]: number }, };

export type Group = "person" | "id" | "contact" | "sensitive" | "confidential";

export type Job = { "type": "load", files: Array<number>, } | { "type": "reload" } | { "type": "scan" } | { "type": "gate" } | { "type": "release" } | { "type": "seal", secrets: Secrets, workingFile: boolean, } | { "type": "open", file: number, secret: OpenSecret, } | { "type": "extract", path: string, } | { "type": "continue" } | { "type": "protect", passphrase: string, } | { "type": "open-journal", bytes: Array<number>, passphrase: string, };

export type JobResult = { "type": "overview", "value": Overview } | { "type": "gate", "value": GateView } | { "type": "release", "value": ReleaseView } | { "type": "seal", "value": SealView } | { "type": "open", "value": OpenView } | { "type": "file", "value": FileView } | { "type": "journal", "value": JournalView } | { "type": "ack", "value": Ack };

export type JournalFile = { 
/**
 * File name, or path below the folder.
 */
name: string, 
/**
 * SHA-256, hex.
 */
sha256: string, };

export type JournalSource = { 
/**
 * File or folder name.
 */
name: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * SHA-256 of the source, hex.
 */
sha256: string, 
/**
 * Its files: at least one.
 */
files: Array<JournalFile>, };

export type JournalView = { 
/**
 * Sources of the case.
 */
sources: Array<JournalSource>, 
/**
 * Number of decisions.
 */
decisions: number, 
/**
 * For `restore-snapshot` after the same files were added.
 */
snapshot: string, };

export type LeakView = { 
/**
 * File.
 */
path: string, 
/**
 * Place in it, ready to show.
 */
place: string, 
/**
 * Kind.
 */
category: Category, 
/**
 * Message, when known.
 */
message: MessageId | null, 
/**
 * What to keep here on purpose; `null` where nothing can be kept (bytes of a picture).
 */
value: OccurrenceView | null, };

export type LikelyAccountRow = { 
/**
 * The first.
 */
one: SourceId, 
/**
 * Its name.
 */
oneName: string, 
/**
 * The other.
 */
other: SourceId, 
/**
 * Its name.
 */
otherName: string, };

export type LikelyPersonRow = { 
/**
 * The first.
 */
one: ParticipantId, 
/**
 * Names and numbers of the first.
 */
oneLabel: string, 
/**
 * The other.
 */
other: ParticipantId, 
/**
 * Names and numbers of the other.
 */
otherLabel: string, 
/**
 * Why.
 */
reason: LikelyReason, };

export type LikelyReason = "number" | "name";

export type MappedColumn = { 
/**
 * Its header, empty without one.
 */
header: string, 
/**
 * What it holds.
 */
role: Role, };

export type Mapping = { 
/**
 * What a person calls it.
 */
name: string, 
/**
 * The first row holds the headers.
 */
header: boolean, 
/**
 * All columns, in the order of the file.
 */
columns: Array<MappedColumn>, };

export type Mark = { 
/**
 * Finding.
 */
finding: FindingId, 
/**
 * In UTF-16 units.
 */
span: Utf16Span, 
/**
 * Kind.
 */
category: Category, 
/**
 * Group.
 */
group: Group, 
/**
 * Band.
 */
band: Band, 
/**
 * State.
 */
outcome: OutcomeView, 
/**
 * Label of the mask when redacted, as it will stand in the released copy.
 */
mask: string | null, };

export type MessageId = number;

export type MessageKind = "text" | "media" | "call" | "location" | "contact" | "poll" | "system" | "deleted" | "view-once" | "post" | "comment" | "entry";

export type MessageView = { 
/**
 * Id.
 */
id: MessageId, 
/**
 * Position in the conversation, from 0.
 */
index: number, 
/**
 * Local day `YYYY-MM-DD` in the zone of the case, `null` when unknown.
 */
day: string | null, 
/**
 * `HH:MM`, or the source's own text when it could not be read.
 */
time: string, 
/**
 * Whole time for the tooltip: local time with offset and the source's text.
 */
timeFull: string, 
/**
 * The clock hour is repeated or skipped, so the instant is an assumption.
 */
clockChange: boolean, 
/**
 * Sender's name; `null` for system notices.
 */
sender: string | null, 
/**
 * Findings in the sender's name or number.
 */
senderMarks: Array<Mark>, 
/**
 * Direction.
 */
direction: Direction, 
/**
 * Kind.
 */
kind: MessageKind, 
/**
 * Text fields in order: subject, body, quoted, link preview.
 */
fields: Array<FieldView>, 
/**
 * Attachments.
 */
attachments: Array<AttachmentView>, 
/**
 * Inside the scope.
 */
inScope: boolean, 
/**
 * The whole message is redacted: the label of the reason.
 */
withheld: string | null, 
/**
 * Edited, according to the source.
 */
edited: boolean, 
/**
 * Call length in seconds.
 */
callSeconds: number | null, 
/**
 * The sender as a participant.
 */
senderId: ParticipantId | null, 
/**
 * In what capacity it was written.
 */
capacity: Capacity, 
/**
 * What that rests on.
 */
capacityFrom: CapacityFrom, 
/**
 * Names of all sources that hold it, where there are several.
 */
heldBy: Array<string>, 
/**
 * What exports say differently about it.
 */
changes: Array<ChangeView>, };

export type OccurrenceView = { 
/**
 * Stable place, or a place of the finished files.
 */
place: string, 
/**
 * Category of the value.
 */
category: Category, 
/**
 * Canonical form of the value.
 */
key: string, };

export type OpenSecret = { "type": "passphrase", 
/**
 * Text.
 */
passphrase: string, } | { "type": "private-key", 
/**
 * Bytes.
 */
bytes: Array<number>, } | { "type": "nothing" };

export type OpenView = { 
/**
 * Everything fits.
 */
intact: boolean, 
/**
 * Opened with a secret (else only form and checksums were looked at).
 */
opened: boolean, 
/**
 * A working file that can be continued.
 */
workingFile: boolean, 
/**
 * Files inside.
 */
files: Array<FileView>, 
/**
 * Those of them that are too large to be taken out at once: [`super::Job::Extract`].
 */
inside: Array<string>, 
/**
 * Damaged entries by name.
 */
damaged: Array<string>, 
/**
 * Parts.
 */
parts: number, };

export type OutcomeView = "open" | "redact" | "keep" | "unsure";

export type Overview = { 
/**
 * Sources in the order in which they were added.
 */
sources: Array<SourceView>, 
/**
 * Messages of all sources.
 */
messages: number, 
/**
 * Conversations of all sources.
 */
conversations: number, 
/**
 * People.
 */
participants: number, 
/**
 * True when everything loaded was searched.
 */
scanned: boolean, 
/**
 * Findings by state, within the scope.
 */
review: ReviewCounts, 
/**
 * What is searched, in groups: ids `searched-<id>` in ui.ftl.
 */
searched: Array<string>, 
/**
 * Categories that are not searched, ids `not-searched-<id>` in ui.ftl.
 */
notSearched: Array<string>, 
/**
 * Messages outside the scope.
 */
leftOut: number, 
/**
 * True when there are decisions since the last saved working file or bundle.
 */
unsaved: boolean, 
/**
 * Undo and redo can be pressed.
 */
canUndo: boolean, 
/**
 * See `can_undo`.
 */
canRedo: boolean, 
/**
 * Keys that a person changed, see [`super::Request::SetKeys`].
 */
keys: { [key in string]: string }, 
/**
 * What is searched.
 */
search: SearchView, 
/**
 * Importers that a person can choose: id.
 */
formats: Array<string>, 
/**
 * Messages by capacity.
 */
capacities: CapacityCounts, 
/**
 * Pairs of people and of accounts that nobody ruled on.
 */
likely: number, };

export type ParticipantId = number;

export type PassphraseView = { 
/**
 * Generated text.
 */
text: string | null, 
/**
 * Bits of guessing work, rounded down.
 */
bits: number, 
/**
 * Good enough to be used.
 */
accepted: boolean, 
/**
 * Why not better: `strength-<id>` in ui.ftl.
 */
reasons: Array<string>, };

export type PeoplePage = { 
/**
 * People that fit.
 */
total: number, 
/**
 * All people.
 */
all: number, 
/**
 * A window of those that fit, most messages first.
 */
people: Array<PersonRow>, 
/**
 * People that may be one, as far as nobody ruled.
 */
likely: Array<LikelyPersonRow>, 
/**
 * Of them not shown.
 */
likelyMore: number, 
/**
 * Sources that may be exports of one account.
 */
likelyAccounts: Array<LikelyAccountRow>, 
/**
 * Messages by capacity.
 */
capacities: CapacityCounts, 
/**
 * Undo and redo can be pressed.
 */
canUndo: boolean, 
/**
 * See `can_undo`.
 */
canRedo: boolean, };

export type PersonPart = { 
/**
 * Participant.
 */
id: ParticipantId, 
/**
 * Names and numbers.
 */
label: string, 
/**
 * Name of the source.
 */
source: string, };

export type PersonRow = { 
/**
 * A participant that stands for the person.
 */
id: ParticipantId, 
/**
 * Name, else number, else a neutral word.
 */
name: string, 
/**
 * Further names.
 */
names: Array<string>, 
/**
 * Numbers and addresses.
 */
handles: Array<string>, 
/**
 * Messages that they sent.
 */
messages: number, 
/**
 * Conversations that they take part in.
 */
conversations: number, 
/**
 * The owner of the account.
 */
owner: boolean, 
/**
 * Capacity.
 */
capacity: Capacity, 
/**
 * The participants of the sources that are this person, where they are several.
 */
parts: Array<PersonPart>, };

export type Phase = "reading" | "joining" | "scanning" | "checking" | "releasing" | "verifying" | "deriving" | "sealing" | "opening";

export type Picture = { 
/**
 * Media type.
 */
mediaType: string, 
/**
 * Encoded bytes.
 */
bytes: Uint8Array, 
/**
 * Pixels.
 */
width: number, 
/**
 * Pixels.
 */
height: number, };

export type Place = { 
/**
 * Conversation.
 */
conversation: ConversationId, 
/**
 * Position in it, from 0.
 */
index: number, };

export type Presence = "present" | "missing" | "omitted";

export type Preset = "strict" | "normal" | "everything";

export type Progress = { 
/**
 * What is being done.
 */
phase: Phase, 
/**
 * Bytes (or iterations while deriving) done.
 */
done: number, 
/**
 * Total of the same unit, 0 when unknown.
 */
total: number, 
/**
 * Records handled so far.
 */
records: number, };

export type Question = { "kind": "time-zone", 
/**
 * IANA name.
 */
suggested: string | null, 
/**
 * Number of messages.
 */
clockChanges: number, } | { "kind": "date-order", 
/**
 * Orders that fit: `dmy`, `mdy`, `ymd`.
 */
fitting: Array<string>, } | { "kind": "columns", 
/**
 * As guessed.
 */
mapping: Mapping, 
/**
 * The first rows, cells cut short.
 */
rows: Array<Array<string>>, 
/**
 * A person said so; else it is a guess.
 */
confirmed: boolean, } | { "kind": "password", 
/**
 * The one that was given does not fit.
 */
wrong: boolean, 
/**
 * What kind of password.
 */
secret: Secret, } | { "kind": "owner", 
/**
 * Handles or names.
 */
candidates: Array<string>, };

export type RecordErrorView = { 
/**
 * Number of the record, from 1.
 */
record: number, 
/**
 * Sentence in the configured language.
 */
message: string, 
/**
 * Byte in the member.
 */
byte: number, 
/**
 * Archive member.
 */
member: string | null, };

export type RegisterView = { 
/**
 * Accounts, those of the sources first.
 */
accounts: Array<AccountRow>, 
/**
 * Undo and redo can be pressed.
 */
canUndo: boolean, 
/**
 * See `can_undo`.
 */
canRedo: boolean, };

export type ReleaseView = { 
/**
 * Written and verified.
 */
verified: boolean, 
/**
 * Files, under `released/`; for saving, one ZIP holds them all (`released.zip`).
 */
files: Array<FileView>, 
/**
 * Values searched for in the finished files.
 */
searchedValues: number, 
/**
 * Where removed values were found: nothing was kept then.
 */
leaks: Array<LeakView>, 
/**
 * Messages released, partly masked, wholly withheld, outside the scope.
 */
messages: number, 
/**
 * See `messages`.
 */
partly: number, 
/**
 * See `messages`.
 */
withheld: number, 
/**
 * See `messages`.
 */
outside: number, 
/**
 * Attachments withheld.
 */
attachmentsWithheld: number, 
/**
 * Pictures given.
 */
pictures: number, };

export type Request = { "type": "configure", lang: string, offload: boolean, } | { "type": "overview" } | { "type": "answer", source: SourceId, answers: SourceAnswers, } | { "type": "remove-source", source: SourceId, } | { "type": "split-source", source: SourceId, } | { "type": "join-sources", sources: Array<SourceId>, } | { "type": "conversations" } | { "type": "found-so-far", 
/**
 * Conversations to name at most.
 */
rows: number, } | { "type": "found-in", 
/**
 * The conversation.
 */
conversation: ConversationId, 
/**
 * First finding.
 */
start: number, 
/**
 * How many.
 */
count: number, } | { "type": "thread-index", conversation: ConversationId, } | { "type": "thread", conversation: ConversationId, start: number, count: number, } | { "type": "preview", conversation: ConversationId, start: number, count: number, } | { "type": "search", query: string, conversation: ConversationId | null, 
/**
 * Only messages written in this capacity.
 */
capacity: Capacity | null, limit: number, } | { "type": "locate", message: MessageId, } | { "type": "values", conversation: ConversationId | null, onlyOpen: boolean, start: number, count: number, } | { "type": "card", finding: FindingId, } | { "type": "next-open", after: FindingId | null, conversation: ConversationId | null, backwards: boolean, } | { "type": "decide", scope: DecideScope, action: DecideAction, basis: string | null, note: string | null, } | { "type": "mark", target: Target, span: Utf16Span, basis: string | null, } | { "type": "accept-suggestions" } | { "type": "accept-twins" } | { "type": "redact-occurrence", place: string, category: Category, key: string, } | { "type": "keep-occurrence", place: string, category: Category, key: string, reason: string, } | { "type": "undo" } | { "type": "redo" } | { "type": "scope" } | { "type": "set-scope", excluded: Array<ConversationId>, 
/**
 * Only conversations that one of these people takes part in; all when `null`.
 */
people: Array<ParticipantId> | null, from: string | null, to: string | null, zone: string, } | { "type": "coverage", days: number, } | { "type": "people", query: string, capacity: Capacity | null, start: number, count: number, } | { "type": "same-person", one: ParticipantId, other: ParticipantId, same: boolean, } | { "type": "same-account", one: SourceId, other: SourceId, same: boolean, } | { "type": "set-own", participant: ParticipantId, own: boolean, } | { "type": "set-capacity", about: CapacityAbout, capacity: Capacity | null, } | { "type": "register" } | { "type": "set-account", id: string | null, entry: AccountEntry | null, } | { "type": "register-csv" } | { "type": "set-keys", keys: { [key in string]: string }, } | { "type": "set-search", preset: Preset, off: Array<Category>, } | { "type": "set-profile", profile: string | null, } | { "type": "bases" } | { "type": "thumbnail", message: MessageId, attachment: number, } | { "type": "generate-passphrase" } | { "type": "strength", passphrase: string, } | { "type": "certificate", bytes: Array<number>, } | { "type": "journal" } | { "type": "snapshot" } | { "type": "restore-snapshot", snapshot: string, poisoned: Array<[number, number]>, };

export type ReviewCounts = { 
/**
 * Different values with at least one place in the scope.
 */
values: number, 
/**
 * Different values without an open or unsure place of band A or B.
 */
valuesDecided: number, 
/**
 * Places of band A or B.
 */
places: number, 
/**
 * Open places of band A and B.
 */
open: number, 
/**
 * Unsure places.
 */
unsure: number, 
/**
 * Redacted places.
 */
redacted: number, 
/**
 * Kept places.
 */
kept: number, 
/**
 * Wholly redacted messages.
 */
wholeMessages: number, 
/**
 * Places of band C that nobody decided (shown, kept).
 */
openC: number, };

export type Role = "time" | "clock" | "sender" | "sender-handle" | "receiver" | "conversation" | "text" | "subject" | "direction" | "attachment" | "quoted" | "reactions" | "other";

export type ScopeView = { 
/**
 * Conversations left out.
 */
excluded: Array<ConversationId>, 
/**
 * People to whose conversations the case is narrowed, by a participant; `null`: it is not.
 */
people: Array<ParticipantId> | null, 
/**
 * First day, included.
 */
from: string | null, 
/**
 * Last day, included.
 */
to: string | null, 
/**
 * IANA zone of the days.
 */
zone: string, 
/**
 * Messages inside.
 */
inside: number, 
/**
 * Messages left out because of their conversation.
 */
outsideConversation: number, 
/**
 * Messages left out because none of the chosen people takes part in their conversation.
 */
outsidePeople: number, 
/**
 * Messages left out because of the period.
 */
outsidePeriod: number, 
/**
 * Messages without a readable time (left out only when a period is set).
 */
undated: number, };

export type SealView = { 
/**
 * The bundle file.
 */
file: FileView, 
/**
 * The receipt (HTML), also inside the bundle.
 */
receipt: FileView, 
/**
 * Parts.
 */
parts: number, 
/**
 * Slots: fingerprint and role.
 */
slots: Array<SlotView>, };

export type SearchHit = { 
/**
 * Message.
 */
message: MessageId, 
/**
 * Conversation.
 */
conversation: ConversationId, 
/**
 * Position in it.
 */
index: number, 
/**
 * Title of the conversation.
 */
title: string, 
/**
 * Day and time.
 */
time: string, 
/**
 * Sender's name.
 */
sender: string | null, 
/**
 * Part of the text around the first hit.
 */
snippet: string, 
/**
 * Hits in the snippet.
 */
spans: Array<Utf16Span>, };

export type SearchResult = { 
/**
 * Everything was searched. Until then `total` counts the hits so far and `hits` is empty.
 */
done: boolean, 
/**
 * Messages searched so far.
 */
searched: number, 
/**
 * All hits.
 */
total: number, 
/**
 * The newest ones.
 */
hits: Array<SearchHit>, };

export type SearchView = { 
/**
 * From which score on.
 */
preset: Preset, 
/**
 * Categories that are not shown.
 */
off: Array<Category>, 
/**
 * All categories, in the order of the choice.
 */
categories: Array<Category>, 
/**
 * Name of the profile, empty where it has none; `null` without a profile.
 */
profile: string | null, };

export type Secret = "password" | "recovery-key";

export type Secrets = { 
/**
 * Passphrases, each opens alone.
 */
passphrases: Array<string>, 
/**
 * Certificates, PEM or DER.
 */
certificates: Array<Array<number>>, };

export type SlotView = { 
/**
 * First 8 bytes of the SHA-256 of the RecipientInfo, hex.
 */
fingerprint: string, 
/**
 * `passphrase` or `certificate`.
 */
role: string, };

export type SourceAnswers = { 
/**
 * Importer id chosen by the person instead of the recognised one.
 */
format: string | null, 
/**
 * IANA name.
 */
zone: string | null, 
/**
 * The owner's handles or names.
 */
owners: Array<string>, 
/**
 * `dmy`, `mdy`, `ymd`.
 */
dateOrder: string | null, 
/**
 * What the columns of a table hold, instead of the guess.
 */
mapping: Mapping | null, 
/**
 * Password of an encrypted export; never sent back.
 */
password?: string, 
/**
 * Questions answered with "not known", by kind.
 */
unknown: Array<string>, };

export type SourceFileView = { 
/**
 * File name, or path below the folder.
 */
path: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * SHA-256, hex.
 */
sha256: string, };

export type SourceId = number;

export type SourceView = { 
/**
 * Id.
 */
id: SourceId, 
/**
 * File name.
 */
name: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * SHA-256, hex: of one file its own, of several that of their list.
 */
sha256: string, 
/**
 * The first files that belong to it; one of a phone's backup has thousands.
 */
files: Array<SourceFileView>, 
/**
 * Files that belong to it.
 */
fileCount: number, 
/**
 * Files that were given with it and only listed.
 */
filesListed: number, 
/**
 * Importer id; `null` when not recognised: kept in the bundle, not searched, not released.
 */
format: string | null, 
/**
 * Built from documentation, never seen on a real file.
 */
fromDocumentation: boolean, 
/**
 * App and shape words.
 */
variant: string | null, 
/**
 * The account in one sentence.
 */
account: string, 
/**
 * Messages of it that another source holds too.
 */
shared: number, 
/**
 * Records seen.
 */
seen: number, 
/**
 * Records read.
 */
parsed: number, 
/**
 * Left out on purpose, by reason id.
 */
skipped: Record<string, number>, 
/**
 * Damaged records.
 */
errorCount: number, 
/**
 * The first damaged records.
 */
errors: Array<RecordErrorView>, 
/**
 * Repaired strings by kind.
 */
repairs: Record<string, number>, 
/**
 * Reading ended early.
 */
partial: boolean, 
/**
 * Day of the first message, ready to show; `null` when unknown.
 */
first: string | null, 
/**
 * Day of the last message.
 */
last: string | null, 
/**
 * Attachments named and attachments that the file does not hold.
 */
attachments: number, 
/**
 * See `attachments`.
 */
attachmentsMissing: number, 
/**
 * Messages.
 */
messages: number, 
/**
 * What is still unanswered.
 */
questions: Array<Question>, 
/**
 * What the reader should know.
 */
warnings: Array<Warning>, 
/**
 * Present answers.
 */
answers: SourceAnswers, };

export type StepView = { "type": "working", progress: Progress, } | { "type": "crypto", index: number, encrypt: boolean, progress: Progress, } | { "type": "done", result: JobResult, };

export type Target = { "kind": "message", "of": [MessageId, Field] } | { "kind": "participant-name", "of": [ParticipantId, number] } | { "kind": "participant-handle", "of": [ParticipantId, number] } | { "kind": "conversation-title", "of": ConversationId };

export type ThreadIndex = { 
/**
 * Number of messages.
 */
count: number, 
/**
 * One byte per message: low 6 bits = estimated lines of 48 characters (at most 63),
 * bit 6 = a new day starts, bit 7 = has a picture.
 */
sizes: Uint8Array, };

export type ToolView = { 
/**
 * Version.
 */
version: string, 
/**
 * SHA-256 of the page's own file, hex; `null` where it is not known.
 */
sha256: string | null, };

export type Utf16Span = { 
/**
 * First unit.
 */
start: number, 
/**
 * One past the last unit.
 */
end: number, };

export type ValuePage = { 
/**
 * All values that fit.
 */
total: number, 
/**
 * This page.
 */
values: Array<ValueRow>, };

export type ValueRow = { 
/**
 * First place (open ones first).
 */
finding: FindingId, 
/**
 * Kind.
 */
category: Category, 
/**
 * Group.
 */
group: Group, 
/**
 * As written at the first place.
 */
text: string, 
/**
 * Best band of its places.
 */
band: Band, 
/**
 * Number of places in the scope.
 */
places: number, 
/**
 * State: open if any place is open, else unsure, else what all have (redact when mixed).
 */
outcome: OutcomeView, 
/**
 * Some places are redacted and some kept.
 */
mixed: boolean, };

export type Warning = { 
/**
 * `count-differs`, `ends-suddenly`, `round-count`, `media-omitted`, `media-missing` …
 */
id: string, 
/**
 * Arguments of the sentence; numbers as text.
 */
args: { [key in string]: string }, };

