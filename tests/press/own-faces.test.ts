import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Box, licence, ownFace } from '../../scripts/own-face.ts';
import { guideFrom, loadGuide, withHelpline } from '../../src/content/index.ts';
import { problemsOf } from '../../src/diagnostics/index.ts';
import { languages } from '../../src/locale/index.ts';
import { type Folders, newFont, Press, shippedFolders, writeWhole } from '../../src/press/index.ts';
import { LanguageSettings } from '../../src/press/settings.ts';
import { parseRecord, prove } from '../../src/proof/index.ts';
import { Faces } from '../../src/text/index.ts';
import { folderOf } from '../files/folder.ts';
import { openWorkshop } from './workshop.ts';

const detox = resolve(import.meta.dirname, '../../guides/heroin-detox');
const guide = loadGuide(detox);
const job = { product: 'handout', locale: 'en', paper: 'letter' } as const;

/** The space of Noto Sans, in the order of its glyphs. */
const spaceGlyph = 3;

const face = new Faces().open(join(shippedFolders().fonts as string, 'noto-sans/NotoSans-Regular.ttf'));
const letterGlyph = (letter: string) => face.glyph(letter.charCodeAt(0));

type Files = Readonly<Record<string, Uint8Array | string>>;
const family = (difference = {}): Files => ({
  'Own-Regular.ttf': ownFace('Regular', difference),
  'Own-Bold.ttf': ownFace('Bold', difference),
  'OFL.txt': licence,
});

/** A folder of own faces as the command makes it. */
function fontsOf(
  files: Files = family(),
  uses: readonly ('text' | 'display')[] = ['text', 'display'],
): string {
  const from = folderOf(files);
  const to = folderOf();
  const named = Object.keys(files).filter((name) => name.endsWith('.ttf'));
  const { files: made } = newFont(
    named.map((name) => join(from, name)),
    join(from, 'OFL.txt'),
    uses,
    to,
  );
  writeWhole(made);
  return to;
}

/** Changes the first row of a manifest, or all of it. */
function edit(fonts: string, change: (row: Record<string, unknown>) => void): string {
  const file = join(fonts, 'manifest.json');
  const value = JSON.parse(readFileSync(file, 'utf8')) as { fonts: Record<string, unknown>[] };
  value.fonts.forEach(change);
  writeFileSync(file, JSON.stringify(value));
  return fonts;
}

function faultsOf(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    return problemsOf(error).map(({ code, message }) => `${code}: ${message}`);
  }
}

const printed = (fonts: Folders['fonts'], more = {}, of = guide) => {
  const press = new Press({ fonts });
  try {
    return press.print(press.plate(of, { ...job, ...more }));
  } finally {
    press.close();
  }
};
const drawnBy = (bytes: Uint8Array) =>
  [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/BaseFont \/[A-Z]{6}\+([A-Za-z0-9-]+)/g),
  ].map(([, name]) => name);

describe("a user's own faces", () => {
  it('set texts and headings, and no digit and no sign of a number', () => {
    const { bytes, proof } = printed(fontsOf());
    expect(proof.verdict).toBe('proved');
    expect(drawnBy(bytes)).toEqual(
      expect.arrayContaining(['DoorSign-Regular', 'DoorSign-Bold', 'NotoSans-Bold']),
    );
    const { outlines, others = {} } = proof.expectation!.faces!;
    for (const name of ['DoorSign-Regular', 'DoorSign-Bold']) {
      // 0 to 9 are the letters 15 to 24 behind U+0021; a file that draws one of them in this face has another shape.
      expect(outlines[name]!.slice(15 * 16, 25 * 16)).toBe('0'.repeat(160));
      expect(outlines[name]!.slice(32 * 16, 33 * 16)).not.toBe('0'.repeat(16));
      expect((others[name] ?? []).filter((each) => /^[0-9]/.test(each))).toEqual([]);
    }
  });

  it('cannot change a number: one whose 1 is drawn as a 7 prints what the shipped digits say', () => {
    const swapped = printed(fontsOf(family({ drawn: { 8: '7', 3: '1' } })));
    const honest = printed(fontsOf());
    expect(swapped.proof.verdict).toBe('proved');
    const digits = ({ proof }: typeof honest) => proof.expectation!.faces!.outlines['NotoSans-Bold'];
    expect(digits(swapped)).toBe(digits(honest));
    // Nothing of such a digit is in the file: the glyphs that are embedded are the same.
    expect(swapped.bytes.length).toBe(honest.bytes.length);
  });

  it('a number in a text has its digits and its signs of one face', () => {
    const typed = withHelpline(guide, 'main', { display: '(800) 315-1376', dial: '+18003151376' });
    expect(printed(fontsOf(), {}, typed).proof.verdict).toBe('proved');
    const data = structuredClone(typed.data) as unknown as {
      sections: { blocks: { kind: string; text?: string }[] }[];
    };
    data.sections[0]!.blocks.find(({ kind }) => kind === 'paragraph')!.text =
      'Call <helpline:main>, which is (800) 315-1376, at 10:30 or 24/7 (free).';
    const inText = guideFrom(data, { folder: guide.folder });
    expect(printed(fontsOf(), {}, inText).proof.verdict).toBe('proved');
  });

  it('set only what they are for, and only in their languages', () => {
    const headings = drawnBy(printed(fontsOf(family(), ['display'])).bytes);
    expect(headings).toContain('DoorSign-Bold');
    expect(headings).not.toContain('DoorSign-Regular');
    const russian = edit(fontsOf(), (row) => {
      row.locales = ['ru'];
    });
    expect(drawnBy(printed(russian, { locale: 'es' }).bytes).join()).not.toContain('DoorSign');
  });

  it('print the same bytes as none where they set nothing', () => {
    const empty = folderOf({ 'manifest.json': '{"fonts": []}' });
    expect(printed(empty).bytes).toEqual(printed(shippedFolders().fonts).bytes);
  });

  it('a letter that the face lacks is an error with its place, not another face within a word', () => {
    const fonts = edit(fontsOf(), (row) => {
      row.locales = ['bn'];
      row.scripts = ['Beng'];
    });
    const faults = faultsOf(() => printed(fonts, { locale: 'bn' }));
    expect(faults.join('\n')).toMatch(/cannot join the letters of Beng/);
    const hebrew = edit(fontsOf(), (row) => {
      row.locales = ['he'];
      row.scripts = ['Hebr'];
    });
    const lacking = faultsOf(() => printed(hebrew, { locale: 'he' }));
    expect(lacking[0]).toMatch(/^FONT_LACKS: Your face DoorSign-\w+ has no "/);
  });

  it('a letter that is there and draws nothing is lacking', () => {
    const made = JSON.parse(readFileSync(join(fontsOf(family({ blank: 'e' })), 'manifest.json'), 'utf8')) as {
      fonts: { locales: string[] }[];
    };
    expect(made.fonts[0]?.locales).toContain('ru');
    expect(made.fonts[0]?.locales).not.toContain('en');
    // Where somebody sets English in it all the same.
    const cyrillic = edit(fontsOf(family()), (row) => {
      row.locales = ['en'];
    });
    const blank = family({ blank: 'e' });
    for (const name of ['Own-Regular.ttf', 'Own-Bold.ttf'])
      writeFileSync(join(cyrillic, 'door-sign', name), blank[name]!);
    edit(cyrillic, (row) => {
      row.sha256 = createHash('sha256')
        .update(readFileSync(join(cyrillic, String(row.path))))
        .digest('hex');
    });
    expect(faultsOf(() => printed(cyrillic))[0]).toMatch(/^FONT_LACKS: Your face DoorSign-\w+ has no "e"/);
  });

  it('a letter that the face draws otherwise beside another is that letter', () => {
    // As Fira Code draws an i behind an f, and Alegreya an f before a t.
    const behind = family({ contextual: ['e', 'n', 'ŋ'] });
    const { bytes, proof } = printed(fontsOf(behind));
    expect(proof.verdict).toBe('proved');
    expect(prove(bytes, proof.expectation!).verdict).toBe('proved');
    const { others = {} } = proof.expectation!.faces!;
    expect(others['DoorSign-Regular']?.filter((each) => each.startsWith('n'))).toHaveLength(1);
    // One that takes the shape of another letter is none.
    expect(faultsOf(() => printed(fontsOf(family({ contextual: ['e', 'n', 'v'] })))).join()).toMatch(
      /GLYPH_OTHER: .*"n" has another shape/,
    );
  });

  it('lines are as far apart as their letters ask for', () => {
    // Larger than those of the press by two fifths, as Khmer OS and the Thai faces of the TLWG are.
    const tall = family({ set: [['head', 18, 700]] });
    const fonts = fontsOf(tall);
    expect(printed(fonts, { locale: 'vi' }).proof.verdict).toBe('proved');
    // Only where they meet: what has room as it is keeps its lines, and its size.
    const settings = new LanguageSettings(new Faces(), [fonts, shippedFolders().fonts as string]);
    const leading = (of: LanguageSettings) => of.of('vi').families.text.leading;
    expect(leading(settings)).toBe(languages.vi!.text.leading);
    expect(leading(settings.roomy!)).toBeGreaterThan(leading(settings));
    expect(settings.roomy!.roomy).toBeUndefined();
    // A booklet in two languages has it, too: its pages are set together.
    const press = new Press({ fonts });
    const booklet = { product: 'booklet', locale: 'vi', paper: 'letter' };
    const plates = press.pair(guide, booklet, 'en');
    expect(plates.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))).toEqual(
      [],
    );
    press.close();
  });

  it('lines of the press’s own faces that meet are a little further apart, and all others as they were', () => {
    const shipped = new LanguageSettings(new Faces(), shippedFolders().fonts);
    const leading = (of: LanguageSettings) => of.of('ur').families.text.leading;
    expect(leading(shipped.roomy!)).toBeCloseTo(1.1 * leading(shipped), 5);
    const workshop = openWorkshop();
    for (const ending of ['json', 'state.json'])
      workshop.write(
        `guide/locales/ur.${ending}`,
        readFileSync(resolve(detox, `../../locales/ur/heroin-detox.${ending}`)),
      );
    // The same two sentences the other way round: a swash of the first line lies on the dots of the second.
    const file = 'guide/locales/ur.json';
    const said = JSON.parse(workshop.read(file)) as { sections: { after: { complication: string } } };
    const words = said.sections.after.complication.split(' ');
    said.sections.after.complication = [...words.slice(11), ...words.slice(0, 11)].join(' ');
    workshop.write(file, JSON.stringify(said));
    const { plate } = workshop.set({ product: 'handout', locale: 'ur', paper: 'letter' });
    expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    // What lies over a text otherwise is told as that.
    const title = '{{> standing}}';
    workshop.change('templates/rack-card/template.hbs', title, `${title}<div class="over"></div>`);
    workshop.write(
      'templates/rack-card/style.css',
      `${workshop.read('templates/rack-card/style.css')}\n.over { block-size: 40pt; margin-block-start: -60pt; background-color: var(--ink); }\n`,
    );
    const broken = workshop.set({ product: 'rack-card', locale: 'en', paper: 'letter' }).plate;
    expect(broken.problems.map(({ code }) => code)).toContain('TEXT_COVERED');
    workshop.clear();
  });

  it('a file printed with them is proved by its record, and against its guide with them alone', () => {
    const fonts = fontsOf();
    const { bytes, proof } = printed(fonts);
    const record = parseRecord(JSON.parse(JSON.stringify(proof)), 'x.proof.json');
    expect(prove(bytes, record.expectation).verdict).toBe('proved');
    const { proof: plain } = printed(shippedFolders().fonts);
    const other = prove(bytes, plain.expectation);
    expect(other.verdict).toBe('not proved');
    expect(other.checks.find(({ code }) => code === 'GLYPH_OTHER')!.detail).toContain(
      'DoorSign-Bold is no face',
    );
  });
});

describe('a face that cannot be used', () => {
  const refused: readonly (readonly [string, () => unknown, RegExp])[] = [
    ['may not be embedded', () => fontsOf(family({ fsType: 2 })), /forbids that it is embedded/],
    ['may not be embedded in part', () => fontsOf(family({ fsType: 0x100 })), /a part of it/],
    [
      'is called as a face of the press',
      () => fontsOf(family({ name: ['NotoSans', 'Own Signs'] })),
      /name of a face of the press/,
    ],
    [
      'draws a digit for a letter',
      () => fontsOf(family({ drawn: { B: '1' } })),
      /draws digits for the letters B/,
    ],
    [
      'has lines four ems high',
      () => fontsOf(family({ set: [['hhea', 4, 4000]] })),
      /lines reach 4 em above .* and 0\.29 em below/,
    ],
    [
      'has lines without a height',
      () => fontsOf(family({ set: [['hhea', 4, 0]] })),
      /lines reach 0 em above/,
    ],
    ['has lines that hang', () => fontsOf(family({ set: [['hhea', 6, -2001]] })), /and 2 em below/],
    [
      'has a space of nothing',
      () => fontsOf(family({ set: [['hmtx', 4 * spaceGlyph, 50]] })),
      /space is 0\.05 em wide/,
    ],
    [
      'has a space of a line',
      () => fontsOf(family({ set: [['hmtx', 4 * spaceGlyph, 1300]] })),
      /space is 1\.3 em wide/,
    ],
    [
      'draws a letter over those beside it',
      () => fontsOf(family({ set: [['hmtx', 4 * letterGlyph('e'), 0]] })),
      /draws e beyond their own widths/,
    ],
    [
      'has lines as thin as a hair',
      () => fontsOf(family({ set: [['head', 18, 4096]] })),
      /the lines of .*too thin/,
    ],
    ['has damaged outlines', () => fontsOf(family({ broken: true })), /outlines are damaged/],
    ['draws something for a space', () => fontsOf(family({ inked: true })), /something for a space/],
    [
      'has two files of one weight',
      () => fontsOf({ 'A.ttf': ownFace(), 'B.ttf': ownFace(), 'OFL.txt': licence }),
      /both regular/,
    ],
    ['has no licence to speak of', () => fontsOf({ 'A.ttf': ownFace(), 'OFL.txt': 'free' }), /too short/],
  ];
  for (const [why, make, said] of refused) {
    it(`for it ${why}, is refused before anything is written`, () => {
      expect(faultsOf(make).join('\n')).toMatch(said);
    });
  }

  it('a letter is none for it whose parts were drawn in different directions, or that no language of the press has', () => {
    // Khmer OS and Gentium have such letters: by their areas alone one part took away the other.
    const stacked: Box[] = [
      [50, 0, 450, 250],
      [450, 300, 50, 540],
    ];
    expect(faultsOf(() => fontsOf(family({ boxes: { e: stacked } })))).toEqual([]);
    const hair: Box[] = [[50, 0, 70, 540]];
    expect(faultsOf(() => fontsOf(family({ boxes: { e: hair } }))).join()).toMatch(
      /the lines of e .*too thin/,
    );
    const frame: Box[] = [
      [50, 0, 450, 540],
      [430, 20, 70, 520],
    ];
    expect(faultsOf(() => fontsOf(family({ boxes: { e: frame } }))).join()).toMatch(
      /the lines of e .*too thin/,
    );
    for (const unused of ['ſ', 'ʃ'])
      expect(faultsOf(() => fontsOf(family({ boxes: { [unused]: hair } })))).toEqual([]);
  });

  it('a letter that leans far over the next is none, as oblique faces draw it', () => {
    // Thai Sawasdee Oblique: of the tall vowel a third stands within its width.
    const leaning: Box[] = [[100, 0, 800, 540]];
    const width = (units: number) => ({
      boxes: { e: leaning },
      set: [['hmtx', 4 * letterGlyph('e'), units]] as const,
    });
    expect(faultsOf(() => fontsOf(family(width(330))))).toEqual([]);
    expect(faultsOf(() => fontsOf(family(width(290)))).join()).toMatch(/draws e beyond their own widths/);
  });

  it('a letter that many faces draw as a digit is none of that', () => {
    expect(faultsOf(() => fontsOf(family({ drawn: { O: 'l' } })))).toEqual([]);
  });

  const changed: readonly (readonly [string, (row: Record<string, unknown>) => void, RegExp])[] = [
    [
      'a file outside of its folder',
      (row) => {
        row.path = '../other.ttf';
      },
      /PATH_OUTSIDE|FILE_NOT_FOUND/,
    ],
    [
      'another file',
      (row) => {
        row.sha256 = '0'.repeat(64);
      },
      /not the ones the manifest names/,
    ],
    [
      'no licence',
      (row) => {
        row.license = 'none.txt';
      },
      /none\.txt/,
    ],
    [
      'the number',
      (row) => {
        row.uses = ['number'];
      },
      /uses/,
    ],
    [
      'a language that there is not',
      (row) => {
        row.locales = ['tlh'];
      },
      /locales/,
    ],
    [
      'something unknown',
      (row) => {
        row.size = 0.2;
      },
      /size/,
    ],
  ];
  for (const [what, change, said] of changed) {
    it(`is told where the manifest says ${what}`, () => {
      const fonts = edit(fontsOf(), change);
      expect(faultsOf(() => printed(fonts)).join('\n')).toMatch(said);
    });
  }
});
