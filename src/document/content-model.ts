import { type Place, type Problem, problem } from '../diagnostics/index.ts';
import { type ElementName, type ElementRule, elements } from './elements.ts';
import type { DocumentElement } from './tree.ts';

/** What `elements.ts` says of an element; undefined: it is not in the vocabulary. */
export function ruleOf(name: string): ElementRule | undefined {
  return Object.hasOwn(elements, name) ? elements[name as ElementName] : undefined;
}

/** Whether an element may stand where it stands. */
export function checkPlace(
  name: string,
  rule: ElementRule,
  parent: DocumentElement | undefined,
  place: Place,
): Problem[] {
  if (parent === undefined) return [];
  const wrong = (why: string, hint: string) => [problem('HTML_NESTING', why, place, hint)];
  if (rule.parents !== undefined && !rule.parents.includes(parent.name))
    return wrong(
      `<${name}> stands in <${parent.name}>.`,
      `It may only stand in ${rule.parents.map((p) => `<${p}>`).join(' or ')}.`,
    );
  const outer = ruleOf(parent.name);
  if (rule.category === 'document' || outer === undefined) return [];
  if (outer.contains === 'inline' && (rule.category === 'block' || rule.category === 'item'))
    return wrong(
      `<${name}> stands in <${parent.name}>, which takes only text and inline elements.`,
      'Close the outer element first.',
    );
  if (outer.contains === 'items' && name !== 'li')
    return wrong(`<${name}> stands directly in <${parent.name}>.`, 'Put it in an <li>.');
  if (outer.contains === 'blocks' && (rule.category === 'inline' || name === 'br'))
    return wrong(`<${name}> stands directly in <${parent.name}>.`, 'Put it in a <p>.');
  if (name === 'a')
    for (let up: DocumentElement | undefined = parent; up !== undefined; up = up.parent)
      if (up.name === 'a') return wrong('A link stands in a link.', 'Close the outer <a> first.');
  return [];
}

/** Whether text may stand directly in an element. White space may stand anywhere. */
export function checkText(text: string, parent: DocumentElement, place: Place): Problem[] {
  const contains = ruleOf(parent.name)?.contains;
  if ((contains !== 'blocks' && contains !== 'items') || text.trim() === '') return [];
  return [
    problem(
      'HTML_NESTING',
      `Text stands directly in <${parent.name}>.`,
      place,
      contains === 'items' ? 'Put it in an <li>.' : 'Put it in a <p>.',
    ),
  ];
}
