/** How reports of Windows call the devices that stand in for those of the machine in a remote session. */

/** What the sound device of Remote Desktop is called, by language. No report shows most of them: they are translated. */
const remoteAudio = [
  'Remote Audio',
  'Remoteaudio',
  'Audio distant',
  '[AÁ]udio remoto',
  'Externe audio',
  'Dźwięk zdalny',
  'Vzdálený zvuk',
  'Fjernlyd',
  'Fjärrljud',
  'Ekstern lyd',
  'Etä-?ääni',
  'Távoli hang',
  'Uzak [Ss]es',
  'Удал[её]нный звук',
  'リモート ?オーディオ',
  '远程音频',
  '遠端音訊',
  '원격 오디오',
];

const vendors =
  'RDP\\w* |Citrix |VMware Virtual Audio|Omnissa |Teradici |Amazon DCV|NICE DCV|Parallels RAS|Microsoft Remote Display Adapter';

/** Such a device as the value of a label, or by the bus on which Windows puts the display of such a session. */
export const remoteDevice = new RegExp(`: (?:${remoteAudio.join('|')}|${vendors})|\\bRemoteDisplayEnum\\\\`, 'i');
