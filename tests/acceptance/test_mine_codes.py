"""Follow codes: from any account, with slips told apart and guessing slowed; answers in chat for who came by phone."""

from __future__ import annotations

import re

import pytest

from handlers.conversations.raiser.follow_codes import TRIES, TRIES_A_DAY
from handlers.rules.codes import ALPHABET, new_follow_code
from tests.acceptance.kit import NUMBER, Box, Shown
from tests.acceptance.test_mine_following import answer
from tests.acceptance.test_raising_gathering import previews

CODE = re.compile(r"查询码[^：]*：((?:[A-Z0-9]{4} ?){3})")


async def anonymous(box: Box) -> tuple[str, str]:
    """A ticket raised anonymously: its number and its code as it is shown."""
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    found = CODE.search(box.zhang.find("查询码").text)
    assert found
    return number, found[1].strip()


async def logged(box: Box) -> tuple[str, str]:
    """A ticket from the hotline: its number and its code."""
    await box.zhao.says("/log 老刘 13811112222\n三号楼没有热水", box.plant)
    await box.zhao.press("提交", box.plant)
    text = box.plant.find("查询码").text
    found, number = CODE.search(text), NUMBER.search(text)
    assert found
    assert number
    return number[0], found[1].strip()


@pytest.mark.parametrize("form", ["{spaced}", "/code {plain}", "{lower}", "{dashed}"])
async def test_a_code_opens_the_ticket_from_any_account_in_any_writing(box: Box, form: str) -> None:
    number, code = await anonymous(box)
    plain = code.replace(" ", "")
    typed = form.format(spaced=code, plain=plain, lower=plain.lower(), dashed=code.replace(" ", "-"))
    await box.chen.says(typed)
    assert box.chen.last.text.startswith(number)
    assert previews(box.chen) == []


async def test_a_code_by_link_and_by_question(box: Box) -> None:
    number, code = await anonymous(box)
    await box.chen.starts("f-" + code.replace(" ", ""))
    assert box.chen.last.text.startswith(number)
    await box.sun.says("/code")
    assert "12 位查询码" in box.sun.last.text
    await box.sun.says("ABC")
    assert "不像查询码" in box.sun.last.text
    await box.sun.says(code)
    assert box.sun.last.text.startswith(number)


async def test_whoever_holds_the_code_can_add_urge_rate_and_withdraw(box: Box) -> None:
    number, code = await anonymous(box)
    topic = box.plant.topic(number)
    await box.chen.says(code)
    details = box.chen.last
    await box.chen.press("催办")
    assert topic.mentions("催办（第 1 次）")
    await box.chen.says("今天还是咸", reply_to=details)
    assert topic.mentions("今天还是咸")
    await answer(box, topic)
    await box.chen.says(code)
    await box.chen.press("评价")
    await box.chen.press("联系过")
    await box.chen.press("解决了")
    await box.chen.press("满意")
    assert "评价已收到" in box.chen.last.text
    assert "已办结" in topic.name
    await box.chen.press("没有解决，重新办理")
    await box.chen.says("又咸了")
    assert topic.mentions("又咸了")
    await box.chen.press("撤回", on=await opened(box, code))
    await box.chen.press("确认撤回")
    await box.chen.press("确实要撤回")
    assert "已撤回" in topic.name
    assert "陈静" not in "".join(topic.texts)


async def opened(box: Box, code: str) -> Shown:
    await box.chen.says(code)
    return box.chen.last


async def test_a_changed_addition_of_a_code_holder_reaches_the_thread(box: Box) -> None:
    number, code = await anonymous(box)
    await box.chen.says(code)
    said = await box.chen.says("今天还是咸", reply_to=box.chen.last)
    await box.chen.edits(said, "今天还是辣")
    assert box.plant.topic(number).mentions("今天还是辣")


async def test_a_slip_is_told_apart_from_a_wrong_code(box: Box) -> None:
    _, code = await anonymous(box)
    plain = code.replace(" ", "")
    slip = plain[:4] + ("2" if plain[4] != "2" else "3") + plain[5:]
    await box.chen.says(slip)
    assert "有一处不对" in box.chen.last.text
    await box.chen.says(new_follow_code())
    assert "没有这个查询码" in box.chen.last.text
    assert previews(box.chen) == []


async def test_guessing_is_slowed_and_then_let_on(box: Box) -> None:
    number, code = await anonymous(box)
    for _ in range(TRIES):
        await box.chen.says(new_follow_code())
        assert "没有这个查询码" in box.chen.last.text
    await box.chen.says(code)
    assert "过一小时再试" in box.chen.last.text
    assert not box.chen.mentions(number)
    await box.sun.says(code)
    assert box.sun.last.text.startswith(number)
    await box.passes(hours=2)
    await box.chen.says(code)
    assert box.chen.last.text.startswith(number)


async def test_guessing_is_reported_and_locked_without_telling_who(box: Box) -> None:
    number, code = await anonymous(box)
    for _ in range(TRIES_A_DAY // TRIES):
        for _ in range(TRIES):
            await box.chen.says(new_follow_code())
        await box.passes(minutes=61)
    told = [each for each in box.admin.texts if "不存在的查询码" in each]
    assert len(told) == TRIES_A_DAY // TRIES
    assert f"今天已 {TRIES} 次，暂停一小时" in told[0]
    assert f"今天输入不存在的查询码已 {TRIES_A_DAY} 次，停用一天" in told[-1]
    assert not any("陈静" in each or str(box.chen.id) in each for each in told)
    await box.chen.says(code)
    assert "已停用一天" in box.chen.last.text
    assert not box.chen.mentions(number)
    # Everybody else goes on, and so does whoever raised it.
    await box.sun.says(code)
    assert box.sun.last.text.startswith(number)
    await box.passes(days=1)
    await box.chen.says(code)
    assert box.chen.last.text.startswith(number)


async def test_a_slip_is_no_guess(box: Box) -> None:
    number, code = await anonymous(box)
    plain = code.replace(" ", "")
    slip = plain[:4] + ("2" if plain[4] != "2" else "3") + plain[5:]
    for _ in range(TRIES + 1):
        await box.chen.says(slip)
        assert "有一处不对" in box.chen.last.text
    await box.chen.says(code)
    assert box.chen.last.text.startswith(number)
    assert not box.admin.mentions("查询码")


async def test_the_press_of_a_code_holder_counts_for_a_week_and_never_for_another_ticket(box: Box) -> None:
    number, code = await anonymous(box)
    other = await box.raises(box.sun, "宿舍没有热水", "匿名")
    await box.chen.says(code)
    toast = await box.chen.presses_data("mine_open:2", on=box.chen.last)
    assert toast.alert
    assert not box.chen.mentions(other)
    await box.passes(days=8)
    toast = await box.chen.press("催办")
    assert "重新发一次查询码" in toast
    await box.chen.says("补一句", reply_to=box.chen.find(number))
    assert "重新发一次查询码" in box.chen.last.text


async def test_an_english_word_of_twelve_letters_is_a_concern(box: Box) -> None:
    await box.chen.says("Thunderstorm")
    assert previews(box.chen)


async def test_a_serial_number_in_the_middle_of_a_draft_is_part_of_it(box: Box) -> None:
    await box.chen.says("设备坏了，铭牌号如下")
    serial = new_follow_code()
    await box.chen.says(serial)
    assert serial in previews(box.chen)[0].text
    assert all(each in ALPHABET for each in serial)


async def test_who_called_gets_the_answers_in_chat_once_they_say_so(box: Box) -> None:
    number, code = await logged(box)
    topic = box.plant.topic(number)
    await box.chen.says(code)
    await box.chen.press("以后的答复发到这里")
    assert "发到这里" in box.chen.last.text
    assert topic.mentions("接入信箱")
    await box.zhao.says("请问几楼？", topic)
    assert "请问几楼？" in box.chen.last.text
    await box.chen.says("/my")
    assert number in box.chen.last.text
    await box.sun.says(code)
    assert "以后的答复发到这里" not in box.sun.last.buttons
    toast = await box.sun.presses_data("mine_bind:1", on=box.sun.last)
    assert toast.alert
    await answer(box, topic, "热水已恢复")
    assert box.chen.mentions("热水已恢复")
    assert not box.sun.mentions("热水已恢复")
    assert "13811112222" in topic.card.text


async def test_an_anonymous_ticket_offers_no_binding(box: Box) -> None:
    _, code = await anonymous(box)
    await box.chen.says(code)
    assert "以后的答复发到这里" not in box.chen.last.buttons
    assert (await box.chen.presses_data("mine_bind:1", on=box.chen.last)).alert


async def test_a_concern_written_while_a_code_is_asked_for_is_a_concern(box: Box) -> None:
    await box.chen.says("/code")
    await box.chen.says("食堂二号窗口菜太咸")
    assert "食堂二号窗口" in previews(box.chen)[0].text
    await box.chen.says("/code")
    await box.chen.sends_photo()
    assert "照片 1 张" in previews(box.chen)[0].text


async def test_a_link_with_a_wrong_code_still_welcomes(box: Box) -> None:
    await box.chen.starts("f-" + new_follow_code())
    assert box.chen.mentions("没有这个查询码")
    assert box.chen.mentions("直接把想说的写下来")


async def test_a_slip_from_a_box_is_followed_by_whoever_holds_its_code(box: Box) -> None:
    await box.zhao.says("/boxes + 大门意见箱 赵敏", box.plant)
    await box.zhao.says("/open", box.plant)
    await box.zhao.press("大门意见箱", box.plant)
    await box.zhao.says("1 | 李明 | 完好", box.plant)
    await box.zhao.says("食堂的菜太咸了", box.plant)
    await box.zhao.press("完成", box.plant)
    await box.zhao.press("确认结束", box.plant)
    (topic,) = box.plant.topics
    number = topic.name.split()[0]
    said = "\n".join((*box.plant.texts, *topic.texts, *(each.text for each in box.zhao.shown)))
    found = re.search(r"((?:[2-9A-Z]{4} ){2}[2-9A-Z]{4})", said)
    assert found, said
    # Two who hold it, on accounts of their own: one asks and adds, the other rates.
    await box.chen.says(found[1])
    assert box.chen.last.text.startswith(number)
    await box.chen.says("二号窗口最咸", reply_to=box.chen.last)
    assert topic.mentions("二号窗口最咸")
    await answer(box, topic)
    await box.sun.says(found[1])
    await box.sun.press("评价")
    for each in ("联系过", "解决了", "满意"):
        await box.sun.press(each)
    assert "已办结" in topic.name
    assert not any(name in "".join(topic.texts) for name in ("陈静", "孙磊"))


def plain(code: str) -> str:
    """Without spaces."""
    return code.replace(" ", "")


async def test_our_own_words_pasted_back_open_the_ticket_wherever_they_are_typed(box: Box) -> None:
    number, code = await anonymous(box)
    receipt = box.zhang.find("查询码").text
    line = next(each for each in receipt.splitlines() if "查询码" in each)
    wide = "".join(chr(ord(each) + 0xFEE0) for each in plain(code))
    for typed in (
        receipt,
        line,
        f"{code}。",
        wide,
        f"查询码：{code.replace(' ', '–')}",
        f"我的查询码是{plain(code)}",
        f"{number} {code}",
    ):
        await box.chen.says(typed)
        assert box.chen.last.text.startswith(number), typed
        assert previews(box.chen) == [], typed
    topic = box.plant.topic(number)
    shown = len(topic.texts)
    # With a question open, or as a reply, it is no answer and no addition either.
    await box.chen.press("补充")
    await box.chen.says(line)
    assert box.chen.last.text.startswith(number)
    await box.chen.says(code, reply_to=box.chen.last)
    assert box.chen.last.text.startswith(number)
    await box.sun.says("/code")
    await box.sun.says(line)
    assert box.sun.last.text.startswith(number)
    assert len(topic.texts) == shown
    _, code = await logged(box)
    await box.sun.says(box.plant.find("查询码").text)
    assert "三号楼没有热水" in box.sun.last.text


async def test_a_code_among_words_never_leaves_for_a_group(box: Box) -> None:
    number, code = await anonymous(box)
    await box.chen.says(f"我的查询码是 {code}，宿舍一直没有热水，还没人管")
    assert box.chen.find("查询码没有记下").has(f"查看 {number}")
    assert "••••" in previews(box.chen)[0].text
    await box.chen.sends_file(f"截图 {plain(code)}.pdf", caption=f"见 {plain(code).lower()}")
    second = await box.raises(box.chen, f"补一句：{code.replace(' ', '-')}")
    topic = box.plant.topic(second)
    said = await box.chen.says(f"用 {code} 也能查", reply_to=box.chen.last)
    await box.chen.edits(said, f"用{plain(code)}查得到吗")
    assert "查询码没有记下" in box.chen.last.text
    await box.chen.press("补充")
    await box.chen.says(f"码 {code} 给你们")
    await box.chen.press(f"查看 {number}")
    assert box.chen.last.text.startswith(number)
    # What secretaries and owners write with one in it: refused, or without it.
    other = await box.zhao.says(f"查询码是 {code}", topic)
    assert "没有发给反映人" in topic.last.text
    assert other.reactions == []
    sent = await box.zhao.says("收到", topic)
    await box.zhao.edits(sent, f"收到 {code}")
    await box.zhao.says(f"// 记一下 {code}", topic)
    await box.zhao.says(f"/t 码 = {code}", box.plant)
    everything = "".join([*topic.texts, *box.plant.texts, *box.hq.texts, *box.wang.texts, topic.name])
    everything += "".join(str(file.name) for each in topic.shown for file in each.files)
    told = "".join(box.chen.texts)
    for text in (everything, told):
        squeezed = re.sub(r"[\s–-]", "", text).upper()
        assert plain(code) not in squeezed
    assert "••••" in everything


async def test_words_are_no_way_to_guess(box: Box) -> None:
    number, code = await anonymous(box)
    for _ in range(TRIES):
        await box.chen.says(f"设备号 {new_follow_code()} 坏了")
    await box.chen.says(f"查询码 {code} 那件")
    assert not box.chen.has_button(f"查看 {number}")
    assert plain(code) not in "".join(box.chen.texts).replace(" ", "")
    await box.chen.says(code)
    assert "过一小时再试" in box.chen.last.text


async def test_a_number_is_found_however_it_is_typed(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    year, count = number.split("-")[1:]
    for typed in (
        number.lower(),
        f"编号：{number}。",
        f"ＳＪ－{year}－{count}",
        f"SJ–{year}–{int(count)}",
        f"已收到，编号 {number}。",
    ):
        await box.zhang.says(typed)
        assert box.zhang.last.text.startswith(number), typed
    for typed in (f"ＳＪ－{year}－{count}", f"编号 {number}。", f"sj {year} {count}"):
        await box.zhao.says(f"/find {typed}", box.plant)
        assert "找到 1 件" in box.plant.last.text, typed
