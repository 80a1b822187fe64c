/** A number that no numbering plan has is proved as others are, and its proof says who called it. */
import { afterAll, describe, expect, it } from 'vitest';
import { openStand, type Stand } from './stand.ts';

const stands: Stand[] = [];
afterAll(() => {
  for (const stand of stands) stand.clear();
});

it('a number with a word that goes on after it is proved as it is dialled', () => {
  const stand = openStand(
    [
      'guide.yaml',
      '    display: "988"\n    dial: "988"\n',
      '    display: 1-800-MEDICARE (1-800-633-4227)\n    dial: "+18006334227"\n',
    ],
    ['guide.yaml', 'The second line', 'Or call <helpline:crisis>'],
  );
  stands.push(stand);
  expect(stand.run().proof.verdict).toBe('proved');
});

describe('the proof of a file', () => {
  it('says who called a number, and when', () => {
    const stand = openStand([
      'guide.yaml',
      '\nopening:\n',
      '\n  clinic: { display: 80 00 12 87, dial: "+22680001287", country: BF, call: For women, answers: Women answer., called: { by: Awa O., on: 2026-11-20 } }\nopening:\n',
    ]);
    stands.push(stand);
    const { verdict, notices } = stand.run().proof;
    expect(verdict).toBe('proved');
    expect(notices.filter((notice) => notice.includes('80 00 12 87'))).toEqual([
      'No program can say whether 80 00 12 87 reaches whom it is for: the guide says that Awa O. called it on 2026-11-20.',
    ]);
  });
});
