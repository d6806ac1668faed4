"""What became of everything that was said: counted in the database and in the chats, when all is quiet again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from sandbox import Sandbox
from sandbox.records import Chat, Message
from tests.faults.child import Child
from tests.faults.crowd import Crowd, Said

_MARK = re.compile("〔[a-z]\\d+\\.\\d+〕")
Place = tuple[int, int | None]


@dataclass(slots=True)
class Found:
    """The counts, and ``wrong``: what breaks a promise, in words."""

    counts: dict[str, Any] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def check(self, holds: bool, words: str) -> None:
        """Note what does not hold."""
        if not holds:
            self.wrong.append(words)


def audit(child: Child, crowd: Crowd, sandbox: Sandbox, *, ambiguous: int = 0) -> Found:
    """Hold everything that was said against the database and the chats.

    ``ambiguous``: how many calls took effect without the mailbox being told; each may be repeated once, as every kill
    may repeat one message in each chat.
    """
    found = Found()
    _stored(found, child, crowd)
    _arrived(found, crowd)
    _in_order(found, child, crowd)
    _repeated(found, child, crowd, ambiguous)
    _topics(found, crowd)
    waiting = child.unfinished()
    aside = child.count("SELECT count(*) FROM inbox WHERE state = 'set_aside'")
    # A change of a message that was taken away meanwhile is nothing that anybody misses.
    failed = child.look("SELECT kind, error FROM outbox WHERE state = 'failed' AND error NOT LIKE 'target_gone%'")
    found.check(not any(waiting.values()), f"still waiting: {waiting}")
    found.check(aside == 0, f"set aside: {aside}")
    found.check(not failed, f"failed: {failed[:5]}")
    found.check(not child.broken, f"log: {child.broken[:3]}")
    tally = sandbox.tally
    found.check(not tally.mistakes, f"wrong calls: {list(tally.mistakes)[:3]}")
    found.counts |= {
        "kills": len(child.kills),
        "handed_out": tally.made,
        "delivered": tally.delivered,
        "429s": tally.refusals[429],
        "set_aside": aside,
        "failed": len(failed),
    }
    return found


def _stored(found: Found, child: Child, crowd: Crowd) -> None:
    tickets = child.look("SELECT number, body, answer, satisfaction FROM tickets")
    bodies = Counter(each for _, body, _, _ in tickets for each in _MARK.findall(body))
    entries = {
        action: Counter(each for (text,) in child.look(_OF_ACTION, action) for each in _MARK.findall(text))
        for action in ("supplement", "reply")
    }
    answers = Counter(each for _, _, answer, _ in tickets for each in _MARK.findall(answer or ""))
    expected: tuple[tuple[str, Counter[str], Callable[[Said], list[str]]], ...] = (
        ("concern", bodies, lambda said: said.concern),
        ("supplement", entries["supplement"], lambda said: said.supplements),
        ("reply", entries["reply"], lambda said: said.replies),
        ("answer", answers, lambda said: said.answers),
    )
    said_in_all = stored = lost = 0
    for name, kept, marks_of in expected:
        for mark in (mark for said in crowd.said.values() for mark in marks_of(said)):
            said_in_all += 1
            stored += kept[mark] == 1
            lost += kept[mark] == 0
            found.check(kept[mark] == 1, f"{name} {mark} is kept {kept[mark]} times")
    rated = sum(each is not None for *_, each in tickets)
    found.check(rated == sum(said.rated for said in crowd.said.values()), f"{rated} ratings")
    found.counts |= {"said": said_in_all, "stored": stored, "tickets": len(tickets), "rated": rated, "lost": lost}


_OF_ACTION = "SELECT text FROM history WHERE action = ? ORDER BY id"


def _by_place(crowd: Crowd, chats: Iterable[Chat]) -> dict[Place, list[Message]]:
    """What the bot said, by chat and topic."""
    places: dict[Place, list[Message]] = defaultdict(list)
    for chat in chats:
        for each in chat.messages.values():
            if each.sender is crowd.world.bot and not each.service:
                places[chat.id, each.thread if each.in_topic else None].append(each)
    return places


def _arrived(found: Found, crowd: Crowd) -> None:
    missing = 0
    places = _by_place(crowd, crowd.world.chats.values())
    marks = {place: {m for each in said for m in _MARK.findall(each.text)} for place, said in places.items()}
    for raiser, said in crowd.said.items():
        theirs = marks.get((raiser, None), set())
        for mark in (*said.replies, *said.answers):
            missing += mark not in theirs
            found.check(mark in theirs, f"{mark} did not reach its raiser")
        for mark in (*said.concern, *said.supplements):
            missing += mark not in marks.get(said.place, set())
            found.check(mark in marks.get(said.place, set()), f"{mark} did not reach its topic")
    found.counts["undelivered"] = missing


def _in_order(found: Found, child: Child, crowd: Crowd) -> None:
    """What was accepted first is shown first, in each chat and topic; what is repeated counts when it first came.

    What somebody wrote themselves is shown to them in questions about it, before it is accepted: that is no order.
    """
    accepted = [m for (text,) in child.look("SELECT text FROM history ORDER BY id") for m in _MARK.findall(text)]
    place_of = {mark: number for number, mark in reversed(tuple(enumerate(accepted)))}
    reordered = 0
    for place, said in _by_place(crowd, crowd.world.chats.values()).items():
        first = list(dict.fromkeys(m for each in said for m in _theirs(each)))
        wrong = [(a, b) for a, b in pairwise(first) if place_of.get(a, -1) > place_of.get(b, -1)]
        reordered += len(wrong)
        found.check(not wrong, f"out of order in {place}: {wrong[:3]}")
    found.counts["reordered"] = reordered


def _repeated(found: Found, child: Child, crowd: Crowd, ambiguous: int) -> None:
    """What is said again stands right behind itself, with a kill (or an answer that got lost) in between.

    What had been gathered into one message may be said again in several: it is one repetition.
    """
    repeated = unexcused = most = 0
    for (chat, thread), said in _by_place(crowd, crowd.world.chats.values()).items():
        by_kills = Counter[int]()
        seen = set[tuple[int, int]]()
        for before, after in _pairs(said):
            place = f"{chat}/{thread}: {after.text[:60]!r}"
            between = said[said.index(before) + 1 : said.index(after)]
            parts = all(each.text and _marks(each) and _marks(each) <= _marks(before) for each in between)
            found.check(parts, f"said again much later in {place}")
            if between and before.key in seen:
                continue
            seen.add(before.key)
            repeated += 1
            if child.life_of[before.key] < child.life_of[after.key]:
                by_kills[child.life_of[after.key]] += 1
            else:
                unexcused += 1
                found.check(ambiguous > 0, f"said again without a reason in {place}")
        most = max((most, *by_kills.values()))
    found.check(unexcused <= ambiguous, f"{unexcused} repeated, {ambiguous} answers were lost")
    found.check(most <= 1, f"{most} messages repeated in one chat by one kill")
    found.counts |= {"repeated": repeated, "most_repeated_in_a_chat_by_a_kill": most}


def _theirs(message: Message) -> list[str]:
    """What a message brings to whom it is for: supplements to the desk, replies and answers to the raiser."""
    return [mark for mark in _MARK.findall(message.text) if mark[1] in ("s" if message.in_topic else "ra")]


def _marks(message: Message) -> set[str]:
    return set(_MARK.findall(message.text))


def _pairs(said: list[Message]) -> Iterator[tuple[Message, Message]]:
    """Messages that say something again, each behind the last one that had said it."""
    known: dict[str, Message] = {}
    for position, each in enumerate(said):
        marks = _theirs(each)
        earlier = next((known[m] for m in marks if m in known), None)
        if earlier is None and not marks and position and _same(said[position - 1], each):
            earlier = said[position - 1]
        if earlier is not None:
            yield earlier, each
        known |= dict.fromkeys(marks, each)


def _same(one: Message, other: Message) -> bool:
    # Two previews that were edited into the same words were sent with others.
    if one.edited is not None or other.edited is not None:
        return False
    return (one.text, one.reply_to, one.markup) == (other.text, other.reply_to, other.markup) and bool(one.text)


def _topics(found: Found, crowd: Crowd) -> None:
    """One open topic for each ticket; one that was made without the mailbox being told is closed, with a note."""
    made = strays = 0
    used = {said.place for said in crowd.said.values()}
    for group in crowd.groups:
        numbers: dict[str, list[int]] = defaultdict(list)
        for topic in group.topics.values():
            made += 1
            numbers[topic.name.split()[0]].append(topic.id)
        for number, ids in numbers.items():
            strays += len(ids) - 1
            for each in ids:
                if (group.id, each) in used:
                    found.check(bool(group.pinned.get(each)), f"the card of {number} is not pinned")
                said = [m for m in group.messages.values() if m.in_topic and m.thread == each and not m.service]
                noted = group.topics[each].closed and bool(said)
                found.check((group.id, each) in used or noted, f"{number} has another topic, open or without a note")
    found.counts |= {"topics": made, "stray_topics": strays}
