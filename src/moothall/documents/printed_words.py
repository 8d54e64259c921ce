"""Words that the program itself prints in every paper: no author has written them."""

PROVENANCE_HEADING = "What this paper rests on"
SYNTHETIC_LABEL = "Synthetic data"
SYNTHETIC_TEXT = "Facts in this paper were made up to show how it works; rely on none of them."
