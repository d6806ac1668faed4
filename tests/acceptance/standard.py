"""The mailbox of the stories: three levels of units, two secretaries' groups, the people in them."""

from __future__ import annotations

from typing import Final

from bot.settings import Category, Mailbox, Person, RoleName, Settings, Telegram, Unit
from bot.settings.models import Health
from sandbox.world import Chat, World

HQ_GROUP: Final = -1_002_000_000_001
PLANT_GROUP: Final = -1_002_000_000_002
PEOPLE: Final = {
    # Attribute of the box: user id, name, what they are to the reader of a test.
    "zhang": (1001, "张三", "员工"),
    "chen": (1002, "陈静", "员工"),
    "sun": (1003, "孙磊", "员工"),
    "li": (2001, "李梅", "信箱专员"),
    "zhao": (2002, "赵敏", "信箱专员"),
    "wang": (3001, "王建国", "承办人"),
    "qian": (3002, "钱进", "承办人"),
    "lin": (4001, "林书记", "领导"),
    "he": (4002, "何厂长", "领导"),
    "admin": (5001, "管理员", "管理员"),
}
STAFF: Final = ("li", "zhao", "wang", "qian", "lin", "he", "admin")


def settings(database: str) -> Settings:
    """The configuration of the standard mailbox."""
    roles = (
        ("li", RoleName.SECRETARY, "HQ"),
        ("zhao", RoleName.SECRETARY, "PLANT"),
        ("wang", RoleName.OWNER, "PLANT"),
        ("qian", RoleName.OWNER, "HQ"),
        ("lin", RoleName.MANAGER, "HQ"),
        ("he", RoleName.MANAGER, "PLANT"),
        ("admin", RoleName.ADMIN, "HQ"),
    )
    return Settings(
        mailbox=Mailbox(name="书记信箱", database=database),
        telegram=Telegram(),
        units=(
            Unit(code="HQ", name="集团公司", telegram_group=HQ_GROUP),
            Unit(code="PLANT", name="一分厂", parent="HQ", telegram_group=PLANT_GROUP),
            Unit(code="WS1", name="一车间", parent="PLANT"),
        ),
        people=tuple(
            Person(name=PEOPLE[name][1], role=role, unit=unit, telegram=PEOPLE[name][0]) for name, role, unit in roles
        ),
        categories=(
            Category(name="食堂", keywords=("食堂", "饭菜", "菜价"), owner="王建国"),
            Category(name="宿舍", keywords=("宿舍", "热水", "空调")),
            Category(name="薪酬", keywords=("工资", "奖金", "加班费")),
            Category(name="设备", keywords=("设备", "机器", "维修")),
        ),
        health=Health(listen=None),
    )


def fill(world: World) -> tuple[Chat, Chat]:
    """The same people and groups on the platform; staff have started the bot, employees have not yet."""
    for name, (number, called, role) in PEOPLE.items():
        user = world.add_user(number, called, role_hint=role)
        user.started = user.met = name in STAFF
    hq = world.add_group("集团信箱", (2001, 4001, 5001), chat_id=HQ_GROUP)
    plant = world.add_group("一分厂信箱", (2002, 2001, 4002), chat_id=PLANT_GROUP, admins=(2001,))
    for group in (hq, plant):
        # The bot has long been in its groups: its coming is no part of any story.
        world.let_bot_in(group)
    return hq, plant
