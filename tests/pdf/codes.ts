import { inflateSync } from 'node:zlib';

/** Streams of a file, inflated, by the object's number. */
export function streams(bytes: Uint8Array): Map<number, { dictionary: string; data: Buffer }> {
  const file = Buffer.from(bytes);
  const found = new Map<number, { dictionary: string; data: Buffer }>();
  for (const match of file
    .toString('latin1')
    .matchAll(/^(\d+) 0 obj\n<<((?:(?!endobj)[\s\S])*?)>>\nstream\n/gm)) {
    const [head, number, dictionary] = match as unknown as [string, string, string];
    const start = match.index + head.length;
    const stream = file.subarray(start, start + Number(/\/Length (\d+)/.exec(dictionary)![1]));
    const data = dictionary.includes('/FlateDecode') ? inflateSync(stream) : stream;
    found.set(Number(number), { dictionary, data });
  }
  return found;
}

/** The content of each page. */
export function pageContents(bytes: Uint8Array): Buffer[] {
  const all = streams(bytes);
  const file = Buffer.from(bytes).toString('latin1');
  return [...file.matchAll(/^\/Contents (\d+) 0 R$/gm)].map(([, id]) => all.get(Number(id))!.data);
}

/** ToUnicode of each font by resource name: code to text. */
function unicodeMaps(bytes: Uint8Array): Map<string, Map<number, string>> {
  const file = Buffer.from(bytes).toString('latin1');
  const all = streams(bytes);
  const maps = new Map<string, Map<number, string>>();
  for (const [, name, font] of file.matchAll(/^\/(F\d+) (\d+) 0 R$/gm)) {
    const at = file.indexOf(`\n${font} 0 obj\n`);
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(file.slice(at))![1];
    const map = new Map<number, string>();
    for (const [, code, text] of all
      .get(Number(unicode))!
      .data.toString('latin1')
      .matchAll(/^<(\w{4})> <(\w+)>$/gm)) {
      map.set(parseInt(code!, 16), Buffer.from(text!, 'hex').swap16().toString('utf16le'));
    }
    maps.set(name!, map);
  }
  return maps;
}

/** The characters that the codes of all content with an MCID stand for, in the order of the content stream: exactly. */
export function contentText(bytes: Uint8Array): string {
  const maps = unicodeMaps(bytes);
  let out = '';
  for (const data of pageContents(bytes)) {
    const content = data.toString('latin1');
    let inside = false;
    let map: Map<number, string> | undefined;
    for (const [token] of content.matchAll(/\((?:\\[\s\S]|[^\\)])*\)|\/MCID|EMC|\/F\d+/g)) {
      if (token === '/MCID') inside = true;
      else if (token === 'EMC') inside = false;
      else if (token.startsWith('/F')) map = maps.get(token.slice(1));
      else if (inside) {
        const raw = token.slice(1, -1).replace(/\\([\s\S])/g, (_, c: string) => (c === 'r' ? '\r' : c));
        for (let i = 0; i < raw.length; i += 2)
          out += map!.get(raw.charCodeAt(i) * 256 + raw.charCodeAt(i + 1));
      }
    }
  }
  return out;
}
