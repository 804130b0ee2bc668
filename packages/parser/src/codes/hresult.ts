import type { Code } from '../define.ts';
import { symbolTable } from './table.ts';

/** HRESULTs of COM itself. Those of one part of Windows stand with that part; those of a system error are derived. */
const codes = symbolTable(
  {
    namespace: 'hresult',
    source: 'Windows SDK, winerror.h',
    confidence: 'high',
    os: ['windows'],
    prefix: /^/,
  },
  [
    ['0x80004001', 'E_NOTIMPL', null, 'not implemented'],
    ['0x80004002', 'E_NOINTERFACE', null, 'no such interface'],
    ['0x80004005', 'E_FAIL', null, 'a failure without a name'],
    ['0x80040154', 'REGDB_E_CLASSNOTREG', 'install', 'a component is not registered: installed in part, or damaged'],
  ],
);

export default codes;

/** A 32-bit status as hex: written in hex already, or as a signed or unsigned decimal with the top bit set; else null. */
export const asHresult = (code: string): string | null => {
  if (code.startsWith('0x')) return code.length === 10 ? code : null;
  const unsigned = Number(code) < 0 ? Number(code) + 0x1_0000_0000 : Number(code);
  if (unsigned < 0x8000_0000 || unsigned > 0xffff_ffff) return null;
  return `0x${unsigned.toString(16).toUpperCase()}`;
};

/** The system error inside an HRESULT of the form 0x8007nnnn; null for any other: a low word alone means nothing. */
export const systemErrorOf = (hresult: string): string | null =>
  hresult.startsWith('0x8007') ? String(Number.parseInt(hresult.slice(6), 16)) : null;

/** A system error as the HRESULT that wraps it. */
export const wrapped = (hresult: string, error: Code): Code => ({
  ...error,
  code: hresult,
  namespace: 'hresult',
  symbol: `HRESULT_FROM_WIN32(${error.symbol ?? error.code})`,
});
