/**
 * What translators of health leaflets write is not refused for its numbers: “quinze jours” and “Mitte 20”, साढ़े पाँच and 二、三回, 1 h 30
 * and מיומיים. Each text of `leaflets.txt` is a right translation of the line with `#` above it.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultOfText } from '../../src/locale/broken.ts';

const lines = readFileSync(new URL('leaflets.txt', import.meta.url), 'utf8').split('\n');
const sources = lines.flatMap((line, at) => {
  const [, from, source] = /^# \[([\w-]+)\] (.+)$/.exec(line) ?? [];
  const end = lines.findIndex((other, i) => i > at && (other === '' || other.startsWith('#')));
  const translations = lines.slice(at + 1, end).map((each) => /^([\w-]+): (.+)$/.exec(each)!.slice(1));
  return source === undefined ? [] : [{ source, from: from!, translations }];
});

describe('a right translation of a leaflet', () => {
  it.each(sources)('is not refused: $source', ({ source, from, translations }) => {
    expect(translations.length).toBeGreaterThan(1);
    for (const [tag, text] of translations)
      expect.soft(faultOfText(source, from, text!, tag!, []), `${tag}: ${text}`).toBeUndefined();
  });

  it.each(sources)('is one of itself: $source', ({ translations }) => {
    for (const [tag, text] of translations)
      expect.soft(faultOfText(text!, tag!, text!, tag!, []), `${tag}: ${text}`).toBeUndefined();
  });
});
