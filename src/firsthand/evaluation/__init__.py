"""Compare what Firsthand writes with gold, and hold the figures to pinned floors."""

from firsthand.evaluation.attribution import read_attributions, score_attributions
from firsthand.evaluation.figures import Figure, Figures
from firsthand.evaluation.gold import Gold, read_gold
from firsthand.evaluation.score import score_dossier

__all__ = ["Figure", "Figures", "Gold", "read_attributions", "read_gold", "score_attributions", "score_dossier"]
