using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NexiPortal.Infrastructure.Persistence.Migrations.Sqlite
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccessVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HalfwayLogIns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OneTimePasswords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InUseSince = table.Column<long>(type: "INTEGER", nullable: true),
                    LastStep = table.Column<long>(type: "INTEGER", nullable: false),
                    RecoveryCodes = table.Column<string>(type: "TEXT", nullable: false),
                    InUse_Method = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    InUse_SealedKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Mailed_SealedCode = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Mailed_Until = table.Column<long>(type: "INTEGER", nullable: true),
                    Pending_Method = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Pending_SealedKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
