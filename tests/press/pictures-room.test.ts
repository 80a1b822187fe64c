import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PictureItem, walkItems } from '../../src/paint/index.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

let w: Workshop;
beforeEach(() => {
  w = openWorkshop();
});
afterEach(() => w.clear());

/** Pictures of a page of the pamphlet, as they are seen. */
function picturesOf(page: string): readonly PictureItem[] {
  const { plate, forme } = w.set({ product: 'pamphlet-trifold' });
  expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const pictures: PictureItem[] = [];
  for (const list of forme.pages)
    if (list.page === page)
      walkItems(list, (item) => {
        if (item.kind === 'picture') pictures.push(item);
      });
  return pictures;
}

describe('the pictures of the pamphlet', () => {
  it('show the people on the cover whole, however long the title is', () => {
    const long =
      'What you must know and what you can do to get through the first hard days and nights of heroin detox, safely';
    w.change('guide/guide.yaml', /^title: .*$/m, `title: ${long}`);
    const [scene] = picturesOf('cover');
    // Of the scene, 420 by 300, the people take the lower 185: less than 120 pt at the width of a panel.
    expect(scene!.clip.height).toBeGreaterThanOrEqual(119.9);
  });

  it('keep the back’s free room where the guide has no closing', () => {
    w.change('guide/guide.yaml', /\nclosing:\n[\s\S]*?\n(?=emergency:)/, '\n');
    const [together] = picturesOf('back');
    expect(Math.min(together!.drawn.width, together!.drawn.height)).toBeGreaterThan(60);
  });
});
