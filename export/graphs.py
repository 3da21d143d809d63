"""Checkpoint -> ONNX graphs that compute in float32 and keep their weights in half precision.

Weights are rounded to half precision in PyTorch first, so nothing is lost on the way: the file, half as large, is
exactly the network that was measured. onnxruntime unfolds the casts when it loads. The frozen part of BERT goes into a
file of its own beside the graph, which stays the same from one training to the next.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnx.external_data_helper import set_external_data
from torch import nn

from motion.contract import DANCE_INPUTS, OUTPUT, TEXT_INPUTS

LARGE = 1024
"""Weights with fewer numbers stay as they are."""


@torch.no_grad()
def round_weights(model: nn.Module) -> nn.Module:
    """Round every large parameter to half precision, in place, and return the model."""
    for parameter in model.parameters():
        if parameter.numel() >= LARGE:
            parameter.copy_(parameter.half().float())
    return model


def export_dance(model: nn.Module, path: Path) -> None:
    """Write the dance encoder with dynamic batch and frames."""
    example = (torch.randn(3, 40, 22, 3), torch.tensor([40, 31, 12]))
    axes = {"positions": {0: torch.export.Dim("batch"), 1: torch.export.Dim("frames", min=2, max=4096)}}
    _write(model, example, DANCE_INPUTS, axes | {"lengths": {0: axes["positions"][0]}}, path)


def export_text(model: nn.Module, path: Path) -> None:
    """Write the text encoder with dynamic batch and tokens; the frozen stem goes to `<name>.stem` beside it."""
    example = (torch.randint(1000, 2000, (3, 12)), torch.ones(3, 12, dtype=torch.long))
    axes = {0: torch.export.Dim("batch"), 1: torch.export.Dim("tokens", min=2, max=512)}
    _write(model, example, TEXT_INPUTS, dict.fromkeys(TEXT_INPUTS, axes), path, apart=model.stem)


def _write(
    model: nn.Module, example: tuple, inputs: tuple[str, ...], axes: dict, path: Path, apart: nn.Module | None = None
) -> None:
    program = torch.onnx.export(
        model.eval(),
        example,
        dynamo=True,
        input_names=list(inputs),
        output_names=[f"{OUTPUT}_out"],
        dynamic_shapes=axes,
        verbose=False,
    )
    graph = program.model_proto
    _rename(graph, OUTPUT, f"{OUTPUT}_inner")
    _rename(graph, f"{OUTPUT}_out", OUTPUT)
    _forget_where(graph)
    _name_weights(graph, model)
    _halve(graph)
    if apart is not None:
        _set_apart(graph, apart, path.with_suffix(".stem"))
    onnx.save_model(graph, str(path))
    onnx.checker.check_model(str(path))


def _forget_where(model: onnx.ModelProto) -> None:
    """Drop the exporter's notes on every node and value: which line of which file, in whose folder, it came from."""
    for graph in (model.graph, *model.functions):
        for part in (graph, *graph.node, *graph.value_info):
            part.ClearField("metadata_props")
            part.ClearField("doc_string")
    for value in (*model.graph.input, *model.graph.output, *model.graph.initializer):
        value.ClearField("metadata_props")


def _name_weights(model: onnx.ModelProto, encoder: nn.Module) -> None:
    """Call every transposed weight `<parameter>.T`: with all weights named, training can go on from the graph alone."""
    matrices = [(name, each.detach().numpy()) for name, each in encoder.named_parameters() if each.ndim == 2]
    names = {each.T.tobytes(): f"{name}.T" for name, each in matrices}
    for tensor in model.graph.initializer:
        if name := names.get(tensor.raw_data):
            _rename(model, tensor.name, name)
            tensor.name = name


def _set_apart(graph: onnx.ModelProto, frozen: nn.Module, path: Path) -> None:
    """Move the large weights of `frozen` to a file beside the graph, told by their numbers, not by name."""
    path.unlink(missing_ok=True)
    kept = set()
    for parameter in frozen.parameters():
        values = parameter.detach().numpy().astype(np.float16)
        kept |= {values.tobytes(), values.T.tobytes()}
    for tensor in graph.graph.initializer:
        if np.prod(tensor.dims) > LARGE and tensor.raw_data in kept:
            set_external_data(tensor, location=path.name)


def _rename(model: onnx.ModelProto, old: str, new: str) -> None:
    """Rename a value: the exporter calls what comes out of a table of embeddings by the name of our output."""
    for node in model.graph.node:
        for names in (node.input, node.output):
            names[:] = [new if name == old else name for name in names]
    for value in (*model.graph.output, *model.graph.value_info):
        value.name = new if value.name == old else value.name


def _halve(model: onnx.ModelProto) -> None:
    """Store each large float32 weight in half precision, followed by a cast, where that changes no number.

    onnxruntime computes the cast of a whole weight when it loads. Of a table it would keep every row twice as large for
    the few that a text needs: there, what was looked up is cast.
    """
    casts = []
    for tensor in model.graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < LARGE:
            continue
        values = numpy_helper.to_array(tensor)
        half = values.astype(np.float16)
        if np.array_equal(half.astype(np.float32), values):
            name = tensor.name
            tensor.CopyFrom(numpy_helper.from_array(half, name))
            tensor.name = f"{name}.half"
            users = [node for node in model.graph.node if name in node.input]
            if all(node.op_type == "Gather" and node.input[0] == name for node in users):
                casts += [_look_up(node, tensor.name) for node in users]
            else:
                casts.append(helper.make_node("Cast", [tensor.name], [name], to=TensorProto.FLOAT))
    _insert(model.graph, casts)


def _look_up(gather: onnx.NodeProto, table: str) -> onnx.NodeProto:
    """Let a look-up be of a table in half precision; the cast that is to follow it."""
    name = gather.output[0]
    gather.input[0], gather.output[0] = table, f"{name}.half"
    return helper.make_node("Cast", [gather.output[0]], [name], to=TensorProto.FLOAT)


def _insert(graph: onnx.GraphProto, casts: list[onnx.NodeProto]) -> None:
    """Add casts where ONNX wants them, each after what it is of."""
    made_by = {output: place for place, node in enumerate(graph.node) for output in node.output}
    for cast in sorted(casts, key=lambda node: -made_by.get(node.input[0], -1)):
        graph.node.insert(made_by.get(cast.input[0], -1) + 1, cast)
