import { sourcedTable } from './table.ts';

const vendor = 'Zoom SDK troubleshooting notes';

/** 102xxx and 103xxx: what conference control answers. Several meanings have one code in each range. */
const codes = sourcedTable({ namespace: 'zoom-conference' }, [
  [[102004, 103001], 'account', 'high', vendor, 'the meeting exists already'],
  [102006, 'account', 'high', vendor, 'the meeting does not exist: check the number'],
  [[102010, 103006], 'account', 'high', vendor, 'the meeting is full'],
  [102011, 'install', 'high', vendor, 'this client is too old for the meeting'],
  [102012, 'install', 'high', vendor, 'this client is too new for the meeting'],
  [102014, 'account', 'high', vendor, 'the token of the meeting has expired; a wrong clock does that too'],
  [[102015, 103011], 'account', 'high', vendor, 'the host has locked the meeting'],
  [[102016, 103014], 'account', 'high', vendor, 'the account is restricted'],
  [103008, 'service', 'high', vendor, 'the server is too busy: wait and try again'],
  [103024, 'account', 'high', vendor, "the account's plan does not include the feature"],
  [103025, 'account', 'high', vendor, "the account's plan does not include calling out"],
  [103037, 'service', 'high', vendor, 'too many requests are waiting: wait and try again'],
  [103039, 'account', 'high', vendor, 'Zoom blocks the account'],
]);

export default codes;
