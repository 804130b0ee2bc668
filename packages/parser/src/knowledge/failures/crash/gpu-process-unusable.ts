import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { linuxLaunch, oldLinuxLaunch } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'gpu-process-unusable',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: "Zoom's embedded browser cannot run its graphics process",
  cause: 'The embedded browser found no usable graphics driver and ended the client on purpose.',
  remedy: 'Update or reinstall the graphics driver, or start Zoom without hardware acceleration.',
  match: [
    {
      formats: ['chromium'],
      has: "GPU process isn't usable",
      text: /GPU process isn't usable\. Goodbye\. zoom/,
      layout: 'captured',
      hits: [
        oldLinuxLaunch(
          "[0617/081530.123456:FATAL:gpu_data_manager_impl_private.cc(440)] GPU process isn't usable. Goodbye. zoom",
        ),
      ],
    },
    {
      formats: ['chromium'],
      has: "GPU process isn't usable",
      fields: { owner: ['zoom', 'unknown'] },
      layout: 'documented',
      see: [references.gpuUnusable],
      hits: [
        oldLinuxLaunch(
          "[0617/081530.123456:FATAL:gpu_data_manager_impl_private.cc(440)] GPU process isn't usable. Goodbye. zoom",
        ),
        linuxLaunch(
          "[4021:4021:0617/081530.123456:FATAL:gpu_data_manager_impl_private.cc(440)] GPU process isn't usable. Goodbye.",
        ),
      ],
    },
  ],
  explains: ['client-exited', 'crash-dump'],
  fixes: ['crash-reports-linux', 'crash-update-graphics', 'install-update-zoom'],
  misses: [
    {
      text: linuxLaunch(
        "[9999:9999:0617/081530.123456:FATAL:gpu_data_manager_impl_private.cc(440)] GPU process isn't usable. Goodbye.",
      ),
      why: 'another browser that Zoom started',
    },
    {
      text: oldLinuxLaunch(
        '[4021:4021:0617/081530.123456:ERROR:gpu_init.cc(440)] Passthrough is not supported, GL is egl',
      ),
      why: 'a fallback that works',
    },
  ],
});
