import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Code, PressError } from '../../src/diagnostics/index.ts';
import { elementsOf, textContent } from '../../src/document/index.ts';
import { walkItems } from '../../src/paint/index.ts';
import type { Setting } from '../../src/press/index.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

let w: Workshop;
beforeEach(() => {
  w = openWorkshop();
});
afterEach(() => w.clear());

type Asked = Partial<Setting> & Pick<Setting, 'product'>;
/** Sizes of all glyphs of a product, pt. */
function sizes(setting: Asked): number[] {
  const found = new Set<number>();
  for (const page of w.set(setting).forme.pages)
    walkItems(page, (item) => {
      if (item.kind === 'text') for (const { size } of item.runs) found.add(Math.round(size * 100) / 100);
    });
  return [...found].sort((a, b) => a - b);
}
const errors = (setting: Asked): readonly Code[] => {
  try {
    return w
      .set(setting)
      .plate.problems.filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
  } catch (error) {
    if (error instanceof PressError) return error.problems.map(({ code }) => code);
    throw error;
  }
};

describe('large print', () => {
  it.each(['en', 'hi'])('sets nothing below 18 pt in %s, the body at its size', (locale) => {
    const [smallest] = sizes({ product: 'handout', locale, edition: 'large-print' });
    expect(smallest).toBeGreaterThanOrEqual(18);
    expect(sizes({ product: 'handout', locale })[0]).toBeLessThan(12);
  });

  it('has larger sizes, and pages that are more', () => {
    const pages = (['standard', 'large-print', 'large-print-22'] as const).map(
      (edition) => w.set({ product: 'handout', edition }).forme.pages.length,
    );
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(w.set({ product: 'handout', edition: 'large-print-22' }).forme.rem).toBe(22);
  });

  it('is a promise of the proof: its floors are 18 pt', () => {
    const { print } = w.set({ product: 'handout', edition: 'large-print' });
    const { expectation, passed } = print().proof;
    expect([passed, expectation?.minSize, expectation?.edition]).toEqual([true, 18, 'large-print']);
  });

  it('is refused by a product that is not made in it, which says what is', () => {
    expect(() => w.set({ product: 'pamphlet-trifold', edition: 'large-print' })).toThrow(
      /not made in the edition "large-print"/,
    );
    expect(errors({ product: 'pamphlet-trifold', edition: 'large-print' })).toEqual(['PRODUCT_INVALID']);
  });

  it('sets what asks for less as large as its least, whatever the style says', () => {
    w.write(
      'templates/handout/style.css',
      `${w.read('templates/handout/style.css')}\n.run p, .imprint { font-size: 9pt; }\n`,
    );
    expect(sizes({ product: 'handout', edition: 'large-print' })[0]).toBe(18);
  });
});

describe('editions of colours', () => {
  const colours = (setting: Asked) => {
    const found = new Set<string>();
    for (const page of w.set(setting).forme.pages)
      walkItems(page, (item) => {
        const shapes = item.kind === 'picture' && item.picture.kind === 'vector' ? item.picture.shapes : [];
        for (const { fill } of shapes) if (fill !== undefined) found.add(String(fill));
        if (item.kind === 'text') found.add(String(item.color));
        if (item.kind === 'path' && item.fill !== undefined) found.add(String(item.fill));
      });
    return [...found].sort();
  };

  it('are black and white, pictures too, whatever the theme', () => {
    for (const theme of ['dawn', 'estuary'])
      expect(colours({ product: 'poster', edition: 'high-contrast', theme })).toEqual([
        '0,0,0',
        '255,255,255',
      ]);
  });

  it('are gray to save ink, and nothing is a ground of ink', () => {
    const all = colours({ product: 'pamphlet-trifold', edition: 'ink-saving' });
    expect(all.every((colour) => new Set(colour.split(',')).size === 1)).toBe(true);
    const grounds: number[] = [];
    for (const page of w.set({ product: 'pamphlet-trifold', edition: 'ink-saving' }).forme.pages)
      walkItems(page, (item) => {
        // A frame has an inner edge.
        if (item.kind !== 'path' || item.fill === undefined || item.fill[0] > 200) return;
        if (item.path.verbs.length > 5) return;
        const [x1, y1, , , x2, y2] = item.path.points;
        grounds.push(Math.abs((x2! - x1!) * (y2! - y1!)));
      });
    expect(Math.max(...grounds)).toBeLessThan(1000);
  });

  it('tell of a colour that a template says itself', () => {
    w.write(
      'templates/poster/style.css',
      `${w.read('templates/poster/style.css')}\nbody .band .call { color: #400000; }\n`,
    );
    expect(errors({ product: 'poster' })).toEqual([]);
    expect(errors({ product: 'poster', edition: 'ink-saving' })).toEqual(['EDITION_COLOR']);
    expect(errors({ product: 'poster', edition: 'high-contrast' })).toEqual(['EDITION_COLOR']);
  });
});

describe('easy to read', () => {
  const own = `
easy:
  - { id: call, picture: phone, text: You can call. Someone will answer. }
  - { id: week, heading: Time, picture: { image: figures/week.svg, alt: Seven doors in a row. }, text: It takes about a week. }
`;
  /** The guide with these sentences instead of its own. */
  const say = (easy: string) =>
    w.write('guide/guide.yaml', w.read('guide/guide.yaml').replace(/^easy:\n(?: .*\n)*/m, '') + easy);

  it('is refused where the guide has no short sentences', () => {
    say('');
    expect(errors({ product: 'handout', edition: 'easy-read' })).toEqual(['EDITION_EMPTY']);
  });

  it('prints and proves them in place of all that is long, a picture beside each, nothing below 14 pt', () => {
    say(own);
    const setting = { product: 'handout', edition: 'easy-read' } as const;
    const { forme, print } = w.set(setting);
    const { expectation, passed } = print().proof;
    expect(passed).toBe(true);
    const keys = expectation!.texts.map(({ key }) => key);
    const mine = ['easy.call', 'easy.week.heading', 'easy.week.picture.alt', 'easy.week'];
    expect(keys.filter((key) => key.startsWith('easy.'))).toEqual(mine);
    expect(keys.filter((key) => /^(?:sections|opening|closing)/.test(key))).toEqual([]);
    expect(forme.pages.length).toBeLessThan(w.set({ product: 'handout' }).forme.pages.length);
    expect(sizes(setting)[0]).toBeGreaterThanOrEqual(14);
    expect(w.set({ product: 'pamphlet-trifold' }).plate.problems.map(({ code }) => code)).not.toContain(
      'CONTENT_UNUSED',
    );
  });

  it('numbers its headings, and lists them in a booklet with their pages', () => {
    say(own);
    const { forme, print } = w.set({ product: 'booklet', edition: 'easy-read' });
    expect(print().proof.passed).toBe(true);
    const elements = [...elementsOf(forme.document.root)];
    expect(
      elements.filter(({ classes }) => classes.includes('topic')).map((element) => textContent(element)),
    ).toEqual(['1 Time']);
    const links = elements.filter(({ attributes }) => attributes.href === '#easy-week');
    expect(links.map((element) => textContent(element))).toEqual(['Time']);
  });

  it('sets one sentence as a wall, with the number to call in danger; a second is refused', () => {
    const danger = ', danger: true }';
    const [first, second] = [own.replace(' }\n', `${danger}\n`), own.replaceAll(' }\n', `${danger}\n`)];
    say(first);
    const { document } = w.set({ product: 'handout', edition: 'easy-read' }).forme;
    const walls = [...elementsOf(document.root)].filter(({ classes }) => classes.includes('danger'));
    expect(
      walls
        .map((element) => textContent(element))
        .join()
        .replace(/\s+/g, ' '),
    ).toMatch(/^\s*You can call. Someone will answer\. *911 /);
    say(second);
    expect(errors({ product: 'handout', edition: 'easy-read' })).toEqual(['CONTENT_INVALID']);
  });

  it.each(['es', 'my'])('is a booklet of the shipped guide too, handed out in %s', (locale) => {
    const { print } = w.set({ product: 'booklet', edition: 'easy-read', locale, paper: 'a4' });
    expect(print({ purpose: 'office', allowDrafts: true }).proof.verdict).toBe('proved');
  });

  it('is refused with a scene that there is not, in that edition alone', () => {
    say(own.replace('picture: phone', 'picture: fone'));
    expect(errors({ product: 'handout', edition: 'easy-read' })).toEqual(['SCENE_UNKNOWN']);
    expect(errors({ product: 'handout' })).toEqual([]);
  });
});

describe('--edition', () => {
  it('takes several, and of all products those that are made in it', async () => {
    const { files } = await w.print('--product', 'all', '--edition', 'large-print');
    expect(files.filter((name) => name.endsWith('.pdf'))).toEqual([
      'heroin-detox.handout.en.letter.large-print.screen.pdf',
      'heroin-detox.poster-tiled.en.letter.large-print.screen.pdf',
      'heroin-detox.poster.en.letter.large-print.screen.pdf',
    ]);
    expect((await w.print('--product', 'poster', '--edition', 'large')).err).toContain('no edition "large"');
  });
});
