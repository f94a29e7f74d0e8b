"""PDF files of random pages, read in this program: no exception, no letter lost or made up. The long run is slow."""

import random
import string
import unicodedata
from collections import Counter

import pytest
from page_writer import Piece, pdf
from test_fuzz import DIGITS, MARKS, pieces

from helpers import pdf_files, pdf_glyphs
from helpers.arabic import RESHAPED, label
from helpers.extracted import Unreadable

SHAPED = ("ﻗﺘﻞ", "ﻻ", "ﷺ", "ﺟﻨﻮﺩ", "ﻟﻢ")
ODD = ("\u200f", "\u202e", "\ufeff", "\0", "\x1b", "\ud800", "\udc00", "َّ", "ــ", "�", "\u2028", " ", "")
TURNED = ((1, 0, 0, 1), (1, 0, 0, 1), (1, 0, 0, 1), (-1, 0, 0, 1), (0, 1, -1, 0), (0, 0, 0, 0), (1, 0.3, 0, 1))
DROPPED = set("\ufffd()[]{}«»‹›")


@pytest.fixture(autouse=True)
def in_this_program(monkeypatch):
    monkeypatch.setattr(pdf_files, "_boxes", lambda data: list(pdf_glyphs._boxes(data)))


def number(dice: random.Random) -> float:
    return dice.choice((dice.uniform(0, 600), dice.randrange(0, 600, 100), -50, 0, 1e6, -1e9))


def pages(seed: int, count: int):
    """Pages of words, digits, marks and odd signs: in lines, in columns, or anywhere, of any size and turned."""
    dice, words = random.Random(seed), [*pieces(), *DIGITS, *MARKS, *SHAPED, *string.ascii_letters]
    for _ in range(count):
        neat = dice.random() < 0.6
        made = []
        for row in range(dice.randint(0, 12)):
            text = " ".join(dice.choice(words if dice.random() < 0.9 else ODD) for _ in range(dice.randint(0, 6)))
            text = (
                label(text)
                if dice.random() < 0.3 and not RESHAPED.search(text)
                else text[::-1]
                if dice.random() < 0.7
                else text
            )
            if neat:
                made.append(Piece(text, 60 + 250 * (row % dice.randint(1, 2)), 700 - 14 * row))
            else:
                made.append(Piece(text, number(dice), number(dice), dice.choice((12, 0, -9, 1e5)), dice.choice(TURNED)))
        yield [made[::2], made[1::2]] if dice.random() < 0.2 else [made], dice.choice(("", "", "8", "ل•"))


def letters(text: str) -> Counter:
    plain = unicodedata.normalize("NFKC", text)
    return Counter(sign for sign in plain if not sign.isspace() and sign not in DROPPED)


def check(made: list[list[Piece]], unmapped: str) -> None:
    try:
        read = pdf_files.extracted(pdf(made, unmapped)).text
    except Unreadable:
        return
    told = letters("".join(piece.text for page in made for piece in page))
    assert not letters(read) - told, f"letters that stand in no piece: {letters(read) - told}"
    assert "(cid:" not in read


def test_a_few_hundred_pages():
    for made, unmapped in pages(1, 250):
        check(made, unmapped)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 8))
def test_thousands_of_pages(seed):
    for made, unmapped in pages(seed, 4_000):
        check(made, unmapped)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 8))
def test_thousands_of_broken_files(seed):
    dice = random.Random(seed)
    for made, unmapped in pages(seed + 100, 2_000):
        data = bytearray(pdf(made, unmapped))
        for _ in range(dice.randint(1, 8)):
            at = dice.randrange(len(data))
            data[at : at + dice.choice((0, 1, 1, 40))] = dice.choice((b"", b"\xff", b"9" * 9, b"<<", b"endobj", b"R"))
        try:
            boxes = list(pdf_glyphs._boxes(bytes(data)))
        except Exception:  # what a broken file brings about is told by the program of its own
            continue
        for box in pdf_files._in_order(boxes):
            assert all(isinstance(part, str) for part in pdf_files._paragraphs(box, mirrored=True))


@pytest.mark.parametrize("unmapped", ["8", "3", "ل", "من"])
def test_a_font_that_does_not_tell_all_its_letters_is_refused(unmapped):
    line = Piece("شعاد نم 38 لتقم", 100)
    assert pdf_files.extracted(pdf([[line]])).text == "مقتل 38 من داعش"
    with pytest.raises(Unreadable, match="does not tell all its letters"):
        pdf_files.extracted(pdf([[line]], unmapped))


def test_a_bullet_without_a_letter_is_none_of_the_words():
    assert pdf_files.extracted(pdf([[Piece("شعاد نم 38 لتقم •", 100)]], "•")).text == "\ufffd مقتل 38 من داعش"
