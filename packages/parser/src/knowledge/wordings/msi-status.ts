/** What the numbers that Windows Installer returns say. */

/** What went wrong, as far as a number tells it. */
export function reasonOf(status: number | null, error: number | null): string {
  if (error === 1925 || error === 1730) return 'rights';
  if (status === 1625 || status === 1643 || status === 1644) return 'policy';
  if (status === 1618) return 'busy';
  if (status === 1619 || status === 1620 || status === 1633 || status === 1636) return 'package';
  return 'other';
}

/** 0: well; 1641 and 3010: well, with a restart; 1602: the user cancelled. */
export function outcomeOf(status: number | null, hasFailed: boolean): string {
  if (status === null) return hasFailed ? 'unfinished' : 'unknown';
  if (status === 0 || status === 1641 || status === 3010) return 'well';
  return status === 1602 ? 'cancelled' : 'failed';
}
