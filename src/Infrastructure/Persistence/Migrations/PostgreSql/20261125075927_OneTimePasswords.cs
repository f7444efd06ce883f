using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OneTimePasswords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "HalfwayLogIns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccessVersion = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HalfwayLogIns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OneTimePasswords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    InUseSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastStep = table.Column<long>(type: "bigint", nullable: false),
                    RecoveryCodes = table.Column<string>(type: "text", nullable: false),
                    InUse_Method = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    InUse_SealedKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    Mailed_SealedCode = table.Column<byte[]>(type: "bytea", nullable: true),
                    Mailed_Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Pending_Method = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Pending_SealedKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OneTimePasswords", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HalfwayLogIns_StartedAt",
                table: "HalfwayLogIns",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OneTimePasswords_OwnerId",
                table: "OneTimePasswords",
                column: "OwnerId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HalfwayLogIns");

            migrationBuilder.DropTable(
                name: "OneTimePasswords");
        }
    }
}
