/** A code of two digits is itself in a link that dials it alone: elsewhere two digits count, and where one is dialled they are told. */
import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, declaredIn, numberFaults, parseInline } from '../../src/content/index.ts';
import { numberProblems } from '../../src/content/numbers/declared.ts';
import { linkedCode } from '../../src/content/search/linked-codes.ts';

const number = (name: string, display: string): DeclaredNumber => ({
  name,
  kind: 'number',
  display,
  dial: display,
});
const declared = [number('samu', '15'), number('police', '17'), number('aid', '112')];
const codes = (text: string, known = declared) =>
  numberFaults(parseInline(text), known, {}).map(({ code }) => code);

describe('a code of two digits', () => {
  it.each([
    'Call [15](tel:15).',
    'Call [**15**](tel:15), [17](tel:17) or [112](tel:112).',
    '**Appelez le [15](tel:15).**',
    'SAMU: [15](tel:15). Police: [17](tel:17)',
    '[15](tel:15)/[17](tel:17)/[112](tel:112)',
    '[15](tel:15) - [17](tel:17) - [112](tel:112)',
    'اتصل برقم [15](tel:15)',
  ])('is right in its link: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each([
    ...['15 mg', 'page 15', '15 people', 'Call 15 minutes before.', 'Room 17', '15/17', '17.'],
    ...[
      'Call within 15 days',
      'on May 15',
      'Police 17 rue de Lyon',
      'Call at 17:15',
      '(15)',
      '15 - 17',
      '15-5',
      '15 5',
      '15 (5)',
    ],
    ...[
      'Appelez le 15 novembre.',
      'Chiama il 17 maggio',
      'Llame el 15 de mayo',
      'Téléphonez le 15 de chaque mois',
    ],
  ])('is none where it counts: %s', (text) => {
    expect(codes(text)).toEqual([]);
    expect(declaredIn(text, declared)).toEqual([]);
  });

  it.each(['Call 15.', 'Tel. 17', 'Appelez le 15 !', 'Police: 17', 'Ambulance (15)', '15 (ambulance)'])(
    'is told where it is dialled without its link: %s',
    (text) => {
      expect(codes(text)).toEqual(['NUMBER_DISGUISED']);
    },
  );

  it.each(['Call 18.', 'Appelez le 51.', 'Tel. 16'])('is told where another is asked for: %s', (text) => {
    expect(codes(text)).toEqual(['NUMBER_UNDECLARED']);
    expect(codes(text, [number('aid', '199')])).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    ['Composez le quinze.', 'NUMBER_DISGUISED'],
    ['Appelez le dix-sept en cas de danger.', 'NUMBER_DISGUISED'],
    ['Marque el dieciocho.', 'NUMBER_UNDECLARED'],
    ['Chiami il diciotto', 'NUMBER_UNDECLARED'],
  ])('is told where it is said in words: %s', (text, code) => {
    expect(codes(text)).toEqual([code]);
    expect(codes(text, [number('aid', '112')])).toEqual([]);
  });

  it.each(['Appelez le quinze novembre', 'Marque el quince de mayo', 'Appelez dix-sept amis', 'le quinze'])(
    'is none in words that count: %s',
    (text) => {
      expect(codes(text)).toEqual([]);
    },
  );

  it.each([
    ['Call [15](tel:17).', 'LINK_DIALS_OTHER'],
    ['Call [the 15](tel:15).', 'LINK_DIALS_OTHER'],
    ['Call [15 or 17](tel:15).', 'LINK_DIALS_OTHER'],
    ['Call [112](tel:15).', 'LINK_DIALS_OTHER'],
    ['Call [15](tel:112).', 'LINK_DIALS_OTHER'],
    ['Call [18](tel:18).', 'NUMBER_UNDECLARED'],
    ['Call [１５](tel:15).', 'LINK_DIALS_OTHER'],
    ['Call [15](sms:15).', 'LINK_DIALS_OTHER'],
  ])('is no other one than its link dials: %s', (text, code) => {
    expect(codes(text)).toContain(code);
  });

  it.each([
    ...['555 0[15](tel:15)0', '555 01[15](tel:15)', '[15](tel:15)5 0150', '**555 0**[15](tel:15)**0**'],
    ...['555 0[[15](tel:15)](lang:es)0', 'Call 5[15](tel:15)', 'Call [15](tel:15)5', 'Tel. *9*[17](tel:17)'],
  ])('is a part of what is printed where a digit touches it: %s', (text) => {
    expect(codes(text)).not.toEqual([]);
    expect(codes(text, declared.slice(0, 2))).not.toEqual([]);
  });

  it.each(['At 5 [15](tel:15) 0', '**5** [15](tel:15), 0', 'a[15](tel:15)b'])(
    'is itself beside others: %s',
    (text) => {
      expect(codes(text)).toEqual([]);
    },
  );

  it('is what its link shows, and nothing more', () => {
    const shownBy = (text: string) => linkedCode(parseInline(text)[0]!, declared)?.name;
    expect(shownBy('[15](tel:15)')).toBe('samu');
    expect(shownBy('[*15*](tel:15)')).toBe('samu');
    expect(shownBy('[15 ](tel:15)')).toBeUndefined();
    expect(shownBy('[112](tel:112)')).toBeUndefined();
    expect(shownBy('[15](https://example.org)')).toBeUndefined();
    expect(shownBy('15')).toBeUndefined();
  });

  it('is right among the numbers, and is no helpline', () => {
    const problems = (kind: DeclaredNumber['kind'], display: string) =>
      numberProblems({ ...number('samu', display), kind }, [], ['FR'], {}).map(({ code }) => code);
    expect(problems('number', '15')).toEqual([]);
    expect(problems('helpline', '15')).toEqual(['HELPLINE_INVALID']);
    expect(problems('helpline', '115')).toEqual([]);
  });
});

describe('a code with a star', () => {
  const starred = [...declared, number('hope', '*4141'), number('road', '*55')];

  it.each(['Call \\*4141.', 'Llame al \\*4141 o al [\\*55](tel:*55)', '[\\*4141](tel:*4141)'])(
    'is right as it is dialled: %s',
    (text) => {
      expect(codes(text, starred)).toEqual([]);
      expect(declaredIn(text.replaceAll('\\', ''), starred).length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['Call 4141.', 'NUMBER_DISGUISED'],
    ['4141', 'NUMBER_DISGUISED'],
    ['Hope: 4141', 'NUMBER_DISGUISED'],
    ['Call \\*4142.', 'NUMBER_NEAR_MISS'],
    ['\\*4411', 'NUMBER_NEAR_MISS'],
    ['Call \\*56.', 'NUMBER_UNDECLARED'],
    ['[4141](tel:*4141)', 'LINK_DIALS_OTHER'],
    ['[\\*4141](tel:4141)', 'NUMBER_NEAR_MISS'],
  ])('is none without its star or with another digit: %s', (text, code) => {
    expect(codes(text, starred)).toContain(code);
  });

  it.each(['4141 people', 'page 4141', '$4141', 'room 4141'])(
    'is not looked for where something counts: %s',
    (text) => {
      expect(codes(text, starred)).toEqual([]);
    },
  );

  const hashed = [...declared, number('night', '#8000')];

  it.each(['Call #8000.', '[#8000](tel:#8000)', '[#8000](tel:%238000)', '夜は#8000へ'])(
    'is right with a hash as it is dialled: %s',
    (text) => {
      expect(codes(text, hashed)).toEqual([]);
    },
  );

  it.each([
    ['Call 8000.', 'NUMBER_DISGUISED'],
    ['Call #8001.', 'NUMBER_NEAR_MISS'],
    ['Call #7119.', 'NUMBER_UNDECLARED'],
    ['[8000](tel:#8000)', 'LINK_DIALS_OTHER'],
    ['[#8000](tel:8000)', 'NUMBER_NEAR_MISS'],
    ['[#7119](tel:%237119)', 'NUMBER_UNDECLARED'],
  ])('is none without its hash or with another digit: %s', (text, code) => {
    expect(codes(text, hashed)).toContain(code);
  });

  it('shows what it dials', () => {
    const problems = (display: string, dial: string) =>
      numberProblems({ name: 'hope', kind: 'helpline', display, dial }, [], ['CL'], {}).map(
        ({ code }) => code,
      );
    expect(problems('*4141', '*4141')).toEqual([]);
    expect(problems('4141', '*4141')).toEqual(['HELPLINE_INVALID']);
    expect(problems('*4141', '4141')).toEqual(['HELPLINE_INVALID']);
    expect(problems('*4142', '*4141')).toEqual(['HELPLINE_INVALID']);
    expect(problems('*41 41', '*4141')).toEqual(['HELPLINE_INVALID']);
    expect(problems('#4141', '#4141')).toEqual([]);
    expect(problems('#4141', '*4141')).toEqual(['HELPLINE_INVALID']);
    expect(problems('4141', '#4141')).toEqual(['HELPLINE_INVALID']);
  });
});
