/** What fills the slots of templates, and what a theme says: from small files, without a page. */
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../src/content/index.ts';
import { Stock } from '../../src/files/index.ts';
import type { Color } from '../../src/geometry/index.ts';
import type { Locale } from '../../src/locale/index.ts';
import { contrast } from '../../src/paint/index.ts';
import { tokensOf } from '../../src/press/palette.ts';
import { filePicture, pictureAt } from '../../src/press/pictures.ts';
import { sceneNames, scenesOf } from '../../src/press/scenes.ts';
import { faintPairs, type Theme, themeOf } from '../../src/press/theme.ts';
import { problemsOf } from '../content/folder.ts';
import { folderOf } from '../files/folder.ts';

const [ink, paper, accent]: Color[] = [
  [10, 20, 30],
  [255, 255, 255],
  [200, 230, 150],
];
const theme = (css: string): Theme =>
  themeOf(
    {
      css: [
        { file: 'themes/t.css', text: css },
        { file: 'other.css', text: 'h1 {' },
      ] as never,
    },
    't',
    new Stock(0),
  );
const { tokens } = theme(':root { --ink: #0A141E; --paper: #FFFFFF; --accent: #C8E696 }');

/** A drawing of one rectangle on a canvas of 100 × 50. */
const svg = (x: number, y: number, width: number, height: number, fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/></svg>`;
const open = svg(10, 10, 50, 20, 'var(--ink)');
const ground = (fill: string, width = 100) => svg(0, 0, width, 50, fill);

describe('a theme', () => {
  it('has the colours that it says, and what follows from them', () => {
    expect(tokens).toMatchObject({
      ink,
      paper,
      accent,
      'accent-50': [228, 243, 203],
      'accent-15': [247, 251, 239],
    });
    const said = theme(':root { --accent-50: #010203; --skin-2: #040506; --art-ink: #070809 }').tokens;
    expect(said).toMatchObject({
      ink: [7, 8, 9],
      paper: [255, 255, 255],
      accent: [255, 255, 255],
      'accent-50': [1, 2, 3],
      'skin-2': [4, 5, 6],
    });
    expect(tokensOf({ color: () => undefined }).ink).toEqual([0, 0, 0]);
  });

  it('says how its band ends, a straight line where it says nothing, and which scenes it has', () => {
    expect(theme('')).toMatchObject({ name: 't', band: 'straight', scenes: {} });
    expect(theme(':root { --band: hill; --scene-cover: path }')).toMatchObject({
      band: 'hill',
      scenes: { cover: 'path' },
    });
    const wrong = theme(':root { --band: hills;\n --ink: #000 }');
    expect(wrong.band).toBe('straight');
    expect(wrong.problems).toMatchObject([
      {
        code: 'THEME_INVALID',
        message: 'There is no band "hills".',
        hint: 'Did you mean "hill"?',
        place: { file: 'themes/t.css', line: 1 },
      },
    ]);
  });

  it.each([
    ['ink', 'paper', 7],
    ['ink', 'accent-15', 7],
    ['ink', 'accent-50', 7],
    ['ink', 'accent', 7],
    ['skin-3', 'ink', 1.9],
    ['skin-2', 'skin-1', 1.6],
    ['skin-3', 'skin-2', 1.6],
  ] as const)('is refused where %s on %s has less than %d:1', (above, below, least) => {
    const all = {
      ...tokens,
      'skin-1': [255, 220, 190],
      'skin-2': [190, 140, 100],
      'skin-3': [120, 80, 50],
    } as const;
    const sheet = { file: 't.css', rules: [] } as never;
    expect(faintPairs(all, sheet)).toEqual([]);
    // A gray near the other's lightness, from both sides of what is needed.
    const other = all[below];
    const grays = Array.from({ length: 256 }, (_, i): Color => [i, i, i]);
    const isEnough = (color: Color) => contrast(color, other) >= least;
    const edge = grays.findIndex((color, i) => i > 0 && isEnough(color) !== isEnough(grays[i - 1]!));
    const faint = grays[isEnough(grays[edge]!) ? edge - 1 : edge]!;
    const found = faintPairs({ ...all, [above]: faint }, sheet).filter(({ message }) =>
      message.startsWith(`--${above} on --${below} `),
    );
    expect(found).toMatchObject([{ code: 'THEME_CONTRAST', place: { file: 't.css' } }]);
    expect(found[0]!.message).toContain(`needs ${least}.`);
    expect(Number(/contrast of (\d+\.\d\d),/.exec(found[0]!.message)![1])).toBeLessThan(least);
    const enough = grays[isEnough(grays[edge]!) ? edge : edge - 1]!;
    expect(
      faintPairs({ ...all, [above]: enough }, sheet).filter(({ message }) =>
        message.startsWith(`--${above} on --${below} `),
      ),
    ).toEqual([]);
    expect(found[0]!.hint).toContain(
      above === 'ink' ? `Make --ink darker or --${below} lighter.` : `Choose --${above} and --${below}`,
    );
  });

  it('is told where it says a colour last', () => {
    const { problems } = theme(':root { --ink: #000000 }\n:root { --ink: #999999 }');
    expect(problems.every(({ place }) => place.line === 2)).toBe(true);
    expect(problems.length).toBeGreaterThan(0);
  });
});

describe('the scenes of a guide', () => {
  const said = ['art.door', 'scenes.path', 'scenes.calm', 'scenes.mine', 'art.house'];
  const localeOf = (tag: string, words = said): Locale =>
    ({
      tag,
      hasWord: (key: string) => words.includes(key),
      word: (key: string) => `~${key}`,
      text: (key: string) => `=${key}`,
    }) as never;
  const files = {
    'art/scenes/path-cover.svg': ground('var(--accent)'),
    'art/scenes/calm.svg': open,
    'art/scenes/calm.rtl.svg': open,
    'art/scenes/Large.svg': open,
    'art/scenes/dumb.svg': open,
    'art/house.svg': open,
    'art/mark.svg': open,
  };
  function chosen(
    scenes: Record<string, unknown>,
    own: {
      theme?: Record<string, string>;
      tag?: string;
      easy?: object[];
      isEasy?: boolean;
      files?: Record<string, string>;
    } = {},
  ) {
    const templates = folderOf({ ...files, ...own.files });
    const folder = folderOf({ 'figures/own.svg': open, 'figures/own.rtl.svg': open });
    const guide = {
      folder,
      data: { scenes, easy: own.easy },
      place: (key: string) => ({ file: 'guide.yaml', key }),
    } as unknown as Guide;
    const lent = { folders: { templates, locales: '', fonts: '' }, stock: new Stock(0) };
    return scenesOf(
      guide,
      localeOf(own.tag ?? 'en'),
      { scenes: own.theme ?? {}, tokens } as never,
      lent,
      own.isEasy,
    );
  }

  it('are what it chose, else what the theme has, each with its words', () => {
    const { scenes, problems } = chosen(
      { cover: 'calm' },
      { theme: { cover: 'path-cover', closing: 'house' } },
    );
    expect(problems).toEqual([]);
    expect(scenes).toMatchObject({
      cover: { path: 'art/scenes/calm.svg', alt: '~scenes.calm', isArt: true, open: true, upright: false },
      closing: { path: 'art/house.svg', alt: '~art.house' },
    });
    expect(Object.keys(scenes)).toEqual(['cover', 'closing']);
  });

  it('may be its own, with the text that it says of them', () => {
    const { scenes } = chosen({ cover: { image: 'figures/own.svg' } });
    expect(scenes.cover).toMatchObject({
      path: 'figures/own.svg',
      alt: '=scenes.cover.alt',
      isArt: false,
      upright: false,
    });
  });

  it('are others from right to left, where there are such', () => {
    const own = { image: 'figures/own.svg' };
    const arabic = chosen({ cover: 'calm', closing: own }, { tag: 'ar' }).scenes;
    expect(arabic).toMatchObject({
      cover: { path: 'art/scenes/calm.rtl.svg', upright: true },
      closing: { path: 'figures/own.rtl.svg', upright: true },
    });
    expect(chosen({ cover: 'house' }, { tag: 'ar' }).scenes.cover).toMatchObject({
      path: 'art/house.svg',
      upright: false,
    });
  });

  it('are refused where there is none of the name, or nothing to say of it: all at once', () => {
    const refused = problemsOf(() => chosen({ cover: 'clam', closing: 'dumb' })).map(
      ({ code, message, hint, place }) => [code, message, hint, place],
    );
    expect(refused).toEqual([
      [
        'SCENE_UNKNOWN',
        'There is no scene "clam".',
        'Did you mean "calm"?',
        { file: 'guide.yaml', key: 'scenes.cover', locale: 'en' },
      ],
      [
        'ALT_MISSING',
        'The scene "dumb" has no text in en for those who do not see it.',
        'Say what it shows as "scenes.dumb" in the words of that language, or choose another scene.',
        { file: 'guide.yaml', key: 'scenes.closing', locale: 'en' },
      ],
    ]);
    // What lies beside the scenes, and nobody can say, is none.
    expect(problemsOf(() => chosen({ cover: 'mark' })).map(({ code }) => code)).toEqual(['SCENE_UNKNOWN']);
  });

  it('are listed where they can be said', () => {
    const templates = folderOf(files);
    expect(sceneNames(templates, localeOf('en'))).toEqual(['calm', 'house', 'path-cover']);
    expect(sceneNames(templates, localeOf('en', ['scenes.dumb']))).toEqual(['dumb']);
    expect(sceneNames(folderOf(), localeOf('en'))).toEqual([]);
  });

  it('of easy sentences are theirs, where they are asked for', () => {
    const easy = [{ id: 'call', picture: 'calm' }];
    expect(Object.keys(chosen({}, { easy }).scenes)).toEqual([]);
    expect(chosen({}, { easy, isEasy: true }).scenes).toMatchObject({
      'easy-call': { path: 'art/scenes/calm.svg' },
    });
    expect(
      problemsOf(() => chosen({}, { easy: [{ id: 'call', picture: 'clam' }], isEasy: true })),
    ).toMatchObject([{ place: { key: 'easy.call.picture' } }]);
  });

  it('on a cover run into the band, or stand on it: told of a guide, refused of a theme', () => {
    const told = (fill: string, width: number, isThemes = false) => {
      const more = { files: { 'art/scenes/path-cover.svg': ground(fill, width) } };
      const { problems } = isThemes
        ? chosen({}, { ...more, theme: { cover: 'path-cover' } })
        : chosen({ cover: 'path-cover' }, more);
      return problems.map(({ code, severity, message }) => [code, severity, /(\d+) %/.exec(message)?.[1]]);
    };
    expect(told('var(--accent)', 100)).toEqual([]);
    expect(told('var(--ink)', 100)).toEqual([['SCENE_APART', 'warning', '0']]);
    expect(told('var(--accent)', 98)).toEqual([['SCENE_APART', 'warning', '98']]);
    expect(told('var(--ink)', 100, true)).toEqual([['SCENE_APART', 'error', '0']]);
    // Of a scene of the stock those are named that suit; whoever draws one is told how.
    const hint = (...given: Parameters<typeof chosen>) => chosen(...given).problems.map((each) => each.hint);
    const dark = { files: { 'art/scenes/path-cover.svg': ground('var(--ink)') } };
    expect(hint({ cover: 'path-cover' }, dark)).toEqual(['On a cover stand well: calm, house.']);
    // In another slot nothing runs into a band.
    const other = chosen(
      { closing: 'path-cover' },
      { files: { 'art/scenes/path-cover.svg': ground('var(--ink)') } },
    );
    expect(other.problems).toEqual([]);
  });
});

describe('the picture at an address', () => {
  const place = { file: 'a.hbs', line: 3 };
  const sources = (more: object = {}) => ({
    guide: folderOf({ 'figures/a.svg': open, 'logo.svg': open }),
    template: folderOf({ 'art/b.svg': open }),
    logo: undefined,
    dial: 'tel:988',
    qr: undefined,
    ink: ink!,
    tokens,
    scenes: {},
    ...more,
  });
  const name = (src: string, of: ReturnType<typeof sources>) => pictureAt(src, place, of, new Stock(0)).name;

  it('is a file of the guide, of the templates, of a slot, or the logo where that lies', () => {
    const elsewhere = folderOf({ 'logos/it.svg': svg(0, 0, 9, 9, '#000') });
    const of = sources({
      logo: { src: 'logo.svg', folder: elsewhere, path: 'logos/it.svg' },
      scenes: { cover: { folder: elsewhere, path: 'logos/it.svg', isArt: false } },
    });
    expect(name('guide:figures/a.svg', of)).toBe('figures/a.svg');
    expect(name('template:art/b.svg', of)).toBe('art/b.svg');
    expect(name('guide:logo.svg', of)).toBe('logos/it.svg');
    expect(name('scene:cover', of)).toBe('logos/it.svg');
    expect(name('guide:logo.svg', sources())).toBe('logo.svg');
  });

  it.each(['scene:closing', 'scene:toString', 'file:a.svg', 'a.svg', ''])('is none of %j', (src) => {
    expect(problemsOf(() => name(src, sources()))).toMatchObject([
      { code: 'HTML_ATTRIBUTE_UNKNOWN', message: `The image address "${src}" has no known scheme.`, place },
    ]);
  });

  it('takes the theme’s colours where it names them, of the art and of the guide', () => {
    const fill = (src: string) => {
      const picture = pictureAt(src, place, sources(), new Stock(0));
      return picture.kind === 'vector' ? picture.shapes[0]!.fill : undefined;
    };
    expect(fill('template:art/b.svg')).toEqual(ink);
    expect(fill('guide:figures/a.svg')).toEqual(ink);
  });

  it('is decoded once for the same bytes and colours, and anew for others', () => {
    const folder = folderOf({ 'a.svg': open, 'b.svg': svg(0, 0, 9, 9, '#000') });
    const stock = new Stock();
    const get = (path: string, of?: Parameters<typeof filePicture>[4]) =>
      filePicture(folder, path, place, stock, of);
    const palette = (color: Color, isArt = false) => ({ tokens: { ...tokens, ink: color }, isArt });
    const first = get('a.svg', palette(ink!));
    expect(get('a.svg', palette(ink!))).toBe(first);
    expect(get('a.svg', palette(accent!))).not.toBe(first);
    const plain = get('b.svg', palette(ink!));
    // A token can be named in many ways: every drawing is one of its theme.
    expect(get('b.svg', palette(ink!))).toBe(plain);
    expect(get('b.svg', palette(accent!))).not.toBe(plain);
    expect(get('b.svg')).toBe(get('b.svg'));
    expect(problemsOf(() => get('b.svg', palette(ink!, true)))).toMatchObject([{ code: 'IMAGE_INVALID' }]);
    expect(problemsOf(() => get('c.svg')).map(({ code, place: at }) => [code, at.line])).toEqual([
      ['FILE_NOT_FOUND', 3],
    ]);
  });
});
