import type { SheetAnatomy } from '../press/index.ts';
import type { Proof, Tagged } from '../proof/index.ts';
import type { Shown } from './asked.ts';
import type { ToldProblem } from './told.ts';

/** What the page shows of a guide in a setting: plain data, as it is sent. */
export interface View {
  readonly id: string;
  readonly shown: Shown;
  /** The file is finished: it is proved, and may be handed out. */
  readonly isProved: boolean;
  /**
   * What the pages are of: the finished file; one that is refused; an earlier one, proved then, since there can be no pages
   * now; nothing.
   */
  readonly pagesAre: 'finished' | 'refused' | 'earlier' | 'none';
  readonly pages: readonly PageView[];
  readonly problems: readonly ToldProblem[];
  readonly proof:
    | (Pick<Proof, 'verdict' | 'sha256' | 'notices'> & { readonly checks: readonly CheckView[] })
    | undefined;
  /** What a screen reader meets, in order. */
  readonly tagged: readonly Tagged[];
  readonly file: { readonly name: string; readonly bytes: number } | undefined;
  /** Root font size that copyfitting picked, pt. */
  readonly rem: number | undefined;
}

/** A page of the file, with what may be laid over it. */
export type PageView = Pick<SheetAnatomy, 'name' | 'width' | 'height' | 'pages' | 'folds'> & {
  readonly boxes: readonly {
    readonly element: string;
    readonly rect: SheetAnatomy['boxes'][number]['rect'];
  }[];
  readonly baselines: readonly SheetAnatomy['lines'][number]['baseline'][];
};

export interface CheckView {
  readonly code: string;
  /** What its code means: what would be wrong. */
  readonly meaning: string;
  readonly status: Proof['checks'][number]['status'];
  readonly detail: string;
}

export function pageView({ lines, boxes, ...page }: SheetAnatomy): PageView {
  return {
    ...page,
    boxes: boxes.map(({ element, rect }) => ({ element, rect })),
    baselines: lines.map(({ baseline }) => baseline),
  };
}
