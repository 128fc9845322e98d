/** Every endpoint of the hall: the door (who may come in), devices and alerts, the queue (who is served when). Only endpoints are exported here. */
export { getBoard } from './contract/board.ts';
export { askWhatIf, getQueueDay } from './contract/figures.ts';
export { beginKiosk, endKiosk, listKiosks, reportKiosk } from './contract/kiosk.ts';
export { getTicket, listQueue, rateTicket, returnTicket, takeTicket } from './contract/tickets.ts';
export {
  callNext,
  closeWindow,
  countPeople,
  finish,
  listWindows,
  move,
  noShow,
  openWindow,
  park,
  pauseWindow,
  recall,
  serve,
} from './contract/windows.ts';
export {
  askExposure,
  closeAlert,
  getAlert,
  getHallDay,
  listAlerts,
  openReading,
  receiveAlert,
  reportUp,
} from './contract/alerts.ts';
export {
  addDevice,
  getDoor,
  heartbeat,
  issuePass,
  listDevices,
  pairDevice,
  postReadings,
  revokeDevice,
  takeLease,
} from './contract/devices.ts';
export { closeDay, exit, getOccupancy, lookUp, screen, undoLast } from './contract/door.ts';
export { listPolicies, publishPolicy } from './contract/policy.ts';
