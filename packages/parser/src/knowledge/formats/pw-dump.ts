import { defineFormat } from '../../define.ts';
import { wholeOutput } from '../wordings/whole-output.ts';

export default defineFormat({
  id: 'pw-dump',
  title: 'Objects of PipeWire (pw-dump, pw-cli)',
  isForeign: true,
  framing: wholeOutput,
  os: 'linux',
  names: ['*pw-dump*', '*pw-cli*'],
  recognise: {
    starts:
      /^[ \t]{0,8}"type": ?"PipeWire:Interface:[A-Z][A-Za-z]{1,30}",?|^\s{0,8}\[\s{0,8}\{\s{0,8}"id": ?\d{1,6},\s{0,12}"type": ?"PipeWire:Interface:|^[ \t]{0,4}id:? \d{1,6}, type:? PipeWire:Interface:[A-Z][A-Za-z]{1,30}\/\d/m,
  },
  samples: [
    {
      text: '[\n  {\n    "id": 42,\n    "type": "PipeWire:Interface:Node",\n    "version": 3,\n    "info": {\n      "state": "suspended",\n      "error": null,\n      "props": {\n        "media.class": "Video/Source"\n      }\n    }\n  }\n]',
      entry: {},
    },
    {
      text: '\tid 42, type PipeWire:Interface:Node/3\n \t\tobject.serial = "42"\n \t\tnode.name = "v4l2_input.example"',
      entry: {},
    },
  ],
});
