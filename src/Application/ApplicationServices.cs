using FluentValidation;
using Mapster;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Application.Staff;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application;

/// <summary>Registers the use cases, their checks, the event handlers and the pipeline round them.</summary>
public static class ApplicationServices
{
    private static readonly Type[] Found = [typeof(IRequestHandler<,>), typeof(IDomainEventHandler<>), typeof(IValidator<>)];

    /// <summary>Adds the Application layer.</summary>
    public static IServiceCollection AddNexiPortalApplication(this IServiceCollection services)
    {
        // The core's values pass to a view as they are: they are immutable, and have no public constructor to copy them with.
        TypeAdapterConfig.GlobalSettings.ForType<ApplicationNumber, ApplicationNumber>().MapWith(number => number);
        TypeAdapterConfig.GlobalSettings.ForType<EmailAddress, EmailAddress>().MapWith(address => address);

        services.AddScoped<ServiceFactory>(scope => scope.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<MailQueue>().AddScoped<RegisterFile>().AddScoped<MailLimits>().AddScoped<PasswordGuard>().AddScoped<OneTimeCodes>().AddScoped<OwnPassword>().AddScoped<Applicants>().AddScoped<ApplicantFile>().AddScoped<NoticeRows>().AddScoped<ILinkMails, LinkMails>().AddScoped<IMailLog, MailLog>();
        services.AddSingleton<RegistrationNoticeWording>().AddSingleton<RegisteredMailListWording>();
        // What one module tells another.
        services.AddScoped<INamedSubjects, NamedApplications>().AddScoped<INamedSubjects, NamedInsuranceUsers>().AddScoped<INamedSubjects, NamedWebUsers>().AddScoped<INamedSubjects, NamedStaff>();
        services.AddScoped<IRegisteredUsers, RegisteredUsers>().AddScoped<IWebUsersOf, WebUsersOf>().AddScoped<ILetterAddresses, LetterAddresses>()
            .AddScoped<ICaseNumbers, CaseNumbers>().AddScoped<IInsuranceUserCodes, InsuranceUserCodes>().AddScoped<IStaffNames, StaffNames>().AddScoped<IInsuranceUserOf, InsuranceUserOf>()
            .AddScoped<IAuditedActs, AuditedActs>().AddScoped<IPasswordOwners, WebUserPasswords>().AddScoped<IPasswordOwners, StaffPasswords>().AddScoped<IOwnCases, OwnCases>();
        // From the outside in: what is logged is what the person got; a retried request is validated once.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(RetryBehaviour<,>));
        // By name, so that an event reaches its handlers in the same order in every build.
        foreach (var type in typeof(ApplicationServices).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsClass: true, ContainsGenericParameters: false }).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType && Found.Contains(i.GetGenericTypeDefinition())))
                services.AddScoped(contract, type);
        }
        return services;
    }
}
