/** A bundle that is expected anew from its record: set as it was, and nothing looked for that it was not. */
import { expect, it } from 'vitest';
import type { Guide } from '../../src/content/index.ts';
import type { Job, Plate, Press } from '../../src/press/index.ts';
import { expectAgain, expectBundleAgain } from '../../src/press/index.ts';
import type { BundleExpectation } from '../../src/proof/index.ts';

const guide = { name: 'guide' } as unknown as Guide;
const jobOf = (locale: string, more: Partial<Job> = {}) => ({ product: 'card', locale, ...more }) as Job;

/** What a press is asked for, played: plates by their locale. */
function asked(record: object, jobs: readonly Job[], isTwoSided?: boolean) {
  const calls: { bundle?: unknown[]; pair?: unknown[] } = {};
  const press = {
    plate: (_: Guide, { locale }: Job) => `plate ${locale}` as unknown as Plate,
    pair: (...given: unknown[]) => {
      calls.pair = given;
      return ['half 1', 'half 2'];
    },
    bundle: (...given: unknown[]) => {
      calls.bundle = given;
      return { proof: { bundle: 'expected' } };
    },
  } as unknown as Press;
  const whole = { title: 'All', language: 'en', ...record } as BundleExpectation;
  expect(expectBundleAgain(guide, whole, jobs, press, isTwoSided)).toBe('expected');
  return {
    pieces: calls.bundle![0] as { plate: string; label: string; impression: Job }[],
    how: calls.bundle![1],
    pair: calls.pair,
  };
}
const piece = (label: string, sheets = 1) => ({
  label,
  expectation: { sheets: Array.from({ length: sheets }, () => ({})) },
});
const [en, es] = [jobOf('en', { purpose: 'office' }), jobOf('es', { purpose: 'office' })];

it('has the pieces of its record, drafts too, under their labels, its title and its language', () => {
  const { pieces, how, pair } = asked({ pieces: [piece('Front'), piece('Back')] }, [en, es]);
  expect(pieces).toEqual([
    { plate: 'plate en', label: 'Front', impression: { ...en, allowDrafts: true } },
    { plate: 'plate es', label: 'Back', impression: { ...es, allowDrafts: true } },
  ]);
  expect(how).toEqual({ name: 'again.pdf', title: 'All', language: 'en', backToBack: false });
  expect(pair).toBeUndefined();
});

it('is on both sides of one sheet where a printer is told so, it has two pieces, and each has one side', () => {
  const backToBack = (isTwoSided: boolean | undefined, ...pieces: object[]) => {
    const jobs = pieces.map((_, i) => jobOf(`l${i}`));
    return (asked({ pieces }, jobs, isTwoSided).how as { backToBack: boolean }).backToBack;
  };
  const [one, two] = [piece('a'), piece('b', 2)];
  expect(backToBack(true, one, one)).toBe(true);
  expect(backToBack(false, one, one)).toBe(false);
  expect(backToBack(undefined, one, one)).toBe(false);
  expect(backToBack(true, one)).toBe(false);
  expect(backToBack(true, one, one, one)).toBe(false);
  expect(backToBack(true, one, two)).toBe(false);
  expect(backToBack(true, two, one)).toBe(false);
});

it('has two languages that face each other set together', () => {
  const pieces = [piece('a', 2), piece('b', 2)];
  const { pieces: set, pair } = asked({ pieces, facing: true }, [en, es]);
  expect(pair).toEqual([guide, en, 'es']);
  expect(set.map(({ plate }) => plate)).toEqual(['half 1', 'half 2']);
  expect(asked({ pieces, facing: false }, [en, es]).pair).toBeUndefined();
  const [only] = asked({ pieces: [piece('a')], facing: true }, [en]).pieces;
  expect(only!.plate).toBe('plate en');
});

it('of one file is what it is printed with, a draft too', () => {
  let job: unknown;
  const press = {
    run: (_: Guide, how: Job) => {
      job = how;
      return { proof: { expectation: 'held to' } };
    },
  } as unknown as Press;
  expect(expectAgain(guide, { ...en, allowDrafts: false }, press)).toBe('held to');
  expect(job).toEqual({ ...en, allowDrafts: true });
});
