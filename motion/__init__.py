from motion.clip import Clip, ClipError
from motion.load import load

__all__ = ["Clip", "ClipError", "load"]
