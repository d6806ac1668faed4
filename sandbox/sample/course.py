"""How far one story has been played, and what everybody in it needs to find each other again."""

from __future__ import annotations

from dataclasses import dataclass, field

from sandbox.sample.cast import players
from sandbox.sample.company import desk_of, group_of, restricted_group, secretary_of
from sandbox.sample.reading import Story
from sandbox.sample.stage import Stage, Stumble


@dataclass(slots=True)
class Course:
    """One story under way. ``desk`` is the unit whose secretaries work on it now, ``owner`` a short name.

    ``ticket`` is the row number that buttons carry, read from them; ``code`` the follow code that was told.
    """

    story: Story
    desk: str
    number: str = ""
    ticket: int = 0
    owner: str = ""
    code: str = ""


@dataclass(slots=True)
class Scene:
    """Everything that a deed needs: the stage, and all stories by name."""

    stage: Stage
    courses: dict[str, Course] = field(default_factory=dict)

    def begin(self, story: Story) -> Course:
        """A story starts."""
        desk = story.desk or ("" if story.kind == "report" else desk_of(story.unit))
        course = self.courses[story.name] = Course(story, desk)
        return course

    def raiser(self, course: Course) -> int:
        """The user id of whoever raised it.

        Raises:
            Stumble: it came by another door.
        """
        if not course.story.by:
            raise Stumble("the raiser has no chat")
        return players()[course.story.by].id

    def owner(self, course: Course) -> int:
        """The user id of whoever has it to do."""
        return players()[course.owner].id

    def secretary(self, course: Course) -> int:
        """The user id of the secretary who works on it."""
        return secretary_of(course.desk or "HQ")

    def group(self, course: Course) -> int:
        """The group that works on it."""
        return group_of(course.desk) if course.desk else restricted_group()

    def topic(self, course: Course) -> int:
        """Its topic in that group."""
        return self.stage.topic(self.group(course), course.number)

    # What the secretary does in the topic.

    async def desk_presses(self, course: Course, verb: str, *words: str | int) -> str:
        """The secretary presses a button about this ticket in its topic."""
        data = ":".join((verb, str(course.ticket), *(str(each) for each in words)))
        return await self.stage.presses(self.secretary(course), self.group(course), data, thread=self.topic(course))

    async def desk_writes(self, course: Course, text: str) -> None:
        """The secretary writes in the topic."""
        await self.stage.says(self.secretary(course), self.group(course), text, thread=self.topic(course))

    # What the owner does in private.

    async def owner_presses(self, course: Course, verb: str) -> str:
        """The owner presses a button about this ticket."""
        owner = self.owner(course)
        return await self.stage.presses(owner, owner, f"{verb}:{course.ticket}")

    async def owner_writes(self, course: Course, text: str) -> None:
        """The owner writes to the mailbox."""
        owner = self.owner(course)
        await self.stage.says(owner, owner, text)
