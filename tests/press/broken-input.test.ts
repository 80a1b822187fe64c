import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Code } from '../../src/diagnostics/index.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** A way to break the input, and what must be said of it. */
interface Break {
  readonly what: string;
  readonly code: Code;
  /** What the error must name: file with line, key, page … */
  readonly names: readonly (string | RegExp)[];
  readonly flags?: readonly string[];
  readonly how: (w: Workshop) => void;
}

const guide = 'guide/guide.yaml';
const pamphlet = 'templates/pamphlet-trifold/template.hbs';
const style = 'templates/pamphlet-trifold/style.css';
const loud = `<p class="number">{{helpline "main"}}</p>`;

const breaks: readonly Break[] = [
  {
    what: 'a missing translation key',
    code: 'TRANSLATION_MISSING',
    names: [/es\.json(:\d+)?/, 'sections.support.line', 'locale es'],
    flags: ['--locale', 'es'],
    how: (w) => {
      const texts = JSON.parse(w.read('guide/locales/es.json'));
      texts.sections.support.line = undefined;
      w.write('guide/locales/es.json', JSON.stringify(texts, null, 2));
    },
  },
  {
    what: 'a stale translation',
    code: 'TRANSLATION_STALE',
    names: [/es\.json:\d+/, 'sections.support.line', 'Support is what matters.'],
    flags: ['--locale', 'es'],
    how: (w) => w.change(guide, 'line: Support is key.', 'line: Support is what matters.'),
  },
  {
    what: 'a translation that changes the number to call',
    code: 'TRANSLATION_BROKEN',
    names: [/es\.json:\d+/, 'emergency.us'],
    flags: ['--locale', 'es'],
    how: (w) => w.change('guide/locales/es.json', '[911](tel:911)', '[119](tel:119)'),
  },
  {
    what: 'an emoji that no font has',
    code: 'GLYPH_MISSING',
    names: ['U+1F642', 'sections.support.easier', /block\.hbs:\d+/],
    how: (w) =>
      w.change(
        guide,
        'People who feel supported find it easier.',
        'People who feel supported find it easier 🙂.',
      ),
  },
  {
    what: 'a section ten times as long',
    code: 'TEXT_OVERFLOW',
    names: [/template\.hbs:\d+/, 'page inside-', /about \d+ lines/],
    how: (w) => {
      const text = 'People who feel supported find it easier.';
      w.change(guide, text, Array(30).fill(text).join(' '));
    },
  },
  {
    what: 'a figure without alt',
    code: 'ALT_MISSING',
    names: [/guide\.yaml:\d+/, 'sections'],
    how: (w) => w.change(guide, /\n +alt: Two people sit.*\n/, '\n'),
  },
  {
    what: 'grey on white',
    code: 'CONTRAST_LOW',
    names: ['#AAAAAA', '#FFFFFF', /2\.3\d:1/, /hbs:\d+/],
    how: (w) => w.write(style, `${w.read(style)}\n.thing p { color: #aaa; }\n`),
  },
  {
    what: 'an unknown CSS property',
    code: 'CSS_PROPERTY_UNKNOWN',
    names: [/style\.css:2:\d+/, 'colour', 'Did you mean "color"?'],
    how: (w) => w.write(style, `/* x */\n.thing { colour: red; }\n${w.read(style)}`),
  },
  {
    what: 'a marquee',
    code: 'HTML_ELEMENT_UNKNOWN',
    names: [/template\.hbs:\d+/, '<marquee>'],
    how: (w) => w.change(pamphlet, '<p class="imprint">', '<marquee>•</marquee><p class="imprint">'),
  },
  {
    what: 'a helpline removed from the cover',
    code: 'HELPLINE_MISSING',
    names: ['cover: the number is not there as content', 'in page cover'],
    how: (w) => w.change(pamphlet, loud, ''),
  },
  {
    what: 'a helpline removed from the quiet band',
    code: 'HELPLINE_MISSING',
    names: ['inside-2', '800-315-1376 is not there'],
    how: (w) => w.change(pamphlet, '<p>{{helpline "main"}}</p>', '<p>{{say helpline.call}}</p>'),
  },
  {
    what: 'a quiet band that one page does not show',
    code: 'HELPLINE_MISSING',
    names: ['flap'],
    how: (w) =>
      w.change(
        style,
        '@page flap { margin-block-end: calc(60pt - 6pt * env(air)); background-color: var(--accent-15); @bottom-center { content: element(band) } }',
        '@page flap { margin-block-end: calc(60pt - 6pt * env(air)); }',
      ),
  },
  {
    what: 'a helpline painted over',
    code: 'HELPLINE_COVERED',
    names: ['back', 'template.hbs', 'meets the number'],
    how: (w) => {
      w.change(
        pamphlet,
        '{{#if (has helpline "claims")}}',
        '<div class="lid"></div>{{#if (has helpline "claims")}}',
      );
      w.write(
        style,
        `${w.read(style)}\n.lid { background-color: var(--ink); height: 40pt; margin-block-start: -40pt; }\n`,
      );
    },
  },
  {
    what: 'another number in the template',
    code: 'TEMPLATE_TEXT',
    names: ['888-315-1376', /template\.hbs:\d+/],
    how: (w) => w.change(pamphlet, '<p class="imprint">', '<p>Or call 888-315-1376</p><p class="imprint">'),
  },
  {
    what: 'a number that does not open the dialler',
    code: 'HELPLINE_UNLINKED',
    names: ['cover'],
    how: (w) => w.change(pamphlet, loud, '<p class="number"><bdi class="tel" dir="ltr">{{qrAlt}}</bdi></p>'),
  },
  {
    what: 'a disclosure removed from the template',
    code: 'DISCLOSURE_MISSING',
    names: ['disclosure.answered', '{{> disclosure}}'],
    how: (w) => {
      w.change(pamphlet, '{{> disclosure}}', '<div id="disclosure"><p>{{say title}}</p></div>');
    },
  },
  {
    what: 'a disclosure of which one paragraph is gone',
    code: 'DISCLOSURE_MISSING',
    names: ['disclosure.terms'],
    how: (w) =>
      w.change(
        'templates/partials/disclosure.hbs',
        '{{#if (is kind "paragraph")}}',
        '{{#if (and (is kind "paragraph") (not (is id "terms")))}}',
      ),
  },
  {
    what: 'a disclosure in fine print',
    code: 'TEXT_TOO_SMALL',
    names: ['disclosure', 'floor'],
    how: (w) => w.write(style, `${w.read(style)}\n.disclosure p { font-size: 7pt; }\n`),
  },
  {
    what: 'a band without "Who answers?"',
    code: 'DISCLOSURE_UNPOINTED',
    names: ['cover', 'Who answers?'],
    how: (w) =>
      w.change(
        pamphlet,
        `    <p class="note">{{say helpline.answers}}</p>\n    <p class="who"><a href="#disclosure" title="{{wordPlain "read"}}"><strong>{{word "who"}}</strong> <span>{{word "where.back"}}</span></a></p>`,
        '    <p class="note">{{say helpline.answers}}</p>',
      ),
  },
  {
    what: '"Who answers?" as a link to something else',
    code: 'DISCLOSURE_UNPOINTED',
    names: ['page 1', 'Who answers?', 'leads elsewhere'],
    how: (w) => {
      w.change(pamphlet, '<h1>', '<h1 id="elsewhere">');
      w.write(pamphlet, w.read(pamphlet).replaceAll('href="#disclosure"', 'href="#elsewhere"'));
    },
  },
  {
    what: 'a text of the guide left out by the template',
    code: 'TEXT_LOST',
    names: ['sections.medicine.suffering'],
    how: (w) =>
      w.change(
        'templates/partials/block.hbs',
        '{{#if (is kind "finding")}}',
        '{{#if (and (is kind "finding") (not (is id "suffering")))}}',
      ),
  },
  {
    what: 'an imprint removed',
    code: 'IMPRINT_MISSING',
    names: ['heroin-detox 1.0.0'],
    how: (w) => w.change(pamphlet, /<p class="imprint">.*<\/p>/, ''),
  },
  {
    what: 'a helper that does not exist',
    code: 'TEMPLATE_HELPER_UNKNOWN',
    names: [/template\.hbs:\d+:\d+/, 'Did you mean "helpline"?'],
    how: (w) => w.change(pamphlet, '{{helpline "main"}}', '{{helplin "main"}}'),
  },
  {
    what: 'a value that does not exist',
    code: 'TEMPLATE_KEY_UNKNOWN',
    names: [/template\.hbs:\d+/],
    how: (w) => w.change(pamphlet, '{{say title}}', '{{say titel}}'),
  },
  {
    what: 'raw output',
    code: 'TEMPLATE_SYNTAX',
    names: [/template\.hbs:\d+/],
    how: (w) => w.change(pamphlet, '{{say title}}', '{{{title}}}'),
  },
  {
    what: 'a way to the prototype',
    code: 'TEMPLATE_SYNTAX',
    names: ['constructor', /template\.hbs:\d+/],
    how: (w) => w.change(pamphlet, '{{say title}}', '{{say title.constructor}}'),
  },
  {
    what: "an image outside the guide's folder",
    code: 'PATH_OUTSIDE',
    names: [/guide\.yaml:\d+/, '../secret.svg'],
    how: (w) => {
      w.write('secret.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');
      w.change(guide, 'image: figures/table.svg', 'image: ../secret.svg');
    },
  },
  {
    what: 'an image that a link leads out of the folder',
    code: 'PATH_OUTSIDE',
    names: [/guide\.yaml:\d+/],
    how: (w) => {
      w.write('secret.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');
      symlinkSync(join(w.folder, 'secret.svg'), join(w.folder, 'guide/figures/link.svg'));
      w.change(guide, 'image: figures/table.svg', 'image: figures/link.svg');
    },
  },
  {
    what: 'a template picture outside of the templates',
    code: 'PATH_OUTSIDE',
    names: [/template\.hbs:\d+/],
    how: (w) => w.change(pamphlet, 'template:art/house.svg', 'template:../guide/figures/table.svg'),
  },
  {
    what: 'an SVG with a script',
    code: 'IMAGE_INVALID',
    names: ['script', 'table.svg'],
    how: (w) =>
      w.write(
        'guide/figures/table.svg',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<script>alert(1)</script></svg>',
      ),
  },
  {
    what: 'a PNG that says it is enormous',
    code: 'IMAGE_TOO_LARGE',
    names: ['table.svg'],
    how: (w) => {
      const header = '0000000d49484452000f4240000f4240080600000000000000';
      const png = `89504e470d0a1a0a${header}0000000049444154000000000000000049454e4400000000`;
      w.write('guide/figures/table.svg', Buffer.from(png, 'hex'));
    },
  },
  {
    what: 'YAML that does not parse',
    code: 'YAML_SYNTAX',
    names: [/guide\.yaml:\d+:\d+/],
    how: (w) => w.change(guide, 'kicker: Five things that help', 'kicker: [Five things'),
  },
  {
    what: 'an unknown field',
    code: 'CONTENT_INVALID',
    names: [/guide\.yaml:\d+/, 'kiker', 'Did you mean "kicker"?'],
    how: (w) => w.change(guide, 'kicker: Five', 'kiker: Five'),
  },
  {
    what: 'a number whose display and dial differ',
    code: 'HELPLINE_INVALID',
    names: [/guide\.yaml:\d+/, '888-315-1376'],
    how: (w) => w.change(guide, 'display: 800-315-1376', 'display: 888-315-1376'),
  },
  {
    what: 'a word that stigmatizes',
    code: 'WORDING',
    names: [/guide\.yaml:\d+/, 'addicts', 'person with a substance use disorder'],
    how: (w) =>
      w.change(guide, 'Many people who were dependent no longer are.', 'Many addicts no longer are.'),
  },
  {
    what: 'HTML in a text',
    code: 'INLINE_INVALID',
    names: [/guide\.yaml:\d+/, 'sections.support.line'],
    how: (w) => w.change(guide, 'line: Support is key.', 'line: Support is <b>key</b>.'),
  },
  ...['guide/guide.yaml', 'templates/pamphlet-trifold/product.yaml', pamphlet, style].map(
    (file): Break => ({
      what: `a folder where ${file} should be`,
      code: 'FILE_NOT_PLAIN',
      names: [`${file} is no file, but a folder`],
      how: (w) => {
        rmSync(join(w.folder, file));
        mkdirSync(join(w.folder, file));
      },
    }),
  ),
  ...['templates', 'templates/partials'].map(
    (folder): Break => ({
      what: `a file where the folder ${folder} should be`,
      code: 'FILE_NOT_FOUND',
      names: [`${folder} cannot be read: a file stands where a folder is meant`],
      how: (w) => {
        rmSync(join(w.folder, folder), { recursive: true });
        w.write(folder, 'in its place');
      },
    }),
  ),
  {
    what: 'an image beyond a file',
    code: 'FILE_NOT_FOUND',
    names: [/guide\.yaml:\d+/, 'guide.yaml/table.svg cannot be read: a file stands where a folder is meant'],
    how: (w) => w.change(guide, 'image: figures/table.svg', 'image: guide.yaml/table.svg'),
  },
  {
    what: 'a folder where the picture of a template should be',
    code: 'FILE_NOT_PLAIN',
    names: ['house.svg is no file, but a folder'],
    how: (w) => {
      rmSync(join(w.folder, 'templates/art/house.svg'));
      mkdirSync(join(w.folder, 'templates/art/house.svg'));
    },
  },
  {
    what: 'an unknown theme',
    code: 'TEMPLATE_NOT_FOUND',
    names: ['Did you mean "dawn"?'],
    flags: ['--theme', 'down'],
    how: () => undefined,
  },
  {
    what: 'a paper that the product is not made on',
    code: 'PRODUCT_INVALID',
    names: ['a3', 'a4'],
    flags: ['--paper', 'a3'],
    how: () => undefined,
  },
];

describe('broken input', () => {
  let w: Workshop;
  beforeEach(() => {
    w = openWorkshop();
  });
  afterEach(() => w.clear());

  it.each(breaks)(
    '$what: $code, where it is, exit 1, and no file',
    async ({ code, names, flags = [], how }) => {
      how(w);
      const { code: exit, out, err, files } = await w.print('--product', 'pamphlet-trifold', ...flags);
      expect(err).toContain(`error ${code}`);
      for (const name of names)
        expect(err).toMatch(
          name instanceof RegExp ? name : new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
        );
      expect(err).toContain('hint:');
      expect(err).not.toMatch(/\n\s+at .*\.(?:ts|js):\d+:\d+/);
      expect(exit).toBe(1);
      expect(out).toBe('');
      expect(files).toEqual([]);
    },
  );

  it('leaves an earlier file as it was', async () => {
    mkdirSync(join(w.folder, 'out'));
    const old = join(w.folder, 'out/heroin-detox.pamphlet-trifold.en.letter.standard.screen.pdf');
    writeFileSync(old, 'earlier');
    w.change(pamphlet, loud, '');
    const { code } = await w.print('--product', 'pamphlet-trifold');
    expect(code).toBe(1);
    expect(readFileSync(old, 'utf8')).toBe('earlier');
  });

  it('is told all at once', async () => {
    w.write(
      style,
      `${w.read(style)}\n.a { colour: red; }\n.b { margin-left: 3pt; }\n.c { width: 3furlong; }\n`,
    );
    const { err } = await w.print('--product', 'pamphlet-trifold');
    expect(err.match(/error CSS_/g)).toHaveLength(3);
  });

  it('says when the output folder cannot be written', async () => {
    w.write('out', 'a file in its place');
    const { code, err } = await w.print('--product', 'poster');
    expect(code).toBe(1);
    expect(err).toContain('OUTPUT_UNWRITABLE');
    expect(w.read('out')).toBe('a file in its place');
  });
});

it('a fault of a template or of the guide is told once, however many files it is in the way of', async () => {
  const workshop = openWorkshop();
  try {
    workshop.change(style, '{', '{ colour: red;');
    const { code, err, files } = await workshop.print('--product', 'pamphlet-trifold', '--locale', 'en,es');
    expect(code).toBe(1);
    expect(files).toEqual([]);
    expect(err.match(/error CSS_PROPERTY_UNKNOWN/g)).toHaveLength(1);
    expect(err.match(/was not made:/g)).toHaveLength(2);
    expect(err).toMatch(/\.es\..* was not made:\n {2}for what was told above\n/);
  } finally {
    workshop.clear();
  }
});
