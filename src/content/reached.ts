import type { GuideData, Helpline } from './schema/schema.ts';

/** A way to reach a helpline by a number: one of the products' words, with what stands for its values. */
export interface ReachedBy {
  readonly kind: 'text' | 'tty';
  readonly word: 'way.text' | 'way.textOnly' | 'way.tty';
  /** Inline content. */
  readonly values: Readonly<Record<string, string>>;
}

/** The numbers of a helpline beside the one that is called, each by its word. */
export function numbersReached({ helplines, locale }: GuideData, name: string): ReachedBy[] {
  const { text, tty } = helplines[name]!;
  const at = (kind: ReachedBy['kind'], word: ReachedBy['word'], values: Record<string, string> = {}) => ({
    ...{ kind, word },
    values: { ...values, number: `<helpline:${name}.${kind}>` },
  });
  // What is sent is the same in every language: whoever answers waits for it.
  const sent = text?.word === undefined ? undefined : `**[${text.word}](lang:${locale})**`;
  return [
    ...(text === undefined
      ? []
      : [sent === undefined ? at('text', 'way.textOnly') : at('text', 'way.text', { word: sent })]),
    ...(tty === undefined ? [] : [at('tty', 'way.tty')]),
  ];
}

/** An address at which a helpline is reached. */
export interface ReachedAt {
  readonly kind: 'messenger' | 'chat' | 'email' | 'web';
  readonly href: string;
  /** As people type it. */
  readonly shown: string;
}

/** The addresses of a helpline: those that are written to first. */
export function addressesOf({ messenger, chat, email, web }: Helpline): ReachedAt[] {
  const at = (kind: ReachedAt['kind'], href: string | undefined, shown = href): ReachedAt[] =>
    href === undefined ? [] : [{ kind, href, shown: typed(shown!) }];
  return [
    ...at('messenger', messenger?.address).map((one) => ({
      ...one,
      shown: `${messenger!.name}: ${one.shown}`,
    })),
    ...at('chat', chat),
    ...at('email', email === undefined ? undefined : `mailto:${email}`, email),
    ...at('web', web),
  ];
}

function typed(address: string): string {
  return address.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
