import { createHash, type Hash } from 'node:crypto';
import { join, relative } from 'node:path';
import { fieldsOf, type Guide } from '../../content/index.ts';
import { isThere, layersOf, listFolder, type Root, readBytes, readListed } from '../../files/index.ts';
import { translationFiles, wordsLanguage } from '../../locale/index.ts';
import { type Folders, producer, type Setting } from '../../press/index.ts';
import { likesOf, listProducts, readableProduct } from '../../product/index.ts';
import type { PlaceValues, Row } from './row.ts';

/** Deepest folder of templates that is looked into. */
const deepest = 6;

/** What decides a file. */
export interface InputParts extends Pick<Row, 'setting' | 'impression'> {
  readonly guide: Guide;
  readonly place: { readonly values: PlaceValues } | undefined;
}

/**
 * What files are made of, as hashes: each file of the press, the guide, the translation, the templates and the place that
 * a row is printed from is read once. Two rows of one input are one file, byte for byte.
 */
export class Inputs {
  readonly #folders: Folders;
  readonly #campaign: string;
  /** Of all that a setting of a guide is made of. */
  readonly #settings = new Map<string, string>();
  readonly #parts = new Map<string, string>();

  /** @param campaign folder that logos lie in */
  constructor(folders: Folders, campaign: string) {
    this.#folders = folders;
    this.#campaign = campaign;
  }

  /** SHA-256, hex. @throws PressError what reading throws */
  of({ guide, setting, impression, place }: InputParts): string {
    const logo = place?.values.publisher?.logo;
    const parts = [
      this.#ofSetting(guide, setting),
      JSON.stringify(impression),
      JSON.stringify(place?.values ?? null),
      logo === undefined ? '' : this.#part('logo', logo, (hash) => put(hash, this.#campaign, logo)),
    ];
    return createHash('sha256').update(parts.join('\0')).digest('hex');
  }

  #ofSetting(guide: Guide, setting: Setting): string {
    const key = JSON.stringify([guide.folder, setting]);
    let found = this.#settings.get(key);
    if (found === undefined) {
      const { locale, product } = setting;
      const parts = [
        this.#part('press', '', (hash) => this.#press(hash)),
        this.#part('guide', guide.folder, (hash) => putGuide(hash, guide)),
        this.#part('locale', `${guide.folder} ${locale}`, (hash) => this.#locale(hash, guide, locale)),
        this.#part('templates', product, (hash) => this.#templates(hash, product)),
        JSON.stringify(setting),
      ];
      found = createHash('sha256').update(parts.join('\0')).digest('hex');
      this.#settings.set(key, found);
    }
    return found;
  }

  #part(kind: string, name: string, fill: (hash: Hash) => void): string {
    const key = `${kind} ${name}`;
    let found = this.#parts.get(key);
    if (found === undefined) {
      const hash = createHash('sha256');
      fill(hash);
      found = hash.digest('hex');
      this.#parts.set(key, found);
    }
    return found;
  }

  /** The package, its faces, and of Node what bytes depend on: the dictionaries of line breaking, and the packer. */
  #press(hash: Hash): void {
    hash.update(`${producer()} ${process.versions.icu} ${process.versions.zlib}\n`);
    for (const layer of layersOf(this.#folders.fonts)) put(hash, layer, 'manifest.json');
  }

  #locale(hash: Hash, guide: Guide, tag: string): void {
    this.#words(hash, guide, tag);
    for (const file of [`${tag}.json`, `${tag}.state.json`, `press.${tag}.state.json`])
      put(hash, guide.folder, join('locales', file));
    for (const file of [`${guide.data.id}.json`, `${guide.data.id}.state.json`, 'press.state.json'])
      put(hash, this.#folders.locales, join(tag, file));
    const { from, root, texts, state } = translationFiles(tag, guide, this.#folders.locales);
    if (from !== undefined) for (const file of [texts, state]) put(hash, root, relative(root, file));
  }

  /** The products' words, of each folder that has some: one lies over the other. They are held to the English ones. */
  #words(hash: Hash, guide: Guide, tag: string): void {
    for (const language of new Set([wordsLanguage, guide.data.locale, tag])) {
      const shared = layersOf(this.#folders.locales).map(
        (root) => [root, join(language, 'press.json')] as const,
      );
      for (const [root, file] of [
        [guide.folder, join('locales', `press.${language}.json`)],
        ...shared,
      ] as const)
        if (isThere(root, file)) put(hash, root, file);
    }
  }

  /** All of the product's own folder, of the one that it is like, and all that products share. */
  #templates(hash: Hash, product: string): void {
    const { templates } = this.#folders;
    const read = readableProduct(product, templates);
    const own = [product, ...(read === undefined ? [] : likesOf(read, templates))];
    const others = listProducts(templates).filter((id) => !own.includes(id));
    this.#below(hash, '', others, 0);
  }

  #below(hash: Hash, path: string, without: readonly string[], depth: number): void {
    if (depth > deepest) return;
    const { templates } = this.#folders;
    for (const entry of listFolder(templates, path)) {
      const { name, kind } = entry;
      if (without.includes(name)) continue;
      if (kind === 'folder') this.#below(hash, join(path, name), [], depth + 1);
      else if (kind === 'file') {
        const file = join(path, name);
        putBytes(hash, file, readListed(templates, file, entry));
      }
    }
  }
}

function putGuide(hash: Hash, guide: Guide): void {
  put(hash, guide.folder, 'guide.yaml');
  for (const { field, value } of fieldsOf(guide.data))
    if (field.is === 'image') put(hash, guide.folder, String(value));
}

/** A file with its name; one that is not there is another input than an empty one. */
function put(hash: Hash, root: Root, path: string): void {
  putBytes(hash, path, isThere(root, path) ? readBytes(root, path) : undefined);
}

function putBytes(hash: Hash, path: string, bytes: Uint8Array | undefined): void {
  hash.update(`${path} ${bytes?.length ?? 'none'}\n`);
  if (bytes !== undefined) hash.update(bytes);
}
