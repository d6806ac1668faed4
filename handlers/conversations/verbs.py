"""What the buttons of the menu and of an invitation ask for."""

from __future__ import annotations

from handlers.core.buttons import Verb

JOIN_ACCEPT = Verb("join_accept")
JOIN_DECLINE = Verb("join_decline")
MENU_DO = Verb("menu_do")
MENU_PAGE = Verb("menu_page")
