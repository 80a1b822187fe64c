/** What does here what designers reach for elsewhere, by the property that they wrote. Data: exempt from the length of files. */
const instead: Readonly<Record<string, string>> = {
  'box-sizing':
    'A width is that of the content (content-box): calc(100% - 16pt) takes padding and border off; blocks and items of grids fill their room without one.',
  ...named(
    ['box-shadow', 'text-shadow', 'filter', 'backdrop-filter', 'mix-blend-mode'],
    'Nothing is blurred or blended in print: a border or a ground of another colour sets a box apart.',
  ),
  ...named(['float', 'clear'], 'display: grid or flex on the parent sets boxes beside each other.'),
  ...named(
    ['overflow', 'overflow-x', 'overflow-y', 'text-overflow', 'clip-path', 'line-clamp'],
    'Nothing is cut off: what does not fit is an error. A picture is cut to its box by object-fit: cover.',
  ),
  'z-index':
    'What comes later in the template is painted over what comes before it, and what is positioned over the flow.',
  'font-style': 'There are no italics, which most scripts lack: font-weight: bold, or another colour.',
  'font-variant': 'text-transform: uppercase sets capitals, as each language has them.',
  'aspect-ratio': 'A picture keeps its own ratio; a box is given width and height.',
  ...named(
    ['justify-items', 'place-items', 'place-self', 'place-content'],
    'Use align-items on the grid and justify-self on its items.',
  ),
  ...named(
    ['grid-template', 'grid', 'grid-auto-rows', 'grid-auto-columns', 'grid-auto-flow'],
    'Use grid-template-columns, grid-template-rows and grid-template-areas; other rows are as high as what stands in them.',
  ),
  'flex-flow': 'Use flex-wrap: flex is for rows.',
  ...named(
    ['writing-mode', 'text-orientation'],
    'Text is never turned; a page may be, by product.yaml (docs/templates.md).',
  ),
  ...named(
    ['direction', 'unicode-bidi'],
    'The direction is that of the language: dir="{{locale.direction}}" on <html>, bdi around what has its own.',
  ),
  ...named(
    ['transition', 'animation', 'cursor', 'user-select', 'pointer-events', 'will-change'],
    'Paper does not move: leave it out.',
  ),
  ...named(
    ['print-color-adjust', '-webkit-print-color-adjust', 'color-adjust'],
    'Colours are printed as they are said: leave it out.',
  ),
  'text-indent': 'Lines begin where the text begins: padding-inline-start on the block moves all of them.',
  'word-spacing': 'Spaces are as wide as the face has them: letter-spacing, a little, is taken.',
  'text-align-last': 'Use text-align: start, end or center.',
  'column-span': 'What spans all columns stands before the block that has them.',
  ...named(
    [
      'font-variant-numeric',
      'font-feature-settings',
      'font-kerning',
      'font-stretch',
      'font-variation-settings',
    ],
    'A face is set by its own rules, and digits are plain: font-family, font-weight and font-size say the rest.',
  ),
  'font-synthesis': 'Nothing is slanted or thickened: there is a regular and a bold face.',
  ...named(
    ['background-attachment', 'background-clip', 'background-origin', 'background-blend-mode'],
    'A ground fills its box with padding and border: background-size, -position and -repeat are taken.',
  ),
  visibility: 'Use display: none, or leave it out of the template.',
  ...named(['list-style', 'list-style-image', 'list-style-position'], 'Use list-style-type and padding.'),
  outline: 'Use border.',
  ...named(
    ['border-color', 'border-width', 'border-style'],
    'A border is said whole: border: 1pt solid var(--ink).',
  ),
  ...named(
    ['overflow-wrap', 'word-wrap'],
    'Words are divided by hyphens: auto only, and not by other means; too long ones are an error.',
  ),
  'page-break-before': 'Use break-before.',
  'page-break-after': 'Use break-after.',
  'page-break-inside': 'Use break-inside.',
  all: 'What a style does not say is as docs/css.md has it: leave it out.',
  'tab-size': 'Texts have no tabs: leave it out.',
  ...named(
    ['grid-row-start', 'grid-row-end', 'grid-column-start', 'grid-column-end'],
    'Use grid-row or grid-column: a line, "1 / 3" or "1 / span 2".',
  ),
};

function named(properties: readonly string[], advice: string): Record<string, string> {
  return Object.fromEntries(properties.map((property) => [property, advice]));
}

/** What to do in place of a property that is not in the vocabulary; undefined: nothing better than its nearest name. */
export function insteadOf(property: string): string | undefined {
  if (Object.hasOwn(instead, property)) return instead[property];
  return /^-(?:webkit|moz|ms|o)-/.test(property) ? 'It is for one browser alone: leave it out.' : undefined;
}

/** Values of other media, with what does here what they do there. */
const ofValues: readonly (readonly [property: string, value: RegExp, advice: string])[] = [
  [
    'flex-direction',
    /column/,
    'Blocks stand one below the other without it; display: grid with grid-template-rows: auto 1fr auto shares out a height.',
  ],
  ['flex-direction', /reverse/, 'Use order on the items.'],
  [
    'font-family',
    /./,
    'One of text, display and number, without a list: each script has its faces. Faces of your own: helpline-press new font.',
  ],
  ['text-align', /left|right/, 'Use start or end, which turn where the writing runs from right to left.'],
  ['text-align', /justify/, 'Use start: in narrow columns justified lines have holes.'],
  [
    'display',
    /inline-|contents|table|flow-root/,
    'Make the parent a grid or a flex row: its items are boxes.',
  ],
  [
    'position',
    /fixed|sticky/,
    'What stands on each page is position: running(name), shown by @page { @bottom-center { content: element(name) } }.',
  ],
  [
    'color',
    /^rgba|^hsla|^transparent$|\/|^#(?:[0-9a-f]{4}|[0-9a-f]{8})$/i,
    'Text is in a colour of its own: say the one that comes of it. A box or a picture fades by opacity.',
  ],
  [
    'max-width',
    /-content/,
    'Use a length or a percentage; an item of a grid is as wide as its content by an auto column.',
  ],
  [
    'width',
    /-content/,
    'Use a length or a percentage; an item of a grid is as wide as its content by an auto column.',
  ],
  ['break-after', /always|left|right|recto|verso/, 'Use page.'],
  ['break-before', /always|left|right|recto|verso/, 'Use page.'],
  [
    'font',
    /italic|oblique/,
    'There are no italics, which most scripts lack: a weight, a size, a slash and a line height, and one of text, display and number.',
  ],
  [
    'background',
    /url\(/,
    'A picture lies in the folder of the templates or of the guide: url(template:art/hill.svg), url(guide:figures/hill.jpg).',
  ],
  [
    'background-image',
    /url\(/,
    'A picture lies in the folder of the templates or of the guide: url(template:art/hill.svg), url(guide:figures/hill.jpg).',
  ],
  [
    'text-decoration',
    /line-through|overline/,
    'Struck-out words are read aloud as the others are: leave them out.',
  ],
];

/** The same of rules with an @. */
const ofRules: Readonly<Record<string, string>> = {
  'font-face': 'Faces of your own: helpline-press new font. A style names text, display and number.',
  import: 'Write the rules here: a product’s style.css lies over base.css and the theme without it.',
  supports: 'Leave it out: what is in the vocabulary is always there.',
  keyframes: 'Paper does not move: leave it out.',
};

/** What to do in place of a rule with an @ that is not in the vocabulary. */
export function adviceForRule(name: string): string {
  return ofRules[name] ?? 'Only @page and @media are.';
}

/** What to say in place of a value; undefined: the message says it. */
export function adviceFor(property: string, value: string): string | undefined {
  if (/^(?:inherit|initial|unset|revert|revert-layer)$/.test(value))
    return 'Say the value itself, or leave it out: docs/css.md says of each property what it is at first, and whether it is inherited.';
  return ofValues.find(([name, pattern]) => name === property && pattern.test(value))?.[2];
}
