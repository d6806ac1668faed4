"""What did not arrive: told where somebody would look, once, and in words that say what to do."""

from __future__ import annotations

from sandbox.faults import Fault, Planned
from tests.acceptance.kit import Box

NO_FILE = Planned(Fault.REFUSE, words="Bad Request: wrong file identifier/HTTP URL specified")
TOO_BIG = Planned(Fault.REFUSE, words="Bad Request: file is too big")
ODD = Planned(Fault.REFUSE, words="Bad Request: the moon is in the wrong place")


async def test_a_reply_that_is_refused_is_marked_and_told(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    box.sandbox.faults.plan("sendMessage", ODD)
    said = await box.zhao.says("请问哪个窗口", topic)
    assert said.reactions == ["🤷"]
    told = topic.find("没能发给反映人")
    assert told.reply_to == said.id
    assert "请问哪个窗口" not in box.zhang.last.text


async def test_a_file_that_is_lost_on_its_way_to_the_raiser(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    box.sandbox.faults.plan("sendPhoto", NO_FILE)
    said = await box.zhao.sends_photo(topic, caption="换好的厨师证")
    assert said.reactions == ["🤷"]
    assert "文件已失效" in topic.last.text


async def test_a_raisers_file_that_can_not_be_shown(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    topic = box.plant.topic(number)
    box.sandbox.faults.plan("sendDocument", TOO_BIG)
    await box.zhang.sends_file("证据.pdf", b"%PDF-1.4\n%%EOF\n", caption="证据", reply_to=box.zhang.last)
    assert topic.mentions("文件太大")
    assert "附件没能转交" in box.zhang.last.text


async def test_telling_of_a_failure_does_not_go_in_circles(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    said = len(topic.texts)
    box.sandbox.faults.plan("sendMessage", ODD, ODD, ODD, ODD)
    await box.zhao.says("请问哪个窗口", topic)
    assert len(topic.texts) == said
    box.sandbox.faults.clear()
    await box.zhao.says("再问一次", topic)
    assert "再问一次" in box.zhang.last.text


async def test_a_changed_message_whose_copy_the_raiser_deleted(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    said = await box.zhao.says("明天答复", topic)
    await box.zhang.deletes(box.zhang.last)
    await box.zhao.edits(said, "后天答复")
    assert said.reactions == ["🤷"]
    assert "改动没能同步" in topic.last.text


async def test_an_owner_whose_card_does_not_arrive(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.wang.blocks()
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(topic.last.buttons[0], topic)
    assert sum("王建国" in each and "start=hello" in each for each in topic.texts) == 1
    await box.zhang.press("查看进展")
    await box.zhang.press("催办")
    assert sum("王建国" in each and "start=hello" in each for each in topic.texts) == 2
    await box.wang.unblocks()
    assert "食堂的菜太咸了" in box.wang.find("请承办").text


async def test_bad_input_in_a_topic_breaks_nothing(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.sends_sticker(topic)
    await box.zhao.sends_poll(topic)
    await box.zhao.says("/nosuch", topic)
    await box.zhao.says("/t 没有的", topic)
    await box.zhao.says("/find " + "长" * 4000, topic)
    await box.zhao.says("/boxes + " + "长" * 200, topic)
    await box.zhao.says("/log " + "长" * 4000, topic)
    await box.zhao.press("取消", topic)
    forwarded = await box.zhang.says("我转发一下", None)
    assert forwarded.id
    await box.zhao.forwards(topic.card, topic)
    shared = await box.zhao.shares({"dice": {"emoji": "🎲", "value": 3}}, topic)
    assert shared.reactions in ([], ["✍"], ["👌"], ["🤷"])
    await box.zhao.says("还在吗", topic)
    assert box.zhang.mentions("还在吗")


async def test_an_answer_longer_than_a_message_is_one_answer(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    begun = await box.zhao.says("一、" + "经查属实，已经整改。" * 400, topic)
    await box.zhao.says("已经" + "换了厨师，" * 600 + "请监督", topic)
    await box.zhao.edits(begun, "壹、" + "经查属实，已经整改。" * 400)
    await box.zhao.press("支持", topic)
    told = "".join(box.zhang.texts)
    assert "壹、" in told
    assert "请监督" in told
    assert told.count("经查属实") == 400
    assert told.count("换了厨师") == 600


async def test_a_grade_set_before_anything_is_promised_speaks_of_no_date(box: Box) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了", "隐名"))
    await box.zhao.press("更多", topic)
    await box.zhao.press("改紧急程度", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if each.startswith("紧急")), topic)
    assert topic.mentions("改为紧急，答复时限从受理时算起。")
