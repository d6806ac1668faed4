# Coming in by an invitation.

join-offer =
    { $mailbox } invites { $name } to be { $role } of { $unit }.
    If you are { $name }, press Accept. If you are not, press Not me: the invitation stays for them.
    It is good until { $until }, once.
join-button-accept = Accept
join-button-decline = Not me
join-done = Accepted
join-declined = Nothing was changed. Please pass the link on to whom it is for.
join-unknown = This invitation is not valid; perhaps the link was not copied whole. Please ask for it again.
join-used = This invitation was used before, and counts only once. If that was not you, tell an admin; they can also make another.
join-expired = This invitation ended on { $until }. An admin can make another.
join-retired = { $unit } is no longer in use, and neither is this invitation. Please ask an admin.
join-already = You are { $role } of { $unit } already; nothing to accept.

join-welcome-secretary =
    { $name }, you are now a secretary of { $unit }.
    Each concern is a topic in the secretaries' group: accept, assign and answer there. If you are not in the group yet, ask an admin to add you.
    There, /todo shows what waits and /help what you can do.
join-welcome-owner =
    { $name }, you are now an owner at { $unit }.
    What is given to you comes here, with the matter and the time; buttons sign for it, note progress and report it done.
    /todo shows what you have, /help what you can do.
join-welcome-manager =
    { $name }, you now see the digest of { $unit } and the units below.
    It comes here by itself; open a ticket from it, or give an instruction.
    /digest shows how things are at any time, /help what you can do.
join-welcome-admin =
    { $name }, you now look after the mailbox at { $unit }.
    If something goes wrong with the program, you are told here, with what to do. /help shows what you can do.

join-group = { $name } has accepted the invitation and is now { $role } of { $unit }.
