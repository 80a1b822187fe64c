/**
 * The whole HTML vocabulary. For each element: what it may stand in, how it is displayed by default and which PDF
 * structure type it becomes (ISO 32000-1 14.8.4; `null`: no element of its own, its children belong to the parent).
 */
export interface ElementRule {
  /** Content category of the element itself. */
  readonly category: 'document' | 'block' | 'inline' | 'item' | 'void';
  /** What it may contain: blocks, inline text, only what asks for it as its parent (or, in `dl`, groups), or nothing. `flow` takes either. */
  readonly contains: 'blocks' | 'inline' | 'items' | 'flow' | 'nothing';
  /** Parents that are required (`li` in `ul`/`ol`, `figcaption` in `figure`). */
  readonly parents?: readonly string[];
  readonly display: 'block' | 'inline' | 'list-item' | 'table' | 'none';
  readonly structure: StructureType | null;
  /** Attributes beyond id, class, lang, dir. */
  readonly attributes: readonly string[];
}

/** The standard structure types used (ISO 32000-1 14.8.4). */
export type StructureType =
  | 'Document'
  | 'Part'
  | 'Art'
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'Caption'
  | 'NonStruct'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Span'
  | 'Quote'
  | 'Note'
  | 'BibEntry'
  | 'Link'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

const block = (structure: StructureType | null, contains: ElementRule['contains'] = 'flow'): ElementRule => ({
  category: 'block',
  contains,
  display: 'block',
  structure,
  attributes: [],
});
/** What may only stand in some elements, and is laid out as a block where nothing else is said. */
const within = (
  parents: readonly string[],
  structure: StructureType | null,
  contains: ElementRule['contains'],
  attributes: readonly string[] = [],
): ElementRule => ({ category: 'item', contains, parents, display: 'block', structure, attributes });
const inline = (structure: StructureType | null, attributes: string[] = []): ElementRule => ({
  category: 'inline',
  contains: 'inline',
  display: 'inline',
  structure,
  attributes,
});

export const elements = {
  html: { category: 'document', contains: 'blocks', display: 'block', structure: null, attributes: [] },
  head: { category: 'document', contains: 'blocks', display: 'none', structure: null, attributes: [] },
  title: {
    category: 'document',
    contains: 'inline',
    parents: ['head'],
    display: 'none',
    structure: null,
    attributes: [],
  },
  body: { category: 'document', contains: 'blocks', display: 'block', structure: 'Document', attributes: [] },
  main: block(null, 'blocks'),
  article: block('Art'),
  section: block('Sect'),
  header: block(null),
  footer: block(null),
  aside: block('Sect'),
  nav: block('Sect'),
  /** With the role of a heading it is one, of the level that it names (`headingLevel`); as a group it holds its parts together. */
  div: { ...block(null), attributes: ['role', 'aria-level'] },
  h1: block('H1', 'inline'),
  h2: block('H2', 'inline'),
  h3: block('H3', 'inline'),
  h4: block('H4', 'inline'),
  h5: block('H5', 'inline'),
  h6: block('H6', 'inline'),
  p: block('P', 'inline'),
  blockquote: block('BlockQuote'),
  ul: { ...block('L', 'items') },
  ol: { ...block('L', 'items') },
  li: {
    category: 'item',
    contains: 'flow',
    parents: ['ul', 'ol'],
    display: 'list-item',
    structure: 'LI',
    attributes: [],
  },
  /**
   * Terms and what they mean: a list whose labels are the terms (ISO 32000-1 14.8.4.3.3: L, LI, Lbl, LBody). Those that belong
   * together are an LI: what stands in one `div`, else from a `dt` that no `dt` stands before up to the next such.
   */
  dl: block('L', 'items'),
  dt: within(['dl', 'div'], 'Lbl', 'inline'),
  dd: within(['dl', 'div'], 'LBody', 'flow'),
  table: { ...block('Table', 'items'), display: 'table' },
  caption: within(['table'], 'Caption', 'flow'),
  thead: within(['table'], 'THead', 'items'),
  tbody: within(['table'], 'TBody', 'items'),
  /** The rows below all others: sums and notes. They stand once, at the end. */
  tfoot: within(['table'], 'TFoot', 'items'),
  /** Columns as such: how wide they are, and their ground. They hold nothing, and are not heard. */
  colgroup: within(['table'], null, 'items', ['span']),
  col: within(['colgroup'], null, 'nothing', ['span']),
  tr: within(['thead', 'tbody', 'tfoot'], 'TR', 'items'),
  th: within(['tr'], 'TH', 'flow', ['scope', 'colspan', 'rowspan']),
  td: within(['tr'], 'TD', 'flow', ['colspan', 'rowspan']),
  figure: block('Div'),
  figcaption: { ...block('Caption'), parents: ['figure'] },
  img: {
    category: 'void',
    contains: 'nothing',
    display: 'inline',
    structure: 'Figure',
    attributes: ['src', 'alt', 'data-label'],
  },
  /** A line between parts, in the colour of the text around it: drawn, and not heard. */
  hr: { ...block(null, 'nothing') },
  br: { category: 'void', contains: 'nothing', display: 'inline', structure: null, attributes: [] },
  a: inline('Link', ['href', 'title']),
  span: inline(null, ['data-label']),
  b: inline(null, ['data-label']),
  strong: inline(null),
  em: inline(null),
  i: inline(null),
  small: inline(null),
  bdi: inline(null),
  /** Raised and lowered, a size smaller: said where they stand, as a part of their text. */
  sup: inline('Span'),
  sub: inline('Span'),
  /** A short form; its `title` is what is read aloud for it (ISO 32000-1 14.9.5). */
  abbr: inline('Span', ['title']),
  q: inline('Quote'),
  /** Where what is said was found. */
  cite: inline('BibEntry'),
} as const satisfies Record<string, ElementRule>;

export type ElementName = keyof typeof elements;
