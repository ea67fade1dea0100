"""Workbooks for the tests, by openpyxl.

`workbook.py oracle FOLDER` writes workbooks of made-up values into a folder and, beside each, what
openpyxl reads back from it (`.json`: per sheet a list of rows of texts).
`workbook.py fixtures FOLDER` writes those of tests/fixtures/import/message-table anew.

Nobody in them exists; numbers are from the series for tests (docs/testing.md).
"""

import datetime
import io
import json
import random
import re
import sys
import zipfile
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

FIXED = datetime.datetime(2024, 1, 1)


def text(value, number_format):
    """A value as the importer writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        clock = any(letter in number_format for letter in "hs")
        shown = value.isoformat(sep=" ", timespec="milliseconds").removesuffix(".000")
        return shown if clock or value.time() != datetime.time() else shown[:10]
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="milliseconds").removesuffix(".000")
    if isinstance(value, int):
        if re.fullmatch("0{2,}", number_format):
            return str(value).zfill(len(number_format))
        return str(value)
    if isinstance(value, float):
        short = float(f"{value:.14e}")
        return str(int(short)) if short == int(short) and abs(short) < 1e15 else repr(short)
    return value


def save(book, path, edit=None):
    book.properties.created = book.properties.modified = FIXED
    book.properties.creator = "maskera"
    memory = io.BytesIO()
    book.save(memory)
    with zipfile.ZipFile(memory) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        members = {name: old.read(name) for name in old.namelist()}
        if edit:
            edit(members)
        for name, content in members.items():
            new.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def oracle(folder):
    words = "hej ja nej mødet på torsdag åben öppen ääni 😀 & < > \" ' ]]> \t \n kl. 14:00 _x _x00 1/2".split(" ")
    for seed in range(6):
        dice = random.Random(seed)
        book = Workbook()
        if seed % 2:
            book.epoch = CALENDAR_MAC_1904
        book.remove(book.active)
        for number in range(1 + seed % 3):
            sheet = book.create_sheet(f"Ark {number} & mere")
            sheet.append(["Dato", "Afsender", "Besked", "Tal", "Andet", "Løb"])
            for row in range(2, 60):
                moment = datetime.datetime(2020, 1, 1) + datetime.timedelta(
                    seconds=dice.randrange(150_000_000)
                )
                sheet.cell(row, 1, moment).number_format = dice.choice(
                    ["yyyy-mm-dd hh:mm:ss", "d. mmm yyyy", "[$-406]dd/mm/yyyy hh:mm"]
                )
                sheet.cell(row, 2, dice.choice(["Mette Prøve", "Jens Prøve", "+4520990001"]))
                sheet.cell(row, 3, " ".join(dice.choices(words, k=dice.randrange(1, 9))) or "tom")
                sheet.cell(row, 4, dice.choice([1, 0.1, 12.3, 4520990001, -7, 1e14, 2.5e-3, None]))
                other = dice.choice(
                    [True, False, datetime.time(14, 7, 9), datetime.date(2024, 3, 5), "#N/A", None]
                )
                sheet.cell(row, 5, other)
                sheet.cell(row, 6, 701740605).number_format = "0000000000"
        path = folder / f"{seed}.xlsx"
        save(book, path)
        read = load_workbook(path, data_only=True)
        sheets = [
            [[text(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows(min_row=2)]
            for sheet in read.worksheets
        ]
        (folder / f"{seed}.json").write_text(json.dumps(sheets), "utf-8")


def danish(path):
    """Title above the headers, real dates and clock times, merged senders, notes, links, hidden parts."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Beskeder"
    sheet.append(["Udtræk fra tjenestetelefon"])
    sheet.append([])
    sheet.append(["Dato", "Kl.", "Afsender", "Nummer", "Besked", "Journal"])
    day = datetime.date(2024, 3, 5)
    rows = [
        (day, datetime.time(14, 7, 9), "Mette Østergård", 20990001, "Kan du ringe til borgeren?", "24/1"),
        (day, datetime.time(14, 8), None, None, "Hun hedder Åse Prøve og bor på Testvej 1", None),
        (day, datetime.time(14, 9), "mig", None, "Ja, jeg ringer nu", None),
        (datetime.date(2024, 3, 6), datetime.time(8, 0), "Jens Prøve", 20990002, "Se siden", "24/2"),
        (datetime.date(2024, 3, 6), datetime.time(8, 1), "Jens Prøve", 20990002, "Skjult række", None),
    ]
    for row in rows:
        sheet.append(row)
    for row in range(4, 9):
        sheet.cell(row, 1).number_format = "dd-mm-yyyy"
        sheet.cell(row, 2).number_format = "hh:mm"
        sheet.cell(row, 4).number_format = "00000000"
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("C4:C5")
    sheet.merge_cells("D4:D5")
    sheet["E5"].comment = Comment("Sagsbehandler:\nringet op på 20990003", "Sagsbehandler")
    sheet["A3"].comment = Comment("Hentet af Bo Prøve", "Arkivet")
    sheet["E7"].hyperlink = "https://example.org/sag?navn=Aase"
    sheet["F4"] = '=HYPERLINK("https://example.org/24-1","24/1")'
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["F"].hidden = True
    contacts = book.create_sheet("Kontakter")
    contacts.append(["Navn", "Afdeling"])
    contacts.append(["Mette Østergård", "Borgerservice"])
    contacts.append(["Jens Prøve", "Teknik"])
    hidden = book.create_sheet("Gemt")
    hidden.sheet_state = "hidden"
    hidden.append(["Dato", "Afsender", "Besked"])
    hidden.append([datetime.datetime(2024, 3, 7, 9, 30), "Mette Østergård", "Det her står på et skjult ark"])
    save(book, path)


def swedish(path):
    """Days from 1904, texts inside the cells, formatted texts, threaded comments, errors, a formula
    without a value."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "SMS"
    sheet.append(["Datum", "Avsändare", "Meddelande", "Läst"])
    sheet.append([datetime.datetime(2024, 3, 5, 14, 7, 9), "Åsa Prov", "Hej, ring 070-174 06 05", True])
    sheet.append([datetime.datetime(2024, 3, 5, 14, 8), "Bo Prov", "#REF!", False])
    sheet.append([datetime.datetime(2024, 3, 5, 14, 9), "Bo Prov", '="Hej "&B2', None])
    sheet["C2"].font = Font(bold=True)
    sheet["C2"].comment = Comment("tråd", "tc={1}")

    def edit(members):
        main = "xl/worksheets/sheet1.xml"
        content = members[main].decode()
        rich = (
            '<c r="C5" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">Ring </t></r>'
            "<r><t>Åsa _x0041_B &amp; Bo</t></r><rPh sb=\"0\" eb=\"1\"><t>nej</t></rPh></is></c>"
        )
        row = f'<row r="5"><c r="A5"><v>43895.5</v></c><c r="B5" t="str"><v>Bo Prov</v></c>{rich}</row>'
        style = re.search(r'<c r="A2" s="(\d+)"', content)[1]
        row = row.replace('<c r="A5">', f'<c r="A5" s="{style}">')
        members[main] = content.replace("</sheetData>", row + "</sheetData>").encode()
        rels = "xl/worksheets/_rels/sheet1.xml.rels"
        kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
        members[rels] = members[rels].decode().replace(
            "</Relationships>",
            f'<Relationship Id="t1" Type="{kind}" Target="../threadedComments/threadedComment1.xml"/>'
            "</Relationships>",
        ).encode()
        name = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
        members["xl/threadedComments/threadedComment1.xml"] = (
            f'<ThreadedComments xmlns="{name}">'
            '<threadedComment ref="C2" dT="2024-03-06T10:00:00.00" personId="{p1}" id="{1}">'
            "<text>Gäller ärendet för Eva Prov?</text></threadedComment>"
            '<threadedComment ref="C2" dT="2024-03-06T10:05:00.00" personId="{p2}" id="{2}" parentId="{1}">'
            "<text>Ja, nummer 070-174 06 06</text></threadedComment></ThreadedComments>"
        ).encode()
        members["xl/persons/person.xml"] = (
            f'<personList xmlns="{name}"><person displayName="Karin Prov" id="{{p1}}" userId="x" '
            'providerId="None"/><person displayName="Olle Prov" id="{p2}" userId="y" '
            'providerId="None"/></personList>'
        ).encode()
        rels = "xl/_rels/workbook.xml.rels"
        kind = "http://schemas.microsoft.com/office/2017/10/relationships/person"
        members[rels] = members[rels].decode().replace(
            "</Relationships>",
            f'<Relationship Id="p1" Type="{kind}" Target="persons/person.xml"/></Relationships>',
        ).encode()

    save(book, path, edit)


def nordic(path):
    """One conversation per sheet, without headers, in Norwegian and Finnish."""
    book = Workbook()
    book.remove(book.active)
    texts = {
        "Kari": ["Hei, kan du ringe meg", "Ja, jeg ringer etter møtet", "Fint, snakkes da"],
        "Työryhmä": ["Moi, soita kun ehdit", "Soitan illalla kello kahdeksan", "Kiitos paljon kaikesta"],
    }
    for name, lines in texts.items():
        sheet = book.create_sheet(name)
        for at, line in enumerate(lines * 2):
            sheet.append([f"{1 + at}.2.2024 klo 9.{10 + at}", [name, "Me"][at % 2], line])
    save(book, path)


if __name__ == "__main__":
    what, folder = sys.argv[1], Path(sys.argv[2])
    if what == "oracle":
        oracle(folder)
    else:
        for make, name in ((danish, "beskeder"), (swedish, "sms"), (nordic, "samtaler")):
            place = folder / f"workbook-{make.__name__}"
            place.mkdir(exist_ok=True)
            make(place / f"{name}.xlsx")
