"""A ledger that the office kept elsewhere comes in by a command, each row judged by itself."""

from __future__ import annotations

from datetime import date

from handlers.rules.codes import codes_in, spaced
from tests.acceptance.kit import Box
from tests.acceptance.shuji import shuji
from tests.acceptance.test_commands_keeping import configure
from tests.acceptance.test_visits_sheets import book_of, workbook

HEAD = (
    "序号",
    "编号",
    "来源渠道",
    "反映时间",
    "单位",
    "反映人",
    "联系方式",
    "类别",
    "紧急程度",
    "问题摘要",
    "问题详情",
    "备注",
)


def row(**cells: object) -> tuple[object, ...]:
    return tuple(cells.get(each, "") for each in HEAD)


async def test_rows_become_tickets_once_and_what_is_wrong_is_named(box: Box) -> None:
    configure(box)
    number = await box.raises(box.zhang, "食堂的菜太咸了", naming="匿名")
    (held,) = codes_in(box.zhang.find("查询码").text)
    rows = (
        ("2025 年台账",),
        HEAD,
        row(
            单位="一分厂",
            来源渠道="来信",
            反映人="李四",
            联系方式="13800000000",
            类别="食堂",
            问题详情="三号窗口排队太长",
            备注=f"老同志，他手里有 {spaced(held.code)}",
        ),
        row(单位="一分厂", 问题摘要="宿舍没有热水", 反映时间=date(2026, 1, 5).isoformat()),
        row(单位="九分厂", 问题详情="灯坏了"),
        row(单位="一分厂", 类别="天气", 问题详情="灯坏了"),
        row(单位="一分厂", 序号=5, 备注="只有备注"),
        row(单位="一分厂", 问题摘要="宿舍没有热水"),
        row(编号=number, 类别="宿舍", 紧急程度="紧急"),
        row(编号="SJ-2026-0099", 类别="宿舍"),
        row(编号="第三件", 类别="宿舍"),
    )
    (box.folder / "old.xlsx").write_bytes(workbook(*rows))
    judged = await shuji(box.folder, "import", "old.xlsx", "--dry-run")
    assert judged.code == 0, judged.text
    assert "可新增 2 件，可更新 1 件，已有 1 件，有问题 5 行。没有导入。" in judged.out
    assert "第 5 行：没有单位“九分厂”" in judged.out
    assert "第 6 行：没有类别“天气”" in judged.out
    assert "第 7 行：问题摘要和问题详情都是空的" in judged.out
    assert "第 10 行：没有编号为“SJ-2026-0099”的反映" in judged.out
    assert "第 11 行：编号“第三件”不对" in judged.out
    await box.passes(minutes=1)
    assert len(box.plant.topics) == 1

    assert (await shuji(box.folder, "import", "old.xlsx")).code == 0
    await box.passes(minutes=1)
    assert [each.name.split()[0] for each in box.plant.topics] == [number, "SJ-2026-0002", "SJ-2026-0003"]
    assert "李四" in box.plant.topic("SJ-2026-0002").card.text
    assert any("备注：老同志，他手里有 ••••" in each.text for each in box.plant.topic("SJ-2026-0002").said)
    assert any("反映时间：2026-01-05" in each.text for each in box.plant.topic("SJ-2026-0003").said)
    assert "宿舍" in box.plant.topic(number).card.text
    assert "紧急" in box.plant.topic(number).card.text

    again = await shuji(box.folder, "import", "old.xlsx")
    assert "新增 0 件，更新 0 件；已有 4 件、有问题 5 行" in again.out
    await box.passes(minutes=1)
    assert len(box.plant.topics) == 3


async def test_an_exported_ledger_comes_back_unchanged(box: Box) -> None:
    configure(box)
    await box.raises(box.zhang, "食堂的菜太咸了")
    exported = await shuji(box.folder, "export", "ledger.xlsx", "--as", "secretary")
    assert exported.code == 0, exported.text
    said = await shuji(box.folder, "import", "ledger.xlsx")
    assert "新增 0 件，更新 0 件；已有 1 件、有问题 0 行" in said.out


async def test_columns_that_the_settings_rename_are_known_again(box: Box) -> None:
    configure(box, '[ledger]\ncolumns = ["编号=件号", "类别=门类", "问题摘要"]\n')
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    assert (await shuji(box.folder, "export", "ledger.xlsx")).code == 0
    assert "已有 1 件、有问题 0 行" in (await shuji(box.folder, "import", "ledger.xlsx")).out
    (box.folder / "mine.csv").write_text(f"件号,门类,问题摘要\n{number},宿舍,\n,,食堂的菜太咸了\n", "utf-8")
    said = await shuji(box.folder, "import", "mine.csv", "--unit", "PLANT")
    assert "新增 0 件，更新 1 件；已有 1 件、有问题 0 行" in said.out


async def test_tables_that_are_none(box: Box) -> None:
    configure(box)

    async def refused(name: str, content: bytes) -> str:
        (box.folder / name).write_bytes(content)
        said = await shuji(box.folder, "import", name)
        assert said.code == 1
        assert "Traceback" not in said.text
        return said.err

    assert "不是 xlsx、xls、ods 或 CSV" in await refused("a.xlsx", b"PK\x03\x04 nothing")
    assert "没有找到列名" in await refused("b.csv", "甲,乙\n1,2\n".encode())
    assert "是空的" in await refused("c.csv", b"")
    many = "问题详情\n" + "\n".join(f"第 {n} 件事" for n in range(20_100))
    assert "一次最多 20" in await refused("d.csv", many.encode("gb18030"))
    assert "读不了文件 nowhere.xlsx：No such file" in (await shuji(box.folder, "import", "nowhere.xlsx")).err


async def test_an_old_encoding_and_what_is_finished(box: Box) -> None:
    configure(box)
    text = "单位,状态,问题详情\n一分厂,已办结,浴室没有热水\n一分厂,待受理,雨棚漏水\n一分厂,,=HYPERLINK(1)\n"
    (box.folder / "old.csv").write_bytes(text.encode("gb18030"))
    said = await shuji(box.folder, "import", "old.csv")
    assert "新增 1 件" in said.out, said.text
    assert "已经办完的不导入" in said.out
    assert "有单元格是公式" in said.out
    await box.passes(minutes=1)
    (topic,) = box.plant.topics
    assert "雨棚漏水" in topic.card.text


async def test_what_is_finished_without_a_state_and_who_is_not_to_be_known(box: Box) -> None:
    configure(box)
    head = ("问题详情（必填）", "反 映 人", "*联系方式", "办结时间", "答复内容", "状态", "完成时限", "工龄")
    rows = (
        ("浴室没有热水", "匿名", "13800000001", "", "", "", 46203),
        ("雨棚漏水", "", "", 46022, "", "", ""),
        ("灯坏了", "", "", "", "已换", "", ""),
        ("门坏了", "", "", "2026-01-01", "", "办理中", ""),
        ("窗坏了", "不愿透露", "13800000002", "", "先修了一半", "办理中", ""),
    )
    sent = book_of(填表说明=(("请按下表填写",),), 台账=(head, *rows), 另册=(("问题详情",), ("没有读的",)))
    (box.folder / "old.xlsx").write_bytes(sent)
    command = ("import", "old.xlsx", "--unit", "PLANT")
    said = await shuji(box.folder, *command, "--dry-run")
    for line in (
        "读的是工作表“台账”；没有读的：填表说明、另册。",
        "这些列不认识，没有读：工龄",
        "第 2 行：反映人不愿留名，按匿名导入，联系方式没有导入",
        "第 3 行：填了办结时间“2025-12-31”，没有写状态",
        "第 4 行：填了答复内容，没有写状态",
        "第 5 行：状态是“办理中”，却填了办结时间“2026-01-01”",
        "可新增 2 件，可更新 0 件，已有 0 件，有问题 3 行",
    ):
        assert line in said.out, said.out
    finished = await shuji(box.folder, *command, "--dry-run", "--unstated", "finished")
    assert finished.out.count("按已办完不导入") == 2
    assert "新增 4 件" in (await shuji(box.folder, *command, "--unstated", "open")).out
    await box.passes(minutes=1)
    first, second, _, fourth = box.plant.topics
    for topic in (first, fourth):
        assert "1380000000" not in "".join(each.text for each in topic.said)
        assert "匿名" in topic.card.text
    assert any("完成时限：2026-06-30" in each.text for each in first.said)
    assert any("办结时间：2025-12-31" in each.text for each in second.said)
    assert any("答复内容：先修了一半" in each.text for each in fourth.said)

    (box.folder / "none.xlsx").write_bytes(book_of(说明=(("请填",),), 表=(("标题",), ("编号", "摘要"))))
    none = await shuji(box.folder, "import", "none.xlsx")
    assert "工作表“表”第 2 行写的是：编号、摘要" in none.err
    page = "<html><meta charset=utf-8><table><tr><td>问题详情</tr><tr><td>墙裂了</tr></table>"
    (box.folder / "page.xls").write_text(page, "utf-8")
    assert "新增 1 件" in (await shuji(box.folder, "import", "page.xls", "--dry-run")).out
