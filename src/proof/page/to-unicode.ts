import { Foreign } from '../file/object.ts';

const head = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
`;
const foot = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
/** Entries of a section (Adobe Technical Note 5014). */
const section = 100;
/** UTF-16 units that one code stands for; the longest cluster has some ten. */
const longest = 64;

/**
 * The texts of codes 1, 2, 3 … in a ToUnicode map (ISO 32000-1 9.10.3) of the one form that the press writes: nothing
 * in it can be read in two ways. @throws Foreign
 */
export function readToUnicode(source: string): string[] {
  const texts: string[] = [];
  if (!source.startsWith(head)) throw strange();
  let at = head.length;
  const line = (): string => {
    const end = source.indexOf('\n', at);
    if (end < 0) throw strange();
    const found = source.slice(at, end);
    at = end + 1;
    return found;
  };
  while (source.slice(at) !== foot) {
    const count = Number(/^([1-9]\d{0,2}) beginbfchar$/.exec(line())?.[1] ?? Number.NaN);
    if (!(count <= section)) throw strange();
    for (let i = 0; i < count; i++) {
      const [, code, target] = /^<([0-9a-f]{4})> <((?:[0-9a-f]{4})+)>$/.exec(line()) ?? [];
      if (code === undefined || Number.parseInt(code, 16) !== texts.length + 1) throw strange();
      texts.push(utf16(target!));
    }
    if (line() !== 'endbfchar') throw strange();
  }
  return texts;
}

function utf16(hex: string): string {
  if (hex.length > longest * 4) throw strange();
  let text = '';
  for (let i = 0; i < hex.length; i += 4)
    text += String.fromCharCode(Number.parseInt(hex.slice(i, i + 4), 16));
  return text;
}

function strange(): Foreign {
  return new Foreign('the Unicode map of a font is not as this press writes it');
}
