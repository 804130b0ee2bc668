import { defineFormat } from '../../define.ts';

export default defineFormat({
  id: 'glib',
  title: 'GLib and GTK log lines',
  framing: 'lines',
  head: 'glib',
  names: [],
  recognise: {}, // lives in other files only
  samples: [
    {
      text: '(zoom:5120): Gdk-CRITICAL **: 07:08:09.010: gdk_window_get_origin: assertion failed',
      entry: { time: 'T07:08:09.010', level: 'CRITICAL', fields: { component: 'Gdk' } },
    },
  ],
});
