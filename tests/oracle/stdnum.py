"""Outside oracle for tests/detect_oracle.rs: is each number valid for python-stdnum?

Reads lines "kind<TAB>number" on standard input and writes "1" or "0" per line. Needs python-stdnum
(pip install python-stdnum); leaves with status 3 when it is absent.
"""
import sys

# this file has the package's name: its own folder must not be searched
sys.path.pop(0)

try:
    from stdnum import iban, imei, luhn
    from stdnum.dk import cpr, cvr
    from stdnum.fi import hetu, ytunnus
    from stdnum.is_ import kennitala
    from stdnum.no import fodselsnummer, kontonr
    from stdnum.no import orgnr as no_orgnr
    from stdnum.se import orgnr as se_orgnr
    from stdnum.se import personnummer
except ImportError:
    sys.exit(3)


def fi_temporary(number):
    try:
        hetu.validate(number, allow_temporary=True)
        return True
    except Exception:
        return False


def dk_mod11(number):
    return cpr.checksum(cpr.compact(number)) == 0


def no_synthetic(number):
    """The package refuses months above 80: its check digits, and its date with 80 taken off."""
    digits = fodselsnummer.compact(number)
    if fodselsnummer.calc_check_digit1(digits) != digits[9]:
        return False
    if fodselsnummer.calc_check_digit2(digits) != digits[10]:
        return False
    try:
        fodselsnummer.get_birth_date(digits[:2] + "%02d" % (int(digits[2:4]) - 80) + digits[4:])
        return True
    except Exception:
        return False


CHECKS = {
    "se-personnummer": personnummer.is_valid,
    "dk-cpr": lambda number: cpr.is_valid(number) and dk_mod11(number),
    "no-fodselsnummer": no_synthetic,
    "fi-hetu": fi_temporary,
    "iban": lambda number: iban.is_valid(number, check_country=False),
    "payment-card": luhn.is_valid,
    "se-orgnr": se_orgnr.is_valid,
    "dk-cvr": cvr.is_valid,
    "no-orgnr": no_orgnr.is_valid,
    "no-bank-account": kontonr.is_valid,
    "fi-ytunnus": ytunnus.is_valid,
    "is-kennitala": kennitala.is_valid,
    "imei": imei.is_valid,
    "se-bankgiro": lambda number: luhn.is_valid(number.replace("-", "")),
    "se-plusgiro": lambda number: luhn.is_valid(number.replace("-", "")),
}


for line in sys.stdin:
    kind, number = line.rstrip("\n").split("\t")
    print(int(bool(CHECKS[kind](number))))
