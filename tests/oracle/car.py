#!/usr/bin/env python3
"""Bluesky repositories in CAR files, read and made without the program under test.

`car.py read FILE` prints one JSON line per record, in the order of the tree's keys: key, text,
createdAt, identifier; decoded by libipld where that is installed, else by the reader below. `car.py
make FOLDER` writes the fixtures of tests/fixtures/import/bluesky-car: made-up people and texts.
"""

import base64
import hashlib
import json
import pathlib
import struct
import sys


# ---- DAG-CBOR ------------------------------------------------------------------------------


class Link(bytes):
    """A CID's bytes."""

    def __str__(self):
        return "b" + base64.b32encode(self).decode().lower().rstrip("=")


def head(major, count):
    for info, code, top in ((24, "B", 1 << 8), (25, ">H", 1 << 16), (26, ">I", 1 << 32)):
        if count < 24:
            return bytes([major << 5 | count])
        if count < top:
            return bytes([major << 5 | info]) + struct.pack(code, count)
    return bytes([major << 5 | 27]) + struct.pack(">Q", count)


def encode(value):
    if value is None:
        return b"\xf6"
    if value is True or value is False:
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, Link):
        return b"\xd8\x2a" + encode(b"\0" + bytes(value))
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, str):
        text = value.encode()
        return head(3, len(text)) + text
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(encode, value))
    pairs = sorted(value.items(), key=lambda pair: (len(pair[0].encode()), pair[0].encode()))
    return head(5, len(pairs)) + b"".join(encode(key) + encode(one) for key, one in pairs)


def decode(data):
    def item(at):
        major, info = data[at] >> 5, data[at] & 31
        at += 1
        if major == 7:
            if info == 27:
                return struct.unpack_from(">d", data, at)[0], at + 8
            return {20: False, 21: True, 22: None}[info], at
        count = info
        if info >= 24:
            size = 1 << (info - 24)
            count = int.from_bytes(data[at : at + size], "big")
            at += size
        if major == 0:
            return count, at
        if major == 1:
            return -1 - count, at
        if major in (2, 3):
            piece = data[at : at + count]
            return (piece if major == 2 else piece.decode()), at + count
        if major == 4:
            found = []
            for _ in range(count):
                one, at = item(at)
                found.append(one)
            return found, at
        if major == 5:
            found = {}
            for _ in range(count):
                key, at = item(at)
                found[key], at = item(at)
            return found, at
        piece, at = item(at)
        return Link(piece[1:]), at

    return item(0)[0]


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def written(value):
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


# ---- reading -------------------------------------------------------------------------------


def read(path):
    data = pathlib.Path(path).read_bytes()
    try:
        import libipld

        header, blocks = libipld.decode_car(data)
        roots = header["roots"]
        raw = None
    except ImportError:
        size, at = varint(data, 0)
        roots = decode(data[at : at + size])["roots"]
        at += size
        raw = {}
        while at < len(data):
            size, at = varint(data, at)
            cid, block = data[at : at + 36], data[at + 36 : at + size]
            assert hashlib.sha256(block).digest() == cid[4:]
            raw[cid] = block
            at += size
        blocks = None

    def look(link):
        link = bytes(link)
        if raw is not None:
            return decode(raw[link]) if link in raw else None
        return blocks.get(link)

    def walk(link):
        node = look(link)
        if node is None:
            return
        if node["l"]:
            yield from walk(node["l"])
        key = b""
        for entry in node["e"]:
            key = key[: entry["p"]] + bytes(entry["k"])
            yield key.decode(), entry["v"]
            if entry["t"]:
                yield from walk(entry["t"])

    def alternatives(value):
        if isinstance(value, list):
            for one in value:
                yield from alternatives(one)
        elif isinstance(value, dict):
            if isinstance(value.get("alt"), str):
                yield value["alt"]
            for one in value.values():
                yield from alternatives(one)

    commit = look(roots[0])
    seen = set()
    for key, link in walk(commit["data"]):
        record = look(link)
        # a block under a second key is no further record
        if record is not None and bytes(link) not in seen:
            seen.add(bytes(link))
            line = {
                "uri": f"at://{commit['did']}/{key}",
                "text": record.get("text", ""),
                "createdAt": record.get("createdAt", ""),
                "alt": list(alternatives(record)),
            }
            print(json.dumps(line, ensure_ascii=False))


# ---- making --------------------------------------------------------------------------------


def cid(data, codec=0x71):
    return Link(bytes([1, codec, 0x12, 0x20]) + hashlib.sha256(data).digest())


class Store:
    def __init__(self):
        self.blocks = []

    def put(self, value):
        data = encode(value)
        link = cid(data)
        self.blocks.append((link, data))
        return link

    def car(self, roots):
        top = encode({"roots": roots, "version": 1})
        out = written(len(top)) + top
        for link, data in self.blocks:
            out += written(len(link) + len(data)) + bytes(link) + data
        return out


def layer(key):
    """Leading zeros of the key's SHA-256 in steps of two bits (repository specification)."""
    zeros = 0
    for byte in hashlib.sha256(key.encode()).digest():
        for shift in (6, 4, 2, 0):
            if byte >> shift & 3:
                return zeros
            zeros += 1
    return zeros


def tree(store, records, level=None):
    if not records:
        return store.put({"e": [], "l": None}) if level is None else None
    if level is None:
        level = max(layer(key) for key, _ in records)
    if level < 0:
        return None
    groups, own = [[]], []
    for key, link in records:
        if layer(key) == level:
            own.append((key, link))
            groups.append([])
        else:
            groups[-1].append((key, link))
    below = [tree(store, group, level - 1) if group else None for group in groups]
    entries, before = [], b""
    for (key, link), right in zip(own, below[1:]):
        name = key.encode()
        shared = 0
        while shared < min(len(name), len(before)) and name[shared] == before[shared]:
            shared += 1
        entries.append({"p": shared, "k": name[shared:], "v": link, "t": right})
        before = name
    return store.put({"e": entries, "l": below[0]})


def commit(store, did, data, rev):
    head = {"did": did, "version": 3, "data": data, "rev": rev, "prev": None, "sig": bytes(64)}
    return store.put(head)


PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def danish():
    did = "did:plc:testkommune0000000000000"
    other = "did:plc:testborger00000000000000"
    blob = {"$type": "blob", "ref": cid(PICTURE, 0x55), "mimeType": "image/png", "size": len(PICTURE)}
    absent = {"$type": "blob", "ref": cid(b"not here", 0x55), "mimeType": "video/mp4", "size": 8}

    def post(text, at, **more):
        return {"$type": "app.bsky.feed.post", "text": text, "createdAt": at, "langs": ["da"], **more}

    def at(key):
        return {"uri": f"at://{did}/app.bsky.feed.post/{key}", "cid": str(cid(b"x"))}

    records = {
        "app.bsky.actor.profile/self": {
            "$type": "app.bsky.actor.profile",
            "displayName": "Prøveby Kommune",
            "description": "Ring på 20 12 34 56 eller skriv til post@example.org",
            "avatar": blob,
            "createdAt": "2024-01-02T08:00:00.000Z",
        },
        "app.bsky.feed.post/3kaaaaaaaaa2a": post(
            "Biblioteket er lukket i dag. Spørg Åse Testesen på 070-1740605.", "2024-03-01T08:00:00.000Z"
        ),
        "app.bsky.feed.post/3kaaaaaaaab2a": post(
            "Se billedet #åbent",
            "2024-03-02T09:30:00+01:00",
            embed={
                "$type": "app.bsky.embed.images",
                "images": [{"alt": "Dør med seddel: ring til Bo Testesen", "image": blob}],
            },
            facets=[
                {
                    "index": {"byteStart": 12, "byteEnd": 18},
                    "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "åbent"}],
                },
                {
                    "index": {"byteStart": 0, "byteEnd": 2},
                    "features": [
                        {"$type": "app.bsky.richtext.facet#link", "uri": "https://example.org/nyt"},
                        {"$type": "app.bsky.richtext.facet#mention", "did": other},
                    ],
                },
            ],
            labels={"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": "graphic-media"}]},
        ),
        "app.bsky.feed.post/3kaaaaaaaac2a": post(
            "Vi åbner igen i morgen.",
            "2024-03-02T10:00:00Z",
            reply={"root": at("3kaaaaaaaaa2a"), "parent": at("3kaaaaaaaaa2a")},
            embed={
                "$type": "app.bsky.embed.external",
                "external": {
                    "uri": "https://example.org/aaben",
                    "title": "Åbningstider",
                    "description": "Alle dage fra kl. 10",
                },
            },
        ),
        "app.bsky.feed.post/3kaaaaaaaad2a": post(
            "", "", embed={"$type": "app.bsky.embed.video", "video": absent, "alt": "Film fra havnen"}
        ),
        "app.bsky.feed.like/3kaaaaaaaae2a": {
            "$type": "app.bsky.feed.like",
            "subject": {"uri": f"at://{other}/app.bsky.feed.post/3kbbbbbbbbb2a", "cid": str(cid(b"y"))},
            "createdAt": "2024-03-03T08:00:00Z",
        },
        "app.bsky.feed.like/3kaaaaaaaaf2a": {
            "$type": "app.bsky.feed.like",
            "subject": {"uri": f"at://{other}/app.bsky.feed.post/3kbbbbbbbbb2a", "cid": str(cid(b"y"))},
            "createdAt": "2024-03-03T08:00:00Z",
        },
        "app.bsky.feed.repost/3kaaaaaaaag2a": {
            "$type": "app.bsky.feed.repost",
            "subject": {"uri": f"at://{other}/app.bsky.feed.post/3kbbbbbbbbc2a", "cid": str(cid(b"z"))},
            "createdAt": "2024-03-04T08:00:00Z",
        },
        "app.bsky.graph.follow/3kaaaaaaaah2a": {
            "$type": "app.bsky.graph.follow",
            "subject": other,
            "createdAt": "2024-03-05T08:00:00Z",
        },
        "app.bsky.graph.list/3kaaaaaaaai2a": {
            "$type": "app.bsky.graph.list",
            "name": "Naboer",
            "purpose": "app.bsky.graph.defs#curatelist",
            "description": "Folk omkring Søndergade",
            "createdAt": "2024-03-06T08:00:00Z",
        },
        "app.bsky.graph.listitem/3kaaaaaaaaj2a": {
            "$type": "app.bsky.graph.listitem",
            "list": f"at://{did}/app.bsky.graph.list/3kaaaaaaaai2a",
            "subject": other,
            "createdAt": "2024-03-06T08:01:00Z",
        },
        "org.example.note/1": {"$type": "org.example.note", "body": "En seddel til Kim Testesen", "count": 3},
    }
    store = Store()
    links = [(key, store.put(records[key])) for key in sorted(records)]
    # the second like has the same content and so the same block
    store.blocks = list(dict(store.blocks).items())
    data = tree(store, links)
    root = commit(store, did, data, "3kaaaaaaaazz2")
    # a post that was deleted, and a block that names itself in no way
    store.put(post("Slettet: Ib Testesen bor her", "2024-02-01T08:00:00Z"))
    return store.car([root]), PICTURE, str(cid(PICTURE, 0x55))


def circle():
    """A tree whose nodes lead to each other, one damaged block and one that is cut off."""
    store = Store()
    did = "did:plc:testhostile0000000000000"
    record = store.put({"$type": "app.bsky.feed.post", "text": "hej", "createdAt": "igår"})
    gone = cid(b"gone")
    inner = store.put(
        {"e": [{"p": 0, "k": b"app.bsky.feed.post/1", "v": record, "t": gone}], "l": record}
    )
    entries = [
        {"p": 0, "k": b"app.bsky.feed.post/0", "v": record, "t": inner},
        {"p": 19, "k": b"2", "v": gone, "t": inner},
    ]
    outer = store.put({"e": entries, "l": inner})
    root = commit(store, did, outer, "3")
    damaged = encode({"$type": "app.bsky.feed.post", "text": "et bogstav er ændret"})
    store.blocks.append((cid(damaged), damaged.replace(b"bogstav", b"bogstaf")))
    car = store.car([root])
    return car + written(500) + bytes(cid(b"cut")) + b"\xa1"


def make(folder):
    folder = pathlib.Path(folder)
    car, picture, name = danish()
    target = folder / "danish" / "input"
    (target / "blobs").mkdir(parents=True, exist_ok=True)
    (target / "repo.car").write_bytes(car)
    (target / "blobs" / name).write_bytes(picture)
    (folder / "hostile").mkdir(parents=True, exist_ok=True)
    (folder / "hostile" / "repo.car").write_bytes(circle())


if __name__ == "__main__":
    {"read": read, "make": make}[sys.argv[1]](sys.argv[2])
