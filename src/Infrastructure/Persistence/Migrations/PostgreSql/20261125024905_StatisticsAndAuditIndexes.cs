using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class StatisticsAndAuditIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "FurthestStep",
                table: "RegistrationLinks",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // Of links issued before, only the submission is known.
            migrationBuilder.Sql("""UPDATE "RegistrationLinks" SET "FurthestStep" = 5 WHERE "ApplicationId" IS NOT NULL;""");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationLinks_IssuedAt",
                table: "RegistrationLinks",
                column: "IssuedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Action_OccurredAt_Id",
                table: "AuditEntries",
                columns: new[] { "Action", "OccurredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Actor_OccurredAt_Id",
                table: "AuditEntries",
                columns: new[] { "Actor", "OccurredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OccurredAt_Id",
                table: "AuditEntries",
                columns: new[] { "OccurredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectId_OccurredAt_Id",
                table: "AuditEntries",
                columns: new[] { "SubjectId", "OccurredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationHistory_Verb_At",
                table: "ApplicationHistory",
                columns: new[] { "Verb", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RegistrationLinks_IssuedAt",
                table: "RegistrationLinks");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Action_OccurredAt_Id",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Actor_OccurredAt_Id",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_OccurredAt_Id",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_SubjectId_OccurredAt_Id",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_ApplicationHistory_Verb_At",
                table: "ApplicationHistory");

            migrationBuilder.DropColumn(
                name: "FurthestStep",
                table: "RegistrationLinks");
        }
    }
}
