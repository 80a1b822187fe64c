import { el } from './dom.js';

/**
 * Tabs as the ARIA Authoring Practices have them: arrow keys go from one to the next, Tab goes into what is shown.
 * @param {HTMLElement} list
 * @param {HTMLElement} panels
 * @param {Readonly<Record<string, string>>} names by id
 */
export function makeTabs(list, panels, names) {
  const ids = Object.keys(names);
  for (const [id, name] of Object.entries(names)) {
    const count = el('span', { class: 'count', id: `count-${id}` });
    const tab = el(
      'button',
      { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': id },
      name,
      count,
    );
    tab.addEventListener('click', () => choose(id));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1, Home: -ids.length, End: ids.length }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const at = ids.indexOf(id) + step;
      const next =
        Math.abs(step) > 1 ? Math.min(Math.max(at, 0), ids.length - 1) : (at + ids.length) % ids.length;
      choose(ids[next] ?? id);
      document.getElementById(`tab-${ids[next]}`)?.focus();
    });
    list.append(tab);
    panels.append(
      el('div', { role: 'tabpanel', id, 'aria-labelledby': `tab-${id}`, tabindex: 0, class: 'panel' }),
    );
  }
  /** @param {string} chosen */
  function choose(chosen) {
    for (const id of ids) {
      const [tab, panel] = [document.getElementById(`tab-${id}`), document.getElementById(id)];
      if (tab === null || panel === null) continue;
      tab.setAttribute('aria-selected', String(id === chosen));
      tab.tabIndex = id === chosen ? 0 : -1;
      panel.hidden = id !== chosen;
    }
  }
  choose(ids[0] ?? '');
}

/**
 * Says beside the name of a tab how much is in it.
 * @param {string} id
 * @param {string} text
 * @param {string} [kind]
 */
export function countOn(id, text, kind = '') {
  const count = document.getElementById(`count-${id}`);
  if (count === null) return;
  count.textContent = text;
  count.dataset.kind = kind;
}
