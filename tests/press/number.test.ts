import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide, type NumberPair, withHelpline } from '../../src/content/index.ts';
import { PressError, problem } from '../../src/diagnostics/index.ts';
import { defaultJob, type Impression, type Plate, Press, type Setting } from '../../src/press/index.ts';
import { withNumber } from '../../src/press/number.ts';
import { formeOf, plateOf } from '../../src/press/plate.ts';

const root = resolve(import.meta.dirname, '../..');
const shipped = loadGuide(join(root, 'guides/heroin-detox'));
const press = new Press();
afterAll(() => press.close());

/** Shapes of number: how they are shown, how they are dialled, with `n` for digits that may be any. */
const shapes: readonly NumberPair[] = [
  { display: '800-nnn-nnnn', dial: '+1800nnnnnnn' },
  { display: '1-888-nnn-nnnn', dial: '+1888nnnnnnn' },
  { display: '(800) nnn-nnnn', dial: '+1800nnnnnnn' },
  { display: '+1 800 nnn nnnn', dial: '+1800nnnnnnn' },
];
const settings = [
  ...['pamphlet-trifold', 'poster'].flatMap((product) =>
    ['en', 'ar', 'hi', 'ur', 'th'].map((locale): Setting => ({ ...defaultJob, product, locale })),
  ),
  ...['en', 'ar'].map((locale): Setting => ({ ...defaultJob, product: 'handout', locale })),
];
const impressions: readonly Impression[] = [
  { ...defaultJob, purpose: 'screen' },
  { ...defaultJob, purpose: 'office', allowDrafts: true },
  { ...defaultJob, purpose: 'office', duplex: 'long', allowDrafts: true },
];

/** A shape with digits in it: such as an exchange of North America may have. */
function numberOf({ display, dial }: NumberPair, digits: string): NumberPair {
  const fill = (shape: string) => {
    let at = 0;
    return shape.replace(/n/g, () => digits[at++]!);
  };
  return { display: fill(display), dial: fill(dial) };
}

const digits = fc
  .integer({ min: 2_000_000, max: 9_999_999 })
  .map(String)
  .filter((text) => !/^.11|^555/.test(text));

/** What printing gives: bytes, or the problems that refuse it. */
function outcome(plate: Plate, impression: Impression): unknown {
  try {
    const { bytes, name, proof, warnings } = press.print(plate, impression);
    return { bytes: Buffer.from(bytes).toString('latin1'), name, proof, warnings };
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return error.problems;
  }
}

describe('what a file says that it must hold', () => {
  it('cannot be changed by who gets it: later files of the plate are held to the same', () => {
    const plate = press.plate(shipped, { ...defaultJob, product: 'poster', locale: 'en' });
    const { texts, numbers, disclosure } = press.print(plate, impressions[0]!).proof.expectation!;
    for (const part of [texts, texts[0], numbers, disclosure]) expect(Object.isFrozen(part)).toBe(true);
  });
});

describe('a plate with another number', () => {
  it('prints what a plate set anew prints, byte for byte and problem for problem, and is left as it was', () => {
    let printed = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...settings),
        fc.constantFrom(...shapes),
        digits,
        digits,
        fc.constantFrom(...impressions),
        (setting, shape, first, second, impression) => {
          const guide = withHelpline(shipped, 'main', numberOf(shape, first));
          const plate = press.plate(guide, setting);
          const before = outcome(plate, impression);
          const other = numberOf(shape, second);
          const patched = press.withNumber(plate, other);
          expect(outcome(plate, impression)).toEqual(before);
          if (patched === undefined) return;
          expect(plate.problems).toEqual([]);
          const anew = press.plate(withHelpline(shipped, 'main', other), setting);
          expect(patched.problems).toEqual(anew.problems);
          const wanted = outcome(anew, impression);
          expect(outcome(patched, impression)).toEqual(wanted);
          if (!Array.isArray(wanted)) printed++;
        },
      ),
      { numRuns: 40, seed: 20261125 },
    );
    expect(printed).toBeGreaterThan(20);
  });

  it('shares with its origin every page and item that shows no number', () => {
    const plate = press.plate(shipped, settings[0]!);
    const patched = press.withNumber(plate, { display: '800-315-2467', dial: '+18003152467' })!;
    const items = (of: Plate) => formeOf(of, press)!.pages.flatMap((page) => page.items);
    const [before, after] = [items(plate), items(patched)];
    const changed = after.filter((item, i) => item !== before[i]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((item) => item.kind === 'text' && item.number === 'main')).toBe(true);
    expect(formeOf(patched, press)!.document.root).toBe(formeOf(plate, press)!.document.root);
  });

  it.each([
    ['more digits', { display: '1-800-315-1377', dial: '+18003151377' }],
    ['other marks', { display: '800 315 1377', dial: '+18003151377' }],
    ['a longer number to dial', { display: '800-315-1377', dial: '+448003151377' }],
  ])('is undefined for %s, and a fault for what is no number', (_, number) => {
    const plate = press.plate(shipped, settings[0]!);
    try {
      expect(press.withNumber(plate, number)).toBeUndefined();
    } catch (error) {
      expect(error).toBeInstanceOf(PressError);
    }
    expect(() => press.withNumber(plate, { display: '800-315-1377', dial: '+18003151376' })).toThrow(
      'HELPLINE_INVALID',
    );
  });

  it('is undefined where a text of the locale holds so many digits that the number could be near it', () => {
    const plate = formeOf(press.plate(shipped, settings[1]!), press)!;
    const number = { display: '800-315-2467', dial: '+18003152467' };
    const holding = (mostDigits: number) => ({ ...plate, told: { ...plate.told, mostDigits } });
    expect(plate.told.mostDigits).toBeGreaterThan(2);
    expect(withNumber(holding(8), number)).toBeDefined();
    expect(withNumber(holding(9), number)).toBeUndefined();
  });

  it('is undefined where a text of the locale says the number in letters that look like digits', () => {
    const plate = formeOf(press.plate(shipped, settings[1]!), press)!;
    const number = { display: '800-315-1386', dial: '+18003151386' };
    const saying = (text: string) => ({ ...plate, told: { ...plate.told, lettered: [text] } });
    expect(withNumber(saying('BOO-EIS-IEBG'), number)).toBeUndefined();
    expect(withNumber(saying('BOO-EIS'), number)).toBeDefined();
    expect(plate.told.lettered).toEqual([]);
  });

  it('is undefined where lines are further apart for what met the digits before it, which others may not', () => {
    const forme = formeOf(press.plate(shipped, settings[1]!), press)!;
    const number = { display: '800-315-2467', dial: '+18003152467' };
    expect(forme.isSpreadForNumber).toBe(false);
    expect(withNumber({ ...forme, isSpreadForNumber: true }, number)).toBeUndefined();
    expect(withNumber({ ...forme, isSpreadForNumber: false }, number)).toBeDefined();
  });

  it('is undefined where something is wrong with the pages', () => {
    const forme = formeOf(press.plate(shipped, settings[1]!), press)!;
    const plate = { ...forme, problems: [problem('TEXT_OVERFLOW', 'too long')] };
    expect(withNumber(plate, { display: '800-315-2467', dial: '+18003152467' })).toBeUndefined();
  });
});

describe('a plate', () => {
  it('is printed by the press that made it, as what it is', () => {
    const [pamphlet, poster] = [press.plate(shipped, settings[0]!), press.plate(shipped, settings[9]!)];
    const forged = { ...pamphlet, setting: poster.setting };
    expect(formeOf(forged, press)).toBeUndefined();
    expect(formeOf(pamphlet, new Press())).toBeUndefined();
    for (const print of [
      () => press.print(forged, impressions[0]!),
      () => press.withNumber(forged, { display: '800-315-2467', dial: '+18003152467' }),
      () => new Press().print(pamphlet, impressions[0]!),
    ])
      expect(print).toThrow('This plate was not made by this press');
  });

  it('gives out nothing that can be changed, and so prints what was set', () => {
    const plate = press.plate(shipped, settings[1]!);
    const patched = press.withNumber(plate, { display: '800-315-2467', dial: '+18003152467' })!;
    for (const given of [plate, patched]) {
      const seen = new Set<unknown>();
      const ask = (value: unknown): void => {
        if (typeof value !== 'object' || value === null || seen.has(value)) return;
        seen.add(value);
        expect(ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set).toBe(false);
        expect(Object.isFrozen(value)).toBe(true);
        for (const key of Reflect.ownKeys(value)) {
          const { get, set } = Object.getOwnPropertyDescriptor(value, key)!;
          expect([get, set]).toEqual([undefined, undefined]);
          ask((value as Record<PropertyKey, unknown>)[key]);
        }
      };
      ask(given);
      expect(Object.keys(given).sort()).toEqual(['problems', 'rem', 'setting']);
    }
  });

  it('keeps what is wrong with it from change too', () => {
    const forme = formeOf(press.plate(shipped, settings[1]!), press)!;
    const wrong = problem('TEXT_OVERFLOW', 'too long', { file: 'guide.yaml' });
    const plate = plateOf({ ...forme, problems: [wrong] }, press);
    expect(plate.problems).toEqual([wrong]);
    expect(Reflect.set(plate.problems, 'length', 0)).toBe(false);
    expect(Reflect.set(plate.problems[0]!, 'severity', 'warning')).toBe(false);
    expect(Reflect.set(plate.problems[0]!.place, 'file', 'other.yaml')).toBe(false);
    expect(() => press.print(plate, impressions[0]!)).toThrow('TEXT_OVERFLOW');
  });
});
