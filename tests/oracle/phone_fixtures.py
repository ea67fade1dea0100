"""Writes the databases of tests/fixtures/import that phones would have. All people are made up.

usage: phone_fixtures.py tests/fixtures/import
Run it again after a change here, then bless expected.json (tests/import.rs) and read the difference.
"""

import base64
import shutil
import sqlite3
import sys
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


imessage()
loose()
