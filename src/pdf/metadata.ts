import { type PdfDictionary, pdfText } from './pdfkit.ts';
import type { Metadata } from './types.ts';

const ownNamespace = 'https://helpline-press.org/ns/1.0/';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML; control characters, which XML 1.0 cannot hold, are left out. */
function xml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
    .replace(/[&<>"]/g, (character) => entities[character]!);
}

/** The Info dictionary; PDF/A requires that it says the same as the XMP. */
export function infoDictionary(metadata: Metadata): PdfDictionary {
  const date = new Date(metadata.date);
  return {
    Title: pdfText(metadata.title),
    Creator: pdfText(metadata.producer),
    Producer: pdfText(metadata.producer),
    CreationDate: date,
    ModDate: date,
  };
}

const inDefaultLanguage = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;

/** The XMP packet (ISO 16684-1 7.3). */
export function xmpPacket(metadata: Metadata): Uint8Array {
  return Buffer.from(
    [
      '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
      '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
      xmpDescriptions(metadata),
      '</rdf:RDF>',
      '</x:xmpmeta>',
      '<?xpacket end="w"?>',
    ].join('\n'),
  );
}

/** The descriptions of the packet: what the file is, the standards it keeps, our own properties. */
function xmpDescriptions(metadata: Metadata): string {
  const { title, language, producer, properties } = metadata;
  const date = xml(metadata.date);
  const own = Object.keys(properties).sort();
  return [
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\n',
    `<dc:title>${inDefaultLanguage(title)}</dc:title>\n`,
    `<dc:language><rdf:Bag><rdf:li>${xml(language)}</rdf:li></rdf:Bag></dc:language>\n`,
    `<pdf:Producer>${xml(producer)}</pdf:Producer>\n`,
    `<xmp:CreatorTool>${xml(producer)}</xmp:CreatorTool>\n`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>\n<xmp:ModifyDate>${date}</xmp:ModifyDate>\n`,
    '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n',
    '<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n',
    own.length === 0 ? '' : ownDescription(properties, own),
    extensionSchemas(own),
  ].join('');
}

function ownDescription(properties: Readonly<Record<string, string>>, names: readonly string[]): string {
  const rows = names.map((name) => `<hp:${name}>${xml(properties[name]!)}</hp:${name}>\n`);
  return `<rdf:Description rdf:about="" xmlns:hp="${ownNamespace}">\n${rows.join('')}</rdf:Description>\n`;
}

interface Property {
  readonly name: string;
  readonly type: 'Integer' | 'Text';
  readonly description: string;
}

/** PDF/A wants every property that XMP itself does not define to be described in the file (ISO 19005-2 6.6.2.3). */
function extensionSchemas(own: readonly string[]): string {
  const schemas = [
    schema('PDF/UA identification schema', 'http://www.aiim.org/pdfua/ns/id/', 'pdfuaid', [
      { name: 'part', type: 'Integer', description: 'Part of ISO 14289 that the file conforms to' },
    ]),
  ];
  if (own.length > 0) {
    const described = own.map(
      (name): Property => ({ name, type: 'Text', description: `helpline-press: ${name}` }),
    );
    schemas.push(schema('helpline-press schema', ownNamespace, 'hp', described));
  }
  return [
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\n',
    `<pdfaExtension:schemas><rdf:Bag>\n${schemas.join('')}</rdf:Bag></pdfaExtension:schemas>\n`,
    '</rdf:Description>',
  ].join('');
}

function schema(name: string, uri: string, prefix: string, properties: readonly Property[]): string {
  const rows = properties.map((property) =>
    [
      '<rdf:li rdf:parseType="Resource">',
      `<pdfaProperty:name>${property.name}</pdfaProperty:name>`,
      `<pdfaProperty:valueType>${property.type}</pdfaProperty:valueType>`,
      '<pdfaProperty:category>internal</pdfaProperty:category>',
      `<pdfaProperty:description>${property.description}</pdfaProperty:description></rdf:li>\n`,
    ].join(''),
  );
  return [
    `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema>`,
    `<pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>\n`,
    `<pdfaSchema:property><rdf:Seq>\n${rows.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>\n`,
  ].join('');
}
