/** Public pages that show a wording or name the fields of a layout. Files are named at the commit that was read. */
export const references = {
  // ---- Windows events
  appLocker:
    'https://github.com/repnz/etw-providers-docs/blob/7f51cf04b5960a69a21453c53a010fd2a8b47872/Manifests-Win10-18990/Microsoft-Windows-AppLocker.xml',
  applicationError: 'https://github.com/files-community/Files/issues/16839',
  bluetoothAdapterFailed: 'https://github.com/ChrisTitusTech/winutil/issues/2877',
  capi2Event11: 'https://detection-wiki-dev.pages.dev/microsoft-windows-capi2/11',
  deviceNotStarted: 'https://github.com/pbatard/libwdi/issues/320',
  errorReportEvent: 'https://github.com/tauri-apps/tauri/issues/1101',
  errorReportText: 'https://github.com/digitalcreations/MaxTo/issues/75',
  event4616:
    'https://github.com/MicrosoftDocs/windows-itpro-docs/blob/0099a85d81c5b24124062d83a23c08c7f046da37/windows/security/threat-protection/auditing/event-4616.md',
  event5152:
    'https://github.com/MicrosoftDocs/windows-itpro-docs/blob/14eb99022d841be149ac5ef9aadc4c1908d8cb12/windows/security/threat-protection/auditing/event-5152.md',
  event5156:
    'https://github.com/MicrosoftDocs/windows-itpro-docs/blob/2b507eef3432ac6cb5f9513b41a37202c5197631/windows/security/threat-protection/auditing/event-5156.md',
  kernelGeneral:
    'https://github.com/repnz/etw-providers-docs/blob/7f51cf04b5960a69a21453c53a010fd2a8b47872/Manifests-Win10-18990/Microsoft-Windows-Kernel-General.xml',
  kernelPnp: 'https://detection-wiki-dev.pages.dev/microsoft-windows-kernel-pnp',
  msiEvents:
    'https://github.com/MicrosoftDocs/win32/blob/24c78382d4a4fa8e0b392658eb10998a0985d888/desktop-src/Msi/event-logging.md',
  schannelEvents: 'https://detection-wiki-dev.pages.dev/schannel/',
  timeService:
    'https://github.com/repnz/etw-providers-docs/blob/7f51cf04b5960a69a21453c53a010fd2a8b47872/Manifests-Win10-18990/Microsoft-Windows-Time-Service.xml',
  // ---- Windows: registry, reports, commands
  connectionSettings: 'https://blogs.msdn.microsoft.com/askie/2017/06/20/what-is-defaultconnectionsettings-key/',
  consentStore: 'https://windows.dfirhandbook.com/windows-artifacts/program-execution/capabilityaccessmanager',
  consentTimes: 'https://svch0st.medium.com/can-you-track-processes-accessing-the-camera-and-microphone-7e6885b37072',
  consentValue:
    'https://github.com/r-pufky/docs/blob/1dea69ace316bd7882f1952100222380a193e514/source/docs/operating-systems/windows/10/21H2/settings/privacy/camera.rst',
  crashRpt: 'https://crashrpt.sourceforge.net/docs/html/using_crash_descriptor.html',
  deploymentToolkit: 'https://github.com/PSAppDeployToolkit/PSAppDeployToolkit/issues/2176',
  dnsClient:
    'https://github.com/repnz/etw-providers-docs/blob/7f51cf04b5960a69a21453c53a010fd2a8b47872/Manifests-Win10-18990/Microsoft-Windows-DNS-Client.xml',
  dxdiagCamera: 'https://github.com/rcmaehl/WhyNotWin11/issues/58',
  dxdiagSound: 'https://github.com/MultiMC/Launcher/issues/3260',
  internetSettings: 'https://gist.github.com/butageek/8bf2d7f040b2ae2e078438ee3894aa44',
  internetSettingsExport: 'https://pastebin.com/gmfmYS9X?source=archive',
  ipconfig: 'http://spywarehammer.com/simplemachinesforum/index.php?topic=9645.0',
  velociraptorNetstat:
    'https://github.com/Velocidex/velociraptor/blob/27976bf944e2dc6f93a21d3f586d13e6a492a811/artifacts/definitions/Windows/Network/NetstatEnriched.yaml',
  velociraptorSockets:
    'https://github.com/Velocidex/velociraptor/blob/00e8fbc57482a3e7dc733aada4d6261404908e89/vql/windows/network.go',
  netstat:
    'https://github.com/MicrosoftDocs/windowsserverdocs/blob/053f4cced797df7a8c21542f7975b5cfb829e182/WindowsServerDocs/administration/windows-commands/netstat.md',
  pnputil: 'https://github.com/openzfsonwindows/openzfs/issues/392',
  quarantine:
    'https://github.com/MicrosoftDocs/windows-itpro-docs/blob/10d4159c0c736869a5bab190bdeb4e1c74e021b7/windows/security/threat-protection/windows-firewall/quarantine.md',
  resolveDnsName: 'https://github.com/Quad9DNS/documentation/pull/6',
  proxyPerMachine: 'https://www.spad.uk/posts/how-does-proxysettingsperuser-work/',
  proxyScript: 'https://github.com/PluginsOCSInventory-NG/navigatorproxysetting/blob/HEAD/agent/proxysetting.vbs',
  reportWer: 'https://github.com/withinboredom/ipv6-wsl/issues/2',
  setupapiBody:
    'https://github.com/MicrosoftDocs/windows-driver-docs/blob/0122b7fff8434d426ba36afcef44159a01ff88a3/windows-driver-docs-pr/install/format-of-a-text-log-section-body.md',
  setupapiFailure: 'https://github.com/pbatard/libwdi/issues/171',
  testNetConnection:
    'https://github.com/MicrosoftDocs/windows-powershell-docs/blob/c3cbce67d85ce363f2d0eff4974c64cd8efa499c/docset/winserver2022-ps/NetTCPIP/Test-NetConnection.md',
  w32tmCounted:
    'https://github.com/MicrosoftDocs/windowsserverdocs/blob/fed37cd9d6ed52944f7e596e4ba5cac2c41c5e78/WindowsServerDocs/networking/windows-time-service/Windows-Time-Service-Tools-and-Settings.md',
  w32tmStatus: 'https://pastebin.com/qULtU8Ks',
  w32tmStripchart: 'https://pastebin.com/1gMXNe08',
  wingetConsole: 'https://github.com/microsoft/winget-cli/issues/2419',
  zoomMsi: 'https://github.com/microsoft/winget-pkgs/pull/2335',
  zoomMsiPlatform: 'https://github.com/microsoft/winget-pkgs/pull/123526',
  // ---- macOS
  brewInstaller: 'https://github.com/Homebrew/homebrew-cask/issues/129212',
  cameraPlugin: 'https://github.com/johnboiles/obs-mac-virtualcam/issues/4',
  appleCrash: 'https://github.com/johnboiles/obs-mac-virtualcam/issues/233',
  macInstallLog: 'https://github.com/Marginal/QuickLookVideo/issues/101',
  appleEntitlement: 'https://github.com/LIJI32/SameBoy/issues/684',
  appleHostLost: 'https://github.com/quinn-rs/quinn/issues/2011',
  appleNoHost: 'https://github.com/RxReader/tencent_kit/issues/134',
  appleOffline: 'https://github.com/rwbutler/Connectivity/issues/38',
  appleProxy: 'https://github.com/mozilla-mobile/telemetry-ios/issues/59',
  appleRefused: 'https://github.com/bibledit/cloud/issues/471',
  appleTimedOut: 'https://github.com/AFNetworking/AFNetworking/issues/4322',
  appleTrust: 'https://github.com/nicolasgomollon/AppSales-Mobile/issues/62',
  appleUntrusted: 'https://github.com/maitrungduc1410/WebRTC-Demo/issues/47',
  appleUsageText: 'https://github.com/matthutchinson/videosnap/issues/15',
  appleUsbPort: 'https://github.com/keyboardio/Chrysalis/issues/1093',
  appleUsbDevice: 'https://github.com/hansyao/Hackintosh_Monterey_M4800/issues/3',
  tccRecord:
    'https://github.com/wazuh/wazuh/blob/15f8ecb67e9c95dab73786bf5129f71474dad2bb/ruleset/testing/tests/macos.ini',
  tccRefusal: 'https://github.com/elieserdejesus/JamTaba/issues/1267',
  tccRows: 'https://github.com/airsdk/Adobe-Runtime-Support/issues/208',
  tccSchemas: 'https://github.com/jacobsalmela/tccutil/pull/33',
  tccRequest: 'https://github.com/mnrkbys/ma2tl/blob/469285ee992c2d1d96642916184188b012c4ff1d/plugins/prog_exec.py',
  // ---- Linux
  chronycSources: 'https://github.com/balena-os/meta-balena/issues/1852',
  aaNotify: 'https://github.com/apparmor/apparmor/blob/0f8b627a5aafc06aeced157d75c50ae63d38d38b/utils/aa-notify',
  apportHandler: 'https://github.com/canonical/apport/blob/014eaa92e99eaac953bddea0ee7592ee12ed101c/data/apport',
  flatpakCommand: 'https://github.com/flathub/us.zoom.Zoom/issues/248',
  flatpakExtra: 'https://github.com/flathub/us.zoom.Zoom/issues/7',
  flatpakUnpack: 'https://github.com/flathub/us.zoom.Zoom/issues/557',
  flatpakLauncher: 'https://github.com/flathub/us.zoom.Zoom/issues/50',
  abrtZoom: 'https://github.com/flathub/us.zoom.Zoom/issues/177',
  flatpakInfo:
    'https://github.com/flatpak/flatpak/blob/00c52abb69bc268842bf48d84c844c05a3716f87/app/flatpak-builtins-info.c',
  flatpakManifest: 'https://github.com/flathub/us.zoom.Zoom/pull/284',
  lddZoom: 'https://github.com/NixOS/nixpkgs/pull/55566',
  lsusbTree: 'https://github.com/gregkh/usbutils/blob/0cc65720ad45463b0b57eda078ef2194a374531b/lsusb-t.c',
  pactlSources: 'https://github.com/JayXT/RecordAudioOutput/issues/2',
  snapConnections: 'https://github.com/ogra1/zoom-snap/issues/15',
  timedatectl:
    'https://github.com/systemd/systemd/blob/0006884392512953f7ca2f324946dd5fe87d4488/src/timedate/timedatectl.c',
  v4l2Ctl: 'https://github.com/ayufan/camera-streamer/issues/98',
  v4l2Devices: 'https://github.com/gen2brain/cam2ip/issues/45',
  apparmorZoom: 'https://github.com/ogra1/zoom-snap/issues/131',
  crashDump:
    'https://github.com/frozenfoxx/frozenfoxx.github.io/blob/8d4298fda60a8ee37faf76cfd7e71e3b75a91c40/_posts/2022-05-10-zoom-crashes-on-startup-gpu.md',
  flushFailed: 'https://github.com/freeorion/freeorion/issues/1554',
  mediaDevice:
    'https://github.com/torvalds/linux/blob/81699d71e6854bd9e3fa09d59bfc47ec1a9aafd9/drivers/media/mc/mc-device.c',
  netfilterLog:
    'https://github.com/torvalds/linux/blob/03a1569c2b9f5af5b23f82f7b14fce8358c43fcf/net/netfilter/nf_log_syslog.c',
  oomd: 'https://github.com/systemd/systemd-stable/blob/1ac52c5f88c11b3b281f20f9ff2d529163558b42/src/oom/oomd-manager.c',
  pipewireCamera:
    'https://github.com/PipeWire/pipewire/blob/57b3fe537e70924af39417e1f394cdb5e414dabc/spa/plugins/v4l2/v4l2-utils.c',
  portalBackend: 'https://github.com/flatpak/xdg-desktop-portal-gtk/issues/296',
  qtPlugin: 'https://github.com/mltframework/shotcut/issues/1727',
  resolvectl:
    'https://github.com/systemd/systemd/blob/2dfe5a30a6c93d60d2c6871ab472c47ce5cca2a0/src/resolve/resolvectl.c',
  relocationError: 'https://github.com/NixOS/nixpkgs/issues/83228',
  selinuxVideo: 'https://github.com/fedora-selinux/selinux-policy/issues/2080',
  usbControllerDied:
    'https://github.com/torvalds/linux/blob/dc5a6d62291db7f996468c326d7fa16033101ffd/drivers/usb/core/hcd.c',
  usbHub: 'https://github.com/torvalds/linux/blob/002bba562dd371d9ead03f8a309bfdedd6b51230/drivers/usb/core/hub.c',
  uvcVideo:
    'https://github.com/torvalds/linux/blob/03f8d4cca352fd41f26b5c88dec1e4d3f507f5de/drivers/media/usb/uvc/uvc_video.c',
  // ---- Browsers
  dumpCreator:
    'https://github.com/chromium/chromium/blob/550840a6a780af4812843ff8ea907b3cc1aa12d6/content/browser/resources/media/dump_creator.js',
  firefoxChannel:
    'https://github.com/mozilla/gecko-dev/blob/c9c9fa32c28ae03da409b97379c774516c6bf2f5/netwerk/protocol/http/nsHttpChannel.cpp',
  harChromium:
    'https://github.com/ChromeDevTools/devtools-frontend/blob/937f463144810330d5bb4b30a0cb2a68ff34e9cb/front_end/models/har/Log.ts',
  harWebKit:
    'https://github.com/WebKit/WebKit/blob/acd61b21ba655dc64ca18ee8f296c1335cc9c033/Source/WebInspectorUI/UserInterface/Controllers/HARBuilder.js',
  mediaRequests:
    'https://github.com/chromium/chromium/blob/5b83ed465231eb0bb65d444348d89cb5a66501a0/content/browser/webrtc/webrtc_internals.cc',
  socketFailure:
    'https://github.com/chromium/chromium/blob/b412b3667604dc9a71f4b73bc4143787153ff57e/net/websockets/websocket_stream.cc',
  // ---- Programs of every system
  curlCertificate: 'https://github.com/curl/curl/blob/664d92472474dbfaa136d966b3055ed220aecc62/lib/vtls/openssl.c',
  curlReasons: 'https://github.com/curl/curl/blob/00883822be245d2660a569e6bde38892b9433aa2/lib/strerror.c',
  nslookupBind:
    'https://github.com/isc-projects/bind9/blob/e0c03c4a8cf539506308d83a43fe8c04629d6e32/bin/dig/nslookup.c',
  gpuUnusable:
    'https://github.com/chromium/chromium/blob/002c74b820c35df0d11ce94c9a0b5b3baf0fe357/content/browser/gpu/gpu_data_manager_impl_private.cc',
  netErrors:
    'https://github.com/chromium/chromium/blob/0182b17bc505e3d68ffd2269d18e1a2fa5bc8876/net/base/net_error_list.h',
  netLog: 'https://chromium.org/developers/design-documents/network-stack/netlog',
  netLogEvents:
    'https://github.com/chromium/chromium/blob/f24a8e130d36c035286d0b664743111ac6b10749/net/log/net_log_event_type_list.h',
  sdkInitialisation: 'https://github.com/chaimPaneth/react-native-zoom-bridge/issues/35',
  sdkMeetingStatus: 'https://github.com/attendee-labs/attendee/issues/353',
  zoomDialog: 'https://github.com/ogra1/zoom-snap/issues/43',
} as const;
