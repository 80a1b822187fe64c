import type { DocumentElement, DocumentNode } from '../document/index.ts';
import type { Matrix, Rect } from '../geometry/index.ts';
import type { Picture } from '../image/index.ts';
import type { ComputedStyle, FontFamily, PageStyle } from '../style/index.ts';
import type { Breaking, Face, Line, Paragraph, Typesetter } from '../text/index.ts';

/** What layout must know of a language; made by `press` from the locale table. */
export interface LanguageSetting {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly families: Readonly<Record<FontFamily, FamilySetting>>;
  readonly breaking: Breaking;
}

export interface FamilySetting {
  /** Stacks for weight 400 and 700. */
  readonly regular: readonly Face[];
  readonly bold: readonly Face[];
  /** The faces of numbers in digits 0 to 9, for weight 400 and 700; undefined: the first that have them. */
  readonly digits?: { readonly regular: Face; readonly bold: Face };
  /** Factor on the font size, so that scripts look equally large. */
  readonly size: number;
  /** `line-height: normal` as a multiple of the (factored) font size. */
  readonly leading: number;
}

/** The box of one page, given by the product's paper and fold, pt. */
export interface PageBox {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** As many pages of one size as the content needs. */
export interface FlowingPages {
  /** Size of each, pt. */
  readonly flow: { readonly width: number; readonly height: number };
  /** More than these are an overflow of the last. */
  readonly most: number;
  /** Name of the page with an index from 0: `sheet-1`, which `page: sheet` means too. */
  readonly name: (index: number) => string;
}

export interface LayoutInput {
  /** Shapes the paragraphs: of the faces that the languages name. */
  readonly typesetter: Typesetter;
  /** Language setting for a BCP 47 tag. */
  readonly language: (tag: string) => LanguageSetting;
  /** The pages of the product in reading order, which the content must fill exactly; or pages that flow. */
  readonly pages: readonly PageBox[] | FlowingPages;
  /** Picture of an `img` element (found by `press` before layout). */
  readonly picture: (element: DocumentElement) => Picture;
}

/** What a fragment is painted as: content of the structure, or a repeated part of the page. */
export type Role = 'content' | 'running';

export interface BoxFragment {
  readonly kind: 'box';
  /** Undefined for an anonymous box. */
  readonly element: DocumentElement | undefined;
  readonly style: ComputedStyle;
  /** Border box. */
  readonly rect: Rect;
  readonly children: readonly Fragment[];
  readonly role: Role;
  /** Where what is in it is taken on the page; undefined: nowhere. */
  readonly matrix?: Matrix;
}

/** A piece of a line that belongs to one text node: runs of one or more spans. */
export interface LinePiece {
  readonly node: DocumentNode;
  /** Nearest element: gives colour, decoration, link. */
  readonly element: DocumentElement;
  readonly style: ComputedStyle;
  /** UTF-16 offsets into the paragraph's text, logical order. */
  readonly start: number;
  readonly end: number;
  /** What a style sheet put there: read with the text of the node, or drawn and not read. */
  readonly generated?: 'text' | 'decoration' | undefined;
  /** How far its baseline is above that of the line, pt; below 0: below it. */
  readonly raised?: number;
}

export interface LineFragment {
  readonly kind: 'line';
  /** Line box: `x`, `width` of the line's glyphs (not the measure), `y`, `height` of the line box. */
  readonly rect: Rect;
  /** y of the baseline. */
  readonly baseline: number;
  readonly paragraph: Paragraph;
  readonly line: Line;
  /** In logical order. A run belongs to the piece that holds its `start`. */
  readonly pieces: readonly LinePiece[];
  readonly role: Role;
  /** Font size in pt after the locale's factor, for the floors. */
  readonly size: number;
}

export interface PictureFragment {
  readonly kind: 'picture';
  readonly element: DocumentElement;
  readonly style: ComputedStyle;
  /** Content box. */
  readonly rect: Rect;
  /** Where the whole picture is drawn; it is clipped to `rect`. */
  readonly drawn: Rect;
  /** Mirrored left to right. */
  readonly flipped: boolean;
  readonly picture: Picture;
  readonly role: Role;
}

export type Fragment = BoxFragment | LineFragment | PictureFragment;

export interface PageFragment {
  readonly name: string;
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly style: PageStyle;
  readonly direction: 'ltr' | 'rtl';
  /** Content first, then running elements. */
  readonly children: readonly Fragment[];
}

/** Content that does not fit. */
export interface Overflow {
  readonly page: string;
  readonly element: DocumentElement;
  /** How far it reaches beyond the room there is, pt. */
  readonly by: number;
  readonly axis: 'block' | 'inline';
  /** About how many lines of the element's text that is (block axis). */
  readonly lines: number;
}

/** A character that cannot be set, and where it stands. */
export interface UnsetCharacter {
  readonly character: string;
  readonly node: DocumentNode;
  readonly language: string;
  /** PostScript name of a user's own face that lacks it, where one of the press draws it. */
  readonly lacking?: string;
}

export interface LayoutResult {
  readonly pages: readonly PageFragment[];
  readonly overflows: readonly Overflow[];
  /** Characters that no face of the locale has. */
  readonly missing: readonly UnsetCharacter[];
  /** Letters with more marks on them than any writing has. */
  readonly stacked: readonly UnsetCharacter[];
}

/** The range from which copyfitting picks, pt. */
export interface FitRange {
  readonly min: number;
  readonly max: number;
  /** 0.25 by default. */
  readonly step: number;
  /** How far `env(air)` may go down from 1 once the smallest size is reached; 1 when there is no such thing. */
  readonly air: number;
  /** How far `env(room)` may go up from 0 where pages hold little; 0 when there is no such thing. */
  readonly room?: number;
}
