namespace Kiln.Runs;

/// <summary>A question about runs, read.</summary>
internal abstract record FilterNode;

/// <summary>Both, or one of two.</summary>
internal sealed record FilterPair(bool IsAnd, FilterNode Left, FilterNode Right) : FilterNode;

/// <summary>What does not hold.</summary>
internal sealed record FilterNot(FilterNode Inner) : FilterNode;

/// <summary>A name compared with a value.</summary>
internal sealed record FilterComparison(FilterToken Name, FilterToken Operator, FilterToken Value) : FilterNode;
