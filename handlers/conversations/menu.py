"""``/menu``: everything that somebody may do here, as buttons; one page for each role that they have.

A line is a command, or what a conversation lists besides (:class:`handlers.core.routing.MenuEntry`). A press proves
nothing: whatever it opens looks at the rights again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.components.command_menu import held_by
from handlers.conversations import verbs
from handlers.core.buttons import Press, button, in_rows
from handlers.core.commands import BOTH, Command, offered
from handlers.core.refusals import Refused
from handlers.core.routing import Handler, MenuEntry, OnPress, Routes, commands_in
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, ChatKind, Rows, Style
from handlers.core.wording import shorten
from handlers.rules.lifecycle import Role
from handlers.rules.rights import Right, may

_PAGES = (Role.RAISER, Role.OWNER, Role.SECRETARY, Role.MANAGER, Role.ADMIN)


def over(conversations: Sequence[Routes]) -> Routes:
    """The menu's own table, over all other conversations."""
    entries = tuple(entry for each in conversations for entry in each.menu)
    handlers = {place: commands_in((each.commands for each in conversations), place) for place in BOTH}
    return Routes(
        commands={Command("menu", places=BOTH, line=False): _command(entries)},
        presses={verbs.MENU_PAGE: _page(entries), verbs.MENU_DO: _do(handlers)},
    )


def lines(entries: Sequence[MenuEntry], turn: Turn, role: Role) -> tuple[Button, ...]:
    """The buttons of one page: commands first, then what the conversations list besides."""
    private = turn.event.chat_kind is ChatKind.PRIVATE
    found = [
        button(_label(turn, each.title), verbs.MENU_DO, each.word)
        for each in offered(turn.practised.commands, turn.event.chat_kind, [role])
        if each.line and not (private and _elsewhere(each.right, role))
    ]
    found += [
        button(_label(turn, each.label), each.verb)
        for each in entries
        if private and (each.right is None or may(role, each.right)) and not _elsewhere(each.right, role)
    ]
    return tuple(found)


def _elsewhere(right: Right | None, role: Role) -> bool:
    """What everybody may do stands on the page of raisers alone."""
    return right is None and role is not Role.RAISER


def _label(turn: Turn, key: str) -> str:
    return shorten(turn.say(key), 30)


def _command(entries: Sequence[MenuEntry]) -> Handler:
    async def menu(turn: Turn) -> None:
        """What this person may do here."""
        pages = await _pages(turn)
        text, rows = _shown(entries, turn, pages, pages[0])
        turn.reply(text, buttons=rows)

    return menu


def _page(entries: Sequence[MenuEntry]) -> OnPress:
    async def page(turn: Turn, press: Press) -> None:
        """The page of another role."""
        pages = await _pages(turn)
        wanted = [each for each in pages if each == press.word(0)]
        if not wanted:
            raise Refused("press-outdated")
        text, rows = _shown(entries, turn, pages, wanted[0])
        turn.edit(text, buttons=rows)

    return page


async def _pages(turn: Turn) -> tuple[Role, ...]:
    held = await held_by(turn, turn.who)
    if turn.event.chat_kind is ChatKind.GROUP:
        found = tuple(each for each in (Role.SECRETARY, Role.MANAGER) if each in held)
        if not found:
            raise Refused("help-group-stranger")
        return found[:1]
    return tuple(each for each in _PAGES if each is Role.RAISER or each in held)


def _shown(entries: Sequence[MenuEntry], turn: Turn, pages: Sequence[Role], page: Role) -> tuple[str, Rows]:
    tabs: Rows = ()
    if len(pages) > 1:
        tabs = in_rows(
            (
                button(
                    turn.say(f"menu-page-{each}"),
                    verbs.MENU_PAGE,
                    each,
                    style=Style.PRIMARY if each is page else Style.PLAIN,
                )
                for each in pages
            ),
            3,
        )
    return turn.say(f"menu-{page}"), (*in_rows(lines(entries, turn, page), 2), *tabs)


def _do(handlers: Mapping[ChatKind, Mapping[str, Handler]]) -> OnPress:
    async def do(turn: Turn, press: Press) -> None:
        """What the command of this word does when nothing follows it."""
        word, place = press.word(0), turn.event.chat_kind
        if not any(each.line and each.word == word and place in each.places for each in turn.practised.commands):
            raise Refused("press-outdated")
        turn.event = replace(turn.event, text=f"/{word}", message=None)
        await handlers[place][word](turn)

    return do
