/** A page in small shows no number: what another number prints is the very same picture. */
import { afterAll, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import type { DisplayItem } from '../../src/paint/index.ts';
import { formeOf, type Plate, Press } from '../../src/press/index.ts';
import { pictureOfPage } from '../../src/press/page-picture.ts';

const press = new Press();
afterAll(() => press.close());
const plate = press.plate(loadGuide('guides/heroin-detox'), { product: 'poster', locale: 'en' });
const pageOf = (of: Plate) => formeOf(of, press)!.pages[0]!;
const drawn = (of: Plate) => JSON.stringify(pictureOfPage(pageOf(of), 'page'));

it('is the same for every number of a plate, codes and all', () => {
  for (const number of ['800-555-0142', '212-999-8877']) {
    const other = press.withNumber(plate, { display: number, dial: `+1${number.replaceAll('-', '')}` })!;
    expect(drawn(other)).toBe(drawn(plate));
  }
});

it.each([
  ['12 days', false],
  ['988', true],
  ['9-1-1', true],
  ['9 of 1 or 1', false],
])('draws %s by its letters, or as a bar: %s', (text, isBar) => {
  const page = pageOf(plate);
  const texts = (items: readonly DisplayItem[]): DisplayItem[] =>
    items.flatMap((item) => (item.kind === 'group' ? texts(item.items) : item.kind === 'text' ? [item] : []));
  const item = texts(page.items).find((each) => each.kind === 'text' && each.number === undefined)!;
  if (item.kind !== 'text') throw new Error('no text');
  const said = { ...item, paragraph: { ...item.paragraph, text }, start: 0, end: text.length };
  const { layers } = pictureOfPage({ ...page, items: [said] }, 'page');
  const [sheet] = layers!;
  if (sheet?.kind !== 'group') throw new Error('no sheet');
  const [, shown] = sheet.layers;
  const verbs = shown?.kind === 'shape' ? shown.path.verbs : '';
  expect(verbs === 'MLLLZ').toBe(isBar);
});

it('is another for another page, and holds neither text nor code', () => {
  const arabic = press.plate(loadGuide('guides/heroin-detox'), { product: 'poster', locale: 'ar' });
  expect(drawn(arabic)).not.toBe(drawn(plate));
  const picture = pictureOfPage(pageOf(plate), 'page');
  expect(picture.code).toBeUndefined();
  expect(picture).toMatchObject({ width: pageOf(plate).width, height: pageOf(plate).height });
});
