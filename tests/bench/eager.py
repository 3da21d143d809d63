"""The two encoders in PyTorch, as a user of transformers would write them, with the shipped weights."""

import json
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer, PreTrainedModel

from motion.command import InputError
from motion.contract import MAX_TOKENS
from train.config import Config
from train.exported import start_from
from train.model import build
from train.text_encoder import POOLINGS, bert_folder


class Sentence(nn.Module):
    """BERT by transformers, pooling and projection."""

    def __init__(self, bert: PreTrainedModel, pooling: str, head: nn.Module) -> None:
        super().__init__()
        self.bert, self.pooling, self.head = bert, POOLINGS[pooling], head

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return nn.functional.normalize(self.head(self.pooling(hidden, attention_mask)), dim=-1)


class Eager:
    """Text and dance in PyTorch's eager mode, with as many threads as it chooses, or as it is told.

    Its threads wait for one another many times in a call, so that with something else on a core fewer may be faster.
    """

    def __init__(self, models: Path) -> None:
        stored = json.loads((models / "contract.json").read_text()).get("trained_as")
        if stored is None:
            raise InputError(f"found an export in {models} that does not say how it was trained; export it anew.")
        config = Config(**stored | {"mocap": (), "corpus": "", "start": ""})
        model = build(config).eval()
        start_from(models, config, model)
        bert = AutoModel.from_pretrained(bert_folder(config.bert)).eval()
        bert.embeddings.load_state_dict(model.text.stem.embeddings.state_dict())
        for own, layer in zip(bert.encoder.layer, [*model.text.stem.layers, *model.text.tuned], strict=True):
            own.load_state_dict(layer.state_dict())
        self.text = Sentence(bert, config.pooling, model.text.head).eval()
        self.dance = model.dance
        self.threads = torch.get_num_threads()
        self.tokenizer = AutoTokenizer.from_pretrained(bert_folder(config.bert))

    @torch.no_grad()
    def encode_text(self, texts: list[str], threads: int = 0) -> Tensor:
        torch.set_num_threads(threads or self.threads)
        tokens = self.tokenizer(texts, padding=True, truncation=True, max_length=MAX_TOKENS, return_tensors="pt")
        return self.text(tokens["input_ids"], tokens["attention_mask"])

    @torch.no_grad()
    def encode_dance(self, positions: Tensor, lengths: Tensor, threads: int = 0) -> Tensor:
        torch.set_num_threads(threads or self.threads)
        return self.dance(positions, lengths)
