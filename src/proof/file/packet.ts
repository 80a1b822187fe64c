/**
 * The XMP packet as the press writes it (ISO 16684-1 7.3): what a file says of itself is read, the packet written anew of
 * it, and that must be the file's, byte for byte. What a viewer could make of anything more is not in it.
 */

/** What a packet says. */
export interface PacketFacts {
  readonly title: string;
  readonly language: string;
  readonly producer: string;
  /** ISO 8601. */
  readonly date: string;
  /** What the press records of a job, by name: the properties `hp:…`. */
  readonly record: Readonly<Record<string, string>>;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!);

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  hp: 'https://helpline-press.org/ns/1.0/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
} as const;

type Prefix = keyof typeof namespaces;

function description(prefixes: readonly Prefix[], rows: readonly string[]): string[] {
  const spaces = prefixes.map((prefix) => ` xmlns:${prefix}="${namespaces[prefix]}"`).join('');
  return [`<rdf:Description rdf:about=""${spaces}>`, ...rows, '</rdf:Description>'];
}

function schema(name: string, prefix: Prefix, properties: readonly (readonly string[])[]): string[] {
  return [
    `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespaces[prefix]}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>`,
    '<pdfaSchema:property><rdf:Seq>',
    ...properties.map(
      ([name, type, says]) =>
        `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>${says}</pdfaProperty:description></rdf:li>`,
    ),
    '</rdf:Seq></pdfaSchema:property></rdf:li>',
  ];
}

/** The packet that says this. */
export function packetOf({ title, language, producer, date, record }: PacketFacts): string {
  const names = Object.keys(record).sort();
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    ...description(
      ['dc', 'xmp', 'pdf', 'pdfaid', 'pdfuaid'],
      [
        `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title>`,
        `<dc:language><rdf:Bag><rdf:li>${xml(language)}</rdf:li></rdf:Bag></dc:language>`,
        `<pdf:Producer>${xml(producer)}</pdf:Producer>`,
        `<xmp:CreatorTool>${xml(producer)}</xmp:CreatorTool>`,
        `<xmp:CreateDate>${xml(date)}</xmp:CreateDate>`,
        `<xmp:ModifyDate>${xml(date)}</xmp:ModifyDate>`,
        '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
        '<pdfuaid:part>1</pdfuaid:part>',
      ],
    ),
    ...description(
      ['hp'],
      names.map((name) => `<hp:${name}>${xml(record[name]!)}</hp:${name}>`),
    ),
    ...description(
      ['pdfaExtension', 'pdfaSchema', 'pdfaProperty'],
      [
        '<pdfaExtension:schemas><rdf:Bag>',
        ...schema('PDF/UA identification schema', 'pdfuaid', [
          ['part', 'Integer', 'Part of ISO 14289 that the file conforms to'],
        ]),
        ...schema(
          'helpline-press schema',
          'hp',
          names.map((name) => [name, 'Text', `helpline-press: ${name}`]),
        ),
        '</rdf:Bag></pdfaExtension:schemas>',
      ],
    ),
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}
