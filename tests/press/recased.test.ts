import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { have } from '../tools.ts';
import { openWorkshop } from './workshop.ts';

const shop = openWorkshop();
const out = mkdtempSync(join(tmpdir(), 'recased-'));
const style = shop.read('templates/poster/style.css');
const guide = shop.read('guide/guide.yaml');
afterAll(() => {
  shop.clear();
  rmSync(out, { recursive: true });
});
const cased = (css: string) => shop.write('templates/poster/style.css', `${style}\n${css}`);

describe('a poster in capital letters', () => {
  it.each(['en', 'tr', 'ar'])('is proved in %s, and says what it said', async (locale) => {
    cased('* { text-transform: uppercase }');
    const { print, plate } = shop.set({ product: 'poster', locale });
    expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { bytes, proof } = print({ allowDrafts: true });
    expect(proof.verdict).toBe('proved');
    if (locale !== 'en' || !have('poppler')) return;
    writeFileSync(join(out, 'a.pdf'), bytes);
    const text = execFileSync('pdftotext', ['-layout', join(out, 'a.pdf'), '-']).toString();
    cased('');
    writeFileSync(join(out, 'b.pdf'), shop.set({ product: 'poster', locale }).print().bytes);
    const words = (said: string) => said.split(/\s+/).sort().join(' ');
    expect(words(text)).toBe(
      words(execFileSync('pdftotext', ['-layout', join(out, 'b.pdf'), '-']).toString()),
    );
  });

  it('shows no number that is one in capitals alone', async () => {
    cased('* { text-transform: uppercase }');
    shop.write('guide/guide.yaml', guide.replace(/^title: .*$/m, 'title: 866 people'));
    const { plate } = shop.set({ product: 'poster' });
    expect(plate.problems.map(({ code }) => code)).toContain('NUMBER_UNDECLARED');
    cased('');
    expect(shop.set({ product: 'poster' }).plate.problems.map(({ code }) => code)).not.toContain(
      'NUMBER_UNDECLARED',
    );
    shop.write('guide/guide.yaml', guide);
  });

  it('leaves the letters of a number as they are', async () => {
    cased('* { text-transform: lowercase }');
    shop.write(
      'guide/guide.yaml',
      guide.replace(
        /^( +)display: .*\n( +)dial: .*$/m,
        '$1display: 800-662-HELP (4357)\n$2dial: "+18006624357"',
      ),
    );
    const { print } = shop.set({ product: 'poster' });
    const { proof, bytes } = print();
    expect(proof.verdict).toBe('proved');
    shop.write('guide/guide.yaml', guide);
    if (!have('poppler')) return;
    writeFileSync(join(out, 'c.pdf'), bytes);
    expect(execFileSync('pdftotext', [join(out, 'c.pdf'), '-']).toString()).toContain('800-662-HELP (4357)');
  });
});
