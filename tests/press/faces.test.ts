/** Own faces, from their files to the settings of languages: without a page. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { licence, ownFace } from '../../scripts/own-face.ts';
import { coverageOf, scriptParts, writesScript } from '../../src/press/face-coverage.ts';
import {
  dividedFonts,
  faceFolders,
  packageFolder,
  partsOf,
  readManifest,
  shippedNames,
} from '../../src/press/face-folders.ts';
import { newFont, shippedFolders, writeWhole } from '../../src/press/index.ts';
import {
  faceFaults,
  openOwnFace,
  ownFaceSchema,
  readOwnFaces,
  sizeFactor,
} from '../../src/press/own-faces.ts';
import { LanguageSettings } from '../../src/press/settings.ts';
import { shapesOf } from '../../src/press/shapes.ts';
import { Faces } from '../../src/text/index.ts';
import { problemsOf } from '../content/folder.ts';
import { folderOf } from '../files/folder.ts';

const { fonts, locales } = shippedFolders();
const shippedFonts = fonts as string;
const faces = new Faces();
const shipped = (path: string) => faces.open(join(shippedFonts, path));
const [regular, bold] = [ownFace('Regular'), ownFace('Bold')];
const row = {
  path: 'sign/A.ttf',
  family: 'Door Sign',
  weight: 400,
  sha256: createHash('sha256').update(regular).digest('hex'),
  version: '1.0',
  license: 'sign/OFL.txt',
  scripts: ['Latn'],
  uses: ['text'],
  locales: ['en', 'es'],
} as const;
/** A folder of own faces with these rows. */
const folderWith = (rows: readonly object[], more: Record<string, string | Uint8Array> = {}) =>
  folderOf({
    'manifest.json': JSON.stringify({ fonts: rows }),
    'sign/A.ttf': regular,
    'sign/B.ttf': bold,
    'sign/OFL.txt': licence,
    ...more,
  });
const boldRow = {
  ...row,
  path: 'sign/B.ttf',
  weight: 700,
  sha256: createHash('sha256').update(bold).digest('hex'),
};

describe('a row of a manifest', () => {
  const isRight = (more: object) => ownFaceSchema.safeParse({ ...row, ...more }).success;
  const list = (count: number, of: string) => Array.from({ length: count }, () => of);

  it.each<[string, unknown, unknown]>([
    ['path', 'a'.repeat(200), 'a'.repeat(201)],
    ['path', 'a/b', 'a\\b'],
    ['family', 'a'.repeat(200), 'a'.repeat(201)],
    ['family', 'a', ''],
    ['weight', 1, 0],
    ['weight', 1000, 1001],
    ['weight', 400, 400.5],
    ['sha256', 'a'.repeat(64), 'a'.repeat(63)],
    ['sha256', '0'.repeat(64), 'A'.repeat(64)],
    ['version', 'a'.repeat(400), 'a'.repeat(401)],
    ['license', 'a'.repeat(200), ''],
    ['scripts', list(40, 'Latn'), list(41, 'Latn')],
    ['scripts', ['Cyrl'], []],
    ['scripts', ['Deva'], ['deva']],
    ['uses', ['text', 'display'], ['text', 'display', 'text']],
    ['uses', ['display'], []],
    ['uses', ['text'], ['number']],
    ['locales', list(60, 'en'), list(61, 'en')],
    ['locales', ['hi'], []],
    ['locales', ['es'], ['tlh']],
  ])('may have the %s %j, and not %j', (field, right, wrong) => {
    expect([isRight({ [field]: right }), isRight({ [field]: wrong })]).toEqual([true, false]);
  });

  it('has nothing else, and there are 200 at most', () => {
    expect(isRight({ size: 1 })).toBe(false);
    expect(readOwnFaces(folderWith(list(200, '').map(() => row)))).toHaveLength(200);
    expect(problemsOf(() => readOwnFaces(folderWith(list(201, '').map(() => row)))).length).toBe(1);
  });

  it('is told with its field where it is wrong, all at once', () => {
    const wrong = problemsOf(() =>
      readOwnFaces(
        folderWith([
          { ...row, weight: 0 },
          { ...row, uses: [] },
        ]),
      ),
    );
    expect(wrong.map(({ code, message, hint }) => [code, message.split(':')[0], hint])).toEqual([
      ['FONT_INVALID', 'fonts.0.weight', 'helpline-press new font <file> --licence <file> writes it.'],
      ['FONT_INVALID', 'fonts.1.uses', 'helpline-press new font <file> --licence <file> writes it.'],
    ]);
    expect(problemsOf(() => readOwnFaces(folderOf({ 'manifest.json': '{"a": 1}' }))).length).toBeGreaterThan(
      0,
    );
  });
});

describe('an own face', () => {
  const names = shippedNames(shippedFonts);
  const faults = (difference: Parameters<typeof ownFace>[1], scripts: readonly string[] = ['Latn']) => {
    const face = new Faces().open(join(folderOf({ 'A.ttf': ownFace('Regular', difference) }), 'A.ttf'));
    return faceFaults(face, { scripts: [...scripts] }, names).map(({ message }) =>
      message.replace('The font cannot be used: ', ''),
    );
  };

  it('may draw letters as letters, and some as many faces draw them', () => {
    expect(faults({})).toEqual([]);
    for (const [letter, other] of [
      ['O', 'l'],
      ['Q', 'l'],
      ['D', 'l'],
    ] as const)
      expect(faults({ drawn: { [letter]: other } })).toEqual([]);
  });

  it.each([
    ['B', '1'],
    ['Z', '7'],
    ['A', '1'],
    ['k', '1'],
  ])('may not draw %s as %s', (letter, digit) => {
    expect(faults({ drawn: { [letter]: digit } })).toEqual([`it draws digits for the letters ${letter}.`]);
  });

  it('has a name of its own, an empty space, and joins what its scripts join', () => {
    expect(faults({ name: ['NotoSans', 'Own Signs'] })).toEqual([
      'NotoSans-Regular is the name of a face of the press.',
    ]);
    expect(faults({ name: ['Door\u0001ign', 'Door Sign'] })[0]).toBe(
      '"Door\u0001ign-Regular" is no PostScript name of letters, digits and -.',
    );
    expect(faults({ inked: true })).toEqual(['it draws something for a space.']);
    expect(faults({}, ['Latn', 'Arab', 'Khmr'])).toEqual(['it cannot join the letters of Arab, Khmr.']);
  });

  it('is opened as the manifest has it, with its licence beside it', () => {
    const open =
      (more: object, files: Record<string, string> = {}) =>
      () =>
        openOwnFace(
          folderWith([], files),
          { ...row, scripts: ['Latn'], uses: ['text'], locales: ['en'], ...more },
          new Faces(),
          names,
        );
    expect(open({})().postScriptName).toBe('DoorSign-Regular');
    const codes = (...args: Parameters<typeof open>) => problemsOf(open(...args)).map(({ code }) => code);
    expect(codes({ sha256: '0'.repeat(64) })).toEqual(['FONT_INVALID']);
    expect(codes({}, { 'sign/OFL.txt': 'x'.repeat(39) })).toEqual(['FONT_INVALID']);
    expect(codes({}, { 'sign/OFL.txt': ` ${'x'.repeat(40)} ` })).toEqual([]);
    expect(codes({ path: '../A.ttf' })).not.toEqual([]);
  });

  it('is as much larger as its small letters are small', () => {
    expect(sizeFactor(shipped('noto-sans/NotoSans-Regular.ttf'))).toBe(1);
    expect(
      sizeFactor(shipped('atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf')),
    ).toBeCloseTo(1, 2);
    // It has no x.
    expect(
      sizeFactor(shipped('noto-sans-thai-looped/NotoSansThaiLooped-Regular.ttf')),
    ).toBeGreaterThanOrEqual(1);
  });
});

describe('what a face covers', () => {
  it.each([
    [
      'noto-sans/NotoSans-Regular.ttf',
      ['Latn', 'Cyrl', 'Hebr', 'Deva'],
      ['Arab', 'Beng', 'Gujr', 'Guru', 'Taml', 'Telu', 'Khmr', 'Mymr'],
    ],
    ['noto-naskh-arabic/NotoNaskhArabic-Regular.ttf', ['Arab', 'Latn'], ['Khmr']],
    ['noto-sans-bengali/NotoSansBengali-Regular.ttf', ['Beng'], ['Gujr']],
    ['noto-sans-gujarati/NotoSansGujarati-Regular.ttf', ['Gujr'], ['Guru']],
    ['noto-sans-gurmukhi/NotoSansGurmukhi-Regular.ttf', ['Guru'], ['Taml']],
    ['noto-sans-tamil/NotoSansTamil-Regular.ttf', ['Taml'], ['Telu']],
    ['noto-sans-telugu/NotoSansTelugu-Regular.ttf', ['Telu'], ['Beng']],
    ['noto-sans-khmer/NotoSansKhmer-Regular.ttf', ['Khmr'], ['Mymr']],
    ['noto-sans-myanmar/NotoSansMyanmar-Regular.ttf', ['Mymr'], ['Khmr']],
  ] as const)('by its rules for joining: %s', (path, written, not) => {
    const face = shipped(path);
    expect(written.filter((script) => !writesScript(face, script))).toEqual([]);
    expect(not.filter((script) => writesScript(face, script))).toEqual([]);
  });

  it('by the letters of what ships: a script may be of several', () => {
    expect(scriptParts).toEqual({
      Hans: ['Hani'],
      Hant: ['Hani'],
      Jpan: ['Hani', 'Hira', 'Kana'],
      Kore: ['Hang', 'Hani'],
    });
    const texts = folderOf({
      'en/guide.json': JSON.stringify({ a: 'Rest – well' }),
      'en/guide.state.json': JSON.stringify({ a: 'Ж' }),
      'es/guide.json': '{"a": "ñ Ж"}',
      'el/guide.json': '{"a": "Ω"}',
      'hi/guide.json': '{"a": "क ა"}',
    });
    const all = (tags: readonly string[]) => Object.fromEntries(tags.map((tag) => [`${tag}/x.json`, '{}']));
    const rest = folderOf(all(locale40()));
    const found = new Map(
      coverageOf(shipped('noto-sans/NotoSans-Regular.ttf'), [texts, rest]).map((each) => [each.locale, each]),
    );
    expect(found.get('en')).toEqual({ locale: 'en', scripts: ['Latn'], lacking: [] });
    // What is of another script is not asked of it.
    expect(found.get('es')!.lacking).toEqual([]);
    expect(found.get('hi')!.scripts).toEqual(['Deva']);
    expect(found.get('hi')!.lacking).not.toContain('ა');
    const thai = coverageOf(shipped('noto-sans-thai-looped/NotoSansThaiLooped-Regular.ttf'), [texts, rest]);
    const greek = thai.find(({ locale }) => locale === 'el')!;
    // Small and large.
    expect(greek).toEqual({ locale: 'el', scripts: ['Grek'], lacking: ['Ω', 'ω'] });
  });
});
const locale40 = () =>
  coverageOf(shipped('noto-sans/NotoSans-Regular.ttf'), locales).map(({ locale }) => locale);

describe('folders of faces', () => {
  it('are the press’s own below, and a user’s over them', () => {
    expect(dividedFonts(['/a', '/b', '/c'])).toEqual({ shipped: '/c', own: ['/a', '/b'] });
    expect(dividedFonts('/c')).toEqual({ shipped: '/c', own: [] });
    expect(faceFolders(['/a', '/b']).slice(0, 2)).toEqual(['/a', '/b']);
    expect(partsOf('cjk:X.ttf')).toEqual({ name: 'cjk', file: 'X.ttf' });
    expect(partsOf('noto-sans/X.ttf')).toEqual({ name: undefined, file: 'noto-sans/X.ttf' });
    expect(problemsOf(() => packageFolder('nowhere')).map(({ code, hint }) => [code, hint])).toEqual([
      ['FONT_PACKAGE_MISSING', 'npm install helpline-press-nowhere'],
    ]);
  });

  it('have a manifest of paths and fingerprints', () => {
    const read = (value: object) =>
      problemsOf(() => readManifest(folderOf({ 'manifest.json': JSON.stringify(value) })));
    expect(read({ fonts: [{ path: 'a', sha256: 'b' }] })).toEqual([]);
    for (const wrong of [
      {},
      { fonts: {} },
      { fonts: [null] },
      { fonts: [{ path: 'a' }] },
      { fonts: [{ path: 5, sha256: 'b' }] },
    ])
      expect(read(wrong).map(({ code }) => code)).toEqual(['FONT_INVALID']);
    expect(shippedNames(shippedFonts)).toContain('NotoSans-Regular');
    expect([...shippedNames(shippedFonts)].some((name) => /[/:]|\.ttf$/.test(name))).toBe(false);
  });
});

describe('settings with own faces', () => {
  const settings = (rows: readonly object[]) =>
    new LanguageSettings(new Faces(), [folderWith(rows), shippedFonts]);
  const firsts = (of: LanguageSettings, tag: string) => {
    const { text, display, number } = of.of(tag).families;
    return [text.regular, text.bold, display.regular, display.bold, number.regular].map(
      ([face]) => face!.postScriptName.split('-')[0],
    );
  };
  const plain = (tag: string) => firsts(new LanguageSettings(new Faces(), shippedFonts), tag);

  it('have them before the others, for what they are for, in their languages, and never for numbers', () => {
    const own = settings([row, boldRow]);
    const [, , display, displayBold, number] = plain('en');
    expect(firsts(own, 'en')).toEqual(['DoorSign', 'DoorSign', display, displayBold, number]);
    expect(firsts(own, 'fr')).toEqual(plain('fr'));
    expect(own.of('en').families.text.regular.length).toBe(
      new LanguageSettings(new Faces(), shippedFonts).of('en').families.text.regular.length + 1,
    );
    const headings = settings([{ ...row, uses: ['display'] }]);
    expect(firsts(headings, 'en').slice(0, 4)).toEqual([
      plain('en')[0],
      plain('en')[1],
      'DoorSign',
      displayBold,
    ]);
  });

  it('set what is regular below 600, and what is bold from there on', () => {
    const weights = (weight: number) => firsts(settings([{ ...row, weight }]), 'es').slice(0, 2);
    const [text, heavy] = plain('es');
    expect(weights(599)).toEqual(['DoorSign', heavy]);
    expect(weights(600)).toEqual([text, 'DoorSign']);
  });

  it('have all faces of two languages in one list, and two of one name in none', () => {
    const own = settings([row, boldRow]);
    const list = own.faces(['en', 'es']);
    expect(own.faces(['en', 'es'])).toBe(list);
    expect(Object.keys(list.outlines)).toContain('DoorSign-Regular');
    expect(Object.keys(list.outlines)).toContain(list.number);
    const twice = folderWith([row, { ...row, path: 'sign/C.ttf', uses: ['display'] }], {
      'sign/C.ttf': regular,
    });
    const [found] = problemsOf(() => new LanguageSettings(new Faces(), [twice, shippedFonts]).faces(['en']));
    expect(found).toMatchObject({ code: 'FONT_INVALID', hint: 'Leave one of them out of the manifest.' });
    expect(found!.message).toContain('has the same name, DoorSign-Regular.');
  });

  it('keep terms whole, made once for the same ones', () => {
    const own = new LanguageSettings(new Faces(), shippedFonts);
    const before = own.of('en');
    expect(own.withTerms('en', [])).toBe(before);
    const terms = own.withTerms('en', ['Sleep helps']);
    expect(terms.breaking.whole).toEqual([...(before.breaking.whole ?? []), 'Sleep helps']);
    expect(own.withTerms('en', ['Sleep helps'])).toBe(terms);
    expect(own.withTerms('en', ['Other'])).not.toBe(terms);
    expect(own.of('ar')).toMatchObject({ language: 'ar', direction: 'rtl' });
  });

  it('know how each letter is drawn, also where a language draws it otherwise', () => {
    const noto = shipped('noto-sans/NotoSans-Regular.ttf');
    const english = shapesOf(noto, ['en']);
    const turkish = shapesOf(noto, ['tr']);
    expect(turkish.outlines).toBe(english.outlines);
    expect(turkish.others.some((each) => each.startsWith('i'))).toBe(true);
    expect(turkish.others.some((each) => each.startsWith('I'))).toBe(true);
    expect(english.others.some((each) => each.startsWith('I'))).toBe(false);
    expect(turkish.others).toEqual([...turkish.others].sort());
  });
});

describe('new faces', () => {
  const made = (names: readonly string[], to = folderOf()) => {
    const from = folderOf({
      'A.ttf': regular,
      'B b.ttf': bold,
      'C.ttf': regular,
      'OFL.txt': licence,
      'short.txt': 'x'.repeat(39),
    });
    return newFont(
      names.map((name) => join(from, name)),
      join(from, 'OFL.txt'),
      ['text'],
      to,
    );
  };

  it('are their files, their licence and a manifest, under the name of the family', () => {
    const to = folderOf();
    const { files, family, covered, without, nearly } = made(['A.ttf', 'B b.ttf'], to);
    expect(files.map(({ path }) => path.slice(to.length + 1))).toEqual([
      'door-sign/A.ttf',
      'door-sign/B-b.ttf',
      'door-sign/OFL.txt',
      'manifest.json',
    ]);
    expect([family, without]).toEqual(['Door Sign', undefined]);
    expect(covered).toEqual(expect.arrayContaining(['en', 'es', 'ru']));
    expect(covered).not.toContain('ar');
    for (const { lacking } of nearly) expect(lacking.length).toBeGreaterThan(0);
    const { fonts: rows } = JSON.parse(String(files[3]!.content));
    expect(rows).toMatchObject([
      {
        path: 'door-sign/A.ttf',
        weight: 400,
        uses: ['text'],
        license: 'door-sign/OFL.txt',
        sha256: row.sha256,
      },
      { path: 'door-sign/B-b.ttf', weight: 700, sha256: boldRow.sha256 },
    ]);
    writeWhole(files);
    expect(readOwnFaces(to)).toEqual(rows);
    expect(problemsOf(() => made(['A.ttf'], to)).map(({ code }) => code)).toEqual(['USAGE']);
  });

  it('may lack one weight, which is told, and not have two of one', () => {
    expect(made(['A.ttf']).without).toBe('bold');
    expect(made(['B b.ttf']).without).toBe('regular');
    const [twice] = problemsOf(() => made(['A.ttf', 'C.ttf']));
    expect(twice).toMatchObject({ code: 'USAGE', message: 'A.ttf and C.ttf are both regular.' });
  });

  it('are refused where they have the letters of no language: what the nearest lacks is told, twenty at most', async () => {
    const some = async (letters: string) => {
      const few = await subsetFont(regular, letters, {
        targetFormat: 'truetype',
        noHinting: true,
        keepFeatures: [],
      });
      const folder = folderOf({ 'A.ttf': few, 'L.txt': licence });
      const [found] = problemsOf(() =>
        newFont([join(folder, 'A.ttf')], join(folder, 'L.txt'), ['text'], folderOf()),
      );
      expect(found!.message).toContain('it has the letters of no language');
      return found!.hint;
    };
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    expect(await some(`${alphabet.replace('y', '')}’“”–`)).toMatch(/^Of en it lacks: (?:\S )*y(?: |$)/);
    expect(await some('xyz')).toMatch(/^Of \S+ it lacks: (?:\S ){19}\S$/);
  });

  it('have a licence of forty characters at least', () => {
    const short = (count: number) => {
      const folder = folderOf({ 'A.ttf': regular, 'L.txt': 'x'.repeat(count) });
      return problemsOf(() =>
        newFont([join(folder, 'A.ttf')], join(folder, 'L.txt'), ['text'], folderOf()),
      ).map(({ code }) => code);
    };
    expect([short(39), short(40)]).toEqual([['USAGE'], []]);
  });
});
