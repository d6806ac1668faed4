"""Search, similar tickets and category on real letters, by the program's own code on a real SQLite file.

Letters are JSON lines, gzipped or not, with ``title``, ``text`` and ``category`` (``--known``, ``--unseen``) or
``same_as`` (``--duplicates``: letters with the same number are about the same matter). They are no part of the project:
without files a folder of letters is looked for (``--letters``), and of the labelled ones three tenths are kept unseen.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from handlers.cases.cards import similar_open
from handlers.conversations.raiser.category_hints import suggest
from handlers.core.house import House
from handlers.core.turn import Turn
from handlers.core.vocabulary import EventKind, Incoming
from handlers.rules.terms import phrases, terms
from storage import tickets, units
from storage.database import Database, Transaction
from storage.engines import open_database
from storage.sealing import Sealer
from storage.tickets import Ticket
from storage.units import Unit
from tests.integration.storage.rows import NOW, new_ticket

LETTERS = Path(__file__).parents[3] / "shared" / "data"
UNSEEN_SHARE = 0.3
WORDS = 300
FIVE = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which letters."""
    for name, says in (
        ("known", "labelled letters that the mailbox has"),
        ("unseen", "labelled letters that it has never seen"),
        ("duplicates", "letters of which it is known which are about the same matter"),
    ):
        parser.add_argument(f"--{name}", type=Path, metavar="FILE", help=says)
    parser.add_argument("--letters", type=Path, default=LETTERS, help="a folder with concerns_*.jsonl.gz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folds", type=int, help="so many times, until each letter has been unseen once: the means")


def _read(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        sys.exit(f"There are no letters at {path.name}: name files with --known, --unseen and --duplicates.")
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _split(arguments: argparse.Namespace) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    if arguments.known and arguments.unseen:
        return _read(arguments.known), _read(arguments.unseen)
    letters = _read(arguments.known or arguments.letters / "concerns_labelled.jsonl.gz")
    random.Random(arguments.seed).shuffle(letters)
    cut = round(len(letters) * (1 - UNSEEN_SHARE))
    return letters[:cut], letters[cut:]


async def _keep(
    tx: Transaction, unit: Unit, letters: Sequence[dict[str, Any]], by_name: dict[str, int]
) -> list[Ticket]:
    kept = []
    for letter in letters:
        title, text = letter["title"].strip(), letter["text"].strip()
        category = by_name.get(letter.get("category") or "")
        ticket = await tickets.add(tx, new_ticket(unit, title=title, body=text, category_id=category), NOW)
        await tickets.index(tx, ticket.id, " ".join(terms(title)), " ".join(terms(text)))
        kept.append(ticket)
    return kept


def _turn(tx: Transaction) -> Turn:
    # Suggesting and finding read the database alone.
    return Turn(tx, Incoming(EventKind.MESSAGE, NOW, "telegram", "1"), cast(House, None))


async def _fresh(folder: Path) -> tuple[Database, Unit]:
    database = await open_database(f"sqlite:///{folder / 'text.db'}", Sealer(bytes(64)), durable=False)
    async with database.writing() as tx:
        unit = await units.put(tx, "HQ", "集团", None, "SJ")
    return database, unit


async def _categories(
    folder: Path, known: Sequence[dict[str, Any]], unseen: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    database, unit = await _fresh(folder)
    names = sorted({each["category"] for each in known})
    async with database.writing() as tx:
        for name in names:
            await units.put_category(tx, name, (), None, None)
        by_name = {each.name: each.id for each in await units.categories(tx)}
        kept = await _keep(tx, unit, known, by_name)
    first = three = 0
    took = []
    async with database.reading() as tx:
        for letter in unseen:
            began = time.perf_counter()
            found = await suggest(_turn(tx), letter["title"].strip(), letter["text"].strip())
            took.append(time.perf_counter() - began)
            offered = [each.name for each in found.offers]
            first += offered[:1] == [letter["category"]]
            three += letter["category"] in offered[:3]
        recall = await _recall(tx, unit, kept)
    await database.close()
    return {
        "known": len(known),
        "unseen": len(unseen),
        **recall,
        "category_first": round(first / len(unseen), 4),
        "category_three": round(three / len(unseen), 4),
        "category_ms": round(1000 * statistics.median(took), 2),
    }


async def _recall(tx: Transaction, unit: Unit, kept: Sequence[Ticket]) -> dict[str, Any]:
    """Words of two Chinese characters that are there, looked for as people do, against looking at every letter."""
    counted = Counter(term for each in kept for term in set(terms(each.title)) if len(term) == 2 and not term.isascii())
    words = random.Random(1).sample(sorted(counted), min(WORDS, len(counted)))
    there = found = 0
    took = []
    for word in words:
        like = {each.id for each in kept if word in each.title or word in each.body}
        began = time.perf_counter()
        hits = {each.id for each in await tickets.search(tx, phrases(word), unit.path, 1 << 30)}
        took.append(time.perf_counter() - began)
        there += len(like)
        found += len(like & hits)
    return {
        "searched": len(words),
        "search_recall": round(found / there, 4) if there else None,
        "search_ms": round(1000 * statistics.median(took), 2),
    }


async def _similar(folder: Path, letters: Sequence[dict[str, Any]]) -> dict[str, Any]:
    database, unit = await _fresh(folder)
    async with database.writing() as tx:
        kept = await _keep(tx, unit, letters, {})
    groups: dict[Any, set[int]] = {}
    for letter, ticket in zip(letters, kept, strict=True):
        if letter.get("same_as") is not None:
            groups.setdefault(letter["same_as"], set()).add(ticket.id)
    asked = hit = 0
    async with database.reading() as tx:
        for same in groups.values():
            for ticket_id in same if len(same) > 1 else ():
                ticket = replace(await tickets.get(tx, ticket_id))
                near = {each.id for each in (await similar_open(_turn(tx), ticket))[:FIVE]}
                asked += 1
                hit += bool(near & (same - {ticket_id}))
    await database.close()
    return {"duplicates": asked, "similar_in_five": round(hit / asked, 4) if asked else None}


def _folds(arguments: argparse.Namespace) -> list[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    if arguments.folds is None:
        return [_split(arguments)]
    letters = [each for part in _split(arguments) for each in part]
    count = arguments.folds
    return [
        ([each for at, each in enumerate(letters) if at % count != fold], letters[fold::count]) for fold in range(count)
    ]


def _mean(found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {key: round(statistics.mean(each[key] for each in found), 4) for key in found[0]}


async def _go(arguments: argparse.Namespace) -> dict[str, Any]:
    letters = _read(arguments.duplicates or arguments.letters / "concerns_duplicates.jsonl.gz")
    found = []
    for known, unseen in _folds(arguments):
        with tempfile.TemporaryDirectory() as folder:
            found.append(await _categories(Path(folder), known, unseen))
    with tempfile.TemporaryDirectory() as folder:
        return {**_mean(found), **await _similar(Path(folder), letters)}


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """``search_recall``, ``similar_in_five``, ``category_first``, ``category_three``."""
    return asyncio.run(_go(arguments))
