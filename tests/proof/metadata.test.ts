/** What a file says of itself must be what it was printed as: each fact alone, told by another value and by none. */
import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/diagnostics/index.ts';
import { type Expectation, prove } from '../../src/proof/index.ts';
import { type Change, expectation, leaflet } from './leaflet.ts';

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
    const changes: readonly Change[] = [
      [xmp, written('hp:translationReviewedBy', 'A. Reader'), ''],
      [xmp, written('hp:translationReviewedOn', '2026-11-20'), ''],
      [xmp, '>reviewed<', '>human-draft<'],
    ];
    const translation = { status: 'human-draft' } as const;
    expect(check('METADATA_MISSING', changes, { translation }).status).toBe('passed');
  });

  it('nobody reviewed the translation, and the file names somebody', () => {
    const translation = { status: 'reviewed' } as const;
    expect(check('METADATA_MISSING', [], { translation }).status).toBe('failed');
  });
});

describe('METADATA_MISSING: a file is not proved when it says of itself', () => {
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

  it.each(['Call 800-315-1376', 'Call 911', '2026-11-23T00:00:00Z', 'abc123', 'helpline-press 0.1.0'])(
    'not when it says %s',
    (note) => {
      const changes: readonly Change[] = [[xmp, title, `<dc:description>${note}</dc:description>${title}`]];
      expect(check('METADATA_MISSING', changes).status).toBe('passed');
    },
  );
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
