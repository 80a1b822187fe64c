import { join } from 'node:path';
import type { DocumentElement, DocumentNode, DocumentText, ElementName } from '../../src/document/index.ts';
import { type Rect, rotation } from '../../src/geometry/index.ts';
import type { Picture } from '../../src/image/index.ts';
import type {
  BoxFragment,
  Fragment,
  LayoutResult,
  LineFragment,
  PageFragment,
  PictureFragment,
} from '../../src/layout/index.ts';
import { breakLines, Faces, type Paragraph, type TextSpan, Typesetter } from '../../src/text/index.ts';

type Style = BoxFragment['style'];

const opened = new Faces();
const typesetter = new Typesetter(opened);
const font = (path: string) => opened.open(join(import.meta.dirname, '../../fonts', path));
export const regular = [
  font('atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf'),
  font('noto-naskh-arabic/NotoNaskhArabic-Regular.ttf'),
];
export const bold = [font('noto-sans/NotoSans-Bold.ttf')];

const none = { width: 0, style: 'none', color: [0, 0, 0] } as const;
const sides = <T>(value: T) => ({ blockStart: value, blockEnd: value, inlineStart: value, inlineEnd: value });

const initial: Style = {
  display: 'block',
  position: 'static',
  inset: sides('auto' as const),
  width: 'auto',
  height: 'auto',
  minWidth: 'auto',
  maxWidth: 'none',
  minHeight: 'auto',
  maxHeight: 'none',
  margin: sides(0),
  padding: sides(0),
  border: sides(none),
  borderRadius: { startStart: 0, startEnd: 0, endEnd: 0, endStart: 0 },
  backgroundColor: undefined,
  backgroundImage: undefined,
  opacity: 1,
  backgroundSize: ['auto', 'auto'],
  backgroundPosition: [{ percent: 0 }, { percent: 0 }],
  backgroundRepeat: 'repeat',
  color: [18, 44, 58],
  fontFamily: 'text',
  fontSize: 12,
  fontWeight: 400,
  lineHeight: 'normal',
  letterSpacing: 0,
  textAlign: 'start',
  textWrap: 'wrap',
  hyphens: 'manual',
  hyphenateLimitChars: [6, 2, 3],
  wordBreak: 'normal',
  textTransform: 'none',
  textFit: 'none',
  textDecoration: 'none',
  verticalAlign: 'top',
  borderCollapse: 'separate',
  borderSpacing: { inline: 0, block: 0 },
  listStyleType: 'none',
  content: undefined,
  counterReset: [],
  counterIncrement: [],
  page: '',
  level: undefined,
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  orphans: 2,
  widows: 2,
  gridTemplateColumns: [],
  gridTemplateRows: [],
  columnGap: 0,
  columnCount: 'auto',
  columnWidth: 'auto',
  columnFill: 'balance',
  columnRule: none,
  rowGap: 0,
  gridTemplateAreas: new Map(),
  gridArea: undefined,
  gridColumn: undefined,
  gridRow: undefined,
  order: 0,
  alignItems: 'stretch',
  alignSelf: 'auto',
  justifySelf: 'stretch',
  alignContent: 'start',
  justifyContent: 'normal',
  flexWrap: 'nowrap',
  flexGrow: 0,
  flexShrink: 1,
  flexBasis: 'auto',
  objectFit: 'contain',
  objectPosition: [0.5, 0.5],
  transform: { kind: 'none' },
  transformOrigin: [{ percent: 50 }, { percent: 50 }],
};

export const style = (given: Partial<Style> = {}): Style => ({ ...initial, ...given });
export { sides };

let index = 0;

/** An element in `parent`; `id`, `dir` and the rest come from `attributes`. */
export function element(
  name: ElementName,
  attributes: Record<string, string> = {},
  parent?: DocumentElement,
): DocumentElement {
  const { id, dir, ...rest } = attributes;
  const made: DocumentElement = {
    kind: 'element',
    name,
    attributes: rest,
    id,
    classes: [],
    lang: 'en',
    dir: (dir as 'ltr' | 'rtl' | undefined) ?? parent?.dir ?? 'ltr',
    declares: { lang: false, dir: false },
    isolates: false,
    parent,
    children: [],
    origin: { file: 'test.hbs', line: index + 1 },
    index: index++,
  };
  parent?.children.push(made);
  return made;
}

export function text(content: string, parent: DocumentElement): DocumentText {
  const made: DocumentText = {
    kind: 'text',
    text: content,
    parent,
    origin: { file: 'test.hbs', line: index + 1, key: `key.${index}` },
    index: index++,
  };
  parent.children.push(made);
  return made;
}

export interface PieceSource {
  readonly node: DocumentNode;
  readonly content: string;
  readonly style?: Partial<Style>;
  readonly size?: number;
  readonly faces?: typeof regular;
}

/** The lines of a paragraph, set from (`x`, `y`) in a column of `width`. */
export function lines(
  sources: readonly PieceSource[],
  {
    x = 20,
    y = 20,
    width = 200,
    role = 'content',
    direction = 'ltr',
  }: {
    x?: number;
    y?: number;
    width?: number;
    role?: 'content' | 'running';
    direction?: 'ltr' | 'rtl';
  } = {},
): LineFragment[] {
  let content = '';
  const spans: TextSpan[] = [];
  const whole = sources.map((source) => {
    const start = content.length;
    content += source.content;
    const { faces = regular, size = 12 } = source;
    spans.push({ start, end: content.length, faces, size, language: 'en' });
    const owner = source.node.kind === 'element' ? source.node : source.node.parent;
    return { node: source.node, element: owner, style: style(source.style), start, end: content.length };
  });
  const paragraph: Paragraph = {
    text: content,
    direction,
    spans,
    breaking: { strictness: 'normal', words: 'normal' },
  };
  const size = Math.max(...spans.map((span) => span.size));
  return breakLines(typesetter.shape(paragraph), width, { wrap: 'wrap' }).map((line, i) => ({
    kind: 'line',
    rect: {
      x: direction === 'ltr' ? x : x + width - line.width,
      y: y + i * size * 1.4,
      width: line.width,
      height: size * 1.4,
    },
    baseline: y + i * size * 1.4 + size,
    paragraph,
    line,
    pieces: whole.flatMap((piece) => {
      const [start, end] = [Math.max(piece.start, line.start), Math.min(piece.end, line.end)];
      return start < end ? [{ ...piece, start, end }] : [];
    }),
    role,
    size,
  }));
}

export function box(
  rect: readonly [x: number, y: number, width: number, height: number],
  given: Partial<Style> = {},
  children: readonly Fragment[] = [],
  { rotate, ...more }: Partial<BoxFragment> & { readonly rotate?: number } = {},
): BoxFragment {
  const [x, y, width, height] = rect;
  const turned = rotate === undefined ? {} : { matrix: rotation(rotate, x + width / 2, y + height / 2) };
  return {
    ...turned,
    kind: 'box',
    element: undefined,
    style: style(given),
    rect: { x, y, width, height },
    children,
    role: 'content',
    ...more,
  };
}

export function pictureFragment(
  image: DocumentElement,
  picture: Picture,
  rect: Rect,
  more: Partial<PictureFragment> = {},
): PictureFragment {
  return {
    kind: 'picture',
    element: image,
    style: style(),
    rect,
    drawn: rect,
    flipped: false,
    picture,
    role: 'content',
    ...more,
  };
}

export function page(children: readonly Fragment[], more: Partial<PageFragment> = {}): PageFragment {
  return {
    name: 'cover',
    index: 0,
    width: 240,
    height: 300,
    direction: 'ltr',
    children,
    style: {
      name: 'cover',
      margin: sides(0),
      bleed: 0,
      backgroundColor: undefined,
      marginBoxes: [],
    },
    ...more,
  };
}

export const result = (...pages: readonly PageFragment[]): LayoutResult => ({
  pages,
  overflows: [],
  missing: [],
  stacked: [],
});
