/** Everyday numbers of leaflets that are not written in English are none that is dialled, and what asks to dial stays one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, dialableFaults } from '../../src/content/index.ts';

const file = readFileSync(join(import.meta.dirname, 'fixtures/abroad.txt'), 'utf8');
const guides = file
  .split(/^@/m)
  .slice(1)
  .map((part) => part.trim().split('\n'));

const declaredBy = (head: string): DeclaredNumber[] =>
  head.split(';').map((one) => {
    const [display, dial] = one.split('=') as [string, string | undefined];
    return { name: `n${display.replace(/\D/g, '')}`, kind: 'number', display, dial: dial ?? display };
  });

describe.each(guides.map(([head, ...lines]) => [head!, lines] as const))('a guide with %s', (head, lines) => {
  const codes = (text: string) => dialableFaults(text, declaredBy(head), {}).map(({ code }) => code);
  it.each(lines.filter((line) => !line.startsWith('!')))('says %s', (line) => {
    expect(codes(line)).toEqual([]);
  });
  const wrong = lines.filter((line) => line.startsWith('!'));
  it.skipIf(wrong.length === 0).each(wrong)('does not say %s', (line) => {
    expect(codes(line.slice(2))).not.toEqual([]);
  });
});

it('a declared number in letters alone is told as that number, and how it is written', () => {
  const [fault] = dialableFaults('Composez le 1 866 APPELLE', declaredBy('1 866 277-3553=+18662773553'), {});
  expect(fault).toMatchObject({ code: 'NUMBER_DISGUISED' });
  expect(fault!.hint).toContain('1 866 277-3553');
});
