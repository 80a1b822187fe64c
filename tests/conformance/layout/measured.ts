/** A line of an element: its words, and where its ink's advance begins and ends, CSS px from the page's left. */
export interface MeasuredLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** How a case was set: by id the border boxes (left, top, width and, where it is compared, height; CSS px) and the lines of elements. */
export interface Measured {
  readonly boxes: Readonly<Record<string, readonly number[]>>;
  readonly lines: Readonly<Record<string, readonly MeasuredLine[]>>;
}
