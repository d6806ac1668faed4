"""Updates that no person would send, thrown at the real program; after each of them somebody says something valid.

Each valid word is a command that nobody knows, so that its answer names it: whatever the update before it did, the
answer has to come, once. Now and then the mailbox is looked at as a whole, and people raise concerns.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from typing import Any

import structlog

from bot.flow.places import chat_of
from sandbox.talk import buttons
from storage import inbox, outbox
from tests.acceptance.kit import Box, Group, Person
from tests.updates import Chat, Surroundings, Updates

BATCH = 60
"""So many updates wait at once; a look at the whole follows."""


@dataclass
class Found:
    """What became of what was thrown."""

    updates: int = 0
    valid: int = 0
    answered: int = 0
    unanswered: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    unreadable: Counter[str] = field(default_factory=Counter)
    set_aside: list[str] = field(default_factory=list)
    """By other errors than that nobody could read it."""
    failed_events: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    stuck: int = 0
    """Chats of people who can be reached in which something still waits at the end."""
    concerns: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, Any]:
        """Counts, and the first few of what should not be."""
        found = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value[:5] if isinstance(value, list) else value for name, value in found.items()}


def _fields(person: Person) -> dict[str, Any]:
    user = person.user
    return {"id": user.id, "is_bot": False, "first_name": user.name, "language_code": "zh-hans"}


class Throwing:
    """The people of the standard mailbox, some tickets of theirs, and what is thrown in their names."""

    def __init__(self, box: Box, seed: int) -> None:
        self.box = box
        self.found = Found()
        self.people = [box.zhang, box.chen, box.sun, box.li, box.zhao, box.wang, box.qian, box.lin, box.he, box.admin]
        self.around = Surroundings([])
        self.updates = Updates(seed, self.around)
        self._asked: list[tuple[Person, str]] = []
        self._looked = 0

    async def prepare(self) -> None:
        """Tickets in several states, so that there is something to press, to answer and to edit."""
        box = self.box
        for person in self.people:
            await person.starts()
        first = await box.raises(box.zhang, "一分厂食堂的饭菜太贵", naming="实名")
        await box.raises(box.chen, "一分厂宿舍没有热水", naming="匿名")
        await box.raises(box.sun, "集团公司的设备总是坏", naming="实名", unit="集团公司")
        await box.zhao.press("受理", box.plant.topic(first))
        self.look_around()

    def look_around(self) -> None:
        """What can be answered, edited and pressed now."""
        box, around = self.box, self.around
        chats = [
            Chat({"id": each.id, "type": "private", "first_name": each.user.name}, (_fields(each),))
            for each in self.people
        ]
        for group, members in ((box.hq, (box.li, box.lin)), (box.plant, (box.zhao, box.li, box.he))):
            threads = tuple(each.topic.id for each in group.topics)
            named = {"id": group.chat.id, "type": "supergroup", "title": group.chat.title, "is_forum": True}
            chats.append(Chat(named, tuple(_fields(each) for each in members), threads))
        around.chats = chats
        around.now = int(box.clock.now())
        places: list[Person | Group] = [*self.people, box.hq, box.plant]
        for place in places:
            shown = list(place.chat.messages.values())[-40:]
            around.messages[place.chat.id] = [each.id for each in shown]
            around.data += [
                found["callback_data"] for each in shown for found in buttons(each) if "callback_data" in found
            ]
        around.data = around.data[-400:]

    async def throw(self, count: int) -> Found:
        """Throw so many updates, with a valid word after each; then everyone goes on as if nothing had been."""
        with structlog.testing.capture_logs() as logs:
            while self.found.updates < count:
                self._batch(min(BATCH, count - self.found.updates))
                await self.box.settled()
                self._answers()
                await self._whole()
                self.look_around()
                self._logged(logs)
            await self._goes_on()
            self._logged(logs)
        return self.found

    def _batch(self, count: int) -> None:
        feed, world = self.box.sandbox.feed, self.box.world
        for number in range(count):
            kind, body, chat = self.updates.make()
            feed.append(kind, body, 0)
            self.found.updates += 1
            self.found.kinds[kind] += 1
            speaker = next((each for each in self.people if chat is not None and each.id == chat.fields["id"]), None)
            person = speaker or self.people[(self.found.updates + number) % len(self.people)]
            word = f"w{self.found.updates:06}"
            world.say(person.user, person.chat.id, f"/{word}")
            self._asked.append((person, word))
            self.found.valid += 1

    def _answers(self) -> None:
        for person, word in self._asked:
            # What the bot said in these last few moments is at the end of the chat.
            answers = sum(f"/{word}" in each.text for each in person.shown[-8 * BATCH :])
            if answers == 1:
                self.found.answered += 1
            elif answers:
                self.found.repeated.append(word)
            else:
                self.found.unanswered.append(word)
        self._asked = []

    async def _whole(self) -> None:
        async with self.box.database.reading() as tx:
            aside = await inbox.set_asides(tx)
        for each in aside[self._looked :]:
            if " at " in each.error and ".py:" in each.error:
                self.found.set_aside.append(each.error)
            else:
                self.found.unreadable[each.error] += 1
        self._looked = len(aside)

    def _logged(self, logs: list[Any]) -> None:
        for line in logs:
            if line["event"] == "event failed":
                self.found.failed_events.append(str(line.get("error")))
            elif line["log_level"] in ("error", "critical") and line["event"] != "event set aside":
                self.found.errors.append(f"{line['event']}: {line.get('error', line.get('says', ''))}")
        logs.clear()

    async def _goes_on(self) -> None:
        """A concern of everyone, from the first word to its number, and nothing that waits for anybody."""
        box = self.box
        await box.passes(minutes=10)
        for person in self.people:
            await person.says("/cancel")
            await box.raises(person, f"一分厂更衣室的柜子坏了，{person.user.name}", naming="实名")
            self.found.concerns += 1
        known = {str(each.chat.id) for each in (*self.people, box.hq, box.plant)}
        async with box.database.reading() as tx:
            ready = await outbox.ready(tx, int(box.clock.now()), {})
            held = await outbox.held_lanes(tx)
        waiting = {chat_of(each.lane) for each in ready} | {chat_of(each) for each in held}
        self.found.stuck = len(known & waiting)
