"""What is cleaned of a raiser's file: nothing that was planted is left, in no part of it; what was said is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image
from pypdf import PdfReader

from bot.channels.base import MadeFile
from bot.making.opening.opener import Opener
from handlers.core.vocabulary import Attachment, FileKind, Refusal
from tests.unit.making import plants
from tests.unit.making.plants import PLANTED, WIDE, everything_in

pytestmark = pytest.mark.asyncio(loop_scope="module")
Clean = Callable[..., Awaitable[MadeFile]]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def opener() -> AsyncIterator[Opener]:
    """The process in which all of them are opened, one after the other."""
    async with aclosing(Opener()) as opened:
        yield opened


def named(name: str, mime: str | None = None) -> Attachment:
    return Attachment(FileKind.DOCUMENT, ref="f", name=name, mime=mime, clean=True)


@pytest.fixture(scope="module")
def cleaned(opener: Opener) -> Clean:
    """A file as it is passed on."""

    async def done(content: bytes, name: str = "张伟的材料.bin", mime: str | None = None) -> MadeFile:
        made = await opener.clean(named(name, mime), content)
        assert isinstance(made, MadeFile), made
        return made

    return done


KINDS: dict[str, tuple[Callable[[], bytes], str]] = {
    "jpeg": (plants.picture, "file.jpg"),
    "jpeg, turned": (lambda: plants.picture(turned=True), "file.jpg"),
    "jpeg, grey": (lambda: plants.picture(mode="L"), "file.jpg"),
    "jpeg, for print": (lambda: plants.picture(mode="CMYK"), "file.jpg"),
    "png": (lambda: plants.picture("PNG"), "file.png"),
    "png, palette": (lambda: plants.picture("PNG", mode="P"), "file.png"),
    "webp": (lambda: plants.picture("WEBP"), "file.webp"),
    "gif": (lambda: plants.picture("GIF", mode="P"), "file.gif"),
    "gif, moving": (plants.moving, "file.gif"),
    "tiff": (lambda: plants.picture("TIFF"), "file.png"),
    "pdf": (plants.pdf, "file.pdf"),
    "docx": (plants.docx, "file.docx"),
    "xlsx": (plants.xlsx, "file.xlsx"),
    "docx in a docx": (lambda: plants.office("word", {"embeddings/a.docx": plants.docx()}), "file.docx"),
    "mp4": (plants.film, "file.mp4"),
    "mov": (lambda: plants.film(brand=b"qt  "), "file.mov"),
    "m4a": (lambda: plants.film(brand=b"M4A "), "file.m4a"),
    "mp3": (plants.mp3, "file.mp3"),
    "wav": (plants.wav, "file.wav"),
    "flac": (plants.flac, "file.flac"),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_nothing_planted_is_left(cleaned: Clean, kind: str) -> None:
    plant, name = KINDS[kind]
    content = plant()
    assert PLANTED.encode() in everything_in(content) or WIDE in everything_in(content), "the plant has no name in it"
    made = await cleaned(content)
    whole = everything_in(made.content)
    assert PLANTED.encode() not in whole
    assert WIDE not in whole
    assert made.name == name


async def test_a_picture_looks_the_same(cleaned: Clean) -> None:
    before = Image.open(io.BytesIO(plants.picture("PNG")))
    after = Image.open(io.BytesIO((await cleaned(plants.picture("PNG"))).content))
    assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()


async def test_a_turned_picture_stands_upright(cleaned: Clean) -> None:
    after = Image.open(io.BytesIO((await cleaned(plants.picture(turned=True))).content))
    assert after.size == (48, 64)
    assert not after.getexif()


async def test_a_moving_picture_moves_as_before(cleaned: Clean) -> None:
    after = Image.open(io.BytesIO((await cleaned(plants.moving())).content))
    assert getattr(after, "n_frames", 1) == 3
    after.seek(1)
    assert after.info["duration"] == 120


async def test_a_pdf_keeps_pages_and_notes(cleaned: Clean) -> None:
    reader = PdfReader(io.BytesIO((await cleaned(plants.pdf())).content))
    assert len(reader.pages) == 2
    notes: Any = reader.pages[0]["/Annots"]
    note = notes[0].get_object()
    assert note["/Contents"] == "请看这里"
    assert "/T" not in note
    assert not reader.metadata


async def test_an_attachment_of_a_pdf_stays_behind(cleaned: Clean) -> None:
    made = await cleaned(plants.pdf(attachment=True))
    assert PLANTED.encode() not in everything_in(made.content)


async def test_a_document_keeps_its_words_and_times_tell_nothing(cleaned: Clean) -> None:
    made = await cleaned(plants.docx())
    with zipfile.ZipFile(io.BytesIO(made.content)) as source:
        text = source.read("word/document.xml").decode()
        assert "食堂太贵" in text
        assert "2026-03-02" not in text
        assert {part.date_time for part in source.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert source.comment == b""


async def test_a_workbook_keeps_its_tables_and_loses_its_printer(cleaned: Clean) -> None:
    with zipfile.ZipFile(io.BytesIO((await cleaned(plants.xlsx())).content)) as source:
        assert 'displayName="表1"' in source.read("xl/tables/table1.xml").decode()
        assert 'name="一月"' in source.read("xl/workbook.xml").decode()
        assert not [name for name in source.namelist() if "printer" in name]
        assert "r:id" not in source.read("xl/worksheets/sheet1.xml").decode()


async def test_a_film_keeps_its_pictures_where_they_are(cleaned: Clean) -> None:
    before = plants.film()
    after = (await cleaned(before)).content
    assert len(after) == len(before)
    at = before.index(b"PICTURE-BYTES")
    assert after[at : at + 52] == before[at : at + 52]
    assert b"121.4" not in after


async def test_sound_is_still_there(cleaned: Clean) -> None:
    assert b"SOUNDS" in (await cleaned(plants.wav())).content
    assert b"SOUNDS" in (await cleaned(plants.flac())).content
    assert (await cleaned(plants.mp3())).content.count(b"\xff\xfb\x90\x00") == 6


KIND, DAMAGED, LARGE = Refusal.UNCLEAN_KIND, Refusal.DAMAGED, Refusal.TOO_LARGE


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), KIND),
        ("macro.docm", plants.office("word", {"vbaProject.bin": b"x"}), KIND),
        ("object.docx", plants.office("word", {"embeddings/oleObject1.bin": b"x"}), KIND),
        ("drawing.docx", plants.office("word", {"media/image1.emf": b"x"}), KIND),
        ("archive.zip", plants.office("other", {"a.txt": "x"}), KIND),
        ("locked.pdf", plants.pdf(password="secret"), DAMAGED),
        ("photo.heic", plants.box(b"ftyp", b"heic", bytes(8)), KIND),
        ("stream.mp4", plants.film(fragments=True), KIND),
        ("page.txt", b"<html><meta name=author content=ZhangWei></html>", KIND),
        ("card.txt", b"BEGIN:VCARD\nFN:ZhangWei\nEND:VCARD", KIND),
        ("letter.txt", b"{\\rtf1{\\author ZhangWei}}", KIND),
        ("unknown.bin", bytes(range(256)), KIND),
        ("empty.bin", b"", KIND),
        ("long.txt", b"a" * 5_000_001, LARGE),
        ("broken.jpg", plants.picture()[:60], DAMAGED),
        ("broken.pdf", b"%PDF-1.7\nnothing", DAMAGED),
        ("broken.docx", plants.docx()[:300], DAMAGED),
        ("broken.mp4", plants.film()[:300], DAMAGED),
    ],
)
async def test_what_cannot_be_cleaned_is_refused(opener: Opener, name: str, content: bytes, why: Refusal) -> None:
    assert await opener.clean(named(name), content) is why


async def test_plain_text_goes_as_it_is(cleaned: Clean) -> None:
    words = "食堂的菜太咸，请改进。".encode("gb18030")
    made = await cleaned(words, "张伟.txt", "text/plain")
    assert (made.content, made.name) == (words, "file.txt")


@settings(max_examples=100, deadline=None)
@given(some.sampled_from(sorted(KINDS)), some.data())
async def test_damaged_files_are_refused_or_clean(opener: Opener, kind: str, data: some.DataObject) -> None:
    content = bytearray(KINDS[kind][0]())
    for _ in range(data.draw(some.integers(1, 4))):
        content[data.draw(some.integers(0, len(content) - 1))] = data.draw(some.integers(0, 255))
    made = await opener.clean(named("x"), bytes(content[: data.draw(some.integers(len(content) // 2, len(content)))]))
    assert made in (KIND, DAMAGED, LARGE) or (
        isinstance(made, MadeFile) and PLANTED.encode() not in everything_in(made.content)
    )
