import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';
import { prove } from '../../src/proof/index.ts';

const guide = loadGuide(join(resolve(import.meta.dirname, '../..'), 'guides/heroin-detox'));
const poster = new Press().run(guide, { ...defaultJob, product: 'poster', locale: 'en' });

/** What comes of bytes: a proof, or a PressError; anything else is a fault of the reader. */
function outcome(bytes: Uint8Array): 'proved' | 'refused' | 'unreadable' {
  try {
    return prove(bytes, poster.proof.expectation).passed ? 'proved' : 'refused';
  } catch (error) {
    if (error instanceof PressError && error.problems.every(({ code }) => code === 'PDF_UNREADABLE'))
      return 'unreadable';
    throw error;
  }
}

describe('the reader', () => {
  it('proves the file as it was written', () => {
    expect(outcome(poster.bytes)).toBe('proved');
  });

  it('never does anything but prove, refuse or say that it cannot read, whatever bytes are changed', () => {
    const seen = new Set<string>();
    // Half of the changes fall into dictionaries and tables, where they mean something.
    const text = Buffer.from(poster.bytes).toString('latin1');
    const streams = text.replace(/stream\n[\s\S]*?\nendstream/g, (stream) => '\0'.repeat(stream.length));
    const plain = [...streams].flatMap((character, at) => (character === '\0' ? [] : [at]));
    const at = fc.oneof(fc.nat(poster.bytes.length - 1), fc.constantFrom(...plain));
    const change = fc.record({ at, byte: fc.oneof(fc.nat(255), fc.integer({ min: 48, max: 57 })) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(poster.bytes);
        for (const { at, byte } of changes) bytes[at] = byte;
        const start = performance.now();
        seen.add(outcome(bytes));
        expect(performance.now() - start).toBeLessThan(2000);
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(seen.size).toBeGreaterThan(1);
  });

  it('says that it cannot read a file that is cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat(poster.bytes.length - 40), (end) => {
        expect(outcome(poster.bytes.subarray(0, end))).toBe('unreadable');
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('does not loop on objects that lead to themselves', () => {
    const text = Buffer.from(poster.bytes).toString('latin1');
    const pages = /\/Pages (\d+) 0 R/.exec(text)![1]!;
    const kids = /\/Kids \[(\d+) 0 R\]/.exec(text)!;
    const loop = kids[0].replace(kids[1]!, pages.padStart(kids[1]!.length, '0'));
    expect(loop).toHaveLength(kids[0].length);
    expect(outcome(Buffer.from(text.replace(kids[0], loop), 'latin1'))).toBe('unreadable');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no PDF', Buffer.from('hello')],
    ['a header alone', Buffer.from('%PDF-1.7\n')],
    ['a table that points nowhere', Buffer.from('%PDF-1.7\nstartxref\n999999999\n%%EOF')],
    ['brackets without end', Buffer.from(`%PDF-1.7\n1 0 obj\n${'['.repeat(100_000)}\nstartxref\n9\n%%EOF`)],
  ])('says that it cannot read %s', (_, bytes) => {
    expect(outcome(bytes)).toBe('unreadable');
  });
});
