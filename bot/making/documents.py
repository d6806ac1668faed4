"""Word documents as an office files them: title, facts, tables, who and when at the end. All of it blocks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bot.making.drawing import em

_TITLE, _BODY, _HEADING = "方正小标宋简体", "仿宋_GB2312", "黑体"
"""The typefaces of GB/T 9704—2012 for official documents; where they are missing, a program takes its own."""
_TABLE_PT, _SMALL_PT = 10.5, 9
"""五号, and 小五 for a table that would be too wide for the page."""
_CM_PER_PT, _PADDING_CM = 0.038, 0.45
"""The width of a Chinese character for each point of its size, and what a cell has beside its text."""
_WIDEST_EM, _TITLE_EM = 22.0, 3.2
"""No column asks for more characters than the first; a title alone for no more than the second."""
_BOLD = 1.15
"""How much wider than others bold letters are."""
_NARROW_CM, _LEAST_CM = 2.9, 2.0
"""A column that wants no more than the first has it; the others are never narrowed below the second."""
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Paper:
    """One document, written from the top down, on A4 with the margins of official documents."""

    def __init__(self, title: str, *, wide: bool = False) -> None:
        self._doc: Doc = Document()
        section = self._doc.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
        section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
        self._room = (29.7 if wide else 21) - 2.8 - 2.6
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
        self._number_pages()

    @staticmethod
    def _faces(font: object, name: str) -> None:
        # A Latin name alone would leave Chinese to the program's own choice.
        font.name = name  # type: ignore[attr-defined]
        font.element.rPr.rFonts.set(qn("w:eastAsia"), name)  # type: ignore[attr-defined]

    def heading(self, text: str) -> None:
        """A heading of a part."""
        paragraph = self._doc.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(10)
        paragraph.paragraph_format.space_after = Pt(4)
        # A heading stays with what it is over.
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(_fit(text))
        run.bold = True
        self._faces(run.font, _HEADING)

    def subtitle(self, text: str) -> None:
        """What stands below the title."""
        paragraph = self._doc.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._faces(paragraph.add_run(_fit(text)).font, _BODY)

    def facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """“名称：内容”, a line each."""
        for name, value in facts:
            self._doc.add_paragraph(_fit(f"{name}：{value}"))

    def paragraph(self, text: str) -> None:
        """A paragraph, its first line two characters in."""
        paragraph = self._doc.add_paragraph(_fit(text))
        paragraph.paragraph_format.first_line_indent = Pt(28)
        paragraph.paragraph_format.space_after = Pt(4)

    def table(self, header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float] = ()) -> None:
        """A table with lines, whose header comes again on each page; ``widths`` in centimetres, else as needed."""
        kept = [tuple(row) for row in rows]
        size = _TABLE_PT
        if not widths:
            if sum(self._wanted(name, [row[at] for row in kept], size) for at, name in enumerate(header)) > self._room:
                size = _SMALL_PT
            widths = self._widths(header, kept, size)
        table = self._doc.add_table(rows=1, cols=len(header))
        table.style = "Table Grid"
        table.autofit = False
        for cell, text in zip(table.rows[0].cells, header, strict=True):
            self._cell(cell, text, size, bold=True)
        self._property(table.rows[0], "w:tblHeader")
        for row in kept:
            added = table.add_row()
            self._property(added, "w:cantSplit")
            for cell, text in zip(added.cells, row, strict=True):
                self._cell(cell, text, size)
        for column, width in zip(table.columns, widths, strict=False):
            column.width = Cm(width)
        for row_ in table.rows:
            for cell, width in zip(row_.cells, widths, strict=False):
                cell.width = Cm(width)

    def _widths(self, header: Sequence[str], rows: Sequence[Sequence[str]], size: float) -> list[float]:
        """Columns as wide as what is in them; short ones are never broken, long ones share what is left."""
        wanted = [self._wanted(name, [row[place] for row in rows], size) for place, name in enumerate(header)]
        fixed = {place: each for place, each in enumerate(wanted) if each <= _NARROW_CM}
        long = {place: each for place, each in enumerate(wanted) if each > _NARROW_CM}
        while long:
            factor = (self._room - sum(fixed.values())) / sum(long.values())
            least = {place for place, each in long.items() if each * factor < _LEAST_CM}
            if not least:
                fixed |= {place: each * min(1.0, factor) for place, each in long.items()}
                break
            fixed |= dict.fromkeys(least, _LEAST_CM)
            long = {place: each for place, each in long.items() if place not in least}
        scale = min(1.0, self._room / sum(fixed.values()))
        return [fixed[place] * scale for place in range(len(wanted))]

    @staticmethod
    def _wanted(name: str, texts: Sequence[str], size: float) -> float:
        # A title may take two lines, but no Latin word is broken; a very long text takes as many lines as it needs.
        longest = max((em(line) for text in texts for line in text.splitlines()), default=0.0)
        word = max((em(each) * _BOLD for each in name.split() if each.isascii()), default=0.0)
        characters = max(min(longest, _WIDEST_EM), min(em(name), _TITLE_EM), word)
        return characters * size * _CM_PER_PT + _PADDING_CM

    @staticmethod
    def _property(row: object, name: str) -> None:
        row._tr.get_or_add_trPr().append(OxmlElement(name))  # type: ignore[attr-defined]

    def _cell(self, cell: object, text: str, size: float, *, bold: bool = False) -> None:
        paragraph = cell.paragraphs[0]  # type: ignore[attr-defined]
        run = paragraph.add_run(_fit(text))
        run.font.size = Pt(size)
        run.bold = bold
        self._faces(run.font, _HEADING if bold else _BODY)

    def _number_pages(self) -> None:
        """“— 1 —” in the middle below, as on official documents."""
        paragraph = self._doc.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for kind, text in (("", "— "), ("begin", ""), ("instr", "PAGE"), ("end", ""), ("", " —")):
            run = paragraph.add_run(text if not kind else "")
            if kind == "instr":
                field = OxmlElement("w:instrText")
                field.set(qn("xml:space"), "preserve")
                field.text = text
                run._r.append(field)
            elif kind:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
                run._r.append(mark)

    def signed(self, who: str, when: str) -> None:
        """Who wrote it and when, at the right below."""
        for text in ("", who, when):
            paragraph = self._doc.add_paragraph(_fit(text))
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.paragraph_format.keep_with_next = text != when

    def finish(self) -> bytes:
        """The file."""
        content = io.BytesIO()
        self._doc.save(content)
        return content.getvalue()


def _fit(text: str) -> str:
    """No control characters: XML can't hold them."""
    return _UNFIT.sub("", text)
