/** Accounts that every system of its kind has: they name no one. */
import { pattern, raw } from './patterns.ts';

const unix =
  'root|daemon|bin|sys|sync|games|man|lp|mail|news|uucp|proxy|www-data|backup|list|irc|gnats|nobody|nogroup|messagebus|dbus|syslog|avahi(?:-autoipd)?|cups(?:-pk-helper)?|colord|geoclue|pulse(?:-access)?|pipewire|gdm|gdm3|lightdm|sddm|rtkit|polkitd|chrony|_?ntp|sshd|tss|usbmux|whoopsie|kernoops|saned|hplip|dnsmasq|mysql|postgres|nginx|apache|httpd?|ftp|tcpdump|uuidd|landscape|fwupd-refresh|gnome-initial-setup|systemd(?:-[a-z-]{1,32})?|_[a-z][a-z0-9_-]{1,31}|linuxbrew|kernel|init|launchd|console|loginwindow|securityd|securityagent|windowserver|spotlight';
const unixGroups =
  'wheel|staff|everyone|adm|sudo|users|cdrom|dip|plugdev|lpadmin|sambashare|docker|audio|video|input|render|netdev|bluetooth|kvm|libvirt|wireshark|tty|disk|dialout|floppy|localaccounts|com\\.apple\\.[\\w.-]{1,64}|_?appserver(?:adm|usr)|_?lpoperator';
const windows =
  'admin|system|administrators?|local ?service|network ?service|localsystem|anonymous logon|interactive|authenticated users|guests?|trustedinstaller|dwm-\\d{1,4}|umfd-\\d{1,4}|iusr|defaultaccount|default|default user|wdagutilityaccount|public|shared|all users|nicht|keine?r?|non|no|aucun|lokaler dienst|netzwerkdienst|système|sistema|dienst|\\$.{1,64}|.{1,64}\\$|-';
/** Words that are behind `user` in sentences, and placeholders. */
const words =
  'admin|uid|before|usual|usually|someone|another|anyone|mon|tue|wed|thu|fri|sat|sun|never|required|expired|blocked|missing|found|present|idle|away|busy|online|offline|new|now|already|also|still|an|it|its|in|on|for|with|by|from|to|of|at|as|if|when|which|be|will|can|must|may|should|ninguno|nessuno|sin|sans|user|username|name|id|mode|data|input|request|session|profile|settings|agent|interface|account|accounts|not|has|is|was|and|or|the|a|this|that|your|denied|allowed|canceled|cancelled|cancel|closed|clicked|declined|aborted|logged|logout|login|signed|joined|left|muted|initiated|action|activity|interaction|consent|permission|type|types|info|information|state|status|count|list|level|defined|specific|space|land|guid|token|password|unavailable|available|active|inactive|disabled|enabled|locked|default|current|local|remote|home|none|null|nil|any|zoom|zoomus|self|other|others|anonymous|localhost|false|true|success|failure|failed|ok|error|%.{1,64}|-|(?:system|unconfined|staff|user)_u';

/** A number or a SID is no name, and a SID has a rule of its own. */
const ids = raw`\d{1,20}|s-1-[\d-]{1,64}`;

export const systemAccounts = pattern('i', `^(?:${[unix, unixGroups, windows, ids].join('|')})$`);

/** The same beside words of running text. */
export const noAccounts = pattern('i', `^(?:${[unix, unixGroups, windows, ids, words].join('|')})$`);

/** Folders of homes that no person has. */
export const systemHomes =
  /^(?:root|admin|administrator|system|systemprofile|local service|network service|anonymous logon|nobody|public|default|default user|shared|all users|guest|linuxbrew|\$.{1,64}|.{1,64}\$|%.{1,64}|-|\.{1,3})$/i;

/** What precedes a backslash and is no domain of accounts: roots of the registry and of devices, authorities of Windows. */
export const domains = raw`(?:HK(?:LM|CU|CR|U|CC|EY\w{0,32})|REGISTRY|MACHINE|SOFTWARE|SYSTEM|SAM|SECURITY|HARDWARE|USB\w{0,16}|HID|PCI\w{0,8}|ACPI\w{0,8}|ROOT|SWD?|HDAUDIO|INTELAUDIO|BTH\w{0,16}|DISPLAY|MONITOR|MEDIA|STORAGE|SCSI|IDE|UMB|UEFI|VMBUS|VID|MF|NDIS|TPM|DRM|HTREE|DEVICE|DRIVER|GLOBAL|NT|AUTHORITY|BUILTIN|SERVICE|HOST|APPPOOL|Manager|MACHINENAME|WORKGROUP|C|D|AUTORITE|AUTORIDAD|INTEL|DOS|KERNEL|NAMEDPIPE|PIPE|NULL)`;
