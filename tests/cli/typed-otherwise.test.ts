/** Folders whose letters are composed otherwise than they are typed, as archives of other systems make them. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadGuide } from '../../src/index.ts';
import { guideFolder } from '../campaign/rows.ts';
import { command } from '../press/workshop.ts';

const top = mkdtempSync(join(tmpdir(), 'typed-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

it.each([
  ['NFD', 'NFC'],
  ['NFC', 'NFD'],
] as const)(
  'a guide, a campaign and an output that are %s on the disk are found as %s',
  async (there, typed) => {
    const folder = join(top, there);
    const at = (form: 'NFC' | 'NFD', name: string) => join(folder, name.normalize(form));
    cpSync(guideFolder, at(there, 'guía'), { recursive: true });
    mkdirSync(at(there, 'campaña'), { recursive: true });
    writeFileSync(
      at(there, 'campaña/campaign.yaml'),
      'id: clinics\nguides: [guía]\nproducts: [poster]\nlocales: [en]\nplaces: { file: places.csv }\n'.normalize(
        typed,
      ),
    );
    writeFileSync(at(there, 'campaña/places.csv'), 'id,helpline\na,202-555-0101\n');
    cpSync(guideFolder, at(there, 'campaña/guía'), { recursive: true });
    mkdirSync(at(there, 'salió'));
    const out = at(typed, 'salió');
    const all = readdirSync(folder);

    expect(loadGuide(at(typed, 'guía')).data.id).toBe('heroin-detox');
    const printed = await command('print', at(typed, 'guía'), '--product', 'poster', '--out', out);
    expect(printed.code).toBe(0);
    const args = [at(typed, 'campaña'), '--out', out, '--workers', '0', '--no-proof'];
    expect((await command('campaign', ...args)).code).toBe(0);
    expect((await command('campaign', 'verify', at(typed, 'campaña/campaign.yaml'), '--out', out)).code).toBe(
      0,
    );
    expect((await command('campaign', 'verify', out)).code).toBe(0);
    const [pdf] = readdirSync(at(there, 'salió')).filter((name) => name.endsWith('.pdf'));
    expect((await command('proof', join(out, pdf!))).code).toBe(0);
    // Nothing was made beside, of the same letters.
    expect(readdirSync(folder)).toEqual(all);
  },
);
