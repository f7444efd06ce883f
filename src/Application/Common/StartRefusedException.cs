namespace NexiPortal.Application.Common;

/// <summary>The portal must not start; the message is one sentence for the operator, naming what to mend.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
