import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadGuide } from '../../src/content/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { compileTemplate, type PageFacts } from '../../src/template/index.ts';
import { whole } from '../content/folder.ts';

export const root = join(import.meta.dirname, '../..');
export const shipped = join(root, 'templates');
export const guide = loadGuide(whole);
export const locale = loadLocale('en', guide, join(root, 'locales'));
export const facts: PageFacts = {
  product: 'poster',
  form: 'short',
  links: 'words',
  edition: 'standard',
  paper: { name: 'letter', width: 612, height: 792, orientation: 'portrait' },
  qr: undefined,
};

/** A folder of templates with one product, `p`. */
export function templates(template: string, partials: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  for (const name of ['p', 'partials', 'themes']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'p/template.hbs'), template);
  writeFileSync(join(folder, 'p/style.css'), '');
  writeFileSync(join(folder, 'p/product.yaml'), '');
  writeFileSync(join(folder, 'themes/dawn.css'), '');
  for (const [name, text] of Object.entries(partials))
    writeFileSync(join(folder, `partials/${name}.hbs`), text);
  return folder;
}
export const compiled = (template: string, partials?: Readonly<Record<string, string>>) => {
  const folder = templates(template, partials);
  return compileTemplate('p', folder, 'dawn');
};
/** What a template prints, without the marks of origins and keys; a helpline's number is named in braces. */
export const printed = (template: string, partials?: Readonly<Record<string, string>>) =>
  compiled(template, partials)
    .render(guide, locale, facts)
    .replace(/ data-o="\d+"|<!--.*?-->/g, '')
    .replace(/\ue000([a-z-]+:[a-z]+)\ue001/g, '{$1}');
