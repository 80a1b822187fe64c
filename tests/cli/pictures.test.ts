import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { decode } from 'fast-png';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command } from '../press/workshop.ts';

const guide = resolve(import.meta.dirname, '../../guides/heroin-detox');
const name = 'heroin-detox.poster.en.letter.standard.screen';

describe('print --png', () => {
  let out: string;
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'out-'));
  });
  afterEach(() => {
    rmSync(out, { recursive: true, force: true });
  });
  const print = (...flags: string[]) =>
    command('print', guide, '--product', 'poster', '--out', out, ...flags);
  const pictures = () => readdirSync(out).filter((file) => file.endsWith('.png'));

  it('writes a picture of each page beside the file, which says what file it is of, and leaves none of earlier ones', async () => {
    for (const page of [1, 2, 3]) writeFileSync(join(out, `${name}.${page}.png`), 'of an earlier file');
    const { code, out: stdout } = await print('--png', '--dpi', '50');
    expect(code).toBe(0);
    expect(pictures()).toEqual([`${name}.1.png`]);
    expect(stdout).toBe(`${join(out, name)}.pdf\n${join(out, name)}.1.png\n`);
    const { width, height, text } = decode(readFileSync(join(out, `${name}.1.png`)));
    expect([width, height]).toEqual([550, 425]);
    const hash = createHash('sha256')
      .update(readFileSync(join(out, `${name}.pdf`)))
      .digest('hex');
    expect(text.Source).toBe(`${name}.pdf SHA-256 ${hash}`);
    await print();
    expect(pictures()).toEqual([]);
  });

  it.each([
    ['--png', '--dpi', '23'],
    ['--png', '--dpi', '601'],
    ['--png', '--dpi', '1e2'],
    ['--dpi', '100'],
  ])('takes %s %s %s for wrong usage', async (...flags) => {
    expect((await print(...flags)).code).toBe(2);
    expect(readdirSync(out)).toEqual([]);
  });
});
