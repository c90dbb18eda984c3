namespace TorchSharp;

/// <summary>ATen's operators on lists of tensors, one native call each, on handles instead of tensor objects.</summary>
internal static unsafe class Foreach
{
    private static nint s_addList;
    private static nint s_addListInPlace;
    private static nint s_addScalarInPlace;
    private static nint s_mulScalarInPlace;
    private static nint s_divScalarInPlace;
    private static nint s_addcmul;
    private static nint s_addcmulInPlace;
    private static nint s_addcdivInPlace;
    private static nint s_sqrt;
    private static nint s_sqrtInPlace;
    private static nint s_neg;
    private static nint s_maximumInPlace;
    private static nint s_zeroInPlace;

    /// <summary><c>self += alpha · other</c>.</summary>
    public static void Add(HandleList self, HandleList other, double alpha)
    {
        nint op = s_addListInPlace != 0 ? s_addListInPlace : Native.Find(ref s_addListInPlace, "_foreach_add_", "List");
        Call(op, "_foreach_add_", self, other, null, Value.Float(alpha), null);
    }

    /// <summary><c>self + alpha · other</c> into an owned list.</summary>
    public static HandleList Sum(HandleList self, HandleList other, double alpha, HandleList result)
    {
        nint op = s_addList != 0 ? s_addList : Native.Find(ref s_addList, "_foreach_add", "List");
        return Call(op, "_foreach_add", self, other, null, Value.Float(alpha), result);
    }

    /// <summary><c>self += value</c>.</summary>
    public static void Add(HandleList self, double value)
    {
        nint op = s_addScalarInPlace != 0 ? s_addScalarInPlace : Native.Find(ref s_addScalarInPlace, "_foreach_add_", "Scalar");
        Call(op, "_foreach_add_", self, null, null, Value.Float(value), null);
    }

    /// <summary><c>self *= value</c>.</summary>
    public static void Multiply(HandleList self, double value)
    {
        nint op = s_mulScalarInPlace != 0 ? s_mulScalarInPlace : Native.Find(ref s_mulScalarInPlace, "_foreach_mul_", "Scalar");
        Call(op, "_foreach_mul_", self, null, null, Value.Float(value), null);
    }

    /// <summary><c>self /= value</c>.</summary>
    public static void Divide(HandleList self, double value)
    {
        nint op = s_divScalarInPlace != 0 ? s_divScalarInPlace : Native.Find(ref s_divScalarInPlace, "_foreach_div_", "Scalar");
        Call(op, "_foreach_div_", self, null, null, Value.Float(value), null);
    }

    /// <summary><c>self += value · first · second</c>.</summary>
    public static void AddProduct(HandleList self, HandleList first, HandleList second, double value)
    {
        nint op = s_addcmulInPlace != 0 ? s_addcmulInPlace : Native.Find(ref s_addcmulInPlace, "_foreach_addcmul_", "Scalar");
        Call(op, "_foreach_addcmul_", self, first, second, Value.Float(value), null);
    }

    /// <summary><c>self + value · first · second</c> into an owned list.</summary>
    public static HandleList SumWithProduct(HandleList self, HandleList first, HandleList second, double value, HandleList result)
    {
        nint op = s_addcmul != 0 ? s_addcmul : Native.Find(ref s_addcmul, "_foreach_addcmul", "Scalar");
        return Call(op, "_foreach_addcmul", self, first, second, Value.Float(value), result);
    }

    /// <summary><c>self += value · first / second</c>.</summary>
    public static void AddQuotient(HandleList self, HandleList first, HandleList second, double value)
    {
        nint op = s_addcdivInPlace != 0 ? s_addcdivInPlace : Native.Find(ref s_addcdivInPlace, "_foreach_addcdiv_", "Scalar");
        Call(op, "_foreach_addcdiv_", self, first, second, Value.Float(value), null);
    }

    /// <summary><c>√self</c> into an owned list.</summary>
    public static HandleList Sqrt(HandleList self, HandleList result)
    {
        nint op = s_sqrt != 0 ? s_sqrt : Native.Find(ref s_sqrt, "_foreach_sqrt", "");
        return Call(op, "_foreach_sqrt", self, null, null, null, result);
    }

    /// <summary><c>self = √self</c>.</summary>
    public static void Sqrt(HandleList self)
    {
        nint op = s_sqrtInPlace != 0 ? s_sqrtInPlace : Native.Find(ref s_sqrtInPlace, "_foreach_sqrt_", "");
        Call(op, "_foreach_sqrt_", self, null, null, null, null);
    }

    /// <summary><c>−self</c> into an owned list.</summary>
    public static HandleList Negate(HandleList self, HandleList result)
    {
        nint op = s_neg != 0 ? s_neg : Native.Find(ref s_neg, "_foreach_neg", "");
        return Call(op, "_foreach_neg", self, null, null, null, result);
    }

    /// <summary><c>self = max(self, other)</c>.</summary>
    public static void Maximum(HandleList self, HandleList other)
    {
        nint op = s_maximumInPlace != 0 ? s_maximumInPlace : Native.Find(ref s_maximumInPlace, "_foreach_maximum_", "List");
        Call(op, "_foreach_maximum_", self, other, null, null, null);
    }

    /// <summary><c>self = 0</c>.</summary>
    public static void Zero(HandleList self)
    {
        nint op = s_zeroInPlace != 0 ? s_zeroInPlace : Native.Find(ref s_zeroInPlace, "_foreach_zero_", "");
        Call(op, "_foreach_zero_", self, null, null, null, null);
    }

    private static HandleList Call(nint op, string name, HandleList self, HandleList? first, HandleList? second, Value? number, HandleList? result)
    {
        var values = stackalloc Value[4];
        Value list;
        int count = 0;
        values[count++] = Value.Tensors(self.First, self.Count);
        if (first is not null) values[count++] = Value.Tensors(first.First, first.Count);
        if (second is not null) values[count++] = Value.Tensors(second.First, second.Count);
        if (number is { } value) values[count++] = value;
        Native.Call(op, name, values, count, &list, result is null ? 0 : 1);
        if (result is null) return self;
        foreach (nint handle in new ReadOnlySpan<nint>((void*)list.Pointer, list.Count)) result.Add(handle);
        Native.kiln_memory_free(list.Pointer);
        return result;
    }
}
