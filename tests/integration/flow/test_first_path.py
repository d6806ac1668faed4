"""From an event to an answer, in order, once."""

from __future__ import annotations

from handlers.core.turn import Turn
from storage.sealing import Sealer
from tests.integration.flow.conftest import running
from tests.integration.flow.wire import person_says


async def echo(turn: Turn) -> None:
    turn.reply(f"{turn.event.text}!", quote=True)
    if turn.event.press:
        turn.answer("done")


async def test_every_message_is_answered_in_its_chat_and_in_order(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, echo) as mailbox:
        for batch in range(3):
            await mailbox.receive(
                *(
                    person_says(f"p{person}", f"{batch}-{n}", number=f"{batch}-{n}")
                    for n in range(10)
                    for person in range(20)
                )
            )
        await mailbox.settled()
        expected = [f"{batch}-{n}!" for batch in range(3) for n in range(10)]
        for person in range(20):
            assert mailbox.wire.texts(f"p{person}") == expected
        assert max(mailbox.wire.most_in_flight.values()) == 1
        assert mailbox.wire.most_at_once > 1
        assert mailbox.wire.calls[0].reply_to == "0-0"


async def test_an_event_handed_out_twice_is_handled_once(url: str, sealer: Sealer) -> None:
    async with running(url, sealer, echo) as mailbox:
        event = person_says("p", "hello")
        await mailbox.receive(event, event)
        await mailbox.settled()
        await mailbox.receive(event)
        await mailbox.settled()
        assert mailbox.wire.texts("p") == ["hello!"]
