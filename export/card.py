"""The model card: what was trained on what, whose work is in it, how well it does."""

from train.bench.report import column, table
from train.config import LABELLED, Config

SOURCES = {
    "bandai": "Bandai Namco Research motion data sets (Kobayashi et al., arXiv 2306.08861), CC BY-NC 4.0",
    "ballroom": "Ballroom recordings of ChoreoNet, no licence stated",
    "humanml3d": "HumanML3D (Guo et al., CVPR 2022), motion of AMASS under AMASS's licences",
    "kit": "KIT Motion-Language dataset (Plappert et al., 2016)",
    "captioned": "a folder of captioned clips named by whoever trained",
    LABELLED: "recordings labelled by whoever trained",
}

ENCODERS = {
    "attention": "convolutions, self-attention, attention pooling, beside them figures of the whole dance",
    "lstm": "an LSTM",
    "handmade": "statistics over time, one linear map",
    "tmr": "TMR's transformer",
}


def card(contract: dict, config: Config, gallery: int, moves: int) -> str:
    """Markdown for the Hub, with its front matter."""
    recorded = [f"- {SOURCES[name]}" for name in config.folds] or ["- No recording of anyone is in the weights."]
    sentence_encoder = config.bert or "sentence-transformers/all-MiniLM-L6-v2"
    windows = f", on windows of {config.phrase_length} frames" if config.phrase_length else ""
    before = ", on top of weights that were exported before" if config.start else ""
    millions = {name: f"{count / 1e6:.1f} M parameters" for name, count in contract["parameters"].items()}
    return f"""---
license: {"other" if config.folds or config.bert else "mit"}
library_name: onnx
tags: [dance, motion, retrieval, onnx]
base_model: {sentence_encoder}
---

# Dance and words

Two encoders that share an embedding space of {contract["dim"]} dimensions: a dance phrase (22 joints at
{contract["fps"]} fps) and its description lie close together. They find a dance for a text and words for a dance.

| | |
|---|---|
| `dance_encoder.onnx` | {millions["dance"]}: {ENCODERS[config.encoder]}{windows} |
| `text_encoder.onnx`, `.stem` | {millions["text"]}: a BERT, {config.tuned} of its layers tuned, a projection |
| `gallery.npz` | {gallery} dances with captions, attributes and embeddings |
| `labels.npz` | the words that a clip is named by: {moves} moves and the qualities |
| `contract.json` | shapes, versions, checksums, scores |
| `golden.npz` | inputs and PyTorch's outputs, to check any runtime by |

Weights are stored in half precision, to which the network was rounded before it was measured; all arithmetic is in
float32. Largest difference between the graphs and PyTorch: {contract["difference_to_pytorch"]:.1e}.

## Sources and licences

- Dances and captions of training and gallery: this project's own studio, a choreographer in code (MIT); trained on
  {config.phrases} phrases, seed {config.seed}{before}
{chr(10).join(recorded)}
- Text encoder: {sentence_encoder}{" (Apache-2.0)" if not config.bert else ""}

## Scores of these files

Percent [95 % interval over items]; MedR is the median rank. Held-out compositions are combinations of move, quality
and side, and compounds, that no training phrase has, danced by dancers of their own; protocols are explained in
`train/bench/protocols.py`. Real motion is from recordings that were never trained on.

```
{table(column("these files", contract["scores"]))}
```

## Limits

It knows the {moves} moves of its studio, as that studio dances them; other movement gets the nearest of these names.
22 joints show no fingers, hands or face. Scores on real motion are from few performers.
"""
