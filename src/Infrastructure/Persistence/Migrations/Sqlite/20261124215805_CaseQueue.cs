using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DueAt",
                table: "RegistrationApplications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Keys_Address",
                table: "RegistrationApplications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Keys_AdministratorMail",
                table: "RegistrationApplications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Keys_AdministratorTelephone",
                table: "RegistrationApplications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Keys_Code",
                table: "RegistrationApplications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Keys_ContactMail",
                table: "RegistrationApplications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Keys_Kana",
                table: "RegistrationApplications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Keys_Name",
                table: "RegistrationApplications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Keys_Telephone",
                table: "RegistrationApplications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "RepeatedAt",
                table: "OutgoingMails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "On",
                table: "ApplicationHistory",
                type: "TEXT",
                nullable: true);

            // What was submitted before is waited for; its search keys come with its next submission.
            migrationBuilder.Sql("""UPDATE "RegistrationApplications" SET "DueAt" = "ExpiresAt" WHERE "ExpiresAt" IS NOT NULL;""");

            migrationBuilder.CreateTable(
                name: "CaseNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseNotes_RegistrationApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "RegistrationApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationLinks_Resumes",
                table: "RegistrationLinks",
                column: "Resumes",
                filter: "\"Resumes\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_DueAt_Number",
                table: "RegistrationApplications",
                columns: new[] { "DueAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_Keys_Address",
                table: "RegistrationApplications",
                column: "Keys_Address");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_Keys_AdministratorMail",
                table: "RegistrationApplications",
                column: "Keys_AdministratorMail");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_Keys_AdministratorTelephone",
                table: "RegistrationApplications",
                column: "Keys_AdministratorTelephone");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_Keys_Code",
                table: "RegistrationApplications",
                column: "Keys_Code");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_Keys_ContactMail",
                table: "RegistrationApplications",
                column: "Keys_ContactMail");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_Keys_Kana",
                table: "RegistrationApplications",
                column: "Keys_Kana");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_Keys_Name",
                table: "RegistrationApplications",
                column: "Keys_Name");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_Keys_Telephone",
                table: "RegistrationApplications",
                column: "Keys_Telephone");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_State_DueAt_Number",
                table: "RegistrationApplications",
                columns: new[] { "State", "DueAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_State_Number",
                table: "RegistrationApplications",
                columns: new[] { "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_State_Type_Number",
                table: "RegistrationApplications",
                columns: new[] { "State", "Type", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_Type_Number",
                table: "RegistrationApplications",
                columns: new[] { "Type", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseNotes_ApplicationId",
                table: "CaseNotes",
                column: "ApplicationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseNotes");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationLinks_Resumes",
                table: "RegistrationLinks");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_DueAt_Number",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_Keys_Address",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_Keys_AdministratorMail",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_Keys_AdministratorTelephone",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_Keys_Code",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_Keys_ContactMail",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_Keys_Kana",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_Keys_Name",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_Keys_Telephone",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_State_DueAt_Number",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_State_Number",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_State_Type_Number",
                table: "RegistrationApplications");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationApplications_Type_Number",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "Keys_Address",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "Keys_AdministratorMail",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "Keys_AdministratorTelephone",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "Keys_Code",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "Keys_ContactMail",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "Keys_Kana",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "Keys_Name",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "Keys_Telephone",
                table: "RegistrationApplications");

            migrationBuilder.DropColumn(
                name: "RepeatedAt",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "On",
                table: "ApplicationHistory");
        }
    }
}
