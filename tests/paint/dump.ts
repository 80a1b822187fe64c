import { type DisplayItem, type DisplayList, itemText, type Owner } from '../../src/paint/index.ts';

const n = (value: number): string => String(Math.round(value * 10) / 10);

function owner(o: Owner): string {
  if (o.kind === 'content') return o.element.name;
  if (o.kind === 'marker') return `marker of ${o.element.name}`;
  return [o.type, o.subtype].filter((part) => part !== undefined).join(' ');
}

function color(c: readonly number[] | undefined): string {
  return c === undefined ? 'none' : `#${c.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function dumpItem(item: DisplayItem, indent: string): string {
  switch (item.kind) {
    case 'path': {
      const stroke =
        item.stroke === undefined ? '' : ` stroke ${color(item.stroke.color)} ${n(item.stroke.width)}`;
      return `${indent}[${owner(item.owner)}] path ${item.path.verbs} ${[...item.path.points].map(n).join(' ')} fill ${color(item.fill)}${stroke}`;
    }
    case 'text':
      return `${indent}[${owner(item.owner)}] text "${itemText(item)}" ${color(item.color)} at ${n(item.rect.x)} ${n(item.baseline)}`;
    case 'picture':
      return `${indent}[${owner(item.owner)}] picture ${item.picture.name} in ${Object.values(item.drawn).map(n).join(' ')}${item.flipped ? ' flipped' : ''}`;
    case 'group':
      return [
        `${indent}group by ${item.matrix.map(n).join(' ')}`,
        ...item.items.map((i) => dumpItem(i, `${indent}  `)),
      ].join('\n');
  }
}

/** A page's display list as text to read and compare. */
export function dumpDisplayList(page: DisplayList): string {
  return [
    `page ${page.page} ${n(page.width)} x ${n(page.height)}`,
    ...page.items.map((item) => dumpItem(item, '  ')),
    ...page.links.map(
      ({ href, description, rect }) =>
        `  link ${href} "${description}" ${Object.values(rect).map(n).join(' ')}`,
    ),
    ...page.places.map(
      ({ element, x, y }) =>
        `  place ${element.name}${element.id === undefined ? '' : `#${element.id}`} ${n(x)} ${n(y)}`,
    ),
  ].join('\n');
}
