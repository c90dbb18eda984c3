using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>Reads the public types out of an assembly's metadata.</summary>
internal sealed class TypeReader
{
    private readonly MetadataReader _metadata;

    private TypeReader(MetadataReader metadata) => _metadata = metadata;

    /// <summary>The types that a user may name; those hidden from editors are left out.</summary>
    public static IReadOnlyList<TypeEntry> Read(AssemblyMetadata assembly) =>
        [.. assembly.GetModules().SelectMany(module => new TypeReader(module.GetMetadataReader()).Types())];

    private IEnumerable<TypeEntry> Types()
    {
        foreach (var handle in _metadata.TypeDefinitions)
        {
            var type = _metadata.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public) continue;
            if (Entry(type) is { } entry) yield return entry;
        }
    }

    private TypeEntry? Entry(TypeDefinition type)
    {
        var obsolete = false;
        foreach (var handle in type.GetCustomAttributes())
        {
            var attribute = _metadata.GetCustomAttribute(handle);
            if (IsNamed(attribute, "EditorBrowsableAttribute") && IsNever(attribute)) return null;
            obsolete |= IsNamed(attribute, "ObsoleteAttribute");
        }
        var parameters = string.Join(", ", type.GetGenericParameters().Select(parameter => _metadata.GetString(_metadata.GetGenericParameter(parameter).Name)));
        var kind = KindOf(type);
        return new TypeEntry(_metadata.GetString(type.Namespace), _metadata.GetString(type.Name).Split('`')[0], parameters.Length > 0 ? $"<{parameters}>" : "", kind)
        {
            IsObsolete = obsolete,
            CanBeMade = kind is "class" or "struct" && (type.Attributes & TypeAttributes.Abstract) == 0,
        };
    }

    private string KindOf(TypeDefinition type)
    {
        if ((type.Attributes & TypeAttributes.Interface) != 0) return "interface";
        if (type.BaseType.IsNil || type.BaseType.Kind == HandleKind.TypeSpecification) return "class";
        var name = type.BaseType.Kind == HandleKind.TypeReference
            ? _metadata.GetTypeReference((TypeReferenceHandle)type.BaseType).Name
            : _metadata.GetTypeDefinition((TypeDefinitionHandle)type.BaseType).Name;
        return Is(name, nameof(Enum)) ? "enum" : Is(name, nameof(ValueType)) ? "struct" : Is(name, nameof(MulticastDelegate)) ? "delegate" : "class";
    }

    private bool IsNamed(CustomAttribute attribute, string name)
    {
        if (attribute.Constructor.Kind == HandleKind.MemberReference)
        {
            var owner = _metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
            return owner.Kind == HandleKind.TypeReference && Is(_metadata.GetTypeReference((TypeReferenceHandle)owner).Name, name);
        }
        var declaring = _metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType();
        return Is(_metadata.GetTypeDefinition(declaring).Name, name);
    }

    // EditorBrowsableState.Never: after the prolog the argument is an int32 of 1 (ECMA-335, II.23.3).
    private bool IsNever(CustomAttribute attribute)
    {
        var blob = _metadata.GetBlobReader(attribute.Value);
        return blob.Length >= 6 && blob.ReadUInt16() == 1 && blob.ReadInt32() == 1;
    }

    private bool Is(StringHandle handle, string name) => _metadata.StringComparer.Equals(handle, name);
}
