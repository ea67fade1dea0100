"""Writes databases that the sqlite3 library made, and what it reads out of them.

usage: sqlite_make.py FOLDER COUNT
For each n: FOLDER/n.db, FOLDER/n.db-wal (sometimes) and FOLDER/n.json: table -> list of rows,
each value [type, text]; rows in the order in which sqlite3 gives them by rowid or primary key.
"""

import json
import random
import shutil
import sqlite3
import struct
import sys
from pathlib import Path

folder, count = Path(sys.argv[1]), int(sys.argv[2])
TYPES = ["INTEGER", "TEXT", "REAL", "BLOB", "", "VARCHAR(20)", "NUMERIC", "DOUBLE PRECISION", "INT"]
LETTERS = "abc æøåäö ÅÄÖ 😀 x'\"\n"


def value(dice):
    kind = dice.randrange(8)
    if kind == 0:
        return None
    if kind == 1:
        return dice.choice([0, 1, -1, 127, -128, 2**15, -2**15, 2**23, 2**31, 2**47, 2**63 - 1, -2**63])
    if kind == 2:
        return dice.randrange(-10**12, 10**12)
    if kind == 3:
        return dice.choice([0.0, 1.0, -2.5, 1e300, 3.14159])
    size = dice.choice([0, 1, 5, 40, 40, 90, 300, 2000 if dice.random() < 0.3 else 20, 70000 if dice.random() < 0.02 else 9])
    if kind == 4:
        return dice.randbytes(size)
    return "".join(dice.choice(LETTERS) for _ in range(size))


def shown(one):
    if one is None:
        return ["null", ""]
    if isinstance(one, int):
        return ["int", str(one)]
    if isinstance(one, float):
        return ["real", str(struct.unpack("<Q", struct.pack("<d", one))[0])]
    if isinstance(one, bytes):
        return ["blob", one.hex()]
    return ["text", one]


def fill(db, dice, name, columns, rows):
    marks = ",".join("?" * columns)
    for _ in range(rows):
        values = [value(dice) for _ in range(columns)]
        db.execute(f"INSERT OR IGNORE INTO {name} VALUES ({marks})", values)


def make(n):
    dice = random.Random(n)
    path = folder / f"{n}.db"
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(f"PRAGMA page_size={dice.choice([512, 1024, 4096, 4096, 65536])}")
    db.execute(f"PRAGMA encoding='{dice.choice(['UTF-8', 'UTF-8', 'UTF-16le', 'UTF-16be'])}'")
    db.execute(f"PRAGMA auto_vacuum={dice.choice([0, 1])}")
    wal = n % 3 == 1
    if wal:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA wal_autocheckpoint=0")
    types = [dice.choice(TYPES) for _ in range(dice.randrange(1, 9))]
    # values that do not fit INTEGER PRIMARY KEY are refused and left out
    db.execute("CREATE TABLE plain (" + ", ".join(f"c{i} {t}" for i, t in enumerate(types)) + ")")
    db.execute("CREATE TABLE keyed (id INTEGER PRIMARY KEY, [a b] TEXT DEFAULT 'x', c REAL)")
    db.execute("CREATE TABLE apart (p TEXT, q INTEGER, r, PRIMARY KEY (q, p)) WITHOUT ROWID")
    for name in ("plain", "keyed", "apart"):
        db.execute(f"CREATE INDEX i_{name} ON {name} ({'c0' if name == 'plain' else 'c' if name == 'keyed' else 'r'})")
    rows = dice.choice([0, 3, 50, 200])
    db.execute("BEGIN")
    fill(db, dice, "plain", len(types), rows)
    for i in range(rows):
        rowid = dice.choice([i, dice.randrange(-10**15, 10**15)])
        db.execute("INSERT OR IGNORE INTO keyed VALUES (?,?,?)", [rowid, str(value(dice)), i * 1.5])
        text = "".join(dice.choice(LETTERS) for _ in range(dice.choice([3, 30, 900])))
        db.execute("INSERT OR IGNORE INTO apart VALUES (?,?,?)", [text, dice.randrange(50), value(dice)])
    db.execute("COMMIT")
    if wal:
        db.execute("PRAGMA wal_checkpoint")
        if dice.random() < 0.5:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.execute("DELETE FROM plain WHERE rowid % 3 = 0")
    db.execute("ALTER TABLE plain ADD COLUMN late TEXT DEFAULT 'it''s -5'")
    db.execute("ALTER TABLE plain ADD COLUMN number INTEGER DEFAULT -7")
    db.execute("ALTER TABLE plain ADD COLUMN half REAL NOT NULL DEFAULT 2")
    fill(db, dice, "plain", len(types) + 3, 5)
    if dice.random() < 0.3 and not wal:
        db.execute("VACUUM")
    read = {}
    for name in ("plain", "keyed", "apart"):
        order = "q, p" if name == "apart" else "rowid"
        read[name] = [[shown(one) for one in row] for row in db.execute(f"SELECT * FROM {name} ORDER BY {order}")]
    if wal and dice.random() < 0.5:
        # a transaction that spills into the log and is not complete
        db.execute("PRAGMA cache_size=2")
        db.execute("BEGIN")
        db.execute("UPDATE keyed SET c = -1")
        fill(db, dice, "plain", len(types) + 3, 100)
    shutil.copy(path, folder / f"{n}.copy")
    if wal and Path(f"{path}-wal").exists():
        shutil.copy(f"{path}-wal", folder / f"{n}.copy-wal")
    db.close()
    for leftover in folder.glob(f"{n}.db*"):
        leftover.unlink()
    (folder / f"{n}.copy").rename(path)
    if (folder / f"{n}.copy-wal").exists():
        (folder / f"{n}.copy-wal").rename(f"{path}-wal")
    (folder / f"{n}.json").write_text(json.dumps(read), encoding="utf-8")


for n in range(count):
    make(n)
