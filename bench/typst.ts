import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/**
 * The peer: Typst's compiler from npm, the same text as a plain four-page guide, no tags asked for beyond its own.
 * Its fonts are ours, so that both shape the same glyphs.
 */
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

export function typstSource(guide: PlainGuide): string {
  const body = guide.blocks.map((block) =>
    block.startsWith('= ') ? `= ${escapeTypst(block.slice(2))}` : escapeTypst(block),
  );
  return `#set document(title: "${guide.title.replace(/["\\]/g, '')}")
#set page(paper: "us-letter", margin: 1in, footer: [#link("tel:${guide.number}")[${escapeTypst(guide.number)}]])
#set text(font: "${guide.font}", size: 16pt, lang: "${guide.language.slice(0, 2)}", dir: ${guide.direction})
#set par(leading: 0.8em)
${body.join('\n\n')}
`;
}

export class Typst {
  readonly #compiler: NodeCompiler;
  constructor(fontFolders: readonly string[]) {
    this.#compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: [...fontFolders] }] });
  }
  pdf(guide: PlainGuide): Uint8Array {
    return this.#compiler.pdf({ mainFileContent: typstSource(guide) });
  }
}
