"""Writes losses.json: values and gradients of the losses as Python's PyTorch computes them.

Run it again after adding a case:  OMP_NUM_THREADS=1 /usr/bin/python3 tests/Kiln.Torch.Tests/NN/golden/losses.py
"""

import pathlib
import sys

import torch
from torch import nn

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "golden"))
from recording import Recorder  # noqa: E402

torch.manual_seed(2026)
recorder = Recorder(__file__)
case = recorder.case


def r(*size):
    return torch.randn(*size)


def constant(loss):
    """A loss whose second argument is a target without gradient."""
    return lambda x, y, *rest: loss(x, y.detach(), *rest)


scores, classes = r(4, 3), torch.tensor([2, 0, 1, 2])
maps, map_classes = r(2, 3, 2, 2), torch.tensor([[[0, 1], [2, 1]], [[2, 2], [0, 1]]])
weights, positives = torch.tensor([0.5, 2.0, 1.25]), torch.tensor([3.0, 1.0, 0.5])
targets, fractions, signs = r(4, 3), torch.rand(4, 3), torch.tensor([[1.0, -1, 1], [-1, -1, 1], [1, 1, -1], [-1, 1, 1]])
counts = torch.tensor([[0.0, 3, 1], [2, 5, 0], [1, 1, 7], [4, 0, 2]])
sign = torch.tensor([1.0, -1, -1, 1])

case("CrossEntropyLoss", nn.CrossEntropyLoss(), scores, classes)
case("CrossEntropyLoss weights", nn.CrossEntropyLoss(weights, ignore_index=0), scores, classes)
case("CrossEntropyLoss sum", nn.CrossEntropyLoss(weights, reduction="sum"), maps, map_classes)
case("CrossEntropyLoss none", nn.CrossEntropyLoss(reduction="none"), scores, classes)
case("CrossEntropyLoss probabilities", nn.CrossEntropyLoss(weights), scores, torch.softmax(targets, 1))
case("cross_entropy smoothing", nn.CrossEntropyLoss(weights, label_smoothing=0.1, ignore_index=1), scores, classes)
case("NLLLoss", nn.NLLLoss(weights), scores, classes)
case("NLLLoss maps", nn.NLLLoss(reduction="sum"), maps, map_classes)
case("NLLLoss none", nn.NLLLoss(weights, reduction="none"), scores, classes)
case("BCELoss", nn.BCELoss(weights), fractions, torch.rand(4, 3))
case("BCELoss none", constant(nn.BCELoss(reduction="none")), fractions, torch.rand(4, 3))
case("BCEWithLogitsLoss", nn.BCEWithLogitsLoss(), scores, fractions)
case("BCEWithLogitsLoss weights", constant(nn.BCEWithLogitsLoss(weights, reduction="sum", pos_weight=positives)), scores, fractions)
case("BCEWithLogitsLoss none", constant(nn.BCEWithLogitsLoss(reduction="none")), scores, fractions)
case("KLDivLoss", nn.KLDivLoss(log_target=True), scores.log_softmax(1), targets.log_softmax(1))
case("KLDivLoss probabilities", nn.KLDivLoss(reduction="sum"), scores.log_softmax(1), fractions)
case("KLDivLoss none", nn.KLDivLoss(reduction="none", log_target=True), scores.log_softmax(1), targets.log_softmax(1))
case("MultiLabelSoftMarginLoss", constant(nn.MultiLabelSoftMarginLoss(weights)), scores, (signs + 1) / 2)
case("MultiLabelSoftMarginLoss none", constant(nn.MultiLabelSoftMarginLoss(reduction="none")), scores, (signs + 1) / 2)
case("MSELoss", nn.MSELoss(), scores, targets)
case("MSELoss sum", nn.MSELoss(reduction="sum"), scores, targets)
case("MSELoss none", nn.MSELoss(reduction="none"), scores, targets)
case("L1Loss", nn.L1Loss(), scores, targets)
case("L1Loss sum", nn.L1Loss(reduction="sum"), scores, targets)
case("L1Loss none", nn.L1Loss(reduction="none"), scores, targets)
case("SmoothL1Loss", nn.SmoothL1Loss(beta=0.5), scores, targets)
case("SmoothL1Loss sum", nn.SmoothL1Loss(reduction="sum"), scores, targets)
case("HuberLoss", nn.HuberLoss(delta=0.7), scores, targets)
case("HuberLoss none", nn.HuberLoss(reduction="none", delta=1.5), scores, targets)
case("PoissonNLLLoss", constant(nn.PoissonNLLLoss(full=True)), scores, counts)
case("PoissonNLLLoss plain", constant(nn.PoissonNLLLoss(log_input=False, reduction="sum", eps=1e-3)), fractions, counts)
case("GaussianNLLLoss", nn.GaussianNLLLoss(full=True, eps=0.2), scores, targets, fractions)
case("GaussianNLLLoss one variance", nn.GaussianNLLLoss(reduction="sum", eps=1e-8), scores, targets, torch.rand(4, 1) + 0.5)
case("GaussianNLLLoss none", nn.GaussianNLLLoss(reduction="none", eps=1e-8), scores, targets, torch.rand(4) + 0.5)
case("MarginRankingLoss", lambda a, b, y: nn.MarginRankingLoss(0.4)(a, b, y.detach()), r(4), r(4), sign)
case("MarginRankingLoss none", lambda a, b, y: nn.MarginRankingLoss(reduction="none")(a, b, y.detach()), r(4), r(4), sign)
case("HingeEmbeddingLoss", constant(nn.HingeEmbeddingLoss(0.8)), scores, signs)
case("HingeEmbeddingLoss sum", constant(nn.HingeEmbeddingLoss(reduction="sum")), scores, signs)
case("CosineEmbeddingLoss", lambda a, b, y: nn.CosineEmbeddingLoss(0.2)(a, b, y.detach()), r(4, 5), r(4, 5), sign)
case("CosineEmbeddingLoss none", lambda a, b, y: nn.CosineEmbeddingLoss(reduction="none")(a, b, y.detach()), r(4, 5), r(4, 5), sign)
case("SoftMarginLoss", constant(nn.SoftMarginLoss()), scores, signs)
case("SoftMarginLoss none", constant(nn.SoftMarginLoss(reduction="none")), scores, signs)
case("MultiMarginLoss", nn.MultiMarginLoss(2, 0.7, weights), scores, classes)
case("MultiMarginLoss none", nn.MultiMarginLoss(reduction="none"), scores, classes)
labels = torch.tensor([[2, 0, -1], [1, -1, -1], [0, 1, 2], [-1, 0, 1]])
case("MultiLabelMarginLoss", nn.MultiLabelMarginLoss(), scores, labels)
case("MultiLabelMarginLoss none", nn.MultiLabelMarginLoss(reduction="none"), scores, labels)
case("TripletMarginLoss", nn.TripletMarginLoss(0.5, 3, 1e-4, True), r(4, 5), r(4, 5), r(4, 5))
case("TripletMarginLoss none", nn.TripletMarginLoss(reduction="none"), r(4, 5), r(4, 5), r(4, 5))
case("TripletMarginWithDistanceLoss", nn.TripletMarginWithDistanceLoss(margin=1.5, swap=True), r(4, 5), r(4, 5), r(4, 5))
case("TripletMarginWithDistanceLoss own distance", nn.TripletMarginWithDistanceLoss(distance_function=lambda a, b: 1 - nn.functional.cosine_similarity(a, b), reduction="none"), r(4, 5), r(4, 5), r(4, 5))
steps, sequences = r(6, 2, 4).log_softmax(2), torch.tensor([[1, 2, 3], [3, 1, 1]])
lengths = torch.tensor([6, 5]), torch.tensor([3, 2])
case("CTCLoss", lambda x, y, n, m: nn.CTCLoss()(x, y, n, m), steps, sequences, *lengths)
case("CTCLoss sum", lambda x, y, n, m: nn.CTCLoss(blank=3, reduction="sum")(x, y, n, m), steps, torch.tensor([0, 1, 2, 2, 1]), *lengths)
case("CTCLoss none", lambda x, y, n, m: nn.CTCLoss(reduction="none", zero_infinity=True)(x, y, n, m), steps, torch.tensor([[1, 2, 3], [1, 1, 1]]), torch.tensor([6, 4]), torch.tensor([3, 3]))

recorder.write()
