import type { Code } from '../diagnostics/index.ts';

/** What a finished file must hold; written by `press` from guide, locale and product, never from rendered HTML. */
export interface Expectation {
  readonly format: 2;
  readonly guide: { readonly id: string; readonly version: string; readonly date: string };
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly product: string;
  readonly paper: string;
  readonly edition: string;
  readonly purpose: 'screen' | 'office' | 'press';
  readonly title: string;
  readonly helpline: {
    readonly display: string;
    /** `tel:+18003151376` */
    readonly uri: string;
    /** Smallest size in pt for loud and quiet printings. */
    readonly minSize: number;
  };
  /** Every number that may be dialled, the helpline's among them: as shown, and as a link dials it. */
  readonly numbers: readonly { readonly display: string; readonly uri: string }[];
  /** Codes of two digits: they are themselves in a link that shows nothing else, for two digits count everywhere. None: absent. */
  readonly codes?: readonly { readonly display: string; readonly uri: string }[];
  /** Pages (panels) on which the number is content that is read out and opens the dialler. */
  readonly loud: readonly string[];
  /** The face that numbers are set in, and what the letters of every face of the language look like. */
  readonly faces?: {
    /** PostScript name. */
    readonly number: string;
    /** By PostScript name, the shapes of U+0021 to U+007E, 16 hexadecimal digits each; zeros where the face has none. */
    readonly outlines: Readonly<Record<string, string>>;
    /** Other shapes that letters have in a language (`locl`) or from right to left, each after its letter. */
    readonly others: Readonly<Record<string, readonly string[]>>;
  };
  /** Words that must stand beside each printing of the number ("Who answers?"). */
  readonly pointer: string;
  /** Set where pages say their numbers. */
  readonly numbered?: true;
  /** Sheets in file order with the areas (panels) that must each show the number; pt, y down from the top left. */
  readonly sheets: readonly {
    readonly width: number;
    readonly height: number;
    readonly areas: readonly {
      readonly page: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly rotate: 0 | 90 | 180 | 270;
      /** Set where the page stands once more: it shows what it showed the first time, and nothing else. */
      readonly copy?: true;
    }[];
    /** Drawn so many times its size, all that is said of it as large as it is meant; absent: 1. */
    readonly scale?: number;
    /** The part of a page that it shows beside its areas, to be glued to those of others: (`left`, `top`) of the page at (`x`, `y`). */
    readonly tile?: {
      readonly page: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly left: number;
      readonly top: number;
    };
  }[];
  /** Every text that must be there, in reading order, as plain text. */
  readonly texts: readonly {
    readonly key: string;
    readonly text: string;
    readonly language: string;
    readonly alt?: boolean;
  }[];
  /** What pages may say beside the texts, in pieces between values: the products' words, the guide's other texts. */
  readonly words: readonly string[];
  /** Amounts, spans, identifiers and the like in texts and words that nobody dials, as they are written there; none: absent. */
  readonly everyday?: readonly string[];
  /** Numbers that no numbering plan need have: who called them, and when, as the guide says. */
  readonly called?: readonly { readonly display: string; readonly by: string; readonly on: string }[];
  /** Those of {@link numbers} that must be printed too, each as a link: of the helplines beside the main one. */
  readonly others?: readonly { readonly display: string; readonly uri: string }[];
  /** Links that texts and words make: where to, and what is shown; each of {@link numbers} may be one too. */
  readonly links: readonly { readonly uri: string; readonly text: string }[];
  /** What any QR code must say, and the pages (panels) that have one. */
  readonly qr: { readonly content: string; readonly pages: readonly string[] };
  /** Texts of the disclosure in order (also among `texts`), with its floor in pt. */
  readonly disclosure: {
    readonly version: string;
    /** Absent: the whole. Short: the form that the guide declares for what has no room, with the address of the whole among the texts. */
    readonly form?: 'short';
    readonly hash: string;
    readonly keys: readonly string[];
    readonly minSize: number;
  };
  /** Phrases in another language: text and tag, each to be found as a Span or element with that Lang. */
  readonly phrases: readonly { readonly text: string; readonly language: string }[];
  /** Imprint line that each piece must print. */
  readonly imprint: string;
  /** State of the translation. */
  readonly translation: {
    readonly status: 'source' | 'machine-draft' | 'human-draft' | 'reviewed';
    readonly reviewedBy?: string;
    readonly reviewedOn?: string;
    /** A draft into a language in which drafts are less sure. */
    readonly unsure?: true;
    /** What says so of a draft to whoever reads it, somewhere on each piece. */
    readonly mark?: string;
  };
  /** Smallest size in pt of any text. */
  readonly minSize: number;
  /** Smallest size in pt of a number that stands by itself, in no text; absent: that of any text. */
  readonly numberMinSize?: number;
  /** What was printed, part by part, as hashes; absent until it is. */
  readonly printed?: {
    /** What each page shows, and its links: where they lie, where they lead, how they are described. */
    readonly pages: readonly { readonly content: string; readonly links: string }[];
    readonly fonts: string;
    readonly pictures: string;
    /** Elements with their languages and alternative texts, in reading order. */
    readonly structure: string;
    readonly bookmarks: string;
    /** What viewers and printers are told. */
    readonly view: string;
    /** The instant that it bears: the guide's day, or what was asked for. */
    readonly date: string;
  };
}

/** What a file of several pieces must hold: what each of them must, in order, each on pages or in areas of its own. */
export interface BundleExpectation {
  readonly format: 2;
  readonly title: string;
  /** BCP 47 tag of the file; each piece says its own. */
  readonly language: string;
  /** Set where its two languages face each other. On paper they share the sheets, each with its own areas there. */
  readonly facing?: true;
  readonly pieces: readonly {
    /** What its bookmark says. */
    readonly label: string;
    readonly expectation: Expectation;
  }[];
  /** What was printed, as of one file. */
  readonly printed?: NonNullable<Expectation['printed']>;
}

export type CheckStatus = 'passed' | 'failed' | 'not-checked';

/** One line of the proof. */
export interface Check {
  readonly code: Code;
  readonly status: CheckStatus;
  /** What was looked at, with figures: "6 of 6 panels show 800-315-1376". */
  readonly detail: string;
}

/** `not checked`: nothing that was looked at is wrong, but what the file must say was not known. */
export type Verdict = 'proved' | 'not proved' | 'not checked';

export interface Proof {
  readonly format: 2;
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
  readonly verdict: Verdict;
  /** The verdict is `proved`. */
  readonly passed: boolean;
  readonly checks: readonly Check[];
  /** Drafts and other things a person must know before handing out. */
  readonly notices: readonly string[];
  readonly made: {
    readonly package: string;
    readonly node: string;
    readonly zlib: string;
    readonly icu: string;
  };
  readonly expectation?: Expectation;
  /** Instead, of a file of several pieces. */
  readonly bundle?: BundleExpectation;
}
