import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadGuide, withHelpline, withPublisher } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';
import { Alike } from '../../src/proof/file/alike.ts';
import { Budget } from '../../src/proof/file/budget.ts';
import { ByteShelf } from '../../src/proof/file/byte-shelf.ts';
import { type Expectation, Kept, prove } from '../../src/proof/index.ts';
import { readDocument } from '../../src/proof/page/read.ts';
import { expectation, leaflet } from './leaflet.ts';

const guide = loadGuide(join(resolve(import.meta.dirname, '../..'), 'guides/heroin-detox'));

/** Files of two numbers, one after the other as a campaign prints them, with what they must hold. */
const press = new Press();
const printed = (
  [
    ['poster', 'en'],
    ['pamphlet-trifold', 'ar'],
  ] as const
).flatMap(([product, locale]) =>
  ['2467', '2468'].map((last) => {
    const number = { display: `800-315-${last}`, dial: `+1800315${last}` };
    const { bytes, proof } = press.run(withHelpline(guide, 'main', number), {
      ...defaultJob,
      product,
      locale,
      allowDrafts: true,
    });
    return { bytes, expectation: proof.expectation! };
  }),
);
const files: readonly { readonly bytes: Uint8Array; readonly expectation: Expectation }[] = [
  ...printed,
  { bytes: leaflet(), expectation },
  { bytes: leaflet([6, '800-315-1376', '800-315-1367']), expectation },
];

/** All that comes of bytes: the whole proof, or what refuses them. */
function outcome(bytes: Uint8Array, wanted: Expectation | undefined, kept?: Kept): unknown {
  try {
    return prove(bytes, wanted, 'x', kept);
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return error.problems;
  }
}

/** Places of a file that are dictionaries, names, numbers, tables: not within streams. */
function plainPlaces(bytes: Uint8Array): number[] {
  const text = Buffer.from(bytes).toString('latin1');
  const streams = text.replace(/stream\n[\s\S]*?\nendstream/g, (stream) => '\0'.repeat(stream.length));
  return [...streams].flatMap((character, at) => (character === '\0' ? [] : [at]));
}

describe('what a prover keeps', () => {
  it('changes no word of a proof, whatever byte of whatever file is changed, in any order', () => {
    const kept = new Kept();
    const plain = files.map(({ bytes }) => plainPlaces(bytes));
    const seen = { proved: 0, failed: 0, refused: 0 };
    const change = fc.record({
      part: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      byte: fc.nat(255),
    });
    fc.assert(
      fc.property(
        fc.nat(files.length - 1),
        fc.boolean(),
        fc.array(change, { maxLength: 2 }),
        fc.boolean(),
        fc.boolean(),
        (i, inStreams, changes, swapped, isFirst) => {
          const file = files[i]!;
          const bytes = Uint8Array.from(file.bytes);
          for (const { part, byte } of changes) {
            const at = inStreams
              ? Math.floor(part * bytes.length)
              : plain[i]![Math.floor(part * plain[i]!.length)]!;
            bytes[at] = byte;
          }
          // The other number's expectation: the file is whole, and says what it must not.
          const wanted = swapped ? files[i % 2 === 0 ? i + 1 : i - 1]!.expectation : file.expectation;
          const prove = () => outcome(bytes, wanted, kept);
          const made = isFirst ? kept.atOnce(prove) : prove();
          expect(made).toEqual(outcome(bytes, wanted));
          if (Array.isArray(made)) seen.refused++;
          else seen[(made as { passed: boolean }).passed ? 'proved' : 'failed']++;
        },
      ),
      { numRuns: 120, seed: 20261126 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
  });

  it('changes no word of a proof, whatever a file must hold, in any order', () => {
    const { texts, words, disclosure, numbers } = expectation;
    const others: readonly Partial<Expectation>[] = [
      {},
      { title: 'Another' },
      { pointer: 'Another' },
      { imprint: 'Another' },
      { words: [...words, 'Another'] },
      { words: [] },
      { texts: texts.slice(1) },
      { texts: texts.map((text) => ({ ...text, text: `${text.text} 800-315-1376` })) },
      { numbers: [...numbers, { display: '988', uri: 'tel:988' }] },
      { numbers: [] },
      { disclosure: { ...disclosure, minSize: 40 } },
      { disclosure: { ...disclosure, keys: [] } },
      { minSize: 40 },
      { direction: 'rtl' },
      { locale: 'es' },
      { phrases: [] },
      { qr: { content: 'https://example.org', pages: [] } },
    ];
    const kept = new Kept();
    for (const differs of [...others, ...others.toReversed()])
      for (const bytes of [leaflet(), leaflet([6, '800-315-1376', '800-315-1367'])]) {
        const wanted = { ...expectation, ...differs };
        expect(prove(bytes, wanted, undefined, kept)).toEqual(prove(bytes, wanted));
      }
  });

  it('notices a digit of the number that is changed where it is drawn', () => {
    const kept = new Kept();
    for (const last of ['1367', '1376', '1379', '1376'])
      expect(prove(leaflet([6, '800-315-1376', `800-315-${last}`]), expectation, 'x', kept).verdict).toBe(
        last === '1376' ? 'not checked' : 'not proved',
      );
  });
});

describe('what a file may take', () => {
  afterEach(() => vi.restoreAllMocks());

  /** The work of a proof; work that is paid for again counts. */
  function workOf(bytes: Uint8Array, wanted: Expectation | undefined, kept?: Kept): number {
    const budgets = new Set<Budget>();
    const spend = Budget.prototype.spend;
    vi.spyOn(Budget.prototype, 'spend').mockImplementation(function (this: Budget, amount) {
      budgets.add(this);
      spend.call(this, amount);
    });
    const whole = new Budget().left;
    outcome(bytes, wanted, kept);
    vi.restoreAllMocks();
    return [...budgets].reduce((sum, { left }) => sum + whole - left, 0);
  }

  it('is the same whatever was read before: where something is kept, it is paid for again', () => {
    const kept = new Kept();
    const alone = files.map(({ bytes, expectation: wanted }) => workOf(bytes, wanted));
    expect(Math.min(...alone)).toBeGreaterThan(10_000);
    for (let round = 0; round < 4; round++)
      for (const [i, { bytes, expectation: wanted }] of files.entries()) {
        const work = () => workOf(bytes, wanted, kept);
        expect(round === 1 ? kept.atOnce(work) : work(), `file ${i}, round ${round}`).toBeCloseTo(
          alone[i]!,
          3,
        );
      }
  });
});

describe('the first file of many', () => {
  it('is kept at once, and only while that is said: the next file has its pieces', () => {
    const piecesOf = (bytes: Uint8Array, kept: Kept) =>
      readDocument(bytes, kept).pages.flatMap(({ content }) => content.pieces);
    const [one, next] = printed.map(({ bytes }) => bytes);
    const inCommon = (kept: Kept, first: ReturnType<typeof piecesOf>) =>
      piecesOf(next!, kept).filter((piece) => first.includes(piece)).length;
    const [eager, usual] = [new Kept(), new Kept()];
    const all = eager.atOnce(() => piecesOf(one!, eager));
    expect(inCommon(eager, all)).toBeGreaterThan(all.length / 3);
    expect(inCommon(usual, piecesOf(one!, usual))).toBe(0);
    const after = piecesOf(leaflet(), eager);
    expect(piecesOf(leaflet(), eager).some((piece) => after.includes(piece))).toBe(false);
  });
});

describe('files in turn, whose pages name their resources in the same words', () => {
  it('are each read once', () => {
    const kept = new Kept();
    const locales = ['es', 'vi', 'en'].map((locale) => {
      const job = { ...defaultJob, product: 'pamphlet-trifold', locale, allowDrafts: true };
      return press.run(guide, job).bytes;
    });
    const piecesOf = (bytes: Uint8Array) =>
      readDocument(bytes, kept).pages.flatMap(({ content }) => content.pieces);
    // What is seen once is not kept, and what is made of it only then.
    for (let round = 0; round < 3; round++) for (const bytes of locales) piecesOf(bytes);
    const second = locales.map(piecesOf);
    const third = locales.map(piecesOf);
    for (const [i, pieces] of third.entries())
      expect(pieces.every((piece, k) => piece === second[i]![k])).toBe(true);
  });
});

describe('values of one object', () => {
  it('are several, of which the oldest goes first', () => {
    const [alike, of, other] = [new Alike<number>(), {}, {}];
    const has = (first: object, value: number) => alike.find(first, (each) => each === value) === value;
    for (let i = 1; i <= 64; i++) alike.add(of, i);
    expect([has(of, 1), has(of, 64), has(of, 65), has(other, 1)]).toEqual([true, true, false, false]);
    alike.add(of, 65);
    expect([has(of, 1), has(of, 2), has(of, 65)]).toEqual([false, true, true]);
  });
});

/** What is kept, and how many pieces were read anew of each file. */
function counted(): { readonly kept: Kept; readonly made: number[] } {
  const kept = new Kept();
  const made: number[] = [];
  const { find } = kept.pieces;
  kept.pieces.find = (...asked) => {
    const known = find.apply(kept.pieces, asked);
    if (known === undefined) made[made.length - 1]!++;
    return known;
  };
  return { kept, made };
}

describe('where languages take turns', () => {
  it('only the pieces that show the number are read anew, one a page', () => {
    const { kept, made } = counted();
    const plates = ['en', 'ar', 'es'].map((locale) =>
      press.plate(guide, { ...defaultJob, product: 'pamphlet-trifold', locale }),
    );
    for (const last of ['2461', '2462', '2463', '2464'])
      for (const plate of plates) {
        const number = { display: `800-315-${last}`, dial: `+1800315${last}` };
        const { bytes, proof } = press.print(press.withNumber(plate, number)!, { allowDrafts: true });
        made.push(0);
        prove(bytes, proof.expectation!, 'x', kept);
      }
    expect(made.slice(-3)).toEqual([6, 6, 6]);
  });

  it('a letter that a font had not leaves what does not use the font as it is', () => {
    const { kept, made } = counted();
    const pieces: number[] = [];
    for (const name of ['Haven', 'Quay', 'Zebra']) {
      const plate = press.plate(withPublisher(guide, { name }), {
        ...defaultJob,
        product: 'pamphlet-trifold',
        locale: 'ar',
      });
      const { bytes, proof } = press.print(plate, { allowDrafts: true });
      made.push(0);
      prove(bytes, proof.expectation!, 'x', kept);
      pieces.push(readDocument(bytes).pages.reduce((sum, { content }) => sum + content.pieces.length, 0));
    }
    expect(made[0]).toBe(pieces[0]);
    expect(made[2]).toBeLessThan(pieces[2]!);
  });
});

describe('pages that are set anew, one after the other', () => {
  it('leave nothing with a prover that no other file can ask for', () => {
    const kept = new Kept();
    const setWith = (name: string) => {
      const number = { display: '800-315-1376', dial: '+18003151376' };
      const own = withPublisher(withHelpline(guide, 'main', number), { name });
      const job = { ...defaultJob, product: 'pamphlet-trifold', locale: 'en', allowDrafts: true };
      const { bytes, proof } = press.run(own, job);
      prove(bytes, proof.expectation!, 'x', kept);
      return { pieces: kept.pieces.size, objects: kept.objects.size };
    };
    const after: ReturnType<typeof setWith>[] = [];
    for (const sign of 'ABCDEFGHIJKL') after.push(setWith(`Riverside Clinic ${sign}`));
    // What is the same in all of them is there from the second on, and the trees of all that differ nowhere.
    expect(after.at(-1)!.pieces).toEqual(after[3]!.pieces);
    expect(after.at(-1)!.objects.values - after[3]!.objects.values).toBeLessThan(8);
  });

  it('are held by what they weigh: a long piece is not a short one', () => {
    const kept = new Kept();
    for (let round = 0; round < 3; round++)
      for (const { bytes, expectation: wanted } of printed) prove(bytes, wanted, 'x', kept);
    const { values, weight } = kept.pieces.size;
    expect(weight / values).toBeGreaterThan(8 * 1024);
    expect(weight).toBeLessThan(2 * 12 * 1024 * 1024);
  });
});

describe('a shelf of bytes', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  const made = (shelf: ByteShelf<string>, text: string, context: readonly unknown[] = []) => {
    let calls = 0;
    const value = shelf.get(bytes(`..${text}.`), 2, 2 + text.length, context, (own) => {
      calls++;
      return own.toString('latin1');
    });
    expect(value).toBe(text);
    return calls;
  };

  it('gives what was made of the very bytes, and of nothing else', () => {
    const shelf = new ByteShelf<string>(100_000, () => 10);
    const long = 'x'.repeat(5000);
    const texts = ['', 'a', 'b', 'ab', 'ba', long, `${long}x`];
    // Every byte counts, also where it does not count in where a text stands.
    for (let at = 0; at < 5000; at += 7)
      texts.push(`${long.slice(0, at)}y${long.slice(at + 1)}`.slice(0, 5000));
    for (const text of texts) made(shelf, text);
    expect([0, 0].map(() => made(shelf, texts.at(-1)!))).toEqual([1, 0]);
  });

  it('holds what was made apart by all else that it was made of', () => {
    const shelf = new ByteShelf<string>(1000, () => 10);
    const [one, other] = [{}, {}];
    expect(
      [
        [one, 1],
        [one, 1],
        [one, 2],
        [other, 1],
        [one, 1],
        [other, 1],
      ].map((of) => made(shelf, 'a', of)),
    ).toEqual([1, 1, 1, 1, 0, 0]);
  });

  it('keeps nothing of what differs from all before in a few bytes of many', () => {
    const shelf = new ByteShelf<string>(1_000_000, () => 10);
    const text = (i: number) => `${'x'.repeat(333)}${1000 + i}${'y'.repeat(400)}`;
    for (let i = 0; i < 200; i++) made(shelf, text(i));
    // Were any of them kept when it was made, it would not be made now.
    expect(Array.from({ length: 200 }, (_, i) => made(shelf, text(i)))).toEqual(new Array(200).fill(1));
  });

  it('keeps nothing of what it has seen once', () => {
    const shelf = new ByteShelf<string>(100_000, () => 10);
    expect(['a', 'b', 'a', 'b', 'a', 'b'].map((text) => made(shelf, text))).toEqual([1, 1, 1, 1, 0, 0]);
  });

  it('keeps whatever comes again, however much else is seen between', () => {
    const shelf = new ByteShelf<string>(10_000_000, () => 10);
    const texts = Array.from({ length: 4000 }, (_, i) => `text ${i * 7919}`);
    for (let time = 0; time < 2; time++) for (const text of texts) made(shelf, text);
    expect(texts.filter((text) => made(shelf, text) > 0)).toEqual([]);
  });

  it('lets go of what was not asked for the longest, and keeps what is asked for', () => {
    const shelf = new ByteShelf<string>(100, () => 10);
    for (let i = 0; i < 2; i++) made(shelf, 'often');
    for (let i = 0; i < 50; i++) {
      for (let k = 0; k < 2; k++) made(shelf, `number ${i}`);
      expect(made(shelf, 'often')).toBe(0);
    }
    expect(made(shelf, 'number 49')).toBe(0);
    expect(made(shelf, 'number 1')).toBe(1);
  });

  it('holds nothing that is larger than all of it, and nothing once it is cleared', () => {
    const shelf = new ByteShelf<string>(100, () => 10);
    expect([91, 91, 91].map((long) => made(shelf, 'x'.repeat(long)))).toEqual([1, 1, 1]);
    expect([90, 90, 90].map((long) => made(shelf, 'x'.repeat(long)))).toEqual([1, 1, 0]);
    shelf.clear();
    expect(made(shelf, 'x'.repeat(90))).toBe(1);
  });
});
