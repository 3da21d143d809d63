"""Weights in half precision: the same numbers, and a table that is not unfolded for the few rows that a text needs."""

import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from export.graphs import _halve

WORDS, WIDTH = 300, 16


def _graph():
    """Looks up words, adds what is looked up in the same table by another name, and multiplies by a weight."""
    rng = np.random.default_rng(0)
    exact = {
        "table": rng.standard_normal((WORDS, WIDTH)).astype(np.float16).astype(np.float32),
        "weight": rng.standard_normal((WIDTH, 200)).astype(np.float16).astype(np.float32),
    }
    inexact = rng.standard_normal((200, 8)).astype(np.float32)
    nodes = [
        helper.make_node("Gather", ["table", "ids"], ["first"]),
        helper.make_node("Gather", ["table", "others"], ["second"]),
        helper.make_node("Add", ["first", "second"], ["sum"]),
        helper.make_node("MatMul", ["sum", "weight"], ["inner"]),
        helper.make_node("MatMul", ["inner", "inexact"], ["out"]),
    ]
    numbers = [helper.make_tensor_value_info(name, TensorProto.INT64, ["n"]) for name in ("ids", "others")]
    out = helper.make_tensor_value_info("out", TensorProto.FLOAT, ["n", 8])
    weights = [numpy_helper.from_array(array, name) for name, array in {**exact, "inexact": inexact}.items()]
    opset = helper.make_opsetid("", 18)
    graph = helper.make_graph(nodes, "words", numbers, [out], weights)
    return helper.make_model(graph, opset_imports=[opset], ir_version=10), exact, inexact


def test_halves_compute_the_same():
    model, exact, inexact = _graph()
    _halve(model)
    ids, others = np.array([3, 299, 0]), np.array([7, 7, 1])
    expected = (exact["table"][ids] + exact["table"][others]) @ exact["weight"] @ inexact
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    (found,) = session.run(None, {"ids": ids, "others": others})
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-4)


def test_only_what_is_exact_is_halved_and_a_table_is_looked_up_first():
    model, _, _ = _graph()
    _halve(model)
    types = {tensor.name: tensor.data_type for tensor in model.graph.initializer}
    assert types == {
        "table.half": TensorProto.FLOAT16,
        "weight.half": TensorProto.FLOAT16,
        "inexact": TensorProto.FLOAT,
    }
    casts = [node.input[0] for node in model.graph.node if node.op_type == "Cast"]
    assert sorted(casts) == ["first.half", "second.half", "weight.half"]
