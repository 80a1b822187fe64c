/** @import { View } from '../src/preview/view.ts' */
/** @import { Choices } from '../src/preview/choices.ts' */
/** @import { Drawing } from '../src/preview/site.ts' */
import { get } from './api.js';
import { queryOf, showChoices } from './choices.js';
import { byId, el } from './dom.js';
import { makeForm } from './form.js';
import { showHeard } from './heard.js';
import { offerOverlays } from './overlays.js';
import { showPages } from './pages.js';
import { showProblems } from './problems.js';
import { showProof } from './proof.js';
import { countOn, makeTabs } from './tabs.js';

/** @typedef {Choices & { drawing: Drawing, guide: { title?: string, language?: string } }} Offered */

const form = /** @type {HTMLFormElement} */ (byId('choices'));
const [pages, status_, overlays] = [byId('pages'), byId('status'), byId('overlays')];

/** @type {Offered | undefined} */
let offered;
/** @type {View | undefined} */
let view;
let query = new URLSearchParams(location.search);
/** Of requests: an answer that was overtaken is of no use. */
let asked = 0;
const chosen = new Set(read('overlays').split(' '));
let zoom = read('zoom') || 'fit';

makeTabs(byId('tabs'), byId('panels'), {
  problems: 'Problems',
  proof: 'Proof',
  heard: 'Read out',
  guide: 'Guide',
});
offerOverlays(overlays, chosen);
overlays.append(zoomChoice());
const loadForm = makeForm(byId('guide'), {
  theme: () => view?.shown.theme ?? 'dawn',
  useTheme(name) {
    query.set('theme', name);
    void show();
  },
  // How the file stands is still to be seen: this is said beside it.
  say: (text) => {
    byId('note').textContent = text;
  },
});

form.addEventListener('change', () => {
  query = queryOf(form);
  void show();
});
overlays.addEventListener('change', (event) => {
  const box = event.target;
  if (box instanceof HTMLInputElement) {
    if (box.checked) chosen.add(box.value);
    else chosen.delete(box.value);
    keep('overlays', [...chosen].join(' '));
  } else if (box instanceof HTMLSelectElement) {
    zoom = box.value;
    keep('zoom', zoom);
  }
  layPages();
});
window.addEventListener('resize', () => {
  if (zoom === 'fit') layPages();
});

const events = new EventSource('events');
events.addEventListener('changed', () => void show());
events.addEventListener('error', () =>
  say('The preview has ended, or cannot be reached. It is looked for again.'),
);
let isFirst = true;
events.addEventListener('open', () => {
  // What changed while the line was down is not known.
  if (!isFirst) void show();
  isFirst = false;
});
void show();

/** Asks for what is chosen, and shows it. */
async function show() {
  const mine = ++asked;
  say('Being set …');
  document.body.setAttribute('aria-busy', 'true');
  try {
    const [choices, next] = await Promise.all([get('choices'), get(`view?${query}`)]);
    if (mine !== asked) return;
    offered = /** @type {Offered} */ (choices);
    view = /** @type {View} */ (next);
    showAll(offered, view);
    await loadForm();
  } catch (error) {
    if (mine === asked) say(`The preview cannot be shown: ${error instanceof Error ? error.message : error}`);
  } finally {
    if (mine === asked) document.body.removeAttribute('aria-busy');
  }
}

/**
 * @param {Offered} choices
 * @param {View} next
 */
function showAll(choices, next) {
  const { title = 'A guide that cannot be read', language = 'en' } = choices.guide;
  const heading = byId('title');
  heading.textContent = title;
  heading.lang = choices.guide.title === undefined ? 'en' : language;
  document.title = `${title} – preview`;
  showChoices(form, choices, next.shown);
  query = queryOf(form);
  history.replaceState(null, '', `?${query}`);
  layPages();
  const errors = next.problems.filter(({ severity }) => severity === 'error').length;
  showProblems(byId('problems'), next.problems, { language, show: showMark });
  showProof(byId('proof'), next);
  showHeard(byId('heard'), next);
  countOn(
    'problems',
    String(next.problems.length),
    errors > 0 ? 'error' : next.problems.length > 0 ? 'warning' : '',
  );
  const failed = next.proof?.checks.filter(({ status }) => status === 'failed').length ?? 0;
  countOn('proof', failed > 0 ? '✕' : next.isProved ? '✓' : '', failed > 0 ? 'error' : '');
  offer('save', next.isProved ? `file/${next.id}?save` : undefined);
  offer('save-proof', next.isProved ? `proof/${next.id}` : undefined);
  say(summaryOf(next, errors), next.isProved ? 'proved' : 'refused');
}

/**
 * @param {View} next
 * @param {number} errors
 */
function summaryOf({ isProved, pages: { length }, problems, pagesAre }, errors) {
  const count = (/** @type {number} */ n, /** @type {string} */ noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;
  const warnings = problems.length - errors;
  const found = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''];
  const made = isProved ? `Proved · ${count(length, 'page')}` : 'Not proved';
  return [made, ...found, pagesAre === 'earlier' ? 'earlier pages' : '']
    .filter((part) => part !== '')
    .join(' · ');
}

function layPages() {
  if (view === undefined || offered === undefined) return;
  const { locale } = view.shown;
  const isRtl = offered.locales.some(({ tag, direction }) => tag === locale && direction === 'rtl');
  showPages(pages, view, { overlays: chosen, zoom, drawing: offered.drawing, isRtl });
}

/** @param {number} index of a problem */
function showMark(index) {
  const mark = view?.problems[index]?.marks[0];
  const figure = mark === undefined ? null : document.getElementById(`page-${mark.sheet + 1}`);
  if (figure === null) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const shown = [...figure.querySelectorAll('circle.number')].find(
    (dot) => dot.nextElementSibling?.textContent === String(index + 1),
  );
  (shown ?? figure).scrollIntoView({ block: 'center', inline: 'center', behavior: calm ? 'auto' : 'smooth' });
  for (const old of document.querySelectorAll('.shown')) old.classList.remove('shown');
  shown?.previousElementSibling?.classList.add('shown');
  byId('note').textContent = `Problem ${index + 1} is on page ${(mark?.sheet ?? 0) + 1}.`;
}

/**
 * @param {string} text
 * @param {string} [kind]
 */
function say(text, kind = '') {
  status_.textContent = text;
  status_.dataset.kind = kind;
}

/**
 * @param {string} id
 * @param {string | undefined} address
 */
function offer(id, address) {
  const link = byId(id);
  link.hidden = address === undefined;
  if (address !== undefined) link.setAttribute('href', address);
}

function zoomChoice() {
  const sizes = ['fit', '50', '75', '100', '150', '200'];
  const select = el(
    'select',
    { id: 'zoom' },
    ...sizes.map((size) => el('option', { value: size }, size === 'fit' ? 'Whole pages' : `${size} %`)),
  );
  select.value = zoom;
  return el('p', { class: 'choice' }, el('label', { for: 'zoom' }, 'Size of the pages'), select);
}

/** @param {string} name */
function read(name) {
  return localStorage.getItem(`helpline-press.${name}`) ?? '';
}

/**
 * @param {string} name
 * @param {string} value
 */
function keep(name, value) {
  localStorage.setItem(`helpline-press.${name}`, value);
}
