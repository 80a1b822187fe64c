import { recordIn, titleOf } from './checks/check-metadata.ts';
import type { Document } from './page/read.ts';
import type { Element } from './page/structure.ts';
import { open } from './prove.ts';
import { heard } from './reading/heard.ts';
import { blocksOf, fold } from './reading/text.ts';

/** What a file says of itself, as readable text. */
export interface Inspection {
  readonly pages: number;
  /** Of each page, pt. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  /** The edge about which a printer is told to turn the paper. */
  readonly duplex: 'short' | 'long';
  /** A printer is told to print on both sides of the paper. */
  readonly isTwoSided: boolean;
  /** The structure tree, indented: type, language, alternative text, text. */
  readonly tags: string;
  /** Text by structure, one line a block. */
  readonly text: string;
  /** What a screen reader says, from the tags, one line a block. */
  readonly heard: string;
  /** Names of the fonts that show text, sorted, without their subset tags. */
  readonly fonts: readonly string[];
  readonly metadata: {
    readonly title: string | undefined;
    readonly language: string | undefined;
    /** What the press records of a job: `guideId`, `product`, `locale` and so on. */
    readonly record: Readonly<Record<string, string>>;
    /** The XMP packet as it stands. */
    readonly xmp: string;
  };
}

const flips = { short: '/DuplexFlipShortEdge', long: '/DuplexFlipLongEdge' };

/** @throws PressError PDF_UNREADABLE */
export function inspect(bytes: Uint8Array): Inspection {
  return open(bytes, (document) => ({
    pages: document.pages.length,
    sizes: document.pages.map(({ width, height }) => ({ width, height })),
    isTwoSided: [flips.short, flips.long].includes(duplexOf(document) as string),
    duplex: duplexOf(document) === flips.long ? 'long' : 'short',
    tags: tagLines(document, document.root, 0).join('\n'),
    text: blocksOf(document)
      .map(({ text }) => text)
      .join('\n'),
    heard: heard(document),
    fonts: [
      ...new Set(document.pages.flatMap(({ content }) => content.runs.map(({ font }) => font.name))),
    ].sort(),
    metadata: {
      title: titleOf(document.xmp),
      language: document.language,
      record: recordIn(document.xmp),
      xmp: document.xmp,
    },
  }));
}

function duplexOf({ file, catalog }: Document): unknown {
  return file.get(file.dictionary(catalog.get('ViewerPreferences'))?.get('Duplex'));
}

function tagLines(document: Document, element: Element, depth: number): string[] {
  const facts = [
    element.type,
    element.ownLang === undefined ? '' : `lang=${element.ownLang}`,
    element.alt === undefined ? '' : `alt="${element.alt}"`,
    element.expansion === undefined ? '' : `long="${element.expansion}"`,
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
