# The other doors: hotline, visits, paper boxes, letters; places and posters.

off-log-ask = Writing down a concern ({ $source }) from: { $contact }
    Please write what they said, with photos if you like. If the source is wrong, change it below.
off-contact-none = no name or contact left
off-contact-hidden = name not to be kept
off-preview = Please check:
    Source: { $source }
    From: { $contact }
    Unit: { $unit }
    Category: { $category }
    Kind: { $kind }

    { $text }

    If there is more, just send it; it is added.
off-preview-report = This sounds like an accusation: it goes its own way, to the restricted group only, without search and digest. If it is none, please change the kind.
off-preview-report-homeless = This sounds like an accusation, but no restricted group is registered: after submitting the admin decides where it goes. If it is none, please change the kind.
off-button-submit = Submit
off-button-unit = Unit: { $now }
off-button-category = Category: { $now }
off-button-kind = Kind: { $now }
off-button-source = Source: { $now }
off-button-hide-name = Keep no name
off-button-show-name = Keep the name
off-button-again = Start over
off-button-back = ‹ Back
off-again = The words are gone. Please write them anew.
off-pick-unit = Which unit is it about?
off-pick-category = Which category?
off-pick-kind = Which kind?
off-pick-source = Where does it come from?
off-submitted-toast = { $number } is on the ledger.
off-submitted = On the ledger as { $number }.
    { $title }
    Accepted or declined by { $due } at the latest.
off-code = Follow code of { $number } (shown only once; please read it out or hand it over): { $code }
    With it the raiser can ask, add and rate from any account.
off-code-ask = A new follow code for { $number }? The old one stops working at once.
off-button-new-code = New code
off-code-new = { $number } has a new follow code; the old one no longer works.

off-has-chat = The raiser has a chat account; this step is theirs.
off-ask-add = What does the raiser of { $number } add? One message, with photos if you like.
off-ask-reopen = Why is { $number } not solved? One message, please.
off-ask-appeal = Why does the raiser of { $number } not agree with its being declined? One message, please.
off-ask-up = Why does the raiser of { $number } ask for a review? One message, please.
off-added = { $number } was added to.
off-went-up = { $number } went to the unit above, as the raiser wishes.
off-rate-by = filled in after calling back
off-rated = The rating of { $number } is on record.

off-kind-box = paper box
off-kind-place = place with a poster
off-boxes-head = Paper boxes and places with posters:
off-boxes-none = No paper boxes or places yet.
off-box = · { $name } ({ $kind }, { $unit }), keeper: { $keeper }
off-boxes-how = To add: /boxes + name kind keeper, such as: /boxes + EastGate box Wang
    To remove: /boxes - name
off-button-add = Add
off-button-poster = Poster: { $name }
off-place-ask = Please write: name kind keeper, with spaces between, such as: EastGate box Wang
    The kind is “box” or “place”; for a unit below, add the unit's name.
off-place-twice = { $unit } has “{ $name }” already; please use another name.
off-place-added = Registered: “{ $name }”, { $kind } of { $unit }.
off-place-retired = “{ $name }” is removed; its tickets stay.
off-place-unknown = There is no box or place “{ $name }”. Send /boxes to see them all.
off-poster-ask = Whose poster?
off-poster-coming = The poster comes here in a moment.
off-poster = Poster for “{ $name }”, to be printed on A4. Scanning it chooses the unit.

import-wrong-formula = a cell is a formula; please write its text
import-wrong-unit = there is no unit “{ $name }”. { $near }
import-wrong-category = there is no category “{ $name }”. { $near }
import-wrong-grade = there is no grade “{ $name }”
import-wrong-source = there is no channel “{ $name }”
import-wrong-number = the number “{ $number }” can't be one
import-wrong-empty = summary and detail are both empty
import-wrong-long = the detail has more than { $most } characters
import-same = it is there already: { $number }
import-wrong-unknown = there is no ticket with the number “{ $number }”, or it is another unit's
import-wrong-state = it is “{ $state }”: category and grade can't be changed any more
import-wrong-done = it is “{ $state }”: what is finished is not taken in
import-wrong-closed-unstated = it has an end, “{ $closed }”, and no state. If it is finished, write the state “closed” (it is not imported); if not, “waiting to be accepted”. If all such rows are alike, add --unstated finished or --unstated open
import-wrong-answered-unstated = it has an answer and no state. If it is finished, write the state “closed” (it is not imported); if not, “waiting to be accepted”. If all such rows are alike, add --unstated finished or --unstated open
import-wrong-closed-open = its state is “{ $state }”, yet it has an end, “{ $closed }”: please mend one of them
import-wrong-finished = it has an end or an answer and counts as finished: not imported
import-anonymous = its raiser is not to be known: imported as anonymous, the contact was left out
import-line = row { $line }
import-kept = As the ledger had it:
    { $text }
import-wrong-state-word = there is no state “{ $name }”
import-wrong-several = “{ $name }” fits { $count }: the row was not taken. Please write one of them in full: { $choices }
