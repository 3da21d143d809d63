"""From canonical positions to what the dance encoder looks at. Runs inside the exported graph.

Everything is seen from the dancer: turned by the heading of each frame, so that a kick is a kick in any direction, and
divided by leg length, so that tall and small people dance alike. How fast and how abruptly each joint moves is said
outright, since that is how slow, smooth and sharp differ. Joints that rigs disagree on (inner spine, collars)
are left out.
"""

import torch
from torch import Tensor, nn

from motion.canonical import FPS
from motion.skeleton import INDEX, JOINTS, PARENTS

SEEN = tuple(i for i, name in enumerate(JOINTS) if name not in ("spine1", "spine2", "left_collar", "right_collar"))
LIMBS = (
    *((PARENTS[i], i) for i in SEEN if JOINTS[i].endswith(("knee", "ankle", "foot", "elbow", "wrist"))),
    (INDEX["pelvis"], INDEX["neck"]),
    (INDEX["neck"], INDEX["head"]),
)
LEG = 0.785
"""Metres from hip to ankle of the body to which every other is scaled."""
FEATURES = len(SEEN) * 8 + len(LIMBS) * 3 + 6


class Features(nn.Module):
    """positions (batch, frames, 22, 3), lengths (batch,) -> features (batch, frames, FEATURES), mask (batch, frames).

    `mean` and `std` (FEATURES,) are measured on training data and saved with the weights.
    """

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(FEATURES))
        self.register_buffer("std", torch.ones(FEATURES))

    def forward(self, positions: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        mask = there(positions, lengths)
        return self.standardised(raw_features(positions, mask), mask), mask

    def standardised(self, raw: Tensor, mask: Tensor) -> Tensor:
        """Of `raw_features`; zeros where no frame is."""
        return ((raw - self.mean) / self.std) * mask[..., None]


def there(positions: Tensor, lengths: Tensor) -> Tensor:
    """Which frames of padded positions are there: bool (batch, frames)."""
    return torch.arange(positions.shape[1], device=positions.device)[None] < lengths[:, None]


def raw_features(positions: Tensor, mask: Tensor) -> Tensor:
    """Features (batch, frames, FEATURES) before normalisation; frames beyond `mask` hold nothing of use."""
    present = mask[..., None].to(positions.dtype)
    positions = positions * (LEG / leg_length(positions, present))[:, None, None, None]
    root = positions[:, :, 0] * positions.new_tensor([1.0, 0.0, 1.0])
    left = leftward(positions)
    local = seen_from_dancer(positions - root[:, :, None], left)
    velocity = seen_from_dancer(difference(positions) * FPS, left)
    limbs = local[:, :, [b for _, b in LIMBS]] - local[:, :, [a for a, _ in LIMBS]]
    limbs = limbs / limbs.norm(dim=-1, keepdim=True).clamp(min=1e-4)
    turned = turning(left) * present
    path = torch.cat([root[..., 0::2] - root[:, :1, 0::2], torch.cumsum(turned, 1), turned * FPS], dim=-1)
    gait = velocity[:, :, 0, 0::2]
    speed = velocity.norm(dim=-1)
    jolt = difference(velocity).norm(dim=-1) * present
    parts = [local[:, :, SEEN], velocity[:, :, SEEN], limbs]
    seen = [part.flatten(2) for part in parts] + [speed[:, :, SEEN], jolt[:, :, SEEN]]
    return torch.cat([*seen, path, gait], dim=-1)


def leg_length(positions: Tensor, present: Tensor) -> Tensor:
    """Mean length (batch,) of hip-knee-ankle over both legs and all frames present (batch, frames, 1)."""
    total = 0.0
    for side in ("left", "right"):
        hip, knee, ankle = (positions[:, :, INDEX[f"{side}_{joint}"]] for joint in ("hip", "knee", "ankle"))
        total = total + (hip - knee).norm(dim=-1) + (knee - ankle).norm(dim=-1)
    mean = (total * present[..., 0]).sum(1) / (2 * present[..., 0].sum(1))
    return mean.clamp(min=1e-2)


def leftward(positions: Tensor) -> Tensor:
    """Unit vectors (batch, frames, 2) in the ground plane (x, z), towards the dancer's left: hips plus shoulders."""
    across = positions[:, :, INDEX["left_hip"]] - positions[:, :, INDEX["right_hip"]]
    across = across + positions[:, :, INDEX["left_shoulder"]] - positions[:, :, INDEX["right_shoulder"]]
    flat = across[..., 0::2]
    return flat / flat.norm(dim=-1, keepdim=True).clamp(min=1e-4)


def seen_from_dancer(vectors: Tensor, left: Tensor) -> Tensor:
    """World vectors (batch, frames, joints, 3) turned so that +X is the dancer's left and +Z ahead."""
    cos, sin = left[..., None, 0], -left[..., None, 1]
    x, y, z = vectors.unbind(-1)
    return torch.stack([x * cos - z * sin, y, x * sin + z * cos], dim=-1)


def difference(values: Tensor) -> Tensor:
    """Change since the frame before; zero in the first."""
    return torch.cat([torch.zeros_like(values[:, :1]), values[:, 1:] - values[:, :-1]], dim=1)


def turning(left: Tensor) -> Tensor:
    """Radians (batch, frames, 1) turned to the left since the frame before."""
    before = torch.cat([left[:, :1], left[:, :-1]], dim=1)
    cos = (left * before).sum(-1, keepdim=True)
    sin = before[..., 1:] * left[..., :1] - before[..., :1] * left[..., 1:]
    return 2 * torch.atan(sin / (1 + cos).clamp(min=1e-3))
