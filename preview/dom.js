/**
 * An element with attributes and what is in it: texts are texts, never HTML.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number | boolean | undefined>} [attributes] `true`: without a value; `undefined`, `false`: left out
 * @param {...(Node | string | undefined)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/**
 * @param {string} name
 * @param {Record<string, string | number | boolean | undefined>} [attributes]
 * @param {...(Node | string)} children
 */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/**
 * @param {Element} element
 * @param {Record<string, string | number | boolean | undefined>} attributes
 */
function setAttributes(element, attributes) {
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      element.setAttribute(key, value === true ? '' : String(value));
}

/**
 * The element of an id, which the page has.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}

/**
 * Puts other things into an element, and the focus back where it was: on what has the same id now, else on the element.
 * @param {HTMLElement} holder
 * @param {...(Node | string)} children
 */
export function refill(holder, ...children) {
  const focused = holder.contains(document.activeElement) ? document.activeElement : null;
  holder.replaceChildren(...children);
  if (focused === null || focused === holder || holder.contains(focused)) return;
  const same = focused.id === '' ? null : document.getElementById(focused.id);
  (same ?? holder).focus({ preventScroll: true });
}
