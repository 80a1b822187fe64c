import { describe, expect, it } from 'vitest';
import { inOrder, orderedText, ShownNumbers } from '../../src/pdf/text-string.ts';

const numbers = new ShownNumbers([
  '800-315-1376',
  '911',
  '0800 111 0 111',
  '(800) 662-4357',
  '+44 20 7946 0000',
  '1-800-662-HELP',
]);
const shown = (text: string) => inOrder(text, numbers).replaceAll('\u200e', '|');

describe('a text beside the page', () => {
  it.each([
    ['after Arabic letters', 'اتصل بالرقم 800-315-1376', 'اتصل بالرقم |800-315-1376|'],
    ['after Persian letters', 'با 800-315-1376 تماس بگیرید', 'با |800-315-1376| تماس بگیرید'],
    ['after Pashto letters', 'دا 800-315-1376 ته', 'دا |800-315-1376| ته'],
    ['of groups apart, after Hebrew letters', 'התקשרו 0800 111 0 111', 'התקשרו |0800 111 0 111|'],
    ['of groups apart, by itself', '0800 111 0 111', '|0800 111 0 111|'],
    ['with a bracket, by itself', '(800) 662-4357', '|(800) 662-4357|'],
    ['with a sign, before Urdu letters', '+44 20 7946 0000 پر کال کریں', '|+44 20 7946 0000| پر کال کریں'],
    ['with letters, by itself', '1-800-662-HELP', '|1-800-662-HELP|'],
    ['twice', 'رقم 800-315-1376 أو 800-315-1376', 'رقم |800-315-1376| أو |800-315-1376|'],
    ['right after a letter', 'و800-315-1376', 'و|800-315-1376|'],
  ])('has marks around a number that would be turned round: %s', (_, text, marked) => {
    expect(shown(text)).toBe(marked);
  });

  it.each([
    ['of an English text', 'Call 800-315-1376'],
    ['of an English text, with a bracket', 'Call (800) 662-4357'],
    ['of groups apart after Latin letters', 'Rufen Sie 0800 111 0 111'],
    ['with hyphens, after Hebrew letters', 'התקשרו אל 800-315-1376'],
    ['with hyphens, in Urdu', '\u0627 is not before 800-315-1376'],
    ['of one group', 'اتصل بالرقم 911'],
    ['by itself', '800-315-1376'],
    ['in Japanese', '電話800-315-1376へ'],
  ])('stays as it is where none would be: %s', (_, text) => {
    expect(shown(text)).toBe(text);
  });

  it('marks no part of a longer number, and nothing that is no number of the guide', () => {
    expect(shown('رمز 1800-315-13760')).toBe('رمز 1800-315-13760');
    expect(shown('رمز 12-34-56')).toBe('رمز 12-34-56');
    expect(inOrder('رقم 1-800-662-4357', new ShownNumbers(['800-662-4357', '1-800-662-4357']))).toBe(
      'رقم \u200e1-800-662-4357\u200e',
    );
  });

  it('has the same marks where a text like it was seen, whose digits are others', () => {
    const before = new ShownNumbers(['800-315-1376']);
    const texts = ['اتصل بالرقم @', 'Call @', '@', 'و@', 'רקם @ (24/7)'];
    const of = (shown: ShownNumbers, number: string) =>
      texts.map((text) => inOrder(text.replace('@', number), shown));
    of(before, '800-315-1376');
    expect(of(before.of(['800-662-4357']), '800-662-4357')).toEqual(
      of(new ShownNumbers(['800-662-4357']), '800-662-4357'),
    );
  });
});

it('has nothing that only tells where a line may end: bookmarks and descriptions have none', () => {
  const plain = orderedText('Schuldnerberatung, می\u200cخواهم', numbers);
  expect(orderedText('Schuldner\u00adberatung,\u2060 \u200bمی\u200cخواهم', numbers)).toEqual(plain);
});
