import { defineChange, defineCheck, defineLastResort, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'firewall-test-443',
    class: 'firewall',
    os: ['windows'],
    title: 'Does TCP 443 to Zoom open, and does the name resolve?',
    command: 'Test-NetConnection zoom.us -Port 443',
    source: 'Zoom SDK troubleshooting notes; standard OS tool',
  }),
  defineCheck({
    id: 'firewall-test-https',
    class: 'firewall',
    os: ['macos', 'linux'],
    title: "Does Zoom's website answer? (prints the HTTP status, or curl's own error)",
    command: `curl -sS -o /dev/null -w '%{http_code}\\n' --connect-timeout 10 https://zoom.us`,
    source: 'Zoom SDK troubleshooting notes; standard OS tool',
  }),
  defineCheck({
    id: 'firewall-find-zoom-exe',
    class: 'firewall',
    os: ['windows'],
    title: 'Where is the Zoom.exe that this user runs? (as the affected user, before any rule is written)',
    command:
      'Get-Item "$env:APPDATA\\Zoom\\bin\\Zoom.exe", "$env:SystemDrive\\Program Files*\\Zoom\\bin\\Zoom.exe" -ErrorAction SilentlyContinue | Select-Object -ExpandProperty FullName',
    source: 'install paths of the per-user and the machine-wide client; standard OS tool',
  }),
  defineCheck({
    id: 'firewall-list-rules',
    class: 'firewall',
    os: ['windows'],
    title: 'Which Windows Firewall rules name Zoom? One Block rule beats every Allow rule',
    command:
      'Get-NetFirewallRule -PolicyStore ActiveStore -DisplayName "*zoom*" | Select-Object DisplayName, Direction, Action, Enabled, Profile',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'firewall-outbound-default',
    class: 'firewall',
    os: ['windows'],
    title: 'Is outbound traffic blocked unless allowed? If not, an outbound Allow rule changes nothing',
    command: 'Get-NetFirewallProfile -PolicyStore ActiveStore | Select-Object Name, Enabled, DefaultOutboundAction',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'firewall-drops-windows',
    class: 'firewall',
    os: ['windows'],
    title: 'What has Windows Firewall dropped on the way out? (drop logging is off unless someone switched it on)',
    command:
      'Select-String -Path "$env:windir\\System32\\LogFiles\\Firewall\\pfirewall*.log" -Pattern " DROP .* SEND" | Select-Object -Last 50',
    who: 'local-admin',
    source: 'layout of pfirewall.log; standard OS tool',
  }),
  defineCheck({
    id: 'firewall-state-macos',
    class: 'firewall',
    os: ['macos'],
    title:
      'Does the application firewall name Zoom? It filters incoming traffic only, so it seldom explains a failed join',
    command:
      '/usr/libexec/ApplicationFirewall/socketfilterfw --getglobalstate; /usr/libexec/ApplicationFirewall/socketfilterfw --getappblocked /Applications/zoom.us.app',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'firewall-drops-linux',
    class: 'firewall',
    os: ['linux'],
    title: 'Which local rules drop or refuse traffic?',
    command: `sudo nft list ruleset | grep -iE 'drop|reject'; sudo ufw status verbose`,
    who: 'local-admin',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'firewall-compare-hotspot',
    class: 'firewall',
    os: ['windows', 'macos', 'linux'],
    title: 'Join the same meeting over a phone hotspot: if it works there, the network is at fault, not the device',
    source: 'public troubleshooting guides; errorcodecenter.com/zoom/z-104102',
  }),
  defineCheck({
    id: 'firewall-compare-browser',
    class: 'firewall',
    os: ['windows', 'macos', 'linux'],
    title:
      'Join in the browser: if only the app fails, look at its rules, proxy and installation; if both fail, at the network',
    command: 'https://zoom.us/join',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'firewall-disable-block-rule',
    class: 'firewall',
    os: ['windows'],
    title: 'Switch off the outbound Block rule that names Zoom (put in the name that the list of rules printed)',
    command: "Disable-NetFirewallRule -DisplayName '<name of the Block rule printed above>'",
    undo: "Enable-NetFirewallRule -DisplayName '<the same name>'",
    who: 'local-admin',
    source: 'standard OS tool; a Block rule beats every Allow rule',
  }),
  defineChange({
    id: 'firewall-allow-zoom',
    class: 'firewall',
    os: ['windows'],
    title:
      'Allow Zoom out of Windows Firewall: this one program, outbound only (put in the path printed for the affected user; no effect where Group Policy ignores local rules)',
    command:
      "New-NetFirewallRule -DisplayName 'Zoom client (out)' -Direction Outbound -Action Allow -Program '<absolute path printed above>'",
    undo: 'Remove-NetFirewallRule -DisplayName "Zoom client (out)"',
    who: 'local-admin',
    source: 'safe form of the rules in public guides',
  }),
  defineChange({
    id: 'firewall-allow-app-windows',
    class: 'firewall',
    os: ['windows'],
    title:
      'Tick Zoom in the list of allowed apps, for private networks (Control Panel > System and Security > Windows Defender Firewall > Allow an app or feature)',
    command: 'control firewall.cpl',
    undo: 'Untick Zoom in the same list',
    who: 'local-admin',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'firewall-remove-guide-rule',
    class: 'firewall',
    os: ['windows'],
    title:
      'Remove a Zoom rule that a guide had you add and that matches nothing (put in the name that the list of rules printed; every rule of that name goes)',
    command: "Remove-NetFirewallRule -DisplayName '<name of the wrong rule printed above>'",
    undo: 'Add the rule again; note what the list of rules printed first',
    who: 'local-admin',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'firewall-allow-incoming-macos',
    class: 'firewall',
    os: ['macos'],
    title:
      'Let Zoom receive connections through the application firewall (System Settings > Network > Firewall > Options > zoom.us > Allow incoming connections)',
    command: 'sudo /usr/libexec/ApplicationFirewall/socketfilterfw --unblockapp /Applications/zoom.us.app',
    undo: 'sudo /usr/libexec/ApplicationFirewall/socketfilterfw --blockapp /Applications/zoom.us.app',
    who: 'local-admin',
    source: 'public troubleshooting guides; standard OS tool',
  }),
  defineChange({
    id: 'firewall-allow-ports-ufw',
    class: 'firewall',
    os: ['linux'],
    title: "Open Zoom's outbound ports in UFW, where UFW denies outgoing traffic",
    command:
      'sudo ufw allow out proto tcp to any port 443,8801,8802; sudo ufw allow out proto udp to any port 443,3478,3479,8801:8810',
    undo: 'sudo ufw delete allow out proto tcp to any port 443,8801,8802; sudo ufw delete allow out proto udp to any port 443,3478,3479,8801:8810',
    who: 'local-admin',
    source: 'ports: support.zoom.com KB0060561; standard OS tool',
  }),
  defineChange({
    id: 'firewall-security-suite-exception',
    class: 'firewall',
    os: ['windows', 'macos', 'linux'],
    title:
      'Add Zoom (Zoom.exe, zoom.us) to the list of allowed programs of the security suite or parental control, and look for a new block after a Zoom update',
    undo: 'Remove the entry from the same list',
    who: 'local-admin',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'firewall-open-ports',
    class: 'firewall',
    os: ['windows', 'macos', 'linux'],
    title:
      "Ask the network team to let out TCP 80, 443 and UDP 443 to *.zoom.us and *.zoom.com, and TCP 443, 8801, 8802 and UDP 3478, 3479, 8801-8810 to Zoom's published address ranges, with the return traffic",
    undo: 'The network team removes the rule again',
    who: 'network-team',
    source: 'support.zoom.com KB0060561',
  }),
  defineLastResort({
    id: 'firewall-pause-security-software',
    class: 'firewall',
    os: ['windows', 'macos', 'linux'],
    title:
      'Pause the security software for five minutes, try once, switch it on again; if that helped, add a narrow exception instead',
    undo: 'Switch the protection on again at once',
    who: 'local-admin',
    source: 'public troubleshooting guides, with a time limit added',
  }),
];

export default fixes;
