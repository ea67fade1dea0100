"""Writes the databases of tests/fixtures/import that phones would have. All people are made up.

usage: phone_fixtures.py tests/fixtures/import [android]
Run it again after a change here, then bless expected.json (tests/import.rs) and read the difference.
"""

import base64
import hashlib
import plistlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from apple_forms import attributed, keyed, nano, seconds, summary

root = Path(sys.argv[1])
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

MESSAGE_NEW = """CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL,
text TEXT, replace INTEGER DEFAULT 0, service_center TEXT, handle_id INTEGER DEFAULT 0, subject TEXT,
country TEXT, attributedBody BLOB, version INTEGER DEFAULT 0, type INTEGER DEFAULT 0, service TEXT,
account TEXT, account_guid TEXT, error INTEGER DEFAULT 0, date INTEGER, date_read INTEGER,
date_delivered INTEGER, is_from_me INTEGER DEFAULT 0, item_type INTEGER DEFAULT 0,
other_handle INTEGER DEFAULT 0, group_title TEXT, group_action_type INTEGER DEFAULT 0,
share_status INTEGER DEFAULT 0, associated_message_guid TEXT, associated_message_type INTEGER DEFAULT 0,
balloon_bundle_id TEXT, payload_data BLOB, expressive_send_style_id TEXT, message_summary_info BLOB,
destination_caller_id TEXT, thread_originator_guid TEXT, date_retracted INTEGER, date_edited INTEGER,
is_spam INTEGER DEFAULT 0, associated_message_emoji TEXT)"""
MESSAGE_OLD = """CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL,
text TEXT, replace INTEGER DEFAULT 0, service_center TEXT, handle_id INTEGER DEFAULT 0, subject TEXT,
country TEXT, attributedBody BLOB, service TEXT, account TEXT, error INTEGER DEFAULT 0, date INTEGER,
date_read INTEGER, is_from_me INTEGER DEFAULT 0, item_type INTEGER DEFAULT 0,
other_handle INTEGER DEFAULT 0, group_title TEXT, group_action_type INTEGER DEFAULT 0)"""
OTHERS = """
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, country TEXT,
service TEXT NOT NULL, uncanonicalized_id TEXT, UNIQUE (id, service));
CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, style INTEGER,
state INTEGER, account_id TEXT, properties BLOB, chat_identifier TEXT, service_name TEXT, room_name TEXT,
account_login TEXT, is_archived INTEGER DEFAULT 0, last_addressed_handle TEXT, display_name TEXT);
CREATE TABLE attachment (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL,
created_date INTEGER DEFAULT 0, filename TEXT, uti TEXT, mime_type TEXT, transfer_name TEXT,
total_bytes INTEGER DEFAULT 0, is_sticker INTEGER DEFAULT 0);
CREATE TABLE chat_handle_join (chat_id INTEGER, handle_id INTEGER, UNIQUE (chat_id, handle_id));
CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, message_date INTEGER DEFAULT 0,
PRIMARY KEY (chat_id, message_id));
CREATE TABLE message_attachment_join (message_id INTEGER, attachment_id INTEGER,
UNIQUE (message_id, attachment_id));
CREATE INDEX message_idx_date ON message(date);
"""
RECOVERABLE = """CREATE TABLE chat_recoverable_message_join (chat_id INTEGER, message_id INTEGER,
delete_date INTEGER, ck_sync_state INTEGER DEFAULT 0, PRIMARY KEY (chat_id, message_id));"""


def guid(n):
    return f"00000000-0000-4000-8000-{n:012X}"


def create(path, *statements, page=1024):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(f"PRAGMA page_size={page}")
    db.execute("PRAGMA auto_vacuum=NONE")
    for statement in statements:
        db.executescript(statement)
    return db


def insert(db, table, **values):
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values()))


def say(db, n, chat, **values):
    """A message in a chat; 0 for none."""
    insert(db, "message", ROWID=n, guid=guid(n), **values)
    if chat:
        insert(db, "chat_message_join", chat_id=chat, message_id=n, message_date=values.get("date"))


def apple_messages(db, base):
    """The newest form: text in typed streams, edits, reactions, replies, events, files."""
    t = lambda minute: nano(f"2024-05-01T09:{minute:02}:00")
    insert(db, "handle", ROWID=1, id="+4520990001", country="dk", service="iMessage")
    insert(db, "handle", ROWID=2, id="ida@example.org", country="dk", service="iMessage")
    insert(db, "handle", ROWID=3, id="Apoteket", country="dk", service="SMS")
    insert(db, "handle", ROWID=4, id="+4520990001", country="dk", service="SMS")
    insert(db, "chat", ROWID=1, guid="iMessage;-;+4520990001", style=45, chat_identifier="+4520990001")
    insert(db, "chat", ROWID=2, guid="iMessage;+;chat100", style=43, chat_identifier="chat100", display_name="Byggeudvalg")
    insert(db, "chat", ROWID=3, guid="SMS;-;Apoteket", style=45, chat_identifier="Apoteket")
    insert(db, "chat", ROWID=4, guid="SMS;-;+4520990001", style=45, chat_identifier="+4520990001")
    for chat, handle in [(1, 1), (2, 1), (2, 2), (3, 3), (4, 4)]:
        insert(db, "chat_handle_join", chat_id=chat, handle_id=handle)
    own = {"is_from_me": 1, "account": "E:borgmester@example.org", "destination_caller_id": "+4520990009"}
    say(db, 1, 1, handle_id=1, date=t(0), attributedBody=attributed("Hej, kan vi mødes om lokalplanen? 🏗️"))
    say(db, 2, 1, date=t(1), text="Ja, kl. 14 på rådhuset", attributedBody=attributed("Ja, kl. 14 på rådhuset"), **own)
    say(db, 3, 1, handle_id=1, date=t(2), text="Elskede “Hej, kan vi mødes om lokalplanen?”",
        associated_message_guid=f"p:0/{guid(1)}", associated_message_type=2000)
    say(db, 4, 1, handle_id=1, date=t(3), attributedBody=attributed(("\ufffc", {"__kIMFileTransferGUIDAttributeName": guid(900)}), "Her er udkastet"))
    insert(db, "attachment", ROWID=1, guid=guid(900), filename=f"{base}/0a/10/{guid(900)}/plan.png", mime_type="image/png",
           transfer_name="plan.png", total_bytes=len(PNG))
    insert(db, "message_attachment_join", message_id=4, attachment_id=1)
    say(db, 5, 1, date=t(4), attributedBody=attributed("Mødet er kl. 15 i stedet"), date_edited=t(6),
        message_summary_info=summary({0: [("Mødet er kl. 14, ring 20 99 00 02", seconds("2024-05-01T09:04:00")),
                                          ("Mødet er kl. 15 i stedet", seconds("2024-05-01T09:06:00"))]}), **own)
    say(db, 6, 1, date=t(7), date_retracted=t(8), message_summary_info=summary(retracted=[0]), **own)
    say(db, 7, 2, handle_id=2, date=t(10), item_type=2, group_title="Byggeudvalg")
    say(db, 8, 2, handle_id=1, date=t(11), item_type=1, other_handle=2, group_action_type=0)
    say(db, 9, 2, handle_id=2, date=t(12), attributedBody=attributed("Hej ", ("@Bo", {"__kIMMentionConfirmedMention": "+4520990001"}), ", se linket"))
    say(db, 10, 2, handle_id=1, date=t(13), text="https://example.org/plan", balloon_bundle_id="com.apple.messages.URLBalloonProvider",
        payload_data=keyed({"richLinkMetadata": {"title": "Lokalplan 12", "summary": "Høring til 1. juni", "siteName": "Eksempelby",
                                                 "originalURL": "https://example.org/plan#hoering"}}))
    say(db, 11, 2, date=t(14), text="Tak", thread_originator_guid=guid(9), **own)
    say(db, 12, 2, handle_id=2, date=t(15), associated_message_guid=f"p:0/{guid(11)}", associated_message_type=2006,
        associated_message_emoji="🎉", text="Reagerede med 🎉 på “Tak”")
    say(db, 13, 2, handle_id=2, date=t(16), associated_message_guid=f"p:0/{guid(11)}", associated_message_type=3006,
        associated_message_emoji="🎉", text="Fjernede 🎉 fra “Tak”")
    say(db, 14, 3, handle_id=3, date=t(17), text="Din recept er klar", service="SMS")
    say(db, 15, 4, date=t(18), text="Ikke sendt", error=22, service="SMS", **own)
    say(db, 16, 0, handle_id=1, date=t(19), text="Slet det her")
    insert(db, "chat_recoverable_message_join", chat_id=1, message_id=16, delete_date=t(30))
    say(db, 17, 1, handle_id=1, date=t(20), attributedBody=attributed(("\ufffc", {"IMAudioTranscription": "Jeg ringer senere, mit nummer er 20 99 00 01"})))
    insert(db, "attachment", ROWID=2, guid=guid(901), filename=f"{base}/0b/11/{guid(901)}/Audio.caf", mime_type="audio/x-caf",
           transfer_name="Audio Message.caf", total_bytes=5000)
    insert(db, "message_attachment_join", message_id=17, attachment_id=2)
    say(db, 18, 1, handle_id=1, date=t(21), text="Synes godt om “væk”", associated_message_guid=f"p:0/{guid(800)}", associated_message_type=2001)
    say(db, 19, 1, handle_id=1, date=t(22), text="Apple Cash", balloon_bundle_id="com.apple.PassbookUIService.PeerPaymentMessagesExtension",
        payload_data=keyed({"an": "Apple Cash", "ldtext": "Sendte 250 kr.", "userInfo": {"caption": "250 kr."}, "appid": 12}))
    say(db, 20, 2, handle_id=2, date=t(23), item_type=3)


def write_log(db, path, more):
    """Leaves the newest rows in the write-ahead log, as a phone in use does."""
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA wal_autocheckpoint=0")
    more()
    shutil.copy(path, f"{path}.copy")
    shutil.copy(f"{path}-wal", f"{path}-wal.copy")
    db.close()
    Path(f"{path}.copy").rename(path)
    Path(f"{path}-wal.copy").rename(f"{path}-wal")
    Path(f"{path}-shm").unlink(missing_ok=True)


def imessage():
    folder = root / "imessage-sqlite"
    # iOS 17, Danish, with log and files
    place = folder / "ios17-danish" / "input"
    shutil.rmtree(place, ignore_errors=True)
    path = place / "sms.db"
    db = create(path, MESSAGE_NEW, OTHERS, RECOVERABLE)
    apple_messages(db, "~/Library/SMS/Attachments")
    write_log(db, path, lambda: say(db, 21, 1, handle_id=1, date=nano("2024-05-01T20:00:00"),
                                    attributedBody=attributed("Kun i loggen")))
    image = place / "Attachments" / "0a" / "10" / guid(900) / "plan.png"
    image.parent.mkdir(parents=True)
    image.write_bytes(PNG)
    # iOS 9, Swedish: text in the column, seconds, few columns
    path = folder / "ios9-swedish" / "sms.db"
    db = create(path, MESSAGE_OLD, OTHERS, page=4096)
    insert(db, "handle", ROWID=1, id="+46701740605", country="se", service="iMessage")
    insert(db, "handle", ROWID=2, id="+46701740606", country="se", service="SMS")
    insert(db, "chat", ROWID=1, guid="iMessage;-;+46701740605", style=45)
    insert(db, "chat", ROWID=2, guid="SMS;+;chat7", style=43, display_name="Nämnden åäö")
    for chat, handle in [(1, 1), (2, 1), (2, 2)]:
        insert(db, "chat_handle_join", chat_id=chat, handle_id=handle)
    at = int(seconds("2015-10-25T00:59:00"))
    say(db, 1, 1, handle_id=1, date=at, text="Protokollet är klart", service="iMessage")
    say(db, 2, 1, date=at + 3600, text="Tack 🙏", is_from_me=1, account="P:+46701740699", subject="Sv: protokoll")
    say(db, 3, 2, handle_id=2, date=at + 7200, text="Möte på fredag?")
    say(db, 4, 2, handle_id=2, date=at + 7300, item_type=1, other_handle=1, group_action_type=1)
    say(db, 5, 2, handle_id=0, date=0, text=None)
    db.close()
    # a Mac, Norwegian and Finnish, UTF-16, a damaged page in the middle
    path = folder / "mac-damaged" / "chat.db"
    db = create(path, "PRAGMA encoding='UTF-16le'", MESSAGE_NEW, OTHERS, RECOVERABLE, page=512)
    insert(db, "handle", ROWID=1, id="+4740000001", country="no", service="iMessage")
    insert(db, "handle", ROWID=2, id="+358401234567", country="fi", service="iMessage")
    for n in (1, 2):
        insert(db, "chat", ROWID=n, guid=f"iMessage;-;{n}", style=45)
        insert(db, "chat_handle_join", chat_id=n, handle_id=n)
    words = ["Møtet er flyttet, så vi sees på tirsdag", "Kokous siirtyi, nähdään tiistaina", "The meeting has moved"]
    for n in range(1, 41):
        say(db, n, 1 + n % 2, handle_id=1 + n % 2, date=nano(f"2023-0{1 + n % 9}-10T08:00:00"), text=f"{words[n % 3]} {n}")
    db.close()
    raw = bytearray(path.read_bytes())
    # the leaf page of the messages that holds number 20
    hit = raw.find("20".encode("utf-16-le"), raw.find("Kokous siirtyi, nähdään tiistaina 19".encode("utf-16-le")))
    start = hit - hit % 512
    raw[start : start + 512] = bytes(512)
    path.write_bytes(raw)


def loose():
    folder = root / "imessage-typedstream"
    for name, data in {
        "body": attributed("Vi ses på rådhuset ", ("@Ida", {"__kIMMentionConfirmedMention": "ida@example.org"})),
        "body-cut": attributed("Teksten går videre end filen")[:-120],
        "edited": summary({0: [("Første", 700000000.5), ("Anden", 700000060.0)]}),
        "unsent": summary(retracted=[0]),
        "payload": keyed({"an": "Apple Cash", "ldtext": "Sender 100 kr.", "userInfo": {"caption": "100 kr."}}),
    }.items():
        path = folder / name / ("blob.plist" if data.startswith(b"bplist") else "blob.bin")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if len(sys.argv) < 3:
    imessage()
loose()


# ---- backups ----------------------------------------------------------------------------


def file_id(name):
    return hashlib.sha1(name.encode()).hexdigest()


def mbfile(size, key):
    """A file's entry in Manifest.db."""
    objects = ["$null", {"Size": size, "Mode": 33188, "$class": plistlib.UID(2)}, {"$classname": "MBFile", "$classes": ["MBFile", "NSObject"]}]
    if key:
        objects[1]["EncryptionKey"] = plistlib.UID(3)
        objects[1]["ProtectionClass"] = 3
        objects.append({"NS.data": key, "$class": plistlib.UID(2)})
    archive = {"$version": 100000, "$archiver": "NSKeyedArchiver", "$top": {"root": plistlib.UID(1)}, "$objects": objects}
    return plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)


def openssl(mode, key, data, padded):
    command = ["openssl", "enc", f"-aes-256-{mode}", "-K", key.hex()] + (["-iv", "0" * 32] if mode == "cbc" else [])
    return subprocess.run(command + ([] if padded else ["-nopad"]), input=data, capture_output=True, check=True).stdout


def wrap(kek, key):
    """RFC 3394."""
    a, r = b"\xa6" * 8, [key[i : i + 8] for i in range(0, len(key), 8)]
    for j in range(6):
        for i in range(len(r)):
            block = openssl("ecb", kek, a + r[i], False)
            a = (int.from_bytes(block[:8], "big") ^ (len(r) * j + i + 1)).to_bytes(8, "big")
            r[i] = block[8:]
    return a + b"".join(r)


def block(tag, content):
    content = content.to_bytes(4, "big") if isinstance(content, int) else content
    return tag.encode() + len(content).to_bytes(4, "big") + content


def backup(place, files, password=None):
    """A backup folder with these files ({domain-path: bytes})."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    made = lambda name: hashlib.sha256(name.encode()).digest()
    settings = {"IsEncrypted": password is not None, "Version": "10.0", "Lockdown": {"ProductVersion": "17.4", "DeviceName": "Testtelefon"}}
    class_key = made("class 3")
    if password:
        salt, first = made("salt")[:20], made("first")[:20]
        key = hashlib.pbkdf2_hmac("sha256", password.encode(), first, 2000, 32)
        key = hashlib.pbkdf2_hmac("sha1", key, salt, 1000, 32)
        settings["BackupKeyBag"] = b"".join([
            block("VERS", 5), block("TYPE", 1), block("UUID", made("bag")[:16]), block("HMCK", made("h")), block("WRAP", 1),
            block("SALT", salt), block("ITER", 1000), block("DPWT", 0), block("DPIC", 2000), block("DPSL", first),
            block("UUID", made("c")[:16]), block("CLAS", 3), block("WRAP", 2), block("KTYP", 0), block("WPKY", wrap(key, class_key)),
        ])
        settings["ManifestKey"] = (3).to_bytes(4, "little") + wrap(class_key, made("manifest"))
    else:
        settings["BackupKeyBag"] = block("VERS", 5)
    (place / "Manifest.plist").write_bytes(plistlib.dumps(settings, fmt=plistlib.FMT_BINARY))
    path = place / "Manifest.db"
    db = create(path, "CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB);"
                "CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB);")
    for name, data in files.items():
        domain, relative = name.split("-", 1) if not name.startswith("AppDomainGroup") else ("-".join(name.split("-")[:2]), name.split("-", 2)[2])
        one = file_id(name)
        key = made(name) if password else None
        wrapped = (3).to_bytes(4, "little") + wrap(class_key, key) if key else None
        insert(db, "Files", fileID=one, domain=domain, relativePath=relative, flags=1, file=mbfile(len(data), wrapped))
        if not name.endswith("gone.bin"):
            (place / one[:2]).mkdir(exist_ok=True)
            (place / one[:2] / one).write_bytes(openssl("cbc", key, data, True) if key else data)
    db.close()
    if password:
        path.write_bytes(openssl("cbc", made("manifest"), path.read_bytes(), True))


def made_bytes(fill, *statements, log=None):
    path = Path(tempfile.mkdtemp()) / "made.db"
    db = create(path, *statements)
    fill(db)
    if log:
        write_log(db, path, lambda: log(db))
        return path.read_bytes(), Path(f"{path}-wal").read_bytes()
    db.close()
    return path.read_bytes()


CALLS = """CREATE TABLE ZCALLRECORD (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZANSWERED INTEGER,
ZCALLTYPE INTEGER, ZORIGINATED INTEGER, ZREAD INTEGER, ZDATE TIMESTAMP, ZDURATION FLOAT, ZADDRESS VARCHAR,
ZNAME VARCHAR, ZSERVICE_PROVIDER VARCHAR, ZISO_COUNTRY_CODE VARCHAR, ZLOCATION VARCHAR);
CREATE TABLE ZHANDLE (Z_PK INTEGER PRIMARY KEY, ZTYPE INTEGER, ZNORMALIZEDVALUE VARCHAR, ZVALUE VARCHAR);
CREATE TABLE Z_2REMOTEPARTICIPANTHANDLES (Z_2REMOTEPARTICIPANTCALLS INTEGER, Z_4REMOTEPARTICIPANTHANDLES INTEGER,
PRIMARY KEY (Z_2REMOTEPARTICIPANTCALLS, Z_4REMOTEPARTICIPANTHANDLES));"""


def calls(db):
    at = seconds("2024-05-02T08:00:00")
    insert(db, "ZCALLRECORD", Z_PK=1, ZANSWERED=1, ZCALLTYPE=1, ZORIGINATED=0, ZDATE=at, ZDURATION=62.5,
           ZADDRESS="+4520990001".encode(), ZSERVICE_PROVIDER="com.apple.Telephony", ZISO_COUNTRY_CODE="dk", ZLOCATION="Danmark")
    insert(db, "ZCALLRECORD", Z_PK=2, ZANSWERED=0, ZCALLTYPE=1, ZORIGINATED=0, ZDATE=at + 100, ZDURATION=0.0, ZADDRESS="+4520990001")
    insert(db, "ZCALLRECORD", Z_PK=3, ZANSWERED=0, ZCALLTYPE=8, ZORIGINATED=1, ZDATE=at + 200, ZDURATION=10.0,
           ZADDRESS="ida@example.org", ZSERVICE_PROVIDER="com.apple.FaceTime")
    insert(db, "ZHANDLE", Z_PK=1, ZVALUE="+4520990001", ZTYPE=2)
    insert(db, "ZHANDLE", Z_PK=2, ZVALUE="ida@example.org", ZTYPE=3)
    for handle in (1, 2):
        insert(db, "Z_2REMOTEPARTICIPANTHANDLES", Z_2REMOTEPARTICIPANTCALLS=3, Z_4REMOTEPARTICIPANTHANDLES=handle)


ADDRESS_BOOK = """CREATE TABLE ABPerson (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, First TEXT, Last TEXT, Middle TEXT,
Organization TEXT, Nickname TEXT);
CREATE TABLE ABMultiValue (UID INTEGER PRIMARY KEY, record_id INTEGER, property INTEGER, identifier INTEGER, label INTEGER, value TEXT);"""


def address_book(db):
    insert(db, "ABPerson", ROWID=1, First="Bo", Last="Æbeltoft")
    insert(db, "ABPerson", ROWID=2, First="Ida", Last="Ågren")
    insert(db, "ABMultiValue", UID=1, record_id=1, property=3, value="20 99 00 01")
    insert(db, "ABMultiValue", UID=2, record_id=2, property=4, value="Ida@example.org")
    insert(db, "ABMultiValue", UID=3, record_id=2, property=3, value="+4520990002")


WHATSAPP = """CREATE TABLE ZWACHATSESSION (Z_PK INTEGER PRIMARY KEY, ZSESSIONTYPE INTEGER, ZCONTACTJID VARCHAR, ZPARTNERNAME VARCHAR);
CREATE TABLE ZWAGROUPMEMBER (Z_PK INTEGER PRIMARY KEY, ZCHATSESSION INTEGER, ZMEMBERJID VARCHAR, ZCONTACTNAME VARCHAR, ZFIRSTNAME VARCHAR);
CREATE TABLE ZWAPROFILEPUSHNAME (Z_PK INTEGER PRIMARY KEY, ZJID VARCHAR, ZPUSHNAME VARCHAR);
CREATE TABLE ZWAMESSAGE (Z_PK INTEGER PRIMARY KEY, ZGROUPEVENTTYPE INTEGER, ZISFROMME INTEGER, ZMESSAGESTATUS INTEGER,
ZMESSAGETYPE INTEGER, ZCHATSESSION INTEGER, ZGROUPMEMBER INTEGER, ZMEDIAITEM INTEGER, ZMESSAGEINFO INTEGER,
ZMESSAGEDATE TIMESTAMP, ZFROMJID VARCHAR, ZTOJID VARCHAR, ZPUSHNAME VARCHAR, ZSTANZAID VARCHAR, ZTEXT VARCHAR);
CREATE TABLE ZWAMEDIAITEM (Z_PK INTEGER PRIMARY KEY, ZFILESIZE INTEGER, ZMESSAGE INTEGER, ZLATITUDE FLOAT, ZLONGITUDE FLOAT,
ZMEDIALOCALPATH VARCHAR, ZMEDIAURL VARCHAR, ZTITLE VARCHAR, ZVCARDNAME VARCHAR, ZVCARDSTRING VARCHAR, ZAUTHORNAME VARCHAR, ZMETADATA BLOB);
CREATE TABLE ZWAMESSAGEINFO (Z_PK INTEGER PRIMARY KEY, ZMESSAGE INTEGER, ZRECEIPTINFO BLOB);"""
JID = "4520990001@s.whatsapp.net"


def whatsapp(db):
    at = seconds("2024-05-03T10:00:00")
    insert(db, "ZWACHATSESSION", Z_PK=1, ZSESSIONTYPE=0, ZCONTACTJID=JID, ZPARTNERNAME="Bo Æbeltoft")
    insert(db, "ZWACHATSESSION", Z_PK=2, ZSESSIONTYPE=1, ZCONTACTJID="4520990001-1600000000@g.us", ZPARTNERNAME="Lokalrådet")
    insert(db, "ZWAGROUPMEMBER", Z_PK=1, ZCHATSESSION=2, ZMEMBERJID=JID, ZCONTACTNAME="Bo Æbeltoft")
    insert(db, "ZWAGROUPMEMBER", Z_PK=2, ZCHATSESSION=2, ZMEMBERJID="4520990003@s.whatsapp.net", ZCONTACTNAME="+45 20 99 00 03")
    insert(db, "ZWAPROFILEPUSHNAME", Z_PK=1, ZJID="4520990003@s.whatsapp.net", ZPUSHNAME="Sæby")

    def message(n, chat, kind=0, **values):
        values.setdefault("ZGROUPEVENTTYPE", 0)
        insert(db, "ZWAMESSAGE", Z_PK=n, ZCHATSESSION=chat, ZMESSAGETYPE=kind, ZMESSAGEDATE=at + n * 60, ZSTANZAID=f"3EB0{n:04}", **values)

    message(1, 1, ZISFROMME=0, ZFROMJID=JID, ZTEXT="Hej, har du set planen?", ZMESSAGEINFO=1)
    reaction = lambda jid, sign: b"\x0a" + bytes([len(jid) + len(sign) + 4]) + b"\x12" + bytes([len(jid)]) + jid + b"\x1a" + bytes([len(sign)]) + sign
    others = reaction(b"4520990001@s.whatsapp.net", "👍".encode())
    insert(db, "ZWAMESSAGEINFO", Z_PK=1, ZMESSAGE=1, ZRECEIPTINFO=b"\x3a" + bytes([len(others)]) + others)
    message(2, 1, ZISFROMME=1, ZTOJID=JID, ZTEXT="Ja", ZMEDIAITEM=1)
    insert(db, "ZWAMEDIAITEM", Z_PK=1, ZMESSAGE=2, ZMETADATA=b"\x2a\x083EB00001")
    message(3, 1, 1, ZISFROMME=0, ZFROMJID=JID, ZMEDIAITEM=2)
    insert(db, "ZWAMEDIAITEM", Z_PK=2, ZMESSAGE=3, ZMEDIALOCALPATH=f"Media/{JID}/a/plan.png", ZTITLE="Planen", ZVCARDSTRING="image/png", ZFILESIZE=len(PNG))
    message(4, 1, 14, ZISFROMME=0, ZFROMJID=JID)
    message(5, 2, 6, ZGROUPEVENTTYPE=2, ZISFROMME=0, ZGROUPMEMBER=2)
    message(6, 2, ZISFROMME=0, ZGROUPMEMBER=2, ZFROMJID="4520990001-1600000000@g.us", ZTEXT="Mødet er tirsdag kl. 19")
    message(7, 2, 4, ZISFROMME=0, ZGROUPMEMBER=1, ZMEDIAITEM=3)
    insert(db, "ZWAMEDIAITEM", Z_PK=3, ZMESSAGE=7, ZVCARDNAME="Carl Test",
           ZVCARDSTRING="BEGIN:VCARD\nVERSION:3.0\nN:Test;Carl;;;\nFN:Carl Test\nTEL;type=CELL:+45 20 99 00 04\nEND:VCARD")
    message(8, 1, 5, ZISFROMME=0, ZFROMJID=JID, ZMEDIAITEM=4)
    insert(db, "ZWAMEDIAITEM", Z_PK=4, ZMESSAGE=8, ZLATITUDE=55.676, ZLONGITUDE=12.568, ZAUTHORNAME="Rådhuspladsen 1")
    message(9, 1, 2, ZISFROMME=1, ZTOJID=JID, ZMEDIAITEM=5)
    insert(db, "ZWAMEDIAITEM", Z_PK=5, ZMESSAGE=9, ZMEDIALOCALPATH=f"Media/{JID}/b/gone.mp4", ZVCARDSTRING="video/mp4")


def backups():
    folder = root / "iphone-backup"
    sms = made_bytes(lambda db: apple_messages(db, "~/Library/SMS/Attachments"), MESSAGE_NEW, OTHERS, RECOVERABLE,
                     log=lambda db: say(db, 21, 1, handle_id=1, date=nano("2024-05-01T20:00:00"), attributedBody=attributed("Kun i loggen")))
    group = "AppDomainGroup-group.net.whatsapp.WhatsApp.shared"
    files = {
        "HomeDomain-Library/SMS/sms.db": sms[0],
        "HomeDomain-Library/SMS/sms.db-wal": sms[1],
        f"MediaDomain-Library/SMS/Attachments/0a/10/{guid(900)}/plan.png": PNG,
        "HomeDomain-Library/AddressBook/AddressBook.sqlitedb": made_bytes(address_book, ADDRESS_BOOK),
        "HomeDomain-Library/CallHistoryDB/CallHistory.storedata": made_bytes(calls, CALLS),
        f"{group}-ChatStorage.sqlite": made_bytes(whatsapp, WHATSAPP),
        f"{group}-Message/Media/{JID}/a/plan.png": PNG,
        "CameraRollDomain-Media/DCIM/100APPLE/IMG_0001.PNG": PNG,
    }
    backup(folder / "plain" / "input", files)
    small = {name: data for name, data in files.items() if "WhatsApp" not in name and "CallHistory" not in name}
    backup(folder / "encrypted" / "input", small, "Prøve 1234")
    (folder / "encrypted" / "answers.json").write_text('{ "password": "Prøve 1234" }\n', encoding="utf-8")
    for name in ("encrypted-wrong-password", "encrypted-no-password"):
        backup(folder / name / "input", {"HomeDomain-Library/SMS/sms.db": sms[0][:2048]}, "Prøve 1234")
    (folder / "encrypted-wrong-password" / "answers.json").write_text('{ "password": "forkert" }\n')
    alone = root / "iphone-calls-sqlite" / "danish" / "CallHistory.storedata"
    alone.parent.mkdir(parents=True, exist_ok=True)
    alone.write_bytes(files["HomeDomain-Library/CallHistoryDB/CallHistory.storedata"])
    alone = root / "whatsapp-ios-sqlite" / "danish" / "input"
    shutil.rmtree(alone, ignore_errors=True)
    media = alone / "Message" / "Media" / JID / "a" / "plan.png"
    media.parent.mkdir(parents=True)
    media.write_bytes(PNG)
    (alone / "ChatStorage.sqlite").write_bytes(files[f"{group}-ChatStorage.sqlite"])


if len(sys.argv) < 3:
    backups()


# ---- Android ----------------------------------------------------------------------------

MMSSMS = """CREATE TABLE sms (_id INTEGER PRIMARY KEY, thread_id INTEGER, address TEXT, person INTEGER, date INTEGER,
date_sent INTEGER DEFAULT 0, protocol INTEGER, read INTEGER DEFAULT 0, status INTEGER DEFAULT -1, type INTEGER,
subject TEXT, body TEXT, service_center TEXT, locked INTEGER DEFAULT 0, sub_id INTEGER DEFAULT -1, creator TEXT, seen INTEGER DEFAULT 0);
CREATE TABLE pdu (_id INTEGER PRIMARY KEY AUTOINCREMENT, thread_id INTEGER, date INTEGER, date_sent INTEGER DEFAULT 0,
msg_box INTEGER, read INTEGER DEFAULT 0, m_id TEXT, sub TEXT, sub_cs INTEGER, ct_t TEXT, m_type INTEGER, sub_id INTEGER DEFAULT -1);
CREATE TABLE part (_id INTEGER PRIMARY KEY AUTOINCREMENT, mid INTEGER, seq INTEGER DEFAULT 0, ct TEXT, name TEXT, chset INTEGER,
cd TEXT, fn TEXT, cid TEXT, cl TEXT, _data TEXT, text TEXT);
CREATE TABLE addr (_id INTEGER PRIMARY KEY, msg_id INTEGER, contact_id INTEGER, address TEXT, type INTEGER, charset INTEGER);
CREATE TABLE threads (_id INTEGER PRIMARY KEY AUTOINCREMENT, date INTEGER DEFAULT 0, message_count INTEGER DEFAULT 0, recipient_ids TEXT, snippet TEXT);
CREATE TABLE canonical_addresses (_id INTEGER PRIMARY KEY AUTOINCREMENT, address TEXT);
CREATE TABLE android_metadata (locale TEXT);"""
CONTACTS = """CREATE TABLE mimetypes (_id INTEGER PRIMARY KEY AUTOINCREMENT, mimetype TEXT NOT NULL);
CREATE TABLE raw_contacts (_id INTEGER PRIMARY KEY AUTOINCREMENT, deleted INTEGER DEFAULT 0, display_name TEXT);
CREATE TABLE data (_id INTEGER PRIMARY KEY AUTOINCREMENT, mimetype_id INTEGER, raw_contact_id INTEGER, data1 TEXT);"""


def android():
    place = root / "android-sms-sqlite" / "swedish" / "input"
    shutil.rmtree(place, ignore_errors=True)
    db = create(place / "mmssms.db", MMSSMS)
    at = int((seconds("2024-03-31T00:30:00") + 978307200) * 1000)
    for n, address in enumerate(["070-174 06 05", "+46701740606", "Apoteket"], 1):
        insert(db, "canonical_addresses", _id=n, address=address)
    for n, ids in enumerate(["1", "1 2", "3"], 1):
        insert(db, "threads", _id=n, recipient_ids=ids)
    insert(db, "sms", _id=1, thread_id=1, address="+46 70 174 06 05", date=at, date_sent=at - 1500, type=1, body="Nämndmötet är på måndag", sub_id=1)
    insert(db, "sms", _id=2, thread_id=1, address="0701740605", date=at + 60000, type=2, body="Tack för besked 🙂")
    insert(db, "sms", _id=3, thread_id=1, address="0701740605", date=at + 61000, type=3, body="Utkast")
    insert(db, "sms", _id=4, thread_id=1, address="0701740605", date=at + 62000, type=5, body="Kom inte fram")
    insert(db, "sms", _id=5, thread_id=3, address="Apoteket", date=at + 63000, type=1, body="Ditt läkemedel är klart")
    insert(db, "sms", _id=6, thread_id=99, address="1919", date=0, type=1, body=None)
    second = at // 1000
    insert(db, "pdu", _id=1, thread_id=2, date=second + 100, msg_box=1, m_type=132, m_id="m1", sub="Förslag".encode().decode("latin-1"), sub_cs=106)
    insert(db, "addr", msg_id=1, address="+46701740606", type=137)
    insert(db, "addr", msg_id=1, address="0701740605", type=151)
    insert(db, "part", mid=1, seq=-1, ct="application/smil", text="<smil/>")
    insert(db, "part", mid=1, seq=0, ct="text/plain", cl="text_0.txt", text="Se bilden från åsen")
    insert(db, "part", mid=1, seq=1, ct="image/png", cl="karta.png", _data="/data/user/0/com.android.providers.telephony/app_parts/PART_1_karta.png")
    insert(db, "pdu", _id=2, thread_id=2, date=second + 200, msg_box=2, m_type=128)
    insert(db, "addr", msg_id=2, address="insert-address-token", type=137)
    insert(db, "addr", msg_id=2, address="+46701740606", type=151)
    insert(db, "addr", msg_id=2, address="0701740605", type=130)
    insert(db, "part", mid=2, seq=0, ct="text/x-vCard", name="Anna.vcf", _data="/data/user/0/com.android.providers.telephony/app_parts/PART_2_gone.vcf")
    insert(db, "pdu", _id=3, thread_id=1, date=second + 300, msg_box=1, m_type=130)
    insert(db, "addr", msg_id=3, address="0701740605", type=137)
    db.close()
    part = place / "app_parts" / "PART_1_karta.png"
    part.parent.mkdir()
    part.write_bytes(PNG)
    db = create(place / "contacts2.db", CONTACTS)
    insert(db, "mimetypes", _id=5, mimetype="vnd.android.cursor.item/phone_v2")
    insert(db, "mimetypes", _id=6, mimetype="vnd.android.cursor.item/note")
    insert(db, "raw_contacts", _id=1, display_name="Anna Åström")
    insert(db, "raw_contacts", _id=2, display_name="Bo Ek")
    insert(db, "data", mimetype_id=5, raw_contact_id=1, data1="070-174 06 05")
    insert(db, "data", mimetype_id=5, raw_contact_id=2, data1="070-174 06 06")
    insert(db, "data", mimetype_id=6, raw_contact_id=2, data1="Apoteket")
    db.close()
    path = root / "android-calls-sqlite" / "norwegian" / "calllog.db"
    db = create(path, "CREATE TABLE calls (_id INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT, presentation INTEGER DEFAULT 1,"
                "date INTEGER, duration INTEGER, data_usage INTEGER, type INTEGER, features INTEGER DEFAULT 0, subscription_id TEXT,"
                "name TEXT, countryiso TEXT, geocoded_location TEXT, transcription TEXT);"
                "CREATE TABLE voicemail_status (_id INTEGER PRIMARY KEY);")
    for n, (number, kind, length, name) in enumerate(
        [("+4740000001", 1, 65, "Kari Test"), ("40000001", 2, 0, None), ("+4740000001", 3, 0, None), ("", 3, 0, None), ("-1", 5, 0, None)], 1
    ):
        insert(db, "calls", _id=n, number=number, presentation=1 if number else 2, date=at + n * 1000, duration=length, type=kind,
               name=name, countryiso="NO", geocoded_location="Norge" if number else None)
    db.close()


android()
