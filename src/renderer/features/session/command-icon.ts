import {
  Activity,
  BrushCleaning,
  Check,
  CirclePause,
  History,
  LogOut,
  type LucideIcon,
  MonitorCheck,
  Power,
  QrCode,
  RefreshCw,
  RotateCw,
  ScanSearch,
  Smartphone,
  Undo2,
  Unlink,
  X,
} from 'lucide-react'
import type { SessionCommand } from '../../../contract/session-view.ts'

export const COMMAND_ICONS: Readonly<Record<SessionCommand, LucideIcon>> = {
  link: QrCode,
  'cancel-link': X,
  connect: Power,
  stop: CirclePause,
  retry: RotateCw,
  'take-over': MonitorCheck,
  'log-out': LogOut,
  clear: BrushCleaning,
  'undo-clear': Undo2,
  'change-number': Smartphone,
  'accept-number': Check,
  'reject-number': Unlink,
  test: Activity,
  verify: ScanSearch,
  renew: RefreshCw,
  'restore-snapshot': History,
  'retire-previous': Unlink,
}

/** The names that tests and assistive tools rely on, where a command has one of its own. */
export const COMMAND_TEST_IDS: Readonly<Partial<Record<SessionCommand, string>>> = {
  stop: 'stop-session',
  'log-out': 'log-out',
  clear: 'clear-session',
  'change-number': 'change-number',
  'accept-number': 'accept-number',
  'reject-number': 'reject-number',
  test: 'test-connection',
  verify: 'verify',
  renew: 'renew',
  'restore-snapshot': 'restore-snapshot',
}
