using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ScheduledWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RegistrationLinks_ExpiresAt",
                table: "RegistrationLinks");

            migrationBuilder.AlterColumn<string>(
                name: "Address",
                table: "RegistrationLinks",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(254)",
                oldMaxLength: 254);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RemindAt",
                table: "RegistrationLinks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LastSentAt",
                table: "MailboxQuotas",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationLinks_ExpiresAt",
                table: "RegistrationLinks",
                column: "ExpiresAt",
                filter: "\"ApplicationId\" IS NULL AND \"Address\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationLinks_RemindAt",
                table: "RegistrationLinks",
                column: "RemindAt",
                filter: "\"RemindAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrantSessions_StartedAt",
                table: "RegistrantSessions",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MailboxQuotas_LastSentAt",
                table: "MailboxQuotas",
                column: "LastSentAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RegistrationLinks_ExpiresAt",
                table: "RegistrationLinks");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationLinks_RemindAt",
                table: "RegistrationLinks");

            migrationBuilder.DropIndex(
                name: "IX_RegistrantSessions_StartedAt",
                table: "RegistrantSessions");

            migrationBuilder.DropIndex(
                name: "IX_MailboxQuotas_LastSentAt",
                table: "MailboxQuotas");

            migrationBuilder.DropColumn(
                name: "RemindAt",
                table: "RegistrationLinks");

            migrationBuilder.DropColumn(
                name: "LastSentAt",
                table: "MailboxQuotas");

            migrationBuilder.AlterColumn<string>(
                name: "Address",
                table: "RegistrationLinks",
                type: "character varying(254)",
                maxLength: 254,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "character varying(254)",
                oldMaxLength: 254,
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationLinks_ExpiresAt",
                table: "RegistrationLinks",
                column: "ExpiresAt");
        }
    }
}
