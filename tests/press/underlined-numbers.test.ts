/** An underline keeps off the number above it: brackets reach below those of digits, and so does the room that is the number's own. */
import { afterAll, describe, expect, it } from 'vitest';
import { walkItems } from '../../src/paint/index.ts';
import { formeOf } from '../../src/press/index.ts';
import { openStand, type Stand } from './stand.ts';

const stands: Stand[] = [];
afterAll(() => {
  for (const stand of stands) stand.clear();
});

function stand(display: string, dial: string): Stand {
  const made = openStand(
    ['guide.yaml', 'numbers:', `numbers:\n  desk: { display: "${display}", dial: "${dial}" }`],
    ['guide.yaml', 'One line can be read alone.', `Ask the desk, [${display}](tel:${dial}).`],
    ['style.css', '.note h2', 'a, a bdi { text-decoration: underline; }\n.note h2'],
  );
  stands.push(made);
  return made;
}

describe('an underlined number in a text', () => {
  it.each([
    ['(866) 529-6446', '+18665296446'],
    ['(866) LAW-OHIO (529-6446)', '+18665296446'],
    ['866-529-6446', '+18665296446'],
    ['112', '112'],
  ])('is printed: %s', (display, dial) => {
    const made = stand(display, dial);
    expect(made.run().proof.verdict).toBe('proved');
    let lines = 0;
    for (const page of formeOf(made.plate(), made.press)!.pages)
      walkItems(page, (item) => {
        if (item.kind === 'path' && item.owner.kind === 'artifact' && item.owner.type === 'Layout') lines++;
      });
    // Those below who answers and 911, and this one.
    expect(lines).toBeGreaterThan(2);
  });
});
