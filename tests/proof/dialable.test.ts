/** Digits of a page that are an everyday number of the guide, or a part of one that a line's end or a letter cuts off. */
import { describe, expect, it } from 'vitest';
import { type Expectation, parseExpectation, prove } from '../../src/proof/index.ts';
import { isOneOf } from '../../src/proof/numbers/dialable.ts';
import { expectation, leaflet } from './leaflet.ts';

const everyday = ['1,234,567', 'NCT03911466', '10.1056/NEJMra1604339', '2019–2020'];

describe('an everyday number', () => {
  it.each([
    ['1,234,567', true],
    ['234,567', true],
    ['1,234', true],
    ['03911466', true],
    ['1056', true],
    ['2019–2020', true],
    ['2019-2020', false],
    ['34,567', false],
    ['1,234,56', false],
    ['3911466', false],
    ['0391146', false],
    ['1,234,568', false],
    ['1376', false],
    ['800-315-1377', false],
  ])('is all of what is declared, or a part that is cut off beside no digit: %s, %s', (text, is) => {
    expect(isOneOf(everyday, text)).toBe(is);
    expect(isOneOf([...everyday].reverse(), text)).toBe(is);
    expect(isOneOf([], text)).toBe(false);
  });

  it.each([
    ['978-0-306-40615-7', '978-0-306-40615-7', true],
    ['978-0-306-40615-7', '40615-7', true],
    ['978-0-306-40615-7', '978-0-306-40', false],
    ['978-0-306-40615-7', '78-0-306', false],
    ['978-0-306-40615-7', '978-0-306-40615-8', false],
    ['978-0-306-40615-7', '978 0 306 40615 7', false],
    ['1\u00a0350\u202f000', '1 350 000', true],
    ['2345678', '12345678', false],
  ])('is in part: of %s is %s: %s', (whole, part, is) => {
    expect(isOneOf([whole], part)).toBe(is);
  });
});

describe('the proof of everyday numbers', () => {
  const status = (heading: string, differs: Partial<Expectation>) =>
    prove(leaflet([6, '«Coming off heroin»', `«${heading}»`]), { ...expectation, ...differs }).checks.find(
      ({ code }) => code === 'HELPLINE_WRONG',
    )!.status;
  const text = 'PMID 23456789';
  const texts = expectation.texts.map((each) => (each.key === 'heading' ? { ...each, text } : each));

  it('takes a number that stands in a text and is an everyday one', () => {
    expect(status(text, { texts, everyday: ['23456789'] })).toBe('passed');
    expect(status(text, { words: [text], everyday: ['23456789'] })).toBe('passed');
  });

  it('takes one that stands in the address that the code opens: its alternative text says it', () => {
    const qr = { content: 'https://example.org/?utm_id=23456789', pages: [] };
    expect(status(text, { qr, everyday: ['23456789'] })).toBe('passed');
    expect(status(text, { qr })).toBe('failed');
    expect(status(text, { qr: { ...qr, content: 'tel:23456789' }, everyday: ['23456789'] })).toBe('failed');
  });

  it.each<[string, string, Partial<Expectation>]>([
    ['stands in no text', text, { everyday: ['23456789'] }],
    ['is no everyday one', text, { texts }],
    ['is another', 'PMID 23456788', { texts, everyday: ['23456789'] }],
    ['is nearly the helpline’s', '800-315-1377', { words: ['800-315-1377'], everyday: ['800-315-1377'] }],
  ])('takes none that %s', (_, heading, differs) => {
    expect(status(heading, differs)).toBe('failed');
  });

  it.each(['', ' ', '.', '→ 2'])('takes no pointer to the disclosure without letters: “%s”', (pointer) => {
    expect(() => parseExpectation({ ...expectation, pointer })).toThrow(/pointer/);
  });

  it('reads everyday numbers in a record, each with a digit', () => {
    expect(parseExpectation({ ...expectation, everyday: ['23456789'] }).everyday).toEqual(['23456789']);
    expect(() => parseExpectation({ ...expectation, everyday: ['words'] })).toThrow(/everyday/);
  });
});
