"""Other forms of the text encoder: smaller weights by each of onnxruntime's ways, all made from the shipped graph."""

import logging
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

WEIGHTS, TABLE = ["MatMul", "Gemm"], ["Gather"]


def single(models: Path) -> onnx.ModelProto:
    """The shipped text encoder with its weights in single precision, as quantisers want it."""
    model = onnx.load(models / "text_encoder.onnx")
    graph = model.graph
    halves = {tensor.name: tensor for tensor in graph.initializer if tensor.name.endswith(".half")}
    for tensor in halves.values():
        tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float32), tensor.name))
    for node in list(graph.node):
        if node.op_type == "Cast" and node.input[0].endswith(".half"):
            for user in graph.node:
                user.input[:] = [node.input[0] if name == node.output[0] else name for name in user.input]
            graph.node.remove(node)
    graph.ClearField("value_info")  # the shapes in it are of other types
    return model


def forms(models: Path, folder: Path) -> dict[str, Path]:
    """Write every form into `folder`; by name, the file of each."""
    logging.getLogger().setLevel(logging.WARNING)  # importing them has let everybody tell of everything
    logging.disable(logging.WARNING)  # they tell of every node that they leave as it is
    made = {}
    for number, (name, make) in enumerate(FORMS.items()):
        made[name] = folder / f"{number}.onnx"
        make(single(models), made[name])
    logging.disable(logging.NOTSET)
    return made


def _dynamic(operators: list[str], **how) -> Callable[[onnx.ModelProto, Path], None]:
    return lambda model, path: quantize_dynamic(model, path, op_types_to_quantize=operators, **how)


def _weights_only(bits: int, accuracy: int) -> Callable[[onnx.ModelProto, Path], None]:
    """In blocks of 32, each with its scale; accuracy 0 multiplies in single precision, 4 in whole numbers."""

    def make(model: onnx.ModelProto, path: Path) -> None:
        quantizer = MatMulNBitsQuantizer(model, bits=bits, block_size=32, is_symmetric=True, accuracy_level=accuracy)
        quantizer.process()
        quantizer.model.save_model_to_file(str(path))

    return make


FORMS = {
    "int8": _dynamic(WEIGHTS + TABLE, weight_type=QuantType.QInt8),
    "uint8": _dynamic(WEIGHTS + TABLE, weight_type=QuantType.QUInt8),
    "uint8 per channel": _dynamic(WEIGHTS + TABLE, weight_type=QuantType.QUInt8, per_channel=True),
    "int8 per channel, reduced": _dynamic(
        WEIGHTS + TABLE, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    ),
    "uint8 table alone": _dynamic(TABLE, weight_type=QuantType.QUInt8),
    "8 bits, weights alone": _weights_only(8, 0),
    "8 bits, whole numbers": _weights_only(8, 4),
    "4 bits, whole numbers": _weights_only(4, 4),
}
