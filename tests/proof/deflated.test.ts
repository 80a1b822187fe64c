import { constants, deflateRawSync, deflateSync, inflateRawSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteShelf } from '../../src/proof/file/byte-shelf.ts';
import { type DeflatedPart, inflated } from '../../src/proof/file/deflated.ts';
import { Codes } from '../../src/proof/file/huffman.ts';
import { Inflater } from '../../src/proof/file/inflate.ts';
import { Foreign, Unreadable } from '../../src/proof/file/object.ts';

const most = 1_000_000;
const shelf = () => new ByteShelf<DeflatedPart>(1_000_000, ({ bytes }) => bytes.length);

/** Bytes of many kinds: what repeats itself, what does not, and what has few letters. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc
    .array(fc.constantFrom('0 0 0 rg\n', 'BT ', '12.5 7 Td ', '<0001> Tj\n', 'é'), { maxLength: 900 })
    .map((all) => Uint8Array.from(Buffer.from(all.join(''), 'latin1'))),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 3000 }))
    .map(([part, times]) => Uint8Array.from(Buffer.concat(Array(times).fill(part)))),
);
const way = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FIXED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
  ),
});

/** What zlib gives that is asked how much it took. */
interface Told {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** What comes of a stream, or that it is refused. */
function outcome(stream: Uint8Array, kept?: ByteShelf<DeflatedPart>): string {
  try {
    return Buffer.from(inflated(stream, most, kept)).toString('latin1');
  } catch (error) {
    if (error instanceof Unreadable || error instanceof Foreign) return 'refused';
    throw error;
  }
}

/** The same by zlib; what follows its end is refused. */
function byZlib(stream: Uint8Array): string {
  try {
    const { buffer, engine } = inflateSync(stream, { info: true, maxOutputLength: most }) as never as Told;
    return engine.bytesWritten === stream.length ? buffer.toString('latin1') : 'refused';
  } catch {
    return 'refused';
  }
}

/** The same without header and checksum: what comes of its blocks, and where they end. */
function blocksOf(raw: Uint8Array): string {
  try {
    const inflater = new Inflater(raw, 0, most);
    while (inflater.block() !== 'last');
    return `${Buffer.from(inflater.out).toString('latin1')} ${inflater.at}`;
  } catch (error) {
    if (error instanceof Unreadable) return 'refused';
    throw error;
  }
}

function rawByZlib(raw: Uint8Array): string {
  try {
    const { buffer, engine } = inflateRawSync(raw, { info: true, maxOutputLength: most }) as never as Told;
    return `${buffer.toString('latin1')} ${engine.bytesWritten}`;
  } catch {
    return 'refused';
  }
}

/** One stream of parts that were each deflated by themselves, the checksum of all at its end. */
function joinedOf(parts: readonly Uint8Array[]): Buffer {
  const whole = deflateSync(Buffer.concat(parts));
  const each = parts.map((part) => deflateRawSync(part, { finishFlush: constants.Z_SYNC_FLUSH }));
  return Buffer.concat([Buffer.of(0x78, 0x9c), ...each, Buffer.of(3, 0), whole.subarray(-4)]);
}

describe('a deflated stream', () => {
  it('is read as zlib reads it, in whichever way it was packed', () => {
    fc.assert(
      fc.property(content, way, (bytes, how) => {
        expect(outcome(deflateSync(bytes, how))).toBe(Buffer.from(bytes).toString('latin1'));
      }),
      { numRuns: 200 },
    );
  });

  it('is read by codes of up to fifteen bits, as letters have that are very rare', () => {
    // One letter for each length, two for the longest: 0, 10, 110 and so on (RFC 1951 3.2.2).
    const codes = new Codes(Uint8Array.from([...Array.from({ length: 15 }, (_, i) => i + 1), 15]));
    expect(codes.isWhole).toBe(true);
    for (let symbol = 0; symbol < 16; symbol++) {
      const [ones, length] = [(1 << symbol) - 1, Math.min(symbol + 1, 15)];
      expect(codes.slow(ones & 0x7fff), String(symbol)).toBe((symbol << 4) | length);
      expect(codes.quick[ones & 0x1ff]).toBe(length <= 9 ? (symbol << 4) | length : 0);
    }
  });

  it('is refused where zlib refuses it, and else read as zlib does, whatever byte is changed', () => {
    const seen = { refused: 0, read: 0 };
    fc.assert(
      fc.property(content, way, fc.nat(), fc.nat(255), fc.boolean(), (bytes, how, place, byte, isWhole) => {
        const raw = deflateRawSync(bytes, how);
        raw[place % raw.length] = byte;
        const stream = isWhole ? raw : raw.subarray(0, place % raw.length);
        const made = blocksOf(stream);
        expect(made).toBe(rawByZlib(stream));
        seen[made === 'refused' ? 'refused' : 'read']++;
      }),
      { numRuns: 600, seed: 20261126 },
    );
    expect(Math.min(seen.refused, seen.read)).toBeGreaterThan(50);
  });

  it('holds no more than it may, and nothing after its end', () => {
    const stream = deflateSync(Buffer.alloc(5000, 'ab'));
    expect(inflated(stream, 5000, undefined).length).toBe(5000);
    expect(() => inflated(stream, 4999, undefined)).toThrow(Unreadable);
    expect(() => inflated(Buffer.concat([stream, Buffer.of(0)]), 5000, undefined)).toThrow(Foreign);
  });
});

describe('parts of streams that are kept', () => {
  const [one, other, third] = ['one '.repeat(90), 'other '.repeat(70), 'third '.repeat(80)].map((text) =>
    Buffer.from(text),
  ) as [Buffer, Buffer, Buffer];

  it('change nothing of what comes of a stream, whatever is changed in it', () => {
    const kept = shelf();
    const parts = fc.array(fc.constantFrom(one, other, third), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, fc.nat(), fc.nat(255), fc.boolean(), (some, place, byte, isWhole) => {
        const stream = joinedOf(some);
        if (!isWhole) stream[place % stream.length] = byte;
        expect(outcome(stream, kept)).toBe(byZlib(stream));
      }),
      { numRuns: 400, seed: 20261126 },
    );
    expect(kept.size.values).toBeGreaterThan(2);
  });

  it('are kept when they are seen again, each once', () => {
    const kept = shelf();
    for (const stream of [joinedOf([one, other]), joinedOf([other, one, third])]) outcome(stream, kept);
    expect(kept.size.values).toBe(2);
    outcome(joinedOf([third]), kept);
    expect(kept.size.values).toBe(3);
  });

  it('are none that copy from what stands before them', () => {
    const kept = shelf();
    const text = Buffer.from('a part that comes again and again, a part that comes again and again');
    // One stream that was flushed in the middle: its second half says "as before".
    const half = deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH });
    const second = deflateRawSync(text, { dictionary: text, finishFlush: constants.Z_SYNC_FLUSH });
    const check = deflateSync(Buffer.concat([text, text])).subarray(-4);
    const stream = Buffer.concat([Buffer.of(0x78, 0x9c), half, second, Buffer.of(3, 0), check]);
    expect(second.length).toBeLessThan(half.length);
    for (let time = 0; time < 3; time++) expect(outcome(stream, kept)).toBe(`${text}${text}`);
    expect(kept.size.values).toBe(1);
    // By itself it is nothing.
    expect(outcome(Buffer.concat([Buffer.of(0x78, 0x9c), second, Buffer.of(3, 0), check]), kept)).toBe(
      'refused',
    );
  });
});
