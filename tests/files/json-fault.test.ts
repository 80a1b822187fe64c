import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonFault } from '../../src/files/json-fault.ts';

it.each([
  ['{"a": x}', 6],
  ['{"a": 1,}', 8],
  ['{"a" 1}', 5],
  ['{"a":"b', 5],
  ['[1', 2],
  ['', 0],
  ['{"a":1}}', 7],
  ['{"a": ,}', 6],
  ['[01]', 2],
  ['{1:2}', 1],
])('finds where %j stops being JSON', (text, offset) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(jsonFault(text)).toBe(offset);
});

it('agrees with Node about what comes before the fault: it can still be completed', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, cut) => {
      const at = cut % (json.length + 1);
      const text = `${json.slice(0, at)}\u0001${json.slice(at)}`;
      expect(jsonFault(text)).toBeLessThanOrEqual(at);
    }),
  );
});
