/** What is said takes the room of the press's own pictures before it is refused; and a refusal names what was tried and takes it. */
import { afterAll, describe, expect, it } from 'vitest';
import { guideFrom, loadGuide } from '../../src/content/index.ts';
import { walkItems } from '../../src/paint/index.ts';
import { formeOf, Press, shippedGuides } from '../../src/press/index.ts';

const press = new Press();
afterAll(() => press.close());
const guide = loadGuide(`${shippedGuides()}/heroin-detox`);

/** The scenes of what is made, and what is wrong with it. */
function made(product: string, locale: string, setting: object) {
  const plate = press.plate(guide, { product, locale, ...setting });
  let scenes = 0;
  for (const page of formeOf(plate, press)!.pages)
    walkItems(page, (item) => {
      if (
        item.kind === 'picture' &&
        item.owner.kind === 'content' &&
        item.owner.element.classes.includes('scene')
      )
        scenes++;
    });
  return { scenes, errors: plate.problems.filter(({ severity }) => severity === 'error') };
}

const poster = (locale: string, setting: object) => made('poster', locale, setting);

describe('a handout in large print', () => {
  it('gives the picture of its head up where the number has no room on the first page else', () => {
    expect(made('handout', 'el', { edition: 'large-print-20' })).toEqual({ scenes: 0, errors: [] });
    expect(made('handout', 'en', { edition: 'large-print-20' })).toEqual({ scenes: 1, errors: [] });
  });
});

describe('a poster in large print on the paper of a desk printer', () => {
  it.each([
    ['en', 'landscape', 'letter'],
    ['zh-Hant', 'portrait', 'letter'],
    ['ar', 'portrait', 'a4'],
  ])('gives its picture up for what it must say: %s, %s, %s', (locale, orientation, paper) => {
    const print = poster(locale, { edition: 'large-print', orientation, paper });
    expect(print).toEqual({ scenes: 0, errors: [] });
  });

  it('keeps it where there is room', () => {
    expect(poster('en', { edition: 'large-print', paper: 'tabloid' })).toEqual({ scenes: 1, errors: [] });
    expect(poster('en', { paper: 'letter' })).toEqual({ scenes: 1, errors: [] });
  });

  it('is refused where even that is too little, with what takes it, and not with what does not', () => {
    const [error, ...others] = poster('ta', { edition: 'large-print', paper: 'letter' }).errors;
    expect(others).toEqual([]);
    expect(error).toMatchObject({ code: 'TEXT_OVERFLOW', message: expect.stringContaining('at 18 pt') });
    expect(error!.hint).toContain('--paper tabloid');
    expect(error!.hint).toContain('--product poster-tiled');
    expect(error!.hint).toContain('--product handout --locale ta --edition large-print');
    expect(error!.hint).not.toContain('--orientation');
  });

  it('is refused with the other way up where that takes it', () => {
    const [error] = poster('fil', { edition: 'large-print', paper: 'letter' }).errors;
    expect(error!.hint).toContain('Or lay it the other way: --orientation portrait.');
  });
});

describe('a card whose disclosure is too long for it', () => {
  const longer = (sentences: number) => {
    const data = structuredClone(guide.data) as unknown as {
      disclosure: { blocks: { id: string; text?: string }[] };
    };
    const fee = data.disclosure.blocks.find(({ id }) => id === 'fee')!;
    fee.text += ' You may choose whom you call.'.repeat(sentences);
    return guideFrom(data, { folder: guide.folder });
  };
  const hintOf = (sentences: number, product: string) => {
    const { problems } = press.plate(longer(sentences), { product, locale: 'en' });
    return problems.find(({ code }) => code === 'TEXT_OVERFLOW')?.hint;
  };

  it('is refused with a larger card that takes it, and with none where none does', () => {
    expect(hintOf(12, 'wallet-card')).toContain('a larger piece that is cut out too: --product rack-card');
    expect(hintOf(12, 'rack-card')).toBeUndefined();
    expect(hintOf(60, 'wallet-card')).toContain('--product handout');
    expect(hintOf(60, 'wallet-card')).not.toContain('cut out too');
  });
});
