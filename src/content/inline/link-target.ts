const hosts = [
  'wa.me',
  'whatsapp.com',
  't.me',
  'telegram.me',
  'signal.me',
  'line.me',
  'zalo.me',
  'viber.com',
  'viber.click',
  'skype.com',
];
const schemes = ['tel', 'sms', 'smsto', 'callto', 'facetime', 'whatsapp', 'viber', 'skype', 'signal', 'sgnl'];
const asked = [
  'phone',
  'phonenumber',
  'tel',
  'telephone',
  'number',
  'mobile',
  'cell',
  'msisdn',
  'call',
  'dial',
  'sms',
  'to',
];
/** A part of a path that says so too; `to` and `number` say less there. */
const steps = [...schemes, 'phone', 'telephone', 'mobile', 'call', 'dial'];
const anyOf = (words: readonly string[]) => words.join('|').replaceAll('.', '\\.');

/** Addresses that write to or call the digits in them: chats by their hosts, mail, other schemes, parts and questions. */
const dialling = new RegExp(
  [
    '^mailto:',
    `^https:\\/\\/(?:[\\w-]+\\.)*(?:${anyOf(hosts)})(?=[/?#:]|$)`,
    `(?<![a-z])(?:${anyOf(schemes)}):`,
    `[?&#;](?:${anyOf(asked)})=`,
    `\\/(?:${anyOf(steps)})\\/`,
    // A number with its country's code.
    '[/=#]\\+\\d{7}',
  ].join('|'),
  'i',
);
/** A word that asks to dial, before what is dialled: no `to` and no `number`, which count things as well. */
const asking = new RegExp(
  `(?<![\\p{L}\\d])(?:${anyOf([...schemes, 'phone', 'telephone', 'mobile', 'cell', 'msisdn', 'call', 'dial'])}) ; (?=\\+?\\d)`,
  'giu',
);

/** What is searched for numbers in an address: as it is decoded, and in pieces where its digits are dialled. */
export function searchedIn(href: string): string {
  const decoded = decode(href);
  if (!dialling.test(decoded)) return decoded;
  return decoded.replace(/[^\p{L}\p{M}\p{N}+() -]+/gu, ' ; ').replace(asking, 'tel ');
}

/** A chat with a number: what stands before its digits, and they. */
const chat =
  /^(https:\/\/(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=|signal\.me\/#p\/))\+?(\d{5,15})(?=$|[?&#/])/i;

/** An address without the number that it writes to, where that is declared: the chat of a helpline is a way to reach it. */
export function withoutDeclared(href: string, dials: readonly string[]): string {
  return href.replace(chat, (whole, before: string, digits: string) =>
    dials.includes(`+${digits}`) ? before : whole,
  );
}

/** True for an address that calls or writes to the digits in it. */
export function isDialling(href: string): boolean {
  const decoded = decode(href);
  return !/^mailto:/i.test(decoded) && dialling.test(decoded);
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    // A percent sign that stands for itself.
    return href;
  }
}
