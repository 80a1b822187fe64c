import { blockFields, type Form, forms } from './block-schema.ts';
import type { Field, Fields } from './fields.ts';
import { type GuideData, guideFields } from './schema.ts';

/** A field of a guide as it stands there. */
export interface Found {
  readonly field: Field;
  readonly value: unknown;
  /** Key of the texts of it or below it: `sections.center.gives`. */
  readonly key: string;
  /** Path in the YAML. */
  readonly path: readonly (string | number)[];
  /** Heading under which it is found: `Section 1`. */
  readonly group: string;
  /** True below what has a heading or a line of its own: opening, sections, closing, disclosure. */
  readonly isWithin: boolean;
  /** The forms of products that it is for: those of all that it stands in. */
  readonly forms: readonly Form[];
}

type Place = Omit<Found, 'field' | 'value'>;
type Entry = Readonly<Record<string, unknown>>;

/** Those of guides that are frozen, to their last value: nothing of them changes. */
const known = new WeakMap<Partial<GuideData>, readonly Found[]>();

/** The same of what stands at the top of guides, each with its name: those that differ in their publisher share the rest. */
const knownParts = new WeakMap<object, { readonly name: string; readonly found: readonly Found[] }>();

/** Every field that a guide, or a part of one, has: outer before inner, in reading order. */
export function fieldsOf(data: Partial<GuideData>): readonly Found[] {
  let found = known.get(data);
  if (found === undefined) {
    found = Object.entries(guideFields).flatMap(([name, field]) =>
      partOf(name, field, (data as Entry)[name]),
    );
    if (Object.isFrozen(data)) known.set(data, found);
  }
  return found;
}

function partOf(name: string, field: Field, value: unknown): readonly Found[] {
  if (value === undefined) return [];
  const isKept = typeof value === 'object' && value !== null && Object.isFrozen(value);
  const kept = isKept ? knownParts.get(value) : undefined;
  if (kept?.name === name) return kept.found;
  const found: Found[] = [];
  const top = { key: '', path: [], group: 'Title', isWithin: false, forms };
  below({ [name]: value }, { [name]: field }, top, found);
  if (isKept) knownParts.set(value, { name, found });
  return found;
}

/** The forms of products that an entry is for, of those that what it stands in is for. */
export function formsOf(entry: Entry, outer: readonly Form[] = forms): readonly Form[] {
  const own = entry.forms as readonly Form[] | undefined;
  return own === undefined ? outer : outer.filter((form) => own.includes(form));
}

/** The forms of products for which a part has a block: without one its heading would stand alone. */
function formsOfPart(part: Entry): readonly Form[] {
  const blocks = part.blocks as readonly Entry[] | undefined;
  return blocks === undefined
    ? forms
    : forms.filter((form) => blocks.some((block) => formsOf(block).includes(form)));
}

function below(entry: Entry, fields: Fields, place: Place, found: Found[]): void {
  for (const [name, field] of Object.entries(fields)) {
    const value = entry[name];
    if (value === undefined) continue;
    const path = [...place.path, name];
    const at: Place = { ...place, key: place.key === '' ? name : `${place.key}.${name}`, path };
    switch (field.is) {
      case 'text':
        found.push({ field, value, ...(field.isWhole ? { ...place, path } : at) });
        break;
      case 'value':
      case 'source':
      case 'image':
        found.push({ field, value, ...at });
        break;
      case 'blocks':
        found.push({ field, value, ...place, path });
        for (const [i, block] of (value as readonly Entry[]).entries()) {
          const kind = block.kind as keyof typeof blockFields;
          const key = `${place.key}.${String(block.id)}`;
          below(
            block,
            blockFields[kind],
            {
              ...place,
              key,
              path: [...path, i],
              forms: formsOf(block, place.forms),
            },
            found,
          );
        }
        break;
      case 'part': {
        const inside = {
          ...at,
          group: field.group === '' ? place.group : field.group,
          isWithin: true,
          forms: formsOfPart(value as Entry),
        };
        found.push({ field, value, ...inside });
        below(value as Entry, field.fields, inside, found);
        break;
      }
      case 'named':
        found.push({ field, value, ...at, group: field.group });
        for (const [each, inner] of Object.entries(value as Readonly<Record<string, Entry>>))
          below(
            inner,
            field.fields,
            {
              ...at,
              key: `${at.key}.${each}`,
              path: [...path, each],
              group: field.group,
              forms: formsOf(inner, place.forms),
            },
            found,
          );
        break;
      case 'things': {
        // Lists of the guide are named in the key, lists of a block are not: their ids are enough.
        const own = field.isBeside === true ? place.key.slice(0, place.key.lastIndexOf('.')) : place.key;
        const key = own === '' ? name : own;
        const group = field.group === '' ? place.group : field.group;
        const isWithin = place.isWithin || 'blocks' in field.fields;
        found.push({ field, value, ...at, key, group });
        for (const [i, inner] of (value as readonly Entry[]).entries())
          below(
            inner,
            field.fields,
            {
              key: `${key}.${String(inner.id)}`,
              path: [...path, i],
              group: group.replace('#', String(i + 1)),
              isWithin,
              forms: formsOf(inner, place.forms),
            },
            found,
          );
        break;
      }
      default:
        field satisfies never;
    }
  }
}

/** Texts that stand beside blocks (`line`, `heading`): their names are no ids of blocks. */
export const besideBlocks: readonly string[] = [
  ...new Set(
    Object.values<Field>(guideFields).flatMap((field) =>
      'fields' in field && 'blocks' in field.fields
        ? Object.entries(field.fields).flatMap(([name, { is }]) => (is === 'text' ? [name] : []))
        : [],
    ),
  ),
];

/** Every name that a field has somewhere, for hints. */
export function fieldNames(): readonly string[] {
  const names = new Set<string>(['id', 'kind', 'main']);
  const add = (fields: Fields) => {
    for (const [name, field] of Object.entries(fields)) {
      names.add(name);
      if ('fields' in field) add(field.fields);
    }
  };
  add(guideFields);
  for (const fields of Object.values(blockFields)) add(fields);
  return [...names];
}

/** The names that fields have at a place of a guide as it was read, wrong or right; undefined: it has none there. */
export function fieldNamesAt(path: readonly PropertyKey[], data: unknown): readonly string[] | undefined {
  let fields: Fields | undefined = guideFields;
  /** What the place is given beside its fields. */
  let beside: readonly string[] = [];
  let value = data;
  for (let i = 0; i < path.length; i++) {
    const field: Field | undefined = fields?.[String(path[i])];
    if (field === undefined || !('fields' in field || field.is === 'blocks')) return undefined;
    value = inside(value, path[i]!);
    const isOne = 'fields' in field && field.is === 'part';
    if (!isOne) {
      i++;
      if (i === path.length) return field.is === 'named' && field.group !== '' ? ['main'] : undefined;
      value = inside(value, path[i]!);
    }
    const kind: string = field.is === 'blocks' ? String(inside(value, 'kind')) : '';
    if (field.is === 'blocks') {
      fields = Object.hasOwn(blockFields, kind) ? blockFields[kind as keyof typeof blockFields] : undefined;
      beside = ['id', 'kind', 'forms'];
    } else {
      fields = field.fields;
      beside = field.is === 'things' ? ['id'] : [];
    }
  }
  return fields === undefined ? undefined : [...beside, ...Object.keys(fields)];
}

function inside(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Readonly<Record<PropertyKey, unknown>>)[step]
    : undefined;
}

const holdsTexts = (fields: Fields) =>
  Object.values(fields).some(({ is }) => is === 'text' || is === 'blocks');

/** Patterns of the keys of a guide (`helplines.*.hours`), each with whether a guide may have none that is like it. */
export function keyPatterns(): readonly { readonly pattern: string; readonly isOptional: boolean }[] {
  const patterns: { pattern: string; isOptional: boolean }[] = [];
  const add = (fields: Fields, prefix: string) => {
    for (const [name, field] of Object.entries(fields)) {
      const pattern = `${prefix}${name}`;
      if (field.is === 'text') patterns.push({ pattern, isOptional: field.isOptional });
      if (!('fields' in field)) continue;
      if (holdsTexts(field.fields)) patterns.push({ pattern, isOptional: field.isOptional });
      add(field.fields, field.is === 'part' ? `${pattern}.` : `${pattern}.*.`);
    }
  };
  add(guideFields, '');
  return patterns;
}
