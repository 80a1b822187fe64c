import { type DocumentElement, parseDocument } from '../../../src/document/index.ts';
import type { Picture } from '../../../src/image/index.ts';
import { type Fragment, type LineFragment, layoutDocument } from '../../../src/layout/index.ts';
import { parseStyleSheet, styleDocument } from '../../../src/style/index.ts';
import { saidIn } from '../../../src/text/index.ts';
import type { LayoutCase } from './case.ts';
import { settingOf, typesetter } from './faces.ts';
import type { Measured, MeasuredLine } from './measured.ts';

/** A picture without shapes, as large as its address says: `art:40x20`. */
function picture({ attributes }: DocumentElement): Picture {
  const [width = 1, height = 1] = (attributes.src ?? '').replace('art:', '').split('x').map(Number);
  return { kind: 'vector', name: attributes.src ?? '', width, height, shapes: [] };
}

const px = (points: number) => (points * 4) / 3;

/** Without what style sheets put there, which the browser's document does not hold. */
function lineOf(fragment: LineFragment): MeasuredLine {
  const { rect, line, paragraph, pieces } = fragment;
  const own = pieces.filter(({ generated }) => generated === undefined);
  if (own.length < pieces.length) {
    const text = own
      .map(({ start, end }) => saidIn(paragraph, start, Math.min(end, line.visibleEnd)))
      .join('');
    const runs = line.runs.filter(({ start }) =>
      own.some((piece) => start >= piece.start && start < piece.end),
    );
    const left = Math.min(...runs.map(({ x }) => x));
    const right = Math.max(...runs.map(({ x, width }) => x + width));
    return {
      text: text.replace(/\s+/g, ' ').trim(),
      left: px(rect.x + left),
      right: px(rect.x + Math.min(right, line.width)),
    };
  }
  const text = saidIn(paragraph, line.start, line.visibleEnd).replace(/[\u2066-\u2069\ufffc]/g, '');
  return { text: text.replace(/\s+/g, ' ').trim(), left: px(rect.x), right: px(rect.x + rect.width) };
}

/** The lines right inside a box. */
function linesIn(fragment: Fragment): MeasuredLine[] {
  if (fragment.kind !== 'box') return [];
  return fragment.children.flatMap((child) => (child.kind === 'line' ? [lineOf(child)] : []));
}

/** How we set a case, on one page of a width in pt. */
export function measure(
  { css = '', body, lang = 'en', dir = 'ltr', height = 4000 }: LayoutCase,
  width: number,
): Measured {
  const html = `<!doctype html><html lang="${lang}" dir="${dir}"><head><title>Case</title></head><body>${body}</body></html>`;
  const document = parseDocument(html, { file: 'case.html' });
  const styled = styleDocument(document, [parseStyleSheet(css, 'case.css')], 10, 1, { width, height });
  const { pages } = layoutDocument(styled, {
    typesetter,
    language: settingOf,
    pages: [{ name: 'page', width, height }],
    picture,
  });
  const boxes: Record<string, number[]> = {};
  const lines: Record<string, MeasuredLine[]> = {};
  const visit = (fragment: Fragment): void => {
    if (fragment.kind === 'line') return;
    const id = fragment.element?.id;
    if (id !== undefined) {
      const { x, y, width: wide, height: high } = fragment.rect;
      boxes[id] ??= [px(x), px(y), px(wide), px(high)];
      lines[id] = [...(lines[id] ?? []), ...linesIn(fragment)];
    }
    if (fragment.kind === 'box') fragment.children.forEach(visit);
  };
  for (const page of pages) page.children.forEach(visit);
  return { boxes, lines };
}
