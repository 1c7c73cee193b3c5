import {
  Activity,
  CircleAlert,
  CircleCheck,
  CircleStop,
  Eraser,
  Link,
  LogOut,
  MessageCircleOff,
  type LucideIcon,
  Moon,
  Power,
  QrCode,
  Repeat,
  Trash2,
  Undo2,
  Unplug,
  Wrench,
  Zap,
} from 'lucide-react'
import type { ActivityEvent, Ending } from '../../../contract/activity.ts'

const ICONS: Readonly<Record<Exclude<ActivityEvent['what'], 'down' | 'away'>, LucideIcon>> = {
  linked: Link,
  'number-changed': Repeat,
  cleared: Eraser,
  undone: Undo2,
  'logged-out': LogOut,
  repaired: Wrench,
  tested: Activity,
  limited: MessageCircleOff,
  removed: Trash2,
  connected: CircleCheck,
  stopped: CircleStop,
  'not-scanned': QrCode,
}
const AWAY: Readonly<Record<Ending, LucideIcon>> = { closed: Power, asleep: Moon, lost: Zap }

export function eventIcon(event: ActivityEvent): LucideIcon {
  if (event.what === 'away') return AWAY[event.how]
  if (event.what === 'down') return event.state === 'attention' ? CircleAlert : Unplug
  return ICONS[event.what]
}
