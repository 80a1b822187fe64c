import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide, withHelpline, withPublisher } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { defaultJob, type Job, Press } from '../../src/press/index.ts';

const root = resolve(import.meta.dirname, '../..');
const shipped = loadGuide(join(root, 'guides/heroin-detox'));

/** What a job gives: bytes, or what refuses it. */
function outcome(press: Press, job: Job, serial: number): unknown {
  const guide = withHelpline(shipped, 'main', {
    display: `800-315-${serial}`,
    dial: `+1800315${serial}`,
  });
  try {
    const { bytes, warnings } = press.run(guide, job);
    return { bytes: Buffer.from(bytes).toString('latin1'), warnings };
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return error.problems;
  }
}

const jobs = fc.record({
  product: fc.constantFrom('pamphlet-trifold', 'poster'),
  locale: fc.constantFrom('en', 'ar', 'th', 'xx'),
  paper: fc.constantFrom('letter', 'a4', 'tabloid'),
  purpose: fc.constantFrom('screen' as const, 'office' as const),
});

describe('what a press keeps', () => {
  it('is no more after twenty places with names and numbers of their own than after twelve', () => {
    const press = new Press();
    const held = () => ({
      pieces: press.proofs!.pieces.size.values,
      parts: press.proofs!.parts.size.values,
      files: press.written!.size,
      stock: press.stock.size.values,
    });
    const counts: ReturnType<typeof held>[] = [];
    for (let i = 0; i < 20; i++) {
      const number = { display: `800-315-${2000 + i}`, dial: `+1800315${2000 + i}` };
      const name = `Clinic ${String.fromCharCode(65 + (i % 26))}${'abcdefgh'[i % 8]}`;
      const guide = withPublisher(withHelpline(shipped, 'main', number), { name });
      press.run(guide, { ...defaultJob, product: 'poster', locale: 'en', allowDrafts: true });
      counts.push(held());
    }
    // Names that are written in the same letters have pieces in common.
    const [before, after] = [counts[11]!, counts[19]!];
    expect(after.pieces - before.pieces).toBeLessThan(6);
    expect(after.parts - before.parts).toBeLessThan(6);
    expect([after.files, after.stock]).toEqual([2, before.stock]);
    press.close();
  });

  it('changes nothing: in any order, bytes and problems are those of a press that keeps nothing', () => {
    const [keeping, forgetting] = [new Press(), new Press({}, { keeps: false })];
    let printed = 0;
    fc.assert(
      fc.property(
        fc.array(jobs, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 2000, max: 2009 }),
        (list, serial) => {
          for (const wanted of list) {
            const job: Job = { ...defaultJob, ...wanted, allowDrafts: true };
            const made = outcome(keeping, job, serial);
            expect(made).toEqual(outcome(forgetting, job, serial));
            if (!Array.isArray(made)) printed++;
          }
        },
      ),
      { numRuns: 12, seed: 20261125 },
    );
    expect(printed).toBeGreaterThan(5);
    expect(keeping.typesetter.counts.hits).toBeGreaterThan(0);
    expect(forgetting.typesetter.counts.hits).toBe(0);
    expect(forgetting.stock.size.values).toBe(0);
    keeping.close();
    forgetting.close();
  });

  it('takes from a document of its kind what both say, and gives the same bytes', () => {
    const [keeping, forgetting] = [new Press(), new Press({}, { keeps: false })];
    const named = (name: string, serial: number) =>
      withPublisher(
        withHelpline(shipped, 'main', { display: `800-315-${serial}`, dial: `+1800315${serial}` }),
        { name },
      );
    const job: Job = { ...defaultJob, product: 'pamphlet-trifold', locale: 'es', allowDrafts: true };
    // The first of a kind is not kept yet.
    const names = ['Clinic', 'Clinic', 'Hill Street Clinic for All Who Ask', 'House of the Open Door'];
    for (const [i, name] of names.entries()) {
      const guide = named(name, 2001 + i);
      const [one, other] = [keeping.run(guide, job), forgetting.run(guide, job)];
      expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    }
    expect(forgetting.precedents).toBeUndefined();
    keeping.close();
    forgetting.close();
  });

  it('does not make the order of languages matter: nine in turn, and again, shape nothing anew but the number', () => {
    const press = new Press();
    const round = (serial: number) => {
      const before = press.typesetter.counts.shaped;
      for (const locale of ['en', 'es', 'ar', 'hi', 'th', 'ur', 'zh-Hans', 'vi', 'am'])
        outcome(press, { ...defaultJob, product: 'pamphlet-trifold', locale }, serial);
      return press.typesetter.counts.shaped - before;
    };
    const first = round(2001);
    // Seven printings, and some of them in more than one size, while fitting.
    expect(round(2002)).toBeLessThan(first / 10);
    press.close();
  });
});

describe('a file that is replaced', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it.each([
    ['a picture', 'art/door-poster.svg', /#[0-9a-f]{6}/i, '#123456'],
    ['a style sheet', 'poster/style.css', /font-size: 1\.\d/, 'font-size: 1.2'],
    ['a theme', 'themes/dawn.css', /#[0-9a-f]{6}/i, '#123456'],
    ['a template', 'poster/template.hbs', /class="line"/, 'class="lime"'],
  ])('is read anew, though its size and its time are the same: %s', (_, path, what, by) => {
    const folder = mkdtempSync(join(tmpdir(), 'replaced-'));
    folders.push(folder);
    cpSync(join(root, 'templates'), folder, { recursive: true });
    const press = new Press({ templates: folder });
    const job: Job = { ...defaultJob, product: 'poster', locale: 'en' };
    const file = join(folder, path);
    const when = new Date('2026-01-02T03:04:05Z');
    utimesSync(file, when, when);
    const before = outcome(press, job, 2001);
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(what, by);
    expect([changed.length, changed === text]).toEqual([text.length, false]);
    writeFileSync(file, changed);
    utimesSync(file, when, when);
    const after = outcome(press, job, 2001);
    expect(after).toEqual(outcome(new Press({ templates: folder }), job, 2001));
    expect(after).not.toEqual(before);
    press.close();
  });
});
