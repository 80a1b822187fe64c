import { titleOf } from './check-metadata.ts';
import { open } from './prove.ts';
import type { Document } from './read.ts';
import type { Element } from './structure.ts';
import { blocksOf, fold } from './text.ts';

/** What a file says of itself, as readable text. */
export interface Inspection {
  readonly pages: number;
  /** The structure tree, indented: type, language, alternative text, text. */
  readonly tags: string;
  /** Text by structure, one line a block. */
  readonly text: string;
  /** Names of the fonts that show text, sorted, without their subset tags. */
  readonly fonts: readonly string[];
  readonly metadata: {
    readonly title: string | undefined;
    readonly language: string | undefined;
    /** The XMP packet as it stands. */
    readonly xmp: string;
  };
}

/** @throws PressError PDF_UNREADABLE */
export function inspect(bytes: Uint8Array): Inspection {
  return open(bytes, (document) => ({
    pages: document.pages.length,
    tags: document.root === undefined ? '' : tagLines(document, document.root, 0).join('\n'),
    text: blocksOf(document)
      .map(({ text }) => text)
      .join('\n'),
    fonts: [
      ...new Set(document.pages.flatMap(({ content }) => content.glyphs.map(({ font }) => font.name))),
    ].sort(),
    metadata: { title: titleOf(document.xmp), language: document.language, xmp: document.xmp },
  }));
}

function tagLines(document: Document, element: Element, depth: number): string[] {
  const facts = [
    element.type,
    element.ownLang === undefined ? '' : `lang=${element.ownLang}`,
    element.alt === undefined ? '' : `alt="${element.alt}"`,
    element.actualText === undefined ? '' : `actual="${element.actualText}"`,
  ].filter((fact) => fact !== '');
  const lines = [`${'  '.repeat(depth)}${facts.join(' ')}`];
  let text = '';
  const flush = () => {
    if (fold(text) !== '') lines.push(`${'  '.repeat(depth + 1)}"${fold(text)}"`);
    text = '';
  };
  for (const kid of element.kids) {
    if (kid.kind === 'content') text += document.pages[kid.page]?.texts.get(kid.mcid) ?? '';
    else {
      flush();
      if (kid.kind === 'element') lines.push(...tagLines(document, kid.element, depth + 1));
      else lines.push(`${'  '.repeat(depth + 1)}-> annotation`);
    }
  }
  flush();
  return lines;
}
