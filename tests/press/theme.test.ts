import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkshop, type Workshop } from './workshop.ts';

let w: Workshop;
beforeEach(() => {
  w = openWorkshop();
});
afterEach(() => w.clear());

describe("the theme's ink", () => {
  const codeInk = () => {
    const plate = w.set({ product: 'poster' }).forme;
    const codes = plate.pages.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.kind === 'picture' && item.picture.kind === 'vector' && item.picture.code !== undefined
          ? [item.picture.shapes[1]!.fill]
          : [],
      ),
    );
    expect(codes).toHaveLength(1);
    return { code: codes[0], ink: plate.ink };
  };
  const theme = 'templates/themes/dawn.css';

  it('is that of codes and fold marks', () => {
    expect(codeInk()).toEqual({ code: [0x12, 0x2c, 0x3a], ink: [0x12, 0x2c, 0x3a] });
    w.change(theme, '--ink: #122C3A', '--night: #2A1033; --ink: var(--night)');
    expect(codeInk()).toEqual({ code: [0x2a, 0x10, 0x33], ink: [0x2a, 0x10, 0x33] });
  });

  it('is black there where it would not stand out from white', () => {
    // 6.99:1 and 7.00:1 on white.
    w.write(theme, `${w.read(theme)}\n:root { --ink: #5A5A5A }\n`);
    expect(codeInk().code).toEqual([0, 0, 0]);
    w.write(theme, `${w.read(theme)}\n:root { --ink: #595959 }\n`);
    expect(codeInk().code).toEqual([0x59, 0x59, 0x59]);
  });
});

it('that is no colour is told at its line, and not in each rule that takes it', async () => {
  w.change('templates/themes/dawn.css', '--ink: #122C3A', '--ink: rgba(18, 44, 58, .5)');
  const { err, code } = await w.print('--product', 'poster');
  expect(code).toBe(1);
  expect(err.match(/^error /gm)).toHaveLength(1);
  expect(err).toMatch(
    /error THEME_INVALID: --ink is no colour: rgba\(18,44,58,\.5\)\.\n {2}at \S*dawn\.css:\d+/,
  );
});

describe('a token that is mistyped is told with the one that was meant', () => {
  const theme = 'templates/themes/dawn.css';
  it.each([
    ['--bant: hill', '--band'],
    ['--acent-50: #FBDC9D', '--accent-50'],
    ['--art-papr: #FFFFFF', '--art-paper'],
    ['--scene-covr: bench', '--scene-cover'],
  ])('%s', async (said, meant) => {
    w.write(theme, `:root { --ink: #122C3A; --paper: #FFFFFF; --accent: #F7B538; ${said} }\n`);
    const { err, code } = await w.print('--product', 'poster');
    expect(code).toBe(1);
    expect(err.match(/^error /gm)).toHaveLength(1);
    expect(err).toMatch(
      /error THEME_INVALID: A theme says nothing by --\S+, and no rule reads it\.\n {2}at \S*dawn\.css:\d+/,
    );
    expect(err).toContain(`Did you mean "${meant}"?`);
  });

  it.each([
    ['one of its own that a rule reads', ':root { --inks: #122C3A } h1 { color: var(--inks) }'],
    ['one beside the token that it is nearly called like', ':root { --link: #1E5A8A }'],
    ['one more of a palette', ':root { --accent-25: #FBDC9D }'],
    ['a colour called nearly like a word', ':root { --brand: #FBDC9D }'],
    ['one called like nothing', ':root { --headline: #FBDC9D }'],
  ])('but not %s', async (_, said) => {
    w.write(theme, `${w.read(theme)}\n${said}\n`);
    expect((await w.print('--product', 'poster')).err).not.toContain('error');
  });
});

describe('a product’s own words', () => {
  it('are printed, and proved, in the language of the page', async () => {
    mkdirSync(join(w.folder, 'templates/poster/words'));
    w.write('templates/poster/words/en.json', '{ "cut": "Hang me up" }');
    w.change('templates/poster/template.hbs', '{{> disclosure}}', '<p>{{word "cut"}}</p>{{> disclosure}}');
    expect((await w.print('--product', 'poster')).err).not.toContain('error');
    const { err, code } = await w.print('--product', 'poster', '--locale', 'es');
    expect(code).toBe(1);
    expect(err).toContain('error TRANSLATION_MISSING');
    expect(err).toContain('words/es.json');
  });
});
