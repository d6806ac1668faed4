"""Every open ticket has somebody whose turn it is, with a button for it, whom the clock reminds; and says no more."""

from __future__ import annotations

import re

from handlers.core.texts import say
from handlers.rules.deadlines import NEXT
from handlers.rules.lifecycle import Role, State, actions_for
from tests.acceptance.kit import Box, Thread

HERE = "zh-CN"


async def assigned(box: Box, number: str, *, signed: bool = False) -> Thread:
    """王建国 has it."""
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if "王建国" in each), topic)
    if signed:
        await box.wang.press("签收")
    return topic


async def reported(box: Box, number: str) -> Thread:
    """王建国 says that it is done."""
    topic = await assigned(box, number, signed=True)
    await box.wang.press("报结")
    await box.wang.says("换了厨师")
    await box.wang.press("确认报结")
    return topic


async def answered(box: Box, number: str, *, by_owner: bool) -> Thread:
    """The raiser has an answer."""
    if by_owner:
        topic = await reported(box, number)
        await box.zhao.press("转发答复", topic)
        await box.zhao.press("支持", topic)
        return topic
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.zhao.says("换了厨师", topic)
    await box.zhao.press("支持", topic)
    return topic


async def suspended(box: Box, number: str) -> Thread:
    """On the long list, with 王建国 as its owner."""
    topic = await assigned(box, number, signed=True)
    await box.zhao.press("挂账", topic)
    await box.zhao.says("等设备到货", topic)
    await box.zhao.says("3月20日", topic)
    await box.zhao.press("挂账", topic)
    return topic


async def displeased(box: Box) -> None:
    """The raiser of the newest answer says that it did not help."""
    for each in ("没有", "没有解决", "不满意"):
        await box.zhang.press(each)
    await box.zhang.press("取消")


async def everywhere(box: Box) -> dict[str, State]:
    """A ticket in each open state, in each of the ways in which one comes to it."""

    async def one(title: str) -> str:
        return await box.raises(box.zhang, f"食堂的事：{title}", "隐名")

    found = {await one("没有受理"): State.SUBMITTED}
    found[number := await one("受理了")] = State.ACCEPTED
    await box.zhao.press("受理", box.plant.topic(number))
    found[number := await one("派了单")] = State.ASSIGNED
    await assigned(box, number)
    found[number := await one("签收了")] = State.IN_PROGRESS
    await assigned(box, number, signed=True)
    found[number := await one("退回来")] = State.ACCEPTED
    await assigned(box, number)
    await box.wang.press("退回", on=box.wang.find(number))
    await box.wang.says("归后勤管")
    found[number := await one("报结了")] = State.REPORTED
    await reported(box, number)
    found[number := await one("答复不满意，有承办人")] = State.ASSIGNED
    await answered(box, number, by_owner=True)
    await displeased(box)
    found[number := await one("答复不满意，没有承办人")] = State.ACCEPTED
    await answered(box, number, by_owner=False)
    await displeased(box)
    found[number := await one("挂账了")] = State.SUSPENDED
    await suspended(box, number)
    found[number := await one("挂账又恢复")] = State.ASSIGNED
    topic = await suspended(box, number)
    await box.zhao.press("恢复办理", topic)
    found[number := await one("答复了")] = State.ANSWERED
    await answered(box, number, by_owner=True)
    return found


async def has_a_button(box: Box, number: str, state: State, role: Role) -> bool:
    """Whether whoever has the next step finds a button for it where they work."""
    topic = box.plant.topic(number)
    if role is Role.SECRETARY:
        wanted = {say(HERE, f"desk-button-{each}") for each in actions_for(state, role)}
        return bool(wanted & set(topic.card.buttons))
    if role is Role.RAISER:
        await box.zhang.says(number)
        return "评价" in box.zhang.last.buttons
    await box.wang.says("/todo")
    opens = {f"签收 {number}", f"打开 {number}"} & set(box.wang.last.buttons)
    await box.wang.press(f"打开 {number}")
    wanted = {say(HERE, f"own-button-{each}") for each in actions_for(state, role)}
    return bool(opens) and len(wanted & set(box.wang.last.buttons)) >= 2


async def test_whoever_has_the_next_step_has_a_button_and_is_reminded(box: Box) -> None:
    tickets = await everywhere(box)
    assert set(tickets.values()) == set(NEXT)
    for number, state in tickets.items():
        topic = box.plant.topic(number)
        assert f"· {say(HERE, f'state-{state}')}" in topic.name, (number, topic.name)
        owner = "王建国" in topic.card.text.split("承办：")[1].split("\n")[0]
        assert owner is (state not in (State.SUBMITTED, State.ACCEPTED)), f"{state}: {topic.card.text}"
        role, _ = NEXT[state]
        assert await has_a_button(box, number, state, role), f"{state} of {number}: no button for {role}"
    before = {Role.SECRETARY: len(box.plant.texts), Role.OWNER: len(box.wang.texts), Role.RAISER: len(box.zhang.texts)}
    for _ in range(14):
        await box.passes(days=1)
    places = {Role.SECRETARY: box.plant, Role.OWNER: box.wang, Role.RAISER: box.zhang}
    for number, state in tickets.items():
        role, _ = NEXT[state]
        said = places[role].texts[before[role] :]
        assert any(number in each for each in said), f"{role} is never reminded of {number} ({state})"


async def test_a_reopened_ticket_is_its_owners_again(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = await answered(box, number, by_owner=True)
    first = box.wang.find(f"请承办 {number}")
    assert first.buttons == []  # Nothing is left to press on what was done with.
    await displeased(box)
    assert "待签收" in topic.name
    assert topic.mentions("已交回一分厂 王建国，等其签收。")
    again = box.wang.find(f"请再办一次 {number}")
    assert "食堂的菜太咸了" in again.text
    assert {"签收", "退回", "报结"} <= set(again.buttons)
    assert "最迟 " in box.zhang.find(f"{number} 已重新办理").text
    assert "领导也会看到这件，看不到您是谁" in box.zhang.find(f"{number} 已重新办理").text
    assert box.he.mentions(f"{number} 食堂的菜太咸了")
    assert "反映人评价没有解决或不满意" in box.he.last.text
    await box.wang.press("签收", on=again)
    assert "办理中" in topic.name
    assert box.wang.find(f"请再办一次 {number}").buttons == ["退回", "进展", "申请延期", "报结"]
    # The date that was promised anew stands wherever the raiser looks, as the first one did.
    promised = re.search("最迟 .* 给您答复", box.zhang.find(f"{number} 已重新办理").text)
    assert promised
    await box.zhang.says("/my")
    assert promised[0] in box.zhang.last.text
    await box.zhang.press(number)
    assert promised[0] in box.zhang.last.text


async def test_buttons_of_what_was_given_to_an_owner_live_as_long_as_they_mean_something(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = await assigned(box, number)
    first = box.wang.find(f"请承办 {number}")
    assert {"签收", "退回"} <= set(first.buttons)
    await box.wang.press("签收", on=first)
    assert box.wang.find(f"请承办 {number}").buttons == ["退回", "进展", "申请延期", "报结"]
    await box.zhang.press("查看进展")
    details = box.zhang.last
    await box.zhang.press("撤回", on=details)
    await box.zhang.press("确认撤回")
    assert "已撤回" in topic.name
    assert box.wang.find(f"请承办 {number}").buttons == []
    # An old button says what is so, not that it was urged before.
    for label in ("催办", "催办"):
        toast = await box.zhang.press(label, on=details)
        assert "已撤回" in toast
        assert "催办过" not in toast


async def test_nobody_is_told_of_a_reminder_that_there_was_not(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await box.zhao.press("受理", box.plant.topic(number))
    # Nobody is chosen yet: no unit is named as the one that handles it, least of all their own.
    assert "已受理，正在安排承办部门" in box.zhang.last.text
    assert "一分厂" not in box.zhang.last.text
    await box.zhang.says(number)
    await box.zhang.press("催办")
    assert box.zhang.last.text == f"{number} 的催办已转告信箱专员。下个工作日可以再催。"
    # The limit passes at 9:00; the desk's list of that day went out before and did not say that it had.
    await box.passes(workdays=7, hours=-0.3)
    await box.passes(hours=0.4)
    passed = box.zhang.find("说好的日期没有做到")
    assert "已提醒" not in passed.text
    assert "经办人" not in passed.text
    assert number in passed.text


async def test_a_reminder_that_there_was_is_told(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await assigned(box, number, signed=True)
    # Down over the limit: the next morning's list and the word to the raiser come of the same look.
    await box.passes(workdays=8)
    assert box.wang.mentions("办结：已超期")
    assert "已提醒承办部门。" in box.zhang.find("说好的日期没有做到").text


async def test_no_date_that_is_past_is_promised(box: Box) -> None:
    main = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await assigned(box, main, signed=True)
    await box.passes(workdays=8)
    other = await box.raises(box.chen, "食堂的菜太咸", "隐名")
    topic = box.plant.topic(other)
    await box.zhao.press("并案", topic)
    await box.zhao.says(main, topic)
    await box.zhao.press("确认并案", topic)
    merged = box.chen.find(f"{other} 与另一件同样事项的反映合并办理").text
    assert "没有做到，让您久等了" in merged
    assert "最迟" not in merged
    await box.chen.press("催办", on=box.chen.last) if box.chen.last.has("催办") else None
    await box.zhang.says(main)
    assert "没有做到" in box.zhang.last.text
    assert "最迟" not in box.zhang.last.text
    # Given to somebody else, it is late for them too, and no date of last week is set to them.
    topic = box.plant.topic(main)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if "钱进" in each), topic)
    assert "已经过了，请尽快办完并报结" in box.qian.find(f"请承办 {main}").text
    assert "没有做到" in box.zhang.find("改由").text


async def test_after_it_is_reported_no_extension_is_granted(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = await assigned(box, number, signed=True)
    await box.wang.press("申请延期")
    await box.wang.says("等厂家，3天")
    asked = topic.find("申请延期到")
    await box.wang.press("报结", on=box.wang.find("请承办"))
    await box.wang.says("换了厨师")
    await box.wang.press("确认报结")
    assert "延期" not in topic.card.buttons
    toast = await box.zhao.press("同意延期", topic, on=asked)
    assert "待审核" in toast
    assert not box.zhang.mentions("需要延期")


async def test_a_pinned_card_says_dates_and_nothing_that_stops_being_true(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = await assigned(box, number, signed=True)
    cards = [topic.card.text, box.wang.find(f"请承办 {number}").text]
    await box.wang.says("/todo")
    await box.wang.press(f"打开 {number}")
    cards.append(box.wang.last.text)
    for text in cards:
        assert "3月11日（周三）" in text
        for moving in ("还剩", "已超期", "🟢", "🟡", "🔴"):
            assert moving not in text
    await box.passes(workdays=10)
    await box.zhang.says(number)
    await box.zhang.press("催办")
    assert "办结时限：3月11日（周三）09:00（已过）" in topic.card.text


async def test_a_fresh_ticket_is_green(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await box.zhao.says("/todo", box.plant)
    assert f"🟢 {number}" in box.plant.last.text
    await box.passes(hours=8)
    await box.zhao.says("/todo", box.plant)
    assert f"🔴 {number}" in box.plant.last.text
