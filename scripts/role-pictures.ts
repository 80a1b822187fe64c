/**
 * Draws the pictures of docs/start/: what the commands of each role's page make. Needs the reader of pictures
 * (`@hyzyla/pdfium`).
 *
 *   npx tsx scripts/role-pictures.ts
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../src/cli/index.ts';
import { openReader } from '../src/raster/index.ts';
import { indexedPng } from './gallery/indexed.ts';
import { strip } from './gallery/strip.ts';

const pages = join(resolve(import.meta.dirname, '..'), 'docs/start');
const print = (...flags: string[]) => ['print', 'my-guide', '--quiet', ...flags];

/** For each page the commands, as it gives them, and of the files that they make those that are shown, in rows. */
const roles: Readonly<
  Record<string, { readonly commands: string[][]; readonly shown: string[]; readonly most?: number }>
> = {
  coordinator: {
    commands: [
      ['new', 'guide', 'my-guide', '--locale', 'es'],
      print('--product', 'pamphlet-trifold', '--locale', 'en,es', '--allow-drafts'),
    ],
    shown: ['en', 'es'].map((tag) => `out/my-guide.pamphlet-trifold.${tag}.letter.standard.screen.pdf`),
  },
  translator: {
    commands: [
      ['new', 'guide', 'my-guide', '--locale', 'es'],
      ['translations', 'review', 'my-guide', '--locale', 'es', '--out', 'out'],
    ],
    shown: ['out/my-guide.review.es.letter.pdf'],
    most: 2,
  },
  designer: {
    commands: [
      ['new', 'guide', 'my-guide', '--locale', 'es'],
      ['new', 'theme', 'mint', '--ink', '#123d32', '--accent', '#9fe0c4'],
      ['new', 'template', 'door-sign'],
      print('--product', 'poster,pamphlet-trifold', '--templates', 'templates', '--theme', 'mint'),
      print('--product', 'door-sign', '--templates', 'templates', '--theme', 'mint'),
    ],
    shown: ['pamphlet-trifold', 'door-sign'].map((id) => `out/my-guide.${id}.en.letter.standard.screen.pdf`),
  },
  developer: {
    commands: [
      ['print', 'heroin-detox', '--quiet', '--product', 'poster', '--locale', 'en,es', '--allow-drafts'],
    ],
    shown: ['en', 'es'].map((tag) => `out/heroin-detox.poster.${tag}.letter.standard.screen.pdf`),
  },
  'print-shop': {
    commands: [
      ['new', 'guide', 'my-guide', '--locale', 'none'],
      print('--product', 'pamphlet-trifold', '--for', 'office'),
    ],
    shown: ['out/my-guide.pamphlet-trifold.en.letter.standard.office.pdf'],
  },
};

const reader = await openReader();
const home = process.cwd();
for (const [role, { commands, shown, most = 6 }] of Object.entries(roles)) {
  const folder = mkdtempSync(join(tmpdir(), 'role-'));
  process.chdir(folder);
  try {
    for (const words of commands) {
      const code = await run(words, { out: { write: () => true }, err: process.stderr });
      if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`);
    }
    writeFileSync(
      join(pages, `${role}.png`),
      indexedPng(
        strip(
          shown.map((name) => readFileSync(name)),
          reader,
          most,
        ),
      ),
    );
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  }
}
