import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';

/** `  HTTPSPort : 3129`; what lies deeper belongs to one interface alone. */
const pair = /^([ \t]{0,16})([A-Z][A-Za-z]{1,60})[ \t]{0,4}:[ \t]{0,4}([^\n]{0,1000})$/gm;

interface Setting {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The settings of the outermost level; the first of a name counts. */
function settingsOf(text: string): Map<string, Setting> {
  const found = [...text.matchAll(pair)];
  const outermost = Math.min(...found.map(([, indent]) => indent!.length));
  const settings = new Map<string, Setting>();
  for (const { 0: line, 1: indent = '', 2: name = '', 3: value = '', index } of found)
    if (indent.length === outermost && !settings.has(name))
      settings.set(name, { value: value.trim(), start: index + indent.length, end: index + line.trimEnd().length });
  return settings;
}

/** A host name keeps standing there when its proxy is switched off. Zoom connects by HTTPS: that kind comes first. */
const kinds = ['HTTPS', 'SOCKS', 'HTTP'] as const;

export default defineFormat({
  id: 'scutil-proxy',
  title: 'scutil --proxy: the proxy that macOS uses',
  framing: sections({ begins: (line) => /^<dictionary> \{\s{0,4}$/.test(line) }),
  os: 'macos',
  names: ['*scutil*proxy*'],
  recognise: {
    starts:
      /^[ \t]{0,8}(?:(?:HTTPS?|SOCKS|FTP|RTSP|Gopher|ProxyAuto(?:Config|Discovery))Enable|FTPPassive|ExcludeSimpleHostnames)[ \t]{0,4}:[ \t]{0,4}[01][ \t\r]{0,4}$|^No proxy configuration available|^<dictionary> \{[ \t\r]{0,4}\n\}/m,
  },
  derives: ['manual_proxy', 'proxy_script', 'proxy', 'pac', 'connection'],
  /**
   * `manual_proxy` (on, off) and `proxy`, its `host:port`; `proxy_script` (set) and `pac`, its address; `connection` (direct):
   * all of it is there, and nothing is switched on, no detection either.
   */
  derive: (entry) => {
    const text = textOf(entry);
    const settings = settingsOf(text);
    const isOn = (name: string): boolean => settings.get(`${name}Enable`)?.value === '1';
    const isWhole = text.startsWith('<dictionary> {') && /\n\}/.test(text);
    if (!isWhole && settings.size === 0) return entry;
    const firstLine = text.split('\n', 1)[0]!.length;
    return withFields(entry, (fields) => {
      const add = (key: string, value: string, at: Setting | undefined): void =>
        addField(fields, key, { value, piece: 0, start: at?.start ?? 0, end: at?.end ?? firstLine });
      const manual = kinds.filter((kind) => isOn(kind) && (settings.get(`${kind}Proxy`)?.value ?? '') !== '');
      const firstKind = kinds.find((kind) => settings.has(`${kind}Enable`));
      if (manual.length > 0) {
        const host = settings.get(`${manual[0]}Proxy`)!;
        const port = settings.get(`${manual[0]}Port`)?.value ?? '';
        add('manual_proxy', 'on', settings.get(`${manual[0]}Enable`));
        add('proxy', port === '' ? host.value : `${host.value}:${port}`, host);
      } else if (isWhole && !kinds.some(isOn)) add('manual_proxy', 'off', settings.get(`${firstKind}Enable`));
      const script = settings.get('ProxyAutoConfigURLString') ?? settings.get('ProxyAutoConfigJavaScript');
      const isScripted = isOn('ProxyAutoConfig') && script !== undefined;
      if (isScripted) {
        add('proxy_script', 'set', settings.get('ProxyAutoConfigEnable'));
        if (settings.has('ProxyAutoConfigURLString')) add('pac', script.value, script);
      }
      if (isWhole && !kinds.some(isOn) && !isScripted && !isOn('ProxyAutoDiscovery') && !isOn('ProxyAutoConfig'))
        add('connection', 'direct', undefined);
    });
  },
  samples: [
    {
      text: '<dictionary> {\n  ExceptionsList : <array> {\n    0 : *.local\n    1 : 169.254/16\n  }\n  FTPPassive : 1\n  HTTPEnable : 0\n  HTTPProxy : old.example.com\n  HTTPSEnable : 1\n  HTTPSPort : 8080\n  HTTPSProxy : proxy.example.com\n}',
      entry: { fields: { manual_proxy: 'on', proxy: 'proxy.example.com:8080' } },
    },
    {
      text: '<dictionary> {\n  HTTPEnable : 0\n  HTTPSEnable : 0\n  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://wpad.example.com/proxy.pac\n  ProxyAutoDiscoveryEnable : 0\n}',
      entry: { fields: { manual_proxy: 'off', proxy_script: 'set', pac: 'http://wpad.example.com/proxy.pac' } },
    },
    {
      text: '<dictionary> {\n  ExceptionsList : <array> {\n    0 : *.local\n  }\n  FTPPassive : 1\n}',
      entry: { fields: { manual_proxy: 'off', connection: 'direct' } },
    },
  ],
});
