import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { type Batch, Benches } from '../../src/campaign/index.ts';

const batchIn = (locale: string) => ({ rows: [{ setting: { locale } }] }) as unknown as Batch;

describe('what a worker keeps between batches', () => {
  it('is of one language: the next in it finds it, and that of another finds nothing of the first', () => {
    const benches = new Benches({ campaign: tmpdir() });
    const first = benches.of(batchIn('en'));
    expect(benches.of(batchIn('en'))).toBe(first);
    const second = benches.of(batchIn('ar'));
    expect(second.press).not.toBe(first.press);
    expect(second.plates).not.toBe(first.plates);
    expect(benches.of(batchIn('en')).press).not.toBe(first.press);
    benches.close();
  });
});
