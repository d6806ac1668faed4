"""A manager who reads English: digest, ledger, lists and paper have no Chinese but names and what people wrote."""

from __future__ import annotations

import re
from io import BytesIO

from docx import Document

from storage import people
from tests.acceptance.kit import Box
from tests.acceptance.test_digest_weekly import NEXT_MONDAY, answers, book, rates, until
from tests.acceptance.test_ledger import supervised

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")
NAMES = (
    "集团公司",
    "一分厂",
    "一车间",
    "食堂",
    "宿舍",
    "薪酬",
    "设备",
    "何厂长",
    "林书记",
    "王建国",
    "张三",
    "书记信箱",
)


def left(words: str, *known: str) -> list[str]:
    """What is Chinese in a text besides names and what people wrote."""
    for each in sorted((*NAMES, *known), key=len, reverse=True):
        words = words.replace(each, "")
    return CHINESE.findall(words)


async def test_everything_is_english_but_names_and_what_people_wrote(box: Box) -> None:
    said = (
        "已换厨师",
        "二号楼电线老化",
        "电气",
        "换线",
        "灭火器过期",
        "消防",
        "更换",
        "已换完",
        "食堂的菜太咸了",
        "三天内拿出办法",
    )
    await box.raises(box.chen, "The queue at noon is too long", "匿名")
    answered = await box.raises(box.sun, "The showers are cold", "实名")
    await answers(box, answered, "已换厨师")
    await rates(box.sun)
    await supervised(box)
    async with box.database.writing() as tx:
        person = await people.find(tx, "telegram", str(box.he.id))
        assert person is not None
        await people.speaks(tx, person, "en")
    seen = len(box.he.texts)
    await until(box, NEXT_MONDAY)
    words = "\n".join(box.he.texts[seen:])
    assert "weekly digest" in words
    assert "Contacted 1/1" in words
    assert left(words, *said) == []
    seen = len(box.he.shown)
    digest = box.he.find("weekly digest")
    for label in ("Details", "Monthly", "As a document", "One by one", "Units below"):
        await box.he.press(label, on=digest)
    await box.he.says("/ledger state:open")
    await box.he.says("/tasks state:open")
    await box.he.says("/ledger state:nonsense")
    assert "I can't read “nonsense”" in box.he.last.text
    for shown in box.he.shown[seen:]:
        assert left(shown.text + " ".join(shown.buttons), *said) == []
        for file in shown.files:
            if file.name.endswith(".xlsx"):
                sheets = book(shown)
                assert left(str(sheets), *said) == [], file.name
            elif file.name.endswith(".docx"):
                paper = Document(BytesIO(file.content))
                cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
                assert left("\n".join([*cells, *(each.text for each in paper.paragraphs)]), *said) == []
