/** Devices that somebody switched off in the Device Manager of Windows: problem 22, which is no failure of theirs. */
import type { CaptureKind } from './windows-devices.ts';

/** The problem as its number or its name. */
export const isDisabled = (problem: string): boolean =>
  /^22(?!\d)|^CM_PROB_DISABLED\b|^CM_PROB_HARDWARE_DISABLED\b/i.test(problem);

/** The state of a device in the words of Windows, by language. */
export const disabledState =
  /^(?:Disabled|Deaktiviert|Désactivé|Deshabilitado|Disabilitato|Desabilitado|Desativado|Uitgeschakeld|Wyłączone|Отключено|無効|已禁用|已停用|사용 안 함)$/i;
export const startedState =
  /^(?:Started|Gestartet|Démarré|Iniciado|Avviato|Gestart|Uruchomione|Запущено|開始|已启动|已啟動|시작됨)$/i;

/** The field that names a disabled device: the sound device of a machine records as well. */
export const disabledField = (kind: CaptureKind): 'disabled_camera' | 'disabled_microphone' =>
  kind === 'camera' ? 'disabled_camera' : 'disabled_microphone';
