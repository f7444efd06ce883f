namespace NexiPortal.Infrastructure;

/// <summary>Where the portal keeps files.</summary>
/// <param name="Data">SQLite's database, caught mails (<c>Portal__DataDirectory</c>).</param>
/// <param name="Keys">Keys of Data Protection and of the audit chain, shared by all nodes (<c>Portal__KeysDirectory</c>).</param>
public sealed record DataDirectories(string Data, string Keys);
