"""A part's failure is not the whole's: the good ones go on, the words go on, and the answer names what did not go.

Who refused it is said (the platform, or our own cleaning) and what would do; a raiser who is not named stays unnamed.
"""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter

from sandbox import Upload
from sandbox.faults import Fault, Planned
from tests.acceptance.kit import Box, Person, Shown, Thread, picture
from tests.acceptance.test_tasks import one

FILM = Upload("车间.mp4", b"\0\0\0\x18ftypmp42" + bytes(21 << 20), "video/mp4")
OLD_OFFICE = Upload("工资表.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "application/msword")
SPOILT = "PHOTO_INVALID_DIMENSIONS"


def pdf() -> bytes:
    out = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(out)
    return out.getvalue()


async def sends(person: Person, *files: Upload, caption: str = "", reply_to: Shown | None = None) -> None:
    """What a person's client makes of several files chosen together."""
    world = person.box.world
    kind = "document" if any(each.name.endswith((".pdf", ".doc")) for each in files) else None
    world.send(
        person.user, person.id, *files, kind=kind, caption=caption, reply_to=None if reply_to is None else reply_to.id
    )
    await person.box.settled()


def files_in(topic: Thread) -> list[str]:
    return [file.kind for each in topic.shown for file in each.files]


@pytest.mark.parametrize("naming", ["匿名", "隐名"])
async def test_a_film_that_is_too_big_does_not_keep_the_photos_back(box: Box, naming: str) -> None:
    photos = [Upload(f"{n}.jpg", picture(n), "image/jpeg") for n in range(3)]
    await sends(box.zhang, *photos, FILM, caption="食堂后厨的样子")
    number = await box.raises(box.zhang, "请看照片和录像", naming)
    topic = box.plant.topic(number)
    assert files_in(topic) == ["photo", "photo", "photo"]
    told = topic.find("没有转来")
    assert "原件 4 个中有 1 个没有转来" in told.text
    assert "第 4 个文件（视频）：超过 20 MB，平台不让信箱取来清理" in told.text
    assert "已请反映人换一种方式再发" in told.text
    heard = box.zhang.find("没能转交信箱专员")
    assert "请剪短或压缩到 20 MB 以内再发" in heard.text
    assert "没有列出的照常转交" in heard.text
    assert not any("车间" in each for each in (*topic.texts, *box.plant.texts))
    # A supplement with a caption: the words go on, even if the only file does not.
    await sends(box.zhang, FILM, caption="补一段录像", reply_to=box.zhang.find(number))
    assert topic.mentions("补一段录像")
    assert sum("没有转来" in each for each in topic.texts) == 2
    assert sum("没能转交信箱专员" in each for each in box.zhang.texts) == 2


async def test_what_our_cleaning_can_not_vouch_for_is_said_to_be_ours(box: Box) -> None:
    number = await box.raises(box.zhang, "请看材料", "匿名")
    topic = box.plant.topic(number)
    papers = [Upload(f"{n}.pdf", pdf(), "application/pdf") for n in range(2)]
    damaged = Upload("照片.heic", b"\0\0\0\x18ftypheic" + bytes(40), "image/heic")
    await sends(box.zhang, papers[0], OLD_OFFICE, papers[1], damaged, caption="都在这里", reply_to=box.zhang.last)
    assert files_in(topic) == ["document", "document"]
    assert topic.mentions("都在这里")
    told, heard = topic.find("没有转来").text, box.zhang.find("没能转交信箱专员").text
    assert "原件 4 个中有 2 个没有转来" in told
    for text in (told, heard):
        assert "第 2 个文件（文件）：这类文件里可能留有发送人的信息，信箱无法确保清除" in text
        assert "第 4 个文件（文件）" in text
        assert "平台" not in text
        assert "工资表" not in text
    assert "请转成 PDF 或 JPG 图片再发" in heard
    assert "请转成 PDF" not in told


async def test_one_picture_of_a_named_raisers_album_is_refused(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    topic = box.plant.topic(number)
    world = box.world
    sent = world.send(
        box.zhang.user,
        box.zhang.id,
        *(Upload(f"{n}.jpg", picture(n)) for n in range(3)),
        kind="photo",
        caption="三张照片",
        reply_to=box.zhang.last.id,
    )
    (second,) = Shown(sent[1], world).files
    world.files.spoil(second, SPOILT)
    await box.settled()
    albums = [each.message.album for each in topic.shown if each.files]
    assert len(albums) == 2
    assert albums[0] == albums[1] is not None
    assert topic.mentions("三张照片")
    assert "第 2 个文件（照片）：平台不把它当照片接收" in topic.find("原件 3 个中有 1 个没有转来").text
    assert "请以“文件”方式发送" in box.zhang.find("没能转交信箱专员").text
    # A document is named as its sender named it: they are known, and so is its name.
    box.sandbox.faults.plan("sendDocument", *[Planned(Fault.REFUSE, words="Bad Request: file is too big")] * 2)
    await box.zhang.sends_file("图纸.dwg", b"AC1032" + bytes(40), caption="图纸在此", reply_to=box.zhang.last)
    assert topic.mentions("图纸在此")
    assert "“图纸.dwg”：文件太大" in topic.find("原件 1 个中有 1 个没有转来").text
    assert "“图纸.dwg”" in box.zhang.find("没能转交信箱专员").text


async def test_of_rights_only_one_is_missing(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    topic = box.plant.topic(number)
    box.world.forbid_bot(box.li.id, topic.chat, "photos")
    await box.settled()
    photo, film = Upload("1.jpg", picture(1), "image/jpeg"), Upload("1.mp4", FILM.content[:60], "video/mp4")
    await sends(box.zhang, photo, film, caption="照片和录像", reply_to=box.zhang.last)
    assert files_in(topic) == ["video"]
    assert topic.mentions("照片和录像")
    told = topic.find("没有转来")
    assert "第 1 个文件（照片）：本群没有给信箱发送照片的权限，平台没有接收。信箱先留着" in told.text
    assert "反映人" not in told.text
    assert not box.zhang.mentions("没能转交")
    asked = box.admin.find("没有发送照片的权限")
    # Whatever is not a photo goes on, in the same thread and in others; the admin hears of it once.
    await box.zhang.says("还有三号窗口", reply_to=box.zhang.last)
    assert topic.mentions("还有三号窗口")
    await box.zhang.sends_photo(reply_to=box.zhang.last)
    await box.restart()
    assert files_in(topic) == ["video"]
    assert sum("没有发送照片的权限" in each for each in box.admin.texts) == 1
    assert asked.id
    box.world.forbid_bot(box.li.id, topic.chat)
    await box.settled()
    assert files_in(topic) == ["video", "photo", "photo"]
    assert topic.shown[-2].reply_to is not None
    assert sum("没有转来" in each for each in topic.texts) == 2


async def test_a_kind_that_the_raiser_does_not_take(box: Box) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了"))
    box.zhang.user.takes_voice = False
    voice = await box.zhao.sends_voice(topic)
    assert voice.reactions == ["🤷"]
    told = topic.find("没能发给反映人")
    assert told.reply_to == voice.id
    assert "· 语音：对方的设置不接收语音，平台没有转交。请改用文字，或以“文件”方式发送" in told.text
    assert told.has("撤回")
    assert "· 语音：您的设置不接收语音" in box.zhang.last.text
    await box.zhao.says("那就写下来：二号窗口", topic)
    assert box.zhang.mentions("二号窗口")


async def test_an_owners_evidence_of_which_a_part_is_refused(box: Box) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了"))
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(topic.last.buttons[0], topic)
    await box.wang.press("签收")
    await box.wang.press("报结")
    await box.wang.says("已全部整改，照片如下")
    album = await box.wang.sends_album(3)
    box.world.files.spoil(album[1].files[0], SPOILT)
    await box.wang.press("确认报结")
    assert files_in(topic) == ["photo", "photo"]
    assert "第 2 个文件（照片）" in topic.find("原件 3 个中有 1 个没有转来").text
    assert "已请发件人换一种方式再发" in topic.find("原件 3 个").text
    assert "请以“文件”方式发送" in box.wang.find("您发的文件有 1 个没能发到（共 3 个）").text
    # The answer with it reaches the raiser with what is good of it, and says what is not.
    await box.zhao.press("转发答复", topic)
    await box.zhao.press("支持", topic)
    assert box.zhang.mentions("已全部整改")
    assert [file.kind for each in box.zhang.shown for file in each.files] == ["photo", "photo"]
    assert "有 1 个没能发到（共 3 个）" in box.zhang.find("信箱专员发给您的文件").text
    assert topic.mentions("1 个文件没能发给反映人")


async def test_a_broadcast_whose_file_is_lost_tells_its_author_once(box: Box) -> None:
    await box.zhang.says("/start")
    await box.chen.says("/start")
    await box.he.says("/broadcast")
    album = await box.he.sends_album(2, caption="附上通知")
    await box.he.says("明天停水")
    await box.he.press("选择范围")
    await box.he.press("一分厂")
    await box.he.press("看一遍再发")
    box.world.files.spoil(album[0].files[0], "MEDIA_INVALID")
    await box.he.press(next(each for each in box.he.last.buttons if each.startswith("发送给")))
    for each in (box.zhao, box.wang):
        assert each.mentions("明天停水")
        assert sum(len(shown.files) for shown in each.shown) == 1
        assert not each.mentions("没能")
    assert sum("没能发给一部分人" in each for each in box.he.texts) == 1
    assert "未送达 0" in box.he.find("群发完成").text


async def test_what_somebody_brings_to_a_task_and_does_not_go(box: Box) -> None:
    """Told where it was to be seen, and to its sender: it is about no ticket."""
    await one(box)
    album = await box.wang.sends_album(2, reply_to=box.wang.find("有一件事项请您负责"))
    box.world.files.spoil(album[1].files[0], SPOILT)
    await box.wang.press("发出")
    assert "第 2 个文件（照片）" in box.plant.find("有 1 个没能发出（共 2 个）").text
    assert sum(len(each.files) for each in box.plant.shown) == 1
    assert "请以“文件”方式发送" in box.wang.find("您发的文件有 1 个没能发到（共 2 个）").text
