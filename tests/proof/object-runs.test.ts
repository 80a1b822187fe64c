/** Objects of files that differ in few of them are taken over in runs, and each of them only where nothing of it differs. */
import { describe, expect, it } from 'vitest';
import { PdfFile } from '../../src/proof/file/file.ts';
import type { PdfObject } from '../../src/proof/file/object.ts';
import { ObjectRuns } from '../../src/proof/file/object-runs.ts';
import { kindsOf } from '../../src/proof/file/walk.ts';
import { Kept } from '../../src/proof/kept.ts';
import { leaflet } from './leaflet.ts';

const row = 20;

/** Objects, or what is wrong with a file. */
function read(bytes: Uint8Array, kept?: Kept): readonly (PdfObject | undefined)[] | string {
  try {
    return new PdfFile(bytes, kept?.objects, kept?.runs).objects;
  } catch (error) {
    return (error as Error).message;
  }
}

/** After so many files of the same bytes all of their objects stand in runs. */
function seen(...files: readonly Uint8Array[]): Kept {
  const kept = new Kept();
  for (let i = 0; i < 4; i++) for (const file of files) read(file, kept);
  return kept;
}

/** The same file with the rows of two objects of its table changed for each other. */
function exchanged(file: Uint8Array, a: number, b: number): Uint8Array {
  const bytes = Buffer.from(file);
  const table = bytes.lastIndexOf('0000000000 65535 f \n');
  const rows = [a, b].map((number) =>
    Buffer.from(bytes.subarray(table + number * row, table + (number + 1) * row)),
  );
  rows[1]!.copy(bytes, table + a * row);
  rows[0]!.copy(bytes, table + b * row);
  return bytes;
}

const one = leaflet();
const other = leaflet([6, '800-315-1376', '800-315-1367']);

describe('objects of a file that was read before', () => {
  it('are the very same', () => {
    const kept = seen(one);
    const before = read(one, kept) as readonly PdfObject[];
    const again = read(one, kept) as readonly PdfObject[];
    expect(again.length).toBeGreaterThan(20);
    for (const [i, object] of again.entries()) expect(object).toBe(before[i]);
    expect(again).toEqual(read(one));
  });

  it('are those of each of several files that take turns', () => {
    const kept = seen(one, other);
    for (const file of [one, other, other, one]) expect(read(file, kept)).toEqual(read(file));
  });

  it('are not taken for objects of other numbers', () => {
    for (const kept of [seen(one), seen(one, other), new Kept()]) {
      for (const [a, b] of [
        [2, 3],
        [51, 52],
        [5, 6],
      ] as const) {
        const changed = exchanged(one, a, b);
        expect(read(changed)).toMatch(/not as this press writes it/);
        for (let i = 0; i < 3; i++) expect(read(changed, kept)).toBe(read(changed));
      }
      expect(read(one, kept)).toEqual(read(one));
    }
  });

  it('differ where any byte of theirs does', () => {
    const kept = seen(one);
    for (let at = 30; at < one.length; at += 211) {
      const changed = Buffer.from(one);
      changed[at]! ^= 1;
      expect(read(changed, kept), `byte ${at}`).toEqual(read(changed));
    }
    expect(read(one, kept)).toEqual(read(one));
  });

  it('do not end elsewhere than the table says', () => {
    const kept = seen(one);
    const table = Buffer.from(one).lastIndexOf('0000000000 65535 f \n');
    for (const number of [1, 4, 30, 56]) {
      const changed = Buffer.from(one);
      // The last digit of where it begins.
      const digit = table + number * row + 9;
      changed[digit] = changed[digit] === 0x35 ? 0x36 : 0x35;
      expect(typeof read(changed)).toBe('string');
      expect(read(changed, kept)).toBe(read(changed));
    }
  });
});

describe('what objects lead to', () => {
  const kinds = ['page', 'font', 'resources', 'element', 'bookmark'] as const;
  /** Numbers of objects by their kinds, or what is wrong with them. */
  const walked = (bytes: Uint8Array, kept?: Kept): unknown => {
    try {
      const known = kindsOf(new PdfFile(bytes, kept?.objects, kept?.runs), kept?.leads);
      return kinds.map((kind) => known.ofKind(kind));
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('is taken over where nothing leads elsewhere', () => {
    const kept = new Kept();
    for (let i = 0; i < 4; i++) walked(one, kept);
    for (const file of [one, other, one]) expect(walked(file, kept)).toEqual(walked(file));
    const file = new PdfFile(other, kept.objects, kept.runs);
    expect(file.like?.walk).toBeDefined();
    expect(kindsOf(file, kept.leads)).toBe(file.like!.walk!.known);
  });

  it('is followed anew where any of it leads elsewhere, whatever was read before', () => {
    const kept = new Kept();
    for (let i = 0; i < 4; i++) walked(one, kept);
    const text = Buffer.from(one).toString('latin1');
    let wrong = 0;
    for (const { index, 0: reference } of text.matchAll(/\d+ 0 R/g)) {
      const changed = Buffer.from(one);
      const digit = index + reference.length - 5;
      changed[digit] = changed[digit] === 0x39 ? 0x38 : changed[digit]! + 1;
      const alone = walked(changed);
      if (typeof alone === 'string') wrong++;
      expect(walked(changed, kept), `byte ${digit}`).toEqual(alone);
      expect(walked(changed, kept), `byte ${digit} again`).toEqual(alone);
    }
    expect(wrong).toBeGreaterThan(50);
    expect(walked(one, kept)).toEqual(walked(one));
  });
});

describe('runs of objects', () => {
  const places = (...starts: number[]) => ({
    numbers: Uint32Array.from({ length: starts.length - 1 }, (_, i) => i + 1),
    starts: Float64Array.from(starts),
  });
  const bytes = Buffer.from('aabbccddeeffgghh');
  const all = places(0, 2, 4, 6, 8, 10, 12, 14, 16);
  const objects = ['/a', undefined, '/c', '/d', '/e', '/f', '/g', '/h'];

  it('are found where all else stands elsewhere, and without what is of one file alone', () => {
    const runs = new ObjectRuns(10_000, 10);
    runs.keep(bytes, all, objects, 7);
    expect(runs.find(bytes, all)?.objects).toEqual(objects);
    const longer = Buffer.from('aabbbccddeeffgghh');
    expect(runs.find(longer, places(0, 2, 5, 7, 9, 11, 13, 15, 17))?.objects).toEqual(objects);
    // One run is another, or ends elsewhere, and most are the same.
    const most = [undefined, undefined, ...objects.slice(2)];
    expect(runs.find(Buffer.from('axbbccddeeffgghh'), all)?.objects).toEqual(most);
    expect(runs.find(bytes, places(0, 1, 4, 6, 8, 10, 12, 14, 16))?.objects).toEqual(most);
    expect(runs.find(Buffer.from('aabbccddeeffgghx'), all)).toBeUndefined();
    expect(runs.find(bytes, places(0, 2, 4, 6, 8, 10, 12, 16))).toBeUndefined();
    expect(runs.find(bytes, places(9, 11, 13, 15, 17, 19, 21, 23, 25))).toBeUndefined();
  });

  it('are kept where many were sought alone, and no more than there is room for', () => {
    const runs = new ObjectRuns(20 + 7 * 10, 10);
    runs.keep(bytes, all, objects, 1);
    expect(runs.find(bytes, all)).toBeUndefined();
    runs.keep(bytes, all, objects, 2);
    expect(runs.find(bytes, all)).toBeDefined();
    const others = Buffer.from('xxyyzzxxyyzzxxyy');
    runs.keep(others, all, objects, 8);
    expect(runs.find(bytes, all)).toBeUndefined();
    expect(runs.find(others, all)).toBeDefined();
    runs.clear();
    expect(runs.find(others, all)).toBeUndefined();
  });
});
