import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { learnRecord, recordSign } from '../wordings/collector-records.ts';

export default defineFormat({
  id: 'collector-record',
  title: 'Record of a collector of evidence',
  isForeign: true,
  isRecord: true,
  framing: lines,
  names: [],
  recognise: { starts: recordSign },
  learn: learnRecord,
  samples: [
    {
      text: '<Collection HRESULT="0">\n    <ID>00000000-0000-4000-8000-000000000001</ID>\n    <RegistryKey HRESULT="0">HKLM\\Software\\Policies</RegistryKey>\n    <Command HRESULT="-2147024895">%windir%\\system32\\netsh.exe winhttp show proxy</Command>\n</Collection>',
      entry: {},
    },
    {
      text: 'CopiedTimestamp,SourceFile,DestinationFile,FileSize,SourceFileSha1,DeferredCopy,CreatedOnUtc,ModifiedOnUtc,LastAccessedOnUtc,CopyDuration\n2026-01-02 03:04:05.1234567,C:\\Users\\alice\\AppData\\Roaming\\Zoom\\logs\\example.log,E:\\out\\C\\Users\\alice\\AppData\\Roaming\\Zoom\\logs\\example.log,12,00,False,,,,',
      entry: {},
    },
    {
      text: 'SourceFile,Reason\nC:\\pagefile.sys,File in use',
      entry: {},
    },
    {
      text: 'KAPE version 1.3.0.2, Author: Example\n\nSystem info: Machine name: PC01, 64-bit: True, User: alice OS: Windows10 (10.0.22631)',
      entry: {},
    },
    {
      text: '{\n  "Hostname": "PC01",\n  "Uptime": 100,\n  "BootTime": 1767322945,\n  "Procs": 210,\n  "OS": "windows",\n  "Platform": "Microsoft Windows 11 Pro",\n  "KernelVersion": "10.0.22631",\n  "HostID": "00000000-0000-4000-8000-000000000002",\n  "Fqdn": "PC01.example.com"\n}',
      entry: {},
    },
    {
      text: '{\n  "session_id": "F.EXAMPLE1",\n  "request": {\n    "artifacts": ["Windows.KapeFiles.Targets"]\n  },\n  "create_time": 1767323045000000,\n  "artifacts_with_results": ["Windows.KapeFiles.Targets/Uploads"]\n}',
      entry: {},
    },
    {
      text: '{"Timestamp":"2026-01-02T03:04:05Z","started":"2026-01-02 03:04:05 +0000 UTC","vfs_path":"C:\\\\Users\\\\alice\\\\AppData\\\\Roaming\\\\Zoom\\\\logs\\\\example.log","file_size":12}',
      entry: {},
    },
    {
      text: '{"_ts":1767323045,"client_time":1767323045,"level":"DEFAULT","message":"Collecting file C:\\\\Windows\\\\System32\\\\winevt\\\\Logs\\\\System.evtx into uploads/auto/C%3A/Windows"}',
      entry: {},
    },
    {
      text: '2026-01-02 03:04:05 +0100 INF Unix-like Artifacts Collector 3.1.0\n2026-01-02 03:04:05 +0100 INF Operating system: linux\n2026-01-02 03:04:05 +0100 INF Hostname: desk7',
      entry: {},
    },
    {
      text: 'Created by UAC (Unix-like Artifacts Collector) 3.1.0\n\n[System Information]\nOperating System: linux\nSystem Architecture: x86_64\nHostname: desk7',
      entry: {},
    },
    {
      text: '0|/opt/zoom/zoom|131|-rwxr-xr-x|0|0|4096|1767322000|1767322000|1767322000|0',
      entry: {},
    },
    {
      text: 'd41d8cd98f00b204e9800998ecf8427e  ./live_response/network/ss_-tanp.txt\n',
      entry: {},
    },
  ],
});
