namespace NexiPortal.Domain.Registration;

/// <summary>What the fonts of the paper form can print; a character they cannot is refused at input, never printed as a box.</summary>
public interface IPrintableText
{
    /// <summary>Whether one user-perceived character, with its variation selector if it has one, can be printed as it is.</summary>
    bool CanPrint(string textElement);
}
