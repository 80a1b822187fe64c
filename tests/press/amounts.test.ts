import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { walkItems } from '../../src/paint/index.ts';
import { defaultJob, formeOf, Press, shippedGuides } from '../../src/press/index.ts';
import { openWorkshop } from './workshop.ts';

const guides = join(import.meta.dirname, '../guides');
const press = new Press();
afterAll(() => press.close());

const set = (guide: string, product: string, own: object = {}) => {
  const plate = press.plate(loadGuide(join(guides, guide)), { ...defaultJob, product, locale: 'en', ...own });
  return { plate, forme: formeOf(plate, press)! };
};

/** Sizes of the texts of the sections' blocks, pt. */
function sizes({ forme }: ReturnType<typeof set>): number[] {
  const found: number[] = [];
  for (const page of forme.pages)
    walkItems(page, (item) => {
      if (item.kind !== 'text' || item.owner.kind !== 'content') return;
      const key = item.owner.node.origin.key ?? '';
      if (/^sections\..*\.(?!line$)/.test(key)) found.push(...item.runs.map(({ size }) => size));
    });
  return found;
}

/** The drawings of a product's pages, by the pages' names: those that take what is left over. */
function drawings(product: string, locale: string): string[] {
  const plate = press.plate(loadGuide(`${shippedGuides()}/heroin-detox`), { ...defaultJob, product, locale });
  expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const found: string[] = [];
  for (const page of formeOf(plate, press)!.pages)
    walkItems(page, (item) => {
      if (item.kind !== 'picture') return;
      const { owner } = item;
      // A street only goes on where another picture began: it says nothing, and is an artifact.
      // The mark in the empty box of the back is one, too.
      if (owner.kind === 'artifact') found.push(`${page.page} ${page.page === 'back' ? 'box' : 'street'}`);
      else if (owner.kind === 'content') {
        const name = /art\/(together.*)\.svg$/.exec(owner.element.attributes.src ?? '')?.[1];
        if (name !== undefined) found.push(`${page.page} ${name}`);
      }
    });
  return found;
}

describe('a picture that has what is left over', () => {
  it.each([
    // room for people at full measure and the box; for people only; for the street only
    ['pamphlet-trifold', 'en', ['inside-3 street', 'back together-low', 'back box']],
    ['pamphlet-trifold', 'de', ['inside-3 street', 'back together-low']],
    ['pamphlet-trifold', 'ka', ['inside-3 street']],
    ['pamphlet-bifold', 'en', ['inside-1 street', 'back together-low', 'back box']],
    ['pamphlet-bifold', 'ka', ['inside-1 street', 'back together-low']],
  ])(
    'stands there or is left out, or a lower one does, each by itself: %s, %s',
    (product, locale, expected) => {
      expect(drawings(product, locale)).toEqual(expected);
    },
  );
});

describe('the shipped guide', () => {
  it('is a bi-fold in Urdu on A4 as on Letter, each of its sources beside the end of its finding', () => {
    const guide = loadGuide(`${shippedGuides()}/heroin-detox`);
    const plate = press.plate(guide, {
      ...defaultJob,
      product: 'pamphlet-bifold',
      locale: 'ur',
      paper: 'a4',
    });
    expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const print = { ...defaultJob, purpose: 'office', allowDrafts: true } as const;
    expect(press.print(plate, print).proof.verdict).toBe('proved');
  });
});

describe('a pamphlet of three things of two sentences', () => {
  it.each(['dawn', 'estuary'])(
    'has one a page, large, with a picture each, and no page that is empty: %s',
    (theme) => {
      const few = set('after-birth', 'pamphlet-trifold', { theme });
      expect(few.plate.problems.map(({ code }) => code)).toEqual([]);
      expect(Math.min(...sizes(few))).toBeGreaterThanOrEqual(16);
      const pictures = new Set<string>();
      for (const page of few.forme.pages)
        walkItems(page, (item) => {
          if (item.kind === 'picture' && item.owner.kind === 'content') pictures.add(page.page);
        });
      expect([...pictures]).toEqual(['cover', 'inside-1', 'inside-2', 'inside-3', 'back']);
      expect(press.print(few.plate, { ...defaultJob, purpose: 'office' }).proof.verdict).toBe('proved');
    },
  );

  it('is a poster too', () => {
    const { plate } = set('after-birth', 'poster');
    expect(press.print(plate, { ...defaultJob, purpose: 'office' }).proof.verdict).toBe('proved');
  });
});

describe('a guide of one sentence', () => {
  it('is refused as a pamphlet, which is told what suits, and is a poster and a handout', () => {
    let found: PressError | undefined;
    try {
      set('one-sentence', 'pamphlet-trifold');
    } catch (error) {
      if (error instanceof PressError) found = error;
    }
    expect(found?.problems.map(({ code }) => code)).toEqual(['PAGE_BLANK']);
    expect(found?.problems[0]?.hint).toMatch(/--product .*poster/);
    for (const product of ['poster', 'handout']) {
      const { plate } = set('one-sentence', product);
      expect(press.print(plate, { ...defaultJob, purpose: 'office' }).proof.verdict, product).toBe('proved');
    }
  });
});

describe('a booklet of one thing of few words', () => {
  it('has it large on a page, with a picture on its foot, and no pages for notes', () => {
    const sole = set('one-sentence', 'booklet');
    expect(sole.forme.pages).toHaveLength(4);
    expect(sizes(sole)).not.toEqual([]);
    expect(Math.min(...sizes(sole))).toBe(18);
    const pictures = sole.forme.pages.map((page) => {
      let count = 0;
      walkItems(page, (item) => {
        if (item.kind === 'picture' && item.owner.kind === 'content') count++;
      });
      return count;
    });
    expect(pictures).toEqual([1, 1, 1, 0]);
    expect(press.print(sole.plate, { ...defaultJob, purpose: 'office' }).proof.verdict).toBe('proved');
  });

  it('has it as it is where there are two or more of them', () => {
    expect(Math.max(...sizes(set('after-birth', 'booklet')))).toBeLessThan(18);
  });
});

describe('a bi-fold of few words', () => {
  it('has a picture on both inner pages', () => {
    const pages = new Set<string>();
    for (const page of set('after-birth', 'pamphlet-bifold').forme.pages)
      walkItems(page, (item) => {
        if (item.kind === 'picture' && item.owner.kind === 'content') pages.add(page.page);
      });
    expect([...pages]).toEqual(['cover', 'inside-1', 'inside-2', 'back']);
  });
});

describe('a guide of eight long things', () => {
  it('is a pamphlet with one of them broken over two panels, and a handout', () => {
    for (const product of ['pamphlet-trifold', 'handout'])
      expect(press.print(set('eight-long', product).plate, { ...defaultJob }).proof.verdict).toBe('proved');
  });

  it('and four more is refused as one: how much there is too much, which section stands where, and what takes it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'twelve-'));
    cpSync(join(guides, 'eight-long'), folder, { recursive: true });
    const yaml = readFileSync(join(folder, 'guide.yaml'), 'utf8');
    const four = /^ {2}- id: s1\n[\s\S]*?(?=^ {2}- id: s5$)/m.exec(yaml)![0];
    const more = four.replace(/id: s([1-4])/g, (_, i: string) => `id: s${Number(i) + 8}`);
    writeFileSync(join(folder, 'guide.yaml'), yaml.replace(/^emergency:$/m, `${more}\n$&`));
    const plate = press.plate(loadGuide(folder), {
      ...defaultJob,
      product: 'pamphlet-trifold',
      locale: 'en',
    });
    rmSync(folder, { recursive: true });
    const [problem, ...others] = plate.problems.filter(({ severity }) => severity === 'error');
    expect(others).toEqual([]);
    expect(problem?.code).toBe('TEXT_OVERFLOW');
    expect(problem?.message).toMatch(/by about \d+ lines? at 11\.5 pt/);
    expect(problem?.hint).toMatch(/inside-1 s1, .*; inside-2 .*; inside-3 .*s12\./);
    expect(problem?.hint).toContain('--product');
  });
});

describe('a guide with a section that fits no panel', () => {
  /** The pages that each section's texts stand on, its line first. */
  const pagesOf = ({ forme }: ReturnType<typeof set>) => {
    const found = new Map<string, string[]>();
    for (const page of forme.pages)
      walkItems(page, (item) => {
        if (item.kind !== 'text' || item.owner.kind !== 'content') return;
        const [, id] = /^sections\.([^.]+)\./.exec(item.owner.node.origin.key ?? '') ?? [];
        if (id === undefined || !page.page.startsWith('inside')) return;
        found.set(id, [...new Set([...(found.get(id) ?? []), page.page])]);
      });
    return Object.fromEntries(found);
  };

  it.each([
    ['pamphlet-trifold', ['inside-1', 'inside-2', 'inside-3'], 'inside-3'],
    ['pamphlet-zfold', ['inside-1', 'inside-2', 'inside-3'], 'inside-3'],
    ['pamphlet-bifold', ['inside-1', 'inside-2'], 'inside-2'],
  ])('has it broken over those of the %s, each text once and in order', (product, week, you) => {
    const made = set('one-long', product);
    expect(made.plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(pagesOf(made)).toEqual({ before: ['inside-1'], week, you: [you] });
    const { proof } = press.print(made.plate, { ...defaultJob, purpose: 'office' });
    expect(proof.verdict).toBe('proved');
  });

  it('is refused as before by a template that would say its line twice', () => {
    const w = openWorkshop();
    w.write('guide/guide.yaml', readFileSync(join(guides, 'one-long/guide.yaml'), 'utf8'));
    const codes = () =>
      w
        .set({ product: 'pamphlet-trifold' })
        .plate.problems.filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
    expect(codes()).toEqual([]);
    const thing = w.read('templates/partials/thing.hbs');
    w.write(
      'templates/partials/thing.hbs',
      thing
        .replace(/\{\{#if \(has this "goesOn"\)[\s\S]*?\{\{else\}\}\n/, '')
        .replace(/\{\{\/if\}\}\s*$/, ''),
    );
    expect(codes()).toEqual(['TEXT_OVERFLOW']);
    w.clear();
  });
});

describe('a guide of long words and a long number', () => {
  it.each([
    ['booklet', 'letter'],
    ['pamphlet-bifold', 'letter'],
    ['pamphlet-trifold', 'a4'],
    ['pamphlet-zfold', 'a4'],
  ])('is divided where its author says, and keeps off the edge of the paper: %s', (product, paper) => {
    const { plate } = set('long-words', product, { locale: 'de', paper });
    expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { proof } = press.print(plate, { ...defaultJob, purpose: 'office', allowDrafts: true });
    expect(proof.verdict).toBe('proved');
  });
});
