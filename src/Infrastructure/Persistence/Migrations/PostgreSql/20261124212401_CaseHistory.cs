using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.PostgreSql
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ExpiresAt",
                table: "RegistrationApplications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "RegistrationApplications",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "RegistrationApplications",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "AwaitingPaper");

            migrationBuilder.CreateTable(
                name: "ApplicationHistory",
                columns: table => new
                {
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Verb = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Items = table.Column<string>(type: "text", nullable: false)
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
