namespace Kiln.Training;

/// <summary>What examples a change is made for.</summary>
internal enum AugmentedThing
{
    Pictures,
    Texts,
    AnyNumbers,
}

/// <summary>One augmentation of the table.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Usage">With its defaults and their meaning: "crop(4): cut out anywhere of …".</param>
/// <param name="Things">What it is for.</param>
/// <param name="Make">Makes an <see cref="IPictureChange"/>, <see cref="ITokenChange"/> or <see cref="Mixup"/>.</param>
internal sealed record AugmentationKind(string Name, string Usage, AugmentedThing Things, Func<AugmentationWord, DataSet, object> Make);
