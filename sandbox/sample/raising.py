"""What raisers do: write, look at the preview, choose, submit; later add, urge, rate, and all the rest."""

from __future__ import annotations

from sandbox.records import Message
from sandbox.sample.cast import players
from sandbox.sample.company import desk_of, line, units
from sandbox.sample.course import Course, Scene
from sandbox.sample.pictures import photo, recording
from sandbox.sample.reading import Step, Story
from sandbox.sample.stage import NUMBER, Stage, Stumble, code_in, ticket_of

_CAPTION = 900
_CHOICES = 8
"""A preview that still asks after so many presses will never be done."""


async def raises(scene: Scene, course: Course) -> None:
    """Write it all, answer what the preview asks, and submit.

    Raises:
        Stumble: it could not be submitted.
    """
    stage, story, user = scene.stage, course.story, scene.raiser(course)
    if not scene.stage.sandbox.world.user(user).started:
        await stage.says(user, user, "/start")
    await _writes(stage, story, user)
    await _chooses(scene, story, user)
    await stage.presses(user, user, "raise_submit")
    receipt = _about(stage, user, None, "mine_open")
    found = NUMBER.search(receipt.text)
    if found is None:
        raise Stumble("no number in the receipt")
    course.number = found[0]
    course.ticket = ticket_of(stage.offered(receipt))
    course.code = code_in(receipt.text)


async def _writes(stage: Stage, story: Story, user: int) -> None:
    pictures = [photo(scene, f"{story.name}{n}") for n, scene in enumerate(_scenes(story))]
    if len(pictures) == len(story.files) == 1 and not story.more and len(story.text) <= _CAPTION:
        await stage.sends(user, user, pictures, caption=story.text)
        return
    for text in (story.text, *story.more):
        await stage.says(user, user, text)
    if pictures:
        await stage.sends(user, user, pictures)
    if "recording" in story.files:
        await stage.sends(user, user, [recording(story.name)], kind="audio")


def _scenes(story: Story) -> list[str]:
    return [scene for each in story.files for scene in each.split()[1:]]


async def _chooses(scene: Scene, story: Story, user: int) -> None:
    stage, done = scene.stage, set[str]()
    unit = units()[story.unit].name
    for _ in range(_CHOICES):
        shown = stage.newest(user)
        offered = stage.offered(shown)
        verbs = {each.split(":")[0] for each in offered}
        if "raise_new" in verbs:
            await stage.presses(user, user, "raise_new")
        elif verbs & {"raise_unit", "raise_into"}:
            await stage.says(user, user, unit)
        elif "unit" not in done and unit not in shown.text:
            done.add("unit")
            await stage.presses(user, user, "raise_change")
            await stage.presses(user, user, "raise_units")
        elif "kind" not in done and story.kind and "raise_submit" in verbs:
            done.add("kind")
            await _kind(stage, story, user, offered)
        elif "kind" not in done and any(each.startswith("raise_kind:") for each in offered):
            done.add("kind")
            await _pick(stage, user, offered, "raise_kind", "complaint")
        elif "naming" not in done:
            done.add("naming")
            await _pick(stage, user, offered, "raise_naming", story.naming)
        elif "category" not in done and "raise_category" in verbs and story.category:
            done.add("category")
            await _labelled(stage, user, shown, story.category)
        else:
            return
    raise Stumble("the preview never stops asking")


async def _kind(stage: Stage, story: Story, user: int, offered: list[str]) -> None:
    if not any(each.startswith("raise_kind:") for each in offered):
        await stage.presses(user, user, "raise_change")
        await stage.presses(user, user, "raise_kinds")
        offered = stage.offered(stage.newest(user))
    await _pick(stage, user, offered, "raise_kind", story.kind)


async def _pick(stage: Stage, user: int, offered: list[str], verb: str, word: str) -> None:
    for each in offered:
        if each.startswith(f"{verb}:") and each.split(":")[-1] == word:
            await stage.presses(user, user, each)
            return


async def _labelled(stage: Stage, user: int, shown: Message, label: str) -> None:
    for row in (shown.markup or {}).get("inline_keyboard", ()):
        for each in row:
            if each["text"] == label and str(each.get("callback_data", "")).startswith("raise_category:"):
                await stage.presses(user, user, each["callback_data"])


def _about(stage: Stage, user: int, number: str | None, verb: str = "") -> Message:
    """The bot's newest message about a ticket (with a button of ``verb``)."""
    for message in stage.seen(user):
        if not message.sender.is_bot or (number is not None and number not in message.text):
            continue
        if not verb or any(each.startswith(f"{verb}:") for each in stage.offered(message)):
            return message
    raise Stumble(f"nothing about {number or verb}")


async def _presses(scene: Scene, course: Course, verb: str, *words: str) -> str:
    user = scene.raiser(course)
    return await scene.stage.presses(user, user, ":".join((verb, str(course.ticket), *words)))


async def _opens(scene: Scene, course: Course) -> None:
    """Look at the ticket, where everything that can be done stands."""
    await _presses(scene, course, "mine_open")


async def supplement(scene: Scene, course: Course, step: Step) -> None:
    """Add something, as a reply to what the mailbox said about it."""
    user = scene.raiser(course)
    about = _about(scene.stage, user, course.number)
    await scene.stage.says(user, user, step.text, reply_to=about.id)


async def urge(scene: Scene, course: Course, _: Step) -> None:
    """催办."""
    await _opens(scene, course)
    await _presses(scene, course, "mine_urge")


async def withdraw(scene: Scene, course: Course, _: Step) -> None:
    """Take it back, and mean it."""
    await _opens(scene, course)
    await _presses(scene, course, "mine_withdraw")
    await _confirms(scene, course)


async def _confirms(scene: Scene, course: Course) -> None:
    user = scene.raiser(course)
    offered = scene.stage.offered(scene.stage.newest(user))
    for each in offered:
        if each.split(":")[0] in ("mine_withdraw_yes", "mine_gone"):
            await scene.stage.presses(user, user, each)
            return


async def rate(scene: Scene, course: Course, step: Step) -> None:
    """Three taps, and why if the mailbox asks."""
    for question, choice in zip(("contacted", "solved", "satisfaction"), step.words, strict=True):
        word = {"satisfied": "satisfied", "fair": "fair", "unsatisfied": "unsatisfied"}.get(choice, choice)
        await _presses(scene, course, "mine_rate", question, word)
    if step.text:
        user = scene.raiser(course)
        await scene.stage.says(user, user, step.text)


async def reopen(scene: Scene, course: Course, step: Step) -> None:
    """It came back: work on it again."""
    await _presses(scene, course, "mine_reopen")
    await scene.stage.says(scene.raiser(course), scene.raiser(course), step.text)


async def appeal(scene: Scene, course: Course, step: Step) -> None:
    """Against 不予受理: the unit above looks at it."""
    await _goes_up(scene, course, "mine_appeal", step.text)


async def review(scene: Scene, course: Course, step: Step) -> None:
    """复查 of an answer that does not convince."""
    await _opens(scene, course)
    await _goes_up(scene, course, "mine_review", step.text)


async def _goes_up(scene: Scene, course: Course, verb: str, why: str) -> None:
    user = scene.raiser(course)
    await _presses(scene, course, verb)
    await scene.stage.says(user, user, why)
    # Above the topmost there is nobody: it goes there again.
    above = line(course.desk)[-2:][0]
    course.desk = desk_of(above.code)


async def edit(scene: Scene, course: Course, step: Step) -> None:
    """Change the words that it began with, in place."""
    user = scene.raiser(course)
    first = course.story.text.splitlines()[0]
    for message in scene.stage.seen(user):
        if message.sender.id == user and message.text.startswith(first):
            scene.stage.sandbox.world.edit(user, user, message.id, step.text)
            await scene.stage.settled()
            return
    raise Stumble("the first message is gone")


async def block(scene: Scene, course: Course, _: Step) -> None:
    """Stop the bot, as some do after the receipt."""
    scene.stage.sandbox.world.block(scene.raiser(course))
    await scene.stage.settled()


async def unblock(scene: Scene, course: Course, _: Step) -> None:
    """Let it write again: what waited arrives."""
    scene.stage.sandbox.world.unblock(scene.raiser(course))
    await scene.stage.settled()


async def reveal(scene: Scene, course: Course, _: Step) -> None:
    """Agree to be known to the secretary."""
    await _presses(scene, course, "mine_reveal")


async def follow(scene: Scene, course: Course, step: Step) -> None:
    """Somebody else holds the follow code and adds to the ticket from their own account."""
    user = players()[step.words[0]].id
    await scene.stage.says(user, user, course.code)
    await scene.stage.presses(user, user, f"mine_supplement:{course.ticket}")
    await scene.stage.says(user, user, step.text)
