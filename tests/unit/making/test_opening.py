"""Files made to hurt: each is answered within its limits, for what it is, and the next one is opened."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import os
import quopri
import re
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, suppress
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import xlsxwriter

from bot.channels.base import MadeFile
from bot.making.opening.answers import file_in, found_in, refusal_in
from bot.making.opening.frames import SIZES, Nonsense, framed, read_head, sizes
from bot.making.opening.opener import Bounds, Opener
from bot.making.tables import OCCASION
from handlers.core.vocabulary import Attachment, FileKind, Refusal
from tests.unit.making import hostile, plants
from tests.unit.making.hostile import cell, row

KIND, DAMAGED, LARGE = Refusal.UNCLEAN_KIND, Refusal.DAMAGED, Refusal.TOO_LARGE
FILE = Attachment(FileKind.DOCUMENT, ref="f", name="材料.bin", clean=True)
PLAIN = "只有一格".encode()
ONE_CELL = {"sheets": [{"name": "", "rows": [["只有一格"]]}]}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def opener() -> AsyncIterator[Opener]:
    async with aclosing(Opener()) as opened:
        yield opened


HOSTILE: dict[str, tuple[Callable[[], bytes], Refusal]] = {
    "a document of 300 MB": (lambda: hostile.document(bytes(1000), told=300_000_000), LARGE),
    "a document that says it is small": (lambda: hostile.document(bytes(30_000_000), told=10), DAMAGED),
    "a picture of 3,600 million pixels": (lambda: hostile.header(60_000, 60_000), LARGE),
    "a picture of 81 million pixels": (lambda: hostile.header(9_000, 9_000), LARGE),
    "a moving picture without end": (lambda: hostile.many_frames(50_000), LARGE),
    "a document packed thrice": (hostile.packed_pdf, DAMAGED),
    "a film that goes round in circles": (hostile.circling_film, DAMAGED),
    "a film that was cut": (hostile.cut_film, DAMAGED),
}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("what", HOSTILE)
async def test_a_hostile_file_is_refused_for_what_it_is(opener: Opener, what: str) -> None:
    make, why = HOSTILE[what]
    assert await opener.clean(FILE, make()) is why
    before = opener.pid
    assert isinstance(await opener.clean(FILE, plants.docx()), MadeFile)
    assert (opener.pid == before) is (why is not LARGE), "whoever was short of memory makes room for another"


@pytest.mark.asyncio(loop_scope="module")
async def test_large_files_of_an_office_are_passed_on(opener: Opener) -> None:
    for content in (hostile.deep(100_000), hostile.tangled(50_000), hostile.document(b"<w:t>a</w:t>" * 100_000)):
        assert isinstance(await opener.clean(FILE, content), MadeFile)


TABLES: dict[str, tuple[Callable[[], bytes], Any]] = {
    "two corners": (lambda: hostile.workbook(("A1", "问题"), ("XFD1048576", "x")), ("far", "XFD1048576")),
    "one far cell": (lambda: hostile.workbook(("XFD1048576", "x")), ("far", "XFD1048576")),
    "a colour far out": (lambda: hostile.workbook(("A1", "问题"), styled="XFD1048576"), [["问题"]]),
    "rows that repeat": (lambda: hostile.open_document(row(cell("x", 16_384), 1_048_576)), ("far", "XFD1048576")),
    "rows without end": (lambda: hostile.open_document(row(cell("x", 10**12), 10**12)), ("far", None)),
    "empty rows that repeat": (
        lambda: hostile.open_document(row(cell("问题") + cell(columns=16_383)) + row(cell(columns=16_384), 1_048_575)),
        [["问题"]],
    ),
    "an old table": (lambda: hostile.old_workbook((0, 0), (1, 1)), [["1", ""], ["", "1"]]),
    "an old table with two corners": (lambda: hostile.old_workbook((0, 0), (65_535, 65_535)), (LARGE, None)),
    "many rows": (lambda: hostile.workbook(*((f"A{n}", "x") for n in range(1, 400))), ("many", None)),
    "a part packed far too large": (lambda: hostile.document(bytes(1000), told=300_000_000), (LARGE, None)),
    "a text without rows": (lambda: b'"' + b"x" * 300_000, ("no_table", None)),
}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("what", TABLES)
async def test_a_table_is_read_or_refused_for_what_it_is(opener: Opener, what: str) -> None:
    make, expected = TABLES[what]
    found = await opener.read(FILE, make())
    if isinstance(found, Refusal):
        assert found is expected[0]
    else:
        # What is wrong with one sheet is said of that sheet.
        sheet = found if "trouble" in found else found["sheets"][0]
        if isinstance(expected, list):
            assert sheet["rows"] == expected
        else:
            assert sheet["trouble"] == expected[0]
            assert expected[1] in (None, sheet.get("cell"))
    assert await opener.read(FILE, PLAIN) == ONE_CELL


@pytest.mark.asyncio(loop_scope="module")
async def test_what_needs_more_of_the_library_is_read_there_as_it_is_here(opener: Opener) -> None:
    page, head = (
        "<table><tr><td>只有一格</td></tr></table>",
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b",
    )
    for way, written in (
        ("base64", base64.encodebytes(page.encode())),
        ("quoted-printable", quopri.encodestring(page.encode())),
    ):
        part = f"--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {way}"
        saved = f"{head}\n\n{part}\n\n{written.decode()}\n--b--\n".encode()
        assert await opener.read(FILE, saved) == ONE_CELL, way
    for charset in ("big5", "gbk", "utf-8", "utf-16"):
        written = f'<html><meta charset="{charset}">{page}</html>'.replace("只有一格", "一格").encode(charset)
        assert await opener.read(FILE, written) == {"sheets": [{"name": "", "rows": [["一格"]]}]}, charset


@pytest.mark.asyncio(loop_scope="module")
async def test_a_sheet_before_a_far_one_is_read(opener: Opener) -> None:
    """Only the sheet that is wanted has to be one that can be read."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("一").write("A1", "问题")
        book.add_worksheet("二").write("XFD1048576", "x")
    assert await opener.read(FILE, out.getvalue()) == {
        "sheets": [
            {"name": "一", "rows": [["问题"]]},
            {"name": "二", "trouble": "far", "cell": "XFD1048576"},
        ]
    }


@pytest.mark.asyncio(loop_scope="module")
async def test_what_takes_too_long_ends_and_the_next_file_is_opened() -> None:
    long = hostile.document(b"<w:t>a</w:t>" * 2_000_000)
    async with aclosing(Opener(Bounds(processor=0))) as opener:
        # Of two that come together, one waits for the other.
        both = await asyncio.gather(opener.clean(FILE, long), opener.read(FILE, PLAIN))
        assert both == [Refusal.TOO_LONG, ONE_CELL]
    async with aclosing(Opener(Bounds(whole=0.05))) as opener:
        # That may be the machine's fault: whoever asks may ask again.
        assert await opener.clean(FILE, long) is Refusal.UNOPENED


@pytest.mark.asyncio(loop_scope="module")
async def test_what_takes_too_much_memory_ends_and_the_next_file_is_opened() -> None:
    async with aclosing(Opener(Bounds(memory=40_000_000))) as opener:
        assert await opener.clean(FILE, hostile.document(bytes(30_000_000))) is LARGE
        assert isinstance(await opener.clean(FILE, plants.docx()), MadeFile)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_process_that_is_killed_is_started_anew(opener: Opener) -> None:
    assert await opener.read(FILE, PLAIN) == ONE_CELL
    assert opener.pid is not None
    os.kill(opener.pid, signal.SIGKILL)
    # Whoever asks before that is known, is not told that it was the file.
    assert await opener.read(FILE, PLAIN) in (Refusal.UNOPENED, ONE_CELL)
    assert await opener.read(FILE, PLAIN) == ONE_CELL


@pytest.mark.asyncio(loop_scope="module")
async def test_whoever_does_not_wait_any_longer_leaves_no_process_behind() -> None:
    opener = Opener()
    assert await opener.read(FILE, PLAIN)
    first = opener.pid
    asked = asyncio.create_task(opener.clean(FILE, hostile.document(b"<w:t>a</w:t>" * 2_000_000)))
    await asyncio.sleep(0)
    asked.cancel()
    with suppress(asyncio.CancelledError):
        await asked
    assert await opener.read(FILE, PLAIN) == ONE_CELL
    second = opener.pid
    await opener.aclose()
    assert opener.pid is None
    for each in (first, second):
        assert each is not None
        with pytest.raises(ProcessLookupError):
            os.kill(each, 0)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="the system does not show the limits of a process")
async def test_it_can_open_nothing_and_knows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUJI_TELEGRAM__TOKEN", "123:secret")
    async with aclosing(Opener()) as opener:
        assert await opener.read(FILE, PLAIN)
        about = Path(f"/proc/{opener.pid}")
        limits = dict(re.findall(r"^(Max [a-z ]+?)  +(\S+)", (about / "limits").read_text(), re.M))
        assert limits["Max open files"] == str(len(list((about / "fd").iterdir())))
        assert limits["Max processes"] == limits["Max file size"] == "0"
        assert int(limits["Max address space"]) < 1_200_000_000
        assert b"SHUJI" not in (about / "environ").read_bytes()


def test_what_comes_back_is_looked_at_as_a_strangers() -> None:
    large = json.dumps({"sheets": [{"name": "", "rows": [["x" * (OCCASION.whole + 1)]]}]}).encode()
    many = json.dumps({"sheets": [{"name": "", "rows": [["x"]] * 150}] * 5}).encode()
    wrong = (
        *(b"", b"[", b"[" * 100_000, b'{"trouble": "other"}', b'{"rows": [[1]]}', b'{"sheets": []}', large, many),
        *(
            b'{"sheets": [{"name": "", "rows": [[1]]}]}',
            b'{"sheets": [{"name": ""}]}',
            b'{"text": "", "trouble": "xml"}',
        ),
    )
    for body in wrong:
        with pytest.raises(Nonsense):
            found_in(body, OCCASION)
    for head in ({}, {"suffix": "exe"}, {"suffix": ["jpg"]}):
        with pytest.raises(Nonsense):
            file_in(head, b"x")
    wrong_words: tuple[Any, ...] = ("delivered", [])
    for said in wrong_words:
        with pytest.raises(Nonsense):
            refusal_in({"refusal": said})
    for written in (b"", b"[]", b"{", b"[" * 100_000):
        with pytest.raises(Nonsense):
            read_head(written)
    with pytest.raises(Nonsense):
        sizes(framed({}, b"12345")[: SIZES.size], 4)
