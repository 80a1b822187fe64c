import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Guide, loadGuide } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { Press, shippedFolders } from '../../src/press/index.ts';

const root = resolve(import.meta.dirname, '../..');
const product = 'declaration';

/** A temporary folder in which guides are written and set; the shipped files are only read. */
export interface Workshop {
  readonly folders: ReturnType<typeof shippedFolders>;
  readonly press: Press;
  /** The shipped guide, for its helpline and its disclosure. */
  readonly shipped: Guide;
  /** Writes a `guide.yaml` and loads it. */
  readonly guide: (yaml: string) => Guide;
  /** Sees to it that a locale has the products' words: its own, or, while they are being translated, the English ones. */
  readonly giveWords: (guide: Guide) => void;
  readonly clear: () => void;
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'udhr-'));
  const shipped = shippedFolders();
  const folders = { ...shipped, templates: join(folder, 'templates'), locales: join(folder, 'locales') };
  for (const name of ['partials', 'themes', 'base.css'])
    cpSync(join(shipped.templates, name), join(folders.templates, name), { recursive: true });
  const own = join(root, 'tests/conformance/templates', product);
  cpSync(own, join(folders.templates, product), { recursive: true });
  const english = readFileSync(join(shipped.locales, 'en/press.json'), 'utf8');
  // A phrase in another script than its language's is refused: the English words are marked as what they are.
  const standIn = english.replace(/(?<=: )"([^"{}]+)"/g, '"[$1](lang:en)"');
  const writeWords = (tag: string, words: string) => {
    mkdirSync(join(folders.locales, tag), { recursive: true });
    writeFileSync(join(folders.locales, tag, 'press.json'), words);
  };
  writeWords('en', english);
  const worded = new Set<string>();
  let guides = 0;
  return {
    folders,
    press: new Press(folders),
    shipped: loadGuide(join(root, 'guides/heroin-detox')),
    guide(yaml) {
      const place = join(folder, `guide-${guides++}`);
      mkdirSync(place);
      writeFileSync(join(place, 'guide.yaml'), yaml);
      return loadGuide(place);
    },
    giveWords(guide) {
      const tag = guide.data.locale;
      if (worded.has(tag)) return;
      worded.add(tag);
      try {
        writeWords(tag, readFileSync(join(shipped.locales, tag, 'press.json'), 'utf8'));
        loadLocale(tag, guide, folders.locales);
      } catch (error) {
        const isAbsent = error instanceof PressError || (error as NodeJS.ErrnoException).code === 'ENOENT';
        if (!isAbsent) throw error;
        writeWords(tag, standIn);
      }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
