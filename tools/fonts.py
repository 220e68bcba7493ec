"""Cuts the page's three fonts out of Source Serif 4 and Source Sans 3, into static/fonts.

Each is two files: the characters that the page itself writes, and the rest, which a browser fetches when one is needed.

Run it through `make fonts`: it needs fonttools and brotli, and npm to fetch the originals. Same input, same bytes.
The originals' licence (OFL) reserves the name "Source", so the cut fonts call themselves "Hourglass".
"""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).parent.parent / "static" / "fonts"
CACHE = Path(__file__).parent.parent / ".tools" / "fonts"

# npm package and version, file in it, our file, family, style, what is left of each axis.
CUTS = [
    ("source-serif", "4.5.1", "VAR/SourceSerif4Variable-Roman.ttf", "serif", "Hourglass Serif", "Regular", {"wght": (400, 600), "opsz": 20}),
    ("source-serif", "4.5.1", "VAR/SourceSerif4Variable-Italic.ttf", "serif-italic", "Hourglass Serif", "Italic", {"wght": 600, "opsz": 20}),
    ("source-sans", "3.52.0", "VF/SourceSans3VF-Upright.ttf", "sans", "Hourglass Sans", "Regular", {"wght": (400, 700)}),
]

# The characters that the page itself writes; static/style/tokens.css names the same.
OWN = [
    (0x20, 0x7E), (0xA0, 0xA0), (0xA9, 0xA9), (0xB0, 0xB3), (0xB7, 0xB7), (0xBB, 0xBB), (0xD7, 0xD7), (0xE1, 0xE1), (0xE9, 0xE9), (0xF6, 0xF6),
    (0x302, 0x303), (0x3A3, 0x3A3), (0x3B2, 0x3B2), (0x3B4, 0x3B4), (0x3B7, 0x3B7), (0x3BB, 0x3BB), (0x3C1, 0x3C1),  # hat, tilde, Σ β δ η λ ρ
    (0x2013, 0x2013), (0x2016, 0x2016), (0x2019, 0x2019), (0x201C, 0x201D), (0x2026, 0x2026), (0x203A, 0x203A), (0x2080, 0x2089),
    (0x2190, 0x2193), (0x2199, 0x2199), (0x2212, 0x2212), (0x2218, 0x2218), (0x221A, 0x221A), (0x2248, 0x2248), (0x2713, 0x2713), (0x2717, 0x2717),
]

# Further ones: those of Western European languages, Greek, and what formulas, units and labels need.
MORE = [
    (0xA0, 0xFF), (0x131, 0x131), (0x152, 0x153), (0x125, 0x125), (0x177, 0x177),  # Latin, ĥ and ŷ
    (0x2C6, 0x2C6), (0x2DC, 0x2DC), (0x302, 0x304),  # hat, tilde and bar, also over any letter
    (0x391, 0x3A9), (0x3B1, 0x3C9), (0x3D5, 0x3D5),  # Greek
    (0x2009, 0x200A), (0x202F, 0x202F), (0x2010, 0x2016), (0x2018, 0x201F), (0x2020, 0x2022), (0x2026, 0x2026),
    (0x2032, 0x2033), (0x2044, 0x2044), (0x2070, 0x209C), (0x1D40, 0x1D40),  # primes, superscripts, subscripts
    (0x2113, 0x2113), (0x2122, 0x2122), (0x2190, 0x2199), (0x21A6, 0x21A6), (0x21D2, 0x21D2),  # script l, arrows
    (0x2200, 0x22C5), (0x25A0, 0x25CF), (0x2713, 0x2713),  # mathematical signs, shapes, tick
]
FEATURES = ["kern", "liga", "ccmp", "mark", "mkmk", "locl", "calt", "tnum", "pnum", "lnum"]


def characters(ranges):
    return {code for first, last in ranges for code in range(first, last + 1)}


def fetch(package, version):
    """The unpacked npm package, fetched once."""
    folder = CACHE / f"{package}-{version}"
    if not folder.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", "--silent", f"{package}@{version}"], cwd=CACHE, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(CACHE / f"{package}-{version}.tgz") as archive:
            archive.extractall(folder)
    return folder / "package"


def rename(font, family, style):
    """Replaces every name a reader or a program could know the font by; the notices of origin and licence stay."""
    kept = {0, 13, 14}
    # A font without an axis left is no variable one.
    if "fvar" in font:
        font["fvar"].instances = []
        kept |= {axis.axisNameID for axis in font["fvar"].axes}
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in kept]
    full = f"{family} {style}"
    for name_id, text in {1: family, 2: style, 3: full, 4: full, 6: full.replace(" ", "-")}.items():
        names.setName(text, name_id, 3, 1, 0x409)


def cut(original, target, family, style, axes, unicodes):
    instance = BytesIO()
    instancer.instantiateVariableFont(TTFont(original, recalcTimestamp=False), axes).save(instance)
    font = TTFont(instance, recalcTimestamp=False)
    options = subset.Options(layout_features=FEATURES, flavor="woff2", hinting=False, name_IDs=["*"])
    options.drop_tables += ["STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(unicodes))
    subsetter.subset(font)
    rename(font, family, style)
    subset.save_font(font, target, options)


for package, version, path, stem, family, style, axes in CUTS:
    folder = fetch(package, version)
    own = characters(OWN)
    for name, unicodes in [(stem, own), (f"{stem}-more", characters(MORE) - own)]:
        target = FONTS / f"{name}.woff2"
        cut(folder / path, target, family, style, axes, unicodes)
        print(f"{target.name}: {target.stat().st_size:,} bytes")
    (FONTS / f"OFL-{package}.txt").write_text((folder / "LICENSE.md").read_text())
