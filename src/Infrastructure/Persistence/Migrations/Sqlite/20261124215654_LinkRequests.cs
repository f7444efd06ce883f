using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LinkRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MailboxQuotas");

            migrationBuilder.CreateTable(
                name: "LinkRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mailbox = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkRequests", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LinkRequests_At",
                table: "LinkRequests",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_LinkRequests_Mailbox_At",
                table: "LinkRequests",
                columns: new[] { "Mailbox", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LinkRequests_Origin_At",
                table: "LinkRequests",
                columns: new[] { "Origin", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LinkRequests");

            migrationBuilder.CreateTable(
                name: "MailboxQuotas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MailboxKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SentAt = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailboxQuotas", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MailboxQuotas_MailboxKey",
                table: "MailboxQuotas",
                column: "MailboxKey",
                unique: true);
        }
    }
}
