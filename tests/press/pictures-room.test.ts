import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PictureItem, walkItems } from '../../src/paint/index.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

let w: Workshop;
beforeEach(() => {
  w = openWorkshop();
});
afterEach(() => w.clear());

/** Pictures of a page of a product, as they are seen. */
function picturesOf(page: string, setting: Parameters<Workshop['set']>[0]): readonly PictureItem[] {
  const { plate, forme } = w.set(setting);
  expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const pictures: PictureItem[] = [];
  for (const list of forme.pages)
    if (list.page === page)
      walkItems(list, (item) => {
        if (item.kind === 'picture') pictures.push(item);
      });
  return pictures;
}

/** The people's hair ends above in so much of the scene's height. */
const aboveHeads = { 'door-cover': 0.2, 'path-cover': 0.34 };

describe('the pictures of the pamphlet', () => {
  it.each([
    ['pamphlet-trifold', 'letter', 'cover', undefined],
    ['pamphlet-trifold', 'a4', 'cover', undefined],
    ['pamphlet-trifold', 'a4', 'cover', 'estuary'],
    ['rack-card', 'letter', 'front', undefined],
    ['rack-card', 'a4', 'front', 'estuary'],
  ] as const)(
    'show the people on the cover whole, however long the title is: %s on %s',
    (product, paper, page, theme) => {
      const long =
        'What you must know and what you can do to get through the first hard days of heroin detox';
      w.change('guide/guide.yaml', /^title: .*$/m, `title: ${long}`);
      // A short number is a tall one: it takes of the picture's height.
      w.change('guide/guide.yaml', 'display: 800-315-1376', 'display: "988"');
      w.change('guide/guide.yaml', 'dial: "+18003151376"', 'dial: "988"');
      const [scene] = picturesOf(page, { product, paper, ...(theme === undefined ? {} : { theme }) });
      const { clip, drawn } = scene!;
      const cut = (clip.y - drawn.y) / drawn.height;
      expect(cut).toBeLessThanOrEqual(aboveHeads[theme === undefined ? 'door-cover' : 'path-cover']);
      // And over the whole width: the wall has no end beside the door.
      expect(clip.width).toBeGreaterThan(260);
    },
  );

  it('keep the back’s free room where the guide has no closing', () => {
    w.change('guide/guide.yaml', /\nclosing:\n[\s\S]*?\n(?=emergency:)/, '\n');
    const [together] = picturesOf('back', { product: 'pamphlet-trifold' });
    expect(Math.min(together!.drawn.width, together!.drawn.height)).toBeGreaterThan(60);
  });
});
