"""Word documents as an office files them: title, facts, tables, who and when at the end. All of it blocks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

_TITLE, _BODY, _HEADING = "方正小标宋简体", "仿宋_GB2312", "黑体"
"""The typefaces of GB/T 9704—2012 for official documents; where they are missing, a program takes its own."""
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Paper:
    """One document, written from the top down, on A4 with the margins of official documents."""

    def __init__(self, title: str, *, wide: bool = False) -> None:
        self._doc: Doc = Document()
        section = self._doc.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
        section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
        if wide:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
        style = self._doc.styles["Normal"]
        style.font.size = Pt(14)
        self._faces(style.font, _BODY)
        self._doc.core_properties.title = title
        self._doc.core_properties.author = ""
        heading = self._doc.add_paragraph()
        heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = heading.add_run(_fit(title))
        run.font.size = Pt(20)
        run.bold = True
        self._faces(run.font, _TITLE)

    @staticmethod
    def _faces(font: object, name: str) -> None:
        # A Latin name alone would leave Chinese to the program's own choice.
        font.name = name  # type: ignore[attr-defined]
        font.element.rPr.rFonts.set(qn("w:eastAsia"), name)  # type: ignore[attr-defined]

    def heading(self, text: str) -> None:
        """A heading of a part."""
        run = self._doc.add_paragraph().add_run(_fit(text))
        run.bold = True
        self._faces(run.font, _HEADING)

    def facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """“名称：内容”, a line each."""
        for name, value in facts:
            self._doc.add_paragraph(_fit(f"{name}：{value}"))

    def paragraph(self, text: str) -> None:
        """A paragraph, its first line two characters in."""
        paragraph = self._doc.add_paragraph(_fit(text))
        paragraph.paragraph_format.first_line_indent = Pt(28)

    def table(self, header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float] = ()) -> None:
        """A table with lines; ``widths`` in centimetres."""
        table = self._doc.add_table(rows=1, cols=len(header))
        table.style = "Table Grid"
        table.autofit = not widths
        for cell, text in zip(table.rows[0].cells, header, strict=True):
            self._cell(cell, text, bold=True)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                self._cell(cell, text)
        for column, width in zip(table.columns, widths, strict=False):
            column.width = Cm(width)
        for row_ in table.rows:
            for cell, width in zip(row_.cells, widths, strict=False):
                cell.width = Cm(width)

    def _cell(self, cell: object, text: str, *, bold: bool = False) -> None:
        paragraph = cell.paragraphs[0]  # type: ignore[attr-defined]
        run = paragraph.add_run(_fit(text))
        run.font.size = Pt(10.5)
        run.bold = bold
        self._faces(run.font, _HEADING if bold else _BODY)

    def signed(self, who: str, when: str) -> None:
        """Who wrote it and when, at the right below."""
        for text in ("", who, when):
            paragraph = self._doc.add_paragraph(_fit(text))
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def finish(self) -> bytes:
        """The file."""
        content = io.BytesIO()
        self._doc.save(content)
        return content.getvalue()


def _fit(text: str) -> str:
    """No control characters: XML can't hold them."""
    return _UNFIT.sub("", text)
