import type { Guide } from '../../src/content/index.ts';
import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { defaultJob, formeOf, type Job, type Plate, type Printed } from '../../src/press/index.ts';
import { type Declaration, mapTexts, textsOf } from './declaration.ts';
import { guideYaml } from './guide.ts';
import { badBreaks } from './page-breaks.ts';
import { differences } from './read-back.ts';
import type { Writing } from './script-of.ts';
import type { Workshop } from './workshop.ts';

/** What became of one declaration. */
export interface Outcome {
  readonly code: string;
  readonly name: string;
  readonly script: string;
  readonly tag: string;
  readonly locale: string;
  readonly pages: number;
  /** Of the job that is kept: from guide to proved bytes, with no paragraph known; 0 where that is not asked for. */
  readonly milliseconds: number;
  /** Why it is not set; undefined: it is. */
  readonly refused: string | undefined;
  /** Characters that the guide refused or no face has, as announced; the text is set without them. */
  readonly without: readonly string[];
  /** What should not be: problems of the job, and differences between the source and the file's text. */
  readonly faults: readonly string[];
}

/** A text of which no face has more than this share of its characters would not be that text without them. */
const mostLacking = 0.02;

/** Characters that a guide refuses: those that embed or override the direction of text, and control characters. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export const jobOf = (guide: Guide): Job => ({
  ...defaultJob,
  product: 'declaration',
  locale: guide.data.locale,
});

const named = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Sets a guide to see how many pages it takes, and which characters no face has. */
function tryOut(guide: Guide, { press }: Workshop): { plate: Plate; pages: number; missing: string[] } {
  const plate = press.plate(guide, jobOf(guide));
  const { pages, problems } = formeOf(plate, press)!;
  const missing = problems.flatMap(({ code, message }) => {
    const point = code === 'GLYPH_MISSING' ? /\(U\+([0-9A-F]+)\)/.exec(message)?.[1] : undefined;
    return point === undefined ? [] : [String.fromCodePoint(Number.parseInt(point, 16))];
  });
  return { plate, pages: pages.length, missing: [...new Set(missing)] };
}

/** Says that a declaration cannot be set as what it is. */
class Refused extends Error {}

const told = ({ code, message }: Problem): string => `${code}: ${message}`;

/** A declaration as a guide, without what no face has, and on how many pages it goes. */
export function fitted(
  declaration: Declaration,
  writing: Writing,
  workshop: Workshop,
): { guide: Guide; set: Declaration; plate: Plate; pages: number; without: string[] } {
  const without = new Set<string>();
  const drop = (pattern: RegExp) => (text: string) =>
    text.replace(pattern, (character) => {
      without.add(named(character));
      return '';
    });
  let set = mapTexts(declaration, drop(controls));
  for (;;) {
    const guide = workshop.guide(guideYaml(set, writing, workshop.shipped));
    workshop.giveWords(guide);
    const { plate, pages, missing } = tryOut(guide, workshop);
    if (missing.length === 0) return { guide, set, plate, pages, without: [...without].sort() };
    const all = textsOf(set).join('');
    const lacking = [...all].filter((character) => missing.includes(character)).length;
    if (lacking > all.length * mostLacking) throw new Refused(`no face has ${lacking} of its characters`);
    const characters = missing.map((character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
    set = mapTexts(set, drop(new RegExp(`[${characters.join('')}]`, 'gu')));
  }
}

/** How a declaration is set. */
export interface Setting {
  /** Once more, with no paragraph known: to say how long that takes. */
  readonly timed?: boolean;
  /** Gets the finished file. */
  readonly keep?: (printed: Printed) => void;
}

/** Sets one declaration as a guide, proves it and reads it back. */
export function setDeclaration(
  declaration: Declaration,
  writing: Writing,
  workshop: Workshop,
  { timed = false, keep = () => {} }: Setting = {},
): Outcome {
  const { code, name } = declaration;
  const facts = { code, name, script: writing.script, tag: writing.tag, locale: writing.locale! };
  let at = { refused: undefined, pages: 0, without: [] as readonly string[] };
  try {
    const { guide, set, plate: tried, pages, without } = fitted(declaration, writing, workshop);
    at = { ...at, pages, without };
    if (timed) workshop.press.typesetter.clear(); // forgets what the trial shaped
    const start = performance.now();
    const plate = timed ? workshop.press.plate(guide, jobOf(guide)) : tried;
    const printed = workshop.press.print(plate, jobOf(guide));
    const milliseconds = timed ? performance.now() - start : 0;
    keep(printed);
    const faults = [...differences(set, guide, printed), ...badBreaks(formeOf(plate, workshop.press)!.pages)];
    return { ...facts, ...at, milliseconds, faults };
  } catch (error) {
    if (error instanceof Refused)
      return { ...facts, ...at, refused: error.message, milliseconds: 0, faults: [] };
    const faults =
      error instanceof PressError ? error.problems.map(told) : [`crash: ${(error as Error).stack}`];
    return { ...facts, ...at, milliseconds: 0, faults };
  }
}
