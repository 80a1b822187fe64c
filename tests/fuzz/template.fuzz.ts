import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadGuide } from '../../src/content/index.ts';
import { parseDocument, walk } from '../../src/document/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { compileTemplate } from '../../src/template/index.ts';
import { mutated, pieces } from './mutations.ts';
import { property } from './property.ts';

const root = join(import.meta.dirname, '../..');
const guide = loadGuide(join(root, 'guides/heroin-detox'));
const locale = loadLocale('en', guide, join(root, 'locales'));
const facts = {
  product: 'p',
  form: 'short' as const,
  links: 'words' as const,
  edition: 'standard',
  paper: { name: 'letter', width: 612, height: 792, orientation: 'portrait' },
  qr: undefined,
};
const poster = readFileSync(join(root, 'templates/poster/template.hbs'), 'utf8');
const partials = ['block', 'disclosure', 'inner', 'table'].map((name): [string, string] => [
  name,
  readFileSync(join(root, `templates/partials/${name}.hbs`), 'utf8'),
]);

/** Letters that neither the guide nor the products' words have: on a page, they are of the template's own. */
const own = ['ʘ', '&#664;', '&#x298;', '٨', '&#1640;', '③'];
const html = [
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<p title="',
    '">',
    '"',
    "'",
    '<a href="',
    '</a>',
    '<img src="',
    ' alt="',
  ],
  ...[
    '<!--',
    '-->',
    '--!>',
    '<!',
    '<title>',
    '</title>',
    '<',
    '>',
    '/',
    '=',
    '&',
    '#',
    ';',
    'qr:',
    'tel:',
    ' ',
  ],
  ...['class="', 'data-label', '<br>', '<li>', '<ul>', '</ul>', '<table>', '<svg>', '<style>', '<template>'],
  ...['•', '\n', '&nbsp;', '<span', '<h1>', '</h1>'],
];
const handlebars = [
  ...[
    '{{say title}}',
    '{{plain title}}',
    '{{#if true}}',
    '{{else}}',
    '{{/if}}',
    '{{#each sections}}',
    '{{/each}}',
  ],
  ...[
    '{{!-- ',
    ' --}}',
    '{{',
    '}}',
    '{{{',
    '}}}',
    '{{word "source" name="',
    '{{> block}}',
    '{{> disclosure}}',
    '~',
  ],
  ...[
    '(not ',
    ')',
    '{{qrAlt}}',
    '{{edition}}',
    '\\{{',
    '{{"ʘ"}}',
    '{{[ʘ]}}',
    '{{#',
    '{{/',
    '{{^',
    '{{else if true}}',
  ],
  ...[
    '{{helpline}}',
    '{{number}}',
    '{{imprint}}',
    '{{qr}}',
    '{{@index}}',
    '../',
    '{{#unless ',
    '{{#each (distribute ',
  ],
];
const words = [...html, ...handlebars, ...own];

let folder: string | undefined;

/** A folder of templates with one product; made once, since the files are written anew for each input. */
function folderOf(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'fuzz-'));
    process.on('exit', () => rmSync(made, { recursive: true, force: true }));
    for (const name of ['p', 'partials', 'themes']) mkdirSync(join(made, name));
    for (const file of ['p/product.yaml', 'p/style.css', 'themes/dawn.css'])
      writeFileSync(join(made, file), '');
    for (const [name, text] of partials) writeFileSync(join(made, `partials/${name}.hbs`), text);
    folder = made;
  }
  return folder;
}

/** Takes a template all the way to a document, in which nothing may be the template's own. */
function take(template: string): void {
  const templates = folderOf();
  writeFileSync(join(templates, 'p/template.hbs'), template);
  const { file, origins, render } = compileTemplate('p', templates, 'dawn');
  const document = parseDocument(render(guide, locale, facts), {
    file,
    origins,
    numbers: guide.data.helplines,
  });
  for (const node of walk(document.root)) {
    const said = node.kind === 'text' ? [node.text] : [node.attributes.title, node.attributes.alt];
    if (said.some((text) => text !== undefined && /[ʘ٨③]/.test(text)))
      throw new Error(`a text of the template's own is in the document: ${said.join()}`);
  }
}

const page = (body: string) =>
  `<!doctype html>\n<html lang="en" dir="ltr"><head><title>{{plain title}}</title></head><body><h1>{{say title}}</h1>${body}</body></html>`;

export const properties = [
  property('template: pieces of HTML and Handlebars', pieces(words), take),
  property('template: pieces in a page', pieces(words).map(page), take),
  property('template: the poster, changed', mutated(poster, words), take),
  property(
    'template: things in one another',
    fc
      .tuple(
        fc.constantFrom(
          '{{#if true}}',
          '{{#if (not ',
          '<b>',
          '{{else if true}}',
          '{{#each sections}}',
          '(',
          '<p title="{{',
        ),
        fc.constantFrom('{{/if}}', ')', '</b>', '{{/each}}', '}}'),
        fc.nat(3000),
      )
      .map(([open, close, depth]) => page(`${open.repeat(depth)}•${close.repeat(depth)}`)),
    take,
  ),
];
