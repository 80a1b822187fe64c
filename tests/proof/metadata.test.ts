/** What a file says of itself must be what it was printed as: each fact alone, told by another value and by none. */
import { describe, expect, it } from 'vitest';
import { type Code, PressError } from '../../src/diagnostics/index.ts';
import { type Expectation, prove } from '../../src/proof/index.ts';
import { type Change, expectation, leaflet, madeOn, packetWith } from './leaflet.ts';

const xmp = 15;

function check(code: Code, changes: readonly Change[], differs: Partial<Expectation> = {}) {
  return prove(leaflet(...changes), { ...expectation, ...differs }).checks.find((c) => c.code === code)!;
}

/** Each fact with its value, and another that could stand there. */
const facts: readonly [name: string, value: string, other: string][] = [
  ['guideId', 'guide', 'guide-b'],
  ['guideVersion', '1.0.0', '1.0.1'],
  ['guideDate', '2026-11-23', '2026-11-22'],
  ['locale', 'en', 'en-GB'],
  ['product', 'leaflet', 'poster'],
  ['paper', 'small', 'a4'],
  ['edition', 'standard', 'large-print'],
  ['purpose', 'screen', 'office'],
  ['translationStatus', 'reviewed', 'machine-draft'],
  ['translationReviewedBy', 'A. Reader', 'A. Readers'],
  ['translationReviewedOn', '2026-11-20', '2026-11-21'],
];
/** The record of the disclosure has a check of its own. */
const disclosure: readonly [string, string, string][] = [
  ['disclosureVersion', '2026-11', '2026-10'],
  ['disclosureHash', 'abc123', 'abc124'],
];
const standards: readonly [string, string, string][] = [
  ['pdfuaid:part', '1', '2'],
  ['pdfaid:part', '2', '3'],
  ['pdfaid:conformance', 'A', 'B'],
];

const written = (name: string, value: string) => `<${name}>${value}</${name}>`;

describe('METADATA_MISSING: a file is not proved when', () => {
  const all = [
    ...facts.map(([name, ...rest]) => [`hp:${name}`, ...rest] as const),
    ...standards.map((row) => row),
  ];

  it.each(all)('%s is not %s, but %s', (name, value, other) => {
    const { status, detail } = check('METADATA_MISSING', [[xmp, written(name, value), written(name, other)]]);
    expect(status).toBe('failed');
    expect(detail).toBe(`${name} is "${other}", not "${value}"`);
  });

  it.each(all)('%s is not there', (name, value) => {
    expect(check('METADATA_MISSING', [[xmp, written(name, value), '']])).toMatchObject({
      status: 'failed',
      detail: `${name} is missing`,
    });
    expect(check('METADATA_MISSING', [[xmp, written(name, value), written(name, '')]]).status).toBe('failed');
  });

  it('the title is another', () => {
    expect(check('METADATA_MISSING', [[xmp, 'Heroin &amp; you', 'Heroin &amp; your']]).status).toBe('failed');
  });

  it('not when nobody reviewed the translation, and the file names nobody', () => {
    const nobody = { translationReviewedBy: undefined, translationReviewedOn: undefined };
    const packet = packetWith({ ...nobody, translationStatus: 'human-draft' });
    const translation = { status: 'human-draft' } as const;
    expect(check('METADATA_MISSING', [[xmp, packetWith({}), packet]], { translation })).toMatchObject({
      status: 'passed',
    });
  });

  it('nobody reviewed the translation, and the file names somebody', () => {
    const translation = { status: 'reviewed' } as const;
    expect(check('METADATA_MISSING', [], { translation }).status).toBe('failed');
  });
});

describe('METADATA_MISSING: a file is not proved when it says of itself', () => {
  it('tens of thousands of facts, which are read in one go', () => {
    const facts = Array.from({ length: 25_000 }, (_, i) => {
      const name = [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
      return `<hp:${name}>`;
    });
    expect(check('METADATA_MISSING', [[xmp, '<dc:title>', `${facts.join('')}<dc:title>`]])).toMatchObject({
      status: 'failed',
    });
  }, 15_000);

  const title = '<dc:title>';
  it.each<[string, readonly Change[]]>([
    ['a number in a note', [[xmp, title, `<dc:description>Call 800-315-1377</dc:description>${title}`]]],
    [
      'a fact that nobody records',
      [[xmp, written('hp:paper', 'small'), `${written('hp:paper', 'small')}${written('hp:note', 'x')}`]],
    ],
  ])('%s', (_, changes) => {
    expect(check('METADATA_MISSING', changes).status).toBe('failed');
  });

  it.each<[string, readonly Change[]]>([
    ['anything in a description', [[xmp, title, `<dc:description>Call 911</dc:description>${title}`]]],
    ['anything in a comment', [[xmp, title, `<!-- Call 911 -->${title}`]]],
    [
      'another title beside its own',
      [[xmp, '</rdf:Alt></dc:title>', '<rdf:li xml:lang="es">Otro</rdf:li></rdf:Alt></dc:title>']],
    ],
    ['its title in another language', [[xmp, 'xml:lang="x-default"', 'xml:lang="es"']]],
    ['a space between its facts', [[xmp, title, ` ${title}`]]],
    ['anything after the packet', [[xmp, '<?xpacket end="w"?>', '<?xpacket end="w"?> ']]],
    ['another language', [[xmp, '<rdf:li>en</rdf:li>', '<rdf:li>es</rdf:li>']]],
    [
      'another time of its last change',
      [
        [
          xmp,
          written('xmp:ModifyDate', '2026-11-23T00:00:00Z'),
          written('xmp:ModifyDate', '2026-11-24T00:00:00Z'),
        ],
      ],
    ],
    [
      'another tool',
      [
        [
          xmp,
          written('xmp:CreatorTool', 'helpline-press 1.2.3'),
          written('xmp:CreatorTool', 'helpline-press 1.2.4'),
        ],
      ],
    ],
    ...['Title', 'Creator', 'Producer', 'CreationDate', 'ModDate'].map((key): [string, readonly Change[]] => [
      `another /${key}`,
      [[24, `/${key} (`, `/${key} (x`]],
    ]),
  ])('%s', (_, changes) => {
    expect(check('METADATA_MISSING', changes).status).toBe('failed');
  });

  it.each(['Author', 'Subject', 'Keywords'])('and is not read with /%s', (key) => {
    expect(() => check('METADATA_MISSING', [[24, '<< ', `<< /${key} (Call 911) `]])).toThrow(PressError);
  });

  /** Everywhere that the maker is named. */
  const madeBy = (name: string): readonly Change[] => [
    [xmp, packetWith({}), packetWith({}).replaceAll('helpline-press 1.2.3', name)],
    [
      24,
      '/Creator (helpline-press 1.2.3) /Producer (helpline-press 1.2.3)',
      `/Creator (${name}) /Producer (${name})`,
    ],
  ];
  it.each<[string, readonly Change[], 'passed' | 'failed']>([
    ['a later version', madeBy('helpline-press 10.20.30'), 'passed'],
    ['a first try of a version', madeBy('helpline-press 1.0.0-beta.1'), 'passed'],
    ['another maker', madeBy('another press 1.2.3'), 'failed'],
    ['a maker without a version', madeBy('helpline-press'), 'failed'],
    ['words after the version', madeBy('helpline-press 1.2.3 for you'), 'failed'],
    ['another day', madeOn('2026-12-01T10:20:30Z', 'D:20261201102030Z'), 'passed'],
    ['a part of a second', madeOn('2026-12-01T10:20:30.250Z', 'D:20261201102030Z'), 'passed'],
    ['a day that is none', madeOn('2026-13-01T10:20:30Z', 'D:20261301102030Z'), 'failed'],
    ['words for a day', madeOn('call 911', 'call 911'), 'failed'],
    ['two days', madeOn('2026-12-01T10:20:30Z', 'D:20261201102031Z'), 'failed'],
  ])('names %s', (_, changes, status) => {
    expect(check('METADATA_MISSING', changes).status).toBe(status);
  });
});

describe('DISCLOSURE_UNRECORDED: a file is not proved when', () => {
  it.each(disclosure)('%s is not %s, but %s', (name, value, other) => {
    const changes: readonly Change[] = [[xmp, written(`hp:${name}`, value), written(`hp:${name}`, other)]];
    expect(check('DISCLOSURE_UNRECORDED', changes)).toMatchObject({ status: 'failed' });
    expect(check('DISCLOSURE_UNRECORDED', changes).detail).toContain(other);
  });

  it.each(disclosure)('%s is not there', (name, value) => {
    expect(check('DISCLOSURE_UNRECORDED', [[xmp, written(`hp:${name}`, value), '']]).detail).toContain(
      'missing',
    );
  });
});
