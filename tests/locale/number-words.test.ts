/**
 * Spans of time, and how often, that a language says in a word or two of its own: each of `number-words.txt` is read as what it says, wherever
 * in a text it stands.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../src/locale/quantities/measured.ts';
import { namedMeasures } from '../../src/locale/quantities/number-words.ts';

const rows = readFileSync(new URL('number-words.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => /^(?<tag>\w+) (?<value>[\d.]+) (?<unit>\w+): (?<phrases>.+)$/.exec(line)!.groups!)
  .map(({ tag, value, unit, phrases }) => ({
    tag: tag!,
    value: Number(value),
    unit: unit!,
    phrases: phrases!.split(' | '),
  }));

const read = (text: string, tag: string) =>
  quantitiesIn(text, tag).map(({ values, unit }) => ({ values, unit }));

describe('a measure with a name', () => {
  it.each(rows)('is read as $value $unit in $tag: $phrases', ({ tag, value, unit, phrases }) => {
    for (const phrase of phrases)
      for (const text of [phrase, `… ${phrase}.`, phrase.toUpperCase(), phrase.normalize('NFC')])
        expect.soft(read(text, tag), text).toEqual([{ values: [value], unit }]);
  });

  it('is in the list of them', () => {
    const listed = Object.entries(namedMeasures).flatMap(([tag, units]) =>
      Object.entries(units).flatMap(([unit, values]) =>
        Object.entries(values).map(
          ([value, phrases]) => `${tag} ${value} ${unit}: ${phrases.replaceAll('|', ' | ')}`,
        ),
      ),
    );
    expect(
      rows.map(({ tag, value, unit, phrases }) => `${tag} ${value} ${unit}: ${phrases.join(' | ')}`),
    ).toEqual(listed);
  });
});
