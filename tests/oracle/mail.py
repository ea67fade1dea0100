"""One JSON line per mail of a file, as Python's own mailbox and email packages read it."""

import email.policy
import email.utils
import hashlib
import json
import mailbox
import sys


def parts(mail):
    """Leaf parts outside of enclosed mails that carry a file name or are attachments."""
    if mail.get_content_type() == "message/rfc822":
        return
    if mail.is_multipart():
        for part in mail.iter_parts():
            yield from parts(part)
    elif mail.get_filename() or mail.get_content_disposition() == "attachment":
        yield mail


def show(mail):
    addresses = []
    for name in ("From", "To", "Cc"):
        for value in mail.get_all(name, []):
            addresses += [one.addr_spec.lower() for one in value.addresses]
    return {
        "subject": str(mail.get("Subject", "")),
        "addresses": sorted(set(addresses)),
        "attachments": [
            [part.get_filename(), hashlib.sha256(part.get_payload(decode=True)).hexdigest()]
            for part in parts(mail)
        ],
    }


path = sys.argv[1]
with open(path, "rb") as file:
    data = file.read()
policy = email.policy.default
if data.startswith(b"From "):
    box = mailbox.mbox(path, factory=lambda file: email.message_from_binary_file(file, policy=policy))
    mails = list(box)
else:
    mails = [email.message_from_bytes(data, policy=policy)]
for mail in mails:
    # mailbox cuts at every line that begins with "From "; what has no head lines is no mail
    if not mail.keys():
        continue
    print(json.dumps(show(mail)))
