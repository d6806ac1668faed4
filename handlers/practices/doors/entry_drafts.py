"""A concern that a secretary writes down for somebody, as it stands before it is submitted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from typing import Any

from handlers.cases import urgent_help
from handlers.conversations.raiser.category_hints import suggest
from handlers.core import questions
from handlers.core.buttons import button
from handlers.core.files import read_file
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Rows, Style
from handlers.core.wording import shorten
from handlers.people.desks import desk_of
from handlers.practices.doors import verbs
from handlers.rules.lifecycle import Kind, Naming, Source
from handlers.rules.names import kind_of
from handlers.rules.terms import title_of
from storage import units

_say = partial(say, DESK_LOCALE)
KIND = "off_log"
DOORS: Mapping[Source, tuple[str, ...]] = {
    Source.HOTLINE: ("专线电话", "专线", "热线", "电话", "来电", "hotline", "phone", "call"),
    Source.VISIT: ("来访", "走访", "接访", "上门", "访谈", "座谈", "谈话", "visit"),
    Source.BOX: ("意见箱", "信箱", "纸条", "箱", "box"),
    Source.LETTER: ("来信", "信件", "信", "letter"),
}
"""How people call the doors; the first word after ``/log``."""
_PHONE = re.compile(r"(?<![\d-])(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}-?\d{7,8}|\d{7,8})(?![\d-])")
MOST_NAME = 40
_SHOWN = 600


@dataclass(frozen=True, slots=True)
class Draft:
    """``version`` grows with every change, so that an old preview's button does not submit what it did not show.

    ``kind`` and ``category`` are None while the words decide them; ``chosen_category`` says that a person did.
    """

    unit: int
    source: str = Source.HOTLINE
    contact: Mapping[str, str] = field(default_factory=dict)
    place: int | None = None
    text: str = ""
    files: tuple[str, ...] = ()
    kind: str | None = None
    category: int | None = None
    chosen_category: bool = False
    anonymous: bool = False
    version: int = 0

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The files."""
        return tuple(read_file(each) for each in self.files)


async def keep(turn: Turn, draft: Draft) -> Draft:
    """Remember a changed draft; nobody but who writes it can go on with it."""
    kept = replace(draft, version=draft.version + 1)
    await questions.remember(turn, KIND, {**asdict(kept), "contact": dict(kept.contact), "files": list(kept.files)})
    return kept


def of_question(question: Question) -> Draft:
    """The draft in an open question."""
    facts: dict[str, Any] = dict(question.facts)
    return Draft(**{**facts, "files": tuple(facts["files"])})


async def opened(turn: Turn) -> Draft:
    """The person's open draft here.

    Raises:
        Refused: it was submitted or put away, or it is somebody else's.
    """
    question = await questions.pending(turn)
    if question is None or question.kind != KIND:
        raise Refused("desk-draft-gone")
    return of_question(question)


def source_of(word: str) -> Source | None:
    """The door that a word names."""
    return next((source for source, names in DOORS.items() if word.lower() in names), None)


def contact_in(words: str) -> dict[str, str]:
    """Name and phone in what was typed."""
    found: dict[str, str] = {}
    phone = _PHONE.search(words)
    if phone is not None:
        found["phone"] = re.sub(r"[ -]", "", phone[1]) if phone[1].startswith("1") else phone[1]
        words = words[: phone.start()] + " " + words[phone.end() :]
    name = " ".join(words.split()).strip("，,。;；:：")
    if name:
        found["name"] = name[:MOST_NAME]
    return found


def naming_of(draft: Draft) -> Naming:
    """Named when there is something to name them by, and they did not ask to stay unnamed."""
    return Naming.NAMED if draft.contact and not draft.anonymous else Naming.ANONYMOUS


def kind_now(draft: Draft) -> Kind:
    """The kind that was chosen, else what the words sound like."""
    return Kind(draft.kind) if draft.kind else kind_of(draft.text)


async def category_now(turn: Turn, draft: Draft) -> int | None:
    """The category that was chosen, else the one that the words are clear about."""
    if draft.chosen_category or not draft.text:
        return draft.category
    return (await suggest(turn, title_of(draft.text), draft.text)).clear


def contact_words(draft: Draft) -> str:
    """Who it is from, as the preview says it."""
    if naming_of(draft) is Naming.ANONYMOUS:
        return _say("off-contact-none" if not draft.contact else "off-contact-hidden")
    return " ".join(each for each in (draft.contact.get("name"), draft.contact.get("phone")) if each)


async def preview(turn: Turn, draft: Draft) -> tuple[str, Rows]:
    """The draft as it will be submitted, with the buttons that change each part of it."""
    unit = await units.get(turn.tx, draft.unit)
    category_id = await category_now(turn, draft)
    category = None if category_id is None else await units.category(turn.tx, category_id)
    place = None if draft.place is None else await units.place(turn.tx, draft.place)
    kind = kind_now(draft)
    source = _say(f"source-{draft.source}")
    shown = {
        "source": f"{source}（{place.name}）" if place else source,
        "unit": unit.shown,
        "category": category.name if category else _say("case-no-category"),
        "kind": _say(f"kind-{kind}"),
    }
    text = _say("off-preview", contact=contact_words(draft), text=shorten(draft.text, _SHOWN) or "—", **shown)
    if draft.files:
        text += "\n" + _say("desk-answer-files", count=len(draft.files))
    if kind is Kind.REPORT:
        homeless = await desk_of(turn, unit.id, None, restricted=True) is None
        text += "\n" + _say("off-preview-report-homeless" if homeless else "off-preview-report")
    if feared := urgent_help.seen_in(turn, draft.text):
        text += "\n" + _say(f"off-preview-{feared}")
    rows: Rows = (
        (button(_say("off-button-submit"), verbs.OFF_SUBMIT, draft.version, style=Style.PRIMARY),),
        tuple(
            button(_say(f"off-button-{part}", now=shorten(shown[part], 20)), verbs.OFF_PICK, part)
            for part in ("unit", "category")
        ),
        tuple(
            button(_say(f"off-button-{part}", now=shorten(shown[part], 20)), verbs.OFF_PICK, part)
            for part in ("kind", "source")
        ),
    )
    last = [button(_say("off-button-again"), verbs.OFF_AGAIN), questions.cancel_button(turn)]
    if draft.contact:
        key = "off-button-show-name" if draft.anonymous else "off-button-hide-name"
        last.insert(0, button(_say(key), verbs.OFF_SET, "naming", "named" if draft.anonymous else "anonymous"))
    return text, (*rows, tuple(last))
