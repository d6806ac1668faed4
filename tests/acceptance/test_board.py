"""公开栏: told to everyone only with the raiser's leave, never an accusation; “我也遇到” once a person."""

from __future__ import annotations

from storage import groups, units
from tests.acceptance.kit import Box, Group
from tests.acceptance.test_clock_reminders import until


async def answered(box: Box, naming: str = "隐名") -> str:
    number = await box.raises(box.zhang, "食堂的菜太咸了", naming)
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.zhao.says("已换厨师，从今天起少放盐。", topic)
    await box.zhao.press("支持", topic)
    return number


async def offered(box: Box, text: str = "食堂的菜太咸\n已换厨师，少放盐。", naming: str = "隐名") -> str:
    number = await answered(box, naming)
    topic = box.plant.topic(number)
    await box.zhao.press("更多", topic)
    await box.zhao.press("公开", topic)
    await box.zhao.says(text, topic)
    return number


async def test_with_the_raisers_leave_everyone_reads_it(box: Box) -> None:
    number = await offered(box)
    assert "同意吗" in box.zhang.last.text
    await box.chen.says("/board")
    assert "还没有内容" in box.chen.last.text
    await box.zhang.press("同意公开")
    assert box.plant.topic(number).mentions("反映人同意")
    await box.chen.says("/board")
    await box.chen.press("1. 食堂的菜太咸")
    assert "已换厨师" in box.chen.last.text
    assert number not in box.chen.last.text
    shown = box.chen.last
    await box.chen.press("我也遇到")
    toast = await box.chen.press("我也遇到", on=shown)
    assert "点过" in toast.text
    await box.chen.press("我也要反映")
    assert "同样的问题：食堂的菜太咸" in box.chen.last.text
    await box.chen.press("一分厂 ›")
    await box.chen.press("就是一分厂")
    await box.chen.press("提交")
    assert "SJ-2026-0002" in box.chen.find("已收到").text
    own = box.plant.topic("SJ-2026-0002")
    assert "同样的问题：食堂的菜太咸" in own.card.text
    await box.chen.says("/menu")
    await box.chen.press("公开栏")
    assert "同感 1" in box.chen.last.text
    await box.zhao.says("/board", box.plant)
    await box.zhao.press("1. 食堂的菜太咸", box.plant)
    await box.zhao.press("撤下", box.plant)
    toast = await box.chen.press("我也遇到", on=shown)
    assert "不在公开栏" in toast.text


async def test_without_leave_nobody_reads_it_and_nobody_asks_again(box: Box) -> None:
    number = await offered(box)
    await box.zhang.press("不公开")
    await box.chen.says("/board")
    assert "还没有内容" in box.chen.last.text
    topic = box.plant.topic(number)
    assert topic.mentions("反映人不同意")
    toast = await box.zhao.press("公开", topic)
    assert "不再询问" in toast.text


async def test_what_gives_somebody_away_is_not_even_asked(box: Box) -> None:
    await offered(box, "张三反映食堂太咸，电话13800138000\n已换厨师。")
    assert "能认出人的内容" in box.plant.topic("SJ-2026-0001").last.text
    assert not box.zhang.mentions("同意吗")


async def test_it_goes_to_the_channel_that_the_settings_name_and_in_the_bulletin(box: Box) -> None:
    channel = box.world.add_group("公开栏", (1001, 1002), chat_id=-1_002_000_000_009)
    box.world.let_bot_in(channel)
    units = tuple(
        each.model_copy(update={"board": -1_002_000_000_009}) if each.code == "HQ" else each
        for each in box.settings.units
    )
    await box.program.take(box.settings.model_copy(update={"units": units}))
    await offered(box)
    await box.chen.starts()
    await box.zhang.press("同意公开")
    posted = [each for each in channel.messages.values() if "【有回音】" in (each.text or "")]
    assert len(posted) == 1
    await box.chen.starts("b-1")
    await box.chen.press("我也遇到")
    await until(box, 1, 9, month=4)
    await box.passes(minutes=2)
    assert "2026-03 办好 1 件" in box.chen.find("【公开栏】").text
    await box.zhao.says("/board", box.plant)
    await box.zhao.press("1. 食堂的菜太咸", box.plant)
    await box.zhao.press("撤下", box.plant)
    assert "手工删除" in box.plant.last.text


async def test_an_accusation_or_a_slip_from_a_box_is_never_told(box: Box) -> None:
    await box.zhao.says("/log 电话 李师傅 13900139000", box.plant)
    await box.zhao.says("食堂的菜太咸了", box.plant)
    await box.zhao.press("提交", box.plant)
    topic = box.plant.topic("SJ-2026-0001")
    await box.zhao.press("答复", topic)
    await box.zhao.says("已换厨师。", topic)
    await box.zhao.press("支持", topic)
    await box.zhao.press("更多", topic)
    toast = await box.zhao.press("公开", topic)
    assert "问不到" in toast.text


async def test_an_anonymous_raiser_is_asked_and_without_their_leave_nothing_is_told(box: Box) -> None:
    number = await offered(box, naming="匿名")
    assert "同意吗" in box.zhang.last.text
    await box.passes(days=40)
    await box.chen.says("/board")
    assert "还没有内容" in box.chen.last.text
    assert not box.chen.mentions("【公开栏】")
    topic = box.plant.topic(number)
    await box.zhao.press("更多", topic)
    toast = await box.zhao.press("公开", topic)
    assert "已经在征求" in toast.text
    await box.zhang.press("同意公开", on=box.zhang.find("同意吗"))
    await box.chen.says("/board")
    await box.chen.press("1. 食堂的菜太咸")
    assert "张三" not in box.chen.last.text
    assert not topic.mentions("张三")


async def test_pressed_twice_it_is_told_once(box: Box) -> None:
    number = await offered(box)
    shown = box.zhang.last
    assert "同意吗" in shown.text
    # A finger that presses twice before the first press has taken the button away.
    box.world.press(box.zhang.user, shown.message.chat, shown.id, shown.button("同意公开")["callback_data"])
    toast = await box.zhang.press("同意公开", on=shown)
    assert "失效" in toast.text
    topic = box.plant.topic(number)
    assert sum("反映人同意，已写进" in each for each in topic.texts) == 1
    await box.zhao.press("更多", topic)
    toast = await box.zhao.press("公开", topic)
    assert "已经公开" in toast.text
    await box.chen.says("/board")
    assert "1 件" in box.chen.last.text
    for data in ("board_agree:1", "board_refuse:1", "board_withdraw:1"):
        toast = await box.chen.presses_data(data, on=box.chen.last)
        assert toast.text
    await box.chen.press("1. 食堂的菜太咸")
    assert "已换厨师" in box.chen.last.text


async def test_what_is_dealt_with_again_is_not_told_as_solved(box: Box) -> None:
    await offered(box)
    asked = box.zhang.last
    for label in ("联系过", "没有解决", "不满意"):
        await box.zhang.press(label)
    await box.zhang.says("今天的菜还是咸")
    toast = await box.zhang.press("同意公开", on=asked)
    assert "正在重新办理" in toast.text
    await box.chen.says("/board")
    assert "还没有内容" in box.chen.last.text


async def test_a_published_matter_that_is_dealt_with_again_is_not_shown_meanwhile(box: Box) -> None:
    number = await offered(box)
    await box.zhang.press("同意公开")
    await box.chen.says("/board")
    shown = box.chen.last
    for label in ("联系过", "没有解决", "不满意"):
        await box.zhang.press(label)
    await box.zhang.says("今天的菜还是咸")
    toast = await box.chen.press("1. 食堂的菜太咸", on=shown)
    assert "正在重新办理" in toast.text
    await box.chen.says("/board")
    assert "还没有内容" in box.chen.last.text
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.zhao.says("换了供货商，今天起每餐有人尝咸淡。", topic)
    await box.zhao.press("支持", topic)
    await box.chen.says("/board")
    await box.chen.press("1. 食堂的菜太咸")
    assert "已换厨师" in box.chen.last.text


async def test_an_accusation_is_never_told(box: Box) -> None:
    office = Group(box, box.world.add_group("纪检信箱", (box.li.id,)))
    box.world.let_bot_in(office.chat)
    async with box.database.writing() as tx:
        unit = await units.by_code(tx, "HQ")
        assert unit is not None
        await groups.register(
            tx, "telegram", str(office.chat.id), unit_id=unit.id, category_id=None, purpose="restricted"
        )
    await box.drafts(box.zhang, "举报食堂主任收供货商回扣")
    await box.zhang.press("按检举控告，单独办理")
    await box.zhang.press("提交")
    topic = office.topic("SJJ-2026-0001")
    await box.li.press("答复", topic)
    await box.li.says("已经核查。", topic)
    await box.li.press("支持", topic)
    await box.li.press("更多", topic)
    assert not topic.last.has("公开")
    toast = await box.li.presses_data("board_ask:1", on=topic.last)
    assert "不能公开" in toast.text
