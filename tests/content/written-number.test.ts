import { describe, expect, it } from 'vitest';
import { numberWritten } from '../../src/content/index.ts';

describe('a number that people wrote', () => {
  it.each([
    // Bare digits are grouped as the other number is, or as the country does.
    ['2025550101', 'US', '800-315-1376', '202-555-0101', '+12025550101'],
    ['12025550101', 'US', '800-315-1376', '202-555-0101', '+12025550101'],
    ['+12025550101', 'US', '(800) 315-1376', '(202) 555-0101', '+12025550101'],
    ['2025550101', 'US', '1-800-315-1376', '(202) 555-0101', '+12025550101'],
    ['08001111', 'GB', '800-315-1376', '0800 1111', '+448001111'],
    // What is divided stays as it was written.
    ['202.555.0101', 'US', '800-315-1376', '202.555.0101', '+12025550101'],
    ['(202) 555-0101 ext. 5', 'US', '', '(202) 555-0101 ext. 5', '+12025550101;ext=5'],
    ['1-800-662-HELP (4357)', 'US', '', '1-800-662-HELP (4357)', '+18006624357'],
    ['+44 20 7946 0018', 'US', '', '+44 20 7946 0018', '+442079460018'],
    // Codes.
    ['988', 'US', '800-315-1376', '988', '988'],
    ['116 123', 'GB', '', '116 123', '116123'],
    ['#8000', 'JP', '', '#8000', '#8000'],
    ['*322', 'HT', '', '*322', '*322'],
    // Of two digits: that no page shows it large is the guide's to say.
    ['15', 'FR', '', '15', '15'],
    // Where the 0 may be left out it is not lost.
    ['99220 04305', 'IN', '', '99220 04305', '+919922004305'],
    ['9922004305', 'IN', '', '099220 04305', '+919922004305'],
    ['(+254) 799959294', 'KE', '', '(+254) 799959294', '+254799959294'],
    ['800-4321', 'TT', '', '800-4321', '+18688004321'],
  ])('%s in %s is dialled', (written, country, like, display, dial) => {
    expect(numberWritten(written, country, like)).toEqual({ display, dial });
  });

  it.each([
    ['8001111', 'GB', '0800 1111'],
    ['800 1111', 'GB', '0800 1111'],
    ['123456789', 'FR', '01 23 45 67 89'],
    ['3069123456', 'DE', '030 69123456'],
  ])('%s in %s lacks its 0', (written, country, withZero) => {
    expect(numberWritten(written, country)).toMatchObject({ withZero });
  });

  it.each([
    ['202-555-010', 'US'],
    ['202-555-01011', 'US'],
    ['555-0101', 'US'],
    ['1', 'US'],
    ['988 ext. 5', 'US'],
    ['call us', 'US'],
    ['', 'US'],
    ['020 7946 0018', 'US'],
  ])('%s is none in %s', (written, country) => {
    expect(numberWritten(written, country)).toBeUndefined();
  });
});
