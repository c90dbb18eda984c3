using System.Linq.Expressions;
using System.Numerics;
using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Members;

/// <summary>The overloads of tensor and as_tensor for each type of element.</summary>
public class NumericFamilyTests
{
    private static readonly Dictionary<Type, (ScalarType Type, Array Numbers)> s_elements = new()
    {
        [typeof(bool)] = (ScalarType.Bool, new[] { true, false, true, true }),
        [typeof(byte)] = (ScalarType.Byte, new byte[] { 1, 2, 3, 200 }),
        [typeof(sbyte)] = (ScalarType.Int8, new sbyte[] { 1, -2, 3, 100 }),
        [typeof(short)] = (ScalarType.Int16, new short[] { 1, -2, 3, 20000 }),
        [typeof(int)] = (ScalarType.Int32, new[] { 1, -2, 3, 2_000_000 }),
        [typeof(long)] = (ScalarType.Int64, new[] { 1L, -2, 3, 1L << 40 }),
        [typeof(float)] = (ScalarType.Float32, new[] { 1f, -2.5f, 3, 0.1f }),
        [typeof(double)] = (ScalarType.Float64, new[] { 1, -2.5, 3, 0.1 }),
        [typeof(Half)] = (ScalarType.Float16, new[] { (Half)1, (Half)(-2.5), (Half)3, (Half)0.5 }),
        [typeof(BFloat16)] = (ScalarType.BFloat16, new[] { (BFloat16)1f, (BFloat16)(-2.5f), (BFloat16)3f, (BFloat16)0.5f }),
        [typeof((float, float))] = (ScalarType.ComplexFloat32, new[] { (1f, 2f), (-2.5f, 0f), (3f, 1f), (0f, 4f) }),
        [typeof(Complex)] = (ScalarType.ComplexFloat64, new[] { new Complex(1, 2), new Complex(-2.5, 0), new Complex(3, 1), new Complex(0, 4) }),
    };

    public static TheoryData<string, int> Overloads
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var method in Methods()) data.Add(method.ToString()!, method.MetadataToken);
            return data;
        }
    }

    [Theory, MemberData(nameof(Overloads))]
    public void Each_overload_copies_its_numbers_in_their_own_type_and_shape(string signature, int token)
    {
        using var scope = NewDisposeScope();
        var method = (MethodInfo)typeof(torch).Module.ResolveMethod(token)!;
        var parameters = method.GetParameters();
        var element = ElementOf(parameters[0].ParameterType);
        var (type, numbers) = s_elements[element];
        var shape = Shape(parameters);
        using var expected = from_array(numbers).reshape(shape.Length == 0 ? [4] : shape);

        var made = Call(method, parameters.Select((p, i) => i == 0 ? Expression.Constant(Data(p.ParameterType, numbers), p.ParameterType) : Argument(p, shape)));

        Assert.True(made.dtype == type, $"{signature}: {made.dtype}");
        Assert.Equal(shape, made.shape);
        Assert.True(made.Equals(shape.Length == 0 ? expected[0] : expected), signature);
    }

    [Fact]
    public void One_complex_number_can_be_given_by_its_parts() =>
        Assert.Equal(new Complex(1.5, -2), (Complex)tensor(real: 1.5f, imaginary: -2f).ToScalar().ToComplexFloat64());

    private static IEnumerable<MethodInfo> Methods() => typeof(torch).GetMethods()
        .Where(m => m.Name is "tensor" or "as_tensor" && m.GetParameters()[0] is { Name: not "real" } first && first.ParameterType != typeof(Tensor));

    private static Type ElementOf(Type type)
    {
        if (s_elements.ContainsKey(type)) return type;
        return type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
    }

    private static long[] Shape(ParameterInfo[] parameters)
    {
        var type = parameters[0].ParameterType;
        if (s_elements.ContainsKey(type)) return [];
        if (type.IsArray && type.GetArrayRank() > 1) return new long[] { 2, 2, 1, 1 }[..type.GetArrayRank()];
        var sizes = parameters.Count(p => p.ParameterType == typeof(long));
        if (sizes > 0) return sizes == 1 ? [4] : new long[] { 2, 2, 1, 1 }[..sizes];
        return parameters.Length > 1 && parameters[1].Name == "dimensions" ? [2, 2] : [4];
    }

    private static object Data(Type type, Array numbers)
    {
        if (s_elements.ContainsKey(type)) return numbers.GetValue(0)!;
        if (type.IsArray && type.GetArrayRank() > 1) return Blocks(type, numbers);
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Memory<>)) return numbers;
        return Activator.CreateInstance(type, numbers)!;
    }

    private static Array Blocks(Type type, Array numbers)
    {
        var block = Array.CreateInstance(type.GetElementType()!, new[] { 2, 2, 1, 1 }[..type.GetArrayRank()]);
        for (var i = 0; i < 4; i++) block.SetValue(numbers.GetValue(i), new[] { i / 2, i % 2, 0, 0 }[..type.GetArrayRank()]);
        return block;
    }

    private static Expression Argument(ParameterInfo parameter, long[] shape)
    {
        if (parameter.Name == "dimensions") return Expression.Convert(Expression.Constant(shape), parameter.ParameterType);
        if (parameter.ParameterType == typeof(long)) return Expression.Constant(shape[parameter.Position - 1]);
        return Expression.Default(parameter.ParameterType);
    }

    private static Tensor Call(MethodInfo method, IEnumerable<Expression> arguments) =>
        Expression.Lambda<Func<Tensor>>(Expression.Invoke(Expression.Constant(method.CreateDelegate(DelegateType(method))), arguments)).Compile()();

    private static Type DelegateType(MethodInfo method) => Expression.GetDelegateType([.. method.GetParameters().Select(p => p.ParameterType), typeof(Tensor)]);
}
