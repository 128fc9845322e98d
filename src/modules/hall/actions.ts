/** One function for each endpoint of the contract, same name. */
export { getBoard } from './actions/board.ts';
export { getQueueDay } from './actions/figures.ts';
export { beginKiosk, endKiosk, listKiosks, reportKiosk } from './actions/kiosk.ts';
export { askWhatIf } from './actions/what-if.ts';
export { callNext, countPeople, finish, move, noShow, park, recall, serve } from './actions/calling.ts';
export { getTicket, listQueue, rateTicket, returnTicket, takeTicket } from './actions/tickets.ts';
export { closeWindow, listWindows, openWindow, pauseWindow } from './actions/windows.ts';
export { closeAlert, getAlert, listAlerts, openReading, receiveAlert, reportUp } from './actions/alerts.ts';
export { addDevice, heartbeat, listDevices, pairDevice, revokeDevice } from './actions/devices.ts';
export { closeDay, exit, getOccupancy, undoLast } from './actions/exit.ts';
export { getDoor, issuePass, lookUp, takeLease } from './actions/gate.ts';
export { askExposure, getHallDay } from './actions/know.ts';
export { listPolicies, publishPolicy } from './actions/policy.ts';
export { postReadings } from './actions/robots.ts';
export { screen } from './actions/screen.ts';
