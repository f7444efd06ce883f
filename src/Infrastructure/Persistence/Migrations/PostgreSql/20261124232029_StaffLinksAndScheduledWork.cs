using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class StaffLinksAndScheduledWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MailboxQuotas");

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

            migrationBuilder.AddColumn<bool>(
                name: "ShowsCaseOnly",
                table: "RegistrantSessions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "LinkRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Mailbox = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Use = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Origin = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PasswordTries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    WrongInRow = table.Column<int>(type: "integer", nullable: false),
                    WaitUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastTriedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastRightAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastWrongAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Origins = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PasswordTries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StaffMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Roles = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    SuspendedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AccessVersion = table.Column<int>(type: "integer", nullable: false),
                    Credential_InitialUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Credential_IsForDevelopment = table.Column<bool>(type: "boolean", nullable: false),
                    Credential_PasswordHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Credential_SetAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffMembers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StatusLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenDigest = table.Column<byte[]>(type: "bytea", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatusLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatusLinks_RegistrationApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "RegistrationApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccessVersion = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StaffSessions_StaffMembers_MemberId",
                        column: x => x.MemberId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "IX_LinkRequests_At",
                table: "LinkRequests",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_LinkRequests_Mailbox_Use_At",
                table: "LinkRequests",
                columns: new[] { "Mailbox", "Use", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LinkRequests_Origin_At",
                table: "LinkRequests",
                columns: new[] { "Origin", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PasswordTries_Key",
                table: "PasswordTries",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PasswordTries_LastTriedAt",
                table: "PasswordTries",
                column: "LastTriedAt");

            migrationBuilder.CreateIndex(
                name: "IX_StaffMembers_StaffId",
                table: "StaffMembers",
                column: "StaffId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StaffSessions_MemberId_StartedAt",
                table: "StaffSessions",
                columns: new[] { "MemberId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StatusLinks_ApplicationId",
                table: "StatusLinks",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_StatusLinks_ExpiresAt",
                table: "StatusLinks",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_StatusLinks_TokenDigest",
                table: "StatusLinks",
                column: "TokenDigest",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LinkRequests");

            migrationBuilder.DropTable(
                name: "PasswordTries");

            migrationBuilder.DropTable(
                name: "StaffSessions");

            migrationBuilder.DropTable(
                name: "StatusLinks");

            migrationBuilder.DropTable(
                name: "StaffMembers");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationLinks_ExpiresAt",
                table: "RegistrationLinks");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationLinks_RemindAt",
                table: "RegistrationLinks");

            migrationBuilder.DropIndex(
                name: "IX_RegistrantSessions_StartedAt",
                table: "RegistrantSessions");

            migrationBuilder.DropColumn(
                name: "RemindAt",
                table: "RegistrationLinks");

            migrationBuilder.DropColumn(
                name: "ShowsCaseOnly",
                table: "RegistrantSessions");

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

            migrationBuilder.CreateTable(
                name: "MailboxQuotas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MailboxKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SentAt = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailboxQuotas", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationLinks_ExpiresAt",
                table: "RegistrationLinks",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_MailboxQuotas_MailboxKey",
                table: "MailboxQuotas",
                column: "MailboxKey",
                unique: true);
        }
    }
}
