/** @import { Form } from '../src/preview/form.ts' */
/** @import { ToldProblem } from '../src/preview/told.ts' */
import { get, post, Refused, send as sendFile } from './api.js';
import { el, refill } from './dom.js';

/** @typedef {Form & { colours?: Partial<Record<'ink' | 'accent', string>> }} Sent */

const labels = {
  display: ['Number as people read it', 'For example 800-315-1376'],
  dial: ['Number as phones dial it', 'With + and the code of the country, or a short code'],
  name: ['Name', 'Who hands the piece out'],
  address: ['Address', ''],
  web: ['Web page', 'https://…'],
  logo: ['Logo', 'A picture in the folder of the guide'],
};
const colourLabels = { ink: 'Ink', accent: 'Accent' };

/**
 * The form that writes the guide, and an own theme. What was typed and not written yet is kept when files change.
 * @param {HTMLElement} panel
 * @param {{ theme: () => string, useTheme: (name: string) => void, say: (text: string) => void }} page
 */
export function makeForm(panel, { theme, useTheme, say }) {
  /** @type {Sent | undefined} */
  let sent;
  const guide = el('form', { class: 'guide', novalidate: true });
  const colours = el('form', { class: 'guide' });
  const undo = el('button', { type: 'button', class: 'button', id: 'undo', hidden: true });
  const told = el('div', { class: 'told', id: 'form-told', tabindex: -1 });
  panel.append(told, guide, colours, el('p', {}, undo));

  guide.addEventListener('submit', (event) => {
    event.preventDefault();
    const values = Object.fromEntries([...new FormData(guide)].map(([name, value]) => [name, String(value)]));
    void send(() => post('form', { hash: sent?.hash ?? '', values }), 'The guide is written.');
  });
  guide.addEventListener('change', ({ target }) => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file !== undefined) void putLogo(file);
  });
  colours.addEventListener('submit', (event) => {
    event.preventDefault();
    const values = Object.fromEntries(
      [...new FormData(colours)].map(([name, value]) => [name, String(value)]),
    );
    void send(async () => useTheme((await post('colours', values)).theme), 'The theme is written.');
  });
  undo.addEventListener('click', () => void send(() => post('undo', {}), 'It is as it was.'));

  /**
   * Puts a picture into the guide's folder, and names it in the form, which is not written by that.
   * @param {File} file
   */
  async function putLogo(file) {
    try {
      const { name } = await sendFile(`logo?name=${encodeURIComponent(file.name)}`, file);
      const input = guide.querySelector('[name="logo"]');
      if (input instanceof HTMLInputElement) input.value = name;
      tell([]);
      say(`${name} is in the folder of the guide.`);
      await load();
    } catch (error) {
      tell(error instanceof Refused ? error.problems : [], error);
      told.focus();
    }
  }

  /**
   * @param {() => Promise<unknown>} work
   * @param {string} done
   */
  async function send(work, done) {
    try {
      await work();
      tell([]);
      say(done);
      await load(true);
    } catch (error) {
      tell(error instanceof Refused ? error.problems : [], error);
      say('Nothing is written: the form says why.');
      told.focus();
    }
  }

  /**
   * @param {readonly ToldProblem[]} problems
   * @param {unknown} [error]
   */
  function tell(problems, error) {
    const texts =
      problems.length > 0
        ? problems.map(({ code, message, hint }) => ({
            code,
            text: [message, hint].filter(Boolean).join(' '),
          }))
        : [];
    if (problems.length === 0 && error !== undefined)
      texts.push({ code: /** @type {any} */ ('INTERNAL'), text: String(error) });
    told.replaceChildren(
      ...(texts.length === 0
        ? []
        : [
            el('h3', {}, 'Nothing is written'),
            el(
              'ul',
              {},
              ...texts.map(({ code, text }) =>
                el('li', {}, el('code', {}, code), ' ', el('span', { dir: 'auto' }, text)),
              ),
            ),
          ]),
    );
    for (const [name, key] of Object.entries(sent?.keys ?? {})) {
      const within = key.split('.').slice(0, -1).join('.');
      mark(
        guide.querySelector(`[name="${name}"]`),
        problems.find(({ place }) => place.key === key || place.key === within),
      );
    }
    for (const name of Object.keys(colourLabels))
      mark(
        colours.querySelector(`[name="${name}"]`),
        problems.find(({ place }) => place.key === name),
      );
  }

  /**
   * Reads the form anew. What differs from what was sent last was typed, and stays, unless it was written.
   * @param {boolean} [isWritten]
   */
  async function load(isWritten = false) {
    let next;
    try {
      next = /** @type {Sent} */ (await get(`form?theme=${encodeURIComponent(theme())}`));
    } catch {
      refill(
        guide,
        el('p', { class: 'nothing' }, 'The guide cannot be changed here while its file cannot be read.'),
      );
      return;
    }
    const typed = isWritten ? {} : typedIn(guide, sent?.values ?? {});
    const typedColours = isWritten ? {} : typedIn(colours, sent?.colours ?? {});
    sent = next;
    refill(guide, ...guideFields(next, typed));
    refill(colours, ...colourFields(next, typedColours));
    undo.hidden = next.undoes === undefined;
    undo.textContent = `Undo the last change of ${next.undoes ?? ''}`;
  }
  return load;
}

/**
 * What is wrong, without the key that it begins with: that is the field's.
 * @param {ToldProblem} problem
 */
function faultOf({ message, place }) {
  const own = message.replace(`${place.key}: `, '');
  return own.charAt(0).toUpperCase() + own.slice(1);
}

/**
 * Says beside a field what is wrong with it, or that nothing is.
 * @param {Element | null} input
 * @param {ToldProblem | undefined} problem
 */
function mark(input, problem) {
  if (input === null) return;
  const id = `fault-${input.id}`;
  document.getElementById(id)?.remove();
  const others = (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((each) => each !== id && each !== '');
  if (problem === undefined) input.removeAttribute('aria-invalid');
  else {
    input.setAttribute('aria-invalid', 'true');
    input.after(el('span', { class: 'fault', id, dir: 'auto' }, faultOf(problem)));
    others.push(id);
  }
  if (others.length > 0) input.setAttribute('aria-describedby', others.join(' '));
  else input.removeAttribute('aria-describedby');
}

/**
 * @param {HTMLFormElement} form
 * @param {Readonly<Record<string, string>>} before
 * @returns {Record<string, string>}
 */
function typedIn(form, before) {
  return Object.fromEntries(
    [...new FormData(form)]
      .map(([name, value]) => [name, String(value)])
      .filter(([name, value]) => value !== before[name ?? '']),
  );
}

/**
 * @param {Sent} form
 * @param {Readonly<Record<string, string>>} typed
 */
function guideFields({ values, pictures, language, direction, isShipped }, typed) {
  if (isShipped)
    return [
      el(
        'p',
        { class: 'hint' },
        'This guide ships with the package, where nothing is written: make a copy, and change that.',
      ),
    ];
  const field = (/** @type {keyof typeof labels} */ name) => {
    const [label, hint] = labels[name];
    const isText = name === 'name' || name === 'address';
    const input = el('input', {
      id: `guide-${name}`,
      name,
      type: 'text',
      maxlength: 300,
      autocomplete: 'off',
      spellcheck: isText ? undefined : 'false',
      lang: isText ? language : undefined,
      dir: isText ? direction : 'ltr',
      list: name === 'logo' ? 'pictures' : undefined,
      'aria-describedby': hint === '' ? undefined : `hint-${name}`,
      required: name === 'display' || name === 'dial',
    });
    input.value = typed[name] ?? values[name];
    return el(
      'p',
      { class: 'field' },
      el('label', { for: `guide-${name}` }, label ?? name),
      hint === '' || hint === undefined ? undefined : el('span', { class: 'hint', id: `hint-${name}` }, hint),
      input,
    );
  };
  return [
    el('fieldset', {}, el('legend', {}, 'Helpline'), field('display'), field('dial')),
    el(
      'fieldset',
      {},
      el('legend', {}, 'Publisher'),
      field('name'),
      field('address'),
      field('web'),
      field('logo'),
      upload(),
    ),
    el('datalist', { id: 'pictures' }, ...pictures.map((picture) => el('option', { value: picture }))),
    el('p', {}, el('button', { class: 'button primary', id: 'write' }, 'Write into the guide')),
  ];
}

/** A picture from elsewhere; the file itself is no part of what the form says. */
function upload() {
  const input = el('input', { type: 'file', id: 'logo-file', accept: '.svg,.png,.jpg,.jpeg' });
  return el(
    'p',
    { class: 'field' },
    el('label', { for: 'logo-file' }, 'Put a picture into the folder'),
    input,
  );
}

/**
 * @param {Sent} form
 * @param {Readonly<Record<string, string>>} typed
 */
function colourFields({ colours }, typed) {
  if (colours === undefined)
    return [
      el(
        'p',
        { class: 'hint' },
        'Colours of your own are written into a theme among your templates: start the preview with --templates <folder>.',
      ),
    ];
  const fields = Object.entries(colourLabels).map(([name, label]) => {
    const input = el('input', { type: 'color', id: `colour-${name}`, name });
    input.value = typed[name] ?? colours[/** @type {'ink'} */ (name)] ?? '#000000';
    return el('p', { class: 'colour' }, input, el('label', { for: `colour-${name}` }, label));
  });
  return [
    el('fieldset', {}, el('legend', {}, 'Colours'), ...fields),
    el('p', {}, el('button', { class: 'button', id: 'write-colours' }, 'Write a theme of these colours')),
  ];
}
