"""What the secretaries' desk answers to."""

from __future__ import annotations

from handlers.cases import verbs as case_verbs
from handlers.conversations.secretary import (
    answer_drafts,
    deciding,
    deferral,
    doubts,
    edits,
    group_lists,
    more,
    pickers,
    ready_answers,
    thread_words,
    verbs,
)
from handlers.conversations.secretary.edits import edited, thread_changed
from handlers.conversations.secretary.thread_words import aside, in_group
from handlers.core.commands import GROUP, Command
from handlers.core.routing import Routes
from handlers.rules.rights import Right

__all__ = ["ROUTES", "aside", "edited", "in_group", "thread_changed"]

ROUTES = Routes(
    commands={
        Command("todo", Right.LIST, GROUP): group_lists.todo,
        Command("find", Right.FIND, GROUP): group_lists.find,
        Command("t", Right.CANNED, GROUP): ready_answers.canned,
        # Managers have steps of their own, but nothing that they said to a raiser: taking back is for those who write.
        Command("recall", Right.CANNED, GROUP, line=False): edits.recall,
        Command("who", Right.LIST, GROUP): group_lists.who,
    },
    presses={
        case_verbs.DESK_ACCEPT: deciding.accept,
        case_verbs.DESK_RESUME: deciding.resume,
        case_verbs.DESK_CLOSE: deciding.close,
        verbs.DESK_SHUT: deciding.shut,
        case_verbs.DESK_DECLINE: deciding.decline,
        verbs.DESK_GROUND: deciding.ground,
        verbs.DESK_DECLINED: deciding.declined,
        case_verbs.DESK_MERGE: deciding.merge,
        verbs.DESK_INTO: deciding.into,
        case_verbs.DESK_JOIN: deciding.join,
        verbs.DESK_MERGED: deciding.merged,
        case_verbs.DESK_ASSIGN: pickers.assign,
        verbs.DESK_OWNERS: pickers.owners,
        verbs.DESK_OWN: pickers.own,
        verbs.DESK_UNITS: pickers.unit_list,
        verbs.DESK_TO: pickers.to_unit,
        verbs.DESK_MOVED: pickers.moved,
        verbs.DESK_CATEGORIES: pickers.categories,
        verbs.DESK_CATEGORY: pickers.category,
        case_verbs.DESK_GRADES: pickers.grades,
        verbs.DESK_GRADE: pickers.grade,
        verbs.DESK_ABOUT: pickers.about,
        verbs.DESK_ACCUSED: pickers.accused,
        case_verbs.DESK_ANSWER: answer_drafts.ask,
        verbs.DESK_SEND: answer_drafts.send,
        verbs.DESK_AGAIN: answer_drafts.again,
        case_verbs.DESK_PASS: answer_drafts.pass_on,
        verbs.DESK_PASSED: answer_drafts.passed,
        verbs.DESK_REWORD: answer_drafts.reword,
        case_verbs.DESK_BACK: answer_drafts.back,
        case_verbs.DESK_PROGRESS: answer_drafts.progress,
        case_verbs.DESK_EXTEND: deferral.extend,
        verbs.DESK_EXTENDED: deferral.extended,
        case_verbs.DESK_GRANT: deferral.grant,
        case_verbs.DESK_REFUSE: deferral.refuse,
        case_verbs.DESK_SUSPEND: deferral.suspend,
        verbs.DESK_SUSPENDED: deferral.suspended,
        verbs.DESK_REVIEW: deferral.review,
        verbs.DESK_REVIEWED: deferral.reviewed,
        verbs.DESK_STONES: deferral.stones,
        verbs.DESK_STONE: deferral.stone,
        case_verbs.DESK_MORE: more.more,
        verbs.DESK_STORY: more.whole_story,
        verbs.DESK_ALIKE: more.alike,
        verbs.DESK_REVEAL: more.reveal,
        verbs.DESK_SHOW: group_lists.show,
        verbs.DESK_TODO: group_lists.todo_page,
        verbs.DESK_CANNED: ready_answers.new,
        case_verbs.DESK_RECALL: edits.recall_pressed,
        verbs.DESK_MEANT: doubts.meant,
    },
    steps={
        answer_drafts.KIND: answer_drafts.gather,
        "desk_back": answer_drafts.back_because,
        deciding.DECLINE: deciding.decline_words,
        deciding.MERGE: deciding.merge_number,
        pickers.TRANSFER: pickers.because,
        deferral.EXTEND: deferral.extend_words,
        deferral.SUSPEND: deferral.suspend_words,
        deferral.REVIEW: deferral.review_words,
        deferral.STONE: deferral.stone_words,
        "desk_reveal": more.reveal_because,
        group_lists.FIND: group_lists.find_words,
        ready_answers.NEW: ready_answers.written,
    },
    kept={
        answer_drafts.KIND: answer_drafts.KEPT,
        deciding.DECLINE: deciding.KEPT,
        deferral.EXTEND: deferral.KEPT_EXTENSION,
        deferral.SUSPEND: deferral.KEPT_PLAN,
    },
    replies={"thread": thread_words.replied},
    edits={"thread": edits.changed},
)
