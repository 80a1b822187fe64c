import type { Paragraph, SaidAs } from './types.ts';

interface Index {
  /** By the offset at which it begins. */
  readonly starts: ReadonlyMap<number, SaidAs>;
  /** Offsets within one, each with that of its beginning. */
  readonly heads: ReadonlyMap<number, number>;
}

const indexes = new WeakMap<readonly SaidAs[], Index>();

function indexOf(said: readonly SaidAs[]): Index {
  let index = indexes.get(said);
  if (index === undefined) {
    const heads = new Map<number, number>();
    for (const { start, end } of said) for (let at = start + 1; at < end; at++) heads.set(at, start);
    index = { starts: new Map(said.map((each) => [each.start, each])), heads };
    indexes.set(said, index);
  }
  return index;
}

/** What `[start, end)` of a paragraph's text stands for: its own letters, or those that it was before its case changed. */
export function saidIn({ text, said }: Pick<Paragraph, 'text' | 'said'>, start: number, end: number): string {
  if (said === undefined) return text.slice(start, end);
  const { starts } = indexOf(said);
  let out = '';
  for (let at = start; at < end; ) {
    const own = starts.get(at);
    out += own?.text ?? text[at]!;
    at = own?.end ?? at + 1;
  }
  return out;
}

/** Where that begins which an offset is within: letters that stand for one together are not to be told apart. */
export function headOf({ said }: Pick<Paragraph, 'said'>, offset: number): number {
  return said === undefined ? offset : (indexOf(said).heads.get(offset) ?? offset);
}
