import {
  addressOf,
  type Block,
  blockFields,
  countriesHere,
  declaredNumbers,
  escapeInline,
  type Fields,
  type Form,
  formsOf,
  type Guide,
  guideFields,
  inlineNodes,
  parseInline,
  type Table,
  tableGrid,
} from '../content/index.ts';
import type { View } from './page-facts.ts';
import { beginsWithNumber } from './shows-number.ts';
import { textHtml } from './text-html.ts';
import type { TextRef } from './text-ref.ts';
import type { Rendering } from './types.ts';

/** What is shown of a guide, and for what form of product. */
export interface Shown {
  readonly guide: Guide;
  readonly form: Form;
  readonly rendering: Rendering;
  readonly tight: boolean;
}

export const ref = (key: string): TextRef => ({ key });

export type Entry = Readonly<Record<string, unknown>>;

/** Those of a list that are for the form of the product. */
export function entries<T extends Entry>(list: readonly T[], { form }: Shown): readonly T[] {
  return list.filter((entry) => formsOf(entry).includes(form));
}

/** The fields of a part, an entry or a block that is there; values that only the press reads are left out. */
export function viewOfFields(entry: Entry, fields: Fields, key: string, shown: Shown): View {
  const under = (name: string) => (key === '' ? name : `${key}.${name}`);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
      const value = entry[name];
      if (value === undefined) return [];
      switch (field.is) {
        case 'text':
          return [[name, ref(field.isWhole ? key : under(name))]];
        case 'value':
          return field.use === 'template' ? [[name, value]] : [];
        case 'image':
          return [[name, value]];
        case 'source':
          return [[name, sourceView(String(value), shown)]];
        case 'part': {
          const { blocks } = value as { blocks?: readonly Entry[] };
          if (blocks !== undefined && entries(blocks, shown).length === 0) return [];
          return [[name, viewOfFields(value as Entry, field.fields, under(name), shown)]];
        }
        case 'named':
          return [];
        case 'things': {
          const own = field.isBeside === true ? key.slice(0, key.lastIndexOf('.')) : key;
          const prefix = own === '' ? name : own;
          const each = entries(value as readonly Entry[], shown);
          return [[name, each.map((inner) => viewOfEntry(inner, field.fields, prefix, shown))]];
        }
        case 'blocks':
          return [
            [name, entries(value as readonly Block[], shown).map((block) => blockView(block, key, shown))],
          ];
        default:
          return field satisfies never;
      }
    }),
  );
}

export function viewOfEntry(entry: Entry, fields: Fields, prefix: string, shown: Shown): View {
  const id = String(entry.id);
  return { id, ...viewOfFields(entry, fields, `${prefix}.${id}`, shown) };
}

export const isDanger = (block: Block) => block.kind === 'paragraph' && block.danger === true;

function blockView(block: Block, prefix: string, shown: Shown): View {
  const view = { kind: block.kind, ...viewOfEntry(block, blockFields[block.kind], prefix, shown) };
  if (isDanger(block)) return { ...view, ...(shown.tight ? {} : emergencyView(shown)) };
  if (block.kind === 'definition')
    return { ...view, saysTerm: shown.guide.texts.get(`${prefix}.${block.id}.term`)?.role === 'term' };
  if (block.kind === 'table') return { ...view, ...tableView(block, `${prefix}.${block.id}`) };
  const isList = block.kind === 'list' || block.kind === 'steps';
  return isList && dials(block.items, `${prefix}.${block.id}`, shown) ? { ...view, dials: true } : view;
}

/** True where one of some items begins with a number: its mark would stand too near to it. */
function dials(items: readonly { readonly id: string }[], key: string, { rendering, guide }: Shown): boolean {
  const numbers = declaredNumbers(guide.data);
  return items.some(({ id }) => beginsWithNumber(rendering.locale.text(`${key}.${id}`), numbers));
}

/** A table as its head row, where it has one, and the others. A cell without words has no `text`. */
function tableView(table: Table, key: string): View {
  const rows = tableGrid(table).map((placed, i) => ({
    cells: placed.map(({ cell, heads }) => ({
      ...(cell.text === undefined ? {} : { text: ref(`${key}.${table.rows[i]!.id}.${cell.id}`) }),
      columns: cell.columns ?? 1,
      rows: cell.rows ?? 1,
      isHead: heads !== undefined,
    })),
  }));
  const heads = table.head === 'column' ? 0 : 1;
  return { headRows: rows.slice(0, heads), rows: rows.slice(heads) };
}

export function sourceView(id: string, shown: Shown): View {
  const source = shown.guide.data.sources.find((each) => each.id === id);
  return source === undefined ? { id } : viewOfEntry(source, guideFields.sources.fields, 'sources', shown);
}

/** What to do in an emergency, in the guide's countries; nothing where it does not say. */
export function emergencyView(shown: Shown): View {
  const { data } = shown.guide;
  const here = (data.emergency ?? []).filter(({ country }) => countriesHere(data).includes(country));
  if (here.length === 0) return {};
  return {
    emergency: here.map((entry) => ({
      ...viewOfEntry(entry, guideFields.emergency.fields, 'emergency', shown),
      ...dialView(entry.text, shown),
    })),
  };
}

/** The number that a text says to dial, by itself: large, beside the text. */
function dialView(text: string, { rendering }: Shown): View {
  const { data } = rendering.guide;
  for (const node of inlineNodes(parseInline(text))) {
    if (node.kind !== 'link') continue;
    for (const [name, { display, dial }] of Object.entries(data.numbers ?? {}))
      if (node.href === addressOf({ dial }))
        return { dial: textHtml(rendering, `numbers.${name}`, `[${escapeInline(display)}](tel:${dial})`) };
  }
  return {};
}
