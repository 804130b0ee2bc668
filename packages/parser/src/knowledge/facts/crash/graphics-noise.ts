import { defineFact } from '../../../define.ts';
import { oldLinuxLaunch } from '../../wordings/samples.ts';

export default defineFact({
  id: 'graphics-noise',
  class: 'crash',
  title: 'Graphics messages from a working session',
  because: 'Such lines appear dozens of times in the logs of sessions that ended normally.',
  effect: 'benign',
  match: [
    {
      has: 'gbm_wrapper.cc',
      text: /Failed to export buffer to dma_buf/,
      formats: ['chromium'],
      layout: 'captured',
      hits: [
        oldLinuxLaunch(
          '[4021:4021:0821/155322.703872:ERROR:gbm_wrapper.cc(258)] Failed to export buffer to dma_buf: No such file or directory (2)',
        ),
      ],
    },
    {
      has: 'ServiceUnknown',
      text: /Failed to call method: org\.freedesktop\.\S+/,
      formats: ['chromium'],
      layout: 'captured',
      hits: [
        oldLinuxLaunch(
          '[4021:4021:0821/155322.703872:ERROR:object_proxy.cc(642)] Failed to call method: org.freedesktop.UPower.GetDisplayDevice: object_path= /org/freedesktop/UPower: org.freedesktop.DBus.Error.ServiceUnknown: no such name',
        ),
      ],
    },
  ],
  misses: [
    {
      text: oldLinuxLaunch(
        "[0617/081530.123456:FATAL:gpu_data_manager_impl_private.cc(440)] GPU process isn't usable. Goodbye. zoom",
      ),
      why: 'this error ends the client',
    },
  ],
});
