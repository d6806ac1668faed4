"""A campaign in the hands of an employee: proposing, reading what others proposed, seconding, rating the whole."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from handlers.cases import urgent_help
from handlers.cases.telling import cleaned, neutral
from handlers.components import albums, shelf
from handlers.conversations.secretary.finding import Gathered, gathered
from handlers.core import questions
from handlers.core.buttons import Press, button, in_rows
from handlers.core.files import read_file, write_file
from handlers.core.previews import show_newest, stamp
from handlers.core.refusals import Refused
from handlers.core.turn import Kept, Question, Turn
from handlers.core.vocabulary import Button, FileKind, Outgoing, OutKind, Rows, Spot, Style
from handlers.core.wording import pinch, shorten, traces_in_words
from handlers.people.belonging import own_units
from handlers.people.titles import titles
from handlers.practices.campaigns import verbs
from handlers.rules.lifecycle import Naming
from handlers.rules.traces import traces
from storage import campaigns, units
from storage.campaigns import Campaign, Proposal

PROPOSE = "camp_propose"
PAGE = 6
MOST_TEXT, MOST_FILES = 2000, 10
RATINGS = ("satisfied", "fairly", "dissatisfied")


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal that is being written."""

    campaign: int
    text: str = ""
    files: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    named: bool = False


def _draft(facts: Any) -> Draft:
    return Draft(**{**facts, "files": tuple(facts["files"]), "said": tuple(facts["said"])})


async def theirs(turn: Turn, campaign_id: int | None) -> Campaign:
    """The campaign of a press, if it was sent to a unit of this person.

    Raises:
        Refused: it was not, or there is none.
    """
    campaign = await campaigns.get(turn.tx, campaign_id)
    if campaign is None or campaign.opened_at is None or not await _concerns(turn, campaign):
        raise Refused("campaign-gone")
    return campaign


async def _concerns(turn: Turn, campaign: Campaign) -> bool:
    tops = [each.path for each in await units.everyone(turn.tx, retired=True) if each.id in campaign.picked]
    mine = await own_units(turn)
    return any(each.path.startswith(top) for top in tops for each in mine)


async def mine(turn: Turn, press: Press) -> None:
    """正在进行的征集."""
    number = shelf.page_of(press)
    whole, found = await campaigns.sent_to(turn.tx, shelf.sent_to(await own_units(turn)), number * PAGE, PAGE)
    if not whole:
        turn.reply(turn.say("campaign-none"))
        return
    called = await titles(turn, found)
    rows: Rows = tuple((button(pinch(called[each.id], 40), verbs.CAMP_LOOK, each.id, 0),) for each in found)
    shelf.show(
        turn, press, turn.say("campaign-list"), (*rows, *shelf.turns(turn, verbs.CAMP_MINE, number, whole, PAGE))
    )


async def propose(turn: Turn, press: Press) -> None:
    """我要提."""
    campaign = await theirs(turn, press.number(0))
    if not campaign.open:
        raise Refused("campaign-closed")
    await questions.ask(
        turn, PROPOSE, asdict(Draft(campaign.id)), text=turn.say("campaign-ask-propose", title=campaign.title)
    )
    turn.answer(turn.say("campaign-see-below"))


async def gather(turn: Turn, question: Question) -> None:
    """One more message of it."""
    if any(each.kind is FileKind.CONTACT for each in turn.event.attachments):
        raise Refused("campaign-no-contact")
    draft = _draft(question.facts)
    before = Gathered(draft.text, draft.files, draft.said)
    after = gathered(turn, before, characters=MOST_TEXT, files=MOST_FILES)
    draft = replace(draft, text=after.text, files=after.files, said=after.said)
    message = turn.event.message
    await questions.remember(turn, PROPOSE, asdict(draft))
    urgent_help.mind(turn, turn.event.text)
    shown, rows = _preview(turn, draft)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text=shown,
            buttons=rows,
            reply_to=Spot(message=message) if message else None,
            not_before=albums.waiting(turn).get("not_before"),
            replace=f"proposal:{turn.event.album}" if turn.event.album else None,
        )
    )


def _preview(turn: Turn, draft: Draft) -> tuple[str, Rows]:
    lines = [turn.say("campaign-preview"), "", draft.text]
    if draft.files:
        lines.append(turn.say("task-card-files", count=len(draft.files)).strip())
    lines += ["", turn.say("campaign-named" if draft.named else "campaign-hidden")]
    # Everyone who was asked reads it, however it is named towards the office.
    if found := traces(draft.text, own=turn.who.name):
        lines += ["", turn.say("campaign-traces", traces=traces_in_words(turn.locale, found))]
    shown = _stamp(draft)
    return "\n".join(lines), (
        (
            button(turn.say("campaign-button-submit"), verbs.CAMP_SUBMIT, draft.campaign, shown, style=Style.PRIMARY),
            button(
                turn.say("campaign-button-hide" if draft.named else "campaign-button-name"),
                verbs.CAMP_NAMING,
                draft.campaign,
                shown,
            ),
        ),
        (questions.cancel_button(turn),),
    )


def _stamp(draft: Draft) -> int:
    return stamp(draft.text, draft.files, draft.named)


async def _open_draft(turn: Turn, press: Press) -> Draft:
    question = await questions.pending(turn)
    if question is None or question.kind != PROPOSE or question.facts["campaign"] != press.number(0):
        raise Refused("press-outdated")
    return _draft(question.facts)


async def naming(turn: Turn, press: Press) -> None:
    """隐名 or 实名, towards the office; other employees never see a name."""
    draft = await _open_draft(turn, press)
    if press.number(1) != _stamp(draft):
        show_newest(turn, *_preview(turn, draft))
        return
    draft = replace(draft, named=not draft.named)
    await questions.remember(turn, PROPOSE, asdict(draft))
    text, rows = _preview(turn, draft)
    turn.edit(text, buttons=rows)


async def submit(turn: Turn, press: Press) -> None:
    """提交."""
    draft = await _open_draft(turn, press)
    campaign = await theirs(turn, draft.campaign)
    if not campaign.open:
        # Nothing is lost: it stays written, and can be raised as a concern.
        raise Refused("campaign-closed-raise")
    if not draft.text and not draft.files:
        raise Refused("task-empty")
    if press.number(1) != _stamp(draft):
        show_newest(turn, *_preview(turn, draft))
        return
    attachments = [read_file(each) for each in draft.files]
    made = await campaigns.propose(
        turn.tx,
        campaign.id,
        turn.who.id,
        draft.text,
        files=draft.files if draft.named else [write_file(each) for each in neutral(attachments, Naming.HIDDEN)],
        named=draft.named,
        unit_id=turn.who.unit_id if draft.named else None,
        now=turn.now,
    )
    await questions.drop(turn)
    turn.answer(turn.say("campaign-submitted-toast"))
    turn.edit(turn.say("campaign-submitted", place=made.position, title=campaign.title))


async def look(turn: Turn, press: Press) -> None:
    """看大家提的: the most seconded first."""
    campaign = await theirs(turn, press.number(0))
    text, rows = await _page(turn, campaign, press.number(1) or 0)
    if press.word(2) == "again":
        turn.edit(text, buttons=rows)
    else:
        turn.answer(turn.say("campaign-see-below"))
        turn.reply(text, buttons=rows)


async def ranked(turn: Turn, campaign: Campaign) -> list[tuple[Proposal, int]]:
    """The proposals with how many second them, the most first."""
    counts = await campaigns.seconds(turn.tx, campaign.id)
    found = [each for each in await campaigns.proposals(turn.tx, campaign.id) if each.state != "dropped"]
    return sorted(((each, counts.get(each.id, 0)) for each in found), key=lambda each: (-each[1], each[0].position))


async def _page(turn: Turn, campaign: Campaign, number: int) -> tuple[str, Rows]:
    found = await ranked(turn, campaign)
    shown = found[number * PAGE : (number + 1) * PAGE]
    lines = [turn.say("campaign-proposals", title=campaign.title, count=len(found)), ""]
    opening: list[Button] = []
    for each, count in shown:
        lines.append(turn.say("campaign-proposal-line", place=each.position, text=shorten(each.text, 60), count=count))
        opening.append(
            button(turn.say("campaign-button-open", place=each.position, count=count), verbs.CAMP_OPEN, each.id)
        )
    rows: list[tuple[Button, ...]] = list(in_rows(opening, 3))
    rows.extend(shelf.turns(turn, verbs.CAMP_LOOK, number, len(found), PAGE, campaign.id, after=("again",)))
    if campaign.open:
        rows.append(
            (button(turn.say("campaign-button-propose"), verbs.CAMP_PROPOSE, campaign.id, style=Style.PRIMARY),)
        )
    return "\n".join(lines), tuple(rows)


async def _proposal(turn: Turn, proposal_id: int | None) -> tuple[Campaign, Proposal]:
    found = await campaigns.proposal(turn.tx, proposal_id)
    if found is None or found.state == "dropped":
        raise Refused("campaign-proposal-gone")
    return await theirs(turn, found.campaign_id), found


async def opened(turn: Turn, press: Press) -> None:
    """One proposal, whole; nobody's name."""
    campaign, found = await _proposal(turn, press.number(0))
    turn.answer(turn.say("campaign-see-below"))
    text, rows = await _one(turn, campaign, found)
    files = cleaned([read_file(each) for each in found.files])
    turn.reply(text, attachments=files, buttons=rows)


async def _one(turn: Turn, campaign: Campaign, found: Proposal) -> tuple[str, Rows]:
    count = (await campaigns.seconds(turn.tx, campaign.id)).get(found.id, 0)
    rows: Rows = ()
    if campaign.open:
        rows = ((button(turn.say("campaign-button-second"), verbs.CAMP_SECOND, found.id, style=Style.PRIMARY),),)
    return turn.say("campaign-one", place=found.position, text=found.text, count=count), rows


async def second(turn: Turn, press: Press) -> None:
    """附议, once; pressed again it is taken back."""
    campaign, found = await _proposal(turn, press.number(0))
    if not campaign.open:
        raise Refused("campaign-closed")
    now = await campaigns.second(turn.tx, found.id, turn.who.id)
    turn.answer(turn.say("campaign-seconded" if now else "campaign-unseconded"))
    if not found.files:
        text, rows = await _one(turn, campaign, found)
        turn.edit(text, buttons=rows)


async def rate(turn: Turn, press: Press) -> None:
    """群众评价: one tap, once."""
    campaign = await theirs(turn, press.number(0))
    if press.word(1) not in RATINGS:
        raise Refused("press-outdated")
    kept = await campaigns.rate(turn.tx, campaign.id, turn.who.id, press.word(1))
    turn.answer(turn.say("campaign-rated" if kept else "campaign-rated-before"))


async def _name(turn: Turn, question: Question) -> str:
    draft = _draft(question.facts)
    return draft.text or (turn.say("task-card-files", count=len(draft.files)).strip() if draft.files else "")


async def _again(turn: Turn, question: Question) -> None:
    text, rows = _preview(turn, _draft(question.facts))
    turn.reply(text, buttons=rows)


KEPT = Kept(_name, _again)
