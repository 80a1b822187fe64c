import { describe, expect, it } from 'vitest';
import { readDisplay } from '../../src/content/numbers/display.ts';
import { isCountLabel } from '../../src/content/sentences/named-lines.ts';

describe('brackets of a display', () => {
  it.each(['(855) 208-4673', '855 (208) 4673', '(855 208) 4673'])('stand in pairs: %s', (display) => {
    expect(readDisplay(display)).toMatchObject({ digits: '8552084673' });
  });

  it.each(['855)208(4673', '855) 208-4673', '(855 208-4673', '(855 (208) 4673)', '855 (208 (4673)'])(
    'stand in no other way: %s',
    (display) => {
      expect(readDisplay(display)).toMatchObject({
        fault: `the display ${display} is not written as a number`,
      });
    },
  );
});

describe('a label that says what is counted', () => {
  it.each(['Calls a day:', 'Our volunteers:', 'Volunteers', '…', 'The line. Calls a day:'])(
    'is one: %s',
    (label) => {
      expect(isCountLabel(label)).toBe(true);
    },
  );

  it.each(['Our line:', 'Line of volunteers, by day:', 'Calls, day and night:'])('is none: %s', (label) => {
    expect(isCountLabel(label)).toBe(false);
  });
});
