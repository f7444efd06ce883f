using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace NexiPortal.BenchmarkPeer;

/// <summary>The peer's one table.</summary>
public sealed class PeerDb(DbContextOptions<PeerDb> options) : DbContext(options)
{
    /// <summary>Companies.</summary>
    public DbSet<Company> Companies => Set<Company>();
}

/// <summary>Twelve fields, as many as a plain form has.</summary>
public sealed class Company
{
    /// <summary>Key.</summary>
    public int Id { get; set; }

    /// <summary>Name.</summary>
    [Required, StringLength(60), Display(Name = "会社名")]
    public string Name { get; set; } = "";

    /// <summary>Kana.</summary>
    [Required, StringLength(60), Display(Name = "会社名フリガナ")]
    public string Kana { get; set; } = "";

    /// <summary>Name in English.</summary>
    [Required, StringLength(60), Display(Name = "会社名英文表記")]
    public string English { get; set; } = "";

    /// <summary>Postal code.</summary>
    [Required, StringLength(8), Display(Name = "郵便番号")]
    public string PostalCode { get; set; } = "";

    /// <summary>Address.</summary>
    [Required, StringLength(60), Display(Name = "住所")]
    public string Address { get; set; } = "";

    /// <summary>Address in English.</summary>
    [Required, StringLength(60), Display(Name = "住所英文表記")]
    public string AddressInEnglish { get; set; } = "";

    /// <summary>Telephone.</summary>
    [Required, Phone, StringLength(15), Display(Name = "電話番号")]
    public string Telephone { get; set; } = "";

    /// <summary>Web site.</summary>
    [Url, StringLength(60), Display(Name = "ホームページ")]
    public string? WebSite { get; set; }

    /// <summary>Department.</summary>
    [StringLength(30), Display(Name = "所属名")]
    public string? Department { get; set; }

    /// <summary>Title.</summary>
    [StringLength(30), Display(Name = "役職名")]
    public string? Title { get; set; }

    /// <summary>Person.</summary>
    [Required, StringLength(30), Display(Name = "担当者名")]
    public string Person { get; set; } = "";

    /// <summary>Mail address.</summary>
    [Required, EmailAddress, StringLength(100), Display(Name = "メールアドレス")]
    public string MailAddress { get; set; } = "";
}
