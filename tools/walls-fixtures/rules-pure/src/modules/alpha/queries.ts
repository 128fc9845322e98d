export function findAlpha() {}
