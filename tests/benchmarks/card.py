"""Does a turn of the conversation take longer when the mailbox has many tickets? Every step is a durable commit.

``write``: a concern written in private, until its preview waits to be sent. ``submit``: 提交, until the ticket, its
card and the receipt do. ``accept``: the secretary presses 受理, until the changed card does. ``draw``: the text of the
card alone. ``intake``: the first two together. ``sweep``: a look at what is due, when all has been said that there is
to say.
"""

from __future__ import annotations

import argparse
from typing import Any

from handlers.cases.cards import card
from handlers.core.turn import Turn
from handlers.core.vocabulary import EventKind, Incoming
from storage import tickets
from tests.benchmarks import sized
from tests.benchmarks.letters import letter
from tests.benchmarks.sized import CHANNEL, HQ_GROUP, NOW, SECRETARY, Office, Stopwatch, button_of
from tests.benchmarks.year import REMINDERS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How often."""
    sized.add_arguments(parser)
    parser.add_argument("--turns", type=int, default=200)


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Measure."""
    return sized.run("card", arguments, ("intake", "write", "submit", "accept", "draw", "sweep"))


async def measure(office: Office, arguments: argparse.Namespace) -> dict[str, Any]:
    """New people write and press, a secretary accepts."""
    watch = Stopwatch()
    for number in range(arguments.turns + 5):
        # The first few load what is loaded once.
        into = watch if number >= 5 else Stopwatch()
        user = await office.newcomer()
        with into.of("intake"):
            with into.of("write"):
                said = await office.says(user, letter(number * 13 + 5))
            with into.of("submit"):
                said = await office.presses(user, button_of(said, "提交"))
        accept = button_of(said, "受理")
        with into.of("accept"):
            await office.presses(SECRETARY, accept, chat=HQ_GROUP)
        async with office.database.reading() as tx:
            ticket = (await tickets.open_below(tx, "/"))[-1]
            turn = Turn(tx, Incoming(EventKind.MESSAGE, NOW, CHANNEL), office.house)
            with into.of("draw"):
                await card(turn, ticket)
    first = Stopwatch()
    with first.of("first_sweep"):
        said = await office.tick(REMINDERS)
    for _ in range(20):
        with watch.of("sweep"):
            await office.tick(REMINDERS)
    return {**watch.figures(), "first_sweep_ms": first.figures()["first_sweep_ms"], "first_sweep_says": len(said)}
