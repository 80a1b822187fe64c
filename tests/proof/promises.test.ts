import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/diagnostics/index.ts';
import { type Expectation, formatProof, proofProblems, prove, proveNew } from '../../src/proof/index.ts';
import {
  arabicDigit,
  blankDigit,
  type Change,
  directed,
  expectation,
  falseDigit,
  leaflet,
  missing,
} from './leaflet.ts';

const [first, second, third] = [6, 7, 8];
const number = '10 20 Td «800-315-1376» Tj';

/** A sheet that is not `screen`, where the number need not be content on the first and the last page. */
const office: Partial<Expectation> = { purpose: 'office' };

/** Sets the middle page's number at another place or in another way. */
const middle = (operators: string): Change => [second, number, operators];

/** Each promise with files that break it, and what the proof says of them. */
const broken: readonly [Code, string, readonly Change[], says: string | RegExp, Partial<Expectation>?][] = [
  ['HELPLINE_MISSING', 'is not on a panel', [middle('10 20 Td «» Tj')], 'middle on sheet 2'],
  [
    'HELPLINE_MISSING',
    'is another',
    [middle('10 20 Td «888-315-1376» Tj')],
    'middle on sheet 2: 800-315-1376 is not there',
  ],
  [
    'HELPLINE_MISSING',
    'has a digit before it',
    [middle('10 20 Td «1800-315-1376» Tj')],
    '800-315-1376 is not there',
  ],
  [
    'HELPLINE_MISSING',
    'has a letter within it',
    [middle('10 20 Td «800-315-13l76» Tj')],
    '800-315-1376 is not there',
  ],
  [
    'HELPLINE_MISSING',
    'stands in a sheet of another size',
    [[4, '[0 0 200 300]', '[0 0 210 300]']],
    'the sheet is not there in its size',
  ],
  [
    'HELPLINE_BROKEN',
    'is on two lines',
    [middle('10 40 Td «800-315-» Tj 10 20 Td «1376» Tj')],
    'the number is split',
  ],
  [
    'HELPLINE_BROKEN',
    'is cut by a clip',
    [middle('10 20 Td «800-315-1376» Tj'), [second, 'BDC\nBT /F1 14', 'BDC\n0 0 50 300 re W n BT /F1 14']],
    'clipped',
  ],
  [
    'HELPLINE_COVERED',
    'lies under a later fill',
    [
      [second, 'EMC 0 g\n', 'EMC 0 g\n'],
      [second, '«Who answers?» Tj ET EMC', '«Who answers?» Tj ET 1 g 50 18 10 20 re f EMC'],
    ],
    'painted over',
  ],
  ['HELPLINE_BROKEN', 'runs off the page', [middle('150 20 Td «800-315-1376» Tj')], 'leaves its panel'],
  [
    'HELPLINE_BROKEN',
    'has a digit without ink',
    [middle(`10 20 Td «800-315-137${blankDigit(6)}» Tj`)],
    'invisible',
  ],
  [
    'HELPLINE_REVERSED',
    'has its groups turned round, as unisolated digits in Arabic',
    [middle('10 20 Td «1376-315-800» Tj')],
    'another order',
  ],
  [
    'HELPLINE_REVERSED',
    'is upside down',
    [middle('ET q -1 0 0 -1 104 560 cm BT /F1 14 Tf 10 20 Td «800-315-1376» Tj ET Q BT')],
    'another order',
  ],
  [
    'HELPLINE_TOO_SMALL',
    'is under its floor',
    [[second, '/F1 14 Tf 10 20', '/F1 13.9 Tf 10 20']],
    '13.9 pt is less than 14 pt',
  ],
  [
    'HELPLINE_UNLINKED',
    'opens another number',
    [[16, 'tel:+18003151376', 'tel:+18883151376']],
    'does not open tel:+18003151376',
  ],
  [
    'HELPLINE_UNLINKED',
    'has a link beside it',
    [[16, '[8 15 96 36]', '[108 15 170 36]']],
    'cover: the number does not open',
  ],
  [
    'HELPLINE_UNLINKED',
    'is no content on the last page',
    [[third, '/Link << /MCID 4 >> BDC', '/Artifact BMC']],
    'on the last page',
  ],
  [
    'HELPLINE_UNLINKED',
    'is content nowhere',
    [
      [first, '/Link << /MCID 4 >> BDC', '/Artifact BMC'],
      [third, '/Link << /MCID 4 >> BDC', '/Artifact BMC'],
    ],
    'nowhere content',
    office,
  ],
  [
    'HELPLINE_WRONG',
    'stands beside another number',
    [[first, '«Coming off heroin»', '«Or call 888-315-1376»']],
    'page 1 shows 888-315-1376',
  ],
  [
    'HELPLINE_WRONG',
    'stands beside another number in Arabic digits',
    [
      [
        first,
        '«Coming off heroin»',
        `«${[...'888-315-1376'].map((c) => (c === '-' ? c : arabicDigit(Number(c)))).join('')}»`,
      ],
    ],
    'page 1 shows',
  ],
  [
    'DISCLOSURE_UNPOINTED',
    'has a number without the pointer',
    [[second, '«Who answers?»', '«Who?»']],
    'middle on sheet 2',
  ],
  [
    'DISCLOSURE_MISSING',
    'lacks a text',
    [[third, '«It may be paid for it.»', '«It may be paid.»']],
    'disclosure.paid is not there',
  ],
  [
    'DISCLOSURE_MISSING',
    'is interrupted',
    [[21, '51 0 R 52 0 R 53 0 R', '51 0 R 53 0 R 52 0 R']],
    'guide 1.0.0',
  ],
  [
    'DISCLOSURE_TOO_SMALL',
    'is under its floor',
    [[third, '/F1 10 Tf 10 225', '/F1 8.9 Tf 10 225']],
    '8.90 pt; the floor is 9',
  ],
  [
    'DISCLOSURE_TOO_SMALL',
    'is a little under its floor',
    [[third, '/F1 10 Tf 10 225', '/F1 8.95 Tf 10 225']],
    '8.95 pt; the floor is 9',
  ],
  ['ALT_MISSING', 'has a figure of blanks', [[45, '(A bed by a window)', '( )']], 'no alternative text'],
  [
    'LINK_UNNAMED',
    'has a Link without an annotation',
    [[36, ' << /Type /OBJR /Obj 16 0 R >>', '']],
    'a Link leads nowhere',
  ],
  [
    'LINK_UNNAMED',
    'has Links whose annotations are exchanged',
    [
      [36, '/Obj 16 0 R', '/Obj 17 0 R'],
      [56, '/Obj 17 0 R', '/Obj 16 0 R'],
    ],
    'does not lead from a link to its element',
  ],
  [
    'LINK_UNNAMED',
    'has annotations that lead to each other’s Links',
    [[22, '3 36 0 R 4 56 0 R', '3 56 0 R 4 36 0 R']],
    'does not lead from a link to its element',
  ],
  [
    'PDF_STRUCTURE',
    'has a bookmark that leads to another page than its heading is on',
    [[28, '/Dest [3 0 R /XYZ 10 280 null]', '/Dest [3 0 R /XYZ 10 280 null] /SE 40 0 R']],
    'leads to another page than its heading',
  ],
  [
    'PDF_STRUCTURE',
    'has a root whose parent is one of its kids',
    [[21, '/P 20 0 R', '/P 30 0 R']],
    'names another parent',
  ],
  [
    'PDF_STRUCTURE',
    'has an annotation that two Links have',
    [[56, '/OBJR /Obj 17 0 R >>', '/OBJR /Obj 17 0 R >> << /Type /OBJR /Obj 16 0 R >>']],
    'a link belongs to two elements',
  ],
  [
    'PDF_STRUCTURE',
    'has a link in what is no Link',
    [[35, '/K [5]', '/K [5 << /Type /OBJR /Obj 16 0 R >>]']],
    'a P has a link',
  ],
  ['DISCLOSURE_UNRECORDED', 'has another hash', [[15, 'abc123', 'abc124']], 'the hash is abc124'],
  [
    'TEXT_LOST',
    'lacks a text',
    [[first, '«You can»', '«You could»']],
    /stop: .*You can stop.*You could stop/,
  ],
  [
    'TEXT_LOST',
    'has a direction mark that the source has not',
    [[first, '«You can»', `«You${directed} can»`]],
    /stop: /,
  ],
  [
    'TEXT_DISORDERED',
    'has the words of a text in another order',
    [[first, '50 215 Td «ayuda»', '10 225 Td «ayuda»']],
    'stands above',
  ],
  [
    'DISCLOSURE_SCATTERED',
    'has a part of the disclosure above the one before it',
    [[third, '10 225 Td', '10 250 Td']],
    'out of order',
  ],
  ['TEXT_LOST', 'has texts in another order', [[21, '30 0 R 31 0 R', '31 0 R 30 0 R']], 'out of order'],
  ['TEXT_LOST', 'lacks an alternative text', [[45, 'window', 'door']], 'bed.alt'],
  [
    'PAGE_BLANK',
    'has a page with artifacts only',
    [
      [second, '/H2 << /MCID 0 >> BDC', '/Artifact BMC'],
      [second, '/Lbl << /MCID 1 >> BDC', '/Artifact BMC'],
      [second, '/LBody << /MCID 2 >> BDC', '/Artifact BMC'],
    ],
    'page 2',
  ],
  [
    'TEXT_TOO_SMALL',
    'has text under its floor',
    [[third, '/F1 9 Tf', '/F1 8 Tf']],
    '8.00 pt; the floor is 9',
  ],
  [
    'GLYPH_MISSING',
    'draws the sign for "no glyph"',
    [[first, '«You can»', `«You can${missing}»`]],
    '"Q" has no glyph in Test',
  ],
  [
    'GLYPH_OTHER',
    'draws a digit of a text as another',
    [[first, '«You can»', `«You can ${falseDigit(8)}»`]],
    'page 1: "8" has another shape than in Test',
  ],
  [
    'PDF_STRUCTURE',
    'paints outside of marked content',
    [[first, 'BDC 1 1 0.9 rg 0 0 200 300 re f EMC', 'BDC EMC 1 1 0.9 rg 0 0 200 300 re f']],
    'outside of marked content',
  ],
  [
    'PDF_STRUCTURE',
    'has content that is in no element',
    [[31, '[1]', '[]']],
    'content 1 is not in the structure',
  ],
  ['PDF_STRUCTURE', 'has content in two elements', [[31, '[1]', '[1 0]']], 'belongs to two elements'],
  ['PDF_STRUCTURE', 'marks content twice', [[first, '/P << /MCID 1 >>', '/P << /MCID 0 >>']], 'marked twice'],
  ['PDF_STRUCTURE', 'has elements of content that no page paints', [[31, '[1]', '[1 9]']], 'no page paints'],
  ['PDF_STRUCTURE', 'has a wrong parent tree', [[22, '[30 0 R 31 0 R', '[31 0 R 30 0 R']], 'another owner'],
  ['PDF_STRUCTURE', 'has an element with a wrong parent', [[33, '/P 32 0 R', '/P 31 0 R']], 'another parent'],
  ['PDF_STRUCTURE', 'has an empty element', [[35, '/K [5]', '/K []']], 'a P is empty'],
  ['PDF_STRUCTURE', 'has another root', [[21, '/S /Document', '/S /Sect']], 'not Document'],
  ['PDF_STRUCTURE', 'has a list item without body', [[44, '/S /LBody', '/S /P']], 'no body'],
  ['PDF_STRUCTURE', 'has a list item outside of a list', [[41, '/S /L', '/S /Sect']], 'outside of a list'],
  [
    'PDF_STRUCTURE',
    'has marked content that does not end',
    [[first, '«Who answers?» Tj ET EMC', '«Who answers?» Tj ET']],
    'do not end',
  ],
  [
    'PDF_STRUCTURE',
    'has marked content in marked content',
    [
      [first, 'Td «Ask for » Tj ET EMC', 'Td «Ask for » Tj ET'],
      [first, '«ayuda» Tj ET EMC', '«ayuda» Tj ET EMC EMC'],
    ],
    'inside another',
  ],
  [
    'PDF_STRUCTURE',
    'has an artifact in content',
    [[first, '«Ask for » Tj ET', '«Ask for » Tj ET /Artifact BMC EMC']],
    'inside',
  ],
  ['HEADING_SKIPPED', 'skips a level', [[40, '/S /H2', '/S /H3']], 'level 3 follows level 1'],
  ['HEADING_SKIPPED', 'begins with level 2', [[30, '/S /H1', '/S /H2']], 'the first heading is level 2'],
  [
    'ALT_MISSING',
    'has a figure without alternative text',
    [[45, '/Alt (A bed by a window)', '']],
    'no alternative text',
  ],
  ['LINK_UNNAMED', 'has a link without description', [[16, 'Call 800-315-1376', '']], 'no description'],
  [
    'LINK_UNNAMED',
    'has a link that is not in the structure',
    [[36, '/Obj 16 0 R', '/Obj 17 0 R']],
    'not in the structure',
  ],
  [
    'LINK_UNNAMED',
    'has a link whose parent is another',
    [[22, '3 36 0 R', '3 30 0 R']],
    'parent tree does not lead',
  ],
  [
    'LINK_UNNAMED',
    'has a link without text',
    [
      [36, '[4 <<', '[<<'],
      [35, '/K [5]', '/K [4 5]'],
    ],
    'a Link has no text',
  ],
  ['LANGUAGE_UNMARKED', 'names no language', [[1, '/Lang (en)', '']], 'no language'],
  ['LANGUAGE_UNMARKED', 'names another language', [[1, '/Lang (en)', '/Lang (es)']], 'says es, not en'],
  [
    'LANGUAGE_UNMARKED',
    'says a text of its own language as another',
    [[30, '/S /H1', '/S /H1 /Lang (fr)']],
    '"Coming off heroin" is marked as fr, and is en',
  ],
  ['LANGUAGE_UNMARKED', 'leaves a phrase unmarked', [[33, '/Lang (es)', '']], '"ayuda" is not marked as es'],
  ['CONTRAST_LOW', 'has pale text', [[first, '0 g\n/H1', '0.5 g\n/H1']], 'needs 7:1'],
  [
    'CONTRAST_LOW',
    'has text on a dark fill',
    [[second, '/H2 << /MCID 0 >> BDC', '/H2 << /MCID 0 >> BDC 0.3 g 30 250 10 30 re f 0 g']],
    /page 2: .* needs 7:1/,
  ],
  [
    'CONTRAST_LOW',
    'has text on a dark round shape',
    [
      [
        second,
        '/H2 << /MCID 0 >> BDC',
        '/H2 << /MCID 0 >> BDC 0.3 g 0 40 m 0 10 80 10 80 40 c 80 70 0 70 0 40 c f 0 g',
      ],
    ],
    /page 2: .* needs 7:1/,
  ],
  ['CONTRAST_LOW', 'has pale large text', [[first, 'BT /F1 16 Tf', '0.6 g BT /F1 18 Tf']], 'needs 4.5:1'],
  [
    'TEXT_COVERED',
    'has a fill over a text',
    [[first, 'Tj ET EMC\n/Link', 'Tj ET 1 g 52 214 2 2 re f EMC\n/Link']],
    'page 1: "ayuda" is painted over',
  ],
  [
    'TEXT_OVERFLOW',
    'has a text off its page',
    [[first, '50 215 Td', '198 215 Td']],
    'page 1: "ayuda" is cut off',
  ],
  [
    'TEXT_FOREIGN',
    'says what nobody wrote',
    [[first, '«Coming off heroin»', '«Coming off heroin, or not»']],
    'a H1 says "or not"',
  ],
  [
    'LINK_WRONG',
    'links elsewhere',
    [[16, 'tel:+18003151376', 'tel:+18003151377']],
    'page 1: a link leads to',
  ],
  [
    'QR_UNREADABLE',
    'lacks a code',
    [],
    'no code can be read on cover',
    { qr: { content: 'tel:+18003151376', pages: ['cover'] } },
  ],
  [
    'QR_WRONG',
    'must show a code of another number',
    [],
    'is neither',
    { qr: { content: 'tel:911', pages: [] } },
  ],
  ['METADATA_MISSING', 'has no title', [[15, 'Heroin &amp; you', '']], 'the title is missing'],
  [
    'METADATA_MISSING',
    'has another title',
    [[15, 'Heroin &amp; you', 'Untitled']],
    'the title is "Untitled"',
  ],
  [
    'METADATA_MISSING',
    'does not show its title',
    [[37, '/DisplayDocTitle true', '']],
    'does not show the title',
  ],
  ['METADATA_MISSING', 'does not say that it is tagged', [[29, '/Marked true', '/Marked false']], 'tagged'],
  [
    'METADATA_MISSING',
    'does not claim PDF/UA',
    [[15, '<pdfuaid:part>1</pdfuaid:part>', '']],
    'pdfuaid:part is missing',
  ],
  [
    'METADATA_MISSING',
    'claims another PDF/A',
    [[15, 'conformance>A<', 'conformance>B<']],
    'pdfaid:conformance',
  ],
  ['METADATA_MISSING', 'records another guide', [[15, '>1.0.0<', '>0.9.0<']], 'hp:guideVersion is "0.9.0"'],
  [
    'METADATA_MISSING',
    'records another reviewer',
    [[15, 'A. Reader', 'B. Reader']],
    'hp:translationReviewedBy',
  ],
  [
    'NUMBER_TURNED',
    'has a picture whose description turns a number round',
    [
      [
        45,
        '(A bed by a window)',
        '(\xfe\xff\x06\x27\x00 \x008\x000\x000\x00-\x003\x001\x005\x00-\x001\x003\x007\x006)',
      ],
    ],
    '1376-315-800',
  ],
  ['IMPRINT_MISSING', 'lacks the imprint', [[third, '«guide 1.0.0»', '«guide 0.9.9»']], 'is not printed'],
];

describe('a file that keeps every promise', () => {
  it('is proved, with every check passed and nothing left out', () => {
    const proof = proveNew(leaflet(), expectation, 'test');
    expect(proof.checks.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(proof).toMatchObject({ verdict: 'proved', passed: true });
    expect(proofProblems(proof)).toEqual([]);
    expect(proof.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has a check for each code that a broken file can be found with', () => {
    const codes = new Set(prove(leaflet(), expectation).checks.map(({ code }) => code));
    // A file whose fonts are not embedded is not read at all; printed.test.ts has the other.
    const found = new Set([...broken.map(([code]) => code), 'FONT_NOT_EMBEDDED', 'PRINTED_OTHER']);
    expect([...codes].sort()).toEqual([...found].sort());
  });

  it('is proved with a bookmark that leads to its heading', () => {
    const change: Change = [28, '280 null]', '280 null] /SE 30 0 R'];
    expect(proveNew(leaflet(change), expectation, 'test').verdict).toBe('proved');
  });

  it('names the makers, with what the caller says of itself', () => {
    const { made } = prove(leaflet(), expectation, 'helpline-press 1.2.3');
    expect(made).toEqual({
      package: 'helpline-press 1.2.3',
      node: process.versions.node,
      zlib: process.versions.zlib,
      icu: process.versions.icu,
    });
  });

  it.each(['3800-315-1376', '800-315-13760'])(
    'is not proved with %s on it, even where a text of the job says so: that is another number',
    (number) => {
      const changes: readonly Change[] = [[first, '«Coming off heroin»', `«Call ${number}»`]];
      const texts = [...expectation.texts, { key: 'x', text: `Call ${number}`, language: 'en' }];
      const { checks } = prove(leaflet(...changes), { ...expectation, texts });
      expect(checks.find(({ code }) => code === 'HELPLINE_WRONG')).toMatchObject({ status: 'failed' });
    },
  );

  it('is proved with a short number, which looks like no other', () => {
    const short: readonly Change[] = [first, second, third].map((at) => [at, '«800-315-1376»', '«988»']);
    const links: readonly Change[] = [16, 17].map((at) => [at, 'tel:+18003151376', 'tel:988']);
    const helpline = { display: '988', uri: 'tel:988', minSize: 14 };
    const numbers = [{ display: '988', uri: 'tel:988' }];
    const told: readonly Change[] = [16, 17].map((at) => [at, 'Call 800-315-1376', 'Call 988']);
    const qr = { content: 'tel:988', pages: [] };
    const { checks } = prove(leaflet(...short, ...links, ...told), { ...expectation, helpline, numbers, qr });
    expect(checks.filter(({ status }) => status === 'failed')).toEqual([]);
  });

  it.each([
    [90, '0 1 -1 0 320 10 cm'],
    [180, '-1 0 0 -1 200 300 cm'],
    [270, '0 -1 1 0 -120 290 cm'],
  ] as const)('is proved with a panel turned by %i degrees', (rotate, matrix) => {
    const turned: readonly Change[] = [
      [second, '/H2', `q ${matrix} /H2`],
      [second, '«Who answers?» Tj ET EMC', '«Who answers?» Tj ET EMC Q'],
    ];
    const sheets = expectation.sheets.map((sheet, i) =>
      i === 1 ? { ...sheet, areas: [{ ...sheet.areas[0]!, rotate }] } : sheet,
    );
    const { checks } = prove(leaflet(...turned), { ...expectation, sheets });
    // The leaflet is higher than wide: turned, some of it lies off the page.
    const failed = checks.filter(({ status }) => status === 'failed').map(({ code }) => code);
    expect(failed.filter((code) => code !== 'TEXT_OVERFLOW')).toEqual([]);
    const upright = prove(leaflet(...turned), expectation).checks.filter(({ status }) => status === 'failed');
    expect(upright.map(({ code }) => code)).toContain(
      rotate === 180 ? 'HELPLINE_REVERSED' : 'HELPLINE_BROKEN',
    );
  });
});

describe('each promise', () => {
  it.each(broken)('%s: is not proved when the file %s', (code, _, changes, says, differs = {}) => {
    const proof = prove(leaflet(...changes), { ...expectation, ...differs });
    const check = proof.checks.find((c) => c.code === code);
    expect(check?.status).toBe('failed');
    expect(check?.detail).toMatch(says);
    expect(proof.passed).toBe(false);
    expect(proofProblems(proof).map((p) => p.code)).toContain(code);
    for (const problem of proofProblems(proof)) expect(problem.hint).toMatch(/\w.*\.$/);
  });

  it('HELPLINE_BROKEN: is not proved when the number leaves its panel', () => {
    const sheets = expectation.sheets.map((sheet, i) =>
      i === 1 ? { ...sheet, areas: [{ ...sheet.areas[0]!, width: 80 }] } : sheet,
    );
    const { checks } = prove(leaflet(), { ...expectation, sheets });
    expect(checks.find(({ code }) => code === 'HELPLINE_BROKEN')?.detail).toMatch('leaves its panel');
  });

  it('is not proved by a check that found nothing to look at', () => {
    const texts: Expectation['texts'] = [];
    const disclosure = { ...expectation.disclosure, keys: [] };
    const { checks } = prove(leaflet(), { ...expectation, texts, disclosure, sheets: [] });
    const failed = checks.filter(({ status }) => status === 'failed').map(({ code }) => code);
    for (const code of ['HELPLINE_MISSING', 'TEXT_LOST', 'DISCLOSURE_MISSING'])
      expect(failed).toContain(code);
  });
});

describe('a proof without an expectation', () => {
  const proof = prove(leaflet());

  it('leaves out what it would need one for, and says so', () => {
    const unchecked = proof.checks.filter(({ status }) => status === 'not-checked').map(({ code }) => code);
    expect(unchecked).toContain('HELPLINE_MISSING');
    expect(unchecked).toContain('TEXT_LOST');
    expect(unchecked).toContain('IMPRINT_MISSING');
    expect(proof.notices.join()).toContain('No expectation was given');
  });

  it('has the same checks as one with it', () => {
    const codes = (p: typeof proof) => p.checks.map(({ code }) => code).sort();
    expect(codes(proof)).toEqual(codes(prove(leaflet(), expectation)));
  });

  it('looks at all the rest', () => {
    expect(proof).toMatchObject({ verdict: 'not checked', passed: false });
    const bad = prove(leaflet([45, '/Alt (A bed by a window)', '']));
    expect(bad).toMatchObject({ verdict: 'not proved', passed: false });
  });
});

describe('what a proof tells people', () => {
  it('asks for the review of drafts and of the content', () => {
    const translation = { status: 'machine-draft' } as const;
    const { notices } = prove(leaflet(), { ...expectation, translation });
    expect(notices.join('\n')).toMatch(/machine draft.*qualified translator/);
    expect(notices.join('\n')).toContain('clinician');
    expect(prove(leaflet(), expectation).notices.join('\n')).not.toContain('draft');
    expect(notices.join('\n')).not.toContain('two native readers');
    const unsure = prove(leaflet(), { ...expectation, translation: { ...translation, unsure: true } });
    expect(unsure.notices.join('\n')).toContain('two native readers');
  });

  it('is readable on a terminal: one line a check, the failed ones marked', () => {
    const good = formatProof(proveNew(leaflet(), expectation, 'test'));
    expect(good).toMatch(/^proved\n/);
    expect(good).toContain('ok  HELPLINE_MISSING       3 of 3 areas show 800-315-1376.');
    const bad = formatProof(prove(leaflet([30, '/S /H1', '/S /H2']), expectation));
    expect(bad).toMatch(/^NOT PROVED\n/);
    expect(bad).toContain('NOT HEADING_SKIPPED');
    expect(formatProof(prove(leaflet()))).toContain('-   TEXT_LOST');
  });
});
