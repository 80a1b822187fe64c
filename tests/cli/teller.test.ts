/** What is told on the terminal: each thing once, and the place of what is the same for another product not again. */
import { describe, expect, it } from 'vitest';
import { Teller } from '../../src/cli/teller.ts';
import { type Problem, problem, warning } from '../../src/diagnostics/index.ts';

function told(...problems: Problem[]): string[] {
  let said = '';
  const teller = new Teller({ write: (text: string) => (said += text) } as never);
  teller.tell(problems);
  return said.trimEnd().split('\n');
}

const place = { file: 'guide.yaml', line: 3, column: 1, source: 'web: x', key: 'publisher.web' };
const unused = (product: string, at: object = place, hint = 'Say it.') =>
  warning('CONTENT_UNUSED', `${product} does not print publisher.web.`, at, hint);
const whole = (product: string) => [
  `warning CONTENT_UNUSED: ${product} does not print publisher.web.`,
  '  at guide.yaml:3:1',
  '  in key publisher.web',
  '  3 | web: x',
  '    | ^',
  '  hint: Say it.',
];

describe('a run’s problems', () => {
  it('are told with their place once, and by a line for each other product', () => {
    expect(told(unused('poster'), unused('poster'), unused('sticker'), unused('booklet'))).toEqual([
      ...whole('poster'),
      'warning CONTENT_UNUSED: sticker does not print publisher.web.',
      'warning CONTENT_UNUSED: booklet does not print publisher.web.',
    ]);
  });

  it('are told whole where place or hint is another', () => {
    expect(told(unused('poster'), unused('sticker', { ...place, line: 4 }))).toHaveLength(12);
    expect(told(unused('poster'), unused('sticker', place, 'Other.'))).toHaveLength(12);
    // Without a line nothing shows where it is.
    const lost = (page: string) =>
      problem('PAGE_BLANK', `${page} is blank.`, { key: 'sections' }, 'Say more.');
    expect(told(lost('a'), lost('b'))).toHaveLength(6);
  });
});
