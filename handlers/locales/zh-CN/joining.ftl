# Coming in by an invitation.

join-offer =
    { $mailbox }邀请 { $name } 担任{ $unit }的{ $role }。
    如果您就是 { $name }，请点“接受”；如果不是，请点“不是我”，邀请会留给本人。
    邀请在 { $until } 前有效，只能用一次。
join-button-accept = 接受
join-button-decline = 不是我
join-done = 已接受
join-declined = 好的，什么都没有改变。请把邀请链接转给本人。
join-unknown = 这个邀请无效，可能没有复制完整。请向给您链接的人再要一次。
join-used = 这个邀请已经用过了，一个邀请只能用一次。如果不是您本人用的，请告诉管理员；需要新的，请管理员再发一个。
join-expired = 这个邀请已在 { $until } 过期。请管理员再发一个。
join-retired = { $unit }已停用，这个邀请不再有效。请联系管理员。
join-already = 您已经是{ $unit }的{ $role }，不用再接受一次。

join-welcome-secretary =
    { $name }，您现在是{ $unit }的信箱专员。
    每件反映在工作群里是一个话题，受理、派单、答复都在那里。还没进群的，请管理员拉您进去。
    进群后发送 /todo 看待办，发送 /help 看能做什么。
join-welcome-owner =
    { $name }，您现在是{ $unit }的承办人。
    交给您办的事会发到这里，写明事由和时限，点按钮签收、报进展、报结。
    发送 /todo 看手上的事，发送 /help 看能做什么。
join-welcome-manager =
    { $name }，您现在可以看到{ $unit }及下级单位的周报。
    周报定时发到这里，可以点开看某一件，也可以写督办意见。
    随时发送 /digest 看最新情况，发送 /help 看能做什么。
join-welcome-admin =
    { $name }，您现在是{ $unit }的信箱管理员。
    程序出了问题会在这里告诉您，并写明怎么处理。发送 /help 看能做什么。

join-group = { $name } 已接受邀请，成为{ $unit }的{ $role }。
