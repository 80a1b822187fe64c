const space = /[ \t\r\n]*/y;
const token =
  /[ \t\r\n]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)|([{}[\],:]))/y;

type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | 'next';

/** Offset at which a text that is not JSON stops being JSON (RFC 8259): Node does not always say. */
export function jsonFault(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text);
    const start = afterSpace(text, at);
    if (found === null || (expected === 'next' && open.length === 0)) return Math.min(start, text.length);
    at = token.lastIndex;
    const [, string, literal, mark] = found;
    const isValue = expected === 'value' || expected === 'value or ]';
    if (mark === '}' || mark === ']') {
      const closes = expected === 'next' || expected === (mark === '}' ? 'name or }' : 'value or ]');
      if (!closes || open.pop() !== mark) return start;
      expected = 'next';
    } else if ((mark === '{' || mark === '[') && isValue) {
      open.push(mark === '{' ? '}' : ']');
      expected = mark === '{' ? 'name or }' : 'value or ]';
    } else if (mark === ',' && expected === 'next') expected = open.at(-1) === '}' ? 'name' : 'value';
    else if (mark === ':' && expected === ':') expected = 'value';
    else if (string !== undefined && (expected === 'name' || expected === 'name or }')) expected = ':';
    else if ((string !== undefined || literal !== undefined) && isValue) expected = 'next';
    else return start;
  }
}

function afterSpace(text: string, at: number): number {
  space.lastIndex = at;
  space.exec(text);
  return space.lastIndex;
}
