/** What an attribute's value is for: a name among names, a way to somewhere, or something that is read. */
export type AttributeUse = 'name' | 'link' | 'picture' | 'read';

const uses: Readonly<Record<string, AttributeUse>> = {
  id: 'name',
  class: 'name',
  lang: 'name',
  dir: 'name',
  scope: 'name',
  colspan: 'name',
  rowspan: 'name',
  role: 'name',
  'aria-level': 'name',
  href: 'link',
  src: 'picture',
};

/** Every attribute that is not known to be a name counts as read. */
export function useOf(attribute: string): AttributeUse {
  return Object.hasOwn(uses, attribute) ? uses[attribute]! : 'read';
}

/** What stands there next: characters of the template's own, a value of the name given, or the end. */
export type Next = { readonly text: string } | { readonly value: string } | 'end';

/** What the value has begun with, once something more stands there; or why that may not stand there, which is told once. */
export type Head = { readonly head: string; readonly fault?: readonly [message: string, hint: string] };

const told = 'told';

export function headAfter(attribute: string, head: string, next: Next): Head {
  if (head === told) return { head };
  switch (useOf(attribute)) {
    case 'link':
      return linkAfter(head, next);
    case 'picture':
      return pictureAfter(head, next);
    case 'name':
    case 'read':
      return { head };
  }
}

/** A link leads within the page (`#id`), or where a value of the guide leads, whole. */
function linkAfter(head: string, next: Next): Head {
  if (next === 'end' || head === '#') return { head };
  if (head === '' && 'value' in next) return { head: 'value' };
  if (head === '' && 'text' in next && next.text.startsWith('#')) return { head: '#' };
  return refused(
    "A link's address is of the template's own.",
    'Addresses and numbers come from the guide: {{say …}}, {{helpline}}, href="{{source.address}}". A template links to #id.',
  );
}

/** A picture of the guide or the templates; or the job's QR code, whole. */
function pictureAfter(head: string, next: Next): Head {
  if (head === '' && next !== 'end' && 'text' in next) {
    const scheme = /^(?:guide:|template:|qr:$|scene:)/.exec(next.text)?.[0];
    if (scheme !== undefined) return { head: scheme };
  }
  if (head === 'guide:' || head === 'template:' || head === 'scene:') return { head };
  if (head === 'qr:' && next !== 'end' && 'value' in next && next.value === 'qr') return { head: 'code' };
  if ((head === 'code' || head === '') && next === 'end') return { head };
  return refused(
    "The picture's address is not one that a template may give.",
    'Write src="template:art/x.svg", src="guide:{{image}}", src="scene:cover" or src="qr:{{qr}}", whole: what a code holds is up to the job.',
  );
}

const refused = (message: string, hint: string): Head => ({ head: told, fault: [message, hint] });
