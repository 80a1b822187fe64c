/**
 * Makes the faces of `packages/cjk` and their manifest anew: subsets of Noto Sans SC, TC, JP and KR.
 *
 *   npx tsx scripts/cjk-fonts.ts
 *
 * Fetches the originals with `npm pack`. The same originals and the same translations give the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { readFont } from '../src/text/index.ts';

interface Region {
  /** npm package of the originals, with its version. */
  readonly source: string;
  /** File names begin so. */
  readonly name: string;
  readonly scripts: readonly string[];
  /** Characters of the national standard. */
  readonly standard: () => string;
  /** Locales whose texts must be covered. */
  readonly locales: readonly string[];
  /** Characters beyond the standard that health texts need. */
  readonly more: string;
}

/** Decodes every two-byte code in the ranges; what is no character is left out. */
function twoByte(
  encoding: string,
  leads: readonly [number, number],
  trails: readonly (readonly [number, number])[],
): string {
  const decoder = new TextDecoder(encoding);
  let out = '';
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (const [from, to] of trails)
      for (let trail = from; trail <= to; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if ([...character].length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(character)) out += character;
      }
  return out;
}

const iso2022 = [[0xa1, 0xfe]] as const;
const big5 = [
  [0x40, 0x7e],
  [0xa1, 0xfe],
] as const;

/** Names of medicines (buprenorphine 丁丙诺啡, methadone 美沙酮, oxycodone 羟考酮) have characters that no standard has. */
const regions: readonly Region[] = [
  {
    source: '@expo-google-fonts/noto-sans-sc@0.4.3',
    name: 'NotoSansSC',
    scripts: ['Hans'],
    standard: () => twoByte('gbk', [0xa1, 0xf7], iso2022),
    locales: ['zh-Hans'],
    more: '䓬啡羟酮吗哌唑酯噻嗪',
  },
  {
    source: '@expo-google-fonts/noto-sans-tc@0.4.3',
    name: 'NotoSansTC',
    scripts: ['Hant'],
    standard: () => twoByte('big5', [0xa1, 0xc6], big5),
    locales: ['zh-Hant'],
    more: '羥酮啡嗎哌唑酯噻嗪啶',
  },
  {
    source: '@expo-google-fonts/noto-sans-jp@0.4.3',
    name: 'NotoSansJP',
    scripts: ['Jpan'],
    standard: () => twoByte('euc-jp', [0xa1, 0xf4], iso2022),
    locales: ['ja'],
    more: '',
  },
  {
    source: '@expo-google-fonts/noto-sans-kr@0.4.3',
    name: 'NotoSansKR',
    scripts: ['Kore'],
    // Rows 0x30 to 0x48 (leads 0xB0 to 0xC8) are the syllables, those before them marks and letters.
    standard: () => twoByte('euc-kr', [0xa1, 0xc8], iso2022),
    locales: ['ko'],
    more: '',
  },
];

const range = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + range(0x2010, 0x2027) + range(0x3000, 0x303f);

const root = join(import.meta.dirname, '..');
const target = join(root, 'packages', 'cjk');

function translations(tags: readonly string[]): string {
  const folders = tags.map((tag) => join(root, 'locales', tag)).filter((folder) => existsSync(folder));
  return folders
    .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')))
    .join('');
}

async function make(region: Region, folder: string) {
  const pack = execFileSync('npm', ['pack', '--silent', region.source], { cwd: folder, encoding: 'utf8' });
  execFileSync('tar', ['xzf', pack.trim()], { cwd: folder });
  const characters = [
    ...new Set(latin + region.standard() + region.more + translations(region.locales)),
  ].sort();
  copyFileSync(join(folder, 'package', 'LICENSE_FONT'), join(target, 'OFL.txt'));
  const entries = [];
  for (const [weight, style] of [
    ['400Regular', 'Regular'],
    ['700Bold', 'Bold'],
  ] as const) {
    const original = readFileSync(join(folder, 'package', weight, `${region.name}_${weight}.ttf`));
    const bytes = await subsetFont(original, characters.join(''), {
      targetFormat: 'truetype',
      noHinting: true,
      keepFeatures: ['ccmp', 'chws', 'kern', 'liga', 'locl', 'mark', 'mkmk'],
    });
    const path = `${region.name}-${style}.ttf`;
    writeFileSync(join(target, path), bytes);
    const font = readFont(bytes);
    entries.push({
      path,
      family: font.family,
      weight: font.weight,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      version: font.version,
      source: region.source,
      license: 'OFL.txt',
      scripts: region.scripts,
      characters: characters.length,
    });
  }
  rmSync(join(folder, 'package'), { recursive: true });
  return entries;
}

const folder = mkdtempSync(join(tmpdir(), 'cjk-'));
try {
  const fonts = [];
  for (const region of regions) fonts.push(...(await make(region, folder)));
  writeFileSync(join(target, 'manifest.json'), `${JSON.stringify({ fonts }, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
