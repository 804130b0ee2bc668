/**
 * Reads what a person or a log writes as an error code, and tells the namespaces of a number apart.
 *
 *     query  = number | [ sentence ] label number | key number | namespace [ "code" ] number
 *     label  = "error" | "error code" | "errorCode" | "internalErrorCode"
 *     key    = "code" | "result" | "iResult" | "respond_result" and other keys that end so
 *     number = digits | groups of three digits between commas, as Zoom prints them | "0x" and up to eight hex digits
 *
 * Before the number may stand blanks, one of `:` `=` `#`, and an opening bracket; after it a closing bracket and a full
 * stop. A number may carry a minus sign and has ten digits at most, none of them a leading zero. Nothing else is a code:
 * not a number inside a text, and not one after a namespace that is not known.
 */
import type { Code } from '../define.ts';
import type { Os } from '../model.ts';
import { decodeComposite } from './composite.ts';
import { asHresult, systemErrorOf, wrapped } from './hresult.ts';
import { allCodes, codesByNumber } from './index.ts';

const zoomNamespaces = ['zoom-client', 'zoom-conference', 'zoom-composite', 'zoom-installer', 'zoom-web', 'zoom-sdk'];

/** The namespaces under their own names, and under shorter ones. */
const namespacesByName: ReadonlyMap<string, readonly string[]> = new Map([
  ...allCodes.map(({ namespace }): [string, string[]] => [namespace, [namespace]]),
  ['zoom', zoomNamespaces],
  ['installer', ['zoom-installer']],
  ['web', ['zoom-web']],
  ['sdk', ['zoom-sdk']],
  ['composite', ['zoom-composite']],
  ['net', ['net_error']],
  ['net-error', ['net_error']],
  ['errno', ['errno', 'winsock']],
  ['wsa', ['winsock']],
  ['gai', ['getaddrinfo']],
  ['nsurlerrordomain', ['cfnetwork']],
  ['osstatus', ['securetransport', 'coreaudio', 'avfoundation']],
  ['wininet', ['winhttp']],
  ['hresult', ['hresult', 'wasapi', 'media-foundation', 'schannel']],
  ['problem', ['device-problem']],
  ['x509', ['openssl-verify']],
  ['authvalue', ['tcc-auth-value']],
  ['authreason', ['tcc-auth-reason']],
]);

/** Single words such as `denied` or `Not Found` are too common to be asked for as symbols. */
const isSymbol = (symbol: string): boolean => /_|[a-z][A-Z]|^(WSA)?E[A-Z]{3,}$/.test(symbol) && !/\s/.test(symbol);

const codesBySymbol: ReadonlyMap<string, readonly Code[]> = Map.groupBy(
  allCodes.filter(({ symbol }) => symbol !== null && isSymbol(symbol)),
  ({ symbol }) => shortSymbol(symbol!),
);

const number = String.raw`([-\u2212]?(?:\d{1,3}(?:,\d{3})+|\d{1,10})|0x[\da-f]{1,8})`;
/** Blanks are single ones by then. */
const before = String.raw` ?[:=#]? ?\(? ?`;
const after = String.raw` ?\)? ?\.?`;
const bare = new RegExp(String.raw`^\(? ?${number}${after}$`, 'i');
const errorCode = new RegExp(`(?:^|[ (])(?:internal)?error[ _]{0,20}code${before}${number}${after}$`, 'i');
const keyed = new RegExp(String.raw`(?:(?:^|[ (])error|^code|^i?result|^\w+_result)${before}${number}${after}$`, 'i');
const namespaced = new RegExp(String.raw`^([a-z][\w-]*)(?: code)?(?=[ :=#(])${before}${number}${after}$`, 'i');

/** The longest text that is read as a query, in UTF-16 units: a dialog's whole message fits. */
const maxQuery = 500;

interface Query {
  readonly code: string;
  /** The namespaces that the text itself names; null when it names none. */
  readonly namespaces: readonly string[] | null;
  /** The text says "error code", as Zoom's dialogs do: where Zoom knows the number, Zoom is meant. */
  readonly saysErrorCode: boolean;
}

const readQuery = (text: string): Query | null => {
  if (text.length > maxQuery) return null;
  // Single blanks: the patterns need not share out a run of them.
  const query = text.trim().replace(/\s+/g, ' ');
  const said = errorCode.exec(query)?.[1];
  if (said !== undefined) return asQuery(said, null, true);
  const plain = bare.exec(query)?.[1] ?? keyed.exec(query)?.[1];
  if (plain !== undefined) return asQuery(plain, null, false);
  const named = namespaced.exec(query);
  const namespaces = named && namespacesByName.get(named[1]!.toLowerCase());
  return namespaces ? asQuery(named[2]!, namespaces, false) : null;
};

const asQuery = (written: string, namespaces: readonly string[] | null, saysErrorCode: boolean): Query | null => {
  const code = canonical(written);
  return code === null ? null : { code, namespaces, saysErrorCode };
};

const canonical = (written: string): string | null => {
  if (/^0x/i.test(written)) return `0x${written.slice(2).toUpperCase()}`;
  const digits = written.replaceAll(',', '').replace('\u2212', '-');
  return /^(0|-?[1-9]\d{0,9})$/.test(digits) ? digits : null;
};

/** The canonical code of a query (`5003` for `Error code: 5,003`); null when the text is none. Never throws. */
export const parseCode = (text: string): string | null => readQuery(text)?.code ?? null;

/** What is known of where a code was seen. */
export interface CodeContext {
  /** A namespace, or one of the short names a query may use: `net_error`, `zoom`, `installer`, `errno`, … */
  readonly namespace?: string;
  readonly os?: Os | null;
}

/** A code and what it can mean. */
export interface Resolution {
  /** Canonical; the symbol when one was asked for. */
  readonly code: string;
  readonly readings: readonly Code[];
  /** Neither the text, the context nor the shape of the number decides between several namespaces. */
  readonly ambiguous: boolean;
}

/**
 * All readings of a code or symbol (`ERR_TIMED_OUT`), those of Zoom first, then in the order of `allCodes`. A namespace
 * in the text goes before the one of the context; readings of another system than the context's are left out.
 * Null when the text is neither a code nor a known symbol; no readings when the number is unknown.
 */
export const readCode = (text: string, context: CodeContext = {}): Resolution | null => {
  const query = readQuery(text);
  const given = context.namespace ? (namespacesByName.get(context.namespace.toLowerCase()) ?? []) : null;
  const namespaces = query?.namespaces ?? given;
  const fits = ({ namespace, os }: Code) =>
    (namespaces === null || namespaces.includes(namespace)) &&
    (!context.os || os.length === 0 || os.includes(context.os));
  if (query === null) {
    const symbol = shortSymbol(text.trim());
    const named = codesBySymbol.get(symbol);
    return named ? { code: symbol, readings: named.filter(fits), ambiguous: false } : null;
  }
  const all = readingsOf(query.code, namespaces?.includes('errno') ?? false).filter(fits);
  const zoom = query.saysErrorCode ? all.filter(({ namespace }) => zoomNamespaces.includes(namespace)) : [];
  const readings = zoom.length > 0 ? zoom : all;
  const meant = new Set(readings.map(({ namespace }) => namespace));
  return {
    code: query.code,
    readings,
    ambiguous: namespaces === null && !hasTellingShape(query.code) && meant.size > 1,
  };
};

/** The readings of `readCode`; none when the text is no code. */
export const resolveCode = (text: string, context: CodeContext = {}): readonly Code[] =>
  readCode(text, context)?.readings ?? [];

/** People write the last part of `net::ERR_TIMED_OUT` or `MeetingFailCode::MEETING_FAIL_NO_MMR`. */
function shortSymbol(symbol: string): string {
  return symbol.slice(symbol.lastIndexOf(':') + 1).toUpperCase();
}

/** 1041xx and its like, 5000 to 5004 and composite numbers are Zoom's by their shape alone. */
const hasTellingShape = (code: string): boolean =>
  /^10[2-5]\d{3}$/.test(code) || /^500[0-4]$/.test(code) || (code.length >= 8 && decodeComposite(code) !== null);

const readingsOf = (code: string, errnoIsMeant: boolean): readonly Code[] => {
  const hresult = asHresult(code);
  const exact = [code, hresult].filter((form, at, forms) => form !== null && forms.indexOf(form) === at);
  const listed = exact.flatMap((form) => codesByNumber.get(form!) ?? []);
  const isListed = listed.some(({ namespace }) => namespace === 'zoom-composite');
  return [
    ...(isListed ? [] : compositeReading(code)),
    ...listed,
    ...(hresult === null ? [] : wrappedErrors(hresult)),
    ...kernelErrors(code, errnoIsMeant),
  ];
};

/** A composite code that no table lists. */
const compositeReading = (code: string): readonly Code[] => {
  const decoded = decodeComposite(code);
  if (decoded === null) return [];
  const { meaning, class: failureClass } = decoded;
  const source = 'inferred from the rule of composite codes';
  return [
    {
      code,
      namespace: 'zoom-composite',
      symbol: null,
      meaning,
      class: failureClass,
      os: [],
      source,
      confidence: 'inferred',
    },
  ];
};

/** 0x8007nnnn wraps an error of the system. */
const wrappedErrors = (hresult: string): readonly Code[] => {
  const error = systemErrorOf(hresult);
  return (error === null ? [] : (codesByNumber.get(error) ?? []))
    .filter(({ namespace }) => ['win32', 'winsock', 'winhttp', 'msi'].includes(namespace))
    .map((reading) => wrapped(hresult, reading));
};

/** The Linux kernel prints its errors negated: -71 is EPROTO. Unless errno is meant, -100 and below are Chromium's. */
const kernelErrors = (code: string, errnoIsMeant: boolean): readonly Code[] =>
  code.startsWith('-') && (errnoIsMeant || code.length <= 3)
    ? (codesByNumber.get(code.slice(1)) ?? []).filter(
        ({ namespace, os }) => namespace === 'errno' && os.includes('linux'),
      )
    : [];

const reported = ['zoom-client', 'zoom-conference', 'zoom-composite', 'zoom-installer'];

/**
 * The digits under which a value read from a log is reported as a Zoom code; null when it is none.
 *
 * `key`: it stood under a general key (`result:`, `Code:`, `iResult=`). Only numbers from 1000 up that the client, the
 * conference, the installer or the composite rule (eight digits and more) knows: 5003, 104103, 102006, 10003, 100006000.
 * `prose`: the text itself says "error code" (a dialog's message, `errorCode`, `internalErrorCode`). Then small numbers
 * (4, 5, 100, 124) and those of the web and the SDKs count as well.
 * Numbers of the Windows Installer, of HTTP and of the system are never Zoom codes. A key of the system (`errno`) is no
 * code key: do not pass its value, for 10004 is Winsock's too.
 */
export const zoomCode = (value: string | number, wording: 'key' | 'prose'): string | null => {
  const code = typeof value === 'number' && isCodeNumber(value) ? String(value) : canonicalDigits(String(value).trim());
  if (code === null) return null;
  if (code.length >= 8) return decodeComposite(code) === null ? null : code;
  if (wording === 'key' && code.length < 4) return null;
  const namespaces = wording === 'key' ? reported : zoomNamespaces;
  return codesByNumber.get(code)?.some((reading) => namespaces.includes(reading.namespace)) ? code : null;
};

/** It is written as its canonical code. */
const isCodeNumber = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 10_000_000_000;

const canonicalDigits = (written: string): string | null =>
  /^(\d{1,3}(,\d{3})+|\d+)$/.test(written) ? canonical(written) : null;
