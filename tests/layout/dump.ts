import type { Rect } from '../../src/geometry/index.ts';
import type { Fragment, LayoutResult } from '../../src/layout/index.ts';

const round = (value: number): number => Math.round(value * 10) / 10 + 0;

function place({ x, y, width, height }: Rect): string {
  return `${round(x)},${round(y)} ${round(width)}×${round(height)}`;
}

function name(fragment: Fragment): string {
  if (fragment.kind === 'line') {
    const text = fragment.pieces.map(({ start, end }) => fragment.paragraph.text.slice(start, end)).join('|');
    return `"${text}"`;
  }
  const { element } = fragment;
  const { name = 'anonymous', id } = element ?? {};
  return id === undefined ? name : `${name}#${id}`;
}

function extra(fragment: Fragment): string {
  if (fragment.kind === 'line') return ` baseline ${round(fragment.baseline)}`;
  if (fragment.kind === 'picture')
    return ` drawn ${place(fragment.drawn)}${fragment.flipped ? ' flipped' : ''}`;
  return fragment.matrix === undefined ? '' : ` by ${fragment.matrix.map(round).join(' ')}`;
}

function dump(fragment: Fragment, indent: string): string[] {
  const role = fragment.role === 'running' && indent === '  ' ? ' (running)' : '';
  const own = `${indent}${name(fragment)} ${place(fragment.rect)}${extra(fragment)}${role}`;
  return [
    own,
    ...(fragment.kind === 'box' ? fragment.children.flatMap((child) => dump(child, `${indent}  `)) : []),
  ];
}

/** Boxes as a reader sees them: places in tenths of a pt from the page's top left, pieces of a line between bars. */
export function dumpFragments({ pages, overflows }: LayoutResult): string {
  const lines = pages.flatMap((page) => [
    `${page.name} ${round(page.width)}×${round(page.height)}`,
    ...page.children.flatMap((child) => dump(child, '  ')),
  ]);
  for (const { page, element, by, axis, lines: count } of overflows)
    lines.push(
      `overflow on ${page}: ${element.name}${element.id ? `#${element.id}` : ''} by ${round(by)} (${axis}, ${count} lines)`,
    );
  return `\n${lines.join('\n')}\n`;
}
