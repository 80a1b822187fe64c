import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { walkItems } from '../../src/paint/index.ts';
import { defaultJob, formeOf, Press, shippedGuides } from '../../src/press/index.ts';

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
      if (owner.kind === 'artifact') found.push(`${page.page} street`);
      else if (owner.kind === 'content') {
        const name = /art\/(together.*)\.svg$/.exec(owner.element.attributes.src ?? '')?.[1];
        if (name !== undefined) found.push(`${page.page} ${name}`);
      }
    });
  return found;
}

describe('a picture that has what is left over', () => {
  it.each([
    // room for both; for the lower people only; for no street
    ['pamphlet-trifold', 'en', ['inside-3 street', 'back together']],
    ['pamphlet-trifold', 'de', ['inside-3 street', 'back together-low']],
    ['pamphlet-trifold', 'ur', ['back together-low']],
    ['pamphlet-bifold', 'en', ['inside-1 street', 'back together']],
    ['pamphlet-bifold', 'ur', ['inside-1 street', 'back together-low']],
  ])(
    'stands there or is left out, or a lower one does, each by itself: %s, %s',
    (product, locale, expected) => {
      expect(drawings(product, locale)).toEqual(expected);
    },
  );
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

describe('a guide of eight long things', () => {
  it('is refused as a pamphlet: how much there is too much, which section stands where, and what takes it', () => {
    const { plate } = set('eight-long', 'pamphlet-trifold');
    const [problem, ...more] = plate.problems.filter(({ severity }) => severity === 'error');
    expect(more).toEqual([]);
    expect(problem?.code).toBe('TEXT_OVERFLOW');
    expect(problem?.message).toMatch(/by about \d+ lines? at 11\.5 pt/);
    expect(problem?.hint).toMatch(/inside-1 holds s1, .*; inside-2 holds .*; inside-3 holds .*s8\./);
    expect(problem?.hint).toContain('--product');
    expect(press.print(set('eight-long', 'handout').plate, { ...defaultJob }).proof.verdict).toBe('proved');
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
