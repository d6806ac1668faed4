"""Word, Excel and PowerPoint files of the newer kind (OOXML): authors, companies, paths and times taken out.

What is written in the document stays. A part that can't be looked into (macros, old embedded objects) is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from bot.making.cleaning.images import image, without_segments
from bot.making.cleaning.kinds import Cleaned, Unclean

MOST_BYTES = 300_000_000
MOST_PARTS = 5_000
DEPTH = 3
"""Documents inside documents that are followed."""
_ROOT = "application/vnd.openxmlformats-officedocument."
_KINDS = {
    "word/": ("docx", _ROOT + "wordprocessingml.document"),
    "xl/": ("xlsx", _ROOT + "spreadsheetml.sheet"),
    "ppt/": ("pptx", _ROOT + "presentationml.presentation"),
}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_EMPTY = {
    "docProps/core.xml": f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}"/>',
    "docProps/app.xml": f'{_HEAD}<Properties xmlns="{_OFFICE}extended-properties"/>',
    "docProps/custom.xml": f'{_HEAD}<Properties xmlns="{_OFFICE}custom-properties"/>',
}
_REFUSED = re.compile(r"(vbaProject|vbaData|activeX/|/revisions/|\.bin$|oleObject|attachedToolbars)", re.I)
_PRINTER = re.compile(r"printerSettings\d*\.bin$", re.I)
_PEOPLE = re.compile(r"(^|/)(people|person\w*|commentAuthors|authors)\d*\.xml$|/persons/", re.I)
_CUSTOM = re.compile(r"^customXml/item\d+\.xml$", re.I)
_THUMBNAIL = re.compile(r"(^|/)thumbnail\.\w+$", re.I)
_NAMED = re.compile(
    r"(\s(?:\w+:)?(?:author|initials|userName|userId|lastModifiedBy|providerId|editor|reviewer))"
    r"""\s*=\s*("[^"]*"|'[^']*')""",
    re.I,
)
_PERSON = re.compile(r"""(\s(?:\w+:)?(?:name|displayName))\s*=\s*("[^"]*"|'[^']*')""", re.I)
_AUTHOR_ELEMENT = re.compile(r"(<((?:\w+:)?author)(?:\s[^>]*)?>)[^<]*(</\2>)", re.I)
_ABSOLUTE = re.compile(r"<(\w+:)?absPath\b[^>]*?(/>|>.*?</(\w+:)?absPath>)", re.I | re.S)
_LOCAL_TARGET = re.compile(
    r"""(Target\s*=\s*)("(?:file:|\\\\|[A-Za-z]:)[^"]*"|'(?:file:|\\\\|[A-Za-z]:)[^']*')""", re.I
)
_DATES = re.compile(r"""(\s(?:w|w15|w16du|p|p15|p188):(?:date|dateUtc|dt|created))\s*=\s*("[^"]*"|'[^']*')""", re.I)
_RELATION = re.compile(r"<Relationship\b[^>]*printerSettings[^>]*/>", re.I)
_SETUP = re.compile(r"""(<pageSetup\b[^>]*?)\sr:id\s*=\s*("[^"]*"|'[^']*')""", re.I)
_RSID = re.compile(r"""\s\w+:rsid\w*\s*=\s*"[^"]*\"""", re.I)
_FIXED = (1980, 1, 1, 0, 0, 0)
_WHO = "author"
_WHEN = "2000-01-01T00:00:00Z"


def office(content: bytes, depth: int = 0) -> Cleaned:
    """A document, workbook or presentation without the names and paths that its program wrote into it.

    Raises:
        Unclean: it is damaged, locked, of another kind, or has parts that can't be looked into.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as source:
            parts = source.infolist()
            names = [each.filename for each in parts]
            if "[Content_Types].xml" not in names or len(parts) > MOST_PARTS:
                raise Unclean("archive")
            suffix, mime = _kind(names)
            if sum(each.file_size for each in parts) > MOST_BYTES or any(each.flag_bits & 1 for each in parts):
                raise Unclean("archive")
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
                for part in parts:
                    if part.is_dir() or _PRINTER.search(part.filename):
                        continue
                    made = zipfile.ZipInfo(part.filename, _FIXED)
                    made.compress_type = zipfile.ZIP_DEFLATED
                    target.writestr(made, _part(part.filename, source.read(part), depth))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError) as error:
        raise Unclean("archive") from error
    return Cleaned(out.getvalue(), mime, suffix)


def _kind(names: list[str]) -> tuple[str, str]:
    for folder, found in _KINDS.items():
        if any(name.startswith(folder) for name in names):
            return found
    raise Unclean("archive")


def _part(name: str, content: bytes, depth: int) -> bytes:
    if name in _EMPTY:
        return _EMPTY[name].encode()
    if _CUSTOM.search(name):
        return f"{_HEAD}<empty/>".encode()
    suffix = name.rsplit(".", 1)[-1].lower()
    if suffix in ("xml", "rels", "vml"):
        return _xml(name, content)
    if _THUMBNAIL.search(name):
        return image(content).content
    if suffix in ("jpg", "jpeg", "jfif"):
        return without_segments(content)
    if suffix in ("png", "gif", "webp"):
        return image(content).content
    if suffix in ("docx", "xlsx", "pptx") and depth < DEPTH:
        return office(content, depth + 1).content
    if suffix in ("odttf", "fntdata", "ttf") and not _REFUSED.search(name):
        return content  # Fonts, scrambled or not.
    # Drawings of old (wmf, emf), sounds, films, macros: what is in them can't be told.
    raise Unclean(suffix)


def _xml(name: str, content: bytes) -> bytes:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unclean("xml") from error
    if _REFUSED.search(name) or "<!ENTITY" in text:
        raise Unclean("xml")
    steps: list[Callable[[str], str]] = [
        lambda found: _NAMED.sub(rf'\1="{_WHO}"', found),
        lambda found: _AUTHOR_ELEMENT.sub(rf"\1{_WHO}\3", found),
        lambda found: _ABSOLUTE.sub("", found),
        lambda found: _DATES.sub(rf'\1="{_WHEN}"', found),
        lambda found: _RSID.sub("", found),
    ]
    if name.endswith(".rels"):
        steps += [
            lambda found: _LOCAL_TARGET.sub(r'\1"about:blank"', found),
            lambda found: _RELATION.sub("", found),
        ]
    else:
        steps.append(lambda found: _SETUP.sub(r"\1", found))
    if _PEOPLE.search(name):
        steps.append(lambda found: _PERSON.sub(rf'\1="{_WHO}"', found))
    for step in steps:
        text = step(text)
    return text.encode()
