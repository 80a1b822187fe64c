import { stringify } from 'yaml';
import { escapeInline, type Guide, type GuideData } from '../../src/content/index.ts';
import { type Declaration, mapTexts, type Piece } from './declaration.ts';
import type { Writing } from './script-of.ts';

type Blocks = GuideData['disclosure']['blocks'];

/** A guide has at most so many sections. */
const mostSections = 12;

const marked = (tag: string) => (text: string) => `[${escapeInline(text)}](lang:${tag})`;

function blocksOf(pieces: readonly Piece[]): Blocks {
  return pieces.map(({ kind, texts }, i): Blocks[number] => {
    const id = `b${i + 1}`;
    if (kind === 'list') return { id, kind, items: texts.map((text, k) => ({ id: `i${k + 1}`, text })) };
    return { id, kind: kind === 'heading' ? 'callout' : 'paragraph', text: texts.join(' ') };
  });
}

/** Heading and blocks of a row of pieces: the first text is the heading, whatever it was. */
function partOf([first, ...rest]: readonly Piece[]): { heading: string; blocks: Blocks } | undefined {
  if (first === undefined) return undefined;
  const [heading, ...more] = first.texts;
  const pieces = more.length === 0 ? rest : [{ kind: first.kind, texts: more }, ...rest];
  return pieces.length === 0 ? undefined : { heading: heading!, blocks: blocksOf(pieces) };
}

/** Articles in at most twelve groups, none of a single text: a section has a line and at least one block. */
function groups(articles: readonly (readonly Piece[])[]): Piece[][] {
  const perGroup = Math.ceil(articles.length / mostSections);
  const out: Piece[][] = [];
  articles.forEach((article, i) => {
    if (i % perGroup === 0) out.push([]);
    out.at(-1)!.push(...article);
  });
  for (let i = out.length - 1; i > 0; i--)
    if (partOf(out[i]!) === undefined) out[i - 1]!.push(...out.splice(i, 1).flat());
  return out;
}

/**
 * `guide.yaml` of a declaration: the preamble is the opening, articles are sections, each text is marked with its
 * language; the helpline and the disclosure are those of the shipped guide, in English.
 */
export function guideYaml(declaration: Declaration, { tag, locale }: Writing, shipped: Guide): string {
  const { title, preamble, articles } = mapTexts(declaration, marked(tag));
  const english = marked('en');
  const opening = partOf(preamble);
  const sections = groups(opening === undefined ? [preamble, ...articles] : articles);
  const { version, date, country, helplines, disclosure } = shipped.data;
  const { display, dial, call, answers } = helplines.main;
  return stringify({
    id: `udhr-${declaration.code.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    version,
    date,
    locale,
    country,
    title,
    helplines: { main: { display, dial, call: english(call), answers: english(answers) } },
    ...(opening === undefined ? {} : { opening }),
    sections: sections.flatMap((pieces, i) => {
      const part = partOf(pieces);
      return part === undefined ? [] : [{ id: `s${i + 1}`, line: part.heading, blocks: part.blocks }];
    }),
    disclosure: {
      version: disclosure.version,
      heading: english(disclosure.heading),
      blocks: disclosure.blocks.map((block) =>
        block.kind === 'paragraph' ? { ...block, text: english(block.text) } : block,
      ),
    },
    sources: [],
  });
}
