"""Looks as Telegram's entities: in UTF-16 units, none that the server would refuse, and never more than it takes."""

from __future__ import annotations

from hypothesis import given

from bot.channels.base import Work, WorkFile
from bot.channels.telegram.drawing import ENTITIES, entities
from bot.channels.telegram.planning import plan_edit, plan_send
from bot.channels.telegram.refusals import Cure
from handlers.core.message import Body, Facts, Laid, Look, Mark, Quotation, Text, Title, body, lay_out
from handlers.core.phrases import strong
from handlers.core.vocabulary import Attachment, FileKind, OutKind
from handlers.rules.splitting import units
from tests.unit.texts import texts

SAID = body(Title("🔴 SJ-2026-0042 "), Quotation("食堂😀\n<b>太贵</b>"))
BOLD, QUOTE = {"type": "bold", "offset": 0, "length": 15}, {"type": "blockquote", "offset": 17, "length": 14}


@given(texts(max_size=60))
def test_every_entity_is_one_that_the_server_takes(text: Text) -> None:
    laid = lay_out(text)
    encoded = laid.text.encode("utf-16-le", "surrogatepass")
    found = entities(laid)
    assert found == sorted(found, key=lambda each: (each["offset"], -each["length"]))
    taken: dict[bool, int] = {}
    for each in found:
        begin, end = each["offset"], each["offset"] + each["length"]
        assert 0 <= begin < end <= units(laid.text)
        words = encoded[2 * begin : 2 * end].decode("utf-16-le", "surrogatepass")
        assert words == words.strip() != ""
        kind = each["type"] == "bold"
        assert begin >= taken.get(kind, 0)
        taken[kind] = end


def test_looks_go_with_texts_captions_albums_and_changes() -> None:
    work = Work(OutKind.SEND, "1", text=SAID)
    (sent,) = plan_send(work)
    assert sent.parameters["entities"] == [BOLD, QUOTE]
    assert "parse_mode" not in sent.parameters
    photo = WorkFile(Attachment(FileKind.PHOTO, ref="p"))
    (captioned,) = plan_send(Work(OutKind.SEND, "1", text=SAID, files=(photo,)))
    assert captioned.parameters["caption_entities"] == [BOLD, QUOTE]
    (album,) = plan_send(Work(OutKind.SEND, "1", text=SAID, files=(photo, photo)))
    assert [each.get("caption_entities") for each in album.parameters["media"]] == [[BOLD, QUOTE], None]
    edit = Work(OutKind.EDIT, "1", text=SAID, target="7")
    assert plan_edit(edit).parameters["entities"] == [BOLD, QUOTE]
    assert plan_edit(edit, frozenset({Cure.CAPTION})).parameters["caption_entities"] == [BOLD, QUOTE]


def test_without_looks_the_words_are_the_same() -> None:
    (plain,) = plan_send(Work(OutKind.SEND, "1", text=SAID), frozenset({Cure.NO_LOOKS}))
    assert "entities" not in plain.parameters
    assert plain.parameters["text"] == "🔴 SJ-2026-0042 \n食堂😀\n<b>太贵</b>"
    (string,) = plan_send(Work(OutKind.SEND, "1", text="**好**"))
    assert "entities" not in string.parameters


def test_more_looks_than_the_server_takes_leave_the_last_emphasis_out() -> None:
    many = Body((Facts(tuple(("甲：", strong(str(number))) for number in range(150))), Quotation("乙")))
    found = entities(lay_out(many))
    assert len(found) == ENTITIES
    assert found[-1]["type"] == "blockquote"


def test_quotations_never_lie_over_each_other() -> None:
    laid = Laid("abcdef", (Mark(Look.QUOTED, 0, 4), Mark(Look.FOLDED, 2, 6), Mark(Look.STRONG, 1, 5)))
    assert [(each["type"], each["offset"], each["length"]) for each in entities(laid)] == [
        ("blockquote", 0, 4),
        ("bold", 1, 4),
        ("expandable_blockquote", 4, 2),
    ]
