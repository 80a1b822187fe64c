import type { Measured } from './measured.ts';

/** How far a box may lie from Chromium's, CSS px. Chromium counts in 1/64 px. */
const tolerance = 0.5;

/** Where two settings of a case differ, in words. */
export function differences(ours: Measured, theirs: Measured, boxesOnly: boolean): string[] {
  const told: string[] = [];
  const shown = (values: readonly number[]) => values.map((value) => value.toFixed(2)).join(' ');
  for (const [id, box] of Object.entries(theirs.boxes)) {
    const own = ours.boxes[id];
    if (own === undefined) told.push(`#${id} is not there`);
    else if (box.some((value, i) => !(Math.abs(value - own[i]!) <= tolerance)))
      told.push(`#${id}: ${shown(own)}, not ${shown(box)}`);
    const wanted = theirs.lines[id];
    if (boxesOnly || wanted === undefined) continue;
    const lines = ours.lines[id] ?? [];
    if (lines.map(({ text }) => text).join('|') !== wanted.map(({ text }) => text).join('|'))
      told.push(
        `#${id} says ${lines.map(({ text }) => text).join('|')}, not ${wanted.map(({ text }) => text).join('|')}`,
      );
    else
      wanted.forEach(({ text, left, right }, i) => {
        const line = lines[i]!;
        if (Math.max(Math.abs(line.left - left), Math.abs(line.right - right)) > tolerance)
          told.push(`#${id} "${text}": ${shown([line.left, line.right])}, not ${shown([left, right])}`);
      });
  }
  return told;
}
