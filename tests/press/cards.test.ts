import { join, resolve } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide, withHelpline } from '../../src/content/index.ts';
import { defaultJob, type Job, Press, type Printed, shippedFolders } from '../../src/press/index.ts';
import { listProducts, loadProduct } from '../../src/product/index.ts';
import { inspect, prove } from '../../src/proof/index.ts';
import { Rewritten } from '../proof/rewritten.ts';

const guide = loadGuide(join(resolve(import.meta.dirname, '../..'), 'guides/heroin-detox'));
const { templates } = shippedFolders();
/** The shipped guide declares no short form of its disclosure. */
const products = listProducts(templates).filter((id) => {
  const { sheet, disclosure } = loadProduct(id, templates);
  return sheet !== undefined && disclosure === 'whole';
});
const press = new Press();
afterAll(() => press.close());

function print(job: Partial<Job>): Printed {
  const whole = { ...defaultJob, product: 'rack-card', locale: 'en', allowDrafts: true, ...job };
  return press.print(press.plate(guide, whole), whole);
}

const detailOf = ({ checks }: Pick<Printed['proof'], 'checks'>, code: string) => {
  const { status, detail } = checks.find((check) => check.code === code)!;
  return status === 'failed' ? detail : status;
};

/** How it is told that a number is not there as it is. */
const absent = (proof: Printed['proof']) =>
  ['HELPLINE_MISSING', 'HELPLINE_BROKEN', 'HELPLINE_REVERSED'].map((code) => detailOf(proof, code)).join();

/** A file with the pieces of a page's content, which stand by themselves, changed. */
function repainted(bytes: Uint8Array, change: (pieces: readonly string[]) => readonly string[]): Uint8Array {
  const file = new Rewritten(bytes);
  const mark = '\n% next\n';
  for (const number of file.find('/Filter /FlateDecode', 'stream\n')) {
    const object = file.of(number);
    const from = object.indexOf('stream\n') + 'stream\n'.length;
    const stream = Buffer.from(object.slice(from, object.lastIndexOf('\nendstream')), 'latin1');
    const text = inflateSync(stream).toString('latin1');
    if (!text.includes(mark)) continue;
    const after = deflateSync(Buffer.from(change(text.split(mark)).join(mark), 'latin1'));
    file.change(number, /\/Length \d+/, `/Length ${after.length}`);
    file.change(number, stream.toString('latin1'), after.toString('latin1'));
    return file.bytes();
  }
  throw new Error('no content is in pieces');
}

/** A number by itself in a copy; its last two signs are codes of two bytes. */
const copiedNumber =
  /^q\n[^\n]*cm\n[^\n]*W n\n\/Artifact <<\/Type \/Layout>>[^[]*\[\((.*)(..)(..)\)\]TJ\nET\nEMC\nQ$/s;

describe('a sheet of cards', () => {
  it('is what some products are printed on', () => {
    expect(products).toContain('rack-card');
  });

  it.each(products)('shows the number on each copy, which show what the first one shows: %s', (product) => {
    for (const [locale, paper] of [
      ['en', 'letter'],
      ['ar', 'a4'],
    ] as const) {
      const { proof } = print({ product, locale, paper, purpose: 'office' });
      expect(proof.verdict, `${product} ${locale}`).toBe('proved');
      const areas = proof.expectation!.sheets.flatMap((sheet) => sheet.areas);
      const read = areas.filter(({ copy }) => copy !== true).map(({ page }) => page);
      expect(read.toSorted()).toEqual((loadProduct(product, templates).pages as string[]).toSorted());
      expect(proof.checks.find(({ code }) => code === 'HELPLINE_MISSING')!.detail).toBe(
        `${areas.length} of ${areas.length} areas show 800-315-1376.`,
      );
      const hasCopies = areas.length > read.length;
      expect(proof.checks.some(({ code }) => code === 'COPY_OTHER')).toBe(hasCopies);
    }
  });

  it('is one copy on the screen, page by page', () => {
    const { proof } = print({ purpose: 'screen' });
    expect(proof.expectation!.sheets.map(({ areas }) => areas.map(({ page }) => page))).toEqual([
      ['front'],
      ['back'],
    ]);
  });

  describe('that was tampered with', () => {
    const printed = print({ purpose: 'office' });
    const { printed: _, ...told } = printed.proof.expectation!;
    const tampered = (change: (piece: string) => string) => {
      let changed = 0;
      const bytes = repainted(printed.bytes, (pieces) =>
        pieces.map((piece) => {
          const after = change(piece);
          if (after !== piece) changed++;
          return after;
        }),
      );
      expect(changed).toBe(1);
      return prove(bytes, told);
    };

    it('is found out with one digit of one copy another: nobody hears it', () => {
      const proof = tampered((piece) =>
        piece.replace(copiedNumber, (all, before: string, a: string, b: string) =>
          all.replace(`${before}${a}${b}`, `${before}${b}${a}`),
        ),
      );
      expect(proof.verdict).toBe('not proved');
      expect(detailOf(proof, 'COPY_OTHER')).toContain('copy 1 of front on sheet 1: ');
      expect(absent(proof)).toContain('a copy of front on sheet 1');
      expect(detailOf(proof, 'HELPLINE_WRONG')).toContain('800-315-1367');
    });

    it('is found out with the number of one copy moved, or smaller', () => {
      const move = (from: RegExp, to: string) =>
        tampered((piece) => (copiedNumber.test(piece) ? piece.replace(from, to) : piece));
      expect(detailOf(move(/ 21 (\S+) Tm/, ' 26 $1 Tm'), 'COPY_OTHER')).toContain('copy 1 of front');
      expect(detailOf(move(/\/(\S+) \S+ Tf/, '/$1 30 Tf'), 'COPY_OTHER')).toContain('copy 1 of front');
    });

    it('is found out without the number of one copy', () => {
      const proof = tampered((piece) => (copiedNumber.test(piece) ? '' : piece));
      expect(detailOf(proof, 'COPY_OTHER')).toContain('copy 1 of front');
      expect(absent(proof)).toContain('a copy of front on sheet 1');
    });
  });
});

describe('a wallet card', () => {
  it('does not name what it is about: people carry it about them', () => {
    for (const purpose of ['screen', 'office'] as const) {
      const { bytes, proof } = print({ product: 'wallet-card', purpose });
      expect(proof.expectation!.imprint).toBe('1.0.0 · 2026-11-23 · en');
      expect(inspect(bytes).text).not.toMatch(/heroin|detox/i);
      expect(inspect(bytes).heard).not.toMatch(/heroin|detox/i);
    }
  });
});

describe('a poster with tabs', () => {
  const tabs = (locale: string) => {
    const { bytes, proof } = print({ product: 'poster-tearoff', locale, purpose: 'office' });
    const areas = proof.expectation!.sheets.flatMap((sheet) => sheet.areas);
    return { heard: inspect(bytes).heard, all: areas.filter(({ page }) => page === 'tab') };
  };

  it('has the number six times to tear off, from the left, and is heard to say it once', () => {
    const { all, heard } = tabs('en');
    expect(all.map(({ rotate, copy }) => [rotate, copy === true])).toEqual(
      Array.from({ length: 6 }, (_, i) => [270, i > 0]),
    );
    expect(all.map(({ x }) => x)).toEqual(all.map(({ x }) => x).toSorted((a, b) => a - b));
    expect(heard.match(/See the poster/g)).toHaveLength(1);
  });

  it('is torn from the right where lines go leftwards, and its tabs are turned the other way', () => {
    const { all } = tabs('ar');
    expect(all.map(({ rotate, copy }) => [rotate, copy === true])).toEqual(
      Array.from({ length: 6 }, (_, i) => [90, i > 0]),
    );
    expect(all.map(({ x }) => x)).toEqual(all.map(({ x }) => x).toSorted((a, b) => b - a));
  });
});

describe('a sheet of cards with another number', () => {
  const number = { display: '800-662-4357', dial: '+18006624357' };

  it.each(['wallet-card', 'poster-tearoff'])(
    'is what one set anew is, on each copy, byte for byte: %s',
    (product) => {
      const setting = { ...defaultJob, product, locale: 'en' };
      const impression = { ...defaultJob, purpose: 'office' as const };
      const first = press.plate(guide, setting);
      press.print(first, impression);
      const anew = new Press();
      try {
        const swift = press.print(press.withNumber(first, number)!, impression);
        const slow = anew.print(anew.plate(withHelpline(guide, 'main', number), setting), impression);
        expect(Buffer.from(swift.bytes).equals(Buffer.from(slow.bytes))).toBe(true);
        expect(swift.numbers.find(({ display }) => display === number.display)!.printings).toBe(
          slow.proof.expectation!.sheets.flatMap(({ areas }) => areas).length,
        );
      } finally {
        anew.close();
      }
    },
  );
});
