import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shippedFolders } from '../../src/press/index.ts';
import { LanguageSettings } from '../../src/press/settings.ts';
import { Faces } from '../../src/text/index.ts';

const { fonts } = shippedFolders();
const folder = mkdtempSync(join(tmpdir(), 'press-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with the shipped manifest and the faces of Latin text. */
function ownFonts(name: string): string {
  const own = join(folder, name);
  mkdirSync(own);
  for (const path of ['manifest.json', 'atkinson-hyperlegible-next', 'noto-sans'])
    cpSync(join(fonts, path), join(own, path), { recursive: true });
  return own;
}

describe('settings of languages', () => {
  it('open their faces when they are asked for, each once', () => {
    const faces = new Faces();
    const settings = new LanguageSettings(faces, fonts);
    const { families } = settings.of('en');
    expect(faces.count).toBe(0);
    const [first] = families.text.regular;
    const opened = faces.count;
    expect(opened).toBe(families.text.regular.length);
    expect(settings.of('es').families.text.regular[0] === first).toBe(true);
    expect(faces.count).toBe(opened);
  });

  it('share the faces of one Faces, whoever made them', () => {
    const faces = new Faces();
    const [a, b] = [new LanguageSettings(faces, fonts), new LanguageSettings(faces, fonts)];
    expect(a.of('ar').families.text.regular[0] === b.of('ar').families.text.regular[0]).toBe(true);
  });

  it('keep what letters look like of the last sets of languages, and make the others the same anew', () => {
    const settings = new LanguageSettings(new Faces(), fonts);
    const first = settings.faces(['en']);
    expect(settings.faces(['en'])).toBe(first);
    // Whoever marks a word may name any language.
    for (let i = 0; i < 64; i++) settings.faces(['en', `es-${100 + i}`]);
    expect(settings.faces(['en'])).not.toBe(first);
    expect(settings.faces(['en'])).toEqual(first);
  });

  it('refuse a font that is not the one that the manifest names, and take it with another manifest', () => {
    const own = ownFonts('changed');
    const regular = join(own, 'atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf');
    writeFileSync(regular, readFileSync(join(own, 'noto-sans/NotoSans-Bold.ttf')));
    const faces = new Faces();
    expect(() => new LanguageSettings(faces, own).of('en').families.text.regular).toThrow(
      /the manifest names/,
    );
    const file = join(own, 'manifest.json');
    const { fonts: rows } = JSON.parse(readFileSync(file, 'utf8')) as {
      fonts: { path: string; sha256: string }[];
    };
    const bold = rows.find(({ path }) => path === 'noto-sans/NotoSans-Bold.ttf')!;
    const changed = rows.map((row) => (regular.endsWith(row.path) ? { ...row, sha256: bold.sha256 } : row));
    writeFileSync(file, JSON.stringify({ fonts: changed }));
    expect(new LanguageSettings(faces, own).of('en').families.text.regular[0]!.weight).toBe(700);
  });
});
