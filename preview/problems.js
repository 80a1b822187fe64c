/** @import { ToldProblem } from '../src/preview/told.ts' */
import { el, refill } from './dom.js';

const kinds = { error: 'Error', warning: 'Warning' };

/**
 * The problems, each with its number on the pages, its line, and what to do.
 * @param {HTMLElement} panel
 * @param {readonly ToldProblem[]} problems
 * @param {{ language: string, show: (problem: number) => void }} how language of the guide
 */
export function showProblems(panel, problems, how) {
  refill(
    panel,
    problems.length === 0
      ? el('p', { class: 'nothing' }, 'Nothing is wrong.')
      : el('ol', { class: 'problems' }, ...problems.map((problem, i) => item(problem, i, how))),
  );
}

/**
 * @param {ToldProblem} problem
 * @param {number} index
 * @param {{ language: string, show: (problem: number) => void }} how
 */
function item(problem, index, { language, show }) {
  const { code, severity, message, hint, meaning, place, marks } = problem;
  const { file, line, column, source, key, locale, page } = place;
  const isGuide = file?.endsWith('guide.yaml') === true;
  const facts = [
    key === undefined ? '' : `key ${key}`,
    page === undefined ? '' : `page ${page}`,
    locale === undefined ? '' : `language ${locale}`,
  ].filter((fact) => fact !== '');
  const button =
    marks.length === 0
      ? undefined
      : el('button', { type: 'button', id: `show-${index + 1}`, class: 'button' }, 'Show on the page');
  button?.addEventListener('click', () => show(index));
  return el(
    'li',
    { class: severity, id: `problem-${index + 1}` },
    el(
      'h3',
      {},
      el('span', { class: `kind ${severity}` }, `${kinds[severity]} ${index + 1}`),
      ' ',
      el('code', { title: meaning }, code),
    ),
    el('p', { class: 'message', dir: 'auto' }, message),
    file === undefined
      ? undefined
      : el(
          'p',
          { class: 'where' },
          el(
            'code',
            { translate: 'no' },
            [file, line, column].filter((part) => part !== undefined).join(':'),
          ),
        ),
    source === undefined || line === undefined
      ? undefined
      : el(
          'pre',
          { class: 'line', tabindex: 0, role: 'group', 'aria-label': `Line ${line}` },
          el('span', { class: 'gutter', 'aria-hidden': 'true' }, `${line} `),
          el('code', isGuide ? { lang: language } : { translate: 'no' }, source.trimStart()),
        ),
    facts.length === 0 ? undefined : el('p', { class: 'facts' }, facts.join(' · ')),
    hint === undefined ? undefined : el('p', { class: 'hint' }, el('strong', {}, 'What to do: '), hint),
    button,
  );
}
