"""Draws the icons of the installed page, into static/icons: the hourglass on its side, with the code as its waist.

Run it with pillow; same input, same bytes."""

from pathlib import Path

from PIL import Image, ImageDraw

ICONS = Path(__file__).parent.parent / "static" / "icons"
PAPER, INK, CODE = "#fffdf8", "#1d2633", "#e29b1b"
FINER = 8

ICONS.mkdir(exist_ok=True)
for side in (192, 512):
    # Within the middle four fifths, which no mask cuts off.
    unit = side * FINER / 30 * 0.62
    place = lambda x, y: (side * FINER / 2 + (x - 15) * unit, side * FINER / 2 + (y - 15) * unit)
    image = Image.new("RGB", (side * FINER, side * FINER), PAPER)
    draw = ImageDraw.Draw(image)
    outline = [place(*corner) for corner in [(3, 6), (3, 24), (15, 17), (27, 24), (27, 6), (15, 13)]]
    draw.line(outline + outline[:2], fill=INK, width=round(1.8 * unit), joint="curve")
    draw.ellipse([place(11, 11), place(19, 19)], fill=CODE)
    image.resize((side, side), Image.LANCZOS).quantize(32, dither=Image.Dither.NONE).save(ICONS / f"icon-{side}.png", optimize=True)
