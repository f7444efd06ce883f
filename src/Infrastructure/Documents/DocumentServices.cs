using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Registration;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Registration;
using NexiPortal.Infrastructure.WebUsers;

namespace NexiPortal.Infrastructure.Documents;

/// <summary>Brings in what the portal prints.</summary>
public static class DocumentServices
{
    /// <summary>Adds the fonts, read here and now so that a portal that could not print never starts.</summary>
    /// <exception cref="InvalidOperationException">A font is missing or broken.</exception>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        var fonts = new DocumentFonts();
        return services
            .AddSingleton<IApplicationFormRenderer, ApplicationFormPdf>()
            .AddSingleton<ITermsRenderer, TermsPdf>()
            .AddSingleton<IRegistrationNoticeRenderer, RegistrationNoticePdf>()
            .AddSingleton<IWindowCalibrationRenderer, WindowCalibrationPdf>()
            .AddSingleton<IRegisteredMailListRenderer, RegisteredMailListPdf>()
            .AddSingleton(fonts)
            .AddSingleton<IPrintableText>(fonts);
    }
}
