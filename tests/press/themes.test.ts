import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stock } from '../../src/files/index.ts';
import { decodePicture, type VectorPicture } from '../../src/image/index.ts';
import { listThemes, newTheme, shippedFolders } from '../../src/press/index.ts';
import { footIn, isOpen } from '../../src/press/light.ts';
import { themeOf } from '../../src/press/theme.ts';
import { problemsOf } from '../image/errors.ts';
import { command, openWorkshop, type Workshop } from './workshop.ts';

const right = {
  ink: '#122C3A',
  paper: '#FFFFFF',
  accent: '#F7B538',
  'accent-50': '#FBDC9D',
  'accent-15': '#FEF3DC',
  'skin-1': '#DDA177',
  'skin-2': '#A66A43',
  'skin-3': '#774A31',
};
const sheet = (tokens: Readonly<Record<string, string>>, more = '') =>
  `:root {\n${Object.entries(tokens)
    .map(([name, color]) => `--${name}: ${color};`)
    .join('\n')}\n${more} }`;
const theme = (text: string) => themeOf({ css: [{ file: 'own.css', text }] }, 'own', new Stock(0));
const faults = (changes: Partial<typeof right>, more?: string) =>
  theme(sheet({ ...right, ...changes }, more)).problems;

describe('a theme', () => {
  it.each(listThemes(shippedFolders().templates).map(([name]) => name))(
    'ships as %s with colours that can be told apart',
    (name) => {
      const w = openWorkshop();
      expect(theme(w.read(`templates/themes/${name}.css`)).problems).toEqual([]);
      w.clear();
    },
  );

  it.each([
    ['text on paper', { paper: '#9A9A9A' }, '--ink on --paper'],
    ['text on the faintest tint', { 'accent-15': '#9A9A9A' }, '--ink on --accent-15'],
    ['text on the tint', { 'accent-50': '#9A9A9A' }, '--ink on --accent-50'],
    ['text on the accent', { accent: '#9A9A9A' }, '--ink on --accent'],
    ['hair on a head', { 'skin-3': '#6B442D' }, '--skin-3 on --ink'],
    ['skins, light', { 'skin-2': '#BC8059' }, '--skin-2 on --skin-1'],
    ['skins, dark', { 'skin-3': '#7F5036' }, '--skin-3 on --skin-2'],
  ] as const)('is refused where colours cannot be told apart: %s', (_, changes, said) => {
    const [fault, ...more] = faults(changes);
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ code: 'THEME_CONTRAST', severity: 'error', place: { file: 'own.css' } });
    expect(fault!.message).toMatch(
      new RegExp(`^${said} has a contrast of \\d+\\.\\d\\d, and .* needs (?:7|1\\.9|1\\.6)\\.$`),
    );
    expect(fault!.place.line).toBeGreaterThan(1);
  });

  it('has no problem just above a limit', () => {
    // #595959 is 7.00 on white, #5A5A5A 6.90.
    const grey = {
      accent: '#FFFFFF',
      'accent-50': '#FFFFFF',
      'accent-15': '#FFFFFF',
      'skin-3': '#919191',
      'skin-2': '#BCBCBC',
      'skin-1': '#F0F0F0',
    };
    expect(faults({ ink: '#595959', ...grey })).toEqual([]);
    expect(faults({ ink: '#5A5A5A', ...grey }).length).toBe(4);
  });

  it('that says two colours has tints and skins that follow', () => {
    const { tokens, problems } = theme(sheet({ ink: '#33160F', paper: '#FFFFFF', accent: '#F49A7B' }));
    expect(problems).toEqual([]);
    expect(tokens['accent-50']).toEqual([250, 205, 189]);
  });

  it('has its pages take what follows, and says what it says itself', () => {
    const told = ({ 'accent-50': _, 'skin-1': __, ...rest }: Record<string, string>) => rest;
    expect(theme(sheet(right)).following).toBeUndefined();
    expect(theme(sheet(told(right))).following).toEqual({
      file: 'own.css',
      text: ':root { --accent-50: #FBDA9C; --skin-1: #DDA177; }',
    });
    const w = openWorkshop();
    w.write('templates/themes/dawn.css', sheet(told(right)));
    const { plate, print } = w.set({ product: 'poster' });
    expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(print().proof.verdict).toBe('proved');
    // What a page cannot do without is not made up.
    w.write('templates/themes/dawn.css', ':root { --ink: #122C3A; --paper: #FFFFFF; }');
    expect(problemsOf(() => w.set({ product: 'poster' }))[0]).toMatchObject({ code: 'CSS_VARIABLE_UNKNOWN' });
    w.clear();
  });

  it('says how its band ends, and its scenes', () => {
    expect(theme(sheet(right))).toMatchObject({ band: 'straight', scenes: {} });
    expect(theme(sheet(right, '--band: hill; --scene-cover: path-cover;'))).toMatchObject({
      band: 'hill',
      scenes: { cover: 'path-cover' },
    });
    expect(faults({}, '--band: hil;')[0]).toMatchObject({
      code: 'THEME_INVALID',
      hint: 'Did you mean "hill"?',
    });
  });
});

describe('the light of a cover', () => {
  const draw = (body: string) =>
    decodePicture(
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${body}</svg>`),
      'cover.svg',
    ) as VectorPicture;
  const light = '<path d="M0 60H100V100H0Z" fill="#010203"/>';

  it('runs into the band where its foot has the accent over the whole width', () => {
    expect(footIn(draw(light), [1, 2, 3])).toBe(1);
    expect(footIn(draw(`${light}<rect x="50" y="90" width="50" height="10" fill="#000"/>`), [1, 2, 3])).toBe(
      0.5,
    );
    expect(footIn(draw(`${light}<rect x="50" y="90" width="50" height="9" fill="#000"/>`), [1, 2, 3])).toBe(
      1,
    );
  });

  it('needs none where the drawing has no ground', () => {
    expect(isOpen(draw(light))).toBe(true);
    expect(isOpen(draw('<rect width="100" height="100"/>'))).toBe(false);
    expect(isOpen(draw('<circle cx="50" cy="50" r="50"/>'))).toBe(true);
  });

  let w: Workshop;
  beforeEach(() => {
    w = openWorkshop();
  });
  afterEach(() => w.clear());

  it('is told of a guide’s choice, and refused of a theme’s', () => {
    const codes = () =>
      w.set({ product: 'poster' }).plate.problems.map(({ code, severity }) => `${severity} ${code}`);
    expect(codes()).not.toContain('warning SCENE_APART');
    w.write('guide/guide.yaml', `${w.read('guide/guide.yaml')}\nscenes: { cover: phone }\n`);
    expect(codes()).toContain('warning SCENE_APART');
    w.change('guide/guide.yaml', 'scenes: { cover: phone }', '');
    w.write('templates/themes/dawn.css', sheet(right, '--scene-cover: phone;'));
    expect(codes()).toContain('error SCENE_APART');
    w.write('templates/themes/dawn.css', sheet(right, '--scene-cover: bench;'));
    expect(codes().filter((code) => code.endsWith('SCENE_APART'))).toEqual([]);
  });
});

describe('new theme', () => {
  const folder = mkdtempSync(join(tmpdir(), 'theme-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes one that is found, and none where text would not stand out', async () => {
    const flags = ['--templates', folder] as const;
    expect((await command('new', 'theme', 'leaf', ...flags)).code).toBe(0);
    expect((await command('list', 'themes', ...flags)).out).toMatch(/^leaf /m);
    expect((await command('new', 'theme', 'leaf', ...flags)).err).toContain('already');
    const { code, err } = await command('new', 'theme', 'faint', '--ink', '#777777', ...flags);
    expect([code, err]).toEqual([1, expect.stringContaining('THEME_CONTRAST')]);
  });

  it('takes no name or colour that is none', () => {
    const colors = { ink: '#1D2B1A', accent: '#A8CF6A' };
    expect(problemsOf(() => newTheme('../x', colors))[0]?.code).toBe('USAGE');
    expect(problemsOf(() => newTheme('x', { ...colors, ink: 'green' }))[0]?.code).toBe('USAGE');
    expect(problemsOf(() => newTheme('x', { ...colors, accent: '#1D2B1A' }))[0]?.code).toBe('THEME_CONTRAST');
  });
});
