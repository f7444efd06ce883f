namespace NexiPortal.Domain.Registration;

/// <summary>How far whoever was sent a 登録用URL has come; stored by its number, in the order of the way.</summary>
public enum RegistrationStep
{
    /// <summary>⑥: the mail was sent.</summary>
    Sent,

    /// <summary>⑧: the right password was entered.</summary>
    Opened,

    /// <summary>⑨: a kind was chosen.</summary>
    Chosen,

    /// <summary>⑩: an entry without a mistake was sent.</summary>
    Entered,

    /// <summary>⑪: it was confirmed.</summary>
    Confirmed,

    /// <summary>⑫: the application was submitted.</summary>
    Submitted,
}
