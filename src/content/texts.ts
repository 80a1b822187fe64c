import type { Block, GuideData } from './schema.ts';

/** One translatable text of a guide. */
export interface GuideText {
  readonly key: string;
  readonly text: string;
  /** Path in the YAML. */
  readonly path: readonly (string | number)[];
}

/** Every text in reading order, keyed by stable ids: `sections.center.gives.therapy`. */
export function collectTexts(data: GuideData): Map<string, GuideText> {
  const texts = new Map<string, GuideText>();
  const add = (key: string, text: string | undefined, path: (string | number)[]) => {
    if (text !== undefined) texts.set(key, { key, text, path });
  };
  const addBlocks = (prefix: string, blocks: readonly Block[], path: (string | number)[]) =>
    blocks.forEach((block, i) => {
      addBlock(add, `${prefix}.${block.id}`, block, [...path, 'blocks', i]);
    });
  add('title', data.title, ['title']);
  add('kicker', data.kicker, ['kicker']);
  add('overview', data.overview, ['overview']);
  for (const [name, helpline] of Object.entries(data.helplines))
    for (const field of ['call', 'answers', 'claims', 'hours', 'cost', 'languages'] as const)
      add(`helplines.${name}.${field}`, helpline[field], ['helplines', name, field]);
  const addPart = (name: 'opening' | 'closing' | 'disclosure') => {
    const part = data[name];
    if (part === undefined) return;
    add(`${name}.heading`, part.heading, [name, 'heading']);
    addBlocks(name, part.blocks, [name]);
  };
  addPart('opening');
  data.sections.forEach((section, i) => {
    add(`sections.${section.id}.line`, section.line, ['sections', i, 'line']);
    addBlocks(`sections.${section.id}`, section.blocks, ['sections', i]);
  });
  addPart('closing');
  data.emergency?.forEach((entry, i) => {
    add(`emergency.${entry.id}`, entry.text, ['emergency', i, 'text']);
  });
  addPart('disclosure');
  data.sources.forEach((source, i) => {
    add(`sources.${source.id}`, source.name, ['sources', i, 'name']);
  });
  return texts;
}

function addBlock(
  add: (key: string, text: string | undefined, path: (string | number)[]) => void,
  key: string,
  block: Block,
  path: (string | number)[],
): void {
  switch (block.kind) {
    case 'list':
      block.items.forEach((item, i) => {
        add(`${key}.${item.id}`, item.text, [...path, 'items', i, 'text']);
      });
      break;
    case 'figure':
      add(`${key}.alt`, block.alt, [...path, 'alt']);
      add(`${key}.caption`, block.caption, [...path, 'caption']);
      break;
    case 'quote':
      add(`${key}.text`, block.text, [...path, 'text']);
      add(`${key}.cite`, block.cite, [...path, 'cite']);
      break;
    case 'definition':
      add(`${key}.term`, block.term, [...path, 'term']);
      add(`${key}.text`, block.text, [...path, 'text']);
      break;
    default:
      add(key, block.text, [...path, 'text']);
  }
}
