import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { loadGuide } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import type { DocumentNode } from '../../src/document/index.ts';
import type { DisplayItem, DisplayList, TextItem } from '../../src/paint/index.ts';
import { inkBounds } from '../../src/paint/ink.ts';
import { defaultJob, type Edition, formeOf, Press, shippedFolders } from '../../src/press/index.ts';
import { listProducts, loadProduct, type Product } from '../../src/product/index.ts';

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
    | 'questions'
    | 'nested'
    | 'figure'
    | 'danger';
  readonly lengths: readonly number[];
}

/** A guide to be made up: its sections with their blocks, and how it is printed. */
export interface RandomGuide {
  readonly sections: readonly { readonly title: number; readonly blocks: readonly RandomBlock[] }[];
  readonly product: string;
  /** Which of the product's papers; or one of its own, in mm, where its pages are the paper. */
  readonly paper: number | { readonly width: number; readonly height: number };
  /** Which of the product's editions, but for the one of short sentences. */
  readonly edition: number;
  /** Words of the title. */
  readonly title: number;
  /** Parts of the shipped guide that it goes without. */
  readonly without: readonly Part[];
  readonly letters: 'Latn' | 'Arab';
}

type Part = (typeof parts)[number];
const parts = ['opening', 'closing', 'kicker', 'overview', 'emergency'] as const;

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
  'nested',
  'figure',
  'danger',
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
  paper: fc.oneof(
    { weight: 3, arbitrary: fc.nat({ max: 7 }) },
    {
      weight: 1,
      arbitrary: fc.record({
        width: fc.integer({ min: 90, max: 600 }),
        height: fc.integer({ min: 90, max: 800 }),
      }),
    },
  ),
  edition: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 7 }) }),
  title: fc.integer({ min: 1, max: 20 }),
  without: fc.oneof(
    { weight: 2, arbitrary: fc.constant([] as Part[]) },
    { weight: 1, arbitrary: fc.subarray([...parts]) },
  ),
  letters: fc.oneof(
    { weight: 3, arbitrary: fc.constant('Latn' as const) },
    { weight: 1, arbitrary: fc.constant('Arab' as const) },
  ),
});

const alphabets = {
  Latn: {
    first: 'w',
    syllables: ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'zo'],
    found: /\bw(?:[a-z]{2}){4}\b/g,
  },
  Arab: {
    first: 'ظ',
    syllables: ['با', 'تي', 'جو', 'دا', 'ري', 'سو', 'شا', 'صي', 'طو', 'عا', 'في', 'كو', 'لا', 'مي'],
    found: /(?<!\p{L})ظ(?:\p{L}{2}){4}(?!\p{L})/gu,
  },
} as const;

/** Words that stand nowhere else, so that each can be found: `waba`, `wace`, … */
class Words {
  readonly all: string[] = [];
  readonly #letters: RandomGuide['letters'];

  constructor(letters: RandomGuide['letters']) {
    this.#letters = letters;
  }

  next(count: number): string {
    const made = Array.from({ length: count }, () => {
      const { first, syllables } = alphabets[this.#letters];
      let [word, left]: [string, number] = [first, this.all.length];
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
    case 'nested':
      return {
        ...{ id, kind: 'list' },
        items: lengths.map((count, i) => ({
          ...{ id: `i${i}`, text: words.next(count) },
          items: [{ id: `j${i}`, text: words.next(3), items: [{ id: `k${i}`, text: words.next(2) }] }],
        })),
      };
    case 'figure':
      return { ...{ id, kind, image: 'figures/week.svg', alt: 'Doors.' }, caption: words.next(lengths[0]!) };
    case 'danger':
      return { ...{ id, kind: 'paragraph', danger: true }, text: one() };
    case 'definition':
      return { id, kind, term: words.next(1).slice(0, -1), text: one() };
    default:
      return { id, kind, text: one() };
  }
}

const arabic = 'ما الذي يجب أن تعرفه قبل أن تبدأ رحلة التعافي مع من تحب';
const texts = {
  title: {
    Latn: 'What you must know before you begin, and who goes with you'.split(' '),
    Arab: arabic.split(' '),
  },
  arabic: {
    helplines: {
      main: {
        ...{ display: '800-315-1376', dial: '+18003151376' },
        ...{ call: 'أريد أن أتحدث مع أحد', answers: 'يجيب مرشدون مدربون.' },
      },
    },
    kicker: 'خمسة أمور',
    overview: 'ما يجب أن تعرفه',
    opening: { heading: 'ما هو هذا؟', blocks: [{ id: 'a', kind: 'paragraph', text: `${arabic}.` }] },
    closing: { heading: 'النجاح ممكن', blocks: [{ id: 'a', kind: 'paragraph', text: `${arabic}.` }] },
    emergency: [{ id: 'us', country: 'US', text: '**في خطر؟ اتصل على [911](tel:911).**' }],
    disclosure: {
      ...{ version: '2026-11-23', heading: 'من يجيب؟' },
      blocks: [{ id: 'a', kind: 'paragraph', text: 'يجيب مرشدون من المركز.' }],
    },
  },
} as const;

interface Written {
  readonly words: readonly string[];
  /** Those of lines of sections, which a list of contents says too. */
  readonly lines: ReadonlySet<string>;
}

/** Writes the guide: the shipped one, but for what its sections say. Gives the words of these. */
function write(folder: string, { sections, title, without, letters }: RandomGuide): Written {
  const words = new Words(letters);
  const guide = parse(readFileSync(join(shipped, 'guide.yaml'), 'utf8')) as Record<string, unknown>;
  if (letters === 'Arab') Object.assign(guide, { ...texts.arabic, locale: 'ar' });
  for (const part of ['scenes', 'terms', 'easy', ...without]) delete guide[part];
  guide.title = [...texts.title[letters], ...texts.title[letters]].slice(0, title).join(' ');
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
    // One fact of a section is the most urgent.
    blocks: blocks
      .filter(({ kind }, b) => kind !== 'danger' || blocks.findIndex((other) => other.kind === kind) === b)
      .map((each, b) => blockOf(each, `b${b}`, words)),
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

/** The product with a paper of its own, laid over the shipped ones. Undefined: what is cut out of a sheet names its papers. */
function withPaper(folder: string, product: Product, { width, height }: { width: number; height: number }) {
  if (product.sheet !== undefined || product.tiles !== undefined) return undefined;
  const own = join(folder, 'templates', product.id);
  mkdirSync(own, { recursive: true });
  const file = readFileSync(join(templates, product.id, 'product.yaml'), 'utf8');
  const paper = `papers: [{ name: own, width: ${width}mm, height: ${height}mm }]`;
  writeFileSync(join(own, 'product.yaml'), file.replace(/^papers: .*$/m, paper));
  return [join(folder, 'templates'), templates];
}

/** Prints a made-up guide, and looks at its pages without what the press knows of them. */
export function printRandom(given: RandomGuide): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'random-'));
  const { letters } = given;
  let press: Press | undefined;
  try {
    cpSync(shipped, folder, { recursive: true });
    const { words, lines } = write(folder, given);
    const product = loadProduct(given.product, templates);
    const { papers, form } = product;
    const editions = product.editions.filter((name) => name !== 'easy-read');
    const edition = editions[given.edition % editions.length]! as Edition;
    const own = typeof given.paper === 'number' ? undefined : withPaper(folder, product, given.paper);
    const paper =
      own !== undefined ? 'own' : papers[typeof given.paper === 'number' ? given.paper % papers.length : 0]!;
    press = new Press(own === undefined ? {} : { templates: own });
    const guide = loadGuide(folder);
    const locale = letters === 'Arab' ? 'ar' : 'en';
    const plate = press.plate(guide, { ...defaultJob, locale, product: given.product, paper, edition });
    const { proof } = press.print(plate, { ...defaultJob, purpose: 'screen' });
    const wrong: string[] = [];
    if (proof.verdict !== 'proved') wrong.push(`the proof says ${proof.verdict}`);
    const { pages } = formeOf(plate, press)!;
    const texts = pages.map(textsOf);
    const said = [...(readIn(texts.flat()).match(alphabets[letters].found) ?? [])].map(String);
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
    press?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
