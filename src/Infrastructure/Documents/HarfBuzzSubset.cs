using System.Runtime.InteropServices;

namespace NexiPortal.Infrastructure.Documents;

/// <summary>
/// HarfBuzz's hb_subset, which the managed binding leaves out: cuts a font down to the glyphs a document uses.
/// All native handles and all unsafe code of the documents live in this file.
/// </summary>
internal static unsafe partial class HarfBuzzSubset
{
    private const string Library = "libHarfBuzzSharp";
    private const int DropTableTags = 3;
    private const uint NoHinting = 0x1, NoLayoutClosure = 0x200;

    // Text is shaped with the whole font before it is cut, and printed by glyph number: what maps, places or hints characters is not needed.
    private static readonly uint[] _unusedTables = [.. new[] { "BASE", "cmap", "gasp", "GDEF", "GPOS", "GSUB", "STAT", "vhea", "vmtx" }.Select(Tag)];

    /// <summary>Where a file that lies in memory begins.</summary>
    public static nint AddressOf(UnmanagedMemoryStream file) => (nint)file.PositionPointer;

    /// <summary>Prepares a face for being cut many times, on any thread. The caller releases it.</summary>
    public static nint Preprocess(nint face) => hb_subset_preprocess(face);

    /// <summary>Releases a prepared face.</summary>
    public static void Release(nint face) => hb_face_destroy(face);

    /// <summary>Cuts <paramref name="face"/> down.</summary>
    /// <returns>The font file, and for each of <paramref name="glyphs"/> its number in it; null when the font is broken.</returns>
    public static (byte[] File, Dictionary<ushort, ushort> NewGlyphs)? Cut(nint face, IReadOnlyCollection<ushort> glyphs)
    {
        var input = hb_subset_input_create_or_fail();
        if (input == 0)
            return null;
        nint plan = 0, cut = 0, blob = 0;
        try
        {
            hb_subset_input_set_flags(input, NoHinting | NoLayoutClosure);
            AddAll(hb_subset_input_set(input, DropTableTags), _unusedTables);
            AddAll(hb_subset_input_glyph_set(input), glyphs.Select(glyph => (uint)glyph));
            plan = hb_subset_plan_create_or_fail(face, input);
            cut = plan == 0 ? 0 : hb_subset_plan_execute_or_fail(plan);
            if (cut == 0)
                return null;
            blob = hb_face_reference_blob(cut);
            var start = hb_blob_get_data(blob, out var length);
            var map = hb_subset_plan_old_to_new_glyph_mapping(plan);
            return (new ReadOnlySpan<byte>(start, (int)length).ToArray(), glyphs.ToDictionary(glyph => glyph, glyph => (ushort)hb_map_get(map, glyph)));
        }
        finally
        {
            hb_blob_destroy(blob);
            hb_face_destroy(cut);
            hb_subset_plan_destroy(plan);
            hb_subset_input_destroy(input);
        }
    }

    private static void AddAll(nint set, IEnumerable<uint> values)
    {
        foreach (var value in values)
            hb_set_add(set, value);
    }

    private static uint Tag(string name) => ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];

    [LibraryImport(Library)] private static partial nint hb_subset_preprocess(nint face);
    [LibraryImport(Library)] private static partial nint hb_subset_input_create_or_fail();
    [LibraryImport(Library)] private static partial void hb_subset_input_destroy(nint input);
    [LibraryImport(Library)] private static partial void hb_subset_input_set_flags(nint input, uint flags);
    [LibraryImport(Library)] private static partial nint hb_subset_input_set(nint input, int which);
    [LibraryImport(Library)] private static partial nint hb_subset_input_glyph_set(nint input);
    [LibraryImport(Library)] private static partial nint hb_subset_plan_create_or_fail(nint face, nint input);
    [LibraryImport(Library)] private static partial nint hb_subset_plan_execute_or_fail(nint plan);
    [LibraryImport(Library)] private static partial nint hb_subset_plan_old_to_new_glyph_mapping(nint plan);
    [LibraryImport(Library)] private static partial void hb_subset_plan_destroy(nint plan);
    [LibraryImport(Library)] private static partial void hb_set_add(nint set, uint value);
    [LibraryImport(Library)] private static partial uint hb_map_get(nint map, uint key);
    [LibraryImport(Library)] private static partial nint hb_face_reference_blob(nint face);
    [LibraryImport(Library)] private static partial void hb_face_destroy(nint face);
    [LibraryImport(Library)] private static partial byte* hb_blob_get_data(nint blob, out uint length);
    [LibraryImport(Library)] private static partial void hb_blob_destroy(nint blob);
}
