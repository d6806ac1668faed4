"""The ledger and 督办事项清单 as files: narrowed, laid out as an office wants, without what the reader may not see."""

from __future__ import annotations

import io
from typing import Any

from python_calamine import CalamineWorkbook

from bot.settings import Settings, Unit
from bot.settings.models import Ledger
from tests.acceptance.kit import Box, Person, Shown
from tests.acceptance.shuji import shuji
from tests.acceptance.test_commands_keeping import configure
from tests.acceptance.test_digest_weekly import book

LEDGER = "台账"


def rows(shown: Shown, sheet: str = LEDGER) -> list[list[Any]]:
    """The rows of a file below its titles."""
    return book(shown)[sheet][1:]


def numbers(shown: Shown) -> list[str]:
    return [row[1] for row in rows(shown)]


async def several(box: Box) -> tuple[str, str, str]:
    """One of the plant about the canteen, one of headquarters, and one of the plant that came by telephone."""
    first = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    second = await box.raises(box.chen, "宿舍没有热水", "隐名", unit="集团公司")
    await box.zhao.says("/log 专线 吴师傅 13800001111", box.plant)
    await box.zhao.says("三号车床漏油", box.plant)
    await box.zhao.press("提交", box.plant)
    third = "SJ-2026-0003"
    assert box.plant.has_topic(third)
    await box.zhao.press("受理", box.plant.topic(first))
    return first, second, third


async def asks(who: Person, words: str) -> Shown:
    await who.says(words)
    return who.last


async def test_the_ledger_is_narrowed_by_the_same_words_as_a_search(box: Box) -> None:
    first, second, third = await several(box)
    for words, expected in (
        ("单位:一分厂", [first, third]),
        ("一分厂", [first, third]),
        ("状态:已受理", [first]),
        ("状态:待受理、已受理 渠道:热线", [third]),
        ("state:submitted channel:hotline", [third]),
        ("类别:宿舍", [second]),
        ("类别:未分类", [third]),
        ("渠道:信箱 时间:本月", [first, second]),
        ("热水", [second]),
        ("单位:一分厂 时间:2026-03-02 漏油", [third]),
    ):
        shown = await asks(box.lin, f"/ledger {words}")
        assert numbers(shown) == expected, words
        assert f"共 {len(expected)} 件" in shown.text


async def test_what_is_narrowed_says_so_and_covers_all_years(box: Box) -> None:
    first, *_ = await several(box)
    await box.passes(days=400)
    shown = await asks(box.lin, "/ledger 食堂 状态:已受理")
    assert numbers(shown) == [first]
    assert ["筛选条件：食堂 状态:已受理"] in book(shown)["说明"]


async def test_words_that_make_no_sense_are_named_and_nothing_is_sent(box: Box) -> None:
    await several(box)
    for words, what in (("状态:胡说", "胡说"), ("颜色:红", "颜色:红"), ("单位:火星", "火星"), ("时间:13月", "13月")):
        shown = await asks(box.lin, f"/ledger {words}")
        assert f"没有看懂“{what}”" in shown.text
        assert "/ledger 单位:一分厂" in shown.text
        assert not shown.files
    shown = await asks(box.lin, "/ledger 火星")
    assert "没有符合“火星”的事项" in shown.text
    assert not shown.files


async def test_nobody_narrows_their_way_to_another_unit_or_to_a_name(box: Box) -> None:
    await several(box)
    refused = await asks(box.he, "/ledger 单位:集团公司")
    assert "没有看懂“集团公司”" in refused.text
    shown = await asks(box.he, "/ledger 状态:未办结")
    assert all(row[4] == "一分厂" for row in rows(shown))
    # A hidden raiser is nowhere in it, whoever asks; the named one only for the secretary.
    for reader in (box.lin, box.li):
        shown = await asks(reader, "/ledger 状态:未办结 渠道:信箱")
        words = str(book(shown))
        assert "陈静" not in words
        assert ("张三" in words) is (reader is box.li)
        assert "没有符合" in (await asks(reader, "/ledger 陈静")).text
    for reader in (box.zhang, box.wang):
        assert "台账给领导和信箱专员看" in (await asks(reader, "/ledger 食堂")).text


async def test_an_accusation_is_in_no_ledger_however_it_is_narrowed(box: Box) -> None:
    await several(box)
    await box.drafts(box.sun, "我要举报车间主任收回扣")
    await box.sun.press("按检举控告，单独办理")
    await box.sun.press("提交")
    for reader in (box.li, box.lin):
        for words in ("回扣", "状态:未办结", "单位:一分厂", ""):
            shown = await asks(reader, f"/ledger {words}")
            assert "回扣" not in shown.text.replace("“回扣”", "") + str([book(shown)] if shown.files else "")


async def test_a_category_that_is_used_no_more_keeps_its_name(box: Box) -> None:
    first, *_ = await several(box)
    left = tuple(each for each in box.settings.categories if each.name != "食堂")
    await box.program.take(box.settings.model_copy(update={"categories": left}))
    shown = await asks(box.lin, "/ledger 类别:食堂")
    assert numbers(shown) == [first]
    assert rows(shown)[0][7] == "食堂"


def with_columns(settings: Settings, **columns: tuple[str, ...]) -> Settings:
    """The plant has files of its own."""
    units = [
        Unit.model_validate({**each.model_dump(exclude_unset=True), "ledger": Ledger(**columns)})
        if each.code == "PLANT"
        else each
        for each in settings.units
    ]
    return settings.model_copy(update={"units": tuple(units)})


async def test_a_unit_names_orders_and_leaves_out_its_columns(box: Box) -> None:
    first, *_ = await several(box)
    wanted = ("编号", "状态", "反映时间=收到时间", "反映人=来信人", "问题摘要")
    await box.program.take(with_columns(box.settings, columns=wanted))
    shown = await asks(box.he, "/ledger 状态:已受理")
    sheet = book(shown)[LEDGER]
    assert sheet[0] == ["编号", "状态", "收到时间", "来信人", "问题摘要"]
    assert sheet[1][:2] == [first, "已受理"]
    assert sheet[1][2].isoformat() == "2026-03-02T09:00:00"
    assert sheet[1][3] == "实名"
    # The unit above has its own ledger as it was.
    assert len(book(await asks(box.lin, "/ledger 单位:集团公司 状态:已受理"))[LEDGER][0]) == 25


async def supervised(box: Box) -> None:
    """Two matters of a meeting, one of them struck off, and a leader's instruction on a ticket."""
    await box.zhao.says("/tasks", box.plant)
    await box.zhao.press("新增督办事项", box.plant)
    lines = "电气 | 二号楼电线老化 | 换线 | 王建国 | 3月10日\n消防 | 灭火器过期 | 更换 | 王建国 | 4月20日"
    await box.zhao.says(lines, box.plant)
    await box.wang.press("申请销号", on=box.wang.find("二号楼电线老化"))
    await box.wang.says("已换完")
    await box.wang.press("确认申请")
    await box.zhao.press("销号", box.plant)
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    await box.he.says("/digest")
    await box.he.press("督办")
    await box.he.says(number)
    await box.he.says("三天内拿出办法")


async def test_the_list_of_supervised_matters_is_narrowed_too(box: Box) -> None:
    await supervised(box)
    for words, expected in (
        ("状态:未销号", ["灭火器过期", "食堂的菜太咸了"]),
        ("状态:已销号", ["二号楼电线老化"]),
        ("来源:批示", ["食堂的菜太咸了"]),
        ("来源:会议 期限:4月", ["灭火器过期"]),
        ("责任人:王建国 单位:一分厂", ["二号楼电线老化", "灭火器过期"]),
        ("时间:本月 灭火器", ["灭火器过期"]),
        ("state:struck", ["二号楼电线老化"]),
    ):
        await box.zhao.says(f"/tasks {words}", box.plant)
        shown = box.plant.last
        assert f"{len(expected)} 项" in shown.text, words
        (sheet, notes) = book(shown).values()
        assert [row[1].rpartition(" ")[2] for row in sheet[2:]] == expected, words
        assert notes == [[f"筛选条件：{words}"]]
        assert "张三" not in str(sheet)
    await box.zhao.says("/tasks 状态:已销号 灭火器", box.plant)
    assert "0 项" in box.plant.last.text
    assert not box.plant.last.files
    await box.zhao.says("/tasks 状态:高兴", box.plant)
    assert "没有看懂“高兴”" in box.plant.last.text
    await box.zhang.says("/tasks 状态:未销号")
    assert not box.zhang.last.files


async def test_the_list_of_supervised_matters_has_the_columns_that_a_unit_wants(box: Box) -> None:
    await supervised(box)
    wanted = ("督办事项", "责任单位", "责任人=谁来办", "完成时限", "是否销号")
    await box.program.take(with_columns(box.settings, supervised=wanted))
    await box.zhao.says("/tasks 状态:已销号", box.plant)
    sheet = next(iter(book(box.plant.last).values()))
    assert sheet[1] == ["督办事项", "责任单位", "谁来办", "完成时限", "是否销号"]
    assert sheet[2][:3] == ["二号楼电线老化", "一分厂", "王建国"]
    assert sheet[2][4] == "是"


async def test_the_command_exports_what_the_chat_does(box: Box) -> None:
    first, second, third = await several(box)
    columns = '[ledger]\ncolumns = ["编号", "反映人=来信人", "联系方式"]\n'
    configure(box, columns)
    for name, where, expected in (
        ("a.xlsx", "单位:一分厂", [first, third]),
        ("b.xlsx", "状态:待受理 渠道:信箱", [second]),
        ("c.xlsx", "漏油", [third]),
    ):
        said = await shuji(box.folder, "export", name, "--where", where, "--as", "secretary")
        assert said.code == 0, said.text
        sheet = read(box, name)[LEDGER]
        assert sheet[0] == ["编号", "来信人", "联系方式"]
        assert [row[0] for row in sheet[1:]] == expected
        assert "陈静" not in str(sheet)
    assert "吴师傅" in str(read(box, "c.xlsx"))
    plain = await shuji(box.folder, "export", "d.xlsx", "--where", "漏油")
    assert plain.code == 0, plain.text
    assert "吴师傅" not in str(read(box, "d.xlsx"))
    assert "13800001111" not in str(read(box, "d.xlsx"))
    wrong = await shuji(box.folder, "export", "e.xlsx", "--where", "状态:胡说")
    assert wrong.code == 1
    assert "没有看懂“胡说”" in wrong.err
    assert not (box.folder / "e.xlsx").exists()


async def test_the_command_exports_supervised_matters(box: Box) -> None:
    await supervised(box)
    configure(box)
    said = await shuji(box.folder, "export", "t.xlsx", "--tasks", "--unit", "PLANT", "--where", "状态:未销号")
    assert said.code == 0, said.text
    sheet = next(iter(read(box, "t.xlsx").values()))
    assert [row[1].rpartition(" ")[2] for row in sheet[2:]] == ["灭火器过期", "食堂的菜太咸了"]
    none = await shuji(box.folder, "export", "u.xlsx", "--tasks", "--to", "2026-03-01")
    assert none.code == 1
    assert "没有符合的督办事项" in none.err


def read(box: Box, name: str) -> dict[str, list[list[Any]]]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO((box.folder / name).read_bytes()))
    return {each: workbook.get_sheet_by_name(each).to_python() for each in workbook.sheet_names}
