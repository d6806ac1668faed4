"""``/menu``: everything that somebody may do here, as buttons; one page for each role that they have.

Each conversation lists its own lines (:class:`handlers.core.routing.MenuEntry`); what has been a command from the
first day is listed here by its word. A press proves nothing: whatever it opens looks at the rights again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.components.command_menu import EVERYONE, group_commands, held_by, may, private_commands
from handlers.conversations import verbs
from handlers.core.buttons import Press, button, in_rows
from handlers.core.refusals import Refused
from handlers.core.routing import Handler, MenuEntry, OnPress, Routes, joined
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, ChatKind, Rows, Style
from handlers.core.wording import shorten
from handlers.rules.lifecycle import Role

WORDS: dict[ChatKind, tuple[str, ...]] = {
    ChatKind.PRIVATE: ("my", "code", "todo", "digest", "ledger", "log", "boxes", "poster", "broadcast"),
    ChatKind.GROUP: ("todo", "find", "log", "t", "who", "boxes", "poster"),
}
"""Commands that are a line of the menu by their word alone; its text is ``menu-<word>``."""
_PAGES = (Role.RAISER, Role.OWNER, Role.SECRETARY, Role.MANAGER, Role.ADMIN)


def over(conversations: Sequence[Routes]) -> Routes:
    """The menu's own table, over all other conversations."""
    entries = tuple(entry for each in conversations for entry in each.menu)
    commands = {
        ChatKind.PRIVATE: joined(each.private for each in conversations),
        ChatKind.GROUP: joined(each.group for each in conversations),
    }
    return Routes(
        private={"menu": _command(entries)},
        group={"menu": _command(entries)},
        presses={verbs.MENU_PAGE: _page(entries), verbs.MENU_DO: _do(commands)},
    )


def lines(entries: Sequence[MenuEntry], turn: Turn, role: Role) -> tuple[Button, ...]:
    """The buttons of one page: words first, then what the conversations list."""
    place = turn.event.chat_kind
    found = [
        button(_label(turn, f"menu-{word}"), verbs.MENU_DO, word) for word in WORDS[place] if word in _words(turn, role)
    ]
    found += [
        button(_label(turn, each.label), each.verb)
        for each in entries
        if place in each.places and (role is Role.RAISER if each.right is None else may(role, each.right))
    ]
    return tuple(found)


def _label(turn: Turn, key: str) -> str:
    return shorten(turn.say(key), 30)


def _words(turn: Turn, role: Role) -> tuple[str, ...]:
    if turn.event.chat_kind is ChatKind.GROUP:
        return group_commands([role])
    if role is Role.RAISER:
        return EVERYONE
    return tuple(each for each in private_commands([role]) if each not in EVERYONE)


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


def _do(commands: dict[ChatKind, dict[str, Handler]]) -> OnPress:
    async def do(turn: Turn, press: Press) -> None:
        """What the command of this word does when nothing follows it."""
        word, place = press.word(0), turn.event.chat_kind
        if word not in WORDS.get(place, ()):
            raise Refused("press-outdated")
        turn.event = replace(turn.event, text=f"/{word}", message=None)
        await commands[place][word](turn)

    return do
