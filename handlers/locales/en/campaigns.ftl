menu-campaigns = Campaigns
menu-campaign = Run a campaign

campaign-gone = There is no such campaign, or it was not sent to your unit.
campaign-none = There was no campaign for your unit lately.
campaign-list = Campaigns:
campaign-see-below = See below
campaign-closed = The campaign is closed.
campaign-closed-raise = The campaign is closed; what you wrote is still there. Cancel, and send it to me as a suggestion.
campaign-ask-propose = “{ $title }”: what do you propose? Several messages and photos are fine; you look it over before it goes.
campaign-preview = Your proposal; please look it over:
campaign-hidden = Hidden: only the mailbox knows who you are, neither the secretaries nor anybody else.
campaign-named = Named: the secretaries see your name, nobody else does.
campaign-traces = Please note: the text holds { $traces }, and everybody can read this proposal: it may show who you are. You can cancel and write it anew, or submit it as it is.
campaign-no-contact = The contact card was not taken: everybody can read proposals, so they go without names and numbers. Please write what you propose in words.
campaign-button-submit = Submit
campaign-button-name = Name me
campaign-button-hide = Hide me
campaign-button-propose = I propose
campaign-button-look = What others propose
campaign-button-open = No. { $place } ({ $count })
campaign-button-second = Second it
campaign-submitted-toast = Submitted
campaign-submitted = Proposal no. { $place } to “{ $title }” is submitted. You will hear whether it is taken up, and what became of it.
campaign-proposals = { $count } proposals to “{ $title }”, the most seconded first:
campaign-proposal-line = No. { $place } · seconded { $count } · { $text }
campaign-proposal-gone = This proposal is gone.
campaign-one = Proposal no. { $place } (seconded { $count })
    { $text }
campaign-seconded = Seconded; press again to take it back
campaign-unseconded = Taken back
campaign-rated = Thank you
campaign-rated-before = You have said so before
campaign-rate-satisfied = Satisfied
campaign-rate-fairly = Fairly
campaign-rate-dissatisfied = Dissatisfied

campaign-kept = { $count } campaigns
campaign-state-draft = not sent
campaign-state-open = open
campaign-state-closed = closed
campaign-button-new = New campaign
campaign-button-gather = Gather into a measure
campaign-button-drop = Not taken up
campaign-button-book = Spreadsheet
campaign-button-close = Close it now
campaign-button-publish = Publish measures and progress
campaign-button-judge = Ask everyone to judge
campaign-ask-title = Please write the title, and from the second line on what it is about, for example:
    我为群众办实事
    请提您最盼着解决的一件事。
campaign-ask-until = Until which day? For example 3月20日, 下周五, 10天
campaign-sent-already = This campaign was sent.
campaign-head = “{ $title }” ({ $state })
campaign-funnel = proposed { $proposals } → gathered { $gathered } → measures { $measures } → published { $published } → done { $done } → judged { $rated }
campaign-mark-gathered = {" "}✓
campaign-measures = Measures:
campaign-ask-gather = Which ones make a measure? Please write: numbers | measure | owner | due | expected effect, for example:
    1、3 | 食堂增设夜宵窗口 | 王建国 | 6月30日 | 夜班吃上热饭
campaign-gathered-as = Taken up as a measure: { $title }
    Owner: { $owner }, due: { $date }
campaign-gather-unread = Please write at least numbers and measure, for example: 1、3 | 食堂增设夜宵窗口
campaign-numbers = Some of these numbers there are not, or they were gathered or dropped already.
campaign-numbers-unread = The numbers “{ $words }” could not be understood. Please write them like: 1, 3
campaign-ask-drop = Which ones are not taken up? Please write: numbers | reason; who proposed them hears the reason.
campaign-drop-why = Please give the reason, for example: 2 | 与消防要求不符
campaign-closed-now = Closed
campaign-told = [Campaign] { $title }
    until { $date }, { $units } · { $house }
campaign-published = [Measures] { $title }
    { $units } · { $house }
campaign-progress = [Progress] { $title }
    { $units } · { $house }
campaign-no-measures = There are no measures yet: gather proposals into measures first, then publish.
campaign-ratings = Judged by everyone: { $ratings }
campaign-picture-count = { $whole } measures, { $struck } done
campaign-picture-who = { $owner } · due { $due }
campaign-picture-rest = { $count } more are in the spreadsheet.
campaign-picture-foot = { $house } · { $date }
campaign-judge = [Please judge] { $title }: how was it done?
    { $units } · { $house }
campaign-gathered = Your proposal no. { $place } is taken up, in the measure: { $title }
campaign-dropped = Your proposal no. { $place } was not taken up this time: { $reason }
campaign-measure-done = Your proposal no. { $place } has come to something; the measure is done: { $title }
campaign-register = { $title }: measures

campaign-column-no = No.
campaign-column-project = Project
campaign-column-from = From
campaign-column-need = Need
campaign-column-measure = Measure
campaign-column-effect = Expected effect
campaign-column-leader = Responsible leader
campaign-column-lead = Lead unit
campaign-column-support = Supporting units
campaign-column-owner = Owner
campaign-column-due = Due
campaign-column-progress = Progress
campaign-column-share = Done
campaign-column-rating = Judged
campaign-column-published = Published
campaign-column-remark = Remark
