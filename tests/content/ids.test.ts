import { expect, it } from 'vitest';
import { idFrom } from '../../src/content/ids.ts';

it.each([
  ['Clínica Sur, 2nd floor', 'clinica-sur-2nd-floor'],
  ['24/7 Help', 'help'],
  ['x', 'x'],
  ['  Ärzte & Co.  ', 'arzte-co'],
  ['診療所', 'other'],
  ['112', 'other'],
  ['', 'other'],
  ['a'.repeat(60), 'a'.repeat(60)],
  ['b'.repeat(61), 'b'.repeat(60)],
  [`${'c'.repeat(59)} d`, 'c'.repeat(59)],
])('an id says in lower case what a name says: %s is %s', (name, id) => {
  expect(idFrom(name, 'other')).toBe(id);
});
