import { type Paper, papers } from './papers.ts';

/** A fold: the pages of a sheet in reading order, and how they lie on its two sides. */
export interface Fold {
  /** Pages in reading order with their part of the paper's long side. */
  pages(paper: Paper): readonly { readonly name: string; readonly width: number }[];
  /** Left to right, for left-to-right reading. */
  readonly sides: readonly [outside: readonly string[], inside: readonly string[]];
}

/** How much narrower the panel is that folds in: 3 mm of A4's 297 mm, else as 1/16 in of Letter's 11 in. */
const narrower = (long: number): number => (long === papers.a4!.height ? (3 * 72) / 25.4 : long / 176);

export const folds: Readonly<Record<string, Fold>> = {
  'tri-fold': {
    sides: [
      ['flap', 'back', 'cover'],
      ['inside-1', 'inside-2', 'inside-3'],
    ],
    pages(paper) {
      const long = Math.max(paper.width, paper.height);
      const by = narrower(long);
      const wide = (long + by) / 3;
      const narrow = wide - by;
      return [
        { name: 'cover', width: wide },
        { name: 'flap', width: narrow },
        { name: 'inside-1', width: wide },
        { name: 'inside-2', width: wide },
        { name: 'inside-3', width: narrow },
        { name: 'back', width: wide },
      ];
    },
  },
};
