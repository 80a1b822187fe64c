import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { run } from '../../src/cli/index.ts';
import { type Guide, loadGuide } from '../../src/content/index.ts';
import {
  defaultJob,
  formeOf,
  type Impression,
  type Plate,
  Press,
  type Printed,
  type Setting,
} from '../../src/press/index.ts';
import type { Forme } from '../../src/press/plate.ts';

const root = resolve(import.meta.dirname, '../..');

/** A copy of the shipped guide, its translations and the templates, to be broken. */
export interface Workshop {
  readonly folder: string;
  /** Replaces text in a file of the copy; fails when the text is not there. */
  readonly change: (file: string, from: string | RegExp, to: string) => void;
  readonly read: (file: string) => string;
  readonly write: (file: string, content: string | Uint8Array) => void;
  readonly print: (...flags: string[]) => Promise<Result>;
  /** The copy's guide, set by the copy's templates: in English, where nothing else is said. */
  readonly set: (setting: Partial<Setting> & Pick<Setting, 'product'>) => SetGuide;
  readonly clear: () => void;
}

/** A guide that was set, and what is printed from it. */
export interface SetGuide {
  readonly guide: Guide;
  readonly plate: Plate;
  readonly forme: Forme;
  readonly print: (impression?: Partial<Impression>) => Printed;
}

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Names in the output folder. */
  readonly files: readonly string[];
}

function collector(): { stream: Writable; text: () => string } {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString('utf8');
      done();
    },
  });
  return { stream, text: () => text };
}

/** Runs the command as a user would, and collects what it says. */
export async function command(...args: string[]): Promise<Omit<Result, 'files'>> {
  const out = collector();
  const err = collector();
  const code = await run(args, { out: out.stream, err: err.stream });
  return { code, out: out.text(), err: err.text() };
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-'));
  cpSync(join(root, 'guides/heroin-detox'), join(folder, 'guide'), { recursive: true });
  cpSync(join(root, 'templates'), join(folder, 'templates'), { recursive: true });
  for (const tag of ['es', 'ar', 'hi'])
    for (const ending of ['json', 'state.json'])
      cpSync(
        join(root, `locales/${tag}/heroin-detox.${ending}`),
        join(folder, `guide/locales/${tag}.${ending}`),
      );
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const write = (file: string, content: string | Uint8Array) => writeFileSync(join(folder, file), content);
  let press: Press | undefined;
  return {
    folder,
    read,
    write,
    set(setting) {
      press ??= new Press({ templates: join(folder, 'templates') });
      const own = press;
      const guide = loadGuide(join(folder, 'guide'));
      const plate = own.plate(guide, { ...defaultJob, locale: 'en', ...setting });
      const print = (impression: Partial<Impression> = {}) =>
        own.print(plate, { ...defaultJob, ...impression });
      return { guide, plate, forme: formeOf(plate, own)!, print };
    },
    change(file, from, to) {
      const text = read(file);
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${file} does not hold ${String(from)}`);
      write(file, changed);
    },
    async print(...flags) {
      const out = join(folder, 'out');
      const result = await command(
        'print',
        join(folder, 'guide'),
        '--templates',
        join(folder, 'templates'),
        '--out',
        out,
        ...flags,
      );
      let files: string[] = [];
      try {
        files = readdirSync(out);
      } catch {
        // nothing was written, not even the folder
      }
      return { ...result, files };
    },
    clear() {
      press?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
