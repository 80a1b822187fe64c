/** A fault that is found in the finished file is told at the element of the template whose text it names. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/index.ts';
import { placedProblems } from '../../src/press/proof-places.ts';
import type { Proof } from '../../src/proof/index.ts';

const html = [
  '<!doctype html><html lang="en"><head><title>Head of all</title></head><body>',
  '<section>',
  '<h1>Stay with me</h1>',
  '<p>You are not\n   alone to\u00adday, and <strong>never</strong> were.</p>',
  '<p>Call \u2066988\u2069 now.</p>',
  '</section></body></html>',
].join('\n');
const document = parseDocument(html, { file: 'a/template.hbs' });

function placeOf(detail: string) {
  const checks = [
    { code: 'TEXT_LOST', status: 'passed', detail: '"Stay with me"' },
    { code: 'TEXT_DISORDERED', status: 'failed', detail },
  ];
  const [found, ...more] = placedProblems({ checks } as unknown as Proof, document);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ code: 'TEXT_DISORDERED', message: detail });
  return found!.place;
}

describe('a fault of the finished file', () => {
  it.each<[string, string, number]>([
    ['the words of an element', 'page 1: "Stay with" stands above "x"', 3],
    ['words that go over lines of the source', 'page 1: "You are not alone" is turned', 4],
    ['words with a soft hyphen', 'page 1: "alone today, and" is turned', 4],
    ['words that end where a line breaks', 'page 1: "not alone to-" is turned', 4],
    ['words over the ends of an inner element', 'page 1: "and never were" is turned', 4],
    ['words of an inner element', 'page 1: "never" is turned', 5],
    ['words about a number', 'page 1: "Call 988 now" is turned', 6],
    ['words of two elements', 'page 1: "me You are" is turned', 2],
    ['first what is in no element', 'page 1: "nowhere" stands between the lines of "Stay with me"', 3],
  ])('names %s', (_, detail, line) => {
    expect(placeOf(detail)).toMatchObject({ file: 'a/template.hbs', line });
  });

  it.each([
    'There was nothing to look at.',
    'page 1: "nowhere" is turned',
    'page 1: "m" is turned',
    'page 1: "-\u00ad" is turned',
  ])('has no place where it names none: %s', (detail) => expect(placeOf(detail)).toEqual({}));
});
