using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class RemindersAndDeadCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DeadSince",
                table: "RegistrationApplications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ForgottenAt",
                table: "RegistrationApplications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RemindAt",
                table: "RegistrationApplications",
                type: "timestamp with time zone",
                nullable: true);

            // Those who wait already are reminded three days before their end; cases that are dead already are forgotten as if it had always been so.
            migrationBuilder.Sql("""UPDATE "RegistrationApplications" SET "RemindAt" = "FormExpiresAt" - INTERVAL '345599 seconds' WHERE "State" = 'AwaitingPaper';""");
            migrationBuilder.Sql("""
                UPDATE "RegistrationApplications"
                SET "DeadSince" = COALESCE("ExpiresAt", (SELECT MAX("At") FROM "ApplicationHistory" WHERE "ApplicationId" = "RegistrationApplications"."Id"))
                WHERE "State" IN ('Declined', 'Withdrawn', 'Expired');
                """);

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_DeadSince",
                table: "RegistrationApplications",
                column: "DeadSince",
                filter: "\"ForgottenAt\" IS NULL AND \"DeadSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_RemindAt",
                table: "RegistrationApplications",
                column: "RemindAt",
                filter: "\"RemindAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_DeadSince",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_RemindAt",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "DeadSince",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "ForgottenAt",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "RemindAt",
                table: "RegistrationApplications");
        }
    }
}
