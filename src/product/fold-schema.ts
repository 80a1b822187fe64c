import * as z from 'zod';
import { type Problem, problem, suggest } from '../diagnostics/index.ts';
import type { YamlSource } from '../files/index.ts';
import { foldingFaults } from './folding.ts';
import { columnOf, type Fold, folds } from './folds.ts';

const page = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'a name is lower case letters, digits and hyphens, a letter first')
  .max(40);
/** Rows of names; of one row its names. */
const side = z.union([
  z
    .array(page)
    .min(1)
    .max(12)
    .transform((row) => [row]),
  z.array(z.array(page).min(1).max(12)).min(1).max(8),
]);

/** A fold of a product's own, in the terms of `Fold`. */
export const ownFoldSchema = z.strictObject({
  orientation: z.enum(['landscape', 'portrait']).describe('How the open paper lies').default('landscape'),
  outside: side.describe('Pages left to right, as the reader sees that side; of several rows a list each'),
  inside: side.describe('The same of the other side'),
  reading: z.array(page).min(2).max(200).describe('All of them in the order in which they are read'),
  turned: z.array(page).describe('Pages that stand upside down on the open sheet').default([]),
  shares: z
    .record(page, z.number().min(0.1).max(10))
    .describe('Part of the paper that a column takes, by a page in it; else 1')
    .default({}),
  narrower: z
    .record(page, z.number().min(0).max(10))
    .describe('By how many steps a column is narrower, by a page in it')
    .default({}),
  folding: z
    .array(
      z.strictObject({
        line: z
          .number()
          .int()
          .min(1)
          .max(11)
          .describe('Line that is folded, counted from the left or the top'),
        part: z.enum(['left', 'right', 'top', 'bottom']).describe('Part of the paper that is folded'),
        goes: z.enum(['over', 'under']).describe('Whether it goes over the rest or under it'),
      }),
    )
    .min(1)
    .max(12)
    .describe('From the open sheet, its inside up, to the folded one'),
});

export const foldSchema = z.union([z.string().meta({ enum: Object.keys(folds) }), ownFoldSchema]);

/** What is wrong with the fold of a product: a name of none, pages that do not agree, paper that cannot be folded so. */
export function foldFaults(
  fold: z.infer<typeof foldSchema> | undefined,
  place: YamlSource['place'],
): Problem[] {
  if (fold === undefined) return [];
  const refuse = (message: string, hint: string) =>
    problem('PRODUCT_INVALID', `fold: ${message}`, place(['fold']), hint);
  if (typeof fold === 'string')
    return Object.hasOwn(folds, fold)
      ? []
      : [refuse(`there is no fold "${fold}".`, suggest(fold, Object.keys(folds)))];
  const faults = disagreements(fold);
  const all = faults.length > 0 ? faults : foldingFaults(fold);
  return all.map((message) => refuse(`${message}.`, 'docs/templates.md says how a fold is described.'));
}

/** Sides of one shape, each page once on one of them and once in the reading order, and nothing said of others. */
function disagreements(fold: Fold): string[] {
  const { outside, inside, reading, turned, shares, narrower } = fold;
  const shape = (rows: Fold['inside']) => rows.map((row) => row.length).join();
  if (shape(outside) !== shape(inside) || new Set(inside.map((row) => row.length)).size !== 1)
    return ['the outside and the inside have rows of one length, as many on both'];
  const placed = [...outside, ...inside].flat();
  const twice = placed.filter((name, i) => placed.indexOf(name) !== i);
  if (twice.length > 0) return [`${twice[0]} stands twice on the sheet`];
  const lost = placed.filter((name) => !reading.includes(name));
  const unknown = [...reading, ...turned, ...Object.keys(shares), ...Object.keys(narrower)].filter(
    (name) => !placed.includes(name),
  );
  return [
    ...lost.map((name) => `${name} is not in the reading order`),
    ...unknown.map((name) => `there is no page ${name} on the sheet`),
    ...(new Set(reading).size === reading.length ? [] : ['a page stands twice in the reading order']),
    ...saidTwice(fold, 'shares'),
    ...saidTwice(fold, 'narrower'),
  ];
}

/** A column has one width, whichever of its pages says it. */
function saidTwice(fold: Fold, field: 'shares' | 'narrower'): string[] {
  const all = Object.entries(fold[field]);
  return all.flatMap(([name, value], i) => {
    const other = all
      .slice(0, i)
      .find(([before, said]) => columnOf(fold, before) === columnOf(fold, name) && said !== value);
    return other === undefined
      ? []
      : [`${other[0]} and ${name} are in one column, and ${field} says ${other[1]} and ${value} of it`];
  });
}
