/** What a schema finds is told in the words of those who write guides, whatever the schema's library says. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { meantIssues, schemaFault } from '../../src/diagnostics/index.ts';

function faultsOf(schema: z.ZodType, given: unknown): string[] {
  const { error } = schema.safeParse(given);
  return (error?.issues ?? []).map((issue) => schemaFault(issue, given));
}

describe('a value that its schema refuses', () => {
  it.each([
    [z.string(), undefined, 'it is missing'],
    [z.string(), null, 'nothing is said there'],
    [z.string(), ['a'], 'a text is wanted'],
    [z.string(), 3, 'a text is wanted'],
    [z.number(), 'a', 'a number is wanted'],
    [z.int(), 1.5, 'a whole number is wanted'],
    [z.boolean(), 'yes', 'true or false is wanted'],
    [z.array(z.string()), 'a', 'a list is wanted'],
    [z.strictObject({}), 'a', 'fields are wanted, each with its name'],
    [z.record(z.string(), z.string()), [], 'fields are wanted, each with its name'],
    [z.literal(true), 'yes', 'it is true, or left out'],
    [z.enum(['row', 'both']), 'top', 'it is one of row, both'],
    [
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('list') }),
        z.object({ kind: z.literal('quote') }),
      ]),
      { kind: 'x' },
      'it is one of list, quote',
    ],
    [z.string().min(1), '', 'it is empty'],
    [z.string().min(3), 'a', 'at least 3 letters'],
    [z.string().max(2), 'abc', 'at most 2 letters'],
    [z.array(z.string()).min(1), [], 'the list is empty'],
    [z.array(z.string()).min(2), ['a'], 'at least 2 entries'],
    [z.array(z.string()).max(1), ['a', 'b'], 'at most 1 entries'],
    [z.number().min(4), 3, 'it is at least 4'],
    [z.number().min(1), 0, 'it is at least 1'],
    [z.number().max(4), 5, 'it is at most 4'],
    [z.number().positive(), 0, 'it is more than 0'],
    [z.number().lt(4), 4, 'it is less than 4'],
    [z.union([z.string(), z.strictObject({})]), 3, 'a text is wanted, or fields, each with its name'],
    [z.iso.date(), '1 May', 'a day is written as 2026-11-23'],
    [z.url(), 'a b', 'an address begins with https://'],
  ])('%#: is told in plain words', (schema, given, told) => {
    expect(faultsOf(schema, given)).toEqual([told]);
  });

  it('is told in the schema’s words where these are ours', () => {
    expect(faultsOf(z.string().regex(/^a/, 'it begins with a'), 'b')).toEqual(['it begins with a']);
    expect(faultsOf(z.array(z.string()).max(1, 'one is enough'), ['a', 'b'])).toEqual(['one is enough']);
  });

  it('is told as the library says it where nothing better is known', () => {
    const [said] = faultsOf(z.uuid(), 'x');
    expect(said).toMatch(/^Invalid /);
  });
});

describe('a value that may have several forms', () => {
  const form = z.union([
    z.string().regex(/^\d+mm$/, 'a length in mm'),
    z.strictObject({ turn: z.literal([0, 90]), page: z.string() }),
  ]);
  const told = (given: unknown) => {
    const { error } = z.strictObject({ row: form }).safeParse({ row: given });
    return (error?.issues ?? [])
      .flatMap(meantIssues)
      .map((issue) => `${issue.path.join('.')}: ${schemaFault(issue, given)}`);
  };

  it('is told what the form lacks that it has, and else that it has none', () => {
    expect(told('5in')).toEqual(['row: a length in mm']);
    expect(told({ turn: 45, page: 'a' })).toEqual(['row.turn: it is one of 0, 90']);
    expect(told({ page: 3, turn: 0 })).toEqual(['row.page: a text is wanted']);
    expect(told(4)).toEqual(['row: a text is wanted, or fields, each with its name']);
  });
});
