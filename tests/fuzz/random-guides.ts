import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { loadGuide } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import type { DocumentNode } from '../../src/document/index.ts';
import type { DisplayItem, DisplayList, TextItem } from '../../src/paint/index.ts';
import { inkBounds } from '../../src/paint/ink.ts';
import { defaultJob, formeOf, Press, shippedFolders } from '../../src/press/index.ts';
import { listProducts, loadProduct } from '../../src/product/index.ts';

const shipped = resolve(import.meta.dirname, '../../guides/heroin-detox');

/** How many words each text of a block has; what kind the block is. */
interface RandomBlock {
  readonly kind:
    | 'paragraph'
    | 'list'
    | 'steps'
    | 'callout'
    | 'finding'
    | 'quote'
    | 'table'
    | 'definition'
    | 'questions';
  readonly lengths: readonly number[];
}

/** A guide to be made up: its sections with their blocks, and how it is printed. */
export interface RandomGuide {
  readonly sections: readonly { readonly title: number; readonly blocks: readonly RandomBlock[] }[];
  readonly product: string;
  /** Which of the product's papers. */
  readonly paper: number;
}

const kinds = [
  'paragraph',
  'paragraph',
  'list',
  'steps',
  'callout',
  'finding',
  'quote',
  'table',
  'definition',
  'questions',
] as const;
const length = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 25 }) },
  { weight: 1, arbitrary: fc.integer({ min: 26, max: 120 }) },
);
const block: fc.Arbitrary<RandomBlock> = fc.record({
  kind: fc.constantFrom(...kinds),
  lengths: fc.array(length, { minLength: 1, maxLength: 6 }),
});
const { templates } = shippedFolders();
/** Random guides declare no short form of their disclosure. */
const products = listProducts(templates).filter((id) => loadProduct(id, templates).disclosure === 'whole');

/** Up to 200 blocks; small ones as often as large ones. */
export const randomGuides: fc.Arbitrary<RandomGuide> = fc.record({
  sections: fc.oneof(
    fc.array(
      fc.record({
        title: fc.integer({ min: 1, max: 9 }),
        blocks: fc.array(block, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    fc.array(
      fc.record({
        title: fc.integer({ min: 1, max: 14 }),
        blocks: fc.array(block, { minLength: 1, maxLength: 16 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  ),
  product: fc.oneof(fc.constant('handout'), fc.constantFrom(...products)),
  paper: fc.nat({ max: 7 }),
});

const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'zo'];

/** Words that stand nowhere else, so that each can be found: `waba`, `wace`, … */
class Words {
  readonly all: string[] = [];

  next(count: number): string {
    const made = Array.from({ length: count }, () => {
      let [word, left] = ['w', this.all.length];
      for (let i = 0; i < 4; i++) {
        word += syllables[left % syllables.length]!;
        left = Math.floor(left / syllables.length);
      }
      this.all.push(word);
      return word;
    });
    return `${made.join(' ')}.`;
  }
}

function blockOf({ kind, lengths }: RandomBlock, id: string, words: Words): unknown {
  const texts = (name: string) => lengths.map((count, i) => ({ id: `i${i}`, [name]: words.next(count) }));
  const one = () => words.next(lengths[0]!);
  switch (kind) {
    case 'list':
    case 'steps':
      return { id, kind, items: texts('text') };
    case 'questions':
      return {
        id,
        kind,
        items: lengths.map((count, i) => ({
          id: `i${i}`,
          question: words.next(3),
          answer: words.next(count),
        })),
      };
    case 'table':
      return {
        ...{ id, kind, caption: words.next(2), head: 'row' },
        rows: [2, ...lengths].map((count, r) => ({
          id: `r${r}`,
          cells: [1, Math.min(count, 12)].map((many, c) => ({ id: `c${c}`, text: words.next(many) })),
        })),
      };
    case 'finding':
      return { id, kind, text: one(), source: 'nds' };
    case 'quote':
      return { id, kind, text: one(), cite: words.next(2) };
    case 'definition':
      return { id, kind, term: words.next(1).slice(0, -1), text: one() };
    default:
      return { id, kind, text: one() };
  }
}

interface Written {
  readonly words: readonly string[];
  /** Those of lines of sections, which a list of contents says too. */
  readonly lines: ReadonlySet<string>;
}

/** Writes the guide: the shipped one, but for what its sections say. Gives the words of these. */
function write(folder: string, { sections }: RandomGuide): Written {
  const words = new Words();
  const guide = parse(readFileSync(join(shipped, 'guide.yaml'), 'utf8')) as Record<string, unknown>;
  delete guide.scenes;
  guide.lint = { readingLevel: 'off' };
  const lines = new Set<string>();
  const line = (count: number) => {
    const from = words.all.length;
    const text = words.next(count);
    for (const word of words.all.slice(from)) lines.add(word);
    return text;
  };
  guide.sections = sections.map(({ title, blocks }, s) => ({
    id: `s${s}`,
    line: line(title),
    blocks: blocks.map((each, b) => blockOf(each, `b${b}`, words)),
  }));
  writeFileSync(join(folder, 'guide.yaml'), stringify(guide));
  return { words: words.all, lines };
}

interface Text {
  readonly item: TextItem;
  readonly page: DisplayList;
}

function textsOf(page: DisplayList): Text[] {
  const inside = (item: DisplayItem): Text[] =>
    item.kind === 'group' ? item.items.flatMap(inside) : item.kind === 'text' ? [{ item, page }] : [];
  return page.items.flatMap(inside);
}

const nodeOf = ({ owner }: TextItem): DocumentNode | undefined =>
  owner.kind === 'content' ? owner.node : undefined;

/** What is read, by the order of the document: a text that goes on stays together. */
function readIn(texts: readonly Text[]): string {
  const content = texts.filter(({ item }) => nodeOf(item) !== undefined && !('page' in item.owner));
  const sorted = content
    .map((text, i) => ({ ...text, i }))
    .sort((a, b) => nodeOf(a.item)!.index - nodeOf(b.item)!.index || a.i - b.i);
  return sorted.map(({ item }) => item.paragraph.text.slice(item.start, item.end)).join(' ');
}

/** Two inks that lie over each other by more than what letters of two lines may share, pt. */
function overlap(a: TextItem, b: TextItem): boolean {
  const [one, other] = [inkBounds(a), inkBounds(b)];
  if (one === undefined || other === undefined) return false;
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return across > 0.5 && down > 0.3 * Math.min(one.height, other.height);
}

function outside({ item, page }: Text): boolean {
  const ink = inkBounds(item);
  return (
    ink !== undefined &&
    (ink.x < -0.05 ||
      ink.y < -0.05 ||
      ink.x + ink.width > page.width + 0.05 ||
      ink.y + ink.height > page.height + 0.05)
  );
}

/** What came of a guide: the codes that refuse it, or what is wrong with its pages, nothing if all is well. */
export interface Outcome {
  readonly codes: readonly string[];
  readonly wrong: readonly string[];
}

/** Prints a made-up guide, and looks at its pages without what the press knows of them. */
export function printRandom(given: RandomGuide): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'random-'));
  const press = new Press();
  try {
    cpSync(shipped, folder, { recursive: true });
    const { words, lines } = write(folder, given);
    const { papers, form } = loadProduct(given.product, shippedFolders().templates);
    const paper = papers[given.paper % papers.length]!;
    const guide = loadGuide(folder);
    const plate = press.plate(guide, { ...defaultJob, locale: 'en', product: given.product, paper });
    const { proof } = press.print(plate, { ...defaultJob, purpose: 'screen' });
    const wrong: string[] = [];
    if (proof.verdict !== 'proved') wrong.push(`the proof says ${proof.verdict}`);
    const { pages } = formeOf(plate, press)!;
    const texts = pages.map(textsOf);
    const said = [...(readIn(texts.flat()).match(/\bw(?:[a-z]{2}){4}\b/g) ?? [])].map(String);
    // A short product leaves blocks out by design, and its cover may say what stands inside.
    const wanted = form === 'long' ? words : words.filter((word) => said.includes(word));
    const once = said.filter(
      (word, i) => said.lastIndexOf(word) === i || (form === 'long' && !lines.has(word)),
    );
    if (once.join(' ') !== wanted.join(' ')) {
      const at = wanted.findIndex((word, i) => word !== once[i]);
      wrong.push(
        `the words are not said once, in order: ${once.slice(Math.max(0, at - 2), at + 3).join(' ')}, not ${wanted.slice(Math.max(0, at - 2), at + 3).join(' ')}`,
      );
    }
    for (const page of texts) {
      if (page.some(outside)) wrong.push('a text reaches beyond its page');
      page.forEach(({ item }, i) => {
        for (const { item: other } of page.slice(i + 1))
          if (overlap(item, other)) wrong.push(`"${item.paragraph.text}" meets "${other.paragraph.text}"`);
      });
    }
    return { codes: [], wrong };
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return { codes: [...new Set(error.problems.map(({ code }) => code))], wrong: [] };
  } finally {
    press.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
