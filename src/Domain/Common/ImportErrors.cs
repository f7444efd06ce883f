namespace NexiPortal.Domain.Common;

/// <summary>Codes of the refusals of a file to be imported; each stands at a row, most at a column.</summary>
public static class ImportErrors
{
    /// <summary>The file is in no encoding that is read.</summary>
    public const string FileUnreadable = "import.file-unreadable";

    /// <summary>The row's quotation marks do not match, or it is far too long.</summary>
    public const string RowMalformed = "import.row-malformed";

    /// <summary>There is nothing to import in the file.</summary>
    public const string FileEmpty = "import.file-empty";

    /// <summary>A column is missing; argument: its name.</summary>
    public const string ColumnMissing = "import.column-missing";

    /// <summary>A column that nothing is imported from; argument: its name.</summary>
    public const string ColumnUnknown = "import.column-unknown";

    /// <summary>Two columns of one name; argument: the name.</summary>
    public const string ColumnTwice = "import.column-twice";

    /// <summary>The row has not as many cells as the head; arguments: the head's, the row's.</summary>
    public const string CellsDiffer = "import.cells-differ";

    /// <summary>The code stands in an earlier row, too; argument: that row.</summary>
    public const string CodeTwice = "import.code-twice";

    /// <summary>An insurance user with the code is registered already.</summary>
    public const string CodeTaken = "import.code-taken";

    /// <summary>Every code of the file is registered already: it is likely to have been imported before; argument: how many.</summary>
    public const string FileImportedAlready = "import.file-imported-already";

    /// <summary>The file is not imported, because of what stands at its rows; argument: how many faults there are.</summary>
    public const string FileFaulty = "import.file-faulty";

    /// <summary>The state is none that is known.</summary>
    public const string StateUnknown = "import.state-unknown";
}
