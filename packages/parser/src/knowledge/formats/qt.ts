import { defineFormat } from '../../define.ts';

export default defineFormat({
  id: 'qt',
  title: 'Qt and QML log lines',
  framing: 'lines',
  head: 'qt',
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
