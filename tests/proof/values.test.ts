import { describe, expect, it } from 'vitest';
import { PdfString } from '../../src/proof/file/object.ts';
import type { Walk } from '../../src/proof/file/shapes.ts';
import { text } from '../../src/proof/file/shapes.ts';

describe('a text of a file', () => {
  it('is as long as one of an expectation may be, in UTF-16 with its mark, and no longer', () => {
    const isText = (length: number) => text(new PdfString('x'.repeat(length)), {} as Walk);
    expect([isText(0), isText(40_002), isText(40_003)]).toEqual([true, true, false]);
    expect(text('a text' as never, {} as Walk)).toBe(false);
  });
});
