"""Writes the fixtures of tests/fixtures/import that are archives of social networks. All people are
made up.

usage: social_fixtures.py tests/fixtures/import
Run it again after a change here, then bless expected.json (tests/import.rs) and read the difference.
"""

import base64
import csv
import gzip
import io
import json
import sys
import tarfile
import zipfile
from pathlib import Path

root = Path(sys.argv[1])
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def folder(name):
    path = root / name
    path.mkdir(parents=True, exist_ok=True)
    return path


def packed(files):
    """A .tar.gz without anything of this machine in it."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as gz:
        with tarfile.open(fileobj=gz, mode="w", format=tarfile.USTAR_FORMAT) as tar:
            for name, content in files:
                entry = tarfile.TarInfo(name)
                entry.size = len(content)
                entry.mode = 0o444
                tar.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def table(rows, before=""):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return (before + out.getvalue()).encode()


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


# ---- Mastodon ------------------------------------------------------------------------------

CONTEXT = ["https://www.w3.org/ns/activitystreams", {"sensitive": "as:sensitive"}]
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ME = "https://social.example.org/users/kommunen"
OTHER = "https://andra.example.org/users/asa"


def note(number, content, to, cc, **more):
    item = {
        "id": f"{ME}/statuses/{number}",
        "type": "Note",
        "summary": None,
        "inReplyTo": None,
        "published": f"2024-03-{number:02}T08:00:00Z",
        "url": f"https://social.example.org/@kommunen/{number}",
        "attributedTo": ME,
        "to": to,
        "cc": cc,
        "sensitive": False,
        "content": content,
        "contentMap": {"sv": content},
        "attachment": [],
        "tag": [],
        "replies": {"id": f"{ME}/statuses/{number}/replies", "type": "Collection"},
    }
    item.update(more)
    return {
        "id": f"{ME}/statuses/{number}/activity",
        "type": "Create",
        "actor": ME,
        "published": item["published"],
        "to": to,
        "cc": cc,
        "object": item,
    }


def mastodon():
    followers = f"{ME}/followers"
    mention = {"type": "Mention", "href": OTHER, "name": "@asa@andra.example.org"}
    items = [
        note(
            1,
            '<p>Biblioteket stänger kl. 15.<br>Ring 070-1740605 &amp; fråga efter Bo Testsson.</p>'
            '<p><a href="https://example.org/oppet">Öppettider</a> '
            '<a href="https://social.example.org/tags/nyheter">#<span>nyheter</span></a></p>',
            [PUBLIC],
            [followers],
            tag=[{"type": "Hashtag", "href": "https://social.example.org/tags/nyheter", "name": "#nyheter"}],
        ),
        note(
            2,
            "<p>Bild från mötet</p>",
            [followers],
            [PUBLIC],
            summary="Sjukdom nämns",
            sensitive=True,
            attachment=[
                {
                    "type": "Document",
                    "mediaType": "image/png",
                    "url": "media_attachments/files/109/1/original/a.png",
                    "name": "Tavla med namnet Kim Testsson",
                    "blurhash": "U00000",
                    "width": 1,
                    "height": 1,
                },
                {
                    "type": "Document",
                    "mediaType": "video/mp4",
                    "url": "media_attachments/files/109/2/original/b.mp4",
                    "name": None,
                },
            ],
        ),
        note(3, "<p>Bara för följare</p>", [followers], [], inReplyTo=f"{ME}/statuses/1"),
        note(
            4,
            f'<p><span class="h-card"><a href="{OTHER}" class="u-url mention">@<span>asa</span></a></span> '
            "Hej Åsa, ditt ärende 2024-17 är klart.</p>",
            [OTHER],
            [],
            tag=[mention],
            inReplyTo=f"{OTHER}/statuses/77",
        ),
        {
            "id": f"{ME}/statuses/5/activity",
            "type": "Announce",
            "actor": ME,
            "published": "2024-03-05T08:00:00Z",
            "to": [PUBLIC],
            "cc": [OTHER, followers],
            "object": f"{OTHER}/statuses/78",
        },
        note(
            6,
            "<p>Vilken dag passar?</p>",
            [PUBLIC],
            [followers],
            type="Question",
            oneOf=[
                {"type": "Note", "name": "Måndag", "replies": {"type": "Collection", "totalItems": 3}},
                {"type": "Note", "name": "Fredag", "replies": {"type": "Collection", "totalItems": 0}},
            ],
            endTime="2024-03-07T08:00:00Z",
            votersCount=3,
        ),
        dict(
            note(1, "<p>Biblioteket stänger kl. 16.</p>", [PUBLIC], [followers], updated="2024-03-08T08:00:00Z"),
            type="Update",
            published="2024-03-08T08:00:00Z",
        ),
        {"id": f"{ME}#delete/9", "type": "Delete", "actor": ME, "object": f"{ME}/statuses/9", "to": [PUBLIC]},
    ]
    outbox = {
        "@context": CONTEXT,
        "id": "outbox.json",
        "type": "OrderedCollection",
        "totalItems": 9,
        "orderedItems": items,
    }
    actor = {
        "@context": CONTEXT,
        "id": ME,
        "type": "Service",
        "following": f"{ME}/following",
        "followers": followers,
        "inbox": f"{ME}/inbox",
        "outbox": "outbox.json",
        "preferredUsername": "kommunen",
        "name": "Provköpings kommun",
        "summary": "<p>Frågor till <a href=\"mailto:post@example.org\">post@example.org</a></p>",
        "url": "https://social.example.org/@kommunen",
        "published": "2022-11-01T00:00:00Z",
        "publicKey": {"id": f"{ME}#main-key", "owner": ME, "publicKeyPem": "-----BEGIN PUBLIC KEY-----"},
        "attachment": [
            {
                "type": "PropertyValue",
                "name": "Webb",
                "value": '<a href="https://example.org"><span class="invisible">https://</span>example.org</a>',
            }
        ],
        "icon": {"type": "Image", "mediaType": "image/png", "url": "avatar.png"},
        "likes": "likes.json",
        "bookmarks": "bookmarks.json",
    }

    def listed(name, addresses):
        return {
            "@context": CONTEXT[0],
            "id": name,
            "type": "OrderedCollection",
            "totalItems": len(addresses),
            "orderedItems": addresses,
        }

    files = [
        ("media_attachments/files/109/1/original/a.png", PNG),
        ("media_attachments/files/109/9/original/unnamed.png", PNG),
        ("outbox.json", compact(outbox)),
        ("likes.json", compact(listed("likes.json", [f"{OTHER}/statuses/1", f"{OTHER}/statuses/2"]))),
        ("bookmarks.json", compact(listed("bookmarks.json", [f"{OTHER}/statuses/3"]))),
        ("avatar.png", PNG),
        ("actor.json", compact(actor)),
    ]
    (folder("mastodon/swedish") / "archive-20240310.tar.gz").write_bytes(packed(files))
    odd = dict(
        outbox,
        totalItems=4,
        orderedItems=[
            {},
            {"type": "Create", "object": {"type": "Note", "content": "<p>öppet <b>utan slut", "to": "as:Public"}},
            {"type": "Create", "actor": ME, "to": [ME], "object": {"content": 5, "attachment": [3, {"url": "x"}]}},
            "text",
        ],
    )
    (folder("mastodon/hostile") / "outbox.json").write_bytes(compact(odd)[:-2])


# ---- TikTok --------------------------------------------------------------------------------


def tiktok():
    old = {
        "Activity": {
            "Favorite Videos": {"FavoriteVideoList": [{"Date": "2023-02-01 10:00:00", "Link": "https://www.tiktokv.com/share/video/1/"}]},
            "Follower List": {"FansList": [{"Date": "2023-02-02 10:00:00", "UserName": "asa.testsson"}]},
            "Login History": {
                "LoginHistoryList": [
                    {
                        "Date": "2023-02-03 10:00:00 UTC",
                        "IP": "192.0.2.7",
                        "DeviceModel": "Phone",
                        "NetworkType": "Wi-Fi",
                    }
                ]
            },
            "Like List": {"ItemFavoriteList": [{"Date": "2023-02-04 10:00:00", "Link": "https://www.tiktokv.com/share/video/2/"}]},
            "Search History": {"SearchList": [{"Date": "2023-02-05 10:00:00", "SearchTerm": "Bo Testsson adress"}]},
            "Video Browsing History": {"VideoList": None},
            "Hashtag": "",
        },
        "Comment": {
            "Comments": {
                "CommentsList": [
                    {"Date": "2023-03-01 09:30:00", "Comment": "Ring 070-1740605 om du vill veta mer"},
                    {"Date": "2023-03-01 09:31:00", "Comment": "Tack §§"},
                ]
            }
        },
        "Direct Messages": {
            "Chat History": {
                "ChatHistory": {
                    "Chat History with asa.testsson:": [
                        {"Date": "2023-03-02 12:00:00", "From": "asa.testsson", "Content": "När öppnar ni? Jag heter Åsa Testsson."},
                        {"Date": "2023-03-02 12:05:00", "From": "provkommun", "Content": "Klockan tio"},
                        {"Date": "2023-03-02 12:06:00", "From": "asa.testsson", "Content": "", "Link": "https://www.tiktokv.com/share/video/3/"},
                    ],
                    "Chat History with tom:": [],
                }
            }
        },
        "Profile": {
            "Profile Information": {
                "ProfileMap": {
                    "userName": "provkommun",
                    "bioDescription": "Provköpings kommun",
                    "birthDate": "N/A",
                    "emailAddress": "post@example.org",
                    "telephoneNumber": "+46701740606",
                }
            }
        },
        "Video": {
            "Videos": {
                "VideoList": [
                    {
                        "Date": "2023-04-01 08:00:00",
                        "Link": "https://example.org/video.mp4",
                        "Likes": "17",
                        "Title": "Invigning med Kim Testsson",
                    }
                ]
            }
        },
    }
    # half of an emoji, as phones write it
    text = json.dumps(old, ensure_ascii=False, indent=1).replace("§§", "\\ud83d")
    (folder("tiktok-json/swedish-old") / "user_data.json").write_text(text)
    new = {
        "Comment": {"CommentsList": [{"date": "2025-01-05 09:00:00", "comment": "Spørg Bo Testesen", "photo": "N/A", "url": ""}]},
        "Direct Message": {
            "Direct Messages": {
                "ChatHistory": {
                    "Chat History with ib:": [{"Date": "2025-01-06 09:00:00", "From": "ib", "Content": "Hej, mit nummer er 20 12 34 56"}]
                }
            },
            "Group Chat": {"GroupChat": {"Naboer:": [{"Date": "2025-01-06 10:00:00", "From": "kim", "Content": "Hej alle"}]}},
        },
        "Likes and Favorites": {"Like List": {"ItemFavoriteList": [{"date": "2025-01-07 09:00:00", "link": "https://www.tiktokv.com/share/video/4/"}]}},
        "Post": {"Posts": {"VideoList": [{"Date": "2025-01-08 09:00:00", "Link": "https://example.org/2.mp4", "Title": "", "Location": "Søndergade 1", "WhoCanView": "Public"}]}},
        "Your Activity": {"Searches": {"SearchList": {}}, "Activity Summary": {"ActivitySummaryMap": {"note": "x", "videosSharedSinceAccountRegistration": 3}}},
        "TikTok Shop": {"Saved Address Information": {"SavedAddress": [{"receiver_name": "Ib Testesen", "adress_info": "Testvej 1"}]}},
    }
    (folder("tiktok-json/danish-new") / "TikTok_Data.zip").write_bytes(zipped([("user_data_tiktok.json", compact(new))]))


# ---- Snapchat ------------------------------------------------------------------------------


def snapchat():
    def line(sender, text, at, own=False, media="TEXT", title=None, **more):
        return {
            "From": sender,
            "Media Type": media,
            "Created": at,
            "Content": text,
            "Conversation Title": title,
            "IsSender": own,
            "Created(microseconds)": more.pop("exact", 0),
            "IsSaved": True,
            "Media IDs": more.pop("ids", ""),
            **more,
        }

    chats = {
        "asa_t": [
            line("asa_t", "Hej, jag heter Åsa Testsson. It's me & you", "2024-04-20 01:29:22 UTC", exact=1713576562686),
            line("provkommun", "Ring 070-1740605", "2024-04-20 01:30:00 UTC", own=True, ReplyTo="x"),
            line("asa_t", "", "2024-04-20 01:31:00 UTC", media="MEDIA", ids="b~EiQone | b~EiQgone"),
            line("asa_t", "", "2024-04-20 01:32:00 UTC", media="STATUSERASEDMESSAGE"),
        ],
        "6b1f": [
            line("bo_t", "Möte kl. 9", "2024-04-21 07:00:00 UTC", title="Arbetslaget"),
            line("provkommun", "Ja", "2024-04-21 07:01:00 UTC", own=True, title="Arbetslaget"),
            line("kim_t", None, "2024-04-21 07:02:00 UTC", media="STATUSPARTICIPANTREMOVED", title="Arbetslaget"),
            line("bo_t", "59.3, 18.0", "i går", media="LOCATION", title="Arbetslaget", exact=5),
        ],
    }
    snaps = {
        "asa_t": [
            {"From": "asa_t", "Media Type": "IMAGE", "Created": "2024-06-13 16:42:26 UTC", "Conversation Title": None, "IsSender": False, "Created(microseconds)": 1718296946482},
        ]
    }
    files = [
        ("json/account.json", compact({"Basic Information": {"Username": "provkommun", "Name": "Provköpings kommun", "Creation Date": "2019-06-01 12:00:00 UTC"}, "Device History": []})),
        ("json/chat_history.json", compact(chats)),
        ("json/snap_history.json", compact(snaps)),
        ("json/friends.json", compact({"Friends": [{"Username": "asa_t", "Display Name": "Åsa Testsson", "Creation Timestamp": "2020-01-01 10:00:00 UTC", "Last Modified Timestamp": "2020-01-02 10:00:00 UTC", "Source": "Added by Phone"}], "Friend Requests Sent": [], "Deleted Friends": []})),
        ("json/memories_history.json", compact({"Saved Media": [{"Date": "2024-01-01 10:00:00 UTC", "Media Type": "Image", "Location": "Latitude, Longitude: 59.3, 18.0", "Media Download Url": "https://example.org/m"}]})),
        ("json/location_history.json", compact({"Location History": [["2024-03-02 14:00:00 UTC", "59.3, 18.0"]], "Areas you may have visited in the last two years": [{"Time": "2024-03", "City": "Provköping"}]})),
        ("chat_media/2024-04-20_b~EiQone.png", PNG),
        ("html/chat_history.html", b"<html><body>the same</body></html>"),
    ]
    (folder("snapchat-json/swedish") / "mydata~1713600000000.zip").write_bytes(zipped(files))
    old = {
        "Received Saved Chat History": [
            {"From": "ib_t", "Media Type": "TEXT", "Created": "2021-01-01 12:00:00 UTC", "Text": "Det er Ib&#39;s telefon: 20 12 34 56"},
            {"From": "ib_t", "Media Type": "MEDIA", "Created": "2021-01-01 12:01:00 UTC", "Text": ""},
        ],
        "Sent Saved Chat History": [{"To": "ib_t", "Media Type": "TEXT", "Created": "2021-01-01 12:02:00 UTC", "Text": "Tak"}],
        "Received Unsaved Chat History": [],
        "Sent Unsaved Chat History": [{"To": "kim_t", "Media Type": "TEXT", "Created": "2021-01-02 12:02:00 UTC", "Text": "Hej Kim"}],
    }
    (folder("snapchat-json/danish-old") / "chat_history.json").write_bytes(compact(old))


# ---- LinkedIn ------------------------------------------------------------------------------


def linkedin():
    me, other, third = (f"https://www.linkedin.com/in/{name}-test" for name in ("kim", "asa", "bo"))
    heads = ["CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS"]
    messages = table(
        [
            heads,
            ["2-a", "", "Åsa Testsson", other, "Kim Testsson", me, "2024-02-02 10:00:00 UTC", "Fråga", "<p>Hej Kim,<br>ring <b>070-1740605</b> <a href=\"https://example.org/x\">här</a></p>", "INBOX", ""],
            ["2-a", "", "Kim Testsson", me, "Åsa Testsson", other, "2024-02-02 09:00:00 UTC", "", "Tack &amp; hej", "SENT", "brev.pdf"],
            ["2-b", "Arbetslaget", "Bo Testsson", third, "Kim Testsson,Åsa Testsson", f"{me},{other}", "2024-02-03 09:00:00 UTC", "", "Möte", "INBOX", ""],
            ["2-b", "Arbetslaget", "LinkedIn Member", "", "", "", "2024-02-03 09:05:00 UTC", "", "", "INBOX", ""],
        ]
    )
    notes = 'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n'
    files = [
        ("Connections.csv", table([["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"], ["Åsa", "Testsson", other, "asa@example.org", "Provköping", "Chef", "15 Mar 2019"]], notes)),
        ("messages.csv", messages),
        ("Shares.csv", table([["Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl", "Visibility"], ["2024-01-05 08:00:00", "https://www.linkedin.com/feed/update/1", 'Vi söker"\n"en chef, fråga Bo Testsson', "", "", "MEMBER_NETWORK"]])),
        ("Comments.csv", table([["Date", "Link", "Message"], ["2024-01-06 08:00:00", "https://www.linkedin.com/feed/update/2", "Grattis Åsa!"]])),
        ("Reactions.csv", table([["Date", "Type", "Link"], ["2024-01-07 08:00:00", "LIKE", "https://www.linkedin.com/feed/update/3"], ["", "", ""]])),
        ("Profile.csv", table([["First Name", "Last Name", "Maiden Name", "Address", "Birth Date", "Headline", "Summary", "Industry"], ["Kim", "Testsson", "", "Testgatan 1", "Jan 1", "Handläggare", "Arbetar i Provköping", "Government"]])),
        ("Invitations.csv", table([["From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl"], ["Kim Testsson", "Bo Testsson", "1/8/24, 8:00 AM", "Hej Bo", "OUTGOING", me, third]])),
        ("Email Addresses.csv", table([["Email Address", "Confirmed", "Primary", "Updated On"], ["kim@example.org", "Yes", "Yes", "1/8/24, 8:00 AM"]])),
        ("Skills.csv", table([["Name"], ["Arkiv"]])),
    ]
    (folder("linkedin-csv/swedish") / "Complete_LinkedInDataExport.zip").write_bytes(zipped(files))


# ---- Reddit --------------------------------------------------------------------------------


def reddit():
    heads = ["id", "permalink", "thread_id", "date", "ip", "from", "to"]
    files = [
        ("comments.csv", table([["id", "permalink", "date", "ip", "subreddit", "gildings", "link", "parent", "body", "media"], ["c1", "https://www.reddit.com/r/prov/comments/p1/_/c1/", "2020-01-01 00:00:00 UTC", "192.0.2.7", "prov", "0", "https://www.reddit.com/r/prov/comments/p1/_/", "", "Ring 20 12 34 56", ""], ["c2", "https://www.reddit.com/r/prov/comments/p1/_/c2/", "2020-01-02 00:00:00 UTC", "", "prov", "0", "https://www.reddit.com/r/prov/comments/p1/_/", "c1", "[deleted]", ""]])),
        ("comment_headers.csv", table([["id", "permalink", "date", "ip", "subreddit", "gildings", "link", "parent"], ["c1", "https://www.reddit.com/r/prov/comments/p1/_/c1/", "2020-01-01 00:00:00 UTC", "192.0.2.7", "prov", "0", "https://www.reddit.com/r/prov/comments/p1/_/", ""]])),
        ("posts.csv", table([["id", "permalink", "date", "ip", "subreddit", "gildings", "title", "url", "body"], ["p1", "https://www.reddit.com/r/prov/comments/p1/_/", "2020-01-01 00:00:00 UTC", "", "prov", "0", "Søger Ib Testesen", "", "Han bor på Testvej 1"]])),
        ("message_headers.csv", table([heads, ["m9", "https://www.reddit.com/message/messages/m9", "m9", "2020-02-01 00:00:00 UTC", "192.0.2.7", "provkommune", "ib_t"]])),
        ("messages_archive.csv", table([heads + ["subject", "body"], ["m1", "https://www.reddit.com/message/messages/m1", "", "2020-03-01 00:00:00 UTC", "", "ib_t", "provkommune", "Spørgsmål", "Hvornår åbner I?\nHilsen Ib"], ["m2", "https://www.reddit.com/message/messages/m2", "", "2020-03-02 00:00:00 UTC", "192.0.2.7", "provkommune", "ib_t", "re: Spørgsmål", "Kl. 10"]])),
        ("messages_archive_headers.csv", table([heads, ["m1", "https://www.reddit.com/message/messages/m1", "", "2020-03-01 00:00:00 UTC", "", "ib_t", "provkommune"]])),
        ("chat_history.csv", table([["message_id", "created_at", "updated_at", "username", "message", "thread_parent_message_id", "channel_url", "subreddit", "channel_name", "conversation_type"], ["k1", "2023-05-01 10:00:00 UTC", "1970-01-01 00:00:00 UTC", "ib_t", "Hej, det er Ib", "", "!a:reddit.com", "", "ib_t, provkommune", "direct"], ["k2", "2023-05-01 10:01:00 UTC", "2023-05-01 10:02:00 UTC", "provkommune", "Goddag", "k1", "!a:reddit.com", "", "ib_t, provkommune", "direct"], ["k3", "2023-05-01 10:03:00 UTC", "1970-01-01 00:00:00 UTC", "ib_t", "[deleted]", "", "!a:reddit.com", "", "ib_t, provkommune", "direct"]])),
        ("post_votes.csv", table([["id", "permalink", "direction"], ["p7", "https://www.reddit.com/r/prov/comments/p7/_/", "up"]])),
        ("ip_logs.csv", table([["date", "ip"], ["registration ip", "192.0.2.7"], ["2020-01-01 00:00:00 UTC", "192.0.2.8"]])),
        ("statistics.csv", table([["statistic", "value"], ["account name", "provkommune"], ["is_deleted", "False"]])),
        ("checkfile.csv", table([["filename", "sha256"], ["posts.csv", "00"]])),
    ]
    (folder("reddit-csv/danish") / "export_provkommune.zip").write_bytes(zipped(files))


mastodon()
tiktok()
snapchat()
linkedin()
reddit()
