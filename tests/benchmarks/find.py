"""``/find`` in the secretaries' group of the company, from the message until its answer waits to be sent."""

from __future__ import annotations

import argparse
import random
import re
from typing import Any

from tests.benchmarks import sized
from tests.benchmarks.letters import OPENINGS, letter
from tests.benchmarks.sized import HQ_GROUP, SECRETARY, Office, Stopwatch

_RUN = re.compile("[\u4e00-\u9fff]+")
LONGEST = 4
COMMON = ("食堂", "希望", "排队", "热水", "安排人", "空调", "医务室", "请答复")
"""What very many letters say."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How often."""
    sized.add_arguments(parser)
    parser.add_argument("--searches", type=int, default=200)


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Measure."""
    return sized.run("find", arguments, ("find", "find_common", "find_nothing", "find_character"))


async def measure(office: Office, arguments: argparse.Namespace) -> dict[str, Any]:
    """Two to four characters out of letters, two such words together; common words; words that no letter has.

    ``find_character``: one character alone, which is found wherever a pair begins with it.
    """
    dice, watch = random.Random(1), Stopwatch()

    def word() -> str:
        runs: list[str] = [each for each in _RUN.findall(letter(dice.randrange(100_000))) if len(each) >= LONGEST]
        run, length = dice.choice(runs), dice.choice((2, 2, 3, LONGEST))
        begins = dice.randrange(len(run) - length + 1)
        return run[begins : begins + length]

    asked = [("find", word() if number % 3 else f"{word()} {word()}") for number in range(arguments.searches)]
    asked += [("find_common", each) for each in COMMON] * 3
    asked += [("find_character", each[0]) for each in COMMON]
    asked += [("find_nothing", f"{OPENINGS[number][:2]} 龘龘") for number in range(20)]
    await office.says(SECRETARY, "/find 食堂", chat=HQ_GROUP)
    for name, words in asked:
        with watch.of(name):
            await office.says(SECRETARY, f"/find {words}", chat=HQ_GROUP)
    return watch.figures()
