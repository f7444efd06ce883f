using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StatusLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MailboxQuotas_MailboxKey",
                table: "MailboxQuotas");

            migrationBuilder.AddColumn<bool>(
                name: "ShowsCaseOnly",
                table: "RegistrantSessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Use",
                table: "MailboxQuotas",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "RegistrationLink");

            migrationBuilder.CreateTable(
                name: "StatusLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenDigest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_MailboxQuotas_MailboxKey_Use",
                table: "MailboxQuotas",
                columns: new[] { "MailboxKey", "Use" },
                unique: true);

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
                name: "StatusLinks");

            migrationBuilder.DropIndex(
                name: "IX_MailboxQuotas_MailboxKey_Use",
                table: "MailboxQuotas");

            migrationBuilder.DropColumn(
                name: "ShowsCaseOnly",
                table: "RegistrantSessions");

            migrationBuilder.DropColumn(
                name: "Use",
                table: "MailboxQuotas");

            migrationBuilder.CreateIndex(
                name: "IX_MailboxQuotas_MailboxKey",
                table: "MailboxQuotas",
                column: "MailboxKey",
                unique: true);
        }
    }
}
