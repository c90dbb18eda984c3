namespace Kiln.Notebooks;

/// <summary>What the words are that an option or argument takes.</summary>
public enum NameKind
{
    /// <summary>Nothing known by name.</summary>
    None,

    /// <summary>Models of the session.</summary>
    Model,

    /// <summary>Models that come with Kiln.</summary>
    ReadyModel,

    /// <summary>Built-in data sets and those of the session.</summary>
    Data,

    /// <summary>Built-in data sets alone.</summary>
    BuiltInData,

    /// <summary>Runs in the store, by id.</summary>
    Run,

    /// <summary>Columns, metrics, hyperparameters and options that runs of the store have.</summary>
    RunValue,

    /// <summary>Studies in the store.</summary>
    Study,

    /// <summary>Models of the session and studies in the store.</summary>
    ModelOrStudy,

    /// <summary>Files and folders, by path; <see cref="OptionAttribute.Endings"/> says which files.</summary>
    File,
}
