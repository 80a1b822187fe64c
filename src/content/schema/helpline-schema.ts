import * as z from 'zod';
import { displayForm } from '../numbers/display.ts';
import { isCountry } from '../numbers/national.ts';
import { dialForm } from '../numbers/number-pair.ts';
import { httpsAddress, isReadable, unreadable } from './address-schema.ts';
import { forForms } from './block-schema.ts';
import { maySay, sayWords, shapeOf, value } from './fields.ts';

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'a country is two capital letters (ISO 3166)', abort: true })
  .refine(isCountry, 'no country by ISO 3166: the United Kingdom is GB, Greece GR');

/** A number as people read it, and as phones dial it. */
export const pair = {
  display: value(
    z
      .string()
      .trim()
      .regex(
        displayForm,
        'only digits 0 to 9, which are printed so in every script, spaces, ( ) + - . /, capitals with their digits, ext., and a star or hash before a code',
      )
      .describe('The number as people read it, in quotes: "800-315-1376"'),
  ),
  dial: value(
    z
      .string()
      .regex(
        dialForm,
        'an international number such as +18003151376 (;ext=5), or a short code: 988, 15, *4141, #8000; no menu of a network (*384*3#), which opens another thing in each',
      )
      .describe('The number as phones dial it, in quotes: "+18003151376", or a short code: "988"'),
  ),
  country: value(country.describe('Country of the number, where it is not that of the guide').optional()),
  called: value(
    z
      .strictObject({
        by: z
          .string()
          .trim()
          .max(80)
          .regex(/\p{L}.*\p{L}/su, 'it must be words: two letters at least')
          .describe('Who called it: the proof says so'),
        on: z.iso.date().describe('The day: 2026-11-23'),
      })
      .describe('Who called the number and reached whom it is for: wanted where no numbering plan has it')
      .optional(),
  ),
};
export const numberSchema = z.strictObject(shapeOf(pair));
/** A word that is sent, in letters: digits beside a number would be read with it. */
const sent = z
  .string()
  .regex(/^\p{L}{1,20}$/u, 'a word of letters, such as HOME')
  .describe('The word to begin the message with');
export const helplineFields = {
  forms: forForms,
  ...pair,
  call: sayWords('Words above the helpline number'),
  answers: sayWords('Says who answers the helpline'),
  claims: maySay('What the helpline says of itself'),
  for: maySay('Who the helpline is for'),
  hours: maySay('When the helpline answers'),
  cost: maySay('What a call costs'),
  languages: maySay('Languages that the helpline speaks'),
  /** Messages: the number that takes them, and the word to begin with. */
  text: value(
    z
      .strictObject({
        to: pair.display.schema,
        dial: pair.dial.schema.optional(),
        called: pair.called.schema,
        word: sent.optional(),
      })
      .describe('How to reach it by text messages')
      .optional(),
  ),
  tty: value(
    z
      .strictObject(shapeOf(pair))
      .describe('Its number for teletypewriters (TTY), for deaf callers')
      .optional(),
  ),
  chat: value(httpsAddress.describe('Address of its chat').optional(), 'template'),
  messenger: value(
    z
      .strictObject({
        name: z.string().trim().min(2).max(30).describe('Name of the messenger, such as WhatsApp'),
        address: httpsAddress.describe('Address that opens it'),
      })
      .describe('How to reach it by a messenger')
      .optional(),
    'template',
  ),
  email: value(
    z.email().max(100).refine(isReadable, unreadable).describe('Its mail address').optional(),
    'template',
  ),
  web: value(httpsAddress.describe('Its page').optional(), 'template'),
};
export const helpline = z.strictObject(shapeOf(helplineFields)).describe('A helpline');
/** The main one has no form: an editor does not offer what is refused. */
export const mainHelpline = helpline
  .extend({
    forms: z
      .never('the main helpline is in every product: it is for no form alone')
      .describe('Of other helplines: main is in every product')
      .optional(),
  })
  .describe('The helpline of every page');
