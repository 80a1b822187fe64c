import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The peer: the newest Typst binding of npm, told to tag for PDF/UA-1, which sets the same text as a plain guide. Its
 * fonts are ours, so that both shape the same glyphs. It goes into a folder of its own, not into the project's lock file:
 * its entries for other machines are not all to be had.
 */
export const peerVersion = '0.7.0';
const name = '@myriaddreamin/typst-ts-node-compiler';
const folder = join(tmpdir(), `helpline-press-bench-typst-${peerVersion}`);

/** The part of the binding that we use. */
interface Compiler {
  pdf(
    what: { mainFileContent: string },
    options: { pdfStandard: string; creationTimestamp: number },
  ): Uint8Array;
}
interface Binding {
  readonly NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontPaths: string[] }[] }): Compiler;
  };
}

function binding(): Binding {
  const require = createRequire(join(folder, 'package.json'));
  if (!existsSync(join(folder, 'node_modules', name))) {
    process.stderr.write(`Installing ${name} ${peerVersion} into ${folder} …\n`);
    const flags = ['--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
    const { status, stderr } = spawnSync(
      'npm',
      ['install', '--prefix', folder, ...flags, `${name}@${peerVersion}`],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`The peer cannot be installed:\n${stderr}`);
  }
  return require(name) as Binding;
}

/** A guide without design. */
export interface PlainGuide {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly font: string;
  readonly title: string;
  /** Blocks of text; a heading starts with `= `. */
  readonly blocks: readonly string[];
  readonly number: string;
}

const escapeTypst = (text: string) => text.replace(/[\\#$*_@<>[\]`~=+/-]/g, '\\$&');

function typstSource(guide: PlainGuide): string {
  const body = guide.blocks.map((block) =>
    block.startsWith('= ') ? `= ${escapeTypst(block.slice(2))}` : escapeTypst(block),
  );
  const [language, ...more] = guide.language.split('-');
  // Subtags of four letters are scripts, of two regions (BCP 47).
  const asked = more.map((tag) => `, ${tag.length === 4 ? 'script' : 'region'}: "${tag.toLowerCase()}"`);
  return `#set document(title: "${guide.title.replace(/["\\]/g, '')}")
#set page(paper: "us-letter", margin: 1in, footer: [${escapeTypst(guide.number)}])
#set text(font: "${guide.font}", size: 16pt, lang: "${language}"${asked.join('')}, dir: ${guide.direction})
#set par(leading: 0.8em)
#link("tel:${guide.number}")[${escapeTypst(guide.number)}]

${body.join('\n\n')}
`;
}

export class Typst {
  readonly #compiler: Compiler;
  /** @param fontFolders where its fonts are */
  constructor(fontFolders: readonly string[]) {
    this.#compiler = binding().NodeCompiler.create({
      workspace: '/',
      fontArgs: [{ fontPaths: [...fontFolders] }],
    });
  }
  /** A tagged PDF/UA-1 file. */
  pdf(guide: PlainGuide): Uint8Array {
    return this.#compiler.pdf(
      { mainFileContent: typstSource(guide) },
      { pdfStandard: 'ua-1', creationTimestamp: 0 },
    );
  }
}
