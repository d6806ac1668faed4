"""What the preview lets a raiser choose: unit, category, kind, naming, title and text."""

from __future__ import annotations

import pytest

from storage import identities, people, tickets, units
from storage.tickets import NewTicket, Ticket
from tests.acceptance.kit import START, Box, Person
from tests.acceptance.test_raising_gathering import previews


async def ticket_of(box: Box, number: str) -> Ticket:
    async with box.database.reading() as tx:
        found = await tickets.by_number(tx, number)
        assert found is not None
        return found


async def test_the_unit_is_asked_once_and_remembered(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了", "隐名", unit="一分厂")
    await box.zhang.says("宿舍没有热水")
    await box.zhang.press("新反映")
    assert "单位：一分厂" in box.zhang.last.text
    assert not box.zhang.has_button("一分厂 ›")


async def test_a_part_of_the_units_name_is_enough(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("车间")
    assert "已选单位：一车间" in box.zhang.last.text
    assert "单位：一车间" in box.zhang.last.text
    assert "车间\n" not in box.zhang.last.text.replace("一车间", "")


async def test_submitting_from_the_list_of_a_unit_submits_there(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.press("一分厂 ›")
    assert "不选就由一分厂受理" in box.zhang.last.text
    await box.zhang.press("匿名")
    await box.zhang.press("提交")
    assert box.plant.topic("SJ-2026-0001").card.has("受理")


async def test_writing_on_while_the_unit_is_asked_loses_nothing(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("排队也太长，一分厂中午只开两个窗口，大家都吃不上饭")
    assert len(previews(box.zhang)) == 1
    assert "两个窗口" in box.zhang.last.text
    for shown in ("不选就由集团公司受理", "类别：食堂", "隐名："):
        assert shown in box.zhang.last.text
    await box.zhang.says("HQ")
    assert "单位：集团公司" in box.zhang.last.text
    await box.zhang.press("提交")
    assert "两个窗口" in box.hq.topic("SJ-2026-0001").card.text


async def test_whoever_submits_without_a_unit_is_heard_at_the_top_and_asked_again_next_time(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    assert {"提交", "补充", "修改", "取消"} <= set(box.zhang.last.buttons)
    await box.zhang.press("提交")
    assert "太咸" in box.hq.topic("SJ-2026-0001").card.text
    await box.zhang.says("宿舍没有热水")
    await box.zhang.press("新反映")
    assert box.zhang.has_button("一分厂 ›")


async def test_with_several_topmost_units_one_must_be_chosen(box: Box) -> None:
    async with box.database.writing() as tx:
        await units.put(tx, "OTHER", "另一家公司", None, None)
    await box.zhang.says("食堂的菜太咸了")
    toast = await box.zhang.press("提交")
    assert "先选择您的单位" in toast
    assert toast.alert
    await box.zhang.says("另一家公司")
    await box.zhang.press("提交")
    assert "SJ-2026-0001" in box.zhang.last.text


async def test_words_that_look_like_a_unit_can_be_words_after_all(box: Box) -> None:
    async with box.database.writing() as tx:
        plant = await units.by_code(tx, "PLANT")
        assert plant is not None
        for n in range(2, 40):
            await units.put(tx, f"WS{n}", f"第{n}车间", plant, None)
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("车间")
    assert "（39 个）" in box.zhang.last.text
    await box.zhang.press("这不是单位，是反映的内容")
    assert "车间" in previews(box.zhang)[0].text
    await box.zhang.says("车间")
    await box.zhang.press("下一页")
    await box.zhang.press("下一页")
    await box.zhang.press("上一页")
    await box.zhang.says("第17车间")
    assert "单位：第17车间" in box.zhang.last.text


async def test_hundreds_of_units_are_found_by_pages(box: Box) -> None:
    async with box.database.writing() as tx:
        hq = await units.by_code(tx, "HQ")
        assert hq is not None
        for n in range(300):
            await units.put(tx, f"N{n}", f"{n}号站", hq, None)
    await box.zhang.says("食堂的菜太咸了")
    seen: set[str] = set()
    for _ in range(60):
        seen |= {each for each in box.zhang.last.buttons if each.endswith("号站")}
        if "下一页" not in box.zhang.last.buttons:
            break
        await box.zhang.press("下一页")
    assert len(seen) == 300
    await box.zhang.press("299号站")
    assert "单位：299号站" in box.zhang.last.text


async def test_going_down_and_up_the_tree(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.press("一分厂 ›")
    assert "一车间" in box.zhang.last.buttons
    await box.zhang.press("返回上一级")
    assert "一分厂 ›" in box.zhang.last.buttons
    await box.zhang.press("就是集团公司")
    assert "单位：集团公司" in box.zhang.last.text


async def test_a_mailbox_with_one_unit_never_asks(box: Box) -> None:
    async with box.database.writing() as tx:
        for code in ("WS1", "PLANT"):
            unit = await units.by_code(tx, code)
            assert unit is not None
            await units.retire(tx, unit, START)
    await box.zhang.says("食堂的菜太咸了")
    assert "单位：集团公司" in box.zhang.last.text
    await box.zhang.press("提交")
    assert "SJ-2026-0001" in box.zhang.last.text


async def test_a_remembered_unit_that_was_closed_is_asked_anew(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了", unit="一分厂")
    async with box.database.writing() as tx:
        unit = await units.by_code(tx, "PLANT")
        assert unit is not None
        await units.retire(tx, unit, START)
    await box.zhang.says("宿舍没热水")
    await box.zhang.press("新反映")
    assert "您是哪个单位的" in box.zhang.last.text


async def test_a_clear_category_is_filled_in_and_an_unclear_one_offered(box: Box) -> None:
    await box.zhang.says("食堂的饭菜和宿舍的热水都不行，机器也坏")
    await box.zhang.says("一分厂")
    offered = [each for each in box.zhang.last.buttons if each in ("食堂", "宿舍", "薪酬", "设备")]
    assert offered
    assert "类别：未选" in box.zhang.last.text or "类别：食堂" in box.zhang.last.text


async def test_the_raiser_can_change_everything(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了。另外排队长")
    await box.zhang.sends_photo()
    await box.zhang.says("一分厂")
    await box.zhang.press("修改")
    await box.zhang.press("类别")
    await box.zhang.press("设备")
    assert "类别：设备" in box.zhang.last.text
    await box.zhang.press("修改")
    await box.zhang.press("性质")
    await box.zhang.press("建议意见")
    assert "性质：建议意见" in box.zhang.last.text
    await box.zhang.press("修改")
    await box.zhang.press("标题")
    await box.zhang.says("食堂口味")
    assert "标题：食堂口味" in box.zhang.last.text
    await box.zhang.press("修改")
    await box.zhang.press("内容")
    await box.zhang.says("请少放一点盐")
    assert "请少放一点盐" in box.zhang.last.text
    assert "排队长" not in box.zhang.last.text
    assert "照片 1 张" in box.zhang.last.text
    await box.zhang.press("修改")
    await box.zhang.press("单位")
    await box.zhang.press("就是集团公司")
    await box.zhang.press("修改")
    await box.zhang.press("删去附件")
    assert "照片" not in box.zhang.last.text
    await box.zhang.press("提交")
    ticket = await ticket_of(box, "SJ-2026-0001")
    assert (ticket.title, ticket.body, ticket.kind) == ("食堂口味", "请少放一点盐", "suggestion")
    assert len(previews(box.zhang)) == 0


async def test_an_open_question_about_the_title_swallows_nothing(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("一分厂")
    await box.zhang.press("修改")
    await box.zhang.press("标题")
    await box.zhang.sends_photo(caption="这张是今天的菜")
    assert "照片 1 张" in box.zhang.last.text
    assert "这张是今天的菜" in box.zhang.last.text
    await box.zhang.press("修改")
    await box.zhang.press("标题")
    long = "我其实还想说的是排队的问题，" * 12
    await box.zhang.says(long)
    assert long in box.zhang.last.text
    assert "标题：食堂的菜太咸了" in box.zhang.last.text


@pytest.mark.parametrize(
    ("naming", "shown", "hidden"),
    [("实名", "张三", ""), ("隐名", "员工 A", "张三"), ("匿名", "匿名员工", "张三")],
)
async def test_naming_decides_what_the_desk_sees(box: Box, naming: str, shown: str, hidden: str) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", naming)
    topic = box.plant.topic(number)
    assert shown in topic.card.text
    assert not hidden or hidden not in "".join([*topic.texts, topic.name])


async def test_a_text_that_names_its_writer_is_warned_of_unless_they_are_named(box: Box) -> None:
    await box.zhang.says("我叫张三，工号 A10023，电话 13812345678，食堂太咸")
    await box.zhang.says("一分厂")
    assert "提醒" in box.zhang.last.text
    for trace in ("电话号码", "工号", "姓名"):
        assert trace in box.zhang.last.text
    await box.zhang.press("实名")
    assert "提醒" not in box.zhang.last.text


async def test_an_accusation_is_explained_and_the_way_chosen_before_it_is_submitted(box: Box) -> None:
    await box.zhang.says("举报仓库主任收回扣")
    await box.zhang.says("一车间")
    assert "检举控告" in box.zhang.last.text
    assert "单独的渠道" in box.zhang.last.text
    toast = await box.zhang.press("提交")
    assert toast.alert
    assert "SJ-" not in "".join(box.zhang.texts)
    assert "不进检索；通报里只在受理部门自己那一份写件数" in box.zhang.last.text
    await box.zhang.press("按检举控告，单独办理")
    assert "类别" not in box.zhang.last.text
    await box.zhang.press("提交")
    ticket = await ticket_of(box, "SJJ-2026-0001")
    assert ticket.restricted
    assert ticket.category_id is None
    assert not box.plant.has_topic("SJJ-2026-0001")
    # Who is frightened reads who will see it: not the unit's everyday office.
    receipt = box.zhang.find("已收到，编号").text
    assert "由专门人员单独受理" in receipt
    assert "一分厂" not in receipt
    await box.zhang.press("查看进展")
    assert "专门人员单独办理" in box.zhang.last.text


async def test_what_sounds_like_an_accusation_may_go_the_ordinary_way(box: Box) -> None:
    await box.zhang.says("希望公布小金库清理的结果")
    await box.zhang.says("一分厂")
    await box.zhang.press("按普通反映办理")
    await box.zhang.press("提交")
    assert not (await ticket_of(box, "SJ-2026-0001")).restricted
    assert box.plant.has_topic("SJ-2026-0001")


async def test_any_concern_can_be_made_an_accusation(box: Box) -> None:
    await box.zhang.says("车间主任安排自己亲戚的班最轻")
    await box.zhang.says("一分厂")
    await box.zhang.press("修改")
    await box.zhang.press("性质")
    toast = await box.zhang.press("检举控告")
    assert "单独办理" in toast
    await box.zhang.press("提交")
    assert (await ticket_of(box, "SJJ-2026-0001")).restricted


async def test_of_an_anonymous_raiser_nothing_readable_is_kept(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.sends_file("张三的工资单.pdf")
    await box.zhang.says("一分厂")
    await box.zhang.press("匿名")
    await box.zhang.press("提交")
    ticket = await ticket_of(box, "SJ-2026-0001")
    async with box.database.reading() as tx:
        assert identities.contact_of(tx, ticket) == {}
        person = await people.find(tx, "telegram", str(box.zhang.id))
        assert person is not None
    plain = (box.folder / "mailbox.db").read_bytes() + (box.folder / "mailbox.db-wal").read_bytes()
    assert "菜太咸".encode() in plain
    for words in ("张三", str(box.zhang.id), "工资单"):
        assert words.encode() not in plain.replace(b"\x00", b""), words


async def vote(box: Box, person: Person, known: int) -> str:
    """The preview of a concern beside ``known`` tickets on gate cards that were put under 宿舍."""
    async with box.database.writing() as tx:
        unit = await units.by_code(tx, "HQ")
        assert unit is not None
        named = {each.name: each.id for each in await units.categories(tx)}
        for n in range(known):
            gates = n % 10 == 0
            body = "门禁 刷不开 卡机 失灵" if gates else f"{n % 37}号 窗口 排队 餐盘 {n}"
            ticket = await tickets.add(
                tx,
                NewTicket(
                    unit_id=unit.id,
                    unit_prefix="OLD",
                    year=2025,
                    group_id=None,
                    kind="complaint",
                    category_id=named["宿舍" if gates else "食堂"],
                    grade="normal",
                    naming="hidden",
                    source="chat",
                    place_id=None,
                    title="门禁刷不开" if gates else "窗口排队",
                    body=body,
                    restricted=False,
                    about_owner=False,
                    language=None,
                    rule_version="1",
                ),
                START - 90 * 86_400,
            )
            words = "门禁 禁刷 刷不 不开 开" if gates else "窗口 口排 排队 队"
            await tickets.index(tx, ticket.id, words, words)
    await person.says("门禁又刷不开了，进不了楼")
    await person.says("一分厂")
    return person.last.text


async def test_with_few_tickets_keywords_decide(box: Box) -> None:
    assert "类别：未选" in await vote(box, box.zhang, 60)


async def test_with_many_tickets_the_nearest_vote(box: Box) -> None:
    assert "类别：宿舍" in await vote(box, box.zhang, 400)
