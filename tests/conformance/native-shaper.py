"""Shapes runs with native HarfBuzz: a JSON list of runs on stdin, their glyph columns on stdout."""
import json
import sys

import uharfbuzz as hb

fonts = {}
out = []
for run in json.load(sys.stdin):
    font = fonts.get(run["font"])
    if font is None:
        font = fonts[run["font"]] = hb.Font(hb.Face(hb.Blob.from_file_path(run["font"])))
    text = run["text"]
    units = [0]  # UTF-16 offset of each code point, which is what Python counts
    for character in text:
        units.append(units[-1] + (2 if character > "\uffff" else 1))
    start, end = units.index(run["start"]), units.index(run["end"])
    buffer = hb.Buffer()
    buffer.add_str(text, start, end - start)
    flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    if start == 0:
        flags |= hb.BufferFlags.BOT
    if end == len(text):
        flags |= hb.BufferFlags.EOT
    buffer.flags = flags
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.direction = run["direction"]
    buffer.script = run["script"]
    buffer.language = run["language"]
    hb.shape(font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    out.append(
        {
            "ids": [i.codepoint for i in infos],
            "clusters": [units[i.cluster] for i in infos],
            "advances": [p.x_advance for p in positions],
            "dx": [p.x_offset for p in positions],
            "dy": [p.y_offset for p in positions],
        }
    )
json.dump(out, sys.stdout)
