"""Files with names planted wherever their kinds can carry one."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from PIL import Image, PngImagePlugin
from pypdf import PdfWriter
from pypdf.annotations import Text
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, create_string_object

PLANTED = "ZhangWei"
WIDE = PLANTED.encode("utf-16-le")


def picture(kind: str = "JPEG", *, turned: bool = False, mode: str = "RGB") -> bytes:
    """A picture with its writer in every place that the kind has."""
    image = Image.new("RGB", (64, 48), (20, 90, 160))
    for x in range(32):
        image.putpixel((x, 5), (250, 250, 0))
    image = image.convert(mode)
    exif = Image.Exif()
    exif[0x013B] = PLANTED  # Artist
    exif[0x0110] = PLANTED  # Model
    if turned:
        exif[0x0112] = 6
    out = io.BytesIO()
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{PLANTED}</x:xmpmeta>".encode()
    if kind == "JPEG":
        image.save(out, kind, exif=exif, comment=PLANTED, xmp=xmp, quality=88)
        return out.getvalue() + b"behind the end " + PLANTED.encode()
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", PLANTED)
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
        info.add_text("Comment", PLANTED, zip=True)
        image.save(out, kind, pnginfo=info, exif=exif)
        return out.getvalue() + PLANTED.encode()
    if kind == "WEBP":
        image.save(out, kind, exif=exif, xmp=xmp)
    elif kind == "TIFF":
        image.save(out, kind, tiffinfo={315: PLANTED, 270: PLANTED})
    else:
        image.save(out, kind, comment=PLANTED)
    return out.getvalue()


def moving() -> bytes:
    """A GIF of three pictures."""
    frames = [Image.new("RGB", (20, 20), (40 * n, 10, 10)) for n in range(3)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=[50, 120, 200], comment=PLANTED)
    return out.getvalue()


def pdf(*, attachment: bool = False, password: str | None = None) -> bytes:
    """Two pages with a writer, XMP, a note and a photo that remembers its camera."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    writer.add_blank_page(300, 300)
    writer.add_metadata({"/Author": PLANTED, "/Creator": PLANTED, "/Title": PLANTED})
    for holder in (writer._root_object, page):
        stream = DecodedStreamObject()
        stream.set_data(f"<x:xmpmeta>{PLANTED}</x:xmpmeta>".encode())
        stream[NameObject("/Type")] = NameObject("/Metadata")
        holder[NameObject("/Metadata")] = writer._add_object(stream)
    note = Text(text="请看这里", rect=(10, 10, 40, 40))
    note[NameObject("/T")] = create_string_object(PLANTED)
    note[NameObject("/Subj")] = create_string_object(PLANTED)
    writer.add_annotation(0, note)
    photo = DecodedStreamObject()
    photo._data = picture()
    for name, value in (("/Type", "/XObject"), ("/Subtype", "/Image"), ("/Filter", "/DCTDecode")):
        photo[NameObject(name)] = NameObject(value)
    resources = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/P"): writer._add_object(photo)})}
    )
    page[NameObject("/Resources")] = resources
    if attachment:
        writer.add_attachment("who.txt", PLANTED.encode())
    if password is not None:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def office(folder: str, parts: dict[str, bytes | str]) -> bytes:
    """A package with these parts besides what each has."""
    core = f'<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>{PLANTED}</dc:creator></cp:coreProperties>'
    known: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "docProps/core.xml": core,
        "docProps/app.xml": f"<Properties><Company>{PLANTED}</Company></Properties>",
        "docProps/custom.xml": f"<Properties><property>{PLANTED}</property></Properties>",
        "customXml/item1.xml": f"<a>{PLANTED}</a>",
        **{f"{folder}/{name}": content for name, content in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        target.comment = PLANTED.encode()
        for name, content in known.items():
            info = zipfile.ZipInfo(name, (2026, 3, 2, 9, 15, 30))
            info.comment = PLANTED.encode()
            target.writestr(info, content)
    return out.getvalue()


def docx() -> bytes:
    return office(
        "word",
        {
            "document.xml": f'<w:document><w:ins w:id="1" w:author="{PLANTED}" w:date="2026-03-02T01:02:03Z">'
            '<w:r w:rsidR="00AB12CD"><w:t>食堂太贵</w:t></w:r></w:ins></w:document>',
            "comments.xml": f'<w:comment w:author="{PLANTED}" w:initials="{PLANTED}"><w:t>同意</w:t></w:comment>',
            "people.xml": f"<w15:people><w15:person w15:author='{PLANTED}'><w15:presenceInfo w15:providerId='AD' "
            f"w15:userId='{PLANTED}@corp'/></w15:person></w15:people>",
            "_rels/settings.xml.rels": f'<Relationship Target="file:///C:\\Users\\{PLANTED}\\a.dotx" Id="r1"/>',
            "media/image1.jpeg": picture(),
            "media/image2.png": picture("PNG"),
        },
    )


def xlsx() -> bytes:
    return office(
        "xl",
        {
            "workbook.xml": f'<workbook><fileSharing userName="{PLANTED}"/><x15ac:absPath url="C:\\{PLANTED}\\" '
            'xmlns:x15ac="z"/><sheets><sheet name="一月"/></sheets></workbook>',
            "comments1.xml": f"<comments><authors><author>{PLANTED}</author></authors></comments>",
            "persons/person.xml": f'<personList><person displayName="{PLANTED}" userId="{PLANTED}"/></personList>',
            "worksheets/sheet1.xml": '<worksheet><pageSetup paperSize="9" r:id="rId1"/></worksheet>',
            "worksheets/_rels/sheet1.xml.rels": '<Relationship Id="rId1" '
            'Target="../printerSettings/printerSettings1.bin"/>',
            "printerSettings/printerSettings1.bin": WIDE,
            "tables/table1.xml": '<table displayName="表1" name="表1"/>',
        },
    )


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def film(*, brand: bytes = b"isom", fragments: bool = False) -> bytes:
    """A film with a track of pictures, a track of places, tags, and times; sound as samples of plain bytes."""
    head = box(b"ftyp", brand, b"\0\0\0\0", brand)
    pictures, places, junk = b"PICTURE-BYTES" * 4, f"{PLANTED} 31.2N 121.4E".encode(), PLANTED.encode() * 3
    at = len(head) + 8

    def track(handler: bytes, offset: int, size: int) -> bytes:
        table = box(
            b"stbl",
            box(b"stsd", bytes(8)),
            box(b"stsc", bytes(4), struct.pack(">IIII", 1, 1, 1, 1)),
            box(b"stsz", bytes(4), struct.pack(">III", 0, 1, size)),
            box(b"stco", bytes(4), struct.pack(">II", 1, offset)),
        )
        name = box(b"hdlr", bytes(8), handler, bytes(12), PLANTED.encode() + b"\0")
        media = box(b"mdia", box(b"mdhd", bytes(4), struct.pack(">II", 3_900_000_000, 3_900_000_000)), name)
        media = media[:4] + media[4:]
        return box(
            b"trak",
            box(b"tkhd", bytes(4), struct.pack(">II", 3_900_000_000, 3_900_000_000), bytes(72)),
            box(b"mdia", media[8:], box(b"minf", table)),
            box(b"udta", box(b"name", PLANTED.encode())),
        )

    data = box(b"mdat", pictures, places, junk)
    movie = box(
        b"moov",
        box(b"mvhd", bytes(4), struct.pack(">II", 3_900_000_000, 3_900_000_000), bytes(88)),
        track(b"vide", at, len(pictures)),
        track(b"meta", at + len(pictures), len(places)),
        box(b"udta", box(b"\xa9xyz", b"+31.2+121.4/"), box(b"auth", PLANTED.encode())),
        box(b"meta", bytes(4), PLANTED.encode()),
        *([box(b"mvex", bytes(8))] if fragments else []),
    )
    return head + data + movie + box(b"uuid", b"0123456789abcdef", PLANTED.encode()) + box(b"free", PLANTED.encode())


def mp3() -> bytes:
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    body = b"TPE1" + struct.pack(">I", len(PLANTED) + 1) + b"\0\0\0" + PLANTED.encode()
    size = len(body)
    head = b"ID3\x03\0\0" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127])
    return head + body + frame * 6 + b"TAG" + PLANTED.encode().ljust(125, b"\0")


def wav() -> bytes:
    chunks = struct.pack("<4sI", b"fmt ", 16) + bytes(16)
    chunks += struct.pack("<4sI", b"LIST", 8) + PLANTED.encode()
    chunks += struct.pack("<4sI", b"data", 6) + b"SOUNDS"
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def flac() -> bytes:
    comment = PLANTED.encode()
    return (
        b"fLaC"
        + bytes([0])
        + (34).to_bytes(3, "big")
        + bytes(34)
        + bytes([4])
        + len(comment).to_bytes(3, "big")
        + comment
        + bytes([0x81])
        + (8).to_bytes(3, "big")
        + PLANTED.encode()
        + b"\xff\xf8SOUNDS"
    )


def everything_in(content: bytes) -> bytes:
    """A file's bytes with those of its packed parts behind them."""
    found = content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as source:
            for part in source.infolist():
                found += part.filename.encode() + part.comment + everything_in(source.read(part))
    for start in range(len(content)):
        if content[start : start + 1] == b"x" and content[start + 1 : start + 2] in (
            b"\x01",
            b"\x5e",
            b"\x9c",
            b"\xda",
        ):
            try:
                found += zlib.decompressobj().decompress(content[start:])
            except zlib.error:
                continue
    return found
