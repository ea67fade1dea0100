"""Writes exports as SMS Import / Export (tmo1/sms-ie) makes them, into tests/fixtures/import. All
people are made up.

usage: sms_ie_make.py tests/fixtures/import
Then bless expected.json (tests/import.rs) and read the difference.
"""

import base64
import json
import sys
import zipfile
from pathlib import Path

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
OWN, ANNA, BO = "+46701740600", "+46701740605", "070-174 06 06"
T = 1_767_600_000  # 2026-01-05 08:00 UTC


def sms(n, address, kind, body, minute, new=True, **more):
    row = {
        "_id": str(n), "thread_id": "1" if address == ANNA else "2", "address": address, "person": "0",
        "date": str((T + minute * 60) * 1000), "date_sent": str((T + minute * 60) * 1000 - 900) if kind == "1" else "0",
        "protocol": "0", "read": "1", "status": "-1", "type": kind, "body": body, "sub_id": "1", "seen": "1", **more,
    }
    if address == ANNA:
        row["__display_name" if new else "display_name"] = "Åsa Provström"
    return row


def mms(n, thread, box, minute, sender, receivers, parts, new=True, **more):
    mark = "__" if new else ""
    row = {
        "_id": str(n), "thread_id": thread, "date": str(T + minute * 60), "date_sent": str(T + minute * 60 - 2),
        "msg_box": box, "read": "1", "m_type": "132" if box == "1" else "128", "m_id": f"id-{n}", "sub_cs": "106",
        f"{mark}sender_address": {"address": sender, "type": "137", "charset": "106"},
        f"{mark}recipient_addresses": [{"address": one, "type": "151", "charset": "106"} for one in receivers],
        f"{mark}parts": parts, **more,
    }
    return row


def part(n, media, **more):
    return {"_id": str(n), "mid": "9", "seq": "0", "ct": media, **more}


def messages(new):
    path = "/data/user_de/0/com.android.providers.telephony/app_parts/PART_1767600000000_karta.png"
    picture = {"_data": path, "cl": "karta till Provgatan.png"}
    if not new:
        picture["binary_data"] = base64.b64encode(PNG).decode()
    return [
        sms(1, ANNA, "1", "Hej, mitt personnummer är 19900101-9801 😀", 0, new),
        sms(2, ANNA, "2", "Tack, jag ringer 070-174 06 07", 1, new),
        sms(3, BO, "3", "Utkast", 2, new),
        sms(4, BO, "5", "Kom inte fram", 3, new),
        mms(1, "1", "1", 4, ANNA, [OWN], [
            part(1, "application/smil", text="<smil/>"),
            part(2, "text/plain", text="Här är kartan"),
            part(3, "image/png", **picture),
        ], new, sub="Karta"),
        mms(2, "3", "2", 5, "insert-address-token", [ANNA, BO], [part(4, "text/plain", text="Till er båda")], new),
        mms(3, "3", "1", 6, BO, [OWN, ANNA], [part(5, "image/jpeg", _data="/x/PART_2_borta.jpg", name="borta.jpg")] if new else [part(5, "text/plain", text="Ja")], new),
    ]


def main():
    root = Path(sys.argv[1]) / "sms-import-export"

    def at(name):
        path = root / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    with zipfile.ZipFile(at("swedish-zip") / "messages-2026-01-06.zip", "w") as out:
        def add(name, content):
            out.writestr(zipfile.ZipInfo(name, (2026, 1, 6, 8, 0, 0)), content, zipfile.ZIP_DEFLATED)

        lines = [json.dumps(row, ensure_ascii=False).replace("/", "\\/") for row in messages(True)]
        add("messages.ndjson", "\n".join(lines) + "\n")
        add("data/PART_1767600000000_karta.png", PNG)
    old = json.dumps(messages(False), ensure_ascii=False, indent=2)
    (at("swedish-old") / "messages-2022-01-06.json").write_text(old)
    calls = [
        {"_id": "1", "number": ANNA, "date": str(T * 1000), "duration": "62", "type": "1", "name": "Åsa", "subscription_id": "1", "__display_name": "Åsa Provström"},
        {"_id": "2", "number": "070-174 06 08", "date": str(T * 1000 + 1000), "duration": "0", "type": "3", "geocoded_location": "Prøveby"},
        {"_id": "3", "number": "", "date": str(T * 1000 + 2000), "duration": "0", "type": "5", "presentation": "2"},
        {"_id": "4", "number": "+4531390600", "date": str(T * 1000 + 3000), "duration": "10", "type": "2"},
    ]
    (at("danish-calls") / "calls.json").write_text(json.dumps(calls, ensure_ascii=False))
    contact = {
        "_id": "1", "display_name": "Åsa Provström", "lookup": "x",
        "raw_contacts": [{"_id": "1", "display_name": "Åsa Provström", "contacts_data": [
            {"mimetype": "vnd.android.cursor.item/name", "data1": "Åsa Provström"},
            {"mimetype": "vnd.android.cursor.item/phone_v2", "data1": ANNA},
            {"mimetype": "vnd.android.cursor.item/email_v2", "data1": "asa@example.org"},
            {"mimetype": "vnd.android.cursor.item/photo", "data15__base64__": "AAAA"},
        ]}],
    }
    (at("swedish-contacts") / "contacts.json").write_text(json.dumps([contact, {"_id": "2"}], ensure_ascii=False))


if __name__ == "__main__":
    main()
