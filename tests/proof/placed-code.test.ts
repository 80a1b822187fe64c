/** The code that the press places is read by its modules where they are all that is seen, and as it is painted where they are not. */
import { encodeQR } from 'qr';
import { describe, expect, it } from 'vitest';
import { CodeReader } from '../../src/proof/codes/code-reader.ts';
import {
  isPaintedOver,
  keyOfModules,
  type Modules,
  placedCode,
  readModules,
} from '../../src/proof/codes/placed-code.ts';
import { prove } from '../../src/proof/index.ts';
import { Kept } from '../../src/proof/kept.ts';
import { readDocument } from '../../src/proof/page/read.ts';
import { code, modulesOf } from './drawn-codes.ts';
import { expectation, leafletObjects, operators } from './leaflet.ts';
import { pressFile } from './pdf-file.ts';

const dial = 'tel:+18003151376';
const other = 'tel:+18005550199';
const figure = '0.2 0.4 0.6 rg 20 150 60 40 re f';
const asked = { ...expectation, qr: { content: dial, pages: ['middle'] } };
const cover = '1 1 1 rg 40 130 m 70 130 l 70 160 l 40 160 l h f';

/** The leaflet with pieces of their own on its second page, one of which has the code. */
function file(...pieces: readonly string[]): Uint8Array {
  const objects = new Map(leafletObjects([7, figure, '']));
  const { value, stream } = objects.get(7)!;
  const own = pieces.map((piece) => operators(`/Artifact << /Type /Layout >> BDC ${piece} EMC\n`));
  objects.set(7, { value, stream: [stream!, ...own].map((each) => `q\n${each}Q\n`).join('% next\n') });
  return pressFile(objects);
}

function found(...pieces: readonly string[]) {
  const page = readDocument(file(...pieces)).pages[1]!;
  const at = page.content.pieces.findIndex((piece) => placedCode(piece, page) !== undefined);
  const piece = page.content.pieces[at]!;
  return { modules: placedCode(piece, page)?.modules, isOver: isPaintedOver(page.content, piece) };
}

function verdicts(kept: Kept | undefined, ...pieces: readonly string[]) {
  const { checks } = prove(file(...pieces), asked, 'test', kept);
  return ['QR_WRONG', 'QR_UNREADABLE'].map((wanted) => checks.find((c) => c.code === wanted)!.status);
}

const passed = ['passed', 'passed'];
const unread = ['passed', 'failed'];

describe('a placed code', () => {
  it('is read by its modules', () => {
    const { modules, isOver } = found(code(dial));
    const expected = modulesOf(dial);
    expect(isOver).toBe(false);
    expect(modules?.side).toBe(expected.length);
    expect(Array.from(modules!.dark, (value) => value === 1)).toEqual(expected.flat());
    expect(readModules(modules!, new CodeReader())).toEqual([dial]);
    expect(verdicts(undefined, code(dial))).toEqual(passed);
  });

  it('says what it says, whatever was kept', () => {
    const kept = new Kept();
    for (let i = 0; i < 2; i++) {
      expect(verdicts(kept, code(dial))).toEqual(passed);
      expect(verdicts(kept, code(other))).toEqual(['failed', 'failed']);
      expect(verdicts(kept, code(`${dial}0`))).toEqual(['failed', 'failed']);
    }
  });

  it('is read as it is painted where something lies over it, be it a piece or a letter', () => {
    expect(found(code(dial), cover).isOver).toBe(true);
    expect(found(cover, code(dial)).isOver).toBe(false);
    expect(found(code(dial), '0 0 0 rg BT /F1 9 Tf 60 150 Td «Water.» Tj ET').isOver).toBe(true);
    const kept = new Kept();
    for (let i = 0; i < 2; i++) {
      expect(verdicts(kept, code(dial))).toEqual(passed);
      expect(verdicts(kept, code(dial), cover)).toEqual(unread);
      expect(verdicts(kept, cover, code(dial))).toEqual(passed);
    }
  });

  it.each([
    ['is cut off', `20 120 30 60 re W n ${code(dial)}`],
    ['is hardly seen', code(dial, { ink: '0.99 0.99 0.99' })],
  ])('is read as it is painted where it %s, and fails', (_, content) => {
    expect(found(content).modules).toBeUndefined();
    expect(verdicts(undefined, content)).toEqual(unread);
  });

  it.each([
    ['dots', code(dial, { shape: 'dots' })],
    ['modules that lie on each other', code(dial).replace(/ f$/, ' 36 131 m 38 131 l 38 133 l 36 133 l h f')],
    [
      'a rectangle beside the grid',
      code(dial).replace(/ f$/, ' 58.6 148 m 62 148 l 62 150 l 58.6 150 l h f'),
    ],
    ['a rectangle in its white', code(dial).replace(/ f$/, ' 22 117 m 24 117 l 24 119 l 22 119 l h f')],
  ])('is read as it is painted where it has %s', (_, content) => {
    expect(found(content).modules).toBeUndefined();
    expect(verdicts(undefined, content)).toEqual(passed);
  });
});

it('modules are read, however many they are', () => {
  const reader = new CodeReader();
  for (let i = 0; i < 60; i++) {
    const text = i % 2 === 0 ? `tel:+${(i + 1) ** 8}` : `https://example.org/${'help/'.repeat(i)}`;
    const rows = encodeQR(text, 'raw', { ecc: i % 3 === 0 ? 'low' : 'high', border: 4, scale: 1 });
    const modules: Modules = { side: rows.length, dark: Uint8Array.from(rows.flat(), Number) };
    expect(readModules(modules, reader)).toEqual([text]);
  }
});

it('modules are named by every bit of them', () => {
  const names = [0, 1, 7, 8, 1088].map((bit) => {
    const dark = new Uint8Array(33 * 33);
    dark[bit] = 1;
    return keyOfModules({ side: 33, dark });
  });
  expect(new Set(names).size).toBe(5);
});
