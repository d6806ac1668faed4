"""An invitation, from the link to the role: the question first, then the press; and every way that it can fail."""

from __future__ import annotations

import pytest

from handlers.rules.codes import new_invite_code
from storage import roles, units
from tests.acceptance.kit import Box

DAY = 86_400


async def invited(box: Box, role: str = "owner", unit: str = "PLANT", name: str = "孙磊", days: int = 7) -> str:
    """What ``shuji invite`` leaves in the database."""
    code = new_invite_code()
    async with box.database.writing() as tx:
        place = await units.by_code(tx, unit)
        assert place is not None
        until = box.clock.now() + days * DAY
        await roles.invite(tx, code, role=role, unit_id=place.id, name=name, expires_at=until)
    return code


async def held(box: Box, person: int, role: str) -> list[str]:
    async with box.database.reading() as tx:
        return [f"{each.unit_name} {each.name} {each.source}" for each in await roles.current(tx) if each.role == role]


async def test_an_owner_comes_in_by_a_link(box: Box) -> None:
    code = await invited(box)
    await box.sun.starts(f"i-{code}")
    offer = box.sun.last
    assert "孙磊" in offer.text
    assert "一分厂" in offer.text
    assert "承办人" in offer.text
    assert "一分厂 孙磊 invite" not in await held(box, box.sun.id, "owner")
    await box.sun.press("接受")
    assert "一分厂 孙磊 invite" in await held(box, box.sun.id, "owner")
    assert "您现在是一分厂的承办人" in box.sun.last.text
    assert not box.sun.last.buttons
    assert box.plant.mentions("孙磊 已接受邀请，成为一分厂的承办人")
    # A matter can be given to them now.
    number = await box.raises(box.zhang, "一分厂食堂的饭菜太贵，学徒吃不起", naming="实名")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("一分厂 孙磊", topic)
    assert box.sun.mentions(number)


async def test_looking_does_not_use_a_link_up(box: Box) -> None:
    code = await invited(box)
    await box.chen.starts(f"i-{code}")
    await box.chen.press("不是我")
    assert "没有改变" in box.chen.last.text
    await box.sun.starts(f"i-{code.lower()}")
    await box.sun.press("接受")
    assert await held(box, box.sun.id, "owner") == [
        "一分厂 王建国 config",
        "集团公司 钱进 config",
        "一分厂 孙磊 invite",
    ]


async def test_a_link_counts_once(box: Box) -> None:
    code = await invited(box)
    await box.chen.starts(f"i-{code}")
    await box.sun.starts(f"i-{code}")
    await box.sun.press("接受")
    toast = await box.chen.press("接受")
    assert toast.alert
    assert "已经用过" in toast.text
    assert len(await held(box, 0, "owner")) == 3
    await box.sun.starts(f"i-{code}")
    assert "您已经是一分厂的承办人" in box.sun.last.text


async def test_a_link_ends(box: Box) -> None:
    code = await invited(box, days=1)
    await box.sun.starts(f"i-{code}")
    await box.passes(days=2)
    toast = await box.sun.press("接受")
    assert "过期" in toast.text
    await box.sun.starts(f"i-{code}")
    assert "过期" in box.sun.last.text


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ("i-", "没有认出来"),
        ("i-ABC", "邀请无效"),
        ("i-0000000000000000", "邀请无效"),
        ("i-" + "A" * 60, "邀请无效"),
    ],
)
async def test_what_is_no_invitation(box: Box, payload: str, words: str) -> None:
    await box.sun.starts(payload)
    assert words in box.sun.last.text
    assert await held(box, 0, "owner") == ["一分厂 王建国 config", "集团公司 钱进 config"]


async def test_a_forged_press_gives_nothing(box: Box) -> None:
    code = await invited(box)
    await box.sun.starts(f"i-{code}")
    toast = await box.sun.presses_data("join_accept:1", on=box.sun.last)
    assert "无效" in toast.text
    assert len(await held(box, 0, "owner")) == 2


async def test_a_category_goes_to_its_owner_once_they_have_come(box: Box) -> None:
    category = box.settings.categories[0]
    wanted = category.model_copy(update={"name": "浴室", "owner": "孙磊", "keywords": ("浴室",)})
    settings = box.settings.model_copy(update={"categories": (*box.settings.categories, wanted)})
    await box.program.take(settings)
    code = await invited(box)
    await box.sun.starts(f"i-{code}")
    await box.sun.press("接受")
    async with box.database.reading() as tx:
        owners = {each.name: each.owner_id for each in await units.categories(tx)}
        person = next(each for each in await roles.current(tx) if each.name == "孙磊")
    assert owners["浴室"] == person.person_id
    # And the next start leaves it so.
    assert await box.program.take(settings) == ()


@pytest.mark.parametrize(("role", "words"), [("secretary", "信箱专员"), ("manager", "周报"), ("admin", "管理员")])
async def test_every_role_is_welcomed(box: Box, role: str, words: str) -> None:
    code = await invited(box, role=role, unit="HQ")
    await box.sun.starts(f"i-{code}")
    await box.sun.press("接受")
    assert words in box.sun.last.text
    assert box.hq.mentions("孙磊 已接受邀请")


async def test_the_menu_has_the_commands_of_the_role(box: Box) -> None:
    def menu() -> list[str]:
        return [each["command"] for each in box.world.menu(box.sun.chat, box.sun.user)]

    await box.sun.starts()
    assert "digest" not in menu()
    code = await invited(box, role="manager", unit="HQ")
    await box.sun.starts(f"i-{code}")
    await box.sun.press("接受")
    assert "digest" in menu()


async def test_an_invitation_that_nobody_took_is_forgotten_in_time(box: Box) -> None:
    code = await invited(box, days=7)
    await box.passes(days=20)
    await box.sun.starts(f"i-{code}")
    assert "过期" in box.sun.last.text
    await box.passes(days=20)
    async with box.database.reading() as tx:
        assert await roles.invited(tx, code) is None
