#!/usr/bin/env python3
"""Opens an encrypted archive bundle: README.txt, open.py, part-NNNNNN.p7m, SHA256SUMS.

  python3 open.py --out package.zip                        asks for the passphrase
  python3 open.py --out package.zip --passphrase-file FILE
  python3 open.py --out package.zip --key KEY.pem --cert CERT.pem
  python3 open.py BUNDLE.zip --out package.zip ...         without unpacking it first

Needs Python 3.8 and the module "cryptography"; without that module it calls the program "openssl"
(3.0 or newer), which shows the passphrase in the list of processes while it runs.
Writes the output only when every part is verified. Exit status 0: opened; 1: refused; 2: misuse.
"""
import argparse, getpass, hashlib, os, re, subprocess, sys, tempfile, unicodedata, zipfile

try:
    from cryptography.hazmat.primitives import hashes, keywrap, serialization
    from cryptography.hazmat.primitives.asymmetric import ec, padding
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
except ImportError:
    AESGCM = None

MAX_PART, MAX_HEAD, MAX_SLOTS = 16 << 20, 64 << 10, 8
MIN_ITERATIONS, MAX_ITERATIONS = 100_000, 10_000_000
OID = {  # object identifiers as DER content, in hexadecimal
    "authEnvelopedData": "2a864886f70d0109100117", "data": "2a864886f70d010701",
    "aes256-GCM": "60864801650304012e", "aes256-CBC": "60864801650304012a",
    "aes256-wrap": "60864801650304012d", "PBKDF2": "2a864886f70d01050c",
    "hmacWithSHA256": "2a864886f70d0209", "PWRI-KEK": "2a864886f70d0109100309",
    "RSAES-OAEP": "2a864886f70d010107", "MGF1": "2a864886f70d010108",
    "SHA256": "608648016503040201", "ECDH-SHA256": "2b8104010b01",
    "ECDH-SHA384": "2b8104010b02", "EC": "2a8648ce3d0201",
    "P-256": "2a8648ce3d030107", "P-384": "2b81040022",
}


class Refused(Exception):
    pass


def need(condition, message):
    if not condition:
        raise Refused(message)


# DER: writing, and reading of what was written in the shortest form only

def der(tag, *parts):
    body = b"".join(parts)
    if len(body) < 128:
        return bytes([tag, len(body)]) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, 128 | len(size)]) + size + body


def oid(name):
    return der(6, bytes.fromhex(OID[name]))


def integer(number):
    return der(2, number.to_bytes(number.bit_length() // 8 + 1, "big"))


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def more(self):
        return self.at < len(self.data)

    def whole(self):
        start = self.at
        need(start + 2 <= len(self.data), "the structure of a part is damaged")
        size, body = self.data[start + 1], start + 2
        if size >= 128:
            count = size & 127
            size = int.from_bytes(self.data[body:body + count], "big")
            body += count
            need(1 <= count <= 4 and size >= 128 and size.bit_length() > 8 * (count - 1),
                 "the structure of a part is damaged")
        need(body + size <= len(self.data), "the structure of a part is damaged")
        self.at = body + size
        return self.data[start:self.at]

    def take(self, tag):
        start, end = self.at, len(self.whole()) + self.at
        item = self.data[start:self.at]
        need(item[0] == tag, "a part has a form that is not allowed")
        long = item[1] & 127 if item[1] >= 128 else 0
        return item[2 + long:]


def parse_part(name, data):
    """Gives (recipients, nonce, ciphertext with tag); refuses every other form of CMS."""
    need(len(data) <= MAX_PART + MAX_HEAD, name + " is too long")
    outer = Reader(Reader(data).take(0x30))
    need(outer.whole() == oid("authEnvelopedData"), name + " is not authenticated encryption")
    body = Reader(Reader(outer.take(0xA0)).take(0x30))
    need(body.whole() == integer(0), name + " has a form that is not allowed")
    recipients = body.whole()
    need(recipients[0] == 0x31, name + " has a form that is not allowed")
    content = Reader(body.take(0x30))
    content.whole()
    algorithm = Reader(content.take(0x30))
    algorithm.whole()
    nonce = Reader(algorithm.take(0x30)).take(4)
    ciphertext = content.take(0x80)
    tag = body.take(4)
    need(len(nonce) == 12 and len(tag) == 16 and len(ciphertext) <= MAX_PART,
         name + " has a form that is not allowed")
    # Written again, it must be the same bytes: so no other field can hide in it.
    gcm = der(0x30, oid("aes256-GCM"), der(0x30, der(4, nonce), integer(16)))
    again = der(0x30, oid("authEnvelopedData"), der(0xA0, der(0x30, integer(0), recipients, der(
        0x30, oid("data"), gcm, der(0x80, ciphertext)), der(4, tag))))
    need(again == data, name + " has a form that is not allowed")
    return recipients, nonce, ciphertext + tag


# Recipients: the content key, once per secret

def cbc_decrypt(key, iv, data):
    step = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return step.update(data) + step.finalize()


def unwrap_password(kek, iv, wrapped):
    """RFC 3211, 2.3.2: encrypted twice; 32, complement of 3 key bytes, key, padding."""
    last = cbc_decrypt(kek, wrapped[-32:-16], wrapped[-16:])
    plain = cbc_decrypt(kek, iv, cbc_decrypt(kek, last, wrapped))
    fits = plain[0] == 32 and all(a ^ b == 255 for a, b in zip(plain[1:4], plain[4:7]))
    return plain[4:36] if fits else None


def read_slots(recipients):
    """Gives [(kind, fields)]; every slot is written again and compared."""
    slots, reader, previous = [], Reader(Reader(recipients).take(0x31)), b""
    bad = "a recipient slot has a form that is not allowed"
    while reader.more():
        info = reader.whole()
        need(previous < info, bad)
        previous = info
        body = Reader(Reader(info).take(info[0]))
        version = body.whole()
        if info[0] == 0xA3:
            kdf = Reader(body.take(0xA0))
            kdf.whole()
            parameters = Reader(kdf.take(0x30))
            salt = parameters.take(4)
            iterations = int.from_bytes(parameters.take(2), "big")
            scheme = Reader(body.take(0x30))
            scheme.whole()
            cbc = Reader(scheme.take(0x30))
            cbc.whole()
            iv, wrapped = cbc.take(4), body.take(4)
            need(len(salt) == 16 and len(iv) == 16 and len(wrapped) == 48, bad)
            need(MIN_ITERATIONS <= iterations <= MAX_ITERATIONS,
                 "the number of iterations (%d) is not allowed" % iterations)
            prf = der(0x30, oid("hmacWithSHA256"), der(5))
            again = der(0xA3, integer(0), der(0xA0, oid("PBKDF2"), der(
                0x30, der(4, salt), integer(iterations), integer(32), prf)), der(
                0x30, oid("PWRI-KEK"), der(0x30, oid("aes256-CBC"), der(4, iv))), der(4, wrapped))
            slots.append(("passphrase", (salt, iterations, iv, wrapped)))
        elif info[0] == 0x30:
            recipient = body.whole()
            body.whole()
            wrapped = body.take(4)
            sha = der(0x30, oid("SHA256"), der(5))
            oaep = der(0x30, oid("RSAES-OAEP"), der(0x30, der(0xA0, sha), der(
                0xA1, der(0x30, oid("MGF1"), sha))))
            again = der(0x30, integer(0), recipient, oaep, der(4, wrapped))
            slots.append(("rsa", wrapped))
        else:
            need(info[0] == 0xA1, bad)
            sender = Reader(Reader(body.take(0xA0)).take(0xA1))
            algorithm = Reader(sender.take(0x30))
            algorithm.whole()
            curve = algorithm.whole()
            point = sender.take(3)[1:]
            body.whole()
            entry = Reader(Reader(body.take(0x30)).take(0x30))
            recipient, wrapped = entry.whole(), entry.take(4)
            need(curve in (oid("P-256"), oid("P-384")) and len(wrapped) == 40, bad)
            scheme = oid("ECDH-SHA256" if curve == oid("P-256") else "ECDH-SHA384")
            again = der(0xA1, integer(3), der(0xA0, der(0xA1, der(
                0x30, oid("EC"), curve), der(3, b"\0", point))), der(
                0x30, scheme, der(0x30, oid("aes256-wrap"))), der(
                0x30, der(0x30, recipient, der(4, wrapped))))
            slots.append(("ec", (curve, point, wrapped)))
        need(again == info, bad)
    need(1 <= len(slots) <= MAX_SLOTS, "the number of recipient slots is not allowed")
    return slots


def try_key(kind, fields, key):
    """The content key, if this private key opens this slot."""
    try:
        if kind == "rsa" and hasattr(key, "decrypt"):
            sha = hashes.SHA256()
            return key.decrypt(fields, padding.OAEP(padding.MGF1(sha), sha, None))
        if kind == "ec" and hasattr(key, "exchange"):
            curve, point, wrapped = fields
            named = ec.SECP256R1() if curve == oid("P-256") else ec.SECP384R1()
            hashed = hashlib.sha256 if curve == oid("P-256") else hashlib.sha384
            if key.curve.name == named.name:
                sender = ec.EllipticCurvePublicKey.from_encoded_point(named, point)
                info = der(0x30, der(0x30, oid("aes256-wrap")), der(
                    0xA2, der(4, (256).to_bytes(4, "big"))))
                secret = key.exchange(ec.ECDH(), sender)
                kek = hashed(secret + b"\0\0\0\1" + info).digest()[:32]
                return keywrap.aes_key_unwrap(kek, wrapped)
    except (ValueError, keywrap.InvalidUnwrap):
        pass
    return None


def find_keys(slots, passphrase, key):
    for kind, fields in slots:
        found = None
        if passphrase is not None and kind == "passphrase":
            salt, iterations, iv, wrapped = fields
            kek = hashlib.pbkdf2_hmac("sha256", passphrase, salt, iterations, 32)
            found = unwrap_password(kek, iv, wrapped)
        elif key is not None:
            found = try_key(kind, fields, key)
        if found is not None and len(found) == 32:
            yield found


def decrypt(name, data, nonce, sealed, content_key, options):
    if content_key is not None:
        try:
            return AESGCM(content_key).decrypt(nonce, sealed, None)
        except Exception:
            raise Refused(name + " is damaged: its content is not authentic")
    with tempfile.NamedTemporaryFile(suffix=".p7m") as part:
        part.write(data)
        part.flush()
        command = ["openssl", "cms", "-decrypt", "-inform", "DER", "-binary", "-in", part.name]
        done = subprocess.run(command + options, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # openssl 3.0 may have written wrong bytes: they count only with status 0.
    need(done.returncode == 0, name + ": wrong passphrase or key, or the part is damaged "
         "(openssl, status %d)" % done.returncode)
    return done.stdout


# The bundle: members, numbers, checksums

class Bundle:
    """A folder with the unpacked members, or the ZIP file."""

    def __init__(self, place):
        self.zip, self.folder = None, place
        if os.path.isdir(place):
            found = sorted(n for n in os.listdir(place) if re.search(r"\.p7m$", n))
            self.names = ["README.txt", "open.py"] + found + ["SHA256SUMS"]
            for name in self.names:
                need(os.path.isfile(os.path.join(place, name)), name + " is missing")
        else:
            try:
                self.zip = zipfile.ZipFile(place)
            except zipfile.BadZipFile:
                raise Refused("this is no ZIP file, or it is cut off")
            self.names = [member.filename for member in self.zip.infolist()]
            for member in self.zip.infolist():
                need(member.compress_type == zipfile.ZIP_STORED and not member.flag_bits & 1,
                     member.filename + " is compressed or encrypted by ZIP")
        count = len(self.names) - 3
        need(count >= 1, "there are no parts")
        self.parts = ["part-%06d.p7m" % n for n in range(1, count + 1)]
        expected = ["README.txt", "open.py"] + self.parts + ["SHA256SUMS"]
        for found, wanted in zip(self.names, expected):
            need(found == wanted, "%s should be here, but %s is: a part is missing, doubled, "
                 "out of order or too many" % (wanted, found))

    def read(self, name):
        limit = MAX_PART + MAX_HEAD
        if self.zip:
            need(self.zip.getinfo(name).file_size <= 8 * limit, name + " is too long")
            try:
                return self.zip.read(name)
            except zipfile.BadZipFile:
                raise Refused(name + " is damaged (CRC-32)")
        with open(os.path.join(self.folder, name), "rb") as file:
            return file.read()

    def check_sums(self):
        lines = self.read("SHA256SUMS").decode("ascii", "replace").splitlines()
        sums = dict(reversed(line.split("  ", 1)) for line in lines if "  " in line)
        need(sorted(sums) == sorted(self.names[:-1]), "SHA256SUMS does not list the members")
        for name in self.names[:-1]:
            same = hashlib.sha256(self.read(name)).hexdigest() == sums[name]
            need(same, name + " is damaged (SHA256SUMS)")


def open_bundle(bundle, out, passphrase, key, options):
    bundle.check_sums()
    first, content_key = None, None
    for number, name in enumerate(bundle.parts, 1):
        data = bundle.read(name)
        recipients, nonce, sealed = parse_part(name, data)
        first = first or (recipients, nonce[:7])
        need((recipients, nonce[:7]) == first, name + " belongs to another bundle")
        need(int.from_bytes(nonce[7:11], "big") == number, name + " is out of order")
        last = number == len(bundle.parts)
        need(nonce[11] == (1 if last else 0), name + (
            " is not the last part: parts are missing" if last else
            " is the last part: there are too many"))
        if number == 1:
            slots = read_slots(recipients)
            if AESGCM is not None:
                for content_key in find_keys(slots, passphrase, key):
                    try:
                        decrypt(name, data, nonce, sealed, content_key, options)
                        break
                    except Refused:
                        pass
                need(content_key, "wrong passphrase or key: it fits no recipient slot; "
                     "the file is undamaged")
        out.write(decrypt(name, data, nonce, sealed, content_key, options))


def read_secret(arguments):
    """Gives (passphrase, private key, options for openssl)."""
    if arguments.key:
        options = ["-inkey", arguments.key] + (
            ["-recip", arguments.cert] if arguments.cert else [])
        if AESGCM is None:
            return None, None, options
        with open(arguments.key, "rb") as file:
            data = file.read()
        try:
            return None, serialization.load_pem_private_key(data, None), options
        except TypeError:
            secret = getpass.getpass("Password of the key: ").encode()
            return None, serialization.load_pem_private_key(data, secret), options
    if arguments.passphrase_file:
        with open(arguments.passphrase_file, "rb") as file:
            text = file.read().decode("utf-8-sig")
        text = re.sub(r"(\r\n|\n|\r)\Z", "", text)
    else:
        text = getpass.getpass("Passphrase: ")
    passphrase = unicodedata.normalize("NFC", text).encode("utf-8")
    return passphrase, None, ["-pwri_password", passphrase]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("bundle", nargs="?", default=here, help="bundle, or folder with its parts")
    parser.add_argument("--out", required=True, help="the file to write")
    parser.add_argument("--passphrase-file")
    parser.add_argument("--key", help="private key, PEM")
    parser.add_argument("--cert", help="its certificate, PEM (only openssl needs it)")
    parser.add_argument("--force", action="store_true", help="overwrite the output")
    arguments = parser.parse_args()
    if os.path.exists(arguments.out) and not arguments.force:
        parser.error(arguments.out + " exists already")
    partial = arguments.out + ".partial"
    try:
        secret = read_secret(arguments)
        bundle = Bundle(arguments.bundle)
        with open(partial, "wb") as out:
            open_bundle(bundle, out, *secret)
        os.replace(partial, arguments.out)
    except (Refused, OSError, ValueError) as error:
        print("REFUSED: %s" % error, file=sys.stderr)
        return 1
    finally:
        if os.path.exists(partial):
            os.remove(partial)
    print("Opened: %d part(s), %s" % (len(bundle.parts), arguments.out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
