import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { PressError, problem } from '../diagnostics/index.ts';
import { layersOf, type Root, readJson } from '../files/index.ts';
import { type LanguageRow, languages, nearestLanguage } from '../locale/index.ts';

/** A font file as the manifest lists it. */
interface ManifestRow {
  readonly path: string;
  readonly sha256: string;
}

/** The folder of the press's own faces, and those of a user's that lie over it. */
export function dividedFonts(fonts: Root): { readonly shipped: string; readonly own: readonly string[] } {
  const layers = layersOf(fonts);
  return { shipped: layers.at(-1)!, own: layers.slice(0, -1) };
}

/** SHA-256 of each font file, from the manifest beside them: a changed font is refused. */
export function readManifest(fonts: string): ReadonlyMap<string, string> {
  const { value, file } = readJson(fonts, 'manifest.json');
  const rows = Array.isArray(value.fonts) ? (value.fonts as Partial<ManifestRow | null>[]) : [undefined];
  return new Map(
    rows.map((row) => {
      if (typeof row?.path === 'string' && typeof row.sha256 === 'string') return [row.path, row.sha256];
      throw new PressError([
        problem(
          'FONT_INVALID',
          'The manifest is not a list of fonts, each with its path and sha256.',
          { file },
          'Restore the file, or renew it with scripts/fonts.ts.',
        ),
      ]);
    }),
  );
}

/**
 * Folder of the package `helpline-press-<name>`, whose fonts are too large to come with everything else.
 * @throws PressError FONT_PACKAGE_MISSING
 */
export function packageFolder(name: string): string {
  const id = `helpline-press-${name}`;
  try {
    // Not `import.meta.resolve`: where a loader is brought in, threads cannot ask it.
    return dirname(createRequire(import.meta.url).resolve(`${id}/package.json`));
  } catch {
    throw new PressError([
      problem(
        'FONT_PACKAGE_MISSING',
        `The fonts of this language are in the package ${id}, which is not installed.`,
        {},
        `npm install ${id}`,
      ),
    ]);
  }
}

/** Looks whether the faces of a language are here, before anything is set. @throws PressError FONT_PACKAGE_MISSING */
export function requireFaces(tag: string): void {
  for (const path of filesOf(nearestLanguage(tag))) {
    const { name } = partsOf(path);
    if (name !== undefined) packageFolder(name);
  }
}

/** `noto-sans/X.ttf` is in the fonts' folder, `cjk:X.ttf` in the package `helpline-press-cjk`. */
export function partsOf(path: string): { readonly name: string | undefined; readonly file: string } {
  const [, name, own] = /^([a-z]+):(.+)$/.exec(path) ?? [];
  return { name, file: own ?? path };
}

/** Folders that faces and their manifests are read from: those of packages too, where they are installed. */
export function faceFolders(fonts: Root): string[] {
  const layers = [...layersOf(fonts)];
  try {
    return [...layers, packageFolder('cjk')];
  } catch {
    return layers;
  }
}

/** Names of the faces of the press: each is its file's. */
export function shippedNames(fonts: Root): ReadonlySet<string> {
  const { shipped } = dividedFonts(fonts);
  const files = [...readManifest(shipped).keys(), ...Object.values(languages).flatMap(filesOf)];
  return new Set(files.map((path) => path.replace(/^.*[/:]|\.ttf$/g, '')));
}

const filesOf = ({ text, display }: LanguageRow) =>
  [text, display].flatMap(({ regular, bold }) => [...regular, ...bold]);
