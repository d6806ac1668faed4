"""Whatever a person sends becomes one draft with one preview, and nothing of it is lost."""

from __future__ import annotations

from storage import history, tickets
from tests.acceptance.kit import Box, Person, Shown


def previews(person: Person) -> list[Shown]:
    """The messages from which a draft can be submitted now."""
    return [each for each in person.shown if "提交" in each.buttons]


async def test_start_says_in_four_lines_what_this_is(box: Box) -> None:
    await box.zhang.starts()
    lines = box.zhang.last.text.splitlines()
    assert len(lines) == 4
    assert "书记信箱" in lines[0]
    assert "提交" in lines[1]


async def test_a_message_is_a_draft_at_once_and_submitting_gives_number_desk_and_date(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了，希望改一改")
    preview = box.zhang.last
    assert "还没有提交" in preview.text
    assert "单位" in preview.text
    await box.zhang.press("一分厂 ›")
    await box.zhang.press("一车间")
    whole = box.zhang.last
    assert "单位：一车间" in whole.text
    assert "类别：食堂" in whole.text
    assert {"提交", "补充", "修改", "取消", "实名", "隐名", "匿名"} <= set(whole.buttons)
    await box.zhang.press("提交")
    receipt = box.zhang.last
    assert "SJ-2026-0001" in receipt.text
    assert "一分厂书记信箱" in receipt.text
    assert "3月3日（周二）09:00" in receipt.text
    assert box.plant.topic("SJ-2026-0001").name == "SJ-2026-0001 食堂 · 待受理"
    assert previews(box.zhang) == []


async def test_text_pictures_voice_files_places_and_contacts_become_one_draft_in_order(box: Box) -> None:
    await box.zhang.says("三号楼电梯坏了")
    album = await box.zhang.sends_album(3, caption="这是现场")
    await box.zhang.sends_voice()
    await box.zhang.sends_video()
    await box.zhang.sends_file("报修单.pdf")
    await box.zhang.sends_location()
    await box.zhang.sends_contact(name="物业小刘", phone="13900000001")
    assert len(previews(box.zhang)) == 1
    assert box.zhang.last is not None
    text = box.zhang.last.text
    for words in ("照片 3 张", "语音 1 段", "视频 1 段", "文件 1 个", "位置 1 处", "这是现场"):
        assert words in text
    # It goes with a named concern only, and waits until that is chosen.
    assert "名片不会提交" in text
    assert "名片 1 张" not in text
    assert len(album) == 3
    number = await choose_and_submit(box, box.zhang, "实名")
    topic = box.plant.topic(number)
    kinds = [file.kind for each in topic.shown for file in each.files]
    assert kinds == ["photo", "photo", "photo", "voice", "video", "document"]
    assert topic.mentions("13900000001")
    assert any("location" in each.message.content for each in topic.said)


async def choose_and_submit(box: Box, person: Person, naming: str) -> str:
    """Unit, naming, 提交; the number."""
    if person.has_button("一分厂 ›"):
        await person.press("一分厂 ›")
        await person.press("就是一分厂")
    await person.press(naming)
    await person.press("提交")
    return person.last.text.split("编号 ")[1].split("。")[0]


async def test_an_album_alone_is_a_concern_with_one_preview(box: Box) -> None:
    await box.zhang.sends_album(4)
    assert len(previews(box.zhang)) == 1
    assert "照片 4 张" in box.zhang.last.text
    number = await choose_and_submit(box, box.zhang, "隐名")
    topic = box.plant.topic(number)
    assert len([file for each in topic.shown for file in each.files]) == 4
    assert "（照片 4 张）" in topic.card.text


async def test_several_messages_in_a_row_leave_one_preview_at_the_bottom(box: Box) -> None:
    for n in range(6):
        await box.zhang.says(f"第{n}件事，宿舍热水不热")
    assert len(previews(box.zhang)) == 1
    assert box.zhang.said[-1].buttons
    assert all(f"第{n}件事" in box.zhang.last.text for n in range(6))


async def test_a_burst_that_comes_at_once_makes_one_preview(box: Box) -> None:
    for n in range(8):
        box.world.say(box.zhang.user, box.zhang.chat.id, f"短句{n}")
    await box.settled()
    assert len(previews(box.zhang)) == 1
    assert all(f"短句{n}" in box.zhang.last.text for n in range(8))


async def test_a_draft_survives_a_restart(box: Box) -> None:
    await box.zhang.says("宿舍空调坏了")
    await box.restart()
    await box.zhang.says("已经三天了")
    assert len(previews(box.zhang)) == 1
    await box.restart()
    number = await choose_and_submit(box, box.zhang, "隐名")
    card = box.plant.topic(number).card.text
    assert "宿舍空调坏了" in card
    assert "已经三天了" in card


async def test_a_hundred_thousand_characters_arrive_whole(box: Box) -> None:
    pieces = [f"【{n:03d}】" + "食堂的菜价一直在涨。" * 399 for n in range(26)]
    assert sum(map(len, pieces)) > 100_000
    for each in pieces:
        await box.zhang.says(each)
    assert len(previews(box.zhang)) == 1
    assert "全文共" in box.zhang.last.text
    number = await choose_and_submit(box, box.zhang, "实名")
    topic = box.plant.topic(number)
    said = "".join(topic.texts)
    assert [n for n in range(26) if f"【{n:03d}】" not in said] == []
    assert said.count("食堂的菜价一直在涨。") >= 26 * 399 - 300


async def test_forwarded_words_and_files_are_taken(box: Box) -> None:
    said = await box.chen.says("食堂的菜价明细请看")
    await box.zhang.forwards(said)
    assert "食堂的菜价明细请看" in box.zhang.last.text
    assert len(previews(box.zhang)) == 1


async def test_what_cannot_be_kept_is_said_and_the_draft_stays(box: Box) -> None:
    await box.zhang.sends_sticker()
    assert "表情贴纸" in box.zhang.last.text
    assert previews(box.zhang) == []
    await box.zhang.sends_poll()
    assert "投票" in box.zhang.last.text
    await box.zhang.says("电梯又坏了")
    await box.zhang.sends_sticker()
    assert "表情贴纸" in box.zhang.last.text
    assert len(previews(box.zhang)) == 1
    await box.zhang.shares({"dice": {"emoji": "🎲", "value": 3}})
    assert "骰子" in box.zhang.last.text


async def test_changing_a_message_before_submitting_changes_the_draft(box: Box) -> None:
    said = await box.zhang.says("食堂的菜太咸了")
    other = await box.zhang.says("打饭要排队半小时")
    preview = box.zhang.last
    await box.zhang.edits(said, "食堂的菜太辣了")
    assert len(previews(box.zhang)) == 1
    assert previews(box.zhang)[0].id == preview.id
    assert "太辣" in previews(box.zhang)[0].text
    assert "太咸" not in previews(box.zhang)[0].text
    assert other.text in previews(box.zhang)[0].text


async def test_changing_one_of_several_messages_after_submitting_reaches_the_thread_with_the_rest(box: Box) -> None:
    said = await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("打饭要排队半小时")
    number = await choose_and_submit(box, box.zhang, "隐名")
    topic = box.plant.topic(number)
    await box.zhang.edits(said, "食堂的菜太辣了")
    changed = topic.last.text
    assert "修改" in changed
    assert "食堂的菜太辣了" in changed
    assert "打饭要排队半小时" in changed
    assert "太辣" in topic.card.text
    assert "太咸" not in topic.card.text
    async with box.database.reading() as tx:
        ticket = await tickets.by_number(tx, number)
        assert ticket is not None
        story = await history.of_ticket(tx, ticket.id)
    assert "太咸" in story[0].text
    count = len(topic.texts)
    await box.zhang.edits(said, "食堂的菜太辣了")
    assert len(topic.texts) == count


async def test_a_preview_that_the_raiser_deleted_comes_back(box: Box) -> None:
    said = await box.zhang.says("食堂的菜太咸了")
    await box.zhang.deletes(box.zhang.last)
    await box.zhang.edits(said, "食堂的菜太淡了")
    assert len(previews(box.zhang)) == 1
    assert "太淡" in previews(box.zhang)[0].text


async def test_who_is_only_staff_can_raise_a_concern_too(box: Box) -> None:
    number = await box.raises(box.wang, "办公室漏雨", "实名")
    assert "王建国" in box.plant.topic(number).card.text


async def test_a_draft_is_nudged_once_after_a_day_and_never_dropped(box: Box) -> None:
    await box.zhang.says("宿舍空调坏了")
    await box.passes(workdays=1, hours=1)
    nudges = [each for each in box.zhang.texts if "还没有提交，信箱专员看不到" in each]
    assert len(nudges) == 1
    await box.passes(workdays=2)
    assert len([each for each in box.zhang.texts if "还没有提交，信箱专员看不到" in each]) == 1
    await box.zhang.press("查看并提交")
    assert len(previews(box.zhang)) == 1
    number = await choose_and_submit(box, box.zhang, "隐名")
    assert "宿舍空调坏了" in box.plant.topic(number).card.text


async def test_english_is_spoken_to_whoever_speaks_it(box: Box) -> None:
    person = box.newcomer("Ann", language="en")
    await person.starts()
    assert "Submit" in person.last.text
    await person.says("The canteen is too salty")
    await person.press("一分厂 ›")
    await person.press("It is 一分厂")
    await person.press("anonymous")
    await person.press("Submit")
    assert "Received as SJ-2026-0001" in person.last.text
