/** @import { View } from '../src/preview/view.ts' */
import { el, refill } from './dom.js';

const signs = { passed: '✓', failed: '✕', 'not-checked': '–' };
const words = { passed: 'Holds', failed: 'Does not hold', 'not-checked': 'Not checked' };
const verdicts = {
  proved: 'Proved: everything that the file promises holds.',
  'not proved': 'Not proved: the file is not printed.',
  'not checked': 'Not checked.',
};
/** Of a file that is refused for something else: a draft, a picture that is too coarse. */
const kept = 'Not printed, for what the problems say. What the file would promise holds.';

/**
 * Each promise with what was found in the finished file, what does not hold first.
 * @param {HTMLElement} panel
 * @param {View} view
 */
export function showProof(panel, { proof, isProved }) {
  if (proof === undefined) {
    refill(
      panel,
      el('p', { class: 'nothing' }, 'There is no file that could be proved: the problems say why.'),
    );
    return;
  }
  const failedFirst = [...proof.checks].sort(
    (a, b) => Number(b.status === 'failed') - Number(a.status === 'failed'),
  );
  refill(
    panel,
    el(
      'p',
      { class: 'verdict', 'data-verdict': isProved ? 'proved' : 'not proved' },
      isProved || proof.verdict !== 'proved' ? verdicts[proof.verdict] : kept,
    ),
    ...proof.notices.map((notice) => el('p', { class: 'notice' }, notice)),
    el(
      'ul',
      { class: 'checks' },
      ...failedFirst.map(({ code, status, detail, meaning }) =>
        el(
          'li',
          { class: status },
          el('span', { class: 'sign', 'aria-hidden': 'true' }, signs[status]),
          el(
            'div',
            {},
            el('p', {}, el('span', { class: 'heard' }, `${words[status]}: `), el('bdi', {}, detail)),
            el('p', { class: 'code', title: meaning }, el('code', {}, code)),
          ),
        ),
      ),
    ),
    el('p', { class: 'facts' }, 'SHA-256 of the file: ', el('code', { class: 'hash' }, proof.sha256)),
  );
}
