/** @import { Choices } from '../src/preview/choices.ts' */
/** @import { Shown } from '../src/preview/asked.ts' */
import { el, refill } from './dom.js';

const purposes = { screen: 'Screen', office: 'Office printer' };
const states = {
  source: 'In its own language',
  translated: 'Translated',
  untranslated: 'Not translated',
  pseudo: 'For developers',
};

/** @param {string} word */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * The selects of what may be shown, with what is shown.
 * @param {HTMLElement} form
 * @param {Choices} choices
 * @param {Shown} shown
 */
export function showChoices(form, choices, shown) {
  const product = choices.products.find(({ id }) => id === shown.product);
  const { purpose, orientation, duplex, allowDrafts } = shown;
  const ways = product?.orientations ?? [];
  refill(
    form,
    select(
      'product',
      'Product',
      shown.product,
      choices.products.map(({ id, name }) => el('option', { value: id }, name)),
    ),
    select('locale', 'Language', shown.locale, localeGroups(choices)),
    select('paper', 'Paper', shown.paper, plain(product?.papers ?? [])),
    ways.length > 1 ? select('orientation', 'Way up', orientation ?? ways[0] ?? '', plain(ways)) : '',
    select('edition', 'Edition', shown.edition, plain(product?.editions ?? [], choices.editions)),
    select('theme', 'Theme', shown.theme, plain(choices.themes)),
    select(
      'purpose',
      'Made for',
      purpose,
      choices.purposes.map((name) => el('option', { value: name }, purposes[name] ?? capital(name))),
    ),
    purpose !== 'screen' && product?.isFolded === true
      ? select('duplex', 'Paper is turned about its', duplex, [
          el('option', { value: 'short' }, 'Short edge'),
          el('option', { value: 'long' }, 'Long edge'),
        ])
      : '',
    purpose === 'screen' ? '' : drafts(allowDrafts),
  );
}

/**
 * @param {string} name
 * @param {string} label
 * @param {string} value
 * @param {readonly HTMLElement[]} options
 */
function select(name, label, value, options) {
  const made = el('select', { id: `choose-${name}`, name }, ...options);
  made.value = value;
  return el('p', { class: 'choice' }, el('label', { for: `choose-${name}` }, label), made);
}

/**
 * @param {readonly string[]} names
 * @param {Readonly<Record<string, string>>} [abouts] what each is
 */
const plain = (names, abouts = {}) =>
  names.map((name) => el('option', { value: name, title: abouts[name] }, capital(name.replaceAll('-', ' '))));

/** @param {Choices} choices */
function localeGroups({ locales }) {
  return Object.entries(states).flatMap(([state, label]) => {
    const options = locales
      .filter((locale) => locale.state === state)
      .map(({ tag, name }) => el('option', { value: tag, lang: tag }, `${name} (${tag})`));
    return options.length === 0 ? [] : [el('optgroup', { label }, ...options)];
  });
}

/** @param {boolean} isAllowed */
function drafts(isAllowed) {
  const box = el('input', { type: 'checkbox', id: 'choose-drafts', name: 'drafts', value: 'yes' });
  box.checked = isAllowed;
  return el('p', { class: 'check' }, box, el('label', { for: 'choose-drafts' }, 'Print drafts too'));
}

/**
 * What the selects say, as a query; what is as usual is left out by nobody: an address says what it shows.
 * @param {HTMLFormElement} form
 */
export function queryOf(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) query.set(name, String(value));
  return query;
}
