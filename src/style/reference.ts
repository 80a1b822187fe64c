import { counterStyles } from './counter-styles.ts';
import { longhands } from './longhands.ts';
import { pageProperties } from './page-style.ts';
import { properties } from './properties.ts';
import type { Longhand } from './property.ts';
import type { ComputedStyle } from './types.ts';

/** What a field of a style is, for people: the values that its properties take, and what they apply to. */
interface Entry {
  readonly group: Group;
  readonly takes: string;
  readonly on: string;
  /** Where the value itself does not say it. */
  readonly initial?: string;
}

export const groups = [
  'boxes',
  'borders and grounds',
  'places',
  'text',
  'lists and tables',
  'generated text',
  'grids',
  'flex rows',
  'columns',
  'pages',
  'pictures',
] as const;
export type Group = (typeof groups)[number];

const entry = (group: Group, takes: string, on: string, initial?: string): Entry => ({
  group,
  takes,
  on,
  ...(initial === undefined ? {} : { initial }),
});

const size = '`auto`, length, %';
const share =
  '`start`, `center`, `end`, `stretch`, `space-between`, `space-around`, `space-evenly`, `flex-start`, `flex-end`';
const align = '`stretch`, `start`, `center`, `end`, `baseline`, `flex-start`, `flex-end`';

/** Every field has an entry: what is missing is named by the compiler. */
const entries: Readonly<Record<keyof ComputedStyle, Entry>> = {
  display: entry(
    'boxes',
    '`block`, `inline`, `list-item`, `grid`, `flex`, `none`',
    'all',
    'what the element is',
  ),
  width: entry('boxes', size, 'boxes, columns of tables by their cells'),
  height: entry('boxes', size, 'boxes'),
  minWidth: entry('boxes', size, 'boxes'),
  minHeight: entry('boxes', size, 'boxes'),
  maxWidth: entry('boxes', '`none`, length, %', 'boxes'),
  maxHeight: entry('boxes', '`none`, length, %', 'boxes'),
  margin: entry('boxes', size, 'boxes; of pictures in a line from 0'),
  padding: entry('boxes', 'length, %', 'boxes'),
  border: entry('borders and grounds', '`none`, or width, `solid` or `dashed`, colour', 'boxes', 'none'),
  borderRadius: entry(
    'borders and grounds',
    'length, %',
    'boxes without a border, or with the same all around',
  ),
  backgroundColor: entry('borders and grounds', 'colour, `transparent`', 'boxes', 'transparent'),
  backgroundImage: entry(
    'borders and grounds',
    '`none`, `linear-gradient()`, `radial-gradient()`, `url()` of a picture',
    'boxes',
    'none',
  ),
  backgroundSize: entry(
    'borders and grounds',
    '`cover`, `contain`, or one or two of `auto`, length, %',
    'background pictures',
    'auto',
  ),
  backgroundPosition: entry(
    'borders and grounds',
    '`left`, `center`, `right`, `top`, `bottom`, length, %',
    'background pictures',
    '0% 0%',
  ),
  backgroundRepeat: entry(
    'borders and grounds',
    '`repeat`, `repeat-x`, `repeat-y`, `no-repeat`',
    'background pictures',
  ),
  opacity: entry('borders and grounds', '0.1 to 1, 10% to 100%', 'pictures, boxes; text over one colour'),
  color: entry('text', 'colour', 'text', 'black'),
  position: entry('places', '`static`, `relative`, `absolute`, `running(<name>)`', 'all'),
  inset: entry('places', size, 'what is `relative` or `absolute`'),
  transform: entry(
    'places',
    '`none`, or `rotate()`, `scale()`, `scaleX()`, `scaleY()`, `translate()`, `translateX()`, `translateY()`',
    'boxes without text; pictures are mirrored by `scaleX(-1)`',
    'none',
  ),
  transformOrigin: entry(
    'places',
    '`left`, `center`, `right`, `top`, `bottom`, length, %',
    'boxes with a transform',
    'center',
  ),
  fontFamily: entry('text', '`text`, `display`, `number`', 'text'),
  fontSize: entry('text', 'length, % of the parent’s', 'text', '1rem'),
  fontWeight: entry(
    'text',
    '1 to 1000, `normal`, `bold`, `lighter`, `bolder`',
    'text: regular up to 500, bold beyond',
  ),
  lineHeight: entry('text', '`normal`, number, length', 'text'),
  letterSpacing: entry(
    'text',
    '`normal`, length from -0.02em to 0.08em',
    'text of scripts whose letters do not join',
    'normal',
  ),
  textAlign: entry('text', '`start`, `end`, `center`', 'blocks'),
  textWrap: entry('text', '`wrap`, `nowrap`, `balance`', 'text'),
  hyphens: entry('text', '`manual`, `auto`', 'text of languages with patterns (most of Europe’s)'),
  hyphenateLimitChars: entry(
    'text',
    '`auto` or 1–3 whole numbers up to 100: letters of a word, before a hyphen, after it, at least',
    'text with `hyphens: auto`',
    'auto: 6 2 3',
  ),
  wordBreak: entry('text', '`normal`, `auto-phrase`', 'blocks of Japanese and Chinese'),
  textTransform: entry(
    'text',
    '`none`, `uppercase`, `lowercase`, `capitalize`',
    'text; not words with digits, nor numbers. It is read and copied as it was',
  ),
  textFit: entry('text', '`none`, `grow`, `fewer`, `fewer` and length', 'blocks; `grow`: of one line'),
  textDecoration: entry('text', '`none`, `underline`', 'text'),
  verticalAlign: entry(
    'text',
    '`baseline`, `super`, `sub`; `top`, `middle`, `bottom`',
    'text in a line; cells of tables, which begin at their `top`',
  ),
  borderCollapse: entry('lists and tables', '`separate`, `collapse`', 'tables'),
  borderSpacing: entry('lists and tables', 'one or two lengths', 'tables', '0'),
  listStyleType: entry(
    'lists and tables',
    `\`none\`, \`disc\`, ${counterStyles.map((name) => `\`${name}\``).join(', ')}`,
    'items of lists',
  ),
  content: entry(
    'generated text',
    '`none`, or marks in quotes, `counter()`, `counters()`, `target-counter(attr(href), page)`; then perhaps `/ ""`',
    '`::before`, `::after` of texts',
    'none',
  ),
  counterReset: entry('generated text', '`none`, names', 'all', 'none'),
  counterIncrement: entry('generated text', '`none`, names', 'all', 'none'),
  page: entry('pages', '`auto`, name of a page', 'blocks', 'the parent’s'),
  level: entry('pages', '`none`, name, name and length', 'blocks', 'none'),
  breakBefore: entry('pages', '`auto`, `page`, `column`, `avoid`', 'blocks, items, rows'),
  breakAfter: entry('pages', '`auto`, `page`, `column`, `avoid`', 'blocks, items, rows'),
  breakInside: entry('pages', '`auto`, `avoid`', 'blocks'),
  orphans: entry('pages', 'whole number, 1 to 20', 'blocks of text'),
  widows: entry('pages', 'whole number, 1 to 20', 'blocks of text'),
  gridTemplateColumns: entry(
    'grids',
    '`none`, or lengths, %, `fr`, `auto`, `minmax()`, `repeat()`',
    'grids',
    'none',
  ),
  gridTemplateRows: entry('grids', 'the same', 'grids', 'none'),
  gridTemplateAreas: entry('grids', '`none`, or a string of names for each row', 'grids', 'none'),
  gridArea: entry('grids', '`auto`, name of an area', 'items of grids', 'auto'),
  gridColumn: entry('grids', '`auto`, line, line `/` line, line `/ span` count', 'items of grids', 'auto'),
  gridRow: entry('grids', 'the same', 'items of grids', 'auto'),
  columnGap: entry('grids', 'length, %', 'grids, flex rows, columns'),
  rowGap: entry('grids', 'length, %', 'grids, flex rows'),
  order: entry('grids', 'whole number, -20 to 20', 'items of grids and flex rows'),
  alignItems: entry('grids', align, 'grids, flex rows'),
  alignSelf: entry('grids', `\`auto\`, ${align}`, 'items of grids and flex rows'),
  justifySelf: entry('grids', '`stretch`, `start`, `center`, `end`', 'items of grids'),
  alignContent: entry('grids', share, 'grids, flex rows'),
  justifyContent: entry('grids', `\`normal\`, ${share}`, 'grids, flex rows'),
  flexWrap: entry('flex rows', '`nowrap`, `wrap`', 'flex rows'),
  flexGrow: entry('flex rows', 'number', 'items of flex rows'),
  flexShrink: entry('flex rows', 'number', 'items of flex rows'),
  flexBasis: entry('flex rows', '`auto`, `content`, length, %', 'items of flex rows'),
  columnCount: entry('columns', '`auto`, whole number, 1 to 20', 'blocks'),
  columnWidth: entry('columns', '`auto`, length', 'blocks'),
  columnFill: entry('columns', '`balance`, `auto`', 'blocks with columns'),
  columnRule: entry('columns', 'as a border', 'blocks with columns', 'none'),
  objectFit: entry('pictures', '`auto`, `fill`, `contain`, `cover`', 'pictures'),
  objectPosition: entry('pictures', '`left`, `center`, `right`, `top`, `bottom`, %', 'pictures', 'center'),
};

/** Other names, each with what it takes. */
const short: Readonly<Record<string, string>> = {
  margin: 'one to four values: block start, inline end, block end, inline start',
  padding: 'the same',
  inset: 'the same',
  'margin-block': 'start and end',
  'margin-inline': 'start and end',
  'padding-block': 'start and end',
  'padding-inline': 'start and end',
  'inset-block': 'start and end',
  'inset-inline': 'start and end',
  border: 'all four sides alike',
  'border-radius': 'one to four values: the corner at the start of both axes first, then around',
  background: '`[colour] [image] [place[/size]] [repeat]`',
  font: '`[weight] size[/line height] family`',
  'inline-size': '`width`',
  'block-size': '`height`',
  'white-space': '`normal`, `nowrap`: `text-wrap`',
  columns: 'a width, a count, or both',
  flex: '`none`, or how much it grows, shrinks, and its basis',
  'flex-direction': '`row`',
  gap: 'between rows, and between columns',
};

/** A property, or the sides of one, as a row of the reference. */
export interface PropertyRow {
  readonly names: readonly string[];
  readonly group: Group;
  readonly takes: string;
  readonly on: string;
  readonly initial: string;
  readonly inherited: boolean;
}

/** The whole vocabulary of CSS, as it is read: what stands in no row is refused. */
export interface Reference {
  readonly properties: readonly PropertyRow[];
  readonly shorthands: readonly { readonly name: string; readonly takes: string }[];
  readonly page: readonly string[];
}

export function reference(): Reference {
  const rows: readonly (readonly [string, Longhand])[] = Object.entries(longhands);
  return {
    properties: Object.entries(entries).map(([key, { group, takes, on, initial }]) => {
      const own = rows.filter(([, row]) => row.key === key);
      const [, first] = own[0]!;
      return {
        names: own.map(([name]) => name),
        group,
        takes,
        on,
        initial: initial ?? String(first.initial),
        inherited: first.inherits,
      };
    }),
    shorthands: Object.keys(properties)
      .filter((name) => !Object.hasOwn(longhands, name))
      .map((name) => ({ name, takes: short[name] ?? '' })),
    page: Object.keys(pageProperties),
  };
}
