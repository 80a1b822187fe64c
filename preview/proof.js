/** @import { View } from '../src/preview/view.ts' */
import { el, refill } from './dom.js';

const signs = { passed: '✓', failed: '✕', 'not-checked': '–' };
const words = { passed: 'Holds', failed: 'Does not hold', 'not-checked': 'Not checked' };
const verdicts = {
  proved: 'Proved: everything that the file promises holds.',
  'not proved': 'Not proved: the file is not printed.',
  'not checked': 'Not checked.',
};

/**
 * Each promise with what was found in the finished file, what does not hold first.
 * @param {HTMLElement} panel
 * @param {View['proof']} proof
 */
export function showProof(panel, proof) {
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
    el('p', { class: 'verdict', 'data-verdict': proof.verdict }, verdicts[proof.verdict]),
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
