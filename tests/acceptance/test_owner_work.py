"""An owner in a private chat: taking a matter on, saying how far it is, handing it back, reporting it done."""

from __future__ import annotations

from tests.acceptance.kit import Box, Person, Thread


async def given(box: Box, text: str = "食堂的菜太咸了", naming: str = "匿名", raiser: Person | None = None) -> Thread:
    """A concern that is 王建国's to do."""
    number = await box.raises(raiser or box.zhang, text, naming)
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if "王建国" in each), topic)
    return topic


def number_of(topic: Thread) -> str:
    return topic.name.split()[0]


async def test_the_owner_gets_the_words_as_they_were_put_right(box: Box) -> None:
    first = await box.zhang.says("食堂三号窗口的菜太咸了")
    await box.zhang.press("一分厂 ›")
    await box.zhang.press("提交")
    added = await box.zhang.says("从上周一开始", reply_to=box.zhang.last)
    await box.zhang.edits(first, "食堂五号窗口的菜太咸了")
    await box.zhang.edits(added, "从上周二开始")
    topic = box.plant.topic("SJ-2026-0001")
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("一分厂 王建国（本类别）", topic)
    shown = box.wang.last.text
    assert "五号窗口" in shown
    assert "上周二" in shown
    assert "上周一" not in shown


async def test_signing_says_by_when_and_offers_the_next_steps(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    assert "已签收" in box.wang.last.text
    assert "前办完并报结" in box.wang.last.text
    assert {"进展", "申请延期", "报结"} <= set(box.wang.last.buttons)
    assert "办理中" in topic.name
    assert topic.mentions("王建国已签收")


async def test_signing_twice_is_no_mistake(box: Box) -> None:
    await given(box)
    card = box.wang.with_button("签收")
    pressed = card.button("签收")["callback_data"]
    await box.wang.press("签收")
    before = len(box.wang.texts)
    toast = await box.wang.presses_data(pressed, on=card)
    assert "已经签收过" in toast
    assert not toast.alert
    assert len(box.wang.texts) == before


async def test_nobody_else_can_press_an_owners_button(box: Box) -> None:
    topic = await given(box)
    data = box.wang.with_button("签收").button("签收")["callback_data"]
    await box.sun.starts()
    toast = await box.sun.presses_data(data, on=box.sun.last)
    assert toast.alert
    assert "食堂" not in toast
    assert "待签收" in topic.name


async def test_handing_back_takes_a_reason_and_happens_once(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("退回")
    await box.wang.sends_sticker()
    assert "写明理由" in box.wang.last.text
    await box.wang.says("食堂由后勤承包商管理，建议转后勤部")
    assert "已退回" in box.wang.last.text
    assert topic.mentions("建议转后勤部")
    assert "已受理" in topic.name
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if "王建国" in each), topic)
    again = box.wang.find("请承办")
    assert "退回" not in again.buttons
    toast = await box.wang.presses_data("own_back:1", on=again)
    assert toast.alert
    assert "首接负责" in toast


async def test_handing_back_too_late_is_refused_before_anything_is_written(box: Box) -> None:
    await given(box)
    await box.passes(workdays=2)
    toast = await box.wang.press("退回", on=box.wang.find("请承办"))
    assert toast.alert
    assert "超过一个工作日" in toast


async def test_a_reply_is_progress_and_its_edit_reaches_the_thread(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    said = await box.wang.says("已约厂家明天上门", reply_to=box.wang.find("请承办"))
    assert "已记为" in box.wang.last.text
    assert said.reactions
    assert "已约厂家明天上门" in topic.last.text
    await box.wang.edits(said, "已约厂家后天上门")
    assert "后天上门" in topic.last.text
    assert "修改" in topic.last.text
    await box.zhao.press("转告反映人", topic)
    assert "后天上门" in box.zhang.last.text


async def test_a_reply_to_a_message_that_is_no_card_is_progress_too(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    await box.wang.says("正在核实", reply_to=box.wang.last)
    assert "正在核实" in topic.last.text


async def test_an_album_of_progress_is_one_message_in_the_thread(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    await box.wang.press("进展")
    await box.wang.sends_album(3, caption="现场照片")
    photos = [each for each in topic.shown if each.files]
    assert len(photos) == 3
    assert sum("现场照片" in each for each in topic.texts) == 1
    assert sum("已记为" in each for each in box.wang.texts) == 1
    assert not box.wang.has_button("提交")


async def test_what_says_nothing_is_not_passed_on(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    before = len(topic.texts)
    await box.wang.press("进展")
    await box.wang.sends_sticker()
    assert "没有可以转交的" in box.wang.last.text
    assert len(topic.texts) == before
    await box.wang.says("换了新厨师")
    assert "换了新厨师" in topic.last.text


async def test_an_extension_in_two_messages_and_no_second_request(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    await box.wang.press("申请延期")
    await box.wang.says("等厂家配件")
    assert "新的日期" in box.wang.last.text
    await box.wang.says("2027年12月1日")
    assert "最迟" in box.wang.last.text
    await box.wang.says("3天")
    assert "已申请" in box.wang.last.text
    assert "等厂家配件" in topic.last.text
    assert "3月16日" in topic.last.text
    toast = await box.wang.press("申请延期", on=box.wang.find("已签收"))
    assert toast.alert
    assert "等信箱专员答复" in toast
    await box.zhao.press("同意延期", topic)
    assert box.wang.mentions("同意延期")
    assert box.zhang.mentions("等厂家配件")


async def test_an_extension_in_one_message(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    await box.wang.press("申请延期")
    # A date that can't be is refused at once, and what was read is said; a date alone is never the reason.
    await box.wang.says("6月底前")
    assert "不能延到 6月30日" in box.wang.last.text
    await box.wang.says("下周五")
    assert "日期是 3月13日" in box.wang.last.text
    await box.wang.says("一个半月")
    assert "不能延到 4月27日" in box.wang.last.text
    await box.wang.says("3月15日检测，3月18日，3月20日")
    assert "没有看懂“3月18日、3月20日”" in box.wang.last.text
    await box.wang.says("设备采购要走流程，延期到3月18日")
    assert "设备采购要走流程" in topic.last.text
    assert "3月18日" in topic.last.text
    assert "3月15日检测" not in topic.last.text


async def test_a_report_is_gathered_shown_and_handed_in_once(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    await box.wang.press("报结")
    first = await box.wang.says("已更换厨师")
    early = box.wang.with_button("确认报结")
    await box.wang.sends_photo(caption="菜单也换了")
    stale = await box.wang.press("确认报结", on=early)
    assert stale.alert
    assert "最新" in stale
    assert "办理中" in topic.name
    await box.wang.edits(first, "已更换厨师长")
    assert "已更换厨师长\n菜单也换了" in box.wang.last.text
    confirm = box.wang.with_button("确认报结")
    data = confirm.button("确认报结")["callback_data"]
    await box.wang.press("确认报结")
    assert "待审核" in topic.name
    reports = [each for each in topic.texts if "报结，请审核" in each]
    assert len(reports) == 1
    assert "已更换厨师长" in reports[0]
    again = await box.wang.presses_data(data, on=confirm)
    assert not again.alert
    assert len([each for each in topic.texts if "报结，请审核" in each]) == 1
    await box.wang.edits(first, "已更换厨师长和帮厨")
    assert "帮厨" in topic.last.text
    assert "菜单也换了" in topic.last.text


async def test_a_report_can_turn_out_to_be_progress_and_the_other_way_round(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    await box.wang.press("报结")
    await box.wang.says("先换了菜单")
    await box.wang.press("还没办完，改记为进展")
    assert "报告进展" in topic.last.text
    assert "办理中" in topic.name
    await box.wang.press("这就是最终答复，报结")
    assert "先换了菜单" in box.wang.last.text
    await box.wang.press("确认报结")
    assert "待审核" in topic.name


async def test_what_is_meant_is_asked_where_it_could_hand_the_matter_back(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("退回")
    await box.wang.says("这周先把菜价降了", reply_to=box.wang.find("请承办"))
    assert {"退回理由", "进展", "报结的答复"} <= set(box.wang.last.buttons)
    assert "待签收" in topic.name
    await box.wang.press("进展")
    assert "这周先把菜价降了" in topic.last.text
    assert "待签收" in topic.name


async def test_withdrawn_while_a_question_is_open(box: Box) -> None:
    topic = await given(box, naming="实名")
    await box.wang.press("签收")
    await box.wang.press("报结")
    data = f"mine_withdraw:{1}"
    await box.zhang.presses_data(data, on=box.zhang.last)
    if "已撤回" not in topic.name:
        await box.zhang.press(next(each for each in box.zhang.last.buttons if "撤回" in each))
    assert "已撤回" in topic.name
    await box.wang.says("已经处理好了")
    assert "已撤回" in box.wang.last.text
    assert "没有转出" in box.wang.last.text
    assert not topic.mentions("已经处理好了")


async def test_given_to_somebody_else_while_a_question_is_open(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    await box.wang.press("进展")
    await box.li.press("转办/派单", topic)
    await box.li.press(next(each for each in topic.last.buttons if "钱进" in each), topic)
    await box.wang.says("我这边快好了")
    assert "已改由其他人承办" in box.wang.last.text
    assert not topic.mentions("我这边快好了")
    assert "食堂的菜太咸了" in box.qian.find("请承办").text


async def test_todo_lists_what_presses_and_opens_it(box: Box) -> None:
    topic = await given(box)
    await box.wang.says("/todo")
    assert number_of(topic) in box.wang.last.text
    assert "签收" in box.wang.last.text
    await box.wang.press(f"签收 {number_of(topic)}")
    await box.wang.says("/todo")
    await box.wang.press(f"打开 {number_of(topic)}")
    assert "经过" in box.wang.last.text
    assert "食堂的菜太咸了" in box.wang.last.text
    assert "张三" not in "".join(box.wang.texts)


async def test_a_named_raiser_is_not_named_to_the_owner(box: Box) -> None:
    topic = await given(box, naming="实名")
    await box.wang.press("签收")
    await box.wang.says("/todo")
    await box.wang.press(f"打开 {number_of(topic)}")
    assert "张三" not in "".join(box.wang.texts)


async def test_help_is_for_the_role_that_asks(box: Box) -> None:
    await box.chen.says("/help")
    assert "/my" in box.chen.last.text
    assert "/todo" not in box.chen.last.text
    await box.wang.says("/help")
    assert "/todo" in box.wang.last.text
    assert "/digest" not in box.wang.last.text
    await box.lin.says("/help")
    assert "/digest" in box.lin.last.text
    await box.zhao.says("/help", box.plant)
    assert "/find" in box.plant.last.text
    assert "/digest" not in box.plant.last.text
    stranger = box.newcomer("路人", box.plant)
    await stranger.says("/help", box.plant)
    assert "/find" not in box.plant.last.text


async def test_cancel_drops_the_open_question(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("退回")
    await box.wang.says("/cancel")
    assert "已取消" in box.wang.last.text
    await box.wang.says("/cancel")
    assert "没有等您回答的问题" in box.wang.last.text
    assert "待签收" in topic.name


async def test_what_the_raiser_adds_reaches_the_owner_without_their_name(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    added = await box.zhang.says("晚饭也一样咸", reply_to=box.zhang.find(number_of(topic)))
    assert "晚饭也一样咸" in box.wang.last.text
    await box.zhang.edits(added, "晚饭比午饭更咸")
    assert "晚饭比午饭更咸" in box.wang.last.text
    await box.wang.press(f"打开 {number_of(topic)}")
    assert "晚饭比午饭更咸" in box.wang.last.text
    assert "晚饭也一样咸" not in box.wang.last.text
    assert "张三" not in "".join(box.wang.texts)


async def test_forged_buttons_are_answered_plainly(box: Box) -> None:
    await given(box)
    card = box.wang.find("请承办")
    for forged in (
        "own_sign",
        "own_sign:999999",
        "own_done:1:7",
        "own_done:1",
        "own_take:1:back",
        "own_take:1:anything",
        "own_asreport:1:1",
        "own_asreport:1",
        "own_todo:nobody:0",
        "own_todo:owner:99",
        "own_rewrite:x",
        "own_rather:1:0",
        "own_open:abc",
        "own_extend:1",
    ):
        toast = await box.wang.presses_data(forged, on=card)
        assert toast.alert, forged
        assert toast, forged


async def test_an_album_in_a_report_makes_one_preview(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    await box.wang.press("报结")
    await box.wang.says("已全部整改，照片如下")
    before = len(box.wang.texts)
    await box.wang.sends_album(3)
    assert len(box.wang.texts) == before + 1
    assert "附件 3 个" in box.wang.last.text
    await box.wang.press("确认报结")
    assert len([each for each in topic.shown if each.files]) == 3
    await box.zhao.press("转发答复", topic)
    await box.zhao.press("支持", topic)
    assert box.zhang.mentions("已全部整改")
    assert len([each for each in box.zhang.shown if each.files]) == 3


async def test_an_album_as_a_reply_while_a_question_is_open_is_asked_about_once(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("退回")
    before = len(box.wang.texts)
    await box.wang.sends_album(2, caption="现场情况", reply_to=box.wang.find("请承办"))
    assert len(box.wang.texts) == before + 1
    await box.wang.press("进展")
    assert len([each for each in topic.shown if each.files]) == 2
    assert topic.mentions("现场情况")


async def test_a_place_and_a_number_are_passed_on(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    await box.wang.press("进展")
    await box.wang.sends_contact(name="维修班", phone="13800000000")
    assert "13800000000" in topic.last.text


async def test_an_answer_that_came_back_is_worked_on_again(box: Box) -> None:
    topic = await given(box)
    await box.wang.press("签收")
    await box.wang.press("报结")
    await box.wang.says("已处理")
    await box.wang.press("确认报结")
    await box.zhao.press("退回重办", topic)
    await box.zhao.says("请写清楚怎么处理的", topic)
    assert "请写清楚怎么处理的" in box.wang.last.text
    assert "办理中" in topic.name
    await box.wang.press("报结", on=box.wang.last)
    await box.wang.says("已更换供应商，并公示价格")
    await box.wang.press("确认报结")
    await box.zhao.press("转发答复", topic)
    await box.zhao.press("支持", topic)
    assert box.zhang.mentions("已更换供应商")
    assert not box.zhang.mentions("已处理\n")
