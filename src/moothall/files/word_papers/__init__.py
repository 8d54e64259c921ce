"""Words from Word: papers that come back, matched with what is held, and words that are pasted."""

from moothall.files.word_papers.pasted import plain_from_word

__all__ = ["plain_from_word"]
