"""The encoder contract: what both ONNX graphs take and give. Training, export and demo all read it here."""

DANCE_INPUTS = ("positions", "lengths")
"""float32 [batch, frames, 22, 3], canonical positions, zero-padded; int64 [batch], frames before the padding."""

TEXT_INPUTS = ("input_ids", "attention_mask")
"""int64 [batch, tokens] both."""

OUTPUT = "embedding"
"""float32 [batch, dim], unit length."""

MIN_FRAMES = 10
MAX_FRAMES = 200
"""What the dance encoder is trained on: half a second to ten seconds. Longer clips are cut into phrases."""

MAX_TOKENS = 48
