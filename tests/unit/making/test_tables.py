"""Tables as offices make them: hidden and empty sheets, web pages and XML called .xls."""

from __future__ import annotations

from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from bot.making.tables import Limits, read_table

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="{charset}"></head><body>
<table><tr><td colspan="3">现场办公</td></tr><tr><th>问题</th><th>反映人</th><th>期限</th></tr>
<tr><td rowspan=2>灯&amp;开关<br>坏了</td><td>王小明</td><td>2026-03-15</td></tr><tr><td>李四<td>3&nbsp;天</tr>
</table><table><tr><td>第二张</td></tr></table></body></html>"""
XML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="说明"><Table><Row><Cell><Data ss:Type="String">请填表</Data></Cell></Row></Table>
<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>
</Worksheet>
<Worksheet ss:Name="问题"><Table><Row ss:Index="2"><Cell><Data ss:Type="String">问题</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="String">期限</Data></Cell></Row>
<Row><Cell ss:MergeDown="1"><Data ss:Type="String">灯坏了</Data></Cell><Cell ss:Index="3">
<Data ss:Type="DateTime">2026-03-15T00:00:00.000</Data></Cell></Row>
<Row><Cell ss:Index="3"><Data ss:Type="Number">5.0</Data></Cell></Row></Table></Worksheet></Workbook>"""


def test_only_sheets_that_are_seen_and_have_something() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        names = ("空", "填表说明", "字典", "深藏", "一月")
        sheets = {name: book.add_worksheet(name) for name in names}
        for name in names[1:]:
            sheets[name].write(0, 0, f"{name}里的字")
        sheets["字典"].hide()
        sheets["深藏"].very_hidden()
        sheets["一月"].activate()
    found = read_table(content.getvalue())["sheets"]
    assert [(each["name"], each["rows"]) for each in found] == [
        ("填表说明", [["填表说明里的字"]]),
        ("一月", [["一月里的字"]]),
    ]


def test_one_sheet_that_is_too_much_is_not_the_whole() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for name, count in (("长", 60), ("短", 2), ("宽", 3)):
            sheet = book.add_worksheet(name)
            for line in range(count):
                sheet.write(line, 0, "字" * (40 if name == "宽" else 2))
    found = read_table(content.getvalue(), Limits(20, 100, 100))["sheets"]
    assert [(each["name"], each.get("trouble", "")) for each in found] == [("长", "many"), ("短", ""), ("宽", "large")]


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("utf-16", "utf-16")])
def test_a_web_page_that_calls_itself_xls(charset: str, encoding: str) -> None:
    first, second = read_table(PAGE.format(charset=charset).encode(encoding))["sheets"]
    assert first["rows"] == [
        ["现场办公", "", ""],
        ["问题", "反映人", "期限"],
        ["灯&开关\n坏了", "王小明", "2026-03-15"],
        ["灯&开关\n坏了", "李四", "3 天"],
    ]
    assert second["rows"] == [["第二张"]]


def test_a_saved_page_with_its_parts() -> None:
    parts = "\n".join(
        (
            "MIME-Version: 1.0",
            'Content-Type: multipart/related; boundary="b"\n',
            "--b",
            'Content-Type: text/html; charset="utf-8"',
            "Content-Transfer-Encoding: 8bit\n",
            PAGE.format(charset="utf-8"),
            "--b--\n",
        )
    )
    assert read_table(parts.encode())["sheets"][0]["rows"][1] == ["问题", "反映人", "期限"]


def test_excels_xml_of_2003() -> None:
    (sheet,) = read_table(XML.encode())["sheets"]
    assert sheet["name"] == "问题"
    assert sheet["rows"] == [[], ["问题", "", "期限"], ["灯坏了", "", "2026-03-15"], ["灯坏了", "", "5"]]
    bomb = XML.replace("?>\n<Workbook", '?>\n<!DOCTYPE x [<!ENTITY a "aaaa">]>\n<Workbook', 1)
    assert read_table(bomb.encode()) == {"trouble": "xml"}
    assert read_table(XML[:-40].encode()) == {"trouble": "xml"}


def test_a_row_far_down_is_told_of() -> None:
    far = (
        XML.replace("<Row", '<Row ss:Index="2000000"', 1)
        if "<Row " not in XML
        else XML.replace(
            XML[XML.index("<Row ") : XML.index(">", XML.index("<Row ")) + 1], '<Row ss:Index="2000000">', 1
        )
    )
    assert [each.get("trouble") for each in read_table(far.encode())["sheets"]] == ["many"]


@given(
    st.text(alphabet="<>/=\"' tablerdhxm0123问题&;?!", max_size=200), st.sampled_from(("<table>", "<?xml ?><html ", ""))
)
def test_anything_is_read_or_refused(text: str, begin: str) -> None:
    found = read_table((begin + text).encode())
    assert ("sheets" in found) != ("trouble" in found)


def test_what_is_empty_says_so() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet("空")
    assert read_table(content.getvalue()) == {"trouble": "blank"}
    assert read_table(b"") == {"trouble": "blank"}
    assert read_table(b"<html><body>404</body></html>") == {"trouble": "blank"}
