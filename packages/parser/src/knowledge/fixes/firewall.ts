import { defineChange, defineCheck, defineLastResort, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'firewall-test-443',
    class: 'firewall',
    os: ['windows'],
    title: 'Test whether zoom.us resolves and accepts a connection on TCP 443',
    command: 'Test-NetConnection zoom.us -Port 443',
    source: 'Zoom SDK troubleshooting notes; standard OS tool',
  }),
  defineCheck({
    id: 'firewall-test-https',
    class: 'firewall',
    os: ['macos', 'linux'],
    title: "Test whether Zoom's website answers (prints the HTTP status, or curl's own error)",
    command: `curl -sS -o /dev/null -w '%{http_code}\\n' --connect-timeout 10 https://zoom.us`,
    source: 'Zoom SDK troubleshooting notes; standard OS tool',
  }),
  defineCheck({
    id: 'firewall-find-zoom-exe',
    class: 'firewall',
    os: ['windows'],
    title: 'Find the Zoom.exe that this user runs (as the affected user, before creating any rule)',
    command:
      'Get-Item "$env:APPDATA\\Zoom\\bin\\Zoom.exe", "$env:SystemDrive\\Program Files*\\Zoom\\bin\\Zoom.exe" -ErrorAction SilentlyContinue | Select-Object -ExpandProperty FullName',
    source: 'install paths of the per-user and the machine-wide client; standard OS tool',
  }),
  defineCheck({
    id: 'firewall-list-rules',
    class: 'firewall',
    os: ['windows'],
    title: 'List the Windows Firewall rules that name Zoom (a Block rule overrides every Allow rule)',
    command:
      'Get-NetFirewallRule -PolicyStore ActiveStore -DisplayName "*zoom*" | Select-Object DisplayName, Direction, Action, Enabled, Profile',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'firewall-outbound-default',
    class: 'firewall',
    os: ['windows'],
    title: 'Show whether outbound traffic is blocked by default (if it is not, an outbound Allow rule changes nothing)',
    command: 'Get-NetFirewallProfile -PolicyStore ActiveStore | Select-Object Name, Enabled, DefaultOutboundAction',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'firewall-drops-windows',
    class: 'firewall',
    os: ['windows'],
    title: 'Show the outbound traffic that Windows Firewall dropped (drop logging is off by default)',
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
      'Show whether the application firewall blocks Zoom (it filters incoming connections only, so it rarely explains a failed join)',
    command:
      '/usr/libexec/ApplicationFirewall/socketfilterfw --getglobalstate; /usr/libexec/ApplicationFirewall/socketfilterfw --getappblocked /Applications/zoom.us.app',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'firewall-drops-linux',
    class: 'firewall',
    os: ['linux'],
    title: 'List the local firewall rules that drop or reject traffic',
    command: `sudo nft list ruleset | grep -iE 'drop|reject'; sudo ufw status verbose`,
    who: 'local-admin',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'firewall-compare-hotspot',
    class: 'firewall',
    os: ['windows', 'macos', 'linux'],
    title: 'Join the same meeting over a phone hotspot (if that works, the network is at fault, not the device)',
    source: 'public troubleshooting guides; errorcodecenter.com/zoom/z-104102',
  }),
  defineCheck({
    id: 'firewall-compare-browser',
    class: 'firewall',
    os: ['windows', 'macos', 'linux'],
    title:
      'Join in the browser (if only the app fails, check its firewall rules, proxy and installation; if both fail, check the network)',
    command: 'https://zoom.us/join',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'firewall-disable-block-rule',
    class: 'firewall',
    os: ['windows'],
    title: 'Disable the outbound Block rule that names Zoom (put in the name from the rule list)',
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
      'Allow Zoom through Windows Firewall, this program only, outbound only (put in the path found for the affected user; no effect where Group Policy ignores local rules)',
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
      'Select Zoom in the list of allowed apps, for private networks (Control Panel > System and Security > Windows Defender Firewall > Allow an app or feature)',
    command: 'control firewall.cpl',
    undo: 'Clear the Zoom entry in the same list',
    who: 'local-admin',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'firewall-remove-guide-rule',
    class: 'firewall',
    os: ['windows'],
    title:
      'Remove a Zoom rule that was added from a guide and matches nothing (put in the name from the rule list; every rule with that name is removed)',
    command: "Remove-NetFirewallRule -DisplayName '<name of the wrong rule printed above>'",
    undo: 'Create the rule again with the values from the rule list (save that list first)',
    who: 'local-admin',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'firewall-allow-incoming-macos',
    class: 'firewall',
    os: ['macos'],
    title:
      'Allow incoming connections for Zoom in the application firewall (System Settings > Network > Firewall > Options > zoom.us > Allow incoming connections)',
    command: 'sudo /usr/libexec/ApplicationFirewall/socketfilterfw --unblockapp /Applications/zoom.us.app',
    undo: 'sudo /usr/libexec/ApplicationFirewall/socketfilterfw --blockapp /Applications/zoom.us.app',
    who: 'local-admin',
    source: 'public troubleshooting guides; standard OS tool',
  }),
  defineChange({
    id: 'firewall-allow-ports-ufw',
    class: 'firewall',
    os: ['linux'],
    title: "Allow Zoom's outbound ports in UFW (where UFW denies outgoing traffic)",
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
      'Add Zoom (Zoom.exe, zoom.us) to the allowed programs in the security suite or parental controls (check for a new block after each Zoom update)',
    undo: 'Remove the entry from the same list',
    who: 'local-admin',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'firewall-open-ports',
    class: 'firewall',
    os: ['windows', 'macos', 'linux'],
    title:
      "Ask the network team to allow outbound TCP ports 80 and 443 and UDP port 443 to *.zoom.us and *.zoom.com; TCP ports 443, 8801 and 8802 and UDP ports 3478, 3479 and 8801-8810 to Zoom's published address ranges; and the return traffic",
    undo: 'Ask the network team to remove the rule',
    who: 'network-team',
    source: 'support.zoom.com KB0060561',
  }),
  defineLastResort({
    id: 'firewall-pause-security-software',
    class: 'firewall',
    os: ['windows', 'macos', 'linux'],
    title:
      'Pause the security software for five minutes, join once, then turn it on again (if that helped, add a narrow exception instead)',
    harm: 'lowers protection',
    undo: 'Turn the protection on again at once',
    who: 'local-admin',
    source: 'public troubleshooting guides, with a time limit added',
  }),
];

export default fixes;
