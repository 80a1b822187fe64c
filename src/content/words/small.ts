/**
 * Words as they are compared: in small letters, composed; the two letters i of Turkish are one, whose capitals no other language tells
 * apart: İtfaiye, ARAYIN.
 */
export const small = (text: string): string => text.normalize('NFKC').replace(/[İı]/g, 'i').toLowerCase();
