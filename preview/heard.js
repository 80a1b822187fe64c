/** @import { View } from '../src/preview/view.ts' */
import { el, refill } from './dom.js';

/**
 * What a screen reader meets in the file: each block with its tag, in order, page by page.
 * @param {HTMLElement} panel
 * @param {View} view
 */
export function showHeard(panel, { tagged, pages }) {
  if (tagged.length === 0) {
    refill(panel, el('p', { class: 'nothing' }, 'There is nothing to read.'));
    return;
  }
  const numbered = tagged.map((block, i) => ({ ...block, number: i + 1 }));
  /** @type {{ page: number, blocks: typeof numbered }[]} */
  const stretches = [];
  for (const block of numbered) {
    const last = stretches.at(-1);
    if (last?.page === block.page) last.blocks.push(block);
    else stretches.push({ page: block.page, blocks: [block] });
  }
  refill(
    panel,
    ...stretches.flatMap(({ page, blocks }) => [
      el('h3', {}, `Page ${page + 1}: ${(pages[page]?.name ?? '').replaceAll('-', ' ')}`),
      el(
        'ol',
        { class: 'tagged', start: blocks[0]?.number },
        ...blocks.map(({ tag, language, text, number }) =>
          el(
            'li',
            { value: number },
            el('code', { 'data-number': number }, tag),
            ' ',
            el('span', { lang: language === '' ? undefined : language, dir: 'auto' }, text),
          ),
        ),
      ),
    ]),
  );
}
