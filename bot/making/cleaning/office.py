"""Word, Excel and PowerPoint files of the newer kind (OOXML): authors, companies, paths and times taken out.

What is written in the document stays. A part that can't be looked into (macros, old embedded objects) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from bot.making.archives import Broken, Swollen, packed, unpacked
from bot.making.cleaning.images import image, without_segments
from bot.making.kinds import Cleaned, Unclean
from handlers.core.vocabulary import Refusal

DEPTH = 3
"""Documents inside documents that are followed."""
_KINDS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
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
# No "<" stands within a tag: looking for the end of one stops there, however many begin and never end.
_AUTHOR_ELEMENT = re.compile(r"(<((?:\w+:)?author)(?:\s[^<>]*)?>)[^<]*(</\2>)", re.I)
_ABSOLUTE = re.compile(r"<(\w+:)?absPath\b[^<>]*?(/>|>[^<]*</(\w+:)?absPath>)", re.I)
_LOCAL_TARGET = re.compile(
    r"""(Target\s*=\s*)("(?:file:|\\\\|[A-Za-z]:)[^"]*"|'(?:file:|\\\\|[A-Za-z]:)[^']*')""", re.I
)
_DATES = re.compile(r"""(\s(?:w|w15|w16du|p|p15|p188):(?:date|dateUtc|dt|created))\s*=\s*("[^"]*"|'[^']*')""", re.I)
_RELATION = re.compile(r"<Relationship\b[^<>]*/>", re.I)
_SETUP = re.compile(r"""(<pageSetup\b[^<>]*?)\sr:id\s*=\s*("[^"]*"|'[^']*')""", re.I)
_RSID = re.compile(r"""\s\w+:rsid\w*\s*=\s*"[^"]*\"""", re.I)
_WHO = "author"
_WHEN = "2000-01-01T00:00:00Z"


def office(content: bytes, depth: int = 0) -> Cleaned:
    """A document, workbook or presentation without the names and paths that its program wrote into it.

    Raises:
        Unclean: it is damaged, locked, of another kind, has too much in it, or parts that can't be looked into.
    """
    try:
        parts = unpacked(content)
    except Broken as error:
        raise Unclean("archive") from error
    except Swollen as error:
        raise Unclean("archive", Refusal.TOO_LARGE) from error
    suffix = _kind(parts)
    cleaned = ((name, _part(name, part, depth)) for name, part in parts.items() if not _PRINTER.search(name))
    return Cleaned(packed(cleaned), suffix)


def _kind(names: Collection[str]) -> str:
    if "[Content_Types].xml" in names:
        for folder, suffix in _KINDS.items():
            if any(name.startswith(folder) for name in names):
                return suffix
    raise Unclean("archive", Refusal.UNCLEAN_KIND)


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
    raise Unclean(suffix, Refusal.UNCLEAN_KIND)


def _xml(name: str, content: bytes) -> bytes:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unclean("xml") from error
    if _REFUSED.search(name) or "<!ENTITY" in text:
        raise Unclean("xml", Refusal.UNCLEAN_KIND)
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
            lambda found: _RELATION.sub(lambda each: "" if "printersettings" in each[0].lower() else each[0], found),
        ]
    else:
        steps.append(lambda found: _SETUP.sub(r"\1", found))
    if _PEOPLE.search(name):
        steps.append(lambda found: _PERSON.sub(rf'\1="{_WHO}"', found))
    for step in steps:
        text = step(text)
    return text.encode()
