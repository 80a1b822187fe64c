import { domainToUnicode } from 'node:url';
import { remembered } from './remembered.ts';

/** Endings of hosts that stand for themselves, as people know them (IANA's root zone has some 1,400 more). */
const generic =
  'com|org|net|gov|edu|mil|int|info|biz|name|pro|health|help|care|support|app|dev|io|clinic|hospital|foundation|charity|ngo|ong|community|center|online|site|website|page|link|one|life|live|news|world|global|international|asia|cat|coop|jobs|mobi|museum|tel|travel|example';
/** Those of countries (ISO 3166-1, and eu, uk). */
const countries =
  'ac|ad|ae|af|ag|ai|al|am|ao|aq|ar|as|at|au|aw|ax|az|ba|bb|bd|be|bf|bg|bh|bi|bj|bm|bn|bo|br|bs|bt|bw|by|bz|ca|cc|cd|cf|cg|ch|ci|ck|cl|cm|cn|co|cr|cu|cv|cw|cx|cy|cz|de|dj|dk|dm|do|dz|ec|ee|eg|er|es|et|eu|fi|fj|fk|fm|fo|fr|ga|gd|ge|gf|gg|gh|gi|gl|gm|gn|gp|gq|gr|gs|gt|gu|gw|gy|hk|hm|hn|hr|ht|hu|id|ie|il|im|in|iq|ir|is|it|je|jm|jo|jp|ke|kg|kh|ki|km|kn|kp|kr|kw|ky|kz|la|lb|lc|li|lk|lr|ls|lt|lu|lv|ly|ma|mc|md|me|mg|mh|mk|ml|mm|mn|mo|mp|mq|mr|ms|mt|mu|mv|mw|mx|my|mz|na|nc|ne|nf|ng|ni|nl|no|np|nr|nu|nz|om|pa|pe|pf|pg|ph|pk|pl|pm|pn|pr|ps|pt|pw|py|qa|re|ro|rs|ru|rw|sa|sb|sc|sd|se|sg|sh|si|sk|sl|sm|sn|so|sr|ss|st|su|sv|sx|sy|sz|tc|td|tf|tg|th|tj|tk|tl|tm|tn|to|tr|tt|tv|tw|tz|ua|ug|uk|us|uy|uz|va|vc|ve|vg|vi|vn|vu|wf|ws|ye|yt|za|zm|zw';
/** A host as it is seen in a text, after a scheme or the name of a mail box or by itself. */
const seen =
  /(?<before>https?:\/\/|[\p{L}\p{N}._%+-]{1,64}@)?(?<host>(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.){1,8}\p{L}[\p{L}\p{M}]{1,23})(?![\p{L}\p{N}\p{M}@])/giu;
const ending = new RegExp(`\\.(?:${generic}|${countries})$`, 'i');
/** What hosts have for a full stop (UTS #46). */
const stops = /[\u3002\uff0e\uff61]/g;

/** An address that is seen in a text. */
interface Shown {
  readonly host: string;
  /** Of a mail: all of it. */
  readonly mail: string | undefined;
}

/** What stands before a host that counts, or begins its ending: where there is none of it, none is sought. */
export const mayBeShown = /@|:\/\/|www\.|\.[a-z]/i;

/** The addresses of the web and of mail that people read in a text: `Node.js` is none, `node.org` is. */
export const addressesShown = remembered((text): readonly Shown[] => {
  const read = text
    .replace(/\p{Cf}/gu, '')
    .replace(stops, '.')
    .normalize('NFKC');
  return mayBeShown.test(read) ? shownIn(read) : [];
});

export function shownIn(read: string): readonly Shown[] {
  return [...read.matchAll(seen)].flatMap(({ groups }) => {
    const { before = '', host } = groups as { before?: string; host: string };
    if (before === '' && !/^www\./i.test(host) && !ending.test(host)) return [];
    return [{ host: plain(host), mail: before.endsWith('@') ? `${before}${host}`.toLowerCase() : undefined }];
  });
}

/** A host without `www.`, in small letters. */
const plain = (host: string) => host.toLowerCase().replace(/^www\./, '');

/** The host that an address of the web or of mail opens; undefined for others. */
export function hostOf(address: string): string | undefined {
  const web = /^https?:\/\/([^/?#:]*)/i.exec(address)?.[1];
  return plain(web ?? /^mailto:[^@?]*@([^?,]*)/i.exec(address)?.[1] ?? '') || undefined;
}

/**
 * An address that a link shows and does not open; undefined where all of them are the one that it opens, a shorter one that
 * leads there too, or hosts that it lies below.
 */
export function shownOther(label: string, href: string, short: string | undefined): string | undefined {
  const targets = [hostOf(href), short === undefined ? undefined : hostOf(`https://${short}`)];
  const mail = /^mailto:([^?]*)/i.exec(href)?.[1]?.toLowerCase();
  const isShown = ({ host, mail: shown }: Shown) =>
    shown === undefined
      ? targets.some((target) => target === host || target?.endsWith(`.${host}`) === true)
      : shown === mail;
  const other = addressesShown(label).find((shown) => !isShown(shown));
  return other?.mail ?? other?.host;
}

/** Latin letters that look like others, or like none: dotless i, long s, small capitals, phonetic ones (IPA), modifiers. */
const odd = /[ıſĸŉŋƒȷ\u0180-\u024f\u0250-\u02ff\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]/u;

/** What is wrong with a host, as the end of a sentence; undefined where people can read and type it. */
export function hostFault(host: string): string | undefined {
  if (/(?:^|\.)xn--/i.test(host)) return `is written in code, and says ${domainToUnicode(host) || 'nothing'}`;
  if (/^[\x00-\x7f]*$/.test(host)) return undefined;
  if (host !== host.normalize('NFKC') || odd.test(host) || /\p{M}{2}|[^\p{L}\p{N}\p{M}.-]/u.test(host))
    return 'has letters that look like others';
  const isLatin = /\p{Script=Latin}/u.test(host);
  const isOther = /(?=\p{L})\P{Script=Latin}/u.test(host);
  return isLatin && isOther ? 'has letters of several scripts' : undefined;
}

/** A host that is typed in a text with letters that look like others; undefined: there is none. */
export function disguisedHost(text: string): string | undefined {
  return addressesShown(text).find(({ host }) => ending.test(host) && hostFault(host) !== undefined)?.host;
}

/** A host that is seen in a text, and of which a link has a part; undefined: there is none. `apart` has a space at each end of a link. */
export function dividedHost(text: string, apart: string): string | undefined {
  const whole = new Set(addressesShown(apart).map(({ host }) => host));
  return addressesShown(text).find(({ host }) => !whole.has(host))?.host;
}
