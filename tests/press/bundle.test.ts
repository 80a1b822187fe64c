/** A bundle: several plates as one file of the press, in which each piece keeps every promise on pages of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import {
  type BundlePiece,
  bundleLimit,
  type Plate,
  Press,
  type PrintedBundle,
} from '../../src/press/index.ts';
import {
  type BundleExpectation,
  inspect,
  type Proof,
  parseRecord,
  prove,
  proveAgain,
  secondOpinion,
} from '../../src/proof/index.ts';
import { Rewritten } from '../proof/rewritten.ts';

const guide = loadGuide('guides/heroin-detox');
const press = new Press();
afterAll(() => press.close());

const other = { display: '800-555-0142', dial: '+18005550142' };
const drafts = { allowDrafts: true } as const;
const title = 'Everything for the clinic';

let [poster, renumbered, arabic, handout]: Plate[] = [];
let [two, three]: [PrintedBundle?, PrintedBundle?] = [];
beforeAll(() => {
  poster = press.plate(guide, { product: 'poster', locale: 'en' });
  renumbered = press.withNumber(poster, other)!;
  arabic = press.plate(guide, { product: 'poster', locale: 'ar' });
  handout = press.plate(guide, { product: 'handout', locale: 'en' });
  two = bundle(poster, renumbered);
  three = bundle(poster, arabic, handout);
}, 60_000);

const pieces = (...plates: readonly (Plate | undefined)[]): BundlePiece[] =>
  plates.map((plate, i) => ({ plate: plate!, impression: drafts, label: `Piece ${'ABCDEFG'[i]}` }));
const bundle = (...plates: readonly (Plate | undefined)[]) =>
  press.bundle(pieces(...plates), { name: 'clinic.pdf', title });
const codesOf = (action: () => unknown): string[] => {
  try {
    action();
  } catch (error) {
    if (error instanceof PressError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};
const failed = ({ checks }: Proof) =>
  checks.flatMap(({ code, status }) => (status === 'failed' ? [code] : []));
/** What the pieces promise, without what they looked like when they were printed. */
const promises = ({ bundle }: Proof): BundleExpectation => {
  const { printed: _, ...rest } = bundle!;
  return rest;
};

describe('a bundle', () => {
  it('is proved as a whole, from its record too', () => {
    const { bytes, proof } = bundle(poster, renumbered, arabic, handout);
    expect(proof).toMatchObject({ verdict: 'proved', passed: true });
    expect(proof.expectation).toBeUndefined();
    expect(proof.bundle!.pieces.map(({ expectation }) => expectation.helpline.display)).toEqual([
      guide.data.helplines.main.display,
      other.display,
      guide.data.helplines.main.display,
      guide.data.helplines.main.display,
    ]);
    const record = parseRecord(JSON.parse(JSON.stringify(proof)));
    expect(proveAgain(bytes, undefined, record).verdict).toBe('proved');
    expect(prove(bytes).verdict).toBe('not checked');
  });

  it('has the same bytes again, and each face once', () => {
    const { bytes } = bundle(poster, arabic);
    expect(Buffer.compare(bundle(poster, arabic).bytes, bytes)).toBe(0);
    const file = new Rewritten(bytes);
    const names = file.find('/Type /FontDescriptor').map((n) => /\+([A-Za-z-]+)/.exec(file.of(n))![1]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(2);
  });

  it('says of itself which pieces it has, in their languages, with their pages by themselves', () => {
    const { bytes } = three!;
    const { metadata, tags, heard, pages } = inspect(bytes);
    expect(metadata.title).toBe(title);
    expect(metadata.language).toBe('en');
    expect(metadata.record).toMatchObject({
      bundle: '3',
      locale: 'en\nar\nen',
      product: 'poster\nposter\nhandout',
      guideId: 'heroin-detox',
      purpose: 'screen',
    });
    expect(tags.split('\n').filter((line) => /^(?: {2})?\S/.test(line))).toEqual([
      'Document',
      '  Part lang=en',
      '  Part lang=ar',
      '  Part lang=en',
    ]);
    const labels = heard.split('\n').filter((line) => line.startsWith('page '));
    expect(labels.slice(0, 3)).toEqual(['page 1-1', 'page 2-1', 'page 3-1']);
    expect(new Set(labels).size).toBe(pages);
  });

  it('has a bookmark for each piece, which names it, over its own ones', () => {
    const file = new Rewritten(bundle(poster, renumbered).bytes);
    const [root] = file.find('/Type /Outlines');
    const top = file.find(`/Parent ${root} 0 R`);
    expect(top.map((n) => /\/Title \((.*)\)/.exec(file.of(n))![1])).toEqual(['Piece A', 'Piece B']);
    for (const n of top) expect(file.of(n)).toMatch(/\/Count -\d/);
  });

  it('is read by another reader, each page with the number of its piece', async () => {
    const { bytes, proof } = two!;
    const read = await secondOpinion(bytes, proof.bundle);
    expect(read.map(({ status }) => status)).toEqual(['passed']);
    const swapped = { ...proof.bundle!, pieces: [...proof.bundle!.pieces].reverse() };
    expect((await secondOpinion(bytes, swapped)).map(({ status }) => status)).toEqual(['failed']);
  });
});

describe('a bundle is not printed', () => {
  it('of no piece', () => {
    expect(codesOf(() => bundle())).toEqual(['USAGE']);
  });

  it.each([
    ['purposes', { ...drafts, purpose: 'office' }, drafts, 'letter', ['BUNDLE_MIXED']],
    [
      'office papers',
      { ...drafts, purpose: 'office' },
      { ...drafts, purpose: 'office' },
      'a4',
      ['BUNDLE_MIXED'],
    ],
    ['papers on screen', drafts, drafts, 'a4', []],
  ] as const)('of two %s, as the table says', (_, first, second, paper, codes) => {
    const plate = press.plate(guide, { product: 'poster', locale: 'en', paper });
    const both = [
      { plate: poster!, impression: first },
      { plate, impression: second },
    ];
    expect(codesOf(() => press.bundle(both, { name: 'x.pdf', title }))).toEqual(codes);
  });

  it('of sheets that are turned and sheets that are not', () => {
    const trifold = press.plate(guide, { product: 'pamphlet-trifold', locale: 'en' });
    const office = { ...drafts, purpose: 'office' } as const;
    const both = [
      { plate: trifold, impression: office },
      { plate: poster!, impression: office },
    ];
    expect(codesOf(() => press.bundle(both, { name: 'x.pdf', title }))).toEqual(['BUNDLE_MIXED']);
    expect(codesOf(() => press.bundle(both.slice(0, 1), { name: 'x.pdf', title }))).toEqual([]);
  });

  it('of more pages than its limit', () => {
    const many = Array.from({ length: bundleLimit + 1 }, () => poster);
    expect(codesOf(() => bundle(...many))).toEqual(['BUNDLE_TOO_LONG']);
  });

  it('of a draft that is handed out', () => {
    const asked = [{ plate: arabic!, impression: { purpose: 'office' as const } }];
    expect(codesOf(() => press.bundle(asked, { name: 'x.pdf', title }))).toEqual(['TRANSLATION_DRAFT']);
  });

  it.each([
    ['its title says a number', 'Call 800-555-0199', 'Piece', ['METADATA_MISSING']],
    ["its title says one piece's number", 'Call 800-555-0142', 'Piece', ['METADATA_MISSING']],
    ['a bookmark says a number', title, 'Call 800-555-0199', ['HELPLINE_WRONG']],
    ['a bookmark says a number of another piece', title, 'Call 800-555-0142', ['HELPLINE_WRONG']],
  ])('where %s', (_, name, label, codes) => {
    const asked = [
      { plate: poster!, impression: drafts, label },
      { plate: renumbered!, impression: drafts },
    ];
    expect(codesOf(() => press.bundle(asked, { name: 'x.pdf', title: name }))).toEqual(codes);
  });

  it('but with a bookmark that says the number of its own piece, in order in lines of Arabic too', () => {
    const label = `مركز ${guide.data.helplines.main.display} مركز`;
    const asked = [{ plate: arabic!, impression: drafts, label }];
    expect(press.bundle(asked, { name: 'x.pdf', title }).proof.passed).toBe(true);
  });
});

describe('a bundle is not proved when', () => {
  const held = (tampered: Rewritten, proof: Proof) => failed(prove(tampered.bytes(), promises(proof)));

  it('its pieces have changed places, in which each would be right', () => {
    const { proof } = two!;
    const { bytes } = bundle(renumbered, poster);
    expect(failed(prove(bytes, promises(proof)))).toEqual(
      expect.arrayContaining(['HELPLINE_MISSING', 'HELPLINE_WRONG', 'LINK_WRONG']),
    );
  });

  it('two pieces have changed their pages', () => {
    const { bytes, proof } = two!;
    const file = new Rewritten(bytes);
    const [a, b] = file.find('/Type /Page\n').map((n) => `${n} 0 R`);
    file.change(file.find('/Type /Pages')[0]!, `[${a} ${b}]`, `[${b} ${a}]`);
    expect(held(file, proof)).toEqual(expect.arrayContaining(['BUNDLE_DIVIDED', 'HELPLINE_MISSING']));
  });

  it('two pages have changed what they show', () => {
    const { bytes, proof } = two!;
    const file = new Rewritten(bytes);
    const [a, b] = file.find('/Type /Page\n');
    const [first, second] = [a!, b!].map((n) => /\/Contents \d+ 0 R/.exec(file.of(n))![0]);
    file.change(a!, first!, second!).change(b!, second!, first!);
    expect(held(file, proof)).toEqual(expect.arrayContaining(['HELPLINE_MISSING', 'HELPLINE_WRONG']));
  });

  it('two pages have changed their links', () => {
    const { bytes, proof } = two!;
    const file = new Rewritten(bytes);
    const [a, b] = file.find('/URI (tel:+18003151376)');
    const c = file.find('/URI (tel:+18005550142)')[0]!;
    expect(b).toBeUndefined();
    file.change(a!, '+18003151376', '+18005550142').change(c, '+18005550142', '+18003151376');
    expect(held(file, proof)).toEqual(expect.arrayContaining(['HELPLINE_UNLINKED', 'LINK_WRONG']));
  });

  it.each<[what: string, codes: readonly string[], tamper: (file: Rewritten) => Rewritten]>([
    [
      'a piece is in another language',
      ['LANGUAGE_UNMARKED'],
      (file) => file.change(file.find('/S /Part', '/Lang (en)')[0]!, '(en)', '(es)'),
    ],
    [
      'a piece names no language',
      ['BUNDLE_DIVIDED'],
      (file) => file.change(file.find('/S /Part', '/Lang (en)')[0]!, '/Lang (en)\n', ''),
    ],
    [
      'the file is in another language',
      ['METADATA_MISSING'],
      (file) => file.change(file.find('/Type /Catalog')[0]!, '/Lang (en)', '/Lang (ar)'),
    ],
    [
      'its parts have changed places',
      ['BUNDLE_DIVIDED', 'LANGUAGE_UNMARKED'],
      (file) =>
        file.change(file.find('/S /Document')[0]!, ...swapped(file.of(file.find('/S /Document')[0]!), 'K')),
    ],
    [
      'a piece is no Part',
      ['PDF_STRUCTURE'],
      (file) => file.change(file.find('/S /Part')[0]!, '/S /Part', '/S /Sect'),
    ],
    [
      'a piece has a page less, by the labels',
      ['BUNDLE_DIVIDED'],
      (file) =>
        file.change(
          file.find('/Type /Catalog')[0]!,
          '\n/P (3-)\n>>]',
          '\n/P (3-)\n>> 3 <<\n/S /D\n/P (4-)\n>>]',
        ),
    ],
    [
      'the bookmark of a piece leads to another',
      ['BUNDLE_DIVIDED'],
      (file) => {
        const [a, b] = file
          .find('/Title (Piece')
          .map((n) => [n, /\/Dest \[(\d+)/.exec(file.of(n))![1]] as const);
        return file.change(a![0] as number, `[${a![1]} `, `[${b![1]} `);
      },
    ],
    [
      'the bookmark of a piece leads to an element of another',
      ['BUNDLE_DIVIDED'],
      (file) => {
        const [a, b] = file.find('/Title (Piece').map((n) => [n, /\/SE (\d+)/.exec(file.of(n))![1]] as const);
        return file.change(a![0] as number, `/SE ${a![1]} `, `/SE ${b![1]} `);
      },
    ],
    [
      'the bookmark of a piece says another name',
      ['BUNDLE_DIVIDED'],
      (file) => file.change(file.find('/Title (Piece A)')[0]!, 'Piece A', 'Piece B'),
    ],
    [
      'the bookmark of a piece is open',
      ['BUNDLE_DIVIDED'],
      (file) => file.change(file.find('/Title (Piece A)')[0]!, '/Count -', '/Count '),
    ],
    [
      'its record names the products otherwise',
      ['METADATA_MISSING'],
      (file) =>
        file.change(file.find('/Subtype /XML')[0]!, 'poster\nposter\nhandout', 'poster\nhandout\nposter'),
    ],
    [
      'a link within a piece leads to another piece',
      ['BUNDLE_DIVIDED'],
      (file) => {
        const [page] = file.find('/Type /Page\n');
        const jump = file.find('/S /GoTo').at(-1)!;
        return file.change(jump, /\/D \[\d+ 0 R/, `/D [${page} 0 R`);
      },
    ],
  ])('%s', (_, codes, tamper) => {
    const { bytes, proof } = three!;
    const found = held(tamper(new Rewritten(bytes)), proof);
    expect(found).toEqual(expect.arrayContaining([...codes]));
  });

  it.each([
    ['labels that begin later', '[0 <<', '[1 <<'],
    ['a label with another name', '(2-)', '(3-)'],
    ['pieces that begin at one page', '>> 1 <<', '>> 0 <<'],
  ])('it has %s: no file of the press', (_, from, to) => {
    const { bytes, proof } = bundle(poster, arabic);
    const file = new Rewritten(bytes);
    file.change(file.find('/Type /Catalog')[0]!, from, to);
    expect(codesOf(() => prove(file.bytes(), proof.bundle))).toEqual(['PDF_FOREIGN']);
  });

  it('it is held to what a file of one piece holds, or such a file to it', () => {
    const { bytes, proof } = bundle(poster);
    const single = press.print(poster!);
    expect(prove(bytes, single.proof.expectation).verdict).toBe('not proved');
    expect(failed(prove(single.bytes, proof.bundle))).toContain('BUNDLE_DIVIDED');
  });

  it('a piece is missing, or one is too many', () => {
    const { proof } = bundle(poster, arabic);
    expect(failed(prove(bundle(poster).bytes, promises(proof)))).toContain('BUNDLE_DIVIDED');
    expect(failed(prove(bundle(poster, arabic, poster).bytes, promises(proof)))).toContain('BUNDLE_DIVIDED');
  });
});

/** The first two entries of an array of references, and the same changed about. */
function swapped(object: string, key: string): [string, string] {
  const [all, a, b] = new RegExp(`/${key} \\[(\\d+ 0 R) (\\d+ 0 R)`).exec(object)!;
  return [all, `/${key} [${b} ${a}`];
}

describe('bookmarks of a bundle', () => {
  const labelsOf = (...pieces: readonly BundlePiece[]) =>
    press
      .bundle(
        pieces.map((piece) => ({ impression: drafts, ...piece })),
        { name: 'clinic.pdf', title },
      )
      .proof.bundle!.pieces.map(({ label }) => label);
  const other = (setting: Partial<Parameters<Press['plate']>[1]>): BundlePiece => ({
    plate: press.plate(guide, { product: 'poster', locale: 'en', ...setting }),
  });

  it('tell pieces of one title apart, by what they differ in and no more', () => {
    const named = press.titleOf(poster!);
    expect(labelsOf({ plate: poster! }, other({ paper: 'a4' }))).toEqual([
      `${named} (letter)`,
      `${named} (a4)`,
    ]);
    expect(
      labelsOf({ plate: poster! }, other({ orientation: 'landscape', edition: 'high-contrast' })),
    ).toEqual([`${named} (standard)`, `${named} (landscape, high-contrast)`]);
    expect(labelsOf({ plate: poster! }, { plate: handout! })).toEqual([named, press.titleOf(handout!)]);
    expect(
      labelsOf(other({ product: 'poster-tiled', paper: '18x24in' }), other({ product: 'poster-tiled' })).map(
        (label) => label.replace(/.*\(/, ''),
      ),
    ).toEqual(['18x24in)', 'letter)']);
  });

  it('tell pieces apart that differ in their number, or in nothing, from right to left too', () => {
    const [own, another] = [guide.data.helplines.main.display, '800-555-0142'];
    const named = press.titleOf(arabic!);
    const changed = press.withNumber(arabic!, { display: another, dial: '+18005550142' })!;
    expect(labelsOf({ plate: arabic! }, { plate: changed })).toEqual([
      `${named} (${own})`,
      `${named} (${another})`,
    ]);
    expect(labelsOf({ plate: poster!, label: 'It' }, { plate: poster!, label: 'It' })).toEqual([
      'It',
      'It (2)',
    ]);
  });
});
