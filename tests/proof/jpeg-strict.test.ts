/**
 * Viewers differ in what they make of a photograph that is not right, and could show a code that the proof did not see: only
 * what is right is read.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Foreign } from '../../src/proof/file/object.ts';
import { decodeJpeg } from '../../src/proof/jpeg/jpeg.ts';

type Segment = {
  readonly marker: number;
  readonly data: readonly number[];
  readonly behind: readonly number[];
};

/** A file as its segments; what stands behind one are the data of a scan. */
function segmentsOf(bytes: Uint8Array): Segment[] {
  const out: Segment[] = [];
  for (let at = 2; bytes[at + 1] !== 0xd9; ) {
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    let next = end;
    while (!(bytes[next] === 0xff && bytes[next + 1]! > 0 && (bytes[next + 1]! & 0xf8) !== 0xd0)) next++;
    out.push({
      marker: bytes[at + 1]!,
      data: [...bytes.subarray(at + 4, end)],
      behind: [...bytes.subarray(end, next)],
    });
    at = next;
  }
  return out;
}

function fileOf(segments: readonly Segment[], end: readonly number[] = [0xff, 0xd9]): Uint8Array {
  const all = segments.flatMap(({ marker, data, behind }) => {
    const length = data.length + 2;
    return [0xff, marker, length >> 8, length & 255, ...data, ...behind];
  });
  return Uint8Array.from([0xff, 0xd8, ...all, ...end]);
}

const photograph = (name: string) =>
  segmentsOf(readFileSync(join(import.meta.dirname, `photographs/${name}.jpg`)));
const [baseline, progressive, inks] = ['baseline', 'progressive', 'inks'].map(photograph) as [
  Segment[],
  Segment[],
  Segment[],
];
const decode = (segments: readonly Segment[], end?: readonly number[]) =>
  decodeJpeg(fileOf(segments, end), 1e6);
const part = (marker: number, data: readonly number[] = [], behind: readonly number[] = []): Segment => ({
  marker,
  data,
  behind,
});
/** The segments with those of a marker changed; `which` counts them. */
const changed = (
  segments: readonly Segment[],
  marker: number,
  change: (own: Segment) => Segment[],
  which = 0,
) => {
  let count = 0;
  return segments.flatMap((own) => (own.marker === marker && count++ === which ? change(own) : [own]));
};
const withData = (own: Segment, at: number, value: number): Segment => ({
  ...own,
  data: own.data.map((byte, i) => (i === at ? value : byte)),
});
const [DHT, DQT, SOF0, SOF2, SOS, RST0] = [0xc4, 0xdb, 0xc0, 0xc2, 0xda, 0xd0];

/** Eight by eight pixels of grey, from these scans. All codes are one bit: 0 is `first`, 1 is not given. */
function grey(scans: readonly Segment[], { frame = SOF2, height = 8, table = [0] } = {}): Segment[] {
  const codes = [table.length, ...Array.from({ length: 15 }, () => 0), ...table];
  return [
    part(DQT, [0, ...Array.from({ length: 64 }, () => 1)]),
    part(frame, [8, height >> 8, height & 255, 0, 8, 1, 1, 0x11, 0]),
    part(DHT, [0, ...codes, 0x10, ...codes]),
    ...scans,
  ];
}
const scan = (from: number, to: number, bits: number, behind: readonly number[] = [0x7f]) =>
  part(SOS, [1, 1, 0, from, to, bits], behind);
/** From here on bands have this value alone. */
const bands = (value: number) => part(DHT, [0x10, 1, ...Array.from({ length: 15 }, () => 0), value]);
const [dc, ac] = [scan(0, 0, 0), scan(1, 63, 0)];

describe('a photograph that is right', () => {
  it.each([
    ['in one scan', grey([scan(0, 63, 0, [0x3f])], { frame: SOF0 })],
    ['in two', grey([dc, ac])],
    ['with the last of the tables', tabled(3)],
    ['bit by bit', grey([scan(0, 0, 0x01), scan(1, 63, 0x01), scan(0, 0, 0x10), scan(1, 63, 0x10)])],
    ['from the lowest bit that there is', grey([dc, ...bitwise(13)])],
    [
      'with restart markers',
      grey([part(0xdd, [0, 1]), restarted(0), scan(1, 63, 0, [0x7f, 0xff, RST0, 0x7f])], { height: 16 }),
    ],
    [
      'with comments, and parts of applications',
      [part(0xfe, [1]), part(0xe1, [1]), part(0xef), ...grey([dc, ac])],
    ],
    ['with fill bytes before a marker', grey([scan(0, 0, 0, [0x7f, 0xff, 0xff]), ac])],
  ])('is read: %s', (_, segments) => {
    const { samples } = decode(segments);
    expect(samples.every((sample) => sample === 128)).toBe(true);
  });

  it('is read whatever follows its end', () => {
    expect(decode(baseline, [0xff, 0xd9, 1, 2, 3]).width).toBe(decode(baseline).width);
  });
});

/** In one scan, with Huffman tables of this number. */
function tabled(number: number): Segment[] {
  const huffman = (kind: number) => part(DHT, [kind + number, 1, ...Array.from({ length: 15 }, () => 0), 0]);
  const own = part(SOS, [1, 1, number * 17, 0, 63, 0], [0x3f]);
  return [
    ...grey([], { frame: SOF0 }).filter(({ marker }) => marker !== DHT),
    huffman(0),
    huffman(0x10),
    own,
  ];
}

/** A scan of a band of all components of the progressive photograph. */
function bandOf([from, to]: readonly [number, number]): Segment {
  const [first] = progressive.filter(({ marker }) => marker === SOS);
  return { ...first!, data: [...first!.data.slice(0, -3), from, to, 0] };
}

/** The bits of all coefficients but the first, from this one down. */
function bitwise(low: number): Segment[] {
  return [
    scan(1, 63, low),
    ...Array.from({ length: low }, (_, i) => scan(1, 63, ((low - i) << 4) | (low - i - 1))),
  ];
}

/** Two blocks with a marker of this number between them. */
function restarted(number: number): Segment {
  return scan(0, 0, 0, [0x7f, 0xff, RST0 + number, 0x7f]);
}

/** So many scans, each of other bits: one of the first coefficient, 63 of one other each, the rest of their lowest bits. */
function scans(count: number): Segment[] {
  const single = count - 65;
  return [
    dc,
    ...Array.from({ length: 63 }, (_, i) => scan(i + 1, i + 1, 0x01)),
    ...Array.from({ length: single }, (_, i) => scan(i + 1, i + 1, 0x10)),
    scan(single + 1, 63, 0x10),
  ];
}

describe('a photograph that is not right is not read', () => {
  const fill = (count: number) => Array.from({ length: count }, () => 0);
  const codes = (counts: readonly number[], values: number) => [
    ...counts,
    ...fill(16 - counts.length),
    ...fill(values),
  ];
  it.each<[string, readonly Segment[], (readonly number[])?]>([
    ['without an end', baseline, []],
    ['with nothing but an end', []],
    ['with a byte between parts', changed(baseline, DQT, (own) => [{ ...own, behind: [0] }])],
    [
      'with a byte behind its data',
      changed(baseline, SOS, (own) => [{ ...own, behind: [...own.behind, 0] }]),
    ],
    ['with two frames', changed(baseline, SOF0, (own) => [own, own])],
    ['with a scan before its frame', changed(baseline, SOF0, () => [])],
    ...[0x01, 0xbf, 0xc3, 0xc8, 0xc9, 0xcc, 0xdc, 0xde, 0xdf, 0xf0, 0xfd].map(
      (marker): [string, Segment[]] => [
        `with a part ${marker.toString(16)}`,
        [part(marker, [0, 1]), ...baseline],
      ],
    ),
    ['with a restart interval of three bytes', [part(0xdd, [0, 0, 1]), ...baseline]],
    ['of 12 bits', changed(baseline, SOF0, (own) => [withData(own, 0, 12)])],
    [
      'of two components',
      changed(baseline, SOF0, (own) => [
        { ...withData(own, 5, 2), data: withData(own, 5, 2).data.slice(0, 12) },
      ]),
    ],
    [
      'with a frame that is longer than its components',
      changed(baseline, SOF0, (own) => [{ ...own, data: [...own.data, 0] }]),
    ],
    [
      'with a frame that is cut off',
      changed(baseline, SOF0, (own) => [{ ...own, data: own.data.slice(0, 5) }]),
    ],
    ['with factors 3 and 2', changed(baseline, SOF0, (own) => [withData(withData(own, 7, 0x31), 10, 0x21)])],
    [
      'with factors 3 and 2 down',
      changed(baseline, SOF0, (own) => [withData(withData(own, 7, 0x13), 10, 0x12)]),
    ],
    ['with a factor 0', changed(baseline, SOF0, (own) => [withData(own, 10, 0x01)])],
    ['with a factor 8', changed(baseline, SOF0, (own) => [withData(own, 7, 0x81)])],
    ['with two components of one name', changed(baseline, SOF0, (own) => [withData(own, 9, own.data[6]!)])],
    ['with a quantization table 4', changed(baseline, SOF0, (own) => [withData(own, 8, 4)])],
    ['without a quantization table', changed(baseline, DQT, () => [])],
    ['with a quantization table of another kind', changed(baseline, DQT, (own) => [withData(own, 0, 0x20)])],
    [
      'with a quantization table that is cut off',
      changed(baseline, DQT, (own) => [{ ...own, data: own.data.slice(0, -1) }]),
    ],
    [
      'with a quantization table between scans',
      changed(progressive, SOS, (own) => [progressive.find(({ marker }) => marker === DQT)!, own], 1),
    ],
    ['without a Huffman table', changed(baseline, DHT, () => [])],
    [
      'with a Huffman table that is cut off',
      changed(baseline, DHT, (own) => [{ ...own, data: own.data.slice(0, -1) }]),
    ],
    ['with a Huffman table of another kind', changed(baseline, DHT, (own) => [withData(own, 0, 0x20)])],
    ['with a Huffman table 4', changed(baseline, DHT, (own) => [withData(own, 0, 4)])],
    ['with three codes of one bit', [part(DHT, [3, ...codes([3], 3)]), ...baseline]],
    ['with two codes of one bit, and one of two', [part(DHT, [3, ...codes([2, 1], 3)]), ...baseline]],
    ['with a scan of a component that there is not', changed(baseline, SOS, (own) => [withData(own, 1, 99)])],
    ['with a scan of one component twice', changed(baseline, SOS, (own) => [withData(own, 3, own.data[1]!)])],
    ['with a scan that says less than its length', changed(baseline, SOS, (own) => [withData(own, 0, 2)])],
    ['with a scan of nothing', changed(baseline, SOS, (own) => [{ ...own, data: [0, 0, 63, 0] }])],
    ['with a Huffman table of a scan above 3', grey([part(SOS, [1, 1, 0x40, 0, 0, 0], [0x7f]), ac])],
    ['with a Huffman table of a band above 3', grey([dc, part(SOS, [1, 1, 4, 1, 63, 0], [0x7f])])],
    ['of one scan that begins at 1', grey([scan(1, 63, 0)], { frame: SOF0 })],
    ['of one scan that ends at 62', grey([scan(0, 62, 0, [0x3f])], { frame: SOF0 })],
    ['of one scan without its lowest bit', grey([scan(0, 63, 1, [0x3f])], { frame: SOF0 })],
    ['of one scan that only refines', grey([scan(0, 63, 0x10, [0x3f])], { frame: SOF0 })],
    ['in two scans of the same', grey([scan(0, 63, 0, [0x3f]), scan(0, 63, 0, [0x3f])], { frame: SOF0 })],
    ['with the first coefficient in a band', grey([scan(0, 63, 0, [0x3f])])],
    ['with a band that ends before it begins', grey([dc, scan(2, 1, 0), ac])],
    ['with a band beyond 63', grey([dc, scan(1, 64, 0)])],
    ['with a band before the first coefficient', grey([ac, dc])],
    ['without a band', grey([dc])],
    ['without the end of a band', grey([dc, scan(1, 62, 0)])],
    ['without the lowest bit', grey([dc, scan(1, 63, 1)])],
    ['without the lowest bit of the first coefficient', grey([scan(0, 0, 1), ac])],
    ['with two bits refined at once', grey([dc, scan(1, 63, 2), scan(1, 63, 0x20)])],
    ['with bits refined before they are given', grey([dc, scan(1, 63, 0x10)])],
    ['with a band twice', grey([dc, ac, ac])],
    ['from a bit that there is not', grey([dc, ...bitwise(14)])],
    [
      'with the wrong restart marker',
      grey([part(0xdd, [0, 1]), restarted(1), scan(1, 63, 0, [0x7f, 0xff, RST0, 0x7f])], { height: 16 }),
    ],
    [
      'with a restart marker that is not asked for',
      grey([restarted(0), scan(1, 63, 0, [0x3f])], { height: 16 }),
    ],
    ['without a restart marker', grey([part(0xdd, [0, 1]), scan(0, 0, 0, [0x7f, 0x7f]), ac], { height: 16 })],
    ['with data that end early', grey([scan(0, 0, 0, []), ac])],
    ['with data that go on', grey([scan(0, 0, 0, [0x7f, 0x7f]), ac])],
    ['with data that mean nothing', grey([scan(0, 0, 0, [0xff, 0, 0xff, 0]), ac])],
    ['with a difference of twelve bits', grey([scan(0, 0, 0, [0x00, 0x00]), ac], { table: [12] })],
    ['with a coefficient of eleven bits', grey([scan(0, 63, 0, [0, 0, 0])], { frame: SOF0, table: [11] })],
    ['with a run beyond its last block', grey([dc, bands(0x10), scan(1, 63, 0, [0x3f])])],
    ['with a coefficient beyond its band', grey([dc, bands(0x11), scan(1, 1, 0, [0x3f]), scan(2, 63, 0)])],
    [
      'with a refined coefficient of two bits',
      grey([dc, scan(1, 63, 1), part(DHT, [0x10, ...codes([1], 0), 2]), scan(1, 63, 0x10)]),
    ],
    [
      'with a refined coefficient beyond its band',
      grey([
        dc,
        scan(1, 63, 1),
        part(DHT, [0x10, ...codes([1], 0), 0xf0]),
        scan(1, 9, 0x10),
        part(DHT, [0x10, ...codes([1], 0), 0]),
        scan(10, 63, 0x10),
      ]),
    ],
    ['of more than a hundred scans', grey(scans(101))],
    [
      'with shades far beyond white',
      changed(baseline, DQT, (own) => [
        { ...own, data: own.data.map((byte, i) => (i > 0 && i < 65 ? 255 : byte)) },
      ]),
    ],
    [
      'of JFIF whose Adobe marker says that its colours are plain',
      [...baseline.slice(0, 1), adobe(0), ...baseline.slice(1)],
    ],
    [
      'with an Adobe marker that says what there is not',
      [...baseline.slice(0, 1), adobe(2), ...baseline.slice(1)],
    ],
    ['of inks whose Adobe marker says what there is not', changed(inks, 0xee, () => [adobe(1)])],
    ['that calls its components R, G, B', renamed('RGB')],
  ])('%s', (_, segments, end) => {
    expect(() => decode(segments, end)).toThrow(Foreign);
  });

  const saysOf = (segments: readonly Segment[]) => {
    try {
      decode(segments);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  it.each([
    [0x44, true],
    [0x42, false],
  ])('with more than ten blocks of a unit: factors %i: %s', (factors, isTold) => {
    const said = saysOf(changed(baseline, SOF0, (own) => [withData(own, 7, factors)]));
    expect(said.includes('too many parts')).toBe(isTold);
  });

  it.each([
    ['a band of several components', changed(progressive, SOS, () => [bandOf([1, 5])], 1)],
    ['a band of several that ends before it begins', changed(progressive, SOS, () => [bandOf([5, 1])], 1)],
    ['a band of several beyond 63', changed(progressive, SOS, () => [bandOf([1, 64])], 1)],
  ])('with %s', (_, segments) => {
    expect(saysOf(segments)).toContain('a scan of a kind that is not known');
  });

  it('with a run that goes on over a restart marker', () => {
    const band = scan(1, 63, 0, [0x3f, 0xff, RST0, 0x3f]);
    expect(saysOf(grey([part(0xdd, [0, 1]), restarted(0), bands(0x10), band], { height: 16 }))).toContain(
      'end early',
    );
  });

  it('of up to a hundred scans it is', () => {
    expect(decode(grey(scans(100))).width).toBe(8);
  });

  it('wherever it is cut off', () => {
    for (const segments of [baseline, progressive]) {
      const whole = fileOf(segments);
      for (let length = 0; length < whole.length; length += 97)
        expect(() => decodeJpeg(Uint8Array.from([...whole.subarray(0, length), 0xff, 0xd9]), 1e6)).toThrow(
          Foreign,
        );
    }
  });
});

function adobe(transform: number): Segment {
  return part(0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, transform]);
}

/** The photograph with other names of its components, and no word of their colours but these. */
function renamed(names: string): Segment[] {
  const ids = [...names].map((letter) => letter.charCodeAt(0));
  return baseline
    .filter(({ marker }) => marker !== 0xe0)
    .map((own) =>
      own.marker === SOF0
        ? ids.reduce((now, id, i) => withData(now, 6 + 3 * i, id), own)
        : own.marker === SOS
          ? ids.reduce((now, id, i) => withData(now, 1 + 2 * i, id), own)
          : own,
    );
}

describe('the colours of a photograph', () => {
  it('are those of JFIF without a word of it', () => {
    expect(decode(renamed('ABC')).samples).toEqual(decode(baseline).samples);
  });

  it('are plain where Adobe’s marker says so', () => {
    const { samples } = decode([adobe(0), ...renamed('RGB')]);
    // Luma of the light ground (60, 200, 190) is 157, and chroma 146 and 59.
    expect([...samples.subarray(0, 3)].map((sample, i) => Math.abs(sample - [157, 146, 59][i]!) < 9)).toEqual(
      [true, true, true],
    );
  });

  it('of inks are luma and chroma, or inks as they are', () => {
    const plain = decode(changed(inks, 0xee, () => [adobe(0)])).samples;
    const whole = decode(inks).samples;
    expect([...whole.subarray(0, 3)].map((s, i) => Math.abs(s - [60, 200, 190][i]!) < 9)).toEqual([
      true,
      true,
      true,
    ]);
    expect(plain.subarray(0, 3)).not.toEqual(whole.subarray(0, 3));
  });
});
