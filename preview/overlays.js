/** @import { PageView } from '../src/preview/view.ts' */
/** @import { Tagged } from '../src/proof/tagged.ts' */
/** @import { Rect } from '../src/geometry/rect.ts' */
import { el, svg } from './dom.js';

/** What may be laid over a page; each is drawn in a way of its own, not only in a colour. */
export const overlays = {
  boxes: 'Boxes',
  baselines: 'Baselines',
  order: 'Reading order',
  tags: 'Tags',
  folds: 'Folds and trim',
};

/**
 * Boxes to choose them by.
 * @param {HTMLElement} fieldset
 * @param {ReadonlySet<string>} chosen
 */
export function offerOverlays(fieldset, chosen) {
  for (const [name, label] of Object.entries(overlays)) {
    const box = el('input', { type: 'checkbox', id: `overlay-${name}`, name: 'overlay', value: name });
    box.checked = chosen.has(name);
    const sample = el('span', { class: `sample ${name}`, 'aria-hidden': 'true' });
    fieldset.append(el('p', { class: 'check' }, box, el('label', { for: `overlay-${name}` }, sample, label)));
  }
}

/**
 * What is laid over a page, in pt as the page is; hidden from screen readers, who have the tags and problems in words.
 * @param {PageView} page
 * @param {readonly { tagged: Tagged, number: number }[]} read what is read out on it
 * @param {readonly { rect: Rect, number: number, severity: string }[]} marks of problems
 * @param {{ overlays: ReadonlySet<string>, isRtl: boolean }} how where lines begin, too
 */
export function overlayOf(page, read, marks, { overlays: chosen, isRtl }) {
  const { width, height } = page;
  const drawn = svg('svg', {
    viewBox: `0 0 ${width} ${height}`,
    class: 'overlay',
    'aria-hidden': 'true',
    focusable: 'false',
  });
  if (chosen.has('boxes')) drawn.append(...page.boxes.map(({ rect }) => box(rect, 'box')));
  if (chosen.has('baselines'))
    drawn.append(...page.baselines.map((line) => svg('line', { ...line, class: 'baseline' })));
  if (chosen.has('folds'))
    drawn.append(
      ...page.pages.map(({ trim }) => box(trim, 'trim')),
      ...page.folds.flatMap((fold) => [
        svg('line', { ...fold, class: 'under' }),
        svg('line', { ...fold, class: 'fold' }),
      ]),
    );
  const placed = read.flatMap(({ tagged, number }) =>
    tagged.rect === undefined ? [] : [{ rect: tagged.rect, tag: tagged.tag, number }],
  );
  if (chosen.has('tags'))
    drawn.append(
      ...placed.flatMap(({ rect, tag }) => [box(rect, 'tag'), label(rect.x, rect.y, tag, 'tag-name')]),
    );
  if (chosen.has('order')) {
    const starts = placed.map(({ rect, number }) => ({
      x: isRtl ? Math.min(rect.x + rect.width + 7, width - 6) : Math.max(rect.x - 7, 6),
      y: rect.y + Math.min(rect.height / 2, 8),
      number,
    }));
    const points = starts.map(({ x, y }) => `${x},${y}`).join(' ');
    drawn.append(svg('polyline', { points, class: 'way' }));
    drawn.append(...starts.flatMap(({ x, y, number }) => dot(x, y, number, 'order')));
  }
  for (const { rect, number, severity } of marks)
    drawn.append(box(rect, `mark ${severity}`), ...dot(rect.x, rect.y, number, `number ${severity}`));
  return drawn;
}

/**
 * @param {Rect} rect
 * @param {string} name
 */
const box = ({ x, y, width, height }, name) =>
  svg('rect', { x, y, width: Math.max(width, 0.5), height: Math.max(height, 0.5), class: name });

/**
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {string} name
 */
function label(x, y, text, name) {
  const wide = 3 + text.length * 4.7;
  return svg(
    'g',
    { class: name },
    svg('rect', { x, y: y - 8, width: wide, height: 8 }),
    svg('text', { x: x + 1.5, y: y - 2 }, text),
  );
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} number
 * @param {string} name
 */
function dot(x, y, number, name) {
  const [left, top] = [Math.max(x, 6), Math.max(y, 6)];
  return [
    svg('circle', { cx: left, cy: top, r: 6, class: name }),
    svg('text', { x: left, y: top + 2.6, class: `${name} text` }, String(number)),
  ];
}
