import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide, type NumberPair, withHelpline } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { defaultJob, Press, type Setting, shippedFolders } from '../../src/press/index.ts';
import { listProducts, loadProduct } from '../../src/product/index.ts';

/** Numbers as the people of eighteen countries write them. */
const numbers: readonly Required<Omit<NumberPair, 'called'>>[] = [
  { country: 'US', display: '(800) 662-4357', dial: '+18006624357' },
  { country: 'US', display: '988', dial: '988' },
  { country: 'US', display: '1-800-662-HELP (4357)', dial: '+18006624357' },
  { country: 'US', display: '855.208.4673 ext. 12', dial: '+18552084673;ext=12' },
  { country: 'US', display: '741741', dial: '741741' },
  { country: 'CA', display: '1 866 585-0445', dial: '+18665850445' },
  { country: 'GB', display: '0800 1111', dial: '+448001111' },
  { country: 'GB', display: '+44 (0)300 123 6600', dial: '+443001236600' },
  { country: 'IE', display: '1800 459 459', dial: '+3531800459459' },
  { country: 'DE', display: '0800/111 0 111', dial: '+498001110111' },
  { country: 'FR', display: '0 800 23 13 13', dial: '+33800231313' },
  { country: 'ES', display: '900 16 15 15', dial: '+34900161515' },
  { country: 'IT', display: '800 274 274', dial: '+39800274274' },
  { country: 'JP', display: '0120-279-338', dial: '+81120279338' },
  { country: 'AU', display: '13 11 14', dial: '131114' },
  { country: 'IN', display: '14416', dial: '14416' },
  { country: 'BR', display: '188', dial: '188' },
  { country: 'MX', display: '800 911 2000', dial: '+528009112000' },
  { country: 'RU', display: '8-800-200-0-200', dial: '+78002000200' },
  { country: 'KR', display: '1588-9191', dial: '+8215889191' },
  { country: 'CZ', display: '(+420) 224 818 247', dial: '+420224818247' },
  { country: 'GB', display: '+44 (0) 800 1111', dial: '+448001111' },
  { country: 'TT', display: '800-4321', dial: '+18688004321' },
  { country: 'JM', display: '1-(876)-929-9038', dial: '+18769299038' },
  { country: 'JP', display: '#8000', dial: '#8000' },
];

const shipped = loadGuide(join(resolve(import.meta.dirname, '../..'), 'guides/heroin-detox'));
const { templates } = shippedFolders();
const settings: readonly Setting[] = listProducts(templates).flatMap((id) => {
  const { papers, orientations, fold, disclosure } = loadProduct(id, templates);
  // The shipped guide declares no short form.
  if (disclosure === 'short') return [];
  const ways = fold === undefined ? (orientations ?? [undefined]) : [undefined];
  return papers.flatMap((paper) =>
    ways.map((orientation) => ({
      ...{ ...defaultJob, locale: 'en', product: id, paper },
      ...(orientation === undefined ? {} : { orientation }),
    })),
  );
});

/** The shortest, the longest, and one with marks at its ends: on every paper. Of the others each product is printed on one. */
const telling = [
  '988',
  '(800) 662-4357',
  '1-800-662-HELP (4357)',
  '855.208.4673 ext. 12',
  '+44 (0)300 123 6600',
];
const onOne = settings.filter(
  ({ product, orientation }, i) =>
    settings.findIndex((each) => each.product === product && each.orientation === orientation) === i,
);
const usual = ['pamphlet-trifold', 'poster', 'handout'];

const press = new Press();
afterAll(() => press.close());

/** The smallest sheets have no room for so long a number, as large as a wall asks for. */
function isTooLong({ display }: NumberPair, { paper, orientation }: Setting): boolean {
  return display.length > 18 && orientation === 'portrait' && ['letter', 'a4'].includes(paper);
}

/** Verdict of a print, or what refuses it. */
function outcome(number: NumberPair, setting: Setting): string {
  try {
    const plate = press.plate(withHelpline(shipped, 'main', number), setting);
    return press.print(plate, { ...defaultJob, purpose: 'screen' }).proof.verdict;
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    // What is refused says what would help.
    if (error.problems.every(({ code, hint }) => code === 'HELPLINE_TOO_SMALL' && /larger paper/.test(hint!)))
      return 'refused';
    return error.message;
  }
}

describe('a number as people write it is printed and proved', () => {
  it('in twenty-five forms, of eighteen countries', () => {
    expect(numbers.length).toBe(25);
    expect(new Set(numbers.map(({ country }) => country)).size).toBe(18);
    expect(settings.length).toBeGreaterThanOrEqual(12);
  });

  it.each(numbers)('$country $display, by every product, each way up', (number) => {
    for (const setting of telling.includes(number.display) ? settings : onOne)
      expect(
        outcome(number, setting),
        `${setting.product} ${setting.paper} ${setting.orientation ?? ''}`,
      ).toBe(isTooLong(number, setting) ? 'refused' : 'proved');
  });

  it.each(numbers)('$country $display, from right to left', (number) => {
    const all = telling.includes(number.display) ? new Set(settings.map(({ product }) => product)) : usual;
    for (const product of all)
      expect(outcome(number, { ...defaultJob, product, locale: 'ar' }), product).toBe('proved');
  });
});
