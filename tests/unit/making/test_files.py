"""Pictures, workbooks and posters: whole, readable, and safe with whatever people write."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest
import segno
from PIL import Image
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from bot.making import lettering
from bot.making.drawing import em, fit, png
from bot.making.pictures import digest_picture
from bot.making.posters import poster
from bot.making.workbooks import LIMIT, Book, sheet_name
from handlers.components.register import Value
from handlers.reports import ledger
from handlers.reports.digest.sections import Section
from handlers.rules.columns import Layout

WEEK = {"label": "3月2日", "new": 3, "finished": 2, "open": 5, "score": 0.9}
UNIT = {
    "name": "一分厂",
    "n": 7,
    "few": {"contacted": "7/7", "solved": "6/7", "satisfied": "6.5/7"},
    "contacted": 1.0,
    "solved": 0.857,
    "satisfied": 0.93,
}
NOBODY = {"n": 0, "contacted": None, "solved": None, "satisfied": None}


def facts(**known: Any) -> Mapping[str, Any]:
    plain = {
        "locale": "zh-CN",
        "unit": "集团公司",
        "span": "3月2日—3月8日",
        "from": "2026-03-02",
        "weeks": [WEEK] * 8,
        "units": [UNIT],
        "more": 0,
        "floor": 0.85,
        "version": "1",
    }
    return {**plain, **known}


def ink(content: bytes) -> int:
    """How much of a picture is not white."""
    image = Image.open(io.BytesIO(content)).convert("L")
    return sum(count for shade, count in enumerate(image.histogram()) if shade < 200)


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"locale": "en"},
        {"units": [UNIT | NOBODY, UNIT | {"n": 3, "contacted": None, "solved": None, "satisfied": None}]},
        {"units": [UNIT] * 10, "more": 12, "silent": 3},
        {"weeks": [{**WEEK, "new": 0, "finished": 0, "open": 0, "score": None}] * 8},
        {"weeks": [{**WEEK, "new": 123_456}] * 8},
        {"unit": '<script>&"\x00\x07' * 9},
    ],
)
def test_a_picture_of_any_week(known: dict[str, Any]) -> None:
    made = Image.open(io.BytesIO(digest_picture(facts(**known))))
    assert made.format == "PNG"
    assert made.width == 1080


def test_chinese_is_drawn_with_the_programs_own_font() -> None:
    # A character that the font lacks leaves a hole or a box: then every text would look alike.
    drawn = {
        text: png(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">'
            f'<rect width="80" height="40" fill="#fff"/>'
            f'<text x="5" y="30" font-size="30" font-family="{lettering.FAMILY}">{text}</text></svg>'
        )
        for text in ("书记", "食堂", "满意", "①%")
    }
    assert len(set(drawn.values())) == 4
    assert all(ink(each) > 100 for each in drawn.values())
    assert lettering.BUNDLED.stat().st_size < 2_000_000
    assert "SIL OPEN FONT LICENSE" in (lettering.FOLDER / "OFL.txt").read_text("utf-8")


def test_texts_fit() -> None:
    assert fit("一二三四五", 5) == "一二三四五"
    assert fit("一二三四五六", 5) == "一二三四…"
    assert em("ab一") == pytest.approx(2.12)


def words(**known: str) -> dict[str, str]:
    plain = {
        "mailbox": "书记信箱",
        "unit": "一分厂",
        "title": "扫码反映问题",
        "english": "Scan to raise a concern",
        "place": "东门",
        "code": "编号 BX1",
        "foot": "",
    }
    return {**plain, **known}


def test_a_poster_is_one_a4_page_whose_code_is_the_link() -> None:
    link = "https://t.me/some_mailbox_bot?start=p-BX07K2"
    made = poster(link, words(), steps=("一", "二", "三"), naming=(("实名", "…"), ("隐名", "…"), ("匿名", "…")))
    assert len(made) < 600_000
    (page,) = PdfReader(io.BytesIO(made)).pages
    assert [round(float(each)) for each in page.mediabox] == [0, 0, 595, 842]
    (drawn,) = page.images
    image = drawn.image
    assert image is not None
    assert image.size == (2480, 3508)
    # Module by module: what is printed is what was meant.
    matrix = segno.make(link, error="m", micro=False).matrix
    size = len(matrix)
    grey = image.convert("L")
    step = 0.56 * 1000 / (size + 8) * 2
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            at = (round(680 + (x + 4.5) * step), round(900 + (y + 4.5) * step))
            assert (grey.getpixel(at) < 128) == bool(dark), (x, y)  # type: ignore[operator]


HEADINGS = ledger.COLUMNS.headings("zh-CN", Layout())


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names}


def test_texts_stay_texts_and_dates_dates() -> None:
    book = Book("zh-CN", title="台账", made=datetime(2026, 3, 2, 9))
    book.begin_ledger("台账", HEADINGS)
    at = datetime(2026, 3, 2, 9, 30)
    line: list[Value] = [
        1,
        "SJ-2026-0001",
        "=cmd|' /C calc'!A0",
        at,
        "+1",
        "-1",
        "@SUM(A1)",
        "http://x.y",
        "007",
        "1e5",
        "\x07响铃\ud800",
    ]
    book.add_lines([(*line, *[None] * 14)])
    book.end_ledger(25)
    book.add_sections(
        "周报",
        ["集团公司"],
        [Section("late", "超期", ("编号", "日期"), (("SJ-1", date(2026, 3, 2)),), ())],
    )
    found = sheets(book.finish())
    assert found["台账"][1][:4] == [1, "SJ-2026-0001", "=cmd|' /C calc'!A0", at]
    assert found["台账"][1][4:11] == ["+1", "-1", "@SUM(A1)", "http://x.y", "007", "1e5", "响铃"]
    assert date(2026, 3, 2) in [cell for row in found["周报"] for cell in row]


def test_what_a_cell_cannot_hold_is_cut_and_said() -> None:
    book = Book("zh-CN", title="台账", made=datetime(2026, 3, 2, 9))
    book.begin_ledger("台账", HEADINGS)
    texts = ["长" * LIMIT, "长" * (LIMIT + 1), "😀" * 20_000]
    book.add_lines([(1, *texts, *[None] * 21)])
    row = sheets(book.finish())["台账"][1]
    assert row[1] == texts[0]
    assert row[2].endswith("本格原文 32,768 字，表格放不下，后面的已略去。")
    assert row[3].startswith("😀😀")
    assert "20,000 字" in row[3]
    assert all(len(each.encode("utf-16-le")) <= 2 * LIMIT for each in row[1:4])
    assert book.cut == 2


def test_an_empty_ledger_is_a_ledger() -> None:
    book = Book("en", title="Ledger", made=datetime(2026, 3, 2, 9))
    book.begin_ledger("台账", HEADINGS)
    book.end_ledger(25)
    assert len(sheets(book.finish())["台账"]) == 1
    assert sheet_name("a[b]:c*?/\\d" + "x" * 40) == "a_b__c____d" + "x" * 20
