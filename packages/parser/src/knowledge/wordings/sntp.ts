/** Outputs of sntp, for samples. */

/** The line that sums up all answers, and one answer alone, as `sntp -d` prints it before. */
export const sntpSigns = ['+/-', 'sntp_exchange {'] as const;

/** An offset in seconds, in one of these ways. */
export const sntpOffset = (sign: (typeof sntpSigns)[number], seconds: string): string =>
  sign === '+/-'
    ? `${seconds} +/- 0.031250 time.example.com 192.0.2.123`
    : `sntp_exchange {\n        result: 0 (Success)\n        header: 24 (li:0 vn:4 mode:4)\n        offset: 0000000000000000.0000000000000000 (${seconds})\n         delay: 0000000000000000.003047A000000000 (0.000736691)\n         error: 0000000000000000.01CE000000000000 (0.031250000)\n          addr: 192.0.2.123\n}`;
