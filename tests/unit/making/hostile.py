"""Files that were made to hurt whoever opens them; and some that look like it and are an office's own."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import xlsxwriter

from tests.unit.making.plants import box, film

MEGABYTE = 1_000_000


def workbook(*cells: tuple[str, str], styled: str = "") -> bytes:
    """A workbook with these cells, and one that has a style and nothing in it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for place, text in cells:
            sheet.write_string(place, text)
        if styled:
            sheet.write_blank(styled, None, book.add_format({"bold": True}))
    return out.getvalue()


def open_document(rows: str) -> bytes:
    names = " ".join(
        f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in ("office", "table", "text")
    )
    table = f'<table:table table:name="a">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        target.writestr("META-INF/manifest.xml", "<a/>")
        target.writestr("content.xml", f"<office:document-content {names}>{body}</office:document-content>")
    return out.getvalue()


def cell(text: str = "", columns: int = 1) -> str:
    kind = ' office:value-type="string"' if text else ""
    inside = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell table:number-columns-repeated="{columns}"{kind}>{inside}</table:table-cell>'


def row(cells: str, rows: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{rows}">{cells}</table:table-row>'


def old_workbook(*cells: tuple[int, int]) -> bytes:
    """A workbook of before 2007 with numbers in these cells (row and column from 0)."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    begin = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    end = record(0x0A, b"")
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 16, 0, 0, 0, 0))
    sheet += b"".join(record(0x203, struct.pack("<HHHd", *each, 0, 1.0)) for each in cells) + end
    at = len(begin) + 4 + 9 + len(end)
    stream = begin + record(0x85, struct.pack("<IBBBB", at, 0, 0, 1, 0) + b"a") + end + sheet
    stream = stream.ljust(4096, b"\0")
    sectors = len(stream) // 512
    # One sector of the table of sectors, one of the directory, then the stream.
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0)
    head = head.ljust(512, b"\xff")

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        written = name.encode("utf-16-le") + b"\0\0"
        place = struct.pack("<HBBIII", len(written), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        return written.ljust(64, b"\0") + place + bytes(36) + struct.pack("<IQ", start, size)

    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, 2, len(stream))
    return head + table + directory.ljust(512, b"\0") + stream


def document(part: bytes, told: int | None = None) -> bytes:
    """A document with this text in it, pressed together; ``told``: the size that it names instead of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("[Content_Types].xml", "<Types/>")
        target.writestr("word/document.xml", part)
    content = out.getvalue()
    if told is not None:
        size = struct.pack("<I", len(part))
        assert content.count(size) == 2
        content = content.replace(size, struct.pack("<I", told))
    return content


def deep(levels: int = 500_000) -> bytes:
    """A document whose elements stand in each other."""
    return document(b"<a>" * levels + b"</a>" * levels)


def tangled(times: int = 300_000) -> bytes:
    """A document full of beginnings that have no end."""
    return document(b"<absPath " * times + b"<w:author " * times + b"<pageSetup " * times)


def header(width: int, height: int) -> bytes:
    """A PNG of nothing but its size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def many_frames(count: int) -> bytes:
    """A GIF of so many small pictures."""
    frame = (
        b"\x21\xf9\x04\x00\x0a\x00\x00\x00" + b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    )
    return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + bytes(6) + frame * count + b"\x3b"


def packed_pdf(size: int = 100 * MEGABYTE) -> bytes:
    """A PDF whose objects are packed three times over."""
    content = zlib.compress(zlib.compress(zlib.compress(b"0" * size, 9), 9), 9)
    filters = b"[/FlateDecode /FlateDecode /FlateDecode]"
    stream = b"1 0 obj\n<</Type /ObjStm /N 9 /First 60 /Length %d /Filter %s>>\nstream\n" % (len(content), filters)
    body = b"%PDF-1.7\n" + stream + content + b"\nendstream\nendobj\n"
    cross = struct.pack(">BHB", 0, 0, 0) + struct.pack(">BHB", 1, 9, 0)
    cross += b"".join(struct.pack(">BHB", 2, 1, each) for each in range(9))
    known = b"<</Type /XRef /Size 11 /W [1 2 1] /Root 2 0 R /Length %d>>" % len(cross)
    written = b"11 0 obj\n" + known + b"\nstream\n" + cross + b"\nendstream\nendobj\n"
    return body + written + b"startxref\n%d\n%%%%EOF\n" % len(body)


def circling_film(runs: int = 2_000) -> bytes:
    """A film whose table of samples leads to and fro, so that following it has no end."""
    table = b"".join(struct.pack(">III", 1 if n % 2 else runs, 1, 1) for n in range(runs))
    samples = box(
        b"stbl",
        box(b"stsc", bytes(4), struct.pack(">I", runs), table),
        box(b"stsz", bytes(4), struct.pack(">II", 1, 1)),
        box(b"stco", bytes(4), struct.pack(">I", runs), struct.pack(">I", 40) * runs),
    )
    media = box(b"mdia", box(b"hdlr", bytes(8), b"vide", bytes(12)), box(b"minf", samples))
    return box(b"ftyp", b"isom", bytes(4)) + box(b"moov", box(b"trak", media)) + box(b"mdat", bytes(8))


def cut_film() -> bytes:
    """A film that was not sent to its end."""
    return film()[:300]
