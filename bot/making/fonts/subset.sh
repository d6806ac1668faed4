#!/bin/sh
# How ShujiSans-Regular.otf was made: the GB 2312 characters and common marks of Noto Sans CJK SC (Debian: fonts-noto-cjk).
# Needs fonttools (pip install fonttools). Usage: sh bot/making/fonts/subset.sh [NotoSansCJK-Regular.ttc]
set -eu
here=$(dirname "$0")
source=${1:-/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc}
list=$(mktemp)
trap 'rm -f "$list"' EXIT
python3 - "$list" <<'PY'
import sys

marks = "–—‘’“”…•‰′″℃№→←↑↓▲▼△▽■□●○◆◇★☆①②③④⑤⑥⑦⑧⑨⑩▸▾✓✔×÷±≥≤≈￥€£·〇㎡％＋－／：；，。、！？（）【】《》〈〉「」『』〔〕"
names = "玥珺琪瑄煊昇堃喆晞昕妍媛婧翀赟甯璟彧旻睿烨煜镕偲轶頔祎"
wanted = {chr(code) for code in range(0x20, 0x17F)} | set(marks + names)
for first in range(0xA1, 0xF8):
    for second in range(0xA1, 0xFF):
        try:
            wanted.add(bytes([first, second]).decode("gb2312"))
        except UnicodeDecodeError:
            pass
open(sys.argv[1], "w", encoding="utf-8").write("".join(sorted(wanted)))
PY
# Font 2 of the collection is Noto Sans CJK SC.
pyftsubset "$source" --font-number=2 --text-file="$list" --output-file="$here/ShujiSans-Regular.otf" \
    --layout-features=kern --no-hinting --desubroutinize --name-IDs='*'
python3 - "$here/ShujiSans-Regular.otf" <<'PY'
import sys

from fontTools.ttLib import TTFont

# A name of its own, so that it is never mistaken for the whole font.
font = TTFont(sys.argv[1])
new = {1: "Shuji Sans", 3: "2.004;ShujiSans-Regular", 4: "Shuji Sans", 6: "ShujiSans-Regular"}
for record in font["name"].names:
    if record.nameID in new:
        record.string = new[record.nameID]
if "CFF " in font:
    font["CFF "].cff.fontNames = ["ShujiSans-Regular"]
    top = font["CFF "].cff.topDictIndex[0]
    top.FullName, top.FamilyName = "Shuji Sans", "Shuji Sans"
font.save(sys.argv[1])
PY
