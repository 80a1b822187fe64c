/** QR codes are read back from the page as it is painted, however they are drawn. */
import { describe, expect, it } from 'vitest';
import { type Expectation, prove } from '../../src/proof/index.ts';
import { Kept } from '../../src/proof/kept.ts';
import { code, type Drawing } from './drawn-codes.ts';
import { type Change, expectation, leaflet } from './leaflet.ts';

const dial = 'tel:+18003151376';
const other = 'tel:+18005550199';
const asked: Partial<Expectation> = { qr: { content: dial, pages: ['middle'] } };

/** A filled square, y down. */
const box = (x: number, y: number, side: number) =>
  `${x} ${y} m ${x + side} ${y} l ${x + side} ${y + side} l ${x} ${y + side} l h f`;

const drawn = (content: string): Change => [7, '0.2 0.4 0.6 rg 20 150 60 40 re f', content];
const file = (content: string) => leaflet(drawn(content));

function checks(content: string, differs: Partial<Expectation> = {}, kept?: Kept) {
  const all = prove(file(content), { ...expectation, ...differs }, 'test', kept).checks;
  const of = (wanted: string) => all.find(({ code }) => code === wanted)!;
  return { wrong: of('QR_WRONG'), unreadable: of('QR_UNREADABLE') };
}

describe('a QR code', () => {
  it.each<Drawing>([
    { shape: 'squares' },
    { shape: 'rows' },
    { shape: 'dots' },
    { module: 1 },
    { module: 3.25, x: 7, y: 60 },
  ])('drawn as %j reads back', (drawing) => {
    const { wrong, unreadable } = checks(code(dial, drawing), asked);
    expect(wrong).toMatchObject({ status: 'passed' });
    expect(unreadable).toMatchObject({ status: 'passed' });
    expect(unreadable.detail).toContain(dial);
  });

  it('of an address reads back, short or long', () => {
    for (const content of ['https://example.org/a', `https://example.org/${'long/'.repeat(30)}`])
      expect(
        checks(code(content, { module: 1.5, y: 60 }), { qr: { content, pages: ['middle'] } }).unreadable
          .status,
      ).toBe('passed');
  });

  it.each<Drawing>([{ shape: 'squares' }, { shape: 'rows' }, { shape: 'dots' }])(
    'of another number fails, drawn as %j, whether a code is asked for or not',
    (drawing) => {
      for (const differs of [asked, {}]) {
        const { wrong } = checks(code(other, drawing), differs);
        expect(wrong.status).toBe('failed');
        expect(wrong.detail).toBe(`a code on page 2 says "${other}", not "${dial}"`);
      }
      expect(checks(code(other, drawing), asked).unreadable.status).toBe('failed');
    },
  );

  it('beside the right one fails: every code of a picture is read', () => {
    const both = `${code(dial, { module: 1.5, x: 10 })} ${code(other, { module: 1.5, x: 110 })}`;
    const { wrong, unreadable } = checks(both, asked);
    expect(wrong.detail).toContain(other);
    expect(unreadable.status).toBe('passed');
  });

  it('below the right one, and above it, fails too', () => {
    const small = (content: string, y: number) => code(content, { module: 1.2, x: 20, y });
    for (const [first, last] of [
      [dial, other],
      [other, dial],
    ] as const) {
      const { wrong, unreadable } = checks(`${small(first, 80)} ${small(last, 120)}`, asked);
      expect(wrong.detail).toContain(other);
      expect(unreadable.status).toBe('passed');
    }
  });

  it('with one sign more fails', () => {
    expect(checks(code(`${dial}0`), asked).wrong.status).toBe('failed');
  });

  it('that is asked for fails when it is not there, or on another page', () => {
    expect(checks('0.2 0.4 0.6 rg 20 150 60 40 re f', asked).unreadable.status).toBe('failed');
    expect(checks(code(dial), { qr: { content: dial, pages: ['cover'] } }).unreadable.status).toBe('failed');
    expect(checks(code(dial), { qr: { content: dial, pages: ['middle', 'cellar'] } }).unreadable.status).toBe(
      'failed',
    );
  });

  it('that something lies over fails, and not when it lies under it or beside it', () => {
    const over = `1 1 1 rg ${box(40, 130, 30)}`;
    expect(checks(`${code(dial)} ${over}`, asked).unreadable.status).toBe('failed');
    expect(checks(`${over} ${code(dial)}`, asked).unreadable.status).toBe('passed');
    expect(checks(`${code(dial)} 1 1 1 rg ${box(90, 130, 30)}`, asked).unreadable.status).toBe('passed');
  });

  it.each(['http://example.org/', 'mailto:a@example.org', other])(
    'must not say %s, even where a job asks for it',
    (content) => {
      expect(checks(code(content), { qr: { content, pages: ['middle'] } }).wrong.status).toBe('failed');
    },
  );

  it('may say any declared number', () => {
    const numbers = [...expectation.numbers, { display: '911', uri: 'tel:911' }];
    const differs = { numbers, qr: { content: 'tel:911', pages: ['middle'] } };
    const { wrong, unreadable } = checks(code('tel:911'), differs);
    expect([wrong.status, unreadable.status]).toEqual(['passed', 'passed']);
  });

  it('reads back the same from what was kept', () => {
    const kept = new Kept();
    for (let i = 0; i < 2; i++) {
      expect(checks(code(dial), asked, kept).unreadable.status).toBe('passed');
      expect(checks(code(other), asked, kept).wrong.status).toBe('failed');
    }
  });
});

describe('a picture that is no code', () => {
  it('is none, however many shapes it has', () => {
    const shapes = Array.from(
      { length: 200 },
      (_, i) => `${20 + (i % 20) * 5} ${100 + Math.floor(i / 20) * 5} 3 3 re f`,
    );
    expect(checks(`0.2 0.4 0.6 rg ${shapes.join(' ')}`).wrong.status).toBe('passed');
  });
});
