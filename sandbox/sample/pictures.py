"""The photos and recordings of the stories, made when they are played: simple scenes, no file in the repository."""

from __future__ import annotations

import io
import math
import random
import wave
from collections.abc import Callable

from PIL import Image, ImageDraw

from sandbox import Upload

SIZE = (640, 480)
Scene = Callable[[ImageDraw.ImageDraw, random.Random], None]


def _room(draw: ImageDraw.ImageDraw, wall: str, floor: str) -> None:
    draw.rectangle((0, 0, 640, 330), wall)
    draw.rectangle((0, 330, 640, 480), floor)
    draw.line((0, 330, 640, 330), "#7d7468", 3)


def _tray(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    draw.rectangle((0, 0, 640, 480), "#8a6f52")
    draw.rounded_rectangle((90, 80, 550, 420), 36, "#cfd5d9", "#9aa3a8", 4)
    for x in (190, 320):
        draw.ellipse((x - 62, 130, x + 62, 240), "#f3e9d2", "#d9c9a4", 3)
    draw.rounded_rectangle((400, 130, 510, 250), 16, "#b9c0c4")
    for _ in range(40):
        x, y = chance.randint(405, 500), chance.randint(140, 240)
        draw.line((x, y, x + chance.randint(4, 16), y + chance.randint(-4, 4)), "#6b7f3a", 4)
    draw.rounded_rectangle((150, 280, 500, 390), 16, "#b9c0c4")


def _queue(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    _room(draw, "#dfe6e3", "#b8b2a5")
    draw.rectangle((430, 60, 620, 250), "#6f8390")
    draw.rectangle((445, 90, 605, 170), "#f6efd8")
    for place in range(9):
        x, top = 40 + place * 46, 190 + chance.randint(-12, 12)
        colour = chance.choice(["#37566f", "#5a6d4a", "#7a5040", "#4c4c58"])
        draw.ellipse((x, top - 38, x + 34, top - 4), "#d8ab86")
        draw.rounded_rectangle((x - 6, top, x + 40, top + 120), 12, colour)
        draw.rectangle((x + 2, top + 120, x + 14, top + 190), "#2c2f36")
        draw.rectangle((x + 20, top + 120, x + 32, top + 190), "#2c2f36")


def _wall(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    _room(draw, "#e6e0d0", "#a3937e")
    draw.rectangle((420, 40, 600, 200), "#a9c4d6", "#7a7a7a", 6)
    for _ in range(260):
        x, y = chance.gauss(170, 80), chance.gauss(230, 60)
        spot = chance.randint(2, 9)
        draw.ellipse((x, y, x + spot, y + spot), chance.choice(["#4a4f45", "#6b6f5e", "#8d8c78"]))


def _crane(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    _room(draw, "#c9d0d4", "#8f8c86")
    draw.rectangle((0, 70, 640, 110), "#d9a520")
    for x in range(0, 640, 60):
        draw.line((x, 70, x + 30, 110), "#3b3b3b", 6)
    x = chance.randint(260, 360)
    draw.rectangle((x - 50, 110, x + 50, 150), "#4f5b63")
    draw.line((x, 150, x, 270), "#2b2b2b", 5)
    draw.arc((x - 18, 262, x + 18, 310), 0, 300, "#2b2b2b", 8)


def _machine(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    _room(draw, "#cdd6d2", "#938d84")
    draw.rounded_rectangle((120, 130, 520, 400), 18, "#4d7a86", "#2f4d55", 5)
    draw.rectangle((160, 170, 380, 320), "#23343a")
    draw.rectangle((410, 170, 490, 250), "#b8c7b0")
    for row in range(3):
        for column in range(3):
            colour = chance.choice(["#c0392b", "#27ae60", "#f1c40f"])
            draw.ellipse((412 + column * 28, 270 + row * 28, 430 + column * 28, 288 + row * 28), colour)
    for _ in range(30):
        x = chance.randint(120, 520)
        draw.ellipse((x, 392, x + chance.randint(8, 40), 418), "#3a3426")


def _tank(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    _room(draw, "#d3d8d4", "#8d877d")
    left = chance.randint(70, 130)
    draw.rounded_rectangle((left, 190, left + 430, 420), 14, "#5f7f6d", "#33493d", 6)
    draw.rectangle((left + 24, 214, left + 406, 330), "#2b2a1c")
    for _ in range(70):
        x, y = chance.randint(left + 28, left + 390), chance.randint(218, 320)
        draw.ellipse((x, y, x + chance.randint(4, 14), y + chance.randint(3, 8)), chance.choice(["#6d6a3f", "#8f8b5a"]))
    draw.line((left + 380, 60, left + 380, 220), "#9aa0a3", 14)


def _rail(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    _room(draw, "#b9c7d3", "#7f858a")
    for y in (150, 230):
        draw.line((40, y, 600, y - 20), "#e0b21c", 14)
    for x in range(60, 600, 90):
        tilt = 24 if x > 400 else 0
        draw.line((x, 130, x + tilt, 340), "#e0b21c", 12)
    x, y = 424, 225
    points = [(x + 46 * math.cos(a), y + 46 * math.sin(a)) for a in (n * math.pi / 20 for n in range(41))]
    draw.line(points, "#c0392b", 5)
    draw.line((x - 8, y - 22, x + 6, y, x - 6, y + 20), "#402218", 4)
    chance.random()


def _road(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    draw.rectangle((0, 0, 640, 200), "#bcd0de")
    draw.polygon(((0, 480), (640, 480), (420, 200), (220, 200)), "#5d6166")
    for y in range(210, 480, 60):
        draw.line((320, y, 320, y + 30), "#f2f2e6", 8)
    draw.ellipse((150, 330, 470, 440), "#8aa5b5")
    for _ in range(20):
        x, y = chance.randint(180, 440), chance.randint(345, 425)
        draw.arc((x, y, x + 24, y + 8), 0, 180, "#c7d8e2", 2)


def _bus(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    draw.rectangle((0, 0, 640, 330), "#c4d7e4")
    draw.rectangle((0, 330, 640, 480), "#6a6d70")
    draw.rounded_rectangle((60, 120, 580, 370), 28, "#e8e4da", "#35618a", 8)
    for x in range(90, 540, 88):
        draw.rounded_rectangle((x, 150, x + 70, 230), 8, "#5b7486")
        draw.ellipse((x + 20, 190, x + 50, 230), chance.choice(["#d8ab86", "#5b7486"]))
    for x in (150, 480):
        draw.ellipse((x - 44, 330, x + 44, 418), "#26282b")


def _paper(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    draw.rectangle((0, 0, 640, 480), "#75604a")
    draw.polygon(((140, 40), (520, 60), (500, 450), (120, 430)), "#f7f4ea")
    for y in range(90, 400, 24):
        draw.line((170, y, 170 + chance.randint(140, 300), y + 6), "#8b8f96", 4)
    draw.ellipse((370, 330, 460, 420), outline="#c0392b", width=6)


def _screen(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    draw.rectangle((0, 0, 640, 480), "#d7d2c6")
    draw.rounded_rectangle((180, 30, 460, 460), 30, "#1d2126")
    draw.rectangle((200, 70, 440, 410), "#f4f6f8")
    for y in range(100, 300, 40):
        draw.rounded_rectangle((220, y, 220 + chance.randint(90, 190), y + 20), 6, "#c5ccd4")
    draw.rounded_rectangle((240, 320, 400, 370), 12, "#c0392b")


_SCENES: dict[str, Scene] = {
    "tray": _tray,
    "bowl": _tray,
    "queue": _queue,
    "rice": _paper,
    "wall": _wall,
    "speed": _screen,
    "crane": _crane,
    "fan": _machine,
    "tank": _tank,
    "pipe": _machine,
    "computer": _machine,
    "rail": _rail,
    "glove": _paper,
    "road": _road,
    "puddle": _road,
    "bus": _bus,
    "paper": _paper,
    "phone": _screen,
}


def photo(scene: str, seed: str) -> Upload:
    """One photo; the same words draw the same one.

    Raises:
        KeyError: no such scene.
    """
    chance = random.Random(f"{scene} {seed}")
    image = Image.new("RGB", SIZE, "#ffffff")
    _SCENES[scene](ImageDraw.Draw(image), chance)
    # Nobody holds a phone quite level.
    image = image.rotate(chance.uniform(-5, 5), Image.Resampling.BICUBIC, expand=False)
    image = image.crop((40, 34, 600, 446))
    made = io.BytesIO()
    image.save(made, "JPEG", quality=80)
    return Upload("photo.jpg", made.getvalue(), "image/jpeg")


def recording(seed: str) -> Upload:
    """Three seconds of a machine that rattles, as somebody records it on the spot."""
    chance = random.Random(seed)
    rate = 8000
    samples = bytearray()
    for n in range(rate * 3):
        beat = 1.0 if (n // 700) % 3 == 0 else 0.35
        hum = math.sin(n / rate * 2 * math.pi * 90) * 0.5 + chance.uniform(-0.3, 0.3)
        samples.append(int(128 + 90 * beat * hum))
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(rate)
        file.writeframes(bytes(samples))
    return Upload("recording.wav", made.getvalue(), "audio/wav")
