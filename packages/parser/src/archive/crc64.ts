/** CRC-64 of ECMA-182, as xz uses it, in two halves of 32 bits. */

const highs = new Int32Array(256);
const lows = new Int32Array(256);
for (let i = 0; i < 256; i++) {
  let value = BigInt(i);
  for (let count = 0; count < 8; count++) value = value & 1n ? (value >> 1n) ^ 0xc96c5795d7870f42n : value >> 1n;
  highs[i] = Number(value >> 32n);
  lows[i] = Number(value & 0xffffffffn);
}

/** Of the bytes, continued from `value`. */
export function crc64(bytes: Uint8Array, value: bigint): bigint {
  let high = ~Number(value >> 32n);
  let low = ~Number(value & 0xffffffffn);
  for (let i = 0; i < bytes.length; i++) {
    const at = (low ^ bytes[i]!) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ lows[at]!;
    high = (high >>> 8) ^ highs[at]!;
  }
  return (BigInt(~high >>> 0) << 32n) | BigInt(~low >>> 0);
}
