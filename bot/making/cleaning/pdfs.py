"""PDF: pages alone, without the document's properties, the authors of notes, attachments, and tags inside pictures."""

from __future__ import annotations

import io
import logging
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, StreamObject

from bot.making.cleaning.images import without_segments
from bot.making.kinds import Cleaned, Unclean
from handlers.core.vocabulary import Refusal

MOST_PAGES = 2_000
_DROPPED = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/Thumb", "/OPI", "/EF", "/JS")
_OF_NOTES = ("/T", "/M", "/CreationDate", "/NM", "/RC", "/Subj", "/IRT", "/Popup")
_FILES = ("/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D", "/Popup")
# The library tells the log what it finds odd about a file; a raiser's file is nobody's business there.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf(content: bytes) -> Cleaned:
    """A PDF that shows the same pages.

    Raises:
        Unclean: it is damaged, locked, or has pictures that can't be looked into.
    """
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unclean("locked")
        if len(reader.pages) > MOST_PAGES:
            raise Unclean("too many pages", Refusal.TOO_LARGE)
        writer = PdfWriter()
        writer.metadata = None
        for page in reader.pages:
            _bare_page(page)
            writer.add_page(page)
        for found in list(writer._objects):
            _bare(found)
        writer.compress_identical_objects()
        writer.metadata = None
        out = io.BytesIO()
        writer.write(out)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise Unclean("pdf") from error
    return Cleaned(out.getvalue(), "pdf")


def _bare_page(page: DictionaryObject) -> None:
    """Take off a page, before it is copied, what would bring other things along."""
    for name in (*_DROPPED, "/B"):
        if name in page:
            del page[name]
    notes = page.get("/Annots")
    if notes is None:
        return
    kept = ArrayObject()
    for reference in notes.get_object():
        note: Any = reference.get_object()
        if not isinstance(note, DictionaryObject) or note.get("/Subtype") in _FILES:
            continue
        if note.get("/Subtype") != "/Widget":  # A form field's /T is its own name.
            for name in _OF_NOTES:
                if name in note:
                    del note[name]
        for name in ("/A", "/AA", "/PA", "/FS"):
            if name in note and not _is_link(note[name].get_object()):
                del note[name]
        kept.append(reference)
    page[NameObject("/Annots")] = kept


def _is_link(action: Any) -> bool:
    return isinstance(action, DictionaryObject) and action.get("/S") in ("/URI", "/GoTo")


def _bare(found: Any) -> None:
    if not isinstance(found, DictionaryObject):
        return
    for name in _DROPPED:
        if name in found:
            del found[name]
    if found.get("/Type") in ("/EmbeddedFile", "/Filespec"):
        raise Unclean("attachment", Refusal.UNCLEAN_KIND)
    if not isinstance(found, StreamObject):
        return
    filters = found.get("/Filter", NullObject())
    listed = list(filters) if isinstance(filters, ArrayObject) else [filters]
    if "/JPXDecode" in listed:
        raise Unclean("jpeg2000", Refusal.UNCLEAN_KIND)
    if listed == ["/DCTDecode"]:
        found._data = without_segments(found._data)
    elif "/DCTDecode" in listed:
        raise Unclean("picture", Refusal.UNCLEAN_KIND)
