"""Chinese on pictures: a font that comes with the program, and the system's for the rare characters of names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("fonts")
BUNDLED = FOLDER / "ShujiSans-Regular.otf"
FAMILY = "Shuji Sans"
_SYSTEM = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "/System/Library/Fonts/Hiragino Sans GB.ttc",
)


@cache
def files() -> list[str]:
    """Font files to draw with: ours first, then the first of the system's that there is."""
    found = [str(BUNDLED)]
    found.extend([path for path in _SYSTEM if Path(path).is_file()][:1])
    return found
