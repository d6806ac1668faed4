"""The half-year, played from its first day to now: every step of every story at its time, and the clock's own looks.

The mailbox and its platform must not be moved by anyone else meanwhile: the schedule starts when this has ended.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as clock

import structlog

from sandbox import Impossible, Sandbox
from sandbox.sample import raising, working
from sandbox.sample.cast import boxes, players, ready_answers
from sandbox.sample.company import desk_of, group_of, secretary_of, staff, units
from sandbox.sample.course import Course, Scene
from sandbox.sample.mailbox import Calendar, Looks, Mailbox
from sandbox.sample.practising import Act, perform, read_practices
from sandbox.sample.reading import Step, Story, read_stories
from sandbox.sample.stage import Stage, Stumble
from sandbox.sample.timing import Timetable

Progress = Callable[[int, int, str], None]
"""Called with how many steps are done, of how many, and in words what is being played."""
Deed = Callable[[Scene, Course, Step], Awaitable[None]]

DEEDS: Mapping[str, Deed] = {
    "accept": working.accept,
    "assign": working.assign,
    "reply": working.reply,
    "note": working.note,
    "answer": working.answer,
    "pass": working.pass_on,
    "sendback": working.send_back,
    "tell": working.tell,
    "grant": working.grant,
    "refuse": working.refuse,
    "close": working.close,
    "regrade": working.regrade,
    "recat": working.recategorise,
    "transfer": working.transfer,
    "merge": working.merge,
    "decline": working.decline,
    "suspend": working.suspend,
    "stone": working.meet_milestone,
    "recall": working.recall,
    "revealask": working.ask_reveal,
    "publish": working.publish,
    "sign": working.sign,
    "back": working.hand_back,
    "progress": working.progress,
    "extend": working.extend,
    "report": working.report,
    "report-long": working.report_long,
    "supervise": working.supervise,
    "instructed": working.instructed,
    "supplement": raising.supplement,
    "urge": raising.urge,
    "withdraw": raising.withdraw,
    "rate": raising.rate,
    "reopen": raising.reopen,
    "appeal": raising.appeal,
    "review": raising.review,
    "edit": raising.edit,
    "block": raising.block,
    "unblock": raising.unblock,
    "reveal": raising.reveal,
    "follow": raising.follow,
}
"""Every verb of the stories."""
_MORNING = clock(8, 30)
_NOON = clock(14, 1)
"""When the clock looks on a working day of the past: a running mailbox looks every few minutes, and finds the same."""
_LATELY = timedelta(weeks=9)
"""Before that it looks once a day and no digest is sent: nobody scrolls back so far, and each takes a picture."""
_SETTLING_IN = timedelta(days=1)

log = structlog.get_logger("sample")


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing that happens: a step of a story (its beginning for None), an act, or a look of the clock."""

    at: int
    order: int
    story: Story | None = None
    step: Step | None = None
    sweeps: tuple[str, ...] = ()
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it. ``stumbles`` are steps that could not be played: there should be none."""

    tickets: int
    beats: int
    stumbles: tuple[str, ...]


def beginning(calendar: Calendar, now: int) -> int:
    """When the half-year begins, if it is to end ``now``: the clock of the platform is best started there."""
    table = Timetable(calendar, now)
    return min(table.start(each.start) for each in read_stories()) - int(_SETTLING_IN.total_seconds())


def beats(stories: Sequence[Story], calendar: Calendar, looks: Looks, now: int) -> list[Beat]:
    """Everything in the order in which it happens; what would be after ``now`` has not happened yet."""
    table = Timetable(calendar, now)
    found: list[Beat] = []
    for story in stories:
        at = table.start(story.start)
        if at >= now:
            continue
        found.append(Beat(at, len(found), story))
        for step in story.steps:
            at = table.after(at, step.when)
            if at >= now:
                break
            found.append(Beat(at, len(found), story, step))
    for practice in read_practices():
        at = table.start(practice[0].when)
        for place, act in enumerate(practice):
            at = at if place == 0 else table.after(at, act.when)
            if at < now:
                found.append(Beat(at, len(found), act=act))
    first = min(each.at for each in found)
    found.extend(_looks(calendar, looks, first, now))
    return sorted(found, key=lambda each: (each.at, each.order))


def _looks(calendar: Calendar, looks: Looks, first: int, now: int) -> list[Beat]:
    day, last = calendar.local(first).date(), calendar.local(now).date()
    found: list[Beat] = []

    def look(at: clock, *sweeps: str) -> None:
        instant = int(datetime.combine(day, at, calendar.tz).timestamp())
        if sweeps and first < instant < now:
            found.append(Beat(instant, -1, sweeps=sweeps))

    while day <= last:
        lately = last - day <= _LATELY
        digest = looks.weekly if lately and day.weekday() == 0 else ()
        daily = (*looks.nightly, *looks.often) if calendar.is_workday(day) else ()
        look(_MORNING, *digest, *daily)
        if lately and daily:
            look(_NOON, *looks.often)
        day += timedelta(days=1)
    return found


async def play(
    mailbox: Mailbox,
    sandbox: Sandbox,
    calendar: Calendar,
    looks: Looks,
    progress: Progress | None = None,
    *,
    now: int | None = None,
) -> Played:
    """Play the half-year so that it ends ``now`` (UTC epoch seconds; the machine's own time if not given).

    The sandbox holds the cast (see :func:`sandbox.sample.cast.populate`), the mailbox runs on it with the sandbox's
    clock and the sample's settings, and its schedule has not been started. The clock runs on afterwards.
    """
    now = int(time.time()) if now is None else now
    planned = beats(read_stories(), calendar, looks, now)
    table = Timetable(calendar, now)
    stage = Stage(mailbox, sandbox)
    scene = Scene(stage)
    sandbox.clock.run(False)
    sandbox.clock.set(planned[0].at - int(_SETTLING_IN.total_seconds()))
    mailbox.look_again()
    patience, sandbox.feed.gather_seconds = sandbox.feed.gather_seconds, 0.0
    try:
        await _set_up(scene)
        for count, beat in enumerate(planned):
            stage.passes_to(beat.at)
            if progress is not None:
                progress(count, len(planned), f"{calendar.local(beat.at):%Y-%m-%d %H:%M}")
            await _beat(scene, beat, table)
        await _wake(stage, looks, now)
    finally:
        sandbox.feed.gather_seconds = patience
        sandbox.clock.run(True)
    if progress is not None:
        progress(len(planned), len(planned), "")
    for each in stage.stumbles:
        log.warning("not played", step=each)
    return Played(len(scene.courses), len(planned), tuple(stage.stumbles))


async def _set_up(scene: Scene) -> None:
    """On the day before, everybody with a role opens the bot's chat, and boxes and ready answers are entered."""
    for each in players().values():
        if each.id in staff():
            await scene.stage.says(each.id, each.id, "/start")
    for box in boxes():
        await _command(scene, desk_of(box.unit), f"/boxes + {box.name} {units()[box.unit].name} {box.keeper}")
    for desk, name, text in ready_answers():
        await _command(scene, desk, f"/t {name} = {text}")


async def _command(scene: Scene, desk: str, words: str) -> None:
    """The secretary of a desk writes in its group."""
    await scene.stage.says(secretary_of(desk), group_of(desk), words)


async def _beat(scene: Scene, beat: Beat, table: Timetable) -> None:
    if beat.act is not None:
        try:
            await perform(scene, beat.act, table)
        except (Stumble, Impossible, LookupError, TimeoutError) as error:
            scene.stage.stumbles.append(f"{beat.act.practice} {beat.act.when}: {error!r}")
        return
    if beat.story is None:
        await scene.stage.tick(*beat.sweeps)
        return
    name = f"{beat.story.name}: {beat.step.verb if beat.step else 'raise'}"
    try:
        if beat.step is None:
            course = scene.begin(beat.story)
            await (raising.raises if beat.story.door == "chat" else working.logs)(scene, course)
        else:
            course = scene.courses[beat.story.name]
            await DEEDS[beat.step.verb](scene, course, beat.step)
    except (Stumble, Impossible, LookupError, TimeoutError) as error:
        scene.stage.stumbles.append(f"{name} {beat.step.when if beat.step else ''}: {error!r}")


async def _wake(stage: Stage, looks: Looks, now: int) -> None:
    """It is today: the clock runs on, and looks at everything once."""
    stage.passes_to(now)
    await stage.tick(*looks.often)
