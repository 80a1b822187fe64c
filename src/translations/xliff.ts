import { type Entry, invalid, lineFinder, lineIn, type Returned } from './returned.ts';
import type { Exchange, UnitState } from './unit.ts';

/** States of XLIFF 1.2 (§ Appendix, `state`) for ours. */
const states: Readonly<Record<UnitState, string>> = {
  missing: 'needs-translation',
  stale: 'needs-review-translation',
  broken: 'needs-review-translation',
  translated: 'translated',
  reviewed: 'signed-off',
};

/** The texts as XLIFF 1.2. */
export async function writeXliff(exchange: Exchange): Promise<string> {
  const { default: jsToXliff12 } = await import('xliff/jsToXliff12');
  const units = exchange.units.map(({ key, source, target, note }) => [
    key,
    {
      source: escaped(source),
      target: escaped(target),
      note: escaped(note),
      additionalAttributes: { 'xml:space': 'preserve' },
    },
  ]);
  const xml = await jsToXliff12({
    sourceLanguage: exchange.sourceLanguage,
    targetLanguage: exchange.targetLanguage,
    resources: { [exchange.guide]: Object.fromEntries(units) },
  });
  let at = 0;
  const marked = xml.replace(/<target>/g, () => `<target state="${states[exchange.units[at++]!.state]}">`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${marked}\n`;
}

/** The library takes `&amp;` in a text for an escape of its own. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;');
}

/** The library drops line breaks at the end of a text. A noncharacter, which no text holds, keeps them for us. */
const end = '\ufdd0';

/** @throws PressError TRANSLATION_FILE_INVALID */
export async function readXliff(text: string, file: string): Promise<Returned> {
  const declared = text.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (declared >= 0)
    throw invalid(
      file,
      'The XML declares a document type or entities, which are refused.',
      'Take the <!DOCTYPE …> out.',
      lineIn(text, declared),
    );
  const run = text.search(/\s{1000}/);
  if (run >= 0)
    throw invalid(
      file,
      'The file holds more than a thousand spaces or line breaks on end.',
      'Take them out.',
      lineIn(text, run),
    );
  const { default: xliff12ToJs } = await import('xliff/xliff12ToJs');
  let read: Awaited<ReturnType<typeof xliff12ToJs>>;
  try {
    read = await xliff12ToJs(text.replace(/(\n\s*)(?=<\/(?:source|target)\s*>)/g, `$1${end}`), {
      captureSpacesBetweenElements: true,
    });
    if (/version\s*=\s*["']2/.test(text.slice(0, 2000))) throw new Error('it is XLIFF 2');
  } catch (error) {
    const [reason = '', line] = error instanceof Error ? error.message.split('\n') : [];
    const number = Number(/^Line: (\d+)/.exec(line ?? '')?.[1]);
    const said =
      error instanceof TypeError || error instanceof RangeError ? 'it has no file and body' : reason;
    throw invalid(
      file,
      `The file is not XLIFF 1.2: ${said}.`,
      'Send back the file that was exported, saved as XLIFF 1.2 by your tool.',
      Number.isNaN(number) ? undefined : number + 1,
    );
  }
  const marks = marksIn(text);
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const entries = Object.values(read.resources).flatMap((units) => entriesOf(units, file, byId));
  const doubled = marks.find((mark) => byId.get(mark.id) !== mark);
  if (doubled !== undefined || marks.length !== entries.length)
    throw invalid(
      file,
      doubled === undefined
        ? 'The file has units that cannot be read, or have no id.'
        : `The unit "${doubled.id}" is there twice.`,
      'Each unit has an id of its own.',
      doubled?.line,
    );
  return { file, language: read.targetLanguage, entries, text };
}

type Units = Awaited<ReturnType<typeof import('xliff/xliff12ToJs').default>>['resources'][string];

function entriesOf(units: Units, file: string, marks: ReadonlyMap<string, Mark>): Entry[] {
  return Object.entries(units).flatMap(([key, unit]) => {
    if (unit.groupUnits !== undefined) return entriesOf(unit.groupUnits, file, marks);
    const mark = marks.get(key);
    return [
      {
        key,
        source: plain(unit.source, key, file, mark),
        target: plain(unit.target, key, file, mark),
        marked: mark?.marked === true,
      },
    ];
  });
}

/**
 * The text of a source or a target. Tools divide texts into segments (`<mrk mtype="seg">`): those are joined. Our files
 * hold no other elements: a tool that puts some in changed the text.
 */
function plain(value: Units[string]['source'], key: string, file: string, mark: Mark | undefined): string {
  const parts = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const texts = parts.map((part: unknown) => {
    const text = segmentOf(part);
    if (text !== undefined) return text;
    throw invalid(
      file,
      `"${key}" holds XML elements (<g>, <x/>, …) where text is wanted.`,
      'Write the marks as they are in the source: **bold**, [words](address).',
      mark?.line,
    );
  });
  return texts.join('').replace(end, '');
}

function segmentOf(part: unknown): string | undefined {
  if (typeof part === 'string') return part;
  const { Marker: marker } = part as { Marker?: { mtype?: unknown; contents?: unknown } };
  if (marker?.mtype !== 'seg') return undefined;
  return typeof marker.contents === 'string' ? marker.contents : undefined;
}

interface Mark {
  readonly id: string;
  readonly line: number;
  /** The state of the target says that the source changed. */
  readonly marked: boolean;
}

/** What the library does not tell: line and state of each unit. The text is well-formed XML. */
function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  const lineAt = lineFinder(text);
  for (let at = text.indexOf('<trans-unit'); at >= 0; ) {
    const next = text.indexOf('<trans-unit', at + 1);
    const unit = text.slice(at, next < 0 ? undefined : next);
    const id = /\sid\s*=\s*["']([^"']*)["']/.exec(unit.slice(0, unit.indexOf('>')))?.[1] ?? '';
    const state = /<target\b[^>]*\sstate\s*=\s*["']([\w-]+)/.exec(unit)?.[1];
    marks.push({ id, line: lineAt(at), marked: state === states.stale });
    at = next;
  }
  return marks;
}
