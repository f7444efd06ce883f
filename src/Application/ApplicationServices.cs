using FluentValidation;
using Mapster;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Common;
using NexiPortal.Application.Mail;

namespace NexiPortal.Application;

/// <summary>Registers the use cases, their checks, the event handlers and the pipeline round them.</summary>
public static class ApplicationServices
{
    private static readonly Type[] Found = [typeof(IRequestHandler<,>), typeof(IDomainEventHandler<>), typeof(IValidator<>)];

    /// <summary>Adds the Application layer.</summary>
    public static IServiceCollection AddNexiPortalApplication(this IServiceCollection services)
    {
        // Values such as 受付番号 pass from core to view as they are.
        TypeAdapterConfig.GlobalSettings.Default.ShallowCopyForSameType(true);

        services.AddScoped<ServiceFactory>(scope => scope.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<MailQueue>();
        // From the outside in: what is logged is what the person got; a retried request is validated once.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(RetryBehaviour<,>));
        foreach (var type in typeof(ApplicationServices).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true, ContainsGenericParameters: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType && Found.Contains(i.GetGenericTypeDefinition())))
                services.AddScoped(contract, type);
        }
        return services;
    }
}
