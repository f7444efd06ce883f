using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class PasswordsAndDispatchOfLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RegistrationNotices_State",
                table: "RegistrationNotices");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Credential_InitialUntil",
                table: "WebUsers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Credential_IsForDevelopment",
                table: "WebUsers",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Credential_PasswordHash",
                table: "WebUsers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Credential_SetAt",
                table: "WebUsers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TrackingNumber",
                table: "RegistrationNotices",
                type: "character varying(23)",
                maxLength: 23,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationNotices_State_SentOn",
                table: "RegistrationNotices",
                columns: new[] { "State", "SentOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RegistrationNotices_State_SentOn",
                table: "RegistrationNotices");

            migrationBuilder.DropColumn(
                name: "Credential_InitialUntil",
                table: "WebUsers");

            migrationBuilder.DropColumn(
                name: "Credential_IsForDevelopment",
                table: "WebUsers");

            migrationBuilder.DropColumn(
                name: "Credential_PasswordHash",
                table: "WebUsers");

            migrationBuilder.DropColumn(
                name: "Credential_SetAt",
                table: "WebUsers");

            migrationBuilder.DropColumn(
                name: "TrackingNumber",
                table: "RegistrationNotices");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationNotices_State",
                table: "RegistrationNotices",
                column: "State");
        }
    }
}
