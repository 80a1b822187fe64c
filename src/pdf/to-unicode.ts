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
/** A CMap section holds at most 100 entries (Adobe Technical Note 5014). */
const section = 100;

const hex = (unit: number): string => unit.toString(16).padStart(4, '0');

function utf16(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += hex(text.charCodeAt(i));
  return out;
}

/** A ToUnicode CMap (ISO 32000-1 9.10.3) in which code `i + 1` stands for `texts[i]`. */
export function toUnicode(texts: readonly string[]): Buffer {
  let body = '';
  for (let start = 0; start < texts.length; start += section) {
    const part = texts.slice(start, start + section);
    const rows = part.map((text, i) => `<${hex(start + i + 1)}> <${utf16(text)}>`);
    body += `${part.length} beginbfchar\n${rows.join('\n')}\nendbfchar\n`;
  }
  return Buffer.from(head + body + foot, 'latin1');
}
