namespace NexiPortal.Domain.Registration;

/// <summary>Where an application stands, from ⑫ on.</summary>
public enum ApplicationState
{
    /// <summary>書類待ち: submitted, the stamped form has not arrived yet.</summary>
    AwaitingPaper,

    /// <summary>手続中: the paper has arrived and is being checked.</summary>
    InReview,

    /// <summary>補正待ち: papers are missing or wrong; what was entered stands.</summary>
    AwaitingCorrection,

    /// <summary>再開中: the registrant may change what was entered.</summary>
    Reopened,

    /// <summary>承認待ち: checked by one person, to be approved by another.</summary>
    AwaitingApproval,

    /// <summary>発送待ち: approved; code and ID are issued, the letter is still to go out.</summary>
    Approved,

    /// <summary>完了: the letter is on its way.</summary>
    Completed,

    /// <summary>登録不可: refused, with a reason.</summary>
    Declined,

    /// <summary>取下げ: taken back by the registrant.</summary>
    Withdrawn,

    /// <summary>期限切れ: a deadline has gone by. Computed from the clock, stored only once the expiry has been told (M12).</summary>
    Expired,
}

/// <summary>Whose turn it is in a state.</summary>
public static class ApplicationStates
{
    /// <summary>The registrant's turn: something is waited for, and once its deadline has gone by the case has expired.</summary>
    public static readonly IReadOnlyList<ApplicationState> Waiting = [ApplicationState.AwaitingPaper, ApplicationState.AwaitingCorrection, ApplicationState.Reopened];

    /// <summary>The insurer's turn: staff have something to do.</summary>
    public static readonly IReadOnlyList<ApplicationState> InHand = [ApplicationState.InReview, ApplicationState.AwaitingApproval, ApplicationState.Approved];

    /// <summary>Somebody's turn.</summary>
    public static readonly IReadOnlyList<ApplicationState> Open = [.. Waiting, .. InHand];

    /// <summary>Nobody's turn any more.</summary>
    public static readonly IReadOnlyList<ApplicationState> Closed = [ApplicationState.Completed, ApplicationState.Declined, ApplicationState.Withdrawn, ApplicationState.Expired];
}

/// <summary>What can be done to an application.</summary>
public enum ApplicationVerb
{
    /// <summary>⑫ 申込書印刷へ: submitted for the first time, or again after reopening.</summary>
    Submit,

    /// <summary>⑬ 取り下げる.</summary>
    Withdraw,

    /// <summary>申込書の到着を登録する.</summary>
    RegisterReceipt,

    /// <summary>補正を依頼する.</summary>
    RequestCorrection,

    /// <summary>手続き再開用URLを送る.</summary>
    Reopen,

    /// <summary>承認を依頼する.</summary>
    RequestApproval,

    /// <summary>差し戻す.</summary>
    SendBack,

    /// <summary>承認する.</summary>
    Approve,

    /// <summary>登録不可とする.</summary>
    Decline,

    /// <summary>発送を登録する.</summary>
    RegisterDispatch,

    /// <summary>返戻を登録する: the letter came back.</summary>
    RegisterReturn,

    /// <summary>The clock: a deadline has gone by.</summary>
    Expire,

    /// <summary>期限切れを復活する.</summary>
    Revive,
}

/// <summary>Who may do something to an application.</summary>
public enum Performer
{
    /// <summary>The registrant, with the link.</summary>
    Registrant,

    /// <summary>受付: staff who receive and check.</summary>
    Clerk,

    /// <summary>承認: staff who approve, never what they checked themselves.</summary>
    Approver,

    /// <summary>The clock.</summary>
    Clock,
}
