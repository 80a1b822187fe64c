/** Addresses that write to or call the digits in them: chats by their hosts, mail, and other schemes within an address. */
const dialling =
  /^mailto:|^https:\/\/(?:[\w-]+\.)*(?:wa\.me|whatsapp\.com|t\.me|telegram\.me|signal\.me|line\.me)(?=[/?#:]|$)|(?<![a-z])(?:tel|sms|callto|facetime|whatsapp|viber|skype):|[?&](?:phone|tel|number|to)=/i;

/** What is searched for numbers in an address: as it is decoded, and in pieces where its digits are dialled. */
export function searchedIn(href: string): string {
  const decoded = decode(href);
  return dialling.test(decoded) ? decoded.replace(/[^\p{L}\p{M}\p{N}+() -]+/gu, ' ; ') : decoded;
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
