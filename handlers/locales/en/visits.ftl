menu-visit-open = Open a paper box
menu-visit = Visits and talks
menu-visit-site = On-site office

visit-kind-round = Box
visit-kind-visit = Visit
visit-kind-talk = Talk
visit-kind-site = On-site office
visit-gone = There is no such record, or it is not yours.
visit-closed = This record is closed.
visit-item-gone = This one is gone.
visit-decided = This one is “{ $way }” already.
visit-no-box = No paper box is registered yet; see /boxes.
visit-start-round = { $unit } · opening a paper box: which one?
visit-start-visit = { $unit } · visits and talks:
visit-start-site = { $unit } · on-site office:
visit-button-go-on = Go on: { $name }
visit-button-visit = A visit
visit-button-talk = A talk
visit-button-site = Begin an on-site office
visit-button-plans = Visits that come again
visit-button-finish = Finish
visit-button-join = I write, too
visit-button-drop = Wrong, remove it
visit-button-close = Close it
visit-button-more = Write on
visit-button-open = Open the box
visit-button-plan = A new one
visit-button-unplan = Stop: { $name }
visit-twice = One is still open: { $name }. Please go on there, or close it first.
visit-ask-round = Please write: letters | witness | seal, for example:
    3 | 李明 | intact
    With no letter at all write 0.
visit-ask-visit = Please write: theme | place | led by | participants | how many, for example:
    一线走访 | 二车间 | 何厂长 | 夜班职工 | 12人
visit-ask-talk = Please write: theme | place | host | participants | how many, for example:
    青年职工座谈会 | 会议室 | 林书记 | 新进职工 | 25人
visit-ask-site = Please write: place | led by | units, for example:
    二号宿舍楼 | 林书记 | 后勤处、工会
visit-head-empty = Please write at least a theme or a place.
visit-write-round = { $name }, { $count } so far. Please send each letter as one message (words or photos); a signed one as “name: words”. Then press “Finish”.
visit-write-visit = { $name }, { $count } so far. Please send the opinions one by one, “name: opinion” if you like. Then press “Finish”.
visit-write-talk = { $name }, { $count } so far. Please send the opinions one by one, “name: opinion” if you like. Then press “Finish”.
visit-write-site = { $name }, { $count } so far. Please send the problems one by one, and say what becomes of each. Then press “Finish”.
visit-item-empty = Please write something, or send a photo.
visit-item = No. { $place }: { $text }
visit-item-way = {" "}({ $way })
visit-way-ticket = Make it a ticket
visit-way-answered = Answered there
visit-way-coordinated = Coordinated
visit-way-promised = Promised
visit-way-count = { $way }: { $count }
visit-dropped = Removed
visit-dropped-head = No. { $place } was removed.
visit-ticket-made = It is { $number } now
visit-untitled-round = Letter from a box (see the photo)
visit-untitled-visit = Heard on a visit (see the photo)
visit-untitled-talk = Heard in a talk (see the photo)
visit-untitled-site = Problem on site (see the photo)
visit-ask-reply = What was answered to no. { $place }?
visit-ask-promise = What is promised for no. { $place }? Please write: owner | date | promise, for example:
    王建国 | 3月15日 | 更换电线
visit-promise-unread = Please name an owner and a date, for example: 王建国 | 3月15日 | 更换电线
visit-finish = { $name }: { $count } in all.
visit-undecided-ticket = { $count } are undecided; they become tickets, each with its number and its limit.
visit-undecided-coordinated = { $count } are undecided; they are coordinated, as tickets.
visit-letters-differ = { $said } letters were counted and { $count } entered; please check.
visit-closed-now = Closed
visit-closed-head = Closed: { $name }, { $count } in all.
visit-files = The record of { $name }:

visit-plans = { $unit } · { $count } visits that come again
visit-ask-plan = Please write: theme | time | place | who, for example:
    厂医巡诊 | 每周三 9:00 | 二车间休息室 | 李医生
    心理咨询 | 每月5日 14:30 | 工会 | 王老师
visit-plan-unread = I can't read that. Please write the time like 每周三 9:00 or 每月5日 14:30.
visit-planned = Planned: { $theme }, next on { $date }. The unit hears of it the day before; on the day you are asked to enter it.
visit-unplanned = Stopped
visit-announce = [Coming] { $theme }
    Time: { $date }
    Place: { $place }
    { $units } · { $house }
visit-enter = “{ $theme }” is today; please enter what was heard.
visit-box-never = The box “{ $name }” was never opened since it was registered; { $keeper }, please open it.
visit-box-late = The box “{ $name }” was last opened on { $date }, more than a week ago; { $keeper }, please open it.
visit-left-open = “{ $name }” is still open; please write on, or press “Finish”.

visit-unnamed = unnamed
visit-register-round = { $unit }: boxes opened
visit-register-visit = { $unit }: visit
visit-register-talk = { $unit }: talk
visit-register-site = { $unit }: on-site office
visit-minutes-visit = { $unit }: record of a visit
visit-minutes-talk = { $unit }: minutes of a talk
visit-minutes-site = { $unit }: minutes of an on-site office

visit-column-box = Box
visit-column-opened = Opened
visit-column-opener = Opened by
visit-column-witness = Witness
visit-column-letters = Letters
visit-column-seal = Seal
visit-column-letter = Letter
visit-column-summary = Summary
visit-column-signed = Signed
visit-column-to_unit = Unit
visit-column-result = Result
visit-column-answered_at = Answered on
visit-column-remark = Remark
visit-column-no = No.
visit-column-theme = Theme
visit-column-time = Time
visit-column-place = Place
visit-column-host = Host
visit-column-names = Participants
visit-column-recorder = Recorder
visit-column-speaker = Speaker
visit-column-opinion = Opinion
visit-column-category = Category
visit-column-reply = Answered there
visit-column-due = Due
visit-column-answer = Answer
visit-column-finished = Done
visit-column-date = Date
visit-column-units = Units
visit-column-problem = Problem
visit-column-way = Way
visit-column-promise = Promise
visit-column-owner = Owner
visit-column-progress = Progress
