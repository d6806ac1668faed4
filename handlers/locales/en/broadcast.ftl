broadcast-head = [Announcement] { $units } · { $house }
broadcast-not-yours = You may not send announcements: managers, secretaries and administrators can, to their own unit and below.
broadcast-write-plain = Please write what is to be announced; files may come along, in several messages.
    At most { $most } characters. Next you choose the units, and nothing is sent before you confirm.
broadcast-write-notice = Please write the policy notice: its title in the first line, then its words; files are welcome, several messages are fine.
    At most { $most } characters. Then choose the units; everyone can press “Read” and “Ask”.
broadcast-not-this = This kind can't be announced. Please use words, pictures, videos, voice messages or files.
broadcast-too-much = This was not added: at most { $characters } characters and { $files } files.
broadcast-content = What will be sent:
broadcast-files = ({ $count } attached)
broadcast-go-on = Write on if there is more; then choose to whom.
broadcast-button-units = To whom
broadcast-button-anew = Start over
broadcast-button-before = Previous
broadcast-button-after = Next
broadcast-button-review = Look once more
broadcast-button-send = Send to { $count }
broadcast-button-pause = Pause
broadcast-button-resume = Resume
broadcast-button-stop = Stop
broadcast-choose = To which units? A unit means all below it as well.
    It reaches { $count } people now (who have opened the mailbox and not blocked it).
broadcast-to = To { $units } and below, { $count } people.
broadcast-empty = There is nothing to send yet. Please write it first.
broadcast-nobody = Nobody in these units can be reached yet; nothing was sent. Please choose others.
broadcast-begun = Sending begins
broadcast-is-running = Being sent ({ $units })
    Delivered { $sent } of { $total }, waiting { $waiting }, failed { $failed }, blocked { $blocked }
broadcast-is-paused = Paused ({ $units })
    Delivered { $sent } of { $total }, waiting { $waiting }, failed { $failed }, blocked { $blocked }
broadcast-is-stopped = Stopped ({ $units })
    Delivered { $sent } of { $total }, not sent { $waiting }, failed { $failed }, blocked { $blocked }
broadcast-is-done = All sent ({ $units })
    Delivered { $sent } of { $total }, failed { $failed }, blocked { $blocked }
broadcast-under-way = { $count } already on their way will still arrive.
broadcast-one-at-a-time = One announcement at a time: when this one is done or stopped, use /broadcast for the next.
broadcast-already-running = It is being sent
broadcast-already-paused = It is paused
broadcast-already-stopped = It was stopped
broadcast-already-done = All of it is sent
