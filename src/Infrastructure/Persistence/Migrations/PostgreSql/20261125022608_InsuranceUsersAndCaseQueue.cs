using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class InsuranceUsersAndCaseQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Month",
                table: "NumberSequences",
                newName: "Name");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DueAt",
                table: "RegistrationApplications",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "Keys_Address",
                table: "RegistrationApplications",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Keys_AdministratorMail",
                table: "RegistrationApplications",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Keys_AdministratorTelephone",
                table: "RegistrationApplications",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Keys_Code",
                table: "RegistrationApplications",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Keys_ContactMail",
                table: "RegistrationApplications",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Keys_Kana",
                table: "RegistrationApplications",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Keys_Name",
                table: "RegistrationApplications",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Keys_Telephone",
                table: "RegistrationApplications",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RepeatedAt",
                table: "OutgoingMails",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "On",
                table: "ApplicationHistory",
                type: "date",
                nullable: true);

            migrationBuilder.Sql("""UPDATE "RegistrationApplications" SET "DueAt" = COALESCE("ExpiresAt", TIMESTAMPTZ '9999-12-31T00:00:00Z');""");

            migrationBuilder.CreateTable(
                name: "CaseNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "InsuranceUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    HeadOfficeCode = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: true),
                    IsSuspended = table.Column<bool>(type: "boolean", nullable: false),
                    NameLikeness = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    KanaLikeness = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TelephoneLikeness = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AddressLikeness = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Details_Address = table.Column<string>(type: "text", nullable: false),
                    Details_BranchName = table.Column<string>(type: "text", nullable: false),
                    Details_BranchNameKana = table.Column<string>(type: "text", nullable: false),
                    Details_Category = table.Column<string>(type: "text", nullable: false),
                    Details_CompanyName = table.Column<string>(type: "text", nullable: false),
                    Details_CompanyNameKana = table.Column<string>(type: "text", nullable: false),
                    Details_Homepage = table.Column<string>(type: "text", nullable: false),
                    Details_IntroducingBank = table.Column<string>(type: "text", nullable: false),
                    Details_PostalCode = table.Column<string>(type: "text", nullable: false),
                    Details_RegisteredAddress = table.Column<string>(type: "text", nullable: false),
                    Details_RepresentativeName = table.Column<string>(type: "text", nullable: false),
                    Details_RepresentativeTitle = table.Column<string>(type: "text", nullable: false),
                    Details_Telephone = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InsuranceUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InsuranceUserHistory",
                columns: table => new
                {
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    InsuranceUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Verb = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InsuranceUserHistory", x => new { x.InsuranceUserId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_InsuranceUserHistory_InsuranceUsers_InsuranceUserId",
                        column: x => x.InsuranceUserId,
                        principalTable: "InsuranceUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WebUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    InsuranceUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Slot = table.Column<int>(type: "integer", nullable: true),
                    WishesOneTimePassword = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    StateSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Details_Department = table.Column<string>(type: "text", nullable: false),
                    Details_JobTitle = table.Column<string>(type: "text", nullable: false),
                    Details_MailAddress = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Details_Name = table.Column<string>(type: "text", nullable: false),
                    Details_Telephone = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebUsers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebUsers_InsuranceUsers_InsuranceUserId",
                        column: x => x.InsuranceUserId,
                        principalTable: "InsuranceUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegistrationNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministratorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Issue = table.Column<int>(type: "integer", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    PrintCount = table.Column<int>(type: "integer", nullable: false),
                    PrintedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PrintedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Address_Address = table.Column<string>(type: "text", nullable: false),
                    Address_Company = table.Column<string>(type: "text", nullable: false),
                    Address_PostalCode = table.Column<string>(type: "text", nullable: false),
                    Address_Unit = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistrationNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegistrationNotices_WebUsers_AdministratorId",
                        column: x => x.AdministratorId,
                        principalTable: "WebUsers",
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

            migrationBuilder.CreateIndex(
                name: "IX_InsuranceUsers_AddressLikeness",
                table: "InsuranceUsers",
                column: "AddressLikeness");

            migrationBuilder.CreateIndex(
                name: "IX_InsuranceUsers_Code",
                table: "InsuranceUsers",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InsuranceUsers_HeadOfficeCode",
                table: "InsuranceUsers",
                column: "HeadOfficeCode");

            migrationBuilder.CreateIndex(
                name: "IX_InsuranceUsers_KanaLikeness",
                table: "InsuranceUsers",
                column: "KanaLikeness");

            migrationBuilder.CreateIndex(
                name: "IX_InsuranceUsers_NameLikeness",
                table: "InsuranceUsers",
                column: "NameLikeness");

            migrationBuilder.CreateIndex(
                name: "IX_InsuranceUsers_TelephoneLikeness",
                table: "InsuranceUsers",
                column: "TelephoneLikeness");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationNotices_AdministratorId_Issue",
                table: "RegistrationNotices",
                columns: new[] { "AdministratorId", "Issue" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationNotices_ApplicationId",
                table: "RegistrationNotices",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationNotices_State",
                table: "RegistrationNotices",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_WebUsers_Administrator",
                table: "WebUsers",
                column: "InsuranceUserId",
                unique: true,
                filter: "\"Role\" = 'Administrator' AND \"State\" <> 'Ended'");

            migrationBuilder.CreateIndex(
                name: "IX_WebUsers_InsuranceUserId_Slot",
                table: "WebUsers",
                columns: new[] { "InsuranceUserId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebUsers_UserId",
                table: "WebUsers",
                column: "UserId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseNotes");

            migrationBuilder.DropTable(
                name: "InsuranceUserHistory");

            migrationBuilder.DropTable(
                name: "RegistrationNotices");

            migrationBuilder.DropTable(
                name: "WebUsers");

            migrationBuilder.DropTable(
                name: "InsuranceUsers");

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

            migrationBuilder.RenameColumn(
                name: "Name",
                table: "NumberSequences",
                newName: "Month");
        }
    }
}
