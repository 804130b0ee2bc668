/** Reports of system_profiler -json, for samples. */

/** Lists of cameras, and of sound devices by their names and inputs; a list that is left out is not in the report. */
export const profilerReport = (
  cameras: readonly string[] | null,
  sounds: readonly (readonly [name: string, inputs: number])[] = [],
): string =>
  JSON.stringify(
    {
      ...(cameras === null
        ? {}
        : { SPCameraDataType: cameras.map((name) => ({ _name: name, 'spcamera_model-id': name })) }),
      ...(sounds.length === 0
        ? {}
        : {
            SPAudioDataType: [
              {
                _items: sounds.map(([name, inputs]) => ({
                  _name: name,
                  ...(inputs > 0 ? { coreaudio_device_input: inputs } : { coreaudio_device_output: 2 }),
                })),
                _name: 'coreaudio_device',
              },
            ],
          }),
    },
    null,
    2,
  ).replaceAll('": ', '" : ');
