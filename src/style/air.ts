import type { CssNode } from 'css-tree';
import type { DocumentElement, HtmlDocument } from '../document/index.ts';
import { ByElement } from './by-element.ts';
import type { CascadedDocument, Resolved } from './cascade.ts';
import { children, functionName, identifier } from './nodes.ts';
import type { StyleReach } from './types.ts';

/** What of a page's free space some values count from: bits of `env(air)` and `env(room)`. */
export type Asked = number;
const [none, ofAir, ofRoom] = [0, 1, 2];

/** What the declarations of an element ask for. */
export interface AskedFor {
  /** Of the element's own box. */
  readonly own: Asked;
  /** Of how wide its content would like to be: what counts in the block axis alone is left out. */
  readonly width: Asked;
  /** Of what is inherited, or may be: it is asked for by all in the element, too. */
  readonly inherited: Asked;
}

const asksNothing: AskedFor = { own: none, width: none, inherited: none };
/** Properties of a box: all others may be inherited, or count for the text in it. */
const ofBox =
  /^(padding|margin|border(-(block|inline)(-(start|end))?)?$|inset|(row-|column-)?gap$|grid-|(min-|max-)?(width|height)$)/;
/** Properties that say nothing of widths, but of a picture's. */
const ofBlockAxis =
  /^(padding-block|margin-block|inset-block|row-gap$|grid-template-rows$|(min-|max-)?height$)/;

/** What some declarations ask for. */
export function askedFor(declarations: readonly Resolved[]): AskedFor {
  let [own, width, inherited] = [none, none, none];
  for (const { declaration, nodes, constant } of declarations) {
    if (constant !== undefined) continue;
    const asked = nodes.reduce((sum, node) => sum | askedIn(node), none);
    const { property } = declaration;
    if (ofBox.test(property)) own |= asked;
    else inherited |= asked;
    if (!ofBlockAxis.test(property)) width |= asked;
  }
  return own === none && inherited === none ? asksNothing : { own, width, inherited };
}

function askedIn(node: CssNode): Asked {
  const inner = children(node);
  if (functionName(node) === 'env') {
    const name = inner.map((each) => identifier(each)).find((each) => each !== undefined);
    return name === 'air' ? ofAir : ofRoom;
  }
  return inner.reduce((sum, each) => sum | askedIn(each), none);
}

/** What changes between pages with all their air and no room, and pages with `air` ({@link ValueContext.air}). */
export function changedBy(air: number): Asked {
  return air < 1 ? ofAir : air > 1 ? ofRoom : none;
}

/** What an element's style asks for. */
export type Dependence = Readonly<Record<StyleReach, Asked>>;

/** What the styles of a document's elements ask for. */
export function dependences(
  document: HtmlDocument,
  { elements, generated }: CascadedDocument,
): ByElement<Dependence> {
  const found = new ByElement<Dependence>(document);
  const besides = [generated.before, generated.after];
  const look = (element: DocumentElement, around: Asked): Dependence => {
    const { asked } = elements.get(element)!;
    const inherited = around | asked.inherited;
    const own = inherited | asked.own;
    let [inside, width] = [inherited, inherited | (element.name === 'img' ? asked.own : asked.width)];
    for (const beside of besides) {
      const its = beside.get(element)?.asked ?? asksNothing;
      inside |= its.own | its.inherited;
      width |= its.width;
    }
    for (const child of element.children) {
      if (child.kind === 'text') continue;
      const inner = look(child, inherited);
      inside |= inner.all;
      width |= inner.width;
    }
    const dependence = { element: own, all: own | inside, inside, width };
    found.set(element, dependence);
    return dependence;
  };
  look(document.root, none);
  return found;
}
