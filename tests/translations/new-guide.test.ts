/** The files of a guide that is made from another. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newGuide } from '../../src/translations/index.ts';
import { folderOf, problemsOf } from '../files/folder.ts';
import { filesOf, localesWith, smallGuide } from './small.ts';

function made(tags?: readonly string[], name = 'county', own: Record<string, string> = {}) {
  const guide = smallGuide();
  for (const [path, content] of Object.entries(own)) {
    mkdirSync(join(guide.folder, path, '..'), { recursive: true });
    writeFileSync(join(guide.folder, path), content);
  }
  const stateless = filesOf(guide, 'fr', { state: null });
  const locales = localesWith(filesOf(guide, 'es'), filesOf(guide, 'ar'), stateless);
  const folder = join(folderOf(), name);
  const { files, locales: tagged } = newGuide(folder, guide.folder, tags, locales);
  const content = new Map(files.map((file) => [relative(folder, file.path), String(file.content)]));
  return { content, tagged, guide, locales, folder };
}

describe('a guide that is made from another', () => {
  it('has its texts, its schema, its pictures, and its translations with their states', () => {
    const { content, tagged, guide } = made();
    expect([...content.keys()]).toEqual([
      'guide.yaml',
      'guide.schema.json',
      'figures/door.svg',
      'locales/es.json',
      'locales/es.state.json',
      'locales/ar.json',
      'locales/ar.state.json',
    ]);
    expect(tagged).toEqual(['es', 'ar']);
    expect(content.get('locales/es.json')).toBe(filesOf(guide, 'es')['es/whole.json']);
    expect(content.get('locales/es.state.json')).toBe(filesOf(guide, 'es')['es/whole.state.json']);
    expect(content.get('figures/door.svg')).toContain('<svg');
  });

  it('has an id of its own, and says what to do with it', () => {
    const { content, folder } = made(['es'], 'Our County 2');
    const yaml = content.get('guide.yaml')!;
    expect(yaml.split('\n').slice(0, 4)).toEqual([
      '# yaml-language-server: $schema=guide.schema.json',
      '# Change what is said below, your helpline first, and print it:',
      '#   helpline-press print Our County 2',
      '# Texts may hold **bold words**, [a link](https://example.org) and <helpline:main>, which prints the number.',
    ]);
    expect(yaml).toMatch(/^id: our-county-2$/m);
    expect(yaml).not.toMatch(/^id: whole$/m);
    expect(folder).toContain('Our County 2');
    expect(made(['es'], '2025').content.get('guide.yaml')).toMatch(/^id: my-guide$/m);
  });

  it('has the languages that are asked for, and is told of those that are not there', () => {
    expect(made(['ar']).tagged).toEqual(['ar']);
    expect(made([]).tagged).toEqual([]);
    const told = problemsOf(() => made(['es', 'fr', 'hi'])).map(
      ({ code, place }) => `${code} ${place.locale}`,
    );
    // Of French there are texts and no state: nobody knows what they were made from.
    expect(told).toEqual(['FILE_NOT_FOUND fr', 'FILE_NOT_FOUND hi']);
    const [first] = problemsOf(() => made(['fr']));
    expect(first!.hint).toBe('Leave it out; translations export makes files for translators.');
  });

  it('has the words of the products that the other had of its own', () => {
    const words = { 'locales/press.es.json': '{"who": "¿Quién?"}' };
    expect([...made(['es'], 'county', words).content.keys()]).toContain('locales/press.es.json');
    expect([...made(['ar'], 'county', words).content.keys()]).not.toContain('locales/press.es.json');
  });

  it('writes over nothing', () => {
    const { guide, locales } = made();
    const folder = folderOf({ 'guide.yaml': 'id: mine\n', 'figures/door.svg': '' });
    expect(
      problemsOf(() => newGuide(folder, guide.folder, [], locales)).map(({ code, place }) => [
        code,
        place.file,
      ]),
    ).toEqual([
      ['USAGE', join(folder, 'guide.yaml')],
      ['USAGE', join(folder, 'figures/door.svg')],
    ]);
  });
});
