using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Tensors;

/// <summary>Every form of every C# operator: tensors, scalars and numbers on either side.</summary>
public class OperatorFormTests
{
    private static readonly float[] s_left = [6f, -7f, 2.5f];

    [Fact]
    public void A_tensor_on_both_sides()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(s_left), tensor([2f, 2f, 5f]));

        Close([8f, -5f, 7.5f], a + b);
        Close([4f, -9f, -2.5f], a - b);
        Close([12f, -14f, 12.5f], a * b);
        Close([3f, -3.5f, .5f], a / b);
        Close([0f, 1f, 2.5f], a % b);
        Close([-6f, 7f, -2.5f], -a);
    }

    [Fact]
    public void A_number_on_the_right()
    {
        using var scope = NewDisposeScope();
        var a = tensor(s_left);
        Scalar two = 2;

        foreach (var sum in new[] { a + two, a + 2, a + 2L, a + 2f, a + 2.0 }) Close([8f, -5f, 4.5f], sum);
        foreach (var difference in new[] { a - two, a - 2, a - 2L, a - 2f, a - 2.0 }) Close([4f, -9f, .5f], difference);
        foreach (var product in new[] { a * two, a * 2, a * 2L, a * 2f, a * 2.0 }) Close([12f, -14f, 5f], product);
        foreach (var quotient in new[] { a / two, a / 2, a / 2L, a / 2f, a / 2.0 }) Close([3f, -3.5f, 1.25f], quotient);
        foreach (var remainder in new[] { a % two, a % 2, a % 2L, a % 2f, a % 2.0 }) Close([0f, 1f, .5f], remainder);
    }

    [Fact]
    public void A_number_on_the_left()
    {
        using var scope = NewDisposeScope();
        var a = tensor(s_left);
        Scalar two = 2;

        foreach (var sum in new[] { two + a, 2 + a, 2L + a, 2f + a, 2.0 + a }) Close([8f, -5f, 4.5f], sum);
        foreach (var difference in new[] { two - a, 2 - a, 2L - a, 2f - a, 2.0 - a }) Close([-4f, 9f, -.5f], difference);
        foreach (var product in new[] { two * a, 2 * a, 2L * a, 2f * a, 2.0 * a }) Close([12f, -14f, 5f], product);
        foreach (var quotient in new[] { two / a, 2 / a, 2L / a, 2f / a, 2.0 / a }) Close([1 / 3f, -2 / 7f, .8f], quotient);
    }

    [Fact]
    public void Comparisons_give_a_truth_for_every_element()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor([1f, 2f, 3f]), tensor([2f, 2f, 2f]));
        Scalar two = 2;

        foreach (var equal in new[] { a == b, a == two, two == a }) Truth([false, true, false], equal);
        foreach (var unequal in new[] { a != b, a != two, two != a }) Truth([true, false, true], unequal);
        foreach (var less in new[] { a < b, a < two, two > a }) Truth([true, false, false], less);
        foreach (var lessOrEqual in new[] { a <= b, a <= two, two >= a }) Truth([true, true, false], lessOrEqual);
        foreach (var greater in new[] { a > b, a > two, two < a }) Truth([false, false, true], greater);
        foreach (var greaterOrEqual in new[] { a >= b, a >= two, two <= a }) Truth([false, true, true], greaterOrEqual);
    }

    [Fact]
    public void Bits_and_truths_are_combined()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor([true, true, false]), tensor([true, false, false]));

        Truth([true, false, false], a & b);
        Truth([true, true, false], a | b);
        Truth([false, true, false], a ^ b);
        Truth([false, false, true], ~a);
        Assert.Equal([2, 4], (tensor([6, 12]) & tensor([3, 5]))[..].data<int>().ToArray());
    }

    [Fact]
    public void The_gradient_flows_through_an_operator_from_either_side()
    {
        using var scope = NewDisposeScope();
        var a = tensor([2f, 4f], requires_grad: true);
        (3 / a - 2.0 * a % 5).sum().backward();

        Close([-3 / 4f - 2, -3 / 16f - 2], a.grad!);
    }

    private static void Close(float[] expected, Tensor actual) => TensorAssert.Close(tensor(expected), actual);

    private static void Truth(bool[] expected, Tensor actual) => Assert.Equal(expected, actual.data<bool>().ToArray());
}
