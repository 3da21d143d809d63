"""TMR: text-to-motion retrieval by contrast and synthesis (Petrovich, Black and Varol, ICCV 2023).

Losses, weights and sizes are the paper's and its code's (github.com/Mathux/TMR). What differs is the harness: our
features in place of HumanML3D's 263, MiniLM's frozen token states in place of DistilBERT's, MiniLM's sentence
similarity in place of MPNet's, the loop's weight decay and schedule, and reconstruction judged on danced frames only.
"""

import torch
from torch import Tensor, nn

from train.baselines.actor import SequenceDecoder, SequenceEncoder
from train.batch import Batch
from train.dual_encoder import DanceTextModel, half_precision
from train.features import FEATURES, Features
from train.text_encoder import TextEncoder, mean_over
from train.windowed import one_window

KL, LATENT, CONTRAST = 1e-5, 1e-5, 0.1
"""Weights of the losses; reconstruction has 1."""
TEMPERATURE = 0.1
ALIKE = 0.8
"""Captions more alike are no negatives. On a scale from 0 to 1, (cosine + 1) / 2: a cosine of 0.6."""


class LatentDance(nn.Module):
    """positions (batch, frames, 22, 3), lengths (batch,) -> unit embeddings (batch, dim): the direction of the mean."""

    def __init__(self, dim: int = 256) -> None:
        super().__init__()
        self.features = Features()
        self.encoder = SequenceEncoder(FEATURES, dim)

    def forward(self, positions: Tensor, lengths: Tensor) -> Tensor:
        mean, _ = self.encoder(*self.features(positions, lengths))
        return nn.functional.normalize(mean, dim=-1)


class LatentText(TextEncoder):
    """A text encoder whose head is a transformer over the tokens of a frozen BERT."""

    def __init__(self, bert: str = "", dim: int = 256) -> None:
        super().__init__(bert, dim, tuned=0)
        self.head = SequenceEncoder(self.stem.embeddings.word_embeddings.embedding_dim, dim)

    def project(self, hidden: Tensor, attention_mask: Tensor) -> Tensor:
        mean, _ = self.head(hidden, attention_mask.bool())
        return mean


class TMR(DanceTextModel):
    """Dance and text as distributions of one space, from which the dance can be made again."""

    pairs_alone = True

    def __init__(self, dance: nn.Module, text: LatentText) -> None:
        super().__init__(dance, text)
        self.decoder = SequenceDecoder(one_window(dance).encoder.tokens.shape[1], FEATURES)

    def loss(self, batch: Batch) -> Tensor:
        motion = one_window(self.dance)
        with half_precision():
            features, mask = motion.features(batch.positions, batch.lengths)
            dance = motion.encoder(features, mask)
            text = self.text.head(batch.hidden, batch.mask.bool())
        dance, text = tuple(part.float() for part in dance), tuple(part.float() for part in text)
        danced, written = sample(*dance), sample(*text)
        with half_precision():
            made = [self.decoder(latent, mask).float() for latent in (danced, written)]
        smooth = nn.functional.smooth_l1_loss
        reconstruction = sum(smooth(each[mask], features[mask]) for each in made)
        normal = tuple(torch.zeros_like(part) for part in dance)
        kl = divergence(text, dance) + divergence(dance, text) + divergence(dance, normal) + divergence(text, normal)
        sentences = nn.functional.normalize(mean_over(batch.hidden, batch.mask), dim=-1)
        contrast = filtered_contrast(written, danced, sentences)
        return reconstruction + KL * kl + LATENT * smooth(written, danced) + CONTRAST * contrast


def sample(mean: Tensor, log_variance: Tensor) -> Tensor:
    """A draw from the distribution through which gradients pass."""
    return mean + torch.randn_like(mean) * (log_variance / 2).exp()


def divergence(p: tuple[Tensor, Tensor], q: tuple[Tensor, Tensor]) -> Tensor:
    """Kullback-Leibler divergence of q from p, normal distributions as (mean, log variance); mean over coordinates."""
    ratio = p[1] - q[1]
    return 0.5 * (ratio.exp() + (p[0] - q[0]) ** 2 / q[1].exp() - 1 - ratio).mean()


def filtered_contrast(text: Tensor, dance: Tensor, sentences: Tensor) -> Tensor:
    """Symmetric InfoNCE of pairs (batch, dim) by cosine, leaving out negatives whose captions are alike.

    sentences (batch, width), unit length: what a frozen sentence encoder makes of the captions.
    """
    logits = nn.functional.normalize(text, dim=-1) @ nn.functional.normalize(dance, dim=-1).T / TEMPERATURE
    alike = (sentences @ sentences.T + 1) / 2 > ALIKE
    logits = logits.masked_fill(alike & ~torch.eye(len(alike), dtype=torch.bool), -torch.inf)
    own = torch.arange(len(logits))
    return (nn.functional.cross_entropy(logits, own) + nn.functional.cross_entropy(logits.T, own)) / 2
