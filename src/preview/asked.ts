import * as z from 'zod';
import { PressError, problem } from '../diagnostics/index.ts';
import { defaultJob, type Impression, type Setting } from '../press/index.ts';
import type { Choices } from './choices.ts';

const word = z.string().max(80).optional();
const asked = z.strictObject({
  product: word,
  locale: word,
  paper: word,
  orientation: word,
  edition: word,
  theme: word,
  purpose: word,
  duplex: word,
  drafts: z.literal('yes').optional(),
});

/** What is to be seen: each name is one that there is. */
export type Shown = Pick<Setting, 'product' | 'locale' | 'paper' | 'orientation' | 'edition' | 'theme'> &
  Pick<Impression, 'purpose' | 'duplex' | 'allowDrafts'>;

/**
 * What a query asks for. A name that there is not, or not of this product, is another one that there is: products come and
 * go while they are worked on.
 * @throws PressError USAGE for what is no query of the page
 */
export function askedIn(query: URLSearchParams, choices: Choices, sourceLocale: string | undefined): Shown {
  const parsed = asked.safeParse(Object.fromEntries(query));
  if (!parsed.success) throw new PressError([problem('USAGE', 'The page asked for what there is not.')]);
  const { data } = parsed;
  const { products, locales, themes, purposes } = choices;
  const one = <T extends string>(name: string | undefined, known: readonly T[], usual?: string): T =>
    (known.find((each) => each === name) ?? known.find((each) => each === usual) ?? known[0])!;
  const ids = products.map(({ id }) => id);
  const product = one(data.product, ids);
  const made = products.find(({ id }) => id === product);
  const orientations = made?.orientations ?? [];
  const purpose = one(data.purpose, purposes, defaultJob.purpose);
  return {
    product: product ?? '',
    locale: one(
      data.locale,
      locales.map(({ tag }) => tag),
      sourceLocale,
    ),
    paper: one(data.paper, made?.papers ?? [], defaultJob.paper) ?? defaultJob.paper,
    // What is as usual has no name, in the file's neither.
    orientation: orientations.slice(1).find((way) => way === data.orientation),
    edition: one(data.edition, made?.editions ?? [], defaultJob.edition) ?? defaultJob.edition,
    theme: one(data.theme, themes, defaultJob.theme) ?? defaultJob.theme,
    purpose,
    duplex: purpose !== 'screen' && data.duplex === 'long' ? 'long' : 'short',
    allowDrafts: data.drafts === 'yes',
  };
}
