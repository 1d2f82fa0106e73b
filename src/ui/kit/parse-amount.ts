const easternDigits = /[٠-٩۰-۹]/g;

function westernDigits(text: string): string {
  return text.replace(easternDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/**
 * Reads a typed decimal as whole minor units; undefined if it is none or has more decimals than the
 * exponent allows. Comma, point and their Arabic kin all serve as the decimal mark: one mark alone
 * is the decimal mark when it can be, marks before it group thousands.
 */
export function parseAmount(text: string, exponent: number): number | undefined {
  const plain = westernDigits(text)
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(/[\s'’_]/g, '');
  const match = /^([-−]?)([\d.,]*)$/.exec(plain);
  if (!match || !/\d/.test(plain)) return undefined;
  const body = match[2] ?? '';
  const mark = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  const marks = body.replace(/\d/g, '');
  const after = mark < 0 ? '' : body.slice(mark + 1);
  const sameMarks = marks.length > 1 && new Set(marks).size === 1;
  const isDecimal = mark >= 0 && !sameMarks && after.length <= exponent;
  if (mark >= 0 && !isDecimal && !/^\d{1,3}([.,]\d{3})+$/.test(body)) return undefined;
  const whole = (isDecimal ? body.slice(0, mark) : body).replace(/[.,]/g, '');
  const minor = Number(`${whole || '0'}${(isDecimal ? after : '').padEnd(exponent, '0')}`);
  if (!Number.isSafeInteger(minor)) return undefined;
  return match[1] && minor !== 0 ? -minor : minor;
}

/** Minor units as an editable decimal with a point and no grouping: 1250 and 2 give "12.50". */
export function editableAmount(minor: number, exponent: number): string {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (exponent === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
