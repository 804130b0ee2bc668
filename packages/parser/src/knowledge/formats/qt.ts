import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';

/** `qt.qpa.xcb: `, `qrc:/qml/A.qml:1: `, `qml: `, `QString::arg: ` */
const prefix = lastToken(/(?:qt\.[\w.]+|qrc|qml|QString::arg): ?/);

/** The prefix is part of the message. */
const head = defineHead({
  begins: /^(?:qt\.|qrc:|qml:|QString::arg:)/,
  tokens: [prefix],
  rule: ({ consume, action }) => {
    const start = consume(prefix);
    return action(() => ({ component: start.image.replace(/: ?$/, ''), messageStart: 0 }));
  },
});

export default defineFormat({
  id: 'qt',
  title: 'Qt and QML log lines',
  framing: lines,
  head,
  names: [],
  recognise: {}, // lives in other files only
  samples: [
    {
      text: "qrc:/qml/ToolBar.qml:81: TypeError: Cannot read property 'title' of null",
      entry: { time: null, message: "qrc:/qml/ToolBar.qml:81: TypeError: Cannot read property 'title' of null" },
    },
    { text: 'qt.qpa.xcb: could not connect to display :0', entry: { time: null } },
  ],
});
