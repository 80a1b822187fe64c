import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of the packages whose code a bundle holds: the text of each, as its package has it.
 * @param inputs files of the bundle, as esbuild lists them
 * @throws Error for a package without a licence's text
 */
export function licencesOf(inputs: readonly string[], root: string): string {
  const folders = new Set(
    inputs.flatMap((input) => {
      const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      return match === null ? [] : [match[1]!];
    }),
  );
  const texts = [...folders].sort().map((folder) => {
    const path = join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
      readonly [key: string]: string;
    };
    return `${name} ${version} (${license})\n\n${licenceIn(path) ?? `Licence: ${license}. ${missing(name!)}`}`;
  });
  return `The code of these packages is in bundle.cjs.\n\n${texts.map((text) => `${'-'.repeat(80)}\n${text.trim()}\n`).join('\n')}`;
}

function licenceIn(folder: string): string | undefined {
  const name = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
  return name === undefined ? undefined : readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n');
}

function missing(name: string): never {
  throw new Error(`The package ${name} has no text of its licence: add what it asks for.`);
}
