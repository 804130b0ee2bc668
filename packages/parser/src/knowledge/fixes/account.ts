import { defineChange, defineCheck, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'account-check-meeting',
    class: 'account',
    os: ['windows', 'macos', 'linux'],
    title: 'Check the meeting number, passcode and date against the invitation, and ask the host whether you may join',
    source: 'Zoom SDK troubleshooting notes',
  }),
  defineChange({
    id: 'account-sign-in-again',
    class: 'account',
    os: ['windows', 'macos', 'linux'],
    title:
      'Sign out, then sign in again with the method your organization requires (Zoom > profile picture > Sign Out)',
    undo: 'Sign in as before',
    source: 'support.zoom.com KB0065255',
  }),
  defineChange({
    id: 'account-wait-unlock',
    class: 'account',
    os: ['windows', 'macos', 'linux'],
    title: 'Wait half an hour after several failed sign-ins, or reset the password (reinstalling does not help)',
    undo: 'Nothing to undo',
    source: 'support.zoom.com KB0081144',
  }),
  defineChange({
    id: 'account-renew-token',
    class: 'account',
    os: ['windows', 'macos', 'linux'],
    title: 'Correct the clock, then issue a new token (JWT, ZAK or OBF) in the program that joins through the SDK',
    undo: 'Nothing to undo: tokens are short-lived',
    who: 'zoom-admin',
    source: 'Zoom SDK troubleshooting notes',
  }),
  defineChange({
    id: 'account-ask-admin',
    class: 'account',
    os: ['windows', 'macos', 'linux'],
    title:
      "Ask your organization's Zoom administrator (who sets the sign-in method, licenses, limits and blocked users)",
    undo: 'The administrator changes it back',
    who: 'zoom-admin',
    source: 'support.zoom.com KB0065255; Zoom SDK troubleshooting notes',
  }),
  defineChange({
    id: 'account-host-settings',
    class: 'account',
    os: ['windows', 'macos', 'linux'],
    title:
      'Ask the host to change the meeting settings: passcode or waiting room (3113), blocked countries (1142), participant limit, lock (nothing on this device needs repair)',
    undo: 'The host changes them back',
    who: 'zoom-admin',
    source: 'blog.webtech360.com (3113); biz-raku.jp (1142); Zoom SDK troubleshooting notes',
  }),
  defineChange({
    id: 'account-allow-app',
    class: 'account',
    os: ['windows', 'macos', 'linux'],
    title:
      "Ask the host's account to allow the program that joins through the SDK, or have the program published (6601, 6603)",
    undo: 'The account blocks the program again',
    who: 'zoom-admin',
    source: 'developers.zoom.us (Meeting SDK error codes)',
  }),
  defineChange({
    id: 'account-contact-zoom',
    class: 'account',
    os: ['windows', 'macos', 'linux'],
    title:
      'Ask Zoom Trust & Safety why the account or device is disabled or blocked (there is no workaround for a block)',
    command: 'https://support.zoom.com',
    undo: 'Nothing to undo',
    who: 'zoom',
    source: 'support.zoom.com KB0058532',
  }),
];

export default fixes;
