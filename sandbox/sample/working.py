"""What those do who work on a concern: the secretary in the topic, the owner and the manager in private."""

from __future__ import annotations

from sandbox.records import Message
from sandbox.sample.cast import players
from sandbox.sample.company import desk_of, has_parts, line, units
from sandbox.sample.course import Course, Scene
from sandbox.sample.reading import Step, long_text
from sandbox.sample.stage import CODE, NUMBER, Stumble, code_in, ticket_of
from sandbox.talk import buttons

# The secretary.


async def accept(scene: Scene, course: Course, _: Step) -> None:
    """受理."""
    await scene.desk_presses(course, "desk_accept")


async def assign(scene: Scene, course: Course, step: Step) -> None:
    """派单: choose the owner by name."""
    (course.owner,) = step.words
    await scene.desk_presses(course, "desk_assign")
    await chooses(scene, course, players()[course.owner].name)


async def chooses(scene: Scene, course: Course, label: str) -> None:
    """The secretary presses the newest button in the topic whose words hold these."""
    await scene.stage.presses_label(scene.secretary(course), scene.group(course), label, thread=scene.topic(course))


async def reply(scene: Scene, course: Course, step: Step) -> None:
    """Words to the raiser."""
    await scene.desk_writes(course, step.text)


async def note(scene: Scene, course: Course, step: Step) -> None:
    """An internal remark."""
    await scene.desk_writes(course, f"//{step.text}")


async def answer(scene: Scene, course: Course, step: Step) -> None:
    """答复 straight from the desk."""
    await scene.desk_presses(course, "desk_answer")
    await scene.desk_writes(course, step.text)
    await scene.desk_presses(course, "desk_send", *step.words)


async def pass_on(scene: Scene, course: Course, step: Step) -> None:
    """转发答复: the owner's report is the answer."""
    await scene.desk_presses(course, "desk_pass")
    await scene.desk_presses(course, "desk_passed", *step.words)


async def send_back(scene: Scene, course: Course, step: Step) -> None:
    """退回重办."""
    await scene.desk_presses(course, "desk_back")
    await scene.desk_writes(course, step.text)


async def tell(scene: Scene, course: Course, _: Step) -> None:
    """转告反映人: the owner's progress."""
    await scene.desk_presses(course, "desk_progress")


async def grant(scene: Scene, course: Course, _: Step) -> None:
    """同意延期."""
    await scene.desk_presses(course, "desk_grant")


async def refuse(scene: Scene, course: Course, _: Step) -> None:
    """不同意延期."""
    await scene.desk_presses(course, "desk_refuse")


async def close(scene: Scene, course: Course, _: Step) -> None:
    """办结 what was answered and not rated."""
    await scene.desk_presses(course, "desk_close")


async def regrade(scene: Scene, course: Course, step: Step) -> None:
    """改紧急程度, under 更多."""
    await scene.desk_presses(course, "desk_more")
    await scene.desk_presses(course, "desk_grades")
    await scene.desk_presses(course, "desk_grade", *step.words)


async def recategorise(scene: Scene, course: Course, step: Step) -> None:
    """改类别, under 更多."""
    await scene.desk_presses(course, "desk_more")
    await scene.desk_presses(course, "desk_categories")
    try:
        await chooses(scene, course, step.words[0])
    except Stumble:
        # It stands on the second page of the list.
        await scene.desk_presses(course, "desk_categories", 1)
        await chooses(scene, course, step.words[0])


async def transfer(scene: Scene, course: Course, step: Step) -> None:
    """转办 to another unit, down the tree."""
    (code,) = step.words
    await scene.desk_presses(course, "desk_assign")
    await scene.desk_presses(course, "desk_units")
    for place, each in enumerate(line(code)):
        # The topmost unit's list is shown at once; one that has units below it is opened, then chosen itself.
        if place > 0:
            await chooses(scene, course, each.name)
    if has_parts(code):
        await scene.desk_presses(course, "desk_to")
    await scene.desk_writes(course, step.text)
    course.desk = desk_of(code)


async def merge(scene: Scene, course: Course, step: Step) -> None:
    """并案 into the main story."""
    await scene.desk_presses(course, "desk_merge")
    await scene.desk_writes(course, scene.courses[step.words[0]].number)
    await scene.desk_presses(course, "desk_merged")


async def decline(scene: Scene, course: Course, step: Step) -> None:
    """不予受理 with a ground in own words, and where to turn instead."""
    ground, _, instead = step.text.partition(" || ")
    await scene.desk_presses(course, "desk_decline")
    await scene.desk_presses(course, "desk_ground", "other")
    await scene.desk_writes(course, ground.strip())
    await scene.desk_writes(course, instead.strip())
    await scene.desk_presses(course, "desk_declined")


async def suspend(scene: Scene, course: Course, step: Step) -> None:
    """挂账 with a plan, the date on which it is looked at again, and milestones (``name days`` each)."""
    plan, *stones = step.text.split(" || ")
    await scene.desk_presses(course, "desk_suspend")
    await scene.desk_writes(course, plan.strip())
    await scene.desk_writes(course, f"{step.words[0]}天")
    if stones:
        await scene.desk_writes(course, "\n".join(each.strip() for each in stones))
    await scene.desk_presses(course, "desk_suspended")


async def meet_milestone(scene: Scene, course: Course, step: Step) -> None:
    """节点完成, under 更多, with what shows it."""
    await scene.desk_presses(course, "desk_more")
    await scene.desk_presses(course, "desk_stones")
    await chooses(scene, course, step.words[0])
    await scene.desk_writes(course, step.text)


async def recall(scene: Scene, course: Course, _: Step) -> None:
    """Take the last words to the raiser back."""
    group, topic, secretary = scene.group(course), scene.topic(course), scene.secretary(course)
    for message in scene.stage.seen(group, topic):
        if message.sender.id == secretary:
            await scene.stage.says(secretary, group, "/recall", thread=topic, reply_to=message.id)
            return
    raise Stumble("nothing to take back")


async def ask_reveal(scene: Scene, course: Course, step: Step) -> None:
    """请求公开姓名, under 更多."""
    await scene.desk_presses(course, "desk_more")
    await scene.desk_presses(course, "desk_reveal")
    await scene.desk_writes(course, step.text)


async def publish(scene: Scene, course: Course, step: Step) -> None:
    """公开, under 更多: what everyone is to read (the matter, then what became of it); the raiser agrees."""
    await scene.desk_presses(course, "desk_more")
    await scene.desk_presses(course, "board_ask")
    await scene.desk_writes(course, "\n".join(each.strip() for each in step.text.split(" || ")))
    await scene.stage.presses_label(scene.raiser(course), scene.raiser(course), "同意公开")


_DOORS = {"hotline": "专线", "box": "意见箱", "visit": "来访", "letter": "来信"}


async def logs(scene: Scene, course: Course) -> None:
    """Write down what came by phone, box or visit: the command, a look at the preview, one press.

    Raises:
        Stumble: no number was told.
    """
    story, stage = course.story, scene.stage
    secretary, group = scene.secretary(course), scene.group(course)
    words = " ".join(each for each in ("/log", _DOORS[story.door], story.place, story.caller, story.phone) if each)
    await stage.says(secretary, group, f"{words}\n{story.text}")
    unit = units()[story.unit].name
    if unit not in _of_button(stage.newest(group), "off_pick:unit"):
        await stage.presses(secretary, group, "off_pick:unit")
        await stage.presses_label(secretary, group, unit)
    before = stage.chat(group).last_id
    await stage.presses(secretary, group, "off_submit")
    # The follow code is told where the secretary sits; the ticket's topic may be another desk's.
    told = next((each for each in stage.seen(group) if each.id > before and CODE.search(each.text)), None)
    if told is None or (found := NUMBER.search(told.text)) is None:
        raise Stumble(f"no number for {story.name}")
    course.number, course.code = found[0], code_in(told.text)
    course.desk = desk_of(story.unit)
    for message in stage.seen(scene.group(course), scene.topic(course)):
        if stage.offered(message):
            course.ticket = ticket_of(stage.offered(message))
            return


def _of_button(message: Message, data: str) -> str:
    return next((each["text"] for each in buttons(message) if str(each.get("callback_data", "")).startswith(data)), "")


# The owner.


async def sign(scene: Scene, course: Course, _: Step) -> None:
    """签收."""
    await scene.owner_presses(course, "own_sign")


async def hand_back(scene: Scene, course: Course, step: Step) -> None:
    """退回."""
    await scene.owner_presses(course, "own_back")
    await scene.owner_writes(course, step.text)


async def progress(scene: Scene, course: Course, step: Step) -> None:
    """进展."""
    await scene.owner_presses(course, "own_progress")
    await scene.owner_writes(course, step.text)


async def extend(scene: Scene, course: Course, step: Step) -> None:
    """申请延期 by so many working days from the date that was promised."""
    await scene.owner_presses(course, "own_extend")
    (days,) = step.words
    await scene.owner_writes(course, f"延长{days.strip('+d')}个工作日")
    await scene.owner_writes(course, step.text)


async def report(scene: Scene, course: Course, step: Step) -> None:
    """报结."""
    await scene.owner_presses(course, "own_report")
    await scene.owner_writes(course, step.text)
    await scene.owner_presses(course, "own_done")


async def report_long(scene: Scene, course: Course, step: Step) -> None:
    """报结 with an answer that is longer than a message may be."""
    await report(scene, course, Step(step.when, step.verb, (), long_text(*step.words)))


# The manager.


async def supervise(scene: Scene, course: Course, step: Step) -> None:
    """督办: from the digest, by the ticket's number."""
    manager = players()[step.words[0]].id
    await scene.stage.says(manager, manager, "/digest")
    await scene.stage.presses(manager, manager, "man_choose")
    await scene.stage.says(manager, manager, course.number)
    await scene.stage.says(manager, manager, step.text)


async def instructed(scene: Scene, course: Course, step: Step) -> None:
    """The answer to an instruction, by the owner or at the desk."""
    if step.words[0] == "owner":
        owner = scene.owner(course)
        await scene.stage.presses(owner, owner, "man_answer")
        await scene.owner_writes(course, step.text)
        return
    await scene.stage.presses(scene.secretary(course), scene.group(course), "man_answer", thread=scene.topic(course))
    await scene.desk_writes(course, step.text)
