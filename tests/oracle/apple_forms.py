"""Apple's forms for made-up fixtures: typed streams, keyed archives, times."""

import datetime
import plistlib

EPOCH = datetime.datetime(2001, 1, 1, tzinfo=datetime.timezone.utc)


def seconds(text):
    """Seconds since 2001 of `2024-05-01T12:00:00` (UTC)."""
    at = datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.timezone.utc)
    return (at - EPOCH).total_seconds()


def nano(text):
    return int(seconds(text) * 1_000_000_000)


class Stream:
    """Writes NSArchiver's form. Strings and objects are numbered as they appear."""

    def __init__(self):
        self.out = b"\x04\x0bstreamtyped\x81\xe8\x03"
        self.strings, self.objects = [], []

    def length(self, n):
        return bytes([n]) if n < 0x80 else b"\x81" + n.to_bytes(2, "little")

    def reference(self, n):
        return bytes([0x92 + n]) if n < 0x6E else b"\x81" + (n - 110).to_bytes(2, "little", signed=True)

    def string(self, text):
        if text in self.strings:
            self.out += self.reference(self.strings.index(text))
        else:
            self.strings.append(text)
            self.out += b"\x84" + self.length(len(text)) + text.encode()

    def cls(self, *names):
        for name in names:
            if name in self.objects:
                self.out += self.reference(self.objects.index(name))
                return
            self.objects.append(name)
            self.out += b"\x84"
            self.string(name)
            self.out += b"\x01" if name == "NSString" else b"\x00"
        self.out += b"\x85"

    def begin(self, *names):
        self.string("@")
        self.out += b"\x84"
        self.objects.append(object())
        self.cls(*names)

    def end(self):
        self.out += b"\x86"

    def text(self, text):
        self.begin("NSString", "NSObject")
        self.string("+")
        raw = text.encode()
        self.out += self.length(len(raw)) + raw
        self.end()

    def number(self, n):
        self.begin("NSNumber", "NSValue", "NSObject")
        self.string("*")
        self.out += b"\x84"
        self.objects.append(object())
        self.string("i")
        self.string("i")
        self.out += bytes([n])
        self.end()

    def runs(self, runs):
        """[(text, {attribute: text or number})]"""
        self.begin("NSAttributedString", "NSObject")
        self.text("".join(text for text, _ in runs))
        for index, (text, attributes) in enumerate(runs):
            self.string("iI")
            self.out += bytes([index + 1]) + self.length(len(text.encode("utf-16-le")) // 2)
            self.begin("NSDictionary", "NSObject")
            self.string("i")
            self.out += bytes([len(attributes)])
            for name, value in attributes.items():
                self.text(name)
                self.number(value) if isinstance(value, int) else self.text(value)
            self.end()
        self.end()
        return self.out


def attributed(*runs):
    """A typed stream; each run a text or (text, attributes)."""
    part = "__kIMMessagePartAttributeName"
    full = [(run, {part: 0}) if isinstance(run, str) else (run[0], {part: 0, **run[1]}) for run in runs]
    return Stream().runs(full)


def summary(versions=None, retracted=(), parts=1):
    """message_summary_info: versions {part: [(text, seconds)]}."""
    info = {"ust": True, "otr": {str(n): {"lo": n, "le": 1} for n in range(parts)}}
    if versions:
        info["ec"] = {
            str(part): [{"t": attributed(text), "d": at} for text, at in wordings]
            for part, wordings in versions.items()
        }
        info["ep"] = list(versions)
    if retracted:
        info["rp"] = list(retracted)
    return plistlib.dumps(info, fmt=plistlib.FMT_BINARY)


def keyed(value):
    """NSKeyedArchiver of dictionaries, texts and numbers."""
    objects = ["$null"]

    def put(one):
        if isinstance(one, dict):
            at = len(objects)
            objects.append(None)
            keys = [put(key) for key in one]
            values = [put(inner) for inner in one.values()]
            objects[at] = {"NS.keys": keys, "NS.objects": values, "$class": cls}
            return plistlib.UID(at)
        objects.append(one)
        return plistlib.UID(len(objects) - 1)

    objects.append({"$classname": "NSDictionary", "$classes": ["NSDictionary", "NSObject"]})
    cls = plistlib.UID(1)
    root = put(value)
    archive = {"$version": 100000, "$archiver": "NSKeyedArchiver", "$top": {"root": root}, "$objects": objects}
    return plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)
