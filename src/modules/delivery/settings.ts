import { type Courier, openDevelopmentCourier } from '#adapters/courier.ts';

let courier: Courier | undefined;

/** Called once at start-up; without it parcels go by the development courier, who carries nothing and arrives on time. */
export function configureDelivery(settings: { readonly courier: Courier }): void {
  courier = settings.courier;
}

export function courierInUse(): Courier {
  courier ??= openDevelopmentCourier();
  return courier;
}
