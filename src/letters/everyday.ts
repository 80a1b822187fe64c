/**
 * Signs of everyday texts in the languages of Western Europe: Latin-1, the marks of good typography, what isolates a number, and what
 * stands for one while a text is looked through.
 */
const everyday = /^[\0-\xff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2066-\u2069\ue000\ue001]*$/;

export const isEveryday = (text: string): boolean => everyday.test(text);

const letters = 'A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff';

/** Which of these signs are of a kind, as a class of a pattern says it (Unicode 15). A test holds each to what V8 says. */
export const kinds: Readonly<Record<string, string>> = {
  L: letters,
  Lu: 'A-Z\\xc0-\\xd6\\xd8-\\xde',
  Alphabetic: letters,
  Regional_Indicator: '',
  Ll: 'a-z\\xb5\\xdf-\\xf6\\xf8-\\xff',
  Lo: '\\xaa\\xba',
  Lt: '',
  M: '',
  Mn: '',
  Me: '',
  N: '0-9\\xb2\\xb3\\xb9\\xbc-\\xbe',
  Nd: '0-9',
  No: '\\xb2\\xb3\\xb9\\xbc-\\xbe',
  P: '!-#%-*,-\\/:;?@\\[-\\]_\\{\\}\\xa1\\xa7\\xab\\xb6\\xb7\\xbb\\xbf\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e\\u2022\\u2026',
  Pd: '\\-\\u2013\\u2014',
  Ps: '\\(\\[\\{\\u201a\\u201e',
  Pi: '\\xab\\u2018\\u201c',
  S: '$+<->\\^`\\|~\\xa2-\\xa6\\xa8\\xa9\\xac\\xae-\\xb1\\xb4\\xb8\\xd7\\xf7',
  Sc: '$\\xa2-\\xa5',
  So: '\\xa6\\xa9\\xae\\xb0',
  C: '\\0-\\x1f\\x7f-\\x9f\\xad\\u2066-\\u2069\\ue000\\ue001',
  Cf: '\\xad\\u2066-\\u2069',
  Z: ' \\xa0',
};
/** The same of signs that are not of it. */
const others: Readonly<Record<string, string>> = {
  L: '\\0-@\\[-`\\{-\\xa9\\xab-\\xb4\\xb6-\\xb9\\xbb-\\xbf\\xd7\\xf7\\u2013-\\u2069\\ue000\\ue001',
  Nd: '\\0-\\/:-\\xff\\u2013-\\u2069\\ue000\\ue001',
};

/** Each sign that has a backslash before it, and each end of a class. */
const pieces = /\\([pP])\{([^}]*)\}|\\[\s\S]|[[\]]/g;

/**
 * The source of a pattern that finds in everyday texts what another finds; undefined where that asks for a kind of signs that is not
 * known here.
 */
export function everydayOf(source: string, flags: string): string | undefined {
  let isInClass = false;
  let isKnown = true;
  const own = source.replace(pieces, (piece, property: string | undefined, name: string) => {
    if (piece === '[' || piece === ']') isInClass = piece === '[';
    if (property === undefined) return piece;
    const kind = kindOf(property, name, flags);
    isKnown &&= kind !== undefined;
    return isInClass ? (kind ?? '') : `[${kind}]`;
  });
  return isKnown ? own : undefined;
}

function kindOf(property: string, name: string, flags: string): string | undefined {
  const script = /^(?:sc|Script)=(\w+)$/.exec(name)?.[1];
  if (property === 'p' && script !== undefined && !/^(?:Latn|Latin|Zyyy|Common|Zinh|Inherited)$/.test(script))
    return '';
  // Without regard to case a letter is also what it is in the other case, and in other alphabets.
  if (/^L[ult]$/.test(name) && flags.includes('i')) return undefined;
  return (property === 'p' ? kinds : others)[name];
}
