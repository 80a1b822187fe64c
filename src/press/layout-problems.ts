import { type Problem, problem } from '../diagnostics/index.ts';
import { walk } from '../document/index.ts';
import type { FitRange, LayoutResult, Overflow } from '../layout/index.ts';
import { sectionsOn } from './section-heights.ts';
import type { Engraving } from './set.ts';

/** Characters without a glyph, and what does not fit. */
export function layoutProblems(
  result: LayoutResult,
  range: FitRange,
  tooLong: Engraving['tooLong'],
): Problem[] {
  const missing = new Map(
    result.missing.map(({ character, node, language, lacking }) => {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      const place = node.origin;
      const key = `${character} ${lacking} ${JSON.stringify(place)}`;
      if (lacking !== undefined)
        return [
          key,
          problem(
            'FONT_LACKS',
            `Your face ${lacking} has no "${character}" (U+${code}), and would be mixed with another within a word.`,
            place,
            `Take ${language} out of "locales" in the manifest of your faces: the press sets it in its own. Or use a face that has the letter.`,
          ),
        ];
      return [
        key,
        problem(
          'GLYPH_MISSING',
          `No face for ${language} has "${character}" (U+${code}).`,
          place,
          'Take the character out, or add a face that has it: helpline-press new font.',
        ),
      ];
    }),
  );
  const stacked = result.stacked.map(({ character, node }) => {
    const [letter, ...marks] = character;
    if (marks.length === 0)
      return problem(
        'FONT_INVALID',
        `The rules of its face (GPOS) put "${letter}" far from its place, where other words or lines are.`,
        node.origin,
        'Use another face for this text.',
      );
    return problem(
      'MARKS_STACKED',
      `"${letter}" has ${marks.length} marks on it, which reach into other lines.`,
      node.origin,
      'Take the marks away.',
    );
  });
  const all =
    result.overflows.length === 0 ? undefined : tooLong?.(result.overflows, sectionsOn(result.pages));
  const alone =
    all === undefined ? result.overflows : result.overflows.filter(({ axis }) => axis === 'inline');
  const running = new Set(
    result.pages.flatMap(({ children }) =>
      children.flatMap((child) => (child.kind === 'box' && child.role === 'running' ? [child.element] : [])),
    ),
  );
  const overflows = alone.map((overflow) => overflowProblem(overflow, range, running.has(overflow.element)));
  return [...missing.values(), ...stacked, ...(all === undefined ? [] : [all]), ...overflows];
}

/** What does not fit, by itself. */
function overflowProblem(
  { page, element, by, axis, lines }: Overflow,
  { min }: FitRange,
  isRunning: boolean,
): Problem {
  const place = { ...element.origin, page };
  const smallest = `at ${min} pt, the smallest size allowed`;
  if (axis === 'block') {
    const classes = element.classes.length > 0 ? ` class="${element.classes.join(' ')}"` : '';
    return problem(
      'TEXT_OVERFLOW',
      `The content of <${element.name}${classes}> is ${by.toFixed(1)} pt (about ${lines} ${lines === 1 ? 'line' : 'lines'}) longer than its room, ${smallest}.`,
      place,
      isRunning
        ? 'It stands in the margin of its page: shorten it, or in a template of your own make that margin larger in @page.'
        : 'Shorten the text, move a block to another section, or choose a larger paper.',
    );
  }
  const texts = walk(element).flatMap((node) => (node.kind === 'text' ? [node] : []));
  const wider = `is ${by.toFixed(1)} pt wider than its room, ${smallest}`;
  if (texts.some(({ number }) => number !== undefined))
    return problem(
      'TEXT_OVERFLOW',
      `A line in <${element.name}> ${wider}.`,
      place,
      'A number stands on one line: write it in a shorter form, without its words or its country, or choose a larger paper.',
    );
  const words = texts.flatMap(({ text }) => text.split(/[\s\u00ad\u200b-]+/u));
  const word = words.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
  return problem(
    'TEXT_OVERFLOW',
    `A line in <${element.name}> ${wider}: perhaps the word "${word}" does not fit on it.`,
    place,
    'Say it in a shorter word, put a soft hyphen where the word may be divided ("\\u00AD" within double quotes), or choose a larger paper.',
  );
}
