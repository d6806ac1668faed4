digest-title = { $unit }: { digest-name }
digest-so-far = { digest-this } so far (until { $moment })
digest-going-on = { digest-this } is not over; these figures still change.
digest-verdict-better = Better than { digest-last }: { $why }.
digest-verdict-worse = Worse than { digest-last }: { $why }.
digest-verdict-same = Much as { digest-last }.
digest-verdict-first = There is nothing of { digest-last } to compare with yet.
digest-verdict-quiet = Nothing was raised and nothing is open.
digest-why-score-up = overall { $value }, up { $points } points
digest-why-score-down = overall { $value }, down { $points } points
digest-why-late-up = { $count } more overdue
digest-why-late-down = { $count } fewer overdue
digest-why-time-up = on time { $value }, up { $points } points
digest-why-time-down = on time { $value }, down { $points } points
digest-and = {", "}
digest-semicolon = {"; "}
digest-section-head = { $title } ({ $count })
digest-comma = {", "}
digest-needs = { $count } { $count ->
    [one] ticket needs
   *[other] tickets need
} you:
digest-needs-none = Nothing needs you.
digest-needs-late = Nothing needs you yourself; { $count } overdue are being urged, see “Details”.
digest-needs-more = { $count } more under “Details”.
digest-need = { $number } { $title }: { $why }
digest-need-instruction = your instruction was not answered in time
digest-need-again = not satisfied, time { $number }
digest-need-late = { $number } { $number ->
    [one] workday
   *[other] workdays
} overdue
digest-need-review = on the long list, due for review

digest-flow = New { $new }{ $new_change } · finished { $finished }{ $finished_change }
digest-stock = Open { $open }{ $open_change } · overdue { $overdue }{ $overdue_change }
digest-change = {" "}({ $change })
digest-no-change = {" "}(same)
digest-rated = { $n } rated, { $unrated } not rated
digest-rates = Contacted { $contacted } · solved { $solved } · satisfied { $satisfied }
digest-rates-each = Contacted { $contacted }
    Solved { $solved }
    Satisfied { $satisfied }
digest-rates-few = Contacted { $contacted } · solved { $solved } · satisfied { $satisfied } (too few)
digest-score = Overall { $score } · weights { $weights } (version { $version })
digest-rate = { $percent } ({ $of })
digest-few = { $of } (too few)
digest-too-few = too few (n={ $n })
digest-on-time = Answered in time { $rate }
digest-heard = Answered by a person { $rate }
digest-settled = With a result that stands { $rate }
digest-again = Worked on again: { $week } reopened, { $open } open
digest-low = Overall below { $floor }: { $units }
digest-low-more = Overall below { $floor }: { $units } and others, { $count } units
digest-place = Place { $place } of { $among } at its level{ $before }
digest-place-before = {" "}({ digest-last } { $place })
digest-reports = { $count } { $count ->
    [one] accusation
   *[other] accusations
}, handled apart
digest-nothing = There are no details.
digest-list-more = … { $count } more in the workbook
digest-line = { $number } { $title }: { $tail }

digest-figures-title = Figures
digest-figures-columns = Figure|Now|Before|Change
digest-figure-new = New
digest-figure-finished = Finished
digest-figure-open = Open
digest-figure-overdue = Overdue
digest-figure-again = Reopened
digest-figure-contacted = Contacted
digest-figure-solved = Solved
digest-figure-satisfied = Satisfied
digest-figure-score = Overall
digest-figure-unrated = Not rated
digest-figure-kept = Answered in time
digest-figure-heard = Answered by a person
digest-figure-settled = With a result that stands
digest-late-title = Overdue
digest-late-columns = Number|Matter|Unit|Owner|What is late|Due|Workdays late
digest-late-accept = not accepted
digest-late-first_answer = no first answer
digest-late-done = not done
digest-late-tail = { $what }, { $days } { $days ->
    [one] workday
   *[other] workdays
} late, { $owner }
digest-again-title = Worked on again
digest-again-columns = Number|Matter|Unit|Owner|Times reopened|State
digest-again-tail = reopened { $times } { $times ->
    [one] time
   *[other] times
}, { $state }
digest-instructions-title = Instructions
digest-instructions-columns = Number|Matter|Manager|Instruction|Given|Due|Progress|Answer
digest-instruction-tail = { $state }: { $text }
digest-instruction-done = answered
digest-instruction-green = on time
digest-instruction-yellow = due within three days
digest-instruction-red = due within a day
digest-instruction-late = overdue
digest-review-title = Long list, due for review
digest-review-columns = Number|Matter|Unit|Review|Plan
digest-review-tail = review on { $date }
digest-shared-title = Raised by several
digest-shared-columns = Number|Matter|Unit|People|Tickets|State
digest-shared-tail = { $people } people, { $state }
digest-ranking-title = Units within their level
digest-ranking-columns = Level|Place|Place { digest-last }|Unit|Overall|Rated|Contacted|Solved|Satisfied|In time
digest-ranking-line = { $place } ({ digest-last } { $before }) { $unit } { $score } (n={ $n })
digest-ranking-few = — { $unit } { $score }
digest-ranking-good = Done well: { $units }
digest-ranking-low = Below { $floor }: { $units }
digest-no-place = —
digest-categories-title = Categories
digest-categories-columns = Category|New|Before|Change
digest-categories-line = { $name } { $new }{ $change }
digest-categories-up = Rose most: { $names }
digest-category-merged = Others (merged)
digest-by_unit-title = Units and categories
digest-by_unit-columns = Unit|Category|New
digest-by_unit-note = Fewer than { $fewest } tickets of one category without a name are merged, and counted one level up only.
digest-unheard-title = Not answered by a person yet
digest-unheard-columns = Number|Matter|Unit|Owner|Raised|Workdays ago|State
digest-unsettled-title = Without a result yet
digest-unsettled-besides = { $count } of them are not answered by a person yet, see above.
digest-unsettled-columns = Number|Matter|Unit|Owner|Raised|Workdays ago|State
digest-without-today = { $state }, raised less than a workday ago
digest-without-tail = { $state }, { $days } { $days ->
    [one] workday
   *[other] workdays
}

digest-button-earlier = The { digest-span } before
digest-button-later = The { digest-span } after
digest-button-below = Units below
digest-button-details = Details
digest-button-files = Picture and workbook
digest-button-ledger = Full ledger
digest-button-supervise = Instruct
digest-button-tickets = One by one

digest-picture-name = { digest-name } { $unit } { $from }.png
digest-book-name = { digest-name } { $unit } { $from }.xlsx
digest-picture-trend = Eight { digest-span }s
digest-picture-new = New
digest-picture-finished = Finished
digest-picture-open = Open
digest-picture-score = Overall
digest-picture-units = Rates by unit
digest-picture-contacted = Contacted
digest-picture-solved = Solved
digest-picture-satisfied = Satisfied
digest-picture-few = too few, n={ $n }
digest-picture-none = nobody rated
digest-picture-n = n={ $n }
digest-picture-more = { $count } more units in the workbook
digest-picture-silent = Nobody rated in the other { $count } units
digest-picture-foot = Rates count only raisers who rated; fewer than 5 make none. Weights version { $version }
digest-book-sheet = { digest-name }

digest-outside = Visits { $visits }, people talked with { $people }, opinions { $opinions }
digest-outside-rounds = Boxes opened { $rounds }, letters in them { $letters }
digest-outside-sites = On-site offices { $sites }
digest-tasks-line = Promised: { $open } under way, { $late } of them overdue, { $soon } due { digest-next }; { $struck } struck off
digest-tasks-title = Promised and supervised
digest-tasks-columns = Task|From|Unit|Owner|Due|Light|State|Came back
digest-tasks-tail = · { $owner } · { $state }{ $relapses ->
        [0] {""}
       *[other] , came back { $relapses } times
    }

digest-last = { $period ->
        [month] last month
        [quarter] last quarter
       *[week] last week
    }
digest-next = { $period ->
        [month] next month
        [quarter] next quarter
       *[week] next week
    }
digest-this = { $period ->
        [month] This month
        [quarter] This quarter
       *[week] This week
    }
digest-name = { $period ->
        [month] monthly digest
        [quarter] quarterly digest
       *[week] weekly digest
    }
digest-span = { $period ->
        [month] month
        [quarter] quarter
       *[week] week
    }
digest-button-week = Weekly
digest-button-month = Monthly
digest-button-quarter = Quarterly
digest-button-paper = As a document
digest-paper-name = { digest-name } { $unit } { $from }.docx
digest-paper-title = { $unit }: { digest-name }
digest-paper-sending = The document is coming

digest-label-month = { $month ->
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
digest-label-january = Jan { $year }
digest-label-quarter = { $year }Q{ $quarter }
digest-paper-span = { $from } to { $to }
digest-paper-date = { $day }.{ $month }.{ $year }
digest-paper-heading = { $place }. { $title }
digest-paper-summary = In short
digest-paper-counts = { $new } were raised{ $new_change } and { $finished } finished{ $finished_change }; { $open } are open{ $open_change }, { $overdue } of them overdue{ $overdue_change }.
digest-paper-rates = { $n } raisers rated their answer, { $unrated } did not. Contacted { $contacted }, solved { $solved }, satisfied { $satisfied }, overall { $score } (weights { $weights }, version { $version }).
digest-paper-promises = Answered in time { $kept }; answered by a person { $heard }; with a result that stands { $settled }.
digest-paper-said = { $words }.
digest-needs-title = What needs a manager
digest-needs-columns = Number|Matter|Unit|Why
digest-paper-besides = { $count } more have not been answered by a person yet, see above.
