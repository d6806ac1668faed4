"""Who said it: the name at the head of an opinion that was written down as “姓名：内容”."""

from __future__ import annotations

import re
from collections.abc import Collection

_HEAD = re.compile(r"^([\u4e00-\u9fff·]{2,8}|[A-Z][A-Za-z.]{1,11}(?: [A-Z][A-Za-z.]{1,11})?)[：:]\s*(?=\S)")
UNNAMED = frozenset({"匿名", "不具名", "未具名", "未署名", "无名", "无署名", "某某"})
"""What is written where a name would stand, by those who give none."""
_TOPICS = (
    *("建议", "意见", "问题", "反映", "诉求", "要求", "希望", "关于", "情况", "方面", "时间", "地点", "内容", "原因"),
    *(
        "食堂",
        "宿舍",
        "安全",
        "设备",
        "工资",
        "薪酬",
        "奖金",
        "环境",
        "卫生",
        "班车",
        "澡堂",
        "高温",
        "夏天",
        "白天",
        "晚上",
    ),
    *(
        "其他",
        "其它",
        "补充",
        "备注",
        "例如",
        "比如",
        "另外",
        "首先",
        "其次",
        "最后",
        "一是",
        "二是",
        "三是",
        "现在",
        "目前",
    ),
    *(
        "车间",
        "部门",
        "公司",
        "工厂",
        "班组",
        "方便",
        "金额",
        "文件",
        "任务",
        "事项",
        "请问",
        "你好",
        "您好",
        "领导",
        "书记",
    ),
    *("办公室", "各位", "大家", "谢谢", "感谢", "主题", "标题"),
)
"""What stands before a colon without being anybody: a name that holds one of these stays in the words, where it was."""


def speaker_in(text: str, not_names: Collection[str] = ()) -> tuple[str, str]:
    """The name (empty where nobody gives one) and the words without it.

    What looks like a topic, an hour or one of ``not_names`` (units, categories) is no name: words that stay where they
    were do no harm, a wrong name on a letter does.
    """
    found = _HEAD.match(text)
    if found is None:
        return "", text
    name = found[1]
    if name in UNNAMED:
        return "", text[found.end() :]
    if name in not_names or any(each in name for each in _TOPICS):
        return "", text
    return name, text[found.end() :]
