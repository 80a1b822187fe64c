import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import {
  type Entry,
  type Guides,
  type MadeEntry,
  type Out,
  type Plan,
  Plates,
  type Row,
  type Store,
} from '../../src/campaign/index.ts';
import { Records } from '../../src/campaign/make/records.ts';
import { declaredNumbers, loadGuide, withHelpline } from '../../src/content/index.ts';
import { Readings } from '../../src/files/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';

const root = resolve(import.meta.dirname, '../..');
export const guideFolder = join(root, 'guides/heroin-detox');

export const sha = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** A folder that is gone when the tests of the file have run. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A row for a place with a number of its own: a poster in English, where nothing else is said. */
export function rowOf(id: string, number: string | undefined, more: Partial<Row> = {}): Row {
  const { purpose, duplex, allowDrafts, date, ...setting } = {
    ...defaultJob,
    product: 'poster',
    locale: 'en',
  };
  const place =
    number === undefined
      ? { id }
      : { id, helpline: { display: number, dial: `+1${number.replace(/\D/g, '').slice(-10)}` } };
  return {
    file: `en/${id}.pdf`,
    input: sha(`${id} ${number}`),
    guide: guideFolder,
    setting,
    impression: { purpose, duplex, allowDrafts, date },
    place,
    quantity: 1,
    ...more,
  };
}

/** The shipped guide with the number of the place. */
export function guidesOf(): Guides {
  const guide = loadGuide(guideFolder);
  return ({ place }) => (place?.helpline === undefined ? guide : withHelpline(guide, 'main', place.helpline));
}

export function bench(guides: Guides = guidesOf()) {
  const press = new Press();
  afterAll(() => press.close());
  return {
    press,
    plates: new Plates(press, guides),
    records: new Records(),
    readings: new Readings(),
    check() {},
  };
}

/** Where a store is, and one manifest that says these entries. */
export function outOf(store: Store, entries: readonly Entry[]): Pick<Out, 'store' | 'manifests'> {
  const said = async function* () {
    yield* entries;
  };
  return {
    store,
    async *manifests() {
      yield { name: 'campaign.manifest', entries: said() };
    },
  };
}

/** What the shipped guide declares, by the names that rows of tests have for it. */
export function numbersOfGuide(): Plan['numbers'] {
  const declared = declaredNumbers(loadGuide(guideFolder).data);
  return { [guideFolder]: declared, 'heroin-detox': declared };
}

export function madeEntry(file: string, more: Partial<MadeEntry> = {}): Entry {
  return {
    outcome: 'made',
    file,
    input: sha(`input of ${file}`),
    sha256: sha(file),
    bytes: 60_000,
    pages: 6,
    numbers: [{ display: '800-315-1376', dial: '+18003151376', printings: 8 }],
    translation: 'source',
    warnings: [],
    ...more,
  };
}
