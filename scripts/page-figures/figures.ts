import { type DisplayList, type TextItem, walkItems } from '../../src/paint/index.ts';
import type { formeOf } from '../../src/press/index.ts';

export interface Figures {
  readonly rem: number;
  readonly air?: number;
  /** Size of the title on the first page, pt. */
  readonly title: number | undefined;
  /** Baselines of the first call, the number and the first note on each page that is loud, pt. */
  readonly bands: readonly (readonly number[])[];
  /** Tops of the numerals of the sections, in order, pt. */
  readonly things: readonly { readonly page: string; readonly top: number }[];
  readonly pictures: readonly { readonly page: string; readonly width: number; readonly height: number }[];
  /** The smallest text, pt. */
  readonly smallest: number;
  /** Share of each page's height that text and pictures take, and the largest gap between them, pt. */
  readonly pages: readonly { readonly page: string; readonly share: number; readonly gap: number }[];
  /** Sizes at which emergency numbers stand, largest first. */
  readonly emergency: readonly number[];
}

const sizeOf = ({ runs }: TextItem) => Math.max(...runs.map(({ size }) => size));
const keyOf = (item: TextItem) => (item.owner.kind === 'content' ? (item.owner.node.origin.key ?? '') : '');
const said = ({ paragraph, start, end }: TextItem) => paragraph.text.slice(start, end);

function textsOf(page: DisplayList): TextItem[] {
  const texts: TextItem[] = [];
  walkItems(page, (item) => {
    if (item.kind === 'text') texts.push(item);
  });
  return texts;
}

type Forme = NonNullable<ReturnType<typeof formeOf>>;

export function figuresOf({ rem, pages, guide }: Forme): Figures {
  const all = pages.map((page) => ({ page, texts: textsOf(page) }));
  const titles = all.flatMap(({ texts }) => texts.filter((item) => keyOf(item) === 'title'));
  const bands = all.flatMap(({ texts }) => {
    const number = texts.filter(({ number, owner }) => number === 'main' && owner.kind === 'content').at(-1);
    const call = texts.find((item) => keyOf(item).endsWith('main.call'));
    const note = texts.find((item) => /main\.(answers|claims)$/.test(keyOf(item)));
    return number === undefined || call === undefined
      ? []
      : [[call.baseline, number.baseline, ...(note === undefined ? [] : [note.baseline])]];
  });
  const numerals = all.flatMap(({ page, texts }) =>
    texts
      .filter((item) => /^\d{1,2}$/.test(said(item).trim()) && sizeOf(item) >= 30)
      .map((item) => ({ page: page.page, top: doorTop(page, item) })),
  );
  const pictures = all.flatMap(({ page }) => {
    const found: { page: string; width: number; height: number }[] = [];
    walkItems(page, (item) => {
      if (item.kind !== 'picture' || Math.min(item.clip.width, item.clip.height) < 16) return;
      const width = Math.min(item.clip.width, item.drawn.width);
      found.push({ page: page.page, width, height: Math.min(item.clip.height, item.drawn.height) });
    });
    return found;
  });
  const emergency = new Set(Object.entries(guide.data.numbers ?? {}).map(([, { display }]) => display));
  return {
    rem,
    title: titles.length === 0 ? undefined : Math.max(...titles.map(sizeOf)),
    bands,
    things: numerals,
    pictures,
    smallest: Math.min(...all.flatMap(({ texts }) => texts.map(sizeOf))),
    pages: all.map(({ page, texts }) => ({ page: page.page, ...fullness(page, texts) })),
    emergency: all
      .flatMap(({ texts }) =>
        texts.filter((item) => emergency.has(said(item).replace(/[\u2066-\u2069]/g, ''))),
      )
      .map(sizeOf)
      .sort((a, b) => b - a),
  };
}

/** Top of the smallest ground that a numeral stands on. */
function doorTop(page: DisplayList, { x, baseline }: TextItem): number {
  let [top, least] = [baseline, Number.POSITIVE_INFINITY];
  walkItems(page, (item) => {
    if (item.kind !== 'path' || item.fill === undefined) return;
    const { points } = item.path;
    const [left, right] = [Math.min(points[0]!, points[2]!), Math.max(points[0]!, points[2]!)];
    const [above, below] = [points[1]!, points[5]!];
    const area = (right - left) * (below - above);
    if (left > x || right < x || above > baseline || below < baseline || area >= least) return;
    [top, least] = [above, area];
  });
  return top;
}

/** What is repeated on each page counts as its foot. */
function fullness(page: DisplayList, texts: readonly TextItem[]): { share: number; gap: number } {
  const stretches: [number, number][] = texts.map(({ rect }) => [rect.y, rect.y + rect.height]);
  walkItems(page, (item) => {
    if (item.kind === 'picture') {
      const top = Math.max(item.clip.y, item.drawn.y);
      stretches.push([top, Math.min(item.clip.y + item.clip.height, item.drawn.y + item.drawn.height)]);
    }
  });
  let [filled, at, gap] = [0, 0, 0];
  for (const [top, bottom] of stretches.sort(([a], [b]) => a - b)) {
    gap = Math.max(gap, top - at);
    filled += Math.max(0, bottom - Math.max(top, at));
    at = Math.max(at, bottom);
  }
  return { share: filled / page.height, gap };
}
