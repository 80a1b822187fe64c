/**
 * Every kind of object that the press writes, as data: a row a kind, with each key that it may have and the shape of its
 * value. A key that ends with `?` may be absent. What is not here is not as the press writes it, and is not read.
 */
import {
  back,
  either,
  entries,
  exactly,
  flag,
  fontName,
  integer,
  list,
  name,
  named,
  number,
  pairs,
  type Shape,
  text,
  to,
  tuple,
  whole,
  within,
} from './shapes.ts';

export type Kind =
  | 'trailer'
  | 'catalog'
  | 'information'
  | 'string'
  | 'preferences'
  | 'labels'
  | 'label'
  | 'marking'
  | 'intent'
  | 'profile'
  | 'metadata'
  | 'pages'
  | 'page'
  | 'content'
  | 'resources'
  | 'fonts'
  | 'font'
  | 'descendant'
  | 'system'
  | 'descriptor'
  | 'program'
  | 'glyphs'
  | 'unicode'
  | 'image'
  | 'soft mask'
  | 'drawing'
  | 'transparency'
  | 'drawing resources'
  | 'state'
  | 'luminosity'
  | 'gradient'
  | 'shading'
  | 'blend'
  | 'blends'
  | 'image profile'
  | 'annotation'
  | 'dial'
  | 'jump'
  | 'outlines'
  | 'bookmark'
  | 'structure'
  | 'parents'
  | 'element'
  | 'content reference'
  | 'object reference'
  | 'list attributes'
  | 'layout attributes'
  | 'table attributes'
  | 'nothing';

export interface Row {
  /**
   * The object is a stream: its filter is one of these, or it has none where there are none.
   * `longest` bounds it, bytes as they stand.
   */
  readonly stream?: {
    readonly filters: readonly string[];
    readonly longest?: number;
  };
  /** The object is no dictionary, but of this shape. */
  readonly value?: Shape;
  readonly keys: Readonly<Record<string, Shape>>;
}

/** Types of structure elements (ISO 32000-1 14.8.4) that the press makes. */
export const elementTypes = [
  ...[
    'Document',
    'Part',
    'Art',
    'Sect',
    'Div',
    'BlockQuote',
    'Caption',
    'NonStruct',
    'P',
    'H1',
    'H2',
    'H3',
    'H4',
    'H5',
    'H6',
  ],
  ...['L', 'LI', 'Lbl', 'LBody', 'Span', 'Quote', 'Note', 'BibEntry', 'Link', 'Figure'],
  ...['Table', 'THead', 'TBody', 'TFoot', 'TR', 'TH', 'TD'],
];

const string = either(text, to('string'));
const origin = exactly(0);
/** A rectangle whose lower left corner is the origin. */
const box = tuple(origin, origin, number, number);
const rectangle = tuple(number, number, number, number);
/** A place on a page (12.3.2.2). */
const destination = tuple(back('page'), name('XYZ'), number, number, exactly(null));
/** The same of an element (ISO 32000-2 12.3.2.3). */
const elementDestination = tuple(back('element'), name('XYZ'), number, number, exactly(null));
const colorProfile = exactly('sRGB IEC61966-2.1');
/** Without predictors or other parameters. */
const deflated = { filters: ['FlateDecode'] };

export const vocabulary: Readonly<Record<Kind, Row>> = {
  trailer: {
    keys: { Size: integer, Root: to('catalog'), Info: to('information'), ID: tuple(text, text) },
  },
  catalog: {
    keys: {
      Type: name('Catalog'),
      Pages: to('pages'),
      'PageLabels?': within('labels'),
      'ViewerPreferences?': to('preferences'),
      StructTreeRoot: to('structure'),
      'MarkInfo?': to('marking'),
      'Lang?': text,
      'OutputIntents?': tuple(to('intent')),
      'Outlines?': to('outlines'),
      'PageMode?': name('UseOutlines'),
      'Metadata?': to('metadata'),
    },
  },
  information: {
    keys: {
      Title: string,
      Creator: string,
      Producer: string,
      CreationDate: string,
      ModDate: string,
    },
  },
  string: { value: text, keys: {} },
  labels: { keys: { Nums: pairs(integer, within('label')) } },
  label: { keys: { 'S?': name('D'), 'St?': integer, 'P?': text } },
  preferences: {
    keys: {
      'DisplayDocTitle?': flag,
      'PrintScaling?': name('None'),
      'Duplex?': name('Simplex', 'DuplexFlipShortEdge', 'DuplexFlipLongEdge'),
    },
  },
  marking: { keys: { Marked: flag } },
  intent: {
    keys: {
      Type: name('OutputIntent'),
      S: name('GTS_PDFA1'),
      Info: colorProfile,
      OutputConditionIdentifier: colorProfile,
      DestOutputProfile: to('profile'),
    },
  },
  profile: { stream: deflated, keys: { N: exactly(3) } },
  // "length" is pdfkit's, and means nothing.
  metadata: {
    stream: { filters: [], longest: 256 * 1024 },
    keys: { 'length?': integer, Type: name('Metadata'), Subtype: name('XML') },
  },
  pages: { keys: { Type: name('Pages'), Count: integer, Kids: list(to('page')) } },
  page: {
    keys: {
      Type: name('Page'),
      Parent: back('pages'),
      MediaBox: box,
      'TrimBox?': box,
      Contents: to('content'),
      Resources: to('resources'),
      'UserUnit?': exactly(1),
      'StructParents?': integer,
      'Annots?': list(to('annotation')),
      'Tabs?': name('S'),
    },
  },
  content: { stream: deflated, keys: {} },
  resources: {
    keys: {
      'ProcSet?': tuple(name('PDF'), name('Text'), name('ImageB'), name('ImageC'), name('ImageI')),
      Font: to('fonts'),
      'XObject?': named({ I: 'image', D: 'drawing' }),
      'ColorSpace?': within('nothing'),
    },
  },
  fonts: { value: named({ F: 'font' }), keys: {} },
  font: {
    keys: {
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: fontName,
      Encoding: name('Identity-H'),
      DescendantFonts: tuple(to('descendant')),
      ToUnicode: to('unicode'),
    },
  },
  descendant: {
    keys: {
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: fontName,
      CIDSystemInfo: within('system'),
      FontDescriptor: to('descriptor'),
      W: tuple(exactly(1), list(number)),
      DW: exactly(1000),
      CIDToGIDMap: to('glyphs'),
    },
  },
  system: {
    keys: { Registry: exactly('Adobe'), Ordering: exactly('Identity'), Supplement: exactly(0) },
  },
  descriptor: {
    keys: {
      Type: name('FontDescriptor'),
      FontName: fontName,
      Flags: integer,
      FontBBox: rectangle,
      ItalicAngle: number,
      Ascent: number,
      Descent: number,
      CapHeight: number,
      XHeight: number,
      StemV: number,
      FontFile2: to('program'),
    },
  },
  program: { stream: deflated, keys: { Length1: integer } },
  glyphs: { stream: deflated, keys: {} },
  unicode: { stream: deflated, keys: {} },
  image: {
    stream: { filters: ['FlateDecode', 'DCTDecode'] },
    keys: {
      Type: name('XObject'),
      Subtype: name('Image'),
      Width: integer,
      Height: integer,
      BitsPerComponent: exactly(8),
      ColorSpace: either(name('DeviceGray', 'DeviceRGB'), tuple(name('ICCBased'), to('image profile'))),
      'Decode?': tuple(...[0, 1, 2, 3].flatMap(() => [exactly(1), exactly(0)])),
      'SMask?': to('soft mask'),
    },
  },
  'soft mask': {
    stream: deflated,
    keys: {
      Type: name('XObject'),
      Subtype: name('Image'),
      Width: integer,
      Height: integer,
      BitsPerComponent: exactly(8),
      ColorSpace: name('DeviceGray'),
    },
  },
  // A drawing with gradients, clips or transparency: a form whose contents hold no text.
  drawing: {
    stream: deflated,
    keys: {
      Type: name('XObject'),
      Subtype: name('Form'),
      BBox: box,
      'Group?': within('transparency'),
      Resources: within('drawing resources'),
    },
  },
  transparency: { keys: { S: name('Transparency'), CS: name('DeviceRGB'), I: flag } },
  'drawing resources': {
    keys: {
      'ExtGState?': entries('G', within('state')),
      'Pattern?': entries('P', within('gradient')),
      'XObject?': named({ D: 'drawing' }),
    },
  },
  state: { keys: { 'ca?': number, 'CA?': number, 'SMask?': within('luminosity') } },
  luminosity: { keys: { S: name('Luminosity'), G: to('drawing') } },
  gradient: {
    keys: {
      PatternType: exactly(2),
      Matrix: tuple(number, number, number, number, number, number),
      Shading: within('shading'),
    },
  },
  shading: {
    keys: {
      ShadingType: either(exactly(2), exactly(3)),
      ColorSpace: name('DeviceRGB'),
      Coords: list(number),
      Extend: tuple(flag, flag),
      Function: either(within('blend'), within('blends')),
    },
  },
  blend: {
    keys: {
      FunctionType: exactly(2),
      Domain: tuple(exactly(0), exactly(1)),
      C0: tuple(number, number, number),
      C1: tuple(number, number, number),
      N: exactly(1),
    },
  },
  blends: {
    keys: {
      FunctionType: exactly(3),
      Domain: tuple(exactly(0), exactly(1)),
      Functions: list(within('blend')),
      Bounds: list(number),
      Encode: list(number),
    },
  },
  'image profile': {
    stream: { ...deflated, longest: 4_100_000 },
    keys: { N: either(exactly(1), exactly(3), exactly(4)) },
  },
  annotation: {
    keys: {
      Type: name('Annot'),
      Subtype: name('Link'),
      Rect: rectangle,
      'QuadPoints?': list(number),
      Border: tuple(origin, origin, origin),
      F: exactly(4),
      P: back('page'),
      A: either(within('dial'), within('jump')),
      'Contents?': text,
      'StructParent?': integer,
    },
  },
  dial: { keys: { Type: name('Action'), S: name('URI'), URI: text } },
  jump: { keys: { Type: name('Action'), S: name('GoTo'), D: destination, 'SD?': elementDestination } },
  outlines: {
    keys: { Type: name('Outlines'), First: to('bookmark'), Last: back('bookmark'), Count: integer },
  },
  bookmark: {
    keys: {
      Title: text,
      Parent: back('outlines', 'bookmark'),
      'Prev?': back('bookmark'),
      'Next?': to('bookmark'),
      'First?': to('bookmark'),
      'Last?': back('bookmark'),
      'Count?': whole,
      Dest: destination,
      'SE?': back('element'),
    },
  },
  structure: {
    keys: {
      Type: name('StructTreeRoot'),
      K: tuple(to('element')),
      ParentTree: to('parents'),
      'ParentTreeNextKey?': integer,
    },
  },
  parents: {
    keys: { Nums: pairs(integer, either(back('element'), list(back('element')))) },
  },
  element: {
    keys: {
      Type: name('StructElem'),
      S: name(...elementTypes),
      P: back('structure', 'element'),
      'Pg?': back('page'),
      'Lang?': text,
      'Alt?': text,
      'ActualText?': text,
      'E?': text,
      'A?': either(within('list attributes'), within('layout attributes'), within('table attributes')),
      K: list(either(integer, to('element'), within('content reference'), within('object reference'))),
    },
  },
  'content reference': { keys: { Type: name('MCR'), Pg: back('page'), MCID: integer } },
  'object reference': { keys: { Type: name('OBJR'), Obj: back('annotation'), 'Pg?': back('page') } },
  'list attributes': { keys: { O: name('List'), ListNumbering: name('Disc', 'Decimal', 'None') } },
  'layout attributes': {
    keys: { O: name('Layout'), Placement: name('Inline', 'Block'), BBox: rectangle },
  },
  'table attributes': {
    keys: {
      O: name('Table'),
      'Scope?': name('Column', 'Row'),
      'ColSpan?': integer,
      'RowSpan?': integer,
    },
  },
  nothing: { keys: {} },
};
