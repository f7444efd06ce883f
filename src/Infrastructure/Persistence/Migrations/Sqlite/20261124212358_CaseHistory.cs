using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Resumes",
                table: "RegistrationLinks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ExpiresAt",
                table: "RegistrationApplications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "RegistrationApplications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "RegistrationApplications",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "AwaitingPaper");

            migrationBuilder.CreateTable(
                name: "ApplicationHistory",
                columns: table => new
                {
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Verb = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Items = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationHistory", x => new { x.ApplicationId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_ApplicationHistory_RegistrationApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "RegistrationApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // What was submitted before has one line of history: its submission.
            migrationBuilder.Sql("""
                UPDATE "RegistrationApplications" SET "ExpiresAt" = "FormExpiresAt";
                INSERT INTO "ApplicationHistory" ("Ordinal", "ApplicationId", "Verb", "State", "At", "By", "Note", "Items")
                SELECT 1, "Id", 'Submit', "State", "SubmittedAt", 'system', '', '[]' FROM "RegistrationApplications";
                """);

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_State_ExpiresAt",
                table: "RegistrationApplications",
                columns: new[] { "State", "ExpiresAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApplicationHistory");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_State_ExpiresAt",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "Resumes",
                table: "RegistrationLinks");

            migrationBuilder.DropColumn(
                name: "ExpiresAt",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "ReceivedOn",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "State",
                table: "RegistrationApplications");
        }
    }
}
