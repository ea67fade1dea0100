"""Writes the backups of tests/fixtures/import that Signal would have. All people are made up.

usage: signal_make.py tests/fixtures/import     needs the packages protobuf and cryptography
       signal_make.py keys                      the expected values of src/import/signal/key.rs
Messages and their JSON form are written by Google's own protobuf package, so that the fixtures are
an oracle for our reading of both; keys, HMAC and AES by hmac, hashlib and cryptography. Run it again
after a change here, then bless expected.json (tests/import.rs) and read the difference.
"""

import base64
import gzip
import hashlib
import hmac
import json
import shutil
import sys
import zipfile
from pathlib import Path

SECRET = "maskera0maskera1maskera2maskera3maskera4maskera5maskera6maskera7"
NONCE, BACKUP_ID = b"nonce-nonce-", b"backup-id-16byte"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

# Message: number name type; types are those of Protocol Buffers or messages, * several, ? optional.
SCHEMA = """
BackupInfo: 1 version uint64; 2 backupTimeMs uint64; 3 mediaRootBackupKey bytes; 4 currentAppVersion string
Frame: 1 account AccountData; 2 recipient Recipient; 3 chat Chat; 4 chatItem ChatItem; 5 stickerPack StickerPack; 6 adHocCall AdHocCall; 7 notificationProfile NotificationProfile; 8 chatFolder ChatFolder
AccountData: 2 username string; 4 givenName string; 5 familyName string; 13 bioText string
Recipient: 1 id uint64; 2 contact Contact; 3 group Group; 4 distributionList DistributionListItem; 5 self Empty; 6 releaseNotes Empty; 7 callLink CallLink
Empty:
Name: 1 given string; 2 family string
Contact: 1 aci bytes; 2 pni bytes; 3 username string; 4 e164 uint64; 5 blocked bool; 11 profileGivenName string; 12 profileFamilyName string; 16 nickname Name; 17 note string; 18 systemGivenName string; 19 systemFamilyName string
Group: 1 masterKey bytes; 5 snapshot GroupSnapshot
GroupSnapshot: 2 title Attribute; 7 members *Member; 11 description Attribute
Attribute: 1 title string; 3 disappearingMessagesDuration uint32; 4 descriptionText string
Member: 1 userId bytes; 2 role Role
DistributionListItem: 1 distributionId bytes; 3 distributionList DistributionList
DistributionList: 1 name string; 4 memberRecipientIds *uint64
CallLink: 1 rootKey bytes; 3 name string
Chat: 1 id uint64; 2 recipientId uint64; 5 expirationTimerMs uint64
StickerPack: 1 packId bytes; 2 packKey bytes
AdHocCall: 1 callId uint64; 2 recipientId uint64; 4 callTimestamp uint64
NotificationProfile: 1 name string
ChatFolder: 1 name string; 7 includedRecipientIds *uint64
ChatItem: 1 chatId uint64; 2 authorId uint64; 3 dateSent uint64; 4 expireStartDate uint64; 5 expiresInMs uint64; 6 revisions *ChatItem; 7 sms bool; 8 incoming Incoming; 9 outgoing Outgoing; 10 directionless Empty; 11 standardMessage StandardMessage; 12 contactMessage ContactMessage; 13 stickerMessage StickerMessage; 14 remoteDeletedMessage Empty; 15 updateMessage Update; 16 paymentNotification Payment; 17 giftBadge GiftBadge; 18 viewOnceMessage ViewOnce; 19 directStoryReplyMessage StoryReply; 20 poll Poll; 22 adminDeletedMessage AdminDeleted; 99 fromTomorrow string
Incoming: 1 dateReceived uint64; 2 dateServerSent uint64; 3 read bool; 4 sealedSender bool
Outgoing: 1 sendStatus *SendStatus; 2 dateReceived uint64
SendStatus: 1 recipientId uint64; 2 timestamp uint64; 3 pending Empty; 5 delivered Sealed; 6 read Sealed; 9 failed Failed
Sealed: 1 sealedSender bool
Failed: 1 reason Reason
Text: 1 body string; 2 bodyRanges *BodyRange
BodyRange: 1 start uint32; 2 length uint32; 3 mentionAci bytes; 4 style Style
StandardMessage: 1 quote Quote; 2 text Text; 3 attachments *MessageAttachment; 4 linkPreview *LinkPreview; 5 longText FilePointer; 6 reactions *Reaction
Quote: 1 targetSentTimestamp uint64; 2 authorId uint64; 3 text Text; 4 attachments *QuotedAttachment; 5 type QuoteType
QuotedAttachment: 1 contentType string; 2 fileName string
MessageAttachment: 1 pointer FilePointer; 2 flag Flag; 3 wasDownloaded bool
FilePointer: 4 contentType string; 7 fileName string; 8 width uint32; 10 caption string; 13 locatorInfo LocatorInfo
LocatorInfo: 1 key bytes; 3 size uint32; 9 localKey bytes; 10 plaintextHash bytes
LinkPreview: 1 url string; 2 title string; 4 description string
Reaction: 1 emoji string; 2 authorId uint64; 3 sentTimestamp uint64; 4 sortOrder uint64
ContactMessage: 1 contact Card; 2 reactions *Reaction
Card: 1 name CardName; 3 number *CardPhone; 4 email *CardMail; 5 address *CardAddress; 7 organization string
CardName: 1 givenName string; 2 familyName string
CardPhone: 1 value string; 2 type PhoneType
CardMail: 1 value string; 2 type PhoneType
CardAddress: 3 street string; 6 city string; 8 postcode string; 9 country string
StickerMessage: 1 sticker Sticker; 2 reactions *Reaction
Sticker: 1 packId bytes; 2 packKey bytes; 3 stickerId uint32; 4 emoji string; 5 data FilePointer
Payment: 1 amountMob string; 2 feeMob string; 3 note string
GiftBadge: 1 receiptCredentialPresentation bytes; 2 state GiftState
ViewOnce: 1 attachment MessageAttachment; 2 reactions *Reaction
StoryReply: 1 textReply TextReply; 2 emoji string
TextReply: 1 text Text
Poll: 1 question string; 2 allowMultiple bool; 3 options *PollOption; 4 hasEnded bool
PollOption: 1 option string; 2 votes *PollVote
PollVote: 1 voterId uint64; 2 voteCount uint32
AdminDeleted: 1 adminId uint64
Update: 1 simpleUpdate SimpleUpdate; 2 groupChange GroupChange; 3 expirationTimerChange Timer; 4 profileChange ProfileChange; 5 threadMerge ThreadMerge; 7 individualCall IndividualCall; 8 groupCall GroupCall; 9 learnedProfileChange LearnedProfile; 10 pollTerminate PollTerminate; 11 pinMessage PinMessage
SimpleUpdate: 1 type SimpleType
GroupChange: 1 updates *GroupUpdate
GroupUpdate: 3 groupNameUpdate GroupName; 10 groupMemberLeftUpdate GroupLeft; 18 groupMemberAddedUpdate GroupAdded; 34 groupExpirationTimerUpdate GroupTimer
GroupName: 1 updaterAci bytes; 2 newGroupName string
GroupLeft: 1 aci bytes
GroupAdded: 1 updaterAci bytes; 2 newMemberAci bytes
GroupTimer: 1 expiresInMs uint64; 2 updaterAci bytes
Timer: 1 expiresInMs uint64
ProfileChange: 1 previousName string; 2 newName string
ThreadMerge: 1 previousE164 uint64
LearnedProfile: 1 e164 uint64
PollTerminate: 1 targetSentTimestamp uint64; 2 question string
PinMessage: 1 targetSentTimestamp uint64; 2 authorId uint64
IndividualCall: 1 callId uint64; 2 type CallType; 3 direction CallDirection; 4 state CallState; 5 startedCallTimestamp uint64
GroupCall: 1 callId uint64; 2 state GroupCallState; 4 startedCallRecipientId uint64; 5 startedCallTimestamp uint64; 6 endedCallTimestamp uint64
"""
ENUMS = {
    "Role": "UNKNOWN DEFAULT ADMINISTRATOR",
    "Reason": "UNKNOWN NETWORK IDENTITY_KEY_MISMATCH",
    "Style": "NONE BOLD ITALIC SPOILER STRIKETHROUGH MONOSPACE",
    "QuoteType": "UNKNOWN NORMAL GIFT_BADGE VIEW_ONCE POLL",
    "Flag": "NONE VOICE_MESSAGE BORDERLESS GIF",
    "PhoneType": "UNKNOWN HOME MOBILE WORK CUSTOM",
    "GiftState": "UNOPENED OPENED REDEEMED FAILED",
    "SimpleType": "UNKNOWN JOINED_SIGNAL IDENTITY_UPDATE IDENTITY_VERIFIED IDENTITY_DEFAULT CHANGE_NUMBER",
    "CallType": "UNKNOWN_TYPE AUDIO_CALL VIDEO_CALL",
    "CallDirection": "UNKNOWN_DIRECTION INCOMING OUTGOING",
    "CallState": "UNKNOWN_STATE ACCEPTED NOT_ACCEPTED MISSED",
    "GroupCallState": "UNKNOWN_STATE GENERIC JOINED RINGING ACCEPTED DECLINED MISSED",
}


def messages():
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

    scalars = {
        "uint64": 4, "uint32": 13, "bool": 8, "string": 9, "bytes": 12,
    }
    file = descriptor_pb2.FileDescriptorProto(name="made.proto", package="made", syntax="proto3")
    for name, words in ENUMS.items():
        enum = file.enum_type.add(name=name)
        for number, word in enumerate(words.split()):
            enum.value.add(name=f"{name}_{word}", number=number)
    for line in SCHEMA.strip().splitlines():
        name, _, fields = line.partition(":")
        message = file.message_type.add(name=name)
        for field in filter(None, (part.strip() for part in fields.split(";"))):
            number, label, kind = field.split()
            several = kind.startswith("*")
            kind = kind.lstrip("*")
            made = message.field.add(name=label, json_name=label, number=int(number), label=3 if several else 1)
            if kind in scalars:
                made.type = scalars[kind]
            elif kind in ENUMS:
                made.type, made.type_name = 14, f".made.{kind}"
            else:
                made.type, made.type_name = 11, f".made.{kind}"
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    found = pool.FindFileByName("made.proto").message_types_by_name
    return {name: message_factory.GetMessageClass(one) for name, one in found.items()}


def enums_as_signal(value):
    """Enum values are unique in a file here, so they carry their enum's name; Signal's do not."""
    if isinstance(value, dict):
        return {key: enums_as_signal(one) for key, one in value.items()}
    if isinstance(value, list):
        return [enums_as_signal(one) for one in value]
    if isinstance(value, str):
        for name in ENUMS:
            if value.startswith(name + "_") and value[len(name) + 1:] in ENUMS[name].split():
                return value[len(name) + 1:]
    return value


def word(name, text):
    return f"{name}_{text}"


def aci(n):
    return bytes.fromhex(f"000a11ce000040008000{n:012x}")


def varint(n):
    out = b""
    while n > 0x7F:
        out += bytes([n & 0x7F | 0x80])
        n >>= 7
    return out + bytes([n])


def delimited(records):
    return b"".join(varint(len(one)) + one for one in records)


# --- keys and ciphers -----------------------------------------------------------------------


def hkdf(secret, info, size):
    made, block, n = b"", b"", 1
    key = hmac.new(b"\0" * 32, secret, hashlib.sha256).digest()
    while len(made) < size:
        block = hmac.new(key, block + info + bytes([n]), hashlib.sha256).digest()
        made, n = made + block, n + 1
    return made[:size]


def ciphers():
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    return Cipher, algorithms, modes


def backup_id_mask(backup_key, nonce):
    Cipher, algorithms, modes = ciphers()
    key = hkdf(backup_key, b"20241011_SIGNAL_LOCAL_BACKUP_METADATA_KEY", 32)
    counter = Cipher(algorithms.AES(key), modes.CTR(nonce + b"\0" * 4)).encryptor()
    return counter.update(b"\0" * 16)


def message_keys(backup_key, backup_id):
    both = hkdf(backup_key, b"20241007_SIGNAL_BACKUP_ENCRYPT_MESSAGE_BACKUP:" + backup_id, 64)
    return both[:32], both[32:]


def xor(one, other):
    return bytes(a ^ b for a, b in zip(one, other))


def sealed(plain, cipher_key, mac_key, start):
    Cipher, algorithms, modes = ciphers()
    padding = 16 - len(plain) % 16
    encryptor = Cipher(algorithms.AES(cipher_key), modes.CBC(start)).encryptor()
    body = start + encryptor.update(plain + bytes([padding]) * padding) + encryptor.finalize()
    return body + hmac.new(mac_key, body, hashlib.sha256).digest()


# --- content ----------------------------------------------------------------------------------

T = 1_767_600_000_000  # 2026-01-05 08:00 UTC
OWNER, ANNA, BO, GROUP, NEWS, STORY, LINK, GHOST = range(1, 9)


def file_of(content, kind, name=None, caption=None, present=True):
    digest = hashlib.sha256(content).digest()
    key = hashlib.sha512(b"key of " + content).digest()
    pointer = {
        "contentType": kind,
        "locatorInfo": {"key": b"\7" * 32, "size": len(content), "localKey": key, "plaintextHash": digest},
    }
    if name:
        pointer["fileName"] = name
    if caption:
        pointer["caption"] = caption
    if present:
        FILES[hashlib.sha256(digest + key).hexdigest()] = (content, key, kind)
    return pointer


FILES = {}


def incoming(at):
    return {"dateReceived": at + 900, "dateServerSent": at + 400, "read": True}


def outgoing(at, *to, state="delivered"):
    made = {"delivered": {"sealedSender": True}, "failed": {"reason": word("Reason", "NETWORK")}}[state]
    return {"sendStatus": [{"recipientId": one, "timestamp": at + 500, state: made} for one in to]}


def item(chat, author, minute, **rest):
    at = T + minute * 60_000
    made = {"chatId": chat, "authorId": author, "dateSent": at}
    if "directionless" in rest or "incoming" in rest or "outgoing" in rest:
        pass
    elif author == OWNER:
        made["outgoing"] = outgoing(at, ANNA) if chat == 1 else outgoing(at, ANNA, BO)
    else:
        made["incoming"] = incoming(at)
    return {"chatItem": {**made, **rest}}


def text(body, **rest):
    return {"standardMessage": {"text": {"body": body}, **rest}}


def reaction(emoji, by, minute):
    return {"emoji": emoji, "authorId": by, "sentTimestamp": T + minute * 60_000, "sortOrder": minute}


def danish():
    """A direct chat, a group, the app's news: every kind of item once."""
    mention = "Kan \ufffc tage den?"
    records = [
        {"account": {"givenName": "Mette", "familyName": "Prøvesen", "username": "mette.42", "bioText": "Sekretariatet, ring 31 39 06 00"}},
        {"recipient": {"id": OWNER, "self": {}}},
        {"recipient": {"id": ANNA, "contact": {"aci": aci(1), "pni": aci(2), "e164": 46701740605, "profileGivenName": "Anna", "profileFamilyName": "Testsson", "nickname": {"given": "Anna", "family": "fra Lund"}, "note": "Kollega, bor Prøvevej 3"}}},
        {"recipient": {"id": BO, "contact": {"aci": aci(3), "username": "bo.07", "systemGivenName": "Bo", "systemFamilyName": "Prøve"}}},
        {"recipient": {"id": GHOST, "contact": {"e164": 46701740606}}},
        {"recipient": {"id": GROUP, "group": {"masterKey": b"\5" * 32, "snapshot": {"title": {"title": "Beredskab"}, "members": [{"userId": aci(1), "role": word("Role", "ADMINISTRATOR")}, {"userId": aci(3), "role": word("Role", "DEFAULT")}, {"userId": aci(99), "role": word("Role", "DEFAULT")}]}}}},
        {"recipient": {"id": NEWS, "releaseNotes": {}}},
        {"recipient": {"id": STORY, "distributionList": {"distributionId": b"\0" * 16, "distributionList": {"name": "Familien", "memberRecipientIds": [ANNA]}}}},
        {"recipient": {"id": LINK, "callLink": {"rootKey": b"\6" * 16, "name": "Mandagsmøde"}}},
        {"chat": {"id": 1, "recipientId": ANNA}},
        {"chat": {"id": 2, "recipientId": GROUP, "expirationTimerMs": 604_800_000}},
        {"chat": {"id": 3, "recipientId": NEWS}},
        {"chat": {"id": 4, "recipientId": OWNER}},
        item(1, ANNA, 0, **text("Hej Mette, mit cpr er 010180-9996", reactions=[reaction("👍", OWNER, 1)])),
        item(1, OWNER, 2, **text("Tak, jeg ringer på 070-174 06 07", quote={"targetSentTimestamp": T, "authorId": ANNA, "text": {"body": "Hej Mette, mit cpr er 010180-9996"}, "type": word("QuoteType", "NORMAL")})),
        item(1, ANNA, 3, sms=True, **text("Sendt som SMS")),
        item(1, ANNA, 4, **text("Mødet er kl. 10"), revisions=[
            {"chatId": 1, "authorId": ANNA, "dateSent": T + 200_000, "incoming": incoming(T + 200_000), **text("Mødet er kl. 9 hos Kirsten")},
            {"chatId": 1, "authorId": ANNA, "dateSent": T + 220_000, "incoming": incoming(T + 220_000), **text("Mødet er kl. 9")},
        ]),
        item(1, ANNA, 5, remoteDeletedMessage={}),
        item(1, ANNA, 6, standardMessage={"attachments": [
            {"pointer": file_of(PNG, "image/png", "kort over Prøvevej.png", "Her bor jeg"), "wasDownloaded": True},
            {"pointer": file_of(b"gone", "audio/aac", present=False), "flag": word("Flag", "VOICE_MESSAGE"), "wasDownloaded": True},
            {"pointer": file_of(b"never", "video/mp4", "film.mp4", present=False)},
        ]}),
        item(1, ANNA, 7, **text("Se https://example.org/sag/7", linkPreview=[{"url": "https://example.org/sag/7", "title": "Sag 7", "description": "Om Anna Testsson"}])),
        item(1, ANNA, 8, contactMessage={"contact": {"name": {"givenName": "Kirsten", "familyName": "Prøvesen"}, "number": [{"value": "+46701740608", "type": word("PhoneType", "MOBILE")}], "email": [{"value": "kirsten@example.org"}], "address": [{"street": "Prøvevej 9", "postcode": "9999", "city": "Prøveby"}], "organization": "Kommunen"}, "reactions": [reaction("🙏", OWNER, 9)]}),
        item(1, OWNER, 10, stickerMessage={"sticker": {"packId": b"\1" * 16, "packKey": b"\2" * 32, "stickerId": 3, "emoji": "😺", "data": file_of(PNG + b"\0", "image/webp", present=False)}}),
        item(1, ANNA, 11, viewOnceMessage={"attachment": {"pointer": file_of(b"once", "image/jpeg", present=False)}}),
        item(1, OWNER, 12, paymentNotification={"amountMob": "1.5", "feeMob": "0.0004", "note": "For kaffe"}),
        item(1, ANNA, 13, giftBadge={"receiptCredentialPresentation": b"\3" * 8, "state": word("GiftState", "OPENED")}),
        item(1, ANNA, 14, directStoryReplyMessage={"textReply": {"text": {"body": "Flot billede"}}}),
        item(1, OWNER, 15, outgoing=outgoing(T + 900_000, ANNA, state="failed"), **text("Ikke sendt")),
        item(1, ANNA, 16, expiresInMs=86_400_000, expireStartDate=T + 960_000, **text("Forsvinder om en dag")),
        item(1, ANNA, 17, directionless={}, updateMessage={"individualCall": {"callId": 1, "type": word("CallType", "AUDIO_CALL"), "direction": word("CallDirection", "INCOMING"), "state": word("CallState", "MISSED"), "startedCallTimestamp": T + 1_020_000}}),
        item(1, ANNA, 18, directionless={}, updateMessage={"profileChange": {"previousName": "Anna Test", "newName": "Anna Testsson"}}),
        item(1, ANNA, 19, directionless={}, updateMessage={"expirationTimerChange": {"expiresInMs": 86_400_000}}),
        item(1, ANNA, 20, directionless={}, updateMessage={"simpleUpdate": {"type": word("SimpleType", "IDENTITY_UPDATE")}}),
        item(1, ANNA, 21, directionless={}, updateMessage={"threadMerge": {"previousE164": 46701740609}}),
        item(2, BO, 22, standardMessage={"text": {"body": mention, "bodyRanges": [{"start": 4, "length": 1, "mentionAci": aci(1)}, {"start": 0, "length": 3, "style": word("Style", "BOLD")}]}}),
        item(2, OWNER, 23, **text("Ja 😀 aftalt")),
        item(2, ANNA, 24, poll={"question": "Hvornår mødes vi?", "options": [{"option": "Mandag", "votes": [{"voterId": OWNER, "voteCount": 1}, {"voterId": BO, "voteCount": 1}]}, {"option": "Hos Kirsten"}], "allowMultiple": True}),
        item(2, ANNA, 25, adminDeletedMessage={"adminId": ANNA}),
        item(2, ANNA, 26, directionless={}, updateMessage={"groupChange": {"updates": [{"groupNameUpdate": {"updaterAci": aci(1), "newGroupName": "Beredskab"}}, {"groupMemberAddedUpdate": {"updaterAci": aci(1), "newMemberAci": aci(3)}}, {"groupExpirationTimerUpdate": {"expiresInMs": 604_800_000, "updaterAci": aci(1)}}]}}),
        item(2, ANNA, 27, directionless={}, updateMessage={"groupCall": {"callId": 2, "state": word("GroupCallState", "JOINED"), "startedCallRecipientId": ANNA, "startedCallTimestamp": T + 1_620_000, "endedCallTimestamp": T + 1_920_000}}),
        item(3, NEWS, 28, **text("Nyt i Signal")),
        item(4, OWNER, 29, outgoing={}, **text("Husk: kode 1234")),
        item(9, GHOST, 30, **text("Uden samtale"), fromTomorrow="Et nyt felt"),
        item(1, ANNA, -9_000_000, **text("For længe siden")),
        {"stickerPack": {"packId": b"\1" * 16, "packKey": b"\2" * 32}},
        {"adHocCall": {"callId": 3, "recipientId": LINK, "callTimestamp": T}},
        {"notificationProfile": {"name": "Ferie"}},
        {"chatFolder": {"name": "Arbejde", "includedRecipientIds": [ANNA, GROUP]}},
        {},
    ]
    return {"version": 1, "backupTimeMs": T + 86_400_000, "mediaRootBackupKey": b"\4" * 32, "currentAppVersion": "Signal-Android 8.10.2"}, records


def swedish():
    long = "Långt brev till nämnden. " * 40
    records = [
        {"account": {"givenName": "Sven", "familyName": "Provsson"}},
        {"recipient": {"id": OWNER, "self": {}}},
        {"recipient": {"id": ANNA, "contact": {"aci": aci(1), "e164": 46701740605, "profileGivenName": "Åsa", "profileFamilyName": "Provström"}}},
        {"chat": {"id": 1, "recipientId": ANNA}},
        item(1, ANNA, 0, **text("Hej Sven, ring 070-174 06 10")),
        item(1, OWNER, 1, standardMessage={"text": {"body": "Se bilden"}, "attachments": [{"pointer": file_of(PNG, "image/png", "skiss.png"), "wasDownloaded": True}]}),
        item(1, ANNA, 2, standardMessage={"text": {"body": long[:100]}, "longText": file_of(long.encode(), "text/x-signal-plain")}),
    ]
    return {"version": 1, "backupTimeMs": T + 86_400_000, "mediaRootBackupKey": b"\4" * 32}, records


def written(content):
    info, records = content
    from google.protobuf import json_format

    made = messages()
    objects = [made["BackupInfo"](**info)] + [made["Frame"](**one) for one in records]
    lines = [json.dumps(enums_as_signal(json_format.MessageToDict(one)), ensure_ascii=False) for one in objects]
    return delimited([one.SerializeToString(deterministic=True) for one in objects]), "\n".join(lines) + "\n"


def folder(path, frames):
    backup_key = hkdf(SECRET.encode(), b"20240801_SIGNAL_BACKUP_KEY", 32)
    mac, cipher = message_keys(backup_key, BACKUP_ID)
    inner = path / "signal-backup-2026-01-06-08-00-00"
    inner.mkdir(parents=True)
    hidden = xor(BACKUP_ID, backup_id_mask(backup_key, NONCE))
    (inner / "metadata").write_bytes(b"\x08\x01\x12\x20\x0a\x0c" + NONCE + b"\x12\x10" + hidden)
    packed = gzip.compress(frames, mtime=0)
    (inner / "main").write_bytes(sealed(packed + b"\0" * 100, cipher, mac, b"start-of-main-16"))
    names = sorted(FILES)
    (inner / "files").write_bytes(delimited([b"\x0a\x40" + name.encode() for name in names]))
    for name in names:
        content, key, _ = FILES[name]
        at = path / "files" / name[:2]
        at.mkdir(parents=True, exist_ok=True)
        (at / name).write_bytes(sealed(content + b"\0" * 40, key[:32], key[32:], b"start-of-file-16"))


def fixture(root, importer, name):
    path = root / importer / name
    shutil.rmtree(path / "input", ignore_errors=True)
    path.mkdir(parents=True, exist_ok=True)
    return path


def main():
    if sys.argv[1] == "keys":
        backup_key = hkdf(SECRET.encode(), b"20240801_SIGNAL_BACKUP_KEY", 32)
        backup_id = xor(b"encrypted-id-16-", backup_id_mask(backup_key, NONCE))
        for key in message_keys(backup_key, backup_id):
            print(key.hex())
        return
    root = Path(sys.argv[1])
    frames, lines = written(danish())
    (fixture(root, "signal-backup-v2", "danish-frames") / "backup.binproto").write_bytes(frames)
    FILES.clear()
    plain, _ = written(danish())
    (fixture(root, "signal-json", "danish") / "main.jsonl").write_text(lines)
    at = fixture(root, "signal-backup-v2", "danish-folder")
    folder(at / "input", plain)
    shown = SECRET.upper().replace("0", "=")
    spaced = " ".join(shown[n:n + 4] for n in range(0, 64, 4))
    (at / "answers.json").write_text(json.dumps({"password": spaced}) + "\n")
    FILES.clear()
    frames, lines = written(swedish())
    for name, answers in (
        ("swedish-no-key", None),
        ("swedish-wrong-key", {"password": SECRET[::-1]}),
        ("swedish-folder", {"password": SECRET}),
    ):
        at = fixture(root, "signal-backup-v2", name)
        folder(at / "input", frames)
        if answers:
            (at / "answers.json").write_text(json.dumps(answers) + "\n")
    at = fixture(root, "signal-json", "swedish-zip")
    with zipfile.ZipFile(at / "signal-export.zip", "w") as out:
        def add(name, content):
            out.writestr(zipfile.ZipInfo(name, (2026, 1, 6, 8, 0, 0)), content, zipfile.ZIP_DEFLATED)

        add("metadata.json", json.dumps({"version": 1, "backupId": {"iv": "", "encryptedId": ""}}))
        add("main.jsonl", lines)
        for name in sorted(FILES):
            content, _, kind = FILES[name]
            ending = {"image/png": ".png"}.get(kind, "")
            add(f"files/{name[:2]}/{name}{ending}", content)


if __name__ == "__main__":
    main()
