"""What the secretaries' desk answers to."""

from __future__ import annotations

from handlers.desk import answering, canned, changing, choosing, deciding, listing, more, putting_off, talking
from handlers.desk.changing import edited, thread_changed
from handlers.desk.talking import in_group
from handlers.routing import Routes

__all__ = ["ROUTES", "edited", "in_group", "thread_changed"]

ROUTES = Routes(
    group={
        "todo": listing.todo,
        "find": listing.find,
        "who": listing.who,
        "t": canned.canned,
        "recall": changing.recall,
    },
    presses={
        "desk_accept": deciding.accept,
        "desk_resume": deciding.resume,
        "desk_close": deciding.close,
        "desk_shut": deciding.shut,
        "desk_decline": deciding.decline,
        "desk_ground": deciding.ground,
        "desk_declined": deciding.declined,
        "desk_merge": deciding.merge,
        "desk_into": deciding.into,
        "desk_merged": deciding.merged,
        "desk_assign": choosing.assign,
        "desk_owners": choosing.owners,
        "desk_own": choosing.own,
        "desk_units": choosing.unit_list,
        "desk_to": choosing.to_unit,
        "desk_moved": choosing.moved,
        "desk_categories": choosing.categories,
        "desk_category": choosing.category,
        "desk_grades": choosing.grades,
        "desk_grade": choosing.grade,
        "desk_about": choosing.about,
        "desk_accused": choosing.accused,
        "desk_answer": answering.ask,
        "desk_send": answering.send,
        "desk_again": answering.again,
        "desk_pass": answering.pass_on,
        "desk_passed": answering.passed,
        "desk_reword": answering.reword,
        "desk_back": answering.back,
        "desk_progress": answering.progress,
        "desk_extend": putting_off.extend,
        "desk_extended": putting_off.extended,
        "desk_grant": putting_off.grant,
        "desk_refuse": putting_off.refuse,
        "desk_suspend": putting_off.suspend,
        "desk_suspended": putting_off.suspended,
        "desk_review": putting_off.review,
        "desk_stones": putting_off.stones,
        "desk_stone": putting_off.stone,
        "desk_more": more.more,
        "desk_story": more.whole_story,
        "desk_alike": more.alike,
        "desk_reveal": more.reveal,
        "desk_show": listing.show,
        "desk_todo": listing.todo_page,
        "desk_canned": canned.new,
    },
    steps={
        answering.KIND: answering.gather,
        "desk_back": answering.back_because,
        deciding.DECLINE: deciding.decline_words,
        deciding.MERGE: deciding.merge_number,
        choosing.TRANSFER: choosing.because,
        putting_off.EXTEND: putting_off.extend_words,
        putting_off.SUSPEND: putting_off.suspend_words,
        putting_off.REVIEW: putting_off.review_words,
        putting_off.STONE: putting_off.stone_words,
        "desk_reveal": more.reveal_because,
        listing.FIND: listing.find_words,
        canned.NEW: canned.written,
    },
    replies={"thread": talking.replied},
    edits={"thread": changing.changed},
)
