import { type Place, type Problem, problem } from '../diagnostics/index.ts';
import { type ElementRule, elements } from './elements.ts';
import type { DocumentElement } from './tree.ts';

const rules: ReadonlyMap<string, ElementRule> = new Map(Object.entries(elements));

/** What `elements.ts` says of an element; undefined: it is not in the vocabulary. */
export function ruleOf(name: string): ElementRule | undefined {
  return rules.get(name);
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
  if (outer.contains === 'items' && rule.parents === undefined && !(parent.name === 'dl' && name === 'div'))
    return wrong(`<${name}> stands directly in <${parent.name}>.`, itemHint(parent.name));
  if (rule.category === 'item' && parent.name === 'div' && parent.parent?.name !== 'dl')
    return wrong(`<${name}> stands in a <div> outside of a <dl>.`, 'Put the <div> in a <dl>.');
  if (outer.contains === 'blocks' && (rule.category === 'inline' || name === 'br'))
    return wrong(`<${name}> stands directly in <${parent.name}>.`, 'Put it in a <p>.');
  if (name === 'a')
    for (let up: DocumentElement | undefined = parent; up !== undefined; up = up.parent)
      if (up.name === 'a') return wrong('A link stands in a link.', 'Close the outer <a> first.');
  return [];
}

/** Where it goes, of what stands directly in an element that takes only items. */
function itemHint(parent: string): string {
  const known: Readonly<Record<string, string>> = {
    ul: 'an <li>',
    ol: 'an <li>',
    dl: 'a <dt> or <dd>',
  };
  return `Put it in ${known[parent] ?? 'a <th> or <td>'}.`;
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
      contains === 'items' ? itemHint(parent.name) : 'Put it in a <p>.',
    ),
  ];
}
