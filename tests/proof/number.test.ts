import { describe, expect, it } from 'vitest';
import { digitsOf, numberFault } from '../../src/proof/numbers/number.ts';

describe('a number shown and a number dialled', () => {
  it.each([
    ['+1 855 208 4673', 'tel:+18552084673', '+1 855 208 4674'],
    ['(855) 208-4673', 'tel:+18552084673', '(855) 208-4637'],
    ['1.855.208.4673', 'tel:+18552084673', '9.855.208.4673'],
    ['0300 123 6600', 'tel:+443001236600', '0301 123 6600'],
    ['+44 (0)300 123 6600', 'tel:+443001236600', '+44 (8)300 123 6600'],
    ['8 (800) 200-02-00', 'tel:+78002000200', '88 (800) 200-02-00'],
    ['06 80 820 111', 'tel:+3680820111', '60 80 820 111'],
    ['855-208-4673 ext. 5', 'tel:+18552084673;ext=5', '855-208-4673 ext. 6'],
    ['855-208-4673', 'tel:+18552084673', '855-208-4673 x5'],
    ['855-208-4673 #77', 'tel:+18552084673;ext=77', '855-208-4673'],
    ['1-855-208-HOPE (4673)', 'tel:+18552084673', '1-855-208-HOPE (4674)'],
    ['855-208-4673 (HOPE)', 'tel:+18552084673', '855-208-4673 (HOPS)'],
    ['1-800-MEDICARE (1-800-633-4227)', 'tel:+18006334227', '1-800-MEDICARE (1-800-633-4228)'],
    ['1800 RESPECT (1800 737 732)', 'tel:+611800737732', '1800 RESPECT 8 (1800 737 732)'],
    ['1-800-MEDICARE (1-800-633-4227)', 'tel:+18006334227', '1-800-MEDICAREHELP (1-800-633-4227)'],
    ['13 11 14', 'tel:131114', '13 11 4'],
    ['741741', 'sms:741741', '741747'],
    ['988', 'tel:988', '9988'],
    ['#8000', 'tel:%238000', '8000'],
    ['*4141', 'tel:*4141', '#4141'],
    ['(+420) 224 818 247', 'tel:+420224818247', '(+420) 224 818 274'],
    ['+41 (0) 22 345 20 20', 'tel:+41223452020', '+41 (0) 22 345 20 02'],
    ['800-4321', 'tel:+18688004321', '800-4312'],
  ])('%s is dialled by %s, and %s is not', (display, uri, other) => {
    expect(numberFault({ display, uri })).toBeUndefined();
    expect(numberFault({ display: other, uri })).toBe(`${other} is shown, and ${uri} dialled`);
  });

  it('has the digits of its extension, and no letters of it', () => {
    expect(digitsOf('855-208-4673 ext. 5')).toBe('85520846735');
    expect(digitsOf('1-855-208-HOPE (4673)')).toBe('18552084673');
    expect(digitsOf('855-208-4673 (1-855-208-HOPE)')).toBe('85520846731855208' + '4673');
  });
});

describe('what may be left out of a number that is shown', () => {
  it.each([
    ['4567890', 'tel:+14567890', true],
    ['4567890', 'tel:+1234567890', true],
    ['4567890', 'tel:+12344567890', false],
    ['04567890', 'tel:+1234567890', true],
    ['64567890', 'tel:+1234567890', false],
    ['064567890', 'tel:+1234567890', true],
    ['84567890', 'tel:+74567890', true],
    ['24567890', 'tel:+74567890', false],
    ['04567', 'tel:+14567', false],
    ['045678', 'tel:+145678', true],
    ['6624357', 'tel:+18006624357', false],
    ['6624357', 'tel:+18686624357', true],
    ['6624357', 'tel:+28686624357', false],
    ['86624357', 'tel:+18686624357', true],
  ])(
    'is a code of a country, of three digits at most, that of the one area of some in North America, and what is dialled first there: %s, %s',
    (display, uri, is) => {
      expect(numberFault({ display, uri }) === undefined).toBe(is);
    },
  );
});
