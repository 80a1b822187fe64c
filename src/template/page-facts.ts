import type { Form } from '../content/index.ts';
import type { Breaking } from './breaking.ts';

/** Values as a template sees them. */
export type View = Readonly<Record<string, unknown>>;

/** A picture of a slot as a template sees it; `scene:<slot>` is its address. */
export interface SceneView {
  /** What it shows, with inline marks. */
  readonly alt: string;
  /** It is drawn for the direction of the page, and not to be mirrored. */
  readonly upright: boolean;
  /** It has no ground of its own, and stands on what is below it. */
  readonly open: boolean;
}

/** What a page is made for. */
export interface PageFacts {
  readonly product: string;
  /** What is not for this form is not there. */
  readonly form: Form;
  /** Whether links say their addresses after their words. */
  readonly links: 'words' | 'addresses';
  /** The imprint does not name the guide: people carry the piece about them. */
  readonly discreet?: boolean;
  readonly edition: string;
  readonly paper: {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly orientation: string;
  };
  /** Address that a QR code opens; undefined: it dials the helpline. */
  readonly qr: string | undefined;
  /** The pages are so many that a list of what is where helps. */
  readonly contents?: boolean;
  /** Pages for the reader's own notes, which fill the last sheet of what is bound. */
  readonly notes?: number;
  /**
   * What begins a page, so that it stands beside what it is a translation of: `opening`, `sections.<id>`, `closing`; each
   * with the pages for notes that go before it.
   */
  readonly turns?: ReadonlyMap<string, number>;
  /** Which division of a list that is divided over pages, the best first: 0 where nothing is said. */
  readonly division?: number;
  /** The theme, and how its band ends above. */
  readonly theme?: { readonly name: string; readonly band: string };
  /** The pictures that the guide or the theme chose, by their slots. */
  readonly scenes?: Readonly<Record<string, SceneView>>;
  /** How high the sections were set before, by their ids, pt. */
  readonly heights?: ReadonlyMap<string, number>;
  /** Sections that are divided over pages may be broken between their blocks; undefined: they stay whole. */
  readonly breaking?: Breaking | undefined;
  /** The pages had too much: what stands elsewhere on the piece as well is left out. */
  readonly tight?: boolean;
  /** All that is said does not fit in any other way: a template sets it closer, and leaves out its own pictures. */
  readonly full?: boolean;
  /** Pictures that have what is left over on their pages and had too little, by the names of their files. */
  readonly small?: ReadonlySet<string>;
  /** There is room for an empty box on the page of the sender, for a stamp. */
  readonly near?: boolean;
  /** What a working paper shows beside the guide. */
  readonly review?: View;
}

/** The facts that say what a page says, however it is arranged. */
export const ofWhatIsSaid = [
  ...(['form', 'links', 'tight', 'turns', 'discreet', 'paper', 'edition', 'product', 'scenes'] as const),
  ...(['theme', 'qr', 'review'] as const),
] as const;
