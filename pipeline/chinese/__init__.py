"""What every room may ask about Chinese text: words, tags, numbers, times and amounts."""

from pipeline.chinese.reader import Reader

__all__ = ["Reader"]
