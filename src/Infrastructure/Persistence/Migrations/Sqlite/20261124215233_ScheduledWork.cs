using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.Sqlite
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

            // AlterColumn would make the table anew in several transactions, which a kill in between leaves half done.
            migrationBuilder.Sql("""
                ALTER TABLE "RegistrationLinks" RENAME COLUMN "Address" TO "OldAddress";
                ALTER TABLE "RegistrationLinks" ADD COLUMN "Address" TEXT NULL;
                UPDATE "RegistrationLinks" SET "Address" = "OldAddress";
                ALTER TABLE "RegistrationLinks" DROP COLUMN "OldAddress";
                """);

            migrationBuilder.AddColumn<long>(
                name: "RemindAt",
                table: "RegistrationLinks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastSentAt",
                table: "MailboxQuotas",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

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
                type: "TEXT",
                maxLength: 254,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 254,
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationLinks_ExpiresAt",
                table: "RegistrationLinks",
                column: "ExpiresAt");
        }
    }
}
