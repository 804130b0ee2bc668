/** A Report.wer of a program at `path`. Used in the `hits` and `misses` of declarations. */
export const werReport = (kind: string, program: string, path: string): string =>
  [
    'Version=1',
    `EventType=${kind}`,
    'EventTime=133916800895000000',
    'Sig[0].Name=Application Name',
    `Sig[0].Value=${program}`,
    'Sig[1].Name=Application Version',
    'Sig[1].Value=6.2.5.48876',
    'Sig[3].Name=Fault Module Name',
    'Sig[3].Value=vcam.dll',
    'Sig[6].Name=Exception Code',
    'Sig[6].Value=c0000005',
    `AppPath=${path}`,
  ].join('\n');
