import type { Sibling } from './sibling.ts';

const page = (host: string, code: string): string =>
  `This site can’t be reached\n${host} took too long to respond.\nTry:\nChecking the connection\nChecking the proxy and the firewall\n${code}\n`;

export default [
  {
    title: 'strings of a program, with places for values',
    evidence: {
      'strings.txt':
        'ZoomLauncher started.\nZoom path is: %s\nStart subprocess: %s sucessfully,  process pid: %d \nzoom was exited due to a handled signal: %d\nZoomLauncher exit.\nterminate called without an active exception\n',
    },
    top: null,
    exit: 3,
  },
  {
    title: 'questions and answers in German about lines of the launcher',
    evidence: {
      'fragen.txt':
        'Frage: Was bedeutet diese Zeile?\nzoom was exited due to a handled signal: 4\nAntwort: Der Prozessor kennt einen Befehl nicht.\nFrage: Und diese?\nSomething went wrong while running zoom, exit code is 132.\nAntwort: Dasselbe.\n',
    },
    top: null,
    exit: 3,
  },
  {
    title: 'an article about a page of the browser',
    evidence: {
      'kb.txt': `Why Chrome does not open Zoom\n\nYou might see this page:\n\n${page('us02web.zoom.us', 'ERR_CONNECTION_TIMED_OUT')}\nIt is typically caused by a router. Try these six steps.\n`,
    },
    top: null,
    exit: 3,
  },
  {
    title: 'the page that guests of a hotel see, which is not ours',
    evidence: {
      'note.txt': `That is what they get on their hotel network:\n\n${page('zoom.us', 'ERR_CONNECTION_TIMED_OUT')}\nOurs is fine.\n`,
    },
    top: null,
    exit: 3,
  },
  {
    title: 'a user sends the page to the help desk: heard, and no more than likely',
    evidence: {
      'mail.eml': `From: carol@example.com\nTo: helpdesk@example.com\nSubject: Zoom in the browser\n\nHello,\nsince noon I get this:\n\n${page('us05web.zoom.us', 'ERR_CONNECTION_TIMED_OUT')}\nRegards\nCarol\n`,
    },
    top: { class: ['firewall', 'network'], confidence: 'low' },
    exit: 1,
  },
  {
    title: 'a certificate’s subject is no site, and neither is a path on another one',
    evidence: {
      'page.txt':
        'Your connection is not private\nAttackers might be trying to steal your information from zoom.us.test.example (for example, passwords, messages, or credit cards).\nNET::ERR_CERT_DATE_INVALID\nSubject: zoom.us\nIssuer: Example Lab\n',
      'console.log':
        '10:20:30.001 cdn.example.net/zoom.us/join.js:7 getUserMedia error: NotAllowedError: Permission denied\n10:20:31.001 cdn.example.net/zoom.us/join.js:9 getUserMedia error: NotFoundError: Requested device not found\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'a dialog of Webex in a ticket that only says that Zoom works',
    evidence: {
      'zoom-ticket.txt': 'Webex\nCannot connect to the meeting\nError code: 5003\n\nIn Zoom I can join.\n',
    },
    top: null,
  },
  {
    title: 'the page alone',
    evidence: { 'page.txt': page('us05web.zoom.us', 'ERR_CONNECTION_TIMED_OUT') },
    top: { class: ['firewall', 'network'], confidence: 'medium' },
    exit: 1,
  },
] satisfies readonly Sibling[];
