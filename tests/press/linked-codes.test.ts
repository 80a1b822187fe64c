/** Codes of two digits, and such with a star, are printed, proved and counted as what they are; a file that was changed there is not proved. */
import { afterAll, describe, expect, it } from 'vitest';
import { type Expectation, parseExpectation, prove, proveCounted } from '../../src/proof/index.ts';
import { Rewritten } from '../proof/rewritten.ts';
import { openStand } from './stand.ts';

const stand = openStand(
  [
    'guide.yaml',
    'numbers:\n',
    'numbers:\n  samu: { display: "15", dial: "15" }\n  police: { display: "17", dial: "17" }\n  hope: { display: "*4141", dial: "*4141" }\n',
  ],
  ['guide.yaml', 'The second line', 'Call [15](tel:15) or [17](tel:17), 15 of 17 days, \\*4141'],
);
afterAll(stand.clear);
const { bytes, proof } = stand.run({ purpose: 'screen' });
const told = proof.expectation as Expectation;
const failed = (file: Uint8Array, expectation = told) =>
  prove(file, expectation).checks.flatMap(({ code, status }) => (status === 'failed' ? [code] : []));

describe('codes of two digits', () => {
  it('are proved, and looked for in their links alone', () => {
    expect(proof.verdict).toBe('proved');
    expect(told.codes).toEqual([
      { display: '15', uri: 'tel:15' },
      { display: '17', uri: 'tel:17' },
    ]);
    expect(told.numbers.map(({ display }) => display)).toEqual(
      expect.arrayContaining(['800-315-1376', '*4141']),
    );
    expect(told.numbers.some(({ display }) => display.length === 2)).toBe(false);
    const { numbers } = proveCounted(bytes, told, 'a test');
    expect(numbers.filter(({ display }) => display.length === 2 || display.startsWith('*'))).toEqual([
      { display: '*4141', uri: 'tel:*4141', printings: 1 },
      { display: '15', uri: 'tel:15', printings: 1 },
      { display: '17', uri: 'tel:17', printings: 1 },
    ]);
  });

  it.each([
    ['(tel:15)', '(tel:17)', 'LINK_WRONG'],
    ['(tel:15)', '(tel:18)', 'LINK_WRONG'],
    ['(tel:15)', '(tel:112)', 'LINK_WRONG'],
  ])('dial what they show: %s made %s', (from, to, code) => {
    const file = new Rewritten(bytes);
    const [link] = file.find(`/URI ${from}`);
    expect(failed(file.change(link!, from, to).bytes())).toContain(code);
  });

  it('have the floor of their text, each in its link', () => {
    const small = (expectation: Expectation) => {
      const { detail } = prove(bytes, expectation).checks.find(({ code }) => code === 'HELPLINE_TOO_SMALL')!;
      return detail.match(/\b1[57] is set in/g);
    };
    const large = { ...told, minSize: 40 };
    expect(small(large)).toEqual(['15 is set in', '17 is set in']);
    expect(small({ ...large, codes: told.codes!.slice(0, 1) })).toEqual(['15 is set in']);
    expect(small(told)).toBeNull();
  });

  it.each([
    { display: '15', uri: 'tel:17' },
    { display: '115', uri: 'tel:115' },
    { display: '15', uri: 'sms:15' },
  ])('of an expectation have two digits, and dial them: %j', (code) => {
    expect(parseExpectation({ ...told, codes: [told.codes![0]] })).toBeDefined();
    expect(() => parseExpectation({ ...told, codes: [code] })).toThrow(/codes/);
    expect(() => parseExpectation({ ...told, codes: [] })).toThrow(/codes/);
  });
});

describe('a code with a star or a hash', () => {
  it.each([
    ['*4141', 'tel:*4141'],
    ['#8000', 'tel:%238000'],
  ])('is the helpline of a guide in any direction: %s', (display, uri) => {
    const starred = openStand(
      ['guide.yaml', 'display: 800-315-1376', `display: "${display}"`],
      ['guide.yaml', 'dial: "+18003151376"', `dial: "${display}"`],
      ['guide.yaml', 'The second line', `Call [\\${display}](tel:${display}) or <helpline:main>`],
    );
    starred.translate('ar', { status: 'human-draft' }, 'كلمة');
    for (const locale of ['en', 'ar']) {
      const printed = starred.run({ locale, allowDrafts: true, purpose: 'screen' });
      expect(printed.proof.verdict).toBe('proved');
      expect((printed.proof.expectation as Expectation).helpline).toMatchObject({ display, uri });
      expect(new Rewritten(printed.bytes).find(`/URI (${uri})`).length).toBeGreaterThan(0);
    }
    starred.clear();
  });

  it('is proved with its hash as addresses have it alone', () => {
    const hashed = (uri: string) => ({ ...told, numbers: [...told.numbers, { display: '#8000', uri }] });
    expect(parseExpectation(hashed('tel:%238000'))).toBeDefined();
    for (const uri of ['tel:#8000', 'tel:8000', 'tel:%238001', 'sms:%238000'])
      expect(() => parseExpectation(hashed(uri))).toThrow(/numbers/);
  });

  it('is proved with its star alone', () => {
    const other = {
      ...told,
      numbers: told.numbers.map((number) =>
        number.display === '*4141' ? { display: '4141', uri: 'tel:*4141' } : number,
      ),
    };
    expect(() => parseExpectation(other)).toThrow(/4141 is shown/);
    expect(parseExpectation(told)).toBeDefined();
  });
});
