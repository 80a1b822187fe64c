import {
  type DocumentElement,
  type DocumentText,
  elements,
  type HtmlDocument,
} from '../../src/document/index.ts';
import { union } from '../../src/geometry/index.ts';
import type { Picture } from '../../src/image/index.ts';
import type { Imposed } from '../../src/imposition/index.ts';
import type { DisplayItem, DisplayList, LinkArea, Owner, TextItem } from '../../src/paint/index.ts';
import {
  breakLines,
  type Face,
  Faces,
  type Paragraph,
  type TextSpan,
  Typesetter,
} from '../../src/text/index.ts';

const opened = new Faces();
const typesetter = new Typesetter(opened);
const fonts = new URL('../../fonts/', import.meta.url).pathname;
export const face = {
  latin: opened.open(`${fonts}atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf`),
  sans: opened.open(`${fonts}noto-sans/NotoSans-Regular.ttf`),
  arabic: opened.open(`${fonts}noto-naskh-arabic/NotoNaskhArabic-Regular.ttf`),
  sansArabic: opened.open(`${fonts}noto-sans-arabic/NotoSansArabic-Regular.ttf`),
  devanagari: opened.open(`${fonts}noto-sans-devanagari/NotoSansDevanagari-Regular.ttf`),
  nastaliq: opened.open(`${fonts}noto-nastaliq-urdu/NotoNastaliqUrdu-Regular.ttf`),
};

export interface Setting {
  readonly faces: readonly Face[];
  readonly width: number;
  readonly height: number;
  readonly pictures?: ReadonlyMap<string, Picture>;
  readonly footer?: string;
}

/** Sets a document in one column: as little of layout and paint as the tests of the PDF need. */
export function typeset(document: HtmlDocument, setting: Setting): DisplayList {
  const { faces, width, height } = setting;
  const margin = 36;
  const size = 12;
  const leading = 20;
  const items: DisplayItem[] = [];
  const links: LinkArea[] = [];
  const places: { element: DocumentElement; x: number; y: number }[] = [];
  let y = margin;

  const setText = (pieces: readonly (DocumentText | '\n')[]): void => {
    const spans: TextSpan[] = [];
    const nodes: DocumentText[] = [];
    let text = '';
    for (const node of pieces) {
      if (node === '\n') {
        text += node;
        const last = spans.pop()!;
        spans.push({ ...last, end: text.length });
        continue;
      }
      nodes.push(node);
      const start = text.length;
      text += node.text;
      spans.push({ start, end: text.length, faces, size, language: node.parent.lang });
    }
    if (text === '') return;
    const paragraph: Paragraph = {
      text,
      direction: document.dir,
      spans,
      breaking: { strictness: 'normal', words: 'normal' },
    };
    for (const line of breakLines(typesetter.shape(paragraph), width - 2 * margin, { wrap: 'wrap' })) {
      const left = document.dir === 'ltr' ? margin : width - margin - line.width;
      const rect = { x: left, y, width: line.width, height: leading };
      nodes.forEach((node, i) => {
        const runs = line.runs.filter((run) => run.start >= spans[i]!.start && run.start < spans[i]!.end);
        if (runs.length === 0) return;
        const owner = { kind: 'content', node, element: node.parent } as const;
        const start = Math.max(line.start, spans[i]!.start);
        const end = Math.min(line.end, spans[i]!.end);
        const baseline = y + 15;
        items.push({
          kind: 'text',
          owner,
          color: [20, 30, 40],
          paragraph,
          start,
          end,
          runs,
          x: left,
          baseline,
          rect,
        });
        const link = linkAround(node.parent);
        if (link === undefined) return;
        const from = Math.min(...runs.map((run) => run.x));
        const to = Math.max(...runs.map((run) => run.x + run.width));
        const href = link.attributes.href!;
        const area = { x: left + from, y, width: to - from, height: leading };
        const before = links.findIndex(({ element }) => element === link);
        if (before < 0)
          links.push({
            element: link,
            varies: false,
            href,
            description: `Go to ${href}`,
            rect: area,
            lines: [area],
          });
        else {
          const { lines, rect, ...rest } = links[before]!;
          links[before] = { ...rest, rect: union(rect, area), lines: [...lines, area] };
        }
      });
      y += leading;
    }
  };

  const setPicture = (element: DocumentElement): void => {
    const picture = setting.pictures!.get(element.attributes.src!)!;
    const drawn = { x: margin, y, width: 60, height: 40 };
    const owner = { kind: 'content', node: element, element } as const;
    items.push({ kind: 'picture', owner, picture, drawn, clip: drawn, flipped: document.dir === 'rtl' });
    y += 48;
  };

  const setBlock = (element: DocumentElement): void => {
    if (/^h[1-6]$/.test(element.name) || element.id !== undefined) places.push({ element, x: margin, y });
    let inline: (DocumentText | '\n')[] = [];
    const flush = (): void => {
      setText(inline);
      inline = [];
    };
    const visit = (parent: DocumentElement): void => {
      for (const child of parent.children) {
        if (child.kind === 'text') inline.push(child);
        else if (child.name === 'br') inline.push('\n');
        else if (child.name === 'img') {
          flush();
          setPicture(child);
        } else if (elements[child.name].category === 'inline') visit(child);
        else {
          flush();
          setBlock(child);
        }
      }
    };
    visit(element);
    flush();
  };
  setBlock(document.body);

  if (setting.footer !== undefined) {
    const owner = { kind: 'artifact', type: 'Pagination', subtype: 'Footer' } as const;
    const bar = { x: 0, y: height - 24, width, height: 24 };
    items.push({
      kind: 'path',
      owner,
      path: rectangle(bar),
      fill: [230, 240, 245],
      rule: 'nonzero',
      stroke: undefined,
    });
    items.push(lineOf(document, faces, setting.footer, owner, margin, height - 8));
  }
  return { page: 'cover', index: 0, width, height, bleed: 0, items, links, places };
}

/** A text on one line, of one owner. */
export function lineOf(
  document: HtmlDocument,
  faces: readonly Face[],
  text: string,
  owner: Owner,
  x: number,
  baseline: number,
): TextItem {
  const paragraph: Paragraph = {
    text,
    direction: document.dir,
    spans: [{ start: 0, end: text.length, faces, size: 9, language: document.lang }],
    breaking: { strictness: 'normal', words: 'normal' },
  };
  const [line] = breakLines(typesetter.shape(paragraph), 1000, { wrap: 'nowrap' });
  const rect = { x, y: baseline - 12, width: line!.width, height: 16 };
  const { runs } = line!;
  return {
    kind: 'text',
    owner,
    color: [0, 0, 0],
    paragraph,
    start: 0,
    end: text.length,
    runs,
    x,
    baseline,
    rect,
  };
}

function linkAround(element: DocumentElement): DocumentElement | undefined {
  for (let at: DocumentElement | undefined = element; at !== undefined; at = at.parent) {
    if (at.attributes.href !== undefined) return at;
  }
  return undefined;
}

export function rectangle({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const points = Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height);
  return { verbs: 'MLLLZ', points };
}

/** Each page a sheet of its own, as for the screen. */
export function onScreen(...pages: readonly DisplayList[]): Imposed {
  const sheets = pages.map((page) => ({
    name: page.page,
    width: page.width,
    height: page.height,
    placements: [{ page, x: 0, y: 0, rotate: 0 as const, clip: false }],
    marks: [],
  }));
  return { purpose: 'screen', sheets, duplex: undefined };
}
