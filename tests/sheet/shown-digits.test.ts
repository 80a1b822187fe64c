/** What a format shows beside what stands in its cell: nobody sees that the digits of a number are others. */
import { expect, it } from 'vitest';
import { addsDigits } from '../../src/sheet/shown-digits.ts';

it.each([
  ['0## #### ####', 2079460101],
  ['"+44 "0', 2079460101],
  ['+44 0', 2079460101],
  ['\\0##########', 2079460101],
  ['[$+44-809] 0', 2079460101],
  ['00000000000', 2079460101],
  ['[<=9999999]"1-800-"000-0000;"1-800-"000-0000', 3151376],
  ['"0"@', '2079460101'],
])('is told of %s', (format, value) => {
  expect(addsDigits(format, String(value).length, typeof value === 'string')).toBe(true);
});

it.each([
  ['General', 2025550101],
  ['000-000-0000', 2025550101],
  ['(###) ###-####', 2025550101],
  ['[<=9999999]###-####;(###) ###-####', 2025550101],
  ['[<=9999999]000-0000;(000) 000-0000', 2025550101],
  ['[<=9999999]000-0000;(000) 000-0000', 5550101],
  ['0', 0],
  ['0.00', 2025550101],
  ['0.00E+00', 2025550101],
  ['#,##0', 2025550101],
  ['[$-409]0', 2025550101],
  ['0;"minus 1"0', 2025550101],
  ['_(* #,##0_);_(* "0")', 2025550101],
  ['@', '2025550101'],
  ['"Tel. "@', '2025550101'],
  ['"+44 "0;;;@', '2025550101'],
])('is not told of %s', (format, value) => {
  expect(addsDigits(format, String(value).length, typeof value === 'string')).toBe(false);
});
