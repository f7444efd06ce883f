using NexiPortal.Application.Common;

namespace NexiPortal.Application.Registration;

/// <summary>Prints the terms of the Web service (⑫ PDF版はこちら).</summary>
public interface ITermsRenderer
{
    /// <summary>Draws the terms on as many A4 pages as they need.</summary>
    byte[] Render(OperatorText terms, string operatorName);
}
