/** Paper, upright, pt. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

const mm = 72 / 25.4;

/** ANSI and ISO 216 sizes. */
export const papers: Readonly<Record<string, Paper>> = {
  letter: { width: 612, height: 792 },
  legal: { width: 612, height: 1008 },
  tabloid: { width: 792, height: 1224 },
  a4: { width: 210 * mm, height: 297 * mm },
  a3: { width: 297 * mm, height: 420 * mm },
  a5: { width: 148 * mm, height: 210 * mm },
  a2: { width: 420 * mm, height: 594 * mm },
};
