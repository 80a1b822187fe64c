import { describe, expect, it } from 'vitest';
import { Records } from '../../src/campaign/make/records.ts';
import { deepFreeze } from '../../src/content/index.ts';
import { Press } from '../../src/press/index.ts';
import type { Proof } from '../../src/proof/index.ts';
import { guidesOf, rowOf } from './rows.ts';

const plain = (proof: object) => `${JSON.stringify(proof)}\n`;
const textOf = (records: Records, proof: object) => records.of(proof as Proof).toString();

describe('the record of a proof', () => {
  it('is its JSON, for each number of each plate', () => {
    const press = new Press();
    const guides = guidesOf();
    const records = new Records();
    const { setting, impression } = rowOf('a', '800-315-2001');
    for (const locale of ['en', 'hi', 'en']) {
      const plate = press.plate(guides(rowOf('a', undefined)), { ...setting, locale });
      for (const end of ['2001', '2002', '2003']) {
        const number = { display: `800-315-${end}`, dial: `+1800315${end}` };
        const { proof } = press.print(press.withNumber(plate, number)!, impression);
        expect(textOf(records, proof)).toBe(plain(proof));
        expect(textOf(records, { ...proof, expectation: undefined })).toBe(
          plain({ ...proof, expectation: undefined }),
        );
      }
    }
    press.close();
  });

  it('has each part as it is, and not as one like it or as it was', () => {
    const records = new Records();
    const texts = (said: string) => Array.from({ length: 60 }, () => ({ text: said }));
    for (const said of ['one two', 'हेल्पलाइन', 'one two three']) {
      const proof = { format: 2, expectation: { texts: deepFreeze(texts(said)), none: undefined, a: null } };
      for (let i = 0; i < 2; i++) expect(textOf(records, proof)).toBe(plain(proof));
    }
    // Frozen, and what is in it is not.
    const loose = Object.freeze(texts('before'));
    const proof = { expectation: { texts: loose }, checks: [] };
    expect(textOf(records, proof)).toBe(plain(proof));
    loose[3]!.text = 'after';
    expect(textOf(records, proof)).toBe(plain(proof));
    expect(textOf(records, proof)).toContain('after');
    for (let i = 0; i < 200; i++) {
      const other = { expectation: { texts: deepFreeze(texts(`text ${i}`)) } };
      expect(textOf(records, other)).toBe(plain(other));
    }
    expect(textOf(records, {})).toBe('{}\n');
  });
});
