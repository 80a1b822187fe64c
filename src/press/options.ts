import * as z from 'zod';
import {
  addressFaults,
  addressOf,
  type DeclaredNumber,
  declaredNumbers,
  type Guide,
} from '../content/index.ts';
import { PressError, type Problem, problem, suggest, throwIfErrors } from '../diagnostics/index.ts';
import type { Root, Stock } from '../files/index.ts';
import { askedLocale, languages, localeHint } from '../locale/index.ts';
import { loadProduct, type Product, papers, usualPaper } from '../product/index.ts';
import type { Equipment } from './equipment.ts';
import { overShipped } from './folders.ts';
import {
  defaultJob,
  editions,
  type Folders,
  type Impression,
  type Job,
  type Setting,
  settingOf,
} from './job.ts';

/** Names of folders and style sheets, which also become parts of file names: nothing in them leads elsewhere. */
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/, 'a name of letters, digits, - and _');

/** The table's name of a locale that is asked for as people and tools say it. */
function tableTag(locale: unknown): unknown {
  return typeof locale === 'string' ? (askedLocale(locale).tag ?? locale) : locale;
}

const settingFields = {
  product: name,
  locale: z.preprocess(tableTag, z.enum(Object.keys(languages))),
  paper: z.enum(Object.keys(papers)),
  orientation: z.enum(['landscape', 'portrait']).optional(),
  edition: z.enum(Object.keys(editions)),
  theme: name,
  qr: z.string().optional(),
};
const impressionFields = {
  purpose: z.enum(['screen', 'office']),
  duplex: z.enum(['short', 'long']),
  allowDrafts: z.boolean(),
  date: z.iso.datetime().optional(),
};
const layers = z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(20)]).optional();
const folders = z.strictObject({ templates: layers, locales: layers, fonts: layers });

/** A setting as it is asked for: what is not said is as it is by default. */
export type SettingOptions = Pick<Setting, 'product' | 'locale'> & {
  readonly [field in keyof Setting]?: Setting[field] | undefined;
};

// A job is both, and is asked for either: neither refuses what the other is made of.
const setting = z.strictObject({ ...settingFields, ...z.object(impressionFields).partial().shape });
// Which papers there are its product says, of which it was set.
const impression = z.strictObject({
  ...impressionFields,
  ...z.object({ ...settingFields, paper: name }).partial().shape,
});
const options = z.strictObject({ ...settingFields, ...impressionFields, folders: folders.optional() });

/** What is looked at before the rest: which templates are meant, whether a paper is said, and which. */
const withTemplates = z.object({ folders: folders.pick({ templates: true }) });
const withoutPaper = z.object({ product: name, paper: z.undefined().optional() });
const withPaper = z.object({ product: name, paper: name });

/**
 * What a caller asks `print` for, each thing of it known and right, with what is not said as it is by default.
 * @throws PressError USAGE: all that is wrong
 */
export function parseOptions(
  given: unknown,
  defaults: Partial<Job> = {},
): { readonly job: Job; readonly folders: Partial<Folders> } {
  const { templates } = overShipped(withTemplates.safeParse(given).data?.folders ?? {});
  const asked = onPaper(given, templates);
  const parsed = parse(withOwnPaper(options, asked, templates), said(asked, defaults));
  const { folders: own, ...job } = parsed as unknown as Job & { readonly folders?: Partial<Folders> };
  return { job, folders: definite(own ?? {}) };
}

/** What was said, and what is not said as it is by default. */
function said(given: unknown, defaults: Partial<Job> = {}): Record<string, unknown> {
  const asked = typeof given === 'object' && given !== null ? given : {};
  const entries = Object.entries(asked).filter(([, value]) => value !== undefined);
  return { ...defaultJob, ...defaults, ...Object.fromEntries(entries) };
}

/** @throws PressError USAGE: all that is wrong */
export function parseFolders(given: Partial<Folders>): Partial<Folders> {
  return definite(parse(folders, given));
}

/** @throws PressError USAGE: all that is wrong; what a setting is not made of is left out */
export function parseSetting(given: SettingOptions, lent: Pick<Equipment, 'folders' | 'stock'>): Setting {
  const { templates } = lent.folders;
  const asked = onPaper(given, templates, lent.stock);
  return settingOf(parse(withOwnPaper(setting, asked, templates, lent.stock), said(asked)) as unknown as Job);
}

/** What is asked for, where it says no paper with the one that its product is made on. */
function onPaper(given: unknown, templates: Root, stock?: Stock): unknown {
  const { data } = withoutPaper.safeParse(given);
  const product = data === undefined ? undefined : readable(data.product, templates, stock);
  return product === undefined ? given : { ...(given as object), paper: usualPaper(product) };
}

/** The schema, with the paper that is asked for where it is the product's own. */
function withOwnPaper(schema: z.ZodObject, given: unknown, templates: Root, stock?: Stock): z.ZodObject {
  const { data } = withPaper.safeParse(given);
  if (data === undefined || Object.hasOwn(papers, data.paper)) return schema;
  const product = readable(data.product, templates, stock);
  // What is wrong with the product is told, and not that it has no such paper.
  if (product === undefined) return schema.extend({ paper: name });
  return Object.hasOwn(product.ownPapers, data.paper)
    ? schema.extend({ paper: z.literal(data.paper) })
    : schema;
}

/** A product; undefined where something is wrong with it, which is told where it is printed. */
function readable(product: string, templates: Root, stock?: Stock): Product | undefined {
  try {
    return loadProduct(product, templates, stock);
  } catch (error) {
    if (error instanceof PressError) return undefined;
    throw error;
  }
}

/** What was asked for last, and found right: one after the other is asked for the same, and all of it is plain values. */
let last: { readonly asked: Record<string, unknown>; readonly impression: Impression } | undefined;

/** @throws PressError USAGE: all that is wrong; what an impression is not made of is left out */
export function parseImpression(given: Partial<Impression>): Impression {
  const asked = said(given);
  if (last === undefined || !isSaid(last.asked, asked)) {
    const { purpose, duplex, allowDrafts, date } = parse(impression, asked);
    last = { asked, impression: Object.freeze({ purpose, duplex, allowDrafts, date }) };
  }
  return last.impression;
}

/** The same things are said, in the same order. */
function isSaid(before: Record<string, unknown>, now: Record<string, unknown>): boolean {
  const [fields, others] = [Object.keys(before), Object.keys(now)];
  return (
    fields.length === others.length &&
    fields.every((field, i) => field === others[i] && before[field] === now[field])
  );
}

function definite(places: Readonly<Record<string, Root | undefined>>): Partial<Folders> {
  return Object.fromEntries(Object.entries(places).filter(([, path]) => path !== undefined));
}

function parse<S extends z.ZodObject>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new PressError(parsed.error.issues.flatMap((issue) => faultsOf(issue, value, schema)));
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown, schema: z.ZodObject): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(issue.path[0] === 'folders' ? folders.shape : schema.shape);
    return issue.keys.map((key) => problem('USAGE', `There is no option "${key}".`, {}, suggest(key, known)));
  }
  const path = issue.path.map(String).join('.');
  const given = issue.path.reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step],
    value,
  );
  if (given === undefined)
    return [problem('USAGE', `The option "${path}" is missing.`, {}, `Say ${path}: …`)];
  const shown = String(JSON.stringify(given) ?? typeof given).slice(0, 80);
  return [
    problem(
      'USAGE',
      `The option "${path}" cannot be ${shown}.`,
      {},
      issue.code === 'invalid_value'
        ? path === 'locale'
          ? localeHint(String(given))
          : suggest(String(given), issue.values.map(String))
        : `It is ${issue.message.replace(/^Invalid input: expected /, '')}.`,
    ),
  ];
}

/**
 * What a QR code is to open: an `https:` address, or a number that the guide declares. Undefined: it dials the main
 * helpline, by whichever way that was asked for.
 * @throws PressError USAGE
 */
export function qrOf(qr: string | undefined, { data }: Pick<Guide, 'data'>): string | undefined {
  if (qr === undefined) return undefined;
  throwIfErrors(qrFaults(qr, declaredNumbers(data)));
  return qr === addressOf({ dial: data.helplines.main.dial }) ? undefined : qr;
}

function qrFaults(qr: string, declared: readonly DeclaredNumber[]): Problem[] {
  const dials = [...new Set(declared.filter(({ way }) => way !== 'text').map(addressOf))];
  if (dials.includes(qr)) return [];
  // An address may dial, too: a chat's, one that is asked for a number.
  if (isWebAddress(qr)) return addressFaults(qr, declared, {});
  return [
    problem(
      'USAGE',
      `The QR code cannot open "${qr.slice(0, 200)}".`,
      {},
      `Give an https: address, or a number of the guide: ${dials.join(', ')}.`,
    ),
  ];
}

/** Before an @ would stand a name, which looks like the host that is opened. */
function isWebAddress(address: string): boolean {
  return /^https:\/\/(?![^/?#]*@)[^\s\p{C}]+$/u.test(address) && URL.canParse(address);
}
